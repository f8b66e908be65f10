/** What a visit is sent with: the schemas of the API, and the form that a thumb can fill in. */
import { z } from 'zod';
import { day, optionalText } from '../../platform/input.ts';
import { minutesLeft, participantRoles, visitKinds } from './visit.rules.ts';
import { faultWords, leftWords } from './visit.words.ts';

const schoolCode = z
  .string()
  .regex(/^[0-9A-Za-z]{6}$/, faultWords.schoolsKnown)
  .overwrite((code) => code.toUpperCase());

const between = (least: number, most: number) => {
  const words = `Vul hele minuten in, van ${least} tot en met ${most}.`;
  return z.int(words).min(least, words).max(most, words);
};
export const visitMinutes = between(5, 720);
const heads = () => {
  const words = 'Vul een aantal in, van 1 tot en met 500.';
  return z.int(words).min(1, words).max(500, words);
};

const share = z
  .strictObject({
    minutes: between(1, 720),
    goalId: z.uuid().optional(),
    supportQuestionId: z.uuid().optional(),
    ambitionId: z.uuid().optional(),
    preventive: z.literal(true).optional(),
    /** Of work for no question at more schools: for which. */
    schoolCode: schoolCode.optional(),
  })
  .refine(
    ({ goalId, supportQuestionId, ambitionId, preventive }) =>
      [goalId, supportQuestionId, ambitionId, preventive].filter((one) => one !== undefined).length === 1,
    'Noem één doel, één vraag, één ambitie, of preventief werk.',
  );

export const visitInput = z
  .strictObject({
    specialistId: z.uuid().optional(),
    schools: z
      .array(schoolCode, 'Kies een school.')
      .min(1, 'Kies een school.')
      .max(20, 'Kies hoogstens 20 scholen.')
      .overwrite((codes) => [...new Set(codes)]),
    date: day(),
    minutes: visitMinutes,
    travelMinutes: between(0, 720).optional(),
    preparationMinutes: between(0, 1440).optional(),
    kind: z.enum(visitKinds, 'Kies wat u deed.'),
    participants: z
      .array(z.strictObject({ role: z.enum(participantRoles), number: heads() }))
      .max(participantRoles.length)
      .refine(
        (all) => new Set(all.map(({ role }) => role)).size === all.length,
        'Noem iedere rol hoogstens één keer.',
      )
      .optional(),
    split: z
      .array(share, 'Kies waaraan u werkte.')
      .min(1, 'Kies waaraan u werkte.')
      .max(40, 'Verdeel over hoogstens 40.'),
  })
  .superRefine(({ minutes, split }, context) => {
    const left = minutesLeft(minutes, split);
    if (left !== 0 && split.length > 0)
      context.addIssue({ code: 'custom', path: ['split'], message: leftWords(left) });
  });
export type VisitInput = z.infer<typeof visitInput>;

export const answerInput = z
  .strictObject({
    schoolCode,
    verdict: z.enum(['confirmed', 'disputed'], 'Kies of het klopt.'),
    words: optionalText(2_000),
    /** Texts of marks of the writing aid that the writer looked at and keeps. */
    acceptedMarks: z.array(z.string().max(200)).max(100).optional(),
  })
  .superRefine(({ verdict, words }, context) => {
    if (verdict === 'disputed' && words === undefined)
      context.addIssue({ code: 'custom', path: ['words'], message: faultWords.saysWhatIsWrong });
  });
export type AnswerInput = z.infer<typeof answerInput>;

const number = () => z.number('Vul een heel getal in.').optional();

/** One thing worked at: `q:ID` a question, `g:ID` a goal, `a:ID` an ambition, `p` preventive. It counts when it is checked or has minutes. */
const portion = z.object({
  what: z.string().regex(/^(p|[qga]:[\da-f-]{36})$/, 'Kies uit de lijst.'),
  on: z.boolean().optional(),
  minutes: number(),
});

export const visitForm = z.object({
  schools: z.array(z.string().max(6)).optional(),
  otherSchool: z.string().max(6).optional(),
  /** Checked with the rest, so that all faults are told at once. */
  date: z.string().max(40).optional(),
  minutes: number(),
  otherMinutes: number(),
  kind: z.string().optional(),
  split: z.array(portion).max(200).optional(),
  participants: z
    .object(
      Object.fromEntries(participantRoles.map((role) => [role, number()])) as Record<
        (typeof participantRoles)[number],
        ReturnType<typeof number>
      >,
    )
    .optional(),
  travelMinutes: number(),
  preparationMinutes: number(),
});
export type VisitForm = z.infer<typeof visitForm>;
