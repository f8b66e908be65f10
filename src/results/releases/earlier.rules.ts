/** The quarters of a year, as they were released: what the year adds up with, and can no longer hide. */
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Aside, Frozen, Sum } from '../../platform/pure/sums.ts';
import { grouped } from '../measures/figure.rules.ts';
import { idOf, isCrossed, isUntold, type Keys, type Place } from './cell.rules.ts';
import type { EarlierCell } from './release-shape.rules.ts';

/**
 * The quarters with what of them was of no board: counted and never told, so that no cell was kept of it. Without it a quarter of boards
 * would seem to be all there is, and each hidden one among them as good as told.
 * @param areas where there are schools of no board: elsewhere everybody knows that they have nothing
 */
export function withoutBoard(
  earlier: readonly EarlierCell[],
  areas: readonly string[] = [],
): readonly EarlierCell[] {
  const ofBoards = grouped(
    earlier.filter(({ board }) => board !== null),
    (cell) => idOf({ ...cell, board: null }, cell.quarter),
  );
  const rests = earlier.flatMap((cell): readonly EarlierCell[] => {
    const boards = ofBoards.get(idOf(cell, cell.quarter));
    if (boards === undefined) return [];
    const less = (whole: number, of: (one: EarlierCell) => number) =>
      Number(boards.reduce((rest, one) => rest - of(one), whole).toFixed(6));
    const n = less(cell.n, (one) => one.n);
    const amounts =
      cell.amounts?.map((amount, nth) => less(amount, (one) => one.amounts?.[nth] ?? 0)) ?? null;
    if (cell.dimension === 'area' && n === 0 && !areas.includes(cell.key)) return [];
    return [{ ...cell, board: 'none', n, amounts, shown: false, told: false }];
  });
  const quarters = new Set(
    rests.flatMap(({ dimension, part, quarter, n }) =>
      dimension === 'all' && part === '' && n > 0 ? [quarter] : [],
    ),
  );
  return [...earlier, ...rests.filter(({ quarter }) => quarters.has(quarter))];
}

export const earlierByQuarter = (earlier: readonly EarlierCell[]) =>
  grouped(
    earlier.filter(({ part }) => part === ''),
    ({ quarter }) => quarter,
  );

export function keysOfCells(cells: readonly EarlierCell[]): Keys {
  const having = (dimension: Place['dimension']) =>
    cells.flatMap((cell) => (cell.board === null && cell.dimension === dimension ? [cell.key] : []));
  return {
    board: cells.flatMap(({ board, dimension }) => (board !== null && dimension === 'all' ? [board] : [])),
    area: having('area'),
    expertise: having('expertise'),
    level: having('level'),
    kind: having('kind'),
    ambition: having('ambition'),
    areasOf: Object.fromEntries(
      [...grouped(cells.filter(isCrossed), ({ board }) => board ?? '')].map(([board, some]) => [
        board,
        some.map(({ key }) => key),
      ]),
    ),
  };
}

export const inQuarter = (sums: readonly Sum[], quarter: CivilDate): readonly Sum[] =>
  sums.map(({ total, parts }) => ({ total: quarter + total, parts: parts.map((id) => quarter + id) }));

/** Each cell of a year is the sum of what it was in its quarters. */
export function overQuarters(places: readonly Place[], earlier: readonly EarlierCell[]): readonly Sum[] {
  const quarters = grouped(earlier, (cell) => idOf(cell));
  // Quarters of before 0.6.0 have no parts of boards in areas: of some of them nothing adds up to a year.
  const all = new Set(earlier.map(({ quarter }) => quarter));
  const crossed = new Set(earlier.filter(isCrossed).map(({ quarter }) => quarter));
  return places.flatMap((place) => {
    const parts = isCrossed(place) && crossed.size < all.size ? undefined : quarters.get(idOf(place));
    return parts === undefined
      ? []
      : [{ total: idOf(place), parts: parts.map((cell) => idOf(cell, cell.quarter)) }];
  });
}

export const frozenOf = (earlier: readonly EarlierCell[], shown: (cell: EarlierCell) => boolean): Frozen =>
  new Map(earlier.map((cell) => [idOf(cell, cell.quarter), shown(cell) ? 'shown' : 'hidden']));

/**
 * Here and in the quarters what is counted and never told; and areas, which are hidden for the sake of others before boards are: a board
 * reads its own figures, an area nobody does.
 */
export function asideOf(places: readonly Place[], earlier: readonly EarlierCell[]): Required<Aside> {
  const all = [
    ...places.map((place) => ({ place, id: idOf(place) })),
    ...earlier.map((cell) => ({ place: cell, id: idOf(cell, cell.quarter) })),
  ];
  const having = (is: (place: Place) => boolean) =>
    new Set(all.flatMap(({ place, id }) => (is(place) ? [id] : [])));
  const isArea = ({ board, dimension }: Place) => board === null && dimension === 'area';
  // The only area is the whole by another name.
  const several = new Set(places.filter(isArea).map(({ key }) => key)).size > 1;
  return { untold: having(isUntold), yields: having((place) => several && isArea(place)) };
}
