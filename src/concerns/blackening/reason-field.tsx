import type { JSX } from 'preact';
import type { Entries } from '../../platform/input.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { errorOf, type FormError } from '../../platform/ui/form.tsx';
import { reasons } from './blacken.facts.ts';
import { reasonWords } from './blacken.words.ts';

/** What was typed in a field before. */
export const typedOf = (typed: Entries, name: string) => typed.find(([one]) => one === name)?.[1];

/** Why words have to go: chosen, so that nobody repeats them here. */
export function ReasonField({
  typed,
  errors,
}: {
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}): JSX.Element {
  return (
    <Select
      name="reason"
      label="Waarom moet het weg?"
      hint="Dit staat straks op de tijdlijn."
      empty="Kies"
      options={reasons.map((reason) => ({ value: reason, label: reasonWords[reason] }))}
      value={typedOf(typed, 'reason')}
      error={errorOf(errors, 'reason')}
    />
  );
}
