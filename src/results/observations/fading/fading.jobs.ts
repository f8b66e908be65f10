import type { Database } from '../../../platform/database.ts';
import { log } from '../../../platform/log.ts';
import { fadeObservations } from './fading.store.ts';

/** Every night, and after a backup was put back: lessons go by the partnership's term for questions, drafts after thirty days. */
export async function fadeObservationsByTerm(database: Database): Promise<void> {
  const gone = await fadeObservations(database);
  if (gone > 0) log('info', 'observations faded', { rows: gone });
}
