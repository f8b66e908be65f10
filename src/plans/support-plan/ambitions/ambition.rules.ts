/**
 * What becomes of an ambition, as data; `ambition_law`, `change_ambition` and `ambition_reading_law` in migrations/0061 repeat it. While
 * its plan is written it is written over; once that is adopted it changes with a reason, and its owner says how far it is.
 */
import type { Role } from '../../../platform/pure/actor.ts';
import { type CivilDate, daysBetween } from '../../../platform/pure/dates.ts';
import { planWriters } from '../support-plan.rules.ts';

/** `listed`: in the partnership's own list, in no plan. */
export const ambitionStatuses = ['listed', 'draft', 'adopted'] as const;
export type AmbitionStatus = (typeof ambitionStatuses)[number];

export type AmbitionNeed =
  | 'stateAllows'
  | 'planStands'
  | 'ambitionWhole'
  | 'reasonsGiven'
  | 'endsInPlan'
  | 'noMeasureTells'
  | 'dayReadable';

export const ambitionSteps = {
  revise: { from: 'draft', by: 'writer', needs: ['planStands'] },
  remove: { from: 'draft', by: 'writer', needs: ['planStands'] },
  change: { from: 'adopted', by: 'writer', needs: ['reasonsGiven', 'ambitionWhole', 'endsInPlan'] },
  read: { from: 'adopted', by: 'owner', needs: ['noMeasureTells', 'dayReadable'] },
} as const satisfies Record<
  string,
  {
    readonly from: AmbitionStatus;
    readonly by: 'writer' | 'owner';
    readonly needs: readonly AmbitionNeed[];
  }
>;
export type AmbitionStep = keyof typeof ambitionSteps;
export const stepsByHand = ['revise', 'remove', 'change', 'read'] as const satisfies readonly AmbitionStep[];

/** What is asked of an ambition before it can be adopted. */
export interface Whole {
  readonly indicator: string | null;
  readonly unit: string | null;
  readonly measure: string | null;
  readonly startValue: number | null;
  readonly targetValue: number | null;
  readonly targetOn: CivilDate | null;
  readonly owner: unknown;
}

/** Whether it says what is measured and in what, from where, to where, by when, and whose it is. */
export const isWhole = (one: Whole): boolean =>
  [one.indicator, one.startValue, one.targetValue, one.targetOn, one.owner].every((part) => part !== null) &&
  (one.unit !== null || one.measure !== null);

export interface AmbitionFacts {
  readonly status: AmbitionStatus;
  /** Of the plan it stands in: still being written. */
  readonly planOpen: boolean;
  readonly ownerId: string | null;
  readonly measure: string | null;
  readonly from: CivilDate;
  readonly today: CivilDate;
  /** The last day of its plan; null: it is in none. */
  readonly planTo: CivilDate | null;
}

export interface AmbitionGiven {
  /** As it would become. */
  readonly whole?: Whole | undefined;
  readonly reasons?: string | undefined;
  readonly to?: CivilDate | undefined;
  readonly on?: CivilDate | undefined;
}

/** How long before an ambition begins a value may have been read: where it started from. */
const readBefore = 366;

const met: Record<
  Exclude<AmbitionNeed, 'stateAllows'>,
  (facts: AmbitionFacts, given: AmbitionGiven) => boolean
> = {
  planStands: ({ planOpen }) => planOpen,
  // Before anything was typed nobody is asked why.
  reasonsGiven: (_facts, { whole, reasons = '' }) => whole === undefined || reasons.trim() !== '',
  ambitionWhole: (_facts, { whole }) => whole === undefined || isWhole(whole),
  endsInPlan: ({ planTo, from }, { to }) =>
    to === undefined || planTo === null || (to >= from && to <= planTo),
  noMeasureTells: ({ measure }) => measure === null,
  dayReadable: ({ today, from }, { on }) =>
    on === undefined || (on <= today && daysBetween(on, from) <= readBefore),
};

/** Whether somebody may ever take the step on an ambition of this owner. */
export const mayTakeAmbitionStep = (
  step: AmbitionStep,
  { personId, roles }: { readonly personId: string; readonly roles: readonly Role[] },
  ownerId: string | null,
): boolean =>
  ambitionSteps[step].by === 'owner'
    ? ownerId === personId
    : planWriters.some((role) => roles.includes(role));

/** Why the step may not be taken: all of it at once. */
export function unmetByAmbition(
  step: AmbitionStep,
  facts: AmbitionFacts,
  given: AmbitionGiven = {},
): readonly AmbitionNeed[] {
  const { from, needs } = ambitionSteps[step];
  if (facts.status !== from) return ['stateAllows'];
  const asked: readonly Exclude<AmbitionNeed, 'stateAllows'>[] = needs;
  return asked.filter((need) => !met[need](facts, given));
}
