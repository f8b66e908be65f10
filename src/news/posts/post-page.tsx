/** The page of one post: the first text as it was, every update under it with its day and why. */
import type { JSX, VNode } from 'preact';
import { type CivilDate, showMoment } from '../../platform/pure/dates.ts';
import { directionOf, frameOf } from '../../platform/pure/languages.ts';
import { count, list } from '../../platform/pure/text.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Notice, StateBadge } from '../../platform/ui/parts.tsx';
import { roleName } from '../../registers/index.ts';
import { sayAppointed } from './appointed.words.ts';
import { languageNames } from './languages.ts';
import { Markdown } from './markdown.ts';
import { dateIn, type PageWords, pageWords } from './page.words.ts';
import { picturesOf } from './post.needs.ts';
import type { Post, PostText } from './post.view.ts';
import { forWhom, stateWords } from './post.words.ts';
import { Files, TopPicture } from './post-files.tsx';
import { Fixes, News, Update } from './post-updates.tsx';
import { addressOfPost } from './text.rules.ts';

export interface PostPageProps {
  readonly post: Post;
  readonly text: PostText;
  /** Of the reader's own partnership. */
  readonly own: boolean;
  readonly mayWrite: boolean;
  readonly earlier: string | null;
  readonly today: CivilDate;
  /** Marks the promises in a text, and what the post binds itself to. */
  readonly mark: (text: VNode) => VNode;
  readonly below: JSX.Element | null;
  /** What else belongs at the end: ways to share it. */
  readonly end?: JSX.Element | null;
}

export function PostPage(props: PostPageProps): JSX.Element {
  const { post, text, mayWrite } = props;
  const frame = frameOf(text.language);
  const words = pageWords[frame];
  const gone = post.state === 'withdrawn';
  return (
    <article class="post stack" lang={frame} dir={directionOf(frame)}>
      {mayWrite && <ForWriters post={post} />}
      <header class="post__head">
        <p class="post__meta">
          <bdi lang="nl">{post.partnership.name}</bdi>
          {post.publishedAt !== null && (
            <time dateTime={post.publishedAt}>{dateIn(frame, post.publishedAt)}</time>
          )}
        </p>
        <h1 lang={text.language} dir={directionOf(text.language)}>
          {text.title}
        </h1>
        {props.own && <ForWhom post={post} />}
      </header>
      {gone && (
        <Notice tone="warning" title={words.withdrawn}>
          <p>{words.withdrawnOn(dateIn(frame, post.withdrawnAt ?? post.touchedAt))}</p>
          <p dir="auto">{post.withdrawnBecause}</p>
        </Notice>
      )}
      {(!gone || mayWrite) && <Content {...props} words={words} />}
    </article>
  );
}

type WithWords = PostPageProps & { readonly words: PageWords };

function Content(props: WithWords): JSX.Element {
  const { post, text, mark, words } = props;
  const pictures = picturesOf(post.files);
  const spoken = { lang: text.language, dir: directionOf(text.language) };
  return (
    <>
      <OtherLanguages {...props} />
      <News {...props} />
      {text.lead !== null && (
        <p class="lead" {...spoken}>
          {text.lead}
        </p>
      )}
      <TopPicture files={post.files} text={text} />
      {post.appointment !== null && <Appointment {...props} appointment={post.appointment} />}
      <div class="post__text" {...spoken}>
        {mark(Markdown({ text: text.body, pictures }))}
      </div>
      {post.updates.map((update) => (
        <Update key={update.id} {...props} update={update} />
      ))}
      <Fixes {...props} />
      <Files {...props} />
      {post.pilot !== null && (
        <p lang="nl" dir="ltr">
          Dit bericht gaat over de pilot{' '}
          <a href={`/ontwikkeling/pilots/${post.pilot.id}`}>{post.pilot.name}</a>.
        </p>
      )}
      {post.ambition !== null && (
        <p lang="nl" dir="ltr">
          Dit bericht gaat over de ambitie{' '}
          <a href={`/ondersteuningsplan/ambities/${post.ambition.id}`}>{post.ambition.name}</a>.
        </p>
      )}
      {props.below !== null && (
        <div class="post__below stack" lang="nl" dir="ltr">
          {props.below}
        </div>
      )}
      {text.publishedAt !== post.publishedAt && text.publishedAt !== null && (
        <p class="post__meta">{words.translatedOn(dateIn(frameOf(text.language), text.publishedAt))}</p>
      )}
      {props.end}
    </>
  );
}

function OtherLanguages({ post, text, words }: WithWords): JSX.Element | null {
  if (post.texts.length < 2) return null;
  return (
    <nav class="post__languages" aria-label={words.languages}>
      <ul role="list">
        {post.texts.map(({ language, original, slug }) => (
          <li key={language}>
            <a
              href={addressOfPost(slug, post.code, original ? undefined : language)}
              lang={language}
              hrefLang={language}
              aria-current={language === text.language ? 'page' : undefined}
            >
              {languageNames[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What the register says today of the appointment that the post tells of. */
function Appointment({
  post,
  text,
  appointment,
  today,
}: WithWords & { readonly appointment: NonNullable<Post['appointment']> }): JSX.Element {
  const role = roleName(appointment.role as never, post.partnership.labels);
  return (
    <p class="post__appointment">{sayAppointed(frameOf(text.language), { ...appointment, role }, today)}</p>
  );
}

function ForWhom({ post }: Pick<PostPageProps, 'post'>): JSX.Element {
  const { areas, boards, audiences } = post;
  const places = [...areas, ...boards].map(({ name }) => name);
  return (
    <p class="post__meta" lang="nl" dir="ltr">
      {`Voor: ${forWhom(audiences)}${places.length === 0 ? '' : `, in ${list(places)}`}.`}
    </p>
  );
}

const tones = { draft: 'quiet', planned: 'waiting', published: 'good', withdrawn: 'alert' } as const;

export const PostState = ({ state }: Pick<Post, 'state'>): JSX.Element => (
  <StateBadge tone={tones[state]} label={stateWords[state]} />
);

function ForWriters({ post }: Pick<PostPageProps, 'post'>): JSX.Element {
  const { state, publishedAt } = post;
  return (
    <div class="post__writers" lang="nl" dir="ltr">
      <PostState state={state} />
      {state === 'planned' && publishedAt !== null && (
        <span>{`Gaat uit op ${showMoment(publishedAt)}.`}</span>
      )}
      {state === 'published' && <span>{count(post.updates.length, 'update', 'updates')}</span>}
      <LinkButton href={`/nieuws/schrijven/${post.id}`} kind="secondary">
        Bewerken
      </LinkButton>
    </div>
  );
}
