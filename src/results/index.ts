/** The front door of results: goals, their scores, and what came of them. */
import type { Route } from '../platform/route.ts';
import { casesPages } from './dashboards/cases.pages.tsx';
import { dashboardPages } from './dashboards/dashboard.pages.tsx';
import { resultPages } from './dashboards/result.pages.tsx';
import { goalApi } from './goals/goal.api.ts';
import { goalPages } from './goals/goal.pages.tsx';
import { goalFormPages } from './goals/goal-form.pages.tsx';
import { goalListPages } from './goals/goal-list.pages.tsx';
import { templatePages } from './goals/library/template.pages.ts';
import { scorePages } from './goals/score.pages.tsx';
import { measureApi } from './measures/measure.api.ts';
import { measurePages } from './measures/measure.pages.tsx';
import { reportPages } from './reports/report.pages.tsx';
import { reportListPages } from './reports/report-list.pages.tsx';
import { reportOrderPages } from './reports/report-order.pages.tsx';
import { schedulePages } from './reports/schedule.pages.tsx';

export { access as resultAccess } from './dashboards/dashboard.access.ts';
export { access as goalAccess } from './goals/goal.access.ts';
export { makeGoal, scoreGoal } from './goals/goal.actions.ts';
export { findGoalsOf, findGoalsOfEach, type GoalView } from './goals/goal.store.ts';
export { GoalsOf } from './goals/goals-of.tsx';
export { CameOf, hasOutcome } from './goals/outcome.tsx';
export {
  type Comparable,
  differenceOf,
  type Estimate,
  estimateOf,
  meanOf,
  type Sure,
} from './measures/estimate.rules.ts';
export type { Fact } from './measures/figure.rules.ts';
export { isMeasureCode, type MeasureCode, measureCodes, measureOf } from './measures/measure.rules.ts';
export { findFactsOf } from './measures/measure.store.ts';
export { definitionHref } from './measures/measure.words.ts';
export { makeReleases } from './releases/release.jobs.ts';
export { findPublicReleases } from './releases/release.store.ts';
export { orderReport } from './reports/report.actions.ts';
export { fadeReportsByTerm, makeReports } from './reports/report.jobs.ts';
export { sendReports } from './reports/schedule.jobs.ts';

/** Fixed addresses stand before those with an id. */
export const resultRoutes: readonly Route[] = [
  ...goalApi,
  ...measureApi,
  ...measurePages,
  ...reportListPages,
  ...reportOrderPages,
  ...schedulePages,
  ...reportPages,
  ...templatePages,
  ...goalListPages,
  ...goalFormPages,
  ...scorePages,
  ...goalPages,
  ...dashboardPages,
  ...casesPages,
  // Every other word after /resultaten/ would be taken for a measure.
  ...resultPages,
];
