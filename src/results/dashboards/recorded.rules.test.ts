import { describe, expect, it } from 'vitest';
import { measureOf } from '../measures/measure.rules.ts';
import type { Found } from './grouped.rules.ts';
import { askedOf, nothing, recordedOf } from './recorded.rules.ts';

const fact = {
  ...{ id: '', schoolId: null, boardId: null, areaId: null, expertise: null, level: null, kind: null },
  ...{ ambitionId: null, on: '2026-09-01', of: null, open: false },
};
const of = (value: number | null, ...cases: readonly number[]): Found => ({
  total: { key: 'all', n: cases.length, value },
  figures: [],
  cases: cases.map((one) => ({ ...fact, value: one })),
});
const [unvisited, capacity, hours] = [
  measureOf('schools_unvisited'),
  measureOf('capacity_use'),
  measureOf('hours_done'),
];
const [nobody, some] = [of(1, 1, 1), of(0.5, 1, 0)];

describe('a year to compare with', () => {
  it('is none where nobody came anywhere, or nothing was planned', () => {
    expect(nothing).toEqual({ total: { key: 'all', n: 0, value: null }, figures: [], cases: [] });
    expect(recordedOf(unvisited, nobody)).toBe(nothing);
    expect(recordedOf(unvisited, some)).toBe(some);
    expect(recordedOf(capacity, of(0, 0))).toEqual(nothing);
    expect(recordedOf(capacity, of(null))).toEqual(nothing);
    expect(recordedOf(capacity, of(0.4, 4))).not.toBe(nothing);
    for (const all of [of(0, 0), of(2, 1, 1)]) expect(recordedOf(hours, all)).toBe(all);
  });
});

describe('the days asked for', () => {
  const asked = (found: Found, earlier: Found, more: { over?: boolean; ahead?: boolean }) =>
    askedOf(unvisited, { found, earlier, over: false, ahead: false, ...more });

  it('gone by are no figure where the year before is none either', () => {
    expect(asked(nobody, nobody, { over: true })).toBe(nothing);
    expect(asked(nobody, some, { over: true })).toBe(nobody);
    expect(asked(some, nobody, { over: true })).toBe(some);
    expect(asked(nobody, nobody, {})).toBe(nobody);
    const none = of(0, 0);
    expect(askedOf(capacity, { found: none, earlier: none, over: true, ahead: false })).toBe(nothing);
  });

  it('to come are a figure only where there is something', () => {
    expect(asked(nobody, some, { ahead: true })).toBe(nothing);
    expect(asked(some, nobody, { ahead: true })).toBe(some);
  });
});
