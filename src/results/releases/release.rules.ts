/**
 * From the facts of a closed period to what is told of it: every figure, with all that is small hidden at once. Counts first; then the parts
 * of counts and the amounts beside them, which may hide no more counts, so that measures that count the same cases hide the same.
 */
import { hideInSums } from '../../platform/pure/sums.ts';
import { type Fact, grouped } from '../measures/figure.rules.ts';
import type { Measure } from '../measures/measure.rules.ts';
import {
  countOf,
  idOf,
  keysOf,
  type Place,
  placesOf,
  placesOfFact,
  type Span,
  sumsOf,
} from './cell.rules.ts';
import {
  asideOf,
  earlierByQuarter,
  frozenOf,
  inQuarter,
  keysOfCells,
  overQuarters,
  withoutBoard,
} from './earlier.rules.ts';
import { amountsOf, hideAmounts, toldOf } from './hide-amounts.rules.ts';
import { hideParts, partCount } from './hide-parts.rules.ts';
import { amongst } from './kin.rules.ts';
import { splits } from './part.rules.ts';
import type { Counts, Given, Ground, ReleaseCell } from './release-shape.rules.ts';

export type { Counts, EarlierCell, Given, ReleaseCell, Told } from './release-shape.rules.ts';

/** The counts of a release, and which of them are hidden. */
export function countsOf(asked: Given): Counts {
  const given = wholly(asked);
  const { facts } = given;
  const { places, sums, wholes } = groundOf(given, facts);
  const cases = casesOf(given.measure, given.span, facts);
  const hidden = hideInSums(
    [
      ...places.map((place) => ({ id: idOf(place), ...countOf(cases.get(idOf(place)) ?? []) })),
      ...wholes.map((cell) => ({ id: idOf(cell, cell.quarter), n: cell.n })),
    ],
    sums,
    frozenOf(wholes, ({ shown }) => shown),
    asideOf(places, wholes),
  );
  return { facts, hidden };
}

/**
 * Every cell of a release, in a fixed order.
 * @param counts of the measure by whose cases this one is counted (`kin.rules.ts`); its own when it has none
 */
export function releaseOf(asked: Given, counts: Counts = countsOf(asked)): readonly ReleaseCell[] {
  const given = wholly(asked);
  const { measure, span, closed = new Set() } = given;
  const { hidden } = counts;
  const { places, sums } = groundOf(given, counts.facts);
  const counted = casesOf(measure, span, counts.facts);
  const cases = casesOf(measure, span, amongst(given.facts, counts.facts));
  const casesAt = (place: Place) => cases.get(idOf(place)) ?? [];
  const countAt = (place: Place) => countOf(counted.get(idOf(place)) ?? []);
  const ground: Ground = { given, places, casesAt, countAt, sums, hidden, closed };
  const parts = hideParts(ground);
  const silent = hideAmounts(ground);
  const partsOf = grouped(parts.places, (part) => idOf({ ...part, part: '' }));
  return places.flatMap((place): readonly ReleaseCell[] => {
    const some = casesAt(place);
    const { n } = countAt(place);
    const shown = !hidden.has(idOf(place));
    const ofPart = partsOf.get(idOf(place)) ?? [];
    const partsShown = ofPart.every((part) => !parts.hidden.has(idOf(part)));
    const tells = shown && !silent.has(idOf(place)) && (partsShown || !splits(measure.kind, 'value'));
    return [
      {
        ...place,
        n,
        shown,
        figure: tells ? toldOf(measure, some, n) : null,
        amounts: amountsOf(measure, some),
      },
      ...ofPart.map((part) => ({
        ...part,
        n: partCount(measure, some, part.part).n,
        shown: !parts.hidden.has(idOf(part)),
        figure: null,
        amounts: null,
      })),
    ].filter(({ board }) => board !== 'none');
  });
}

const wholly = (given: Given): Given => ({
  ...given,
  earlier: withoutBoard(given.earlier, given.known.areasOf?.['none']),
});

/** The cells of a release and all that adds up there, with the quarters of its year. */
function groundOf({ measure, span, known, earlier }: Given, facts: readonly Fact[]) {
  const keys = keysOf(known, facts);
  const places = placesOf(measure, span, keys);
  const sums = [
    ...sumsOf(measure, span, keys),
    ...[...earlierByQuarter(earlier)].flatMap(([quarter, cells]) =>
      inQuarter(sumsOf(measure, 'quarter', keysOfCells(cells)), quarter),
    ),
    ...overQuarters(places, earlier),
  ];
  return { places, sums, wholes: earlier.filter(({ part }) => part === '') };
}

const casesOf = (measure: Measure, span: Span, facts: readonly Fact[]) =>
  new Map(
    [
      ...grouped(
        facts.flatMap((fact) =>
          placesOfFact(measure, span, fact).map((place) => ({ id: idOf(place), fact })),
        ),
        ({ id }) => id,
      ),
    ].map(([id, some]) => [id, some.map(({ fact }) => fact)]),
  );
