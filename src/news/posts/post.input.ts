/** What a post and its steps are sent with: one schema for form and API. */
import { z } from 'zod';
import { id, line, moment, optionalText, text } from '../../platform/input.ts';
import { withoutTurns } from '../../platform/pure/text.ts';
import { languages } from './languages.ts';
import { audiences } from './post.access.ts';

/** Characters of a text. */
export const longestBody = 50_000;

const acceptedMarks = z.array(z.string().max(200)).max(100).optional();
const language = z.enum(languages, 'Kies een taal uit de lijst.');
const codes = z
  .array(z.string().max(60))
  .max(50)
  .overwrite((given) => [...new Set(given)])
  .optional();

const prose = (max: number) => text(max).overwrite(withoutTurns);
const optionalProse = (max: number) => optionalText(max).overwrite((value) => value && withoutTurns(value));

const words = {
  title: line(150),
  lead: optionalProse(500),
  body: optionalProse(longestBody),
  /** Above the text; one of its own pictures. */
  pictureId: id('Kies een beeld uit de lijst.').optional(),
  /** What can be seen on it. */
  pictureAlt: optionalProse(300),
};

const withPictureWords = <T extends { pictureId?: string | undefined; pictureAlt?: string | undefined }>(
  value: T,
  context: z.RefinementCtx<T>,
) => {
  const empty = (value.pictureAlt ?? '').trim() === '';
  if (value.pictureId === undefined || !empty) return;
  const message = 'Schrijf wat er op het beeld staat, voor wie het niet ziet.';
  context.addIssue({ code: 'custom', path: ['pictureAlt'], message });
};

const settings = {
  language: language.optional(),
  audiences: z
    .array(z.enum(audiences, 'Kies voor wie het bericht is.'))
    .max(5)
    .overwrite((given) => [...new Set(given)])
    .optional(),
  /** Codes; people at schools and boards there only. */
  areas: codes,
  boards: codes,
  topics: codes.pipe(z.array(z.string()).max(8, 'Kies hoogstens acht onderwerpen.').optional()),
  pilotId: id('Kies een pilot uit de lijst.').optional(),
  ambitionId: id('Kies een ambitie uit de lijst.').optional(),
  appointmentId: id('Kies een aanstelling uit de lijst.').optional(),
};

const post = z.strictObject({ ...words, ...settings });
export const changeInput = post.superRefine(withPictureWords);
export type PostInput = z.infer<typeof changeInput>;

/** By the API it can go out at once. */
export const newPostInput = post
  .extend({ publish: z.boolean().optional(), acceptedMarks })
  .superRefine(withPictureWords);

export const translationInput = z
  .strictObject({ ...words, language, acceptedMarks })
  .superRefine(withPictureWords);
export type TranslationInput = z.infer<typeof translationInput>;

/** Without an hour: now. */
export const publishInput = z.strictObject({ at: moment().optional(), acceptedMarks });
export type PublishInput = z.infer<typeof publishInput>;

const updateWords = { reason: line(300), body: prose(longestBody) };
export const updateInput = z.strictObject({
  ...updateWords,
  translations: z
    .array(z.strictObject({ language, ...updateWords }))
    .max(5)
    .optional(),
  acceptedMarks,
});
export type UpdateInput = z.infer<typeof updateInput>;

export const fixInput = z.strictObject({
  language: language.optional(),
  part: z.enum(['title', 'lead', 'body', 'update'], 'Kies waar de fout staat.'),
  updateId: id('Kies een update uit de lijst.').optional(),
  /** On one line: another line makes another paragraph of it, or a title of two. */
  before: line(60),
  after: line(60),
});
export type FixInput = z.infer<typeof fixInput>;

export const withdrawInput = z.strictObject({ reason: prose(500), acceptedMarks });
export type WithdrawInput = z.infer<typeof withdrawInput>;
