/** What a stationing and its steps are sent with: one schema for form and API. */
import { z } from 'zod';
import { day, optionalText, text } from '../../platform/input.ts';
import { addDays } from '../../platform/pure/dates.ts';
import { endReasons, type StepTaken } from './stationing.rules.ts';

const schoolCode = z
  .string()
  .regex(/^[0-9A-Za-z]{6}$/, 'Kies een school uit de lijst.')
  .overwrite((code) => code.toUpperCase());
const dagdelenWords = 'Vul hele of halve dagdelen in, boven 0 en tot en met 12.';
const shareWords = 'Vul een heel getal in, van 0 tot en met 100.';
const share = z.int(shareWords).min(0, shareWords).max(100, shareWords);
/** Two years, as the database counts them: a leap day in between makes it a day less. */
const mostDays = 731;
const acceptedMarks = z.array(z.string().max(200)).max(100).optional();

export const stationingInput = z
  .strictObject({
    specialistId: z.uuid('Kies een specialist uit de lijst.'),
    /** A school, or a board with those of its schools that are helped. */
    schoolCode: schoolCode.optional(),
    boardCode: z.string().max(40).optional(),
    schools: z.array(schoolCode).max(60, 'Kies hoogstens 60 scholen.').optional(),
    /** A week. */
    dagdelen: z
      .number(dagdelenWords)
      .positive(dagdelenWords)
      .max(12, dagdelenWords)
      .multipleOf(0.5, dagdelenWords),
    from: day(),
    /** The last day. */
    to: day(),
    /** Percent for schools' questions; what ambitions leave when it is not said. */
    questionsShare: share.optional(),
    ambitions: z
      .array(z.strictObject({ id: z.uuid('Kies een ambitie uit de lijst.'), share }))
      .max(20, 'Kies hoogstens 20 ambities.')
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Noem iedere ambitie één keer.')
      .optional(),
    /** Hand-over: what whoever comes must know. */
    note: optionalText(4_000),
    /** Why it changes, when it goes on from another. */
    words: optionalText(4_000),
    continuesId: z.uuid().optional(),
    acceptedMarks,
  })
  .superRefine(({ schoolCode: school, boardCode: board, from, to }, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if ((school === undefined) === (board === undefined))
      issue('schoolCode', 'Kies een school, of een bestuur met scholen.');
    if (to < from) issue('to', 'De laatste dag ligt niet voor de eerste.');
    else if (to > addDays(from, mostDays - 1))
      issue('to', 'Een stationering duurt hoogstens twee jaar. Kies een eerdere laatste dag.');
  });
export type StationingInput = z.infer<typeof stationingInput>;

const words = text(4_000);
const because = z.enum(endReasons, 'Kies waarom.');

export const stepInputs = {
  answer: z.strictObject({ words, acceptedMarks }),
  agree: z.strictObject({ words: optionalText(4_000), acceptedMarks }),
  withdraw: z.strictObject({ words, acceptedMarks }),
  start: z.strictObject({}),
  evaluate: z.strictObject({ words, acceptedMarks }),
  shorten: z.strictObject({ because, words, lastDay: day(), acceptedMarks }),
  end: z.strictObject({ because, words, lastDay: day().optional(), acceptedMarks }),
} as const satisfies Record<StepTaken, z.ZodType>;

/** `{ step, ...input }` */
export const stationingStep = z.discriminatedUnion('step', [
  stepInputs.answer.extend({ step: z.literal('answer') }),
  stepInputs.agree.extend({ step: z.literal('agree') }),
  stepInputs.withdraw.extend({ step: z.literal('withdraw') }),
  stepInputs.start.extend({ step: z.literal('start') }),
  stepInputs.evaluate.extend({ step: z.literal('evaluate') }),
  stepInputs.shorten.extend({ step: z.literal('shorten') }),
  stepInputs.end.extend({ step: z.literal('end') }),
]);
export type StationingStep = z.infer<typeof stationingStep>;
