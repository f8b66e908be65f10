/**
 * How an ondersteuningsplan comes about, as data: buttons, API, pages and tests read this table; `support_plan_step_law` in
 * migrations/0061 repeats it, of `remove` `discard_support_plan` in 0071. The municipalities are spoken with, the council of parents and staff consents, then it is adopted. Until
 * then it may go back to its writers; what was adopted stands.
 */
import type { Role } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { isTheirs, moveFrom, type Step } from '../steps.rules.ts';

export const planStatuses = ['draft', 'discussed', 'consented', 'adopted'] as const;
export type PlanStatus = (typeof planStatuses)[number];

export type PlanNeed =
  | 'stateAllows'
  | 'dayPassed'
  | 'daysInOrder'
  | 'withGiven'
  | 'reasonsGiven'
  | 'ambitionsGiven'
  | 'ambitionsWhole'
  | 'documentGiven'
  | 'periodFree'
  | 'neverDiscussed'
  | 'noPriorities';

const writers = ['team_lead', 'policy_adviser', 'partnership_director'] as const;

export const planSteps = {
  write: { moves: [{ from: 'new', to: 'draft' }], by: writers, needs: [] },
  revise: {
    moves: [
      { from: 'draft', to: 'draft' },
      { from: 'discussed', to: 'discussed' },
    ],
    by: writers,
    needs: [],
  },
  /** With the municipalities: op overeenstemming gericht overleg. */
  discuss: {
    moves: [{ from: 'draft', to: 'discussed' }],
    by: writers,
    needs: ['dayPassed', 'withGiven', 'ambitionsGiven'],
  },
  /** By the ondersteuningsplanraad. */
  consent: {
    moves: [{ from: 'discussed', to: 'consented' }],
    by: writers,
    needs: ['dayPassed', 'daysInOrder', 'ambitionsGiven'],
  },
  adopt: {
    moves: [{ from: 'consented', to: 'adopted' }],
    by: ['partnership_director', 'team_lead'],
    needs: ['dayPassed', 'daysInOrder', 'ambitionsGiven', 'ambitionsWhole', 'documentGiven', 'periodFree'],
  },
  reopen: {
    moves: [
      { from: 'discussed', to: 'draft' },
      { from: 'consented', to: 'draft' },
    ],
    by: writers,
    needs: ['reasonsGiven'],
  },
  /** Begun by mistake, or twice. */
  remove: { moves: [{ from: 'draft', to: 'gone' }], by: writers, needs: ['neverDiscussed', 'noPriorities'] },
} as const satisfies Record<string, Step<PlanStatus | 'gone', PlanNeed>>;

export type PlanStep = keyof typeof planSteps;
/** The steps that are said in a word of their own, and stay in its history. */
export type RoadStep = Exclude<PlanStep, 'write' | 'revise' | 'remove'>;
export const roadSteps = ['discuss', 'consent', 'adopt', 'reopen'] as const satisfies readonly RoadStep[];
export const planWriters = writers;

/** Whether its priorities and ambitions can still be written over. */
export const isOpen = (status: PlanStatus): boolean => status === 'draft' || status === 'discussed';

export interface PlanFacts {
  readonly status: PlanStatus | 'new';
  readonly today: CivilDate;
  readonly discussedOn: CivilDate | null;
  readonly consentedOn: CivilDate | null;
  readonly ambitions: number;
  /** Of those, how many do not say yet what is measured, from where, to where, by when and whose it is. */
  readonly unfinished: number;
  readonly document: boolean;
  /** No other adopted plan holds in a part of its period. */
  readonly periodFree: boolean;
  readonly priorities: number;
  /** It went out to the municipalities once, also when it came back. */
  readonly everDiscussed: boolean;
}

export interface PlanGiven {
  readonly on?: CivilDate | undefined;
  readonly with?: string | undefined;
  readonly reasons?: string | undefined;
}

type Asked = Exclude<PlanNeed, 'stateAllows'>;
/** What only a form that is filled in can tell. */
const said: readonly Asked[] = ['dayPassed', 'daysInOrder', 'withGiven', 'reasonsGiven'];
const isSaid = (text: string | undefined) => (text ?? '').trim() !== '';

const met: Record<Asked, (facts: PlanFacts, given: PlanGiven) => boolean> = {
  dayPassed: ({ today }, { on }) => on !== undefined && on <= today,
  // A day that is still to come is told about once.
  daysInOrder: ({ today, status, discussedOn, consentedOn }, { on }) =>
    on === undefined || on > today || on >= ((status === 'consented' ? consentedOn : discussedOn) ?? on),
  withGiven: (_facts, given) => isSaid(given.with),
  reasonsGiven: (_facts, given) => isSaid(given.reasons),
  ambitionsGiven: ({ ambitions }) => ambitions > 0,
  ambitionsWhole: ({ unfinished }) => unfinished === 0,
  documentGiven: ({ document }) => document,
  periodFree: ({ periodFree }) => periodFree,
  neverDiscussed: ({ everDiscussed }) => !everDiscussed,
  noPriorities: ({ priorities }) => priorities === 0,
};

export const mayTakePlanStep = (step: PlanStep, roles: readonly Role[]): boolean =>
  isTheirs(planSteps[step], roles);

/** Why the step may not be taken: all of it at once. Without `given`: what can be told before a form is filled in. */
export function unmetByPlan(step: PlanStep, facts: PlanFacts, given?: PlanGiven): readonly PlanNeed[] {
  const needs: readonly Asked[] = planSteps[step].needs;
  const asked = given === undefined ? needs.filter((need) => !said.includes(need)) : needs;
  const state: readonly PlanNeed[] =
    moveFrom<PlanStatus | 'gone'>(planSteps[step], facts.status) === undefined ? ['stateAllows'] : [];
  return [...state, ...asked.filter((need) => !met[need](facts, given ?? {}))];
}
