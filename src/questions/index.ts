export { entryWords } from './entry.words.ts';
export { fadeQuestionsAfterRestore, fadeQuestionsByTerm } from './fading/fading.jobs.ts';
export { mayAsk, readsQuestions } from './question.access.ts';
export { askQuestion, type Outcome, readQuestion, reviseQuestion, takeStep } from './question.actions.ts';
export type { AskInput, StepRequest } from './question.input.ts';
export type { Level, Status, StepName, Urgency } from './question.rules.ts';
export type { QuestionRow } from './question.store.ts';
export { QuestionTasks } from './waiting/waiting.pages.tsx';
export { type Task, tasksOf } from './waiting/waiting.rules.ts';
export { findQuestionsWaiting } from './waiting/waiting.store.ts';

import type { Route } from '../platform/route.ts';
import { questionApi } from './question.api.ts';
import { settingPages } from './settings/settings.pages.tsx';

/** Pages with an id stand last: every other word after /vragen/ would be taken for one. */
export const questionRoutes: readonly Route[] = [...questionApi, ...settingPages];
