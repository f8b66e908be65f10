/** Which periods are released today, and in which order. */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { type Measure, type MeasureCode, measures } from '../measures/measure.rules.ts';
import { type Period, quartersOf, schoolYear, schoolYearOf } from '../measures/period.rules.ts';
import type { Span } from './cell.rules.ts';

/** So many days after its end a period is released: by then what happened in it is written down. */
export const daysToWait = 14;
/** A partnership that begins today gets releases of at most so many school years before this one. */
const yearsBack = 2;

export interface Due {
  readonly span: Span;
  readonly period: Period;
  readonly measures: readonly Measure[];
}

/**
 * The releases to be made, oldest first, and quarters before their year: what they hid, the year cannot tell.
 * @param since the day of the first case there is; null: there is none yet
 * @param made what was released already
 */
export function dueOn(
  today: CivilDate,
  since: CivilDate | null,
  made: (code: MeasureCode, span: Span, from: CivilDate) => boolean,
): readonly Due[] {
  if (since === null) return [];
  const last = schoolYearOf(today);
  const years = Array.from({ length: yearsBack + 1 }, (_, nth) => last - yearsBack + nth);
  return years
    .flatMap((year): readonly Due[] => [
      ...quartersOf(year).map((period) => ({
        span: 'quarter' as const,
        period,
        measures: measures.filter(({ releasedPer }) => releasedPer === 'quarter'),
      })),
      { span: 'year', period: schoolYear(year), measures },
    ])
    .filter(({ period }) => period.to >= since && addDays(period.to, 1 + daysToWait) <= today)
    .map((due) => ({
      ...due,
      measures: due.measures.filter(({ code }) => !made(code, due.span, due.period.from)),
    }))
    .filter((due) => due.measures.length > 0);
}
