import { describe, expect, it } from 'vitest';
import { type Added, rangesOf } from '../../../tests/support/attacker.ts';
import { randomFrom } from '../../../tests/support/sum-families.ts';
import type { Fact } from '../measures/figure.rules.ts';
import { type MeasureCode, measureOf } from '../measures/measure.rules.ts';
import { quarterOf, quartersOf } from '../measures/period.rules.ts';
import { idOf, isUntold, type Place } from './cell.rules.ts';
import { closedFor } from './closed.rules.ts';
import { type EarlierCell, type ReleaseCell, releaseOf } from './release.rules.ts';

const known = {
  board: ['b1', 'b2', 'b3', 'b4'],
  area: ['a1', 'a2'],
  expertise: ['gedrag', 'taal', 'rekenen', 'motoriek', 'begaafd'],
  level: ['school', 'team', 'group', 'pupil'],
  areasOf: { b1: ['a1', 'a2'], b2: ['a1', 'a2'], b3: ['a1', 'a2'], b4: ['a1', 'a2'] },
};

let nth = 0;
const aFact = (some: Partial<Fact> = {}): Fact => ({
  id: `f${nth++}`,
  schoolId: 's',
  boardId: 'b1',
  areaId: 'a1',
  expertise: 'gedrag',
  level: 'pupil',
  kind: null,
  ambitionId: null,
  on: '2025-09-10',
  value: 1,
  of: null,
  open: false,
  ...some,
});
const some = (n: number, fact: Partial<Fact>) => Array.from({ length: n }, () => aFact(fact));

const release = (code: MeasureCode, facts: readonly Fact[], earlier: readonly EarlierCell[] = []) =>
  releaseOf({ measure: measureOf(code), span: 'quarter', facts, known, earlier });
const find = (cells: readonly ReleaseCell[], place: Partial<ReleaseCell>) =>
  cells.find((cell) =>
    Object.entries({ board: null, dimension: 'all', key: 'all', part: '', ...place }).every(([name, value]) =>
      Object.entries(cell).some(([own, is]) => own === name && is === value),
    ),
  );

describe('a release', () => {
  const facts = [
    ...some(20, { boardId: 'b1', expertise: 'taal', value: 3 }),
    ...some(12, { boardId: 'b2', expertise: 'gedrag', value: 5 }),
    ...some(7, { boardId: 'b3', expertise: 'rekenen', value: 8 }),
    ...some(6, { boardId: 'b4', expertise: 'taal', value: 13, open: true }),
  ];
  const cells = release('first_contact_days', facts);

  it('tells the whole with its median, and of seven their number alone', () => {
    expect(find(cells, {})).toMatchObject({ n: 45, shown: true, figure: { value: 5 } });
    expect(find(cells, { board: 'b3' })).toMatchObject({ n: 7, shown: true, figure: null });
  });

  it('has a cell for what was nowhere: nothing is a small count too', () => {
    expect(find(cells, { dimension: 'expertise', key: 'motoriek' })).toMatchObject({ n: 0, shown: false });
    expect(cells.every(({ n, shown }) => !shown || n >= 5)).toBe(true);
  });

  it('does not tell how many still wait', () => {
    expect(cells.filter(({ part }) => part !== '')).toEqual([]);
    expect(facts.some(({ open }) => open)).toBe(true);
  });

  it('splits a board by nothing in a quarter, and by what it has in a year', () => {
    const split = cells.filter(({ board, dimension }) => board !== null && dimension !== 'all');
    expect(split.every((cell) => isUntold(cell) && !cell.shown && cell.figure === null)).toBe(true);
    const year = releaseOf({
      measure: measureOf('first_contact_days'),
      span: 'year',
      facts,
      known,
      earlier: [],
    });
    expect(find(year, { board: 'b1', dimension: 'expertise', key: 'taal' })).toMatchObject({ n: 20 });
    expect(find(year, { board: 'b1', dimension: 'area', key: 'a1' })).toMatchObject({ n: 20, shown: false });
  });

  it('counts cases of no board and tells nothing of them', () => {
    const more = release('first_contact_days', [...facts, ...some(9, { boardId: null })]);
    expect(more.some(({ board }) => board === 'none')).toBe(false);
    expect(find(more, {})).toMatchObject({ n: 54, shown: true });
  });

  it('gives a share where both its parts are five or more, with ten in all', () => {
    const shares = release('confirmed_on_time', [
      ...some(15, { boardId: 'b1', value: 1 }),
      ...some(9, { boardId: 'b1', value: 0 }),
      ...some(30, { boardId: 'b2', value: 1 }),
      ...some(10, { boardId: 'b2', value: 0 }),
      ...some(18, { boardId: 'b3', value: 1 }),
      ...some(2, { boardId: 'b3', value: 0 }),
      ...some(8, { boardId: 'b4', value: 1 }),
    ]);
    expect(find(shares, {})?.figure?.value).toBeCloseTo(71 / 92, 6);
    expect(find(shares, { board: 'b3' })).toMatchObject({ n: 20, shown: true, figure: null });
    expect(find(shares, { board: 'b4' })).toMatchObject({ n: 8, shown: true, figure: null });
  });

  it('tells the median of each board that has enough, however few another one has', () => {
    const waits = release(
      'first_contact_days',
      known.board.flatMap((boardId, n) => some(boardId === 'b3' ? 7 : 20, { boardId, value: n })),
    );
    expect(known.board.map((board) => find(waits, { board })?.figure?.value)).toEqual([0, 1, undefined, 3]);
  });

  it('tells hours wherever the number of visits is told, and nowhere else', () => {
    const hours = release('hours_done', [
      ...some(6, { boardId: 'b1', value: 2, of: 0.5 }),
      ...some(8, { boardId: 'b2', value: 1, of: 0.25 }),
      ...some(3, { boardId: 'b3', value: 4, of: 0.5 }),
      ...some(9, { boardId: 'b4', value: 1, of: 0 }),
    ]);
    expect(find(hours, { board: 'b1' })).toMatchObject({ n: 6, shown: true, figure: { value: 12, of: 3 } });
    expect(find(hours, { board: 'b3' })).toMatchObject({ n: 3, shown: false, figure: null });
    expect(find(hours, { board: 'b4' })).toMatchObject({ shown: false, figure: null });
    expect(find(hours, { dimension: 'expertise', key: 'motoriek' })).toMatchObject({ n: 0, amounts: [0, 0] });
  });

  it('hides the light route where a level is hidden, for it is all levels but one', () => {
    const asked = [
      ...some(20, { level: 'school', value: 1 }),
      ...some(3, { level: 'group', value: 1 }),
      ...some(15, { level: 'team', value: 1 }),
      ...some(30, { level: 'pupil', value: 0 }),
    ];
    const levels = release('hand_offs', asked);
    expect(find(levels, { dimension: 'level', key: 'group' })?.shown).toBe(false);
    const open = {
      measure: measureOf('light_route_share'),
      span: 'quarter' as const,
      facts: asked,
      known,
      earlier: [],
    };
    expect(find(releaseOf(open), {})?.figure?.value).toBeCloseTo(38 / 68, 6);
    const closed = closedFor('light_route_share', new Map([['hand_offs', levels]]));
    expect(find(releaseOf({ ...open, closed }), {})).toMatchObject({ shown: true, figure: null });
  });

  it('hides three levels of a scorer where two would follow from their mean', () => {
    const scored = known.board.flatMap((boardId) =>
      [-1, 0, 1].flatMap((value) => [
        ...some(8, { boardId, kind: 'school', value }),
        ...some(value === 0 ? 3 : 9, { boardId, kind: 'specialist', value }),
      ]),
    );
    const cells_ = release('goal_levels', scored).filter(({ part, board }) => part !== '' && board === 'b1');
    expect(cells_.map(({ part, shown }) => [part, shown])).toEqual([
      ['school:-1', true],
      ['school:0', true],
      ['school:1', true],
      ['specialist:-1', false],
      ['specialist:0', false],
      ['specialist:1', false],
    ]);
  });
});

/** A school year of cases as they come, released by the quarter and then whole. */
function released(code: MeasureCode, random: () => number, size: number) {
  const one = <T>(list: readonly T[]) => list[Math.floor(random() ** 1.6 * list.length)] as T;
  const facts = Array.from({ length: size }, () =>
    aFact({
      boardId: one(known.board),
      areaId: one(known.area),
      expertise: one(known.expertise),
      level: one(known.level),
      kind: one(['groepsbezoek', 'gesprek', 'scholing']),
      on: one(['2025-09-10', '2025-11-20', '2026-03-03', '2026-06-06']),
      value: code === 'hours_done' ? Math.round(random() * 8) / 4 : random() < 0.4 ? 1 : 0,
      of: 0.25,
      open: random() < 0.2,
    }),
  );
  const measure = measureOf(code);
  const earlier = quartersOf(2025).flatMap(({ from }) =>
    releaseOf({
      ...{ measure, span: 'quarter', known, earlier: [] },
      facts: facts.filter(({ on }) => quarterOf(on) === from),
    }).map((cell): EarlierCell => ({ ...cell, quarter: from, told: cell.figure !== null })),
  );
  return { earlier, year: releaseOf({ measure, span: 'year', facts, known, earlier }) };
}

type Cell = Place & { readonly quarter?: string; readonly n: number; readonly shown: boolean };

/** Every sum that somebody finds who has all releases side by side, of each kind of part alone and together. */
function everySum(cells: readonly Cell[]): readonly Added[] {
  const ids = new Set(cells.map((cell) => idOf(cell, cell.quarter)));
  const sums = new Map<string, { total: string; parts: string[] }>();
  const add = (name: string, total: string, part: string) => {
    if (!ids.has(total) || total === part) return;
    const sum = sums.get(`${name} ${total}`) ?? { total, parts: [] };
    sums.set(`${name} ${total}`, sum);
    sum.parts.push(part);
  };
  for (const cell of cells) {
    const own = idOf(cell, cell.quarter);
    const at = (place: Partial<Place>, quarter = cell.quarter) => idOf({ ...cell, ...place }, quarter);
    if (cell.part !== '') add('parts', at({ part: '' }), own);
    if (cell.board !== null) add('boards', at({ board: null }), own);
    if (cell.dimension !== 'all') add(cell.dimension, at({ dimension: 'all', key: 'all' }), own);
    if (cell.quarter !== undefined) add('quarters', idOf(cell), own);
  }
  return [...sums.values()];
}

describe('who has every release of a year', () => {
  const cases = [
    ['first_contact_days', 60],
    ['first_contact_days', 200],
    ['light_route_share', 120],
    ['hours_done', 150],
  ] as const;
  it.each(cases)('finds no small count of %s among %s cases', async (code, size) => {
    const { earlier, year } = released(code, randomFrom(size), size);
    const cells: readonly Cell[] = [...earlier, ...year];
    const sums = everySum(cells);
    const counts = new Map(cells.map((cell) => [idOf(cell, cell.quarter), cell] as const));
    const shown = new Map([...counts].flatMap(([id, { shown, n }]) => (shown ? [[id, n] as const] : [])));
    const ranges = await rangesOf(sums, shown);
    const known_ = [...ranges].filter(([id, { least, most }]) => {
      const cell = counts.get(id);
      const n = cell?.n ?? 0;
      // What nobody tells may be found where it is large.
      if (cell !== undefined && isUntold(cell) && n >= 5) return false;
      return most - least < 1 - 1e-6 || (n < 5 && (least > 1e-6 || most < 4 - 1e-6));
    });
    expect(known_).toEqual([]);
    expect(shown.size).toBeGreaterThan(10);
  });

  it('finds no hours that are hidden', async () => {
    const { earlier, year } = released('hours_done', randomFrom(7), 150);
    const cells: readonly Cell[] = [...earlier, ...year];
    const told = new Map<string, number>();
    for (const cell of earlier) if (cell.told) told.set(idOf(cell, cell.quarter), cell.amounts?.[0] ?? 0);
    for (const cell of year) if (cell.figure !== null) told.set(idOf(cell), cell.figure.value ?? 0);
    const ranges = await rangesOf(everySum(cells), told);
    expect([...ranges].filter(([, { least, most }]) => most - least < 1e-4)).toEqual([]);
    expect(told.size).toBeGreaterThan(10);
  });
});

describe('cases of no board', () => {
  const told = (cells: readonly ReleaseCell[]) =>
    find(cells, {})?.shown && find(cells, { board: 'b1' })?.shown;
  const measure = measureOf('hand_offs');
  const alone = { ...known, board: ['b1'] };
  const given = { measure, known: alone, earlier: [] };

  it('are no difference between the partnership and its boards, in a quarter nor in its year', () => {
    const facts = [...some(6, { boardId: 'b1' }), ...some(1, { boardId: null })];
    const quarter = releaseOf({ ...given, span: 'quarter', facts });
    expect(told(quarter)).toBe(false);
    const earlier = quarter.map(
      (cell): EarlierCell => ({ ...cell, quarter: '2025-08-01', told: cell.figure !== null }),
    );
    expect(told(releaseOf({ ...given, span: 'year', facts, earlier }))).toBe(false);
    expect(quarter.some(({ board }) => board === 'none')).toBe(false);
    // The control: nobody is of no board, or enough are.
    const clear = releaseOf({ ...given, span: 'quarter', facts: some(7, { boardId: 'b1' }) });
    expect(told(clear)).toBe(true);
    const many = [...some(6, { boardId: 'b1' }), ...some(9, { boardId: null })];
    expect(told(releaseOf({ ...given, span: 'quarter', facts: many }))).toBe(true);
  });
});
