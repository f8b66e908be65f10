/** Who makes promises and moves them; which ones somebody reads is the matter of row-level security. */
import { type Actor, hasRole, type Role } from '../../platform/pure/actor.ts';
import { writers } from '../posts/post.access.ts';

/** Who can come to own a promise: everybody who works at the partnership. Writers too. */
export const movers = [
  ...writers,
  'contact_person',
  'specialist',
  'partnership_director',
  'committee_member',
  'committee_secretary',
  'privacy_officer',
  'administrator',
] as const satisfies readonly Role[];

export const writesPosts = (actor: Actor | undefined): actor is Actor =>
  actor !== undefined && hasRole(actor, ...writers);
/** Whether somebody filters the list by who answers for a promise. */
export const readsOwners = (actor: Actor | undefined): actor is Actor =>
  actor !== undefined && hasRole(actor, ...movers);
