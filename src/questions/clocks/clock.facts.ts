/** From a school's holidays to the days its clocks count. */
import { calendarFor, type Holiday, isSchoolDay, schoolDaysBetween } from '../../registers/index.ts';
import type { SchoolDays } from './clock.rules.ts';

/** The school days of one school; make them once per school, not per question. */
export function schoolDaysOf(
  holidays: readonly Holiday[],
  school: { readonly schoolId: string; readonly boardId: string | null },
): SchoolDays {
  const calendar = calendarFor(holidays, school);
  return {
    isOpen: (day) => isSchoolDay(calendar, day),
    between: (from, to) => schoolDaysBetween(calendar, from, to),
  };
}
