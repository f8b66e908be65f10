/** The planner in a thread of its own: facts in, the best plan so far out whenever there is a better one, and its explanation at the end. */
import { parentPort, workerData } from 'node:worker_threads';
import {
  build,
  change,
  clashesOf,
  evaluate,
  explain,
  type PlanFacts,
  type PlanResult,
  planOf,
  resultOf,
} from '../../planner/index.ts';
import type { Found, ThreadNews, ThreadWork } from './plan-thread.ts';

/** Seconds for the explanation; what comes after has no alternatives. */
const explainSeconds = 8;

const tell = (news: ThreadNews) => parentPort?.postMessage(news);

await run(workerData as ThreadWork);

async function run({ facts, start, stop, seconds }: ThreadWork): Promise<void> {
  const began = Date.now();
  const flag = new Int32Array(stop);
  const clashes = clashesOf(facts);
  if (clashes.length > 0) return void tell({ kind: 'failed', failure: 'clash', clashes });
  const model = build(facts);
  const plan = planOf(model, greedy(facts, start ?? resultOf(model, { stationings: [] })));
  const best = resultOf(model, plan);
  const found = (phase: string): Found => ({
    ...{ phase, best, bound: null },
    value: evaluate(model.instance, plan).value,
    spent: (Date.now() - began) / 1_000,
  });
  tell({ kind: 'progress', ...found('search') });
  while (Atomics.load(flag, 0) === 0 && Date.now() - began < seconds * 1_000) Atomics.wait(flag, 0, 0, 100);
  const until = Date.now() + explainSeconds * 1_000;
  const explanation = explain(model, plan, () => Date.now() > until);
  tell({ kind: 'done', ...found('explain'), explanation });
}

/** Until the engine's `solve` is there. */
function greedy(facts: PlanFacts, start: PlanResult): PlanResult {
  let result = start;
  for (const demandId of start.unplanned) {
    const options = facts.specialists
      .map(({ id }) => change(facts, result, { kind: 'assign', demandId, specialistId: id }))
      .filter(({ broken, difference }) => broken.length === 0 && difference.cost < 0)
      .toSorted((a, b) => a.difference.cost - b.difference.cost);
    result = options[0]?.result ?? result;
  }
  return result;
}
