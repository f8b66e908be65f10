/** The form to propose a stationing, and what it says of the room there is. */
import type { JSX } from 'preact';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import { Checkboxes } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextArea, TextField } from '../../platform/ui/fields.tsx';
import { errorOf, Fieldset, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import type { RoomOfWeek } from './stationing.rules.ts';
import type { Stationing } from './stationing.store.ts';
import { roomPeriods, roomWords } from './stationing.words.ts';
import type { Choices } from './stationing-choices.store.ts';
import { typedShare } from './stationing-form.ts';
import { listPath } from './stationing-parts.tsx';

export const newPath = `${listPath}/nieuw`;
export const labels = { note: 'Overdracht', words: 'Waarom verandert het?' };

/** In the order of the page. */
export const proposalLabels = {
  specialistId: 'Wie?',
  place: 'Waar?',
  schools: 'Welke scholen van het bestuur?',
  dagdelen: 'Dagdelen per week',
  from: 'Eerste dag',
  to: 'Laatste dag',
  ambitions: 'Waarvoor?',
  ...labels,
};

/** What was typed, and what was wrong with it. */
export interface Attempt {
  readonly typed: Entries;
  readonly errors: readonly FormError[];
  readonly marks?: readonly MarkInSentence[];
}

interface ProposalFormProps extends Attempt {
  readonly title: string;
  readonly choices: Choices;
  readonly before: Stationing | undefined;
  readonly room: readonly RoomOfWeek[];
  readonly csrf: string;
}

export function ProposalForm(props: ProposalFormProps): JSX.Element {
  const { title, choices, before, room, csrf, typed, errors, marks = [] } = props;
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name) ?? '',
    error: errorOf(errors, name),
  });
  return (
    <>
      <Breadcrumb items={[{ href: listPath, label: 'Stationeringen' }]} />
      <h1>{title}</h1>
      <p class="lead">
        {before === undefined
          ? 'Wie komt waar, hoeveel en hoe lang? De directeur of het bestuur gaat daarna akkoord.'
          : `${before.specialist.name} is bij ${before.place.name}, ${showPeriod(before.from, before.to)}. Is dit voorstel akkoord, dan eindigt dat op de dag ervoor.`}
      </p>
      <Form action={newPath} csrf={csrf} errors={errors} idempotencyKey={newId()}>
        {before !== undefined && <input type="hidden" name="continuesId" value={before.id} />}
        <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
        {before === undefined ? (
          <Select
            {...field('specialistId')}
            label={proposalLabels.specialistId}
            empty="Kies een specialist"
            options={choices.specialists.map((one) => ({ value: one.id, label: one.name }))}
          />
        ) : (
          <input type="hidden" name="specialistId" value={before.specialist.id} />
        )}
        <Place choices={choices} typed={typed} errors={errors} />
        <TextField
          {...field('dagdelen')}
          label={proposalLabels.dagdelen}
          hint="Hele of halve, zoals 4 of 2,5."
          inputMode="decimal"
          short
        />
        {room.length > 0 && <Room room={room} />}
        <DateField {...field('from')} label={proposalLabels.from} />
        <DateField {...field('to')} label={proposalLabels.to} />
        {choices.ambitions.length > 0 && <Ambitions choices={choices} typed={typed} errors={errors} />}
        <TextArea
          {...field('note')}
          label={labels.note}
          optional
          max={4_000}
          hint="Wat moet wie komt weten, en wat is er al gedaan? Noem nooit een kind."
        />
        {before !== undefined && (
          <TextArea {...field('words')} label={labels.words} optional max={4_000} rows={2} />
        )}
        <SubmitRow
          primary="Stel voor"
          cancel={before === undefined ? listPath : `${listPath}/${before.id}`}
        />
      </Form>
    </>
  );
}

interface PartProps {
  readonly choices: Choices;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}

function Place({ choices, typed, errors }: PartProps): JSX.Element {
  const chosen = typedValues(typed, 'schools');
  const fault = errorOf(errors, 'schools');
  return (
    <>
      <Select
        name="place"
        label={proposalLabels.place}
        empty="Kies een school of een bestuur"
        value={typedValue(typed, 'place')}
        error={errorOf(errors, 'place')}
        options={[
          ...choices.schools.map(({ code, name }) => ({ value: `s:${code}`, label: name })),
          ...choices.boards.map(({ code, name }) => ({ value: `b:${code}`, label: `Bestuur: ${name}` })),
        ]}
      />
      <details class="fold" open={chosen.length > 0 || fault !== undefined}>
        <summary class="fold__summary">Bij een bestuur: niet alle scholen</summary>
        <div class="fold__body">
          <Checkboxes
            name="schools"
            label={proposalLabels.schools}
            optional
            hint="Kiest u er geen, dan zijn het alle scholen van het bestuur."
            options={choices.schools.map(({ code, name }) => ({ value: code, label: name }))}
            values={chosen}
            error={fault}
          />
        </div>
      </details>
    </>
  );
}

function Ambitions({ choices, typed, errors }: PartProps): JSX.Element {
  const fault = errorOf(errors, 'ambitions') ?? errorOf(errors, 'questionsShare');
  return (
    <Fieldset
      legend={proposalLabels.ambitions}
      hint="Hoeveel procent is voor een ambitie? De rest is voor vragen van scholen."
    >
      <div id="ambitions" tabIndex={-1} class="stack">
        <div id="questionsShare" tabIndex={-1} />
        {choices.ambitions.map(({ id: ambition, name }, nth) => (
          <div key={ambition}>
            <input type="hidden" name={`ambitions.${nth}.id`} value={ambition} />
            <TextField
              name={`ambitions.${nth}.share`}
              label={`${name} (procent)`}
              optional
              inputMode="numeric"
              short
              value={typedShare(typed, nth, ambition) ?? ''}
              error={nth === 0 ? fault : undefined}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}

/** Where there is room and where not, weeks that are alike together. */
function Room({ room }: { readonly room: readonly RoomOfWeek[] }): JSX.Element {
  return (
    <Notice tone="info" title="De ruimte in deze periode">
      <ul>
        {roomPeriods(room).map(({ from, to, ...week }) => (
          <li key={from}>
            {showPeriod(from, to)}: {roomWords(week)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
