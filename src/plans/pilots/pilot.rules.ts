/**
 * How a pilot goes, as data: buttons, API, pages and tests read this table; `pilot_law` in migrations/0047 repeats it. «Op een aantal
 * plekken draaien we pilots met de andere manier van werken»: what is different and what it is compared by is written down before it
 * begins and stands still from then on; the decision at the end has its reasons.
 */
import type { Role } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { isTheirs, moveFrom, type Step } from '../steps.rules.ts';

export const pilotStatuses = ['draft', 'running', 'decided'] as const;
export type PilotStatus = (typeof pilotStatuses)[number];

export const decisions = ['adopted', 'adapted', 'stopped'] as const;
export type Decision = (typeof decisions)[number];

export type PilotNeed = 'stateAllows' | 'measuresGiven' | 'schoolsGiven' | 'hasBegun' | 'reasonsGiven';

const writers = ['team_lead', 'policy_adviser', 'editor'] as const;

export const pilotSteps = {
  write: { moves: [{ from: 'new', to: 'draft' }], by: writers, needs: [] },
  revise: { moves: [{ from: 'draft', to: 'draft' }], by: writers, needs: [] },
  start: {
    moves: [{ from: 'draft', to: 'running' }],
    by: writers,
    needs: ['measuresGiven', 'schoolsGiven'],
  },
  /** Schools that join or leave, and the last day. */
  change: { moves: [{ from: 'running', to: 'running' }], by: writers, needs: ['schoolsGiven'] },
  decide: {
    moves: [{ from: 'running', to: 'decided' }],
    by: ['partnership_director', 'team_lead'],
    needs: ['hasBegun', 'reasonsGiven'],
  },
} as const satisfies Record<string, Step<PilotStatus, PilotNeed>>;

export type PilotStep = keyof typeof pilotSteps;
export const pilotWriters = writers;
export const deciders = pilotSteps.decide.by;

export interface PilotFacts {
  readonly status: PilotStatus | 'new';
  readonly today: CivilDate;
  readonly startsOn: CivilDate;
  readonly measures: number;
  readonly schools: number;
}

export interface PilotGiven {
  readonly reasons?: string | undefined;
}

type Asked = Exclude<PilotNeed, 'stateAllows'>;
const met: Record<Asked, (facts: PilotFacts, given: PilotGiven) => boolean> = {
  measuresGiven: ({ measures }) => measures > 0,
  schoolsGiven: ({ schools }) => schools > 0,
  hasBegun: ({ startsOn, today }) => startsOn <= today,
  reasonsGiven: (_facts, { reasons = '' }) => reasons.trim() !== '',
};

export const mayTakePilotStep = (step: PilotStep, roles: readonly Role[]): boolean =>
  isTheirs(pilotSteps[step], roles);

/** Why the step may not be taken: all of it at once. Without `given`: what can be told before a form is filled in. */
export function unmetByPilot(step: PilotStep, facts: PilotFacts, given?: PilotGiven): readonly PilotNeed[] {
  const needs: readonly Asked[] = pilotSteps[step].needs;
  const asked = given === undefined ? needs.filter((need) => need !== 'reasonsGiven') : needs;
  const state: readonly PilotNeed[] =
    moveFrom<PilotStatus>(pilotSteps[step], facts.status) === undefined ? ['stateAllows'] : [];
  return [...state, ...asked.filter((need) => !met[need](facts, given ?? {}))];
}
