import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Status } from '../concern.rules.ts';
import type { ConcernRow, PersonName } from '../concern.store.ts';

export interface LinkedConcern {
  readonly id: string;
  readonly number: string;
  readonly status: Status;
  /** The earlier cycle, or one that took this one up again. */
  readonly earlier: boolean;
}

/** Who stands around a concern beyond the school, and the cycles before and after it that the actor may see. */
export interface Surroundings {
  /** False once the author has no appointment at the school any more. */
  readonly authorReads: boolean;
  readonly teamLeads: readonly PersonName[];
  readonly partnershipDirectors: readonly PersonName[];
  /** The board the concern was put forward to, or would be. */
  readonly board: { readonly name: string; readonly members: readonly PersonName[] } | null;
  readonly linked: readonly LinkedConcern[];
}

const validToday = sql`a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())`;
const names = sql`coalesce(jsonb_agg(distinct jsonb_build_object('id', p.id, 'name', p.name)), '[]')`;
const people = sql`appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
  where a.tenant_id = c.tenant_id and ${validToday}`;

/** The surroundings of a concern the actor has just read. */
export async function getSurroundings(
  reader: Reader,
  actor: Actor,
  concern: Pick<ConcernRow, 'id' | 'continuesId'>,
): Promise<Surroundings> {
  const row = await reader.first<{ around: Surroundings }>(sql`select jsonb_build_object(
      'authorReads', exists (select from ${people} and p.id = c.author_id
        and (a.school_id = c.school_id or (a.school_id is null and a.role in ('specialist', 'team_lead')))),
      'teamLeads', (select ${names} from ${people} and a.role = 'team_lead'),
      'partnershipDirectors', (select ${names} from ${people} and a.role = 'partnership_director'),
      'board', (select jsonb_build_object('name', b.name, 'members', (
          select ${names} from ${people} and a.board_id = b.id and a.role = 'board_member'))
        from board b where b.tenant_id = c.tenant_id and b.id = coalesce(c.board_id, s.board_id)),
      'linked', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number, 'status', x.status,
            'earlier', x.id is not distinct from c.continues_id) order by x.noted_at)
        from concern x where x.tenant_id = c.tenant_id and (x.id = c.continues_id or x.continues_id = c.id)), '[]')) as around
    from concern c join school s on s.tenant_id = c.tenant_id and s.id = c.school_id
    where c.tenant_id = ${actor.tenantId} and c.id = ${concern.id}`);
  return row?.around ?? nobodyKnown;
}

const nobodyKnown: Surroundings = {
  authorReads: true,
  teamLeads: [],
  partnershipDirectors: [],
  board: null,
  linked: [],
};
