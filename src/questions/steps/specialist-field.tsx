import type { JSX } from 'preact';
import { fieldOf } from '../../platform/form/filled.tsx';
import { hasRole } from '../../platform/pure/actor.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { dagdelen } from '../reading/asked.tsx';
import type { StepFields } from './scene.ts';

interface SpecialistFieldProps {
  readonly form: StepFields;
  readonly name: string;
  /** Who cannot be chosen. */
  readonly without?: readonly string[];
}

/** Who fits best stands first; under each name what speaks for them. */
export function SpecialistField({ form, name, without = [] }: SpecialistFieldProps): JSX.Element {
  const people = form.choices.specialists.filter(({ id }) => !without.includes(id));
  const asked = form.question.expertiseNames;
  const knows = hasRole(form.actor, 'specialist', 'team_lead', 'contact_person');
  if (people.length === 0)
    return (
      <Notice tone="warning" title="Er is niemand om te kiezen">
        <p>Vraag de beheerder om de specialisten van uw samenwerkingsverband aan te stellen.</p>
      </Notice>
    );
  return (
    <Radios
      {...fieldOf(form, name)}
      hint={
        asked.length === 0
          ? 'Wie het meeste ruimte heeft staat bovenaan.'
          : `Wie het beste past bij «${asked.join(', ')}» staat bovenaan.`
      }
      options={people.map((person) => ({
        value: person.id,
        label: person.id === form.actor.personId ? `${person.name} (u)` : person.name,
        hint: [
          fits(person.fitting, person.others),
          speaks(person.speaks, form.question.language),
          near(person.inArea),
          room(person.free, knows),
        ]
          .filter((part) => part !== '')
          .join(' · '),
      }))}
    />
  );
}

const levels = ['', 'basis', 'ervaren', 'expert'];

const fits = (fitting: StepFields['choices']['specialists'][number]['fitting'], others: readonly string[]) =>
  fitting.length > 0
    ? `Past: ${fitting.map(({ name, level }) => `${name} (${levels[level]})`).join(', ')}`
    : others.length > 0
      ? `Andere expertise: ${others.slice(0, 3).join(', ')}`
      : '';
const speaks = (yes: boolean | null, language: string | null) =>
  yes === null ? '' : yes ? `spreekt ${language}` : `spreekt geen ${language}`;
const near = (inArea: boolean | null) =>
  inArea === null ? '' : inArea ? 'werkt in dit gebied' : 'werkt in een ander gebied';
/** Only who plans knows contracts. */
function room(free: number | null, knows: boolean): string {
  if (free === null) return knows ? 'geen contract in Kortelijn' : '';
  return free > 0 ? `nu vrij: ${dagdelen(free)} per week` : 'nu geen ruimte';
}
