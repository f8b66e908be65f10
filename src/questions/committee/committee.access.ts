import type { Role } from '../../platform/pure/actor.ts';
import type { Relation } from '../question.rules.ts';

/** Roles that may knock at the doors of the committee. When it meets everybody may know; what is on its agenda depends on the question. */
export const access = {
  meetings: 'member',
  /** «Een secretaris plant de vergaderingen en legt vast wat eruit komt.» */
  keep: ['committee_secretary'],
  /** Minutes and who was there. */
  sit: ['committee_member', 'committee_secretary'],
  /** Keeping oneself out of a question. */
  takePart: ['committee_member'],
  /** Whoever may ever fetch a decision letter: whose school it is, its contact person, and who sends it. */
  letter: ['support_coordinator', 'school_director', 'contact_person', 'committee_secretary'],
} as const satisfies Record<string, 'member' | readonly [Role, ...Role[]]>;

/** In whose menu the committee stands. */
export const worksWithCommittee = [
  'committee_member',
  'committee_secretary',
  'contact_person',
  'team_lead',
] as const satisfies readonly Role[];

const letterRelations: readonly Relation[] = [
  'support_coordinator',
  'school_director',
  'contact_person',
  'committee_secretary',
];

/** Whether the letter about a question is for somebody who is this to it. */
export const mayFetchLetter = (relations: readonly Relation[]) =>
  relations.some((relation) => letterRelations.includes(relation));
