/** Days under a drawing: as far apart as they are, with beginnings of months for names. */
import { type CivilDate, daysBetween, showShortDay, showShortMonth } from '../../pure/dates.ts';

/** Percentages. */
interface DayLine {
  readonly places: readonly number[];
  /** Where the piece of each day begins, and where that of the last ends. */
  readonly edges: readonly number[];
  readonly names: readonly { readonly at: number; readonly label: string }[];
}

/** At both ends: a point there is drawn whole. */
const room = 5;

/** Months between names; the least that leaves no more than fit. */
const steps = [1, 3, 6, 12, 24] as const;
const mostNames = 8;

/** Of days in their order, at least two. */
export function lineOfDays(days: readonly CivilDate[]): DayLine {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const whole = Math.max(1, daysBetween(first, last));
  const placeOf = (day: CivilDate) =>
    Number((room + (daysBetween(first, day) / whole) * (100 - 2 * room)).toFixed(2));
  const places = days.map(placeOf);
  const between = places.slice(1).map((place, nth) => Number(((place + (places[nth] ?? 0)) / 2).toFixed(2)));
  const months = monthsIn(first, last);
  const names =
    months.length > 1
      ? months.map((day) => ({ at: placeOf(day), label: showShortMonth(day) }))
      : [first, last].map((day) => ({ at: placeOf(day), label: showShortDay(day) }));
  return { places, edges: [0, ...between, 100], names };
}

/** First days of months from first to last, at even distances. */
function monthsIn(first: CivilDate, last: CivilDate): readonly CivilDate[] {
  const [from, to] = [monthOf(first), monthOf(last)];
  const all = Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  const kept = (step: number) =>
    all
      .filter((month) => month % step === 0)
      .map(firstOf)
      .filter((day) => day >= first);
  const step = steps.find((one) => kept(one).length <= mostNames) ?? 24;
  return kept(step);
}

/** Counted from the year nought. */
const monthOf = (day: CivilDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOf = (month: number): CivilDate =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
