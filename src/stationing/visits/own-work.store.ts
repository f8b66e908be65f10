/** What a specialist works at: the schools they come and the questions, for the form of a visit. Never a word about a pupil. */
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { VisitKind } from './visit.rules.ts';
import type { AmbitionName, SchoolName } from './visit.store.ts';

export interface OwnQuestion {
  readonly id: string;
  readonly number: string;
  readonly level: 'school' | 'team' | 'group' | 'pupil';
  /** null at level pupil: a number says enough. */
  readonly title: string | null;
  readonly schoolCode: string;
  readonly goals: readonly { readonly id: string; readonly title: string | null }[];
}

/** Questions that the actor works on or thinks along with, as the database law lets them write minutes for; by school and number. */
export function findOwnQuestions(reader: Reader, who: Identity): Promise<readonly OwnQuestion[]> {
  return reader.rows<OwnQuestion>(sql`
    select q.id, q.number, q.level, w.title, s.code as "schoolCode", coalesce((
        select jsonb_agg(jsonb_build_object('id', g.id, 'title', case when q.level <> 'pupil' then g.title end) order by g.made_at, g.id)
        from goal g where g.tenant_id = q.tenant_id and g.question_id = q.id and g.dropped_at is null), '[]') as goals
    from (select distinct tenant_id, question_id from assignment
      where tenant_id = ${who.tenantId} and specialist_id = ${who.personId} and state = 'active') a
    join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
    join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
    left join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id and q.level <> 'pupil'
    where q.status not in ('answered', 'declined', 'withdrawn', 'stopped', 'followed_up')
    order by s.name, s.id, q.number`);
}

export interface OwnSchool {
  readonly code: string;
  readonly name: string;
  /** The last visit there: what the next one probably looks like. */
  readonly lastOn: string | null;
  readonly lastMinutes: number | null;
  readonly lastKind: VisitKind | null;
}

/** Schools the actor visited in half a year, works for or has a fixed day at: the last visited first. */
export function findOwnSchools(reader: Reader, who: Identity): Promise<readonly OwnSchool[]> {
  return reader.rows<OwnSchool>(sql`
    with last as (
      select distinct on (x.school_id) x.school_id, v.on_date, v.recorded_at, v.minutes, v.kind
      from visit v join visit_school x on x.tenant_id = v.tenant_id and x.visit_id = v.id
      where v.tenant_id = ${who.tenantId} and v.specialist_id = ${who.personId} and v.withdrawn_at is null
        and v.on_date > (select app_today()) - 183
      order by x.school_id, v.on_date desc, v.recorded_at desc, v.id
    ), own as (
      select school_id from last
      union select school_id from visit_series where tenant_id = ${who.tenantId} and specialist_id = ${who.personId}
        and (ends_on is null or ends_on > (select app_today()))
      union select q.school_id from assignment a join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
        where a.tenant_id = ${who.tenantId} and a.specialist_id = ${who.personId} and a.state = 'active'
          and q.status not in ('answered', 'declined', 'withdrawn', 'stopped', 'followed_up')
    )
    select s.code, s.name, l.on_date as "lastOn", l.minutes as "lastMinutes", l.kind as "lastKind"
    from own join school s on s.tenant_id = ${who.tenantId} and s.id = own.school_id
    left join last l on l.school_id = own.school_id
    where s.ended_on is null or s.ended_on > (select app_today())
    order by l.on_date desc nulls last, l.recorded_at desc nulls last, s.name, s.id`);
}

export interface VisitChoices {
  /** Schools of the partnership that have not ended, by name. */
  readonly all: readonly SchoolName[];
  /** Ambitions of today, by name. */
  readonly ambitions: readonly AmbitionName[];
}

/** What a visit can be for besides one's own work, in one statement. */
export async function findVisitChoices(reader: Reader, tenantId: string): Promise<VisitChoices> {
  const row = await reader.first<VisitChoices>(sql`select (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name) order by s.name, s.id), '[]')
      from school s where s.tenant_id = ${tenantId} and (s.ended_on is null or s.ended_on > (select app_today()))) as "all", (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name, a.id), '[]')
      from ambition a where a.tenant_id = ${tenantId} and not a.is_draft and a.starts_on <= (select app_today())
        and (a.ends_on is null or a.ends_on > (select app_today()))) as ambitions`);
  return row ?? { all: [], ambitions: [] };
}
