/** What a step names, looked up for the rules: people, meetings, expertise, schools. */
import { type Reader, sql } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Work } from './needs.rules.ts';

/** School a question may stand at, by code; only of the actor's own partnership and not ended. */
export async function getSchoolByCode(
  reader: Reader,
  actor: Actor,
  code: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return reader.first(sql`select id, name from school where tenant_id = ${actor.tenantId} and code = ${code}
    and (ended_on is null or ended_on > app_today())`);
}

/** Whether all of these are kinds of expertise the partnership has today. */
export async function knowsExpertise(
  reader: Reader,
  actor: Actor,
  codes: readonly string[],
): Promise<boolean> {
  if (codes.length === 0) return true;
  const row = await reader.first<{ found: number }>(sql`select count(*) as found from expertise
    where tenant_id = ${actor.tenantId} and code = any (${codes}) and (ended_on is null or ended_on > app_today())`);
  return row?.found === codes.length;
}

/** Whether somebody is a specialist today. */
export async function isSpecialist(reader: Reader, actor: Actor, personId: string): Promise<boolean> {
  const row = await reader.first<{ is: boolean }>(sql`select exists (select from appointment a
    where a.tenant_id = ${actor.tenantId} and a.person_id = ${personId} and a.role = 'specialist'
      and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())) as is`);
  return row?.is ?? false;
}

/** Whether the work at a school fits the contract of the specialist on every day, besides what they do and are stationed for already. */
export async function fitsContract(
  reader: Reader,
  { specialistId, schoolId, ...work }: Work & { readonly specialistId: string; readonly schoolId: string },
): Promise<boolean> {
  if (work.until < work.from) return false;
  const row = await reader.first<{ fits: boolean }>(
    sql`select fits_contract(${specialistId}, ${work.from}::date, ${work.until}::date, ${work.dagdelen}, ${schoolId}) as fits`,
  );
  return row?.fits ?? false;
}

/** Whether everybody who works on the question has room when that goes on until a last day. */
export async function fitsExtended(reader: Reader, questionId: string, until: string): Promise<boolean> {
  const row = await reader.first<{ fits: boolean }>(
    sql`select fits_extended(${questionId}, ${until}::date) as fits`,
  );
  return row?.fits ?? false;
}

export interface NamedMeeting {
  readonly planned: boolean;
  readonly ahead: boolean;
  readonly cutOffOn: string;
}

/** A meeting of the committee, as the rules see it. */
export async function getMeeting(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<NamedMeeting | undefined> {
  return reader.first<NamedMeeting>(sql`select status = 'planned' as planned, starts_at > app_now() as ahead, cut_off_on as "cutOffOn"
    from committee_meeting where tenant_id = ${actor.tenantId} and id = ${id}`);
}
