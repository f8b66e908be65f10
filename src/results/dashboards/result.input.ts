/** What the addresses of figures may say: the same words as in the API. */
import { z } from 'zod';
import { day } from '../../platform/input.ts';
import { type CivilDate, isCivilDate } from '../../platform/pure/dates.ts';
import { dimensions, type MeasureCode } from '../measures/measure.rules.ts';
import { spanOf } from './span.rules.ts';

/** A field of a form that was left empty says nothing. */
const empty = z.literal('').transform(() => undefined);

const days = {
  period: z.string().max(10).optional(),
  from: day().optional().or(empty),
  to: day().optional().or(empty),
};

export const resultQuery = z.object({
  ...days,
  by: z.enum(dimensions).optional().or(empty),
  board: z.string().max(40).optional(),
  released: z.enum(['true']).optional().or(empty),
  page: z.coerce.number().int().min(1).max(500).optional(),
});
export type ResultQuery = z.infer<typeof resultQuery>;

/** The day and the id of the last case of the page before: what the page showed itself. */
const afterQuery = z
  .string()
  .regex(/^[\d-]{10} [\w:.-]{1,100}$/)
  .refine((text) => isCivilDate(text.slice(0, 10)))
  .transform((text) => ({ on: text.slice(0, 10), id: text.slice(11) }))
  .optional();

export const casesQuery = z.object({
  ...days,
  by: z.enum(dimensions).optional(),
  key: z.string().max(60).optional(),
  kind: z.string().max(60).optional(),
  min: z.coerce.number().optional(),
  max: z.coerce.number().optional(),
  open: z.enum(['true']).optional(),
  after: afterQuery,
});
export type CasesQuery = z.infer<typeof casesQuery>;

/** The cases an address asks for; of a running period up to today, as its figure. */
export function casesAsked(measure: MeasureCode, query: CasesQuery, today: CivilDate) {
  const { by = null, key = null, after, period, from, to, open, ...piece } = query;
  const span = spanOf({ period, from, to }, today);
  return { ...piece, open: open === 'true', measure, by, key, after, from: span.from, to: span.to };
}
