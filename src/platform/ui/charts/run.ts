/**
 * What belongs to the ordinary coming and going of a figure, and what does not: the XmR chart (W.A. Shewhart, 1931, Economic Control of
 * Quality of Manufactured Product; D.J. Wheeler, 1993, Understanding Variation). Instead of a colour that judges each figure alone.
 */

/** From three standard deviations to the mean range of two points after each other: 3 / 1.128. */
const perRange = 2.66;

/** Limits of fewer points than this say little. */
export const fewestForLimits = 8;

/** So many points after each other on one side of the centre are no chance. */
export const longRun = 8;

/** Points with one centre: all of them, or those between two changes of the way of working. */
export interface Stretch {
  /** Places in the list of points; both belong to it. */
  readonly first: number;
  readonly last: number;
  readonly centre: number;
  /** Null while there are too few points for them. */
  readonly limits: { readonly low: number; readonly high: number } | null;
}

/** What stands out of a point. */
export type Signal = 'outside' | 'run';

/**
 * The stretches of a list, in order; a stretch without a single known value is left out.
 * @param values null where a figure cannot be told: it counts for nothing
 * @param changes the places at which another way of working begins
 * @param floor what the figure can never be less than; limits stay above it
 * @param ceiling what it can never be more than; limits stay below it
 */
export function stretchesOf(
  values: readonly (number | null)[],
  changes: readonly number[] = [],
  floor = Number.NEGATIVE_INFINITY,
  ceiling = Number.POSITIVE_INFINITY,
): readonly Stretch[] {
  const begins = [...new Set([0, ...changes])].toSorted((a, b) => a - b);
  return begins.flatMap((first, nth): readonly Stretch[] => {
    const last = (begins[nth + 1] ?? values.length) - 1;
    const known = values.slice(first, last + 1).filter((value) => value !== null);
    if (known.length === 0) return [];
    const centre = mean(known);
    if (known.length < fewestForLimits) return [{ first, last, centre, limits: null }];
    const reach =
      perRange * mean(known.slice(1).map((value, place) => Math.abs(value - (known[place] ?? value))));
    const limits = { low: Math.max(floor, centre - reach), high: Math.min(ceiling, centre + reach) };
    return [{ first, last, centre, limits }];
  });
}

/** What stands out of each point: beyond the limits of its stretch, or in a long run on one side of its centre. */
export function signalsOf(
  values: readonly (number | null)[],
  stretches: readonly Stretch[],
): readonly (Signal | undefined)[] {
  const found = stretches.flatMap((stretch) => signalsIn(values, stretch));
  return values.map((_, place) => found.find((one) => one.place === place)?.signal);
}

function signalsIn(values: readonly (number | null)[], stretch: Stretch) {
  const { limits, centre } = stretch;
  if (limits === null) return [];
  return runsIn(knownIn(values, stretch), centre).flatMap((run) =>
    run.map(({ place, value }) => {
      const isOutside = value < limits.low || value > limits.high;
      const signal: Signal | undefined = isOutside ? 'outside' : run.length >= longRun ? 'run' : undefined;
      return { place, signal };
    }),
  );
}

interface Known {
  readonly place: number;
  readonly value: number;
}

const knownIn = (values: readonly (number | null)[], { first, last }: Stretch): readonly Known[] =>
  values.flatMap((value, place) =>
    value === null || place < first || place > last ? [] : [{ place, value }],
  );

/** Points after each other on the same side of the centre; those on it belong to no side. */
function runsIn(known: readonly Known[], centre: number): readonly (readonly Known[])[] {
  const runs: Known[][] = [];
  let before = 0;
  for (const one of known) {
    const side = Math.sign(one.value - centre);
    if (side !== 0 && side === before) runs.at(-1)?.push(one);
    else runs.push([one]);
    before = side;
  }
  return runs;
}

const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
