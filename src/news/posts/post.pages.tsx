/** The address of one post: `/nieuws/{title}-{code}`, and of its translations. The code finds it; another title leads to the right one. */
import type { Actor } from '../../platform/pure/actor.ts';
import { hasRole } from '../../platform/pure/actor.ts';
import { frameOf } from '../../platform/pure/languages.ts';
import { type Call, getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { boundOf } from '../rules/bound.tsx';
import { headOfPost, ShareLinks } from '../site/share.tsx';
import { writers } from './post.access.ts';
import { PostPage } from './post-page.tsx';
import { readPost } from './reading.actions.ts';
import { addressOfPost, codeIn } from './text.rules.ts';

/** Last of all addresses under /nieuws/: every other word would be taken for a title. */
export const postPages: readonly Route[] = [
  getPage('/nieuws/:address', 'public', show),
  getPage('/nieuws/:address/:language', 'public', show),
];

async function show(call: Call<Actor | undefined>): Promise<PageAnswer> {
  const { actor, params, deed, today, database, url, site } = call;
  const code = codeIn(params['address'] ?? '');
  const read = code === undefined ? undefined : await readPost(deed, actor, code);
  if (read === undefined) return notFound;
  const { post, own } = read;
  const wanted = params['language'];
  const text = post.texts.find(({ language, original }) =>
    wanted === undefined ? original : language === wanted,
  );
  if (text === undefined) return notFound;
  const address = addressOfPost(text.slug, post.code, text.original ? undefined : text.language);
  if (url.pathname !== address) return { kind: 'redirect', to: address, forGood: true };
  const mayWrite = own && actor !== undefined && hasRole(actor, ...writers);
  const gone = post.state === 'withdrawn';
  const bound = gone ? unbound : await boundOf(database, own ? actor : undefined, post.id, today);
  return {
    kind: 'html',
    // A search engine takes what is gone out of its lists.
    status: gone && !mayWrite ? 410 : 200,
    title: text.title,
    language: frameOf(text.language),
    head: headOfPost({ post, text, site }),
    body: (
      <PostPage
        {...read}
        {...bound}
        {...{ text, mayWrite, today }}
        end={<ShareLinks {...{ post, text, site }} />}
      />
    ),
  };
}

const unbound: Pick<Parameters<typeof PostPage>[0], 'mark' | 'below'> = { mark: (text) => text, below: null };
