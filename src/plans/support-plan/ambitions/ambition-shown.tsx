/** An ambition as its readers see it. */
import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../../platform/form/filled.tsx';
import { newId } from '../../../platform/ids.ts';
import { hasRole } from '../../../platform/pure/actor.ts';
import { showDate, showPeriod, showShortDay } from '../../../platform/pure/dates.ts';
import { capital } from '../../../platform/pure/text.ts';
import { RunChart } from '../../../platform/ui/charts/run-chart.tsx';
import { DateField, TextField } from '../../../platform/ui/fields.tsx';
import { Button, Form, LinkButton } from '../../../platform/ui/form.tsx';
import { Badge } from '../../../platform/ui/parts.tsx';
import { Facts, Table } from '../../../platform/ui/table.tsx';
import { definitionHref, goalAccess, isMeasureCode, measureOf } from '../../../results/index.ts';
import { Top, Words } from '../../words.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { ambitionPath, crumbOf, home } from '../support-plan-parts.tsx';

import { mayTake } from './ambition.actions.ts';
import type { AmbitionOfPlan } from './ambition.store.ts';
import { ambitionLabels } from './ambition-form.tsx';
import type { ShownProps } from './ambition-props.ts';
import { Done, doneId, NotYet } from './coverage-shown.tsx';
import { nowWords, progressNow, showValue, wayWords } from './progress.words.ts';

export function AmbitionShown(props: ShownProps): JSX.Element {
  const { one, measured, actor, sent } = props;
  const way = wayWords(one);
  const progress = progressNow(one, measured);
  const edits =
    mayTake(one.draft ? 'revise' : 'change', actor, one) &&
    one.plan !== null &&
    (one.draft
      ? one.plan.status === 'draft' || one.plan.status === 'discussed'
      : one.plan.status === 'adopted');
  return (
    <>
      <Top
        trail={[home, ...(one.plan === null ? [] : [crumbOf(one.plan)])]}
        name={one.name}
        badge={one.draft ? <Badge label="Concept" /> : undefined}
        errors={sent?.back.trouble.summary}
      />
      <div class="stack">
        {one.text !== null && <Words text={one.text} />}
        <Facts items={factsOf(one)} />
        {edits && (
          <p class="button-row">
            <LinkButton href={`${ambitionPath(one.id)}/bewerken`} kind="secondary">
              {one.draft ? 'Pas aan' : 'Wijzig met een reden'}
            </LinkButton>
          </p>
        )}
        <h2>Hoe ver we zijn</h2>
        {way === undefined ? (
          <p>Van deze ambitie is nog niet gezegd waaraan we zien dat zij is bereikt.</p>
        ) : (
          <>
            <p>{way}</p>
            {progress !== undefined && <ProgressBar progress={progress} />}
            <p>{nowWords(one, measured)}</p>
          </>
        )}
        <Readings {...props} />
        <h2 id={doneId}>Wat ervoor is gedaan</h2>
        <Done {...props} hrefs={hasRole(actor, ...goalAccess.read)} />
        <NotYet {...props} progress={progress} />
      </div>
    </>
  );
}

function factsOf(one: AmbitionOfPlan) {
  const { priority, plan, page, indicator, measure, owner, from, to } = one;
  return [
    ...(priority === null || plan === null
      ? []
      : [{ label: 'Speerpunt', value: <bdi>{priority.name}</bdi> }]),
    ...(page === null ? [] : [{ label: 'In het plan', value: `Bladzijde ${page}` }]),
    { label: 'Periode', value: capital(showPeriod(from, to)) },
    ...(indicator === null ? [] : [{ label: 'Wat we meten', value: indicator }]),
    ...(measure === null || !isMeasureCode(measure)
      ? []
      : [
          {
            label: 'Cijfer van Kortelijn',
            value: <a href={definitionHref(measure)}>{measureOf(measure).name}</a>,
          },
        ]),
    ...(owner === null ? [] : [{ label: 'Eigenaar', value: <bdi>{owner.name}</bdi> }]),
  ];
}

/** Points in a run: fewer make no line. */
const fewestPoints = 3;

/** «4 metingen: van 15 scholen naar 31 scholen» */
function courseWords(one: ShownProps['one'], counted: readonly { readonly value: number }[]): string {
  const [first, last] = [counted[0], counted.at(-1)].map((found) => showValue(one, found?.value ?? 0));
  return `${counted.length} metingen: van ${first} naar ${last}`;
}

function Readings({ one, coverage, actor, csrf, today, sent }: ShownProps): JSX.Element | null {
  const { readings } = coverage;
  const reads = !one.draft && one.measure === null && mayTake('read', actor, one);
  // A day that was told again counts as it was told last.
  const counted = readings
    .filter(({ on }, nth) => readings.findIndex((other) => other.on === on) === nth)
    .toReversed();
  return (
    <>
      {counted.length >= fewestPoints && (
        <div>
          <RunChart
            about={{ id: 'metingen', title: courseWords(one, counted), unit: one.unit ?? '' }}
            pointLabel="Dag"
            target={
              one.targetValue === null
                ? undefined
                : { label: `Doel: ${showValue(one, one.targetValue)}`, value: one.targetValue }
            }
            points={counted.map(({ on, value }) => ({
              label: showDate(on),
              short: showShortDay(on),
              on,
              value,
            }))}
          />
        </div>
      )}
      {readings.length > 0 && (
        <Table
          caption="Metingen"
          columns={[
            { label: 'Dag', cell: ({ on }) => showDate(on) },
            { label: 'Waarde', cell: ({ value }) => showValue(one, value), numeric: true },
            { label: 'Toelichting', cell: ({ note }) => (note === null ? 'geen' : <bdi>{note}</bdi>) },
            { label: 'Door', cell: ({ by }) => <bdi>{by}</bdi> },
          ]}
          rows={readings}
        />
      )}
      {reads && <ReadingForm {...{ one, csrf, today, sent }} />}
    </>
  );
}

function ReadingForm({
  one,
  csrf,
  today,
  sent,
}: Pick<ShownProps, 'one' | 'csrf' | 'today' | 'sent'>): JSX.Element {
  const form: Filled = {
    typed: sent?.typed ?? [['on', today]],
    errors: sent?.back.trouble.fields ?? [],
    labels: ambitionLabels,
  };
  return (
    <>
      <h3>Nieuwe meting</h3>
      <Form
        action={`${ambitionPath(one.id)}/metingen`}
        csrf={csrf}
        idempotencyKey={newId()}
        version={one.version}
      >
        <DateField {...fieldOf(form, 'on')} max={today} />
        <TextField
          {...fieldOf(form, 'value')}
          short
          inputMode="decimal"
          hint={one.unit === null ? 'Een getal.' : `In ${one.unit}.`}
        />
        <Story form={form} name="note" rows={2} max={1_000} optional hint="Hoe weet u dit? Zonder namen." />
        <p class="button-row">
          <Button>Leg de meting vast</Button>
        </p>
      </Form>
    </>
  );
}
