/** Weeks as people in the Netherlands count them: from Monday, with the number of ISO 8601; and school years, from August. */
import { addDays, type CivilDate, daysBetween, weekday } from './dates.ts';

/** The Monday of the week of a day. */
export const mondayOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekday(day));

/** 1 to 53: the week with the first Thursday of a year is its first. */
export function weekNumber(day: CivilDate): number {
  const thursday = addDays(mondayOf(day), 3);
  const first = mondayOf(`${thursday.slice(0, 4)}-01-04`);
  return (daysBetween(first, mondayOf(day)) + 7) / 7;
}

/** The year in which the school year of a day began. */
export const schoolYearOf = (day: CivilDate): number =>
  Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);

/** The Mondays of every week that has a day of this school year; 53 or 54 of them. */
export function mondaysOfSchoolYear(year: number): readonly CivilDate[] {
  const first = mondayOf(`${year}-08-01`);
  const weeks = (daysBetween(first, mondayOf(`${year + 1}-07-31`)) + 7) / 7;
  return Array.from({ length: weeks }, (_, n) => addDays(first, 7 * n));
}
