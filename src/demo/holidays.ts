/** Holidays in the rhythm of the real ones, for any school year: four of them around a day. */
import { addDays, type CivilDate, weekday } from '../platform/pure/dates.ts';

export interface Period {
  readonly name: string;
  readonly from: CivilDate;
  /** First day after it. */
  readonly until: CivilDate;
}

/** The first calendar years of the two school years before, of and after a day; a school year begins on 1 August. */
export function schoolYearsAround(day: CivilDate): readonly number[] {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0);
  return [year - 2, year - 1, year, year + 1];
}

/** The holidays of a school year. In the south the spring holiday is carnival's week. */
export function holidaysOf(year: number, region: 'midden' | 'zuid'): readonly Period[] {
  const easter = easterOf(year + 1);
  const south = region === 'zuid';
  const spring = south ? carnivalOf(year) : saturdayFrom(`${year + 1}-02-20`);
  const weeks = (name: string, from: CivilDate, n: number): Period => ({
    name,
    from,
    until: addDays(from, n * 7 + 2),
  });
  const days = (name: string, from: CivilDate, n: number): Period => ({
    name,
    from,
    until: addDays(from, n),
  });
  const may = saturdayFrom(`${year + 1}-04-22`);
  const single = [
    days('Goede Vrijdag en Pasen', addDays(easter, -2), 4),
    days('Hemelvaart', addDays(easter, 39), 2),
    days('Pinksteren', addDays(easter, 49), 2),
  ];
  const long = [
    weeks('Herfstvakantie', saturdayFrom(`${year}-10-${south ? '10' : '17'}`), 1),
    weeks('Kerstvakantie', saturdayFrom(`${year}-12-18`), 2),
    weeks('Voorjaarsvakantie', spring, 1),
    weeks('Meivakantie', may, 2),
    weeks('Zomervakantie', saturdayFrom(`${year + 1}-07-${south ? '09' : '16'}`), 6),
  ];
  const apart = single.filter(
    (day) => !long.some((other) => other.from < day.until && day.from < other.until),
  );
  return [...long, ...apart];
}

/** The Saturday with which carnival begins. */
export function carnivalOf(year: number): CivilDate {
  return addDays(easterOf(year + 1), -50);
}

function saturdayFrom(day: CivilDate): CivilDate {
  return addDays(day, (6 - weekday(day) + 7) % 7);
}

/** Easter Sunday by the rule of the Gregorian calendar (Butcher, 1876). */
function easterOf(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}
