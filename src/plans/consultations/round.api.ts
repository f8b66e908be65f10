/** Rounds through the API. */
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { dayCursorQuery, limitQuery } from '../../platform/paging.ts';
import { problems } from '../../platform/problem.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import {
  type ApiAnswer,
  type ApiRoute,
  type Call,
  type Deed,
  getApi,
  postApi,
} from '../../platform/route.ts';
import { made, stepped, stepView } from '../answers.ts';
import type { Outcome } from '../outcome.ts';
import { showOptions, showOutcomes, showTookPart } from './results.view.ts';
import {
  answerRound,
  roundFacts,
  settleAnswers,
  summarise,
  takeRoundStep,
  writeRound,
} from './round.actions.ts';
import { answersInput, roundInput, roundStepInput, settleInput, summaryInput } from './round.input.ts';
import { isRunning, roundRunners, roundStatuses, unmetByRound } from './round.rules.ts';
import { findOwnAnswers, findRounds, getAround, getResults, getRound, type Round } from './round.store.ts';
import { aboutOf } from './round-form.tsx';

const round = z
  .object({
    id: z.uuid(),
    version: z.int(),
    title: z.string(),
    about: z.string().nullable(),
    roles: z.array(z.string()),
    anonymous: z.boolean(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    status: z.enum(roundStatuses),
    summary: z.string().nullable(),
    questions: z.array(z.object({ nth: z.int(), text: z.string(), options: z.array(z.string()) })),
    tookPart: z.boolean(),
  })
  .loose();
const takenByHand = ['revise', 'open', 'take_back', 'move_end'] as const;
const answer = z
  .object({ id: z.uuid(), nth: z.int(), option: z.string().nullable(), text: z.string().nullable() })
  .loose();

export const roundApi: readonly ApiRoute[] = [
  getApi(
    '/consultations',
    'member',
    {
      summary: 'Consultaties waarin u gevraagd bent, of die u houdt; die het laatst begonnen eerst',
      answer: z.object({ items: z.array(round), next: z.string().nullable() }),
      query: z.object({ limit: limitQuery, after: dayCursorQuery }),
    },
    async ({ actor, query, database }) => {
      const found = await database.read(actor, (reader) => findRounds(reader, actor, query));
      const { items, next } = pageOf(found, query.limit, ({ startsOn }) => startsOn);
      return { status: 200, body: { items: items.map(viewOf), next } };
    },
  ),
  postApi(
    '/consultations',
    roundRunners,
    { summary: 'Een consultatie voorbereiden, als concept', answer: round, input: roundInput },
    async ({ actor, input, deed }) =>
      made(await writeRound(deed, actor, input), '/consultations', (id) => shown(deed, actor, id)),
  ),
  getApi(
    '/consultations/:id',
    'member',
    { summary: 'Eén consultatie, met uw eigen antwoorden en wat eruit kwam', answer: round },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params)),
  ),
  onRound(
    'steps',
    'Een stap: aanpassen, openen, terugnemen, laatste dag wijzigen',
    roundStepInput,
    takeRoundStep,
  ),
  onRound('outcomes', 'Wat er met antwoorden is gedaan', settleInput, settleAnswers),
  onRound('summary', 'De samenvatting, die de consultatie sluit', summaryInput, summarise),
  postApi(
    '/consultations/:id/answers',
    'member',
    {
      summary: 'Antwoorden, alle vragen tegelijk; met naam opnieuw tot en met de laatste dag',
      answer: round,
      input: answersInput,
      success: 200,
      known: isThere,
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      return stepped(await answerRound(deed, actor, id, input), () => shown(deed, actor, id));
    },
  ),
  getApi(
    '/consultations/:id/answers',
    roundRunners,
    {
      summary: 'De antwoorden; zonder naam pas na de laatste dag, als ten minste vijf mensen meededen',
      answer: z.object({ items: z.array(answer), open: z.boolean() }),
    },
    async ({ actor, params, database }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const results = await database.read(actor, (reader) => getResults(reader, id));
      if (results === undefined) return problems.notFound();
      return { status: 200, body: { items: results.answers ?? [], open: results.open } };
    },
  ),
];

function onRound<T>(
  what: string,
  summary: string,
  input: z.ZodType<T>,
  act: (deed: Deed, actor: Actor, id: string, input: T) => Promise<Outcome>,
): ApiRoute {
  return postApi(
    `/consultations/:id/${what}`,
    roundRunners,
    { summary, answer: round, input, changes: true, known: isThere },
    async ({ actor, params, input: sent, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      return stepped(await act(deed, actor, id, sent), () => shown(deed, actor, id));
    },
  );
}

const viewOf = (found: Round) => ({ ...found, about: aboutOf(found) || null, subject: undefined });

/** A round as the API shows it: with one's own answers, the numbers as far as the reader may know them, and what they can do. */
async function shown({ database, now }: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  if (id === undefined) return problems.notFound();
  const [found, own, { results, texts }] = await database.read(actor, (reader) =>
    Promise.all([getRound(reader, actor, id), findOwnAnswers(reader, actor, id), getAround(reader, id)]),
  );
  if (found === undefined) return problems.notFound();
  const runner = hasRole(actor, ...roundRunners);
  const today = dayOf(now.getTime());
  const summarised = found.status === 'summarised';
  const steps = !runner
    ? []
    : takenByHand.map((step) => stepView(step, unmetByRound(step, roundFacts(found, results, today))));
  const numbers = results && {
    asked: results.asked,
    tookPart: showTookPart(results, found, isRunning({ ...found, today }), runner),
    options:
      results.options &&
      found.questions.map((one) => ({ nth: one.nth, chosen: showOptions(results, one, runner) })),
    outcomes: results.outcomes && showOutcomes(results, runner),
  };
  // What was done with an answer is told with the summary.
  const said = own.map((one) => (summarised ? one : { ...one, outcome: null, outcomeWords: null }));
  const body = { ...viewOf(found), texts, ownAnswers: said, results: numbers ?? null, steps };
  return { status: 200, body, version: found.version };
}

async function isThere({ actor, params, database }: Call<Actor>): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const found =
    id === undefined ? undefined : await database.read(actor, (reader) => getRound(reader, actor, id));
  return found === undefined ? problems.notFound() : undefined;
}
