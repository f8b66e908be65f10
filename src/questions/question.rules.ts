/**
 * The protocol of a support question, as data. Buttons, API, the page /vragen/werkwijze and the tests read this table;
 * migrations/0024 and 0035 repeat it in the database, which refuses every other way.
 *
 * «De lijnen met de scholen worden korter» : a question reaches the right specialist by the shortest line (contact person, ACTA), as
 * early as possible: somebody may think along from the very first draft.
 */
import type { AskedNeed } from './need.rules.ts';

export const statuses = [
  'draft',
  'submitted',
  'in_triage',
  'needs_information',
  'at_committee',
  'answered',
  'declined',
  'withdrawn',
  'assigned',
  'started',
  'evaluated',
  'completed',
  'stopped',
  'followed_up',
] as const;
export type Status = (typeof statuses)[number];

/** School, team and group are the light route: a handful of fields, no pupil, no file. */
export const levels = ['school', 'team', 'group', 'pupil'] as const;
export type Level = (typeof levels)[number];

export const urgencies = ['normal', 'soon', 'now'] as const;
export type Urgency = (typeof urgencies)[number];

/**
 * What somebody is to one question today (`question_relations` in migrations/0023). A team lead is `team_lead` where they read the
 * words and `planner` everywhere: a question on a pupil they plan without reading it.
 */
export const relations = [
  'author',
  'submitter',
  'support_coordinator',
  'school_director',
  'contact_person',
  'team_lead',
  'planner',
  'specialist',
  'thinks_along',
  'asked_along',
  'committee_secretary',
  'committee_member',
  /** A specialist at the school, by a stationing: reads along where no pupil is, from the submission on. */
  'stationed',
] as const;
export type Relation = (typeof relations)[number];

interface Move {
  readonly from: Status;
  readonly to: Status;
  /** Who may take the step, first match first. */
  readonly by: readonly Relation[];
}

export interface Step {
  readonly moves: readonly Move[];
  /** Needs that can be told before anything is filled in. */
  readonly needs: readonly AskedNeed[];
  /** Needs that depend on what is filled in. */
  readonly inputNeeds: readonly AskedNeed[];
}

const move = (from: readonly Status[], to: Status, by: readonly Relation[]): readonly Move[] =>
  from.map((status) => ({ from: status, to, by }));
const stay = (from: readonly Status[], by: readonly Relation[]): readonly Move[] =>
  from.map((status) => ({ from: status, to: status, by }));

const beforeStart = [
  'draft',
  'submitted',
  'in_triage',
  'needs_information',
  'at_committee',
  'assigned',
] as const;
const underWay = ['assigned', 'started', 'evaluated'] as const;
const beforeCompleted = [...beforeStart, 'started', 'evaluated'] as const;
const school = ['support_coordinator', 'school_director'] as const;

export const protocol = {
  revise: {
    moves: stay(['draft'], ['author', ...school, 'contact_person']),
    needs: [],
    inputNeeds: [],
  },
  submit: {
    moves: move(['draft'], 'submitted', [...school, 'contact_person']),
    needs: ['pseudonym', 'ageBand', 'parentsSpoken', 'consent', 'noOpenMarks'],
    inputNeeds: [],
  },
  withdraw: {
    moves: [
      ...move(['draft'], 'withdrawn', ['author', 'submitter']),
      ...move(beforeStart.slice(1), 'withdrawn', ['submitter']),
    ],
    needs: [],
    inputNeeds: ['noOpenMarks'],
  },
  think_along: {
    moves: stay(beforeCompleted, ['asked_along', 'contact_person', 'planner', 'support_coordinator']),
    needs: [],
    inputNeeds: ['askedAlong', 'isSpecialist', 'notYetInvolved'],
  },
  add_note: {
    moves: stay(beforeCompleted.slice(1), [
      'author',
      ...school,
      'contact_person',
      'team_lead',
      'specialist',
      'thinks_along',
      'committee_secretary',
    ]),
    needs: [],
    inputNeeds: ['noOpenMarks'],
  },
  triage: {
    moves: move(['submitted'], 'in_triage', ['contact_person', 'planner']),
    needs: [],
    inputNeeds: [],
  },
  answer: {
    moves: move(['in_triage'], 'answered', ['contact_person', 'team_lead', 'thinks_along']),
    needs: [],
    inputNeeds: ['noOpenMarks'],
  },
  ask_information: {
    moves: move(['in_triage'], 'needs_information', ['contact_person', 'team_lead', 'committee_secretary']),
    needs: [],
    inputNeeds: ['noOpenMarks'],
  },
  give_information: {
    moves: move(['needs_information'], 'in_triage', [...school, 'author']),
    needs: [],
    inputNeeds: ['noOpenMarks'],
  },
  decline: {
    moves: move(['in_triage'], 'declined', ['contact_person', 'team_lead']),
    needs: [],
    inputNeeds: ['noOpenMarks'],
  },
  to_committee: {
    moves: move(['in_triage'], 'at_committee', ['contact_person']),
    needs: ['fileComplete'],
    inputNeeds: ['meetingPlanned', 'beforeCutOff'],
  },
  complete_file: {
    moves: stay(['at_committee'], ['contact_person', 'committee_secretary']),
    needs: ['somethingMissing'],
    inputNeeds: [],
  },
  advise: {
    moves: move(['at_committee'], 'in_triage', ['committee_secretary', 'committee_member']),
    needs: ['fileComplete', 'adviceAsked', 'meetingBegun', 'quorum'],
    inputNeeds: ['noOpenMarks'],
  },
  decide: {
    moves: move(['at_committee'], 'in_triage', ['committee_secretary', 'committee_member']),
    needs: ['fileComplete', 'meetingBegun', 'quorum'],
    inputNeeds: ['tlvOfPupil', 'opinionsNotAhead', 'opinionsDiffer', 'noOpenMarks'],
  },
  hold_over: {
    moves: stay(['at_committee'], ['committee_secretary']),
    needs: [],
    inputNeeds: ['meetingPlanned', 'noOpenMarks'],
  },
  assign: {
    moves: [
      ...move(['in_triage', 'assigned'], 'assigned', ['planner', 'contact_person']),
      ...stay(['started'], ['planner', 'contact_person']),
    ],
    needs: [],
    inputNeeds: ['isSpecialist', 'notYetAssigned', 'periodAhead', 'withinContract'],
  },
  start: {
    moves: move(['assigned'], 'started', ['specialist']),
    needs: [],
    inputNeeds: ['notAhead', 'afterSignal'],
  },
  evaluate: {
    moves: move(['started'], 'evaluated', ['specialist', 'support_coordinator']),
    needs: [],
    inputNeeds: ['scoresOrReason', 'noOpenMarks'],
  },
  complete: {
    moves: move(['evaluated'], 'completed', ['specialist', 'support_coordinator']),
    needs: ['endScores', 'visitsConfirmed'],
    inputNeeds: [],
  },
  extend: {
    moves: move(['evaluated'], 'started', ['planner']),
    needs: [],
    inputNeeds: ['untilLater', 'withinContract', 'noOpenMarks'],
  },
  hand_over: {
    moves: stay(underWay, ['specialist', 'planner']),
    needs: [],
    inputNeeds: ['isSpecialist', 'whoseAssignment', 'notYetAssigned', 'withinContract', 'noOpenMarks'],
  },
  stop: {
    moves: move(underWay, 'stopped', ['specialist', 'planner']),
    needs: [],
    inputNeeds: ['noOpenMarks'],
  },
  follow_up: {
    moves: move(['completed'], 'followed_up', ['support_coordinator', 'specialist']),
    needs: [],
    inputNeeds: ['noOpenMarks'],
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof protocol;
export const stepNames = Object.keys(protocol) as readonly StepName[];

/** States in which nothing is waited for any more. A question that ended may be taken up again as a new one (`continuesId`). */
export const ended = [
  'answered',
  'declined',
  'withdrawn',
  'completed',
  'stopped',
  'followed_up',
] as const satisfies readonly Status[];

/** How a step leaves a state; undefined when it does not. */
export const moveOf = (name: StepName, status: Status): Move | undefined =>
  (protocol[name].moves as readonly Move[]).find((one) => one.from === status);

/** Whether somebody with these relations may take the step at all; from a state it does not leave, in any state. */
export function mayTake(
  name: StepName,
  facts: { readonly status: Status; readonly relations: readonly Relation[] },
): boolean {
  const here = moveOf(name, facts.status);
  const moves = here === undefined ? protocol[name].moves : [here];
  return moves.some((one) =>
    (one.by as readonly Relation[]).some((relation) => facts.relations.includes(relation)),
  );
}
