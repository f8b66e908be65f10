import { createHash } from 'node:crypto';
import { sql, type Transaction } from './database.ts';
import type { Identity } from './pure/actor.ts';

/** A write that may arrive twice: a double click, a retry after a dropped line. */
export interface Once {
  readonly key: string;
  /** What was asked, so that a key is not used again for something else. */
  readonly request: unknown;
}

/** The key was used before for another request. */
export interface KeyReused {
  readonly outcome: 'keyReused';
}

/**
 * Does the work once per key and person: the same request again gets the same answer and does nothing. Only what was done
 * (`outcome: 'taken'`) is remembered; a refusal may be tried again. Two at once: the second waits for the first.
 */
export async function doOnce<T extends { readonly outcome: string }>(
  tx: Transaction,
  who: Identity,
  once: Once | undefined,
  work: () => Promise<T>,
): Promise<T | KeyReused> {
  if (once === undefined) return work();
  const request = createHash('sha256').update(JSON.stringify(once.request)).digest();
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${who.personId} ${once.key}`}, 0))`);
  const before = await tx.first<{ request: Buffer; answer: T }>(sql`select request, answer from idempotency
    where tenant_id = ${who.tenantId} and person_id = ${who.personId} and key = ${once.key}`);
  if (before !== undefined) return before.request.equals(request) ? before.answer : { outcome: 'keyReused' };
  const answer = await work();
  if (answer.outcome === 'taken') {
    await tx.run(sql`insert into idempotency (tenant_id, person_id, key, request, answer, at)
      values (${who.tenantId}, ${who.personId}, ${once.key}, ${request}, ${JSON.stringify(answer)}, app_now())`);
  }
  return answer;
}
