/** What comes in of the yearly question, for form and API together. */
import { z } from 'zod';
import { optionalText } from '../../../platform/input.ts';

const schoolCode = z.string().regex(/^[0-9A-Z]{6}$/, 'Vul de code van een school in, zoals 01XU00.');
const acceptedMarks = z.array(z.string().max(200)).max(50).optional();

export const yearlyInput = z.strictObject({
  grade: z.int('Kies een cijfer van 1 tot en met 10.').min(1).max(10).optional(),
  wentWell: optionalText(4_000),
  couldBeBetter: optionalText(4_000),
  nameShown: z.boolean().optional().meta({ description: 'Uw naam en school staan bij uw woorden.' }),
  acceptedMarks,
});
export type YearlyInput = z.infer<typeof yearlyInput>;

export const yearlyApiInput = z.strictObject({
  ...yearlyInput.shape,
  schoolCode,
  draft: z.boolean().optional().meta({ description: 'Bewaren zonder te versturen: alleen u leest het.' }),
});
export const yearlyChangeInput = yearlyApiInput.omit({ schoolCode: true });
