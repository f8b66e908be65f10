import type { Database } from '../platform/database.ts';
import { remindOfRoundsAsking } from './waiting.store.ts';

/** On a morning: a round that asks you and is about to end, and you said nothing yet. */
export async function remindOfRounds(database: Database): Promise<void> {
  await remindOfRoundsAsking(database);
}
