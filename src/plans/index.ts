/** The front door of development: role profiles, how people come into a role, consultations, pilots. */
import type { Route } from '../platform/route.ts';
import { answersPages } from './consultations/answers.pages.tsx';
import { roundApi } from './consultations/round.api.ts';
import { roundPages } from './consultations/round.pages.tsx';
import { roundListPages } from './consultations/round-list.pages.tsx';
import { summaryPages } from './consultations/summary.pages.tsx';
import { overviewPages } from './overview.pages.tsx';
import { pilotApi } from './pilots/pilot.api.ts';
import { pilotPages } from './pilots/pilot.pages.tsx';
import { pilotEditPages } from './pilots/pilot-edit.pages.tsx';
import { pilotListPages } from './pilots/pilot-list.pages.tsx';
import { comparePages } from './profiles/compare.pages.tsx';
import { profileApi } from './profiles/profile.api.ts';
import { profilePages } from './profiles/profile.pages.tsx';
import { profileListPages } from './profiles/profile-list.pages.tsx';
import { transitionPages } from './transitions/transition.pages.tsx';

/** Fixed addresses stand before those with an id, which would take them for one. */
export const planRoutes: readonly Route[] = [
  ...overviewPages,
  ...transitionPages,
  ...profileListPages,
  ...comparePages,
  ...profilePages,
  ...profileApi,
  ...pilotListPages,
  ...pilotEditPages,
  ...pilotPages,
  ...pilotApi,
  ...roundListPages,
  ...answersPages,
  ...summaryPages,
  ...roundPages,
  ...roundApi,
];
