/** Where days lie on a drawing of a period. */
import { addDays, type CivilDate, daysBetween } from '../../platform/pure/dates.ts';

export interface Strip {
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
  /** In units of the drawing. */
  readonly width: number;
}

/** Begin and width of a period (`to`: its last day) as far as it lies on the strip, in tenths of a unit; undefined: it does not. */
export function spanOn(
  { from, to, width }: Strip,
  period: { readonly from: CivilDate; readonly to: CivilDate },
): { readonly x: number; readonly width: number } | undefined {
  const first = period.from > from ? period.from : from;
  const last = period.to < to ? period.to : to;
  if (last < first) return undefined;
  const day = width / (daysBetween(from, to) + 1);
  const x = tenths(daysBetween(from, first) * day);
  return { x, width: tenths((daysBetween(from, last) + 1) * day - x) };
}

/** The first day of every month on the strip. */
export function monthsOn({ from, to }: Strip): readonly CivilDate[] {
  const months: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(`${day.slice(0, 7)}-01`, 32)) {
    const first = `${day.slice(0, 7)}-01`;
    if (first >= from) months.push(first);
  }
  return months;
}

/** Short, and the same on every machine. */
const tenths = (n: number) => Number(n.toFixed(1));
