/**
 * Who sits where around a concern. The protocol names seats; what a concern is about says who fills them. A concern about the
 * partnership goes the same way in a mirror: a school raises it, a team lead is addressed first, and only then, after a talk with
 * them, the partnership director. migrations/0017 repeats this table; a test keeps them the same.
 */
import type { Role } from '../platform/pure/actor.ts';
import type { About, Relation } from './concern.rules.ts';

export type Seat = Exclude<Relation, 'proposer'>;

interface Chair {
  readonly role: Role;
  /** Appointed at the concern's own school, at that school's board, or for the whole partnership. */
  readonly at: 'school' | 'board' | 'tenant';
}

const chair = (at: Chair['at'], ...roles: readonly Role[]): readonly Chair[] =>
  roles.map((role) => ({ role, at }));

export const seats: Record<About, Record<Seat, readonly Chair[]>> = {
  school: {
    author: [
      ...chair('school', 'contact_person', 'specialist', 'school_director', 'support_coordinator', 'teacher'),
      ...chair('tenant', 'specialist', 'team_lead'),
    ],
    contact_person: chair('school', 'contact_person'),
    school_director: chair('school', 'school_director'),
    team_lead: chair('tenant', 'team_lead'),
    partnership_director: chair('tenant', 'partnership_director'),
    board_member: chair('board', 'board_member'),
    participant: chair('school', 'support_coordinator', 'teacher'),
  },
  partnership: {
    author: chair('school', 'school_director', 'support_coordinator', 'teacher'),
    contact_person: chair('school', 'school_director'),
    school_director: chair('tenant', 'team_lead'),
    // The second person, who consents to the step upward: of the side that raised it.
    team_lead: chair('school', 'school_director'),
    partnership_director: [],
    board_member: chair('tenant', 'partnership_director'),
    participant: chair('school', 'support_coordinator', 'teacher', 'contact_person'),
  },
};
