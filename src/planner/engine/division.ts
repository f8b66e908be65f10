/** Divides a week over places: a multiple-choice knapsack with a limit on the number of places, exact. */
import type { Agent, Spot } from './spots.ts';

export interface Division {
  /** Numbers per spot in `worths` and `offered`: 0 up to the most units. */
  readonly width: number;
  /** What so many units at a spot are worth; -Infinity when not allowed. */
  readonly worths: Float64Array;
  /** 1 where a spot with so many units may be part of the best division. */
  readonly offered: Uint8Array;
  /** The answer: units per spot. */
  readonly units: Int32Array;
  readonly table: Float64Array;
  readonly taken: Uint8Array;
  /** Per number of units the best few spots, best first. */
  readonly bestSpots: Int32Array;
}

/** Room for the largest of these agents. */
export function divisionFor(agents: readonly Agent[]): Division {
  const most = (of: (agent: Agent) => number) => Math.max(1, ...agents.map(of));
  const spots = most((agent) => agent.spots.length);
  const width = most((agent) => agent.capacity) + 1;
  const places = most(placesOf);
  return {
    width,
    worths: new Float64Array(spots * width),
    offered: new Uint8Array(spots * width),
    units: new Int32Array(spots),
    table: new Float64Array((places + 1) * width),
    // At most `places` spots for each number of units survive, and those that are pinned.
    taken: new Uint8Array(Math.min(spots, places * (width + 1)) * (places + 1) * width),
    bestSpots: new Int32Array(places),
  };
}

/** Units per spot with the highest sum of `worths`, pinned spots included. The answer stays in `division.units` until the next call. */
export function divide(division: Division, agent: Agent): Int32Array {
  const kept = offer(division, agent);
  const places = placesOf(agent);
  division.table.fill(0, 0, (places + 1) * (agent.capacity + 1));
  kept.forEach((spot, nth) => {
    addSpot(division, agent, spot, nth);
  });
  division.units.fill(0);
  let left = agent.capacity;
  let place = places;
  for (let nth = kept.length - 1; nth >= 0; nth -= 1) {
    const units = division.taken[(nth * (places + 1) + place) * (agent.capacity + 1) + left] ?? 0;
    if (units === 0) continue;
    division.units[kept[nth] ?? 0] = units;
    place -= 1;
    left -= units;
  }
  return division.units;
}

function placesOf(agent: Agent): number {
  return Math.min(agent.places, agent.spots.length, agent.capacity);
}

/**
 * The spots worth looking at. A division has at most `places` spots, so of the `places` best for so many units one is free: any other
 * spot with that many units can be changed for it without loss.
 */
function offer(division: Division, agent: Agent): number[] {
  const { offered, width, bestSpots } = division;
  const { spots } = agent;
  for (let at = 0; at < spots.length * width; at += 1) offered[at] = 0;
  const kept = new Set<number>();
  spots.forEach((spot, at) => {
    if (!spot.pinned) return;
    kept.add(at);
    offered.fill(1, at * width, (at + 1) * width);
  });
  for (let units = 1; units <= agent.capacity; units += 1) {
    const count = findBest(division, agent, units);
    for (let nth = 0; nth < count; nth += 1) {
      const at = bestSpots[nth] ?? 0;
      kept.add(at);
      offered[at * width + units] = 1;
    }
  }
  return [...kept];
}

/** Writes the spots where so many units are worth most to `bestSpots` and says how many there are; pinned ones apart. */
function findBest(division: Division, agent: Agent, units: number): number {
  const { worths, width, bestSpots } = division;
  const places = placesOf(agent);
  let count = 0;
  let least = 1e-9;
  for (let at = 0; at < agent.spots.length; at += 1) {
    if ((worths[at * width + units] ?? 0) <= least || agent.spots[at]?.pinned) continue;
    count = Math.min(places, count + 1);
    insert(division, at, units, count - 1);
    if (count === places) least = worths[(bestSpots[count - 1] ?? 0) * width + units] ?? 0;
  }
  return count;
}

/** Puts a spot in its place among the best, from `last` upwards. */
function insert({ worths, width, bestSpots }: Division, at: number, units: number, last: number): void {
  const worth = worths[at * width + units] ?? 0;
  let nth = last;
  while (nth > 0 && (worths[(bestSpots[nth - 1] ?? 0) * width + units] ?? 0) < worth) {
    bestSpots[nth] = bestSpots[nth - 1] ?? 0;
    nth -= 1;
  }
  bestSpots[nth] = at;
}

/** One more spot in the table: row = places used, column = units used, both at most. */
function addSpot(division: Division, agent: Agent, at: number, nth: number): void {
  const { table, taken } = division;
  const columns = agent.capacity + 1;
  const places = placesOf(agent);
  const spot = agent.spots[at];
  if (spot === undefined) return;
  const start = nth * (places + 1) * columns;
  // Downwards, because a row needs the row below it as it was.
  for (let place = places; place >= 0; place -= 1) {
    for (let left = agent.capacity; left >= 0; left -= 1) {
      const cell = place * columns + left;
      const units = place === 0 ? 0 : bestUnits(division, spot, at, cell, cell - columns, left);
      taken[start + cell] = units;
      if (units > 0) {
        table[cell] =
          (table[cell - columns - units] ?? 0) + (division.worths[at * division.width + units] ?? 0);
      } else if (spot.pinned) table[cell] = Number.NEGATIVE_INFINITY;
    }
  }
}

/** How many units here, at most `left`, make this cell worth most; 0: it is better as it is. `below` is the same cell a row lower. */
function bestUnits(
  division: Division,
  spot: Spot,
  at: number,
  cell: number,
  below: number,
  left: number,
): number {
  const { table, worths, offered, width } = division;
  let most = spot.pinned ? Number.NEGATIVE_INFINITY : (table[cell] ?? 0);
  let units = 0;
  const limit = Math.min(left, spot.highest);
  for (let here = spot.lowest; here <= limit; here += spot.stride) {
    if (offered[at * width + here] !== 1) continue;
    const sum = (table[below - here] ?? 0) + (worths[at * width + here] ?? 0);
    if (sum <= most + 1e-12) continue;
    most = sum;
    units = here;
  }
  return units;
}
