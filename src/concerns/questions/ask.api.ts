import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { problems } from '../../platform/problem.ts';
import { type ApiAnswer, type ApiRoute, getApi, postApi } from '../../platform/route.ts';
import { tellMark } from '../../privacy/index.ts';
import { access as concernAccess } from '../concern.access.ts';
import { readConcern } from '../concern.actions.ts';
import { getConcern } from '../concern.store.ts';
import { type AskedAbout, askAbout } from './ask.actions.ts';
import { askInput } from './ask.input.ts';
import { access, mayAskAbout } from './asked.access.ts';
import { agreementOf, toldOf } from './asked.facts.ts';
import { type AskedQuestion, findAsked } from './asked.store.ts';

const asked = z.object({
  agreementId: z.uuid(),
  at: z.string(),
  question: z
    .object({
      id: z.uuid(),
      number: z.string(),
      status: z.string(),
      faded: z.boolean(),
      evaluatedOn: z.iso.date().nullable(),
      completedOn: z.iso.date().nullable(),
      lasted: z.enum(['yes', 'partly', 'no']).nullable(),
    })
    .nullable(),
});

export const askApi: readonly ApiRoute[] = [
  getApi(
    '/concerns/:id/questions',
    concernAccess.read,
    {
      summary: 'Ondersteuningsvragen die van de afspraken van een zorg zijn gemaakt',
      answer: z.object({ items: z.array(asked), next: z.null() }),
    },
    async ({ actor, params, deed, database }): Promise<ApiAnswer> => {
      const id = idOf(params);
      const concern = id === undefined ? undefined : await readConcern(deed, actor, id);
      if (concern === undefined) return problems.notFound();
      const found = await database.read(actor, (reader) => findAsked(reader, actor, concern.id));
      return { status: 200, body: { items: toldOf(found).map(view), next: null } };
    },
  ),
  postApi(
    '/concerns/:id/agreements/:agreement/question',
    access.ask,
    {
      summary: 'Van een afspraak een ondersteuningsvraag maken: een concept, of de vraag die er al is',
      answer: z.object({ id: z.uuid() }),
      input: askInput,
      known: async ({ actor, params, database }) => {
        const id = idOf(params);
        const concern = id && (await database.read(actor, (reader) => getConcern(reader, actor, id)));
        if (!concern || agreementOf(concern, params['agreement'] ?? '') === undefined)
          return problems.notFound();
        return mayAskAbout(actor, concern.school.id) ? undefined : problems.forbidden();
      },
    },
    async ({ actor, params, input, deed }): Promise<ApiAnswer> => {
      const concernId = idOf(params);
      if (concernId === undefined) return problems.notFound();
      const place = { concernId, agreementId: params['agreement'] ?? '' };
      const outcome = await askAbout(deed, actor, place, input);
      if (outcome.outcome !== 'taken') return refusal(outcome);
      const { id, made } = outcome;
      return made
        ? { status: 201, body: { id }, location: `/api/v1/support-questions/${id}` }
        : { status: 200, body: { id } };
    },
  ),
];

function view({ agreementId, at, question }: AskedQuestion): z.infer<typeof asked> {
  if (question === null) return { agreementId, at, question };
  const { id, number, status, faded, evaluatedOn, completedOn, lasted } = question;
  return { agreementId, at, question: { id, number, status, faded, evaluatedOn, completedOn, lasted } };
}

function refusal(outcome: Exclude<AskedAbout, { outcome: 'taken' }>): ApiAnswer {
  switch (outcome.outcome) {
    case 'refused':
      return problems.refused(outcome.unmet, outcome.marks?.map(tellMark));
    case 'forbidden':
      return problems.forbidden();
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
  }
}
