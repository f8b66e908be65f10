/**
 * What a school day is. Terms such as «tien schooldagen» count in these. A school day is a Monday to Friday outside the
 * holidays; of the entries for one day the nearest decides: the school's over its board's over the partnership's, and
 * within one of these «open» over «free», for an opening is always the exception. No entry makes a Saturday a school day.
 * The database says the same in `is_school_day`.
 */

import { addDays, type CivilDate, daysBetween, weekday } from '../platform/pure/dates.ts';

type HolidayScope = 'tenant' | 'board' | 'school';

/** `free`: no school. `open`: school all the same, although a wider entry says free. */
export type HolidayKind = 'free' | 'open';

/** `from` and `to` both belong to the holiday. `boardId` or `schoolId` is set when the scope is that. */
export interface Holiday {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly scope: HolidayScope;
  readonly boardId: string | null;
  readonly schoolId: string | null;
  readonly kind: HolidayKind;
}

/** The weekdays on which one school is closed, in order. */
export interface SchoolCalendar {
  readonly closed: readonly CivilDate[];
  readonly isClosed: ReadonlySet<CivilDate>;
}

const NEARNESS = { tenant: 0, board: 1, school: 2 } as const satisfies Record<HolidayScope, number>;
const STRENGTH = { free: 0, open: 1 } as const satisfies Record<HolidayKind, number>;

/** The calendar of one school. Entries of other schools and boards are left out. */
export function calendarFor(
  holidays: readonly Holiday[],
  school: { readonly schoolId: string; readonly boardId: string | null },
): SchoolCalendar {
  const deciding = new Map<CivilDate, Holiday>();
  for (const holiday of holidays.filter((entry) => concerns(entry, school))) {
    for (let day = holiday.from; day <= holiday.to; day = addDays(day, 1)) {
      const other = deciding.get(day);
      if (other === undefined || weight(holiday) > weight(other)) deciding.set(day, holiday);
    }
  }
  const closed = [...deciding]
    .filter(([day, { kind }]) => kind === 'free' && weekday(day) <= 5)
    .map(([day]) => day)
    .sort();
  return { closed, isClosed: new Set(closed) };
}

export function isSchoolDay(calendar: SchoolCalendar, day: CivilDate): boolean {
  return weekday(day) <= 5 && !calendar.isClosed.has(day);
}

/**
 * The n-th school day after `from`, which itself does not count; with n = 0 `from` itself, school day or not.
 * Throws a RangeError when n is not a whole number from 0.
 */
export function addSchoolDays(calendar: SchoolCalendar, from: CivilDate, n: number): CivilDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of school days: ${n}`);
  let day = from;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (isSchoolDay(calendar, day)) left -= 1;
  }
  return day;
}

/** How many school days lie after `from` up to and including `to`; 0 when `to` is not after `from`. */
export function schoolDaysBetween(calendar: SchoolCalendar, from: CivilDate, to: CivilDate): number {
  if (to <= from) return 0;
  const closed = closedUpTo(calendar, to) - closedUpTo(calendar, from);
  return weekdaysBetween(from, to) - closed;
}

function concerns(
  holiday: Holiday,
  school: { readonly schoolId: string; readonly boardId: string | null },
): boolean {
  if (holiday.scope === 'tenant') return true;
  if (holiday.scope === 'school') return holiday.schoolId === school.schoolId;
  return holiday.boardId !== null && holiday.boardId === school.boardId;
}

function weight(holiday: Holiday): number {
  return NEARNESS[holiday.scope] * 2 + STRENGTH[holiday.kind];
}

/** Mondays to Fridays after `from` up to and including `to`. */
function weekdaysBetween(from: CivilDate, to: CivilDate): number {
  const days = daysBetween(from, to);
  const rest = days % 7;
  let count = ((days - rest) / 7) * 5;
  const start = weekday(from);
  for (let step = 1; step <= rest; step += 1) {
    if ((start + step - 1) % 7 < 5) count += 1;
  }
  return count;
}

/** How many closed weekdays lie up to and including `day`: a binary search. */
function closedUpTo({ closed }: SchoolCalendar, day: CivilDate): number {
  let low = 0;
  let high = closed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((closed[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
