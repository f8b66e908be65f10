/** The road of a question of years past: its steps, each on the day it was taken. */
import { newId } from '../../platform/ids.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { momentOn, nextOpen } from '../days.ts';
import type { DemoQuestion } from '../questions/demo-question.ts';
import type { Done } from './history.store.ts';
import type { PastScene } from './past-scene.ts';

/** Begin: up to the first contact, or the end of a light route. Later: half a year after. */
export type Phase = 'begin' | 'end' | 'later';

export interface Step extends Done {
  readonly phase: Phase;
  readonly question_id: string;
  readonly id: string;
  readonly version: number;
  readonly step: string;
  readonly from_status: string;
  readonly to_status: string;
  /** What the step carries, and none else. */
  readonly text?: string;
  readonly next_step?: string;
  readonly choice?: string;
  readonly on_date?: CivilDate;
  readonly until_date?: CivilDate;
  readonly urgency?: string;
  readonly expertise?: readonly string[];
  readonly dagdelen?: number;
  readonly specialist_id?: string;
  readonly role?: string;
}

type Road = 'answered' | 'along' | 'declined' | 'withdrawn' | 'stopped' | 'helped';

/** Every step of a question, and the days of those that other things follow from. */
export function walkRoad(scene: PastScene, id: string): Walk {
  const walk = walkOf(scene, id);
  takeRoad(walk, scene, roadOf(scene));
  return walk;
}

/** Small enough that it fits everybody's contract. */
export const dagdelenOf = ({ dagdelen }: DemoQuestion) => Math.min(4, Math.max(1, Math.round(dagdelen / 3)));

function roadOf({ chance, text, yearsAgo }: PastScene): Road {
  const light = text.level !== 'pupil';
  return chance.weighed<Road>([
    ['helped', light ? 38 : 66],
    ['answered', light ? 34 : 16],
    // Thinking along from the draft on was new then.
    ['along', yearsAgo === 0 ? 18 : yearsAgo === 1 ? 13 : 6],
    ['declined', 6],
    ['withdrawn', 4],
    ['stopped', 4],
  ]);
}

interface Walk {
  day: CivilDate;
  version: number;
  status: string;
  readonly id: string;
  readonly steps: Step[];
  readonly days: Map<string, CivilDate>;
}

const walkOf = ({ asked }: PastScene, id: string): Walk => ({
  ...{ day: asked, version: 1, status: 'draft', id },
  steps: [],
  days: new Map(),
});

function takeRoad(walk: Walk, scene: PastScene, road: Road): void {
  const { chance, text, school, specialist, yearsAgo } = scene;
  const coordinator = school.cast['support_coordinator'] ?? '';
  const contact = school.cast['contact_person'] ?? '';
  const slow = (least: number, most: number) => chance.between(least, most + yearsAgo * Math.ceil(most / 3));
  const go = (
    after: number,
    by: string,
    step: string,
    to: string,
    more: Partial<Step> = {},
    phase: Phase = 'begin',
  ) => take(walk, scene, { after, by, step, to, more, phase });
  if (road === 'along') {
    go(0, coordinator, 'think_along', 'draft', {
      choice: 'asked',
      specialist_id: specialist,
    });
    go(chance.between(0, 2), specialist, 'think_along', 'draft', { choice: 'accepted' });
  }
  go(chance.between(0, 2), coordinator, 'submit', 'submitted');
  if (road === 'withdrawn') {
    go(slow(1, 4), coordinator, 'withdraw', 'withdrawn', { text: 'Het team kwam er samen uit.' });
    return;
  }
  const plan = { urgency: text.urgency, expertise: [text.expertise], dagdelen: dagdelenOf(text) };
  go(slow(0, 3), contact, 'triage', 'in_triage', plan);
  if (road === 'answered') go(slow(1, 4), contact, 'answer', 'answered', { text: text.answer });
  if (road === 'along') go(slow(0, 3), specialist, 'answer', 'answered', { text: text.answer });
  if (road === 'declined')
    go(slow(1, 5), contact, 'decline', 'declined', {
      text: text.decline.reason,
      next_step: text.decline.nextStep,
    });
  if (road !== 'helped' && road !== 'stopped') return;
  help(walk, scene, { road, contact, coordinator, slow, go });
}

type Go = (after: number, by: string, step: string, to: string, more?: Partial<Step>, phase?: Phase) => void;

function help(
  walk: Walk,
  { chance, text, specialist, isOpen }: PastScene,
  {
    road,
    contact,
    coordinator,
    slow,
    go,
  }: {
    readonly road: Road;
    readonly contact: string;
    readonly coordinator: string;
    readonly slow: (least: number, most: number) => number;
    readonly go: Go;
  },
): void {
  const from = nextOpen(addDays(walk.day, slow(1, 4)), isOpen);
  const whom = { specialist_id: specialist, role: 'Eerste begeleider', dagdelen: dagdelenOf(text) };
  const period = { on_date: from, until_date: addDays(from, 90) };
  go(0, contact, 'assign', 'assigned', { ...whom, ...period });
  walk.day = nextOpen(addDays(from, slow(0, 6)), isOpen);
  go(0, specialist, 'start', 'started', { on_date: walk.day });
  if (road === 'stopped') {
    const { reason, nextStep } = text.stop;
    go(chance.between(20, 45), specialist, 'stop', 'stopped', { text: reason, next_step: nextStep }, 'end');
    return;
  }
  go(chance.between(52, 84), specialist, 'evaluate', 'evaluated', {}, 'end');
  go(slow(1, 5), coordinator, 'complete', 'completed', {}, 'end');
  const choice = chance.weighed([
    ['yes', 52],
    ['partly', 33],
    ['no', 15],
  ] as const);
  go(
    chance.between(168, 181),
    coordinator,
    'follow_up',
    'followed_up',
    { choice, text: text.lasted },
    'later',
  );
}

function take(
  walk: Walk,
  { isOpen }: PastScene,
  {
    after,
    by,
    step,
    to,
    more,
    phase,
  }: {
    readonly after: number;
    readonly by: string;
    readonly step: string;
    readonly to: string;
    readonly more: Partial<Step>;
    readonly phase: Phase;
  },
): void {
  walk.day = nextOpen(addDays(walk.day, after), isOpen);
  walk.version += 1;
  walk.days.set(step, walk.day);
  walk.steps.push({
    // Of one day each step comes an hour after the one before.
    clock: momentOn(walk.day, 8 + walk.version).toISOString(),
    ...{ by, step, phase, version: walk.version, question_id: walk.id, id: newId() },
    ...{ from_status: walk.status, to_status: to },
    ...more,
  });
  walk.status = to;
}
