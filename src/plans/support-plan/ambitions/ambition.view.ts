/** An ambition as the API shows it. */
import { z } from 'zod';

const named = z.object({ id: z.uuid(), name: z.string() });

export const ambitionFields = {
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  weight: z.int(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  draft: z.boolean(),
  page: z.int().nullable(),
  text: z.string().nullable(),
  indicator: z.string().nullable(),
  unit: z.string().nullable(),
  measure: z.string().nullable(),
  startValue: z.number().nullable(),
  targetValue: z.number().nullable(),
  targetOn: z.iso.date().nullable(),
  owner: named.nullable(),
  latest: z.object({ on: z.iso.date(), value: z.number() }).nullable(),
} as const;

/** With where it stands. */
export const ambitionShape = z
  .object({ ...ambitionFields, priority: named.nullable(), plan: named.loose().nullable() })
  .loose();
