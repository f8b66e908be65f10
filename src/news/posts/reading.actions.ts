/** Reading one post: by who is logged in with a mark of when, by everybody else as visitors do. */
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { getPostByCode, getPublicPost } from './post.store.ts';
import type { Post } from './post.view.ts';
import { markRead } from './post-writes.store.ts';

export interface ReadPost {
  readonly post: Post;
  /** Theirs: of another partnership, or without a log-in, everybody is a visitor. */
  readonly own: boolean;
  /** When this person read it before; null: never, or nobody knows. */
  readonly earlier: string | null;
}

/** The post with this code, for who may read it. */
export async function readPost(
  { database }: Pick<Deed, 'database'>,
  actor: Actor | undefined,
  code: string,
): Promise<ReadPost | undefined> {
  const own = actor === undefined ? undefined : await readOwn(database, actor, code);
  if (own !== undefined) return own;
  const post = await database.read('visitor', (reader) => getPublicPost(reader, { code }));
  return post && { post, own: false, earlier: null };
}

const readOwn = (database: Deed['database'], actor: Actor, code: string): Promise<ReadPost | undefined> =>
  database.write(actor, async (tx) => {
    const post = await getPostByCode(tx, actor, code);
    if (post === undefined) return undefined;
    return { post, own: true, earlier: post.state === 'published' ? await markRead(tx, post.id) : null };
  });
