/** Chance that falls the same at every load. */
export interface Chance {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number from `least` up to and including `most`. */
  between(least: number, most: number): number;
  /** One of them, each as often as its weight says. */
  weighed<T>(options: readonly (readonly [T, number])[]): T;
  /** One of them, each as often as the others. */
  oneOf<T>(options: readonly T[]): T;
}

/** Numbers by mulberry32 (Tommy Ettinger, 2017; public domain), from a seed of any text. */
export function chanceOf(seed: string): Chance {
  let state = 0;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const weighed = <T>(options: readonly (readonly [T, number])[]): T => {
    let left = next() * options.reduce((sum, [, weight]) => sum + weight, 0);
    const found = options.find(([, weight]) => {
      left -= weight;
      return left < 0;
    });
    const option = found ?? options.at(-1);
    if (option === undefined) throw new RangeError('nothing to choose from');
    return option[0];
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    weighed,
    oneOf: (options) => weighed(options.map((option) => [option, 1])),
  };
}
