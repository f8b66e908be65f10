import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Term } from '../clocks/clock.rules.ts';
import { termsOf } from '../question-parts.store.ts';

/** The norms of the actor's own partnership, each with its source. */
export async function findTerms(reader: Reader, actor: Actor): Promise<readonly Term[]> {
  const row = await reader.first<{ terms: readonly Term[] }>(
    sql`select ${termsOf(sql`${actor.tenantId}`)} as terms`,
  );
  return row?.terms ?? [];
}
