/** Where specialists set out from: an office or a school, never somebody's home. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { Listing } from '../../registers/index.ts';

export interface BaseInput {
  /** As the file of travel times names it. */
  readonly code: string;
  readonly name: string;
  /** Degrees (WGS 84). */
  readonly latitude: number;
  readonly longitude: number;
}

export interface Base extends BaseInput {
  readonly id: string;
  readonly version: number;
  /** To how many schools a travel time was imported. */
  readonly times: number;
}

const columns = sql`b.id, b.code, b.name, b.latitude, b.longitude, b.version,
  (select count(*)::int from travel_time t where t.tenant_id = b.tenant_id and t.base_id = b.id) as times`;

/** By name, one more than asked when there are more. */
export function findBases(
  reader: Reader,
  tenantId: string,
  { limit, after, q }: Listing,
): Promise<readonly Base[]> {
  const beyond = after === undefined ? sql`` : sql`and (b.name, b.id) > (${after.key}, ${after.id}::uuid)`;
  const matching =
    q === undefined ? sql`` : sql`and position(lower(${q}) in lower(b.name || ' ' || b.code)) > 0`;
  return reader.rows<Base>(sql`select ${columns} from travel_base b
    where b.tenant_id = ${tenantId} ${beyond} ${matching} order by b.name, b.id limit ${limit + 1}`);
}

export function getBase(reader: Reader, tenantId: string, id: string): Promise<Base | undefined> {
  return reader.first<Base>(
    sql`select ${columns} from travel_base b where b.tenant_id = ${tenantId} and b.id = ${id}`,
  );
}

export async function addBase(tx: Transaction, tenantId: string, id: string, base: BaseInput): Promise<void> {
  await tx.run(sql`insert into travel_base (tenant_id, id, code, name, latitude, longitude)
    values (${tenantId}, ${id}, ${base.code}, ${base.name}, ${base.latitude}, ${base.longitude})`);
}

export async function saveBase(
  tx: Transaction,
  tenantId: string,
  id: string,
  base: BaseInput,
): Promise<void> {
  await tx.run(sql`update travel_base set code = ${base.code}, name = ${base.name}, latitude = ${base.latitude},
      longitude = ${base.longitude}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}

export interface Located {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Schools of today whose place is known, by name. */
export function findLocatedSchools(reader: Reader, tenantId: string): Promise<readonly Located[]> {
  return reader.rows<Located>(sql`select id, code, name from school
    where tenant_id = ${tenantId} and latitude is not null and longitude is not null
      and (ended_on is null or ended_on > (select app_today())) order by name, id`);
}

/** Where a school stands; undefined when there is none, or its place is not known. */
export function getPlaceOf(
  reader: Reader,
  tenantId: string,
  schoolId: string,
): Promise<{ readonly latitude: number; readonly longitude: number } | undefined> {
  return reader.first(sql`select latitude, longitude from school
    where tenant_id = ${tenantId} and id = ${schoolId} and latitude is not null and longitude is not null`);
}
