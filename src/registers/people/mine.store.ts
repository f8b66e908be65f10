import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';

export interface OwnKey {
  readonly id: string;
  readonly kind: 'session' | 'token';
  /** UTC. */
  readonly madeAt: string;
  readonly seenAt: string;
}

/** With what the actor can come in now: open sessions and tokens that still work, latest first. */
export function findOwnKeys(reader: Reader, actor: Actor): Promise<readonly OwnKey[]> {
  return reader.rows<OwnKey>(sql`
    select id, kind, to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
      to_char(seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "seenAt"
    from access_key
    where tenant_id = ${actor.tenantId} and person_id = ${actor.personId} and ended_at is null and expires_at > app_now()
      and (kind = 'token' or (kind = 'session' and seen_at > app_now() - interval '30 minutes'))
    order by made_at desc, id`);
}

/** Ends a session or token of the actor; false when there is none. */
export async function endOwnKey(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  const rows = await tx.run(sql`update access_key set ended_at = app_now()
    where tenant_id = ${actor.tenantId} and person_id = ${actor.personId} and id = ${id} and ended_at is null and kind <> 'link'`);
  return rows === 1;
}
