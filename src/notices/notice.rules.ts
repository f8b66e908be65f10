/** The kinds of notices, and what somebody gets by mail of each. The same table stands in the database; a test keeps them the same. */

import type { TransitionStep } from '../plans/index.ts';

/**
 * At once = within a minute; daily = one overview on the morning of a school day; weekly = in that of the first school day of a week. In
 * Kortelijn itself a notice always stands.
 */
export type Choice = 'at_once' | 'daily' | 'weekly' | 'never';
export const choices = ['at_once', 'daily', 'weekly', 'never'] as const satisfies readonly Choice[];

/** Each kind with what somebody gets who chose nothing. */
export const defaultChoices = {
  concern_shared: 'at_once',
  concern_step: 'daily',
  invitation: 'daily',
  board: 'at_once',
  reminder: 'at_once',
  handed_over: 'at_once',
  note_fades: 'at_once',
  concern_fades: 'daily',
  question_yours: 'at_once',
  question_step: 'daily',
  question_fades: 'daily',
  stationing_yours: 'at_once',
  stationing_step: 'daily',
  promise_due: 'at_once',
  consultation: 'at_once',
  transition: 'at_once',
  school_form: 'at_once',
  observation: 'at_once',
  post_update: 'at_once',
  post: 'daily',
  account: 'at_once',
} as const satisfies Record<string, Choice>;

export type NoticeKind = keyof typeof defaultChoices;
export const noticeKinds = Object.keys(defaultChoices) as readonly NoticeKind[];

export type Chosen = Readonly<Record<NoticeKind, Choice>>;

/** A number that is another one when somebody chose otherwise: what they saw, when they change it. Below 2³⁰. */
export const versionOfChoices = (chosen: Chosen): number =>
  noticeKinds.reduce((sum, kind) => (sum * choices.length + choices.indexOf(chosen[kind])) % 999_999_937, 0) +
  1;

/** What a notice can be about. */
export const noticeSubjects = [
  'concern',
  'conversation',
  'person',
  'question',
  'stationing',
  'post',
  'promise',
  'consultation',
] as const;

/** What a reminder around a concern or a talk asks to think of. */
export type ConcernReminder =
  | 'answer_invitation'
  | 'confirm_report'
  | 'take_position'
  | 'talk'
  | 'look_back_soon'
  | 'look_back'
  | 'call_director';

/** What a reminder around a question asks to think of: a clock that nears its norm, or what comes back by itself. */
export type QuestionReminder =
  | 'first_contact'
  | 'triage'
  | 'start'
  | 'committee'
  | 'evaluation'
  | 'follow_up'
  | 'decision_ends'
  | 'plan_proposal';

/** What a reminder around a stationing asks to think of. */
export type StationingReminder = 'stationing_ends' | 'stationing_evaluation';

/** What an owner is told of a promise. */
export type PromiseReminder = 'promise_yours' | 'promise_soon' | 'promise_day' | 'promise_late';

/** A step on somebody's way into a role, as they are told of it. */
export type TransitionTold = `transition_${TransitionStep}`;

/** What teacher and observer of a lesson are told of it; nobody else is told anything. */
export type ObservationTold = 'observation_shared' | 'observation_answered';

/** What a notice of a form that schools fill in is about. */
export type FormTold = 'yearly_question' | 'basic_support_asks' | 'basic_support_told';

export type ReminderAbout =
  | FormTold
  | ObservationTold
  | TransitionTold
  | ConcernReminder
  | QuestionReminder
  | StationingReminder
  | PromiseReminder
  | 'confirm_visits'
  | 'planned_for_you';

/** The bell counts no further: what matters is that there is something, not how much. */
export const mostOnBell = 9;
