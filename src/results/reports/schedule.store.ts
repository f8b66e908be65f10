/** Reports that are sent again and again: never the file, always the link, to appointments with the right. */
import { type Database, type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity, Role } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Period } from '../measures/period.rules.ts';
import type { Every, ReportKind } from './report.rules.ts';
import type { Report } from './report.store.ts';

/** Somebody with the right to a report today, through this appointment. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface Schedule {
  readonly id: string;
  readonly kind: ReportKind;
  readonly place: string | null;
  readonly every: Every;
  readonly nextOn: CivilDate;
  readonly endReason: string | null;
  /** `lost`: no longer, for their right ended. */
  readonly to: readonly (Recipient & { readonly lost: boolean })[];
}

/** What somebody has sent, the newest first; what ended long ago is left out. */
export function findSchedules(reader: Reader, who: Identity): Promise<readonly Schedule[]> {
  return reader.rows(sql`select s.id, s.kind, s.every, s.next_on as "nextOn", s.end_reason as "endReason", coalesce(h.name, b.name) as place,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', p.name, 'role', a.role, 'lost', r.ended_on is not null)
          order by p.name, a.id), '[]')
        from report_recipient r join appointment a on a.tenant_id = r.tenant_id and a.id = r.appointment_id
        join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
        where r.tenant_id = s.tenant_id and r.schedule_id = s.id) as "to"
    from report_schedule s left join school h on h.tenant_id = s.tenant_id and h.id = s.school_id
    left join board b on b.tenant_id = s.tenant_id and b.id = s.board_id
    where s.tenant_id = ${who.tenantId} and s.made_by = ${who.personId} and (s.ended_on is null or s.ended_on > app_today() - 60)
    order by s.made_at desc, s.id limit 50`);
}

/** Everybody who may read such a report today, by name: `report_right` of migrations/0064. */
export function findRecipients(
  reader: Reader,
  who: Identity,
  { kind, place, byLead }: Pick<Report, 'kind' | 'place' | 'byLead'>,
): Promise<readonly Recipient[]> {
  const school = kind === 'school' ? (place?.id ?? null) : null;
  const board = kind === 'board' ? (place?.id ?? null) : null;
  return reader.rows(sql`select a.id, p.name, a.role from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${who.tenantId} and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
      and p.suspended_at is null and report_right(${kind}, ${school}::uuid, ${board}::uuid, ${byLead}, a.role, a.school_id, a.board_id)
    order by p.name, a.id limit 100`);
}

export interface NewSchedule extends Pick<Report, 'kind' | 'place' | 'byLead'> {
  readonly every: Every;
  readonly nextOn: CivilDate;
  /** Appointments. */
  readonly to: readonly string[];
}

/** Gives the id. */
export async function addSchedule(
  tx: Transaction,
  { tenantId, personId }: Identity,
  { kind, place, byLead, every, nextOn, to }: NewSchedule,
): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into report_schedule (tenant_id, id, kind, school_id, board_id, by_lead, every, next_on, made_by, made_at)
    values (${tenantId}, ${id}, ${kind}, ${kind === 'school' ? (place?.id ?? null) : null}, ${kind === 'board' ? (place?.id ?? null) : null},
      ${byLead}, ${every}, ${nextOn}, ${personId}, app_now())`);
  await tx.run(sql`insert into report_recipient (tenant_id, schedule_id, appointment_id)
    select ${tenantId}, ${id}, one from (select distinct unnest(${to}::uuid[]) as one) x`);
  return id;
}

/** Gives whether it was there to stop. */
export async function stopSchedule(
  tx: Transaction,
  { tenantId, personId }: Identity,
  id: string,
): Promise<boolean> {
  const stopped = await tx.run(sql`update report_schedule set ended_on = app_today(), end_reason = 'stopped'
    where tenant_id = ${tenantId} and id = ${id} and made_by = ${personId} and ended_on is null`);
  return stopped > 0;
}

// The job -------------------------------------------------------------------------------------------------------------------------

export interface DueSchedule {
  readonly tenantId: string;
  readonly id: string;
  readonly every: Every;
  readonly today: CivilDate;
}

export async function findDueSchedules(database: Database): Promise<readonly DueSchedule[]> {
  const row = await database.ask<{ due: readonly DueSchedule[] }>(
    sql`select due_schedules(${database.movedClock()}::timestamptz) as due`,
  );
  return row?.due ?? [];
}

export interface Laid {
  readonly report: string | null;
  /** Who gets the link. */
  readonly told: readonly string[];
  readonly madeBy: string;
  /** So many lost their right since the last time. */
  readonly lost: number;
  readonly ended: string | null;
}

/** Asks for the report of a schedule; undefined: somebody else did. */
export async function layReport(
  tx: Transaction,
  database: Database,
  { tenantId, id }: DueSchedule,
  { from, to }: Period,
  nextOn: CivilDate,
): Promise<Laid | undefined> {
  const row = await tx.first<{
    laid: Laid | null;
  }>(sql`select lay_report(${tenantId}, ${id}, ${newId()}, ${from}::date, ${to}::date + 1,
    ${nextOn}::date, ${database.movedClock()}::timestamptz) as laid`);
  return row?.laid ?? undefined;
}
