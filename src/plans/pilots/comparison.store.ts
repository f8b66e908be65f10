/** Where a pilot runs and where it does not, with the school days of both, as far as the reader may see schools. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Periods, Place } from './comparison.rules.ts';

export interface NamedPlace extends Place {
  readonly code: string;
  readonly name: string;
}

export interface Ground {
  readonly places: readonly NamedPlace[];
  /** The day of the first case there is; null: there is none yet. */
  readonly since: CivilDate | null;
}

/** All schools of the days that are compared. One query. */
export async function findGround(
  reader: Reader,
  { tenantId }: Identity,
  pilotId: string,
  { before, after }: Periods,
): Promise<Ground> {
  const row = await reader.first<Ground>(sql`with place as materialized (
      select h.id, h.code, h.name, p.starts_on, p.ends_on - 1 as ends_on, p.school_id is not null as takes_part,
        greatest(p.starts_on, ${after.from}::date) as begins, least(coalesce(p.ends_on - 1, ${after.to}::date), ${after.to}::date) as ends
      from school h left join pilot_school p on p.tenant_id = h.tenant_id and p.school_id = h.id and p.pilot_id = ${pilotId}
      where h.tenant_id = ${tenantId} and (h.ended_on is null or h.ended_on > ${before.from}::date)
    ), calendar as materialized (
      select * from school_closings(${tenantId}, array(select id from place), ${before.from}::date, ${after.to}::date)
    )
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'boardId', c.board_id, 'areaId', c.area_id,
        'takesPart', case when p.takes_part then jsonb_build_object('startsOn', p.starts_on, 'endsOn', p.ends_on) end,
        'days', jsonb_build_object(
          'before', school_days(${before.from}::date - 1, ${before.to}::date, c.closed, c.added, c.opened),
          'after', school_days(coalesce(p.begins, ${after.from}::date) - 1, coalesce(p.ends, ${after.to}::date), c.closed, c.added, c.opened)))
        order by p.id), '[]') as places,
      least((select min(v.on_date) from visit v where v.tenant_id = ${tenantId}),
        (select min(q.submitted_on) from support_question q where q.tenant_id = ${tenantId})) as since
    from place p join calendar c on c.school_id = p.id`);
  return row ?? { places: [], since: null };
}
