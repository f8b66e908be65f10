/**
 * What waits for somebody around the questions that run: nobody has to remember whose turn it is. «Kortere lijnen»: whoever holds a
 * question sees it on the start page, the most urgent first, with how long it still has.
 */
import type { Clock, ClockName } from '../clocks/clock.rules.ts';
import type { Level, Relation, Status, Urgency } from '../question.rules.ts';

export interface QuestionWaiting {
  readonly id: string;
  readonly number: string;
  /** null: a question on a pupil, for who plans it without reading it. */
  readonly title: string | null;
  readonly schoolName: string;
  readonly level: Level;
  readonly status: Status;
  readonly urgency: Urgency;
  readonly relations: readonly Relation[];
  /** The actor is the specialist whose own assignment begins, or its goal is to be scored. */
  readonly clocks: readonly Clock[];
  /** Something is missing at the committee. */
  readonly incomplete: boolean;
  /** The meeting on whose agenda it stands has begun. */
  readonly meetingBegun: boolean;
  /** When to ask whether it lasted. */
  readonly followUpOn: string | null;
  readonly today: string;
}

export type TaskKind =
  | 'join'
  | 'finish_draft'
  | 'submit_draft'
  | 'triage'
  | 'go_on'
  | 'give_information'
  | 'complete_file'
  | 'record_committee'
  | 'start'
  | 'evaluate'
  | 'complete'
  | 'follow_up'
  | 'help_along';

export interface Task {
  readonly kind: TaskKind;
  readonly question: QuestionWaiting;
  /** The clock that runs while this waits. */
  readonly clock: Clock | undefined;
}

/** The clock that says how long the task may wait. */
const clockOf: Partial<Record<TaskKind, ClockName>> = {
  finish_draft: 'first_contact',
  submit_draft: 'first_contact',
  triage: 'triage',
  go_on: 'start',
  record_committee: 'committee',
  start: 'start',
  evaluate: 'evaluation',
};

/** Everything that waits for the actor, late and urgent first. */
export function tasksOf(waiting: readonly QuestionWaiting[]): readonly Task[] {
  return waiting
    .flatMap((question): readonly Task[] => {
      const kind = kindOf(question);
      if (kind === undefined) return [];
      const running = question.clocks.filter(({ state }) => state === 'running');
      // Who helps along looks at what is late, whichever part of the line that is.
      const clock =
        kind === 'help_along'
          ? running.toSorted((a, b) => a.left - b.left)[0]
          : running.find(({ name }) => name === clockOf[kind]);
      return [{ kind, question, clock }];
    })
    .toSorted((a, b) => weight(a) - weight(b) || a.question.number.localeCompare(b.question.number));
}

const haste: Record<Urgency, number> = { now: 0, soon: 3, normal: 6 };
/** School days left, and a head start for what is urgent; what has no clock comes behind what is about to be late. */
const weight = ({ clock, question }: Task) => (clock?.left ?? 5) + haste[question.urgency];

interface Turn {
  readonly status: Status;
  readonly by: readonly Relation[];
  readonly task: TaskKind;
  /** Only then; always when it is left out. */
  readonly when?: (question: QuestionWaiting) => boolean;
}

/** Past one of its norms: then whoever directs the team looks too. */
const isLate = ({ clocks }: QuestionWaiting) =>
  clocks.some(({ state, left }) => state === 'running' && left < 0);
/** The last day of the work has come. */
const workIsOver = ({ clocks, today }: QuestionWaiting) =>
  clocks.some(({ name, state, from }) => name === 'evaluation' && state === 'running' && from <= today);
const lacksSomething = ({ incomplete }: QuestionWaiting) => incomplete;
const wasDiscussed = ({ incomplete, meetingBegun }: QuestionWaiting) => meetingBegun && !incomplete;
const comesBack = ({ followUpOn, today }: QuestionWaiting) => followUpOn !== null && followUpOn <= today;

const theirs = ['specialist', 'support_coordinator'] as const;
const atSchool = ['author', 'support_coordinator', 'school_director'] as const;

/** Whose turn it is; the first line that fits. */
const turns: readonly Turn[] = [
  { status: 'draft', by: ['author'], task: 'finish_draft' },
  { status: 'draft', by: ['support_coordinator'], task: 'submit_draft' },
  { status: 'submitted', by: ['contact_person'], task: 'triage' },
  { status: 'submitted', by: ['planner'], task: 'help_along', when: isLate },
  { status: 'in_triage', by: ['contact_person'], task: 'go_on' },
  { status: 'in_triage', by: ['planner'], task: 'help_along', when: isLate },
  { status: 'needs_information', by: atSchool, task: 'give_information' },
  {
    status: 'at_committee',
    by: ['contact_person', 'committee_secretary'],
    task: 'complete_file',
    when: lacksSomething,
  },
  { status: 'at_committee', by: ['committee_secretary'], task: 'record_committee', when: wasDiscussed },
  { status: 'assigned', by: ['specialist'], task: 'start' },
  { status: 'assigned', by: ['planner'], task: 'help_along', when: isLate },
  { status: 'started', by: theirs, task: 'evaluate', when: workIsOver },
  { status: 'evaluated', by: theirs, task: 'complete' },
  { status: 'completed', by: theirs, task: 'follow_up', when: comesBack },
];

function kindOf(question: QuestionWaiting): TaskKind | undefined {
  const { status, relations } = question;
  if (relations.includes('asked_along')) return 'join';
  return turns.find(
    (turn) =>
      turn.status === status &&
      turn.by.some((relation) => relations.includes(relation)) &&
      (turn.when?.(question) ?? true),
  )?.task;
}
