import { recordAudit } from '../../platform/audit.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { endOwnKey } from './mine.store.ts';

/** Ends one of the actor's own sessions or tokens; false when it is not theirs or ended already. */
export function endOwn(deed: Deed, actor: Actor, id: string): Promise<boolean> {
  return deed.database.write(actor, async (tx) => {
    const ended = await endOwnKey(tx, actor, id);
    if (ended)
      await recordAudit(tx, actor, { action: 'end', subject: 'access_key', subjectId: id, via: deed.via });
    return ended;
  });
}
