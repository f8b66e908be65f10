/** Divides a week over places: a multiple-choice knapsack with a limit on the number of places, exact. */
import type { Agent } from './spots.ts';

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
function offer({ offered, worths, width, bestSpots }: Division, agent: Agent): number[] {
  const { spots } = agent;
  offered.fill(0, 0, spots.length * width);
  const places = placesOf(agent);
  const kept = new Set<number>();
  spots.forEach((spot, at) => {
    if (!spot.pinned) return;
    kept.add(at);
    offered.fill(1, at * width, (at + 1) * width);
  });
  for (let units = 1; units <= agent.capacity; units += 1) {
    let count = 0;
    for (let at = 0; at < spots.length; at += 1) {
      const worth = worths[at * width + units] ?? 0;
      if (!(worth > 1e-9) || spots[at]?.pinned) continue;
      if (count === places && worth <= (worths[(bestSpots[count - 1] ?? 0) * width + units] ?? 0)) continue;
      let nth = count < places ? count : count - 1;
      while (nth > 0 && (worths[(bestSpots[nth - 1] ?? 0) * width + units] ?? 0) < worth) {
        bestSpots[nth] = bestSpots[nth - 1] ?? 0;
        nth -= 1;
      }
      bestSpots[nth] = at;
      if (count < places) count += 1;
    }
    for (let nth = 0; nth < count; nth += 1) {
      const at = bestSpots[nth] ?? 0;
      kept.add(at);
      offered[at * width + units] = 1;
    }
  }
  return [...kept];
}

/** One more spot in the table: row = places used, column = units used, both at most. */
function addSpot(
  { table, taken, offered, worths, width }: Division,
  agent: Agent,
  at: number,
  nth: number,
): void {
  const places = placesOf(agent);
  const columns = agent.capacity + 1;
  const spot = agent.spots[at];
  if (spot === undefined) return;
  for (let place = places; place >= 0; place -= 1) {
    for (let left = agent.capacity; left >= 0; left -= 1) {
      const cell = place * columns + left;
      let most = spot.pinned ? Number.NEGATIVE_INFINITY : (table[cell] ?? 0);
      let units = 0;
      const limit = place === 0 ? 0 : Math.min(left, spot.highest);
      for (let here = spot.lowest; here <= limit; here += spot.stride) {
        if (offered[at * width + here] !== 1) continue;
        const sum = (table[cell - columns - here] ?? 0) + (worths[at * width + here] ?? 0);
        if (sum <= most + 1e-12) continue;
        most = sum;
        units = here;
      }
      table[cell] = most;
      taken[nth * (places + 1) * columns + cell] = units;
    }
  }
}
