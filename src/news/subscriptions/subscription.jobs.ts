import type { Database } from '../../platform/database.ts';
import { dropUnconfirmed, laySome, tellMembers } from './subscription-clock.store.ts';

/** Subscribers in one transaction: about a second of work, so that a worker that is killed loses no more. */
const atOnce = 2_000;

/** Every minute: members and subscribers hear of what came out, each once. */
export async function tellNews(database: Database): Promise<void> {
  await tellMembers(database);
  await tellSubscribers(database);
  await dropUnconfirmed(database);
}

/** Lays a letter ready for every subscriber who is due. */
export async function tellSubscribers(database: Database): Promise<void> {
  while ((await laySome(database, atOnce)) > 0);
}
