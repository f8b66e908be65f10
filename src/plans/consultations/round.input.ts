/** What a round, its answers and what came of them are sent with: one schema for form and API. */
import { z } from 'zod';
import { day, line, optionalText, text } from '../../platform/input.ts';
import { roles } from '../../platform/pure/actor.ts';
import { withoutTurns } from '../../platform/pure/text.ts';
import { outcomes } from './round.rules.ts';

const lines = (items: readonly string[]) => [
  ...new Set(
    items
      .flatMap((item) => item.split('\n'))
      .map((one) => withoutTurns(one).trim())
      .filter((one) => one !== ''),
  ),
];
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const places = (choose: string) =>
  z
    .array(z.uuid(choose))
    .max(100)
    .overwrite((ids) => [...new Set(ids)])
    .optional();

const question = z.strictObject({
  text: line(500),
  /** To choose one of, as a list or one on each line; none: answered in own words. */
  options: z
    .array(text(2_600))
    .overwrite(lines)
    .refine(
      (all) => all.length !== 1 && all.length <= 12,
      'Geef twee tot twaalf antwoorden om uit te kiezen, of geen.',
    )
    .refine(
      (all) => all.every((option) => option.length <= 200),
      'Gebruik hoogstens 200 tekens voor een antwoord.',
    )
    .optional(),
});

const fields = {
  title: line(150),
  introduction: optionalText(10_000),
  /** `profile:ID:EDITION`, `pilot:ID` or `post:ID` (a draft); left out: about nothing that stands here. */
  about: z
    .string()
    .regex(new RegExp(`^(profile:${uuid}:[1-9]\\d{0,4}|pilot:${uuid}|post:${uuid})$`), 'Kies uit de lijst.')
    .optional(),
  roles: z
    .array(z.enum(roles, 'Kies uit de lijst.'), 'Kies wie u vraagt.')
    .min(1, 'Kies wie u vraagt.')
    .overwrite((all) => [...new Set(all)]),
  areas: places('Kies gebieden uit de lijst.'),
  boards: places('Kies besturen uit de lijst.'),
  anonymous: z.boolean('Maak een keuze.'),
  startsOn: day(),
  /** The last day. */
  endsOn: day(),
  questions: z.array(question).max(20, 'Stel hoogstens twintig vragen.').optional(),
};
const inOrder = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }) =>
  startsOn <= endsOn;
const order = { path: ['endsOn'], message: 'De laatste dag ligt niet voor de eerste dag.' };

export const roundInput = z.strictObject(fields).refine(inOrder, order);
export type RoundInput = z.infer<typeof roundInput>;

export const moveEndInput = z.strictObject({ endsOn: day() });

export const roundStepInput = z.discriminatedUnion('step', [
  z.strictObject({ ...fields, step: z.literal('revise') }).refine(inOrder, order),
  z.strictObject({ step: z.literal('open') }),
  z.strictObject({ step: z.literal('take_back') }),
  moveEndInput.extend({ step: z.literal('move_end') }),
]);
export type RoundStepRequest = z.infer<typeof roundStepInput>;

export const answersInput = z.strictObject({
  /** One for each question that one answers: `option` where there are some to choose from, else `text`. */
  answers: z
    .array(
      z.strictObject({
        nth: z.int().min(1).max(20),
        option: text(200).optional(),
        text: text(4_000).optional(),
      }),
    )
    .max(20)
    .optional(),
});
export type AnswersInput = z.infer<typeof answersInput>;

export const settleInput = z.strictObject({
  answerIds: z
    .array(z.uuid('Kies antwoorden uit de lijst.'), 'Kies ten minste één antwoord.')
    .min(1)
    .max(500),
  outcome: z.enum(outcomes, 'Maak een keuze.'),
  outcomeWords: text(2_000),
});
export type SettleInput = z.infer<typeof settleInput>;

export const summaryInput = z.strictObject({
  summary: text(20_000),
  summaryFor: z.enum(['asked', 'members'], 'Maak een keuze.'),
});
export type SummaryInput = z.infer<typeof summaryInput>;
