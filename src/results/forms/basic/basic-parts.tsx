/** Judgements of a school as they are shown, and the form in which they are written. */
import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../../platform/form/filled.tsx';
import { typedValues } from '../../../platform/form/typed.ts';
import { newId } from '../../../platform/ids.ts';
import type { Entries } from '../../../platform/input.ts';
import { type CivilDate, showDate } from '../../../platform/pure/dates.ts';
import { Radios } from '../../../platform/ui/choices.tsx';
import { DateField } from '../../../platform/ui/fields.tsx';
import { Fieldset, Form, SubmitRow } from '../../../platform/ui/form.tsx';
import { Prose, StateBadge } from '../../../platform/ui/parts.tsx';
import { type Column, Table } from '../../../platform/ui/table.tsx';
import { WritingAid } from '../../../privacy/index.ts';
import type { Back } from '../form.answers.ts';
import { levels } from './basic.rules.ts';
import type { BasicForm, Criterion, Judgement } from './basic.store.ts';
import { levelWords, schoolHref, sideWords, stateWords } from './basic.words.ts';

const columns: readonly Column<Judgement>[] = [
  { label: 'Criterium', cell: ({ asked }) => <bdi>{asked}</bdi> },
  { label: 'Oordeel', cell: ({ level }) => levelWords[level] },
  { label: 'Toelichting', cell: ({ words }) => (words === null ? '' : <Prose text={words} />) },
];

/** One judgement of a school, with what the other side said. */
export function Judged({ form }: { readonly form: BasicForm }): JSX.Element {
  const { id, judgedOn, state, side, writtenBy, answeredBy, answeredOn, words, judgements } = form;
  const { label, tone } = stateWords[state];
  return (
    <section id={id} class="stack">
      <div class="title-row">
        <h3>{`Stand op ${showDate(judgedOn)}`}</h3>
        <StateBadge tone={tone} label={label} />
      </div>
      <p>
        Opgeschreven door {sideWords[side]}
        {writtenBy !== null && (
          <>
            , <bdi>{writtenBy}</bdi>
          </>
        )}
        {answeredBy !== null && answeredOn !== null && (
          <>
            . {state === 'agreed' ? 'Akkoord van' : 'Antwoord van'} <bdi>{answeredBy}</bdi> op{' '}
            {showDate(answeredOn)}
          </>
        )}
        .
      </p>
      <Table caption={`Oordelen op ${showDate(judgedOn)}`} hideCaption columns={columns} rows={judgements} />
      {words !== null && (
        <>
          <h4>Hoe de ander het ziet</h4>
          <Prose text={words} />
        </>
      )}
    </section>
  );
}

export const labelsOf = (criteria: readonly Criterion[]): Readonly<Record<string, string>> => ({
  judgedOn: 'Op welke dag keek u?',
  words: 'Hoe ziet u het?',
  ...Object.fromEntries(
    criteria.flatMap(({ name }, nth) => [
      [`judgements.${nth}.level`, name],
      [`judgements.${nth}.words`, 'Toelichting'],
    ]),
  ),
});

export interface JudgeFormProps extends Back {
  readonly code: string;
  /** Those that are judged now. */
  readonly criteria: readonly Criterion[];
  readonly csrf: string;
  readonly typed: Entries;
  readonly today: CivilDate;
}

export function JudgeForm({
  code,
  criteria,
  csrf,
  typed,
  today,
  trouble,
  marks,
}: JudgeFormProps): JSX.Element {
  const labels = labelsOf(criteria);
  const form: Filled = { typed, errors: trouble.fields, labels };
  const options = levels.toReversed().map((level) => ({ value: level, label: levelWords[level] }));
  return (
    <Form action={`${schoolHref(code)}/nieuw`} csrf={csrf} errors={trouble.summary} idempotencyKey={newId()}>
      <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
      <DateField {...fieldOf(form, 'judgedOn')} max={today} />
      {criteria.map(({ nth, name, explanation, source }, place) => (
        <Fieldset key={nth} legend={name} hint={[explanation, `Bron: ${source}`].filter(Boolean).join(' ')}>
          <input type="hidden" name={`judgements.${place}.criterion`} value={`${nth}`} />
          <Radios
            {...fieldOf(form, `judgements.${place}.level`)}
            label="Hoe staat het ervoor?"
            options={options}
          />
          <Story
            form={form}
            name={`judgements.${place}.words`}
            optional
            rows={2}
            max={2_000}
            hint="Zonder namen van kinderen."
          />
        </Fieldset>
      ))}
      <SubmitRow primary="Leg voor" cancel={schoolHref(code)} />
    </Form>
  );
}
