import { type Actor, hasRole, type Place, type Role, schoolsOf } from '../platform/pure/actor.ts';

import type { About, Relation, Status } from './concern.rules.ts';

/** Roles that may knock at a door of this subject. Whose concern they then get is a matter of relation, not of role. */
export const access = {
  /** «de schoolcontactpersonen … of iedereen op een school»: who may note a concern. */
  note: ['contact_person', 'specialist', 'team_lead', 'support_coordinator', 'teacher', 'school_director'],
  /** Everybody who can ever be part of the circle around a concern. */
  read: [
    'contact_person',
    'specialist',
    'team_lead',
    'support_coordinator',
    'teacher',
    'school_director',
    'board_member',
    'partnership_director',
  ],
  /** Planning an ordinary (start-, eind-) conversation with a school. */
  planOther: ['contact_person', 'specialist', 'team_lead', 'school_director', 'support_coordinator'],
  /** The counts of a year, whatever of it they may read. */
  proof: ['team_lead', 'partnership_director', 'policy_adviser'],
} as const satisfies Record<string, readonly Role[]>;

const notingRoles = ['contact_person', 'support_coordinator', 'teacher', 'school_director'] as const;

/** Whether the actor may note a concern about this school (at it, for it, or for all schools), or of this school about the partnership. */
export function mayNoteAt(actor: Actor, schoolId: string, about: About = 'school'): boolean {
  if (about === 'partnership') return schoolsToMirrorAt(actor).some((school) => school.id === schoolId);
  return coversAllSchools(actor) || schoolsOf(actor, ...notingRoles).some((school) => school.id === schoolId);
}

/** The schools on whose behalf the actor may raise a concern about the partnership: where they work themselves. */
export const schoolsToMirrorAt = (actor: Actor): readonly Place[] =>
  schoolsOf(actor, 'school_director', 'support_coordinator', 'teacher');

/** Specialists and team leads of the whole partnership work for every school. */
export function coversAllSchools(actor: Actor): boolean {
  return actor.appointments.some(
    ({ role, place }) => place.kind === 'tenant' && (role === 'specialist' || role === 'team_lead'),
  );
}

/** Whether the actor may note a concern somewhere. */
export const mayNote = (actor: Actor) => hasRole(actor, ...access.note);

/** Whether the actor may plan an ordinary conversation somewhere. */
export const mayPlan = (actor: Actor) => hasRole(actor, ...access.planOther);

/** The actor's own schools where they may plan an ordinary conversation, by name. */
export function schoolsToPlanAt(actor: Actor): readonly Place[] {
  const own = schoolsOf(actor, 'contact_person', 'specialist', 'school_director', 'support_coordinator');
  return own.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** Whether the yearly proof is for this actor. */
export const mayReadProof = (actor: Actor) => hasRole(actor, ...access.proof);

/** Whether a list of concerns can hold anything for this actor. */
export function readsConcerns(actor: Actor): boolean {
  return hasRole(actor, ...access.read);
}

/** The ledger is for the school and its contact persons: those whose concern it is. */
export function mayReadLedger(mine: readonly Relation[]): boolean {
  return mine.some((relation) => ledgerReaders.includes(relation));
}

const ledgerReaders: readonly Relation[] = ['author', 'contact_person', 'school_director', 'participant'];

/** Who can read a concern in this state: said on the page before each step. */
export type Circle =
  | 'author'
  | 'contact_persons'
  | 'team_lead'
  | 'directors'
  | 'participants'
  | 'board'
  | 'partnership_director';

export function readersIn(status: Status, putForward: boolean): readonly Circle[] {
  if (status === 'noted') return ['author'];
  const school: readonly Circle[] = ['author', 'directors', 'contact_persons', 'team_lead', 'participants'];
  return putForward || status === 'with_board' ? [...school, 'board', 'partnership_director'] : school;
}
