import { recordAudit } from '../../platform/audit.ts';
import { NotAdmitted, type ReadDatabase } from '../../platform/database.ts';
import { newSecret } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import type { Post } from '../posts/post.view.ts';
import { findFeedOwner, removeFeedKey, renewFeedKey } from './own-feed.store.ts';
import { findOwnFeed } from './site.store.ts';

export interface OwnFeed {
  readonly partnership: string;
  readonly posts: readonly Post[];
}

/** Under the law of today: who left or was suspended has no feed any more, though the address was never taken back. */
export async function feedBehind(
  database: ReadDatabase,
  secret: string,
  limit: number,
): Promise<OwnFeed | undefined> {
  const owner = await findFeedOwner(database, secret);
  if (owner === undefined) return undefined;
  try {
    const posts = await database.read(owner, (reader) => findOwnFeed(reader, owner.tenantId, limit));
    return { partnership: posts[0]?.partnership.name ?? 'Kortelijn', posts };
  } catch (fault) {
    if (fault instanceof NotAdmitted) return undefined;
    throw fault;
  }
}

/** Makes a new secret; the old one opens nothing any more. */
export function renewFeed(deed: Deed, actor: Actor): Promise<string> {
  const secret = newSecret();
  return deed.database.write(actor, async (tx) => {
    await renewFeedKey(tx, actor, secret);
    const { personId: subjectId } = actor;
    await recordAudit(tx, actor, { action: 'renew', subject: 'feed_key', subjectId, via: deed.via });
    return secret;
  });
}

/** False when there was none. */
export function removeFeed(deed: Deed, actor: Actor): Promise<boolean> {
  return deed.database.write(actor, async (tx) => {
    const removed = await removeFeedKey(tx, actor);
    const { personId: subjectId } = actor;
    if (removed)
      await recordAudit(tx, actor, { action: 'remove', subject: 'feed_key', subjectId, via: deed.via });
    return removed;
  });
}
