/** Rounds of asking, and preparing one. */
import { z } from 'zod';
import { afterButton, withoutEmptyRows } from '../../platform/form/typed.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import { dayCursorQuery } from '../../platform/paging.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb, Paging } from '../../platform/ui/navigate.tsx';
import { CardList, Empty } from '../../platform/ui/parts.tsx';
import { type Back, backFrom } from '../form.ts';
import type { Outcome } from '../outcome.ts';
import { takeRoundStep, writeRound } from './round.actions.ts';
import { roundInput } from './round.input.ts';
import { roundRunners } from './round.rules.ts';
import { findRoundChoices, findRounds, getRound, type Round } from './round.store.ts';
import { roundLabels, roundNeedFields } from './round.words.ts';
import { roundForm, typedFrom } from './round-form.tsx';
import { RoundCard, roundPath, roundsPath } from './round-parts.tsx';

type Reading = Call<Actor, object, unknown> & Page;
const perPage = 50;

export const roundListPages: readonly Route[] = [
  getPage(
    roundsPath,
    'member',
    async ({ actor, database, query, today }): Promise<PageAnswer> => {
      const found = await database.read(actor, (reader) =>
        findRounds(reader, actor, { limit: perPage, after: query.na }),
      );
      const { items: rounds, next } = pageOf(found, perPage, ({ startsOn }) => startsOn);
      return {
        kind: 'html',
        title: 'Consultaties',
        body: (
          <>
            <Breadcrumb items={[{ href: '/ontwikkeling', label: 'Ontwikkeling' }]} />
            <div class="title-row">
              <h1>Consultaties</h1>
              {hasRole(actor, ...roundRunners) && (
                <LinkButton href={`${roundsPath}/nieuw`}>Nieuwe consultatie</LinkButton>
              )}
            </div>
            <p class="lead">Waar u om uw mening is gevraagd, en wat er met de antwoorden is gedaan.</p>
            {rounds.length === 0 ? (
              <Empty
                title="Er is nu geen consultatie voor u"
                text="Wordt u om uw mening gevraagd, dan staat het hier."
              />
            ) : (
              <>
                <h2 class="visually-hidden">Alle consultaties</h2>
                <CardList>
                  {rounds.map((round) => (
                    <RoundCard key={round.id} round={round} today={today} />
                  ))}
                </CardList>
              </>
            )}
            <Paging
              next={next === null ? undefined : `${roundsPath}?na=${next}`}
              first={query.na && roundsPath}
            />
          </>
        ),
      };
    },
    z.object({ na: dayCursorQuery.catch(undefined) }),
  ),
  getPage(
    `${roundsPath}/nieuw`,
    roundRunners,
    (call) => show(call, undefined, [['about', call.query.over ?? '']]),
    z.object({ over: z.string().max(100).optional().catch(undefined) }),
  ),
  postPage(`${roundsPath}/nieuw`, roundRunners, roundInput, async (call): Promise<PageAnswer> => {
    const { parsed, typed, button } = call.input;
    if (button !== '') return show(call, undefined, afterButton(typed, button));
    const outcome = parsed.ok ? await writeRound(call.deed, call.actor, parsed.value) : undefined;
    return answer(call, undefined, outcome);
  }),
  getPage(`${roundsPath}/:id/bewerken`, roundRunners, async (call) => {
    const round = await roundOf(call);
    return round?.status === 'draft' ? show(call, round, typedFrom(round)) : notFound;
  }),
  postPage(`${roundsPath}/:id/bewerken`, roundRunners, roundInput, async (call): Promise<PageAnswer> => {
    const { parsed, typed, button } = call.input;
    const round = await roundOf(call);
    if (round === undefined) return notFound;
    if (button !== '') return show(call, round, afterButton(typed, button));
    const outcome = parsed.ok
      ? await takeRoundStep(call.deed, call.actor, round.id, { step: 'revise', ...parsed.value })
      : undefined;
    return answer(call, round, outcome);
  }),
];

function answer(
  call: Reading & Call<Actor, object, Sent<unknown>>,
  round: Round | undefined,
  outcome: Outcome | undefined,
): PageAnswer | Promise<PageAnswer> {
  const { parsed, typed } = call.input;
  if (outcome?.outcome === 'taken')
    return {
      kind: 'redirect',
      to: roundPath(outcome.id),
      flash: { tone: 'good', text: 'Bewaard als concept. Open de ronde als alles klopt.' },
    };
  return show(
    call,
    round,
    withoutEmptyRows(typed, 'questions'),
    backFrom(parsed, outcome, roundLabels, roundNeedFields),
  );
}

async function show(
  { actor, csrf, database }: Reading,
  round: Round | undefined,
  typed: Entries,
  back?: Back,
): Promise<PageAnswer> {
  const choices = await database.read(actor, (reader) => findRoundChoices(reader, actor));
  return roundForm({ csrf, actor, choices, typed, ...back, ...(round && { round }) });
}

function roundOf({ actor, params, database }: Reading): Promise<Round | undefined> {
  const id = idOf(params);
  return id === undefined
    ? Promise.resolve(undefined)
    : database.read(actor, (reader) => getRound(reader, actor, id));
}
