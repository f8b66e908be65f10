/** On the page of a school: the newest posts for everybody that reach it. */
import type { JSX } from 'preact';
import { dayOf, showDate } from '../../platform/pure/dates.ts';
import { directionOf } from '../../platform/pure/languages.ts';
import { type Fix, type ListedPost, listedFrom } from '../posts/post.view.ts';
import { addressOfPost } from '../posts/text.rules.ts';

interface SchoolNewsProps {
  /** As `listed_post` gives them. */
  readonly posts: readonly (ListedPost & { readonly fixes: readonly Fix[] })[];
}

export function SchoolNews({ posts }: SchoolNewsProps): JSX.Element | null {
  const [newest] = posts;
  if (newest === undefined) return null;
  return (
    <>
      <h2>Nieuws voor deze school</h2>
      <ul>
        {posts.map(listedFrom).map(({ id, slug, code, language, original, title, publishedAt }) => (
          <li key={id}>
            <a
              href={addressOfPost(slug, code, original ? undefined : language)}
              lang={language}
              dir={directionOf(language)}
            >
              <bdi>{title}</bdi>
            </a>
            {publishedAt !== null && `, ${showDate(dayOf(publishedAt))}`}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/nieuws?swv=${encodeURIComponent(newest.partnership.code)}`}>Al het nieuws</a>
      </p>
    </>
  );
}
