import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { type Blackened, blackenedOf } from '../blackening/blacken.store.ts';
import type { Status } from '../concern.rules.ts';
import type { ConcernRow, PersonName } from '../concern.store.ts';
import type { Seat } from '../concern-seats.rules.ts';
import { type AskedQuestion, askedOf } from '../questions/asked.store.ts';
import { type HandOver, handOversOf } from './hand-over.store.ts';

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
  /** Whom the concern was put forward to, or would be: the board's members, or the partnership director. */
  readonly upper: readonly PersonName[];
  readonly linked: readonly LinkedConcern[];
  /** Where words were blackened. */
  readonly blackened: readonly Blackened[];
  readonly handOvers: readonly HandOver[];
  /** Support questions that were made of its agreements. */
  readonly asked: readonly AskedQuestion[];
  /** Day on which the note is dropped or the concern fades; null when that is not known yet. */
  readonly goesOn: CivilDate | null;
}

const validToday = sql`a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())`;
const names = sql`coalesce(jsonb_agg(distinct jsonb_build_object('id', p.id, 'name', p.name)), '[]')`;
const seated = (seat: Seat) => sql`(select ${names} from seat_appointments(c, ${seat}) a
  join person p on p.tenant_id = a.tenant_id and p.id = a.person_id where ${validToday})`;

const goesOn = sql`(select case when c.status = 'noted' then day_of(c.touched_at) + t.note_days when c.ended_at is not null then fades_on(c) end
  from tenant t where t.tenant_id = c.tenant_id)`;

/** The surroundings of a concern the actor has just read. */
export async function getSurroundings(
  reader: Reader,
  actor: Actor,
  concern: Pick<ConcernRow, 'id' | 'continuesId'>,
): Promise<Surroundings> {
  const row = await reader.first<{ around: Surroundings }>(sql`select jsonb_build_object(
      'authorReads', sits(c, 'author', c.author_id, app_today()),
      'teamLeads', ${seated('team_lead')}, 'partnershipDirectors', ${seated('partnership_director')}, 'upper', ${seated('board_member')},
      'blackened', ${blackenedOf}, 'handOvers', ${handOversOf}, 'asked', ${askedOf}, 'goesOn', ${goesOn},
      'linked', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number, 'status', x.status,
            'earlier', x.id is not distinct from c.continues_id) order by x.noted_at, x.id)
        from concern x where x.tenant_id = c.tenant_id and (x.id = c.continues_id or x.continues_id = c.id)), '[]')) as around
    from concern c
    where c.tenant_id = ${actor.tenantId} and c.id = ${concern.id}`);
  return row?.around ?? nobodyKnown;
}

const nobodyKnown: Surroundings = {
  authorReads: true,
  teamLeads: [],
  partnershipDirectors: [],
  upper: [],
  linked: [],
  blackened: [],
  handOvers: [],
  asked: [],
  goesOn: null,
};
