/** When the yearly question is open. The database has the same in `yearly_days` (migrations/0062). */
import { addDays, type CivilDate } from '../../../platform/pure/dates.ts';
import { schoolYearOf } from '../../measures/period.rules.ts';

/** First and last month of the year, 1 to 12: in one school year, which begins in August. */
export interface Months {
  readonly from: number;
  readonly to: number;
}

export interface Days {
  readonly opens: CivilDate;
  /** The last day. */
  readonly lastDay: CivilDate;
}

/** Months in the order of a school year. */
export const monthsOfYear = [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7] as const;

/** Whether the question closes in the school year in which it opens. */
export const inOrder = ({ from, to }: Months): boolean => placeOf(from) <= placeOf(to);
const placeOf = (month: number) => (month + 4) % 12;

/** The days on which the question about a school year is open; the year is that in which it begins. */
export function daysOf({ from, to }: Months, year: number): Days {
  const first = (month: number) => `${month < 8 ? year + 1 : year}-${String(month).padStart(2, '0')}-01`;
  return {
    opens: first(from),
    lastDay: addDays(to === 7 ? `${year + 1}-08-01` : first((to % 12) + 1), -1),
  };
}

export function isOpenOn(months: Months, day: CivilDate): boolean {
  const { opens, lastDay } = daysOf(months, schoolYearOf(day));
  return opens <= day && day <= lastDay;
}
