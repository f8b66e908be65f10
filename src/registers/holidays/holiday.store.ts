import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { PlaceKind } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Listing } from '../admin/register.store.ts';
import type { HolidayKind } from '../school-days.rules.ts';

export interface HeldHoliday {
  readonly id: string;
  readonly name: string;
  readonly kind: HolidayKind;
  readonly scope: PlaceKind;
  readonly placeId: string | null;
  readonly placeName: string | null;
  readonly from: CivilDate;
  /** Last day of it. */
  readonly to: CivilDate;
  readonly version: number;
}

const columns = sql`h.id, h.name, h.kind, h.scope, coalesce(h.school_id, h.board_id) as "placeId", h.starts_on as "from", h.ends_on - 1 as "to",
  h.version, coalesce((select s.name from school s where s.tenant_id = h.tenant_id and s.id = h.school_id),
    (select b.name from board b where b.tenant_id = h.tenant_id and b.id = h.board_id)) as "placeName"
  from holiday h`;

/** By first day, latest first: what is coming stands on top. */
export function findHolidayRows(
  reader: Reader,
  tenantId: string,
  { limit, after, q }: Listing,
): Promise<readonly HeldHoliday[]> {
  const beyond =
    after === undefined ? sql`` : sql`and (h.starts_on, h.id) < (${after.key}::date, ${after.id}::uuid)`;
  const matching = q === undefined ? sql`` : sql`and position(lower(${q}) in lower(h.name)) > 0`;
  return reader.rows<HeldHoliday>(sql`select ${columns} where h.tenant_id = ${tenantId} ${beyond} ${matching}
    order by h.starts_on desc, h.id desc limit ${limit + 1}`);
}

export function getHoliday(reader: Reader, tenantId: string, id: string): Promise<HeldHoliday | undefined> {
  return reader.first<HeldHoliday>(sql`select ${columns} where h.tenant_id = ${tenantId} and h.id = ${id}`);
}

export interface HolidayFields {
  readonly name: string;
  readonly kind: HolidayKind;
  readonly scope: PlaceKind;
  readonly boardId: string | null;
  readonly schoolId: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export async function addHoliday(
  tx: Transaction,
  tenantId: string,
  id: string,
  fields: HolidayFields,
): Promise<void> {
  const { name, kind, scope, boardId, schoolId, from, to } = fields;
  await tx.run(sql`insert into holiday (tenant_id, id, name, kind, scope, board_id, school_id, starts_on, ends_on)
    values (${tenantId}, ${id}, ${name}, ${kind}, ${scope}, ${boardId}, ${schoolId}, ${from}, ${to}::date + 1)`);
}

export async function saveHoliday(
  tx: Transaction,
  tenantId: string,
  id: string,
  fields: HolidayFields,
): Promise<void> {
  const { name, kind, scope, boardId, schoolId, from, to } = fields;
  await tx.run(sql`update holiday set name = ${name}, kind = ${kind}, scope = ${scope}, board_id = ${boardId}, school_id = ${schoolId},
      starts_on = ${from}, ends_on = ${to}::date + 1, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}

export async function removeHoliday(tx: Transaction, tenantId: string, id: string): Promise<void> {
  await tx.run(sql`delete from holiday where tenant_id = ${tenantId} and id = ${id}`);
}
