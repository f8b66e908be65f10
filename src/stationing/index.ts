/** The front door of stationing: who is where, and what they did there. */
import type { Route } from '../platform/route.ts';
import { visitApi } from './visits/visit.api.ts';

export { readsVisits } from './visits/visit.access.ts';
export { countVisitsToAnswer } from './visits/visit.store.ts';

export const stationingRoutes: readonly Route[] = [...visitApi];
