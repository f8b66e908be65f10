/**
 * The planner's oracle: one specialist's best plan, exactly. At each place a knapsack over the demands there tells what so many halves a
 * week are worth; a second programme divides the week over the places (a multiple-choice knapsack with a limit on their number).
 */

import { type Division, divide, divisionFor } from './division.ts';
import { evaluate, type Instance, type Plan, type Stationing } from './instance.ts';
import { fill, type Knapsack, knapsackFor, pick } from './knapsack.ts';
import type { Column, Problem } from './problem.ts';
import { type Agent, agentsOf, type Spot } from './spots.ts';
import { trim } from './trim.ts';

/** What a specialist does at one place, in the instance's own words. */
export type Stay = Stationing;

interface Oracle {
  readonly instance: Instance;
  readonly agents: readonly Agent[];
  readonly knapsack: Knapsack;
  readonly marks: Uint8Array;
  readonly division: Division;
  /** The demands with a profit at the place in hand, by their number within the spot. */
  readonly wanted: Int32Array;
}

/**
 * The instance in the form that the engine solves. Pins must be possible (clashes.ts): otherwise `best` leaves pinned places out.
 * Pinned demands never reach the engine: they are done, and their time is taken off.
 */
export function stationing(instance: Instance): Problem<readonly Stay[]> {
  const agents = agentsOf(instance);
  const spots = agents.flatMap((agent) => agent.spots);
  const things = Math.max(1, ...spots.map((spot) => spot.items.length));
  const room = Math.max(1, ...spots.map((spot) => spot.highest * spot.grainsAUnit));
  const oracle: Oracle = {
    instance,
    agents,
    knapsack: knapsackFor(things, room),
    marks: new Uint8Array(things * (room + 1)),
    division: divisionFor(agents),
    wanted: new Int32Array(things),
  };
  return {
    agents: agents.length,
    items: instance.demands.length,
    groups: instance.groups,
    reach: agents.map((agent) => agent.reach),
    firstPrices: Float64Array.from(instance.demands, ({ value }) => Math.max(0, 0.35 * value)),
    whole: false,
    best: (agent, prices, rewards) => bestOf(oracle, agent, prices, rewards),
    trim: (column, given) => {
      const agent = agents[column.agent];
      if (agent === undefined) return column;
      const stays = trim(instance.groups, agent, column.detail, given);
      return stays === undefined ? column : columnOf(agent, column.agent, stays);
    },
  };
}

/** The plan that columns, at most one per specialist, make together. */
export function planOf(columns: readonly Column<readonly Stay[]>[]): Plan {
  return { stationings: columns.flatMap((column) => column.detail) };
}

/**
 * A plan as columns, one per specialist: a specialist whose part of it breaks a rule or a pin gets nothing but pins, and of a demand
 * that several have the first keeps it.
 */
export function columnsOf(
  instance: Instance,
  problem: Problem<readonly Stay[]>,
  plan: Plan,
): readonly Column<readonly Stay[]>[] {
  const agents = agentsOf(instance);
  const nothing = new Float64Array(instance.demands.length).fill(Number.POSITIVE_INFINITY);
  const served = new Set<number>();
  return instance.specialists.map((specialist, at) => {
    const spots = agents[at]?.spotAt ?? new Map<number, Spot>();
    const isHere = (place: number, demand: number) => {
      const spot = spots.get(place);
      return spot !== undefined && (spot.items.includes(demand) || spot.pinnedDemands.includes(demand));
    };
    const stays = plan.stationings
      .filter((stay) => stay.specialist === at)
      .map((stay) => ({
        ...stay,
        demands: stay.demands.filter((demand) => !served.has(demand) && isHere(stay.place, demand)),
      }));
    const alone: Instance = {
      ...instance,
      specialists: instance.specialists.map((each) =>
        each === specialist ? each : { ...each, choices: [] },
      ),
    };
    const agent = agents[at];
    const lost = stays.some(({ place }) => !spots.has(place));
    if (agent === undefined || lost || evaluate(alone, { stationings: stays }).broken.length > 0) {
      return problem.best(at, nothing, new Float64Array(instance.groups.length));
    }
    for (const { demands } of stays) for (const demand of demands) served.add(demand);
    return columnOf(agent, at, stays);
  });
}

function bestOf(
  oracle: Oracle,
  at: number,
  prices: Float64Array,
  rewards: Float64Array,
): Column<readonly Stay[]> {
  const agent = oracle.agents[at];
  if (agent === undefined) throw new RangeError(`no specialist ${at}`);
  const { worths, width } = oracle.division;
  agent.spots.forEach((spot, nth) => {
    fillWorths(oracle, spot, prices, rewards, worths, nth * width);
  });
  const units = divide(oracle.division, agent);
  const stays: Stay[] = [];
  agent.spots.forEach((spot, nth) => {
    const here = units[nth] ?? 0;
    if (here > 0) stays.push(stayAt(oracle, at, spot, here, prices));
  });
  return columnOf(agent, at, stays);
}

/** Writes what 1, 2, ... units at this spot are worth, from `start` on; -Infinity where that is not allowed. */
function fillWorths(
  oracle: Oracle,
  spot: Spot,
  prices: Float64Array,
  rewards: Float64Array,
  worths: Float64Array,
  start: number,
): void {
  const { division, knapsack } = oracle;
  // Loops where a typed array's own fill would take its time for a few numbers.
  for (let at = start; at < start + division.width; at += 1) worths[at] = Number.NEGATIVE_INFINITY;
  const perUnit = perUnitAt(spot, rewards);
  const wanted = gather(oracle, spot, prices);
  const hopeless = wanted === 0 && !spot.pinned && spot.start + Math.max(0, perUnit) * spot.highest <= 0;
  if (hopeless) return;
  const room = spot.highest * spot.grainsAUnit - spot.pinnedGrains;
  if (room < 0) return;
  const filled = fill(knapsack, wanted, room);
  for (let units = spot.lowest; units <= spot.highest; units += spot.stride) {
    const grains = units * spot.grainsAUnit - spot.pinnedGrains;
    if (grains < 0) continue;
    worths[start + units] = spot.start + perUnit * units + (knapsack.most[Math.min(grains, filled)] ?? 0);
  }
}

/** What a unit here is worth of itself: fairness less travel. */
function perUnitAt(spot: Spot, rewards: Float64Array): number {
  let each = -spot.cost;
  for (const group of spot.groups) each += rewards[group] ?? 0;
  return each * spot.unit;
}

/** Puts the demands with a profit into the knapsack and says how many there are. */
function gather(oracle: Oracle, spot: Spot, prices: Float64Array): number {
  const { knapsack, wanted } = oracle;
  const { items, worths, grains } = spot;
  let count = 0;
  for (let nth = 0; nth < items.length; nth += 1) {
    const profit = (worths[nth] ?? 0) - (prices[items[nth] ?? 0] ?? 0);
    if (profit <= 1e-9) continue;
    knapsack.profits[count] = profit;
    knapsack.sizes[count] = grains[nth] ?? 0;
    wanted[count] = nth;
    count += 1;
  }
  return count;
}

function stayAt(oracle: Oracle, specialist: number, spot: Spot, units: number, prices: Float64Array): Stay {
  const count = gather(oracle, spot, prices);
  const grains = units * spot.grainsAUnit - spot.pinnedGrains;
  const demands = [...spot.pinnedDemands];
  for (const thing of pick(oracle.knapsack, count, grains, oracle.marks)) {
    demands.push(spot.items[oracle.wanted[thing] ?? 0] ?? 0);
  }
  demands.sort((a, b) => a - b);
  return { specialist, place: spot.place, halves: units * spot.unit, demands };
}

/** A specialist's stays as one column. Also for plans that came from elsewhere. */
function columnOf(agent: Agent, at: number, stays: readonly Stay[]): Column<readonly Stay[]> {
  const items: number[] = [];
  const given = new Map<number, number>();
  let value = 0;
  for (const stay of stays) {
    const spot = agent.spotAt.get(stay.place);
    if (spot === undefined) throw new RangeError(`specialist ${at} cannot be at place ${stay.place}`);
    value += spot.start - spot.cost * stay.halves;
    for (const demand of stay.demands) {
      if (spot.pinnedDemands.includes(demand)) continue;
      value += spot.worths[spot.items.indexOf(demand)] ?? 0;
      items.push(demand);
    }
    for (const group of spot.groups) given.set(group, (given.get(group) ?? 0) + stay.halves);
  }
  return { agent: at, value, items, groups: [...given.keys()], amounts: [...given.values()], detail: stays };
}
