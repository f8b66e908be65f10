/** Pictures and attachments as a post shows them. */
import type { JSX } from 'preact';
import type { PageWords } from './page.words.ts';
import { picturesOf } from './post.needs.ts';
import type { Post, PostText } from './post.view.ts';

export function TopPicture({
  files,
  text,
}: {
  readonly files: Post['files'];
  readonly text: Pick<PostText, 'pictureId' | 'pictureAlt'>;
}): JSX.Element | null {
  const picture = picturesOf(files).find(({ id }) => id === text.pictureId);
  if (picture === undefined) return null;
  const { id, width, height } = picture;
  return (
    <img
      class="post__picture"
      src={`/nieuws/beeld/${id}`}
      alt={text.pictureAlt ?? ''}
      width={width}
      height={height}
    />
  );
}

export function Files({
  post,
  words,
}: {
  readonly post: Post;
  readonly words: PageWords;
}): JSX.Element | null {
  const files = post.files.filter(({ kind }) => kind === 'attachment');
  if (files.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="bijlagen">
      <h2 id="bijlagen">{words.files}</h2>
      <ul>
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <a href={`/nieuws/bestand/${id}`} download>
              <bdi>{name}</bdi>
            </a>
            {` (${showSize(size)})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Bytes as people say them: «340 kB», «1,2 MB». */
export const showSize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`;
