/** The front door of searching: one field over concerns, schools and people. */
import type { Route } from '../platform/route.ts';
import { searchApi } from './search.api.ts';
import { searchPages } from './search.pages.tsx';

export const searchRoutes: readonly Route[] = [...searchApi, ...searchPages];
