import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { dayCursorQuery, limitQuery } from '../../platform/paging.ts';
import { problem, problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import { type ApiAnswer, type ApiRoute, type Call, getApi, postApi } from '../../platform/route.ts';
import { tellMark } from '../../privacy/index.ts';
import { audiences, writers } from '../posts/post.access.ts';
import { getPost } from '../posts/post.store.ts';
import { movers } from './promise.access.ts';
import { makePromise, type PromiseOutcome, takePromiseStep } from './promise.actions.ts';
import { promiseInput, promiseStep } from './promise.input.ts';
import { mayTake, steps, stepsTaken } from './promise.rules.ts';
import { findPromises, findPublicPromises, getPromise, shown } from './promise.store.ts';
import { pageOfPromises, promiseView } from './promise.view.ts';

const post = z.object({ id: z.uuid(), title: z.string(), url: z.string() });
const unmet = z.array(z.object({ code: z.string(), detail: z.string() }));
const promise = z
  .object({
    id: z.uuid(),
    version: z.int(),
    state: z.enum(['open', 'late', 'kept', 'keptLate']),
    sentence: z.string(),
    owner: z.object({ title: z.string(), id: z.uuid().optional(), name: z.string().optional() }),
    audiences: z.array(z.enum(audiences)),
    dueOn: z.iso.date(),
    expectedOn: z.iso.date().nullable(),
    keptOn: z.iso.date().nullable(),
    daysLate: z.int(),
    post,
    keptBy: post.nullable(),
    keptWords: z.string().nullable(),
    steps: z.array(z.object({ step: z.enum(stepsTaken), allowed: z.boolean(), unmet })),
    timeline: z.array(z.object({ version: z.int(), at: z.string(), step: z.enum(steps) }).loose()),
  })
  .loose();

export const promiseApi: readonly ApiRoute[] = [
  getApi(
    '/promises',
    'public',
    {
      summary:
        'Toezeggingen: wat open staat eerst, dan wat gehouden is. Zonder token die van openbare berichten',
      answer: z.object({ items: z.array(promise), next: z.string().nullable() }),
      query: z.object({
        limit: limitQuery,
        after: dayCursorQuery,
        state: z.enum(shown).optional(),
        ownerId: z.uuid().optional(),
        postId: z.uuid().optional(),
        swv: z.string().max(60).optional(),
      }),
    },
    async ({ actor, query, database, url, site, today }): Promise<ApiAnswer> => {
      const { swv, ...filter } = query;
      const found =
        actor === undefined
          ? await database.read('visitor', (reader) =>
              findPublicPromises(reader, { host: url.hostname, code: swv }, filter),
            )
          : await database.read(actor, (reader) => findPromises(reader, actor, filter));
      const { items, next } = pageOfPromises(found, query.limit);
      return { status: 200, body: { items: items.map((one) => promiseView(one, today, site)), next } };
    },
  ),
  postApi(
    '/posts/:id/promises',
    writers,
    {
      summary: 'Van een zin uit een bericht een toezegging maken',
      answer: promise,
      input: promiseInput,
      known: postKnown,
    },
    async (call) => {
      const id = idOf(call.params);
      if (id === undefined) return problems.notFound();
      const outcome = await makePromise(call.deed, call.actor, id, call.input);
      if (outcome.outcome !== 'taken') return refusal(outcome, call);
      const answer = await answerWith(call, outcome.id);
      return answer.status === 200 ? { ...answer, status: 201 } : answer;
    },
  ),
  postApi(
    '/promises/:id/steps',
    movers,
    {
      summary: 'Een stap met een toezegging zetten: houden, een latere dag vertellen, overdragen',
      answer: promise,
      input: promiseStep,
      changes: true,
      known: mayEverTake,
    },
    async (call) => {
      const id = idOf(call.params);
      if (id === undefined) return problems.notFound();
      const outcome = await takePromiseStep(call.deed, call.actor, id, call.input);
      return outcome.outcome === 'taken' ? answerWith(call, outcome.id) : refusal(outcome, call);
    },
  ),
];

type Asked = Pick<Call<Actor>, 'actor' | 'deed' | 'site'>;

/** The promise as it stands now. */
async function answerWith({ actor, deed, site }: Asked, id: string): Promise<ApiAnswer> {
  const found = await deed.database.read(actor, (reader) => getPromise(reader, actor, id));
  if (found === undefined) return problems.notFound();
  const body = promiseView(found, dayOf(deed.now.getTime()), site);
  return { status: 200, body, version: found.version };
}

/** Before the input is looked at: is there such a post for this writer? */
async function postKnown({ actor, params, database }: Call<Actor>): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const found =
    id === undefined ? undefined : await database.read(actor, (reader) => getPost(reader, actor, id));
  return found === undefined ? problems.notFound() : undefined;
}

/** Before the input of a step is looked at: is there such a promise, and is this step for this person? */
async function mayEverTake(
  { actor, params, database }: Call<Actor>,
  body: unknown,
): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const found =
    id === undefined ? undefined : await database.read(actor, (reader) => getPromise(reader, actor, id));
  if (found === undefined) return problems.notFound();
  const step = stepsTaken.find((one) => one === (body as { readonly step?: unknown } | null)?.step);
  return step === undefined || mayTake(step, found.relations) ? undefined : notYourStep;
}

const notYourStep = problem(
  403,
  'forbidden',
  'Niet toegestaan',
  'Deze stap zet de eigenaar van de toezegging, of wie berichten schrijft.',
);

function refusal(outcome: Exclude<PromiseOutcome, { outcome: 'taken' }>, { deed, site }: Asked): ApiAnswer {
  switch (outcome.outcome) {
    case 'refused':
      return problems.refused(
        outcome.unmet.map(({ code, detail }) => ({ code, detail })),
        outcome.marks?.map(tellMark),
      );
    case 'stale': {
      const body = promiseView(outcome.promise, dayOf(deed.now.getTime()), site);
      return { status: 412, body, version: outcome.promise.version };
    }
    case 'forbidden':
      return notYourStep;
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
  }
}
