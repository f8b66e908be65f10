/** What plans and their changes are sent with: one schema for form and API. */
import { z } from 'zod';
import { day, text } from '../../platform/input.ts';
import { weekday } from '../../platform/pure/dates.ts';
import { askedInput } from './asked.input.ts';

const schoolCode = z
  .string()
  .regex(/^[0-9A-Za-z]{6}$/, 'Kies een school uit de lijst.')
  .overwrite((code) => code.toUpperCase());
const specialistId = z.uuid('Kies een specialist uit de lijst.');
const whole = (least: number, most: number) => {
  const words = `Vul een heel getal in, van ${least} tot en met ${most}.`;
  return z.int(words).min(least, words).max(most, words);
};

/** `{}` plans everything that is open, from next Monday, with the partnership's own weights. */
export const planInput = z.strictObject({
  name: text(120).optional(),
  startsOn: day()
    .refine((on) => weekday(on) === 1, 'Kies een maandag.')
    .optional(),
  weeks: whole(4, 45).optional(),
  /** How long the planner may work. */
  seconds: whole(1, 60).optional(),
  /** Instead of seconds: the same plan each time, on every machine. */
  rounds: whole(1, 1_000_000).optional(),
  seed: whole(1, 1_000_000).optional(),
  /** The plan to go on from, or to compare with: whatever changes has a price. */
  basedOnId: z.uuid('Kies een plan uit de lijst.').optional(),
  /** What would be otherwise: specialists, weights, hard rules. */
  asked: askedInput.optional(),
});
export type PlanInput = z.infer<typeof planInput>;

/** Holds something fast, rules it out, or lets it free again. */
export const markInput = z.strictObject({
  kind: z.enum(['pin', 'forbid', 'free'], 'Kies vastzetten, uitsluiten of vrijlaten.'),
  specialistId,
  schoolCode,
  /** A question or an expected need; left out: the stationing itself. */
  demandId: z.uuid().optional(),
});
export type MarkInput = z.infer<typeof markInput>;

const dagdelenWords = 'Vul hele of halve dagdelen in, boven 0 en tot en met 12.';
export const changeInput = z.discriminatedUnion('kind', [
  /** Somebody takes a question. */
  z.strictObject({ kind: z.literal('assign'), demandId: z.uuid(), specialistId }),
  /** Nobody does. */
  z.strictObject({ kind: z.literal('unassign'), demandId: z.uuid() }),
  /** Somebody is at a school for so many dagdelen a week. */
  z.strictObject({
    kind: z.literal('station'),
    specialistId,
    schoolCode,
    dagdelen: z
      .number(dagdelenWords)
      .positive(dagdelenWords)
      .max(12, dagdelenWords)
      .multipleOf(0.5, dagdelenWords),
  }),
  z.strictObject({ kind: z.literal('unstation'), specialistId, schoolCode }),
]);
export type ChangeInput = z.infer<typeof changeInput>;

export const publishInput = z.strictObject({
  /** Leaves out what does not fit any more, instead of refusing. */
  leaveOut: z.boolean().optional(),
});

export const nothing = z.strictObject({});
