/**
 * The Lagrangian bound (Fisher 1981). For any prices λ ≥ 0 of items and 0 ≤ μ ≤ price of groups no plan is worth more than
 *
 *   L(λ, μ) = Σ agents max over columns (value − Σ λ + Σ μ·amount) + Σ λ − Σ μ·target
 *
 * because what λ takes from a plan is at most Σ λ, and what μ gives it is at most Σ μ·target + its own shortage cost. Each maximum is
 * exact, so L is a proof wherever the prices came from. Descent on L by deflected subgradients (Camerini, Fratta, Maffioli 1975).
 */
import type { Meter } from './meter.ts';
import type { Column, Prices, Problem } from './problem.ts';
import { worthAt } from './problem.ts';

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
export function lawful(problem: Problem<unknown>, items: ArrayLike<number>, groups: ArrayLike<number>): Prices {
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
  /** One step; false when nothing more is to be had. */
  step(reached: number): Bound<Detail> | undefined;
}

const patience = 8;

/**
 * Steps down from first prices. Each step asks every agent once. `reached` is the value of the best plan so far: the step length aims
 * at it (Polyak).
 */
export function descend<Detail>(problem: Problem<Detail>, meter: Meter): Descent<Detail> {
  const { items: itemCount, groups } = problem;
  const groupScale = groups.map(({ target }) => 0.15 / Math.max(1, target));
  const best = {
    prices: lawful(problem, problem.firstPrices, groups.map(({ price }) => price / 4)),
    bound: Number.POSITIVE_INFINITY,
  };
  let { items, groups: rewards } = copyOf(best.prices);
  const itemSlope = new Float64Array(itemCount);
  const groupSlope = new Float64Array(groups.length);
  let length = 1.2;
  let stalled = 0;

  const slope = (columns: readonly Column<Detail>[]): number => {
    const free = new Float64Array(itemCount).fill(1);
    const over = Float64Array.from(groups, ({ target }) => -target);
    for (const column of columns) {
      for (const item of column.items) free[item] = (free[item] ?? 0) - 1;
      column.groups.forEach((group, nth) => {
        over[group] = (over[group] ?? 0) + (column.amounts[nth] ?? 0);
      });
    }
    let norm = 0;
    for (let at = 0; at < itemCount; at += 1) {
      const along = 0.75 * (free[at] ?? 0) + 0.25 * (itemSlope[at] ?? 0);
      itemSlope[at] = along;
      if ((items[at] ?? 0) > 0 || along < 0) norm += along * along;
    }
    for (let at = 0; at < groups.length; at += 1) {
      const along = 0.75 * (over[at] ?? 0) + 0.25 * (groupSlope[at] ?? 0);
      groupSlope[at] = along;
      norm += (groupScale[at] ?? 0) * along * along;
    }
    return norm;
  };

  const move = (distance: number) => {
    for (let at = 0; at < itemCount; at += 1) {
      items[at] = Math.max(0, (items[at] ?? 0) - distance * (itemSlope[at] ?? 0));
    }
    groups.forEach(({ price }, at) => {
      const next = (rewards[at] ?? 0) - distance * (groupScale[at] ?? 0) * (groupSlope[at] ?? 0);
      rewards[at] = Math.max(0, Math.min(price, next));
    });
  };

  return {
    get prices() {
      return best.prices;
    },
    get bound() {
      return best.bound;
    },
    step: (reached) => {
      if (length < 1e-4) return undefined;
      const found = boundAt(problem, { items, groups: rewards });
      meter.work(1);
      if (found.value < best.bound - 1e-6 * Math.abs(best.bound) || best.bound === Number.POSITIVE_INFINITY) {
        best.bound = found.value;
        best.prices = copyOf({ items, groups: rewards });
        stalled = 0;
      } else {
        stalled += 1;
        if (stalled >= patience) {
          length *= 0.6;
          stalled = 0;
          ({ items, groups: rewards } = copyOf(best.prices));
          return found;
        }
      }
      const norm = slope(found.columns);
      if (norm < 1e-12) return undefined;
      move((length * Math.max(0, found.value - reached)) / norm);
      return found;
    },
  };
}

function copyOf({ items, groups }: Prices): Prices {
  return { items: Float64Array.from(items), groups: Float64Array.from(groups) };
}
