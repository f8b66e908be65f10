/** Plans and their priorities through the API. */
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { cursorQuery, dayCursorQuery, limitQuery } from '../../platform/paging.ts';
import { problems } from '../../platform/problem.ts';
import type { Actor, Role } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import { type ApiAnswer, type ApiRoute, type Deed, getApi, postApi } from '../../platform/route.ts';
import { knownStep, made, rolesOf, stepped, stepView } from '../answers.ts';
import { ambitionFields } from './ambitions/ambition.view.ts';
import { findPriorities, getPriority } from './priority.store.ts';
import {
  planFacts,
  takePlanStep,
  takePriorityStep,
  writePlan,
  writePriority,
} from './support-plan.actions.ts';
import { planInput, planStepInput, priorityInput, priorityStepInput } from './support-plan.input.ts';
import {
  isOpen,
  mayTakePlanStep,
  planStatuses,
  planWriters,
  roadSteps,
  unmetByPlan,
} from './support-plan.rules.ts';
import { findPlans, getPlan, type Plan } from './support-plan.store.ts';
import { fileKinds } from './support-plan.words.ts';

const head = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    pages: z.int().nullable(),
    status: z.enum(planStatuses),
    discussedOn: z.iso.date().nullable(),
    discussedWith: z.string().nullable(),
    consentedOn: z.iso.date().nullable(),
    adoptedOn: z.iso.date().nullable(),
  })
  .loose();
const priority = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    position: z.int(),
    page: z.int().nullable(),
    text: z.string().nullable(),
  })
  .loose();
const plan = head.extend({
  files: z.array(
    z.object({ kind: z.enum(fileKinds), id: z.uuid(), name: z.string(), size: z.int(), href: z.string() }),
  ),
  priorities: z.array(priority.extend({ ambitions: z.array(z.object(ambitionFields).loose()) })),
});

const planStepsByHand = ['revise', ...roadSteps, 'remove'] as const;
const priorityStepsByHand = ['revise', 'remove'] as const;
const writesPlans = (_step: unknown, roles: readonly Role[]) => mayTakePlanStep('revise', roles);

export const supportPlanApi: readonly ApiRoute[] = [
  getApi(
    '/plans',
    'member',
    {
      summary: 'Ondersteuningsplannen, het laatst begonnen plan eerst',
      answer: z.object({ items: z.array(head), next: z.string().nullable() }),
      query: z.object({ limit: limitQuery, after: dayCursorQuery }),
    },
    async ({ actor, query, database }) => {
      const found = await database.read(actor, (reader) => findPlans(reader, actor, query));
      const { items, next } = pageOf(found, query.limit, ({ from }) => from);
      return { status: 200, body: { items, next } };
    },
  ),
  postApi(
    '/plans',
    planWriters,
    { summary: 'Een ondersteuningsplan beginnen, als concept', answer: plan, input: planInput },
    async ({ actor, input, deed }) =>
      made(await writePlan(deed, actor, input), '/plans', (id) => shown(deed, actor, id)),
  ),
  getApi(
    '/plans/:id',
    'member',
    { summary: 'Eén ondersteuningsplan, met speerpunten en ambities', answer: plan },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params)),
  ),
  postApi(
    '/plans/:id/steps',
    'member',
    {
      summary:
        'Een stap: aanpassen, overleg, instemming, vaststellen, terug naar concept, of een leeg concept weghalen',
      answer: plan,
      input: planStepInput,
      changes: true,
      known: knownStep(read, planStepsByHand, mayTakePlanStep),
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const before = input.step === 'remove' ? await read(deed, actor, id) : undefined;
      // What was taken away is shown as it was.
      return stepped(await takePlanStep(deed, actor, id, input), async () =>
        before === undefined
          ? shown(deed, actor, id)
          : { status: 200, body: viewOf(before, actor, dayOf(deed.now.getTime())) },
      );
    },
  ),
  getApi(
    '/priorities',
    'member',
    {
      summary: 'Speerpunten van ondersteuningsplannen, op naam',
      answer: z.object({ items: z.array(priority), next: z.string().nullable() }),
      query: z.object({ limit: limitQuery, after: cursorQuery, plan: z.uuid().optional() }),
    },
    async ({ actor, query, database }) => {
      const found = await database.read(actor, (reader) => findPriorities(reader, actor, query));
      const { items, next } = pageOf(found, query.limit, ({ name }) => name);
      return { status: 200, body: { items, next } };
    },
  ),
  postApi(
    '/priorities',
    planWriters,
    { summary: 'Een speerpunt in een concept zetten', answer: priority, input: priorityInput },
    async ({ actor, input: { planId, ...input }, deed }) =>
      made(await writePriority(deed, actor, planId, input), '/priorities', (id) =>
        shownPriority(deed, actor, id),
      ),
  ),
  getApi(
    '/priorities/:id',
    'member',
    { summary: 'Eén speerpunt', answer: priority },
    async ({ actor, params, deed }) => shownPriority(deed, actor, idOf(params)),
  ),
  postApi(
    '/priorities/:id/steps',
    'member',
    {
      summary: 'Een speerpunt van een concept aanpassen, of weghalen als er geen ambitie in staat',
      answer: z.union([priority, plan]),
      input: priorityStepInput,
      changes: true,
      known: knownStep(readPriority, priorityStepsByHand, writesPlans),
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const outcome = await takePriorityStep(deed, actor, id, input);
      // What was taken away shows the plan it stood in.
      return stepped(outcome, () =>
        input.step === 'remove' && outcome.outcome === 'taken'
          ? shown(deed, actor, outcome.id)
          : shownPriority(deed, actor, id),
      );
    },
  ),
];

/** A plan as the API shows it, with what this person can do. */
function viewOf(found: Plan, actor: Actor, today: string) {
  const { periodFree: _, everDiscussed: _spokenOf, files, ...rest } = found;
  const steps = planStepsByHand
    .filter((step) => mayTakePlanStep(step, rolesOf(actor)))
    .map((step) => stepView(step, unmetByPlan(step, planFacts(found, today))));
  const withHref = files.map((file) => ({ ...file, href: `/ondersteuningsplan/bestand/${file.id}` }));
  return { ...rest, files: withHref, open: isOpen(found.status), steps };
}

type Reading = Pick<Deed, 'database'>;
function read({ database }: Reading, actor: Actor, id: string) {
  return database.read(actor, (reader) => getPlan(reader, actor, id));
}
function readPriority({ database }: Reading, actor: Actor, id: string) {
  return database.read(actor, (reader) => getPriority(reader, actor, id));
}

async function shown(deed: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  const found = id === undefined ? undefined : await read(deed, actor, id);
  return found === undefined
    ? problems.notFound()
    : { status: 200, body: viewOf(found, actor, dayOf(deed.now.getTime())), version: found.version };
}

async function shownPriority(deed: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  const found = id === undefined ? undefined : await readPriority(deed, actor, id);
  if (found === undefined) return problems.notFound();
  const { ambitions, plan: its, ...rest } = found;
  const { pages: _, ...ofPlan } = its;
  return { status: 200, body: { ...rest, ambitionCount: ambitions, plan: ofPlan }, version: found.version };
}
