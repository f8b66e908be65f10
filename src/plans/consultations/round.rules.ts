/**
 * How a round of asking goes, as data: buttons, API, pages and tests read this table; `round_law` and `answer_round` in migrations/0047
 * repeat it. «Ook gaan we over de nieuwe rol in gesprek met de trajectbegeleiders en de besturen»: whom, until when, with a name or
 * without; and what was done with each answer, said to whom was asked. Once it is open nothing of it changes but its last day.
 */
import type { Role } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { isTheirs, moveFrom, type Step } from '../steps.rules.ts';

export const roundStatuses = ['draft', 'open', 'summarised'] as const;
export type RoundStatus = (typeof roundStatuses)[number];

export const outcomes = ['taken_over', 'partly', 'not_taken_over', 'later'] as const;
export type AnswerOutcome = (typeof outcomes)[number];

export type RoundNeed =
  | 'stateAllows'
  | 'questionsGiven'
  | 'periodAhead'
  | 'subjectOpen'
  | 'notBegun'
  | 'stillRuns'
  | 'hasEnded'
  | 'enoughTookPart'
  | 'answersSettled'
  | 'summaryGiven'
  | 'staysAmongAsked';

type Asked = Exclude<RoundNeed, 'stateAllows'>;

const runners = ['team_lead', 'policy_adviser', 'editor', 'partnership_director'] as const;
const step = <const From extends RoundStatus | 'new', const To extends RoundStatus, const Need extends Asked>(
  from: From,
  to: To,
  ...needs: readonly Need[]
) => ({ moves: [{ from, to }], by: runners, needs }) as const;

export const roundSteps = {
  write: step('new', 'draft'),
  revise: step('draft', 'draft'),
  open: step('draft', 'open', 'questionsGiven', 'periodAhead', 'subjectOpen'),
  /** Nobody was asked yet. */
  take_back: step('open', 'draft', 'notBegun'),
  /** Longer, or over from today on. */
  move_end: step('open', 'open', 'stillRuns'),
  /** What was done with answers. */
  settle: step('open', 'open', 'hasEnded', 'enoughTookPart'),
  summarise: step('open', 'summarised', 'hasEnded', 'summaryGiven', 'answersSettled', 'staysAmongAsked'),
} as const satisfies Record<string, Step<RoundStatus, RoundNeed>>;

export type RoundStep = keyof typeof roundSteps;
/** Who runs rounds. */
export const roundRunners = runners;

export interface RoundFacts {
  readonly status: RoundStatus | 'new';
  readonly today: CivilDate;
  readonly startsOn: CivilDate;
  /** The last day. */
  readonly endsOn: CivilDate;
  readonly questions: number;
  /** What it is about is not closed yet; true when it is about nothing. */
  readonly subjectIsOpen: boolean;
  /** A post that is still a draft. */
  readonly isAboutPost: boolean;
  /** Its answers may be read: they have a name, or it has ended and enough took part. */
  readonly answersOpen: boolean;
  /** Answers in own words of which nobody said yet what was done with them. */
  readonly unsettled: number;
}

export interface RoundGiven {
  readonly summary?: string | undefined;
  readonly summaryFor?: 'asked' | 'members' | undefined;
  /** The new last day; the day before today: it is over. */
  readonly endsOn?: CivilDate | undefined;
}

/** From its first to its last day: whom it asks can answer. */
export const isRunning = ({
  status,
  startsOn,
  endsOn,
  today,
}: Pick<RoundFacts, 'status' | 'startsOn' | 'endsOn' | 'today'>): boolean =>
  status === 'open' && startsOn <= today && today <= endsOn;

const met: Record<Asked, (facts: RoundFacts, given: RoundGiven) => boolean> = {
  questionsGiven: ({ questions }) => questions > 0,
  periodAhead: ({ startsOn, today }) => startsOn >= today,
  subjectOpen: ({ subjectIsOpen }) => subjectIsOpen,
  notBegun: ({ startsOn, today }) => startsOn > today,
  stillRuns: ({ endsOn, today }) => endsOn >= today,
  hasEnded: ({ endsOn, today }) => endsOn < today,
  enoughTookPart: ({ answersOpen }) => answersOpen,
  // Answers that stay closed ask for nothing.
  answersSettled: ({ answersOpen, unsettled }) => !answersOpen || unsettled === 0,
  summaryGiven: (_facts, { summary = '' }) => summary.trim() !== '',
  staysAmongAsked: ({ isAboutPost }, { summaryFor }) => !isAboutPost || summaryFor !== 'members',
};

/** What the form still brings. */
const filledIn: readonly Asked[] = ['summaryGiven', 'staysAmongAsked'];

export const mayTakeRoundStep = (name: RoundStep, roles: readonly Role[]): boolean =>
  isTheirs(roundSteps[name], roles);

/** Why the step may not be taken: all of it at once. Without `given`: what can be told before a form is filled in. */
export function unmetByRound(name: RoundStep, facts: RoundFacts, given?: RoundGiven): readonly RoundNeed[] {
  const needs: readonly Asked[] = roundSteps[name].needs;
  const asked = given === undefined ? needs.filter((need) => !filledIn.includes(need)) : needs;
  const state: readonly RoundNeed[] =
    moveFrom<RoundStatus>(roundSteps[name], facts.status) === undefined ? ['stateAllows'] : [];
  return [...state, ...asked.filter((need) => !met[need](facts, given ?? {}))];
}
