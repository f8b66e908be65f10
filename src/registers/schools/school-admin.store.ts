import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { beyondName, type Listing } from '../admin/register.store.ts';

export interface SchoolRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly city: string | null;
  readonly board: string | null;
  readonly ended: boolean;
}

/** All schools by name, ended ones too. */
export function findSchoolRows(
  reader: Reader,
  tenantId: string,
  { limit, after, q }: Listing,
): Promise<readonly SchoolRow[]> {
  const matching =
    q === undefined
      ? sql``
      : sql`and position(lower(${q}) in lower(x.name || ' ' || coalesce(x.city, '') || ' ' || x.code)) > 0`;
  return reader.rows<SchoolRow>(sql`
    select x.id, x.code, x.name, x.city, coalesce(x.ended_on <= (select app_today()), false) as ended,
      (select b.name from board b where b.tenant_id = x.tenant_id and b.id = x.board_id) as board
    from school x where x.tenant_id = ${tenantId} ${beyondName(after)} ${matching} order by x.name, x.id limit ${limit + 1}`);
}

/** Fields as the form and the schema name them; absent is not known. */
export interface SchoolFields {
  readonly code: string;
  readonly name: string;
  readonly kind?: string | undefined;
  readonly board?: string | undefined;
  readonly area?: string | undefined;
  readonly street?: string | undefined;
  readonly houseNumber?: string | undefined;
  readonly postcode?: string | undefined;
  readonly city?: string | undefined;
  readonly phone?: string | undefined;
  readonly website?: string | undefined;
  /** First day that it is no school any more. */
  readonly endedOn?: string | undefined;
}

export interface HeldSchool {
  readonly version: number;
  readonly values: Readonly<Record<string, string>>;
}

export function getHeldSchool(reader: Reader, tenantId: string, id: string): Promise<HeldSchool | undefined> {
  return reader.first<HeldSchool>(sql`
    select s.version, jsonb_strip_nulls(jsonb_build_object('code', s.code, 'name', s.name, 'kind', s.kind, 'board', s.board_id,
      'area', s.area_id, 'street', s.street, 'houseNumber', s.house_number, 'postcode', s.postcode, 'city', s.city, 'phone', s.phone,
      'website', s.website, 'endedOn', s.ended_on)) as values
    from school s where s.tenant_id = ${tenantId} and s.id = ${id}`);
}

export async function addSchool(
  tx: Transaction,
  tenantId: string,
  id: string,
  fields: SchoolFields,
): Promise<void> {
  const { code, name, street, city, phone, website } = fields;
  await tx.run(sql`
    insert into school (tenant_id, id, code, name, kind, board_id, area_id, street, house_number, postcode, city, phone, website, ended_on)
    values (${tenantId}, ${id}, ${code}, ${name}, ${fields.kind}, ${fields.board}, ${fields.area}, ${street}, ${fields.houseNumber},
      ${fields.postcode}, ${city}, ${phone}, ${website}, ${fields.endedOn})`);
}

/** What is absent becomes not known. */
export async function saveSchool(
  tx: Transaction,
  tenantId: string,
  id: string,
  fields: SchoolFields,
): Promise<void> {
  const { code, name, street, city, phone, website } = fields;
  await tx.run(sql`
    update school set code = ${code}, name = ${name}, kind = ${fields.kind}, board_id = ${fields.board}, area_id = ${fields.area},
      street = ${street}, house_number = ${fields.houseNumber}, postcode = ${fields.postcode}, city = ${city}, phone = ${phone},
      website = ${website}, ended_on = ${fields.endedOn}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}
