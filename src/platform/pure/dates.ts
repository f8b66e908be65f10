/**
 * Days and moments as people in the Netherlands mean them. A day is a civil date, text `YYYY-MM-DD`, never an instant:
 * so no server's time zone can shift a birthday or a deadline. Only `dayOf`, `showMoment` and `parseMoment` know clocks,
 * and they know one: Amsterdam's.
 */

/** A day on the calendar, `YYYY-MM-DD`. */
export type CivilDate = string;

/** 1 = Monday ... 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What a wall-clock time in a form turns out to be: one instant, two (clocks go back), or none (clocks go forward). */
export type Moment =
  | { readonly kind: 'moment'; readonly instant: string }
  | { readonly kind: 'twice'; readonly earlier: string; readonly later: string }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unreadable' };

const AMSTERDAM = 'Europe/Amsterdam';
const DAY_MS = 86_400_000;
const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;
const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** Whether the text is a day that exists: `2026-02-29` is not. Years 1000 to 9999. */
export function isCivilDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const number = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(number) && textOf(number / DAY_MS) === text;
}

/** The day `n` days later; earlier when negative. Throws a RangeError when `day` is not a civil date. */
export function addDays(day: CivilDate, n: number): CivilDate {
  return textOf(numberOf(day) + n);
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return numberOf(to) - numberOf(from);
}

/** The day of the week, 1 = Monday ... 7 = Sunday. */
export function weekday(day: CivilDate): Weekday {
  // Day 0, 1 January 1970, was a Thursday.
  const number = (((numberOf(day) + 3) % 7) + 7) % 7;
  return (number + 1) as Weekday;
}

/** The day on which an instant (ISO text or milliseconds since 1970) falls for people in the zone. */
export function dayOf(instant: string | number, zone: string = AMSTERDAM): CivilDate {
  return wallClock(milliseconds(instant), zone).slice(0, 10);
}

/** «22 november 2026» */
export function showDate(day: CivilDate): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${month} ${year}`;
}

/** «nov 26», under a point of a line */
export function showShortMonth(day: CivilDate): string {
  const { year, month } = partsOf(day);
  return `${month === 'maart' ? 'mrt' : month.slice(0, 3)} ${year.slice(2)}`;
}

/** «3-11-26», under a point of a drawing */
export function showShortDay(day: CivilDate): string {
  return `${Number(day.slice(8))}-${Number(day.slice(5, 7))}-${day.slice(2, 4)}`;
}

/** «zondag 22 november» */
export function showDay(day: CivilDate): string {
  const { month, date } = partsOf(day);
  return `${WEEKDAYS[weekday(day) - 1]} ${date} ${month}`;
}

/** «22 november 2026 om 14:03», on Amsterdam's clocks. */
export function showMoment(instant: string | number): string {
  const wall = wallClock(milliseconds(instant), AMSTERDAM);
  return `${showDate(wall.slice(0, 10))} om ${wall.slice(11)}`;
}

/**
 * «12 tot en met 16 november 2026»: what is the same is said once. `last` is the last day itself (not the first day
 * after, as in the database); null is a period without an end: «vanaf 12 november 2026».
 */
export function showPeriod(first: CivilDate, last: CivilDate | null): string {
  if (last === null) return `vanaf ${showDate(first)}`;
  if (first === last) return showDate(first);
  const from = partsOf(first);
  const to = partsOf(last);
  if (from.year !== to.year) return `${showDate(first)} tot en met ${showDate(last)}`;
  if (from.month !== to.month) return `${from.date} ${from.month} tot en met ${showDate(last)}`;
  return `${from.date} tot en met ${showDate(last)}`;
}

/**
 * Reads the wall-clock time of a form field (`2026-11-22T14:00`, seconds allowed and dropped) as Amsterdam's.
 * `twice`: clocks went back and the time came twice. `skipped`: clocks went forward and it never came.
 */
export function parseMoment(text: string): Moment {
  const wall = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?$/.exec(text);
  const [, day, time] = wall ?? [];
  if (day === undefined || time === undefined || !isCivilDate(day)) return { kind: 'unreadable' };
  // The days beside it are looked at too, and a year has four digits.
  if (day < '1000-01-03' || day > '9999-12-29') return { kind: 'unreadable' };
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const offsets = new Set([offsetAt(asIfUtc - DAY_MS), offsetAt(asIfUtc + DAY_MS)]);
  const instants = [...offsets]
    .map((offset) => asIfUtc - offset)
    .filter((instant) => wallClock(instant, AMSTERDAM) === `${day}T${time}`)
    .sort((a, b) => a - b)
    .map((instant) => new Date(instant).toISOString());
  const [earlier, later] = instants;
  if (earlier === undefined) return { kind: 'skipped' };
  return later === undefined ? { kind: 'moment', instant: earlier } : { kind: 'twice', earlier, later };
}

function partsOf(day: CivilDate): { readonly year: string; readonly month: string; readonly date: number } {
  numberOf(day);
  return {
    year: day.slice(0, 4),
    month: MONTHS[Number(day.slice(5, 7)) - 1] ?? '',
    date: Number(day.slice(8, 10)),
  };
}

/** Days since 1 January 1970. */
function numberOf(day: CivilDate): number {
  if (!isCivilDate(day)) throw new RangeError(`Not a civil date: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function textOf(number: number): CivilDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

function milliseconds(instant: string | number): number {
  if (typeof instant === 'number') return instant;
  // Without a zone the text would be read in the server's own one.
  if (!/(?:Z|[+-]\d{2}:?\d{2})$/.test(instant)) throw new RangeError(`Not an instant: ${instant}`);
  return Date.parse(instant);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DDTHH:MM` as the clocks of the zone show it. */
function wallClock(instant: number, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  const parts = format.formatToParts(instant).map(({ type, value }) => [type, value]);
  const { year, month, day, hour, minute }: Record<string, string> = Object.fromEntries(parts);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

function offsetAt(instant: number): number {
  return Date.parse(`${wallClock(instant, AMSTERDAM)}:00Z`) - instant;
}
