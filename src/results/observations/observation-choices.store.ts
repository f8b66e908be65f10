/** Where a lesson can be looked at, and whose. The registers are known to every member. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { reach } from './observation.rules.ts';

export interface SchoolChoice {
  readonly code: string;
  readonly name: string;
}

export function findSchoolChoices(reader: Reader, { tenantId }: Actor): Promise<readonly SchoolChoice[]> {
  return reader.rows<SchoolChoice>(sql`select s.code, s.name from school s
    where s.tenant_id = ${tenantId} and (s.ended_on is null or s.ended_on > app_today()) order by s.name, s.id`);
}

export interface TeacherChoice {
  readonly id: string;
  readonly name: string;
}

/** Who taught there on a day that can still be written down; not oneself. */
export function findTeachersAt(
  reader: Reader,
  { tenantId, personId }: Actor,
  schoolCode: string,
): Promise<readonly TeacherChoice[]> {
  return reader.rows<TeacherChoice>(sql`select distinct p.id, p.name from appointment a
    join school s on s.tenant_id = a.tenant_id and s.id = a.school_id and s.code = ${schoolCode}
    join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tenantId} and a.role = 'teacher' and a.starts_on <= app_today()
      and (a.ends_on is null or a.ends_on > app_today() - ${reach}::int) and a.person_id <> ${personId} order by p.name, p.id`);
}
