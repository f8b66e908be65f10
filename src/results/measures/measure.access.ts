import { type Actor, hasRole, type Role } from '../../platform/pure/actor.ts';

/**
 * Two circles. Insiders work on the records: their figures are computed now, from the rows they read. Outsiders read releases alone, so
 * that two days or two filters can never be subtracted from each other.
 */
export const access = {
  insiders: [
    'team_lead',
    'contact_person',
    'specialist',
    'school_director',
    'support_coordinator',
    'committee_secretary',
  ],
  outsiders: ['board_member', 'partnership_director', 'policy_adviser'],
  read: [
    'team_lead',
    'contact_person',
    'specialist',
    'school_director',
    'support_coordinator',
    'committee_secretary',
    'board_member',
    'partnership_director',
    'policy_adviser',
  ],
} as const satisfies Record<string, readonly Role[]>;

/** Who reads releases of every board; a board member reads those of their own. */
export const readsEveryBoard = (actor: Actor) =>
  hasRole(actor, 'team_lead', 'partnership_director', 'policy_adviser');

/** Whether figures are computed for the actor from rows they read. */
export const isInsider = (actor: Actor) => hasRole(actor, ...access.insiders);
