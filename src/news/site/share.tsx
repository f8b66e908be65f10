/** Ways to pass a public post on: plain addresses, which open nothing by themselves. */
import type { JSX } from 'preact';
import { frameOf } from '../../platform/pure/languages.ts';
import type { Head } from '../../platform/route.ts';
import { plainText } from '../posts/markdown.ts';
import { isOpen } from '../posts/post.access.ts';
import { picturesOf } from '../posts/post.needs.ts';
import type { Post, PostText } from '../posts/post.view.ts';
import { addressOfPost } from '../posts/text.rules.ts';
import { feedsOf } from './feed-addresses.ts';
import { siteWords } from './site.words.ts';

/** Where a post can be shared: the address that takes `url` and `title`. */
const networks: readonly (readonly [string, (url: string, title: string) => string])[] = [
  ['LinkedIn', (url) => `https://www.linkedin.com/sharing/share-offsite/?${new URLSearchParams({ url })}`],
  ['Facebook', (u) => `https://www.facebook.com/sharer/sharer.php?${new URLSearchParams({ u })}`],
  ['WhatsApp', (url, title) => `https://wa.me/?${new URLSearchParams({ text: `${title} ${url}` })}`],
  [
    'Bluesky',
    (url, title) => `https://bsky.app/intent/compose?${new URLSearchParams({ text: `${title} ${url}` })}`,
  ],
];

interface SharedPost {
  readonly post: Post;
  readonly text: PostText;
  readonly site: string;
}

/** Whole, and the same for every reader. */
const wholeAddress = ({ post, text, site }: SharedPost): string =>
  site + addressOfPost(text.slug, post.code, text.original ? undefined : text.language);

/** Null for what is not for everybody: its address would open nothing elsewhere. */
export function ShareLinks(props: SharedPost): JSX.Element | null {
  const { post, text } = props;
  if (!isOpen(post.audiences) || post.state !== 'published') return null;
  const words = siteWords[frameOf(text.language)];
  const url = wholeAddress(props);
  const letter = `mailto:?subject=${encodeURIComponent(text.title)}&body=${encodeURIComponent(url)}`;
  return (
    <section class="share stack" aria-labelledby="delen">
      <h2 id="delen">{words.share}</h2>
      <div class="field">
        <label class="field__label" for="adres">
          {words.address}
        </label>
        <input class="input" id="adres" type="text" value={url} readOnly dir="ltr" />
      </div>
      <p class="share__copy">
        <button
          class="button button--secondary"
          type="button"
          hidden
          data-copy="adres"
          data-done={words.copied}
          aria-live="polite"
        >
          {words.copy}
        </button>
      </p>
      <p>{words.shareHint}</p>
      <ul class="share__ways" role="list">
        <li>
          <a href={letter}>{words.byLetter}</a>
        </li>
        {networks.map(([name, at]) => (
          <li key={name}>
            <a href={at(url, text.title)} rel="noopener noreferrer nofollow" lang="en">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the page of a public post says of itself; undefined for what is not for everybody. */
export function headOfPost(props: SharedPost): Head | undefined {
  const { post, text, site } = props;
  if (!isOpen(post.audiences) || post.state !== 'published') return undefined;
  const picture = picturesOf(post.files).find(({ id }) => id === text.pictureId);
  return {
    description: text.lead ?? shortened(plainText(text.body)),
    canonical: wholeAddress(props),
    languages: post.texts.map((one) => ({
      language: one.language,
      href: wholeAddress({ ...props, text: one }),
    })),
    feeds: feedsOf(site, post.partnership.code),
    shared: {
      title: text.title,
      siteName: post.partnership.name,
      publishedAt: post.publishedAt ?? undefined,
      changedAt: post.touchedAt,
      picture: picture && {
        href: `${site}/nieuws/beeld/${picture.id}`,
        alt: text.pictureAlt ?? '',
        width: picture.width,
        height: picture.height,
      },
    },
  };
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 200 ? line : `${line.slice(0, 199).replace(/\s\S*$/, '')}…`;
};
