/** In what doubt those must be left who would compute a hidden count from what is shown. */
import type { Leeway, Untold } from './leeway.ts';
import { fewest } from './suppression.ts';

export interface Cell {
  readonly id: string;
  readonly n: number;
  /** How many of the `n` the school has that has most of them: who works there reads its own cases, and is told the rest of a shown count. */
  readonly own?: number;
  /** What belongs to the `n` and adds up as they do, such as hours; never below 0. */
  readonly amounts?: readonly number[];
}

/** What of a count that is not small itself is known to the school that has most of it, but not all. */
const knownOf = ({ n, own = 0 }: Cell, few = fewest): number => (n >= few && own < n ? own : 0);

/** Less than `few` cases, or less of all schools but one. */
export const isSmall = (cell: Cell, few = fewest): boolean => cell.n - knownOf(cell, few) < few;

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
  doubts: (cell, leeway, place) =>
    isSmall(cell)
      ? leeway.reaches(place, knownOf(cell) + fewest - 1) && leeway.reaches(place, knownOf(cell))
      : differs(leeway, place, cell.n, 1),
};

/** Who also knows which ones are small. */
export const insider: Attacker = {
  takes: (cell) =>
    isSmall(cell)
      ? { now: cell.n, low: knownOf(cell), high: knownOf(cell) + fewest - 1 }
      : { now: cell.n, low: fewest, high: Number.POSITIVE_INFINITY },
  doubts: (cell, leeway, place) => !isSmall(cell) || differs(leeway, place, cell.n, 1),
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
