import { expect, test } from 'vitest';
import { monthsOn, spanOn } from './strip.rules.ts';

/** Ten days of ten units. */
const strip = { from: '2026-12-27', to: '2027-01-05', width: 100 };

test('a period lies on the strip from its first day to the end of its last', () => {
  expect(spanOn(strip, { from: '2026-12-28', to: '2027-01-01' })).toEqual({ x: 10, width: 50 });
  expect(spanOn(strip, { from: '2026-12-27', to: '2026-12-27' })).toEqual({ x: 0, width: 10 });
});

test('what sticks out is left off, and what lies beside is not there', () => {
  expect(spanOn(strip, { from: '2025-01-01', to: '2028-01-01' })).toEqual({ x: 0, width: 100 });
  expect(spanOn(strip, { from: '2027-01-06', to: '2027-02-01' })).toBeUndefined();
  expect(spanOn(strip, { from: '2026-12-01', to: '2026-12-26' })).toBeUndefined();
});

test('months begin where their first day lies', () => {
  expect(monthsOn(strip)).toEqual(['2027-01-01']);
  expect(monthsOn({ ...strip, from: '2027-01-01', to: '2027-03-31' })).toEqual([
    '2027-01-01',
    '2027-02-01',
    '2027-03-01',
  ]);
});
