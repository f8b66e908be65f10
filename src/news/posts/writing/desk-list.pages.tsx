/** What writers are at: drafts, what is planned, what is out and how many read it. */
import { z } from 'zod';
import { momentCursorQuery } from '../../../platform/paging.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import { pageOf } from '../../../platform/pure/cursor.ts';
import { showMoment } from '../../../platform/pure/dates.ts';
import { count } from '../../../platform/pure/text.ts';
import { type Call, getPage, type Html, type Route } from '../../../platform/route.ts';
import { LinkButton } from '../../../platform/ui/form.tsx';
import { Paging, Tabs } from '../../../platform/ui/navigate.tsx';
import { Card, CardList, Empty } from '../../../platform/ui/parts.tsx';
import { writers } from '../post.access.ts';
import type { State } from '../post.rules.ts';
import { type FoundPost, findPosts } from '../post.store.ts';
import { forWhom } from '../post.words.ts';
import { PostState } from '../post-page.tsx';
import { findReaders } from './choices.store.ts';
import { writingPath } from './write.pages.tsx';

const perPage = 30;
const views = {
  concepten: { state: 'draft', label: 'Concepten', none: 'Er zijn geen concepten.' },
  gepland: { state: 'planned', label: 'Gepland', none: 'Er is niets gepland.' },
  gepubliceerd: { state: 'published', label: 'Gepubliceerd', none: 'Er is nog niets gepubliceerd.' },
  ingetrokken: { state: 'withdrawn', label: 'Ingetrokken', none: 'Er is niets ingetrokken.' },
} as const satisfies Record<string, { state: State; label: string; none: string }>;
type View = keyof typeof views;
const viewNames = Object.keys(views) as readonly View[];

const listQuery = z.object({
  lijst: z
    .enum(viewNames as [View, ...View[]])
    .catch('concepten')
    .default('concepten'),
  na: momentCursorQuery.catch(undefined),
});

export const deskListPages: readonly Route[] = [getPage(writingPath, writers, showList, listQuery)];

async function showList({ actor, database, query }: Call<Actor, z.infer<typeof listQuery>>): Promise<Html> {
  const { lijst, na: after } = query;
  const { state, label, none } = views[lijst];
  const [found, readers] = await database.read(actor, async (reader) => {
    const posts = await findPosts(reader, actor, { state, limit: perPage, after });
    return [
      posts,
      await findReaders(
        reader,
        posts.map(({ id }) => id),
      ),
    ] as const;
  });
  const { items: posts, next: cursor } = pageOf(found, perPage, ({ key }) => key);
  const address = (view: View) => (view === 'concepten' ? writingPath : `${writingPath}?lijst=${view}`);
  const next = cursor === null ? undefined : `${writingPath}?lijst=${lijst}&na=${cursor}`;
  return {
    kind: 'html',
    title: `Berichten schrijven: ${label.toLowerCase()}`,
    body: (
      <>
        <h1>Berichten schrijven</h1>
        <p class="button-row">
          <LinkButton href={`${writingPath}/nieuw`}>Schrijf een bericht</LinkButton>
          <LinkButton href={`${writingPath}/onderwerpen`} kind="quiet">
            Onderwerpen
          </LinkButton>
          <LinkButton href="/nieuws/verzending" kind="quiet">
            Nieuws per mail
          </LinkButton>
          <LinkButton href="/nieuws/adressen" kind="quiet">
            Oude adressen
          </LinkButton>
        </p>
        <Tabs
          label="Berichten"
          items={viewNames.map((view) => ({
            href: address(view),
            label: views[view].label,
            current: view === lijst,
          }))}
        />
        <h2>{label}</h2>
        {posts.length === 0 ? (
          <Empty title="Niets" text={none} />
        ) : (
          <CardList>
            {posts.map((post) => (
              <PostCard key={post.id} post={post} readers={readers.get(post.id)} />
            ))}
          </CardList>
        )}
        <Paging next={next} first={after === undefined ? undefined : address(lijst)} />
      </>
    ),
  };
}

function PostCard({
  post,
  readers,
}: {
  readonly post: FoundPost;
  readonly readers: number | null | undefined;
}) {
  const { id, title, state, audiences, publishedAt, updates } = post;
  const whom = audiences.length === 0 ? 'nog voor niemand' : forWhom(audiences);
  return (
    <Card
      href={`${writingPath}/${id}`}
      title={title}
      badge={<PostState state={state} />}
      meta={`Voor: ${whom}.`}
    >
      {state === 'planned' && publishedAt !== null && <p>{`Gaat uit op ${showMoment(publishedAt)}.`}</p>}
      {state === 'published' && publishedAt !== null && (
        <p>
          {`Gepubliceerd op ${showMoment(publishedAt)}, ${count(updates, 'update', 'updates')}. ${seenBy(readers)}`}
        </p>
      )}
    </Card>
  );
}

/** Numbers only, and none that would point at somebody. */
export const seenBy = (readers: number | null | undefined): string =>
  readers == null
    ? 'Gezien door minder dan 5 mensen met een account.'
    : `Gezien door ${readers} mensen met een account.`;
