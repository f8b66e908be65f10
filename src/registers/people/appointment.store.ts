import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { PlaceKind, Role } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { ChosenPlace } from './appointment.rules.ts';

export interface HeldAppointment {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly role: Role;
  readonly place: {
    readonly kind: PlaceKind;
    readonly id: string;
    readonly code: string;
    readonly name: string;
  };
  readonly acting: boolean;
  readonly from: CivilDate;
  /** Last day that it holds. */
  readonly to: CivilDate | null;
  readonly version: number;
}

const columns = sql`a.id, a.person_id as "personId", p.name as person, a.role, a.acting, a.starts_on as "from", a.ends_on - 1 as "to", a.version,
  jsonb_build_object('kind', case when s.id is not null then 'school' when b.id is not null then 'board' else 'tenant' end,
    'id', coalesce(s.id, b.id, t.tenant_id), 'code', coalesce(s.code, b.code, t.code), 'name', coalesce(s.name, b.name, t.name)) as place
  from appointment a
  join tenant t on t.tenant_id = a.tenant_id
  join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
  left join school s on s.tenant_id = a.tenant_id and s.id = a.school_id
  left join board b on b.tenant_id = a.tenant_id and b.id = a.board_id`;

/** All appointments of a person, newest first. */
export function findAppointmentsOf(
  reader: Reader,
  tenantId: string,
  personId: string,
): Promise<readonly HeldAppointment[]> {
  return reader.rows<HeldAppointment>(sql`select ${columns}
    where a.tenant_id = ${tenantId} and a.person_id = ${personId} order by a.starts_on desc, a.role, a.id`);
}

/** Who works at a school today, by role and name. */
export function findStaff(
  reader: Reader,
  tenantId: string,
  schoolId: string,
): Promise<readonly HeldAppointment[]> {
  return reader.rows<HeldAppointment>(sql`select ${columns}
    where a.tenant_id = ${tenantId} and a.school_id = ${schoolId} and p.suspended_at is null
      and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today()))
    order by a.role, p.name, a.id`);
}

export function getAppointment(
  reader: Reader,
  tenantId: string,
  id: string,
): Promise<HeldAppointment | undefined> {
  return reader.first<HeldAppointment>(
    sql`select ${columns} where a.tenant_id = ${tenantId} and a.id = ${id}`,
  );
}

/** Whether nobody else holds this role there today: what waits for them would wait for nobody. */
export async function isLastThere(
  reader: Reader,
  tenantId: string,
  { id, role, place }: HeldAppointment,
): Promise<boolean> {
  const row = await reader.first<{ others: boolean }>(sql`select exists (select from appointment a
    join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
    where a.tenant_id = ${tenantId} and a.id <> ${id} and a.role = ${role} and coalesce(a.school_id, a.board_id, a.tenant_id) = ${place.id}
      and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())) as others`);
  return row?.others === false;
}

export interface NewAppointment extends ChosenPlace {
  readonly personId: string;
  readonly role: Role;
  readonly acting: boolean;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

export async function addAppointment(
  tx: Transaction,
  tenantId: string,
  id: string,
  given: NewAppointment,
): Promise<void> {
  const { personId, role, boardId, schoolId, acting, from, to } = given;
  await tx.run(sql`insert into appointment (tenant_id, id, person_id, role, board_id, school_id, acting, starts_on, ends_on)
    values (${tenantId}, ${id}, ${personId}, ${role}, ${boardId}, ${schoolId}, ${acting}, ${from}, ${to}::date + 1)`);
}

/** Sets the last day; null: it goes on. */
export async function saveLastDay(
  tx: Transaction,
  tenantId: string,
  id: string,
  to: CivilDate | null,
): Promise<void> {
  await tx.run(
    sql`update appointment set ends_on = ${to}::date + 1, version = version + 1 where tenant_id = ${tenantId} and id = ${id}`,
  );
}
