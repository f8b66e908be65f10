/** The front door of coming in and going out. */
import type { Route } from '../platform/route.ts';
import { sessionPages } from './session.pages.tsx';

export { findDemonstrationPeople } from './demonstration.store.ts';

/** Every door of coming in and going out. */
export function loginRoutes(demo: boolean): readonly Route[] {
  return sessionPages(demo);
}
