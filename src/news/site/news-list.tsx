/** The list of posts as it stands on the page. */
import type { JSX } from 'preact';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { directionOf, type FrameLanguage, frameLanguages } from '../../platform/pure/languages.ts';
import { list } from '../../platform/pure/text.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Search } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { languageNames } from '../posts/languages.ts';
import { dateIn } from '../posts/page.words.ts';
import { writers } from '../posts/post.access.ts';
import { audienceWords } from '../posts/post.words.ts';
import { addressOfPost } from '../posts/text.rules.ts';
import { type Found, type ListQuery, perPage } from './found-news.ts';
import type { FoundOnSite } from './site.store.ts';
import type { SiteWords } from './site.words.ts';

interface NewsListProps extends Found {
  readonly title: string;
  readonly query: ListQuery;
  readonly language: FrameLanguage;
  readonly words: SiteWords;
  readonly reader: Actor | undefined;
}

export function NewsList(props: NewsListProps): JSX.Element {
  const { title, posts, query, language, words, reader } = props;
  const { items: rows, next } = pageOf(posts, perPage, ({ key }) => key);
  const { na, ...terms } = query;
  const address = (more: Readonly<Record<string, string>>) => {
    const all = Object.entries({ ...terms, ...more }).filter(([, value]) => value);
    return all.length === 0 ? '/nieuws' : `/nieuws?${new URLSearchParams(all as [string, string][])}`;
  };
  const sought = [query.q, query.onderwerp, query.voor].some(Boolean);
  const filtered = sought || Boolean(query.swv);
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
        <Empty title={sought ? words.noneFound : words.none} text={sought ? words.tryOther : words.later} />
      ) : (
        <ul class="news" role="list">
          {rows.map((post) => (
            <NewsItem key={post.id} {...props} post={post} />
          ))}
        </ul>
      )}
      {(next !== null || na !== undefined) && (
        <p class="button-row">
          {next !== null && (
            <a class="button button--secondary" rel="next" href={address({ na: next })}>
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
          {frameLanguages.map((one) => (
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
