export { levelHints } from './asking/ask.words.ts';
export { committeeDoor } from './committee/committee.routes.ts';
export { planMeeting, recordMinutes } from './committee/meeting.actions.ts';
export { entryWords } from './entry.words.ts';
export { fadeQuestionsAfterRestore, fadeQuestionsByTerm } from './fading/fading.jobs.ts';
export { takePracticeStep, writeNote } from './practice/practice.actions.ts';
export type { PracticeStepRequest } from './practice/practice.input.ts';
export { mayAsk, mayAskAt, mayCountQuestions, readsQuestions } from './question.access.ts';
export { askQuestion, askWithin, type Outcome, takeStep } from './question.actions.ts';
export type { AskInput, StepRequest } from './question.input.ts';
export { levels, type Status, type StepName, urgencies } from './question.rules.ts';
export type { QuestionRow } from './question.store.ts';
export { levelWords, statusWordsIn, urgencyWords } from './question.words.ts';
export { StatusBadge as QuestionStatusBadge } from './reading/question-parts.tsx';
export {
  type FoundNote,
  type FoundQuestion,
  findPracticeNotesWith,
  findQuestionsWith,
} from './similar/found.store.ts';
export { usedWords } from './similar/similar-list.tsx';
export { findUnassigned } from './waiting/unassigned.store.ts';
export { UnassignedTable } from './waiting/unassigned-table.tsx';
export { QuestionTasks } from './waiting/waiting.pages.tsx';
export { type Task, tasksOf } from './waiting/waiting.rules.ts';
export { findQuestionsWaiting } from './waiting/waiting.store.ts';

import type { Route } from '../platform/route.ts';
import { askPages } from './asking/ask.pages.tsx';
import { attachmentApi } from './attachments/attachment.api.ts';
import { attachmentPages } from './attachments/attachment.pages.tsx';
import { caseloadPages } from './caseload/caseload.pages.tsx';
import { loadPages } from './caseload/load.pages.tsx';
import { committeeRoutes } from './committee/committee.routes.ts';
import { countPages } from './counts/counts.pages.tsx';
import { practiceApi } from './practice/practice.api.ts';
import { practicePages } from './practice/practice.pages.tsx';
import { protocolPages } from './protocol/protocol.pages.tsx';
import { questionApi } from './question.api.ts';
import { listExportPages } from './reading/list-export.pages.ts';
import { questionDetailPages } from './reading/question-detail.pages.tsx';
import { questionListPages } from './reading/question-list.pages.tsx';
import { settingPages } from './settings/settings.pages.tsx';
import { similarApi } from './similar/similar.api.ts';
import { stepPages } from './steps/question-steps.pages.tsx';

/** Pages with an id stand last: every other word after /vragen/ would be taken for one. */
export const questionRoutes: readonly Route[] = [
  ...questionApi,
  ...similarApi,
  ...practiceApi,
  ...practicePages,
  ...committeeRoutes,
  ...caseloadPages,
  ...loadPages,
  ...settingPages,
  ...protocolPages,
  ...countPages,
  ...askPages,
  ...attachmentApi,
  ...attachmentPages,
  ...stepPages,
  ...questionListPages,
  ...listExportPages,
  ...questionDetailPages,
];
