import { sql } from '../../platform/database.ts';
import type { Role } from '../../platform/pure/actor.ts';
import type { PersonName } from '../concern.store.ts';

/** The work of somebody around a concern was handed over to a stand-in, or taken back. */
export interface HandOver {
  readonly id: string;
  readonly kind: 'begun' | 'ended';
  readonly role: Role;
  readonly person: PersonName;
  readonly standIn: PersonName;
  /** First day. */
  readonly from: string;
  /** Last day; null: until it is ended. */
  readonly to: string | null;
  readonly at: string;
}

/** The lines of a concern `c`, as JSON. */
export const handOversOf = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'kind', h.kind, 'role', h.role, 'at', h.at,
    'person', jsonb_build_object('id', p.id, 'name', p.name), 'standIn', jsonb_build_object('id', w.id, 'name', w.name),
    'from', h.starts_on, 'to', h.ends_on - 1) order by h.at, h.id), '[]')
  from hand_over h join person p on p.tenant_id = h.tenant_id and p.id = h.person_id
  join person w on w.tenant_id = h.tenant_id and w.id = h.stand_in_id
  where h.tenant_id = c.tenant_id and h.concern_id = c.id)`;
