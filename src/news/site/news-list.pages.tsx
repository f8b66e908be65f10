/** `/nieuws`: the list of posts. */
import type { Actor } from '../../platform/pure/actor.ts';
import { type FrameLanguage, frameLanguages } from '../../platform/pure/languages.ts';
import { type Call, getPage, type Html, type Route } from '../../platform/route.ts';
import { feedsOf } from './feed-addresses.ts';
import { forMember, forVisitor, type ListQuery, listQuery } from './found-news.ts';
import { NewsList } from './news-list.tsx';
import { siteWords } from './site.words.ts';

export const newsListPages: readonly Route[] = [getPage('/nieuws', 'public', showNews, listQuery)];

async function showNews(call: Call<Actor | undefined, ListQuery>): Promise<Html> {
  const { actor, query, site } = call;
  const language = query.taal ?? 'nl';
  const words = siteWords[language];
  const member = actor !== undefined && actor.appointments.length > 0 ? actor : undefined;
  const found = await (member === undefined ? forVisitor(call) : forMember(call, member));
  const title = found.chosen === undefined ? words.news : words.newsOf(found.chosen.name);
  const here = (one: FrameLanguage) => `${site}/nieuws${one === 'nl' ? '' : `?taal=${one}`}`;
  return {
    kind: 'html',
    title,
    language,
    head: {
      description: words.lead,
      canonical: here(language),
      languages: frameLanguages.map((one) => ({ language: one, href: here(one) })),
      feeds: feedsOf(site, found.chosen?.code),
      shared: { title, siteName: found.chosen?.name ?? 'Kortelijn' },
    },
    body: <NewsList {...found} {...{ title, query, language, words }} reader={member} />,
  };
}
