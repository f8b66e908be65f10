import { tidyAccess } from '../platform/access.store.ts';
import type { Database } from '../platform/database.ts';

/** Takes away what nobody can log in or answer with any more. */
export async function tidyLogIns(database: Database): Promise<void> {
  await tidyAccess(database);
}
