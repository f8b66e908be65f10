import { z } from 'zod';
import { idOf } from '../../../platform/input.ts';
import { problems } from '../../../platform/problem.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import { type ApiAnswer, type ApiRoute, type Deed, getApi, postApi } from '../../../platform/route.ts';
import { schoolYearOf } from '../../measures/period.rules.ts';
import { access } from '../form.access.ts';
import { refusalOf } from '../form.answers.ts';
import { explain } from '../needs.words.ts';
import { answerYearly, askedSchool } from './yearly.actions.ts';
import { yearlyApiInput, yearlyChangeInput } from './yearly.input.ts';
import { findAnswers, getAnswer, getWords, type YearlyAnswer } from './yearly.store.ts';

const answer = z.object({
  id: z.uuid(),
  version: z.int(),
  school: z.object({ code: z.string(), name: z.string() }),
  year: z.int().meta({ description: 'Het jaar waarin het schooljaar begint.' }),
  grade: z.int().nullable(),
  wentWell: z.string().nullable(),
  couldBeBetter: z.string().nullable(),
  nameShown: z.boolean(),
  given: z.boolean(),
});
const words = { wentWell: z.string().nullable(), couldBeBetter: z.string().nullable() };

const viewOf = ({ schoolId: _, ...rest }: YearlyAnswer) => rest;

export const yearlyApi: readonly ApiRoute[] = [
  getApi(
    '/yearly-answers',
    access.asked,
    {
      summary: 'Uw eigen antwoorden op de jaarvraag, het laatste schooljaar eerst',
      answer: z.object({ items: z.array(answer) }),
    },
    async ({ actor, database }) => {
      const found = await database.read(actor, (reader) => findAnswers(reader, actor));
      return { status: 200, body: { items: found.map(viewOf) } };
    },
  ),
  getApi(
    '/yearly-answers/:id',
    access.asked,
    { summary: 'Eén eigen antwoord', answer },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params)),
  ),
  postApi(
    '/yearly-answers',
    access.asked,
    {
      summary: 'De jaarvraag van dit schooljaar beantwoorden voor een eigen school',
      answer,
      input: yearlyApiInput,
    },
    async ({ actor, input, deed }): Promise<ApiAnswer> => {
      const { schoolCode, draft = false, ...said } = input;
      const school = askedSchool(actor, schoolCode);
      if (school === undefined) return problems.notFound();
      const outcome = await answerYearly(deed, actor, school.id, said, !draft);
      if (outcome.outcome !== 'taken') return refusalOf(outcome, async () => problems.notFound());
      const found = await shown(deed, actor, outcome.id);
      return { ...found, status: 201, location: `/api/v1/yearly-answers/${outcome.id}` };
    },
  ),
  postApi(
    '/yearly-answers/:id',
    access.asked,
    {
      summary: 'Een eigen antwoord wijzigen, zolang de jaarvraag open staat',
      answer,
      input: yearlyChangeInput,
      changes: true,
      known: async ({ actor, params, deed }) =>
        (await readOne(deed, actor, idOf(params))) === undefined ? problems.notFound() : undefined,
    },
    async ({ actor, params, input, deed, today }): Promise<ApiAnswer> => {
      const one = await readOne(deed, actor, idOf(params));
      if (one === undefined) return problems.notFound();
      const { draft = false, ...said } = input;
      if (one.year !== schoolYearOf(today)) return problems.refused(explain(['yearlyOpen']));
      const outcome = await answerYearly(deed, actor, one.schoolId, said, !draft);
      return outcome.outcome === 'taken'
        ? shown(deed, actor, outcome.id)
        : refusalOf(outcome, () => shown(deed, actor, one.id));
    },
  ),
  getApi(
    '/yearly-words',
    access.readWords,
    {
      summary:
        'Wat scholen schreven in een schooljaar dat voorbij is; zonder naam pas van ten minste vijf mensen',
      answer: z.object({
        year: z.int(),
        givers: z.union([z.int(), z.literal('<5')]),
        named: z.array(z.object({ school: z.string(), by: z.string(), ...words })),
        unnamed: z.union([z.array(z.object(words)), z.literal('<5')]),
      }),
      query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    },
    async ({ actor, query, database, today }) => {
      const year = query.year ?? schoolYearOf(today) - 1;
      const { givers, named, unnamed } = await database.read(actor, (reader) => getWords(reader, year));
      return { status: 200, body: { year, givers: givers ?? '<5', named, unnamed: unnamed ?? '<5' } };
    },
  ),
];

const readOne = async (deed: Deed, actor: Actor, id: string | undefined) =>
  id === undefined ? undefined : deed.database.read(actor, (reader) => getAnswer(reader, actor, id));

async function shown(deed: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  const found = await readOne(deed, actor, id);
  return found === undefined
    ? problems.notFound()
    : { status: 200, body: viewOf(found), version: found.version };
}
