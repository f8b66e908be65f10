/** The front door of stationing: who is where, and what they did there. */
import type { Route } from '../platform/route.ts';
import { agendaPages } from './agenda/agenda.pages.tsx';
import { calendarPages } from './calendar/calendar.pages.tsx';
import { seriesPages } from './series/series.pages.tsx';
import { expertisePages } from './specialists/expertise.pages.ts';
import { absencePages, contractPages } from './specialists/period.pages.tsx';
import { profilePages } from './specialists/profile.pages.tsx';
import { specialistApi } from './specialists/specialist.api.ts';
import { specialistPages } from './specialists/specialist.pages.tsx';
import { specialistListPages } from './specialists/specialist-list.pages.tsx';
import { proposePages } from './stationings/propose.pages.tsx';
import { stationingApi } from './stationings/stationing.api.ts';
import { stationingPages } from './stationings/stationing.pages.tsx';
import { stationingListPages } from './stationings/stationing-list.pages.tsx';
import { stationingProtocolPages } from './stationings/stationing-protocol.pages.tsx';
import { stationingStepPages } from './stationings/stationing-steps.pages.tsx';
import { answerPages } from './visits/answer.pages.tsx';
import { awayPages } from './visits/onderweg.pages.tsx';
import { recordPages } from './visits/record.pages.tsx';
import { visitApi } from './visits/visit.api.ts';
import { visitPages } from './visits/visit.pages.tsx';

export { readsAgendaAt } from './agenda/agenda.access.ts';
export { fadeStationingByTerm } from './fading/fading.jobs.ts';
export {
  type FoundSpecialist,
  type FoundStationing,
  findSpecialistsLike,
  findStationingsLike,
} from './found.store.ts';
export { makeSeries } from './series/series.actions.ts';
export { type Expected, findExpected } from './series/series.store.ts';
export { addAbsence, addContract, saveProfile } from './specialists/specialist.actions.ts';
export {
  findSpecialists,
  getSpecialist,
  type Specialist,
  type SpecialistRow,
} from './specialists/specialist.store.ts';
export { dagdelenAWeek } from './specialists/specialist.words.ts';
export { Presence } from './specialists/specialist-parts.tsx';
export { StationingTasks } from './stationing-tasks.tsx';
export { readsStationings } from './stationings/stationing.access.ts';
export {
  proposeStationing,
  proposeStationingsIn,
  takeStationingStep,
  takeStationingStepIn,
} from './stationings/stationing.actions.ts';
export type { StationingInput, StationingStep } from './stationings/stationing.input.ts';
export { moveStationings } from './stationings/stationing.jobs.ts';
export type {
  Status as StationingStatus,
  StepName as StationingStepName,
} from './stationings/stationing.rules.ts';
export {
  findStationings,
  neverBegan,
  type StationingsWaiting,
  stationingsWaiting,
} from './stationings/stationing.store.ts';
export {
  entryWords as stationingStepWords,
  statusWords as stationingStatusWords,
} from './stationings/stationing.words.ts';
export { answer as answerVisit } from './visits/answer.actions.ts';
export { readsVisits } from './visits/visit.access.ts';
export { recordVisit } from './visits/visit.actions.ts';
export type { VisitKind } from './visits/visit.rules.ts';
export { findVisitsOf, type VisitOfQuestion, visitsToAnswer } from './visits/visit.store.ts';
export { kindWords as visitKindWords, showMinutes } from './visits/visit.words.ts';
export { VisitsOf } from './visits/visits-of.tsx';

/** `visitPages` and `stationingPages` stand last of theirs: every other word in their addresses would be taken for an id. */
export const stationingRoutes: readonly Route[] = [
  ...visitApi,
  ...seriesPages,
  ...recordPages,
  ...awayPages,
  ...answerPages,
  ...visitPages,
  ...stationingApi,
  ...stationingProtocolPages,
  ...stationingListPages,
  ...proposePages,
  ...stationingStepPages,
  ...stationingPages,
  ...specialistApi,
  ...agendaPages,
  ...calendarPages,
  ...expertisePages,
  ...specialistListPages,
  ...profilePages,
  ...contractPages,
  ...absencePages,
  ...specialistPages,
];
