/** What came after the first text of a post: its updates, and the letters that read otherwise. */
import type { JSX, VNode } from 'preact';
import { directionOf, frameOf } from '../../platform/pure/languages.ts';
import { Notice } from '../../platform/ui/parts.tsx';
import { Markdown } from './markdown.ts';
import { dateIn, type PageWords } from './page.words.ts';
import { picturesOf } from './post.needs.ts';
import type { Post, PostText, PostUpdate } from './post.view.ts';

interface ShownIn {
  readonly post: Post;
  readonly text: PostText;
  readonly words: PageWords;
}

interface UpdateProps extends ShownIn {
  readonly update: PostUpdate;
  readonly mark: (text: VNode) => VNode;
}

/** First of all: that there is something newer below, and whether the reader saw it. */
export function News({
  post,
  text,
  earlier,
  words,
}: ShownIn & { readonly earlier: string | null }): JSX.Element | null {
  const { updates } = post;
  if (updates.length === 0) return null;
  const frame = frameOf(text.language);
  const since =
    earlier === null ? 0 : updates.filter(({ at }) => Date.parse(at) > Date.parse(earlier)).length;
  return (
    <Notice tone="info" title={since > 0 ? words.sinceRead(since) : words.updatesBelow(updates.length)}>
      <ul>
        {updates.map((update) => (
          <li key={update.id}>
            <a href={`#update-${update.nth}`}>{words.update(dateIn(frame, update.at))}</a>
            {': '}
            <bdi>{saidIn(update, post, text).reason}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The update in the language of the page, else as it was first written. */
function saidIn(update: PostUpdate, post: Post, text: PostText) {
  const original = post.texts.find((one) => one.original)?.language;
  const found =
    update.texts.find((one) => one.language === text.language) ??
    update.texts.find((one) => one.language === original);
  return found ?? { language: text.language, reason: '', body: '' };
}

export function Update({ post, text, update, mark, words }: UpdateProps): JSX.Element {
  const said = saidIn(update, post, text);
  const frame = frameOf(text.language);
  const spoken = { lang: said.language, dir: directionOf(said.language) };
  return (
    <section
      class="post__update stack"
      id={`update-${update.nth}`}
      aria-labelledby={`update-${update.nth}-titel`}
    >
      <h2 id={`update-${update.nth}-titel`}>
        <time dateTime={update.at}>{words.update(dateIn(frame, update.at))}</time>
      </h2>
      <p class="post__reason">
        <strong>{words.why}:</strong> <span {...spoken}>{said.reason}</span>
      </p>
      {said.language !== text.language && <p>{words.notTranslated}</p>}
      <div {...spoken}>{mark(Markdown({ text: said.body, pictures: picturesOf(post.files), under: 2 }))}</div>
    </section>
  );
}

export function Fixes({ post, text, words }: ShownIn): JSX.Element | null {
  const fixes = post.fixes.filter(({ language }) => language === text.language);
  if (fixes.length === 0) return null;
  const frame = frameOf(text.language);
  return (
    <details class="fold">
      <summary class="fold__summary">{words.fixes(fixes.length)}</summary>
      <ul class="fold__body">
        {fixes.map(({ at, before, after }) => (
          <li key={`${at} ${before}`}>{words.fixed(dateIn(frame, at), before, after)}</li>
        ))}
      </ul>
    </details>
  );
}
