/** The facts with what is worked out from them: numbers of ids, who is where now, what stood in the previous plan. */
import { type Judge, judgeOf } from './able.rules.ts';
import type { PlanFacts, SpecialistFacts } from './facts.ts';
import type { Travel } from './travel.ts';
import type { Weights } from './value.rules.ts';
import { weightsOf } from './weights.rules.ts';

export interface Ground {
  readonly facts: PlanFacts;
  readonly weights: Weights;
  readonly travel: Travel;
  readonly judge: Judge;
  /** The engine's numbers of ids. */
  readonly specialistAt: ReadonlyMap<string, number>;
  readonly placeAt: ReadonlyMap<string, number>;
  readonly demandAt: ReadonlyMap<string, number>;
  /** Per specialist the live stationing at a place. */
  readonly current: readonly ReadonlyMap<number, Current>[];
  /** What the previous plan had: sets of `specialist school` and `specialist demand`. */
  readonly before: {
    readonly stationings: ReadonlySet<string>;
    readonly assignments: ReadonlySet<string>;
  };
}

export interface Current {
  readonly id: string;
  readonly halves: number;
}

export function groundOf(facts: PlanFacts, travel: Travel): Ground {
  return {
    ...{ facts, travel },
    weights: weightsOf(facts.weights),
    judge: judgeOf(facts, travel),
    specialistAt: numbersOf(facts.specialists),
    placeAt: numbersOf(facts.schools),
    demandAt: numbersOf(facts.demands),
    current: facts.specialists.map((each) => currentOf(facts, each)),
    before: beforeOf(facts),
  };
}

function currentOf({ schools, period }: PlanFacts, { stationings }: SpecialistFacts): Map<number, Current> {
  const found = new Map<number, Current>();
  if (stationings.length === 0) return found;
  const numbers = numbersOf(schools);
  for (const { id, schoolIds, halves, until } of stationings) {
    if (until <= period.monday) continue;
    for (const school of schoolIds) {
      const place = numbers.get(school);
      if (place !== undefined) found.set(place, { id, halves });
    }
  }
  return found;
}

function beforeOf({ previous }: PlanFacts): Ground['before'] {
  return {
    stationings: new Set(previous?.stationings.map((each) => `${each.specialistId} ${each.schoolId}`)),
    assignments: new Set(previous?.assignments.map((each) => `${each.specialistId} ${each.demandId}`)),
  };
}

function numbersOf(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map(({ id }, at) => [id, at]));
}
