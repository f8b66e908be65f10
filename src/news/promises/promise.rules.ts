/**
 * The road of a promise, as data. Buttons, API and tests read this table; migrations/0045 repeats it in the database, which refuses every
 * other way. «Na de jaarwisseling zullen we alle scholen, professionals, ouders informeren»: a sentence that binds has an owner, a last day and
 * an audience, and stays in sight until it is kept. Its first day never moves, so that what was late stays late.
 */
import { addDays, type CivilDate, daysBetween } from '../../platform/pure/dates.ts';
import type { Audience } from '../posts/post.access.ts';

export const steps = ['make', 'postpone', 'hand_over', 'keep'] as const;
export type StepName = (typeof steps)[number];
/** Steps with a promise that is there. */
export const stepsTaken = ['keep', 'postpone', 'hand_over'] as const;
export type StepTaken = (typeof stepsTaken)[number];

/** What somebody is to one promise (`promise_relations`). */
export type Relation = 'owner' | 'writer';
export type Road = 'new' | 'open' | 'kept';

/** In the order in which they are told. */
export type Need =
  | 'stateAllows'
  | 'postStands'
  | 'postKnown'
  | 'sentenceStands'
  | 'promisedOnce'
  | 'audienceFits'
  | 'dayAhead'
  | 'ownerWorks'
  | 'otherOwner'
  | 'laterDay'
  | 'wordsGiven'
  | 'proofGiven'
  | 'dayBeen'
  | 'proofReadable'
  | 'noOpenMarks';

interface Step {
  readonly from: Road;
  readonly to: Road;
  readonly by: readonly Relation[];
  readonly needs: readonly Exclude<Need, 'stateAllows'>[];
}

export const protocol = {
  make: {
    from: 'new',
    to: 'open',
    by: ['writer'],
    needs: ['postStands', 'sentenceStands', 'promisedOnce', 'audienceFits', 'dayAhead', 'ownerWorks'],
  },
  postpone: {
    from: 'open',
    to: 'open',
    by: ['owner', 'writer'],
    needs: ['postKnown', 'laterDay', 'wordsGiven', 'noOpenMarks'],
  },
  hand_over: {
    from: 'open',
    to: 'open',
    by: ['owner', 'writer'],
    needs: ['postKnown', 'ownerWorks', 'otherOwner', 'noOpenMarks'],
  },
  keep: {
    from: 'open',
    to: 'kept',
    by: ['owner', 'writer'],
    needs: ['postKnown', 'proofGiven', 'dayBeen', 'proofReadable', 'noOpenMarks'],
  },
} as const satisfies Record<StepName, Step>;

/** For whom something is that everybody reads, is it for all; else each has to be named. */
export const coversAudiences = (post: readonly Audience[], asked: readonly Audience[]): boolean =>
  post.includes('public') || asked.every((one) => post.includes(one));

/** Whom a post reaches: audiences, and of people at a school or board these areas or boards only (both empty: all). */
export interface Reach {
  readonly audiences: readonly Audience[];
  readonly areas: readonly string[];
  readonly boards: readonly string[];
}

/** Whether whoever was promised something can read the proof. */
export function provesTo(proof: Reach, promised: Reach): boolean {
  const everywhere = proof.areas.length === 0 && proof.boards.length === 0;
  const scoped = promised.areas.length > 0 || promised.boards.length > 0;
  const within =
    scoped &&
    promised.areas.every((one) => proof.areas.includes(one)) &&
    promised.boards.every((one) => proof.boards.includes(one));
  return coversAudiences(proof.audiences, promised.audiences) && (everywhere || within);
}

export type State = 'open' | 'late' | 'kept' | 'keptLate';

/** The days of a promise. */
export interface Days {
  /** The last day, as first promised. */
  readonly dueOn: CivilDate;
  /** A later day that was told. */
  readonly expectedOn: CivilDate | null;
  readonly keptOn: CivilDate | null;
}

/** A later day that was told makes nothing less late. */
export function stateOf({ dueOn, keptOn }: Days, today: CivilDate): State {
  const late = (keptOn ?? today) > dueOn;
  if (keptOn === null) return late ? 'late' : 'open';
  return late ? 'keptLate' : 'kept';
}

/** Days since the first promised day, until it was kept or until today; nought when it is not late. */
export function daysLate({ dueOn, keptOn }: Days, today: CivilDate): number {
  const end = keptOn ?? today;
  return end > dueOn ? daysBetween(dueOn, end) : 0;
}

/** The day its reader can expect it. */
export const dayNow = ({ dueOn, expectedOn }: Days): CivilDate => expectedOn ?? dueOn;

/** Two weeks: as long ahead as the owner is told of it. */
export const comesDue = (days: Days, today: CivilDate): boolean =>
  days.keptOn === null && (stateOf(days, today) === 'late' || dayNow(days) <= addDays(today, 14));

/** A promise lies at most five years ahead: what is further away binds nobody who works here now. */
export const furthest = 1830;

/** What the rules must know of a promise; of one that is made, as it would be. */
export interface Facts extends Days {
  readonly road: Road;
  readonly today: CivilDate;
  readonly madeOn: CivilDate;
  readonly ownerId: string;
  /** Its post is out. */
  readonly published: boolean;
  readonly withdrawn: boolean;
  readonly reach: Reach;
}

/** What a step is sent with, and what the store looked up for it. */
export interface Given {
  readonly sentenceStands?: boolean | undefined;
  readonly promisedBefore?: boolean | undefined;
  readonly postAudiences?: readonly Audience[] | undefined;
  readonly ownerId?: string | undefined;
  /** The new owner works at the partnership today. */
  readonly ownerWorks?: boolean | undefined;
  readonly onDate?: CivilDate | undefined;
  readonly words?: string | undefined;
  /** The post that shows it was kept: null when the reader knows no such post, or when it is not out or was withdrawn. */
  readonly proof?: Reach | null | undefined;
  readonly openMarks?: number | undefined;
}

const said = ({ words = '' }: Given) => words.trim() !== '';
const ahead = (day: CivilDate | undefined, today: CivilDate) =>
  day !== undefined && day >= today && day <= addDays(today, furthest);

const met: Record<Exclude<Need, 'stateAllows'>, (facts: Facts, given: Given) => boolean> = {
  postStands: ({ withdrawn }) => !withdrawn,
  postKnown: ({ published }) => published,
  sentenceStands: (_facts, { sentenceStands = false }) => sentenceStands,
  promisedOnce: (_facts, { promisedBefore = false }) => !promisedBefore,
  audienceFits: ({ reach }, { postAudiences = [] }) => coversAudiences(postAudiences, reach.audiences),
  dayAhead: ({ dueOn, today }) => ahead(dueOn, today),
  ownerWorks: (_facts, { ownerWorks = false }) => ownerWorks,
  otherOwner: ({ ownerId }, given) => given.ownerId !== ownerId,
  laterDay: (facts, { onDate }) =>
    onDate !== undefined && onDate > dayNow(facts) && ahead(onDate, facts.today),
  wordsGiven: (_facts, given) => said(given),
  proofGiven: (_facts, given) => given.proof !== undefined || said(given),
  dayBeen: ({ madeOn, today }, { onDate }) => onDate !== undefined && onDate >= madeOn && onDate <= today,
  proofReadable: ({ reach }, { proof }) => proof === undefined || (proof !== null && provesTo(proof, reach)),
  noOpenMarks: (_facts, { openMarks = 0 }) => openMarks === 0,
};

/** What can be told before anything is filled in. */
const toldBefore: readonly Need[] = ['postStands', 'postKnown'];

/** Whether somebody with these relations may ever take the step. */
export const mayTake = (step: StepName, relations: readonly Relation[]): boolean =>
  protocol[step].by.some((relation) => relations.includes(relation));

/** Why the step may not be taken: all unmet needs at once, in the order of the table. Without `given`: what can be told beforehand. */
export function unmetNeeds(step: StepName, facts: Facts, given?: Given): readonly Need[] {
  if (protocol[step].from !== facts.road) return ['stateAllows'];
  const needs: readonly Exclude<Need, 'stateAllows'>[] = protocol[step].needs;
  const asked = given === undefined ? needs.filter((need) => toldBefore.includes(need)) : needs;
  return asked.filter((need) => !met[need](facts, given ?? {}));
}
