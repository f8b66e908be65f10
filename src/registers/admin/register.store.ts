import { type Reader, raw, sql, type Transaction } from '../../platform/database.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';

export type RegisterTable =
  | 'board'
  | 'area'
  | 'school'
  | 'person'
  | 'appointment'
  | 'holiday'
  | 'goal_template'
  | 'observation_sheet'
  | 'expertise'
  | 'ambition'
  | 'expected_need'
  | 'travel_base';

/** Locks a row until the transaction ends and gives its version; undefined when there is none for this actor. */
export async function lockVersion(
  tx: Transaction,
  tenantId: string,
  table: RegisterTable,
  id: string,
): Promise<number | undefined> {
  const row = await tx.first<{ version: number }>(
    sql`select version from ${raw(table)} where tenant_id = ${tenantId} and id = ${id} for update`,
  );
  return row?.version;
}

interface Choice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface Places {
  readonly boards: readonly Choice[];
  readonly areas: readonly Choice[];
  readonly schools: readonly Choice[];
}

/** Everything a form lets somebody choose from, by name. Ended schools are left out. */
export async function findPlaces(reader: Reader, tenantId: string): Promise<Places> {
  const choices = (table: 'board' | 'area' | 'school', also = sql``) => sql`(
    select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'code', x.code, 'name', x.name) order by x.name, x.code), '[]')
    from ${raw(table)} x where x.tenant_id = ${tenantId} ${also})`;
  const row = await reader.first<Places>(sql`
    select ${choices('board')} as boards, ${choices('area')} as areas,
      ${choices('school', sql`and (x.ended_on is null or x.ended_on > (select app_today()))`)} as schools`);
  return row ?? { boards: [], areas: [], schools: [] };
}

/** How a list of a register is asked for. */
export interface Listing {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly q?: string | undefined;
}

/** The part of a condition that starts a list by name after the last page. */
export const beyondName = (after: Cursor | undefined) =>
  after === undefined ? sql`` : sql`and (x.name, x.id) > (${after.key}, ${after.id}::uuid)`;
