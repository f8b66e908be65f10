import { expect, test } from 'vitest';
import { chanceFacts } from '../../../tests/support/plan-facts.ts';
import { evaluate } from '../engine/instance.ts';
import { solve } from '../engine/solve.ts';
import { build } from './build.ts';
import { explain } from './explain.ts';
import type { PlanFacts } from './facts.ts';
import { freedPlan } from './freeing.ts';
import { stateOf, worthOf } from './state.ts';
import { withChanges } from './whatif.rules.ts';

async function solved(facts: PlanFacts) {
  const model = build(facts);
  const found = await solve(model.instance, { seed: 1, rounds: 40, report: () => {}, stop: () => false });
  if (found.kind !== 'solved') throw new Error(found.kind);
  expect(evaluate(model.instance, found.plan).broken).toEqual([]);
  return { model, ...found };
}

test('solved again with a suggested change what waited is planned, beside work that is worth as much', async () => {
  let tried = 0;
  for (let seed = 0; seed < 14; seed += 1) {
    const chance = chanceFacts(seed, { specialists: 3, schools: 4, demands: 6 });
    const facts = { ...chance, settings: { ...chance.settings, fairShare: 0 } };
    const { model, plan } = await solved(facts);
    const state = stateOf(model, plan);
    const [waits] = explain(model, plan).unplanned;
    for (const { changes } of waits?.frees ?? []) {
      const demandId = waits?.demandId ?? '';
      const again = await solved(withChanges(facts, changes));
      const free = freedPlan(state, demandId, changes);
      if (free === undefined) throw new Error(`seed ${seed}`);
      const where = `seed ${seed} ${JSON.stringify(changes)}`;
      expect(again.value, where).toBeGreaterThanOrEqual(worthOf(free) - 1e-6);
      const number = again.model.demandAt.get(demandId) ?? -1;
      expect(
        again.plan.stationings.flatMap(({ demands }) => demands),
        where,
      ).toContain(number);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(20);
});
