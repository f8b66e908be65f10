/** The front door of deployment: who goes where, planned, shown and set. */
import type { Route } from '../platform/route.ts';
import { planApi } from './plans/plan.api.ts';
import { progressPages } from './plans/progress.pages.ts';

export { fadePlansByTerm, leavePlans, planNext } from './plans/plan.jobs.ts';

export const deploymentRoutes: readonly Route[] = [...planApi, ...progressPages];
