/** The deeds on saved views. */
import { recordAudit } from '../platform/audit.ts';
import { doOnce, type KeyReused } from '../platform/once.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Deed } from '../platform/route.ts';
import type { ViewInput } from './view.input.ts';
import { addView, removeView } from './view.store.ts';

type SaveOutcome =
  | { readonly outcome: 'taken'; readonly id: string }
  | { readonly outcome: 'tooMany' }
  | KeyReused;

/** Keeps a list as it was filtered; somebody keeps no more than `mostViews`. */
export function saveView(deed: Deed, actor: Actor, input: ViewInput): Promise<SaveOutcome> {
  return deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async (): Promise<SaveOutcome> => {
      const id = await addView(tx, actor, input);
      if (id === undefined) return { outcome: 'tooMany' };
      await recordAudit(tx, actor, { action: 'save', subject: 'saved_view', subjectId: id, via: deed.via });
      return { outcome: 'taken', id };
    }),
  );
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
