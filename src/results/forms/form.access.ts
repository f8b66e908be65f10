/** Who reaches what of the forms that schools fill in. Which schools, row-level security and the functions of migrations/0062 say. */
import type { Role } from '../../platform/pure/actor.ts';

export const access = {
  /** Who is asked once a school year, for each of their schools. */
  asked: ['school_director', 'support_coordinator'],
  /** Who reads what schools wrote, once the school year is over. */
  readWords: ['team_lead', 'partnership_director', 'policy_adviser'],
  yearly: ['school_director', 'support_coordinator', 'team_lead', 'partnership_director', 'policy_adviser'],
  /** Who judges basisondersteuning: the school and its contact person, together. */
  judge: ['school_director', 'support_coordinator', 'contact_person'],
  readBasic: ['school_director', 'support_coordinator', 'contact_person', 'team_lead'],
  /** Who keeps the criteria, beside those who read them with the forms. */
  keepCriteria: ['team_lead', 'policy_adviser'],
  readCriteria: [
    'school_director',
    'support_coordinator',
    'contact_person',
    'team_lead',
    'policy_adviser',
    'partnership_director',
  ],
} as const satisfies Record<string, readonly Role[]>;
