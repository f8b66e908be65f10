/** The deeds on saved views. */
import { recordAudit } from '../platform/audit.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Deed } from '../platform/route.ts';
import type { ViewInput } from './view.input.ts';
import { addView, removeView } from './view.store.ts';

/** Gives the id; undefined: somebody has too many already. */
export function saveView(deed: Deed, actor: Actor, input: ViewInput): Promise<string | undefined> {
  return deed.database.write(actor, async (tx) => {
    const id = await addView(tx, actor, input);
    if (id !== undefined)
      await recordAudit(tx, actor, { action: 'save', subject: 'saved_view', subjectId: id, via: deed.via });
    return id;
  });
}

/** Gives whether it was there. */
export function forgetView(deed: Deed, actor: Actor, id: string): Promise<boolean> {
  return deed.database.write(actor, async (tx) => {
    const gone = await removeView(tx, actor, id);
    if (gone)
      await recordAudit(tx, actor, { action: 'forget', subject: 'saved_view', subjectId: id, via: deed.via });
    return gone;
  });
}
