/**
 * Small counts among counts that add up: in rows, in columns, and over quarters into a year. A count below five is hidden, and beside it as
 * many others as it takes until nobody can compute it from what is shown. Two attackers are held off:
 * - who knows everything that is shown still finds each small count able to be anything from 0 to 4, and each other one to differ by one;
 * - who even knows which hidden counts are the small ones (the source is open, an order can be guessed) can still not pin one down.
 * A count is small too that leaves one to four when the school is taken off that has most of it: who works there can do that.
 * Which others are hidden depends on the order of the sums and of their parts, never on size: else the largest one would be known.
 */

import { leewayApart } from './apart.ts';
import { type Attacker, type Cell, insider, isSmall, outsider, reckoners } from './doubts.ts';
import type { Balance } from './leeway.ts';
import { type Aside, type Family, type Frozen, familyOf, membersOf, type Sum } from './sum-family.ts';

export type { Cell } from './doubts.ts';
export type { Aside, Frozen, Sum } from './sum-family.ts';

/**
 * The ids of the cells that are not to be shown.
 * @param frozen what can no longer be hidden: others are, in its place
 */
export function hideInSums(
  cells: readonly Cell[],
  sums: readonly Sum[],
  frozen: Frozen = new Map(),
  aside: Aside = {},
): ReadonlySet<string> {
  const family = familyOf(cells, sums, frozen, aside);
  const small = family.cells.filter((cell) => isFirst(frozen, cell.id, isSmall(cell)));
  return cover(family, small, [outsider, insider]);
}

/**
 * The ids of the cells whose amounts (or averages, for whoever knows those and counts knows amounts) are not to be shown, while their counts
 * may be.
 * @param hidden whose counts are hidden: their amounts are too
 * @param few amounts of fewer cases than this are hidden, and those of fewer when one school is taken off
 */
export function hideAmountsInSums(
  cells: readonly Cell[],
  sums: readonly Sum[],
  hidden: ReadonlySet<string>,
  few: number,
  frozen: Frozen = new Map(),
  aside: Aside = {},
): ReadonlySet<string> {
  const family = familyOf(cells, sums, frozen, aside, few);
  const first = family.cells.filter((cell) =>
    isFirst(frozen, cell.id, isSmall(cell, few) || hidden.has(cell.id)),
  );
  return cover(family, first, reckoners(cells));
}

/** What was shown before is no longer hidden; what was hidden stays so. */
const isFirst = (frozen: Frozen, id: string, small: boolean) =>
  frozen.has(id) ? frozen.get(id) === 'hidden' : small;

function cover(family: Family, first: readonly Cell[], attackers: readonly Attacker[]): ReadonlySet<string> {
  const hidden = new Set([...family.untold, ...first.map(({ id }) => id)]);
  const watched = attackers.map((attacker) => ({ ...attacker, safe: new Set<string>() }));
  do pairUp(family, hidden);
  while (coverUp(family, hidden, findable(family, hidden, watched)));
  return hidden;
}

/** What an attacker finds out about cells, and how much each sum has to do with it. */
type Found = ReadonlyMap<string, ReadonlyMap<Sum, number>>;

/** One more cover for each that is found, but none beside another of this round: that one may be enough for both. */
function coverUp(family: Family, hidden: Set<string>, found: Found): boolean {
  const served = new Set<Sum>();
  for (const [id, weights] of found) {
    if (family.sumsOf(id).some((sum) => served.has(sum))) continue;
    const helps = (cover: string) => {
      const signed = (sum: Sum) => (sum.total === cover ? -1 : 1) * (weights.get(sum) ?? 0);
      const weight = family.sumsOf(cover).reduce((all, sum) => all + signed(sum), 0);
      return Math.abs(weight) > 1e-6;
    };
    const isEasy = (near: string) => inCompany(family, hidden, near) && helps(near);
    // A total tells most: it is spared as long as any part will do, and what was hidden in this round may be enough.
    const part =
      nearestCover(family, hidden, id, (near) => family.yields.has(near) && isEasy(near)) ??
      nearestCover(family, hidden, id, isEasy, partIn);
    if (part === undefined && served.size > 0) continue;
    const cover = part ?? nearestCover(family, hidden, id, isEasy) ?? nearestCover(family, hidden, id, helps);
    // None: what was shown before tells it, and whatever more is hidden cannot take that back.
    if (cover === undefined) continue;
    hidden.add(cover);
    for (const sum of [...family.sumsOf(id), ...family.sumsOf(cover)]) served.add(sum);
  }
  return served.size > 0;
}

/** What is hidden alone in a sum is what the others leave: it gets company. */
function pairUp(family: Family, hidden: Set<string>): void {
  const waiting = [...family.sums];
  for (let sum = waiting.shift(); sum !== undefined; sum = waiting.shift()) {
    const [alone, second] = hiddenIn(hidden, sum);
    if (alone === undefined || second !== undefined || family.free.has(alone)) continue;
    const cover =
      coverIn(family, hidden, sum, alone, (id) => family.yields.has(id)) ??
      coverIn(family, hidden, sum, alone, (id) => inCompany(family, hidden, id)) ??
      coverIn(family, hidden, sum, alone, () => true);
    if (cover === undefined) continue;
    hidden.add(cover);
    waiting.push(...family.sumsOf(cover));
  }
}

/** Whether a cell would do as a cover. */
type Fits = (id: string) => boolean;

/** The next one in the order of the sum that can still be hidden; the total when no part can. */
function coverIn(family: Family, hidden: ReadonlySet<string>, sum: Sum, beside: string, fits: Fits) {
  return partIn(family, hidden, sum, beside, fits) ?? firstOf(family, hidden, [sum.total], fits);
}

/** The next part in the order of the sum that can still be hidden. */
function partIn(family: Family, hidden: ReadonlySet<string>, { parts }: Sum, beside: string, fits: Fits) {
  return firstOf(family, hidden, [...parts.slice(parts.indexOf(beside) + 1), ...parts], fits);
}

const firstOf = (family: Family, hidden: ReadonlySet<string>, ids: readonly string[], fits: Fits) =>
  ids.find((id) => !hidden.has(id) && !family.told.has(id) && fits(id));

/** In the cell's own sums; else in those of what is hidden beside it, and so on outwards. */
function nearestCover(
  family: Family,
  hidden: ReadonlySet<string>,
  id: string,
  fits: Fits,
  within: typeof coverIn = coverIn,
) {
  const seen = new Set([id]);
  const known = new Set<Sum>();
  for (const near of seen) {
    for (const sum of family.sumsOf(near)) {
      // Where one of a sum finds none, the others do not either.
      // Stryker disable next-line ConditionalExpression: to look there again would only take longer
      if (known.has(sum)) continue;
      known.add(sum);
      const cover = within(family, hidden, sum, near, fits);
      if (cover !== undefined) return cover;
      for (const member of hiddenIn(hidden, sum)) seen.add(member);
    }
  }
  return undefined;
}

const hiddenIn = (hidden: ReadonlySet<string>, sum: Sum) => membersOf(sum).filter((id) => hidden.has(id));

/** Is it in none of its sums hidden alone? Then it needs no further covers itself. */
const inCompany = (family: Family, hidden: ReadonlySet<string>, id: string) =>
  family.sumsOf(id).every((sum) => membersOf(sum).some((member) => hidden.has(member)));

/** An attacker, and the cells that are safe from him: they stay so, for the more is hidden, the less follows. */
interface Watched extends Attacker {
  readonly safe: Set<string>;
}

/** The hidden cells of which an attacker finds too much. */
function findable(family: Family, hidden: ReadonlySet<string>, attackers: readonly Watched[]): Found {
  const cells = family.cells.filter(({ id }) => hidden.has(id));
  const balances = balancesOf(family.sums, new Map(cells.map(({ id }, place) => [id, place])));
  const found = new Map<string, ReadonlyMap<Sum, number>>();
  for (const { takes, doubts, safe } of attackers) {
    const leeway = leewayApart(cells.map(takes), balances);
    for (const [place, cell] of cells.entries()) {
      // Stryker disable next-line ConditionalExpression: to ask again what is known would only take longer
      if (safe.has(cell.id) || family.free.has(cell.id)) continue;
      if (doubts(cell, leeway, place)) safe.add(cell.id);
      else found.set(cell.id, bySum(family.sums, leeway.weights()));
    }
  }
  return found;
}

const bySum = (sums: readonly Sum[], weights: ReadonlyMap<number, number>) =>
  new Map(
    [...weights].flatMap(([nth, weight]) => sums.slice(nth, nth + 1).map((sum) => [sum, weight] as const)),
  );

function balancesOf(sums: readonly Sum[], places: ReadonlyMap<string, number>): readonly Balance[] {
  return sums.map(({ total, parts }) =>
    [...parts.map((id) => [id, 1] as const), [total, -1] as const].flatMap(([id, sign]) => {
      const place = places.get(id);
      return place === undefined ? [] : [[place, sign] as const];
    }),
  );
}
