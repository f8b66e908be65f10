import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { change, type Saved } from '../admin/change.actions.ts';
import { type Retention, saveRetention } from './retention.store.ts';

/** Changes how long the own partnership keeps what stands in concerns; holds from the next night on. */
export function changeRetention(deed: Deed, actor: Actor, terms: Omit<Retention, 'version'>): Promise<Saved> {
  return change(deed, actor, { action: 'change', subject: 'tenant' }, async (tx) =>
    (await saveRetention(tx, actor.tenantId, { ...terms, version: deed.version ?? 0 }))
      ? { outcome: 'taken', id: actor.tenantId }
      : { outcome: 'stale' },
  );
}
