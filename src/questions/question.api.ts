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
import { access } from './question.access.ts';
import { askQuestion, type Outcome, readQuestion, takeStep } from './question.actions.ts';
import { askInput, type StepRequest, stepInputs } from './question.input.ts';
import { levels, mayTake, type StepName, statuses, stepNames, urgencies } from './question.rules.ts';
import { getQuestion } from './question.store.ts';
import { questionView } from './question.view.ts';
import { countQuestions, findQuestionsToAnswer } from './question-list.store.ts';
import { getSchoolByCode } from './question-named.store.ts';
import { findRecommendations, type Recommended } from './recommend/recommend.store.ts';
import { reasonsOf } from './recommend/recommend.words.ts';

const person = z.object({ id: z.uuid(), name: z.string() });
const unmet = z.array(z.object({ code: z.string(), detail: z.string() }));
const summary = z.object({
  id: z.uuid(),
  number: z.string(),
  level: z.enum(levels),
  status: z.enum(statuses),
  version: z.int(),
  school: z.object({ code: z.string(), name: z.string() }),
  author: person.nullable(),
  holder: person.nullable(),
  /** null for who plans a question on a pupil without reading it. */
  title: z.string().nullable(),
  urgency: z.enum(urgencies),
  expertise: z.array(z.string()),
});
const clock = z.object({
  name: z.string(),
  norm: z.int(),
  elapsed: z.int(),
  unit: z.literal('schoolDays'),
  paused: z.boolean(),
  source: z.string(),
});
const whole = summary.extend({
  steps: z.array(z.object({ step: z.enum(stepNames as [StepName]), allowed: z.boolean(), unmet })),
  clocks: z.array(clock.loose()),
  workingRules: z.array(z.object({ subject: z.string(), startsOn: z.iso.date(), post: z.uuid().nullable() })),
  timeline: z.array(z.object({ version: z.int(), at: z.iso.datetime(), step: z.string() }).loose()),
});

/** A form shows whoever was asked both answers; without one or the other nothing says that somebody thinks along. */
const asksOrAnswers = (sent: { readonly specialistId?: unknown; readonly decision?: unknown }) =>
  sent.specialistId !== undefined || sent.decision !== undefined;
const whomOrWhether = { path: ['decision'], message: 'Noem wie u vraagt, of kies accept of decline.' };

/** `{ step, ...input }`: which input belongs to a step is said by the step. */
const stepRequest = z.discriminatedUnion(
  'step',
  stepNames.map((step) =>
    step === 'think_along'
      ? stepInputs[step].safeExtend({ step: z.literal(step) }).refine(asksOrAnswers, whomOrWhether)
      : stepInputs[step].safeExtend({ step: z.literal(step) }),
  ) as unknown as [z.ZodObject],
) as unknown as z.ZodType<StepRequest>;

const yes = z.enum(['true', 'false']).optional();

export const questionApi: readonly ApiRoute[] = [
  getApi(
    '/support-questions',
    access.read,
    {
      summary: 'Ondersteuningsvragen die u mag zien, nieuwste eerst',
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
        level: z.enum(levels).optional(),
        expertise: z.string().max(40).optional(),
        ambitionId: z.uuid().optional(),
        mine: yes,
        open: yes,
      }),
    },
    async ({ actor, query, database }) =>
      database.read(actor, async (reader): Promise<ApiAnswer> => {
        const school =
          query.school === undefined ? undefined : await getSchoolByCode(reader, actor, query.school);
        const counts = query.count === 'true';
        if (query.school !== undefined && school === undefined)
          return { status: 200, body: { items: [], next: null, ...(counts && { count: 0 }) } };
        const { status, level, expertise, ambitionId, limit, after } = query;
        const [mine, open] = [query.mine === 'true', query.open === 'true'];
        const filter = { status, level, expertise, ambitionId, schoolId: school?.id, mine, open };
        const { items, last } = await findQuestionsToAnswer(reader, actor, { ...filter, limit, after });
        const found = counts ? await countQuestions(reader, actor, { ...filter, limit: mostCounted }) : 0;
        const counted = counts ? `,"count":${JSON.stringify(cappedCount(found))}` : '';
        const next = JSON.stringify(last === null ? null : encodeCursor(last));
        return { status: 200, body: `{"items":${items},"next":${next}${counted}}` };
      }),
  ),
  postApi(
    '/support-questions',
    access.ask,
    { summary: 'Een ondersteuningsvraag stellen', answer: whole.loose(), input: askInput },
    async ({ actor, input, deed }) => {
      const outcome = await askQuestion(deed, actor, input);
      if (outcome.outcome !== 'taken') return refusal(outcome, deed, actor);
      const answer = await answerWith(deed, actor, outcome.id);
      return answer.status === 200
        ? { ...answer, status: 201, location: `/api/v1/support-questions/${outcome.id}` }
        : answer;
    },
  ),
  getApi(
    '/support-questions/:id',
    access.read,
    { summary: 'Eén ondersteuningsvraag', answer: whole.loose() },
    async ({ actor, params, deed }) => {
      const id = idOf(params);
      return id === undefined ? problems.notFound() : answerWith(deed, actor, id);
    },
  ),
  getApi(
    '/support-questions/:id/recommendations',
    access.read,
    {
      summary: 'Wie bij deze vraag kan helpen, de beste eerst; voor wie toewijst',
      answer: z.object({
        items: z.array(
          z.object({ specialist: person, able: z.boolean(), reasons: z.array(z.string()) }).loose(),
        ),
      }),
    },
    async ({ actor, params, database }) => {
      const id = idOf(params);
      const question =
        id === undefined ? undefined : await database.read(actor, (reader) => getQuestion(reader, actor, id));
      if (question === undefined) return problems.notFound();
      if (!mayTake('assign', question)) return notYourStep;
      const found = await database.read(actor, (reader) =>
        findRecommendations(reader, actor.tenantId, question.id),
      );
      return { status: 200, body: { items: found.map(recommendationView) } };
    },
  ),
  postApi(
    '/support-questions/:id/steps',
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
      const answer = await answerWith(deed, actor, outcome.id);
      // Who declines, stops or looks back may read it no longer: the step was taken all the same.
      const { id: taken, version } = outcome;
      return answer.status === 200 ? answer : { status: 200, body: { id: taken, version } };
    },
  ),
];

/** The question as it stands now. */
async function answerWith(deed: Deed, actor: Actor, id: string, status = 200): Promise<ApiAnswer> {
  const question = await readQuestion(deed, actor, id);
  return question === undefined
    ? problems.notFound()
    : { status, body: questionView(question, actor), version: question.version };
}

/** Before the input of a step is looked at: is there such a question, and is this step for this person? */
async function mayEverTake(
  { actor, params, database }: Call<Actor>,
  body: unknown,
): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const question =
    id === undefined ? undefined : await database.read(actor, (reader) => getQuestion(reader, actor, id));
  if (question === undefined) return problems.notFound();
  const named = stepNames.find((step) => step === (body as { readonly step?: unknown } | null)?.step);
  return named === undefined || mayTake(named, question) ? undefined : notYourStep;
}

function recommendationView(one: Recommended) {
  const { specialistId, name, hindrances, needs, room, minutes, score } = one;
  return {
    specialist: { id: specialistId, name },
    able: hindrances.length === 0,
    reasons: reasonsOf(one),
    hindrances: hindrances.map(({ code }) => code),
    needs: needs / 2,
    room: room / 2,
    minutes,
    score: Math.round(score * 100) / 100,
  };
}

const notYourStep = problem(
  403,
  'forbidden',
  'Niet toegestaan',
  'Deze stap hoort niet bij uw rol in deze vraag.',
);

async function refusal(
  outcome: Exclude<Outcome, { outcome: 'taken' }>,
  deed: Deed,
  actor: Actor,
): Promise<ApiAnswer> {
  switch (outcome.outcome) {
    case 'refused':
      return problems.refused(outcome.unmet, outcome.marks?.map(tellMark));
    case 'stale':
      return answerWith(deed, actor, outcome.question.id, 412);
    case 'forbidden':
      return notYourStep;
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
  }
}
