/** What forms of reports send. */
import { z } from 'zod';
import { day, id } from '../../platform/input.ts';
import { every } from './report.rules.ts';

const subject = /^(partnership|committee|(school|board):[A-Za-z0-9_-]{1,40})$/;
const period = /^\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}$/;

export const orderInput = z.object({
  /** A kind, with the code of its place behind it: `board:41001`. */
  subject: z.string('Kies een rapport.').regex(subject, 'Kies een rapport.'),
  /** First and last day. */
  period: z.string('Kies een periode.').regex(period, 'Kies een periode.'),
  asOf: day().optional(),
});
export type OrderInput = z.infer<typeof orderInput>;

const days = { from: day(), to: day(), asOf: day().optional() };
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'Vul een code in.');

/** The same for machines. */
export const orderApiInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('school'), schoolCode: code, ...days }),
  z.strictObject({ kind: z.literal('board'), boardCode: code, ...days }),
  z.strictObject({ kind: z.enum(['partnership', 'committee']), ...days }),
]);

export function orderOfApi(input: z.infer<typeof orderApiInput>): OrderInput {
  const { from, to, asOf } = input;
  const rest = { period: `${from}_${to}`, asOf };
  switch (input.kind) {
    case 'school':
      return { subject: `school:${input.schoolCode}`, ...rest };
    case 'board':
      return { subject: `board:${input.boardCode}`, ...rest };
    default:
      return { subject: input.kind, ...rest };
  }
}

export const scheduleInput = z.object({
  every: z.enum(every, 'Kies hoe vaak.'),
  /** Appointments. */
  to: z.array(id('Kies iemand uit de lijst.'), 'Kies er ten minste één.').min(1).max(40),
});
export type ScheduleInput = z.infer<typeof scheduleInput>;
