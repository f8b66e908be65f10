/** What comes in about basisondersteuning, for form and API together. */
import { z } from 'zod';
import { day, line, optionalText, text } from '../../../platform/input.ts';
import { levels } from './basic.rules.ts';

const acceptedMarks = z.array(z.string().max(200)).max(50).optional();

/** As a register has it. */
export const schoolCode = z.string().regex(/^[0-9A-Z]{6}$/, 'Vul de code van een school in, zoals 01XU00.');

const judgement = z.strictObject({
  criterion: z.int().min(1).max(10_000),
  level: z.enum(levels, 'Kies hoe het ervoor staat.'),
  words: optionalText(2_000),
});

export const judgeInput = z.strictObject({
  judgedOn: day(),
  judgements: z.array(judgement).min(1).max(50),
  acceptedMarks,
});
export type JudgeInput = z.infer<typeof judgeInput>;
export const judgeApiInput = z.strictObject({ ...judgeInput.shape, schoolCode });

/** The other side agrees, or says in words how it sees it. */
export const answerInput = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('agree') }),
  z.strictObject({ step: z.literal('answer'), words: text(4_000), acceptedMarks }),
]);
export type AnswerInput = z.infer<typeof answerInput>;

/** The same as one form with two buttons. */
export const answerFormInput = z.strictObject({ words: optionalText(4_000), acceptedMarks });

export const criterionInput = z.strictObject({
  name: line(200),
  explanation: optionalText(2_000),
  source: text(500),
  ended: z.boolean().optional(),
});
export type CriterionInput = z.infer<typeof criterionInput>;
