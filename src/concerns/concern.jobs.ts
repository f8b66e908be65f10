import type { Database } from '../platform/database.ts';
import { recordPassedTerms } from './concern-writes.store.ts';

/** «geen reactie», «niet bevestigd», an invitation nobody answered: the system writes down that the term has passed. */
export async function recordTerms(database: Database): Promise<void> {
  await recordPassedTerms(database);
}
