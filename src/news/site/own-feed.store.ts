/** The secret address of somebody's own feed: its hash alone is kept. */
import { type Database, type Reader, sql, type Transaction } from '../../platform/database.ts';
import { hashOf } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';

/** When the address was made; undefined: there is none. */
export async function findFeedKey(reader: Reader, who: Identity): Promise<string | undefined> {
  const row = await reader.first<{
    madeAt: string;
  }>(sql`select to_json(made_at) #>> '{}' as "madeAt" from feed_key
    where tenant_id = ${who.tenantId} and person_id = ${who.personId}`);
  return row?.madeAt;
}

/** Keeps a new secret; the old one opens nothing any more. */
export async function renewFeedKey(tx: Transaction, who: Identity, secret: string): Promise<void> {
  // `excluded` would ask for a right to read the hash, which nobody has.
  const hash = hashOf(secret);
  await tx.run(sql`insert into feed_key (tenant_id, person_id, hash, made_at)
    values (${who.tenantId}, ${who.personId}, ${hash}, app_now())
    on conflict (tenant_id, person_id) do update set hash = ${hash}, made_at = app_now()`);
}

/** False when there was none. */
export async function removeFeedKey(tx: Transaction, who: Identity): Promise<boolean> {
  const rows = await tx.run(
    sql`delete from feed_key where tenant_id = ${who.tenantId} and person_id = ${who.personId}`,
  );
  return rows === 1;
}

/** Whose feed this secret opens; undefined: nobody's. */
export async function findFeedOwner(
  database: Pick<Database, 'read'>,
  secret: string,
): Promise<Identity | undefined> {
  const row = await database.read('visitor', (reader) =>
    reader.first<{ owner: Identity | null }>(sql`select feed_owner(${hashOf(secret)}) as owner`),
  );
  return row?.owner ?? undefined;
}
