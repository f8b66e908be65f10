import { expect, it } from 'vitest';
import { daysOf, inOrder, isOpenOn } from './yearly.rules.ts';

it.each([
  [{ from: 5, to: 7 }, '2026-05-01', '2026-07-31'],
  [{ from: 8, to: 7 }, '2025-08-01', '2026-07-31'],
  [{ from: 12, to: 2 }, '2025-12-01', '2026-02-28'],
  [{ from: 9, to: 12 }, '2025-09-01', '2025-12-31'],
  [{ from: 11, to: 11 }, '2025-11-01', '2025-11-30'],
])('months %o of school year 2025-2026 are from %s up to and including %s', (months, opens, lastDay) => {
  expect(daysOf(months, 2025)).toEqual({ opens, lastDay });
  expect(inOrder(months)).toBe(true);
});

it.each([
  { from: 7, to: 8 },
  { from: 7, to: 5 },
  { from: 1, to: 12 },
])('months that cross the first of August are refused: %o', (months) => {
  expect(inOrder(months)).toBe(false);
});

it.each([
  ['2026-04-30', false],
  ['2026-05-01', true],
  ['2026-07-31', true],
  ['2026-08-01', false],
])('on %s the question from May to July is open: %s', (day, open) => {
  expect(isOpenOn({ from: 5, to: 7 }, day)).toBe(open);
});

it('closes within the school year after its last month', () => {
  expect(isOpenOn({ from: 9, to: 11 }, '2026-11-30')).toBe(true);
  expect(isOpenOn({ from: 9, to: 11 }, '2026-12-01')).toBe(false);
});
