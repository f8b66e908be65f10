/** A plan while the planner works on it, as server-sent events: who waits need not ask again and again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { NotAdmitted, type ReadDatabase } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { isAtWork } from './plan.rules.ts';
import { getProgress } from './plan.store.ts';
import { progressView } from './plan.view.ts';

/** Milliseconds between two looks. */
const lookEvery = 700;
/** Seconds without news before a sign of life, and before the browser comes in by the door again. */
const signEvery = 15;
const longest = 100;

/** Lines that may be open at once, and of one person. */
const mostLines = 40;
const mostOfOne = 4;
const lines = new Map<string, number>();

/** Whether somebody may listen on one line more. */
export function mayListen({ personId }: Actor): boolean {
  const all = [...lines.values()].reduce((sum, each) => sum + each, 0);
  return (lines.get(personId) ?? 0) < mostOfOne && all < mostLines;
}

/** The news of a plan for as long as somebody listens; counts them. */
export async function* listen(
  database: ReadDatabase,
  actor: Actor,
  planId: string,
  left: AbortSignal,
): AsyncIterable<string> {
  const { personId } = actor;
  lines.set(personId, (lines.get(personId) ?? 0) + 1);
  try {
    yield* newsOf(database, actor, planId, left);
  } finally {
    const others = (lines.get(personId) ?? 1) - 1;
    if (others === 0) lines.delete(personId);
    else lines.set(personId, others);
  }
}

/** `progress` at each change, `end` when the planner is done; then the reader closes the line. */
async function* newsOf(
  database: ReadDatabase,
  actor: Actor,
  id: string,
  left: AbortSignal,
): AsyncIterable<string> {
  const began = Date.now();
  let [last, saidAt] = ['', began];
  yield 'retry: 2000\n\n';
  while (!left.aborted && Date.now() - began < longest * 1_000) {
    // Each look under the law of that moment: who plans no more, sees no more.
    const progress = await database
      .read(actor, (reader) => getProgress(reader, actor.tenantId, id))
      .catch((fault: unknown) => {
        if (fault instanceof NotAdmitted) return undefined;
        throw fault;
      });
    if (progress === undefined) return;
    const text = JSON.stringify(progressView(progress));
    const now = Date.now();
    if (text !== last) yield `event: progress\ndata: ${text}\n\n`;
    else if (now - saidAt > signEvery * 1_000) yield ': \n\n';
    if (text !== last || now - saidAt > signEvery * 1_000) saidAt = now;
    last = text;
    if (!isAtWork(progress.status)) {
      yield `event: end\ndata: ${text}\n\n`;
      return;
    }
    await sleep(lookEvery, undefined, { signal: left }).catch(() => undefined);
  }
}
