/**
 * What prices cannot say: a group counts halves up to its target and no further, and a best answer at a price per half goes on to the
 * end or does not begin. So the halves of each stay are moved step by step while that gains, given what others give.
 */
import type { Group } from './instance.ts';
import type { Agent, Spot } from './spots.ts';

interface Stay {
  readonly place: number;
  readonly halves: number;
  readonly demands: readonly number[];
}

interface Draft {
  readonly groups: readonly Group[];
  readonly spots: readonly (Spot | undefined)[];
  readonly stays: readonly Stay[];
  readonly halves: number[];
  /** What the groups have, these stays included. */
  readonly amounts: Float64Array;
  /** Units that the agent has left. */
  left: number;
}

/** The stays with better halves, or undefined when they are best as they are. `given` is what the groups have from others. */
export function trim<S extends Stay>(
  groups: readonly Group[],
  agent: Agent,
  stays: readonly S[],
  given: Float64Array,
): readonly S[] | undefined {
  const draft: Draft = {
    ...{ groups, stays, amounts: Float64Array.from(given), left: agent.capacity },
    spots: stays.map(({ place }) => agent.spotAt.get(place)),
    halves: stays.map(({ halves }) => halves),
  };
  draft.spots.forEach((spot, nth) => {
    draft.left -= (draft.halves[nth] ?? 0) / (spot?.unit ?? 1);
    give(draft.amounts, spot, draft.halves[nth] ?? 0);
  });
  let moves = 0;
  for (let more = moveEach(draft); more > 0; more = moveEach(draft)) moves += more;
  if (moves === 0) return undefined;
  return stays.map((stay, nth) => ({ ...stay, halves: draft.halves[nth] ?? stay.halves }));
}

/** One step more or less at every stay where that gains; says how many there were. */
function moveEach(draft: Draft): number {
  let moves = 0;
  draft.spots.forEach((spot, nth) => {
    if (spot === undefined) return;
    for (const units of [spot.stride, -spot.stride]) {
      if (!gains(draft, spot, nth, units)) continue;
      draft.halves[nth] = (draft.halves[nth] ?? 0) + units * spot.unit;
      draft.left -= units;
      give(draft.amounts, spot, units * spot.unit);
      moves += 1;
    }
  });
  return moves;
}

/** Whether so many units more are allowed and worth it. */
function gains(
  { groups, stays, halves, amounts, left }: Draft,
  spot: Spot,
  nth: number,
  units: number,
): boolean {
  const next = (halves[nth] ?? 0) + units * spot.unit;
  if (units > left || next > spot.highest * spot.unit) return false;
  if (gainOf(groups, spot, amounts, units * spot.unit) <= 1e-9) return false;
  return next >= leastHalves(spot, stays[nth]?.demands ?? []);
}

/** Fewest halves that are allowed here and hold the demands. */
function leastHalves(spot: Spot, demands: readonly number[]): number {
  let grains = spot.pinnedGrains;
  for (const demand of demands) grains += spot.grains[spot.items.indexOf(demand)] ?? 0;
  const units = grains === 0 ? 0 : Math.ceil(grains / spot.grainsAUnit / spot.stride) * spot.stride;
  return Math.max(spot.lowest, units) * spot.unit;
}

function give(amounts: Float64Array, spot: Spot | undefined, halves: number): void {
  for (const group of spot?.groups ?? []) amounts[group] = (amounts[group] ?? 0) + halves;
}

function gainOf(groups: readonly Group[], spot: Spot, amounts: Float64Array, change: number): number {
  let gain = -spot.cost * change;
  for (const at of spot.groups) {
    const group = groups[at];
    if (group === undefined) continue;
    const short = group.target - (amounts[at] ?? 0);
    gain += group.price * (Math.max(0, short) - Math.max(0, short - change));
  }
  return gain;
}
