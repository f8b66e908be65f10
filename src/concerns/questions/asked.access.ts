import { type Actor, type Role, schoolsOf } from '../../platform/pure/actor.ts';

/** Who may make a support question of an agreement: who asks for a school and reads every question there, so also one that was made before. */
export const access = {
  ask: ['support_coordinator', 'school_director', 'contact_person'],
} as const satisfies Record<string, readonly Role[]>;

/** Whether a reader of a concern may ask a question for its school. */
export const mayAskAbout = (actor: Actor, schoolId: string): boolean =>
  schoolsOf(actor, ...access.ask).some(({ id }) => id === schoolId);
