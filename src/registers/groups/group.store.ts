/** Boards and areas: both are a code and a name that schools hang under. */
import { type Reader, raw, sql, type Transaction } from '../../platform/database.ts';
import { beyondName, type Listing } from '../admin/register.store.ts';

export type GroupTable = 'board' | 'area';

export interface Group {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly schools: number;
  readonly version: number;
}

const columns = (
  table: GroupTable,
) => sql`x.id, x.code, x.name, x.version, (select count(*)::int from school s
  where s.tenant_id = x.tenant_id and s.${raw(`${table}_id`)} = x.id and (s.ended_on is null or s.ended_on > (select app_today()))) as schools`;

export function findGroups(
  reader: Reader,
  tenantId: string,
  table: GroupTable,
  { limit, after, q }: Listing,
): Promise<readonly Group[]> {
  const matching =
    q === undefined ? sql`` : sql`and position(lower(${q}) in lower(x.name || ' ' || x.code)) > 0`;
  return reader.rows<Group>(sql`select ${columns(table)} from ${raw(table)} x
    where x.tenant_id = ${tenantId} ${beyondName(after)} ${matching} order by x.name, x.id limit ${limit + 1}`);
}

export function getGroup(
  reader: Reader,
  tenantId: string,
  table: GroupTable,
  id: string,
): Promise<Group | undefined> {
  return reader.first<Group>(
    sql`select ${columns(table)} from ${raw(table)} x where x.tenant_id = ${tenantId} and x.id = ${id}`,
  );
}

export type GroupInput = Pick<Group, 'code' | 'name'>;

export async function addGroup(
  tx: Transaction,
  tenantId: string,
  table: GroupTable,
  id: string,
  group: GroupInput,
): Promise<void> {
  await tx.run(
    sql`insert into ${raw(table)} (tenant_id, id, code, name) values (${tenantId}, ${id}, ${group.code}, ${group.name})`,
  );
}

export async function saveGroup(
  tx: Transaction,
  tenantId: string,
  table: GroupTable,
  id: string,
  group: GroupInput,
): Promise<void> {
  await tx.run(sql`update ${raw(table)} set code = ${group.code}, name = ${group.name}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}
