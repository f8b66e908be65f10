import { z } from 'zod';
import { day, idOf } from '../../platform/input.ts';
import { dayCursorQuery, limitQuery } from '../../platform/paging.ts';
import { problem, problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import {
  type ApiAnswer,
  type ApiRoute,
  type Call,
  type Deed,
  getApi,
  postApi,
} from '../../platform/route.ts';
import { tellMark } from '../../privacy/index.ts';
import { proposers, readers } from './stationing.access.ts';
import { proposeStationing, type StationingOutcome, takeStationingStep } from './stationing.actions.ts';
import { stationingInput, stationingStep } from './stationing.input.ts';
import { endReasons, mayTake, statuses, stepNames, stepsTaken } from './stationing.rules.ts';
import { findStationings, getStationing, type Stationing } from './stationing.store.ts';
import { pageOfStationings, rowView, stationingView } from './stationing.view.ts';

const named = z.object({ code: z.string(), name: z.string() });
const row = z
  .object({
    id: z.uuid(),
    version: z.int(),
    status: z.enum(statuses),
    specialistId: z.uuid(),
    specialist: z.object({ id: z.uuid(), name: z.string() }),
    place: named.extend({ kind: z.enum(['school', 'board']) }),
    schools: z.array(z.string()),
    dagdelen: z.number(),
    from: z.iso.date(),
    to: z.iso.date(),
    questionsShare: z.int(),
    ambitions: z.array(z.object({ id: z.uuid(), name: z.string(), share: z.int() })),
    note: z.string().nullable(),
    continuesId: z.uuid().nullable(),
    planId: z.uuid().nullable(),
    endedBecause: z.enum(endReasons).nullable(),
    evaluationLate: z.boolean(),
  })
  .loose();
const unmet = z.array(z.object({ code: z.string(), detail: z.string() }));
const whole = row.extend({
  successors: z.array(z.uuid()),
  steps: z.array(z.object({ step: z.enum(stepsTaken), allowed: z.boolean(), unmet })),
  timeline: z.array(
    z.object({ version: z.int(), at: z.string(), step: z.enum(stepNames as [string]) }).loose(),
  ),
});

export const stationingApi: readonly ApiRoute[] = [
  getApi(
    '/stationings',
    readers,
    {
      summary: 'Stationeringen die u mag zien, de laatste eerste dag eerst',
      answer: z.object({ items: z.array(row), next: z.string().nullable() }),
      query: z.object({
        limit: limitQuery,
        after: dayCursorQuery,
        specialistId: z.uuid().optional(),
        school: z.string().max(6).optional(),
        board: z.string().max(40).optional(),
        status: z.enum(statuses).optional(),
        ambitionId: z.uuid().optional(),
        from: day().optional(),
        to: day().optional(),
      }),
    },
    async ({ actor, query, database }): Promise<ApiAnswer> => {
      const { status, limit, ...rest } = query;
      const filter = { ...rest, limit, statuses: status === undefined ? undefined : [status] };
      const found = await database.read(actor, (reader) => findStationings(reader, actor, filter));
      const { items, next } = pageOfStationings(found, limit);
      return { status: 200, body: { items: items.map(rowView), next } };
    },
  ),
  postApi(
    '/stationings',
    proposers,
    { summary: 'Een stationering voorstellen', answer: whole, input: stationingInput },
    async ({ actor, input, deed }) => {
      const outcome = await proposeStationing(deed, actor, input);
      if (outcome.outcome !== 'taken') return refusal(outcome, deed);
      const answer = await answerWith(deed, actor, outcome.id);
      return answer.status === 200
        ? { ...answer, status: 201, location: `/api/v1/stationings/${outcome.id}` }
        : answer;
    },
  ),
  getApi(
    '/stationings/:id',
    readers,
    { summary: 'Eén stationering', answer: whole },
    async ({ actor, params, deed }) => {
      const id = idOf(params);
      return id === undefined ? problems.notFound() : answerWith(deed, actor, id);
    },
  ),
  postApi(
    '/stationings/:id/steps',
    readers,
    {
      summary: 'Een stap met een stationering zetten',
      answer: whole,
      input: stationingStep,
      changes: true,
      known: mayEverTake,
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const outcome = await takeStationingStep(deed, actor, id, input);
      return outcome.outcome === 'taken' ? answerWith(deed, actor, outcome.id) : refusal(outcome, deed);
    },
  ),
];

/** The stationing as it stands now. */
async function answerWith(deed: Deed, actor: Actor, id: string): Promise<ApiAnswer> {
  const stationing = await deed.database.read(actor, (reader) => getStationing(reader, actor, id));
  return stationing === undefined ? problems.notFound() : tell(stationing, deed, 200);
}

const tell = (stationing: Stationing, deed: Deed, status: number): ApiAnswer => ({
  status,
  body: stationingView(stationing, dayOf(deed.now.getTime())),
  version: stationing.version,
});

/** Before the input of a step is looked at: is there such a stationing, and is this step for this person? */
async function mayEverTake(
  { actor, params, database }: Call<Actor>,
  body: unknown,
): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const stationing =
    id === undefined ? undefined : await database.read(actor, (reader) => getStationing(reader, actor, id));
  if (stationing === undefined) return problems.notFound();
  const step = stepsTaken.find((one) => one === (body as { readonly step?: unknown } | null)?.step);
  return step === undefined || mayTake(step, stationing) ? undefined : notYourStep;
}

const notYourStep = problem(
  403,
  'forbidden',
  'Niet toegestaan',
  'Deze stap hoort niet bij uw rol in deze stationering.',
);

function refusal(outcome: Exclude<StationingOutcome, { outcome: 'taken' }>, deed: Deed): ApiAnswer {
  switch (outcome.outcome) {
    case 'refused':
      return problems.refused(
        outcome.unmet.map(({ code, detail }) => ({ code, detail })),
        outcome.marks?.map(tellMark),
      );
    case 'stale':
      return tell(outcome.stationing, deed, 412);
    case 'forbidden':
      return notYourStep;
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
  }
}
