import { z } from 'zod';
import { text } from '../platform/input.ts';

export const viewInput = z.object({
  name: text(80),
  /** A path of this site with what it is filtered by. */
  address: z.string('Bewaar een weergave vanaf een lijst.').max(600, 'Dit filter is te lang om te bewaren.'),
});
export type ViewInput = z.infer<typeof viewInput>;
