/** What a plan, its steps and its priorities are sent with: one schema for form and API. */
import { z } from 'zod';
import { day, line, optionalText, text } from '../../platform/input.ts';
import { addDays } from '../../platform/pure/dates.ts';

/** A page of the document. */
export const page = () =>
  z
    .int('Vul een heel getal in, van 1 tot en met 2000.')
    .min(1, 'Vul een heel getal in, van 1 tot en met 2000.')
    .max(2000, 'Vul een heel getal in, van 1 tot en met 2000.')
    .optional();

const planFields = { name: line(120), from: day(), to: day(), pages: page() };
interface Period {
  readonly from: string;
  readonly to: string;
}
const ends = ({ from, to }: Period) => to >= from;
/** Some four years; the law asks for a new one by then. */
const lasts = ({ from, to }: Period) =>
  to < from || addDays(to, 1) <= `${Number(from.slice(0, 4)) + 5}${from.slice(4)}`;
const inOrder = { path: ['to'], message: 'De laatste dag ligt niet voor de eerste dag.' };
const notTooLong = { path: ['to'], message: 'Een plan duurt hoogstens vijf jaar.' };

export const planInput = z.strictObject(planFields).refine(ends, inOrder).refine(lasts, notTooLong);
export type PlanInput = z.infer<typeof planInput>;

export const roadInputs = {
  discuss: z.strictObject({ on: day(), with: text(300) }),
  consent: z.strictObject({ on: day() }),
  adopt: z.strictObject({ on: day() }),
  reopen: z.strictObject({ reasons: text(2_000) }),
} as const;

export const planStepInput = z.discriminatedUnion('step', [
  z
    .strictObject({ ...planFields, step: z.literal('revise') })
    .refine(ends, inOrder)
    .refine(lasts, notTooLong),
  roadInputs.discuss.extend({ step: z.literal('discuss') }),
  roadInputs.consent.extend({ step: z.literal('consent') }),
  roadInputs.adopt.extend({ step: z.literal('adopt') }),
  roadInputs.reopen.extend({ step: z.literal('reopen') }),
  z.strictObject({ step: z.literal('remove') }),
]);
export type PlanStepRequest = z.infer<typeof planStepInput>;

const priorityFields = {
  name: line(120),
  /** Left out: behind those that are there. */
  position: z
    .int('Vul een heel getal in, van 1 tot en met 99.')
    .min(1, 'Vul een heel getal in, van 1 tot en met 99.')
    .max(99, 'Vul een heel getal in, van 1 tot en met 99.')
    .optional(),
  page: page(),
  text: optionalText(10_000),
};
export const priorityFormInput = z.strictObject(priorityFields);
export type PriorityFields = z.infer<typeof priorityFormInput>;
export const priorityInput = z.strictObject({ planId: z.uuid('Kies een plan.'), ...priorityFields });

export const priorityStepInput = z.discriminatedUnion('step', [
  z.strictObject({ ...priorityFields, step: z.literal('revise') }),
  z.strictObject({ step: z.literal('remove') }),
]);
export type PriorityStepRequest = z.infer<typeof priorityStepInput>;
