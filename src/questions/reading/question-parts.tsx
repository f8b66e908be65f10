import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { StateBadge, type StateTone } from '../../platform/ui/parts.tsx';
import type { Clock } from '../clocks/clock.rules.ts';
import { showClock } from '../clocks/clock.words.ts';
import type { Level, Status } from '../question.rules.ts';
import type { QuestionRow } from '../question.store.ts';
import { namesIn, statusWordsIn } from '../question.words.ts';

/** Where it stands in other pages: its school and number. */
export const nameOf = ({ school, number }: Pick<QuestionRow, 'school' | 'number'>) =>
  `${school.name} ${number}`;

/** The question in one sentence; who only plans a question on a pupil does not read it. */
export const titleOf = (question: { readonly level: Level; readonly title: string | null }) =>
  question.title ?? (question.level === 'pupil' ? 'Vraag over een leerling' : 'Een vraag');

/** Whose turn it is, in words: until somebody looked at it, it waits for who will. */
export function turnOf(
  { holder, status, endedOn }: Pick<QuestionRow, 'holder' | 'status' | 'endedOn'>,
  actor: Actor,
): string {
  const names = namesIn(actor.tenant.labels);
  if (endedOn !== null) return 'niemand, klaar';
  if (status === 'submitted') return names.contact;
  if (status === 'needs_information') return 'de school';
  if (status === 'at_committee') return names.committee;
  if (holder === null) return 'niemand';
  return holder.id === actor.personId ? 'u' : holder.name;
}

const statusTones: Record<Status, StateTone> = {
  draft: 'quiet',
  submitted: 'waiting',
  in_triage: 'busy',
  needs_information: 'waiting',
  at_committee: 'waiting',
  answered: 'good',
  declined: 'done',
  withdrawn: 'done',
  assigned: 'busy',
  started: 'busy',
  evaluated: 'busy',
  completed: 'good',
  stopped: 'done',
  followed_up: 'good',
};

interface StatusBadgeProps {
  readonly status: Status;
  readonly labels?: Actor['tenant']['labels'] | undefined;
}

export function StatusBadge({ status, labels }: StatusBadgeProps): JSX.Element {
  return <StateBadge tone={statusTones[status]} label={statusWordsIn(labels)[status]} />;
}

/** The clock that matters now: the one that is late or has least time left; else one that stands still. */
export function nearestClock(clocks: readonly Clock[], today: CivilDate): Clock | undefined {
  const begun = clocks.filter(({ from }) => from <= today);
  const running = begun.filter(({ state }) => state === 'running').toSorted((a, b) => a.left - b.left);
  return running[0] ?? begun.find(({ state }) => state === 'paused');
}

function clockTone({ state, reached, warns, left }: Clock): StateTone {
  if (state === 'paused') return 'waiting';
  if (state === 'stopped') return left < 0 || !reached ? 'quiet' : 'done';
  return warns ? 'alert' : 'busy';
}

function shortClock(clock: Clock): string {
  if (clock.state === 'paused') return 'staat stil';
  // A question that ended leaves nothing to wait for: who withdrew it had no contact «in time».
  if (clock.state === 'stopped' && !clock.reached) return 'vervallen';
  if (clock.state === 'stopped') return clock.left < 0 ? 'duurde te lang' : 'op tijd gedaan';
  return showClock(clock).split(' (')[0] ?? '';
}

/** «nog 2 schooldagen», short enough for a list. */
export function ClockBadge({ clock }: { readonly clock: Clock }): JSX.Element {
  return <StateBadge tone={clockTone(clock)} label={shortClock(clock)} />;
}
