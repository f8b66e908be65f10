import { z } from 'zod';
import { day, text } from '../../platform/input.ts';
import { subjects } from './rule.rules.ts';

export const ruleInput = z.strictObject({
  subject: z.enum(subjects, 'Kies waarover de werkafspraak gaat.'),
  /** The first day. */
  startsOn: day(),
  /** Markdown. */
  body: text(10_000),
  acceptedMarks: z.array(z.string().max(200)).max(100).optional(),
});
export type RuleInput = z.infer<typeof ruleInput>;
