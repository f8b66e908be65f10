/** The cells of a release, and which of them add up to which. */
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Sum } from '../../platform/pure/sums.ts';
import { type Fact, grouped, keyOf } from '../measures/figure.rules.ts';
import type { Dimension, Measure } from '../measures/measure.rules.ts';

/** What figures of a release are split by; boards are the scope of a cell, and quarters have releases of their own. */
export const releaseDimensions = ['area', 'expertise', 'level', 'kind', 'ambition'] as const;
export type ReleaseDimension = (typeof releaseDimensions)[number];

export type Span = 'quarter' | 'year';

export interface Place {
  /** Null: the partnership; `none`: cases of no board, who are counted and never told. */
  readonly board: string | null;
  readonly dimension: ReleaseDimension | 'all';
  readonly key: string;
  /** Empty: whole. */
  readonly part: string;
}

/** All values that a dimension has, in the order in which they are hidden for each other. */
export type Keys = Readonly<Record<'board' | ReleaseDimension, readonly string[]>> & {
  /** Of each board the areas in which it has schools; everybody can look that up. */
  readonly areasOf: Readonly<Record<string, readonly string[]>>;
};

type Where = Pick<Place, 'board' | 'dimension'>;

/** The part of a board in an area. */
export const isCrossed = ({ board, dimension }: Where): boolean => board !== null && dimension === 'area';

/**
 * What is counted and never told: what is of no board, and the part of a board in an area. Who subtracts boards from an area finds the
 * latter (an area with one school more than a board), so what is small of them is covered too.
 */
export const isUntold = (place: Where): boolean => place.board === 'none' || isCrossed(place);

/** The id of a cell among those of one measure; of another release with the first day of its quarter. */
export const idOf = ({ board, dimension, key, part }: Place, quarter?: CivilDate): string =>
  [quarter ?? '', board ?? '', dimension, key, part].join('|');

const whole = (board: string | null, dimension: Place['dimension'], key: string): Place => ({
  board,
  dimension,
  key,
  part: '',
});
const all = (board: string | null) => whole(board, 'all', 'all');

/** What a measure is split by, in a scope. A board's quarter is a total alone: counts of a quarter by board and expertise are small ones. */
export function dimensionsOf(measure: Measure, span: Span, ofBoard: boolean): readonly ReleaseDimension[] {
  if (ofBoard && span === 'quarter') return [];
  return releaseDimensions.filter(
    (dimension) => measure.dimensions.includes(dimension) && !(ofBoard && dimension === 'area'),
  );
}

const crosses = ({ dimensions }: Measure) => dimensions.includes('board') && dimensions.includes('area');

/** The parts of a board in each area where it has schools. */
const inAreas = (measure: Measure, { areasOf }: Keys, board: string): readonly Place[] =>
  crosses(measure) ? (areasOf[board] ?? []).map((area) => whole(board, 'area', area)) : [];

/** Every whole cell of a release. Values without a case have one too: that something was nowhere is a small count. */
export function placesOf(measure: Measure, span: Span, keys: Keys): readonly Place[] {
  const scopes = [null, ...(measure.dimensions.includes('board') ? keys.board : [])];
  return scopes.flatMap((board) => [
    all(board),
    ...dimensionsOf(measure, span, board !== null).flatMap((dimension) =>
      keys[dimension].map((key) => whole(board, dimension, key)),
    ),
    ...(board === null ? [] : inAreas(measure, keys, board)),
  ]);
}

/** What adds up in a release: each scope by each of its dimensions, the boards to the partnership, and their parts in an area to it. */
export function sumsOf(measure: Measure, span: Span, keys: Keys): readonly Sum[] {
  const boards = measure.dimensions.includes('board') ? keys.board : [];
  const split = (board: string | null) =>
    dimensionsOf(measure, span, board !== null).map((dimension) => ({
      total: idOf(all(board)),
      parts: keys[dimension].map((key) => idOf(whole(board, dimension, key))),
    }));
  const overBoards = (dimension: Place['dimension'], key: string) => ({
    total: idOf(whole(null, dimension, key)),
    parts: boards.map((board) => idOf(whole(board, dimension, key))),
  });
  const crossed = crosses(measure)
    ? [
        ...boards.map((board) => ({
          total: idOf(all(board)),
          parts: inAreas(measure, keys, board).map((place) => idOf(place)),
        })),
        ...keys.area.map((area) => ({
          total: idOf(whole(null, 'area', area)),
          parts: boards
            .filter((board) => keys.areasOf[board]?.includes(area))
            .map((board) => idOf(whole(board, 'area', area))),
        })),
      ].filter(({ parts }) => parts.length > 0)
    : [];
  return [
    ...[null, ...boards].flatMap(split),
    ...crossed,
    ...(boards.length === 0
      ? []
      : [
          overBoards('all', 'all'),
          ...dimensionsOf(measure, span, true).flatMap((dimension) =>
            keys[dimension].map((key) => overBoards(dimension, key)),
          ),
        ]),
  ];
}

/** The whole cells that a case is counted in. */
export function placesOfFact(measure: Measure, span: Span, fact: Fact): readonly Place[] {
  const scopes = [null, ...(measure.dimensions.includes('board') ? [fact.boardId ?? 'none'] : [])];
  return scopes.flatMap((board) => [
    all(board),
    ...dimensionsOf(measure, span, board !== null).map((dimension) =>
      whole(board, dimension, keyOf(fact, dimension)),
    ),
    ...(board !== null && crosses(measure) ? [whole(board, 'area', keyOf(fact, 'area'))] : []),
  ]);
}

/** How many cases a cell has, and how many of them the school that has most. */
export function countOf(facts: readonly Fact[]): { readonly n: number; readonly own: number } {
  const schools = grouped(
    facts.filter(({ schoolId }) => schoolId !== null),
    ({ schoolId }) => schoolId ?? '',
  );
  const sizes = [...schools.values()].map(({ length }) => length);
  return { n: facts.length, own: sizes.toSorted((a, b) => b - a)[0] ?? 0 };
}

/**
 * The values that a release is split by: those the partnership has, and what cases have beside them. A board or an area without any school
 * has nothing, as everybody can see: to hide that would only hide others for its sake.
 */
export function keysOf(known: Partial<Keys>, facts: readonly Fact[]): Keys {
  const { areasOf } = known;
  const having = (dimension: Dimension & keyof Keys, here?: readonly string[]) => [
    ...new Set([
      ...(known[dimension] ?? []).filter((key) => here?.includes(key) ?? true),
      ...facts.map((fact) => keyOf(fact, dimension)).toSorted(),
    ]),
  ];
  // Who knows all others knows what is of none, also where that is nothing.
  const withNone = (found: readonly string[], here: readonly string[] = []) =>
    here.includes('none') ? [...new Set([...found, 'none'])] : found;
  const boards = areasOf && Object.keys(areasOf);
  const areas = areasOf && Object.values(areasOf).flat();
  const board = withNone(having('board', boards), boards);
  const areasIn = (one: string) => [
    ...(areasOf?.[one] ?? []),
    ...facts.filter((fact) => keyOf(fact, 'board') === one).map((fact) => keyOf(fact, 'area')),
  ];
  return {
    board,
    area: withNone(having('area', areas), areas),
    expertise: having('expertise'),
    level: having('level'),
    kind: having('kind'),
    ambition: having('ambition'),
    areasOf: Object.fromEntries(board.map((one) => [one, [...new Set(areasIn(one))].toSorted()])),
  };
}
