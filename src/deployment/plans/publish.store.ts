/** What publishing reads and writes besides the plan itself. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { OpenProposal, WantedAssignment } from './publication.ts';

/** One publishes at a time in a partnership, until the transaction ends. */
export async function lockPublishing(tx: Transaction, tenantId: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`publish ${tenantId}`}, 0))`);
}

/** Whether another plan was published since this one learnt how the world is. */
export async function isOvertaken(reader: Reader, tenantId: string, id: string): Promise<boolean> {
  const found = await reader.first<{ overtaken: boolean }>(sql`select exists (select from deployment_plan o
      where o.tenant_id = p.tenant_id and o.id <> p.id and o.published_at > coalesce(p.input_at, p.made_at)) as overtaken
    from deployment_plan p where p.tenant_id = ${tenantId} and p.id = ${id}`);
  return found?.overtaken ?? false;
}

/** Stationings that an earlier plan proposed and nobody agreed to yet; days both included. */
export function findOpenProposals(reader: Reader, tenantId: string): Promise<readonly OpenProposal[]> {
  return reader.rows(sql`select s.id, s.specialist_id as "specialistId", s.school_id as "schoolId", s.dagdelen::float8 as dagdelen,
      s.starts_on as "from", s.ends_on - 1 as "to"
    from stationing s where s.tenant_id = ${tenantId} and s.status = 'proposed' and s.plan_id is not null order by s.id`);
}

interface Covered {
  readonly id: string;
  readonly from: string;
  readonly until: string | null;
}

/**
 * Per specialist from when until when contracts cover them, as far as they reach the days from `from` on. Who is away on that day and back
 * before `until` is there from the day they are back.
 */
export async function findContractDays(
  reader: Reader,
  tenantId: string,
  from: string,
  until: string,
): Promise<ReadonlyMap<string, Omit<Covered, 'id'>>> {
  const rows =
    await reader.rows<Covered>(sql`select c.person_id as id, greatest(min(c.starts_on), max(back.on_day)) as "from",
      case when bool_or(c.ends_on is null) then null else max(c.ends_on) end as until
    from contract c left join lateral (select max(x.ends_on) as on_day from specialist_absence x
      where x.tenant_id = c.tenant_id and x.person_id = c.person_id and daterange(x.starts_on, x.ends_on) @> ${from}::date
        and x.ends_on < ${until}::date) back on true
    where c.tenant_id = ${tenantId} and (c.ends_on is null or c.ends_on > ${from}) group by c.person_id`);
  return new Map(rows.map(({ id, ...days }) => [id, days]));
}

/** Writes down whom the plan proposes for questions, in one statement. */
export async function addProposals(
  tx: Transaction,
  tenantId: string,
  planId: string,
  wanted: readonly WantedAssignment[],
): Promise<void> {
  if (wanted.length === 0) return;
  const rows = wanted.map((each) => ({ ...each, id: newId() }));
  await tx.run(sql`insert into assignment_proposal (tenant_id, id, question_id, specialist_id, plan_id, dagdelen, starts_on, ends_on, made_at, because)
    select ${tenantId}, w.id, w."questionId", w."specialistId", ${planId}, w.dagdelen, w."from", w."to" + 1, app_now(), w.because
    from jsonb_to_recordset(${JSON.stringify(rows)}) as w (id uuid, "questionId" uuid, "specialistId" uuid, dagdelen numeric, "from" date, "to" date,
      because text)`);
}
