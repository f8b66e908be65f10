import { z } from 'zod';
import { idOf } from '../../../platform/input.ts';
import { dayCursorQuery, limitQuery } from '../../../platform/paging.ts';
import { problems } from '../../../platform/problem.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import { pageOf } from '../../../platform/pure/cursor.ts';
import { type ApiAnswer, type ApiRoute, type Deed, getApi, postApi } from '../../../platform/route.ts';
import { access } from '../form.access.ts';
import { refusalOf } from '../form.answers.ts';
import { answerJudgement, judgeSchool, keepCriterion } from './basic.actions.ts';
import { answerInput, criterionInput, judgeApiInput, schoolCode } from './basic.input.ts';
import { judgedSchool, levels, sidesAt } from './basic.rules.ts';
import { type BasicForm, type Criterion, findCriteria, findForms, getForm } from './basic.store.ts';

const form = z.object({
  id: z.uuid(),
  version: z.int(),
  school: z.object({ code: z.string(), name: z.string() }),
  judgedOn: z.iso.date(),
  side: z.enum(['school', 'contact']),
  state: z.enum(['waiting', 'agreed', 'answered', 'replaced']),
  writtenBy: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: z.iso.date().nullable(),
  words: z.string().nullable(),
  judgements: z.array(
    z.object({ criterion: z.int(), asked: z.string(), level: z.enum(levels), words: z.string().nullable() }),
  ),
});
const criterion = z.object({
  criterion: z.int(),
  version: z.int(),
  name: z.string(),
  explanation: z.string().nullable(),
  source: z.string(),
  endedOn: z.iso.date().nullable(),
});

const viewOf = ({ writerId: _, school: { code, name }, ...rest }: BasicForm) => ({
  ...rest,
  school: { code, name },
});
const criterionView = ({ nth, ...rest }: Criterion) => ({ criterion: nth, ...rest });

export const basicApi: readonly ApiRoute[] = [
  getApi(
    '/basic-support',
    access.readBasic,
    {
      summary: 'Basisondersteuning van scholen die u mag zien: elke beoordeling, de laatste dag eerst',
      answer: z.object({ items: z.array(form), next: z.string().nullable() }),
      query: z.object({ limit: limitQuery, after: dayCursorQuery, school: schoolCode.optional() }),
    },
    async ({ actor, query, database }) => {
      const { limit, after, school: code } = query;
      const found = await database.read(actor, (reader) => findForms(reader, actor, { limit, after, code }));
      const { items, next } = pageOf(found, limit, ({ judgedOn }) => judgedOn);
      return { status: 200, body: { items: items.map(viewOf), next } };
    },
  ),
  getApi(
    '/basic-support/:id',
    access.readBasic,
    { summary: 'Eén beoordeling', answer: form },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params)),
  ),
  postApi(
    '/basic-support',
    access.judge,
    {
      summary: 'Opschrijven hoe een eigen school ervoor staat, voor de andere kant',
      answer: form,
      input: judgeApiInput,
    },
    async ({ actor, input, deed }): Promise<ApiAnswer> => {
      const { schoolCode, ...judged } = input;
      const school = judgedSchool(actor, schoolCode);
      if (school === undefined) return problems.notFound();
      const outcome = await judgeSchool(deed, actor, school.id, judged);
      if (outcome.outcome !== 'taken') return refusalOf(outcome, async () => problems.notFound());
      const found = await shown(deed, actor, outcome.id);
      return { ...found, status: 201, location: `/api/v1/basic-support/${outcome.id}` };
    },
  ),
  postApi(
    '/basic-support/:id/steps',
    access.judge,
    {
      summary: 'Akkoord gaan met een beoordeling van de andere kant, of erop antwoorden',
      answer: form,
      input: answerInput,
      changes: true,
      known: async ({ actor, params, deed }) => {
        const found = await readOne(deed, actor, idOf(params));
        if (found === undefined) return problems.notFound();
        return sidesAt(actor, found.school.id).some((side) => side !== found.side)
          ? undefined
          : problems.forbidden();
      },
    },
    async ({ actor, params, input, deed }): Promise<ApiAnswer> => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const outcome = await answerJudgement(deed, actor, id, input);
      const now = () => shown(deed, actor, id);
      return outcome.outcome === 'taken' ? now() : refusalOf(outcome, now);
    },
  ),
  getApi(
    '/basic-support-criteria',
    access.readCriteria,
    { summary: 'De criteria van basisondersteuning', answer: z.object({ items: z.array(criterion) }) },
    async ({ actor, database }) => {
      const found = await database.read(actor, (reader) => findCriteria(reader, actor));
      return { status: 200, body: { items: found.map(criterionView) } };
    },
  ),
  postApi(
    '/basic-support-criteria',
    access.keepCriteria,
    { summary: 'Een criterium toevoegen', answer: criterion, input: criterionInput },
    async ({ actor, input, deed }): Promise<ApiAnswer> => {
      const outcome = await keepCriterion({ ...deed, version: undefined }, actor, null, input);
      if (outcome.outcome !== 'taken') return refusalOf(outcome, async () => problems.notFound());
      const found = await shownCriterion(deed, actor, outcome.id);
      return { ...found, status: 201, location: `/api/v1/basic-support-criteria/${outcome.id}` };
    },
  ),
  getApi(
    '/basic-support-criteria/:nth',
    access.readCriteria,
    { summary: 'Eén criterium', answer: criterion },
    async ({ actor, params, deed }) => shownCriterion(deed, actor, params['nth']),
  ),
  postApi(
    '/basic-support-criteria/:nth',
    access.keepCriteria,
    {
      summary: 'Een criterium wijzigen, laten vervallen of terugnemen',
      answer: criterion,
      input: criterionInput,
      changes: true,
      known: async ({ actor, params, deed }) =>
        (await readCriterion(deed, actor, params['nth'])) === undefined ? problems.notFound() : undefined,
    },
    async ({ actor, params, input, deed }): Promise<ApiAnswer> => {
      const found = await readCriterion(deed, actor, params['nth']);
      if (found === undefined) return problems.notFound();
      const outcome = await keepCriterion(deed, actor, found.nth, input);
      const now = () => shownCriterion(deed, actor, `${found.nth}`);
      return outcome.outcome === 'taken' ? now() : refusalOf(outcome, now);
    },
  ),
];

const readOne = async (deed: Deed, actor: Actor, id: string | undefined) =>
  id === undefined ? undefined : deed.database.read(actor, (reader) => getForm(reader, actor, id));

async function shown(deed: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  const found = await readOne(deed, actor, id);
  return found === undefined
    ? problems.notFound()
    : { status: 200, body: viewOf(found), version: found.version };
}

async function readCriterion(
  deed: Deed,
  actor: Actor,
  nth: string | undefined,
): Promise<Criterion | undefined> {
  const all = await deed.database.read(actor, (reader) => findCriteria(reader, actor));
  return all.find((one) => `${one.nth}` === nth);
}

async function shownCriterion(deed: Deed, actor: Actor, nth: string | undefined): Promise<ApiAnswer> {
  const found = await readCriterion(deed, actor, nth);
  return found === undefined
    ? problems.notFound()
    : { status: 200, body: criterionView(found), version: found.version };
}
