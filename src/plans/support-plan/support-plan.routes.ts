import type { Route } from '../../platform/route.ts';
import { ambitionApi } from './ambitions/ambition.api.ts';
import { ambitionPages } from './ambitions/ambition.pages.tsx';
import { ambitionEditPages } from './ambitions/ambition-edit.pages.tsx';
import { historyPages } from './history.pages.tsx';
import { planCoverageApi } from './plan-coverage.api.ts';
import { planCoveragePages } from './plan-coverage.pages.tsx';
import { priorityPages } from './priority.pages.tsx';
import { supportPlanApi } from './support-plan.api.ts';
import { supportPlanPages } from './support-plan.pages.tsx';
import { supportPlanEditPages } from './support-plan-edit.pages.tsx';

/** Fixed addresses stand before those with an id, which would take them for one. */
export const supportPlanRoutes: readonly Route[] = [
  ...supportPlanApi,
  ...ambitionApi,
  ...planCoverageApi,
  ...supportPlanEditPages,
  ...ambitionPages,
  ...ambitionEditPages,
  ...priorityPages,
  ...historyPages,
  ...planCoveragePages,
  ...supportPlanPages,
];
