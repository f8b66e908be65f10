/** Who looks at the board. Contracts, questions and visits of the whole partnership are the team lead's; who is where more people know. */
import { type Actor, hasRole } from '../../platform/pure/actor.ts';

export const leads = ['team_lead'] as const;
export const boardReaders = [...leads, 'specialist', 'partnership_director', 'policy_adviser'] as const;

export const isLead = (actor: Actor) => hasRole(actor, ...leads);
export const readsBoard = (actor: Actor) => hasRole(actor, ...boardReaders);
