/** Pilots and where they run. Row-level security shows drafts to their writers and the partnership's director alone. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Decision, PilotStatus } from './pilot.rules.ts';

export interface PilotSchool {
  readonly code: string;
  readonly name: string;
  readonly startsOn: CivilDate;
  /** The last day; null: as long as the pilot. */
  readonly endsOn: CivilDate | null;
}

export interface Pilot {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly difference: string;
  readonly measures: readonly string[];
  readonly ambition: { readonly id: string; readonly name: string } | null;
  readonly startsOn: CivilDate;
  /** The last day; null: not known yet. */
  readonly endsOn: CivilDate | null;
  readonly status: PilotStatus;
  readonly decision: Decision | null;
  readonly reasons: string | null;
  readonly decidedBy: { readonly id: string; readonly name: string } | null;
  readonly decidedOn: CivilDate | null;
  readonly schools: readonly PilotSchool[];
}

const schools = sql`(select coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'name', h.name, 'startsOn', s.starts_on, 'endsOn', s.ends_on - 1)
    order by h.name, h.id), '[]') from pilot_school s join school h on h.tenant_id = s.tenant_id and h.id = s.school_id
  where s.tenant_id = p.tenant_id and s.pilot_id = p.id)`;
const columns = sql`p.id, p.version, p.name, p.difference, p.measures, p.starts_on as "startsOn", p.ends_on - 1 as "endsOn", p.status,
  p.decision, p.reasons, p.decided_on as "decidedOn", ${schools} as schools,
  case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end as "decidedBy",
  case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as ambition`;
const joined = sql`pilot p left join person d on d.tenant_id = p.tenant_id and d.id = p.decided_by
  left join ambition a on a.tenant_id = p.tenant_id and a.id = p.ambition_id`;

export interface PilotFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly status?: PilotStatus | undefined;
  /** Code of a school that takes part. */
  readonly school?: string | undefined;
}

/** Those that began last first; one more than asked when there are more. */
export function findPilots(
  reader: Reader,
  { tenantId }: Identity,
  { limit, after, status, school }: PilotFilter,
): Promise<readonly Pilot[]> {
  const beyond =
    after === undefined ? sql`` : sql`and (p.starts_on, p.id) < (${after.key}::date, ${after.id}::uuid)`;
  const only = status === undefined ? sql`` : sql`and p.status = ${status}`;
  const at =
    school === undefined
      ? sql``
      : sql`and p.id in (select s.pilot_id from pilot_school s join school h on h.tenant_id = s.tenant_id and h.id = s.school_id
          where s.tenant_id = ${tenantId} and h.code = ${school})`;
  return reader.rows<Pilot>(sql`select ${columns} from ${joined}
    where p.tenant_id = ${tenantId} ${only} ${at} ${beyond} order by p.starts_on desc, p.id desc limit ${limit + 1}`);
}

export function getPilot(reader: Reader, { tenantId }: Identity, id: string): Promise<Pilot | undefined> {
  return reader.first<Pilot>(
    sql`select ${columns} from ${joined} where p.tenant_id = ${tenantId} and p.id = ${id}`,
  );
}

/** What was told about it, the newest first: as far as the reader reads those posts. */
export interface Told {
  readonly title: string;
  /** Below /nieuws/. */
  readonly address: string;
  readonly publishedAt: string;
}

export function findTold(reader: Reader, { tenantId }: Identity, id: string): Promise<readonly Told[]> {
  return reader.rows<Told>(sql`select t.title, t.slug || '-' || p.code as address,
      to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt"
    from post p join post_text t on t.tenant_id = p.tenant_id and t.post_id = p.id and t.original
    where p.tenant_id = ${tenantId} and p.pilot_id = ${id} and p.published_at <= (select app_now()) and p.withdrawn_at is null
    order by p.published_at desc, p.id desc limit 50`);
}

export interface PilotChoices {
  readonly schools: readonly { readonly code: string; readonly name: string }[];
  readonly ambitions: readonly { readonly id: string; readonly name: string }[];
}

/** Schools of today and ambitions that have not ended. */
export async function findPilotChoices(reader: Reader, { tenantId }: Identity): Promise<PilotChoices> {
  const found = await reader.first<PilotChoices>(sql`select (
      select coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'name', h.name) order by h.name, h.id), '[]') from school h
      where h.tenant_id = ${tenantId} and (h.ended_on is null or h.ended_on > (select app_today()))) as schools, (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name, a.id), '[]') from ambition a
      where a.tenant_id = ${tenantId} and not a.is_draft and (a.ends_on is null or a.ends_on > (select app_today()))) as ambitions`);
  return found ?? { schools: [], ambitions: [] };
}

export function lockPilot(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
): Promise<{ readonly version: number } | undefined> {
  return tx.first(sql`select version from pilot where tenant_id = ${tenantId} and id = ${id} for update`);
}

export interface PilotWords {
  readonly name: string;
  readonly difference: string;
  readonly measures: readonly string[];
  readonly ambitionId: string | null;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate | null;
}

/** Gives the id. */
export async function addPilot(tx: Transaction, { tenantId }: Identity, words: PilotWords): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into pilot (tenant_id, id, name, difference, measures, ambition_id, starts_on, ends_on)
    values (${tenantId}, ${id}, ${words.name}, ${words.difference}, ${words.measures}, ${words.ambitionId}, ${words.startsOn},
      ${words.endsOn}::date + 1)`);
  return id;
}

export async function savePilot(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  words: PilotWords,
): Promise<void> {
  await tx.run(sql`update pilot set name = ${words.name}, difference = ${words.difference}, measures = ${words.measures},
      ambition_id = ${words.ambitionId}, starts_on = ${words.startsOn}, ends_on = ${words.endsOn}::date + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}

export async function endPilot(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  endsOn: CivilDate | null,
): Promise<void> {
  await tx.run(
    sql`update pilot set ends_on = ${endsOn}::date + 1 where tenant_id = ${tenantId} and id = ${id}`,
  );
}

export async function startPilot(tx: Transaction, { tenantId }: Identity, id: string): Promise<void> {
  await tx.run(sql`update pilot set status = 'running' where tenant_id = ${tenantId} and id = ${id}`);
}

export async function decidePilot(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  { decision, reasons }: { readonly decision: Decision; readonly reasons: string },
): Promise<void> {
  await tx.run(sql`update pilot set status = 'decided', decision = ${decision}, reasons = ${reasons}
    where tenant_id = ${tenantId} and id = ${id}`);
}

interface Wanted {
  readonly code: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate | null;
}

/** Keeps exactly these schools, or of a pilot that runs these too. False: not every code is a school of today. */
export async function saveSchools(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  wanted: readonly Wanted[],
  exactly: boolean,
): Promise<boolean> {
  const codes = wanted.map(({ code }) => code);
  if (exactly)
    await tx.run(sql`delete from pilot_school s using school h where s.tenant_id = ${tenantId} and s.pilot_id = ${id}
      and h.tenant_id = s.tenant_id and h.id = s.school_id and h.code <> all (${codes})`);
  const kept = await tx.run(sql`insert into pilot_school (tenant_id, pilot_id, school_id, starts_on, ends_on)
    select ${tenantId}, ${id}, h.id, w."startsOn", w."endsOn" + 1
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (code text, "startsOn" date, "endsOn" date)
    join school h on h.tenant_id = ${tenantId} and h.code = w.code
    on conflict (tenant_id, pilot_id, school_id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on`);
  return kept === wanted.length;
}
