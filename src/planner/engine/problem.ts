/**
 * What the planner and the generalised assignment problem have in common: agents that each choose one *column* (a whole plan of their
 * own), items that at most one agent may take, and groups that cost something when they get too little.
 *
 *   maximise  Σ agents value(column) − Σ groups price·max(0, target − amount)
 *
 * This is the Dantzig-Wolfe form: everything that holds within one agent is the business of its oracle `best`, which is exact, so that
 * the Lagrangian bound (bound.ts) is a proof.
 */
import type { Group } from './instance.ts';

export interface Problem<Detail> {
  readonly agents: number;
  readonly items: number;
  readonly groups: readonly Group[];
  /** Per agent the items it may ever take. */
  readonly reach: readonly Int32Array[];
  /** A first guess at what each item is worth to the agents that do not get it. */
  readonly firstPrices: Float64Array;
  /** Whether every value is a whole number, so that a bound may be rounded. */
  readonly whole: boolean;
  /**
   * The column of this agent with the highest value − Σ prices of its items + Σ rewards x amounts of its groups. A price may be
   * Infinity (not to be had). Exact, and the same answer for the same prices.
   */
  best(agent: number, prices: Float64Array, rewards: Float64Array): Column<Detail>;
  /** The same items, and no less worth to the groups given what these have from others. */
  trim?(column: Column<Detail>, given: Float64Array): Column<Detail>;
  /** Another way to search, for problems where best answers one after another do not fit together well. */
  readonly rearranging?: (
    prices: Prices,
    random: () => number,
    stop: () => boolean,
  ) => Promise<Rearrange<Detail>>;
}

/** Other columns for some of the agents, together not worth less; `work` in rounds. Given are all columns, in the order of the agents. */
export type Rearrange<Detail> = (columns: readonly Column<unknown>[]) => {
  readonly columns: readonly Column<Detail>[];
  readonly work: number;
};

export interface Column<Detail> {
  readonly agent: number;
  /** Prices and rewards left out. */
  readonly value: number;
  readonly items: readonly number[];
  /** Each group once; `amounts` in the same order. */
  readonly groups: readonly number[];
  readonly amounts: readonly number[];
  /** What the oracle needs to tell what the column means. */
  readonly detail: Detail;
}

/** Lagrange multipliers: what an item is worth elsewhere (0 or more), what a half at a group is worth (0 up to the group's price). */
export interface Prices {
  readonly items: Float64Array;
  readonly groups: Float64Array;
}

/** What a column is worth to its agent at these prices. */
export function worthAt(column: Column<unknown>, prices: Prices): number {
  let worth = column.value;
  for (const item of column.items) worth -= prices.items[item] ?? 0;
  column.groups.forEach((group, nth) => {
    worth += (prices.groups[group] ?? 0) * (column.amounts[nth] ?? 0);
  });
  return worth;
}
