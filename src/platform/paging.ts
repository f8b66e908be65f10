import { z } from 'zod';
import { decodeCursor } from './pure/cursor.ts';

/** Items on a page: 50 unless asked otherwise, at most 200. */
export const limitQuery = z.coerce.number().int().min(1).max(200).default(50);

/** Where the last page ended, as its answer's `next` gave it. */
export const cursorQuery = z
  .string()
  .max(500)
  .transform((text, context) => {
    const cursor = decodeCursor(text);
    if (cursor === undefined)
      context.addIssue({ code: 'custom', message: 'Deze bladwijzer kennen wij niet.' });
    return cursor ?? z.NEVER;
  })
  .optional();
