/** Ambitions: of the partnership's own list and of its plans. Those of a plan that is not adopted are its writers' alone. */
import { type Reader, type Sql, sql, type Transaction } from '../../../platform/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { Identity } from '../../../platform/pure/actor.ts';
import type { Cursor } from '../../../platform/pure/cursor.ts';
import type { CivilDate } from '../../../platform/pure/dates.ts';
import type { PlanStatus } from '../support-plan.rules.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Ambition {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** How heavily planning weighs it: 0 (not) to 10. */
  readonly weight: number;
  readonly from: CivilDate;
  /** The last day; null: until further notice. */
  readonly to: CivilDate | null;
  /** Of a plan that is not adopted. */
  readonly draft: boolean;
  readonly page: number | null;
  /** Markdown. */
  readonly text: string | null;
  readonly indicator: string | null;
  /** What values are told in; null when a measure says so. */
  readonly unit: string | null;
  /** Code of the figure that tells it. */
  readonly measure: string | null;
  readonly startValue: number | null;
  readonly targetValue: number | null;
  readonly targetOn: CivilDate | null;
  readonly owner: Named | null;
  /** What was read last. */
  readonly latest: { readonly on: CivilDate; readonly value: number } | null;
}

/** An ambition (a) with its owner (o), as JSON. */
const asJson = sql`jsonb_build_object('id', a.id, 'version', a.version, 'name', a.name, 'weight', a.weight, 'from', a.starts_on, 'to', a.ends_on - 1,
  'draft', a.is_draft, 'page', a.page, 'text', a.body, 'indicator', a.indicator, 'unit', a.unit, 'measure', a.measure,
  'startValue', a.start_value::float8, 'targetValue', a.target_value::float8, 'targetOn', a.target_on,
  'owner', case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end,
  'latest', (select jsonb_build_object('on', r.on_date, 'value', r.value::float8) from ambition_reading r
    where r.tenant_id = a.tenant_id and r.ambition_id = a.id order by r.on_date desc, r.at desc, r.id desc limit 1))`;
const joined = sql`ambition a left join person o on o.tenant_id = a.tenant_id and o.id = a.owner_id`;

/** Those of a priority (i), as an expression: in the order of the plan's pages. */
export const ambitionsOf = (priority: Sql): Sql =>
  sql`(select coalesce(jsonb_agg(${asJson} order by a.page, a.name, a.id), '[]') from ${joined}
    where a.tenant_id = i.tenant_id and a.priority_id = ${priority})`;

/** Where it stands; both null: in the partnership's own list. */
export interface AmbitionOfPlan extends Ambition {
  readonly priority: Named | null;
  readonly plan:
    | (Named & { readonly status: PlanStatus; readonly to: CivilDate; readonly pages: number | null })
    | null;
}

const withPlan = sql`${asJson} || jsonb_build_object('priority', case when i.id is not null then jsonb_build_object('id', i.id, 'name', i.name) end,
  'plan', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name, 'status', p.status, 'to', p.ends_on - 1, 'pages', p.pages) end)`;
const joinedPlan = sql`${joined} left join priority i on i.tenant_id = a.tenant_id and i.id = a.priority_id
  left join support_plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id`;

export interface AmbitionFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly plan?: string | undefined;
  readonly priority?: string | undefined;
}

/** By name, those that have ended too; one more than asked when there are more. */
export async function findAmbitions(
  reader: Reader,
  { tenantId }: Identity,
  { limit, after, plan, priority }: AmbitionFilter,
): Promise<readonly AmbitionOfPlan[]> {
  const beyond = after === undefined ? sql`` : sql`and (a.name, a.id) > (${after.key}, ${after.id}::uuid)`;
  const inPlan = plan === undefined ? sql`` : sql`and i.plan_id = ${plan}`;
  const inPriority = priority === undefined ? sql`` : sql`and a.priority_id = ${priority}`;
  const rows = await reader.rows<{ one: AmbitionOfPlan }>(sql`select ${withPlan} as one from ${joinedPlan}
    where a.tenant_id = ${tenantId} ${inPlan} ${inPriority} ${beyond} order by a.name, a.id limit ${limit + 1}`);
  return rows.map(({ one }) => one);
}

export async function getAmbition(
  reader: Reader,
  { tenantId }: Identity,
  id: string,
): Promise<AmbitionOfPlan | undefined> {
  const row = await reader.first<{ one: AmbitionOfPlan }>(
    sql`select ${withPlan} as one from ${joinedPlan} where a.tenant_id = ${tenantId} and a.id = ${id}`,
  );
  return row?.one;
}

/** Those who can own one: who works for the partnership today, by name. */
export function findOwners(reader: Reader, { tenantId }: Identity): Promise<readonly Named[]> {
  return reader.rows<Named>(sql`select p.id, p.name from person p
    where p.tenant_id = ${tenantId} and p.suspended_at is null and exists (select from appointment a where a.tenant_id = p.tenant_id
      and a.person_id = p.id and a.role in ('contact_person', 'specialist', 'team_lead', 'partnership_director', 'policy_adviser', 'editor', 'committee_secretary')
      and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today())))
    order by p.name, p.id`);
}

/** Locks it for who writes plans; its owner, who only adds to it, sees the version. */
export function lockAmbition(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  adds: boolean,
): Promise<{ readonly version: number } | undefined> {
  const held = adds ? sql`` : sql`for update`;
  return tx.first(sql`select version from ambition where tenant_id = ${tenantId} and id = ${id} ${held}`);
}

export interface AmbitionWords {
  readonly name: string;
  readonly page: number | null;
  readonly text: string | null;
  readonly indicator: string | null;
  readonly unit: string | null;
  readonly measure: string | null;
  readonly startValue: number | null;
  readonly targetValue: number | null;
  readonly targetOn: CivilDate | null;
  readonly ownerId: string | null;
}

/** Adds one to a priority of a plan that is being written; the database says from when to when it runs. Gives the id. */
export async function addAmbition(
  tx: Transaction,
  { tenantId }: Identity,
  priorityId: string,
  one: AmbitionWords,
): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into ambition (tenant_id, id, priority_id, starts_on, name, page, body, indicator, unit, measure, start_value, target_value,
      target_on, owner_id)
    values (${tenantId}, ${id}, ${priorityId}, app_today(), ${one.name}, ${one.page}, ${one.text}, ${one.indicator}, ${one.unit}, ${one.measure},
      ${one.startValue}, ${one.targetValue}, ${one.targetOn}, ${one.ownerId})`);
  return id;
}

export async function saveAmbition(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  one: AmbitionWords,
): Promise<void> {
  await tx.run(sql`update ambition set name = ${one.name}, page = ${one.page}, body = ${one.text}, indicator = ${one.indicator}, unit = ${one.unit},
      measure = ${one.measure}, start_value = ${one.startValue}, target_value = ${one.targetValue}, target_on = ${one.targetOn}, owner_id = ${one.ownerId}
    where tenant_id = ${tenantId} and id = ${id}`);
}

export async function removeAmbition(tx: Transaction, { tenantId }: Identity, id: string): Promise<void> {
  await tx.run(sql`delete from ambition where tenant_id = ${tenantId} and id = ${id}`);
}

/** What it says from now on; what it said before is kept with the reason. Throws LawRefused, NotAdmitted. */
export async function changeAmbition(
  tx: Transaction,
  id: string,
  reasons: string,
  { text, ownerId, to, ...one }: AmbitionWords & { readonly to: CivilDate },
): Promise<void> {
  const parts = {
    ...{ name: one.name, page: one.page, body: text, indicator: one.indicator, unit: one.unit },
    ...{ measure: one.measure, start_value: one.startValue, target_value: one.targetValue },
    ...{ target_on: one.targetOn, owner_id: ownerId },
  };
  await tx.run(
    sql`select change_ambition(${id}, ${newId()}, ${reasons}, ${JSON.stringify(parts)}::jsonb || jsonb_build_object('ends_on', ${to}::date + 1))`,
  );
}

export async function addReading(
  tx: Transaction,
  { tenantId }: Identity,
  ambitionId: string,
  { on, value, note }: { readonly on: CivilDate; readonly value: number; readonly note: string | null },
): Promise<void> {
  await tx.run(sql`insert into ambition_reading (tenant_id, ambition_id, id, on_date, value, note)
    values (${tenantId}, ${ambitionId}, ${newId()}, ${on}, ${value}, ${note})`);
}
