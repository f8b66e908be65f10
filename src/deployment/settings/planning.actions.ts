import type { WeightFacts } from '../../planner/index.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { changeSettings } from '../../registers/index.ts';
import { type PlanningSettings, savePlanningSettings, saveWeights } from './planning.store.ts';

/** Changes what a plan may never break, and how travel is measured; plans that were made keep what they were made from. */
export const changePlanningSettings = (deed: Deed, actor: Actor, settings: PlanningSettings) =>
  changeSettings(deed, actor, (tx, version) => savePlanningSettings(tx, actor.tenantId, settings, version));

/** Changes what the partnership weighs; no weights: all of them as they come. */
export const changeWeights = (deed: Deed, actor: Actor, weights: readonly WeightFacts[]) =>
  changeSettings(deed, actor, (tx, version) => saveWeights(tx, actor.tenantId, weights, version));
