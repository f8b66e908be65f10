import type { Route } from '../../platform/route.ts';
import { ambitionPages } from './ambition.pages.ts';
import { basePages } from './base.pages.ts';
import { expectedPages } from './expected.pages.tsx';
import { overviewPages } from './overview.pages.tsx';
import { rulesPages } from './rules.pages.tsx';
import { specialistPlanningPages } from './specialist-planning.pages.tsx';
import { travelPages } from './travel.pages.tsx';
import { weightPages } from './weights.pages.tsx';

/** Everything the team lead and the administrator set for plans. */
export const settingsRoutes: readonly Route[] = [
  ...overviewPages,
  ...ambitionPages,
  ...expectedPages,
  ...weightPages,
  ...rulesPages,
  ...basePages,
  ...travelPages,
  ...specialistPlanningPages,
];
