/**
 * What a specialist has to do, sorted by when: too late, today, or within seven days. «Snellere inzet»: nobody finds out afterwards that
 * something waited. Each question can ask more than one thing.
 */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import type { Clock, ClockName } from '../clocks/clock.rules.ts';
import type { Level, Status } from '../question.rules.ts';

/** A question that somebody works on, thinks along with, or was asked to. */
export interface CaseloadItem {
  readonly id: string;
  readonly number: string;
  readonly level: Level;
  readonly status: Status;
  /** null: a question on a pupil, for who plans it without reading it. */
  readonly title: string | null;
  readonly schoolName: string;
  readonly kind: 'assigned' | 'thinks_along';
  readonly state: 'asked' | 'active';
  readonly role: string;
  readonly dagdelen: number | null;
  /** First and last day of the own assignment. */
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
  /** Last day of the longest assignment. */
  readonly evaluateBy: CivilDate | null;
  readonly followUpOn: CivilDate | null;
  readonly minutes: number;
  /** Goals without a start score of the specialist. */
  readonly unscored: number;
  /** By when each goal without an end score of the specialist should be reached. */
  readonly targets: readonly CivilDate[];
  readonly clocks: readonly Clock[];
}

export type DutyKind = 'join' | 'start' | 'evaluate' | 'complete' | 'follow_up' | 'score_start' | 'score_end';
export type When = 'overdue' | 'today' | 'week';

export interface Duty {
  readonly kind: DutyKind;
  readonly item: CaseloadItem;
  readonly when: When;
  /** The day it is about; null: as soon as possible. */
  readonly on: CivilDate | null;
}

/** Days ahead that «this week» reaches. */
const weekReach = 6;

/** Where a day falls, seen from today; undefined: later than the coming seven days. */
export function whenIs(day: CivilDate, today: CivilDate): When | undefined {
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  return day <= addDays(today, weekReach) ? 'week' : undefined;
}

/** Everything these questions ask, the earliest day first; what has no day comes last. */
export function dutiesOf(items: readonly CaseloadItem[], today: CivilDate): readonly Duty[] {
  return items
    .flatMap((item) => dutiesIn(item, today))
    .toSorted(
      (a, b) => (a.on ?? '9').localeCompare(b.on ?? '9') || a.item.number.localeCompare(b.item.number),
    );
}

function dutiesIn(item: CaseloadItem, today: CivilDate): readonly Duty[] {
  const { kind, state, status, followUpOn } = item;
  const duty = (name: DutyKind, when: When | undefined, on: CivilDate | null): readonly Duty[] =>
    when === undefined ? [] : [{ kind: name, item, when, on }];
  if (state === 'asked') return duty('join', 'today', null);
  if (kind === 'thinks_along') return [];
  switch (status) {
    case 'assigned':
      return starting(item, today, duty);
    case 'started':
      return [
        ...ending(item, today, duty),
        ...(item.unscored > 0 ? duty('score_start', 'today', null) : []),
        ...scoring(item, today, duty),
      ];
    case 'evaluated':
      return [...duty('complete', 'today', null), ...scoring(item, today, duty)];
    case 'completed':
      // Nothing is too late here: from that day on it may be asked.
      return followUpOn === null
        ? []
        : duty('follow_up', followUpOn <= today ? 'today' : whenIs(followUpOn, today), followUpOn);
    default:
      return [];
  }
}

type Make = (name: DutyKind, when: When | undefined, on: CivilDate | null) => readonly Duty[];

const running = ({ clocks }: CaseloadItem, name: ClockName) =>
  clocks.find((clock) => clock.name === name && clock.state === 'running');

/** The first contact is asked at once; the norm only says when it is too late. */
function starting(item: CaseloadItem, today: CivilDate, duty: Make): readonly Duty[] {
  const clock = running(item, 'start');
  const due = clock?.dueOn ?? null;
  if (clock !== undefined && clock.left < 0) return duty('start', 'overdue', due);
  return duty('start', (item.from !== null && item.from <= today) || clock?.warns ? 'today' : 'week', due);
}

/** On the last day the evaluation begins, and it has a norm of its own. */
function ending(item: CaseloadItem, today: CivilDate, duty: Make): readonly Duty[] {
  const { evaluateBy } = item;
  if (evaluateBy === null) return [];
  if (evaluateBy > today) return duty('evaluate', whenIs(evaluateBy, today), evaluateBy);
  const clock = running(item, 'evaluation');
  return duty(
    'evaluate',
    clock !== undefined && clock.left < 0 ? 'overdue' : 'today',
    clock?.dueOn ?? evaluateBy,
  );
}

/** Goals of one question are scored together: the earliest day counts. */
function scoring({ targets }: CaseloadItem, today: CivilDate, duty: Make): readonly Duty[] {
  const [first] = targets.toSorted();
  return first === undefined ? [] : duty('score_end', whenIs(first, today), first);
}
