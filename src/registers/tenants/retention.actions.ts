import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { changeSettings, type Saved } from '../admin/change.actions.ts';
import { type Retention, saveRetention } from './retention.store.ts';

/** Changes how long the own partnership keeps what stands in concerns; holds from the next night on. */
export function changeRetention(deed: Deed, actor: Actor, terms: Omit<Retention, 'version'>): Promise<Saved> {
  return changeSettings(deed, actor, (tx, version) =>
    saveRetention(tx, actor.tenantId, { ...terms, version }),
  );
}
