/** What comes in about lessons, for form and API together. */
import { z } from 'zod';
import { day, id, optionalText, text } from '../../platform/input.ts';

const acceptedMarks = z.array(z.string().max(200)).max(50).optional();

const marks = z
  .array(z.int().min(1).max(7).nullable())
  .max(200)
  .meta({ description: 'Per punt in de volgorde van het formulier; null: kwam niet voor in deze les.' });

const lesson = {
  onDate: day(),
  trained: z.boolean('Maak een keuze.'),
  marks,
  words: optionalText(10_000),
  acceptedMarks,
};

export const observationInput = z.strictObject({
  sheetId: id('Kies een formulier.'),
  schoolCode: z.string().regex(/^[0-9A-Za-z]{6}$/, 'Kies een school.'),
  teacherId: id('Kies een leerkracht uit de lijst.'),
  ...lesson,
});
export type ObservationInput = z.infer<typeof observationInput>;

/** In a form each item has a row of its own with a choice in it, never an empty one: rows would move up. */
const chosenMarks = z
  .array(
    z.strictObject({
      mark: z
        .enum(['none', '1', '2', '3', '4', '5', '6', '7'], 'Maak een keuze.')
        .transform((value) => (value === 'none' ? null : Number(value))),
    }),
    'Geef bij elk punt aan wat u zag.',
  )
  .max(200)
  .transform((rows) => rows.map(({ mark }) => mark));
const chosenTraining = z.enum(['yes', 'no'], 'Maak een keuze.').transform((value) => value === 'yes');

export const observationForm = z.strictObject({
  ...observationInput.shape,
  trained: chosenTraining,
  marks: chosenMarks,
});
export const reviseForm = z.strictObject({
  ...lesson,
  trained: chosenTraining,
  marks: chosenMarks,
});

export const answerInput = z.strictObject({ text: text(10_000), acceptedMarks });

export const goalInput = z.strictObject({ aim: text(2_000), targetDate: day(), acceptedMarks });

export const outcomeInput = z.strictObject({ goalId: id(), outcome: text(2_000), acceptedMarks });

export const stepInput = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('revise'), ...lesson }),
  z.strictObject({ step: z.literal('share') }),
  z.strictObject({ step: z.literal('answer'), ...answerInput.shape }),
  z.strictObject({ step: z.literal('take_back') }),
  z.strictObject({ step: z.literal('give_back') }),
  z.strictObject({ step: z.literal('set_goal'), ...goalInput.shape }),
  z.strictObject({ step: z.literal('conclude_goal'), ...outcomeInput.shape }),
]);
export type StepInput = z.infer<typeof stepInput>;
