/** Reports as their readers find them: row-level security gives each of them to who has the right to it today. */
import { type Database, type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity, Place } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Period } from '../measures/period.rules.ts';
import type { ReportKind } from './report.rules.ts';
import type { ReportContent } from './report.view.ts';

export const reportStatuses = ['queued', 'running', 'done', 'failed'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

export interface Report extends Period {
  readonly id: string;
  readonly kind: ReportKind;
  /** School or board. */
  readonly place: Place | null;
  /** Of a school: as a team lead reads it. */
  readonly byLead: boolean;
  readonly partnership: string;
  readonly asOf: CivilDate;
  readonly status: ReportStatus;
  /** Of a hundred. */
  readonly progress: number;
  readonly failure: string | null;
  readonly mine: boolean;
  readonly madeBy: string;
  /** UTC, in full: it is the key of a page too. */
  readonly askedAt: string;
}

const columns = (
  who: Identity,
) => sql`r.id, r.kind, r.by_lead as "byLead", r.starts_on as "from", r.ends_on - 1 as "to", r.as_of as "asOf", r.status, r.progress, r.failure,
  case r.kind when 'school' then jsonb_build_object('kind', 'school', 'id', s.id, 'code', s.code, 'name', s.name)
    when 'board' then jsonb_build_object('kind', 'board', 'id', b.id, 'code', b.code, 'name', b.name) end as place,
  t.name as partnership, r.made_by = ${who.personId} as mine, p.name as "madeBy", to_jsonb(r.asked_at) #>> '{}' as "askedAt"`;
const joined = sql`report r join tenant t on t.tenant_id = r.tenant_id join person p on p.tenant_id = r.tenant_id and p.id = r.made_by
  left join school s on s.tenant_id = r.tenant_id and s.id = r.school_id left join board b on b.tenant_id = r.tenant_id and b.id = r.board_id`;

interface Listing {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly kind?: ReportKind | undefined;
}

/** The newest first. */
export function findReports(
  reader: Reader,
  who: Identity,
  { limit, after, kind }: Listing,
): Promise<readonly Report[]> {
  return reader.rows(sql`select ${columns(who)} from ${joined} where r.tenant_id = ${who.tenantId}
    and (${kind ?? null}::text is null or r.kind = ${kind ?? null})
    and (${after?.key ?? null}::timestamptz is null or (r.asked_at, r.id) < (${after?.key ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by r.asked_at desc, r.id desc limit ${limit + 1}`);
}

/** One report, with its figures when it is done. */
export function getReport(
  reader: Reader,
  who: Identity,
  id: string,
): Promise<(Report & { readonly content: ReportContent | null }) | undefined> {
  return reader.first(
    sql`select ${columns(who)}, r.content from ${joined} where r.tenant_id = ${who.tenantId} and r.id = ${id}`,
  );
}

export const reportFormats = ['pdf', 'xlsx', 'ods'] as const;
export type ReportFormat = (typeof reportFormats)[number];

const files = { pdf: sql`r.pdf`, xlsx: sql`r.xlsx`, ods: sql`r.ods` } as const;

/** Its bytes as they were made; undefined: there is none (yet) for this reader. */
export async function getReportFile(
  reader: Reader,
  who: Identity,
  id: string,
  format: ReportFormat,
): Promise<(Pick<Report, 'kind' | 'from' | 'to' | 'asOf'> & { readonly bytes: Uint8Array }) | undefined> {
  return reader.first(sql`select r.kind, r.starts_on as "from", r.ends_on - 1 as "to", r.as_of as "asOf", ${files[format]} as bytes from report r
    where r.tenant_id = ${who.tenantId} and r.id = ${id} and r.status = 'done'`);
}

/** Periods of which anything was released, the latest first, with the day on which it was. */
export function findReleasedSpans(
  reader: Reader,
  who: Identity,
): Promise<readonly (Period & { readonly since: CivilDate })[]> {
  return reader.rows(sql`select r.starts_on as "from", r.ends_on - 1 as "to", min(day_of(r.made_at)) as since from measure_release r
    where r.tenant_id = ${who.tenantId} group by r.starts_on, r.ends_on order by r.starts_on desc, r.ends_on desc`);
}

/** Every school of today, by name. */
export function findSchoolPlaces(reader: Reader, who: Identity): Promise<readonly Place[]> {
  return reader.rows(sql`select 'school' as kind, s.id, s.code, s.name from school s
    where s.tenant_id = ${who.tenantId} and (s.ended_on is null or s.ended_on > app_today()) order by s.name, s.code`);
}

/** Every board, by name. */
export function findBoardPlaces(reader: Reader, who: Identity): Promise<readonly Place[]> {
  return reader.rows(sql`select 'board' as kind, b.id, b.code, b.name from board b
    where b.tenant_id = ${who.tenantId} order by b.name, b.code`);
}

/** Who reads the reports of a school that is their own: who works there, and its contact persons. */
export function findReadersOf(reader: Reader, who: Identity, schoolId: string): Promise<readonly Identity[]> {
  return reader.rows(sql`select distinct a.tenant_id as "tenantId", a.person_id as "personId" from appointment a
    join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
    where a.tenant_id = ${who.tenantId} and a.school_id = ${schoolId} and a.role in ('contact_person', 'school_director', 'support_coordinator')
      and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()) order by a.person_id`);
}

/** The questions that stood on the committee's agenda in a period, as far as somebody may see them. */
export async function findOnAgenda(
  reader: Reader,
  who: Identity,
  { from, to }: Period,
): Promise<readonly string[]> {
  const found = await reader.rows<{ id: string }>(sql`select distinct i.question_id as id
    from committee_meeting m join agenda_item i on i.tenant_id = m.tenant_id and i.meeting_id = m.id
    join support_question q on q.tenant_id = i.tenant_id and q.id = i.question_id and q.status <> 'withdrawn'
    where m.tenant_id = ${who.tenantId} and i.state <> 'withdrawn' and day_of(m.starts_at) between ${from}::date and ${to}::date`);
  return found.map(({ id }) => id);
}

export interface Order extends Period {
  readonly kind: ReportKind;
  readonly place: Place | null;
  readonly byLead: boolean;
  readonly ownerId: string | null;
  readonly asOf: CivilDate;
}

/** How many of somebody's reports are still to be made. */
export async function countWaiting(reader: Reader, { tenantId, personId }: Identity): Promise<number> {
  const found = await reader.first<{ n: number }>(sql`select count(*)::int as n from report r
    where r.tenant_id = ${tenantId} and r.made_by = ${personId} and r.status in ('queued', 'running')`);
  return found?.n ?? 0;
}

/**
 * Asks for a report. Gives the id of the one there is of that day already, and whether it is made for who asks: one that failed is made
 * again in their name.
 */
export async function addReport(
  tx: Transaction,
  { tenantId, personId }: Identity,
  { kind, place, byLead, ownerId, from, to, asOf }: Order,
): Promise<{ readonly id: string; readonly isNew: boolean } | undefined> {
  const id = newId();
  const school = kind === 'school' ? (place?.id ?? null) : null;
  const board = kind === 'board' ? (place?.id ?? null) : null;
  const added =
    await tx.run(sql`insert into report (tenant_id, id, kind, school_id, board_id, by_lead, owner_id, starts_on, ends_on, as_of, made_by, asked_at)
    values (${tenantId}, ${id}, ${kind}, ${school}, ${board}, ${byLead}, ${ownerId}, ${from}, ${to}::date + 1, ${asOf}, ${personId}, app_now())
    on conflict do nothing`);
  if (added > 0) return { id, isNew: true };
  const found = await tx.first<{
    id: string;
    failed: boolean;
  }>(sql`select r.id, r.status = 'failed' as failed from report r
    where r.tenant_id = ${tenantId} and r.kind = ${kind} and r.school_id is not distinct from ${school}::uuid
      and r.board_id is not distinct from ${board}::uuid and r.by_lead = ${byLead} and r.owner_id is not distinct from ${ownerId}::uuid
      and r.starts_on = ${from}::date and r.ends_on = ${to}::date + 1 and r.as_of = ${asOf}::date`);
  if (found?.failed !== true) return found && { id: found.id, isNew: false };
  const again =
    await tx.run(sql`update report set status = 'queued', tries = 0, made_by = ${personId}, asked_at = app_now()
    where tenant_id = ${tenantId} and id = ${found.id} and status = 'failed'`);
  return { id: found.id, isNew: again > 0 };
}

// The job -------------------------------------------------------------------------------------------------------------------------

/** A report that this run alone works on, and in whose name. */
export interface TakenReport extends Identity {
  readonly id: string;
}

export function takeReport(database: Database, run: string): Promise<TakenReport | undefined> {
  return database.ask(sql`select report_tenant as "tenantId", report_id as id, report_maker as "personId"
    from take_report(${run}, ${database.movedClock()})`);
}

/** Whether the report is still this run's. */
export async function sayProgress(
  tx: Transaction,
  id: string,
  run: string,
  progress: number,
): Promise<boolean> {
  const row = await tx.first<{ ours: boolean }>(
    sql`select progress_report(${id}, ${run}, ${progress}) as ours`,
  );
  return row?.ours === true;
}

export async function finishReport(
  tx: Transaction,
  id: string,
  run: string,
  content: ReportContent,
  made: Readonly<Record<ReportFormat, Uint8Array>>,
): Promise<boolean> {
  const row = await tx.first<{
    ours: boolean;
  }>(sql`select finish_report(${id}, ${run}, ${JSON.stringify(content)}::jsonb,
    ${Buffer.from(made.pdf)}, ${Buffer.from(made.xlsx)}, ${Buffer.from(made.ods)}) as ours`);
  return row?.ours === true;
}

export async function failReport(database: Database, run: string, failure: string): Promise<void> {
  await database.ask(sql`select fail_report(${run}, ${failure}, ${database.movedClock()})`);
}

/** Takes away what is past its term, and what those who left kept for themselves. Gives how many rows. */
export async function fadeReports(database: Database): Promise<number> {
  const row = await database.ask<{ gone: number }>(
    sql`select fade_reports(${database.movedClock()}) as gone`,
  );
  return row?.gone ?? 0;
}
