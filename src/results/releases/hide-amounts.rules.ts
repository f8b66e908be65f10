/** What a release tells beside its counts: amounts, and averages of which amounts would follow. They hide no more counts. */
import { hideAmountsInSums } from '../../platform/pure/sums.ts';
import { fewest, fewestToSplit } from '../../platform/pure/suppression.ts';
import { type Fact, totalOf } from '../measures/figure.rules.ts';
import type { Measure } from '../measures/measure.rules.ts';
import { idOf } from './cell.rules.ts';
import { asideOf, frozenOf } from './earlier.rules.ts';
import type { Ground, Told } from './release-shape.rules.ts';

/** The whole cells beside whose counts nothing that adds up is told. */
export function hideAmounts({ given: { measure, earlier }, places, casesAt, countAt, sums, hidden }: Ground) {
  const none = amountsOf(measure, []);
  if (none === null) return hidden;
  const wholes = earlier.filter(({ part }) => part === '');
  const cells = [
    ...places.map((place) => {
      return {
        id: idOf(place),
        ...countAt(place),
        amounts: amountsOf(measure, casesAt(place)) ?? none,
      };
    }),
    ...wholes.map((cell) => ({
      id: idOf(cell, cell.quarter),
      n: cell.n,
      amounts: cell.amounts ?? none,
    })),
  ];
  return hideAmountsInSums(
    cells,
    sums,
    hidden,
    fewestOf(measure),
    frozenOf(wholes, ({ told }) => told),
    asideOf(places, wholes),
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

/**
 * Of how many cases something is told beside their number. Where fewer cases make the figure than are counted, of so many more that a few
 * can be missing: else it would tell that none or hardly any are. That it is told says then that ten are left, which small counts all allow.
 */
function fewestOf(measure: Measure): number {
  const { kind } = measure;
  if (addsUp(measure)) return fewest;
  return kind === 'leadTime' || kind === 't' ? fewestToSplit + fewest - 1 : fewestToSplit;
}

const addsUp = ({ kind }: Measure) => kind === 'sum' || kind === 'count';

/**
 * Null: of too few, or of what has no one figure.
 * @param n how many cases are told of; the facts are those the figure is made of
 */
export function toldOf(measure: Measure, facts: readonly Fact[], n: number): Told | null {
  if (measure.kind === 'levels' || n < fewestOf(measure)) return null;
  if (facts.length < fewestToSplit && !addsUp(measure)) return null;
  const { value, low, high, p85, of } = totalOf(measure, facts);
  return {
    value,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(p85 === undefined ? {} : { p85 }),
    ...(of === undefined ? {} : { of }),
  };
}
