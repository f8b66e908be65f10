/**
 * The periods figures are made of: school years (1 August up to and including 31 July) and their quarters. A quarter is named by its
 * first day, a school year by the year it begins in.
 */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';

/** Both days belong to it. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The months in which quarters begin, in the order of a school year. */
const begins = ['08', '11', '02', '05'] as const;

/** The year in which the school year of a day begins: 2026 for 1 August 2026, 2025 for the day before. */
export const schoolYearOf = (day: CivilDate): number =>
  Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0);

export const schoolYear = (year: number): Period => ({ from: `${year}-08-01`, to: `${year + 1}-07-31` });

/** The four quarters of a school year, the first first. */
export function quartersOf(year: number): readonly Period[] {
  const first = begins.map((month, nth) => `${nth < 2 ? year : year + 1}-${month}-01`);
  return first.map((from, nth) => ({ from, to: addDays(first[nth + 1] ?? `${year + 1}-08-01`, -1) }));
}

/** The first day of the quarter of a day. */
export function quarterOf(day: CivilDate): CivilDate {
  const begun = quartersOf(schoolYearOf(day)).filter(({ from }) => from <= day);
  return begun.map(({ from }) => from).at(-1) ?? day;
}

/** The same days a year before. What ends with February does so then too; 29 February itself has none: the day before it. */
export function yearBefore({ from, to }: Period): Period {
  const before = (day: CivilDate) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  const [first, end] = [before(from), before(addDays(to, 1))];
  return {
    from: first.endsWith('-02-29') ? `${first.slice(0, 8)}28` : first,
    to: end.endsWith('-02-29') ? `${end.slice(0, 8)}28` : addDays(end, -1),
  };
}
