/** Who knocks at the doors of stationings; which ones they then see is the matter of row-level security. */
import { type Actor, hasRole } from '../../platform/pure/actor.ts';

export const proposers = ['team_lead'] as const;
export const readers = [
  ...proposers,
  'specialist',
  'contact_person',
  'school_director',
  'support_coordinator',
  'teacher',
  'board_member',
  'partnership_director',
  'policy_adviser',
] as const;

export const mayPropose = (actor: Actor) => hasRole(actor, ...proposers);
export const readsStationings = (actor: Actor) => hasRole(actor, ...readers);
/** Who reads those of the whole partnership. */
export const readsAll = (actor: Actor) =>
  hasRole(actor, 'specialist', 'team_lead', 'partnership_director', 'policy_adviser');
