/**
 * What things are worth, in the tenant's own points. Each function gives its parts by weight, so that the engine's numbers and the
 * explanation are the same sums.
 */
import type { DemandFacts, SpecialistFacts } from './facts.ts';
import type { WeightCode } from './weights.rules.ts';

export type Weights = Readonly<Record<WeightCode, number>>;

/** Points by weight; what is not there is nothing. */
export type Points = Readonly<Partial<Record<WeightCode, number>>>;

const urgencies = { now: 'urgency_now', soon: 'urgency_soon', normal: 'urgency_normal' } as const;

/** A demand that somebody takes, whoever it is. Grows with urgency, with every day it waited past half its norm, with its ambition. */
export function worthOfDemand(weights: Weights, demand: DemandFacts): Points {
  const ambition = weights.ambition * demand.ambitionWeight;
  if (demand.kind === 'expected') return { expected: weights.expected, ambition };
  const urgency = urgencies[demand.urgency];
  const late = demand.waitedDays - demand.normDays / 2;
  return { [urgency]: weights[urgency], waiting: late > 0 ? weights.waiting * late : 0, ambition };
}

/** How well they fit: the levels in all that is asked, as a share of level 3 everywhere; when nothing is asked everybody fits. */
export function fitOf({ expertise }: SpecialistFacts, demand: DemandFacts): number {
  if (demand.expertise.length === 0) return 1;
  const levels = demand.expertise.reduce((sum, code) => sum + (expertise[code] ?? 0), 0);
  return levels / (3 * demand.expertise.length);
}

/** What it adds that this specialist takes it. */
export function worthOfPair(
  weights: Weights,
  demand: DemandFacts,
  specialist: SpecialistFacts,
  asBefore: boolean,
): Points {
  const fit = weights.fit * fitOf(specialist, demand);
  return asBefore ? { fit, change: weights.change } : { fit };
}

export interface StayFacts {
  /** A live stationing of this specialist reaches this school. */
  readonly stationed: boolean;
  /** They have questions here already, so they come anyway. */
  readonly working: boolean;
  /** The previous plan had them here. */
  readonly asBefore: boolean;
}

/** What it adds that they are there at all. */
export function worthOfStart(weights: Weights, { stationed, working, asBefore }: StayFacts): Points {
  return {
    ...(stationed ? { continuity: weights.continuity } : {}),
    ...(stationed || working ? {} : { new_place: -weights.new_place }),
    ...(asBefore ? { change: weights.change } : {}),
  };
}

/** Points per half a week for so many minutes one way: the weight is per dagdeel. */
export const travelPrice = (weights: Weights, minutes: number) => (weights.travel * minutes) / 2;

export function sumOf(points: Points): number {
  return Object.values(points).reduce((sum, each) => sum + each, 0);
}

/** `a` with `times` times `b`. */
export function added(a: Points, b: Points, times = 1): Points {
  const sum: Partial<Record<WeightCode, number>> = { ...a };
  for (const [code, points] of Object.entries(b) as [WeightCode, number][]) {
    sum[code] = (sum[code] ?? 0) + times * points;
  }
  return sum;
}
