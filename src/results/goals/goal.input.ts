/** What comes in about goals, for form and API together. */
import { z } from 'zod';
import { day, id, optionalText, text } from '../../platform/input.ts';
import { dayOf, isCivilDate } from '../../platform/pure/dates.ts';
import { moments, scorers } from './goal.rules.ts';
import { goalLevels } from './goal-scale.rules.ts';

const acceptedMarks = z.array(z.string().max(200)).max(50).optional();

/** Levels may be described bit by bit: one without words is not described yet. */
const levels = z
  .array(z.strictObject({ score: z.int().min(-3).max(2), description: optionalText(1_000) }))
  .max(6)
  .refine(
    (all) => new Set(all.map(({ score }) => score)).size === all.length,
    'Beschrijf elk niveau één keer.',
  )
  .optional();

const scale = z
  .union([z.literal(5), z.literal(6)], 'Kies vijf of zes punten.')
  .optional()
  .meta({ description: 'Zonder deze waarde: wat het samenwerkingsverband koos.' });

const words = {
  level: z.enum(goalLevels, 'Kies waar het doel over gaat.'),
  title: text(200),
  variable: optionalText(200),
  levels,
  startDate: day().optional(),
  targetDate: day(),
  /** Of the ondersteuningsplan; what is not sent stays as it was. */
  ambitionId: id('Kies een ambitie uit de lijst.').optional(),
  acceptedMarks,
};

export const goalInput = z.strictObject({
  supportQuestionId: id(),
  templateId: id().optional(),
  scale,
  ...words,
});
export type GoalInput = z.infer<typeof goalInput>;

/** A form sends its numbers as text, and a choice out of two as one of them. */
export const goalFormInput = z.strictObject({
  ...goalInput.shape,
  scale: z.enum(['5', '6'], 'Kies vijf of zes punten.').transform((points) => (points === '5' ? 5 : 6)),
});

/** What is not sent stays as it was. */
export const goalChangeInput = z.strictObject({
  ...words,
  level: words.level.optional(),
  title: words.title.optional(),
  targetDate: words.targetDate.optional(),
});
export type GoalChange = z.infer<typeof goalChangeInput>;

/** A day, or a moment on that day. */
const scoredAt = z
  .string()
  .transform((value) =>
    isCivilDate(value) || !z.iso.datetime({ offset: true }).safeParse(value).success ? value : dayOf(value),
  )
  .pipe(day());

export const scoreInput = z.strictObject({
  level: z.int('Kies een niveau.').min(-3).max(2),
  scoredAt: scoredAt.optional(),
  by: z.enum(scorers, 'Kies wie het zag.'),
  moment: z.enum(moments, 'Kies een moment.'),
});
export type ScoreInput = z.infer<typeof scoreInput>;

export const dropInput = z.strictObject({ reason: text(2_000), acceptedMarks });
export type DropInput = z.infer<typeof dropInput>;
