/** The front door of results: goals, their scores, and what came of them. */
import type { Route } from '../platform/route.ts';
import { casesPages } from './dashboards/cases.pages.tsx';
import { dashboardPages } from './dashboards/dashboard.pages.tsx';
import { resultPages } from './dashboards/result.pages.tsx';
import { basicApi } from './forms/basic/basic.api.ts';
import { basicPages } from './forms/basic/basic.pages.tsx';
import { basicListPages } from './forms/basic/basic-list.pages.tsx';
import { criteriaPages } from './forms/basic/criteria.pages.tsx';
import { yearlyApi } from './forms/yearly/yearly.api.ts';
import { yearlyPages } from './forms/yearly/yearly.pages.tsx';
import { yearlySettings } from './forms/yearly/yearly.settings.pages.ts';
import { goalApi } from './goals/goal.api.ts';
import { goalPages } from './goals/goal.pages.tsx';
import { goalFormPages } from './goals/goal-form.pages.tsx';
import { goalListPages } from './goals/goal-list.pages.tsx';
import { templatePages } from './goals/library/template.pages.ts';
import { scorePages } from './goals/score.pages.tsx';
import { measureApi } from './measures/measure.api.ts';
import { measurePages } from './measures/measure.pages.tsx';
import { figurePages } from './observations/figures/figure.pages.tsx';
import { observationApi } from './observations/observation.api.ts';
import { observationPages } from './observations/observation.pages.tsx';
import { observationFormPages } from './observations/observation-form.pages.tsx';
import { sheetPages } from './observations/sheets/sheet.pages.ts';
import { reportApi } from './reports/report.api.ts';
import { reportPages } from './reports/report.pages.tsx';
import { reportListPages } from './reports/report-list.pages.tsx';
import { reportOrderPages } from './reports/report-order.pages.tsx';
import { schedulePages } from './reports/schedule.pages.tsx';

export { CaseTable, NoMoreCases } from './dashboards/case-table.tsx';
export type { Case } from './dashboards/cases.store.ts';
export { access as resultAccess } from './dashboards/dashboard.access.ts';
export { saidOf } from './dashboards/finding.rules.ts';
export { answerJudgement, judgeSchool } from './forms/basic/basic.actions.ts';
export { askYearly, fadeFormsByTerm } from './forms/form.jobs.ts';
export { countForms, FormTasks } from './forms/form-tasks.tsx';
export { type FormsWaiting, formsWaiting, noForms } from './forms/waiting.store.ts';
export { answerYearly, changeMonths } from './forms/yearly/yearly.actions.ts';
export { getMonths } from './forms/yearly/yearly.store.ts';
export { access as goalAccess } from './goals/goal.access.ts';
export { makeGoal, scoreGoal } from './goals/goal.actions.ts';
export { findGoalsOf, findGoalsOfEach, type GoalView } from './goals/goal.store.ts';
export { GoalsOf } from './goals/goals-of.tsx';
export { CameOf, hasOutcome } from './goals/outcome.tsx';
export { keepCapacity } from './measures/capacity.store.ts';
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
export {
  definitionHref,
  dimensionWords,
  kindWords,
  levelWords,
  noneWords,
  releasedCounts,
  unitWords,
} from './measures/measure.words.ts';
export { fadeObservationsByTerm } from './observations/fading/fading.jobs.ts';
export { makeTeacherFigures } from './observations/figures/figure.jobs.ts';
export { takeObservationStep, writeObservation } from './observations/observation.actions.ts';
export type { StepInput as ObservationStep } from './observations/observation.input.ts';
export { figureReaders as teacherFigureReaders } from './observations/observation.words.ts';
export { findOfferedSheets } from './observations/sheets/sheet.store.ts';
export { makeReleases } from './releases/release.jobs.ts';
export { findPublicReleases, type PublicCell } from './releases/release.store.ts';
export { access as reportAccess } from './reports/report.access.ts';
export { orderReport } from './reports/report.actions.ts';
export { fadeReportsByTerm, makeReports } from './reports/report.jobs.ts';
export { sendReports } from './reports/schedule.jobs.ts';

/** Fixed addresses stand before those with an id. */
export const resultRoutes: readonly Route[] = [
  ...goalApi,
  ...basicApi,
  ...yearlyApi,
  ...yearlyPages,
  ...yearlySettings,
  ...basicListPages,
  ...criteriaPages,
  ...basicPages,
  ...measureApi,
  ...measurePages,
  ...observationApi,
  ...sheetPages,
  ...observationFormPages,
  ...figurePages,
  ...observationPages,
  ...reportApi,
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
