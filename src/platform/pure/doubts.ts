/** In what doubt those must be left who would compute a hidden count from what is shown. */
import type { Leeway, Untold } from './leeway.ts';
import { fewest } from './suppression.ts';

export interface Cell {
  readonly id: string;
  readonly n: number;
  /** What belongs to the `n` and adds up as they do, such as hours; never below 0. */
  readonly amounts?: readonly number[];
}

/** What an attacker takes each hidden number to lie between, and the doubt he must be left in. */
export interface Attacker {
  readonly takes: (cell: Cell) => Untold;
  readonly doubts: (cell: Cell, leeway: Leeway, place: number) => boolean;
}

const differs = (leeway: Leeway, place: number, now: number, by: number) =>
  leeway.reaches(place, now + by) || (now >= by && leeway.reaches(place, now - by));

/** Who knows what is shown. */
export const outsider: Attacker = {
  takes: ({ n }) => ({ now: n, low: 0, high: Number.POSITIVE_INFINITY }),
  doubts: ({ n }, leeway, place) =>
    n < fewest ? leeway.reaches(place, fewest - 1) && leeway.reaches(place, 0) : differs(leeway, place, n, 1),
};

/** Who also knows which ones are small. */
export const insider: Attacker = {
  takes: ({ n }) =>
    n < fewest
      ? { now: n, low: 0, high: fewest - 1 }
      : { now: n, low: fewest, high: Number.POSITIVE_INFINITY },
  doubts: ({ n }, leeway, place) => n >= fewest || differs(leeway, place, n, 1),
};

/** One for each amount: left in doubt by a tenth at least, as statistics offices ask of sums of money. */
export const reckoners = (cells: readonly Cell[]): readonly Attacker[] =>
  (cells[0]?.amounts ?? []).map((_, nth) => {
    const amountOf = (cell: Cell) => cell.amounts?.[nth] ?? 0;
    return {
      takes: (cell) => ({ now: amountOf(cell), low: 0, high: Number.POSITIVE_INFINITY }),
      doubts: (cell, leeway, place) =>
        differs(leeway, place, amountOf(cell), Math.max(amountOf(cell) / 10, leastDoubt)),
    };
  });

/** In whatever an amount is counted in. */
const leastDoubt = 0.001;
