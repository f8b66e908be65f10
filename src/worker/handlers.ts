import { recordTerms } from '../concerns/index.ts';
import type { Config } from '../platform/config.ts';
import type { Handlers } from '../platform/jobs.ts';
import { openPost } from '../platform/mail/post.ts';

/** All jobs of all subjects. A queue without a handler does not compile. */
export const handlersFor = (config: Config): Handlers => ({
  mail: openPost(config),
  'concern-terms': recordTerms,
});
