import { type Reader, sql } from '../platform/database.ts';
import type { Actor, Appointment } from '../platform/pure/actor.ts';

/** A school with somebody in every part, all year long: concerns of the demonstration stand there. */
export interface StagedSchool {
  readonly id: string;
  readonly code: string;
  readonly cast: Readonly<Record<string, string>>;
}

/** Schools where director, contact person, IB'er and teacher have been the same people since `since`, and the board has its own member. */
export async function findStagedSchools(
  reader: Reader,
  tenantId: string,
  since: string,
): Promise<readonly StagedSchool[]> {
  return reader.rows<StagedSchool>(sql`
    with steady as (
      select a.school_id, a.board_id, a.role, min(a.person_id::text) as person_id from appointment a
      where a.tenant_id = ${tenantId} and a.starts_on <= ${since} and a.ends_on is null group by 1, 2, 3
    )
    select s.id, s.code, jsonb_object_agg(x.role, x.person_id) as cast
    from school s join steady x on x.school_id = s.id or (x.board_id = s.board_id and x.role = 'board_member')
      or (x.school_id is null and x.board_id is null)
    where s.tenant_id = ${tenantId} and s.ended_on is null
    group by s.id, s.code
    having array['school_director', 'contact_person', 'support_coordinator', 'teacher', 'board_member', 'team_lead'] <@ array_agg(x.role)
      and max(x.person_id) filter (where x.role = 'board_member') <> max(x.person_id) filter (where x.role = 'school_director')
    order by s.code`);
}

/** A person as they were on a day: the demonstration writes history. */
export async function getActorOn(
  reader: Reader,
  tenantId: string,
  personId: string,
  day: string,
): Promise<Actor | undefined> {
  const row = await reader.first<{
    name: string;
    email: string;
    appointments: readonly Appointment[];
    tenant: Actor['tenant'];
  }>(sql`
    select p.name, p.email, appointments_on(p.tenant_id, p.id, ${day}::date) as appointments,
      jsonb_build_object('code', t.code, 'name', t.name, 'preset', t.preset, 'labels', t.labels) as tenant
    from person p join tenant t on t.tenant_id = p.tenant_id where p.tenant_id = ${tenantId} and p.id = ${personId}`);
  return row === undefined ? undefined : { ...row, tenantId, personId, keyId: personId };
}

/** Who does the second job: specialists who are there all year, and the committee. */
export interface Team {
  readonly specialists: readonly string[];
  readonly members: readonly string[];
  readonly secretary: string;
  readonly teamLead: string;
}

/** Those of them who have been in their role since `since`; specialists who are nothing else, in the order of their names. */
export async function findTeam(reader: Reader, tenantId: string, since: string): Promise<Team> {
  const row = await reader.first<Team>(sql`
    with steady as (
      select a.person_id, a.role, p.name from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
      where a.tenant_id = ${tenantId} and a.starts_on <= ${since} and a.ends_on is null
    )
    select
      (select jsonb_agg(person_id order by name, person_id) from (select person_id, min(name) as name from steady
        group by person_id having array_agg(distinct role) = array['specialist']) s) as specialists,
      (select jsonb_agg(person_id order by name, person_id) from steady where role = 'committee_member') as members,
      (select min(person_id::text) from steady where role = 'committee_secretary') as secretary,
      (select min(person_id::text) from steady where role = 'team_lead') as "teamLead"`);
  if (row === undefined) throw new Error('the demonstration has no team');
  return row;
}
