/** A form as it is drawn, and the props of one field of it. */
import type { JSX } from 'preact';
import type { Entries } from '../input.ts';
import { TextArea } from '../ui/fields.tsx';
import { errorOf, type FormError } from '../ui/form.tsx';
import { type Labels, labelAt } from './form-errors.ts';
import { typedValue } from './typed.ts';

/** What was typed, and what is wrong with it. */
export interface Filled {
  readonly typed: Entries;
  readonly errors: readonly FormError[];
  readonly labels: Labels;
}

/** Name, label, value and fault of a field. */
export function fieldOf({ typed, errors, labels }: Filled, name: string) {
  return {
    name,
    label: labelAt(labels, name),
    value: typedValue(typed, name),
    error: errorOf(errors, name),
  };
}

interface StoryProps {
  readonly form: Filled;
  readonly name: string;
  readonly hint?: string;
  readonly help?: string;
  readonly rows?: 2 | 4 | 8;
  /** Counted along while typing; the longest texts need no counter, the answer says when it is too much. */
  readonly max?: number;
  readonly optional?: boolean;
}

/** A text in somebody's own words. */
export function Story({ form, name, ...more }: StoryProps): JSX.Element {
  return <TextArea {...fieldOf(form, name)} {...more} />;
}
