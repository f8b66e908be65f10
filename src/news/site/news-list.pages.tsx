/** `/nieuws`: for visitors what is for everybody, for members what is for them. */
import type { JSX } from 'preact';
import { z } from 'zod';
import type { Reader } from '../../platform/database.ts';
import { momentCursorQuery } from '../../platform/paging.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { encodeCursor } from '../../platform/pure/cursor.ts';
import { list } from '../../platform/pure/text.ts';
import { wantedBy } from '../../platform/pure/wanted.ts';
import { type Call, getPage, type Html, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Search } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { findPartnerships, type Partnership } from '../../registers/index.ts';
import { directionOf, languageNames } from '../posts/languages.ts';
import { dateIn, type FrameLanguage } from '../posts/page.words.ts';
import { writers } from '../posts/post.access.ts';
import { findPosts, findPublicPosts } from '../posts/post.store.ts';
import type { Named } from '../posts/post.view.ts';
import { audienceWords } from '../posts/post.words.ts';
import { addressOfPost } from '../posts/text.rules.ts';
import { feedsOf } from './feed-addresses.ts';
import { type FoundOnSite, findPublicTopics, searchOwnPosts, searchPublicPosts } from './site.store.ts';
import { type SiteWords, siteWords } from './site.words.ts';

const perPage = 20;
const frames = ['nl', 'en', 'ar'] as const;

const listQuery = z.object({
  q: z.string().trim().max(200).optional(),
  onderwerp: z.string().max(60).optional(),
  voor: z.enum(['public', 'parents', 'schools', 'professionals', 'boards']).optional().catch(undefined),
  swv: z.string().max(60).optional(),
  taal: z.enum(frames).optional().catch(undefined),
  na: momentCursorQuery,
});
type ListQuery = z.infer<typeof listQuery>;

export const newsListPages: readonly Route[] = [getPage('/nieuws', 'public', showNews, listQuery)];

interface Found {
  readonly posts: readonly FoundOnSite[];
  readonly topics: readonly Named[];
  readonly partnerships: readonly Partnership[];
  /** The partnership of the host, or the reader's own. */
  readonly own: Partnership | undefined;
  readonly chosen: Partnership | undefined;
}

async function showNews(call: Call<Actor | undefined, ListQuery>): Promise<Html> {
  const { actor, query, url, site } = call;
  const language = query.taal ?? 'nl';
  const words = siteWords[language];
  const member = actor !== undefined && actor.appointments.length > 0 ? actor : undefined;
  const found = await (member === undefined ? forVisitor(call) : forMember(call, member));
  const title = found.own === undefined ? words.news : words.newsOf(found.own.name);
  const here = (one: FrameLanguage) => `${site}/nieuws${one === 'nl' ? '' : `?taal=${one}`}`;
  return {
    kind: 'html',
    title,
    language,
    head: {
      description: words.lead,
      canonical: here(language),
      languages: frames.map((one) => ({ language: one, href: here(one) })),
      feeds: feedsOf(site, found.chosen?.code),
      shared: { title, siteName: found.own?.name ?? 'Kortelijn' },
    },
    body: <NewsList {...found} {...{ title, query, language, words }} reader={member} host={url.host} />,
  };
}

const termsOf = ({ q, taal, na }: ListQuery) => {
  const wanted = q === undefined || q === '' ? undefined : wantedBy(q);
  return wanted && { ...wanted, language: taal ?? 'nl', limit: perPage, after: na };
};

function forVisitor({ database, query, url }: Call<Actor | undefined, ListQuery>): Promise<Found> {
  return database.read('visitor', async (reader) => {
    const partnerships = await findPartnerships(reader);
    const own = partnerships.find(({ hostName }) => hostName === url.hostname);
    const chosen =
      own ?? partnerships.find(({ code, swvNumber }) => query.swv === code || query.swv === swvNumber);
    // A filter for a partnership that does not exist finds nothing, not everything.
    const nothing = query.swv !== undefined && chosen === undefined;
    const tenantId = chosen?.id ?? null;
    const [posts, topics] = await Promise.all([
      nothing ? [] : publicPosts(reader, tenantId, query),
      findPublicTopics(reader, tenantId),
    ]);
    return { posts, topics, partnerships, own, chosen };
  });
}

function publicPosts(
  reader: Reader,
  tenantId: string | null,
  query: ListQuery,
): Promise<readonly FoundOnSite[]> {
  const terms = termsOf(query);
  if (terms !== undefined) return searchPublicPosts(reader, tenantId, terms);
  return findPublicPosts(reader, tenantId, filterOf(query));
}

const filterOf = ({ voor, onderwerp, taal, na }: ListQuery) => ({
  audience: voor,
  topic: onderwerp || undefined,
  language: taal ?? 'nl',
  limit: perPage,
  after: na,
});

function forMember({ database, query }: Call<Actor | undefined, ListQuery>, actor: Actor): Promise<Found> {
  const terms = termsOf(query);
  return database.read(actor, async (reader) => {
    const [posts, topics] = await Promise.all([
      terms === undefined ? findPosts(reader, actor, filterOf(query)) : searchOwnPosts(reader, actor, terms),
      findPublicTopics(reader, actor.tenantId),
    ]);
    const { code, name } = actor.tenant;
    const own = { id: actor.tenantId, code, name, swvNumber: null, hostName: null };
    return { posts, topics, partnerships: [], own, chosen: own };
  });
}

interface NewsListProps extends Found {
  readonly title: string;
  readonly query: ListQuery;
  readonly language: FrameLanguage;
  readonly words: SiteWords;
  readonly reader: Actor | undefined;
}

function NewsList(props: NewsListProps & { readonly host: string }): JSX.Element {
  const { title, posts, query, language, words, reader } = props;
  const rows = posts.slice(0, perPage);
  const last = posts.length > perPage ? rows.at(-1) : undefined;
  const { na, ...terms } = query;
  const address = (more: Readonly<Record<string, string>>) => {
    const all = Object.entries({ ...terms, ...more }).filter(([, value]) => value);
    return all.length === 0 ? '/nieuws' : `/nieuws?${new URLSearchParams(all as [string, string][])}`;
  };
  const filtered = [query.q, query.onderwerp, query.voor, query.swv].some(Boolean);
  return (
    <div class="stack" lang={language} dir={directionOf(language)}>
      <h1>{title}</h1>
      <p class="lead">{words.lead}</p>
      {reader !== undefined && hasRole(reader, ...writers) && (
        <p lang="nl" dir="ltr">
          <LinkButton href="/nieuws/schrijven">Berichten schrijven</LinkButton>
        </p>
      )}
      <NewsFilter {...props} clear={filtered ? address(cleared) : undefined} />
      {rows.length === 0 ? (
        <Empty
          title={filtered ? words.noneFound : words.none}
          text={filtered ? words.tryOther : words.later}
        />
      ) : (
        <ul class="news" role="list">
          {rows.map((post) => (
            <NewsItem key={post.id} {...props} post={post} />
          ))}
        </ul>
      )}
      {(last !== undefined || na !== undefined) && (
        <p class="button-row">
          {last !== undefined && (
            <a
              class="button button--secondary"
              rel="next"
              href={address({ na: encodeCursor({ key: last.key, id: last.id }) })}
            >
              {words.next}
            </a>
          )}
          {na !== undefined && (
            <a class="button button--quiet" href={address({})}>
              {words.first}
            </a>
          )}
        </p>
      )}
      <Ways {...props} />
    </div>
  );
}

const cleared = { q: '', onderwerp: '', voor: '', swv: '' };

function NewsFilter(props: NewsListProps & { readonly clear: string | undefined }): JSX.Element {
  const { query, words, topics, partnerships, own, chosen, reader, language, clear } = props;
  const audiences = reader === undefined ? (['public', 'parents'] as const) : audienceList;
  return (
    <search>
      <form class="filter" method="get" action="/nieuws" aria-label={words.filter}>
        {language !== 'nl' && <input type="hidden" name="taal" value={language} />}
        <Search name="q" label={words.search} value={query.q} />
        {topics.length > 0 && (
          <Select
            name="onderwerp"
            label={words.topic}
            empty={words.allTopics}
            value={query.onderwerp}
            options={topics.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <Select
          name="voor"
          label={words.audience}
          empty={words.everybody}
          value={query.voor === 'public' && reader === undefined ? undefined : query.voor}
          options={audiences
            .filter((one) => reader !== undefined || one !== 'public')
            .map((one) => ({ value: one, label: one === 'parents' ? words.parents : audienceWords[one] }))}
        />
        {own === undefined && partnerships.length > 1 && (
          <Select
            name="swv"
            label={words.partnership}
            empty={words.allPartnerships}
            value={chosen?.code}
            options={partnerships.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <div class="filter__buttons">
          <button class="button button--secondary" type="submit">
            {words.show}
          </button>
          {clear !== undefined && (
            <a class="button button--quiet" href={clear}>
              {words.clear}
            </a>
          )}
        </div>
      </form>
    </search>
  );
}

const audienceList = ['public', 'parents', 'schools', 'professionals', 'boards'] as const;

function NewsItem({
  post,
  own,
  words,
  language,
  reader,
}: NewsListProps & { readonly post: FoundOnSite }): JSX.Element {
  const spoken = { lang: post.language, dir: directionOf(post.language) };
  const where = post.original ? undefined : post.language;
  return (
    <li class="news__item">
      <p class="post__meta">
        {post.publishedAt !== null && (
          <time dateTime={post.publishedAt}>{dateIn(language, post.publishedAt)}</time>
        )}
        {post.updates > 0 && <strong>{words.updates(post.updates)}</strong>}
        {own === undefined && <bdi lang="nl">{post.partnership.name}</bdi>}
        {post.language !== language && post.language === 'nl' && <span>{words.inDutch}</span>}
        {reader !== undefined && (
          <span lang="nl">{`voor ${list(post.audiences.map((one) => audienceWords[one].toLowerCase()))}`}</span>
        )}
      </p>
      <h2 class="news__title" {...spoken}>
        <a href={addressOfPost(post.slug, post.code, where)}>{post.title}</a>
      </h2>
      {post.lead !== null && <p {...spoken}>{post.lead}</p>}
    </li>
  );
}

/** Other languages, and how to hear of what comes. */
function Ways({ words, language, chosen }: NewsListProps): JSX.Element {
  const swv = chosen === undefined ? '' : `?swv=${encodeURIComponent(chosen.code)}`;
  return (
    <>
      <h2>{words.follow}</h2>
      <ul>
        <li>
          <a href={`/nieuws/abonneren${swv}`}>{words.byMail}</a>
        </li>
        <li>
          <a href={`/nieuws/feed.xml${swv}`}>{words.byFeed}</a>
        </li>
        <li>
          <a href={`/nieuws/feed-ouders.xml${swv}`}>{`${words.byFeed}: ${words.parents}`}</a>
        </li>
      </ul>
      <nav class="post__languages" aria-label={words.languages}>
        <ul role="list">
          {frames.map((one) => (
            <li key={one}>
              <a
                href={one === 'nl' ? '/nieuws' : `/nieuws?taal=${one}`}
                lang={one}
                hrefLang={one}
                aria-current={one === language ? 'page' : undefined}
              >
                {languageNames[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
