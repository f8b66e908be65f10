import type { Database } from '../../platform/database.ts';
import { remindOwners } from './promise-writes.store.ts';

/** On a morning: a promise that became yours, that comes near, whose day it is, that is late. */
export async function remindOfPromises(database: Database): Promise<void> {
  await remindOwners(database);
}
