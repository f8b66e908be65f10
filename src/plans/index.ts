/** The front door of development: role profiles, how people come into a role, consultations, pilots. */
import type { Route } from '../platform/route.ts';

export const planRoutes: readonly Route[] = [];
