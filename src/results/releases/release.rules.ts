/**
 * From the facts of a closed period to what is told of it: every figure, with all that is small hidden at once. Counts first; then the parts
 * of counts and the amounts beside them, which may hide no more counts, so that measures that count the same cases hide the same.
 */
import { hideInSums } from '../../platform/pure/sums.ts';
import { type Fact, grouped } from '../measures/figure.rules.ts';
import type { Measure } from '../measures/measure.rules.ts';
import { idOf, keysOf, type Place, placesOf, placesOfFact, type Span, sumsOf } from './cell.rules.ts';
import { earlierByQuarter, frozenOf, inQuarter, keysOfCells, overQuarters } from './earlier.rules.ts';
import { amountsOf, hideAmounts, toldOf } from './hide-amounts.rules.ts';
import { hideParts, partCount } from './hide-parts.rules.ts';
import { splits } from './part.rules.ts';
import type { Given, Ground, ReleaseCell } from './release-shape.rules.ts';

export type { EarlierCell, Given, ReleaseCell, Told } from './release-shape.rules.ts';

/** Every cell of a release, in a fixed order. */
export function releaseOf(given: Given): readonly ReleaseCell[] {
  const { measure, span, facts, known, earlier, closed = new Set() } = given;
  const keys = keysOf(known, facts);
  const places = placesOf(measure, span, keys);
  const cases = casesOf(measure, span, facts);
  const sums = [
    ...sumsOf(measure, span, keys),
    ...[...earlierByQuarter(earlier)].flatMap(([quarter, cells]) =>
      inQuarter(sumsOf(measure, 'quarter', keysOfCells(cells)), quarter),
    ),
    ...overQuarters(places, earlier),
  ];
  const wholes = earlier.filter(({ part }) => part === '');
  const casesAt = (place: Place) => cases.get(idOf(place)) ?? [];
  const count = (place: Place) => ({ id: idOf(place), n: casesAt(place).length });
  const hidden = hideInSums(
    [...places.map(count), ...wholes.map((cell) => ({ id: idOf(cell, cell.quarter), n: cell.n }))],
    sums,
    frozenOf(wholes, ({ shown }) => shown),
  );
  const ground: Ground = { given, places, casesAt, sums, hidden, closed };
  const parts = hideParts(ground);
  const silent = hideAmounts(ground);
  const partsOf = grouped(parts.places, (part) => idOf({ ...part, part: '' }));
  return places.flatMap((place): readonly ReleaseCell[] => {
    const some = casesAt(place);
    const shown = !hidden.has(idOf(place));
    const ofPart = partsOf.get(idOf(place)) ?? [];
    const partsShown = ofPart.length > 0 && ofPart.every((part) => !parts.hidden.has(idOf(part)));
    const tells = shown && !silent.has(idOf(place)) && (partsShown || !splits(measure.kind, 'value'));
    return [
      {
        ...place,
        n: some.length,
        shown,
        figure: tells ? toldOf(measure, some) : null,
        amounts: amountsOf(measure, some),
      },
      ...ofPart.map((part) => ({
        ...part,
        n: partCount(measure, some, part.part),
        shown: !parts.hidden.has(idOf(part)),
        figure: null,
        amounts: null,
      })),
    ].filter(({ board }) => board !== 'none');
  });
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
