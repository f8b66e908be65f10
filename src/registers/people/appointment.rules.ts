/** Where a role can be held. The database says the same («a role belongs to its kind of place»). */
import type { PlaceKind, Role } from '../../platform/pure/actor.ts';

const kinds: Readonly<Record<Role, readonly PlaceKind[]>> = {
  contact_person: ['school'],
  // For the whole partnership, or stationed at a school.
  specialist: ['tenant', 'school'],
  team_lead: ['tenant'],
  committee_member: ['tenant'],
  committee_secretary: ['tenant'],
  school_director: ['school'],
  support_coordinator: ['school'],
  teacher: ['school'],
  board_member: ['board'],
  partnership_director: ['tenant'],
  policy_adviser: ['tenant'],
  editor: ['tenant'],
  privacy_officer: ['tenant'],
  administrator: ['tenant'],
};

export function placeKindsFor(role: Role): readonly PlaceKind[] {
  return kinds[role];
}

/** Only a director can be «waarnemend». */
export function canAct(role: Role): boolean {
  return role === 'school_director';
}

export interface ChosenPlace {
  readonly boardId: string | null;
  readonly schoolId: string | null;
}

/**
 * The place that a form names: `tenant`, `school:ID`, `board:ID`, or nothing for a role that only the partnership has.
 * Undefined when the role cannot be held there.
 */
export function placeFor(role: Role, place: string | undefined): ChosenPlace | undefined {
  const [kind = 'tenant', id = null] = place?.split(':') ?? [];
  if (!placeKindsFor(role).some((allowed) => allowed === kind) || (kind === 'tenant') !== (id === null))
    return undefined;
  return { boardId: kind === 'board' ? id : null, schoolId: kind === 'school' ? id : null };
}
