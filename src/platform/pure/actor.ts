/** Who asks: a person of one partnership with the appointments that are valid today. Rights follow from these and from nothing else. */

export const roles = [
  'contact_person',
  'specialist',
  'team_lead',
  'committee_member',
  'committee_secretary',
  'school_director',
  'support_coordinator',
  'teacher',
  'board_member',
  'partnership_director',
  'policy_adviser',
  'editor',
  'privacy_officer',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export type PlaceKind = 'tenant' | 'board' | 'school';

export interface Place {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface Appointment {
  readonly role: Role;
  readonly place: Place;
}

/** A person in a partnership: enough to open a transaction in their name. */
export interface Identity {
  readonly personId: string;
  readonly tenantId: string;
}

export interface Actor extends Identity {
  /** The session or token this actor came in with. */
  readonly keyId: string;
  readonly name: string;
  readonly email: string;
  readonly tenant: {
    readonly code: string;
    readonly name: string;
    readonly preset: string;
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly appointments: readonly Appointment[];
  /** How the session began; nothing for a token, a command, a job. */
  readonly session?: Session | undefined;
}

/** By which door somebody came in. */
export type Way = 'link' | 'oidc' | 'passkey' | 'demo';

export interface Session {
  /** null: it began before this was kept. */
  readonly way: Way | null;
  /** `missing`: the partnership asks staff for a second step, which this session has not shown yet. */
  readonly secondFactor: 'shown' | 'missing' | 'unasked';
  /** The appointments are no longer those it began with: it gets a new id. */
  readonly outdated: boolean;
}

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.appointments.some((appointment) => wanted.includes(appointment.role));
}

/** The schools where the actor holds one of these roles today, without doubles. */
export function schoolsOf(actor: Actor, ...wanted: readonly Role[]): readonly Place[] {
  return placesOf(actor, 'school', wanted);
}

/** The boards the actor sits on today. */
export function boardsOf(actor: Actor): readonly Place[] {
  return placesOf(actor, 'board', ['board_member']);
}

function placesOf(actor: Actor, kind: PlaceKind, wanted: readonly Role[]): readonly Place[] {
  const places = actor.appointments
    .filter((appointment) => appointment.place.kind === kind && wanted.includes(appointment.role))
    .map((appointment) => appointment.place);
  return [...new Map(places.map((place) => [place.id, place])).values()];
}
