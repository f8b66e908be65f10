import { describe, expect, it } from 'vitest';
import { type Attacker, type Cell, insider, isSmall, outsider, reckoners } from './doubts.ts';
import type { Leeway } from './leeway.ts';

/** The number can be anything between these. */
const between = (least: number, most: number): Leeway => ({
  reaches: (place, target) => place === 2 && least <= target && target <= most,
  weights: () => new Map(),
});
const doubts = ({ doubts: asks }: Attacker, cell: Cell, least: number, most: number) =>
  asks(cell, between(least, most), 2);
const cell = (n: number, ...amounts: readonly number[]): Cell => ({ id: 'c', n, amounts });

describe('who knows what is shown', () => {
  it('takes each hidden number for anything from nothing up', () => {
    for (const n of [0, 4, 30])
      expect(outsider.takes(cell(n))).toEqual({ now: n, low: 0, high: Number.POSITIVE_INFINITY });
  });

  it.each([
    [3, 0, 4, true],
    [3, 0, 3, false],
    [3, 1, 4, false],
    [0, 0, 4, true],
    [4, 0, 3, false],
    // From five on, one more or one less is doubt enough.
    [5, 5, 6, true],
    [5, 4, 5, true],
    [5, 5, 5, false],
    [9, 9, 9.5, false],
  ])('is in doubt about %i when it can be %d to %d: %s', (n, least, most, doubt) => {
    expect(doubts(outsider, cell(n), least, most)).toBe(doubt);
  });
});

describe('who also knows which ones are small', () => {
  it('takes small ones for nothing to four and others for five or more', () => {
    expect(insider.takes(cell(4))).toEqual({ now: 4, low: 0, high: 4 });
    expect(insider.takes(cell(0))).toEqual({ now: 0, low: 0, high: 4 });
    expect(insider.takes(cell(5))).toEqual({ now: 5, low: 5, high: Number.POSITIVE_INFINITY });
  });

  it.each([
    [3, 3, 4, true],
    [3, 2, 3, true],
    [3, 3, 3, false],
    [0, 0, 1, true],
    // Nothing cannot be one less.
    [0, -1, 0, false],
    [1, 0, 1, true],
    [5, 5, 5, true],
    [4, 4, 4, false],
  ])('is in doubt about %i when it can be %d to %d: %s', (n, least, most, doubt) => {
    expect(doubts(insider, cell(n), least, most)).toBe(doubt);
  });
});

describe('a count of which one school has most', () => {
  const ofSchool = (n: number, own: number): Cell => ({ id: 'c', n, own });

  it.each([
    [4, 4, true],
    [4, 0, true],
    [5, 5, false],
    [5, 4, true],
    [5, 1, true],
    [6, 1, false],
    [20, 20, false],
    [20, 19, true],
    [20, 16, true],
    [20, 15, false],
    // Written down before one case went: nothing is known of it then.
    [20, 21, false],
  ])('of %i, %i of the school: small %s', (n, own, small) => {
    expect(isSmall(ofSchool(n, own))).toBe(small);
  });

  it('is small by another measure where more are few', () => {
    expect([isSmall({ id: 'c', n: 9 }, 10), isSmall({ id: 'c', n: 10 }, 10)]).toEqual([true, false]);
    expect([isSmall(ofSchool(20, 11), 10), isSmall(ofSchool(20, 10), 10)]).toEqual([true, false]);
    expect([isSmall(ofSchool(20, 10), 11), isSmall(ofSchool(10, 10), 10)]).toEqual([true, false]);
  });

  it.each([
    [18, 22, true],
    [18, 21, false],
    [19, 22, false],
  ])(
    'leaves any number of others open, from none to four: 18 and 2 between %i and %i: %s',
    (least, most, doubt) => {
      expect(doubts(outsider, ofSchool(20, 18), least, most)).toBe(doubt);
    },
  );

  it('is known to lie there by who knows which ones are small, who still cannot tell it by one', () => {
    expect(insider.takes(ofSchool(20, 18))).toEqual({ now: 20, low: 18, high: 22 });
    expect(insider.takes(ofSchool(20, 15))).toEqual({ now: 20, low: 5, high: Number.POSITIVE_INFINITY });
    expect(insider.takes(ofSchool(4, 3))).toEqual({ now: 4, low: 0, high: 4 });
    expect(doubts(insider, ofSchool(20, 18), 20, 20)).toBe(false);
    expect(doubts(insider, ofSchool(20, 18), 19, 20)).toBe(true);
    expect(doubts(insider, ofSchool(20, 15), 20, 20)).toBe(true);
  });
});

describe('who computes amounts', () => {
  it('is one for each amount that cells have', () => {
    expect(reckoners([])).toEqual([]);
    expect(reckoners([{ id: 'c', n: 3 }])).toEqual([]);
    const [hours, travel, ...more] = reckoners([cell(3, 12, 2)]);
    expect(more).toEqual([]);
    expect(hours?.takes(cell(3, 12, 2))).toEqual({ now: 12, low: 0, high: Number.POSITIVE_INFINITY });
    expect(travel?.takes(cell(3, 12, 2))).toEqual({ now: 2, low: 0, high: Number.POSITIVE_INFINITY });
    expect(travel?.takes({ id: 'd', n: 1 })).toEqual({ now: 0, low: 0, high: Number.POSITIVE_INFINITY });
  });

  it.each([
    [20, 18, 20, true],
    [20, 20, 22, true],
    [20, 18.1, 21.9, false],
    // Of nothing at all a thousandth.
    [0, 0, 0.001, true],
    [0, -0.001, 0.0009, false],
    [0.005, 0.004, 0.005, true],
    [0.005, 0.0045, 0.0055, false],
  ])('is in doubt about %d when it can be %d to %d: %s', (amount, least, most, doubt) => {
    const [hours] = reckoners([cell(3, amount)]);
    expect(hours && doubts(hours, cell(3, amount), least, most)).toBe(doubt);
  });
});
