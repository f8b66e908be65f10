import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { Actor, Way } from '../../platform/pure/actor.ts';

export interface OwnKey {
  readonly id: string;
  readonly kind: 'session' | 'token';
  /** UTC. */
  readonly madeAt: string;
  readonly seenAt: string;
  readonly way: Way | null;
  readonly device: string | null;
  readonly secondFactor: boolean;
}

/** With what the actor can come in now: open sessions and tokens that still work, latest first. */
export function findOwnKeys(reader: Reader, actor: Actor): Promise<readonly OwnKey[]> {
  return reader.rows<OwnKey>(sql`
    select id, kind, to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
      to_char(seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "seenAt",
      way, device, second_factor as "secondFactor"
    from access_key
    where tenant_id = ${actor.tenantId} and person_id = ${actor.personId} and ended_at is null and replaced_at is null and expires_at > app_now()
      and (kind = 'token' or (kind = 'session' and seen_at > app_now() - interval '30 minutes'))
    order by made_at desc, id`);
}

/** Ends a session or token of the actor, and the id it had a moment ago; false when there is none. */
export async function endOwnKey(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  const rows = await tx.run(sql`update access_key set ended_at = app_now()
    where tenant_id = ${actor.tenantId} and person_id = ${actor.personId} and (id = ${id} or replaced_by = ${id})
      and ended_at is null and kind <> 'link'`);
  return rows > 0;
}

/** Ends every other session of the actor; gives how many. Tokens stay: programs use them. */
export function endOtherSessions(tx: Transaction, actor: Actor): Promise<number> {
  return tx.run(sql`update access_key set ended_at = app_now()
    where tenant_id = ${actor.tenantId} and person_id = ${actor.personId} and id <> ${actor.keyId} and kind = 'session'
      and ended_at is null and expires_at > app_now() and seen_at > app_now() - interval '30 minutes'
      and replaced_by is distinct from ${actor.keyId}`);
}
