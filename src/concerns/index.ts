export { mayNote, mayPlan, mayReadProof, readsConcerns } from './concern.access.ts';
export { noteConcern, type Outcome, readConcern, takeStep } from './concern.actions.ts';
export type { NoteInput, StepRequest } from './concern.input.ts';
export { recordTerms } from './concern.jobs.ts';
export type { About, Status, StepName, SystemStep } from './concern.rules.ts';
export { wordsAbout } from './concern.words.ts';
export { tellAllInvited } from './conversations/invitation.jobs.ts';
export { eraseAfterRestore, eraseByTerm } from './fading/fading.jobs.ts';
export { Principles } from './protocol/protocol.pages.tsx';
export { askAbout } from './questions/ask.actions.ts';
export { type FoundConcern, findConcernsWith } from './reading/found.store.ts';
export { ComingTalks } from './waiting/coming.pages.tsx';
export type { Coming } from './waiting/coming.store.ts';
export { Tasks, Waits } from './waiting/waiting.pages.tsx';
export { type Agenda, agendaOf } from './waiting/waiting.rules.ts';
export { findWaiting } from './waiting/waiting.store.ts';

import type { Route } from '../platform/route.ts';
import { blackenApi } from './blackening/blacken.api.ts';
import { blackenPages } from './blackening/blacken.pages.tsx';
import { concernApi } from './concern.api.ts';
import { appointmentPages } from './conversations/appointment.pages.ts';
import { conversationApi } from './conversations/conversation.api.ts';
import { conversationPages } from './conversations/conversation.pages.tsx';
import { fadedApi, fadedPages } from './fading/faded.pages.tsx';
import { notePages } from './note/note.pages.tsx';
import { proofApi } from './proof/proof.api.ts';
import { proofPages } from './proof/proof.pages.tsx';
import { protocolPages } from './protocol/protocol.pages.tsx';
import { askApi } from './questions/ask.api.ts';
import { askPages } from './questions/ask.pages.tsx';
import { concernPages } from './reading/concern.pages.tsx';
import { stepPages } from './steps/concern-steps.pages.tsx';

/** `concernPages` stand last: every other word after /zorgen/ would be taken for an id. */
export const concernRoutes: readonly Route[] = [
  ...proofApi,
  ...concernApi,
  ...blackenApi,
  ...askApi,
  ...fadedApi,
  ...conversationApi,
  ...conversationPages,
  ...appointmentPages,
  ...protocolPages,
  ...proofPages,
  ...notePages,
  ...stepPages,
  ...blackenPages,
  ...askPages,
  ...fadedPages,
  ...concernPages,
];
