/** The parts of a count that a release tells, by the kind of its measure. They are a partition of it. */
import type { Fact } from '../measures/figure.rules.ts';
import type { Kind } from '../measures/measure.rules.ts';

/**
 * How parts of a kind go with the rest:
 * - value: the value is made of them, and told where all of them are;
 * - everywhere: each cell has them; else those that count all of a scope;
 * - together: one hidden hides the others of its kind.
 */
const ways: Readonly<Partial<Record<Kind, readonly ('value' | 'everywhere' | 'together')[]>>> = {
  leadTime: [],
  share: ['value', 'everywhere'],
  agreement: ['value', 'everywhere'],
  levels: ['together'],
};

export const splits = (kind: Kind, way: 'value' | 'everywhere' | 'together'): boolean =>
  ways[kind]?.includes(way) ?? false;

const fixed: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  leadTime: ['done', 'open'],
  share: ['1', '0'],
  agreement: ['same', 'other'],
};

/** Of a case; null: the kind has no parts. */
export function partOf(kind: Kind, { open, value, kind: of }: Fact): string | null {
  if (kind === 'leadTime') return open ? 'open' : 'done';
  if (kind === 'share') return value === 1 ? '1' : '0';
  if (kind === 'agreement') return value === 0 ? 'same' : 'other';
  return kind === 'levels' ? `${of ?? 'none'}:${value}` : null;
}

/** All parts that a kind has; of levels those that occur, now or in the quarters before. */
export function partKeys(
  kind: Kind,
  facts: readonly Fact[],
  earlier: readonly { readonly part: string }[],
): readonly string[] {
  if (ways[kind] === undefined) return [];
  const found = [...facts.map((fact) => partOf(kind, fact) ?? ''), ...earlier.map(({ part }) => part)];
  return fixed[kind] ?? [...new Set(found.filter((part) => part !== ''))].toSorted();
}
