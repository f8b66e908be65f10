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
