/** 0/1 knapsack by dynamic programming over whole sizes (Bellman 1957): exact, in count x capacity steps. */
export interface Knapsack {
  /** Of the first `count` things; things that do not fit are never taken. */
  readonly profits: Float64Array;
  readonly sizes: Int32Array;
  /** `most[c]`: the highest profit within capacity c. */
  readonly most: Float64Array;
}

/** Room for so many things and so much capacity, to be used again and again. */
export function knapsackFor(count: number, capacity: number): Knapsack {
  return {
    profits: new Float64Array(count),
    sizes: new Int32Array(count),
    most: new Float64Array(capacity + 1),
  };
}

/** Fills `most` from 0 to `capacity`, or to the size of all things together, which it returns: beyond that nothing more is gained. */
export function fill({ profits, sizes, most }: Knapsack, count: number, capacity: number): number {
  let whole = 0;
  for (let thing = 0; thing < count; thing += 1) whole += sizes[thing] ?? 0;
  const end = Math.min(capacity, whole);
  for (let at = 0; at <= end; at += 1) most[at] = 0;
  for (let thing = 0; thing < count; thing += 1) {
    const size = sizes[thing] ?? 0;
    const profit = profits[thing] ?? 0;
    for (let at = end; at >= size; at -= 1) {
      const taken = (most[at - size] ?? 0) + profit;
      if (taken > (most[at] ?? 0)) most[at] = taken;
    }
  }
  return end;
}

/** As `fill`, and tells which things make up the best for `capacity`. `marks` has room for count x (capacity + 1). */
export function pick(knapsack: Knapsack, count: number, capacity: number, marks: Uint8Array): number[] {
  const { profits, sizes, most } = knapsack;
  const width = capacity + 1;
  for (let at = 0; at < width; at += 1) most[at] = 0;
  marks.fill(0, 0, count * width);
  for (let thing = 0; thing < count; thing += 1) {
    const size = sizes[thing] ?? 0;
    const profit = profits[thing] ?? 0;
    const row = thing * width;
    for (let at = capacity; at >= size; at -= 1) {
      const taken = (most[at - size] ?? 0) + profit;
      if (taken > (most[at] ?? 0)) {
        most[at] = taken;
        marks[row + at] = 1;
      }
    }
  }
  const picked: number[] = [];
  let left = capacity;
  for (let thing = count - 1; thing >= 0; thing -= 1) {
    if (marks[thing * width + left] !== 1) continue;
    picked.push(thing);
    left -= sizes[thing] ?? 0;
  }
  return picked;
}
