/** Travel times from bases to schools, as imported. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { TravelRow } from './travel-file.rules.ts';

/** The codes that a file may name: of every base, and of schools that have not ended. */
export async function findTravelCodes(
  reader: Reader,
  tenantId: string,
): Promise<{ readonly bases: readonly string[]; readonly schools: readonly string[] }> {
  const row = await reader.first<{ bases: readonly string[]; schools: readonly string[] }>(sql`select
      coalesce((select array_agg(b.code) from travel_base b where b.tenant_id = ${tenantId}), '{}') as bases,
      coalesce((select array_agg(s.code) from school s where s.tenant_id = ${tenantId}
        and (s.ended_on is null or s.ended_on > (select app_today()))), '{}') as schools`);
  return row ?? { bases: [], schools: [] };
}

export interface TravelCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Takes these times into use; ways that are not among them stay as they are. */
export async function saveTravel(
  tx: Transaction,
  tenantId: string,
  rows: readonly TravelRow[],
): Promise<TravelCounts> {
  const saved = await tx.first<{ added: number; changed: number }>(sql`
    with incoming as materialized (
      select b.id as base_id, s.id as school_id, i.minutes
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i (base text, school text, minutes int)
      join travel_base b on b.tenant_id = ${tenantId} and b.code = i.base
      join school s on s.tenant_id = ${tenantId} and s.code = i.school
    ), saved as (
      insert into travel_time as t (tenant_id, base_id, school_id, minutes)
      select ${tenantId}, base_id, school_id, minutes from incoming
      on conflict (tenant_id, base_id, school_id) do update set minutes = excluded.minutes where t.minutes <> excluded.minutes
      returning xmax = 0 as fresh
    )
    select count(*) filter (where fresh)::int as added, count(*) filter (where not fresh)::int as changed from saved`);
  const { added, changed } = saved ?? { added: 0, changed: 0 };
  return { added, changed, unchanged: rows.length - added - changed };
}

/** Forgets every time; gives how many there were. */
export function clearTravel(tx: Transaction, tenantId: string): Promise<number> {
  return tx.run(sql`delete from travel_time where tenant_id = ${tenantId}`);
}

export interface TravelTime {
  readonly base: string;
  readonly school: string;
  readonly minutes: number;
}

/** All of them by their codes, as a file has them. */
export function findTravel(reader: Reader, tenantId: string): Promise<readonly TravelTime[]> {
  return reader.rows<TravelTime>(sql`select b.code as base, s.code as school, t.minutes from travel_time t
    join travel_base b on b.tenant_id = t.tenant_id and b.id = t.base_id
    join school s on s.tenant_id = t.tenant_id and s.id = t.school_id
    where t.tenant_id = ${tenantId} order by b.code, s.code`);
}
