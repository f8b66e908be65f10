/**
 * The parts of a count that a release tells, by the kind of its measure. They are a partition of it. How many still wait is none of them:
 * between two waits of the same questions lie few, and a median that counts who waits tells enough.
 */
import type { Fact } from '../measures/figure.rules.ts';
import type { Kind } from '../measures/measure.rules.ts';

/**
 * How parts of a kind go with the rest:
 * - value: the value is made of them, and told where all of them are;
 * - everywhere: each cell has them; else those that count all of a scope;
 * - three: of one scorer none or at least three are hidden, for whoever knows their number and their mean (T) would solve two.
 */
const ways: Readonly<Partial<Record<Kind, readonly ('value' | 'everywhere' | 'three')[]>>> = {
  share: ['value', 'everywhere'],
  agreement: ['value', 'everywhere'],
  levels: ['three'],
};

export const splits = (kind: Kind, way: 'value' | 'everywhere' | 'three'): boolean =>
  ways[kind]?.includes(way) ?? false;

const fixed: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  share: ['1', '0'],
  agreement: ['same', 'other'],
};

/** Of a case; null: the kind has no parts. */
export function partOf(kind: Kind, { value, kind: of }: Fact): string | null {
  if (kind === 'share') return value === 1 ? '1' : '0';
  if (kind === 'agreement') return value === 0 ? 'same' : 'other';
  return kind === 'levels' ? `${of ?? 'none'}:${value}` : null;
}

/**
 * All parts that a kind has, also where a period has none of them: what is missing from a list would be known to be nothing.
 * @param kinds what `kind` of a fact can be; each has its own levels
 * @param own the levels that the measure has
 */
export function partKeys(
  kind: Kind,
  facts: readonly Fact[],
  earlier: readonly { readonly part: string }[],
  kinds: readonly string[],
  own: readonly number[] = levels,
): readonly string[] {
  if (ways[kind] === undefined) return [];
  const all = kinds.flatMap((of) => own.map((level) => `${of}:${level}`));
  const found = [...facts.map((fact) => partOf(kind, fact) ?? ''), ...earlier.map(({ part }) => part)];
  return fixed[kind] ?? [...new Set([...all, ...found.filter((part) => part !== '').toSorted()])];
}

/** Of a scale of six points, and five of them of one of five. A difference can be larger, and is found among the cases. */
const levels = [-3, -2, -1, 0, 1, 2];
