/** The writing aid at work: with the names of the registers, and with a limit to its patience. */
import { isOutOfReach, type Transaction } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { type Looked, lookAt } from './writing-aid.rules.ts';
import { findNames } from './writing-aid.store.ts';

/** The writing aid could not look: nothing is shared, and every text stays where it was. */
export class WritingAidDown extends Error {}

/** Longest time the aid may take for all texts of a step, in milliseconds: a thousand times what it needs. */
const patience = 3_000;

/**
 * What the writing aid finds in texts, by field. `accepted` are marks their writer has looked at and keeps.
 * Throws WritingAidDown when it cannot look, whatever the cause; Unavailable when the database itself is gone.
 */
export async function lookAtTexts(
  tx: Transaction,
  actor: Actor,
  texts: Readonly<Record<string, string>>,
  accepted: readonly string[],
  today: string,
): Promise<Looked> {
  if (Object.keys(texts).length === 0) return { open: [], kept: [] };
  try {
    const names = await findNames(tx, actor);
    const start = performance.now();
    return lookAt(texts, accepted, { names, today, isLate: () => performance.now() - start > patience });
  } catch (cause) {
    if (isOutOfReach(cause)) throw cause;
    throw new WritingAidDown('the writing aid could not look', { cause });
  }
}
