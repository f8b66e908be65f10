/** Expected questions out of a file: what it may point at, and how it is taken into use. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { ExpectedRow } from './expected-file.rules.ts';

type Named = readonly (readonly [name: string, id: string])[];

export interface ExpectedNames {
  readonly schools: Named;
  readonly expertise: Named;
  readonly ambitions: Named;
}

/** Pairs of a name in small letters and what it stands for, of today; expertise by name and by code. */
export async function findExpectedNames(reader: Reader, tenantId: string): Promise<ExpectedNames> {
  const row = await reader.first<ExpectedNames>(sql`select (
      select coalesce(jsonb_agg(jsonb_build_array(lower(s.code), s.id)), '[]') from school s
      where s.tenant_id = ${tenantId} and (s.ended_on is null or s.ended_on > (select app_today()))) as schools, (
      select coalesce(jsonb_agg(jsonb_build_array(lower(n.name), e.code) order by e.code), '[]') from expertise e cross join lateral (values (e.code), (e.name)) n (name)
      where e.tenant_id = ${tenantId} and (e.ended_on is null or e.ended_on > (select app_today()))) as expertise, (
      select coalesce(jsonb_agg(jsonb_build_array(lower(a.name), a.id)), '[]') from ambition a
      where a.tenant_id = ${tenantId} and (a.ends_on is null or a.ends_on > (select app_today()))) as ambitions`);
  return row ?? { schools: [], expertise: [], ambitions: [] };
}

/**
 * Takes these into use. The same school, expertise, ambition and period is the same expected question: it gets the file's level, language
 * and dagdelen. What is not in the file stays.
 */
export async function saveExpectedRows(
  tx: Transaction,
  tenantId: string,
  rows: readonly (ExpectedRow & { readonly id: string })[],
): Promise<{ readonly added: number; readonly changed: number; readonly unchanged: number }> {
  const counts = await tx.first<{ added: number; changed: number }>(sql`
    with incoming as materialized (
      select i.id, i."schoolId" as school_id, i.expertise, i."leastLevel" as least_level, i.language, i.dagdelen, i."ambitionId" as ambition_id,
        i."from" as starts_on, i."to" + 1 as ends_on
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i (id uuid, "schoolId" uuid, expertise text, "leastLevel" int, language text,
        dagdelen numeric, "ambitionId" uuid, "from" date, "to" date)
    ), known as materialized (
      select n.id, i.least_level, i.language, i.dagdelen, i.id as incoming_id
      from incoming i join expected_need n on n.tenant_id = ${tenantId} and n.school_id = i.school_id and n.expertise = i.expertise
        and n.ambition_id is not distinct from i.ambition_id and n.starts_on = i.starts_on and n.ends_on = i.ends_on
    ), changed as (
      update expected_need n set least_level = k.least_level, language = k.language, dagdelen = k.dagdelen, version = n.version + 1
      from known k
      where n.tenant_id = ${tenantId} and n.id = k.id
        and (n.least_level, n.language, n.dagdelen) is distinct from (k.least_level, k.language, k.dagdelen)
      returning 1
    ), added as (
      insert into expected_need (tenant_id, id, school_id, expertise, least_level, language, dagdelen, ambition_id, starts_on, ends_on)
      select ${tenantId}, i.id, i.school_id, i.expertise, i.least_level, i.language, i.dagdelen, i.ambition_id, i.starts_on, i.ends_on
      from incoming i where not exists (select from known k where k.incoming_id = i.id)
      returning 1
    )
    select (select count(*)::int from added) as added, (select count(*)::int from changed) as changed`);
  const { added, changed } = counts ?? { added: 0, changed: 0 };
  return { added, changed, unchanged: Math.max(0, rows.length - added - changed) };
}
