/** Lessons through the API, for their teacher and observer. */
import { z } from 'zod';
import { idOf, id as idSchema } from '../../platform/input.ts';
import { dayCursorQuery, limitQuery } from '../../platform/paging.ts';
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
import { answerNotTaken, type NotTaken } from '../../privacy/index.ts';
import {
  eraseObservation,
  readObservation,
  readObservations,
  sideOf,
  takeObservationStep,
  writeObservation,
} from './observation.actions.ts';
import { observationInput, stepInput } from './observation.input.ts';
import { isOf, type Step, statuses, steps } from './observation.rules.ts';
import { observationAnswer } from './observation.view.ts';
import { observers, type Unmet } from './observation.words.ts';
import { findOfferedSheets } from './sheets/sheet.store.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const domains = z.array(z.object({ name: z.string(), items: z.array(z.string()) }));
const sheet = z.object({
  ...{ id: z.uuid(), name: z.string(), purpose: z.string().nullable() },
  ...{ points: z.array(z.string()), domains, source: z.string(), licence: z.string() },
});
const observation = z
  .object({
    ...{ id: z.uuid(), version: z.int(), date: z.iso.date(), trained: z.boolean() },
    sheet: z.object({ id: z.uuid(), name: z.string(), points: z.array(z.string()), domains }),
    ...{ school: z.object({ code: z.string(), name: z.string() }), teacher: named, observer: named },
    ...{ marks: z.array(z.int().nullable()), words: z.string().nullable(), status: z.enum(statuses) },
    answer: z.string().nullable(),
    levels: z.array(z.object({ domain: z.string(), value: z.number().nullable(), seen: z.int() })),
    goals: z.array(
      z.object({
        ...{ id: z.uuid(), words: z.string(), targetDate: z.iso.date(), outcome: z.string().nullable() },
      }),
    ),
  })
  .loose();

export const observationApi: readonly ApiRoute[] = [
  getApi(
    '/observation-sheets',
    'member',
    {
      summary: 'Formulieren voor lesobservaties die worden aangeboden',
      answer: z.object({ items: z.array(sheet) }),
    },
    async ({ actor, database }) => {
      const found = await database.read(actor, (reader) => findOfferedSheets(reader, actor.tenantId));
      return { status: 200, body: { items: found.map(({ endedOn: _, version: __, ...one }) => one) } };
    },
  ),
  getApi(
    '/observations',
    'member',
    {
      summary: 'Uw lesobservaties, als leerkracht of waarnemer, de laatste eerst',
      answer: z.object({ items: z.array(observation), next: z.string().nullable() }),
      query: z.object({ limit: limitQuery, after: dayCursorQuery }),
    },
    async ({ actor, query, deed }) => {
      const found = await readObservations(deed, actor, query);
      const { items, next } = pageOf(found.items, query.limit, ({ onDate }) => onDate);
      return {
        status: 200,
        body: { items: items.map((one) => observationAnswer(one, sideOf(actor, one))), next },
      };
    },
  ),
  postApi(
    '/observations',
    observers,
    { summary: 'Een lesobservatie schrijven, als concept', answer: observation, input: observationInput },
    async ({ actor, input, deed }) => {
      const outcome = await writeObservation(deed, actor, input);
      if (outcome.outcome !== 'taken') return refusal(deed, actor, undefined, outcome);
      const { id } = outcome;
      return { ...(await shown(deed, actor, id)), status: 201, location: `/api/v1/observations/${id}` };
    },
  ),
  getApi(
    '/observations/:id',
    'member',
    { summary: 'Eén lesobservatie', answer: observation },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params)),
  ),
  postApi(
    '/observations/:id/steps',
    'member',
    {
      summary:
        'Een stap: aanpassen, delen, antwoorden, terugnemen of teruggeven, een doel stellen of terugkijken',
      answer: observation,
      input: stepInput,
      changes: true,
      known: isTheirs,
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const outcome = await takeObservationStep(deed, actor, id, input);
      return outcome.outcome === 'taken' ? shown(deed, actor, id) : refusal(deed, actor, id, outcome);
    },
  ),
  deleteApi(
    '/observations/:id',
    'member',
    {
      summary: 'Een lesobservatie wissen: de waarnemer een concept, de leerkracht wat is gedeeld',
      known: isTheirs,
    },
    async ({ actor, params, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const outcome = await eraseObservation(deed, actor, id);
      return outcome.outcome === 'taken' ? { status: 204 } : refusal(deed, actor, id, outcome);
    },
  ),
];

/** Before the input is looked at: is it there for this person, and is the step it names (or, of none, any) ever theirs? */
async function isTheirs({ actor, params, deed }: Call<Actor>, body: unknown): Promise<ApiAnswer | undefined> {
  const id = idSchema().safeParse(params['id']);
  const found = id.success ? await readObservation(deed, actor, id.data) : undefined;
  if (found === undefined) return problems.notFound();
  const step = steps.find((one) => one === (body as { readonly step?: unknown } | null)?.step);
  const asked: readonly Step[] = step === undefined ? steps : [step];
  return asked.some((one) => isOf(one, sideOf(actor, found))) ? undefined : notYours;
}

const notYours = problem(
  403,
  'forbidden',
  'Niet toegestaan',
  'Deze stap is aan de ander: de leerkracht of de waarnemer.',
);

async function shown(deed: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  const found = id === undefined ? undefined : await readObservation(deed, actor, id);
  return found === undefined
    ? problems.notFound()
    : { status: 200, body: observationAnswer(found, sideOf(actor, found)), version: found.version };
}

const refusal = (deed: Deed, actor: Actor, id: string | undefined, outcome: NotTaken<Unmet>) =>
  answerNotTaken(outcome, notYours, () => shown(deed, actor, id));
