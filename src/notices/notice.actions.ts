import { recordAudit } from '../platform/audit.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Deed } from '../platform/route.ts';
import type { Choice, NoticeKind } from './notice.rules.ts';
import { markRead, saveChoices } from './notice.store.ts';

/** Marks the actor's own notices as read: these, or all that stood there up to a moment. Gives how many changed. */
export function markNoticesRead(
  deed: Deed,
  actor: Actor,
  which: { readonly ids: readonly string[] } | { readonly until: string },
): Promise<number> {
  return deed.database.write(actor, (tx) => markRead(tx, actor, which));
}

/** Keeps what the actor wants to get by mail, for every kind of notice. */
export function chooseMail(
  deed: Deed,
  actor: Actor,
  chosen: Readonly<Record<NoticeKind, Choice>>,
): Promise<void> {
  return deed.database.write(actor, async (tx) => {
    await saveChoices(tx, actor, chosen);
    const { via } = deed;
    await recordAudit(tx, actor, {
      action: 'choose',
      subject: 'notice_choice',
      subjectId: actor.personId,
      via,
    });
  });
}
