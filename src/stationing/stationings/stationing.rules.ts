/**
 * The protocol of a stationing, as data. Buttons, API, the page /inzet/stationeringen/werkwijze and the tests read this table;
 * migrations/0038 repeats it in the database, which refuses every other way. Whoever wants something else (other dagdelen, longer, another
 * place) proposes a stationing that goes on from this one: the place agrees to that as well, and history stays.
 */
import type { CivilDate } from '../../platform/pure/dates.ts';

export const statuses = ['proposed', 'agreed', 'active', 'evaluated', 'ended', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

/** What somebody is to one stationing today (`stationing_relations`); `day` and `successor` are the law itself. */
export const relations = [
  'team_lead',
  'specialist',
  'host',
  'school_director',
  'support_coordinator',
  'board_member',
] as const;
export type Relation = (typeof relations)[number];

export const endReasons = ['done', 'moved', 'absence', 'left', 'school', 'other'] as const;
export type EndReason = (typeof endReasons)[number];

/** Everything that can stand in the way. Each has its Dutch sentence, with a next step, in stationing.words.ts. */
export type Need =
  | 'stateAllows'
  | 'periodAhead'
  | 'isSpecialist'
  | 'schoolsOfBoard'
  | 'sharesAddUp'
  | 'ambitionsRun'
  | 'continuesLive'
  | 'placeFree'
  | 'withinContract'
  | 'notAway'
  | 'begun'
  | 'reasonGiven'
  | 'wordsGiven'
  | 'lastDayEarlier'
  | 'lastDayBeen'
  | 'periodOver'
  | 'evaluated'
  | 'noOpenMarks';

interface Move {
  readonly from: Status | 'new';
  readonly to: Status;
  /** Who may take the step, first match first. */
  readonly by: readonly (Relation | 'day' | 'successor')[];
}

interface Step {
  readonly moves: readonly Move[];
  readonly needs: readonly Exclude<Need, 'stateAllows'>[];
}

const live = ['agreed', 'active', 'evaluated'] as const;
const each = (
  to: (from: Status) => Status,
  by: Move['by'],
  from: readonly Status[] = live,
): readonly Move[] => from.map((status) => ({ from: status, to: to(status), by }));
const same = (from: Status) => from;
const over = (): Status => 'ended';

export const protocol = {
  propose: {
    moves: [{ from: 'new', to: 'proposed', by: ['team_lead'] }],
    needs: [
      'periodAhead',
      'isSpecialist',
      'placeFree',
      'withinContract',
      'notAway',
      'schoolsOfBoard',
      'sharesAddUp',
      'ambitionsRun',
      'continuesLive',
      'noOpenMarks',
    ],
  },
  answer: {
    moves: [{ from: 'proposed', to: 'proposed', by: ['host', 'school_director', 'board_member'] }],
    needs: ['wordsGiven', 'noOpenMarks'],
  },
  agree: {
    moves: [{ from: 'proposed', to: 'agreed', by: ['host'] }],
    // What was true when it was proposed is asked again: the world goes on.
    needs: ['periodAhead', 'isSpecialist', 'placeFree', 'withinContract', 'notAway', 'noOpenMarks'],
  },
  withdraw: {
    moves: [{ from: 'proposed', to: 'withdrawn', by: ['team_lead'] }],
    needs: ['wordsGiven', 'noOpenMarks'],
  },
  start: {
    moves: [{ from: 'agreed', to: 'active', by: ['specialist', 'team_lead', 'day'] }],
    needs: ['begun'],
  },
  evaluate: {
    moves: [
      { from: 'active', to: 'evaluated', by: ['specialist', 'support_coordinator', 'school_director'] },
    ],
    needs: ['wordsGiven', 'noOpenMarks'],
  },
  shorten: {
    moves: each(same, ['team_lead']),
    needs: ['reasonGiven', 'wordsGiven', 'lastDayEarlier', 'noOpenMarks'],
  },
  end: {
    moves: each(over, ['team_lead']),
    needs: ['reasonGiven', 'wordsGiven', 'lastDayBeen', 'noOpenMarks'],
  },
  make_way: {
    moves: [...each(same, ['successor']), ...each(over, ['successor'])],
    needs: [],
  },
  run_out: {
    moves: each(over, ['day'], ['active', 'evaluated']),
    needs: ['periodOver', 'evaluated'],
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof protocol;
export const stepNames = Object.keys(protocol) as readonly StepName[];

/** Steps that somebody takes with a stationing that is there; the law takes the others. */
export const stepsTaken = ['agree', 'answer', 'withdraw', 'start', 'evaluate', 'shorten', 'end'] as const;
export type StepTaken = (typeof stepsTaken)[number];

/** How a step leaves a state; undefined when it does not. */
export const moveOf = (step: StepTaken, status: Status): Move | undefined =>
  (protocol[step].moves as readonly Move[]).find(({ from }) => from === status);

/** Whether somebody with these relations may take the step; from a state it does not leave, in any state. */
export function mayTake(
  step: StepTaken,
  facts: { readonly status: Status; readonly relations: readonly Relation[] },
): boolean {
  const here = moveOf(step, facts.status);
  const moves: readonly Move[] = here === undefined ? protocol[step].moves : [here];
  return moves.some(({ by }) =>
    by.some((relation) => (facts.relations as readonly string[]).includes(relation)),
  );
}

/** What of the specialist's world can stand in the way; the database tells that it does, and to who plans also where. */
export type Clash = Extract<Need, 'isSpecialist' | 'placeFree' | 'withinContract' | 'notAway'>;

/** Dagdelen a week of somebody's contract in a week, nought where there is none, and what stationings take of them. */
export interface RoomOfWeek {
  readonly monday: CivilDate;
  readonly contract: number;
  readonly taken: number;
}

/** What the rules must know of a stationing; of one that is proposed, as it would be. */
export interface Facts {
  readonly status: Status | 'new';
  readonly today: CivilDate;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
  readonly clashes: readonly Clash[];
}

/** What a step is sent with, and of a proposal what the store looked up. */
export interface Given {
  readonly openMarks?: number | undefined;
  readonly words?: string | undefined;
  readonly because?: EndReason | undefined;
  readonly lastDay?: CivilDate | undefined;
  /** Percent for schools' questions. */
  readonly questionsShare?: number | undefined;
  readonly ambitions?: readonly { readonly share: number; readonly runs: boolean }[] | undefined;
  /** Whether the schools are the place's own and are there on the first day. */
  readonly schoolsFit?: boolean | undefined;
  /** Whether what it goes on from can be gone on from; true when it goes on from nothing. */
  readonly continuesFits?: boolean | undefined;
}

type AskedNeed = (typeof protocol)[StepTaken | 'propose']['needs'][number];

const met: Record<AskedNeed, (facts: Facts, given: Given) => boolean> = {
  periodAhead: ({ to, today }) => to >= today,
  isSpecialist: ({ clashes }) => !clashes.includes('isSpecialist'),
  placeFree: ({ clashes }) => !clashes.includes('placeFree'),
  withinContract: ({ clashes }) => !clashes.includes('withinContract'),
  notAway: ({ clashes }) => !clashes.includes('notAway'),
  schoolsOfBoard: (_facts, { schoolsFit = false }) => schoolsFit,
  sharesAddUp: (_facts, { questionsShare = 0, ambitions = [] }) =>
    ambitions.reduce((sum, { share }) => sum + share, questionsShare) === 100,
  ambitionsRun: (_facts, { ambitions = [] }) => ambitions.every(({ runs }) => runs),
  continuesLive: (_facts, { continuesFits = true }) => continuesFits,
  begun: ({ from, today }) => from <= today,
  reasonGiven: (_facts, { because }) => because !== undefined,
  wordsGiven: (_facts, { words = '' }) => words.trim() !== '',
  lastDayEarlier: ({ from, to, today }, { lastDay = '' }) =>
    lastDay >= today && lastDay >= from && lastDay < to,
  // What has not begun has no last day.
  lastDayBeen: ({ from, to, today }, { lastDay }) =>
    from > today
      ? lastDay === undefined
      : lastDay !== undefined && lastDay >= from && lastDay <= today && lastDay <= to,
  noOpenMarks: (_facts, { openMarks = 0 }) => openMarks === 0,
};

/** What can be told before anything is filled in. */
const toldBefore: readonly Need[] = [
  'periodAhead',
  'isSpecialist',
  'placeFree',
  'withinContract',
  'notAway',
  'begun',
];

/** Why the step may not be taken: all unmet needs at once, in the order of the table. Without `given`: what can be told beforehand. */
export function unmetNeeds(step: StepTaken | 'propose', facts: Facts, given?: Given): readonly Need[] {
  const leaves: readonly Move[] = protocol[step].moves;
  const state: readonly Need[] = leaves.some(({ from }) => from === facts.status) ? [] : ['stateAllows'];
  const needs: readonly AskedNeed[] = protocol[step].needs;
  const asked = given === undefined ? needs.filter((need) => toldBefore.includes(need)) : needs;
  return [...state, ...asked.filter((need) => !met[need](facts, given ?? {}))];
}
