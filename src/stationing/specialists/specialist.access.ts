/** Who keeps what of specialists; what somebody then sees is the matter of row-level security. */
import { type Actor, hasRole } from '../../platform/pure/actor.ts';

/** Who writes profiles: a specialist their own. */
export const keepers = ['specialist', 'team_lead', 'administrator'] as const;
/** Who writes contracts. */
export const contractWriters = ['team_lead', 'administrator'] as const;
/** Who writes absences: a specialist their own. */
export const absenceWriters = ['specialist', 'team_lead'] as const;

export const mayKeepProfile = (actor: Actor, personId: string) =>
  hasRole(actor, 'team_lead', 'administrator') || isOwn(actor, personId);
export const mayWriteContract = (actor: Actor) => hasRole(actor, ...contractWriters);
export const mayWriteAbsence = (actor: Actor, personId: string) =>
  hasRole(actor, 'team_lead') || isOwn(actor, personId);

const isOwn = (actor: Actor, personId: string) => hasRole(actor, 'specialist') && actor.personId === personId;
