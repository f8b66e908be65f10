/** Secret addresses of one's own, such as that of a calendar: one for each person, of which the hash alone is kept. */
import { recordAudit } from './audit.ts';
import { NotAdmitted, type ReadDatabase, type Reader, raw, sql } from './database.ts';
import { hashOf, newSecret } from './ids.ts';
import type { Actor, Identity } from './pure/actor.ts';
import type { Deed } from './route.ts';

/** What an address opens. */
export interface Opens {
  /** Table with `tenant_id`, `person_id`, `hash` and `made_at`. */
  readonly keys: string;
  /** Definer function from a hash to whose it is. */
  readonly owner: string;
}

/** When somebody's address was made; undefined: there is none. */
export async function findAddress(
  reader: Reader,
  { keys }: Opens,
  who: Identity,
): Promise<string | undefined> {
  const row = await reader.first<{
    madeAt: string;
  }>(sql`select to_json(made_at) #>> '{}' as "madeAt" from ${raw(keys)}
    where tenant_id = ${who.tenantId} and person_id = ${who.personId}`);
  return row?.madeAt;
}

/** Makes a new secret and gives it, this once; the old one opens nothing any more. */
export function renewAddress(deed: Deed, actor: Actor, { keys }: Opens): Promise<string> {
  const secret = newSecret();
  // `excluded` would ask for a right to read the hash, which nobody has.
  const hash = hashOf(secret);
  return deed.database.write(actor, async (tx) => {
    await tx.run(sql`insert into ${raw(keys)} (tenant_id, person_id, hash, made_at)
      values (${actor.tenantId}, ${actor.personId}, ${hash}, app_now())
      on conflict (tenant_id, person_id) do update set hash = ${hash}, made_at = app_now()`);
    const { personId: subjectId } = actor;
    await recordAudit(tx, actor, { action: 'renew', subject: keys, subjectId, via: deed.via });
    return secret;
  });
}

/** False when there was none. */
export function removeAddress(deed: Deed, actor: Actor, { keys }: Opens): Promise<boolean> {
  const { tenantId, personId } = actor;
  return deed.database.write(actor, async (tx) => {
    const rows = await tx.run(
      sql`delete from ${raw(keys)} where tenant_id = ${tenantId} and person_id = ${personId}`,
    );
    if (rows === 1)
      await recordAudit(tx, actor, { action: 'remove', subject: keys, subjectId: personId, via: deed.via });
    return rows === 1;
  });
}

/**
 * What stands behind an address, read in its owner's name; undefined: it opens nothing. Under the law of today: who left or
 * was suspended has nothing there any more, though the address was never taken back.
 */
export async function behindAddress<T>(
  database: ReadDatabase,
  { owner: ownerOf }: Opens,
  secret: string,
  read: (reader: Reader, owner: Identity) => Promise<T>,
): Promise<T | undefined> {
  const row = await database.read('visitor', (reader) =>
    reader.first<{ owner: Identity | null }>(sql`select ${raw(ownerOf)}(${hashOf(secret)}) as owner`),
  );
  const owner = row?.owner ?? undefined;
  if (owner === undefined) return undefined;
  try {
    return await database.read(owner, (reader) => read(reader, owner));
  } catch (fault) {
    if (fault instanceof NotAdmitted) return undefined;
    throw fault;
  }
}
