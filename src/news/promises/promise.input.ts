/** What a promise and its steps are sent with: one schema for form and API. */
import { z } from 'zod';
import { day, id, optionalText, text } from '../../platform/input.ts';
import { audiences } from '../posts/post.access.ts';
import type { StepTaken } from './promise.rules.ts';

const acceptedMarks = z.array(z.string().max(200)).max(100).optional();
const owner = {
  ownerId: id(),
  /** As the public reads it: «de directeur-bestuurder». */
  ownerTitle: text(100),
};

export const promiseInput = z.strictObject({
  sentence: text(500),
  ...owner,
  /** Of the post, or fewer; all of them when none is named. */
  audiences: z.array(z.enum(audiences)).max(5).optional(),
  /** The last day. */
  dueOn: day(),
});
export type PromiseInput = z.infer<typeof promiseInput>;

export const stepInputs = {
  keep: z.strictObject({
    /** The day it was kept; today when it is not said. */
    onDate: day().optional(),
    postId: z.uuid('Kies een bericht uit de lijst.').optional(),
    words: optionalText(2_000),
    acceptedMarks,
  }),
  postpone: z.strictObject({ onDate: day(), words: text(2_000), acceptedMarks }),
  hand_over: z.strictObject({ ...owner, words: optionalText(2_000), acceptedMarks }),
} as const satisfies Record<StepTaken, z.ZodType>;

/** `{ step, ...input }` */
export const promiseStep = z.discriminatedUnion('step', [
  stepInputs.keep.extend({ step: z.literal('keep') }),
  stepInputs.postpone.extend({ step: z.literal('postpone') }),
  stepInputs.hand_over.extend({ step: z.literal('hand_over') }),
]);
export type PromiseStep = z.infer<typeof promiseStep>;
