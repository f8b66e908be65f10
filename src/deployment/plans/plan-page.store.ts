/** What the page of a plan says besides the plan: as few questions to the database as can be. */
import { defaultSettings, type PlanFacts } from '../../planner/index.ts';
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import { findPlanNames, getPlan, type Plan, type PlanNames } from './plan.store.ts';
import { demandsOf } from './plan.view.ts';

/** The part of a plan's facts that its sentences speak of; nobody and nothing to plan. */
export type WordFacts = PlanFacts;

export interface PlanOnPage {
  readonly plan: Plan;
  readonly names: PlanNames;
  readonly facts: WordFacts;
}

type Kept = Pick<PlanFacts, 'settings' | 'weights' | 'schools'>;

/** In three statements; undefined: not there, or not for this reader. */
export async function findPlanPage(
  reader: Reader,
  { tenantId }: Identity,
  id: string,
): Promise<PlanOnPage | undefined> {
  const [plan, kept] = await Promise.all([
    getPlan(reader, tenantId, id),
    reader.first<Kept>(sql`select p.input -> 'settings' as settings, p.input -> 'weights' as weights, p.input -> 'schools' as schools
      from deployment_plan p where p.tenant_id = ${tenantId} and p.id = ${id} and p.input is not null`),
  ]);
  if (plan === undefined) return undefined;
  const names = await findPlanNames(reader, tenantId, demandsOf(plan));
  const facts: WordFacts = {
    period: { monday: plan.startsOn, weeks: plan.weeks, schoolWeeks: [] },
    ...{ specialists: [], bases: [], demands: [], travel: [], marks: plan.marks, previous: null },
    ...(kept ?? { settings: defaultSettings, weights: [], schools: [] }),
  };
  return { plan, names, facts };
}
