/**
 * From the facts of a closed period to what is told of it: every figure, with all that is small hidden at once. Counts first; then the parts
 * of counts and the amounts beside them, which may hide no more counts, so that measures that count the same cases hide the same.
 */
import type { CivilDate } from '../../platform/pure/dates.ts';
import { type Cell, type Frozen, hideAmountsInSums, hideInSums, type Sum } from '../../platform/pure/sums.ts';
import { fewest, fewestToSplit } from '../../platform/pure/suppression.ts';
import { type Fact, grouped, totalOf } from '../measures/figure.rules.ts';
import type { Measure } from '../measures/measure.rules.ts';
import {
  idOf,
  type Keys,
  keysOf,
  type Place,
  placesOf,
  placesOfFact,
  type Span,
  sumsOf,
} from './cell.rules.ts';
import { partKeys, partOf, splits } from './part.rules.ts';

/** What is told beside a count. Shares are fractions. */
export interface Told {
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly p85?: number | null;
  readonly of?: number;
}

export interface ReleaseCell extends Place {
  readonly n: number;
  readonly shown: boolean;
  readonly figure: Told | null;
  /** What adds up beside the count, kept for the releases that this one adds up with; never told. */
  readonly amounts: readonly number[] | null;
}

/** A cell of a quarter's release, as it was. */
export interface EarlierCell extends Place {
  readonly quarter: CivilDate;
  readonly n: number;
  readonly shown: boolean;
  /** Whether something stands beside its count. */
  readonly told: boolean;
  readonly amounts: readonly number[] | null;
}

export interface Given {
  readonly measure: Measure;
  readonly span: Span;
  readonly facts: readonly Fact[];
  readonly known: Partial<Keys>;
  /** Of a year: its quarters. */
  readonly earlier: readonly EarlierCell[];
  /** Places where parts are hidden whatever their size, because another measure would tell them. */
  readonly closed?: ReadonlySet<string>;
}

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

interface Ground {
  readonly given: Given;
  readonly places: readonly Place[];
  readonly casesAt: (place: Place) => readonly Fact[];
  readonly sums: readonly Sum[];
  /** Of the whole cells, those whose counts are hidden. */
  readonly hidden: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
}

const partCount = (measure: Measure, facts: readonly Fact[], part: string) =>
  facts.filter((fact) => partOf(measure.kind, fact) === part).length;

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

const earlierByQuarter = (earlier: readonly EarlierCell[]) =>
  grouped(
    earlier.filter(({ part }) => part === ''),
    ({ quarter }) => quarter,
  );

function keysOfCells(cells: readonly EarlierCell[]): Keys {
  const having = (dimension: Place['dimension']) =>
    cells.flatMap((cell) => (cell.board === null && cell.dimension === dimension ? [cell.key] : []));
  return {
    board: cells.flatMap(({ board, dimension }) => (board !== null && dimension === 'all' ? [board] : [])),
    area: having('area'),
    expertise: having('expertise'),
    level: having('level'),
    kind: having('kind'),
    ambition: having('ambition'),
  };
}

const inQuarter = (sums: readonly Sum[], quarter: CivilDate): readonly Sum[] =>
  sums.map(({ total, parts }) => ({ total: quarter + total, parts: parts.map((id) => quarter + id) }));

/** Each cell of a year is the sum of what it was in its quarters. */
function overQuarters(places: readonly Place[], earlier: readonly EarlierCell[]): readonly Sum[] {
  const quarters = grouped(earlier, (cell) => idOf(cell));
  return places.flatMap((place) => {
    const parts = quarters.get(idOf(place));
    return parts === undefined
      ? []
      : [{ total: idOf(place), parts: parts.map((cell) => idOf(cell, cell.quarter)) }];
  });
}

const frozenOf = (earlier: readonly EarlierCell[], shown: (cell: EarlierCell) => boolean): Frozen =>
  new Map(earlier.map((cell) => [idOf(cell, cell.quarter), shown(cell) ? 'shown' : 'hidden']));

/** The parts of counts, and which of them are hidden. */
function hideParts({ given, places, casesAt, sums, hidden, closed }: Ground) {
  const { measure, facts, earlier, known } = given;
  const keys = partKeys(measure.kind, facts, earlier, known.kind ?? [], measure.levels);
  const ofParts = places
    .filter(({ dimension }) => dimension === 'all' || splits(measure.kind, 'everywhere'))
    .flatMap((place) => keys.map((part) => ({ ...place, part })));
  if (ofParts.length === 0) return { places: ofParts, hidden };
  const before = earlier.map((cell) => ({ id: idOf(cell, cell.quarter), n: cell.n }));
  const cells: readonly Cell[] = [
    ...places.map((place) => ({ id: idOf(place), n: casesAt(place).length })),
    ...ofParts.map((place) => ({
      id: idOf(place),
      n: partCount(measure, casesAt({ ...place, part: '' }), place.part),
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
    ...[...ids].flatMap((id) => {
      const parts = keys.map((key) => id + key).filter((part) => ids.has(part));
      return id.endsWith('|') && parts.length > 0 ? [{ total: id, parts }] : [];
    }),
    ...overQuarters(ofParts, earlier),
  ];
  const found = hideInSums(cells, all, frozen);
  return { places: ofParts, hidden: splits(measure.kind, 'three') ? atLeastThree(ofParts, found) : found };
}

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

/** The whole cells beside whose counts nothing that adds up is told. */
function hideAmounts({ given: { measure, earlier }, places, casesAt, sums, hidden }: Ground) {
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
function amountsOf({ kind }: Measure, facts: readonly Fact[]): readonly number[] | null {
  const sum = (amount: (fact: Fact) => number) =>
    Number(facts.reduce((all, fact) => all + amount(fact), 0).toFixed(6));
  if (kind === 'sum' || kind === 'ratio') return [sum(({ value }) => value), sum(({ of }) => of ?? 0)];
  if (kind === 'mean') return [sum(({ value }) => value)];
  // Levels begin at -2.
  return kind === 't' ? [sum(({ value }) => value + 2)] : null;
}

/** Null: of too few, or of what has no one figure. */
function toldOf(measure: Measure, facts: readonly Fact[]): Told | null {
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
