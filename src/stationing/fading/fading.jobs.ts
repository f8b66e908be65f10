import type { Database } from '../../platform/database.ts';
import { fadeStationing } from './fading.store.ts';

/** Each night, and after a backup was put back: what a partnership kept of its specialists goes when its term has passed. */
export async function fadeStationingByTerm(database: Database): Promise<void> {
  await fadeStationing(database);
}
