/** The front door of results: goals, their scores, and what came of them. */
import type { Route } from '../platform/route.ts';
import { goalApi } from './goals/goal.api.ts';
import { goalPages } from './goals/goal.pages.tsx';
import { goalFormPages } from './goals/goal-form.pages.tsx';
import { goalListPages } from './goals/goal-list.pages.tsx';
import { templatePages } from './goals/library/template.pages.ts';
import { scorePages } from './goals/score.pages.tsx';
import { measureApi } from './measures/measure.api.ts';
import { measurePages } from './measures/measure.pages.tsx';

export { access as goalAccess } from './goals/goal.access.ts';
export { makeGoal, scoreGoal } from './goals/goal.actions.ts';
export { findGoalsOf, findGoalsOfEach, type GoalView } from './goals/goal.store.ts';
export { GoalsOf } from './goals/goals-of.tsx';
export { CameOf, hasOutcome } from './goals/outcome.tsx';
export { makeReleases } from './releases/release.jobs.ts';

/** Fixed addresses stand before those with an id. */
export const resultRoutes: readonly Route[] = [
  ...goalApi,
  ...measureApi,
  ...measurePages,
  ...templatePages,
  ...goalListPages,
  ...goalFormPages,
  ...scorePages,
  ...goalPages,
];
