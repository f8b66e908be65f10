/** What an ambition of a plan and its steps are sent with: one schema for form and API. */
import { z } from 'zod';
import { day, line, optionalText, text } from '../../../platform/input.ts';
import { type MeasureCode, measureCodes } from '../../../results/index.ts';
import { page } from '../support-plan.input.ts';

const size = 'Vul een getal in, zoals 12 of 7,5.';
const value = () =>
  z
    .number(size)
    .min(-1_000_000_000, size)
    .max(1_000_000_000, size)
    .refine(
      (n) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6,
      'Gebruik hoogstens twee cijfers achter de komma.',
    );

const fields = {
  name: line(200),
  page: page(),
  text: optionalText(4_000),
  indicator: optionalText(300),
  /** What it is told in, such as «scholen»; a measure has one of its own. */
  unit: optionalText(40),
  measure: z
    .enum(measureCodes as readonly [MeasureCode, ...MeasureCode[]], 'Kies een maat uit de lijst.')
    .optional(),
  startValue: value().optional(),
  targetValue: value().optional(),
  targetOn: day().optional(),
  ownerId: z.uuid('Kies iemand uit de lijst.').optional(),
};

export const ambitionFormInput = z.strictObject(fields);
export type AmbitionFields = z.infer<typeof ambitionFormInput>;
export const ambitionInput = z.strictObject({ priorityId: z.uuid('Kies een speerpunt.'), ...fields });

/** Of an adopted plan: all of it as it is from now on, and why. */
export const changeInput = z.strictObject({
  ...fields,
  /** Its last day; left out: that of the plan, or what it was. */
  to: day().optional(),
  reasons: text(2_000),
});

export const readingInput = z.strictObject({ on: day(), value: value(), note: optionalText(1_000) });

export const ambitionStepInput = z.discriminatedUnion('step', [
  z.strictObject({ ...fields, step: z.literal('revise') }),
  z.strictObject({ step: z.literal('remove') }),
  changeInput.extend({ step: z.literal('change') }),
  readingInput.extend({ step: z.literal('read') }),
]);
export type AmbitionStepRequest = z.infer<typeof ambitionStepInput>;
