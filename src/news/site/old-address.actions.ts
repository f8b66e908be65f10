import { recordAudit } from '../../platform/audit.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { codeIn } from '../posts/text.rules.ts';
import { addAddress, dropAddress, findPostId, leadsTo } from './old-address.store.ts';

/** The part of an address that a server hears, as a browser sends it; undefined for what is none. */
function pathOf(typed: string): string | undefined {
  try {
    const { pathname } = new URL(typed, 'https://x.invalid');
    return /^\/.{1,299}$/.test(pathname) ? pathname : undefined;
  } catch {
    return undefined;
  }
}

/** Lets an address of an older site lead to a post of the actor's partnership. */
export async function keepAddress(
  deed: Deed,
  actor: Actor,
  { old, post }: { readonly old: string; readonly post: string },
): Promise<'taken' | 'noPath' | 'noPost' | 'taken already'> {
  const path = pathOf(old);
  if (path === undefined) return 'noPath';
  const code = codeIn(/\/nieuws\/([^/]+)/.exec(pathOf(post) ?? '')?.[1] ?? '');
  if (code === undefined) return 'noPost';
  return deed.database.write(actor, async (tx) => {
    const postId = await findPostId(tx, actor, code);
    if (postId === undefined) return 'noPost';
    if (!(await addAddress(tx, actor, { path, postId })))
      return (await leadsTo(tx, actor, { path, postId })) ? 'taken' : 'taken already';
    await recordAudit(tx, actor, {
      action: 'add_address',
      subject: 'post',
      subjectId: postId,
      via: deed.via,
    });
    return 'taken';
  });
}

/** False when it led nowhere. */
export function removeAddress(deed: Deed, actor: Actor, path: string): Promise<boolean> {
  return deed.database.write(actor, async (tx) => {
    const postId = await dropAddress(tx, actor, path);
    if (postId === undefined) return false;
    await recordAudit(tx, actor, {
      action: 'remove_address',
      subject: 'post',
      subjectId: postId,
      via: deed.via,
    });
    return true;
  });
}
