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
export type Keys = Readonly<Record<'board' | ReleaseDimension, readonly string[]>>;

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

/** Every whole cell of a release. Values without a case have one too: that something was nowhere is a small count. */
export function placesOf(measure: Measure, span: Span, keys: Keys): readonly Place[] {
  const scopes = [null, ...(measure.dimensions.includes('board') ? keys.board : [])];
  return scopes.flatMap((board) => [
    all(board),
    ...dimensionsOf(measure, span, board !== null).flatMap((dimension) =>
      keys[dimension].map((key) => whole(board, dimension, key)),
    ),
  ]);
}

/** What adds up in a release: each scope by each of its dimensions, and the boards to the partnership. */
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
  return [
    ...[null, ...boards].flatMap(split),
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

/** The values that a release is split by: those the partnership has, and what cases have beside them. */
export function keysOf(known: Partial<Keys>, facts: readonly Fact[]): Keys {
  const having = (dimension: Dimension & keyof Keys) => [
    ...new Set([...(known[dimension] ?? []), ...facts.map((fact) => keyOf(fact, dimension)).toSorted()]),
  ];
  return {
    board: having('board'),
    area: having('area'),
    expertise: having('expertise'),
    level: having('level'),
    kind: having('kind'),
    ambition: having('ambition'),
  };
}
