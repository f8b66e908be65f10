/** What a release tells beside its counts: amounts, and averages of which amounts would follow. They hide no more counts. */
import { hideAmountsInSums } from '../../platform/pure/sums.ts';
import { fewest, fewestToSplit } from '../../platform/pure/suppression.ts';
import { type Fact, totalOf } from '../measures/figure.rules.ts';
import type { Measure } from '../measures/measure.rules.ts';
import { idOf } from './cell.rules.ts';
import { frozenOf } from './earlier.rules.ts';
import type { Ground, Told } from './release-shape.rules.ts';

/** The whole cells beside whose counts nothing that adds up is told. */
export function hideAmounts({ given: { measure, earlier }, places, casesAt, sums, hidden }: Ground) {
  if (amountsOf(measure, []) === null) return hidden;
  const wholes = earlier.filter(({ part }) => part === '');
  const none = amountsOf(measure, []) ?? [];
  const cells = [
    ...places.map((place) => {
      const some = casesAt(place);
      return { id: idOf(place), n: some.length, amounts: amountsOf(measure, some) ?? none };
    }),
    ...wholes.map((cell) => ({
      id: idOf(cell, cell.quarter),
      n: cell.n,
      amounts: cell.amounts ?? none,
    })),
  ];
  const few = measure.kind === 'sum' ? fewest : fewestToSplit;
  return hideAmountsInSums(
    cells,
    sums,
    hidden,
    few,
    frozenOf(wholes, ({ told }) => told),
  );
}

/** What adds up beside a count, or would be known from what is told: sums, and those that averages are made of. */
export function amountsOf({ kind }: Measure, facts: readonly Fact[]): readonly number[] | null {
  const sum = (amount: (fact: Fact) => number) =>
    Number(facts.reduce((all, fact) => all + amount(fact), 0).toFixed(6));
  if (kind === 'sum' || kind === 'ratio') return [sum(({ value }) => value), sum(({ of }) => of ?? 0)];
  if (kind === 'mean') return [sum(({ value }) => value)];
  // Levels begin at -2.
  return kind === 't' ? [sum(({ value }) => value + 2)] : null;
}

/** Null: of too few, or of what has no one figure. */
export function toldOf(measure: Measure, facts: readonly Fact[]): Told | null {
  const { kind } = measure;
  if (kind === 'levels' || (facts.length < fewestToSplit && kind !== 'sum' && kind !== 'count')) return null;
  const { value, low, high, p85, of } = totalOf(measure, facts);
  return {
    value,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(p85 === undefined ? {} : { p85 }),
    ...(of === undefined ? {} : { of }),
  };
}
