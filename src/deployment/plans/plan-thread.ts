/** The planner works in a thread of its own: linear programmes block the thread they run in, and nobody else may wait for that. */
import { Worker } from 'node:worker_threads';
import type { Clash, Explanation, PlanFacts, PlanResult } from '../../planner/index.ts';
import { fileOf } from '../../platform/part.ts';
import type { Failure } from './plan.rules.ts';

/** What the thread is started with: plain data. */
export interface ThreadWork {
  readonly facts: PlanFacts;
  /** What it sets out from; null: nothing. */
  readonly start: PlanResult | null;
  readonly seed: number;
  /** A number of rounds instead of seconds. */
  readonly rounds: number | null;
  readonly seconds: number;
  /** One Int32 that becomes 1 when the planner must stop with what it has. */
  readonly stop: SharedArrayBuffer;
}

export interface Found {
  readonly phase: string;
  readonly value: number;
  /** Null: nothing is proven yet. */
  readonly bound: number | null;
  readonly spent: number;
  readonly best: PlanResult;
}

export type ThreadNews =
  | ({ readonly kind: 'progress' } & Found)
  | ({ readonly kind: 'done'; readonly explanation: Explanation } & Found)
  | { readonly kind: 'failed'; readonly failure: Failure; readonly clashes?: readonly Clash[] };

export type ThreadEnd = Exclude<ThreadNews, { readonly kind: 'progress' }>;

export interface Thread {
  /** Resolves once, whatever happens to the thread. */
  readonly ended: Promise<ThreadEnd>;
  /** Asks for the best so far with its explanation. */
  stop(): void;
  /** Ends it at once; `ended` says why. */
  kill(failure: Failure): Promise<void>;
}

/** Its heap; a plan of the largest partnership takes a third of it. */
const mostMegabytes = 768;

export async function startThread(
  work: Omit<ThreadWork, 'stop'>,
  hear: (found: Found) => void,
): Promise<Thread> {
  const stop = new SharedArrayBuffer(4);
  const worker = new Worker(await fileOf('planner'), {
    workerData: { ...work, stop } satisfies ThreadWork,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    // It needs nothing of our surroundings: not the address of the database, nor any secret.
    env: {},
  });
  let killed: Failure | undefined;
  const ended = new Promise<ThreadEnd>((resolve) => {
    const failed = (failure: Failure) => resolve({ kind: 'failed', failure });
    worker.on('message', (news: ThreadNews) => {
      if (news.kind === 'progress') hear(news);
      else resolve(news);
    });
    worker.once('error', (fault: NodeJS.ErrnoException) =>
      failed(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'broken'),
    );
    // After its last word this says nothing new.
    worker.once('exit', () => failed(killed ?? 'broken'));
  });
  return {
    ended,
    stop: () => {
      Atomics.store(new Int32Array(stop), 0, 1);
    },
    kill: async (failure) => {
      killed = failure;
      await worker.terminate();
    },
  };
}
