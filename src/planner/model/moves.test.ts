import { expect, test } from 'vitest';
import { chanceFacts, planByChance } from '../../../tests/support/plan-facts.ts';
import { evaluate } from '../engine/instance.ts';
import { randomFrom } from '../engine/random.ts';
import { build } from './build.ts';
import { differenceOf, measuresOf } from './measure.ts';
import { handedOver, holdersOf, left, moved } from './moves.ts';
import { planOf, resultOf } from './read.ts';
import { fits, fittingOf, mayFit, roomFor } from './room.ts';
import { planIn, pointsOf, type State, withStays, worthOf } from './state.ts';
import { sumOf } from './value.rules.ts';

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

test('points by weight add up to the value that the engine counts, and a move breaks no hard rule', () => {
  let moves = 0;
  for (const seed of seeds) {
    const model = build(chanceFacts(seed, { specialists: 4, schools: 5, demands: 9 }));
    const state = planByChance(model, randomFrom(seed));
    const verdict = evaluate(model.instance, planIn(state));
    expect(verdict.broken, `seed ${seed}`).toEqual([]);
    expect(worthOf(state)).toBeCloseTo(verdict.value, 8);
    expect(sumOf(pointsOf(state))).toBeCloseTo(verdict.value, 8);
    for (const [demand, from] of holdersOf(state)) {
      for (const to of model.instance.specialists.keys()) {
        const next =
          to === from || demand >= model.facts.demands.length ? undefined : moved(state, demand, to);
        if (next === undefined) continue;
        moves += 1;
        const other = evaluate(model.instance, planIn(next));
        expect(other.broken, `seed ${seed}: ${demand} to ${to}`).toEqual([]);
        expect(holdersOf(next).get(demand)).toBe(to);
        const difference = differenceOf(state, next);
        expect(difference.cost).toBeCloseTo(verdict.value - other.value, 8);
        expect(sumOf(difference.points)).toBeCloseTo(difference.cost, 8);
        expect(difference.measures.hours).toBe(measuresOf(state).hours - measuresOf(next).hours);
      }
    }
  }
  expect(moves).toBeGreaterThan(150);
});

test('what is left or handed over keeps every hard rule, and is really gone', () => {
  let handed = 0;
  for (const seed of seeds.slice(0, 30)) {
    const model = build(chanceFacts(seed, { specialists: 4, schools: 5, demands: 9 }));
    const state = planByChance(model, randomFrom(seed));
    for (const [demand, from] of holdersOf(state)) {
      if (demand >= model.facts.demands.length) continue;
      const next = left(state, demand);
      expect(holdersOf(next).has(demand)).toBe(false);
      expect(evaluate(model.instance, planIn(next)).broken).toEqual([]);
      const place = state.stays[from]?.find(({ demands }) => demands.includes(demand))?.place ?? -1;
      for (const to of [null, ...model.instance.specialists.keys()].filter((each) => each !== from)) {
        const other = handedOver(state, from, place, to);
        if (other === undefined) continue;
        handed += 1;
        expect(evaluate(model.instance, planIn(other)).broken).toEqual([]);
        expect(holdersOf(other).get(demand)).not.toBe(from);
      }
    }
  }
  expect(handed).toBeGreaterThan(40);
});

test('a result goes back to the plan it was read from', () => {
  for (const seed of seeds) {
    const model = build(chanceFacts(seed, { specialists: 4, schools: 5, demands: 9 }));
    const plan = planIn(planByChance(model, randomFrom(seed)));
    const result = resultOf(model, plan);
    const again = planOf(model, JSON.parse(JSON.stringify(result)));
    expect(evaluate(model.instance, again).value).toBeCloseTo(evaluate(model.instance, plan).value, 8);
    expect(resultOf(model, again)).toEqual(result);
    expect(result.unplanned.length + result.assignments.length).toBe(9);
  }
});

/** Whether a demand fits by the quick count, which must be what room is found for. */
function fitsBoth(at: number, demand: number, state: State, drop: readonly number[] = []): boolean {
  const less = (state.stays[at] ?? []).map((stay) => ({
    ...stay,
    demands: stay.demands.filter((each) => !drop.includes(each)),
  }));
  const room = roomFor(withStays(state, at, less), at, demand);
  const answer = mayFit(state, at, demand, drop);
  expect(answer, `${demand} at ${at}`).toBe(room !== undefined && fits(room.lack));
  return answer;
}

test('what is said to fit is what room is found for, also beside what is dropped', () => {
  const counted = { fits: 0, lacks: 0, freed: 0 };
  for (const seed of seeds) {
    const model = build(chanceFacts(seed, { specialists: 4, schools: 5, demands: 9 }));
    const state = planByChance(model, randomFrom(seed));
    const held = holdersOf(state);
    const waiting = [...model.facts.demands.keys()].filter((demand) => !held.has(demand));
    for (const at of model.instance.specialists.keys()) {
      const fitting = waiting.filter((demand) => fitsBoth(at, demand, state));
      expect(fittingOf(state, at, held).toSorted()).toEqual(fitting.toSorted());
      const own = [...model.facts.demands.keys()].filter((demand) => held.get(demand) === at);
      const others = waiting.filter((demand) => !fitting.includes(demand));
      const tries = own.flatMap((drop) => others.map((demand) => fitsBoth(at, demand, state, [drop])));
      counted.fits += fitting.length;
      counted.lacks += others.length;
      counted.freed += tries.filter(Boolean).length;
    }
  }
  expect(counted.fits).toBeGreaterThan(5);
  expect(counted.lacks).toBeGreaterThan(200);
  expect(counted.freed).toBeGreaterThan(5);
});
