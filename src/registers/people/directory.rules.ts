/** What the directory tells of somebody: what they are now, before and later, and how they can be reached. Pure. */
import type { Place, Role } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';

export interface Period {
  readonly from: CivilDate;
  /** The last day; null: until further notice. */
  readonly to: CivilDate | null;
}

export interface KnownAppointment extends Period {
  readonly id: string;
  readonly role: Role;
  readonly place: Pick<Place, 'kind' | 'code' | 'name'>;
  readonly acting: boolean;
}

export type Phase = 'now' | 'coming' | 'past';

/** Both days belong to it: who begins today is there today, and who goes today still is. */
export function phaseOf({ from, to }: Period, today: CivilDate): Phase {
  if (from > today) return 'coming';
  return to !== null && to < today ? 'past' : 'now';
}

/** Appointments of one kind and one period, at one place or more. */
export interface Held<One extends KnownAppointment = KnownAppointment> extends Period {
  readonly role: Role;
  readonly acting: boolean;
  readonly phase: Phase;
  readonly at: readonly One[];
}

/**
 * Appointments put together: a contact person of eight schools is so once, with eight places. Of what somebody is now the first day
 * makes no difference. In the order in which they came.
 */
export function heldBy<One extends KnownAppointment>(
  appointments: readonly One[],
  today: CivilDate,
): readonly Held<One>[] {
  const groups = new Map<string, Held<One>>();
  for (const one of appointments) {
    const { role, acting, from, to } = one;
    const phase = phaseOf(one, today);
    const key = [role, acting, phase, phase === 'now' ? '' : from, to].join(' ');
    const group = groups.get(key);
    groups.set(key, { role, acting, phase, from, to, ...group, at: [...(group?.at ?? []), one] });
  }
  return [...groups.values()];
}

/**
 * Whoever works for the partnership today can be reached directly, as every school and board may; whoever works at a school or a board
 * is reached through it.
 */
export function sharesContact(appointments: readonly KnownAppointment[], today: CivilDate): boolean {
  return appointments.some(
    (one) =>
      phaseOf(one, today) === 'now' &&
      (one.place.kind === 'tenant' || one.role === 'contact_person' || one.role === 'specialist'),
  );
}

/** Roles of which the next one takes over the work: there one asks who that is. */
export const handedOver: readonly Role[] = [
  'team_lead',
  'contact_person',
  'school_director',
  'partnership_director',
  'committee_secretary',
];
