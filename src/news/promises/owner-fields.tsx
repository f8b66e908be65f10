import type { JSX } from 'preact';
import { typedValue } from '../../platform/form/typed.ts';
import type { Entries } from '../../platform/input.ts';
import { list } from '../../platform/pure/text.ts';
import { Select, TextField } from '../../platform/ui/fields.tsx';
import { errorOf, type FormError } from '../../platform/ui/form.tsx';
import { roleName } from '../../registers/index.ts';
import type { Owner } from './promise.store.ts';

interface OwnerProps {
  /** The partnership's own words. */
  readonly words: Readonly<Record<string, string>>;
  readonly owners: readonly Owner[];
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}

/** Who answers for a promise, and how the public is told of them: never by name. */
export function OwnerFields({ words, owners, typed, errors }: OwnerProps): JSX.Element {
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name) ?? '',
    error: errorOf(errors, name),
  });
  return (
    <>
      <Select
        {...field('ownerId')}
        label="Eigenaar"
        empty="Kies iemand"
        options={owners.map(({ id, name, roles }) => ({
          value: id,
          label: `${name} (${list(roles.map((role) => roleName(role, words)))})`,
        }))}
      />
      <TextField
        {...field('ownerTitle')}
        label="Hoe het publiek de eigenaar leest"
        hint="Een functie, geen naam. Bijvoorbeeld: de teamleider ondersteuning."
      />
    </>
  );
}
