import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../../tests/support/attacker.ts';
import {
  type Family,
  randomFrom,
  randomTables,
  tableOf,
  tablesOf,
} from '../../../tests/support/sum-families.ts';
import { type Frozen, hideAmountsInSums, hideInSums } from './sums.ts';

const countsOf = ({ cells }: Family) => new Map(cells.map(({ id, n }) => [id, n]));
const told = (counts: ReadonlyMap<string, number>, hidden: ReadonlySet<string>) =>
  new Map([...counts].filter(([id]) => !hidden.has(id)));

/** What the solver finds out about what is hidden: small counts that it narrows down, and any that it knows. */
async function recovered(family: Family, hidden: ReadonlySet<string>): Promise<readonly string[]> {
  const counts = countsOf(family);
  const ranges = await rangesOf(family.sums, told(counts, hidden));
  return [...ranges].flatMap(([id, { least, most }]) => {
    const n = counts.get(id) ?? 0;
    const narrow = n < 5 && (least > 1e-6 || most < 4 - 1e-6);
    return narrow || most - least < 1 - 1e-6 ? [`${id} = ${n}: ${least} to ${most}`] : [];
  });
}

async function expectSafe(family: Family, frozen?: Frozen): Promise<ReadonlySet<string>> {
  const hidden = hideInSums(family.cells, family.sums, frozen);
  for (const { id, n } of family.cells) if (n < 5) expect(hidden, id).toContain(id);
  expect(await recovered(family, hidden)).toEqual([]);
  return hidden;
}

describe('one list with its total', () => {
  const list = (parts: readonly number[]): Family => ({
    cells: [...parts, parts.reduce((sum, n) => sum + n, 0)].map((n, i) => ({
      id: i < parts.length ? `p${i}` : 'total',
      n,
    })),
    sums: [{ total: 'total', parts: parts.map((_, i) => `p${i}`) }],
  });
  it.each<readonly [string, readonly number[], readonly string[]]>([
    ['nothing small: nothing hidden', [5, 7, 12], []],
    ['a small one takes the next along', [3, 20, 30], ['p0', 'p1']],
    ['the last one takes the first along', [20, 30, 3], ['p2', 'p0']],
    ['one in the middle takes the one after it along', [20, 3, 30, 40], ['p1', 'p2']],
    ['two small ones that could only both be four take one along', [4, 20, 4, 30], ['p0', 'p2', 'p1']],
    ['a cover of five beside none covers nothing', [0, 5, 20, 30], ['p0', 'p1', 'p2']],
    ['where the others are too small, the total goes too', [3, 0], ['p0', 'p1', 'total']],
    ['one part is its total', [3], ['p0', 'total']],
    ['one part of five or more is shown twice', [8], []],
    ['nothing at all', [0, 0, 0], ['p0', 'p1', 'p2', 'total']],
    ['no parts', [], ['total']],
  ])('%s', (_why, parts, hidden) => {
    const { cells, sums } = list(parts);
    expect([...hideInSums(cells, sums)].toSorted()).toEqual(hidden.toSorted());
  });
});

describe('a list in which one school has nearly all of a part', () => {
  const sums = [{ total: 'all', parts: ['a', 'b', 'c', 'd'] }];
  const list = (own: number) => [
    { id: 'a', n: 20, own },
    { id: 'b', n: 30, own: 10 },
    { id: 'c', n: 30, own: 10 },
    { id: 'd', n: 30, own: 10 },
    { id: 'all', n: 110, own: 20 },
  ];

  it('hides that part as it hides a small one', () => {
    expect([...hideInSums(list(15), sums)]).toEqual([]);
    expect([...hideInSums(list(16), sums)]).toEqual(['a', 'b']);
    expect([...hideInSums(list(19), sums)]).toEqual(['a', 'b']);
    expect([...hideInSums(list(20), sums)]).toEqual([]);
  });

  it('hides no more of what was told before', () => {
    expect([...hideInSums(list(16), sums, new Map([['a', 'shown']]))]).toEqual([]);
  });

  it('hides its average where less than ten others would be left', () => {
    const averages = (own: number) => list(own).map((cell) => ({ ...cell, amounts: [cell.n * 2] }));
    expect([...hideAmountsInSums(averages(10), sums, new Set(), 10)]).toEqual([]);
    expect([...hideAmountsInSums(averages(11), sums, new Set(), 10)]).toEqual(['a', 'b']);
  });
});

describe('tables', () => {
  it('hides one small count in a table with one beside it, one under it and the one across', async () => {
    const hidden = await expectSafe(
      tableOf([
        [3, 20, 20],
        [20, 20, 20],
        [20, 20, 20],
      ]),
    );
    expect([...hidden].toSorted()).toEqual(['0.0.0', '0.0.1', '1.0.0', '1.0.1']);
  });

  it('takes along what has company everywhere already, so that nothing more goes with it', () => {
    const { cells, sums } = tableOf([
      [3, 20, 30],
      [20, 30, 20],
      [30, 20, 3],
    ]);
    expect([...hideInSums(cells, sums)].toSorted()).toEqual(['0.0.0', '0.0.2', '2.0.0', '2.0.2']);
  });

  it('hides whole rows before the totals of columns, which tell most', () => {
    // Both boards by two questions with one answer each: the first board is small, the second stands beside it everywhere.
    const { cells, sums } = tablesOf([
      [[1], [14]],
      [[1], [14]],
    ]);
    const shown = cells.filter(({ id }) => !hideInSums(cells, sums).has(id));
    expect(shown).toEqual([
      { id: 'v0.0', n: 15 },
      { id: 'all', n: 15 },
      { id: 'v1.0', n: 15 },
    ]);
  });

  it('finds the bridge between two blocks, each closed in itself, that every row and column hides well', async () => {
    // Rows 0 and 1 with columns 0 and 1, rows 2 and 3 with columns 2 and 3, joined by row 1, column 2: what flows over it is known.
    const family = tableOf([
      [2, 3, 30, 30],
      [3, 2, 4, 30],
      [30, 30, 2, 3],
      [30, 30, 3, 2],
    ]);
    const small = new Set(family.cells.flatMap(({ id, n }) => (n < 5 ? [id] : [])));
    const ranges = await rangesOf(family.sums, told(countsOf(family), small));
    expect(ranges.get('1.0.2')).toEqual({ least: 4, most: 4 });
    const hidden = await expectSafe(family);
    expect(hidden.size).toBeLessThanOrEqual(small.size + 3);
  });

  it.each<readonly [string, readonly (readonly number[])[]]>([
    ['one board', [[3, 20, 0, 8]]],
    ['one value', [[3], [20], [0], [8]]],
    [
      'a board where nothing was',
      [
        [0, 0, 0],
        [12, 20, 9],
        [7, 8, 30],
      ],
    ],
    [
      'nothing anywhere',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'one case',
      [
        [0, 0, 0],
        [0, 1, 0],
      ],
    ],
    [
      'fours alone',
      [
        [4, 4],
        [4, 4],
      ],
    ],
    [
      'fives alone but one',
      [
        [5, 5, 5],
        [5, 0, 5],
        [5, 5, 5],
      ],
    ],
    [
      'a diagonal of small ones',
      [
        [1, 30, 30],
        [30, 2, 30],
        [30, 30, 3],
      ],
    ],
  ])('holds: %s', async (_name, counts) => {
    await expectSafe(tableOf(counts));
  });

  it('shows nothing less than five, and hides the same whatever the size of what may cover', () => {
    const table = (n: number) =>
      tableOf([
        [3, n, 40],
        [40, 50, 60],
        [70, 80, 90],
      ]);
    const hidden = (n: number) => [...hideInSums(table(n).cells, table(n).sums)];
    expect(hidden(2000)).toEqual(hidden(20));
  });

  it('holds for boards by several dimensions at once, as they come', async () => {
    const random = randomFrom(58);
    for (const [boards, sizes, mean] of [
      [3, [4], 12],
      [5, [4, 3], 20],
      [6, [8, 4, 2], 40],
      [2, [3, 2], 6],
    ] as const)
      for (let nth = 0; nth < 5; nth += 1)
        await expectSafe(tablesOf(randomTables(random, boards, sizes, mean)));
  });

  it('hides thirty boards by fourteen values in less than two seconds of work', async () => {
    const random = randomFrom(30);
    for (const mean of [3, 20, 100, 400]) {
      const family = tablesOf(randomTables(random, 30, [14], mean));
      const before = process.cpuUsage();
      const hidden = hideInSums(family.cells, family.sums);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(2);
      const small = family.cells.filter(({ n }) => n < 5).length;
      expect(hidden.size - small).toBeLessThan(30);
      if (mean === 100) expect(await recovered(family, hidden)).toEqual([]);
    }
  });
});

describe('quarters and their year', () => {
  it('hides the year of one that was hidden in one quarter alone, for the other quarters tell it', async () => {
    const quarters = [20, 30, 3, 25].map((n, q) => ({ id: `q${q}`, n }));
    const family: Family = {
      cells: [...quarters, { id: 'year', n: 78 }],
      sums: [{ total: 'year', parts: quarters.map(({ id }) => id) }],
    };
    const frozen: Frozen = new Map(quarters.map(({ id }) => [id, id === 'q2' ? 'hidden' : 'shown']));
    expect([...(await expectSafe(family, frozen))]).toEqual(['q2', 'year']);
  });

  it.each([
    [3, [4, 2], 6],
    [5, [8], 15],
    [5, [14, 4], 8],
    [10, [6, 3], 30],
  ] as const)('%s boards by %s: nobody finds a quarter from the year', async (boards, sizes, mean) => {
    const random = randomFrom(boards * 7 + mean);
    for (let nth = 0; nth < 3; nth += 1) {
      const { family, frozen, hidden } = yearOf(random, boards, sizes, mean);
      expect(await recovered(family, hidden)).toEqual([]);
      for (const [id, how] of frozen) expect(hidden.has(id), id).toBe(how === 'hidden');
    }
  });
});

describe('what was shown before', () => {
  const cells = [
    { id: 'h', n: 2 },
    { id: 'k', n: 9 },
    { id: 'm', n: 8 },
    { id: 'p', n: 1 },
    { id: 's', n: 20 },
    { id: 'c', n: 11 },
    { id: 'r', n: 17 },
    { id: 't', n: 20 },
    { id: 'q', n: 21 },
  ];
  const sums = [
    { total: 'c', parts: ['h', 'k'] },
    { total: 'r', parts: ['k', 'm'] },
    { total: 't', parts: ['c', 'm', 'p'] },
    { total: 'q', parts: ['p', 's'] },
  ];
  const before: Frozen = new Map([
    ['k', 'hidden'],
    ['m', 'hidden'],
    ['r', 'shown'],
    ['t', 'shown'],
  ]);

  it('lets nothing be hidden that would not help: h and p are t - r = 3 together, whether c is told or not', () => {
    expect([...hideInSums(cells, sums, before)].toSorted()).toEqual(['h', 'k', 'm', 'p', 's']);
  });

  it('covers nothing with what follows from it: c is t - a, so b is c + d', () => {
    const counts = { a: 10, c: 12, t: 22, d: 8, b: 20, x: 3, p: 10, q: 20, y: 30, all: 53 };
    const shown: Frozen = new Map(['a', 't', 'd', 'all'].map((id) => [id, 'shown']));
    const all = [
      { total: 'all', parts: ['x', 'b', 'y'] },
      { total: 'b', parts: ['c', 'd'] },
      { total: 't', parts: ['a', 'c'] },
      { total: 'y', parts: ['p', 'q'] },
    ];
    const hidden = hideInSums(
      Object.entries(counts).map(([id, n]) => ({ id, n })),
      all,
      shown,
    );
    // Else b would be the next one beside x; y takes a part of its own along.
    expect([...hidden]).toEqual(['x', 'y', 'p']);
  });

  it('covers nothing with the total of one that was shown: t is a', () => {
    const counts = { a: 7, t: 7, x: 3, b: 20, u: 30, p: 9, q: 11, y: 50, w: 80 };
    const all = [
      { total: 't', parts: ['a'] },
      { total: 'u', parts: ['x', 't', 'b'] },
      { total: 'b', parts: ['p', 'q'] },
      { total: 'w', parts: ['u', 'y'] },
    ];
    const hidden = hideInSums(
      Object.entries(counts).map(([id, n]) => ({ id, n })),
      all,
      new Map([['a', 'shown']]),
    );
    expect([...hidden]).toEqual(['x', 'b', 'p']);
  });

  it('takes a total of which no parts are given for a count like any other', () => {
    const counts = { x: 3, z: 20, u: 23 };
    const all = [
      { total: 'z', parts: [] },
      { total: 'u', parts: ['x', 'z'] },
    ];
    const hidden = hideInSums(
      Object.entries(counts).map(([id, n]) => ({ id, n })),
      all,
    );
    expect([...hidden]).toEqual(['x', 'z']);
  });

  it('lets a total be hidden that was not shown: without t there is nothing to compute h from', () => {
    const without = new Map([...before].filter(([id]) => id !== 't'));
    expect([...hideInSums(cells, sums, without)].toSorted()).toEqual(['h', 'k', 'm', 'p', 's', 't']);
  });
});

/** Quarters with their margins, each hidden when it ended; then the year with the whole table. */
function yearOf(random: () => number, boards: number, sizes: readonly number[], mean: number) {
  const quarters = [0, 1, 2, 3].map(() => randomTables(random, boards, sizes, mean));
  const isMargin = (id: string) => /^q\dv|^q\db|^q\dall/.test(id);
  const frozen = new Map<string, 'shown' | 'hidden'>();
  const parts = quarters.map((tables, q): Family => {
    const whole = tablesOf(tables, `q${q}`);
    const margins = {
      cells: whole.cells.filter(({ id }) => isMargin(id)),
      sums: whole.sums.filter(({ parts: [first = ''] }) => isMargin(first)),
    };
    const hidden = hideInSums(margins.cells, margins.sums);
    for (const { id } of margins.cells) frozen.set(id, hidden.has(id) ? 'hidden' : 'shown');
    return margins;
  });
  const tables = sizes.map((size, d) =>
    Array.from({ length: boards }, (_, b) =>
      Array.from({ length: size }, (__, v) =>
        quarters.reduce((sum, quarter) => sum + (quarter[d]?.[b]?.[v] ?? 0), 0),
      ),
    ),
  );
  const year = tablesOf(tables);
  const family: Family = {
    cells: [...parts.flatMap(({ cells }) => cells), ...year.cells],
    sums: [
      ...parts.flatMap(({ sums }) => sums),
      ...year.sums,
      ...year.cells
        .filter(({ id }) => isMargin(`q0${id}`))
        .map(({ id }) => ({ total: id, parts: [0, 1, 2, 3].map((q) => `q${q}${id}`) })),
    ],
  };
  return { family, frozen, hidden: hideInSums(family.cells, family.sums, frozen) };
}

describe('averages', () => {
  it('shows none of fewer than ten, nor those by which one would follow', () => {
    const cells = [
      { id: 'a', n: 7, amounts: [9] },
      { id: 'b', n: 12, amounts: [30] },
      { id: 'c', n: 20, amounts: [41] },
      { id: 'all', n: 39, amounts: [80] },
    ];
    const sums = [{ total: 'all', parts: ['a', 'b', 'c'] }];
    expect([...hideInSums(cells, sums)]).toEqual([]);
    expect([...hideAmountsInSums(cells, sums, new Set(), 10)]).toEqual(['a', 'b']);
    expect([...hideAmountsInSums(cells, sums, new Set(), 10, new Map([['b', 'shown']]))]).toEqual(['a', 'c']);
  });
});

describe('hours beside counts', () => {
  it('hides as many more as it takes that hours do not follow either', async () => {
    // The two hidden of row 0 have no hours at all: who sees that the sum is nothing knows both. Another one goes along.
    const family: Family = {
      cells: [
        { id: 'a', n: 3, amounts: [0] },
        { id: 'b', n: 9, amounts: [0] },
        { id: 'c', n: 20, amounts: [35.5] },
        { id: 'd', n: 20, amounts: [12] },
        { id: 'all', n: 52, amounts: [47.5] },
      ],
      sums: [{ total: 'all', parts: ['a', 'b', 'c', 'd'] }],
    };
    const hidden = hideInSums(family.cells, family.sums);
    expect([...hidden]).toEqual(['a', 'b']);
    expect([...hideAmountsInSums(family.cells, family.sums, hidden, 5)]).toEqual(['a', 'b', 'c']);
  });

  it('leaves the hours of each hidden cell open in tables as they come', async () => {
    const random = randomFrom(11);
    for (let nth = 0; nth < 4; nth += 1) {
      const family = tableOf(
        randomTables(random, 6, [5], 20)[0] ?? [],
        '',
        (n) => Math.round(n * random() * 12) / 4,
      );
      const counts = hideInSums(family.cells, family.sums);
      const hidden = hideAmountsInSums(family.cells, family.sums, counts, 5);
      const hours = new Map(family.cells.map(({ id, amounts: [value = 0] = [] }) => [id, value]));
      const ranges = await rangesOf(family.sums, told(hours, hidden));
      const known = [...ranges].filter(([, { least, most }]) => most - least < 1e-4);
      expect(known).toEqual([]);
    }
  });
});

/** Who knows the very way in which cells are hidden: all tables that look the same, and what each hidden small cell is in them. */
describe('an attacker who knows how it is done', () => {
  it.each([
    ['one row of three', 1, 3, 20],
    ['two by two', 2, 2, 13],
  ] as const)('finds no small count in %s', (_name, rows, columns, most) => {
    const looks = new Map<string, { largest: number; readonly could: Map<string, Set<number>> }>();
    const size = rows * columns;
    for (let code = 0; code < most ** size; code += 1) {
      const flat = Array.from({ length: size }, (_, i) => Math.floor(code / most ** i) % most);
      const family = tableOf(
        Array.from({ length: rows }, (_, r) => flat.slice(r * columns, (r + 1) * columns)),
      );
      const hidden = hideInSums(family.cells, family.sums);
      const look = family.cells.map(({ id, n }) => (hidden.has(id) ? '<5' : n)).join();
      const seen = looks.get(look) ?? { largest: 0, could: new Map<string, Set<number>>() };
      looks.set(look, seen);
      seen.largest = Math.max(seen.largest, ...flat);
      for (const { id, n } of family.cells)
        if (hidden.has(id)) seen.could.set(id, (seen.could.get(id) ?? new Set()).add(n));
    }
    // At the edge of what is tried, tables with a larger count are missing from the comparison.
    const inside = [...looks].filter(([, { largest }]) => largest < most - 5);
    const known = inside.flatMap(([look, { could }]) =>
      [...could].flatMap(([id, all]) => (all.size < 2 && Math.min(...all) < 5 ? [`${id} in ${look}`] : [])),
    );
    expect(inside.length).toBeGreaterThan(200);
    expect(known).toEqual([]);
  });
});

describe('what nobody tells', () => {
  const cell = (id: string, n: number) => ({ id, n });
  const untold = new Set(['rest']);
  const sums = [{ total: 'all', parts: ['a', 'b', 'rest'] }];

  it('is hidden, and where it is large nothing is hidden for its sake', () => {
    const cells = [cell('all', 30), cell('a', 12), cell('b', 10), cell('rest', 8)];
    expect([...hideInSums(cells, sums, new Map(), { untold })]).toEqual(['rest']);
  });

  it('is covered where it is small', () => {
    const cells = [cell('all', 25), cell('a', 12), cell('b', 10), cell('rest', 3)];
    expect([...hideInSums(cells, sums, new Map(), { untold })].toSorted()).toEqual(['a', 'rest']);
  });

  it('covers what is small beside it', () => {
    const cells = [cell('all', 25), cell('a', 12), cell('b', 3), cell('rest', 10)];
    expect([...hideInSums(cells, sums, new Map(), { untold })].toSorted()).toEqual(['b', 'rest']);
    // The control: told, it would leave the small one open.
    expect(hideInSums(cells, sums).size).toBe(2);
    expect(hideInSums(cells, sums).has('b')).toBe(true);
  });

  it('goes by the name of a total whose only part it is', () => {
    const cells = [cell('all', 22), cell('a', 12), cell('b', 10), cell('rest', 12)];
    const twins = [
      { total: 'all', parts: ['a', 'b'] },
      { total: 'a', parts: ['rest'] },
    ];
    expect([...hideInSums(cells, twins, new Map(), { untold })]).toEqual(['rest']);
    const few = [cell('all', 13), cell('a', 3), cell('b', 10), cell('rest', 3)];
    expect([...hideInSums(few, twins, new Map(), { untold })].toSorted()).toEqual(['a', 'b', 'rest']);
  });

  it('has its amounts covered where it is small too', () => {
    const of = (id: string, n: number) => ({ id, n, amounts: [n * 2] });
    const large = [of('all', 30), of('a', 12), of('b', 10), of('rest', 8)];
    expect([...hideAmountsInSums(large, sums, new Set(['rest']), 5, new Map(), { untold })]).toEqual([
      'rest',
    ]);
    const small = [of('all', 25), of('a', 12), of('b', 10), of('rest', 3)];
    expect(hideAmountsInSums(small, sums, new Set(['rest', 'a']), 5, new Map(), { untold }).size).toBe(2);
  });
});

describe('what yields', () => {
  it('is hidden for the sake of others before anything else is', () => {
    const cells = [
      ...[
        { id: 'all', n: 50 },
        { id: 'north', n: 27 },
        { id: 'south', n: 23 },
      ],
      ...[
        { id: 'board', n: 25 },
        { id: 'other', n: 23 },
        { id: 'rest', n: 2 },
      ],
    ];
    const sums = [
      { total: 'all', parts: ['north', 'south'] },
      { total: 'north', parts: ['board', 'rest'] },
      { total: 'south', parts: ['other'] },
    ];
    const untold = new Set(['rest']);
    const yields = new Set(['north', 'south']);
    expect([...hideInSums(cells, sums, new Map(), { untold, yields })]).not.toContain('board');
    expect([...hideInSums(cells, sums, new Map(), { untold, yields })]).toContain('north');
    // The control: by the order of the sum the board would go.
    expect([...hideInSums(cells, sums, new Map(), { untold })]).toContain('board');
  });
});

describe('the one more that covers what is found', () => {
  const cellsOf = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([id, n]) => ({ id, n }));
  // Who knows that a and c are below five knows that both are four.
  const fours = { a: 4, b: 20, c: 4, d: 30, all: 58 };
  const list = { total: 'all', parts: ['a', 'b', 'c', 'd'] };

  it('is what yields, before what comes first in the order of the sum', () => {
    const yields = new Set(['d']);
    expect([...hideInSums(cellsOf(fours), [list], new Map(), { yields })]).toEqual(['a', 'c', 'd']);
    expect([...hideInSums(cellsOf(fours), [list])]).toEqual(['a', 'c', 'b']);
  });

  it('is not what yields but would need a cover itself', () => {
    const counts = { ...fours, p: 12, q: 18 };
    const sums = [list, { total: 'd', parts: ['p', 'q'] }];
    const yields = new Set(['d']);
    expect([...hideInSums(cellsOf(counts), sums, new Map(), { yields })]).toEqual(['a', 'c', 'b']);
  });

  it('is what needs no cover itself', () => {
    const counts = { ...fours, p: 9, q: 11 };
    const sums = [list, { total: 'b', parts: ['p', 'q'] }];
    expect([...hideInSums(cellsOf(counts), sums)]).toEqual(['a', 'c', 'd']);
  });

  it('may be enough for what was found beside it, also where that stands in another sum', () => {
    const counts = { ...fours, e: 9, t: 13 };
    const sums = [list, { total: 't', parts: ['c', 'e'] }];
    expect([...hideInSums(cellsOf(counts), sums)]).toEqual(['a', 'c', 'e', 'b']);
  });

  it('is a part farther off before a total near by, and waits to see whether that is enough', () => {
    // w is at most 10, for z is at least none: so x and y are two or more. To hide c lets w grow, and serves both.
    const counts = { x: 2, y: 2, z: 0, w: 10, c: 20, one: 12, two: 12, three: 30 };
    const sums = [
      { total: 'one', parts: ['x', 'w'] },
      { total: 'two', parts: ['y', 'w'] },
      { total: 'three', parts: ['z', 'w', 'c'] },
    ];
    expect([...hideInSums(cellsOf(counts), sums)]).toEqual(['x', 'y', 'z', 'w', 'c']);
  });

  it('is nothing where all else was shown before', () => {
    const before: Frozen = new Map([
      ['a', 'hidden'],
      ['b', 'shown'],
      ['all', 'shown'],
    ]);
    const sums = [{ total: 'all', parts: ['a', 'b'] }];
    expect([...hideInSums(cellsOf({ a: 3, b: 20, all: 23 }), sums, before)]).toEqual(['a']);
  });
});
