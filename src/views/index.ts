/** The front door of saved views. */
import type { Route } from '../platform/route.ts';
import { viewApi } from './view.api.ts';
import { viewPages } from './view.pages.tsx';

/** @param routes every door of the site: a view leads to any of them */
export const viewRoutes = (routes: () => readonly Route[]): readonly Route[] => [
  ...viewApi(routes),
  ...viewPages(routes),
];
