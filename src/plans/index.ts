/** The front door of development: role profiles, how people come into a role, consultations, pilots. */
import type { Route } from '../platform/route.ts';
import { accountPages } from './accountability/account.pages.tsx';
import { openDataPages } from './accountability/open-data.pages.ts';
import { answersPages } from './consultations/answers.pages.tsx';
import { roundApi } from './consultations/round.api.ts';
import { roundPages } from './consultations/round.pages.tsx';
import { roundListPages } from './consultations/round-list.pages.tsx';
import { summaryPages } from './consultations/summary.pages.tsx';
import { overviewPages } from './overview.pages.tsx';
import { comparisonApi } from './pilots/comparison.api.ts';
import { comparisonPages } from './pilots/comparison.pages.tsx';
import { comparisonCasesPages } from './pilots/comparison-cases.pages.tsx';
import { pilotApi } from './pilots/pilot.api.ts';
import { pilotPages } from './pilots/pilot.pages.tsx';
import { pilotEditPages } from './pilots/pilot-edit.pages.tsx';
import { pilotListPages } from './pilots/pilot-list.pages.tsx';
import { comparePages } from './profiles/compare.pages.tsx';
import { profileApi } from './profiles/profile.api.ts';
import { profilePages } from './profiles/profile.pages.tsx';
import { profileListPages } from './profiles/profile-list.pages.tsx';
import { supportPlanRoutes } from './support-plan/support-plan.routes.ts';
import { transitionPages } from './transitions/transition.pages.tsx';

export {
  answerRound,
  settleAnswers,
  summarise,
  takeRoundStep,
  writeRound,
} from './consultations/round.actions.ts';
export type { RoundInput } from './consultations/round.input.ts';
export { getResults } from './consultations/round.store.ts';
export { countDevelopment, DevelopmentTasks } from './development-tasks.tsx';
export { fadeDevelopmentByTerm } from './fading.jobs.ts';
export { type FoundDevelopment, findDevelopmentLike } from './found.store.ts';
export { takePilotStep, writePilot } from './pilots/pilot.actions.ts';
export type { PilotInput } from './pilots/pilot.input.ts';
export { findPilots } from './pilots/pilot.store.ts';
export { PilotsOfSchool } from './pilots/pilot-parts.tsx';
export { takeProfileStep, writeProfile } from './profiles/profile.actions.ts';
export { remindOfRounds } from './reminders.jobs.ts';
export { takeAmbitionStep, writeAmbition } from './support-plan/ambitions/ambition.actions.ts';
export { findAmbitions } from './support-plan/ambitions/ambition.store.ts';
export { addPlanFile } from './support-plan/file.actions.ts';
export { takePlanStep, writePlan, writePriority } from './support-plan/support-plan.actions.ts';
export { recordTransition } from './transitions/transition.actions.ts';
export type { TransitionStep } from './transitions/transition.rules.ts';
export { type DevelopmentWaiting, developmentWaiting, noDevelopment } from './waiting.store.ts';

/** Fixed addresses stand before those with an id, which would take them for one. */
export const planRoutes: readonly Route[] = [
  ...accountPages,
  ...openDataPages,
  ...supportPlanRoutes,
  ...overviewPages,
  ...transitionPages,
  ...profileListPages,
  ...comparePages,
  ...profilePages,
  ...profileApi,
  ...pilotListPages,
  ...pilotEditPages,
  ...comparisonPages,
  ...comparisonCasesPages,
  ...pilotPages,
  ...pilotApi,
  ...comparisonApi,
  ...roundListPages,
  ...answersPages,
  ...summaryPages,
  ...roundPages,
  ...roundApi,
];
