/** Plans through the API: only for a team lead, who alone finds them. */
import { z } from 'zod';
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
  getApi,
  postApi,
} from '../../platform/route.ts';
import { planners } from './plan.access.ts';
import { changePlan, discardPlan, makePlan, markPlan, runAgain, stopPlan } from './plan.actions.ts';
import { changeInput, markInput, nothing, planInput, publishInput } from './plan.input.ts';
import { planStatuses } from './plan.rules.ts';
import { findPlanNames, findPlans, getPlan, getProgress } from './plan.store.ts';
import { demandsOf, planSummary, planView } from './plan.view.ts';
import type { PlanOutcome } from './plan-outcome.ts';
import { compared } from './planner.ts';
import { publishPlan } from './publish.actions.ts';

const person = z.object({ id: z.uuid(), name: z.string().nullable() });
const school = z.object({ id: z.uuid(), code: z.string().nullable(), name: z.string().nullable() });
const summary = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    startsOn: z.iso.date(),
    weeks: z.int(),
    status: z.enum(['running', 'done', 'stopped', 'failed', 'published', 'discarded']),
    /** 0 to 1. */
    progress: z.number(),
    value: z.number().nullable(),
    /** No plan is better than this. */
    bound: z.number().nullable(),
    gap: z.number().nullable(),
    seconds: z.number(),
    failure: z.string().nullable(),
  })
  .loose();
const whole = summary.extend({
  stationings: z.array(z.object({ specialist: person, school, dagdelen: z.number() }).loose()),
  assignments: z.array(z.object({ id: z.uuid(), specialist: person, school, dagdelen: z.number() }).loose()),
  unplanned: z.array(z.object({ id: z.uuid(), reasons: z.array(z.unknown()) }).loose()),
  balance: z.unknown(),
  explanation: z.unknown(),
});

export const planApi: readonly ApiRoute[] = [
  getApi(
    '/deployment-plans',
    planners,
    {
      summary: 'Plannen, nieuwste eerst',
      answer: z.object({ items: z.array(summary), next: z.string().nullable() }),
      query: z.object({
        limit: limitQuery,
        after: momentCursorQuery,
        status: z.enum(planStatuses).optional(),
      }),
    },
    async ({ actor, query, database }) => {
      const found = await database.read(actor, (reader) => findPlans(reader, actor.tenantId, query));
      const { items, next } = pageOf(found, query.limit, ({ madeAt }) => madeAt);
      return { status: 200, body: { items: items.map(planSummary), next } };
    },
  ),
  postApi(
    '/deployment-plans',
    planners,
    { summary: 'Een plan laten maken', answer: whole, input: planInput, success: 202 },
    async ({ actor, input, deed }) => {
      const outcome = await makePlan(deed, actor, input);
      if (outcome.outcome !== 'taken') return refusal(outcome, deed, actor, '');
      const answer = await shown(deed, actor, outcome.id);
      return { ...answer, status: 202, location: `/api/v1/deployment-plans/${outcome.id}` };
    },
  ),
  getApi(
    '/deployment-plans/:id',
    planners,
    { summary: 'Eén plan, met wat de planner tot nu toe vond', answer: whole },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params)),
  ),
  getApi(
    '/deployment-plans/:id/compare',
    planners,
    {
      summary: 'Alleen de verschillen met een ander plan',
      answer: z.object({}).loose(),
      query: z.object({ with: z.uuid() }),
    },
    async ({ actor, params, query, database }) => {
      const { tenantId } = actor;
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const both = await database.read(actor, (reader) =>
        Promise.all([getPlan(reader, tenantId, id), getPlan(reader, tenantId, query.with)]),
      );
      const [one, other] = both;
      if (one === undefined || other === undefined) return problems.notFound();
      const body = compared(one, other);
      return body === undefined ? nothingToCompare : { status: 200, body };
    },
  ),
  onePlan('pins', 'Iets vastzetten, uitsluiten of vrijlaten', markInput, markPlan),
  onePlan('changes', 'Het plan met de hand veranderen', changeInput, changePlan),
  onePlan('runs', 'Opnieuw laten rekenen, vanaf het beste tot nu toe', nothing, runAgain),
  onePlan('publish', 'Het plan publiceren: voorstellen voor scholen en vragen', publishInput, publishPlan),
  onePlan('discard', 'Een plan wegleggen dat niet gepubliceerd is', nothing, discardPlan),
  postApi(
    '/deployment-plans/:id/stop',
    planners,
    {
      summary: 'De planner laten stoppen met het beste tot nu toe',
      answer: whole,
      input: nothing,
      success: 200,
      known: isThere,
    },
    async ({ actor, params, deed }) => {
      const id = idOf(params);
      return id === undefined ? problems.notFound() : told(await stopPlan(deed, actor, id), deed, actor, id);
    },
  ),
];

const nothingToCompare = problem(
  409,
  'step-refused',
  'Dit kan nu niet',
  'Een van de plannen heeft nog geen uitkomst.',
);

function onePlan<T>(
  deedName: string,
  summaryWords: string,
  input: z.ZodType<T>,
  act: (deed: Deed, actor: Actor, id: string, input: T) => Promise<PlanOutcome>,
): ApiRoute {
  return postApi(
    `/deployment-plans/:id/${deedName}`,
    planners,
    { summary: summaryWords, answer: whole, input, changes: true, known: isThere },
    async ({ actor, params, input: sent, deed }) => {
      const id = idOf(params);
      return id === undefined ? problems.notFound() : told(await act(deed, actor, id, sent), deed, actor, id);
    },
  );
}

async function isThere({ actor, params, database }: Call<Actor>): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const found =
    id === undefined
      ? undefined
      : await database.read(actor, (reader) => getProgress(reader, actor.tenantId, id));
  return found === undefined ? problems.notFound() : undefined;
}

async function shown(
  { database }: Deed,
  actor: Actor,
  id: string | undefined,
  status = 200,
  more: object = {},
): Promise<ApiAnswer> {
  if (id === undefined) return problems.notFound();
  const body = await database.read(actor, async (reader) => {
    const plan = await getPlan(reader, actor.tenantId, id);
    if (plan === undefined) return undefined;
    return planView(plan, await findPlanNames(reader, actor.tenantId, demandsOf(plan)));
  });
  return body === undefined
    ? problems.notFound()
    : { status, body: { ...body, ...more }, version: body.version };
}

async function told(outcome: PlanOutcome, deed: Deed, actor: Actor, id: string): Promise<ApiAnswer> {
  if (outcome.outcome !== 'taken') return refusal(outcome, deed, actor, id);
  const { leftOut } = outcome;
  return shown(deed, actor, outcome.id, 200, leftOut === undefined ? {} : { leftOut });
}

async function refusal(
  outcome: Exclude<PlanOutcome, { outcome: 'taken' }>,
  deed: Deed,
  actor: Actor,
  id: string,
): Promise<ApiAnswer> {
  switch (outcome.outcome) {
    case 'stale':
      return shown(deed, actor, id, 412);
    case 'notFound':
      return problems.notFound();
    case 'keyReused':
      return problems.keyReused();
    case 'refused': {
      const { faults, misfits = [] } = outcome;
      const [first] = faults;
      if (first !== undefined && first.field !== '')
        return problems.badInput(
          faults.map(({ field, code, message }) => ({ in: 'body', location: field, code, detail: message })),
        );
      const unmet = [...faults, ...misfits].map(({ message, ...what }) => ({ ...what, detail: message }));
      return problem(409, 'step-refused', 'Dit kan nu niet', unmet.map(({ detail }) => detail).join(' '), {
        unmet,
      });
    }
  }
}
