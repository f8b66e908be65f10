import { type Actor, hasRole, type Place, type Role, schoolsOf } from '../platform/pure/actor.ts';

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
} as const satisfies Record<string, readonly Role[]>;

/** The schools the actor may ask for, by name. */
export function schoolsToAskFor(actor: Actor): readonly Place[] {
  return schoolsOf(actor, ...access.ask).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** Whether the actor may ask a question somewhere. */
export const mayAsk = (actor: Actor) => hasRole(actor, ...access.ask);

/** Whether a list of questions can hold anything for this actor. */
export const readsQuestions = (actor: Actor) => hasRole(actor, ...access.read);

/** Schools of which the actor reads every question. */
export const schoolsReadBy = (actor: Actor): readonly Place[] =>
  schoolsOf(actor, 'support_coordinator', 'school_director', 'contact_person');
