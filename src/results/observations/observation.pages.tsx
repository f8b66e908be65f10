/** Lessons for their teacher and observer; for anybody else these pages are empty, or not there. */
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { dayCursorQuery } from '../../platform/paging.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  type PageRoute,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Paging } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { ResultsCrumb } from '../measures/results-crumb.tsx';
import { GoalPage } from './goal-page.tsx';
import {
  eraseObservation,
  readObservation,
  readObservations,
  sideOf,
  takeObservationStep,
} from './observation.actions.ts';
import { answerInput, goalInput, outcomeInput, type StepInput } from './observation.input.ts';
import { figureReaders, observationsPath, observers, whoReads } from './observation.words.ts';
import { type Back, backFrom, fresh } from './observation-back.ts';
import { lessonPage } from './observation-page.tsx';
import { Growth, Lessons, Waiting } from './observation-parts.tsx';

type Reading = Call<Actor, object, unknown> & Page;
const pageSize = 50;
const nothing = z.object({});
const one = `${observationsPath}/:id`;

export const observationPages: readonly Route[] = [
  getPage(observationsPath, 'member', showList, z.object({ na: dayCursorQuery })),
  getPage(one, 'member', (call) => showOne(call)),
  stepPage('delen', observers, nothing, () => ({ step: 'share' }), 'Gedeeld met de leerkracht.'),
  stepPage(
    'antwoord',
    'member',
    answerInput,
    (input) => ({ step: 'answer', ...input }),
    'Uw antwoord staat erbij.',
  ),
  stepPage(
    'terugnemen',
    'member',
    nothing,
    () => ({ step: 'take_back' }),
    'De waarnemer leest dit niet meer.',
  ),
  stepPage('teruggeven', 'member', nothing, () => ({ step: 'give_back' }), 'De waarnemer leest dit weer.'),
  stepPage(
    'doelen',
    'member',
    goalInput,
    (input) => ({ step: 'set_goal', ...input }),
    'Het doel staat erbij.',
  ),
  postPage(`${one}/wissen`, 'member', nothing, async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const outcome = await eraseObservation(call.deed, call.actor, id);
    return outcome.outcome === 'taken'
      ? done(observationsPath, 'De lesobservatie is gewist.')
      : showOne(call, backFrom(call.input, outcome));
  }),
  getPage(`${one}/doelen/:goal`, 'member', (call) => showGoal(call)),
  postPage(
    `${one}/doelen/:goal`,
    'member',
    outcomeInput.omit({ goalId: true }),
    async (call): Promise<PageAnswer> => {
      const [id, goalId] = [idOf(call.params), idOf(call.params, 'goal')];
      if (id === undefined || goalId === undefined) return notFound;
      const { parsed } = call.input;
      const outcome = parsed.ok
        ? await take(call, id, { step: 'conclude_goal', goalId, ...parsed.value })
        : undefined;
      return outcome?.outcome === 'taken'
        ? done(`${observationsPath}/${id}`, 'U hebt teruggekeken.')
        : showGoal(call, backFrom(call.input, outcome));
    },
  ),
];

const take = ({ deed, actor }: Reading, id: string, input: StepInput) =>
  takeObservationStep(deed, actor, id, input);

const done = (to: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to,
  flash: { tone: 'good', text },
});

/** A form on the page of a lesson that takes one step. */
function stepPage<T>(
  last: string,
  access: 'member' | typeof observers,
  input: z.ZodType<T>,
  stepOf: (value: T) => StepInput,
  said: string,
): PageRoute {
  return postPage(`${one}/${last}`, access, input, async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const { parsed } = call.input;
    const outcome = parsed.ok ? await take(call, id, stepOf(parsed.value)) : undefined;
    return outcome?.outcome === 'taken'
      ? done(`${observationsPath}/${id}`, said)
      : showOne(call, backFrom(call.input, outcome));
  });
}

async function showList({
  actor,
  deed,
  query,
}: Call<Actor, { readonly na?: Parameters<typeof readObservations>[2]['after'] }> &
  Page): Promise<PageAnswer> {
  const found = await readObservations(deed, actor, { limit: pageSize, after: query.na });
  const { items, next } = pageOf(found.items, pageSize, ({ onDate }) => onDate);
  const mine = items.filter((lesson) => sideOf(actor, lesson) === 'teacher');
  const looked = items.filter((lesson) => sideOf(actor, lesson) === 'observer');
  const looks = hasRole(actor, ...observers);
  return {
    kind: 'html',
    title: 'Lesobservaties',
    body: (
      <div class="stack">
        <ResultsCrumb actor={actor} />
        <h1>Lesobservaties</h1>
        <p class="lead">Samen naar een les kijken, om ervan te leren. Het is geen beoordeling. {whoReads}</p>
        {looks && (
          <p class="row">
            <LinkButton href={`${observationsPath}/nieuw`}>Schrijf een lesobservatie</LinkButton>
          </p>
        )}
        {hasRole(actor, ...figureReaders) && (
          <p>
            <a href={`${observationsPath}/samen`}>Waar leerkrachten staan, zonder wie het zijn</a>
          </p>
        )}
        {items.length === 0 && (
          <Empty
            title="Er is hier niets van u"
            text={
              looks
                ? 'Keek u mee in een les? Schrijf op wat u zag. U deelt het pas als u dat wilt.'
                : 'Deelt een waarnemer een les met u, dan staat die hier. U beslist wat ermee gebeurt.'
            }
          />
        )}
        <Waiting lessons={items} actor={actor} />
        {query.na === undefined && <Growth taught={found.taught} />}
        {mine.length > 0 && (
          <>
            <h2>Uw lessen</h2>
            <Lessons lessons={mine} other="observer" />
          </>
        )}
        {looked.length > 0 && (
          <>
            <h2>Lessen waar u keek</h2>
            <Lessons lessons={looked} other="teacher" />
          </>
        )}
        <Paging
          next={next === null ? undefined : `${observationsPath}?na=${next}`}
          first={query.na === undefined ? undefined : observationsPath}
        />
      </div>
    ),
  };
}

async function showOne({ actor, deed, params, csrf }: Reading, back: Back = fresh()): Promise<PageAnswer> {
  const id = idOf(params);
  const lesson = id === undefined ? undefined : await readObservation(deed, actor, id);
  if (lesson === undefined) return notFound;
  return lessonPage({ lesson, csrf, back, side: sideOf(actor, lesson) });
}

async function showGoal({ actor, deed, params, csrf }: Reading, back?: Back): Promise<PageAnswer> {
  const id = idOf(params);
  const lesson = id === undefined ? undefined : await readObservation(deed, actor, id);
  const goal = lesson?.goals.find((found) => found.id === params['goal']);
  if (lesson === undefined || goal === undefined || sideOf(actor, lesson) !== 'teacher') return notFound;
  // Looked back on meanwhile: what was typed stays with the lesson.
  if (goal.outcome !== null)
    return back === undefined ? notFound : lessonPage({ lesson, csrf, back, side: 'teacher' });
  return {
    kind: 'html',
    status: back?.status ?? 200,
    title: 'Terugkijken op een doel',
    body: <GoalPage {...{ lesson, goal, csrf }} back={back ?? fresh()} />,
  };
}
