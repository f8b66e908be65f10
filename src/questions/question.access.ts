import { type Actor, hasRole, type Place, type Role, schoolsOf } from '../platform/pure/actor.ts';
import type { Relation } from './question.rules.ts';

/** Roles that may knock at a door of this subject. Whose question they then get is a matter of relation, not of role. */
export const access = {
  /** Who may ask a question for their school; a teacher's draft goes on through the IB'er. */
  ask: ['support_coordinator', 'school_director', 'contact_person', 'teacher'],
  /** Everybody who can ever be part of a question. */
  read: [
    'support_coordinator',
    'school_director',
    'contact_person',
    'teacher',
    'specialist',
    'team_lead',
    'committee_member',
    'committee_secretary',
  ],
  /** How many there were, for those who read none of them. */
  counts: ['board_member', 'partnership_director', 'policy_adviser'],
} as const satisfies Record<string, readonly Role[]>;

/** The schools the actor may ask for, by name. */
export function schoolsToAskFor(actor: Actor): readonly Place[] {
  return schoolsOf(actor, ...access.ask).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** Whether the actor may ask a question somewhere. */
export const mayAsk = (actor: Actor) => hasRole(actor, ...access.ask);

/** Whether the actor may ask a question for this school. */
export const mayAskAt = (actor: Actor, code: string) =>
  schoolsToAskFor(actor).some((school) => school.code === code);

/** Whether a list of questions can hold anything for this actor. */
export const readsQuestions = (actor: Actor) => hasRole(actor, ...access.read);

/** Whether the counts of a school year are for this actor. */
export const mayCountQuestions = (actor: Actor) => hasRole(actor, ...access.counts);

/** Schools of which the actor reads every question. */
export const schoolsReadBy = (actor: Actor): readonly Place[] =>
  schoolsOf(actor, 'support_coordinator', 'school_director', 'contact_person');

/** What plans the work, the words, and what is said of a pupil (case number, consent): each has policies of its own in migrations/0022. */
export type Part = 'planning' | 'words' | 'pupil';

const all: readonly Part[] = ['planning', 'words', 'pupil'];

/** Who reads which part, by what they are to the question. A team lead is `team_lead` where no pupil is. */
export const partsReadBy: Readonly<Record<Relation, readonly Part[]>> = {
  author: all,
  submitter: all,
  support_coordinator: all,
  school_director: all,
  contact_person: all,
  team_lead: ['planning', 'words'],
  planner: ['planning'],
  specialist: all,
  thinks_along: ['planning', 'words'],
  asked_along: ['planning', 'words'],
  committee_secretary: all,
  committee_member: all,
  stationed: ['planning', 'words'],
};
