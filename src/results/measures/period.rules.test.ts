import { describe, expect, it } from 'vitest';
import { quarterOf, quartersOf, schoolYear, schoolYearOf, yearBefore } from './period.rules.ts';

describe('periods', () => {
  it.each([
    ['2026-07-31', 2025, '2026-05-01'],
    ['2026-08-01', 2026, '2026-08-01'],
    ['2026-10-31', 2026, '2026-08-01'],
    ['2026-11-01', 2026, '2026-11-01'],
    ['2026-12-31', 2026, '2026-11-01'],
    ['2027-01-01', 2026, '2026-11-01'],
    ['2027-01-31', 2026, '2026-11-01'],
    ['2027-02-01', 2026, '2027-02-01'],
    ['2027-04-30', 2026, '2027-02-01'],
    ['2027-05-01', 2026, '2027-05-01'],
  ])('put %s into school year %i and the quarter of %s', (day, year, quarter) => {
    expect(schoolYearOf(day)).toBe(year);
    expect(quarterOf(day)).toBe(quarter);
  });

  it('are four quarters that fill their school year, also one with 29 February', () => {
    expect(quartersOf(2027)).toEqual([
      { from: '2027-08-01', to: '2027-10-31' },
      { from: '2027-11-01', to: '2028-01-31' },
      { from: '2028-02-01', to: '2028-04-30' },
      { from: '2028-05-01', to: '2028-07-31' },
    ]);
    expect(schoolYear(2027)).toEqual({ from: '2027-08-01', to: '2028-07-31' });
  });

  it.each([
    ['2025-08-01', '2026-07-31', '2024-08-01', '2025-07-31'],
    ['2024-11-01', '2025-01-31', '2023-11-01', '2024-01-31'],
    ['2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
    ['2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
    ['2024-02-01', '2024-02-28', '2023-02-01', '2023-02-28'],
    ['2024-02-29', '2024-03-15', '2023-02-28', '2023-03-15'],
  ])('from %s to %s were a year before from %s to %s', (from, to, first, last) => {
    expect(yearBefore({ from, to })).toEqual({ from: first, to: last });
  });
});
