import type { CivilDate } from './dates.ts';

/** How many school years back one can look. */
const yearsBack = 5;

/** The years in which a school year began that can be asked for, the newest first. */
export function yearsToAsk(today: CivilDate): readonly number[] {
  const newest = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
  return Array.from({ length: yearsBack + 1 }, (_, back) => newest - back);
}

/** «2025-2026». */
export const showSchoolYear = (year: number) => `${year}-${year + 1}`;
