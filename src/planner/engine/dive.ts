/** Diving (column generation as a heuristic): fixes the columns that the relaxed plan is surest of, solves again, and so on to a plan. */
import { boundAt, lawful } from './bound.ts';
import type { Master, Relaxed } from './master.ts';
import type { Meter } from './meter.ts';
import type { Column, Prices, Problem } from './problem.ts';

export interface Dive<Detail> {
  readonly problem: Problem<Detail>;
  readonly master: Master<Detail>;
  readonly meter: Meter;
  /** Called between linear programmes. */
  readonly pause: () => Promise<void>;
}

/** The part of the undecided agents that one round decides at most. */
const roundPart = 0.2;
/** Above this a column is sure enough to be fixed with others in one round. */
const sure = 0.45;

/** One column per agent; `none` stands for an agent that got nothing better. Leaves the master free again. */
export async function dive<Detail>(
  { problem, master, meter, pause }: Dive<Detail>,
  none: readonly Column<Detail>[],
): Promise<readonly Column<Detail>[]> {
  const fixed = new Map<number, Column<Detail>>();
  const covered = new Uint8Array(problem.items);
  while (fixed.size < problem.agents && !meter.over()) {
    await pause();
    const relaxed = ask(problem, master, fixed, covered);
    meter.work(2);
    if (relaxed === undefined) break;
    const most = Math.max(1, Math.round((problem.agents - fixed.size) * roundPart));
    if (fixSurest(master, relaxed, most, fixed, covered) === 0) break;
  }
  master.free();
  return none.map((column) => fixed.get(column.agent) ?? column);
}

/** Solves, lets the undecided agents answer the prices, and solves again. */
function ask<Detail>(
  problem: Problem<Detail>,
  master: Master<Detail>,
  fixed: ReadonlyMap<number, Column<Detail>>,
  covered: Uint8Array,
): Relaxed | undefined {
  const relaxed = master.solve();
  if (relaxed === undefined) return undefined;
  const prices = relaxed.prices.items.map((price, item) =>
    covered[item] === 1 ? Number.POSITIVE_INFINITY : price,
  );
  const fresh: Column<Detail>[] = [];
  for (let agent = 0; agent < problem.agents; agent += 1) {
    if (!fixed.has(agent)) fresh.push(problem.best(agent, prices, relaxed.prices.groups));
  }
  return master.add(fresh) === 0 ? relaxed : master.solve();
}

function fixSurest<Detail>(
  master: Master<Detail>,
  { parts }: Relaxed,
  most: number,
  fixed: Map<number, Column<Detail>>,
  covered: Uint8Array,
): number {
  const candidates = master.columns
    .map((column, at) => ({ column, at, part: parts[at] ?? 0 }))
    .filter(({ column, part }) => part > 1e-6 && !fixed.has(column.agent))
    .sort((a, b) => b.part - a.part || a.at - b.at);
  let count = 0;
  for (const { column, at, part } of candidates) {
    if (count > 0 && part < 0.999 && (count >= most || part < sure)) break;
    if (fixed.has(column.agent) || column.items.some((item) => covered[item] === 1)) continue;
    fixed.set(column.agent, column);
    for (const item of column.items) covered[item] = 1;
    master.fix(at);
    count += 1;
  }
  return count;
}

/**
 * Column generation from these prices: solves the master, asks every agent at prices between the best known and the master's (Wentges
 * 1997), and goes on until nothing new comes. Returns the best prices with their bound.
 */
export async function generate<Detail>(
  { problem, master, meter, pause }: Dive<Detail>,
  from: { readonly prices: Prices; readonly bound: number },
  until: number,
) {
  let best = from;
  while (meter.spent() < until && !meter.over()) {
    await pause();
    const relaxed = master.solve();
    meter.work(2);
    if (relaxed === undefined || best.bound - relaxed.value < 1e-4 * Math.abs(relaxed.value)) break;
    let fresh = 0;
    for (const weight of [0.6, 0]) {
      const mix = (known: Float64Array, asked: Float64Array) =>
        known.map((price, at) => weight * price + (1 - weight) * (asked[at] ?? 0));
      const prices = lawful(
        problem,
        mix(best.prices.items, relaxed.prices.items),
        mix(best.prices.groups, relaxed.prices.groups),
      );
      const found = boundAt(problem, prices);
      if (found.value < best.bound) best = { prices, bound: found.value };
      fresh += master.add(found.columns);
      if (fresh > 0) break;
    }
    if (fresh === 0) break;
  }
  return best;
}
