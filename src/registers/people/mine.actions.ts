import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { endOtherSessions, endOwnKey } from './mine.store.ts';

/** Ends one of the actor's own sessions or tokens; false when it is not theirs or ended already. The database audits it (0015). */
export function endOwn(deed: Deed, actor: Actor, id: string): Promise<boolean> {
  return deed.database.write(actor, (tx) => endOwnKey(tx, actor, id));
}

/** Ends every session of the actor but the one they ask it with; gives how many. */
export function endOthers(deed: Deed, actor: Actor): Promise<number> {
  return deed.database.write(actor, (tx) => endOtherSessions(tx, actor));
}
