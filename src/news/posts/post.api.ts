/** Posts for machines. What is for everybody needs no token. */
import { z } from 'zod';
import type { Reader } from '../../platform/database.ts';
import { idOf } from '../../platform/input.ts';
import { limitQuery, momentCursorQuery } from '../../platform/paging.ts';
import { problem, problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import {
  type ApiAnswer,
  type ApiRoute,
  type Call,
  type Deed,
  deleteApi,
  getApi,
  postApi,
} from '../../platform/route.ts';
import { tellMark } from '../../privacy/index.ts';
import { languages } from './languages.ts';
import { audiences, writers } from './post.access.ts';
import {
  changePost,
  discardPost,
  fixPost,
  publishPost,
  translatePost,
  unplanPost,
  updatePost,
  withdrawPost,
  writePost,
} from './post.actions.ts';
import {
  changeInput,
  fixInput,
  newPostInput,
  publishInput,
  translationInput,
  updateInput,
  withdrawInput,
} from './post.input.ts';
import { states, stepNames } from './post.rules.ts';
import { findPosts, findPublicPosts, getPartnershipAt, getPost, getPublicPost } from './post.store.ts';
import type { Post } from './post.view.ts';
import { listedView, postView } from './post-answer.ts';
import type { PostOutcome } from './post-outcome.ts';

const named = z.object({ code: z.string(), name: z.string() });
const row = z
  .object({
    id: z.uuid(),
    version: z.int(),
    status: z.enum(states),
    partnership: named,
    title: z.string(),
    lead: z.string().nullable(),
    language: z.enum(languages),
    audiences: z.array(z.enum(audiences)),
    topics: z.array(named),
    publishedAt: z.string().nullable(),
    updatedAt: z.string(),
    url: z.string(),
  })
  .loose();
const update = z.object({ id: z.uuid(), at: z.string(), reason: z.string(), body: z.string() }).loose();
const whole = row.extend({
  body: z.string(),
  updates: z.array(update),
  fixes: z.array(z.object({ before: z.string(), after: z.string(), at: z.string() }).loose()),
  translations: z.array(
    z.object({ language: z.enum(languages), title: z.string(), body: z.string() }).loose(),
  ),
  files: z.array(
    z.object({ id: z.uuid(), kind: z.enum(['picture', 'attachment']), name: z.string() }).loose(),
  ),
  steps: z.array(z.object({ step: z.enum(stepNames as [string]), allowed: z.boolean() })).optional(),
});
const nothing = z.strictObject({});

const listQuery = z.object({
  limit: limitQuery,
  after: momentCursorQuery,
  status: z.enum(states).default('published'),
  audience: z.enum(audiences).optional(),
  topic: z.string().max(40).optional(),
  pilotId: z.uuid().optional(),
  language: z.enum(languages).optional(),
  /** Code or number of a partnership, for who has no token. */
  swv: z.string().max(60).optional(),
});
type ListQuery = z.infer<typeof listQuery>;

export const postsApi: readonly ApiRoute[] = [
  getApi(
    '/posts',
    'public',
    {
      summary: 'Berichten die u mag lezen, nieuwste eerst; zonder token die voor iedereen zijn',
      answer: z.object({ items: z.array(row), next: z.string().nullable() }),
      query: listQuery,
    },
    async ({ actor, query, database, url }) => {
      const { limit } = query;
      const found = await (actor === undefined
        ? database.read('visitor', (reader) => forVisitor(reader, query, url.hostname))
        : database.read(actor, (reader) => findPosts(reader, actor, { ...query, state: query.status })));
      const { items, next } = pageOf(found, limit, ({ key }) => key);
      return { status: 200, body: { items: items.map(listedView), next } };
    },
  ),
  postApi(
    '/posts',
    writers,
    {
      summary: 'Een bericht beginnen: een concept, of met `publish` meteen gepubliceerd',
      answer: whole,
      input: newPostInput,
    },
    async ({ actor, input, deed }) => made(await writePost(deed, actor, input), deed, actor),
  ),
  getApi(
    '/posts/:id',
    'public',
    { summary: 'Eén bericht, met zijn updates', answer: whole },
    async ({ actor, params, deed }) => {
      const id = idOf(params);
      const post = id === undefined ? undefined : await read(deed, actor, id);
      return post === undefined ? problems.notFound() : shown(post, actor, 200);
    },
  ),
  {
    ...changing(
      '/posts/:id',
      'Een bericht dat nog niet uit is helemaal opnieuw opslaan',
      changeInput,
      changePost,
    ),
    method: 'PUT',
  },
  deleteApi(
    '/posts/:id',
    writers,
    { summary: 'Een concept weggooien dat nooit uit was, met alles wat erbij hoort', known: isThere },
    async ({ actor, params, deed }) => {
      const id = idOf(params);
      const outcome = id === undefined ? undefined : await discardPost(deed, actor, id);
      if (outcome === undefined) return problems.notFound();
      return outcome.outcome === 'taken' ? { status: 204 } : refusal(outcome, actor);
    },
  ),
  changing('/posts/:id/publish', 'Publiceren, of met `at` plannen', publishInput, publishPost),
  changing('/posts/:id/unplan', 'Een gepland bericht weer concept maken', nothing, (deed, actor, id) =>
    unplanPost(deed, actor, id),
  ),
  changing(
    '/posts/:id/withdrawal',
    'Een bericht intrekken; de reden blijft staan',
    withdrawInput,
    withdrawPost,
  ),
  adding('updates', 'Een update bij een gepubliceerd bericht', updateInput, updatePost),
  adding('fixes', 'Een spelfout herstellen, zichtbaar voor lezers', fixInput, fixPost),
  adding('translations', 'Een vertaling toevoegen', translationInput, translatePost),
];

/** Of the partnership of this host, of the one that is named, or of all. */
async function forVisitor(reader: Reader, { status, swv, pilotId, ...query }: ListQuery, host: string) {
  // Drafts are nobody's business, and pilots are of the partnership.
  if (status !== 'published' || pilotId !== undefined) return [];
  const { own, chosen } = await getPartnershipAt(reader, host, swv);
  // A filter for a partnership that does not exist finds nothing, not everything.
  if (own === null && swv !== undefined && chosen === null) return [];
  return findPublicPosts(reader, own ?? chosen, query);
}

/** Theirs to read, or everybody's. */
async function read({ database }: Deed, actor: Actor | undefined, id: string): Promise<Post | undefined> {
  const own = actor && (await database.read(actor, (reader) => getPost(reader, actor, id)));
  return own ?? database.read('visitor', (reader) => getPublicPost(reader, { id }));
}

/** Who has no token and comes for what was withdrawn, hears why. */
const shown = (post: Post, actor: Actor | undefined, status: number): ApiAnswer =>
  actor === undefined && post.withdrawnBecause !== null
    ? problem(410, 'withdrawn', 'Ingetrokken', post.withdrawnBecause)
    : { status, body: postView(post, actor), version: post.version };

type Act<T> = (deed: Deed, actor: Actor, id: string, input: T) => Promise<PostOutcome>;

/** A change of the post as it was seen. */
function changing<T>(path: string, summary: string, input: z.ZodType<T>, act: Act<T>): ApiRoute {
  return postApi(
    path,
    writers,
    { summary, answer: whole, input, changes: true, known: isThere },
    async ({ actor, params, input: sent, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const outcome = await act(deed, actor, id, sent);
      if (outcome.outcome !== 'taken') return refusal(outcome, actor);
      const post = await read(deed, actor, id);
      return post === undefined ? problems.notFound() : shown(post, actor, 200);
    },
  );
}

/** Something that comes beside what is there: whoever adds it need not have seen the last of it. */
function adding<T>(what: string, summary: string, input: z.ZodType<T>, act: Act<T>): ApiRoute {
  return postApi(
    `/posts/:id/${what}`,
    writers,
    { summary, answer: whole, input, known: isThere },
    async ({ actor, params, input: sent, deed }) => {
      const id = idOf(params);
      return id === undefined ? problems.notFound() : made(await act(deed, actor, id, sent), deed, actor);
    },
  );
}

async function made(outcome: PostOutcome, deed: Deed, actor: Actor): Promise<ApiAnswer> {
  if (outcome.outcome !== 'taken') return refusal(outcome, actor);
  const post = await read(deed, actor, outcome.id);
  if (post === undefined) return problems.notFound();
  return { ...shown(post, actor, 201), location: `/api/v1/posts/${outcome.id}` };
}

/** Before the input is looked at: is there such a post? */
async function isThere({ actor, params, deed }: Call<Actor>): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const post = id && (await deed.database.read(actor, (reader) => getPost(reader, actor, id)));
  return post ? undefined : problems.notFound();
}

function refusal(outcome: Exclude<PostOutcome, { outcome: 'taken' }>, actor: Actor): ApiAnswer {
  switch (outcome.outcome) {
    case 'refused':
      return problems.refused(outcome.unmet, outcome.marks?.map(tellMark));
    case 'stale':
      return shown(outcome.post, actor, 412);
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
  }
}
