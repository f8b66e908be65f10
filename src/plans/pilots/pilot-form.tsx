/** The form of a pilot: all of it while it is a draft, its schools and last day while it runs. */

import type { JSX } from 'preact';
import { TypedBefore, withRows } from '../../platform/form/attempt.tsx';
import { type Filled, fieldOf, Story } from '../../platform/form/filled.tsx';
import { noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { rowCount, typedValues } from '../../platform/form/typed.ts';
import type { Entries } from '../../platform/input.ts';
import type { Html } from '../../platform/route.ts';
import { Checkboxes } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextField } from '../../platform/ui/fields.tsx';
import { Repeat } from '../../platform/ui/form.tsx';
import { formPage } from '../words.tsx';
import type { Pilot, PilotChoices } from './pilot.store.ts';
import { measureCodes, measureWords, pilotLabels } from './pilot.words.ts';
import { pilotPath, pilotsPath } from './pilot-parts.tsx';

interface FormProps {
  readonly csrf: string;
  readonly choices: PilotChoices;
  readonly typed: Entries;
  readonly status?: number;
  readonly trouble?: Trouble;
  readonly pilot?: Pilot;
}

/** A pilot as its form shows it. */
export const typedFrom = (pilot: Pilot): Entries => [
  ['name', pilot.name],
  ['difference', pilot.difference],
  ...pilot.measures.map((code) => ['measures', code] as const),
  ['ambitionId', pilot.ambition?.id ?? ''],
  ['startsOn', pilot.startsOn],
  ['endsOn', pilot.endsOn ?? ''],
  ...pilot.schools.flatMap(({ code, startsOn, endsOn }, row) => [
    [`schools.${row}.code`, code] as const,
    [`schools.${row}.startsOn`, startsOn] as const,
    [`schools.${row}.endsOn`, endsOn ?? ''] as const,
  ]),
];

export function pilotForm({
  csrf,
  choices,
  typed,
  status = 200,
  trouble = noTrouble,
  pilot,
}: FormProps): Html {
  const runs = pilot?.status === 'running';
  const form: Filled = {
    typed: withRows(typed, { schools: 1 }, true),
    errors: trouble.fields,
    labels: pilotLabels,
  };
  return formPage({
    list: { href: pilotsPath, label: 'Pilots' },
    thing: pilot && { path: pilotPath(pilot.id), name: pilot.name, version: pilot.version },
    title: pilot === undefined ? 'Nieuwe pilot' : runs ? 'Scholen en laatste dag' : 'Pilot aanpassen',
    lead: runs
      ? 'De pilot loopt. Wat anders gaat en waarmee u vergelijkt, staat vast.'
      : 'Schrijf op wat anders gaat en waarmee u vergelijkt, voordat de pilot begint.',
    slug: runs ? 'scholen' : 'bewerken',
    ...{ csrf, status, trouble },
    fields: (
      <>
        {!runs && <Plan form={form} choices={choices} />}
        <DateField {...fieldOf(form, 'endsOn')} optional hint="Leeg: nog niet bekend." />
        <Schools form={form} choices={choices} />
      </>
    ),
    after: runs && trouble.summary.length > 0 && (
      <TypedBefore typed={typed.filter(([name]) => name === 'difference')} />
    ),
  });
}

interface PartProps {
  readonly form: Filled;
  readonly choices: PilotChoices;
}

function Plan({ form, choices }: PartProps): JSX.Element {
  return (
    <>
      <TextField {...fieldOf(form, 'name')} hint="Zoals «Een vaste specialist per wijk»." />
      <Story
        form={form}
        name="difference"
        rows={8}
        max={10_000}
        hint="Wat doet wie hier anders dan elders?"
      />
      <Checkboxes
        {...fieldOf(form, 'measures')}
        hint="Met dezelfde maten als elders."
        options={measureCodes.map((code) => ({ value: code, label: measureWords[code] }))}
        values={typedValues(form.typed, 'measures')}
      />
      {choices.ambitions.length > 0 && (
        <Select
          {...fieldOf(form, 'ambitionId')}
          optional
          hint="Waar draagt deze pilot aan bij?"
          empty="Geen"
          options={choices.ambitions.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <DateField {...fieldOf(form, 'startsOn')} />
    </>
  );
}

function Schools({ form, choices }: PartProps): JSX.Element {
  const options = choices.schools.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  return (
    <Repeat
      name="schools"
      legend={pilotLabels.schools}
      itemLabel="School"
      addLabel="Nog een school"
      items={Array.from({ length: rowCount(form.typed, 'schools') }, (_, row) => (
        <>
          <Select
            {...fieldOf(form, `schools.${row}.code`)}
            label={pilotLabels['schools.code']}
            empty="Kies een school"
            options={options}
          />
          <DateField
            {...fieldOf(form, `schools.${row}.startsOn`)}
            label={pilotLabels['schools.startsOn']}
            optional
            hint="Leeg: vanaf de eerste dag van de pilot."
          />
          <DateField
            {...fieldOf(form, `schools.${row}.endsOn`)}
            label={pilotLabels['schools.endsOn']}
            optional
            hint="Leeg: zo lang de pilot duurt."
          />
        </>
      ))}
    />
  );
}
