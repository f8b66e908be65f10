/**
 * What has to be the case before a step of a question: told from facts, never from the database, so that buttons, API and tests can ask.
 * migrations/0024 and 0035 ask the same of every row; a test holds both against each other, need by need.
 */
import { daysBetween, weekday } from '../platform/pure/dates.ts';
import { folded } from '../platform/pure/text.ts';
import type { AskedNeed, Need } from './need.rules.ts';
import {
  type Level,
  moveOf,
  protocol,
  type Relation,
  type Status,
  type Step,
  type StepName,
} from './question.rules.ts';

/** An assignment as the rules see it. */
export interface Assigned {
  readonly specialistId: string;
  readonly kind: 'thinks_along' | 'assigned';
  readonly state: 'asked' | 'active' | 'declined' | 'ended';
  /** The last day; null for who thinks along. */
  readonly until: string | null;
}

/** Everything the rules need to know about a question and the person who looks at it. */
export interface Facts {
  readonly status: Status;
  readonly level: Level;
  readonly today: string;
  readonly actorId: string;
  readonly relations: readonly Relation[];
  readonly signalledOn: string;
  readonly pseudonym: string | null;
  /** «8-9»: years of age. */
  readonly ageBand: string | null;
  readonly caseNumber: string | null;
  readonly parentsSpokenOn: string | null;
  readonly parentsConsentOn: string | null;
  readonly pupilConsentOn: string | null;
  /** House rule of the partnership: consent of the parents below this age, of the pupil from that age. */
  readonly consentParentsBelow: number;
  readonly consentPupilFrom: number;
  /** Marks of the writing aid that nobody removed or accepted. */
  readonly openMarks: number;
  readonly assignments: readonly Assigned[];
  /** Last day of the longest assignment. */
  readonly evaluateBy: string | null;
  /** Since when something is missing in the file at the committee; null = nothing. */
  readonly incompleteOn: string | null;
  /** The meeting whose agenda it is on: it has begun, and enough members without a conflict of interest were there. */
  readonly meeting: {
    readonly begun: boolean;
    readonly takers: number;
    readonly quorum: number;
    /** What it was asked for. */
    readonly asked: 'advice' | 'decision';
  } | null;
  /** Goals still pursued, with the moments scored by each side: «end» by «school». */
  readonly goals: readonly { readonly endBySchool: boolean; readonly endBySpecialist: boolean }[];
  /** The latest evaluation said why there is no goal. */
  readonly saidWhyNoGoal: boolean;
  /** Visits for this question that a school has not confirmed yet, or disputed. */
  readonly unconfirmedVisits: number;
}

/** The part of a step's input that rules look at, with what the store looked up about whom and what it names. */
export interface Given {
  readonly openMarks?: number | undefined;
  readonly choice?: 'asked' | 'accepted' | 'declined' | undefined;
  readonly specialistId?: string | undefined;
  readonly fromSpecialistId?: string | undefined;
  /** Whether the named person is a specialist today. */
  readonly isSpecialist?: boolean | undefined;
  /** Whether the work fits the contract of who is to do it in every week. */
  readonly fitsContract?: boolean | undefined;
  readonly meeting?:
    | { readonly planned: boolean; readonly ahead: boolean; readonly cutOffOn: string }
    | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly until?: string | undefined;
  readonly firstContactOn?: string | undefined;
  readonly noGoalBecause?: string | undefined;
  readonly decides?: 'arrangement' | 'tlv' | undefined;
  /** The experts of a TLV: each one's day and function. */
  readonly opinions?: readonly { readonly on: string; readonly by: string }[] | undefined;
  /** Own number of the case, when it is filled in with the step. */
  readonly caseNumber?: string | undefined;
}

const isBlank = (text: string | null | undefined) =>
  text === null || text === undefined || text.trim() === '';

/** Youngest and oldest age of a band such as «8-9»; undefined when it is none between 2 and 22 years. */
export function agesOf(band: string | null): readonly [youngest: number, oldest: number] | undefined {
  const [youngest = 0, oldest = 0] = (band ?? '').split('-').map(Number);
  return 2 <= youngest && youngest <= oldest && oldest <= 22 ? [youngest, oldest] : undefined;
}

/** Whether something was done on a day that is not ahead. */
const doneBy = (today: string, day: string | null | undefined) => (day ?? never) <= today;

/** Whose consent is needed: of a band on both sides of an age both are asked. */
export function consentNeeded(facts: Pick<Facts, 'ageBand' | 'consentParentsBelow' | 'consentPupilFrom'>): {
  readonly parents: boolean;
  readonly pupil: boolean;
} {
  const ages = agesOf(facts.ageBand);
  if (ages === undefined) return { parents: false, pupil: false };
  return { parents: ages[0] < facts.consentParentsBelow, pupil: ages[1] >= facts.consentPupilFrom };
}

function consented(facts: Facts): boolean {
  const { parents, pupil } = consentNeeded(facts);
  return (
    (!parents || doneBy(facts.today, facts.parentsConsentOn)) &&
    (!pupil || doneBy(facts.today, facts.pupilConsentOn))
  );
}

const assignedTo = (facts: Facts) =>
  facts.assignments
    .filter(({ kind, state }) => kind === 'assigned' && state === 'active')
    .map(({ specialistId }) => specialistId);

/** Whose work is handed over: who is named, else the sender's own, else the only one there is. */
export function handedOverFrom(facts: Facts, given: Given): string | undefined {
  const assigned = assignedTo(facts);
  const asked = given.fromSpecialistId ?? (assigned.includes(facts.actorId) ? facts.actorId : undefined);
  if (asked !== undefined) return assigned.includes(asked) ? asked : undefined;
  return assigned.length === 1 ? assigned[0] : undefined;
}

const askingAnybody: readonly Relation[] = ['contact_person', 'support_coordinator'];
const asking: readonly Relation[] = [...askingAnybody, 'planner'];

/** Calendar weeks, Monday to Sunday, that a period of days touches. */
const weeksOf = (from: string, last: string) =>
  (daysBetween(from, last) + weekday(from) - weekday(last)) / 7 + 1;

/** Work of some dagdelen from a first day to a last one. */
export interface Work {
  readonly from: string;
  /** The last day. */
  readonly until: string;
  readonly dagdelen: number;
}

/**
 * What is left of work from a day on: its weeks that still come, each with the dagdelen it had, in whole halves. Of work that is over,
 * what a week had.
 */
export function workLeft({ from, until, dagdelen }: Work, today: string): Work {
  const first = from > today ? from : today;
  const last = until > today ? until : today;
  const weeks = weeksOf(from, until);
  const share = 2 * dagdelen * weeksOf(first, last);
  const over = share % weeks;
  const halves = over === 0 ? share / weeks : (share - over) / weeks + 1;
  return { from: first, until: last, dagdelen: halves / 2 };
}

/**
 * The first day that a first signal may have: the first of August of the school year two before this one. Longer ago is a slip of the
 * keyboard or a question of another time, and clocks and figures would tell of years.
 */
export function earliestSignal(today: string): string {
  const year = Number(today.slice(0, 4));
  return `${today.slice(5) < '08-01' ? year - 3 : year - 2}-08-01`;
}

/** A day after all others. */
const never = '9999-12-31';

/** Whether a need is met. `given` is what the step was sent with. */
const met: Record<AskedNeed, (facts: Facts, given: Given) => boolean> = {
  noOpenMarks: (facts, given) => (given.openMarks ?? facts.openMarks) === 0,
  pseudonym: (facts) => facts.level !== 'pupil' || !isBlank(facts.pseudonym),
  ageBand: (facts) => facts.level !== 'pupil' || agesOf(facts.ageBand) !== undefined,
  parentsSpoken: (facts) => facts.level !== 'pupil' || doneBy(facts.today, facts.parentsSpokenOn),
  // Without an age nobody knows whose consent is needed: ageBand says it all.
  consent: (facts) => facts.level !== 'pupil' || consented(facts),
  // Who was asked answers; asking others is for who plans, and for the school. Who thinks along reads the words: a team lead who is a
  // specialist as well and plans a question on a pupil without reading it, is asked by the school or its contact person.
  askedAlong: (facts, { choice, specialistId }) =>
    choice === 'asked'
      ? (facts.level === 'pupil' && specialistId === facts.actorId ? askingAnybody : asking).some(
          (relation) => facts.relations.includes(relation),
        )
      : facts.relations.includes('asked_along'),
  isSpecialist: (_facts, { choice, isSpecialist = false }) =>
    isSpecialist || choice === 'accepted' || choice === 'declined',
  notYetInvolved: (facts, { choice, specialistId }) =>
    choice !== 'asked' ||
    !facts.assignments.some(
      (one) => one.specialistId === specialistId && (one.state === 'active' || one.state === 'asked'),
    ),
  meetingPlanned: (_facts, { meeting }) => meeting?.planned === true && meeting.ahead,
  // Of a meeting that is not there the other need tells.
  beforeCutOff: (facts, { meeting }) => meeting === undefined || facts.today <= meeting.cutOffOn,
  fileComplete: (facts, { caseNumber }) =>
    facts.incompleteOn === null && (facts.level !== 'pupil' || !isBlank(caseNumber ?? facts.caseNumber)),
  somethingMissing: (facts) => facts.incompleteOn !== null,
  // What a decision was asked of is not settled with an advice. Of a meeting that is not there another need tells.
  adviceAsked: (facts) => facts.meeting?.asked !== 'decision',
  meetingBegun: (facts) => facts.meeting?.begun === true,
  quorum: (facts) => facts.meeting !== null && facts.meeting.takers >= facts.meeting.quorum,
  tlvOfPupil: (facts, { decides }) => facts.level === 'pupil' || decides !== 'tlv',
  opinionsNotAhead: (facts, { opinions = [] }) => opinions.every(({ on }) => doneBy(facts.today, on)),
  opinionsDiffer: (_facts, { opinions = [] }) =>
    new Set(opinions.map(({ by }) => folded(by))).size === opinions.length,
  notYetAssigned: (facts, { specialistId = '' }) => !assignedTo(facts).includes(specialistId),
  periodAhead: (facts, { from = never, to = '' }) => from <= to && to >= facts.today,
  withinContract: (_facts, { fitsContract = false }) => fitsContract,
  notAhead: (facts, { firstContactOn }) => doneBy(facts.today, firstContactOn),
  afterSignal: (facts, { firstContactOn = '' }) => firstContactOn >= facts.signalledOn,
  // «scores or "no goal, because"»: of each goal at least one side says where it stands; the other may follow before completing.
  scoresOrReason: ({ goals }, { noGoalBecause }) =>
    goals.length === 0
      ? !isBlank(noGoalBecause)
      : isBlank(noGoalBecause) && goals.every((goal) => goal.endBySchool || goal.endBySpecialist),
  endScores: ({ goals, saidWhyNoGoal }) =>
    goals.length === 0 ? saidWhyNoGoal : goals.every((goal) => goal.endBySchool && goal.endBySpecialist),
  visitsConfirmed: (facts) => facts.unconfirmedVisits === 0,
  untilLater: (facts, { until = '' }) => until > facts.today && until > (facts.evaluateBy ?? ''),
  whoseAssignment: (facts, given) => {
    const from = handedOverFrom(facts, given);
    return from !== undefined && (from === facts.actorId || facts.relations.includes('planner'));
  },
};

/** Why the step may not be taken now: all unmet needs at once, in the order of the table. Without `given`: what can be told beforehand. */
export function unmetNeeds(name: StepName, facts: Facts, given?: Given): readonly Need[] {
  const step: Step = protocol[name];
  const state: readonly Need[] = moveOf(name, facts.status) === undefined ? ['stateAllows'] : [];
  const asked = given === undefined ? step.needs : [...step.needs, ...step.inputNeeds];
  const open = asked.filter((need) => !met[need](facts, given ?? {}));
  return [...state, ...open];
}

/** The state after the step; undefined when the step does not leave this state. */
export const statusAfter = (name: StepName, status: Status): Status | undefined => moveOf(name, status)?.to;
