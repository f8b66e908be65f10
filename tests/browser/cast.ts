/** Schools of the demonstration with somebody for every part in the protocol. */
import { sql } from '../../src/platform/database.ts';
import type { House } from '../support/house.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface SchoolCast {
  readonly tenantId: string;
  readonly school: { readonly id: string; readonly code: string; readonly name: string };
  readonly contactPerson: Person;
  readonly director: Person;
  readonly coordinator: Person;
  readonly teamLead: Person;
  readonly boardMember: Person;
}

/** Of Rotterdam, in the order of their names; each has a board that is not its director. */
export async function castOf(house: House): Promise<readonly SchoolCast[]> {
  const tenant = await house.operator.read({ operatorFor: null }, (reader) =>
    reader.first<{ id: string }>(sql`select tenant_id as id from tenant where code = 'rotterdam'`),
  );
  const id = tenant?.id ?? '';
  return house.operator.read({ operatorFor: id }, (reader) =>
    reader.rows<SchoolCast>(sql`
      with now as (
        select a.role, a.school_id, a.board_id, jsonb_build_object('id', p.id, 'name', p.name) as person
        from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
        where a.tenant_id = ${id} and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today() + 60)
          and p.suspended_at is null)
      select * from (select ${id}::uuid as "tenantId",
          jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name) as school,
          (select person from now where role = 'contact_person' and school_id = s.id limit 1) as "contactPerson",
          (select person from now where role = 'school_director' and school_id = s.id limit 1) as director,
          (select person from now where role = 'support_coordinator' and school_id = s.id limit 1) as coordinator,
          (select person from now where role = 'team_lead' limit 1) as "teamLead",
          (select person from now where role = 'board_member' and board_id = s.board_id limit 1) as "boardMember"
        from school s where s.tenant_id = ${id}) as schools
      where "contactPerson" is not null and director is not null and coordinator is not null
        and "boardMember" is not null and "boardMember" <> director
      order by school ->> 'name'`),
  );
}
