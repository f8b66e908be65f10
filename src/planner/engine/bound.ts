/**
 * The Lagrangian bound (Fisher 1981). For any prices λ ≥ 0 of items and 0 ≤ μ ≤ price of groups no plan is worth more than
 *
 *   L(λ, μ) = Σ agents max over columns (value − Σ λ + Σ μ·amount) + Σ λ − Σ μ·target
 *
 * because what λ takes from a plan is at most Σ λ, and what μ gives it is at most Σ μ·target + its own shortage cost. Each maximum is
 * exact, so L is a proof wherever the prices came from. Descent on L by deflected subgradients (Camerini, Fratta, Maffioli 1975).
 */
import type { Group } from './instance.ts';
import type { Meter } from './meter.ts';
import { type Column, type Prices, type Problem, worthAt } from './problem.ts';

export interface Bound<Detail> {
  readonly value: number;
  /** Each agent's best column at these prices: a plan that may promise an item twice. */
  readonly columns: readonly Column<Detail>[];
}

/** Best columns and the bound at these prices. */
export function boundAt<Detail>(problem: Problem<Detail>, prices: Prices): Bound<Detail> {
  const columns: Column<Detail>[] = [];
  let value = 0;
  for (const price of prices.items) value += price;
  problem.groups.forEach((group, at) => {
    value -= (prices.groups[at] ?? 0) * group.target;
  });
  for (let agent = 0; agent < problem.agents; agent += 1) {
    const column = problem.best(agent, prices.items, prices.groups);
    columns.push(column);
    value += worthAt(column, prices);
  }
  return { value, columns };
}

/** Prices that may be used for a bound: no negative ones, no group above its price. */
export function lawful(
  problem: Problem<unknown>,
  items: ArrayLike<number>,
  groups: ArrayLike<number>,
): Prices {
  return {
    items: Float64Array.from(items, (price) => Math.max(0, price)),
    groups: Float64Array.from(groups, (price, at) =>
      Math.max(0, Math.min(problem.groups[at]?.price ?? 0, price)),
    ),
  };
}

export interface Descent<Detail> {
  readonly prices: Prices;
  readonly bound: number;
  /** One step; undefined when nothing more is to be had. */
  step(reached: number): Bound<Detail> | undefined;
}

/** Steps without a better bound before they become shorter. */
const patience = 8;
const firstLength = 1.2;
const shortest = 1e-4;

/**
 * Steps down from first prices. Each step asks every agent once. `reached` is the value of the best plan so far: the step length aims
 * at it (Polyak).
 */
export function descend<Detail>(problem: Problem<Detail>, meter: Meter): Descent<Detail> {
  const first = lawful(
    problem,
    problem.firstPrices,
    problem.groups.map(({ price }) => price / 4),
  );
  let best = first;
  let bound = Number.POSITIVE_INFINITY;
  let now = copyOf(first);
  const slope = { items: new Float64Array(problem.items), groups: new Float64Array(problem.groups.length) };
  let length = firstLength;
  let stalled = 0;
  return {
    get prices() {
      return best;
    },
    get bound() {
      return bound;
    },
    step: (reached) => {
      if (length < shortest) return undefined;
      const found = boundAt(problem, now);
      meter.work(1);
      const better = !(found.value >= bound - 1e-6 * Math.abs(bound));
      if (better || bound === Number.POSITIVE_INFINITY) {
        bound = found.value;
        best = copyOf(now);
        stalled = 0;
      } else {
        stalled += 1;
        if (stalled >= patience) {
          length *= 0.6;
          stalled = 0;
          now = copyOf(best);
          return found;
        }
      }
      turn(problem, found.columns, slope);
      const steepness = squareOf(problem, now, slope);
      if (steepness < 1e-12) return undefined;
      move(problem, now, slope, (length * Math.max(0, found.value - reached)) / steepness);
      return found;
    },
  };
}

/** A subgradient of L at these columns, three parts to one of the slope before (Camerini, Fratta, Maffioli). */
function turn(problem: Problem<unknown>, columns: readonly Column<unknown>[], slope: Prices): void {
  const free = new Float64Array(problem.items).fill(1);
  const over = Float64Array.from(problem.groups, ({ target }) => -target);
  for (const column of columns) {
    for (const item of column.items) free[item] = (free[item] ?? 0) - 1;
    column.groups.forEach((group, nth) => {
      over[group] = (over[group] ?? 0) + (column.amounts[nth] ?? 0);
    });
  }
  for (let at = 0; at < free.length; at += 1) {
    slope.items[at] = 0.75 * (free[at] ?? 0) + 0.25 * (slope.items[at] ?? 0);
  }
  for (let at = 0; at < over.length; at += 1) {
    slope.groups[at] = 0.75 * (over[at] ?? 0) + 0.25 * (slope.groups[at] ?? 0);
  }
}

/** Groups are amounts of tens where items are ones: they move in smaller steps. */
function groupScale({ target }: Group): number {
  return 0.15 / Math.max(1, target);
}

/** The scaled square of the slope, without the items whose price is 0 and would go lower. */
function squareOf(problem: Problem<unknown>, { items }: Prices, slope: Prices): number {
  let sum = 0;
  for (let at = 0; at < items.length; at += 1) {
    const along = slope.items[at] ?? 0;
    if ((items[at] ?? 0) > 0 || along < 0) sum += along * along;
  }
  problem.groups.forEach((group, at) => {
    sum += groupScale(group) * (slope.groups[at] ?? 0) ** 2;
  });
  return sum;
}

function move(problem: Problem<unknown>, { items, groups }: Prices, slope: Prices, distance: number): void {
  for (let at = 0; at < items.length; at += 1) {
    items[at] = Math.max(0, (items[at] ?? 0) - distance * (slope.items[at] ?? 0));
  }
  problem.groups.forEach((group, at) => {
    const next = (groups[at] ?? 0) - distance * groupScale(group) * (slope.groups[at] ?? 0);
    groups[at] = Math.max(0, Math.min(group.price, next));
  });
}

function copyOf({ items, groups }: Prices): Prices {
  return { items: Float64Array.from(items), groups: Float64Array.from(groups) };
}
