/** What a practice note and its steps are sent with: one schema for form and API. */
import { z } from 'zod';
import { id, optionalText, text } from '../../platform/input.ts';

const acceptedMarks = z.array(z.string().max(200)).max(100).optional();

const fields = {
  title: text(200),
  situation: text(5_000),
  approach: text(10_000),
  result: optionalText(5_000),
  expertise: z
    .array(z.string().regex(/^[a-z0-9_]{2,40}$/, 'Kies een expertise uit de lijst.'))
    .max(10, 'Kies hoogstens tien soorten expertise.')
    .overwrite((codes) => [...new Set(codes)])
    .optional(),
};

export const noteInput = z.object({
  ...fields,
  /** The answered question that it was learnt from. */
  questionId: id().optional(),
});
export type NoteInput = z.infer<typeof noteInput>;

export const reviseInput = z.object(fields);
export const handInInput = z.object({ acceptedMarks });
export const sendBackInput = z.object({ text: text(2_000), acceptedMarks });
export const withdrawInput = z.object({ reason: text(2_000), acceptedMarks });
export const useInput = z.object({ questionId: id().optional() });

export const practiceStepInput = z.discriminatedUnion('step', [
  reviseInput.extend({ step: z.literal('revise') }),
  handInInput.extend({ step: z.literal('hand_in') }),
  z.object({ step: z.literal('approve') }),
  sendBackInput.extend({ step: z.literal('send_back') }),
  withdrawInput.extend({ step: z.literal('withdraw') }),
  useInput.extend({ step: z.literal('use') }),
]);
export type PracticeStepRequest = z.infer<typeof practiceStepInput>;
