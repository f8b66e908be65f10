import type { Database } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { fadeDevelopment } from './fading.store.ts';

/** Every night: what is two years old of people goes. */
export async function fadeDevelopmentByTerm(database: Database): Promise<void> {
  const gone = await fadeDevelopment(database);
  if (gone > 0) log('info', 'development faded', { rows: gone });
}
