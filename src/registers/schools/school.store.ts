import { type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';

/** An item of a list as PostgreSQL wrote it, and where it stands in the list. */
export interface ListedItem extends Cursor {
  /** JSON text. */
  readonly item: string;
}

export interface Listing {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly q?: string | undefined;
}

const item = sql`jsonb_build_object('code', c.code, 'name', c.name, 'board', c.board, 'area', c.area, 'address', c.address,
  'contactPersons', (select coalesce(jsonb_agg(p - 'email' - 'phone'), '[]') from jsonb_array_elements(c.contact_persons) p),
  'specialists', c.specialists)::text as item`;

/** The schools of today by name, one more than the limit when there are more. */
export function findSchools(
  reader: Reader,
  tenantId: string,
  { limit, after, q }: Listing,
): Promise<readonly ListedItem[]> {
  return reader.rows<ListedItem>(sql`
    select ${item}, c.name as key, c.id
    from school_card c
    where c.tenant_id = ${tenantId} and (c.ended_on is null or c.ended_on > (select app_today())) ${beyond(after)} ${matching(q)}
    order by c.name, c.id
    limit ${limit + 1}`);
}

export function getSchool(reader: Reader, tenantId: string, code: string): Promise<ListedItem | undefined> {
  return reader.first<ListedItem>(sql`
    select ${item}, c.name as key, c.id from school_card c where c.tenant_id = ${tenantId} and c.code = ${code}`);
}

const beyond = (after: Cursor | undefined): Sql =>
  after === undefined ? sql`` : sql`and (c.name, c.id) > (${after.key}, ${after.id}::uuid)`;

const matching = (q: string | undefined): Sql =>
  q === undefined
    ? sql``
    : sql`and position(lower(${q}) in lower(c.name || ' ' || coalesce(c.city, '') || ' ' || c.code)) > 0`;
