/** The parts of counts that a release does not tell. They hide no more counts. */
import { type Cell, hideInSums, type Sum } from '../../platform/pure/sums.ts';
import { type Fact, grouped } from '../measures/figure.rules.ts';
import type { Measure } from '../measures/measure.rules.ts';
import { countOf, idOf, type Place } from './cell.rules.ts';
import { asideOf, frozenOf, overQuarters } from './earlier.rules.ts';
import { partKeys, partOf, splits } from './part.rules.ts';
import type { Ground } from './release-shape.rules.ts';

export const partCount = (measure: Measure, facts: readonly Fact[], part: string) =>
  countOf(facts.filter((fact) => partOf(measure.kind, fact) === part));

/** The parts of counts, and which of them are hidden. */
export function hideParts({ given, places, casesAt, countAt, sums, hidden, closed }: Ground) {
  const { measure, facts, earlier, known } = given;
  const keys = partKeys(measure.kind, facts, earlier, known.kind ?? [], measure.levels);
  const ofParts = places
    .filter(({ dimension }) => dimension === 'all' || splits(measure.kind, 'everywhere'))
    .flatMap((place) => keys.map((part) => ({ ...place, part })));
  if (ofParts.length === 0) return { places: ofParts, hidden };
  const before = earlier.map((cell) => ({ id: idOf(cell, cell.quarter), n: cell.n }));
  const cells: readonly Cell[] = [
    ...places.map((place) => ({ id: idOf(place), ...countAt(place) })),
    ...ofParts.map((place) => ({
      id: idOf(place),
      ...partCount(measure, casesAt({ ...place, part: '' }), place.part),
    })),
    ...before,
  ];
  const ids = new Set(cells.map(({ id }) => id));
  const frozen = new Map<string, 'shown' | 'hidden'>([
    ...frozenOf(earlier, ({ shown }) => shown),
    ...places.map((place) => [idOf(place), hidden.has(idOf(place)) ? 'hidden' : 'shown'] as const),
    // Of what is hidden whole nothing is told in part either: that would narrow it down in releases to come.
    ...ofParts.flatMap((place) => {
      const of = idOf({ ...place, part: '' });
      return hidden.has(of) || closed.has(of) ? [[idOf(place), 'hidden'] as const] : [];
    }),
  ]);
  const all = [
    ...sums,
    ...partSums(sums, keys, ids),
    ...[...grouped([...ids], wholeOf)].map(([total, some]) => ({
      total,
      parts: some.filter((id) => id !== total),
    })),
    ...overQuarters(ofParts, earlier),
  ];
  const found = hideInSums(cells, all, frozen, asideOf([...places, ...ofParts], earlier));
  // Where a measure has levels of its own nothing else is told of them, such as T.
  const three = splits(measure.kind, 'three') && measure.levels === undefined;
  return { places: ofParts, hidden: three ? atLeastThree(ofParts, found) : found };
}

/** The id of the count that a part is of, or its own. */
const wholeOf = (id: string): string => id.slice(0, id.lastIndexOf('|') + 1);

/** Where whole counts add up, so do their parts of each kind. */
const partSums = (sums: readonly Sum[], keys: readonly string[], ids: ReadonlySet<string>): readonly Sum[] =>
  keys.flatMap((key) =>
    sums
      .map(({ total, parts }) => ({ total: total + key, parts: parts.map((id) => id + key) }))
      .filter(({ total, parts }) => [total, ...parts].every((id) => ids.has(id))),
  );

/** One more of each scorer of whom two levels are hidden: the next in order. */
function atLeastThree(ofParts: readonly Place[], hidden: ReadonlySet<string>): ReadonlySet<string> {
  const scorers = grouped(ofParts, (place) => idOf({ ...place, part: place.part.split(':')[0] ?? '' }));
  const more = [...scorers.values()].flatMap((levels) => {
    const known = levels.filter((place) => !hidden.has(idOf(place)));
    return levels.length - known.length === 2 ? known.slice(0, 1).map((place) => idOf(place)) : [];
  });
  return new Set([...hidden, ...more]);
}
