/** Plans as they stand: only a team lead finds any. */

import type { Clash, Explanation, PlanFacts, PlanResult } from '../../planner/index.ts';
import { type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { Failure, PlanStatus } from './plan.rules.ts';
import type { WhatIf } from './planner.ts';

export interface PlanProgress {
  readonly id: string;
  readonly status: PlanStatus;
  /** What the planner is doing; null: it did not begin. */
  readonly phase: string | null;
  /** Points of the best so far, and what no plan can exceed. */
  readonly value: number | null;
  readonly bound: number | null;
  /** Seconds worked, and at most. */
  readonly spent: number;
  readonly seconds: number;
  readonly failure: Failure | null;
  readonly stopAsked: boolean;
  readonly version: number;
}

export interface PlanRow extends PlanProgress {
  readonly name: string;
  readonly startsOn: string;
  readonly weeks: number;
  readonly madeAt: string;
  readonly madeBy: { readonly id: string; readonly name: string };
  readonly publishedAt: string | null;
  readonly basedOn: { readonly id: string; readonly name: string } | null;
}

export interface PlanMark {
  readonly id: string;
  readonly kind: 'pin' | 'forbid';
  readonly specialistId: string;
  readonly schoolId: string;
  /** A question or an expected need; null: the stationing itself. */
  readonly demandId: string | null;
}

export interface Plan extends PlanRow {
  readonly asked: WhatIf;
  readonly seed: number;
  readonly rounds: number | null;
  readonly best: PlanResult | null;
  readonly explanation: Explanation | null;
  /** Why there can be no plan at all: what is held fast cannot be together. */
  readonly clashes: readonly Clash[];
  readonly marks: readonly PlanMark[];
}

const progress = sql`p.id, p.status, p.phase, p.value, p.bound, p.spent, p.seconds, p.failure, p.stop_asked_at is not null as "stopAsked", p.version`;
const row = sql`${progress}, p.name, p.starts_on as "startsOn", p.weeks, to_char(p.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt",
  jsonb_build_object('id', p.made_by, 'name', maker.name) as "madeBy", to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "publishedAt",
  case when base.id is not null then jsonb_build_object('id', base.id, 'name', base.name) end as "basedOn"`;
const joined = sql`deployment_plan p join person maker on maker.tenant_id = p.tenant_id and maker.id = p.made_by
  left join deployment_plan base on base.tenant_id = p.tenant_id and base.id = p.based_on_id`;

export interface PlanFilter {
  readonly status?: PlanStatus | undefined;
  readonly after?: Cursor | undefined;
  readonly limit: number;
}

/** The newest first, one more than asked when there are more. */
export function findPlans(
  reader: Reader,
  tenantId: string,
  { status, after, limit }: PlanFilter,
): Promise<readonly PlanRow[]> {
  const from: Sql =
    after === undefined ? sql`` : sql`and (p.made_at, p.id) < (${after.key}::timestamptz, ${after.id})`;
  const only: Sql = status === undefined ? sql`` : sql`and p.status = ${status}`;
  return reader.rows(sql`select ${row} from ${joined} where p.tenant_id = ${tenantId} ${only} ${from}
    order by p.made_at desc, p.id desc limit ${limit + 1}`);
}

/** A plan with all that was found, and its marks. */
export function getPlan(reader: Reader, tenantId: string, id: string): Promise<Plan | undefined> {
  return reader.first(sql`select ${row}, p.asked, p.seed, p.rounds, p.best, case when p.explanation ? 'clashes' then null else p.explanation end as explanation,
    coalesce(p.explanation -> 'clashes', '[]') as clashes,
    (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'specialistId', m.specialist_id, 'schoolId', m.school_id,
      'demandId', m.demand_id) order by m.made_at, m.id), '[]') from plan_mark m where m.tenant_id = p.tenant_id and m.plan_id = p.id) as marks
    from ${joined} where p.tenant_id = ${tenantId} and p.id = ${id}`);
}

/** What somebody who waits for it looks at. */
export function getProgress(reader: Reader, tenantId: string, id: string): Promise<PlanProgress | undefined> {
  return reader.first(
    sql`select ${progress} from deployment_plan p where p.tenant_id = ${tenantId} and p.id = ${id}`,
  );
}

/** What a run is made from: what the planner knew when it began (null: it did not, or it faded), and what it set out from. */
export interface PlanGround {
  readonly input: PlanFacts | null;
  readonly start: PlanResult | null;
}

export async function getPlanGround(reader: Reader, tenantId: string, id: string): Promise<PlanGround> {
  const found = await reader.first<PlanGround>(
    sql`select input, start from deployment_plan where tenant_id = ${tenantId} and id = ${id}`,
  );
  return found ?? { input: null, start: null };
}

/** What people call what stands in plans by its id. */
export interface PlanNames {
  readonly specialists: Readonly<Record<string, string>>;
  readonly schools: Readonly<Record<string, { readonly code: string; readonly name: string }>>;
  readonly demands: Readonly<Record<string, DemandName>>;
  /** By code. */
  readonly expertise: Readonly<Record<string, string>>;
  readonly boards: Readonly<Record<string, string>>;
  readonly areas: Readonly<Record<string, string>>;
}

export interface DemandName {
  readonly kind: 'question' | 'expected';
  /** Of a question. */
  readonly number: string | null;
  readonly schoolId: string;
  /** Names of expertise. */
  readonly expertise: readonly string[];
}

/** Names of everything that may stand in a plan of this partnership: its specialists and schools, and these demands. */
export async function findPlanNames(
  reader: Reader,
  tenantId: string,
  demandIds: readonly string[],
): Promise<PlanNames> {
  const found = await reader.first<PlanNames>(sql`select
    (select coalesce(jsonb_object_agg(p.id, p.name), '{}') from person p where p.tenant_id = ${tenantId} and exists (select from appointment a
      where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist')) as specialists,
    (select coalesce(jsonb_object_agg(h.id, jsonb_build_object('code', h.code, 'name', h.name)), '{}') from school h
      where h.tenant_id = ${tenantId}) as schools,
    (select coalesce(jsonb_object_agg(e.code, e.name), '{}') from expertise e where e.tenant_id = ${tenantId}) as expertise,
    (select coalesce(jsonb_object_agg(b.id, b.name), '{}') from board b where b.tenant_id = ${tenantId}) as boards,
    (select coalesce(jsonb_object_agg(r.id, r.name), '{}') from area r where r.tenant_id = ${tenantId}) as areas,
    (select coalesce(jsonb_object_agg(d.id, jsonb_build_object('kind', d.kind, 'number', d.number, 'schoolId', d.school_id, 'expertise',
        (select coalesce(jsonb_agg(e.name order by e.position, e.name), '[]') from expertise e
          where e.tenant_id = ${tenantId} and e.code = any (d.expertise)))), '{}')
      from (select 'question' as kind, q.id, q.number, q.school_id, q.expertise from support_question q
          where q.tenant_id = ${tenantId} and q.id = any (${demandIds}::uuid[])
        union all select 'expected', n.id, null, n.school_id, array[n.expertise] from expected_need n
          where n.tenant_id = ${tenantId} and n.id = any (${demandIds}::uuid[])) d) as demands`);
  return found ?? { specialists: {}, schools: {}, demands: {}, expertise: {}, boards: {}, areas: {} };
}
