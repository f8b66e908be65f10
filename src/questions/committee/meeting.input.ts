import { z } from 'zod';
import { day, id, moment, optionalText } from '../../platform/input.ts';

const quorum = z
  .number('Vul een heel getal in.')
  .int('Vul een heel getal in.')
  .min(1, 'Vul 1 tot en met 9 in.')
  .max(9, 'Vul 1 tot en met 9 in.');

/** What is not said follows from the settings of the partnership. */
export const meetingInput = z.object({
  startsAt: moment(),
  place: optionalText(200),
  /** Last day on which a question may be put on the agenda. */
  cutOffOn: day().optional(),
  /** Members without a conflict of interest that an advice or decision needs. */
  quorum: quorum.optional(),
});
export type MeetingInput = z.infer<typeof meetingInput>;

/** Any part of it; `cancelled` takes the meeting off the calendar. */
export const meetingChange = meetingInput.partial().extend({ cancelled: z.literal(true).optional() });
export type MeetingChange = z.infer<typeof meetingChange>;

export const minutesInput = z.object({
  /** Everybody of the committee who was there; nobody else. */
  present: z
    .array(id(), 'Kies wie er waren.')
    .max(50)
    .overwrite((ids) => [...new Set(ids)]),
  minutes: optionalText(20_000),
  /** The meeting is over: every question on its agenda is settled. */
  held: z.boolean().optional(),
  acceptedMarks: z.array(z.string().max(200)).max(100).optional(),
});
export type MinutesInput = z.infer<typeof minutesInput>;

/** A form in which nobody is ticked sends no list. */
export const minutesForm = minutesInput.extend({ present: minutesInput.shape.present.default([]) });

export const recusalInput = z.object({ questionId: id('Kies een vraag van de agenda.') });
