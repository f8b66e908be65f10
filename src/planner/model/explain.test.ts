import { expect, test } from 'vitest';
import {
  aQuestion,
  aSchool,
  aSpecialist,
  chanceFacts,
  planByChance,
  planFacts,
} from '../../../tests/support/plan-facts.ts';
import { evaluate } from '../engine/instance.ts';
import { randomFrom } from '../engine/random.ts';
import { build } from './build.ts';
import { explain, explainDemand } from './explain.ts';
import type { PlanFacts } from './facts.ts';
import { freedPlan } from './freeing.ts';
import { planIn, stateOf, worthOf } from './state.ts';
import type { Reason } from './unplanned.ts';
import { added, type Points, sumOf } from './value.rules.ts';

const seeds = Array.from({ length: 24 }, (_, seed) => seed + 500);

function explained(facts: PlanFacts, stationings: readonly [string, string, number, readonly string[]][]) {
  const model = build(facts);
  const at = (map: ReadonlyMap<string, number>, id: string) => map.get(id) ?? -1;
  const plan = {
    stationings: stationings.map(([specialist, school, halves, demands]) => ({
      specialist: at(model.specialistAt, specialist),
      place: at(model.placeAt, school),
      halves,
      demands: demands.map((id) => at(model.demandAt, id)),
    })),
  };
  expect(evaluate(model.instance, plan).broken).toEqual([]);
  return explain(model, plan);
}

test('parts add up to the value of the plan, on 24 partnerships by chance', () => {
  for (const seed of seeds) {
    const model = build(chanceFacts(seed, { specialists: 4, schools: 5, demands: 9 }));
    const plan = planIn(planByChance(model, randomFrom(seed)));
    const all = explain(model, plan);
    const parts = [...all.stationings, ...all.assignments].reduce<Points>(
      (sum, { points }) => added(sum, points),
      all.fairness,
    );
    const value = evaluate(model.instance, plan).value;
    expect(sumOf(parts)).toBeCloseTo(value, 8);
    expect(all.value).toBeCloseTo(value, 8);
    expect(all.complete).toBe(true);
    for (const { alternatives } of [...all.stationings, ...all.assignments]) {
      for (const { cost, points } of alternatives) expect(sumOf(points)).toBeCloseTo(cost, 8);
    }
    expect(all.assignments.length + all.unplanned.length).toBe(9);
    const [taken] = all.assignments;
    if (taken) expect(explainDemand(model, plan, taken.demandId)).toEqual(taken);
    const [waits] = all.unplanned;
    if (waits) expect(explainDemand(model, plan, waits.demandId)).toEqual(waits);
  }
});

test('everything that waits has a reason, and each suggestion really frees it', () => {
  const waiting = seeds.slice(0, 20).flatMap((seed) => {
    const model = build(chanceFacts(seed, { specialists: 4, schools: 5, demands: 9 }));
    const state = planByChance(model, randomFrom(seed));
    return explain(model, planIn(state)).unplanned.map((each) => ({ seed, state, ...each }));
  });
  for (const { seed, state, demandId, reasons, frees } of waiting) {
    const where = `seed ${seed} ${demandId}`;
    expect(reasons.length, where).toBeGreaterThan(0);
    expect(frees.length, where).toBeGreaterThan(0);
    const roomNow = reasons.some(({ code }) => code === 'room' || code === 'not worth');
    expect(freedPlan(state, demandId, []) !== undefined, where).toBe(roomNow);
    for (const { changes } of frees) {
      const free = freedPlan(state, demandId, changes);
      const broken = free && evaluate(free.model.instance, planIn(free)).broken;
      expect(broken, `${where} ${JSON.stringify(changes)}`).toEqual([]);
      expect(changes.at(-1)?.kind, where).toBe('mark');
    }
  }
  const kinds = waiting.flatMap(({ frees }) =>
    frees.flatMap(({ changes }) => changes.map(({ kind }) => kind)),
  );
  expect(new Set(kinds)).toEqual(new Set(['add specialist', 'mark', 'places', 'settings', 'time', 'unmark']));
  const codes = waiting.flatMap(({ reasons }) => reasons.map(codeOf));
  for (const code of ['beside', 'expertise', 'full', 'language', 'level', 'room', 'size', 'travel']) {
    expect(codes).toContain(code);
  }
});

const codeOf = (reason: Reason) => (reason.code === 'hindrance' ? reason.hindrance.code : reason.code);

test('the next one for a question costs what it costs to send them', () => {
  // Both are able; the second has level 1 of 3 instead of 2 and starts at a new school like the first: fit 4 x (2/3 - 1/3).
  const facts = planFacts({
    schools: [aSchool('s')],
    specialists: [aSpecialist('a'), aSpecialist('b', { expertise: { taal: 1 } })],
    demands: [aQuestion('q', 's')],
  });
  const all = explained(facts, [['a', 's', 1, ['q']]]);
  const [first] = all.assignments;
  expect(first?.points).toEqual({ urgency_normal: 10, waiting: 0, ambition: 0, fit: 4 * (2 / 3) });
  expect(first?.alternatives).toHaveLength(1);
  expect(first?.alternatives[0]).toMatchObject({
    specialistId: 'b',
    hours: 0,
    travel: 0,
    gaveWay: [],
    chosen: { experience: 'more', nearer: 0, known: false },
  });
  expect(first?.alternatives[0]?.cost).toBeCloseTo(4 / 3, 10);
});

test('who is full gives way to say what it would cost: ten hours of work that wait', () => {
  const facts = planFacts({
    schools: [aSchool('s'), aSchool('t')],
    specialists: [aSpecialist('a', { capacity: 1 })],
    demands: [aQuestion('q', 's', { urgency: 'soon' }), aQuestion('r', 't', { halves: 5 })],
  });
  const { unplanned } = explained(facts, [['a', 's', 1, ['q']]]);
  expect(unplanned).toHaveLength(1);
  expect(unplanned[0]?.reasons).toMatchObject([
    { code: 'full', specialistIds: ['a'], halves: 1, places: 0 },
    // 25 - 10 points.
    { code: 'beside', specialistId: 'a', gaveWay: ['q'], cost: 15 },
  ]);
  expect(unplanned[0]?.frees[0]?.changes).toMatchObject([
    { kind: 'time', specialistId: 'a', halves: 1 },
    { kind: 'mark', mark: { kind: 'pin', specialistId: 'a', schoolId: 't', demandId: 'r' } },
  ]);
});

test('a question that is too far names the nearest, and by how many minutes the limit would have to grow', () => {
  const facts = planFacts({
    schools: [aSchool('s'), aSchool('far', { latitude: 52.2 })],
    specialists: [aSpecialist('a'), aSpecialist('b', { expertise: { rekenen: 3 } })],
    demands: [aQuestion('q', 'far')],
  });
  const { unplanned } = explained(facts, []);
  // 22.24 km x 1.3 at 22 km an hour and 6 minutes before: 85 minutes.
  // The other one is too far away as well and does not know enough: two hindrances are further off than one.
  expect(unplanned[0]?.reasons).toEqual([
    { code: 'hindrance', hindrance: { code: 'travel', minutes: 85, most: 45 }, specialists: 1 },
  ]);
  expect(unplanned[0]?.frees.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([
    ['add specialist', 'mark'],
    ['settings', 'mark'],
  ]);
});

test('what costs more than it gives is free when it is pinned', () => {
  const facts = planFacts({
    schools: [aSchool('s')],
    specialists: [aSpecialist('a')],
    demands: [aQuestion('q', 's')],
    weights: [{ code: 'new_place', name: 'Nieuw', weight: 50 }],
  });
  const { unplanned } = explained(facts, []);
  expect(unplanned[0]?.reasons).toMatchObject([{ code: 'not worth', specialistId: 'a' }]);
  const pin = { kind: 'pin', specialistId: 'a', schoolId: 's', demandId: 'q' };
  expect(unplanned[0]?.frees[0]?.changes).toEqual([{ kind: 'mark', mark: pin }]);
});

test('without anybody the only way is somebody', () => {
  const { unplanned } = explained(planFacts({ schools: [aSchool('s')], demands: [aQuestion('q', 's')] }), []);
  expect(unplanned[0]?.reasons).toEqual([{ code: 'nobody' }]);
  expect(unplanned[0]?.frees[0]?.changes).toEqual([
    { kind: 'add specialist', id: 'extra', capacity: 1, expertise: { taal: 1 }, languages: [], baseId: null },
    { kind: 'mark', mark: { kind: 'pin', specialistId: 'extra', schoolId: 's', demandId: 'q' } },
  ]);
});

test('balance counts each half once per board, and work that waits beside it', () => {
  const facts = planFacts({
    schools: [aSchool('s', { boardId: 'b', areaId: 'x' }), aSchool('t')],
    specialists: [aSpecialist('a')],
    demands: [
      aQuestion('q', 's', { ambitionWeight: 2 }),
      aQuestion('r', 't', { kind: 'expected', halves: 4, expertise: [] }),
    ],
    settings: { ...planFacts().settings, fairShare: 0 },
  });
  const { balance, measures } = explained(facts, [['a', 's', 1, ['q']]]);
  expect(balance).toEqual({
    questions: 10,
    expected: 0,
    ambitions: 10,
    fixed: 0,
    byBoard: [
      { id: 'b', planned: 10, waiting: 0 },
      { id: null, planned: 0, waiting: 4 },
    ],
    byArea: [
      { id: 'x', planned: 10, waiting: 0 },
      { id: null, planned: 0, waiting: 4 },
    ],
    byExpertise: [
      { id: 'taal', planned: 10, waiting: 0 },
      { id: null, planned: 0, waiting: 4 },
    ],
  });
  // 1.11 km x 1.3 at 22 km an hour is 4 minutes, and 6 to begin with.
  expect(measures).toEqual({
    served: 1,
    hours: 20,
    travel: 10,
    ambition: 2,
    kept: 0,
    started: 1,
    asBefore: 0,
  });
});

test('when no time is left points and reasons stand and the rest stays out', () => {
  const facts = chanceFacts(7, { specialists: 4, schools: 5, demands: 9 });
  const model = build(facts);
  const state = stateOf(model, planIn(planByChance(model, randomFrom(7))));
  const all = explain(model, planIn(state), () => true);
  expect(all.complete).toBe(false);
  expect(all.value).toBeCloseTo(worthOf(state), 8);
  expect(all.unplanned.length).toBeGreaterThan(0);
  for (const { reasons, frees } of all.unplanned) expect([reasons.length > 0, frees]).toEqual([true, []]);
});
