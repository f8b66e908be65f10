/** Addresses that posts had elsewhere, as writers keep them. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';

export interface OldAddress {
  readonly path: string;
  readonly code: string;
  readonly slug: string;
  readonly title: string;
}

/** At most a thousand, by address. */
export function findOldAddresses(reader: Reader, who: Identity): Promise<readonly OldAddress[]> {
  return reader.rows<OldAddress>(sql`select a.path, p.code, t.slug, t.title from post_address a
    join post p on p.tenant_id = a.tenant_id and p.id = a.post_id
    join post_text t on t.tenant_id = p.tenant_id and t.post_id = p.id and t.original
    where a.tenant_id = ${who.tenantId} order by a.path limit 1000`);
}

/** The post of this partnership with this code; undefined when it has none. */
export async function findPostId(reader: Reader, who: Identity, code: string): Promise<string | undefined> {
  const row = await reader.first<{ id: string }>(
    sql`select id from post where tenant_id = ${who.tenantId} and code = ${code}`,
  );
  return row?.id;
}

interface Way {
  readonly path: string;
  readonly postId: string;
}

/** Whether the address leads to this very post. */
export async function leadsTo(reader: Reader, who: Identity, { path, postId }: Way): Promise<boolean> {
  const row = await reader.first(
    sql`select path from post_address where tenant_id = ${who.tenantId} and path = ${path} and post_id = ${postId}`,
  );
  return row !== undefined;
}

/** False when it led somewhere already. */
export async function addAddress(tx: Transaction, who: Identity, { path, postId }: Way): Promise<boolean> {
  const added = await tx.run(sql`insert into post_address (tenant_id, path, post_id)
    values (${who.tenantId}, ${path}, ${postId}) on conflict (tenant_id, path) do nothing`);
  return added === 1;
}

/** The post it led to; undefined when it led nowhere. */
export async function dropAddress(tx: Transaction, who: Identity, path: string): Promise<string | undefined> {
  const row = await tx.first<{ postId: string }>(sql`delete from post_address
    where tenant_id = ${who.tenantId} and path = ${path} returning post_id as "postId"`);
  return row?.postId;
}
