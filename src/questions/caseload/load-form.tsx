/** The form that hands over a load: every question with who takes it, and one reason. */
import type { JSX } from 'preact';
import { FormEnd } from '../../platform/form/attempt.tsx';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import { showDate } from '../../platform/pure/dates.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Fieldset, Form } from '../../platform/ui/form.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import { dagdelenAWeek, type SpecialistRow } from '../../stationing/index.ts';
import { titleOf } from '../reading/question-parts.tsx';
import type { LoadItem } from './load.store.ts';

export const path = '/inzet/overdragen';

export const labels = {
  colleague: 'Aan wie?',
  questions: 'Welke vragen?',
  reason: 'Waarom draagt u deze vragen over?',
} as const;

/** A form that came back. */
export interface Attempt {
  readonly typed: Entries;
  readonly status: number;
  readonly trouble: Trouble;
  readonly marks?: readonly MarkInSentence[];
}

interface LoadFormProps {
  readonly from: string;
  readonly load: readonly LoadItem[];
  readonly colleagues: readonly SpecialistRow[];
  readonly csrf: string;
  readonly back: string;
  readonly attempt: Attempt | undefined;
}

/** Everything is ticked until somebody says otherwise. */
export function LoadForm({ from, load, colleagues, csrf, back, attempt }: LoadFormProps): JSX.Element {
  const { typed = [], trouble = noTrouble, marks = [] } = attempt ?? {};
  const form = { typed, errors: trouble.fields, labels };
  const options = colleagues.map((one) => ({ value: one.id, label: `${one.name}${roomOf(one)}` }));
  return (
    <>
      <p class="lead">
        Wie een vraag overneemt, krijgt dezelfde taak en laatste dag, met de dagdelen die er in de weken tot
        dan nog zijn. Dat moet passen in de uren van uw collega. De scholen lezen wie het wordt en waarom.
        Alles gaat tegelijk, of niets.
      </p>
      <Form action={path} csrf={csrf} errors={trouble.summary} idempotencyKey={newId()}>
        <input type="hidden" name="from" value={from} />
        <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
        <Select {...fieldOf(form, 'colleague')} empty="Kies een collega" options={options} />
        <Fieldset legend={labels.questions} hint="Haal het vinkje weg bij wat blijft.">
          <div id="questions" tabIndex={-1} class="stack">
            {load.map((item, nth) => (
              <LoadRow
                key={item.questionId}
                {...{ item, nth, options, typed }}
                fresh={attempt === undefined}
              />
            ))}
          </div>
        </Fieldset>
        <Story form={form} name="reason" hint="Iedere school leest dit bij de eigen vraag." help={noNames} />
        <FormEnd button="Draag over" back={back} />
      </Form>
    </>
  );
}

const noNames = 'Geen namen van kinderen, en niet waarom iemand ziek of weg is.';

const roomOf = ({ away, free }: SpecialistRow) =>
  away !== null
    ? away.to === null
      ? ' (afwezig)'
      : ` (afwezig tot en met ${showDate(away.to)})`
    : free === null
      ? ' (geen contract)'
      : free > 0
        ? ` (vrij: ${dagdelenAWeek(free)})`
        : ' (nu geen ruimte)';

/** The row in which a question was sent: meanwhile there may be more or fewer of them. */
const rowOf = (typed: Entries, questionId: string) =>
  typed.find(([name, value]) => value === questionId && name.endsWith('.id'))?.[0].slice(0, -'.id'.length);

interface LoadRowProps {
  readonly item: LoadItem;
  readonly nth: number;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly typed: Entries;
  /** Nothing was sent yet: then everything is ticked. */
  readonly fresh: boolean;
}

function LoadRow({ item, nth, options, typed, fresh }: LoadRowProps): JSX.Element {
  const { questionId, number, schoolName, role, until } = item;
  const name = `questions.${nth}`;
  const sent = rowOf(typed, questionId);
  return (
    <div class="stack">
      <input type="hidden" name={`${name}.id`} value={questionId} />
      <div class="choice">
        <input
          class="choice__input"
          type="checkbox"
          id={`${name}.on`}
          name={`${name}.on`}
          value="true"
          checked={fresh || typedValue(typed, `${sent}.on`) === 'true'}
          aria-describedby={`${name}-hint`}
        />
        <label class="choice__label" for={`${name}.on`}>
          <bdi>{titleOf(item)}</bdi>
        </label>
        <p class="choice__hint" id={`${name}-hint`}>
          <bdi>{schoolName}</bdi> {number} · {role} · tot en met {showDate(until)}
        </p>
      </div>
      <Select
        name={`${name}.to`}
        label={`Wie neemt ${number} over?`}
        empty="De collega hierboven"
        value={typedValue(typed, `${sent}.to`)}
        options={options}
      />
    </div>
  );
}
