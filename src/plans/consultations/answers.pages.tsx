/** For who runs a round: the answers, and what was done with them. */
import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../platform/form/filled.tsx';
import { noTrouble } from '../../platform/form/form-errors.ts';
import { typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { Button, ErrorSummary, Form } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty, Notice } from '../../platform/ui/parts.tsx';
import { type Back, backFrom } from '../form.ts';
import { roundFacts, settleAnswers } from './round.actions.ts';
import { settleInput } from './round.input.ts';
import { outcomes, roundRunners, unmetByRound } from './round.rules.ts';
import { type Answer, getResults, getRound, type Question, type Results, type Round } from './round.store.ts';
import { outcomeWords, roundLabels, roundNeedFields } from './round.words.ts';
import { roundPath, roundsPath } from './round-parts.tsx';
import { Numbers } from './round-steps.tsx';

export type Reading = Call<Actor, object, unknown> & Page;

export const answersPages: readonly Route[] = [
  getPage(`${roundsPath}/:id/antwoorden`, roundRunners, (call) => showAnswers(call, [])),
  postPage(`${roundsPath}/:id/antwoorden`, roundRunners, settleInput, async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const { parsed, typed } = call.input;
    const outcome = parsed.ok ? await settleAnswers(call.deed, call.actor, id, parsed.value) : undefined;
    if (outcome?.outcome === 'taken') return done(`${roundPath(id)}/antwoorden`, 'Opgeschreven.');
    return showAnswers(call, typed, backFrom(parsed, outcome, roundLabels, roundNeedFields));
  }),
];

export const done = (to: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to,
  flash: { tone: 'good', text },
});

/** The round with what came of it; undefined: not there for this person. */
export async function foundRound({ actor, params, database }: Reading) {
  const id = idOf(params);
  if (id === undefined) return undefined;
  const [round, results] = await database.read(actor, (reader) =>
    Promise.all([getRound(reader, actor, id), getResults(reader, id)]),
  );
  return round === undefined || results === undefined ? undefined : { round, results };
}

export const trail = ({ id, title }: Round) => (
  <Breadcrumb
    items={[
      { href: '/ontwikkeling', label: 'Ontwikkeling' },
      { href: roundsPath, label: 'Consultaties' },
      { href: roundPath(id), label: title },
    ]}
  />
);

async function showAnswers(call: Reading, typed: Entries, back?: Back): Promise<PageAnswer> {
  const all = await foundRound(call);
  if (all === undefined) return notFound;
  const { round, results } = all;
  const trouble = back?.trouble ?? noTrouble;
  const form = { typed, errors: trouble.fields, labels: roundLabels };
  const today = dayOf(call.now.getTime());
  const settles = unmetByRound('settle', roundFacts(round, results, today)).length === 0;
  return {
    kind: 'html',
    status: back?.status ?? 200,
    title: 'Antwoorden',
    body: (
      <>
        {trail(round)}
        <h1>Antwoorden</h1>
        <ErrorSummary errors={trouble.summary} />
        <Answers {...{ round, results, form, settles, csrf: call.csrf, ended: round.endsOn < today }} />
      </>
    ),
  };
}

interface AnswersProps {
  readonly round: Round;
  readonly results: Results;
  readonly form: Filled;
  readonly settles: boolean;
  readonly csrf: string;
  readonly ended: boolean;
}

function Answers(props: AnswersProps): JSX.Element {
  const { round, results, form, settles, csrf, ended } = props;
  if (results.answers === null)
    return (
      <Notice tone="info" title={ended ? 'De antwoorden blijven dicht' : 'De antwoorden zijn nog dicht'}>
        <p>
          {ended
            ? 'Minder dan vijf mensen deden mee. Een antwoord zou dan een gezicht hebben.'
            : 'In een ronde zonder naam leest niemand antwoorden voordat die voorbij is.'}
        </p>
      </Notice>
    );
  if (results.answers.length === 0)
    return <Empty title="Er is nog geen antwoord" text="Zodra iemand antwoordt, staat het hier." />;
  const listed = (
    <>
      <Numbers round={round} results={results} runner />
      {round.questions
        .filter(({ options }) => options.length === 0)
        .map((question) => (
          <OfQuestion key={question.nth} {...props} question={question} answers={results.answers ?? []} />
        ))}
    </>
  );
  if (!settles) return listed;
  return (
    <Form
      action={`${roundPath(round.id)}/antwoorden`}
      csrf={csrf}
      idempotencyKey={newId()}
      version={round.version}
    >
      <p>
        Kies een of meer antwoorden en schrijf op wat ermee is gedaan.
        {!round.anonymous && ' Wie antwoordde, leest dat na de samenvatting terug.'}
      </p>
      {listed}
      <Radios
        {...fieldOf(form, 'outcome')}
        options={outcomes.map((value) => ({ value, label: outcomeWords[value] }))}
      />
      <Story form={form} name="outcomeWords" rows={2} max={2_000} />
      <p class="button-row">
        <Button>Schrijf het op</Button>
      </p>
    </Form>
  );
}

interface OfQuestionProps extends AnswersProps {
  readonly question: Question;
  readonly answers: readonly Answer[];
}

function OfQuestion({ question, answers, form, settles }: OfQuestionProps): JSX.Element {
  const own = answers.filter(({ nth, text }) => nth === question.nth && text !== null);
  const chosen = typedValues(form.typed, 'answerIds');
  return (
    <fieldset class="fieldset">
      <legend class="fieldset__legend">
        <bdi>
          {question.nth}. {question.text}
        </bdi>
      </legend>
      {own.length === 0 && <p>Niemand antwoordde hierop.</p>}
      {own.map(({ id, by, text, outcome, outcomeWords: words }) => (
        <div key={id} class="choice">
          {settles && (
            <input
              class="choice__input"
              type="checkbox"
              id={`antwoord-${id}`}
              name="answerIds"
              value={id}
              checked={chosen.includes(id)}
            />
          )}
          <label class="choice__label" for={settles ? `antwoord-${id}` : undefined}>
            {by !== null && (
              <strong>
                <bdi>{by}</bdi>:{' '}
              </strong>
            )}
            <bdi>{text}</bdi>
          </label>
          {outcome !== null && (
            <p class="choice__hint">
              {outcomeWords[outcome]}: <bdi>{words}</bdi>
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
