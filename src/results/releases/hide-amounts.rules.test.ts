import { describe, expect, it } from 'vitest';
import type { Fact } from '../measures/figure.rules.ts';
import { type Kind, type MeasureCode, measureOf } from '../measures/measure.rules.ts';
import { closedFor } from './closed.rules.ts';
import { amountsOf, toldOf } from './hide-amounts.rules.ts';
import { type EarlierCell, type ReleaseCell, releaseOf } from './release.rules.ts';

const fact = (value: number, of: number | null = null): Fact => ({
  ...{ id: 'x', schoolId: null, boardId: 'b1', areaId: null, expertise: null, level: null, ambitionId: null },
  ...{ on: '2025-09-01', kind: 'school', open: false, value, of },
});
const many = (n: number, value = 1, of: number | null = null) =>
  Array.from({ length: n }, () => fact(value, of));
const a = (kind: Kind) => ({ ...measureOf('hours_done'), kind });

describe('what adds up', () => {
  it('are sums, what they stand beside, and what averages are made of', () => {
    const facts = [fact(1, 3), fact(0.5), fact(-2, 1)];
    expect([amountsOf(a('sum'), facts), amountsOf(a('ratio'), facts)]).toEqual([
      [-0.5, 4],
      [-0.5, 4],
    ]);
    expect([amountsOf(a('mean'), facts), amountsOf(a('t'), facts)]).toEqual([[-0.5], [5.5]]);
    for (const kind of ['leadTime', 'share', 'agreement', 'levels', 'count'] as const)
      expect(amountsOf(a(kind), facts)).toBeNull();
    expect(amountsOf(a('sum'), [])).toEqual([0, 0]);
  });
});

describe('beside a count is told', () => {
  const told = (kind: Kind, n: number, made = n) => toldOf(a(kind), many(made, 1, 2), n)?.value ?? null;
  it.each([
    ['sum', 5, 5],
    ['count', 5, 5],
    ['ratio', 10, 0.5],
    ['mean', 10, 1],
    ['share', 10, 1],
    ['agreement', 10, 0],
    ['leadTime', 14, 1],
    // 50 + 10 × 14 ÷ √(0.7 × 14 + 0.3 × 14²)
    ['t', 14, 66.903],
  ] as const)('a %s of %i cases, and none of fewer', (kind, fewest, value) => {
    expect(told(kind, fewest)).toBeCloseTo(value, 1);
    expect(told(kind, fewest - 1)).toBeNull();
  });

  it('nothing of levels, nor a figure that fewer than ten cases make', () => {
    expect(told('levels', 50)).toBeNull();
    expect([told('leadTime', 14, 10), told('leadTime', 14, 9)]).toEqual([1, null]);
    expect(told('sum', 5, 4)).toBe(4);
  });

  it('with all that a figure has and nothing that it lacks', () => {
    expect(toldOf(a('share'), many(12), 12)).toStrictEqual({ value: 1, low: expect.any(Number), high: 1 });
    expect(toldOf(a('leadTime'), many(14, 3), 14)).toStrictEqual({ value: 3, p85: 3 });
    expect(toldOf(a('sum'), many(6, 2, 0.5), 6)).toStrictEqual({ value: 12, of: 3 });
    expect(toldOf(a('mean'), many(10, 2), 10)).toStrictEqual({ value: 2 });
  });
});

describe('amounts in a release', () => {
  const known = { board: ['b1', 'b2', 'b3'], area: [], expertise: [], level: [], kind: [], ambition: [] };
  const at = (boardId: string, n: number, value: number) =>
    many(n, value).map((one) => ({ ...one, boardId, kind: null }));
  const boards = (code: MeasureCode, facts: readonly Fact[]) =>
    releaseOf({
      measure: { ...measureOf(code), dimensions: ['board'] },
      ...{ span: 'year', facts, known, earlier: [] },
    }).map(({ board, n, shown, figure }) => [board ?? 'all', n, shown, figure?.value ?? null]);

  it('are hidden with counts, and means of fewer than ten with another beside them', () => {
    expect(boards('hours_done', [...at('b1', 6, 2), ...at('b2', 7, 1), ...at('b3', 8, 3)])).toEqual([
      ['all', 21, true, 43],
      ['b1', 6, true, 12],
      ['b2', 7, true, 7],
      ['b3', 8, true, 24],
    ]);
    expect(boards('satisfaction', [...at('b1', 6, 8), ...at('b2', 12, 7), ...at('b3', 20, 6)])).toEqual([
      ['all', 38, true, expect.closeTo(252 / 38, 5)],
      ['b1', 6, true, null],
      ['b2', 12, true, null],
      ['b3', 20, true, 6],
    ]);
  });
});

describe('means of a year', () => {
  const known = { board: ['b1', 'b2'], area: [], expertise: [], level: [], kind: [], ambition: [] };
  const at = (boardId: string, n: number) => many(n, 2).map((one) => ({ ...one, boardId }));
  const quarter = (from: string, board: string | null, n: number, told: boolean): EarlierCell => ({
    ...{ board, dimension: 'all', key: 'all', part: '', quarter: from, n, shown: true, told },
    amounts: [2 * n],
  });
  const tells = (earlier: readonly EarlierCell[]) =>
    releaseOf({
      measure: { ...measureOf('satisfaction'), dimensions: ['board'] },
      ...{ span: 'year', facts: [...at('b1', 18), ...at('b2', 40)], known, earlier },
    }).map(({ figure }) => figure?.value ?? null);

  it('are not told where the quarters would leave one of fewer than ten', () => {
    expect(tells([])).toEqual([2, 2, 2]);
    // Of the second quarter b1 has six, and b2 was hidden beside it.
    const quarters = [
      quarter('2025-08-01', null, 32, true),
      quarter('2025-08-01', 'b1', 12, true),
      quarter('2025-08-01', 'b2', 20, true),
      quarter('2025-11-01', null, 26, true),
      quarter('2025-11-01', 'b1', 6, false),
      quarter('2025-11-01', 'b2', 20, false),
    ];
    expect(tells(quarters)).toEqual([2, null, null]);
    // Nor are they kept from whom that was told before.
    expect(tells(quarters.map((cell) => ({ ...cell, told: true })))).toEqual([2, 2, 2]);
  });
});

describe('the light route', () => {
  const cell = (board: string | null, dimension: ReleaseCell['dimension'], shown: boolean): ReleaseCell => ({
    ...{ board, dimension, key: 'team', part: '', n: 8, shown, figure: null, amounts: null },
  });
  it('is closed where a level is hidden, and no other measure is', () => {
    const made = new Map([
      [
        'hand_offs',
        [
          cell('b1', 'level', false),
          cell('b2', 'level', true),
          cell('b3', 'expertise', false),
          cell(null, 'level', false),
        ],
      ],
    ]);
    expect([...closedFor('light_route_share', made)]).toEqual(['|b1|all|all|', '||all|all|']);
    expect([...closedFor('hand_offs', made)]).toEqual([]);
    expect([...closedFor('light_route_share', new Map())]).toEqual([]);
  });
});
