export { readsConcerns } from './concern.access.ts';
export { noteConcern, type Outcome, takeStep } from './concern.actions.ts';
export type { NoteInput, StepRequest } from './concern.input.ts';
export { recordTerms } from './concern.jobs.ts';
export type { StepName } from './concern.rules.ts';

import type { Route } from '../platform/route.ts';
import { concernApi } from './concern.api.ts';
import { concernPages } from './concern.pages.tsx';
import { stepPages } from './concern-steps.pages.tsx';

export const concernRoutes: readonly Route[] = [...concernApi, ...concernPages, ...stepPages];
