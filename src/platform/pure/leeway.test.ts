import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../../tests/support/attacker.ts';
import { randomFrom } from '../../../tests/support/sum-families.ts';
import { type Balance, leewayOf, type Untold } from './leeway.ts';

const from = (now: number, low = 0, high = Number.POSITIVE_INFINITY): Untold => ({ now, low, high });
/** Of targets in tenths: the least and the most that a number reaches, each asked anew. */
function rangeOf(numbers: readonly Untold[], balances: readonly Balance[], place: number, upTo = 60) {
  const reached = Array.from({ length: upTo * 2 + 1 }, (_, i) => (i - 10) / 2).filter((target) =>
    leewayOf(numbers, balances).reaches(place, target),
  );
  return [reached[0], reached.at(-1)];
}

describe('a number that is not told', () => {
  it('is what the others of its sum leave', () => {
    const sum: Balance = [
      [0, 1],
      [1, 1],
    ];
    expect(rangeOf([from(3), from(20)], [sum], 0)).toEqual([0, 23]);
    expect(rangeOf([from(3), from(20)], [sum], 1)).toEqual([0, 23]);
    expect(rangeOf([from(3, 0, 4), from(20, 5)], [sum], 1)).toEqual([19, 23]);
    expect(rangeOf([from(3, 0, 4), from(20, 5)], [sum], 0)).toEqual([0, 4]);
    expect(rangeOf([from(3), from(20, 5, 21)], [sum], 0)).toEqual([2, 18]);
  });

  it('goes up with a total that is not told either', () => {
    const total: Balance = [
      [0, 1],
      [1, 1],
      [2, -1],
    ];
    expect(rangeOf([from(3), from(20), from(23, 0, 30)], [total], 0)).toEqual([0, 30]);
    expect(rangeOf([from(3), from(20, 20), from(23, 0, 30)], [total], 0)).toEqual([0, 10]);
    expect(rangeOf([from(3), from(20), from(23, 15, 30)], [total], 2)).toEqual([15, 30]);
  });

  it('stays what it is when it stands alone, and goes anywhere in its bounds when it stands nowhere', () => {
    expect(rangeOf([from(3)], [[[0, 1]]], 0)).toEqual([3, 3]);
    expect(rangeOf([from(3, 1, 7)], [], 0)).toEqual([1, 7]);
    expect(rangeOf([from(3), from(4, 4, 4)], [[], [[1, 1]]], 0, 30)).toEqual([0, 25]);
  });

  it('is held by sums further on', () => {
    // 0 and 1 add up, 1 and 2, 2 and 3: what 3 cannot do, 0 cannot.
    const chain: readonly Balance[] = [0, 1, 2].map((i) => [
      [i, 1],
      [i + 1, 1],
    ]);
    expect(rangeOf([from(5), from(5), from(5), from(5, 3, 6)], chain, 0)).toEqual([4, 7]);
    // A sum that follows from others adds nothing.
    const whole: Balance = [
      [0, 1],
      [1, 1],
    ];
    expect(rangeOf([from(5), from(5), from(5), from(5, 3, 6)], [...chain, whole], 0)).toEqual([4, 7]);
  });

  it('can be asked about again and again, and about others in between', () => {
    const leeway = leewayOf(
      [from(3), from(20), from(9)],
      [
        [
          [0, 1],
          [1, 1],
        ],
        [
          [1, 1],
          [2, 1],
        ],
      ],
    );
    expect([leeway.reaches(0, 4), leeway.reaches(2, 29), leeway.reaches(2, 29.5)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([leeway.reaches(0, 0), leeway.reaches(1, 24), leeway.reaches(1, 23)]).toEqual([true, false, true]);
    expect([leeway.reaches(0, -0.5), leeway.reaches(0, 23), leeway.reaches(0, 24)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('says after a no which sums have to do with it', () => {
    const sums: readonly Balance[] = [
      [
        [0, 1],
        [1, 1],
      ],
      [
        [2, 1],
        [3, 1],
      ],
    ];
    const leeway = leewayOf([from(3), from(4), from(9), from(9)], sums);
    expect(leeway.reaches(0, 8)).toBe(false);
    expect([...leeway.weights().keys()]).toEqual([0]);
    expect(leeway.reaches(3, 19)).toBe(false);
    expect([...leeway.weights().keys()]).toEqual([1]);
    expect([...leewayOf([from(3)], []).weights()]).toEqual([]);
    // Two sums that hold it between them, with opposite weights.
    const held = leewayOf(
      [from(2), from(3), from(4, 0, 4)],
      [
        [
          [0, 1],
          [1, 1],
        ],
        [
          [1, 1],
          [2, 1],
        ],
      ],
    );
    expect(held.reaches(0, 1)).toBe(true);
    expect(held.reaches(0, 2.5)).toBe(false);
    const weights = [...held.weights().values()];
    expect(weights.length).toBe(2);
    expect(weights.reduce((all, weight) => all + weight, 0)).toBeCloseTo(0, 9);
  });
});

const sumOf = (...places: readonly number[]): Balance => places.map((place) => [place, 1] as const);
const weightsOf = (
  numbers: readonly Untold[],
  balances: readonly Balance[],
  place: number,
  target: number,
) => {
  const leeway = leewayOf(numbers, balances);
  expect(leeway.reaches(place, target)).toBe(false);
  return [...leeway.weights()].sort();
};

describe('the edge of what is possible', () => {
  it('is reached when it lies a rounding away, and not when it lies further', () => {
    expect(leewayOf([from(3, 1, 7)], []).reaches(0, 7 + 5e-10)).toBe(true);
    expect(leewayOf([from(3, 1, 7)], []).reaches(0, 7 + 5e-9)).toBe(false);
    expect(leewayOf([from(3, 1, 7)], []).reaches(0, 1 - 5e-10)).toBe(true);
    expect(leewayOf([from(3, 1, 7)], []).reaches(0, 1 - 5e-9)).toBe(false);
    expect([1e-9, -1e-9].map((target) => leewayOf([from(0, 0, 0)], []).reaches(0, target))).toEqual([
      ...[true, true],
    ]);
  });

  it('is what a number has been on the way: it need not go back there', () => {
    const leeway = leewayOf([from(3), from(20)], [sumOf(0, 1)]);
    expect([20, 3, 10, 0, 23, 24].map((target) => leeway.reaches(0, target))).toEqual([
      ...[true, true, true, true, true, false],
    ]);
    expect([0, 23, -1].map((target) => leeway.reaches(1, target))).toEqual([true, true, false]);
  });

  it('is the same where many stop at once, in whatever order they stand', () => {
    // 0 + 1 = 4, 0 + 2 = 4, 0 + 3 = 4: at 4 all three are nothing.
    for (const order of [[1, 2, 3] as const, [3, 2, 1] as const, [2, 3, 1] as const]) {
      const sums = order.map((other) => sumOf(0, other));
      expect(rangeOf([from(1), from(3), from(3), from(3)], sums, 0, 10)).toEqual([0, 4]);
      expect(rangeOf([from(4), from(0), from(0), from(0)], sums, 0, 10)).toEqual([0, 4]);
      expect(rangeOf([from(4), from(0), from(0), from(0)], sums, 2, 10)).toEqual([0, 4]);
    }
  });

  it('lies one way when every number else is at a bound', () => {
    // 0 + 1 = 2 + 3, of which 1, 2 and 3 are nothing: only together with 2 or 3 can 0 go up, and with 1 down never.
    const even: Balance = [
      [0, 1],
      [1, 1],
      [2, -1],
      [3, -1],
    ];
    expect(rangeOf([from(0), from(0), from(0), from(0, 0, 2)], [even], 0, 20)).toEqual([0, 15]);
    expect(rangeOf([from(0), from(0), from(0, 0, 3), from(0, 0, 2)], [even], 0, 20)).toEqual([0, 5]);
    expect(rangeOf([from(0), from(0), from(0, 0, 0), from(0, 0, 0)], [even], 0, 20)).toEqual([0, 0]);
  });

  it('counts a number twice that stands in its sum twice', () => {
    // 2a + b = 10.
    const twice: Balance = [
      [0, 1],
      [0, 1],
      [1, 1],
    ];
    expect(rangeOf([from(3), from(4)], [twice], 0, 20)).toEqual([0, 5]);
    expect(rangeOf([from(3), from(4)], [twice], 1, 20)).toEqual([0, 10]);
    expect(rangeOf([from(3, 1), from(4)], [twice], 1, 20)).toEqual([0, 8]);
  });

  it('takes nothing that rounding leaves for a sum of its own', () => {
    // 49a + b = 49, told twice: 49 times a forty-ninth is not quite one.
    const often: Balance = [...Array.from({ length: 49 }, () => [0, 1] as const), [1, 1]];
    for (const numbers of [
      [from(1), from(0)],
      [from(0), from(49)],
    ]) {
      expect(leewayOf(numbers, [often, often]).reaches(1, 24.5)).toBe(true);
      expect(leewayOf(numbers, [often, often]).reaches(0, 0.5)).toBe(true);
      expect(leewayOf(numbers, [often, often]).reaches(1, 49.5)).toBe(false);
    }
  });

  it('takes a half where a whole does not fit', () => {
    // a + b = 3, b + c = 3, c + a = 3 leaves one answer; with d beside a: a = b is no longer needed.
    const ring = [sumOf(0, 1), sumOf(1, 2), sumOf(2, 0)];
    const all = [from(1.5), from(1.5), from(1.5), from(0)];
    expect(rangeOf(all, ring, 0, 10)).toEqual([1.5, 1.5]);
    const wider = [sumOf(0, 1, 3), sumOf(1, 2), sumOf(2, 0)];
    // b = 3 - c = a, so 2a + d = 3.
    expect(rangeOf(all, wider, 3, 10)).toEqual([0, 3]);
    expect(rangeOf(all, wider, 0, 10)).toEqual([0, 1.5]);
  });
});

describe('the weights after a no', () => {
  it('are one for a sum that holds it alone, and nothing for one that follows from others', () => {
    expect(weightsOf([from(3), from(20)], [sumOf(0, 1)], 0, 24)).toEqual([[0, 1]]);
    expect(weightsOf([from(3), from(20)], [sumOf(0, 1), sumOf(0, 1)], 0, 24)).toHaveLength(1);
  });

  it('are none where its own bound holds it, or nothing was asked', () => {
    expect(weightsOf([from(3, 0, 5), from(20)], [sumOf(0, 1)], 0, 6)).toEqual([]);
    expect([...leewayOf([from(3), from(20)], []).weights()]).toEqual([]);
  });

  it('are plus and minus one along a chain', () => {
    // 0 is 1 + 2 less what 1 + 2 and 2 leave: 0 = (0 + 1) - (1 + 2) + 2.
    const chain = [sumOf(0, 1), sumOf(1, 2)];
    expect(weightsOf([from(2), from(3), from(4, 0, 4)], chain, 0, 2.5)).toEqual([
      [0, 1],
      [1, -1],
    ]);
  });

  it('prove every no: added up so many times, the sums leave it no more room than asked', () => {
    const random = randomFrom(11);
    let proven = 0;
    for (let nth = 0; nth < 150; nth += 1) {
      const { numbers, balances } = anyNumbers(random);
      const leeway = leewayOf(numbers, balances);
      const refused = [...numbers.entries()]
        .flatMap(([place, { now }]) => [1, 2.5, 20, -1, -4].map((by) => ({ place, by, target: now + by })))
        .filter(({ place, target }) => !leewayOf(numbers, balances).reaches(place, target));
      for (const { place, by, target } of refused) {
        expect(leeway.reaches(place, target)).toBe(false);
        const [least, most] = provenBy(leeway.weights(), numbers, balances, place);
        expect([nth, place, target, target < least || target > most]).toEqual([nth, place, target, true]);
        // What the weights leave is what can be reached: on the side that was asked.
        const edge = by < 0 ? least : most;
        expect([nth, place, edge, leeway.reaches(place, edge)]).toEqual([nth, place, edge, true]);
        expect(leewayOf(numbers, balances).reaches(place, edge)).toBe(true);
        proven += 1;
      }
    }
    expect(proven).toBeGreaterThan(500);
  });
});

/** Numbers with and without bounds, some of them at one, in sums and differences of a third of them. */
function anyNumbers(random: () => number) {
  const upTo = (many: number) => Math.floor(random() * many);
  const numbers = Array.from({ length: 3 + upTo(9) }, () => {
    const now = upTo(8);
    return from(now, upTo(2) ? 0 : now - upTo(3), upTo(2) ? now + upTo(4) : Number.POSITIVE_INFINITY);
  });
  const balances = Array.from({ length: 1 + upTo(6) }, (): Balance => {
    const places = [...numbers.keys()].filter(() => upTo(3) === 0);
    return places.map((place) => [place, upTo(3) ? 1 : -1]);
  });
  return { numbers, balances };
}

/** Between what a number lies when balances are added up so many times and every other number in them is at a bound. */
function provenBy(
  weights: ReadonlyMap<number, number>,
  numbers: readonly Untold[],
  balances: readonly Balance[],
  place: number,
): readonly [least: number, most: number] {
  const own = numbers[place] ?? from(0);
  if (weights.size === 0) return [own.low, own.high];
  const times = numbers.map(() => 0);
  for (const [nth, weight] of weights)
    for (const [at, sign] of balances[nth] ?? []) times[at] = (times[at] ?? 0) + sign * weight;
  expect(times[place]).toBeCloseTo(1, 9);
  const others = [...numbers.entries()].filter(([at]) => at !== place && Math.abs(times[at] ?? 0) > 1e-9);
  const beside = (bound: (one: Untold, much: number) => number) =>
    others.reduce(
      (sum, [at, one]) => sum + (times[at] ?? 0) * (one.now - bound(one, times[at] ?? 0)),
      own.now,
    );
  return [
    Math.max(
      own.low,
      beside(({ low, high }, much) => (much > 0 ? high : low)),
    ),
    Math.min(
      own.high,
      beside(({ low, high }, much) => (much > 0 ? low : high)),
    ),
  ];
}

describe('tables as they come', () => {
  it('have the room that a solver finds, whatever is asked before', async () => {
    const random = randomFrom(5);
    for (let nth = 0; nth < 25; nth += 1) {
      const { numbers, balances, sums, shown } = aTable(random);
      const ranges = await rangesOf(sums, shown);
      const leeway = leewayOf(numbers, balances);
      for (const place of numbers.keys()) {
        const { least = 0, most = 0 } = ranges.get(`${place}`) ?? {};
        const far = most === Number.POSITIVE_INFINITY ? 1e4 : most;
        const asked = [far, least, far + 0.01, least - 0.01, (far + least) / 2];
        const fits = [true, true, far !== most, false, true];
        expect([nth, place, asked.map((target) => leeway.reaches(place, target))]).toEqual([
          nth,
          place,
          fits,
        ]);
        expect(asked.map((target) => leewayOf(numbers, balances).reaches(place, target))).toEqual(fits);
      }
    }
  });
});

/** A table of which about half is told; its numbers by place, and its sums for the solver. */
function aTable(random: () => number) {
  const [rows, columns] = [2 + Math.floor(random() * 4), 2 + Math.floor(random() * 4)];
  const values = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.floor(random() ** 2 * 9)),
  );
  const all = values.flatMap((row, r) => row.map((n, c) => ({ id: `${r}.${c}`, n })));
  const line = (total: string, cells: readonly { readonly id: string; readonly n: number }[]) => ({
    ...{ total, parts: cells.map(({ id }) => id), n: cells.reduce((sum, { n }) => sum + n, 0) },
  });
  const lines = [
    ...values.map((_, r) =>
      line(
        `r${r}`,
        all.filter(({ id }) => id.startsWith(`${r}.`)),
      ),
    ),
    ...(values[0] ?? []).map((_, c) =>
      line(
        `c${c}`,
        all.filter(({ id }) => id.endsWith(`.${c}`)),
      ),
    ),
  ];
  const cells = [...all, ...lines.map(({ total, n }) => ({ id: total, n }))];
  const untold = cells.filter(({ id }) => random() < (/[rc]/.test(id) ? 0.2 : 0.6));
  const place = new Map(untold.map(({ id }, at) => [id, at]));
  const name = (id: string) => (place.has(id) ? `${place.get(id)}` : id);
  const balances = lines.map(
    ({ total, parts }): Balance =>
      [...parts.map((id) => [id, 1] as const), [total, -1] as const].flatMap(([id, sign]) => {
        const at = place.get(id);
        return at === undefined ? [] : [[at, sign] as const];
      }),
  );
  return {
    numbers: untold.map(({ n }) => from(n)),
    balances,
    sums: lines.map(({ total, parts }) => ({ total: name(total), parts: parts.map(name) })),
    shown: new Map(cells.filter(({ id }) => !place.has(id)).map(({ id, n }) => [id, n])),
  };
}
