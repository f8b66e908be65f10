/** The front door of deployment: who goes where, planned, shown and set. */
import type { Route } from '../platform/route.ts';
import { barsPages } from './board/bars.pages.tsx';
import { capacityPages } from './board/capacity.pages.tsx';
import { waitingPages } from './board/waiting.pages.tsx';
import { mapPages } from './map/map.pages.tsx';
import { changePages } from './plans/change.pages.tsx';
import { comparePages } from './plans/compare.pages.tsx';
import { newPlanPages } from './plans/new-plan.pages.tsx';
import { planApi } from './plans/plan.api.ts';
import { planPages } from './plans/plan.pages.tsx';
import { planListPages } from './plans/plan-list.pages.tsx';
import { progressPages } from './plans/progress.pages.ts';
import { publishPages } from './plans/publish.pages.tsx';
import { settingsRoutes } from './settings/settings.routes.ts';

export { readsBoard } from './board/board.access.ts';
export { discardPlan, makePlan } from './plans/plan.actions.ts';
export type { PlanInput } from './plans/plan.input.ts';
export { fadePlansByTerm, leavePlans, planNext } from './plans/plan.jobs.ts';
export { publishPlan } from './plans/publish.actions.ts';
export { addAmbition, getAmbition, saveAmbition } from './settings/ambition.store.ts';
export { addBase } from './settings/base.store.ts';
export { addExpected } from './settings/expected.store.ts';
export { changePlanningSettings } from './settings/planning.actions.ts';
export { usualSettings } from './settings/planning.store.ts';
export { changeSpecialistPlanning } from './settings/specialist-planning.actions.ts';

export const deploymentRoutes: readonly Route[] = [
  ...barsPages,
  ...capacityPages,
  ...waitingPages,
  ...mapPages,
  ...planListPages,
  ...newPlanPages,
  ...planPages,
  ...changePages,
  ...comparePages,
  ...publishPages,
  ...planApi,
  ...progressPages,
  ...settingsRoutes,
];
