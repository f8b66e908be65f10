import { describe, expect, it } from 'vitest';
import { type Fact, figuresBy, shareOf, totalOf } from './figure.rules.ts';

const fact = (value: number, given: Partial<Fact> = {}): Fact => ({
  id: 'x',
  schoolId: null,
  boardId: null,
  areaId: null,
  expertise: null,
  level: null,
  kind: null,
  ambitionId: null,
  on: '2026-09-01',
  value,
  of: null,
  open: false,
  ...given,
});

describe('a share', () => {
  // Wilson's interval by hand for 15 of 30, z² = 3.841459: middle 0.5, half (0.25/30 + 3.841459/3600)^½ × 1.959964 / 1.128049
  // = 0.0969557 × 1.737482 = 0.168459. For 0 of 10: from 0 to z² / (10 + z²) = 0.277533.
  it.each([
    { some: 15, n: 30, value: 0.5, low: 0.331541, high: 0.668459 },
    { some: 0, n: 10, value: 0, low: 0, high: 0.277533 },
    { some: 10, n: 10, value: 1, low: 0.722467, high: 1 },
  ])('of $some of $n lies between $low and $high', ({ some, n, value, low, high }) => {
    const share = shareOf(some, n);
    expect(share.value).toBe(value);
    expect(share.low).toBeCloseTo(low, 5);
    expect(share.high).toBeCloseTo(high, 5);
  });

  it('of fewer than ten has no percentage, but its counts', () => {
    expect(shareOf(4, 9)).toEqual({ n: 9, value: null, low: null, high: null });
    expect(totalOf({ kind: 'share' }, [fact(1), fact(0), fact(1)])).toEqual({
      key: 'all',
      n: 3,
      value: null,
      low: null,
      high: null,
      parts: [
        { key: '0', n: 1 },
        { key: '1', n: 2 },
      ],
    });
  });

  it('of ten or more is how many of all are one, with its interval', () => {
    const facts = [1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1].map((value) => fact(value));
    const { low, high } = shareOf(9, 12);
    expect(totalOf({ kind: 'share' }, facts)).toMatchObject({ n: 12, value: 0.75, low, high });
    // By hand: middle 0.910061 / 1.320122, half 0.149312 × 1.959964 / 1.320122.
    expect(low).toBeCloseTo(0.4677, 4);
  });

  it('of agreement counts where two gave the same level', () => {
    const facts = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2].map((value) => fact(value));
    expect(totalOf({ kind: 'agreement' }, facts)).toMatchObject({
      n: 10,
      value: 0.6,
      parts: [
        { key: '0', n: 6 },
        { key: '1', n: 3 },
        { key: '2', n: 1 },
      ],
    });
  });
});

describe('a figure', () => {
  it('of a lead time has median, p85 and who still waits', () => {
    const facts = [fact(2), fact(4), fact(6), fact(9, { open: true })];
    // 3/4, 2/4 and 1/4 still wait after 2, 4 and 6.
    expect(totalOf({ kind: 'leadTime' }, facts)).toEqual({ key: 'all', n: 4, value: 4, p85: null, open: 1 });
  });

  it('of a sum adds up what was done and, apart, what stands beside it', () => {
    const third = 1 / 3;
    const facts = [fact(third, { of: 0.5 }), fact(third), fact(third, { of: 0.25 })];
    expect(totalOf({ kind: 'sum' }, facts)).toEqual({ key: 'all', n: 3, value: 1, of: 0.75 });
    // A hair below nothing is nothing.
    expect(totalOf({ kind: 'sum' }, [fact(-1e-9)]).value).toBe(0);
  });

  it('of a ratio divides sums, not ratios of each case', () => {
    expect(totalOf({ kind: 'ratio' }, [fact(1, { of: 4 }), fact(8, { of: 8 })])).toEqual({
      key: 'all',
      n: 2,
      value: 0.75,
      of: 12,
    });
    expect(totalOf({ kind: 'ratio' }, [fact(1, { of: 0 })]).value).toBeNull();
  });

  it('of a mean has its distribution, in the order of numbers', () => {
    expect(totalOf({ kind: 'mean' }, [fact(10), fact(2), fact(2), fact(0)])).toEqual({
      key: 'all',
      n: 4,
      value: 3.5,
      parts: [
        { key: '0', n: 1 },
        { key: '2', n: 2 },
        { key: '10', n: 1 },
      ],
    });
    expect(totalOf({ kind: 'mean' }, [])).toEqual({ key: 'all', n: 0, value: null, parts: [] });
  });

  it('of levels keeps the kinds apart, and has a median where there is one kind', () => {
    const school = [fact(-1, { kind: 'school' }), fact(1, { kind: 'school' })];
    const both = [...school, fact(1, { kind: 'specialist' })];
    expect(totalOf({ kind: 'levels' }, both)).toEqual({
      key: 'all',
      n: 3,
      value: null,
      parts: [
        { key: 'school:-1', n: 1 },
        { key: 'school:1', n: 1 },
        { key: 'specialist:1', n: 1 },
      ],
    });
    expect(totalOf({ kind: 'levels' }, school).value).toBe(0);
    expect(totalOf({ kind: 'levels' }, [...school, fact(2, { kind: 'school' })]).value).toBe(1);
    expect(totalOf({ kind: 'levels' }, []).value).toBeNull();
    const unsorted = [2, -2, 1, 0, -1].map((value) => fact(value, { kind: 'school' }));
    expect(totalOf({ kind: 'levels' }, unsorted).value).toBe(0);
    const even = [2, -2, 1, 2].map((value) => fact(value, { kind: 'school' }));
    expect(totalOf({ kind: 'levels' }, even).value).toBe(1.5);
    // In the order of kinds, whoever came first; what has none stands apart.
    const parts = [fact(1, { kind: 'specialist' }), fact(1), fact(0, { kind: 'school' })];
    expect(totalOf({ kind: 'levels' }, parts).parts?.map(({ key }) => key)).toEqual([
      'none:1',
      'school:0',
      'specialist:1',
    ]);
  });

  it('of T is made for each scorer apart', () => {
    const school = [1, 1, 1].map((value) => fact(value, { kind: 'school' }));
    expect(totalOf({ kind: 't' }, [...school, fact(1, { kind: 'specialist' })])).toEqual({
      key: 'all',
      n: 4,
      value: null,
      parts: [
        { key: 'school', n: 3, value: 63.693064 },
        { key: 'specialist', n: 1, value: 60 },
      ],
    });
    expect(totalOf({ kind: 't' }, school).value).toBe(63.693064);
    expect(totalOf({ kind: 't' }, [])).toEqual({ key: 'all', n: 0, value: null, parts: [] });
  });

  it('of a count is how many there are', () => {
    expect(totalOf({ kind: 'count' }, [fact(1), fact(1)])).toEqual({ key: 'all', n: 2, value: 2 });
  });
});

describe('figures by', () => {
  const facts = [
    fact(1, {
      boardId: 'b2',
      areaId: 'a1',
      schoolId: 's1',
      expertise: 'taal',
      level: 'team',
      on: '2026-11-01',
    }),
    fact(2, { boardId: 'b1', kind: 'advice', ambitionId: 'p1' }),
    fact(3, { boardId: 'b2' }),
  ];
  it.each([
    ['board', ['b1:2', 'b2:4']],
    ['area', ['a1:1', 'none:5']],
    ['school', ['none:5', 's1:1']],
    ['expertise', ['none:5', 'taal:1']],
    ['level', ['none:5', 'team:1']],
    ['kind', ['advice:2', 'none:4']],
    ['ambition', ['none:4', 'p1:2']],
    ['quarter', ['2026-08-01:5', '2026-11-01:1']],
  ] as const)('%s are in the order of their keys and lose nothing', (by, found) => {
    expect(figuresBy({ kind: 'sum' }, facts, by).map(({ key, value }) => `${key}:${value}`)).toEqual(found);
  });
});
