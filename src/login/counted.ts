import { countLogIn, forgiveLogIn } from '../platform/access.store.ts';
import type { Database } from '../platform/database.ts';

/** This address tried too often. */
export interface MustWait {
  readonly outcome: 'wait';
  readonly seconds: number;
}

/** What is nobody's guess: in, or on the way in, or stopped by a provider that does not answer. */
const blameless = ['in', 'started', 'choose', 'down'];

/**
 * Tries a log-in that counts against the address it comes from, and is only taken off again when its outcome is blameless.
 * Without an address nothing is counted.
 */
export async function counted<T extends { readonly outcome: string }>(
  database: Database,
  address: string | undefined,
  attempt: () => Promise<T>,
): Promise<T | MustWait> {
  if (address === undefined) return attempt();
  const seconds = await countLogIn(database, address);
  if (seconds > 0) return { outcome: 'wait', seconds };
  const result = await attempt();
  if (blameless.includes(result.outcome)) await forgiveLogIn(database, address);
  return result;
}
