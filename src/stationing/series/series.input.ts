import { z } from 'zod';
import { day } from '../../platform/input.ts';
import { visitMinutes } from '../visits/visit.input.ts';
import { visitKinds } from '../visits/visit.rules.ts';

export const seriesInput = z
  .object({
    schoolCode: z.string('Kies een school.').regex(/^[0-9A-Z]{6}$/, 'Kies een school.'),
    weekday: z.coerce
      .number('Kies een dag.')
      .int('Kies een dag.')
      .min(1, 'Kies een dag.')
      .max(5, 'Kies een dag.'),
    from: day(),
    to: day().optional(),
    minutes: visitMinutes,
    kind: z.enum(visitKinds, 'Kies wat u er meestal doet.'),
  })
  .superRefine(({ from, to }, context) => {
    if (to !== undefined && to < from)
      context.addIssue({ code: 'custom', path: ['to'], message: 'De laatste dag ligt voor de eerste.' });
  });
export type SeriesInput = z.infer<typeof seriesInput>;
