/** A feed of posts as Atom (RFC 4287). Pure. */
import { renderMarkdown } from '../posts/markdown.ts';
import { picturesOf } from '../posts/post.needs.ts';
import type { Post, PostText } from '../posts/post.view.ts';
import { addressOfPost } from '../posts/text.rules.ts';

export interface Feed {
  readonly title: string;
  /** Whole addresses: of the feed itself, and of the page that shows the same. */
  readonly self: string;
  readonly page: string;
  readonly site: string;
  /** Who says it. */
  readonly author: string;
  readonly posts: readonly Post[];
}

/** The feed as XML. Without a post it has the oldest moment there is: nothing changed yet. */
export function atomOf({ title, self, page, site, author, posts }: Feed): string {
  const changed = posts[0]?.touchedAt ?? '1970-01-01T00:00:00Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', self),
    element('title', title),
    element('updated', instant(changed)),
    `<author>${element('name', author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    ...posts.flatMap((post) => entryOf(post, site) ?? []),
    '</feed>',
    '',
  ].join('\n');
}

/** A post is one entry in its own language, with its translations as links; its id stays whatever its title becomes. */
function entryOf(post: Post, site: string): string | undefined {
  const original = post.texts.find((text) => text.original);
  if (original === undefined || post.publishedAt === null) return undefined;
  const link = (text: PostText) =>
    `<link rel="alternate" type="text/html" hreflang="${text.language}" href="${escaped(
      site + addressOfPost(text.slug, post.code, text.original ? undefined : text.language),
    )}"/>`;
  return [
    `<entry xml:lang="${original.language}">`,
    element('id', `urn:uuid:${post.id}`),
    element('title', original.title),
    element('published', instant(post.publishedAt)),
    element('updated', instant(post.touchedAt)),
    `<author>${element('name', post.partnership.name)}</author>`,
    ...post.topics.map(({ code, name }) => `<category term="${escaped(code)}" label="${escaped(name)}"/>`),
    ...post.texts.map(link),
    ...(original.lead === null ? [] : [element('summary', original.lead)]),
    `<content type="html">${escaped(contentOf(post, original, site))}</content>`,
    '</entry>',
  ].join('\n');
}

/** The text as it was, then each update with its day and reason. */
function contentOf(post: Post, original: PostText, site: string): string {
  const pictures = picturesOf(post.files);
  const drawn = (text: string) => renderMarkdown(text, { pictures, site });
  const updates = post.updates.flatMap(({ at, texts }) => {
    const said = texts.find(({ language }) => language === original.language);
    return said === undefined
      ? []
      : [`<h2>Update ${at.slice(0, 10)}</h2><p>${escaped(said.reason)}</p>${drawn(said.body)}`];
  });
  return [drawn(original.body), ...updates].join('\n');
}

const element = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`;

/** PostgreSQL's moments as RFC 3339 writes them, to the second. */
const instant = (moment: string) => new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');

/** What no XML can hold is left out. */
const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = (text: string): string =>
  text.replace(unfit, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
