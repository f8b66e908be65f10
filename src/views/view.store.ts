/** Views that somebody saved: nobody else finds them (migrations/0064). */
import { type Reader, sql, type Transaction } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { Identity } from '../platform/pure/actor.ts';
import type { ViewInput } from './view.input.ts';

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** Somebody has at most so many. */
export const mostViews = 50;

/** By name. */
export function findViews(reader: Reader, { tenantId, personId }: Identity): Promise<readonly SavedView[]> {
  return reader.rows(sql`select id, name, address from saved_view where tenant_id = ${tenantId} and person_id = ${personId}
    order by lower(name), id limit ${mostViews}`);
}

export function getView(
  reader: Reader,
  { tenantId, personId }: Identity,
  id: string,
): Promise<SavedView | undefined> {
  return reader.first(sql`select id, name, address from saved_view
    where tenant_id = ${tenantId} and person_id = ${personId} and id = ${id}`);
}

/** Gives the id; undefined: there are too many. What is kept already under that name is not kept twice. */
export async function addView(
  tx: Transaction,
  { tenantId, personId }: Identity,
  { name, address }: ViewInput,
): Promise<string | undefined> {
  // One at a time: a double click is one view, and fifty stay fifty.
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(${`saved views ${tenantId} ${personId}`}, 0))`,
  );
  const same = await tx.first<{ readonly id: string }>(sql`select id from saved_view
    where tenant_id = ${tenantId} and person_id = ${personId} and name = ${name} and address = ${address}`);
  if (same !== undefined) return same.id;
  const id = newId();
  const added = await tx.run(sql`insert into saved_view (tenant_id, person_id, id, name, address, made_at)
    select ${tenantId}, ${personId}, ${id}, ${name}, ${address}, app_now()
    where (select count(*) from saved_view where tenant_id = ${tenantId} and person_id = ${personId}) < ${mostViews}`);
  return added > 0 ? id : undefined;
}

/** Gives whether it was there. */
export async function removeView(
  tx: Transaction,
  { tenantId, personId }: Identity,
  id: string,
): Promise<boolean> {
  const gone = await tx.run(
    sql`delete from saved_view where tenant_id = ${tenantId} and person_id = ${personId} and id = ${id}`,
  );
  return gone > 0;
}
