import { z } from 'zod';
import { frameLanguages } from '../../platform/pure/languages.ts';
import { languages } from '../posts/languages.ts';
import { frequencies, letterAudiences } from './wishes.ts';

/** One plain address; small letters, so that it stands there once. */
const address = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(/^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+\.[^\s@<>()[\]\\,;:"\p{Cc}]+$/u);

const wishes = {
  language: z.enum(frameLanguages),
  audiences: z.array(z.enum(letterAudiences)).min(1).max(2),
  topics: z
    .array(z.string().regex(/^[a-z0-9_-]{2,40}$/))
    .max(60)
    .optional(),
  frequency: z.enum(frequencies),
};

export const askInput = z.object({
  email: address,
  ...wishes,
  /** The partnership, where the host does not say it. */
  swv: z.string().max(60).optional(),
});
export const changeInput = z.object(wishes);

export const askQuery = z.object({
  swv: z.string().max(60).optional(),
  taal: z.enum(languages).optional().catch(undefined),
});
