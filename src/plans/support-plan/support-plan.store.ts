/** Plans, their priorities and the road they took. Row-level security shows what is not adopted to its writers alone. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { type Ambition, ambitionsOf } from './ambitions/ambition.store.ts';
import type { PlanStatus, RoadStep } from './support-plan.rules.ts';
import type { PlanFileKind } from './support-plan.words.ts';

interface PersonName {
  readonly id: string;
  readonly name: string;
}

export interface PlanHead {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly pages: number | null;
  readonly status: PlanStatus;
  readonly discussedOn: CivilDate | null;
  readonly discussedWith: string | null;
  readonly consentedOn: CivilDate | null;
  readonly adoptedOn: CivilDate | null;
}

export interface Priority {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly position: number;
  readonly page: number | null;
  readonly text: string | null;
}

export interface PlanFile {
  readonly kind: PlanFileKind;
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface Plan extends PlanHead {
  /** No other adopted plan holds in a part of its period. */
  readonly periodFree: boolean;
  /** It went out to the municipalities once, also when it came back. */
  readonly everDiscussed: boolean;
  readonly files: readonly PlanFile[];
  /** In order. */
  readonly priorities: readonly (Priority & { readonly ambitions: readonly Ambition[] })[];
}

const head = sql`p.id, p.version, p.name, p.starts_on as "from", p.ends_on - 1 as "to", p.pages, p.status, p.discussed_on as "discussedOn",
  p.discussed_with as "discussedWith", p.consented_on as "consentedOn", p.adopted_on as "adoptedOn"`;
const whole = sql`${head}, not exists (select from support_plan o where o.tenant_id = p.tenant_id and o.id <> p.id and o.status = 'adopted'
    and o.starts_on < p.ends_on and o.ends_on > p.starts_on) as "periodFree",
  exists (select from support_plan_entry e where e.tenant_id = p.tenant_id and e.plan_id = p.id) as "everDiscussed",
  (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'id', f.id, 'name', f.name, 'size', f.size) order by f.kind, f.id), '[]')
    from support_plan_file f where f.tenant_id = p.tenant_id and f.plan_id = p.id) as files,
  (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'version', i.version, 'name', i.name, 'position', i.position, 'page', i.page, 'text', i.body,
      'ambitions', ${ambitionsOf(sql`i.id`)}) order by i.position, i.name, i.id), '[]')
    from priority i where i.tenant_id = p.tenant_id and i.plan_id = p.id) as priorities`;

/** The last that begins first; one more than asked when there are more. */
export function findPlans(
  reader: Reader,
  { tenantId }: Identity,
  { limit, after }: { readonly limit: number; readonly after?: Cursor | undefined },
): Promise<readonly PlanHead[]> {
  const beyond =
    after === undefined ? sql`` : sql`and (p.starts_on, p.id) < (${after.key}::date, ${after.id}::uuid)`;
  return reader.rows<PlanHead>(sql`select ${head} from support_plan p
    where p.tenant_id = ${tenantId} ${beyond} order by p.starts_on desc, p.id desc limit ${limit + 1}`);
}

export function getPlan(reader: Reader, { tenantId }: Identity, id: string): Promise<Plan | undefined> {
  return reader.first<Plan>(
    sql`select ${whole} from support_plan p where p.tenant_id = ${tenantId} and p.id = ${id}`,
  );
}

/** The adopted plan that holds today, else the one that held last, else the one that will. */
export function getCurrentPlan(reader: Reader, { tenantId }: Identity): Promise<Plan | undefined> {
  return reader.first<Plan>(sql`select ${whole} from support_plan p where p.tenant_id = ${tenantId} and p.status = 'adopted'
    order by p.starts_on > (select app_today()), abs(p.starts_on - (select app_today())), p.id limit 1`);
}

export interface PlanEntry {
  readonly id: string;
  readonly step: RoadStep;
  readonly on: CivilDate;
  readonly words: string | null;
  readonly by: PersonName;
  readonly at: string;
}

export interface HistoryChange {
  readonly ambition: PersonName;
  readonly id: string;
  readonly reason: string;
  /** Parts of the row, by their names in the database, as they were and as they became. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly by: PersonName;
  readonly at: string;
}

export interface PlanHistory extends PlanHead {
  /** The newest first. */
  readonly entries: readonly PlanEntry[];
  readonly changes: readonly HistoryChange[];
  /** Names of those who are owners in the changes. */
  readonly owners: Readonly<Record<string, string>>;
}

const momentOf = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** More changes than this no plan has; the newest are told. */
const mostTold = 500;

export function getHistory(
  reader: Reader,
  { tenantId }: Identity,
  id: string,
): Promise<PlanHistory | undefined> {
  return reader.first<PlanHistory>(sql`with changed as (
      select c.*, a.name as ambition_name from ambition_change c join ambition a on a.tenant_id = c.tenant_id and a.id = c.ambition_id
      join priority i on i.tenant_id = a.tenant_id and i.id = a.priority_id
      where c.tenant_id = ${tenantId} and i.plan_id = ${id} order by c.at desc, c.id desc limit ${mostTold}
    )
    select ${head},
      (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'step', e.step, 'on', e.on_date, 'words', e.words, 'at', ${momentOf(sql`e.at`)},
        'by', jsonb_build_object('id', w.id, 'name', w.name)) order by e.at desc, e.id desc), '[]')
        from support_plan_entry e join person w on w.tenant_id = e.tenant_id and w.id = e.by_id
        where e.tenant_id = p.tenant_id and e.plan_id = p.id) as entries,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'ambition', jsonb_build_object('id', c.ambition_id, 'name', c.ambition_name),
        'reason', c.reason, 'before', c.before, 'after', c.after, 'at', ${momentOf(sql`c.at`)}, 'by', jsonb_build_object('id', w.id, 'name', w.name))
        order by c.at desc, c.id desc), '[]') from changed c join person w on w.tenant_id = c.tenant_id and w.id = c.by_id) as changes,
      (select coalesce(jsonb_object_agg(w.id, w.name), '{}') from person w where w.tenant_id = ${tenantId} and w.id::text in (
        select c.before ->> 'owner_id' from changed c union select c.after ->> 'owner_id' from changed c)) as owners
    from support_plan p where p.tenant_id = ${tenantId} and p.id = ${id}`);
}

export function lockPlan(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
): Promise<{ readonly version: number } | undefined> {
  return tx.first(
    sql`select version from support_plan where tenant_id = ${tenantId} and id = ${id} for update`,
  );
}

export type PlanFields = Pick<PlanHead, 'name' | 'from' | 'to' | 'pages'>;

/** Gives the id. */
export async function addPlan(tx: Transaction, { tenantId }: Identity, plan: PlanFields): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into support_plan (tenant_id, id, name, starts_on, ends_on, pages)
    values (${tenantId}, ${id}, ${plan.name}, ${plan.from}, ${plan.to}::date + 1, ${plan.pages})`);
  return id;
}

export async function savePlan(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  plan: PlanFields,
): Promise<void> {
  await tx.run(sql`update support_plan set name = ${plan.name}, starts_on = ${plan.from}, ends_on = ${plan.to}::date + 1, pages = ${plan.pages}
    where tenant_id = ${tenantId} and id = ${id}`);
}

/** Throws LawRefused unless it is a draft that nobody spoke of outside, without priorities. */
export const removePlan = (tx: Transaction, id: string) => tx.run(sql`select discard_support_plan(${id})`);

/** Writes a step of its road; the database moves the plan. Throws LawRefused. */
export async function addPlanEntry(
  tx: Transaction,
  { tenantId }: Identity,
  planId: string,
  step: RoadStep,
  { on, words }: { readonly on: CivilDate | null; readonly words: string | null },
): Promise<void> {
  await tx.run(sql`insert into support_plan_entry (tenant_id, plan_id, id, step, on_date, words)
    values (${tenantId}, ${planId}, ${newId()}, ${step}, ${on}, ${words})`);
}

export interface PublicAmbition
  extends Pick<
    Ambition,
    | 'id'
    | 'name'
    | 'page'
    | 'text'
    | 'indicator'
    | 'unit'
    | 'measure'
    | 'startValue'
    | 'targetValue'
    | 'targetOn'
  > {
  /** Its last day. */
  readonly to: CivilDate;
  readonly reading: { readonly on: CivilDate; readonly value: number } | null;
}

/** What everybody may know of the plan that holds today. */
export interface PublicPlan extends Pick<PlanHead, 'id' | 'name' | 'from' | 'to' | 'pages'> {
  readonly adoptedOn: CivilDate;
  readonly priorities: readonly (Pick<Priority, 'id' | 'name' | 'page' | 'text'> & {
    readonly ambitions: readonly PublicAmbition[];
  })[];
}

/** Undefined: no adopted plan holds today. Needs no context. */
export async function findPublicPlan(reader: Reader, tenantId: string): Promise<PublicPlan | undefined> {
  const row = await reader.first<{ plan: PublicPlan | null }>(
    sql`select public_support_plan(${tenantId}::uuid) as plan`,
  );
  return row?.plan ?? undefined;
}
