/** What who runs a round can do with it, and the numbers that come of it. */
import type { JSX } from 'preact';
import { fieldOf } from '../../platform/form/filled.tsx';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import { addDays, showDate } from '../../platform/pure/dates.ts';
import { DateField } from '../../platform/ui/fields.tsx';
import { Button, Form, LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import type { Back } from '../form.ts';
import { needWords } from '../needs.words.ts';
import { showOptions, showOutcomes } from './results.view.ts';
import { roundFacts } from './round.actions.ts';
import { type RoundStep, unmetByRound } from './round.rules.ts';
import type { Results, Round } from './round.store.ts';
import { outcomeWords, roundLabels } from './round.words.ts';
import { roundPath } from './round-parts.tsx';

interface StepsProps {
  readonly round: Round;
  readonly results: Results | undefined;
  readonly csrf: string;
  readonly today: string;
  /** A form that comes back. */
  readonly sent: { readonly typed: Entries; readonly back: Back } | undefined;
}

export function RoundSteps(props: StepsProps): JSX.Element | null {
  const { round, results, today } = props;
  const path = roundPath(round.id);
  const unmet = (step: RoundStep) => unmetByRound(step, roundFacts(round, results, today));
  if (round.status === 'summarised')
    return (
      <p class="button-row">
        <LinkButton href={`${path}/antwoorden`} kind="secondary">
          Lees de antwoorden
        </LinkButton>
      </p>
    );
  return (
    <section class="stack" aria-labelledby="deze-ronde">
      <h2 id="deze-ronde">Deze ronde houden</h2>
      {round.status === 'draft' ? (
        <>
          <Why needs={unmet('open')} title="De ronde kan nog niet open" />
          <p class="button-row">
            <LinkButton href={`${path}/bewerken`} kind="secondary">
              Pas aan
            </LinkButton>
          </p>
          {unmet('open').length === 0 && (
            <StepForm {...props} slug="openen" button="Open de ronde">
              Wie u vraagt, hoort het op de eerste dag. Vragen, periode en «met of zonder naam» liggen daarna
              vast; alleen de laatste dag kan nog anders.
            </StepForm>
          )}
        </>
      ) : (
        <Running {...props} path={path} unmet={unmet} />
      )}
    </section>
  );
}

interface RunningProps extends StepsProps {
  readonly path: string;
  readonly unmet: (step: RoundStep) => readonly (keyof typeof needWords)[];
}

function Running(props: RunningProps): JSX.Element {
  const { round, csrf, today, sent, path, unmet } = props;
  const form = { typed: sent?.typed ?? [], errors: sent?.back.trouble.fields ?? [], labels: roundLabels };
  const canEnd = round.startsOn < today;
  return (
    <>
      {unmet('take_back').length === 0 && (
        <StepForm {...props} slug="terugnemen" button="Neem terug">
          De ronde is nog niet begonnen. U kunt die weer een concept maken en aanpassen.
        </StepForm>
      )}
      <p class="button-row">
        <LinkButton href={`${path}/antwoorden`} kind="secondary">
          Lees de antwoorden
        </LinkButton>
        {unmet('summarise').length === 0 && (
          <LinkButton href={`${path}/samenvatting`}>Schrijf de samenvatting</LinkButton>
        )}
      </p>
      {round.endsOn < today && <Why needs={unmet('summarise')} title="De samenvatting kan nog niet" />}
      {unmet('move_end').length === 0 && (
        <Form
          action={`${path}/laatste-dag`}
          csrf={csrf}
          idempotencyKey={newId()}
          version={round.version}
          errors={[]}
        >
          <DateField
            {...fieldOf(form, 'endsOn')}
            value={fieldOf(form, 'endsOn').value ?? round.endsOn}
            hint={
              canEnd
                ? `Wilt u nu al stoppen? Kies dan gisteren, ${showDate(addDays(today, -1))}.`
                : 'Een ronde duurt ten minste een dag.'
            }
          />
          <p class="button-row">
            <Button kind="secondary">Wijzig de laatste dag</Button>
          </p>
        </Form>
      )}
    </>
  );
}

interface StepFormProps extends StepsProps {
  readonly slug: string;
  readonly button: string;
  readonly children: string;
}

function StepForm({ round, csrf, slug, button, children }: StepFormProps): JSX.Element {
  return (
    <Form
      action={`${roundPath(round.id)}/${slug}`}
      csrf={csrf}
      idempotencyKey={newId()}
      version={round.version}
    >
      <p>{children}</p>
      <p class="button-row">
        <Button>{button}</Button>
      </p>
    </Form>
  );
}

interface WhyProps {
  readonly title: string;
  readonly needs: readonly (keyof typeof needWords)[];
}

export function Why({ title, needs }: WhyProps): JSX.Element | null {
  if (needs.length === 0) return null;
  return (
    <Notice tone="info" title={title}>
      <ul>
        {needs.map((need) => (
          <li key={need}>{needWords[need]}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface NumbersProps {
  readonly round: Round;
  readonly results: Results;
  readonly runner: boolean;
}

/** How often what was chosen, and what became of the answers. */
export function Numbers({ round, results, runner }: NumbersProps): JSX.Element {
  const asked = round.questions.filter(({ options }) => options.length > 0);
  if (!results.open) return <p>Minder dan vijf mensen deden mee. De antwoorden blijven dicht.</p>;
  return (
    <>
      {asked.map((question) => (
        <Table
          key={question.nth}
          caption={question.text}
          columns={[
            { label: 'Keuze', cell: ({ option }) => <bdi>{option}</bdi> },
            { label: 'Aantal', cell: ({ n }) => n, numeric: true },
          ]}
          rows={showOptions(results, question, runner)}
        />
      ))}
      {asked.length < round.questions.length && (
        <Table
          caption="Wat er met de antwoorden is gedaan"
          columns={[
            { label: 'Wat', cell: ({ outcome }) => outcomeWords[outcome] },
            { label: 'Aantal', cell: ({ n }) => n, numeric: true },
          ]}
          rows={showOutcomes(results, runner)}
        />
      )}
    </>
  );
}
