/** The other registers as lists of the API, each by its own order, one more than the limit when there are more. */
import { type Reader, raw, sql } from '../platform/database.ts';
import type { Cursor } from '../platform/pure/cursor.ts';
import type { CivilDate } from '../platform/pure/dates.ts';
import type { ListedItem, Listing } from './schools/school.store.ts';

const beyondName = (after: Cursor | undefined) =>
  after === undefined ? sql`` : sql`and (x.name, x.id) > (${after.key}, ${after.id}::uuid)`;

const beyondDay = (after: Cursor | undefined) =>
  after === undefined ? sql`` : sql`and (x.starts_on, x.id) > (${after.key}::date, ${after.id}::uuid)`;

export const place = sql`case
  when x.school_id is not null then (select jsonb_build_object('kind', 'school', 'code', s.code, 'name', s.name) from school s
    where s.tenant_id = x.tenant_id and s.id = x.school_id)
  when x.board_id is not null then (select jsonb_build_object('kind', 'board', 'code', b.code, 'name', b.name) from board b
    where b.tenant_id = x.tenant_id and b.id = x.board_id)
  else (select jsonb_build_object('kind', 'tenant', 'code', t.code, 'name', t.name) from tenant t where t.tenant_id = x.tenant_id) end`;

type FindItems = (reader: Reader, tenantId: string, listing: Listing) => Promise<readonly ListedItem[]>;

/** Boards and areas are the same kind of list: a code and a name. */
const byName =
  (table: 'board' | 'area'): FindItems =>
  (reader, tenantId, { limit, after }) =>
    reader.rows<ListedItem>(sql`
    select jsonb_build_object('id', x.id, 'code', x.code, 'name', x.name)::text as item, x.name as key, x.id
    from ${raw(table)} x where x.tenant_id = ${tenantId} ${beyondName(after)} order by x.name, x.id limit ${limit + 1}`);

export const findBoards = byName('board');
export const findAreas = byName('area');

/** People by name, with what they are today. */
export function findPeople(
  reader: Reader,
  tenantId: string,
  { limit, after }: Listing,
): Promise<readonly ListedItem[]> {
  return reader.rows<ListedItem>(sql`
    select jsonb_build_object('id', p.id, 'name', p.name, 'appointments', (
        select coalesce(jsonb_agg(jsonb_build_object('role', x.role, 'place', ${place}) order by x.role, x.id), '[]')
        from appointment x
        where x.tenant_id = p.tenant_id and x.person_id = p.id
          and x.starts_on <= (select app_today()) and (x.ends_on is null or x.ends_on > (select app_today()))
      ))::text as item, p.name as key, p.id
    from (select x.* from person x where x.tenant_id = ${tenantId} ${beyondName(after)} order by x.name, x.id limit ${limit + 1}) p
    order by p.name, p.id`);
}

/** All appointments, also former and future ones, by first day. The last day belongs to them. */
export function findAppointments(
  reader: Reader,
  tenantId: string,
  { limit, after }: Listing,
): Promise<readonly ListedItem[]> {
  return reader.rows<ListedItem>(sql`
    select jsonb_build_object('id', x.id, 'person', (select jsonb_build_object('id', p.id, 'name', p.name) from person p
        where p.tenant_id = x.tenant_id and p.id = x.person_id), 'role', x.role, 'place', ${place}, 'acting', x.acting,
        'from', x.starts_on, 'to', x.ends_on - 1)::text as item, x.starts_on::text as key, x.id
    from appointment x where x.tenant_id = ${tenantId} ${beyondDay(after)} order by x.starts_on, x.id limit ${limit + 1}`);
}

/** Holidays by first day. The last day belongs to them. */
export function findHolidays(
  reader: Reader,
  tenantId: string,
  { limit, after }: Listing,
): Promise<readonly ListedItem[]> {
  return reader.rows<ListedItem>(sql`
    select jsonb_build_object('id', x.id, 'name', x.name, 'kind', x.kind, 'place', ${place}, 'from', x.starts_on, 'to', x.ends_on - 1)::text
      as item, x.starts_on::text as key, x.id
    from holiday x where x.tenant_id = ${tenantId} ${beyondDay(after)} order by x.starts_on, x.id limit ${limit + 1}`);
}

/** The n-th school day of a school after a day; undefined when the school is not known. */
export function getSchoolDay(
  reader: Reader,
  tenantId: string,
  code: string,
  from: CivilDate,
  days: number,
): Promise<{ readonly day: CivilDate } | undefined> {
  return reader.first(sql`
    select add_school_days(s.tenant_id, s.id, ${from}::date, ${days}::int) as day
    from school s where s.tenant_id = ${tenantId} and s.code = ${code}`);
}
