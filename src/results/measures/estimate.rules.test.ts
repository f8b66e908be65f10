import { describe, expect, it } from 'vitest';
import { differenceOf, estimateOf, meanOf, medianOf } from './estimate.rules.ts';
import type { Fact } from './figure.rules.ts';

const wait = (value: number, open = false) => ({ value, open });
const rounded = (sure: { value: number | null; low: number | null; high: number | null }) =>
  [sure.value, sure.low, sure.high].map((one) => one && Number(one.toFixed(3)));

describe('a median of waiting', () => {
  // Miller (1997), Survival analysis: leukaemia; `survfit(Surv(time, status) ~ x, aml)` of R tells the same.
  it('has the interval that R gives', () => {
    const maintained = [
      ...[9, 13, 18, 23, 31, 34, 48].map((days) => wait(days)),
      ...[13, 28, 45, 161].map((days) => wait(days, true)),
    ];
    expect(medianOf(maintained)).toEqual({ n: 11, value: 31, low: 18, high: null });
    const others = [5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45].map((days) => wait(days));
    expect(medianOf([...others, wait(16, true)])).toEqual({ n: 12, value: 23, low: 8, high: null });
  });

  it('has both ends where enough ended', () => {
    const many = Array.from({ length: 100 }, (_, nth) => wait(nth + 1));
    // 50 of 100: S = 0.5 +- by the logarithm: exp(1.96 * 0.1) = 1.217.
    expect(medianOf(many)).toEqual({ n: 100, value: 50, low: 42, high: 61 });
  });

  it('has no interval under ten cases', () => {
    const nine = Array.from({ length: 9 }, (_, nth) => wait(nth));
    expect(medianOf(nine)).toEqual({ n: 9, value: 4, low: null, high: null });
    expect(medianOf([...nine, wait(9)]).low).not.toBeNull();
  });

  it('is not told while more than half wait', () => {
    expect(medianOf(Array.from({ length: 12 }, (_, nth) => wait(nth, nth > 4))).value).toBeNull();
    expect(medianOf([])).toEqual({ n: 0, value: null, low: null, high: null });
  });
});

describe('a mean', () => {
  it('has the interval of Student', () => {
    // 1..10: mean 5.5, s = 3.02765, t(9) = 2.26216.
    expect(rounded(meanOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toEqual([5.5, 3.334, 7.666]);
  });

  it('has no interval under ten cases, and no value of none', () => {
    expect(meanOf([1, 2, 3])).toEqual({ n: 3, value: 2, low: null, high: null });
    expect(meanOf([])).toEqual({ n: 0, value: null, low: null, high: null });
  });
});

describe('a share', () => {
  const facts = (values: readonly number[]): readonly Fact[] =>
    values.map((value, nth) => ({
      ...{ id: String(nth), schoolId: null, boardId: null, areaId: null, expertise: null, level: null },
      ...{ kind: null, ambitionId: null, on: '2026-03-02', value, of: null, open: false },
    }));

  it('counts who has one, and of levels who came as far as was expected', () => {
    const levels = [-2, -1, -1, 0, 0, 0, 1, 1, 2, -1];
    expect(estimateOf('levels', facts(levels))).toMatchObject({ n: 10, value: 0.6 });
    expect(estimateOf('share', facts([1, 1, 1, 0, 0, 0, 0, 0, 0, 0]))).toMatchObject({ n: 10, value: 0.3 });
    expect(estimateOf('mean', facts([1, 2])).value).toBe(1.5);
    expect(estimateOf('leadTime', facts([1, 2, 3])).value).toBe(2);
  });
});

describe('a difference', () => {
  it('of shares has the interval of Newcombe', () => {
    // Newcombe (1998), table II: 56 of 70 and 48 of 80, by his tenth method 0.0524 to 0.3339.
    const first = { value: 48 / 80, low: 0.4905, high: 0.7004 };
    const second = { value: 56 / 70, low: 0.6918, high: 0.8773 };
    expect(differenceOf(first, second).value).toBeCloseTo(0.2, 6);
    expect(differenceOf(first, second).low).toBeCloseTo(0.0524, 2);
    expect(differenceOf(first, second).high).toBeCloseTo(0.3339, 2);
  });

  it('is unsure where an end it needs is not known', () => {
    const known = { value: 10, low: 8, high: 13 };
    expect(differenceOf(known, { value: 7, low: 4, high: 11 })).toEqual({
      ...{ value: -3, low: -3 - 18 ** 0.5, high: -3 + 20 ** 0.5 },
    });
    const open = { value: 7, low: 4, high: null };
    expect(differenceOf(known, open)).toMatchObject({ value: -3, low: -3 - 18 ** 0.5, high: null });
    expect(differenceOf(open, known)).toMatchObject({ value: 3, low: null, high: 3 + 18 ** 0.5 });
    const downward = { value: 7, low: null, high: 11 };
    expect(differenceOf(known, downward)).toMatchObject({ value: -3, low: null, high: -3 + 20 ** 0.5 });
    expect(differenceOf(downward, known)).toMatchObject({ value: 3, low: 3 - 20 ** 0.5, high: null });
    const none = { value: null, low: null, high: null };
    expect(differenceOf(known, none)).toEqual(none);
    expect(differenceOf(none, known)).toEqual(none);
  });
});
