/** What a pilot and its steps are sent with: one schema for form and API. */
import { z } from 'zod';
import { day, line, text } from '../../platform/input.ts';
import { decisions } from './pilot.rules.ts';
import { type MeasureCode, measureCodes } from './pilot.words.ts';

const inOrder = { path: ['endsOn'], message: 'De laatste dag ligt niet voor de eerste dag.' };

const school = z
  .strictObject({
    code: z
      .string()
      .regex(/^[0-9A-Za-z]{6}$/, 'Kies een school uit de lijst.')
      .overwrite((code) => code.toUpperCase()),
    /** Left out: from the first day of the pilot. */
    startsOn: day().optional(),
    /** The last day. */
    endsOn: day().optional(),
  })
  .refine(
    ({ startsOn, endsOn }) => startsOn === undefined || endsOn === undefined || startsOn <= endsOn,
    inOrder,
  );
const schools = z
  .array(school)
  .max(200, 'Kies hoogstens 200 scholen.')
  .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'Noem elke school één keer.')
  .optional();

const fields = {
  name: line(120),
  difference: text(10_000),
  measures: z
    .array(z.enum(measureCodes as readonly [MeasureCode, ...MeasureCode[]], 'Kies maten uit de lijst.'))
    .max(20)
    .overwrite((codes) => [...new Set(codes)])
    .optional(),
  ambitionId: z.uuid('Kies een ambitie uit de lijst.').optional(),
  startsOn: day(),
  endsOn: day().optional(),
  schools,
};
const ends = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn?: string | undefined }) =>
  endsOn === undefined || startsOn <= endsOn;

export const pilotInput = z.strictObject(fields).refine(ends, inOrder);
export type PilotInput = z.infer<typeof pilotInput>;

export const changeInput = z.strictObject({ endsOn: day().optional(), schools });
export const decideInput = z.strictObject({
  decision: z.enum(decisions, 'Maak een keuze.'),
  reasons: text(10_000),
});

export const pilotStepInput = z.discriminatedUnion('step', [
  z.strictObject({ ...fields, step: z.literal('revise') }).refine(ends, inOrder),
  z.strictObject({ step: z.literal('start') }),
  changeInput.extend({ step: z.literal('change') }),
  decideInput.extend({ step: z.literal('decide') }),
]);
export type PilotStepRequest = z.infer<typeof pilotStepInput>;
