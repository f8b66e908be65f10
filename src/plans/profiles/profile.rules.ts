/**
 * How an edition of a role profile comes about, as data: buttons, API, pages and tests read this table; `edition_law` in migrations/0047
 * repeats it. «Komende periode kijken we naar de functiebeschrijving»: what is adopted was asked about first. Whoever began an edition
 * does not adopt it, but for the partnership's director, who answers for it.
 */

import type { Role } from '../../platform/pure/actor.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { isTheirs, moveFrom, type Step } from '../steps.rules.ts';

export const editionStatuses = ['draft', 'in_consultation', 'adopted'] as const;
export type EditionStatus = (typeof editionStatuses)[number];

export type EditionNeed =
  | 'stateAllows'
  | 'noOpenEdition'
  | 'bodyGiven'
  | 'noRoundRuns'
  | 'notOwn'
  | 'wasAsked'
  | 'roundsSummarised'
  | 'startsInReach'
  | 'startsAfterBefore';

const writers = ['team_lead', 'policy_adviser'] as const;

export const editionSteps = {
  write: { moves: [{ from: 'new', to: 'draft' }], by: writers, needs: ['noOpenEdition', 'bodyGiven'] },
  revise: {
    moves: [
      { from: 'draft', to: 'draft' },
      { from: 'in_consultation', to: 'in_consultation' },
    ],
    by: writers,
    needs: ['bodyGiven', 'noRoundRuns'],
  },
  /** Taken by a round about it that opens: see consultations/round.rules.ts. */
  ask: { moves: [{ from: 'draft', to: 'in_consultation' }], by: [], needs: [] },
  adopt: {
    moves: [{ from: 'in_consultation', to: 'adopted' }],
    by: ['partnership_director', 'team_lead'],
    needs: ['notOwn', 'wasAsked', 'roundsSummarised', 'startsInReach', 'startsAfterBefore'],
  },
} as const satisfies Record<string, Step<EditionStatus, EditionNeed>>;

export type EditionStep = keyof typeof editionSteps;

/** Who begins profiles and writes their editions. */
export const profileWriters = editionSteps.write.by;
export const adopters = editionSteps.adopt.by;

export interface EditionFacts {
  readonly status: EditionStatus | 'new';
  readonly today: CivilDate;
  /** Began it. */
  readonly isOwn: boolean;
  readonly roles: readonly Role[];
  /** The profile has an edition that is not adopted yet, beside this one. */
  readonly hasOpen: boolean;
  /** Rounds about it that are open: those whose last day is still to come, and all that were not summarised. */
  readonly roundsRunning: number;
  /** Rounds about it that asked somebody: open ones and those that are done. */
  readonly roundsHeld: number;
  readonly roundsUnsummarised: number;
  /** First day of the last edition that was adopted before it. */
  readonly lastStart: CivilDate | null;
}

export interface EditionGiven {
  readonly body?: string | undefined;
  readonly startsOn?: CivilDate | undefined;
}

/** A first day lies at most a year from today, before or after it. */
const reach = 366;

type Asked = Exclude<EditionNeed, 'stateAllows'>;
const met: Record<Asked, (facts: EditionFacts, given: EditionGiven) => boolean> = {
  noOpenEdition: ({ hasOpen }) => !hasOpen,
  bodyGiven: (_facts, { body = '' }) => body.trim() !== '',
  noRoundRuns: ({ roundsRunning }) => roundsRunning === 0,
  notOwn: ({ isOwn, roles }) => !isOwn || roles.includes('partnership_director'),
  wasAsked: ({ roundsHeld }) => roundsHeld > 0,
  roundsSummarised: ({ roundsUnsummarised }) => roundsUnsummarised === 0,
  startsInReach: ({ today }, { startsOn }) =>
    startsOn !== undefined && startsOn >= addDays(today, -reach) && startsOn <= addDays(today, reach),
  startsAfterBefore: ({ lastStart }, { startsOn }) =>
    startsOn === undefined || lastStart === null || startsOn > lastStart,
};

/** What the form still brings: not told before it is filled in. */
const filledIn: readonly Asked[] = ['bodyGiven', 'startsInReach', 'startsAfterBefore'];

/** Whether somebody with these roles may ever take the step. */
export const mayTakeEditionStep = (step: EditionStep, roles: readonly Role[]): boolean =>
  isTheirs(editionSteps[step], roles);

/** Why the step may not be taken: all of it at once. Without `given`: what can be told beforehand. */
export function unmetByEdition(
  step: EditionStep,
  facts: EditionFacts,
  given?: EditionGiven,
): readonly EditionNeed[] {
  const needs: readonly Asked[] = editionSteps[step].needs;
  const asked = given === undefined ? needs.filter((need) => !filledIn.includes(need)) : needs;
  const state: readonly EditionNeed[] =
    moveFrom<EditionStatus>(editionSteps[step], facts.status) === undefined ? ['stateAllows'] : [];
  return [...state, ...asked.filter((need) => !met[need](facts, given ?? {}))];
}
