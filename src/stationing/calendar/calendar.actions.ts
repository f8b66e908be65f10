import { recordAudit } from '../../platform/audit.ts';
import { NotAdmitted, type ReadDatabase } from '../../platform/database.ts';
import { newSecret } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { findOwner, findPlanned, removeKey, renewKey } from './calendar.store.ts';
import type { Planned } from './planned.ts';

/** Under the law of today: who left or was suspended has no calendar any more, though the address was never taken back. */
export async function plannedBehind(database: ReadDatabase, secret: string): Promise<Planned | undefined> {
  const owner = await findOwner(database, secret);
  if (owner === undefined) return undefined;
  try {
    return await database.read(owner, (reader) => findPlanned(reader, owner));
  } catch (fault) {
    if (fault instanceof NotAdmitted) return undefined;
    throw fault;
  }
}

/** Makes a new secret; the old one opens nothing any more. */
export function renewAddress(deed: Deed, actor: Actor): Promise<string> {
  const secret = newSecret();
  return deed.database.write(actor, async (tx) => {
    await renewKey(tx, actor, secret);
    await recordAudit(tx, actor, {
      action: 'renew',
      subject: 'calendar_key',
      subjectId: actor.personId,
      via: deed.via,
    });
    return secret;
  });
}

/** False when there was none. */
export function removeAddress(deed: Deed, actor: Actor): Promise<boolean> {
  return deed.database.write(actor, async (tx) => {
    const removed = await removeKey(tx, actor);
    if (removed)
      await recordAudit(tx, actor, {
        action: 'remove',
        subject: 'calendar_key',
        subjectId: actor.personId,
        via: deed.via,
      });
    return removed;
  });
}
