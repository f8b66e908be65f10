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

export const scheduleInput = z.object({
  every: z.enum(every, 'Kies hoe vaak.'),
  /** Appointments. */
  to: z.array(id('Kies iemand uit de lijst.'), 'Kies er ten minste één.').min(1).max(40),
});
export type ScheduleInput = z.infer<typeof scheduleInput>;
