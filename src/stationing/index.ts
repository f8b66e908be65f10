/** The front door of stationing: who is where, and what they did there. */
import type { Route } from '../platform/route.ts';
import { seriesPages } from './series/series.pages.tsx';
import { answerPages } from './visits/answer.pages.tsx';
import { awayPages } from './visits/onderweg.pages.tsx';
import { recordPages } from './visits/record.pages.tsx';
import { visitApi } from './visits/visit.api.ts';
import { visitPages } from './visits/visit.pages.tsx';

export { readsVisits } from './visits/visit.access.ts';
export { countVisitsToAnswer } from './visits/visit.store.ts';

/** `visitPages` stand last: every other word after /inzet/bezoeken/ would be taken for an id. */
export const stationingRoutes: readonly Route[] = [
  ...visitApi,
  ...seriesPages,
  ...recordPages,
  ...awayPages,
  ...answerPages,
  ...visitPages,
];
