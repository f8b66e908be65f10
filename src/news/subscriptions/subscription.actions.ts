/** What somebody outside does about their own letters. No audit row: there is nobody to name, and a number stays of each ending. */
import { countLogIn } from '../../platform/access.store.ts';
import type { Deed } from '../../platform/route.ts';
import { askFor, changeBehind, confirmBehind, stopBehind } from './subscription.store.ts';
import type { Wishes } from './wishes.ts';

/**
 * Asks for letters to an address. It answers the same whether the address was known or not.
 * @param from whose requests are counted together: twenty in a quarter of an hour
 */
export async function askForLetters(
  { database }: Deed,
  from: string | undefined,
  tenantId: string,
  email: string,
  wishes: Wishes,
): Promise<'asked' | 'wait'> {
  if (from !== undefined && (await countLogIn(database, `abonneren ${from}`)) > 0) return 'wait';
  await askFor(database, tenantId, email, wishes);
  return 'asked';
}

/** False: there is nothing behind this link. */
export const confirmLetters = ({ database }: Deed, secret: string): Promise<boolean> =>
  confirmBehind(database, secret);

/** Of a form that was drawn before the last change nothing is kept. */
export async function changeLetters(
  { database, version }: Deed,
  secret: string,
  wishes: Wishes,
): Promise<'changed' | 'stale' | 'unknown'> {
  const done = await changeBehind(database, secret, version ?? 0, wishes);
  return done === null ? 'unknown' : done ? 'changed' : 'stale';
}

/** The same again does nothing. */
export const stopLetters = ({ database }: Deed, secret: string): Promise<void> =>
  stopBehind(database, secret);
