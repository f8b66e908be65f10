/** What somebody wants by mail: one schema for form and API. */
import { z } from 'zod';
import { choices, type NoticeKind } from './notice.rules.ts';

const choice = z.enum(choices, 'Kies uit de lijst.');

export const choicesInput = z.strictObject({
  concern_shared: choice,
  concern_step: choice,
  invitation: choice,
  board: choice,
  reminder: choice,
  handed_over: choice,
  note_fades: choice,
  concern_fades: choice,
  question_yours: choice,
  stationing_yours: choice,
  stationing_step: choice,
  question_step: choice,
  question_fades: choice,
  promise_due: choice,
  consultation: choice,
  post_update: choice,
  transition: choice,
  school_form: choice,
  observation: choice,
  post: choice,
  account: choice,
} satisfies Record<NoticeKind, typeof choice>);
