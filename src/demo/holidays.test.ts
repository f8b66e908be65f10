import { expect, test } from 'vitest';
import { carnivalOf, holidaysOf, schoolYearsAround } from './holidays.ts';

test('two school years lie before a day and one after, and a new one begins in August', () => {
  expect(schoolYearsAround('2026-11-20')).toEqual([2024, 2025, 2026, 2027]);
  expect(schoolYearsAround('2026-07-31')).toEqual([2023, 2024, 2025, 2026]);
  expect(schoolYearsAround('2026-08-01')).toEqual([2024, 2025, 2026, 2027]);
});

test('carnival begins on the Saturday fifty days before Easter', () => {
  // Easter: 28 March 2027, 16 April 2028.
  expect(carnivalOf(2026)).toBe('2027-02-06');
  expect(carnivalOf(2027)).toBe('2028-02-26');
});

test('holidays of one school year never overlap, in fifty years', () => {
  for (const region of ['midden', 'zuid'] as const) {
    for (let year = 2000; year < 2050; year += 1) {
      const sorted = [...holidaysOf(year, region)].sort((a, b) => (a.from < b.from ? -1 : 1));
      for (const [nth, holiday] of sorted.entries()) {
        const next = sorted[nth + 1];
        if (next !== undefined)
          expect(next.from >= holiday.until, `${year} ${region} ${next.name}`).toBe(true);
      }
    }
  }
});
