/** The ledger «wie weet dit?». */
import { type Reader, sql, type Transaction } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { ConcernRow, PersonName } from './concern.store.ts';

/** Records that the actor saw this version: once in the ledger «wie weet dit?». */
export async function recordSeen(
  tx: Transaction,
  actor: Actor,
  concern: ConcernRow,
  ground: string,
): Promise<void> {
  await tx.run(sql`insert into disclosure (tenant_id, concern_id, version, person_id, kind, ground, at)
    values (${actor.tenantId}, ${concern.id}, ${concern.version}, ${actor.personId}, 'saw', ${ground}, app_now()) on conflict do nothing`);
}

/** «gelezen»: what the actor was told of this concern up to this version is read. Nobody else is shown that; the ledger is. */
export async function markNoticesSeen(tx: Transaction, actor: Actor, concern: ConcernRow): Promise<void> {
  await tx.run(sql`update notice set read_at = app_now()
    where tenant_id = ${actor.tenantId} and person_id = ${actor.personId} and subject_id = ${concern.id} and read_at is null
      and (version is null or version <= ${concern.version})`);
}

export interface Disclosure {
  readonly person: PersonName;
  readonly version: number;
  /** Was told by a step, opened it, or found it by a word that stands in it. */
  readonly kind: 'told' | 'saw' | 'found';
  readonly ground: string;
  readonly at: Date;
}

/** Who was told or saw which version, oldest first; empty for whom the ledger is not. */
export async function findDisclosures(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<readonly Disclosure[]> {
  return reader.rows<Disclosure>(sql`select jsonb_build_object('id', p.id, 'name', p.name) as person, d.version, d.kind, d.ground, d.at
    from disclosure d join person p on p.tenant_id = d.tenant_id and p.id = d.person_id
    where d.tenant_id = ${actor.tenantId} and d.concern_id = ${id} order by d.at, d.version, d.person_id, d.kind`);
}
