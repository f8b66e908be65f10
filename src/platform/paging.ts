import { z } from 'zod';
import { decodeCursor } from './pure/cursor.ts';
import { isCivilDate } from './pure/dates.ts';

/** Items on a page: 50 unless asked otherwise, at most 200. */
export const limitQuery = z.coerce.number().int().min(1).max(200).default(50);

/** `?count=true` asks how many there are in all; nothing else asks it. */
export const countQuery = z.enum(['true', 'false']).optional();

/** Counting goes no further: a larger total would cost more than it tells. */
export const mostCounted = 500;

/** How many there are in all, as `count` of a list. */
export const countAnswer = z.union([z.int(), z.literal('500+')]).optional();

/** What `count` says when so many were found with the limit `mostCounted`, one more being «more than that». */
export function cappedCount(found: number): number | '500+' {
  return found > mostCounted ? '500+' : found;
}

/** Where the last page ended, as its answer's `next` gave it; for a list by name. */
export const cursorQuery = cursorBy(() => true);

/** The same for a list by day. */
export const dayCursorQuery = cursorBy(isCivilDate);

/** The same for a list by moment, as PostgreSQL writes one. */
export const momentCursorQuery = cursorBy(
  (key) =>
    isCivilDate(key.slice(0, 10)) &&
    /^T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?(Z|\+00:00)$/.test(key.slice(10)),
);

/** The key is compared with a column of its kind: what is not of that kind is no place in that list. */
function cursorBy(isKey: (key: string) => boolean) {
  return z
    .string()
    .max(500)
    .transform((text, context) => {
      const cursor = decodeCursor(text);
      if (cursor !== undefined && isKey(cursor.key)) return cursor;
      context.addIssue({ code: 'custom', message: 'Deze bladwijzer kennen wij niet.' });
      return z.NEVER;
    })
    .optional();
}
