/** Ambitions through the API: whoever writes a visit or proposes a stationing for one needs its id. */
import { z } from 'zod';
import { idOf } from '../../../platform/input.ts';
import { cursorQuery, limitQuery } from '../../../platform/paging.ts';
import { problems } from '../../../platform/problem.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import { pageOf } from '../../../platform/pure/cursor.ts';
import { dayOf } from '../../../platform/pure/dates.ts';
import {
  type ApiAnswer,
  type ApiRoute,
  type Call,
  type Deed,
  getApi,
  postApi,
} from '../../../platform/route.ts';
import { made, stepped, stepView } from '../../answers.ts';
import { planWriters } from '../support-plan.rules.ts';
import { ambitionFacts, mayTake, takeAmbitionStep, writeAmbition } from './ambition.actions.ts';
import { ambitionInput, ambitionStepInput } from './ambition.input.ts';
import { stepsByHand, unmetByAmbition } from './ambition.rules.ts';
import { type AmbitionOfPlan, findAmbitions, getAmbition } from './ambition.store.ts';
import { ambitionShape, coveredShape } from './ambition.view.ts';
import { getCoverage } from './coverage.store.ts';

export const ambitionApi: readonly ApiRoute[] = [
  getApi(
    '/ambitions',
    'member',
    {
      summary: 'Ambities van het samenwerkingsverband, op naam',
      answer: z.object({ items: z.array(ambitionShape), next: z.string().nullable() }),
      query: z.object({
        limit: limitQuery,
        after: cursorQuery,
        plan: z.uuid().optional(),
        priority: z.uuid().optional(),
      }),
    },
    async ({ actor, database, query }) => {
      const found = await database.read(actor, (reader) => findAmbitions(reader, actor, query));
      const { items, next } = pageOf(found, query.limit, ({ name }) => name);
      return { status: 200, body: { items: items.map(plain), next } };
    },
  ),
  postApi(
    '/ambitions',
    planWriters,
    {
      summary: 'Een ambitie in een speerpunt van een concept zetten',
      answer: ambitionShape,
      input: ambitionInput,
    },
    async ({ actor, input: { priorityId, ...input }, deed }) =>
      made(await writeAmbition(deed, actor, priorityId, input), '/ambitions', (id) => shown(deed, actor, id)),
  ),
  getApi(
    '/ambitions/:id',
    'member',
    { summary: 'Eén ambitie, met wat ervoor is gedaan', answer: coveredShape },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params)),
  ),
  postApi(
    '/ambitions/:id/steps',
    'member',
    {
      summary:
        'Een stap: aanpassen of weghalen in een concept; wijzigen met een reden, of een meting, daarna',
      answer: ambitionShape,
      input: ambitionStepInput,
      changes: true,
      known: isTheirs,
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const before = input.step === 'remove' ? await read(deed, actor, id) : undefined;
      // What was taken away is shown as it was.
      return stepped(await takeAmbitionStep(deed, actor, id, input), async () =>
        before === undefined ? shown(deed, actor, id) : { status: 200, body: plain(before) },
      );
    },
  ),
];

const plain = ({ plan, ...one }: AmbitionOfPlan) => ({
  ...one,
  plan: plan === null ? null : { id: plan.id, name: plan.name, status: plan.status },
});

/** Before the input is looked at: is it there for this person, and is the step it names (or, of none, any) ever theirs? */
async function isTheirs({ actor, params, deed }: Call<Actor>, body: unknown): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const one = id === undefined ? undefined : await read(deed, actor, id);
  if (one === undefined) return problems.notFound();
  const named = stepsByHand.find((step) => step === (body as { readonly step?: unknown } | null)?.step);
  const asked = named === undefined ? stepsByHand : [named];
  return asked.some((step) => mayTake(step, actor, one)) ? undefined : problems.forbidden();
}

const read = ({ database }: Pick<Deed, 'database'>, actor: Actor, id: string) =>
  database.read(actor, (reader) => getAmbition(reader, actor, id));

async function shown(deed: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  if (id === undefined) return problems.notFound();
  const [one, coverage] = await deed.database.read(actor, (reader) =>
    Promise.all([getAmbition(reader, actor, id), getCoverage(reader, actor, id)]),
  );
  if (one === undefined) return problems.notFound();
  const facts = ambitionFacts(one, dayOf(deed.now.getTime()));
  const steps = stepsByHand
    .filter((step) => mayTake(step, actor, one))
    .map((step) => stepView(step, unmetByAmbition(step, facts)));
  return { status: 200, body: { ...plain(one), coverage, steps }, version: one.version };
}
