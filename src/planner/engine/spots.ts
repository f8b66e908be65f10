/** The instance as the oracle reads it: flat arrays, and sizes in the largest grain that measures them all. */
import type { Choice, Instance, Specialist } from './instance.ts';

export interface Agent {
  /** Units a week. */
  readonly capacity: number;
  readonly places: number;
  readonly spots: readonly Spot[];
  readonly spotAt: ReadonlyMap<number, Spot>;
  readonly reach: Int32Array;
}

/** A choice. A *unit* is a half, or a whole dagdeel when this specialist only works whole ones. */
export interface Spot {
  readonly place: number;
  readonly groups: readonly number[];
  /** With the worth of the pinned demands. */
  readonly start: number;
  /** Per half. */
  readonly cost: number;
  readonly pinned: boolean;
  /** Halves in a unit. */
  readonly unit: 1 | 2;
  /** Least and most units, and the step between. */
  readonly lowest: number;
  readonly highest: number;
  readonly stride: number;
  readonly items: Int32Array;
  /** Value and extra of each item. */
  readonly worths: Float64Array;
  /** Size of each item; a grain is the greatest common measure of the sizes here and of a unit over the period. */
  readonly grains: Int32Array;
  readonly grainsAUnit: number;
  readonly pinnedDemands: readonly number[];
  readonly pinnedGrains: number;
}

export function agentsOf(instance: Instance): readonly Agent[] {
  const pinned = new Set(
    instance.specialists.flatMap(({ choices }) => choices.flatMap((choice) => choice.pinnedDemands)),
  );
  return instance.specialists.map((specialist) => agentOf(instance, specialist, pinned));
}

function agentOf(instance: Instance, specialist: Specialist, pinned: ReadonlySet<number>): Agent {
  const unit = specialist.choices.every(({ step }) => step === 2) ? 2 : 1;
  const capacity = Math.floor(specialist.capacity / unit);
  const spots = specialist.choices
    .map((choice) => spotOf(instance, choice, { unit, capacity, weeks: specialist.weeks, pinned }))
    .filter((spot) => spot.lowest <= spot.highest);
  const reach = [...new Set(spots.flatMap((spot) => [...spot.items]))].sort((a, b) => a - b);
  const spotAt = new Map(spots.map((spot) => [spot.place, spot]));
  return { capacity, places: specialist.places, spots, spotAt, reach: Int32Array.from(reach) };
}

interface Measure {
  readonly unit: 1 | 2;
  readonly capacity: number;
  readonly weeks: number;
  /** Demands that somebody must do: nobody else may. */
  readonly pinned: ReadonlySet<number>;
}

function spotOf(instance: Instance, choice: Choice, { unit, capacity, weeks, pinned }: Measure): Spot {
  const stride = choice.step / unit;
  const highest = Math.floor(Math.min(choice.most / unit, capacity) / stride) * stride;
  const worthOf = (demand: number) =>
    (instance.demands[demand]?.value ?? 0) + (choice.demandExtra?.[choice.demands.indexOf(demand)] ?? 0);
  const halvesOf = (demand: number) => instance.demands[demand]?.halves ?? 0;
  const items = choice.demands.filter(
    (demand) => !pinned.has(demand) && worthOf(demand) > 0 && halvesOf(demand) <= highest * unit * weeks,
  );
  const pinnedHalves = choice.pinnedDemands.reduce((sum, demand) => sum + halvesOf(demand), 0);
  const grain = [unit * weeks, pinnedHalves, ...items.map(halvesOf)].reduce(commonMeasure, 0) || 1;
  return {
    place: choice.place,
    groups: choice.groups,
    cost: choice.cost,
    pinned: choice.pinned || choice.pinnedDemands.length > 0,
    start: choice.pinnedDemands.reduce((sum, demand) => sum + worthOf(demand), choice.start),
    unit,
    lowest: Math.ceil(choice.least / choice.step) * stride,
    highest,
    stride,
    items: Int32Array.from(items),
    worths: Float64Array.from(items, worthOf),
    grains: Int32Array.from(items, (demand) => halvesOf(demand) / grain),
    grainsAUnit: (unit * weeks) / grain,
    pinnedDemands: choice.pinnedDemands,
    pinnedGrains: pinnedHalves / grain,
  };
}

function commonMeasure(a: number, b: number): number {
  return b === 0 ? a : commonMeasure(b, a % b);
}
