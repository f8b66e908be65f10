/** The days a figure is asked of, and the same days a year before. */
import { addDays, type CivilDate, isCivilDate, showPeriod } from '../../platform/pure/dates.ts';
import { showSchoolYear, yearsToAsk } from '../../platform/pure/school-years.ts';
import type { MeasureCode } from '../measures/measure.rules.ts';
import {
  type Period,
  quarterOf,
  quartersOf,
  schoolYear,
  schoolYearOf,
  yearBefore,
} from '../measures/period.rules.ts';
import { daysToWait } from '../releases/due.rules.ts';

export interface PeriodAsked {
  /** Name of a period: `2026` is the school year that begins then, `2026-11-01` the quarter. */
  readonly period?: string | undefined;
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

export interface Span extends Period {
  /** The same days a year before. */
  readonly before: Period;
}

/** What can be chosen from a list. */
export interface NamedPeriod extends Period {
  readonly name: string;
  readonly label: string;
}

/** School years and, of the latest two, their quarters; the newest first. What has not begun is left out. */
export function namedPeriods(today: CivilDate): readonly NamedPeriod[] {
  return yearsToAsk(today).flatMap((year, nth) => [
    { ...schoolYear(year), name: `${year}`, label: nameOf(schoolYear(year)) },
    ...(nth > 1 ? [] : quartersOf(year))
      .filter(({ from }) => from <= today)
      .toReversed()
      .map((quarter) => ({ ...quarter, name: quarter.from, label: nameOf(quarter) })),
  ]);
}

/** «schooljaar 2025-2026», or its days. */
export function nameOf(period: Period): string {
  const year = schoolYearOf(period.from);
  const whole = schoolYear(year);
  return whole.from === period.from && whole.to === period.to
    ? `schooljaar ${showSchoolYear(year)}`
    : showPeriod(period.from, period.to);
}

/**
 * The days asked for: a named period before free days before this school year. What has not come yet is cut off, so that the year before
 * is compared over the same days. Both days belong to it. Days the wrong way round are turned; more than six school years are cut off.
 */
export function spanOf({ period = '', from, to }: PeriodAsked, today: CivilDate): Span {
  const named = periodNamed(period);
  const year = schoolYear(schoolYearOf(from ?? to ?? today));
  const asked = named ?? inOrder(from ?? year.from, to ?? year.to);
  const now = { from: asked.from, to: asked.from <= today && today < asked.to ? today : asked.to };
  return { ...now, before: yearBefore(now) };
}

/** So many school years before the last: more is an export of everything. */
const yearsBack = 5;

function inOrder(one: CivilDate, other: CivilDate): Period {
  const [from, to] = one <= other ? [one, other] : [other, one];
  const first = schoolYear(schoolYearOf(to) - yearsBack).from;
  return first < from ? { from, to } : { from: first, to };
}

/** Days were asked for that are more than six school years back. */
export function isCutOff({ period = '', from, to }: PeriodAsked, span: Period): boolean {
  return periodNamed(period) === undefined && [from, to].some((day) => day !== undefined && day < span.from);
}

/** Of more than a year, the year before is for a great part the same days: it says nothing beside them. */
export const coversItsPast = ({ from, before }: Span): boolean => before.to >= from;

/** Contracts are laid beside planned work week by week: of more days than these nobody asks the database (`capacity_facts`). */
const mostDaysOfContracts = 400;

export const isTooLong = (code: MeasureCode, { from, to }: Period): boolean =>
  code === 'capacity_use' && to >= addDays(from, mostDaysOfContracts);

function periodNamed(name: string): Period | undefined {
  if (/^[12]\d{3}$/.test(name)) return schoolYear(Number(name));
  if (!isCivilDate(name)) return undefined;
  return quartersOf(schoolYearOf(name)).find(({ from }) => from === name);
}

/** Three school years up to and including the one of a period: of fewer quarters nothing can be seen. */
export const quartersUntil = ({ to }: Period): Period => ({
  from: schoolYear(schoolYearOf(to) - 2).from,
  to,
});

/** The last day of the latest quarter that was over on a day. */
export const endOfQuarters = (day: CivilDate): CivilDate => addDays(quarterOf(addDays(day, 1)), -1);

/** The latest school year that was released by now, if there was anything to release. */
export function latestReleasedYear(today: CivilDate): Period {
  return schoolYear(schoolYearOf(addDays(today, -daysToWait - 1)) - 1);
}

/** The named period these days are; one that runs on was cut off at today. */
export const nameIn = (
  periods: readonly NamedPeriod[],
  { from, to }: Period,
  today: CivilDate,
): NamedPeriod | undefined =>
  periods.find((one) => one.from === from && (one.to === to || (to === today && today < one.to)));
