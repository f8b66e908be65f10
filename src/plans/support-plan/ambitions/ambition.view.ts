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

const many = z.int();
/** What was done for it, as far as its reader reads the rows. */
export const coverageShape = z.object({
  readings: z.array(
    z.object({
      id: z.uuid(),
      on: z.iso.date(),
      value: z.number(),
      note: z.string().nullable(),
      by: z.string(),
    }),
  ),
  questions: many,
  openQuestions: many,
  goals: many,
  visits: z.object({ count: many, minutes: many, schools: many }),
  stationings: z.object({ count: many, dagdelen: z.number() }),
  pilots: z.array(named),
  posts: z.array(z.object({ title: z.string(), address: z.string(), publishedAt: z.iso.datetime() })),
  schools: many,
});

export const coveredShape = ambitionShape.extend({ coverage: coverageShape });
