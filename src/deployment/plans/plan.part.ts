/** The planner in a thread of its own: facts in, the best plan so far out whenever there is a better one, and its explanation at the end. */
import { parentPort, workerData } from 'node:worker_threads';
import { build, clashesOf, explain, type Progress, planOf, resultOf, solve } from '../../planner/index.ts';
import type { Found, ThreadNews, ThreadWork } from './plan-thread.ts';

/** Seconds for the explanation, of which the largest plan takes eight on a free processor; what comes after has no alternatives. */
const explainSeconds = 20;

/** A plan proven this near to the best, as a part of it, is not improved on: waiting costs the team lead more than a thousandth can bring. */
const nearEnough = 0.0005;

const tell = (news: ThreadNews) => parentPort?.postMessage(news);

await run(workerData as ThreadWork);

async function run({ facts, start, seed, rounds, seconds, stop }: ThreadWork): Promise<void> {
  const clashes = clashesOf(facts);
  if (clashes.length > 0) return tell({ kind: 'failed', failure: 'clash', clashes });
  const flag = new Int32Array(stop);
  const model = build(facts);
  let near = false;
  const solved = await solve(model.instance, {
    seed,
    ...(rounds === null ? { seconds } : { rounds }),
    start: start === null ? undefined : planOf(model, start),
    // With a number of rounds nothing but the rounds decides: the same plan each time.
    stop: () => (near && rounds === null) || Atomics.load(flag, 0) === 1,
    report: (progress) => {
      near = progress.gap <= nearEnough;
      tell({ kind: 'progress', ...foundOf(progress) });
    },
  });
  if (solved.kind === 'clash') return tell({ kind: 'failed', failure: 'clash', clashes: [] });
  tell({ kind: 'progress', ...foundOf(solved), phase: 'explain' });
  const until = Date.now() + explainSeconds * 1_000;
  const explanation = explain(model, solved.plan, () => Date.now() > until);
  tell({ kind: 'done', ...foundOf(solved), phase: 'explain', explanation });

  function foundOf({ plan, value, bound, phase, seconds: spent }: Progress): Found {
    // Nothing is proven before the first prices: JSON knows no infinity.
    const proven = Number.isFinite(bound) ? bound : null;
    return { phase, value, bound: proven, spent, best: resultOf(model, plan) };
  }
}
