/** Schools of the demonstration with somebody for every part in the protocol. */

import { expect } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { dayOf } from '../../src/platform/pure/dates.ts';
import { comeIn, type House } from '../support/house.ts';

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

type Step = Readonly<Record<string, unknown>> & { readonly step: string };

/** A concern that its author noted, with these steps of the author after it; gives the address of its page. */
export async function aConcern(
  house: House,
  { tenantId, school, contactPerson }: SchoolCast,
  steps: readonly Step[],
): Promise<string> {
  const author = await comeIn(house, { tenantId, personId: contactPerson.id });
  let answer = await author.api('POST', '/concerns', {
    schoolCode: school.code,
    noticedOn: dayOf(Date.now()),
    occasion: 'Teamoverleg',
    observation: 'Drie groepen hadden geen vaste leerkracht.',
    impression: 'Het team is moe.',
    meaningForChildren: 'Kinderen missen rust.',
    goesWell: 'De groepen vangen elkaar op.',
  });
  const { id } = (await answer.json()) as { readonly id: string };
  for (const step of steps) {
    const version = { 'if-match': answer.headers.get('etag') ?? '' };
    answer = await author.api('POST', `/concerns/${id}/steps`, step, version);
    expect(answer.status, step.step).toBe(200);
  }
  return `/zorgen/${id}`;
}

/** The author's talk with the director, today. */
export const aTalk = ({ contactPerson, director }: SchoolCast): Step => ({
  step: 'hold_conversation',
  heldOn: dayOf(Date.now()),
  present: [contactPerson.id, director.id],
  report: 'Wij bespraken de bezetting.',
  goesWell: 'Ouders zijn ingelicht.',
  noAgreementsBecause: 'Wij wachten op het rooster.',
});
