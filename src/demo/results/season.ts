/** When in a school year schools ask for help: much after the summer and in January, hardly in July. */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import type { IsOpen } from '../days.ts';
import type { Chance } from './chance.ts';

/** How much is asked on a school day of each month, beside other months. */
const weights: Readonly<Record<string, number>> = {
  '08': 0.6,
  '09': 1.4,
  '10': 1.3,
  '11': 1.3,
  '12': 0.7,
  '01': 1.3,
  '02': 1,
  '03': 1.2,
  '04': 0.9,
  '05': 0.8,
  '06': 0.6,
  '07': 0.2,
};

/** The days on which so many things happen in a school year (named by its first calendar year), in order; all are school days. */
export function daysOfYear(year: number, many: number, isOpen: IsOpen, chance: Chance): readonly CivilDate[] {
  const open: (readonly [CivilDate, number])[] = [];
  for (let day: CivilDate = `${year}-08-15`; day < `${year + 1}-07-15`; day = addDays(day, 1))
    if (isOpen(day)) open.push([day, weights[day.slice(5, 7)] ?? 0]);
  const whole = open.reduce((sum, [, weight]) => sum + weight, 0);
  let passed = 0;
  let nth = 0;
  let next = chance.next();
  const days: CivilDate[] = [];
  for (const [day, weight] of open) {
    passed += weight;
    while (nth < many && (next / many) * whole <= passed) {
      days.push(day);
      nth += 1;
      next = nth + chance.next();
    }
  }
  return days;
}
