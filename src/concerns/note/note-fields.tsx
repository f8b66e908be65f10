import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../platform/form/filled.tsx';
import type { Labels } from '../../platform/form/form-errors.ts';
import { typedValue } from '../../platform/form/typed.ts';
import type { Entries } from '../../platform/input.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextField } from '../../platform/ui/fields.tsx';
import { themes } from '../concern.input.ts';
import { abouts } from '../concern.rules.ts';
import type { ConcernRow } from '../concern.store.ts';
import { aboutWords } from '../concern.words.ts';
import { occasions, otherChoice } from '../steps/form.input.ts';

export const noteLabels: Labels = {
  schoolCode: 'School',
  about: 'Waarover gaat het?',
  observation: 'Wat gebeurde er?',
  noticedOn: 'Wanneer merkte u het op?',
  occasion: 'Waar kwam dit ter sprake?',
  occasionOther: 'Anders, namelijk',
  meaningForChildren: 'Wat betekent dit voor kinderen?',
  goesWell: 'Wat gaat er goed?',
  impression: 'Wat denkt u ervan?',
  theme: 'Onderwerp',
};

/** The note as it is stored, as if it had just been typed. */
export function typedFrom(concern: ConcernRow): Entries {
  const regular = (occasions as readonly string[]).includes(concern.occasion);
  return [
    ['schoolCode', concern.school.code],
    ['about', concern.about],
    ['noticedOn', concern.noticedOn],
    ['occasion', regular ? concern.occasion : otherChoice],
    ['occasionOther', regular ? '' : concern.occasion],
    ['observation', concern.observation],
    ['impression', concern.impression ?? ''],
    ['meaningForChildren', concern.meaningForChildren ?? ''],
    ['goesWell', concern.goesWell ?? ''],
    ['theme', concern.theme ?? ''],
  ];
}

/** A school's own people may also raise a concern about the partnership. */
export function AboutField({ form }: { readonly form: Filled }): JSX.Element {
  const field = fieldOf(form, 'about');
  const hints = {
    school: 'Eerst met de directeur.',
    partnership: 'Eerst met de teamleider. Het schoolbestuur en andere scholen zien er niets van.',
  };
  return (
    <Radios
      {...field}
      value={field.value || 'school'}
      options={abouts.map((about) => ({ value: about, label: aboutWords[about], hint: hints[about] }))}
    />
  );
}

interface FactFieldsProps {
  readonly form: Filled;
  readonly today: string;
}

/** When, in which contact, and what happened: all that a note needs. */
export function FactFields({ form, today }: FactFieldsProps): JSX.Element {
  return (
    <>
      <Story
        form={form}
        name="observation"
        hint="Wat zag of hoorde u zelf? Geen namen van kinderen."
        help="Een feit kan een ander ook zien: «In groep 5 werkten vier van de 24 kinderen aan de rekenles.» Wat u ervan denkt, schrijft u apart."
      />
      <DateField {...fieldOf(form, 'noticedOn')} max={today} />
      <Radios
        {...fieldOf(form, 'occasion')}
        hint="Wij gaan niet op zoek naar zorgen. Kies het gewone contact waarin u dit hoorde of zag."
        options={[
          ...occasions.map((occasion) => ({ value: occasion, label: occasion })),
          { value: otherChoice, label: 'Anders, namelijk …' },
        ]}
      />
      <div class="when-other">
        <TextField {...fieldOf(form, 'occasionOther')} />
      </div>
    </>
  );
}

interface MeaningFieldsProps {
  readonly form: Filled;
  /** Before sharing, what it means for children and what goes well have to be there. */
  readonly needed: boolean;
}

/** Impression apart from fact, what it means for children, and what goes well. */
export function MeaningFields({ form, needed }: MeaningFieldsProps): JSX.Element {
  return (
    <>
      <Story
        form={form}
        name="meaningForChildren"
        hint="Wat merken kinderen hiervan, of wat lopen zij mis?"
        optional={!needed}
      />
      <Story
        form={form}
        name="goesWell"
        hint="Er gaat altijd ook iets goed. Schrijf dat net zo precies op."
        optional={!needed}
      />
      <Story
        form={form}
        name="impression"
        rows={2}
        hint="Uw indruk staat apart van wat er gebeurde."
        optional
      />
      <Select
        {...fieldOf(form, 'theme')}
        empty="Geen onderwerp"
        options={themes.map((theme) => ({ value: theme, label: theme }))}
        optional
      />
    </>
  );
}

/** Whether one of the fields that may wait was filled in, so that it is not hidden. */
export function hasMeaning(form: Filled): boolean {
  const later = ['meaningForChildren', 'goesWell', 'impression', 'theme'];
  return later.some(
    (name) =>
      (typedValue(form.typed, name) ?? '') !== '' || form.errors.some((error) => error.field === name),
  );
}
