/**
 * Large neighbourhood search (Shaw 1998): a few agents that want the same items give back what they have and choose anew, one after
 * another, each exactly. All but the last leave behind what is worth more to others, as the prices tell.
 */

import type { Column, Prices, Problem } from './problem.ts';
import { below, shuffle } from './random.ts';
import { put, type State, shortage, take } from './state.ts';

export interface Search<Detail> {
  readonly problem: Problem<Detail>;
  readonly state: State<Detail>;
  readonly random: () => number;
  /** Per agent those that want the same items, most in common first. */
  readonly near: readonly (readonly number[])[];
  readonly prices: Float64Array;
  readonly rewards: Float64Array;
}

const mostNear = 24;

export function searchFrom<Detail>(
  problem: Problem<Detail>,
  state: State<Detail>,
  near: readonly (readonly number[])[],
  random: () => number,
): Search<Detail> {
  return {
    ...{ problem, state, random, near },
    prices: new Float64Array(problem.items),
    rewards: new Float64Array(problem.groups.length),
  };
}

/** Per agent its rivals, most items in common first. */
export function rivalsOf(problem: Problem<unknown>): readonly (readonly number[])[] {
  const takers: number[][] = Array.from({ length: problem.items }, () => []);
  problem.reach.forEach((items, agent) => {
    for (const item of items) takers[item]?.push(agent);
  });
  return problem.reach.map((items, agent) => {
    const common = new Map<number, number>();
    for (const item of items) {
      for (const other of takers[item] ?? []) {
        if (other !== agent) common.set(other, (common.get(other) ?? 0) + 1);
      }
    }
    return [...common]
      .sort(([a, atA], [b, atB]) => atB - atA || a - b)
      .slice(0, mostNear)
      .map(([other]) => other);
  });
}

/** An agent and up to `most` - 1 of its rivals, in any order. */
export function neighbourhood({ problem, near, random }: Search<unknown>, most: number): number[] {
  const first = below(random, problem.agents);
  const rivals = near[first] ?? [];
  const group = [first];
  const size = 1 + below(random, most);
  for (let tries = 4 * size; group.length < size && rivals.length > 0 && tries > 0; tries -= 1) {
    const other = rivals[below(random, rivals.length)] ?? first;
    if (!group.includes(other)) group.push(other);
  }
  shuffle(group, random);
  return group;
}

/**
 * Lets the group choose anew and keeps that when the value changes by at least `least` (0 or below); says by how much it changed,
 * or undefined when everything is as it was. `weight` says how much of the price of an item counts.
 */
export function rechoose<Detail>(
  search: Search<Detail>,
  group: readonly number[],
  prices: Prices,
  weights: () => number,
  least: number,
): number | undefined {
  const { problem, state } = search;
  const old = group.map((agent) => columnOf(state, agent));
  let before = -shortage(problem, state.given);
  for (const column of old) {
    before += column.value;
    take(state, column);
  }
  let after = 0;
  const fresh = group.map((agent, nth) => {
    const weight = nth === group.length - 1 ? 0 : weights();
    const column = chooseFor(search, agent, prices, weight);
    put(state, column);
    after += column.value;
    return column;
  });
  after -= shortage(problem, state.given);
  if (after - before >= least) {
    for (const column of fresh) state.columns[column.agent] = column;
    return after - before;
  }
  for (const column of fresh) take(state, column);
  for (const column of old) put(state, column);
  return undefined;
}

/** The best column among the free items, at so much of their price. */
function chooseFor<Detail>(
  search: Search<Detail>,
  agent: number,
  known: Prices,
  weight: number,
): Column<Detail> {
  const { problem, state, random, prices, rewards } = search;
  const { owners, given } = state;
  const reach = problem.reach[agent] ?? new Int32Array();
  // Prices are the same for all who come later; now and then an item is left to them for no reason.
  const shy = weight > 0 && random() < 0.1 ? 0.2 : 0;
  for (let nth = 0; nth < reach.length; nth += 1) {
    const item = reach[nth] ?? 0;
    const closed = (owners[item] ?? 0) >= 0 || (shy > 0 && random() < shy);
    prices[item] = closed ? Number.POSITIVE_INFINITY : weight * (known.items[item] ?? 0);
  }
  guessRewards(search, random() < 0.75 ? 2 : 2 ** below(random, 4));
  const column = problem.best(agent, prices, rewards);
  return problem.trim?.(column, given) ?? column;
}

function columnOf<Detail>(state: State<Detail>, agent: number): Column<Detail> {
  const column = state.columns[agent];
  if (column === undefined) throw new RangeError(`no agent ${agent}`);
  return column;
}

/** A group's shortage ends somewhere within what a column gives it: `within` so many halves is a guess. */
function guessRewards({ problem, state, rewards }: Search<unknown>, within: number): void {
  for (let at = 0; at < rewards.length; at += 1) {
    const group = problem.groups[at];
    if (group === undefined) continue;
    const short = Math.max(0, group.target - (state.given[at] ?? 0));
    rewards[at] = group.price * Math.min(1, short / within);
  }
}
