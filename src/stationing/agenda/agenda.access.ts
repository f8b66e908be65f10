/** Who opens which agenda; contents that are not theirs row-level security leaves out. */
import { type Actor, hasRole, schoolsOf } from '../../platform/pure/actor.ts';

/** Those of specialists: who plans with them. */
export const team = ['specialist', 'team_lead'] as const;

const ofSchool = ['contact_person', 'school_director', 'support_coordinator', 'teacher'] as const;
export const agendaReaders = [...ofSchool, 'team_lead'] as const;

/** That of the school with this code. */
export const readsAgendaAt = (actor: Actor, code: string) =>
  hasRole(actor, 'team_lead') || schoolsOf(actor, ...ofSchool).some((school) => school.code === code);

/** For whom anything is planned that their own calendar can show. */
export const feedOwners = [
  'specialist',
  'committee_member',
  'committee_secretary',
  'contact_person',
  'school_director',
  'support_coordinator',
] as const;
export const mayFeed = (actor: Actor) => hasRole(actor, ...feedOwners);
