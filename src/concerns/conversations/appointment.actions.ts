/** Reading a conversation as a file for one's own calendar: as sensitive as reading it on a page. */
import { recordAudit } from '../../platform/audit.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { getConcernConversation, getOtherConversation, type SetConversation } from './invitation.store.ts';

/** The moment that was set for the talk on this concern; undefined when there is none (any more) or it is not the actor's to see. */
export function readConcernConversation(
  deed: Deed,
  actor: Actor,
  concernId: string,
): Promise<SetConversation | undefined> {
  return deed.database.write(actor, async (tx) => {
    const found = await getConcernConversation(tx, actor, concernId);
    if (found !== undefined)
      await recordAudit(tx, actor, {
        action: 'read',
        subject: 'concern',
        subjectId: concernId,
        via: deed.via,
      });
    return found;
  });
}

/** An ordinary conversation (start, end, other) with its moment. */
export function readOtherConversation(
  deed: Deed,
  actor: Actor,
  id: string,
): Promise<SetConversation | undefined> {
  return deed.database.read(actor, (reader) => getOtherConversation(reader, actor, id));
}
