import type { Database } from '../../platform/database.ts';
import { moveByTheDay } from './stationing-writes.store.ts';

/** Every hour: what begins or ends by itself, and on the morning of a school day what has to be thought of. */
export async function moveStationings(database: Database): Promise<void> {
  await moveByTheDay(database);
}
