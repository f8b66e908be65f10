/** The form of the yearly question. */
import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../../platform/form/filled.tsx';
import { typedValues } from '../../../platform/form/typed.ts';
import { newId } from '../../../platform/ids.ts';
import type { Entries } from '../../../platform/input.ts';
import { Checkboxes } from '../../../platform/ui/choices.tsx';
import { Select } from '../../../platform/ui/fields.tsx';
import { Form, SubmitRow } from '../../../platform/ui/form.tsx';
import { WritingAid } from '../../../privacy/index.ts';
import type { Back } from '../form.answers.ts';
import type { YearlyAnswer } from './yearly.store.ts';
import { labels, yearlyHref, yearlyPath } from './yearly.words.ts';

/** The button that keeps a draft. */
export const keepButton = 'bewaar';

export const entriesOf = (answer: YearlyAnswer | undefined): Entries => [
  ['grade', `${answer?.grade ?? ''}`],
  ['wentWell', answer?.wentWell ?? ''],
  ['couldBeBetter', answer?.couldBeBetter ?? ''],
  ...(answer?.nameShown === true ? [['nameShown', 'true'] as const] : []),
];

export interface YearlyFormProps extends Back {
  readonly code: string;
  readonly csrf: string;
  readonly typed: Entries;
  readonly version: number | undefined;
  /** It was given before: from then on it is only sent, never kept by itself. */
  readonly given: boolean;
}

const grades = Array.from({ length: 10 }, (_, nth) => `${nth + 1}`);

export function YearlyForm({
  code,
  csrf,
  typed,
  version,
  given,
  trouble,
  marks,
}: YearlyFormProps): JSX.Element {
  const form: Filled = { typed, errors: trouble.fields, labels };
  return (
    <Form
      action={yearlyHref(code)}
      csrf={csrf}
      errors={trouble.summary}
      idempotencyKey={newId()}
      version={version}
      autosave={given ? undefined : `${yearlyHref(code)}/bewaar`}
    >
      <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
      <Select
        {...fieldOf(form, 'grade')}
        hint="1 is het laagst, 10 het hoogst."
        empty="Kies een cijfer"
        options={grades.map((grade) => ({ value: grade, label: grade }))}
      />
      <Story form={form} name="wentWell" optional max={4_000} hint="Zonder namen van kinderen." />
      <Story form={form} name="couldBeBetter" optional max={4_000} hint="Zonder namen van kinderen." />
      <Checkboxes
        {...fieldOf(form, 'nameShown')}
        optional
        values={typedValues(typed, 'nameShown')}
        options={[{ value: 'true', label: 'Mijn naam en mijn school mogen bij mijn woorden staan' }]}
      />
      <SubmitRow
        primary={given ? 'Verstuur de wijziging' : 'Verstuur'}
        secondary={given ? [] : [{ label: 'Bewaar als concept', do: keepButton }]}
        cancel={yearlyPath}
      />
    </Form>
  );
}
