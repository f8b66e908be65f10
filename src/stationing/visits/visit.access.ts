/** Who knocks at the doors of visits; which visits they then see is the matter of row-level security. */
import { type Actor, hasRole } from '../../platform/pure/actor.ts';

export const recorders = ['specialist'] as const;
/** Who says for a school whether a visit is right. */
export const respondents = ['school_director', 'support_coordinator'] as const;
export const readers = [...recorders, ...respondents, 'contact_person', 'team_lead'] as const;

export const mayRecord = (actor: Actor) => hasRole(actor, ...recorders);
export const mayAnswer = (actor: Actor) => hasRole(actor, ...respondents);
export const readsVisits = (actor: Actor) => hasRole(actor, ...readers);
