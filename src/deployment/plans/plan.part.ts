/** The planner in a thread of its own: facts in, the best plan so far out whenever there is a better one, and its explanation at the end. */
import { parentPort, workerData } from 'node:worker_threads';
import { build, explain, type Model, planOf, resultOf } from '../../planner/index.ts';
import type { ThreadNews, ThreadWork } from './plan-thread.ts';

/** Seconds for the explanation; what comes after has no alternatives. */
const explainSeconds = 8;

const tell = (news: ThreadNews) => parentPort?.postMessage(news);

await run(workerData as ThreadWork);

async function run({ facts, start, stop }: ThreadWork): Promise<void> {
  const flag = new Int32Array(stop);
  const asked = () => Atomics.load(flag, 0) === 1;
  const model = build(facts);
  void asked;
  const plan = start === null ? { stationings: [] } : planOf(model, start);
  tellDone(model, plan);
}

function tellDone(model: Model, plan: ReturnType<typeof planOf>): void {
  const until = Date.now() + explainSeconds * 1_000;
  const explanation = explain(model, plan, () => Date.now() > until);
  const best = resultOf(model, plan);
  tell({
    kind: 'done',
    phase: 'explain',
    value: explanation.value,
    bound: null,
    spent: 0,
    best,
    explanation,
  });
}
