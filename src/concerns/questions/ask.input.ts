import { z } from 'zod';
import { text } from '../../platform/input.ts';
import { levels } from '../../questions/index.ts';
import { acceptedMarks } from '../concern.input.ts';

/** A question about a pupil asks more than an agreement tells: consent, a pseudonym. It is asked by itself. */
export const levelsToAsk = levels.filter((level) => level !== 'pupil');

/** As the form sends it. */
export const askForm = z.object({
  level: z.enum(levelsToAsk, 'Kies waar de vraag over gaat.'),
  title: text(200),
  need: text(),
  acceptedMarks,
});

/** As the API takes it: what is not sent starts from the agreement. */
export const askInput = askForm.partial({ title: true, need: true });
export type AskAbout = z.infer<typeof askInput>;
