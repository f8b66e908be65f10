/** What a role profile and its steps are sent with: one schema for form and API. */
import { z } from 'zod';
import { day, line, text } from '../../platform/input.ts';
import { roles } from '../../platform/pure/actor.ts';

const role = z.enum(roles, 'Kies een rol uit de lijst.').optional();
const body = text(50_000);

export const profileInput = z.strictObject({ name: line(120), role, body });
export type ProfileInput = z.infer<typeof profileInput>;

export const editionInput = z.strictObject({ body });
export const adoptInput = z.strictObject({ startsOn: day() });

export const profileStepInput = z.discriminatedUnion('step', [
  /** The next edition, beside the one that is adopted. */
  editionInput.extend({ step: z.literal('write') }),
  editionInput.extend({ step: z.literal('revise') }),
  adoptInput.extend({ step: z.literal('adopt') }),
]);
export type ProfileStepRequest = z.infer<typeof profileStepInput>;
