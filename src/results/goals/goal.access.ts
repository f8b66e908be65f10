/** Who reaches what of goals, by role; which goals of those is told by the relations to their questions. */
import type { Role } from '../../platform/pure/actor.ts';

export const access = {
  /** Everybody who can read the words of a question. */
  read: [
    'contact_person',
    'specialist',
    'team_lead',
    'committee_member',
    'committee_secretary',
    'support_coordinator',
    'school_director',
    'teacher',
  ],
  /** Who makes goals and scores them: a school, or a specialist who is assigned. */
  write: ['specialist', 'support_coordinator', 'school_director'],
} as const satisfies Record<string, readonly Role[]>;
