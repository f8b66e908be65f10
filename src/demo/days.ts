/** Days and hours of the demonstration's year. */
import { addDays, type CivilDate } from '../platform/pure/dates.ts';

/** Whether the partnership's schools are open that day. */
export type IsOpen = (day: CivilDate) => boolean;

/** The first school day from then on. */
export const nextOpen = (day: CivilDate, isOpen: IsOpen): CivilDate =>
  isOpen(day) ? day : nextOpen(addDays(day, 1), isOpen);

export const momentOn = (day: CivilDate, hour: number, minutes = 0) =>
  new Date(Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`) + minutes * 60_000);
