/** Schools where nobody came: no visit and no stationing in a period. Only for who reads every visit and question. */
import { type Reader, type Sql, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';

export interface UnvisitedSchool {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly board: string | null;
  /** The last visit before or after the period. */
  readonly lastVisit: CivilDate | null;
  /** Questions that wait for somebody. */
  readonly waiting: number;
}

export interface UnvisitedFilter {
  readonly limit: number;
  readonly after: Cursor | undefined;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
  /** Codes. */
  readonly board: string | undefined;
  readonly area: string | undefined;
}

/** Where somebody came in the period, of school `h`. */
export const visited = (who: Identity, from: CivilDate, to: CivilDate): Sql => sql`exists (
    select from visit_school v join visit w on w.tenant_id = v.tenant_id and w.id = v.visit_id and w.withdrawn_at is null
    where v.tenant_id = ${who.tenantId} and v.school_id = h.id and v.on_date between ${from}::date and ${to}::date)`;

export const stationedAt = (who: Identity, from: CivilDate, to: CivilDate): Sql => sql`exists (
    select from stationing_school x join stationing s on s.tenant_id = x.tenant_id and s.id = x.stationing_id
    where x.tenant_id = ${who.tenantId} and x.school_id = h.id and s.status in ('agreed', 'active', 'evaluated', 'ended')
      and s.starts_on <= ${to}::date and s.ends_on > ${from}::date)`;

export const waitingAt = (who: Identity): Sql => sql`(select count(*)::int from support_question q
    where q.tenant_id = ${who.tenantId} and q.school_id = h.id and q.status in ('submitted', 'in_triage', 'needs_information', 'at_committee')
      and not exists (select from assignment a
        where a.tenant_id = q.tenant_id and a.question_id = q.id and a.kind = 'assigned' and a.state = 'active'))`;

/** By name, one more than asked when there are more; with how many there are in all. */
export function findUnvisited(
  reader: Reader,
  who: Identity,
  { limit, after, from, to, board, area }: UnvisitedFilter,
): Promise<readonly (UnvisitedSchool & { readonly total: number })[]> {
  const beyond = after === undefined ? sql`` : sql`where (name, id) > (${after.key}, ${after.id}::uuid)`;
  return reader.rows(sql`with found as materialized (
      select h.id, h.code, h.name, b.name as board from school h
      left join board b on b.tenant_id = h.tenant_id and b.id = h.board_id
      left join area r on r.tenant_id = h.tenant_id and r.id = h.area_id
      where h.tenant_id = ${who.tenantId} and (h.ended_on is null or h.ended_on > ${from}::date)
        ${board === undefined ? sql`` : sql`and b.code = ${board}`} ${area === undefined ? sql`` : sql`and r.code = ${area}`}
        and not ${visited(who, from, to)} and not ${stationedAt(who, from, to)}
    ), page as (select f.*, (select count(*)::int from found) as total from found f ${beyond} order by name, id limit ${limit + 1})
    select h.id, h.code, h.name, h.board, h.total, (select max(v.on_date) from visit_school v
        join visit w on w.tenant_id = v.tenant_id and w.id = v.visit_id and w.withdrawn_at is null
        where v.tenant_id = ${who.tenantId} and v.school_id = h.id and v.on_date <= app_today()) as "lastVisit", ${waitingAt(who)} as waiting
    from page h order by h.name, h.id`);
}
