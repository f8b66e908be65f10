import { type Reader, sql } from '../../platform/database.ts';

/** Who asks for reports in the demonstration: of each role the first by name, with the code of their place. */
export function findAskers(
  reader: Reader,
  tenantId: string,
  day: string,
): Promise<readonly { readonly role: string; readonly personId: string; readonly code: string | null }[]> {
  return reader.rows(sql`select distinct on (a.role) a.role, a.person_id as "personId", coalesce(s.code, b.code) as code
    from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    left join school s on s.tenant_id = a.tenant_id and s.id = a.school_id left join board b on b.tenant_id = a.tenant_id and b.id = a.board_id
    where a.tenant_id = ${tenantId} and a.role in ('policy_adviser', 'board_member', 'school_director', 'committee_secretary')
      and a.starts_on <= ${day}::date and (a.ends_on is null or a.ends_on > ${day}::date)
    order by a.role, p.name, a.id`);
}

/** First and last day of the school year, else the quarter, that was released last. */
export async function findLastReleased(reader: Reader, tenantId: string): Promise<string | undefined> {
  const found = await reader.first<{
    period: string;
  }>(sql`select starts_on || '_' || (ends_on - 1) as period from measure_release
    where tenant_id = ${tenantId} order by span desc, starts_on desc, id limit 1`);
  return found?.period;
}
