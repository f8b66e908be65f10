import { describe, expect, test } from 'vitest';
import { mondayOf, mondaysOfSchoolYear, schoolYearOf, weekNumber } from './weeks.ts';

describe('a week', () => {
  test.each([
    ['2026-03-29', '2026-03-23', 13], // the Sunday on which clocks go forward
    ['2026-03-30', '2026-03-30', 14],
    ['2026-10-25', '2026-10-19', 43], // clocks go back
    ['2026-10-26', '2026-10-26', 44],
    ['2026-12-31', '2026-12-28', 53], // 2026 has 53 weeks
    ['2027-01-03', '2026-12-28', 53],
    ['2027-01-04', '2027-01-04', 1],
    ['2025-12-29', '2025-12-29', 1], // still December, already the first week of 2026
    ['2024-02-29', '2024-02-26', 9],
  ])('of %s begins on %s and has number %i', (day, monday, number) => {
    expect([mondayOf(day), weekNumber(day)]).toEqual([monday, number]);
  });
});

describe('a school year', () => {
  test.each([
    ['2026-07-31', 2025],
    ['2026-08-01', 2026],
    ['2027-01-01', 2026],
  ])('%s belongs to that of %i', (day, year) => {
    expect(schoolYearOf(day)).toBe(year);
  });

  test('has every week that touches it', () => {
    // 1 August 2026 is a Saturday, 31 July 2027 too.
    const mondays = mondaysOfSchoolYear(2026);
    expect([mondays.length, mondays[0], mondays.at(-1)]).toEqual([53, '2026-07-27', '2027-07-26']);
    // 1 August 2027 is a Sunday; 31 July 2028 a Monday.
    const leap = mondaysOfSchoolYear(2027);
    expect([leap.length, leap[0], leap.at(-1)]).toEqual([54, '2027-07-26', '2028-07-31']);
  });
});
