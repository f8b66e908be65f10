/** Who is stationed where in a school year, a row for each specialist. Row-level security shows each reader their part. */
import { type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { neverBegan, type StationingStatus } from '../../stationing/index.ts';

export interface Bar {
  readonly id: string;
  readonly place: string;
  readonly status: StationingStatus;
  /** A week. */
  readonly dagdelen: number;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
}

export interface BarRow {
  /** Of the person. */
  readonly id: string;
  readonly name: string;
  /** A specialist today or later; who left has no page any more. */
  readonly worksHere: boolean;
  /** By their first day. */
  readonly bars: readonly Bar[];
}

export interface BarFilter {
  readonly limit: number;
  readonly after: Cursor | undefined;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
  readonly specialistId: string | undefined;
  /** Codes. */
  readonly expertise: string | undefined;
  readonly board: string | undefined;
  readonly area: string | undefined;
  readonly status: StationingStatus | undefined;
}

/**
 * By name, one more than asked when there are more. Who is narrowed to a place or a status are those with such a stationing; else every
 * specialist of the year is there, without stationings too.
 */
export function findBars(reader: Reader, who: Identity, filter: BarFilter): Promise<readonly BarRow[]> {
  const { limit, after, from, to, specialistId, expertise, board, area, status } = filter;
  const narrowed = board !== undefined || area !== undefined || status !== undefined;
  const beyond = after === undefined ? sql`` : sql`and (p.name, p.id) > (${after.key}, ${after.id}::uuid)`;
  return reader.rows<BarRow>(sql`with found as (
      select s.* from stationing s
      where s.tenant_id = ${who.tenantId} and s.starts_on <= ${to}::date and s.ends_on > ${from}::date
        and ${status === undefined ? sql`s.status <> 'withdrawn'` : sql`s.status = ${status}`} and not ${neverBegan} ${placed(board, area)}
    ), people as (
      select p.id, p.name, p.suspended_at is null and exists (select from appointment a
        where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
          and (a.ends_on is null or a.ends_on > (select app_today()))) as "worksHere" from person p
      where p.tenant_id = ${who.tenantId} ${beyond}
        ${specialistId === undefined ? sql`` : sql`and p.id = ${specialistId}`}
        ${
          expertise === undefined
            ? sql``
            : sql`and p.id in (select x.person_id from specialist_expertise x
                where x.tenant_id = p.tenant_id and x.expertise = ${expertise})`
        }
        and (p.id in (select specialist_id from found)
          or (not ${narrowed}::boolean and p.suspended_at is null and exists (select from appointment a
            where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
              and a.starts_on <= ${to}::date and (a.ends_on is null or a.ends_on > ${from}::date))))
      order by p.name, p.id limit ${limit + 1}
    )
    select p.id, p.name, p."worksHere", coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'place', coalesce(h.name, b.name), 'status', s.status,
        'dagdelen', s.dagdelen::float8, 'from', s.starts_on, 'to', s.ends_on - 1) order by s.starts_on, s.id)
      from found s left join school h on h.tenant_id = s.tenant_id and h.id = s.school_id
      left join board b on b.tenant_id = s.tenant_id and b.id = s.board_id
      where s.specialist_id = p.id), '[]') as bars
    from people p order by p.name, p.id`);
}

/** At these schools. */
function placed(board: string | undefined, area: string | undefined): Sql {
  if (board === undefined && area === undefined) return sql``;
  return sql`and s.id in (select x.stationing_id from stationing_school x
    join school h on h.tenant_id = x.tenant_id and h.id = x.school_id
    left join board b on b.tenant_id = h.tenant_id and b.id = h.board_id
    left join area r on r.tenant_id = h.tenant_id and r.id = h.area_id
    where x.tenant_id = s.tenant_id ${board === undefined ? sql`` : sql`and b.code = ${board}`}
      ${area === undefined ? sql`` : sql`and r.code = ${area}`})`;
}
