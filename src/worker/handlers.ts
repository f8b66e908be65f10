import { recordTerms } from '../concerns/index.ts';
import type { Handlers } from '../platform/jobs.ts';

/** All jobs of all subjects. A queue without a handler does not compile. */
export const handlers: Handlers = {
  'concern-terms': recordTerms,
};
