/** Who plans. */
import { type Actor, hasRole } from '../../platform/pure/actor.ts';

export const planners = ['team_lead'] as const;
export const mayPlan = (actor: Actor): boolean => hasRole(actor, ...planners);
