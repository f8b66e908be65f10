/** Facts -> the engine's numbers, and the way back to ids. A place is a school; a stationing at a board is continuity at each of its schools. */
import type { Choice, Instance } from '../engine/instance.ts';
import type { PlanFacts } from './facts.ts';
import { type GroupOf, groupsOf } from './fairness.ts';
import { type Ground, groundOf } from './ground.ts';
import { engineSide, fixedWeekly, sideOf } from './side.ts';
import { type Travel, travelOf } from './travel.ts';
import { sumOf, worthOfDemand } from './value.rules.ts';

export interface Model extends Ground {
  /** Its demands are those of the facts in the same order, and then the fixed work. */
  readonly instance: Instance;
  /** The instance's groups, by whom they are. */
  readonly groups: readonly GroupOf[];
  /** The place of each demand of the facts; -1: its school is not there. */
  readonly placeOf: readonly number[];
  /** Per specialist the choice at a place. */
  readonly choices: readonly ReadonlyMap<number, Choice>[];
}

/** `travel` when it is known already: it stays the same as long as bases, schools and measures do. */
export function build(facts: PlanFacts, travel: Travel = travelOf(facts)): Model {
  const ground = groundOf(facts, travel);
  const sides = facts.specialists.map((each) => sideOf(ground, each));
  const { groups, ofPlace } = groupsOf(facts, ground.weights, fixedWeekly(ground, sides));
  const demands = facts.demands.map((each) => ({
    halves: each.halves,
    value: sumOf(worthOfDemand(ground.weights, each)),
  }));
  const specialists = sides.map((side) => {
    const fixedAt = new Map<number, number>();
    for (const [place, halves] of side.fixed) fixedAt.set(place, demands.push({ halves, value: 0 }) - 1);
    return engineSide(ground, side, fixedAt, ofPlace);
  });
  return {
    ...ground,
    instance: { specialists, demands, groups: groups.map(({ target, price }) => ({ target, price })) },
    groups,
    placeOf: facts.demands.map(({ schoolId }) => ground.placeAt.get(schoolId) ?? -1),
    choices: specialists.map(({ choices }) => new Map(choices.map((choice) => [choice.place, choice]))),
  };
}
