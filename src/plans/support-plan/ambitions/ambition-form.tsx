/** The form of an ambition: new or in a draft all of it, of an adopted plan with the reason of the change. */
import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../../platform/form/filled.tsx';
import { noTrouble } from '../../../platform/form/form-errors.ts';
import type { Entries } from '../../../platform/input.ts';
import type { Html } from '../../../platform/route.ts';
import { DateField, Select, TextField } from '../../../platform/ui/fields.tsx';
import { ConfirmBox, Fieldset } from '../../../platform/ui/form.tsx';
import { measureCodes, measureOf } from '../../../results/index.ts';
import type { Back } from '../../form.ts';
import { type Crumb, writingPage } from '../../words.tsx';

import type { AmbitionOfPlan } from './ambition.store.ts';

export const ambitionLabels = {
  name: 'De ambitie',
  page: 'Bladzijde',
  text: 'Waar gaat het over?',
  indicator: 'Wat meet u?',
  measure: 'Cijfer van Kortelijn',
  unit: 'Eenheid',
  startValue: 'Beginwaarde',
  targetValue: 'Streefwaarde',
  targetOn: 'Streefdatum',
  ownerId: 'Eigenaar',
  to: 'Laatste dag',
  reasons: 'Waarom wijzigt u dit?',
  on: 'Dag',
  value: 'Waarde',
  note: 'Toelichting',
} as const;

const showNumber = (n: number | null) =>
  n === null ? '' : n.toLocaleString('nl-NL', { useGrouping: false, maximumFractionDigits: 2 });

/** An ambition as its form shows it. */
export const typedFrom = (one: AmbitionOfPlan): Entries => [
  ['name', one.name],
  ['page', one.page === null ? '' : `${one.page}`],
  ['text', one.text ?? ''],
  ['indicator', one.indicator ?? ''],
  ['measure', one.measure ?? ''],
  ['unit', one.unit ?? ''],
  ['startValue', showNumber(one.startValue)],
  ['targetValue', showNumber(one.targetValue)],
  ['targetOn', one.targetOn ?? ''],
  ['ownerId', one.owner?.id ?? ''],
  ['to', one.to ?? ''],
];

interface FormProps {
  readonly trail: readonly Crumb[];
  readonly csrf: string;
  readonly action: string;
  readonly cancel: string;
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly typed: Entries;
  /** What is there already. */
  readonly one?: AmbitionOfPlan | undefined;
  readonly back?: Back | undefined;
}

export function ambitionForm({ trail, csrf, action, cancel, owners, typed, one, back }: FormProps): Html {
  const { status = 200, trouble = noTrouble } = back ?? {};
  const form: Filled = { typed, errors: trouble.fields, labels: ambitionLabels };
  const stands = one !== undefined && !one.draft;
  const known = one?.owner ? [...owners.filter(({ id }) => id !== one.owner?.id), one.owner] : owners;
  return writingPage({
    trail,
    title: one === undefined ? 'Nieuwe ambitie' : stands ? 'Ambitie wijzigen' : 'Ambitie aanpassen',
    lead: stands
      ? 'Deze ambitie is vastgesteld. Wat er stond, blijft met uw reden in de geschiedenis.'
      : 'Wat wilt u bereiken, en waaraan ziet u dat?',
    ...{ action, cancel, csrf, status, trouble },
    version: one?.version,
    fields: (
      <>
        <TextField {...fieldOf(form, 'name')} hint="Zoals «Rust in de klas»." />
        <TextField
          {...fieldOf(form, 'page')}
          optional
          short
          inputMode="numeric"
          hint="Waar het in het document staat."
        />
        <Story form={form} name="text" rows={4} max={4_000} optional />
        <Measured form={form} />
        <Select
          {...fieldOf(form, 'ownerId')}
          optional={!stands}
          hint="Wie houdt bij hoe ver we zijn?"
          empty={stands ? undefined : 'Nog niemand'}
          options={known
            .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        {stands && (
          <>
            <DateField {...fieldOf(form, 'to')} hint="Eerder stoppen kan. De ambitie blijft wel staan." />
            <Story form={form} name="reasons" rows={4} max={2_000} hint="Ieder lid leest deze reden." />
          </>
        )}
      </>
    ),
    after: one?.draft && (
      <ConfirmBox
        label="Ambitie weghalen"
        action={`${cancel}/verwijderen`}
        csrf={csrf}
        confirm="Haal deze ambitie weg"
        version={one.version}
      >
        <p>De ambitie verdwijnt uit het concept.</p>
      </ConfirmBox>
    ),
  });
}

function Measured({ form }: { readonly form: Filled }): JSX.Element {
  return (
    <Fieldset legend="Hoe u het meet" hint="In een concept mag dit nog leeg zijn. Voor het vaststellen niet.">
      <TextField
        {...fieldOf(form, 'indicator')}
        optional
        hint="Zoals «Scholen met een vaste specialist in het team»."
      />
      <Select
        {...fieldOf(form, 'measure')}
        optional
        hint="Meet Kortelijn dit al? Dan hoeft de eigenaar niets in te vullen."
        empty="Geen, de eigenaar vult het in"
        options={measureCodes.map((code) => ({ value: code, label: measureOf(code).name }))}
      />
      <TextField
        {...fieldOf(form, 'unit')}
        optional
        short
        hint="Zoals «scholen» of «%». Bij een cijfer van Kortelijn laat u dit leeg."
      />
      <TextField
        {...fieldOf(form, 'startValue')}
        optional
        short
        inputMode="decimal"
        hint="Waar we nu staan. Van een aandeel het percentage."
      />
      <TextField {...fieldOf(form, 'targetValue')} optional short inputMode="decimal" />
      <DateField {...fieldOf(form, 'targetOn')} optional />
    </Fieldset>
  );
}
