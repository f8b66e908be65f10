/** The names the writing aid looks for. */
import { type Reader, sql } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';

/** All names in the registers of the actor's partnership. */
export async function findNames(reader: Reader, actor: Actor): Promise<readonly string[]> {
  const row = await reader.first<{ names: readonly string[] }>(
    sql`select coalesce(jsonb_agg(name), '[]') as names from person where tenant_id = ${actor.tenantId}`,
  );
  return row?.names ?? [];
}
