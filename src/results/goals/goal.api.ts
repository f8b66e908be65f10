import { z } from 'zod';
import { idOf, id as idSchema, parseValue } from '../../platform/input.ts';
import {
  cappedCount,
  countAnswer,
  countQuery,
  limitQuery,
  momentCursorQuery,
  mostCounted,
} from '../../platform/paging.ts';
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
import { answerNotTaken, type NotTaken } from '../../privacy/index.ts';
import { access } from './goal.access.ts';
import {
  changeGoalOf,
  dropGoalOf,
  makeGoal,
  type Outcome,
  readGoal,
  readGoals,
  scoreGoal,
} from './goal.actions.ts';
import { sidesAt } from './goal.facts.ts';
import { dropInput, goalChangeInput, goalInput, scoreInput } from './goal.input.ts';
import { mayScoreAs, moments, scorers } from './goal.rules.ts';
import { type GoalView, getGoal, getQuestionForGoal } from './goal.store.ts';
import { goalAnswer } from './goal.view.ts';
import type { Unmet } from './goal.words.ts';
import { countGoals, stands } from './goal-list.store.ts';
import { goalLevels } from './goal-scale.rules.ts';

const answer = z
  .object({
    id: z.uuid(),
    version: z.int(),
    supportQuestionId: z.uuid(),
    school: z.object({ code: z.string(), name: z.string() }),
    level: z.enum(goalLevels),
    title: z.string(),
    variable: z.string().nullable(),
    scale: z.int(),
    startDate: z.iso.date(),
    targetDate: z.iso.date(),
    levels: z.array(z.object({ score: z.int(), description: z.string() })),
    scores: z.array(
      z
        .object({
          id: z.uuid(),
          level: z.int(),
          scoredAt: z.iso.date(),
          by: z.enum(scorers),
          moment: z.enum(moments),
        })
        .loose(),
    ),
  })
  .loose();

export const goalApi: readonly ApiRoute[] = [
  getApi(
    '/goals',
    access.read,
    {
      summary: 'Doelen die u mag zien, het laatst gemaakte eerst',
      answer: z.object({ items: z.array(answer), next: z.string().nullable(), count: countAnswer }),
      query: z.object({
        limit: limitQuery,
        after: momentCursorQuery,
        count: countQuery,
        stand: z.enum(stands).optional(),
        supportQuestionId: idSchema().optional(),
        ambitionId: idSchema().optional(),
      }),
    },
    async ({ actor, query, database, deed }): Promise<ApiAnswer> => {
      const { stand, supportQuestionId: questionId, ambitionId } = query;
      const filter = { stand, questionId, ambitionId };
      const found = await readGoals(deed, actor, { ...filter, limit: query.limit, after: query.after });
      const { items, next } = pageOfGoals(found, query.limit);
      const body = { items: items.map((goal) => goalAnswer(goal, actor.tenant.labels)), next };
      if (query.count !== 'true') return { status: 200, body };
      const all = await database.read(actor, (reader) =>
        countGoals(reader, actor, { ...filter, limit: mostCounted }),
      );
      return { status: 200, body: { ...body, count: cappedCount(all) } };
    },
  ),
  postApi(
    '/goals',
    access.write,
    {
      summary: 'Een doel stellen bij een ondersteuningsvraag',
      answer,
      input: goalInput,
      known: mayMakeFor,
    },
    async ({ actor, input, deed }) => {
      const outcome = await makeGoal(deed, actor, input);
      return outcome.outcome === 'taken'
        ? made(deed, actor, outcome.id)
        : refusal(deed, actor, undefined, outcome);
    },
  ),
  getApi('/goals/:id', access.read, { summary: 'Eén doel', answer }, async ({ actor, params, deed }) =>
    shown(deed, actor, idOf(params)),
  ),
  postApi(
    '/goals/:id',
    access.write,
    {
      summary: 'Een doel wijzigen: alles voor de eerste score, daarna alleen de streefdatum',
      answer,
      input: goalChangeInput,
      changes: true,
      known: hasSide,
    },
    async ({ actor, params, input, deed }) =>
      after(deed, actor, idOf(params), (id) => changeGoalOf(deed, actor, id, input)),
  ),
  postApi(
    '/goals/:id/drop',
    access.write,
    { summary: 'Een doel laten vallen', answer, input: dropInput, changes: true, known: hasSide },
    async ({ actor, params, input, deed }) =>
      after(deed, actor, idOf(params), (id) => dropGoalOf(deed, actor, id, input)),
  ),
  postApi(
    '/goals/:id/scores',
    access.write,
    { summary: 'Een doel scoren, voor de eigen kant', answer, input: scoreInput, known: hasSide },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const outcome = await scoreGoal(deed, actor, id, input);
      return outcome.outcome === 'taken' ? made(deed, actor, id) : refusal(deed, actor, id, outcome);
    },
  ),
];

/** A page of goals and the cursor of the next, null at the end. */
export function pageOfGoals(found: readonly GoalView[], limit: number) {
  return pageOf(found, limit, ({ madeAt }) => madeAt);
}

async function mayMakeFor({ actor, database }: Call<Actor>, body: unknown): Promise<ApiAnswer | undefined> {
  const named = (body as { readonly supportQuestionId?: unknown } | null)?.supportQuestionId;
  const id = parseValue(idSchema(), named, 'body');
  if (!id.ok) return undefined;
  const question = await database.read(actor, (reader) => getQuestionForGoal(reader, actor, id.value));
  if (question === undefined) return problems.notFound();
  return sidesAt(question).length > 0 ? undefined : problems.forbidden();
}

async function hasSide(
  { actor, params, database }: Call<Actor>,
  body: unknown,
): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const goal =
    id === undefined ? undefined : await database.read(actor, (reader) => getGoal(reader, actor, id));
  if (goal === undefined) return problems.notFound();
  const sides = sidesAt(goal);
  const by = scorers.find((one) => one === (body as { readonly by?: unknown } | null)?.by);
  if (sides.length === 0) return problems.forbidden();
  return by === undefined || mayScoreAs(by, sides) ? undefined : otherSide;
}

const otherSide = problem(
  403,
  'forbidden',
  'Niet toegestaan',
  'School en specialist scoren ieder zelf. U scoort niet voor de andere kant.',
);

async function shown(deed: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  const goal = id === undefined ? undefined : await readGoal(deed, actor, id);
  return goal === undefined
    ? problems.notFound()
    : { status: 200, body: goalAnswer(goal, actor.tenant.labels), version: goal.version };
}

async function made(deed: Deed, actor: Actor, id: string): Promise<ApiAnswer> {
  const found = await shown(deed, actor, id);
  return found.status === 200 ? { ...found, status: 201, location: `/api/v1/goals/${id}` } : found;
}

async function after(
  deed: Deed,
  actor: Actor,
  id: string | undefined,
  work: (id: string) => Promise<Outcome>,
): Promise<ApiAnswer> {
  if (id === undefined) return problems.notFound();
  const outcome = await work(id);
  return outcome.outcome === 'taken' ? shown(deed, actor, id) : refusal(deed, actor, id, outcome);
}

const refusal = (deed: Deed, actor: Actor, id: string | undefined, outcome: NotTaken<Unmet>) =>
  answerNotTaken(outcome, otherSide, () => shown(deed, actor, id));
