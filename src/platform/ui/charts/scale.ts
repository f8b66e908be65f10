/** Scales: from numbers to places in a drawing. Places are percentages, so that a drawing is as wide as its page without stretching text. */

export interface Scale {
  readonly from: number;
  readonly to: number;
  /** The round numbers from end to end that people read off. */
  readonly ticks: readonly number[];
}

/** Steps people count in, times a power of ten. */
const roundSteps = [1, 2, 5, 10] as const;

/** At most so many steps from end to end. */
const mostSteps = 5;

/** A scale of round numbers that holds nothing and all of these. */
export function scaleOver(values: readonly number[]): Scale {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const step = stepOf((most - least) / mostSteps);
  const [first, last] = [Math.floor(least / step + hair), Math.max(Math.ceil(most / step - hair), 1)];
  const ticks = Array.from({ length: last - first + 1 }, (_, nth) => tidy((first + nth) * step));
  return { from: tidy(first * step), to: tidy(last * step), ticks };
}

/** A scale from end to end of what can be, with the round steps between. */
export function scaleBetween(from: number, to: number): Scale {
  const step = stepOf((to - from) / mostSteps);
  const steps = Math.floor((to - from) / step + hair);
  return { from, to, ticks: Array.from({ length: steps + 1 }, (_, nth) => tidy(from + nth * step)) };
}

/** The least round number of at least `rough`; 1 for nothing. */
function stepOf(rough: number): number {
  if (rough <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (roundSteps.find((step) => step * power >= rough - hair * power) ?? 10) * power;
}

/** All of something. */
export const wholeScale: Scale = { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };

/** From 0 at the beginning of the scale to 100 at its end; what lies beyond stands at that end. */
export function placeOn({ from, to }: Scale, value: number): number {
  return Number((Math.min(1, Math.max(0, (value - from) / (to - from))) * 100).toFixed(2));
}

/** Which of `count` names fit when there is room for `room`: every one, every second, ... from the first. */
export function namedEvery(count: number, room: number): number {
  return Math.max(1, Math.ceil(count / room));
}

const hair = 1e-9;

const tidy = (value: number) => Number(value.toFixed(9)) + 0;
