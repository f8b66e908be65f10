import { z } from 'zod';
import { idOf } from '../platform/input.ts';
import {
  cappedCount,
  countAnswer,
  countQuery,
  limitQuery,
  momentCursorQuery,
  mostCounted,
} from '../platform/paging.ts';
import { problem, problems } from '../platform/problem.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { encodeCursor } from '../platform/pure/cursor.ts';
import { type ApiAnswer, type ApiRoute, type Call, type Deed, getApi, postApi } from '../platform/route.ts';
import { tellMark } from '../privacy/index.ts';
import { access, mayReadLedger } from './concern.access.ts';
import { noteConcern, type Outcome, readConcern, takeStep } from './concern.actions.ts';
import { noteInput, type StepRequest, stepInputs } from './concern.input.ts';
import { abouts, mayTake, type StepName, statuses, stepNames } from './concern.rules.ts';
import { getConcern, getSchoolByCode } from './concern.store.ts';
import { concernView } from './concern.view.ts';
import { countConcerns, findConcernsToAnswer } from './concern-list.store.ts';
import { findDisclosures } from './disclosure.store.ts';

const unmet = z.array(z.object({ code: z.string(), detail: z.string() }));
const summary = z.object({
  id: z.uuid(),
  number: z.string(),
  about: z.enum(abouts),
  status: z.enum(statuses),
  version: z.int(),
  school: z.object({ code: z.string(), name: z.string() }),
  author: z.object({ id: z.uuid(), name: z.string() }),
  theme: z.string().nullable(),
  noticedOn: z.iso.date(),
});
const whole = summary.extend({
  steps: z.array(z.object({ step: z.enum(stepNames as [StepName]), allowed: z.boolean(), unmet })),
  workingRules: z.array(z.object({ subject: z.string(), startsOn: z.iso.date(), post: z.uuid().nullable() })),
  timeline: z.array(z.object({ version: z.int(), at: z.iso.datetime(), step: z.string() }).loose()),
});

/** `{ step, ...input }`: which input belongs to a step is said by the step. */
const stepRequest = z.discriminatedUnion(
  'step',
  stepNames.map((step) => stepInputs[step].safeExtend({ step: z.literal(step) })) as unknown as [z.ZodObject],
) as unknown as z.ZodType<StepRequest>;

export const concernApi: readonly ApiRoute[] = [
  getApi(
    '/concerns',
    access.read,
    {
      summary: 'Zorgen die u mag zien, nieuwste eerst',
      answer: z.object({
        items: z.array(summary.loose()),
        next: z.string().nullable(),
        count: countAnswer,
      }),
      query: z.object({
        limit: limitQuery,
        after: momentCursorQuery,
        count: countQuery,
        status: z.enum(statuses).optional(),
        school: z.string().max(6).optional(),
      }),
    },
    async ({ actor, query, database }) =>
      database.read(actor, async (reader): Promise<ApiAnswer> => {
        const school =
          query.school === undefined ? undefined : await getSchoolByCode(reader, actor, query.school);
        const counts = query.count === 'true';
        if (query.school !== undefined && school === undefined)
          return { status: 200, body: { items: [], next: null, ...(counts && { count: 0 }) } };
        const filter = { status: query.status, schoolId: school?.id };
        const { items, last } = await findConcernsToAnswer(reader, actor, {
          ...filter,
          limit: query.limit,
          after: query.after,
        });
        const found = counts ? await countConcerns(reader, actor, { ...filter, limit: mostCounted }) : 0;
        const counted = counts ? `,"count":${JSON.stringify(cappedCount(found))}` : '';
        const next = JSON.stringify(last === null ? null : encodeCursor(last));
        return { status: 200, body: `{"items":${items},"next":${next}${counted}}` };
      }),
  ),
  postApi(
    '/concerns',
    access.note,
    { summary: 'Een zorg noteren', answer: whole.loose(), input: noteInput },
    async ({ actor, input, deed }) => {
      const outcome = await noteConcern(deed, actor, input);
      if (outcome.outcome !== 'taken') return refusal(outcome, deed, actor);
      const concern = await readConcern(deed, actor, outcome.id);
      if (concern === undefined) return problems.notFound();
      return {
        status: 201,
        body: concernView(concern, actor),
        version: concern.version,
        location: `/api/v1/concerns/${outcome.id}`,
      };
    },
  ),
  getApi(
    '/concerns/:id',
    access.read,
    { summary: 'Eén zorg', answer: whole.loose() },
    async ({ actor, params, deed }) => {
      const id = idOf(params);
      const concern = id === undefined ? undefined : await readConcern(deed, actor, id);
      return concern === undefined
        ? problems.notFound()
        : { status: 200, body: concernView(concern, actor), version: concern.version };
    },
  ),
  postApi(
    '/concerns/:id/steps',
    access.read,
    {
      summary: 'Een stap van de werkwijze zetten',
      answer: whole.loose(),
      input: stepRequest,
      changes: true,
      known: mayEverTake,
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      const outcome =
        id === undefined ? ({ outcome: 'notFound' } as const) : await takeStep(deed, actor, id, input);
      if (outcome.outcome !== 'taken') return refusal(outcome, deed, actor);
      if (outcome.dropped === true) return { status: 200, body: { id: outcome.id, status: 'dropped' } };
      const concern = await readConcern(deed, actor, outcome.id);
      return concern === undefined
        ? problems.notFound()
        : { status: 200, body: concernView(concern, actor), version: concern.version };
    },
  ),
  getApi(
    '/concerns/:id/disclosures',
    access.read,
    { summary: 'Wie weet dit?', answer: z.object({ items: z.array(z.object({}).loose()), next: z.null() }) },
    async ({ actor, params, database }) => {
      const id = idOf(params);
      return database.read(actor, async (reader): Promise<ApiAnswer> => {
        const concern = id === undefined ? undefined : await getConcern(reader, actor, id);
        if (concern === undefined) return problems.notFound();
        if (!mayReadLedger(concern.relations)) return problems.forbidden();
        return { status: 200, body: { items: await findDisclosures(reader, actor, concern.id), next: null } };
      });
    },
  ),
];

/** Before the input of a step is looked at: is there such a concern, and is this step for this person? */
async function mayEverTake(
  { actor, params, database }: Call<Actor>,
  body: unknown,
): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const concern =
    id === undefined ? undefined : await database.read(actor, (reader) => getConcern(reader, actor, id));
  if (concern === undefined) return problems.notFound();
  const named = stepNames.find((step) => step === (body as { readonly step?: unknown } | null)?.step);
  return named === undefined || mayTake(named, concern) ? undefined : notYourStep;
}

const notYourStep = problem(
  403,
  'forbidden',
  'Niet toegestaan',
  'Deze stap hoort niet bij uw rol in deze zorg.',
);

/** What somebody else made of it: shown, so it stands in the ledger like any reading. */
async function staleAnswer(deed: Deed, actor: Actor, id: string): Promise<ApiAnswer> {
  const concern = await readConcern(deed, actor, id);
  return concern === undefined
    ? problems.notFound()
    : { status: 412, body: concernView(concern, actor), version: concern.version };
}

async function refusal(
  outcome: Exclude<Outcome, { outcome: 'taken' }>,
  deed: Deed,
  actor: Actor,
): Promise<ApiAnswer> {
  switch (outcome.outcome) {
    case 'refused':
      return problems.refused(outcome.unmet, outcome.marks?.map(tellMark));
    case 'stale':
      return staleAnswer(deed, actor, outcome.concern.id);
    case 'forbidden':
      return notYourStep;
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
  }
}
