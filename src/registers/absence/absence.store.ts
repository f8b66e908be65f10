/** Absences: who is away and who stands in. What is lawful stands in `arrange_absence` (0016). */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { PlaceKind, Role } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';

export interface Held {
  readonly id: string;
  readonly role: Role;
  readonly place: {
    readonly kind: PlaceKind;
    readonly id: string;
    readonly code: string;
    readonly name: string;
  };
}

export interface AbsentPerson {
  readonly id: string;
  readonly name: string;
  /** What can be handed over: own appointments of today or later, none that came from somebody else's absence. */
  readonly held: readonly Held[];
}

/** Somebody with the work that can be handed over; undefined when there is no such person here. */
export function getAbsentPerson(
  reader: Reader,
  tenantId: string,
  personId: string,
): Promise<AbsentPerson | undefined> {
  return reader.first<AbsentPerson>(sql`select p.id, p.name, (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'place', jsonb_build_object(
          'kind', case when s.id is null then 'tenant' else 'school' end, 'id', coalesce(s.id, a.tenant_id),
          'code', coalesce(s.code, ''), 'name', coalesce(s.name, ''))) order by a.role, s.name, a.id), '[]')
      from appointment a left join school s on s.tenant_id = a.tenant_id and s.id = a.school_id
      where a.tenant_id = p.tenant_id and a.person_id = p.id and a.absence_id is null
        and a.role in ('contact_person', 'school_director', 'team_lead') and (a.ends_on is null or a.ends_on > app_today())) as held
    from person p where p.tenant_id = ${tenantId} and p.id = ${personId}`);
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Who can stand in for this work, by name: the same side of the table. The database looks at each again. */
export function findCandidates(
  reader: Reader,
  tenantId: string,
  { id, held }: AbsentPerson,
): Promise<readonly Candidate[]> {
  const directorAt = held.filter(({ role }) => role === 'school_director').map(({ place }) => place.id);
  const partnership = held.some(({ role }) => role !== 'school_director');
  return reader.rows<Candidate>(sql`select p.id, p.name, jsonb_agg(distinct a.role) as roles
    from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tenantId} and p.id <> ${id} and p.suspended_at is null and a.absence_id is null
      and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
      and ((${partnership} and a.role in ('contact_person', 'specialist', 'team_lead'))
        or (${directorAt.length > 0} and a.role = 'school_director')
        or (a.role in ('support_coordinator', 'teacher') and a.school_id = any (${directorAt}::uuid[])))
    group by p.id, p.name order by p.name, p.id`);
}

export interface Absence {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly standIn: { readonly id: string; readonly name: string };
  readonly from: CivilDate;
  /** Last day; null: until it is ended. */
  readonly to: CivilDate | null;
  readonly held: readonly Held[];
}

const most = 200;

/** Absences of today and later; of one person alone, or of everybody whom the reader may see. */
export function findAbsences(
  reader: Reader,
  tenantId: string,
  personId: string | null,
): Promise<readonly Absence[]> {
  return reader.rows<Absence>(sql`select x.id, jsonb_build_object('id', p.id, 'name', p.name) as person,
      jsonb_build_object('id', w.id, 'name', w.name) as "standIn", x.starts_on as "from", x.ends_on - 1 as "to", (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'place', jsonb_build_object(
            'kind', case when s.id is null then 'tenant' else 'school' end, 'id', coalesce(s.id, a.tenant_id),
            'code', coalesce(s.code, ''), 'name', coalesce(s.name, ''))) order by a.role, s.name, a.id), '[]')
        from absence_appointment h join appointment a on a.tenant_id = h.tenant_id and a.id = h.appointment_id
        left join school s on s.tenant_id = a.tenant_id and s.id = a.school_id
        where h.tenant_id = x.tenant_id and h.absence_id = x.id) as held
    from absence x join person p on p.tenant_id = x.tenant_id and p.id = x.person_id
    join person w on w.tenant_id = x.tenant_id and w.id = x.stand_in_id
    where x.tenant_id = ${tenantId} and x.ended_at is null and (x.ends_on is null or x.ends_on > app_today())
      and (${personId}::uuid is null or x.person_id = ${personId}::uuid)
    order by x.starts_on, p.name, x.id limit ${most}`);
}

export interface NewAbsence {
  readonly id: string;
  readonly personId: string;
  readonly standIn: string;
  readonly from: CivilDate;
  readonly to?: CivilDate | undefined;
  readonly appointments: readonly string[];
}

/** @throws {LawRefused} with every code that stands in the way */
export async function arrangeAbsence(tx: Transaction, absence: NewAbsence): Promise<void> {
  const { id, personId, standIn, from, to = null, appointments } = absence;
  await tx.first(
    sql`select arrange_absence(${id}, ${personId}, ${standIn}, ${from}, ${to}::date + 1, ${[...appointments]}::uuid[])`,
  );
}

/** Whose absence it was; undefined when there is none (any more) that the actor may end. */
export async function endAbsence(tx: Transaction, tenantId: string, id: string): Promise<string | undefined> {
  const row = await tx.first<{ person: string; ended: boolean }>(sql`
    select person_id as person, end_absence(id) as ended from absence where tenant_id = ${tenantId} and id = ${id}`);
  return row?.ended ? row.person : undefined;
}
