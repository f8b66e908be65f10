/** What is written of plans. The law of migrations/0040 says what may be. */
import type { PlanResult } from '../../planner/index.ts';
import { type Database, Stale, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { PlanStatus } from './plan.rules.ts';
import type { PlanMark } from './plan.store.ts';

interface Whose {
  readonly tenantId: string;
  readonly personId: string;
}

export interface NewPlan {
  readonly name: string;
  readonly startsOn: string;
  readonly weeks: number;
  readonly seconds: number;
  readonly rounds: number | null;
  readonly seed: number;
  readonly asked: object;
  readonly basedOnId: string | null;
  /** What the planner sets out from. */
  readonly start: PlanResult | null;
}

/** Gives the id. */
export async function addPlan(
  tx: Transaction,
  { tenantId, personId }: Whose,
  plan: NewPlan,
): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into deployment_plan (tenant_id, id, name, starts_on, weeks, based_on_id, asked, seed, rounds, seconds, start, made_by, made_at)
    values (${tenantId}, ${id}, ${plan.name}, ${plan.startsOn}, ${plan.weeks}, ${plan.basedOnId}, ${JSON.stringify(plan.asked)}, ${plan.seed},
      ${plan.rounds}, ${plan.seconds}, ${plan.start === null ? null : JSON.stringify(plan.start)}, ${personId}, app_now())`);
  return id;
}

/** The weeks a plan covers when nobody says. */
export async function usualWeeks(tx: Transaction, tenantId: string): Promise<number> {
  const found = await tx.first<{ weeks: number }>(
    sql`select weeks from planning_settings where tenant_id = ${tenantId}`,
  );
  return found?.weeks ?? 20;
}

export interface Locked {
  readonly status: PlanStatus;
  readonly version: number;
  readonly hasBest: boolean;
}

/** Holds the plan until the transaction ends: whoever comes second sees what the first made of it. */
export function lockPlan(tx: Transaction, tenantId: string, id: string): Promise<Locked | undefined> {
  return tx.first(sql`select status, version, best is not null as "hasBest" from deployment_plan
    where tenant_id = ${tenantId} and id = ${id} for update`);
}

/** Moves a plan on; gives its new version. */
export function movePlan(tx: Transaction, tenantId: string, id: string, status: PlanStatus): Promise<number> {
  return versionAfter(
    tx.first(sql`update deployment_plan set status = ${status}, version = version + 1
      where tenant_id = ${tenantId} and id = ${id} returning version`),
  );
}

export function publishedNow(tx: Transaction, { tenantId, personId }: Whose, id: string): Promise<number> {
  return versionAfter(
    tx.first(sql`update deployment_plan set status = 'published', published_by = ${personId}, published_at = app_now(), version = version + 1
      where tenant_id = ${tenantId} and id = ${id} returning version`),
  );
}

/** Gives the new version; undefined when it was asked before. */
export async function askToStop(tx: Transaction, tenantId: string, id: string): Promise<number | undefined> {
  const asked = await tx.first<{ version: number }>(
    sql`update deployment_plan set stop_asked_at = app_now(), version = version + 1
      where tenant_id = ${tenantId} and id = ${id} and stop_asked_at is null returning version`,
  );
  return asked?.version;
}

/** A plan changed by hand, with what it is worth now. */
export function saveByHand(
  tx: Transaction,
  tenantId: string,
  id: string,
  { best, value }: { readonly best: PlanResult; readonly value: number },
): Promise<number> {
  return versionAfter(
    tx.first(sql`update deployment_plan set best = ${JSON.stringify(best)}, value = ${value}, version = version + 1
      where tenant_id = ${tenantId} and id = ${id} returning version`),
  );
}

/** A mark changes what the next run does: another version of the plan. */
export function touchPlan(tx: Transaction, tenantId: string, id: string): Promise<number> {
  return versionAfter(
    tx.first(
      sql`update deployment_plan set version = version + 1 where tenant_id = ${tenantId} and id = ${id} returning version`,
    ),
  );
}

async function versionAfter(found: Promise<{ readonly version: number } | undefined>): Promise<number> {
  const row = await found;
  if (row === undefined) throw new Stale('the plan is gone');
  return row.version;
}

/** One mark on one thing: the newest. */
export async function addMark(
  tx: Transaction,
  { tenantId, personId }: Whose,
  planId: string,
  mark: Omit<PlanMark, 'id'>,
): Promise<void> {
  await removeMark(tx, tenantId, planId, mark);
  await tx.run(sql`insert into plan_mark (tenant_id, plan_id, id, kind, specialist_id, school_id, demand_id, made_by, made_at)
    values (${tenantId}, ${planId}, ${newId()}, ${mark.kind}, ${mark.specialistId}, ${mark.schoolId}, ${mark.demandId}, ${personId}, app_now())`);
}

/** The marks of one plan on another: who replans keeps what was held fast. */
export async function copyMarks(
  tx: Transaction,
  { tenantId, personId }: Whose,
  from: string,
  to: string,
): Promise<void> {
  await tx.run(sql`insert into plan_mark (tenant_id, plan_id, id, kind, specialist_id, school_id, demand_id, made_by, made_at)
    select tenant_id, ${to}, gen_random_uuid(), kind, specialist_id, school_id, demand_id, ${personId}, app_now()
    from plan_mark where tenant_id = ${tenantId} and plan_id = ${from}`);
}

/** Lets something free; gives whether it was marked. */
export async function removeMark(
  tx: Transaction,
  tenantId: string,
  planId: string,
  { specialistId, schoolId, demandId }: Omit<PlanMark, 'id' | 'kind'>,
): Promise<boolean> {
  const gone =
    await tx.run(sql`delete from plan_mark where tenant_id = ${tenantId} and plan_id = ${planId} and specialist_id = ${specialistId}
    and school_id = ${schoolId} and demand_id is not distinct from ${demandId}::uuid`);
  return gone > 0;
}

export async function findSchoolId(
  tx: Transaction,
  tenantId: string,
  code: string,
): Promise<string | undefined> {
  return (
    await tx.first<{ id: string }>(
      sql`select id from school where tenant_id = ${tenantId} and code = ${code}`,
    )
  )?.id;
}

/** Whether somebody is or will be a specialist here. */
export async function isSpecialist(tx: Transaction, tenantId: string, personId: string): Promise<boolean> {
  return (
    (await tx.first(sql`select from appointment where tenant_id = ${tenantId} and person_id = ${personId} and role = 'specialist'
    and (ends_on is null or ends_on > app_today()) limit 1`)) !== undefined
  );
}

/** Plans of this partnership that wait for a planner. */
export async function countWaiting(tx: Transaction, tenantId: string): Promise<number> {
  const found = await tx.first<{ waiting: number }>(
    sql`select count(*)::int as waiting from deployment_plan where tenant_id = ${tenantId} and status = 'queued'`,
  );
  return found?.waiting ?? 0;
}

// The planner's side -----------------------------------------------------------------------------------------------------------

export interface Taken {
  readonly tenantId: string;
  readonly id: string;
  /** In whose name the planner works. */
  readonly personId: string;
}

/** Takes the next plan under the run's name, each partnership in its turn (migrations/0058); undefined: none waits. */
export async function takePlan(database: Database, run: string): Promise<Taken | undefined> {
  return database.ask(
    sql`select plan_tenant as "tenantId", plan_id as id, plan_maker as "personId" from take_plan(${run}, ${database.movedClock()})`,
  );
}

export async function planWaits(database: Database): Promise<boolean> {
  return (await database.ask<{ waits: boolean }>(sql`select plan_waits() as waits`))?.waits === true;
}

/** What the planner has so far. Gives whether it was asked to stop; null: the plan is not this run's any more. */
export async function progressPlan(
  tx: Transaction,
  id: string,
  run: string,
  found: object,
): Promise<boolean | null> {
  const row = await tx.first<{ asked: boolean | null }>(
    sql`select progress_plan(${id}, ${run}, ${JSON.stringify(found)}) as asked`,
  );
  return row?.asked ?? null;
}

export async function failPlan(database: Database, run: string, failure: string): Promise<void> {
  await database.ask(sql`select fail_plan(${run}, ${failure}, ${database.movedClock()})`);
}

/** Takes away what nobody published within a year, and fades what was. Gives how many plans. */
export async function fadePlans(database: Database): Promise<number> {
  const row = await database.ask<{ gone: number }>(sql`select fade_plans(${database.movedClock()}) as gone`);
  return row?.gone ?? 0;
}
