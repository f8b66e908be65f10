/** How the partnership works on a subject, in its own words, and under which edition something ran. */
import type { JSX } from 'preact';
import type { ReadDatabase } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, showDate } from '../../platform/pure/dates.ts';
import { Markdown } from '../posts/markdown.ts';
import { addressOfPost } from '../posts/text.rules.ts';
import type { Subject } from './rule.rules.ts';
import { type Edition, findEditions, findPublicEditions, type PostOfRule } from './rule.store.ts';
import { subjectWords } from './rule.words.ts';

interface Asked {
  readonly actor: Actor | undefined;
  readonly database: ReadDatabase;
  readonly url: URL;
  readonly today: CivilDate;
}

/** What a protocol page shows of its working rules: to a member those of the own partnership, else those of public posts. */
export async function workingRules(
  { actor, database, url, today }: Asked,
  ...subject: readonly Subject[]
): Promise<JSX.Element | null> {
  const visitor = { host: url.hostname, code: url.searchParams.get('swv') ?? undefined };
  const editions =
    actor === undefined
      ? await database.read('visitor', (reader) => findPublicEditions(reader, visitor, subject))
      : await database.read(actor, (reader) => findEditions(reader, actor, subject));
  const several = subject.length > 1;
  const told = subject
    .map((one) => ({ one, of: editions.filter((edition) => edition.subject === one) }))
    .filter(({ of }) => of.length > 0);
  if (told.length === 0) return null;
  return (
    <>
      {told.map(({ one, of }) => (
        <WorkingRules
          key={one}
          title={several ? subjectWords[one].label : undefined}
          editions={of}
          today={today}
        />
      ))}
    </>
  );
}

interface RulesProps {
  /** When a page tells of more subjects than one. */
  readonly title: string | undefined;
  /** The latest first. */
  readonly editions: readonly Edition[];
  readonly today: CivilDate;
}

function WorkingRules({ title, editions, today }: RulesProps): JSX.Element {
  const coming = editions.filter(({ startsOn }) => startsOn > today);
  const [now, ...before] = editions.filter(({ startsOn }) => startsOn <= today);
  const about = title === undefined ? '' : ` (${title.toLowerCase()})`;
  return (
    <section class="stack">
      <h2>{`Onze werkafspraak${about}`}</h2>
      {now !== undefined && <RuleNow {...now} />}
      {[...coming].reverse().map((one) => (
        <RuleFold key={one.startsOn} edition={one} when={`Vanaf ${showDate(one.startsOn)}`} />
      ))}
      {before.map((one, nth) => {
        const days = `van ${showDate(one.startsOn)} tot ${showDate((before[nth - 1] ?? now ?? one).startsOn)}`;
        return <RuleFold key={one.startsOn} edition={one} when={`Vroeger, ${days}`} />;
      })}
    </section>
  );
}

function RuleNow({ startsOn, body, post }: Edition): JSX.Element {
  if (body === null)
    return (
      <p>
        {`Sinds ${showDate(startsOn)} geldt een nieuwe werkafspraak. Die is niet openbaar. Hebt u een account? `}
        <a href="/inloggen">Log in</a> om de tekst te lezen.
      </p>
    );
  return (
    <>
      <p>
        {`Zo werken wij hier, sinds ${showDate(startsOn)}. `}
        <PostLink post={post} />
      </p>
      <Markdown text={body} under={2} />
    </>
  );
}

function RuleFold({ edition, when }: { readonly edition: Edition; readonly when: string }): JSX.Element {
  const { body, post } = edition;
  if (body === null) return <p>{`${when}: een werkafspraak die niet openbaar is.`}</p>;
  return (
    <details class="fold">
      <summary class="fold__summary">{when}</summary>
      <div class="fold__body">
        <p>
          <PostLink post={post} />
        </p>
        <Markdown text={body} under={2} />
      </div>
    </details>
  );
}

function PostLink({ post }: { readonly post: PostOfRule | null }): JSX.Element | null {
  return (
    post && (
      <>
        {'Verteld in '}
        <a href={addressOfPost(post.slug, post.code)}>
          <bdi>{post.title}</bdi>
        </a>
      </>
    )
  );
}

/** An edition under which something ran. */
export interface EditionThen {
  readonly subject: Subject;
  readonly startsOn: CivilDate;
  readonly post: PostOfRule | null;
}

/** «Toen gold: werkafspraak van 7 februari 2026»; nothing where there was none. */
export function RulesThen({ editions }: { readonly editions: readonly EditionThen[] }): JSX.Element | null {
  if (editions.length === 0) return null;
  return (
    <p class="rules-then">
      {'Toen gold: '}
      {editions.map(({ subject, startsOn, post }, nth) => (
        <>
          {nth > 0 && ', daarna '}
          <a href={post === null ? subjectWords[subject].path : addressOfPost(post.slug, post.code)}>
            {subject === 'committee'
              ? `werkafspraak van de commissie van ${showDate(startsOn)}`
              : `werkafspraak van ${showDate(startsOn)}`}
          </a>
        </>
      ))}
      .
    </p>
  );
}

/** As the API tells it. */
export const editionsView = (editions: readonly EditionThen[]) =>
  editions.map(({ subject, startsOn, post }) => ({ subject, startsOn, post: post?.id ?? null }));
