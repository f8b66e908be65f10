import { recordAudit } from '../platform/audit.ts';
import type { Reader } from '../platform/database.ts';
import { doOnce } from '../platform/once.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Deed } from '../platform/route.ts';
import { type Chosen, defaultChoices, versionOfChoices } from './notice.rules.ts';
import { findChoices, markRead, saveChoices } from './notice.store.ts';

/** Marks the actor's own notices as read: these, or all that stood there up to a moment. Gives how many changed. */
export function markNoticesRead(
  deed: Deed,
  actor: Actor,
  which: { readonly ids: readonly string[] } | { readonly until: string },
): Promise<number> {
  return deed.database.write(actor, (tx) => markRead(tx, actor, which));
}

export type ChoiceOutcome =
  | { readonly outcome: 'taken' | 'stale'; readonly chosen: Chosen }
  | { readonly outcome: 'keyReused' };

/** What the actor gets by mail of each kind of notice, chosen or not. */
export const readChoices = async (reader: Reader, actor: Actor): Promise<Chosen> => ({
  ...defaultChoices,
  ...(await findChoices(reader, actor)),
});

/** Keeps what the actor wants to get by mail, for every kind of notice. */
export function chooseMail(deed: Deed, actor: Actor, chosen: Chosen): Promise<ChoiceOutcome> {
  return deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async (): Promise<ChoiceOutcome> => {
      const before = await readChoices(tx, actor);
      if (deed.version !== undefined && deed.version !== versionOfChoices(before))
        return { outcome: 'stale', chosen: before };
      await saveChoices(tx, actor, chosen);
      const { via } = deed;
      const subjectId = actor.personId;
      await recordAudit(tx, actor, { action: 'choose', subject: 'notice_choice', subjectId, via });
      return { outcome: 'taken', chosen };
    }),
  );
}
