/** One round: to answer it, to read what came of it, and what who runs it can do. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { TypedBefore } from '../../platform/form/attempt.tsx';
import { noTrouble } from '../../platform/form/form-errors.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { dayOf, showPeriod } from '../../platform/pure/dates.ts';
import { directionOf } from '../../platform/pure/languages.ts';
import { capital } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Prose } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { type Back, backFrom } from '../form.ts';
import type { Outcome } from '../outcome.ts';
import { development, Top, Words } from '../words.tsx';
import { AnswerForm, typedAnswers } from './answer-form.tsx';
import { showTookPart } from './results.view.ts';
import { answerRound, takeRoundStep } from './round.actions.ts';
import { answersInput, moveEndInput } from './round.input.ts';
import { isRunning, roundRunners } from './round.rules.ts';
import {
  type AskedText,
  findOwnAnswers,
  getAround,
  getRound,
  type OwnAnswer,
  type Results,
  type Round,
} from './round.store.ts';
import { outcomeWords, roundLabels, roundNeedFields } from './round.words.ts';
import { RoundBadge, roundPath, roundsPath, SubjectLine, whom } from './round-parts.tsx';
import { Numbers, RoundSteps } from './round-steps.tsx';

type Reading = Call<Actor, object, unknown> & Page;

interface Sent {
  readonly typed: Entries;
  readonly back: Back;
}

const nothing = z.object({});

export const roundPages: readonly Route[] = [
  getPage(`${roundsPath}/:id`, 'member', (call) => show(call)),
  postPage(`${roundsPath}/:id/antwoord`, 'member', answersInput, async (call): Promise<PageAnswer> => {
    const { deed, actor, input } = call;
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const outcome = input.parsed.ok ? await answerRound(deed, actor, id, input.parsed.value) : undefined;
    return after(call, id, outcome, 'Dank u wel. Uw antwoorden zijn verstuurd.');
  }),
  postPage(`${roundsPath}/:id/openen`, roundRunners, nothing, (call) =>
    step(call, 'open', 'De ronde is open.'),
  ),
  postPage(`${roundsPath}/:id/terugnemen`, roundRunners, nothing, (call) =>
    step(call, 'take_back', 'De ronde is weer een concept.'),
  ),
  postPage(`${roundsPath}/:id/laatste-dag`, roundRunners, moveEndInput, async (call): Promise<PageAnswer> => {
    const { deed, actor, input } = call;
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const outcome = input.parsed.ok
      ? await takeRoundStep(deed, actor, id, { step: 'move_end', ...input.parsed.value })
      : undefined;
    return after(call, id, outcome, 'De laatste dag is gewijzigd.');
  }),
];

type Sending = Parameters<Parameters<typeof postPage<typeof roundRunners, object>>[3]>[0];

async function step(call: Sending, name: 'open' | 'take_back', text: string): Promise<PageAnswer> {
  const id = idOf(call.params);
  if (id === undefined) return notFound;
  return after(call, id, await takeRoundStep(call.deed, call.actor, id, { step: name }), text);
}

async function after(
  call: Sending,
  id: string,
  outcome: Outcome | undefined,
  text: string,
): Promise<PageAnswer> {
  if (outcome?.outcome === 'taken')
    return { kind: 'redirect', to: roundPath(id), flash: { tone: 'good', text } };
  if (outcome?.outcome === 'notFound') return notFound;
  const { parsed, typed } = call.input;
  return show(call, { typed, back: backFrom(parsed, outcome, roundLabels, roundNeedFields) });
}

async function show({ actor, params, database, csrf, now }: Reading, sent?: Sent): Promise<PageAnswer> {
  const id = idOf(params);
  if (id === undefined) return notFound;
  const [round, own, { results, texts }] = await database.read(actor, (reader) =>
    Promise.all([getRound(reader, actor, id), findOwnAnswers(reader, actor, id), getAround(reader, id)]),
  );
  if (round === undefined) return notFound;
  const today = dayOf(now.getTime());
  return {
    kind: 'html',
    status: sent?.back.status ?? 200,
    title: round.title,
    body: <Shown {...{ round, own, results, texts, actor, csrf, today, sent }} />,
  };
}

interface ShownProps {
  readonly round: Round;
  readonly own: readonly OwnAnswer[];
  readonly results: Results | undefined;
  readonly texts: readonly AskedText[];
  readonly actor: Actor;
  readonly csrf: string;
  readonly today: string;
  readonly sent: Sent | undefined;
}

function Shown(props: ShownProps): JSX.Element {
  const { round, own, results, texts, actor, csrf, today, sent } = props;
  const { introduction, subject, startsOn, endsOn, anonymous, summary } = round;
  const trouble = sent?.back.trouble ?? noTrouble;
  const runs = isRunning({ ...round, today });
  const runner = hasRole(actor, ...roundRunners);
  return (
    <>
      <Top
        trail={[development, { href: roundsPath, label: 'Consultaties' }]}
        name={round.title}
        badge={<RoundBadge round={round} today={today} />}
        errors={trouble.summary}
      />
      <div class="stack">
        <Facts
          items={[
            { label: 'Wanneer', value: capital(showPeriod(startsOn, endsOn)) },
            { label: 'Wie is gevraagd', value: capital(whom(round, actor)) },
            { label: 'Antwoorden', value: anonymous ? 'Zonder naam' : 'Met naam' },
            ...(subject === null ? [] : [{ label: 'Gaat over', value: <SubjectLine subject={subject} /> }]),
            // Before it opened nobody could.
            ...(results === undefined || round.status === 'draft'
              ? []
              : [
                  {
                    label: 'Deden mee',
                    value: tookPartOf(results, round, runs, runner),
                  },
                ]),
          ]}
        />
        {summary !== null && (
          <section class="stack" aria-labelledby="samenvatting">
            <h2 id="samenvatting">Wat eruit kwam</h2>
            <Words text={summary} under={2} />
          </section>
        )}
        {introduction !== null && <Introduction text={introduction} past={summary !== null} />}
        {texts.map((text) => (
          <Asked key={text.language} text={text} />
        ))}
        {runs && round.asksMe && (
          <AnswerForm {...{ round, csrf, trouble }} typed={answersOf(sent) ?? typedAnswers(round, own)} />
        )}
        <TypedBefore typed={unsentAnswers(round, runs, sent)} />
        {!runs && own.length > 0 && <Own round={round} own={own} />}
        {round.status === 'summarised' && results !== undefined && (
          <section class="stack" aria-labelledby="in-cijfers">
            <h2 id="in-cijfers">Alle antwoorden in cijfers</h2>
            <Numbers round={round} results={results} runner={runner} />
          </section>
        )}
        {runner && <RoundSteps {...props} />}
      </div>
    </>
  );
}

/** Of few people there is nothing to say of how many. */
function tookPartOf(results: Results, round: Round, runs: boolean, runner: boolean): string {
  const shown = showTookPart(results, round, runs, runner);
  return shown === '<5' && results.asked < 5 ? 'Minder dan 5' : `${shown} van ${results.asked}`;
}

/** What came of it stands above: then this was the question. */
function Introduction({ text, past }: { readonly text: string; readonly past: boolean }): JSX.Element {
  if (!past) return <Words text={text} />;
  return (
    <section class="stack" aria-labelledby="gevraagd">
      <h2 id="gevraagd">Wat er gevraagd is</h2>
      <Words text={text} under={2} />
    </section>
  );
}

/** What was typed in the form of answers, when that is the one that came back. */
const answersOf = (sent: Sent | undefined): Entries | undefined =>
  sent?.typed.some(([name]) => name.startsWith('answers.')) ? sent.typed : undefined;

/** What was typed in the form of answers, when there is no such form (any more) to show it in. */
const unsentAnswers = ({ anonymous, tookPart }: Round, runs: boolean, sent: Sent | undefined): Entries =>
  runs && !(anonymous && tookPart) ? [] : (answersOf(sent) ?? []);

/** The text that is asked about. */
function Asked({ text }: { readonly text: AskedText }): JSX.Element {
  const { language, title, lead, body } = text;
  return (
    <section class="asked stack" lang={language} dir={directionOf(language)} aria-label={title}>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      {lead !== null && <p class="lead">{lead}</p>}
      <Words text={body} under={2} />
    </section>
  );
}

/** What somebody said themselves, and after the summary what was done with it. */
function Own({ round, own }: { readonly round: Round; readonly own: readonly OwnAnswer[] }): JSX.Element {
  const told = round.status === 'summarised';
  return (
    <section class="stack" aria-labelledby="uw-antwoorden">
      <h2 id="uw-antwoorden">{roundLabels.answers}</h2>
      {own.map(({ nth, option, text, outcome, outcomeWords: words }) => (
        <div key={nth} class="stack">
          <h3>
            <bdi>{round.questions.find((one) => one.nth === nth)?.text}</bdi>
          </h3>
          <Prose text={option ?? text ?? ''} />
          {told && outcome !== null && (
            <p>
              <strong>{outcomeWords[outcome]}.</strong> <bdi>{words}</bdi>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
