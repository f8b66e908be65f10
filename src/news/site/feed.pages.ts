/** Feeds, the map of the site and what robots may read: for programs, without a log-in. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { behindAddress } from '../../platform/own-address.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type Call, getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { findPartnerships } from '../../registers/index.ts';
import { getPartnershipAt } from '../posts/post.store.ts';
import type { Post } from '../posts/post.view.ts';
import { addressOfPost } from '../posts/text.rules.ts';
import { atomOf, escaped } from './atom.ts';
import { findOwnFeed, findPublicAddresses, findPublicFeed, ownFeed } from './site.store.ts';

const mostInFeed = 30;
const feedQuery = z.object({ swv: z.string().max(60).optional() });
type FeedCall = Call<Actor | undefined, z.infer<typeof feedQuery>>;

export const feedPages: readonly Route[] = [
  getPage('/nieuws/feed.xml', 'public', (call) => publicFeed(call, 'public', 'feed.xml'), feedQuery),
  getPage(
    '/nieuws/feed-ouders.xml',
    'public',
    (call) => publicFeed(call, 'parents', 'feed-ouders.xml'),
    feedQuery,
  ),
  // `/nieuws/feed/SECRET.xml`: what its owner may read today.
  getPage('/nieuws/feed/:file', 'public', async ({ database, params, site }) => {
    const file = params['file'] ?? '';
    const secret = /^([\w-]{43})\.xml$/.exec(file)?.[1];
    if (secret === undefined) return notFound;
    const found = await behindAddress(database, ownFeed, secret, (reader, { tenantId }) =>
      findOwnFeed(reader, tenantId, mostInFeed),
    );
    if (found === undefined) return notFound;
    const author = found[0]?.partnership.name ?? 'Kortelijn';
    return atom(site, `/nieuws/feed/${file}`, 'Nieuws voor u', author, found);
  }),
  getPage('/sitemap.xml', 'public', siteMap),
  getPage('/robots.txt', 'public', async ({ site }) =>
    text(
      'robots.txt',
      'text/plain; charset=utf-8',
      ['User-agent: *', 'Disallow: /api/', 'Disallow: /inloggen', `Sitemap: ${site}/sitemap.xml`, ''].join(
        '\n',
      ),
    ),
  ),
];

async function publicFeed(
  { database, query, url, site }: FeedCall,
  audience: 'public' | 'parents',
  name: string,
): Promise<PageAnswer> {
  const { swv } = query;
  const found = await database.read('visitor', async (reader) => {
    const partnerships = await findPartnerships(reader);
    const of =
      partnerships.find(({ hostName }) => hostName === url.hostname) ??
      partnerships.find(({ code, swvNumber }) => swv !== undefined && (code === swv || swvNumber === swv));
    // A partnership that does not exist has no feed.
    if (of === undefined && swv !== undefined) return undefined;
    return { of, posts: await findPublicFeed(reader, of?.id ?? null, audience, mostInFeed) };
  });
  if (found === undefined) return notFound;
  const author = found.of?.name ?? 'Kortelijn';
  const title = `${audience === 'parents' ? 'Nieuws voor ouders' : 'Nieuws'} van ${author}`;
  const asked = swv === undefined ? '' : `?swv=${encodeURIComponent(swv)}`;
  return atom(site, `/nieuws/${name}${asked}`, title, author, found.posts);
}

const atom = (site: string, path: string, title: string, author: string, posts: readonly Post[]) =>
  text(
    'nieuws.xml',
    'application/atom+xml; charset=utf-8',
    atomOf({ title, author, posts, site, self: `${site}${path}`, page: `${site}/nieuws` }),
  );

/** Pages for everybody (sitemaps.org): the list, the promises, the schools' doors and every public post in each of its languages. */
async function siteMap({ database, url, site }: Call<Actor | undefined>): Promise<PageAnswer> {
  const addresses = await database.read('visitor', async (reader) => {
    const { own } = await getPartnershipAt(reader, url.hostname, undefined);
    return findPublicAddresses(reader, own);
  });
  const line = (path: string, changed?: string) =>
    `<url><loc>${escaped(site + path)}</loc>${changed === undefined ? '' : `<lastmod>${changed.slice(0, 10)}</lastmod>`}</url>`;
  const posts = addresses.map(({ slug, code, original, language, touchedAt }) =>
    line(addressOfPost(slug, code, original ? undefined : language), touchedAt),
  );
  const fixed = [
    '/nieuws',
    '/toezeggingen',
    '/verantwoording',
    '/scholen',
    '/privacy',
    '/toegankelijkheid',
  ].map((path) => line(path));
  return text(
    'sitemap.xml',
    'application/xml; charset=utf-8',
    [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...fixed,
      ...posts,
      '</urlset>',
      '',
    ].join('\n'),
  );
}

/** Who asks again with what they have gets no body. */
const text = (name: string, type: string, body: string): PageAnswer => ({
  kind: 'file',
  name,
  type,
  body,
  etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
});
