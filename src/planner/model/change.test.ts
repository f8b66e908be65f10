import { describe, expect, test } from 'vitest';
import {
  aQuestion,
  aSchool,
  aSpecialist,
  chanceFacts,
  planByChance,
  planFacts,
} from '../../../tests/support/plan-facts.ts';
import { clashesIn } from '../engine/clashes.ts';
import { evaluate } from '../engine/instance.ts';
import { randomFrom } from '../engine/random.ts';
import { build } from './build.ts';
import { change, type Edit } from './change.ts';
import { clashesOf } from './clashes.ts';
import { compare } from './compare.ts';
import type { MarkFacts, PlanFacts } from './facts.ts';
import { measuresOf } from './measure.ts';
import { planOf, resultOf } from './read.ts';
import { planIn, stateOf, worthOf } from './state.ts';
import { withChanges } from './whatif.rules.ts';

/** A comparable plan of these facts. */
function comparable(facts: PlanFacts, result: ReturnType<typeof resultOf>) {
  const model = build(facts);
  const state = stateOf(model, planOf(model, result));
  return { result, value: worthOf(state), measures: measuresOf(state) };
}

test('what is said to be allowed breaks no hard rule, with and without its mark', () => {
  let allowed = 0;
  let refused = 0;
  for (let seed = 0; seed < 90; seed += 1) {
    const facts = chanceFacts(seed, { specialists: 4, schools: 4, demands: 8 });
    const model = build(facts);
    const roll = randomFrom(seed + 7);
    const result = resultOf(model, planIn(planByChance(model, roll)));
    const some = <T>(list: readonly T[]) => list[Math.floor(roll() * list.length)] as T;
    const specialistId = some(facts.specialists).id;
    const schoolId = some(facts.schools).id;
    const demandId = some(facts.demands).id;
    const edits: Edit[] = [
      { kind: 'assign', demandId, specialistId },
      { kind: 'unassign', demandId },
      { kind: 'station', specialistId, schoolId, halves: 1 + Math.floor(roll() * 6) },
      { kind: 'unstation', specialistId, schoolId },
    ];
    for (const edit of edits) {
      const { result: next, difference, mark, broken } = change(facts, result, edit);
      if (broken.length > 0 || mark === null) {
        refused += 1;
        continue;
      }
      allowed += 1;
      const held = build(withChanges(facts, [{ kind: 'mark', mark }]));
      const verdict = evaluate(held.instance, planOf(held, next));
      expect(verdict.broken, `seed ${seed} ${JSON.stringify(edit)}`).toEqual([]);
      const same = mark.kind === 'pin' ? held : model;
      const [before, after] = [result, next].map((each) => evaluate(same.instance, planOf(same, each)).value);
      expect(difference.cost).toBeCloseTo((before ?? 0) - (after ?? 0), 8);
    }
  }
  expect(allowed).toBeGreaterThan(70);
  expect(refused).toBeGreaterThan(70);
});

const little = planFacts({
  schools: [aSchool('s'), aSchool('t')],
  specialists: [aSpecialist('a', { capacity: 2 }), aSpecialist('b', { expertise: { rekenen: 3 } })],
  demands: [aQuestion('q', 's'), aQuestion('r', 't', { halves: 20 })],
});
const served = resultOf(build(little), {
  stationings: [{ specialist: 0, place: 0, halves: 1, demands: [0] }],
});

describe('a change by hand', () => {
  test('names the hindrance and leaves the plan as it was', () => {
    const edited = change(little, served, { kind: 'assign', demandId: 'q', specialistId: 'b' });
    expect(edited.result).toBe(served);
    expect(edited.broken).toEqual([
      { rule: 'hindrance', specialistId: 'b', hindrance: { code: 'expertise', asked: ['taal'] } },
    ]);
  });

  test('says when a contract is too small', () => {
    const edited = change(little, served, { kind: 'assign', demandId: 'r', specialistId: 'a' });
    expect(edited.broken).toEqual([{ rule: 'capacity', specialistId: 'a', schoolId: null, demandId: null }]);
  });

  test('takes a question away, and the stationing that it was for', () => {
    const edited = change(little, served, { kind: 'unassign', demandId: 'q' });
    expect(edited.result).toMatchObject({ stationings: [], unplanned: ['q', 'r'] });
    expect(edited.mark).toEqual({ kind: 'forbid', specialistId: 'a', schoolId: 's', demandId: 'q' });
    // 10 + fit 8/3, less a new school 3 and ten minutes at 0.02 per dagdeel, so 0.1 for a half.
    expect(edited.difference.cost).toBeCloseTo(10 + 8 / 3 - 3 - 0.1, 8);
  });

  test('knows nothing of ids that are not there', () => {
    for (const edit of [
      { kind: 'assign', demandId: 'q', specialistId: 'nobody' },
      { kind: 'unassign', demandId: 'r' },
      { kind: 'station', specialistId: 'a', schoolId: 'nowhere', halves: 1 },
    ] as const) {
      expect(change(little, served, edit).broken).toEqual([{ rule: 'unknown' }]);
    }
  });

  test('stations somebody where nobody asked anything', () => {
    const edited = change(little, served, { kind: 'station', specialistId: 'b', schoolId: 't', halves: 2 });
    expect(edited.broken).toEqual([]);
    expect(edited.result.stationings).toHaveLength(2);
    expect(edited.difference.points).toEqual({ new_place: 3, travel: 0.2 });
  });
});

describe('two plans side by side', () => {
  test('a plan does not differ from itself', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const facts = chanceFacts(seed, { specialists: 4, schools: 4, demands: 8 });
      const model = build(facts);
      const one = comparable(facts, resultOf(model, planIn(planByChance(model, randomFrom(seed)))));
      const { stationings, assignments, value, measures } = compare(one, one);
      expect([...stationings, ...assignments]).toEqual([]);
      expect([value, ...Object.values(measures)].every((each) => each === 0)).toBe(true);
    }
  });

  test('tells who starts, who stops and what waits', () => {
    const other = change(little, served, { kind: 'station', specialistId: 'b', schoolId: 't', halves: 2 });
    const less = change(little, other.result, { kind: 'unassign', demandId: 'q' });
    const [first, second] = [comparable(little, served), comparable(little, less.result)];
    expect(compare(first, second)).toMatchObject({
      stationings: [
        { kind: 'stopped', specialistId: 'a', schoolId: 's', from: 1, to: 0 },
        { kind: 'started', specialistId: 'b', schoolId: 't', from: 0, to: 2 },
      ],
      assignments: [{ kind: 'unplanned', demandId: 'q', from: 'a', to: null }],
      measures: { served: -1, hours: -20 },
    });
    expect(compare(second, first).stationings.map(({ kind }) => kind)).toEqual(['stopped', 'started']);
  });
});

describe('marks that clash', () => {
  const pin = (specialistId: string, schoolId: string, demandId: string | null = null): MarkFacts => ({
    ...{ kind: 'pin', specialistId, schoolId, demandId },
  });
  const withMarks = (...marks: readonly MarkFacts[]) => ({ ...little, marks });

  test('none, when there is a plan that keeps them', () => {
    expect(clashesOf(withMarks(pin('a', 's'), pin('a', 's', 'q')))).toEqual([]);
  });

  test('each names its rule and what mends it', () => {
    const two = clashesOf(withMarks(pin('a', 's', 'q'), pin('a', 't', 'r')));
    expect(two).toEqual([
      {
        rule: 'capacity',
        specialistId: 'a',
        needs: 3,
        has: 2,
        changes: [{ kind: 'time', specialistId: 'a', halves: 1 }],
      },
    ]);
    const forbid: MarkFacts = { ...pin('a', 's'), kind: 'forbid' };
    expect(clashesOf(withMarks(pin('a', 's'), forbid))).toMatchObject([
      { rule: 'hindrance', hindrance: { code: 'forbidden' }, changes: [{ kind: 'unmark', mark: forbid }] },
    ]);
    expect(clashesOf(withMarks(pin('b', 's', 'q')))).toMatchObject([
      { rule: 'hindrance', hindrance: { code: 'expertise' }, changes: [{ kind: 'unmark' }] },
    ]);
    expect(clashesOf(withMarks(pin('a', 't', 'q')))).toMatchObject([{ rule: 'unknown' }]);
  });

  test('mending every clash leaves none, on eighty partnerships by chance with three pins each', () => {
    let clashes = 0;
    for (let seed = 0; seed < 80; seed += 1) {
      const chance = chanceFacts(seed, { specialists: 3, schools: 4, demands: 6 });
      const roll = randomFrom(seed + 3);
      const some = <T>(list: readonly T[]) => list[Math.floor(roll() * list.length)] as T;
      const pins = [0, 1, 2].map((): MarkFacts => {
        const demand = some(chance.demands);
        return pin(some(chance.specialists).id, demand.schoolId, roll() < 0.6 ? demand.id : null);
      });
      let facts: PlanFacts = { ...chance, marks: [...chance.marks, ...pins] };
      for (let turn = 0; turn < 8; turn += 1) {
        const found = clashesOf(facts);
        clashes += found.length;
        const [first] = found;
        if (first) facts = withChanges(facts, first.changes);
      }
      expect(clashesOf(facts), `seed ${seed}`).toEqual([]);
      expect(clashesIn(build(facts).instance), `seed ${seed}`).toEqual([]);
    }
    expect(clashes).toBeGreaterThan(80);
  });
});
