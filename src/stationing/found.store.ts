/** What of stationing somebody finds by words they typed: what they may read, and no more. */
import { type Reader, sql } from '../platform/database.ts';
import type { Identity } from '../platform/pure/actor.ts';
import type { Cursor } from '../platform/pure/cursor.ts';
import type { CivilDate } from '../platform/pure/dates.ts';
import type { Status } from './stationings/stationing.rules.ts';

interface Sought {
  readonly text: string;
  readonly limit: number;
  readonly after?: Cursor | undefined;
}

export interface FoundSpecialist {
  readonly id: string;
  readonly name: string;
  /** Names, the strongest first. */
  readonly expertise: readonly string[];
  /** Where they are today, by name. */
  readonly schools: readonly string[];
}

/**
 * Specialists of today whose name, expertise or schools look like the words, by name, one more than the limit when there are more. Who is
 * where everybody knows.
 */
export function findSpecialistsLike(
  reader: Reader,
  { tenantId }: Identity,
  { text, limit, after }: Sought,
): Promise<readonly FoundSpecialist[]> {
  const beyond = after === undefined ? sql`` : sql`and (x.name, x.id) > (${after.key}, ${after.id}::uuid)`;
  return reader.rows<FoundSpecialist>(sql`
    with here as (
      select a.person_id, a.school_id from appointment a where a.tenant_id = ${tenantId} and a.role = 'specialist'
        and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today()))
    ), x as (
      select p.id, p.name, array(
          select e.name from specialist_expertise k join expertise e on e.tenant_id = k.tenant_id and e.code = k.expertise
          where k.tenant_id = p.tenant_id and k.person_id = p.id and (e.ended_on is null or e.ended_on > (select app_today()))
          order by k.level desc, e.position, e.name) as expertise, array(
          select h.name from school h where h.tenant_id = p.tenant_id and h.id in (
            select o.school_id from here o where o.person_id = p.id union all
            select n.school_id from stationed_now() n where n.person_id = p.id) order by h.name, h.id) as schools
      from person p where p.tenant_id = ${tenantId} and p.suspended_at is null and p.id in (select person_id from here)
    )
    select x.id, x.name, x.expertise, x.schools from x
    where word_similarity(folded(${text}), folded(array_to_string(x.name || x.expertise || x.schools, ' '))) >= 0.55 ${beyond}
    order by x.name, x.id limit ${limit + 1}`);
}

export interface FoundStationing {
  readonly id: string;
  readonly status: Status;
  readonly specialist: string;
  /** A school or a board. */
  readonly place: string;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
}

/** Stationings that have not ended with such a specialist or place, the latest first day first; one more than the limit when there are more. */
export function findStationingsLike(
  reader: Reader,
  { tenantId }: Identity,
  { text, limit, after }: Sought,
): Promise<readonly FoundStationing[]> {
  const beyond =
    after === undefined ? sql`` : sql`and (s.starts_on, s.id) < (${after.key}::date, ${after.id}::uuid)`;
  return reader.rows<FoundStationing>(sql`
    select s.id, s.status, p.name as specialist, coalesce(h.name, b.name) as place, s.starts_on as "from", s.ends_on - 1 as "to"
    from stationing s join person p on p.tenant_id = s.tenant_id and p.id = s.specialist_id
    left join school h on h.tenant_id = s.tenant_id and h.id = s.school_id
    left join board b on b.tenant_id = s.tenant_id and b.id = s.board_id
    where s.tenant_id = ${tenantId} and s.status in ('proposed', 'agreed', 'active', 'evaluated')
      and word_similarity(folded(${text}), folded(concat_ws(' ', p.name, h.name, b.name))) >= 0.55 ${beyond}
    order by s.starts_on desc, s.id desc limit ${limit + 1}`);
}
