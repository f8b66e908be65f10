/** For who runs a round: the summary that closes it. */
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { noTrouble } from '../../platform/form/form-errors.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import { getPage, notFound, type PageAnswer, postPage, type Route } from '../../platform/route.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { Form, SubmitRow } from '../../platform/ui/form.tsx';
import { type Back, backFrom } from '../form.ts';
import { done, foundRound, type Reading, trail } from './answers.pages.tsx';
import { roundFacts, summarise } from './round.actions.ts';
import { summaryInput } from './round.input.ts';
import { roundRunners, unmetByRound } from './round.rules.ts';
import { roundLabels, roundNeedFields } from './round.words.ts';
import { roundPath, roundsPath } from './round-parts.tsx';
import { Why } from './round-steps.tsx';

export const summaryPages: readonly Route[] = [
  getPage(`${roundsPath}/:id/samenvatting`, roundRunners, (call) =>
    showSummary(call, [['summaryFor', 'asked']]),
  ),
  postPage(
    `${roundsPath}/:id/samenvatting`,
    roundRunners,
    summaryInput,
    async (call): Promise<PageAnswer> => {
      const id = idOf(call.params);
      if (id === undefined) return notFound;
      const { parsed, typed } = call.input;
      const outcome = parsed.ok ? await summarise(call.deed, call.actor, id, parsed.value) : undefined;
      if (outcome?.outcome === 'taken')
        return done(roundPath(id), 'De samenvatting staat er, voor wie u koos.');
      return showSummary(call, typed, backFrom(parsed, outcome, roundLabels, roundNeedFields));
    },
  ),
];

async function showSummary(call: Reading, typed: Entries, back?: Back): Promise<PageAnswer> {
  const all = await foundRound(call);
  if (all === undefined || all.round.status !== 'open') return notFound;
  const { round, results } = all;
  const trouble = back?.trouble ?? noTrouble;
  const form = { typed, errors: trouble.fields, labels: roundLabels };
  const unmet = unmetByRound('summarise', roundFacts(round, results, dayOf(call.now.getTime())));
  return {
    kind: 'html',
    status: back?.status ?? 200,
    title: 'Samenvatting schrijven',
    body: (
      <>
        {trail(round)}
        <h1>Samenvatting schrijven</h1>
        <p class="lead">Wat hoorde u, en wat gebeurt ermee? Daarmee sluit u de ronde.</p>
        <Why needs={unmet} title="De ronde kan nog niet dicht" />
        <Form
          action={`${roundPath(round.id)}/samenvatting`}
          csrf={call.csrf}
          errors={trouble.summary}
          idempotencyKey={newId()}
          version={round.version}
        >
          <Story
            form={form}
            name="summary"
            rows={8}
            max={20_000}
            hint="Noem niemand zonder dat die het weet."
          />
          <Radios
            {...fieldOf(form, 'summaryFor')}
            options={[
              { value: 'asked', label: 'Voor wie gevraagd is' },
              ...(round.subject?.kind === 'post'
                ? []
                : [{ value: 'members', label: 'Voor iedereen van het samenwerkingsverband' }]),
            ]}
          />
          <SubmitRow primary="Sluit de ronde met deze samenvatting" cancel={roundPath(round.id)} />
        </Form>
      </>
    ),
  };
}
