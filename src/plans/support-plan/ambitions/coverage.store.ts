/** What was done for ambitions, as far as their reader reads the rows: row-level security counts. */
import { type Reader, sql } from '../../../platform/database.ts';
import type { Identity } from '../../../platform/pure/actor.ts';
import type { CivilDate } from '../../../platform/pure/dates.ts';

export interface Reading {
  readonly id: string;
  readonly on: CivilDate;
  readonly value: number;
  readonly note: string | null;
  readonly by: string;
}

export interface Coverage {
  /** The newest first. */
  readonly readings: readonly Reading[];
  readonly questions: number;
  readonly openQuestions: number;
  /** Not dropped: for it themselves, or of a question that is. */
  readonly goals: number;
  readonly visits: { readonly count: number; readonly minutes: number; readonly schools: number };
  /** Agreed or later; dagdelen a week meant for it. */
  readonly stationings: { readonly count: number; readonly dagdelen: number };
  readonly pilots: readonly { readonly id: string; readonly name: string }[];
  readonly posts: readonly {
    readonly title: string;
    readonly address: string;
    readonly publishedAt: string;
  }[];
  /** Schools of today. */
  readonly schools: number;
}

/** Of readings and posts the newest are told. */
const most = 100;

/** By ambition, of all that are asked; one query. */
export async function getCoverages(
  reader: Reader,
  { tenantId }: Identity,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Coverage>> {
  const wanted = sql`any(${ids}::uuid[])`;
  // Each part is counted for all of them at once: nothing looks at an outer row (CONTRIBUTING says why).
  const rows = await reader.rows<{ id: string; found: Coverage }>(sql`with asked as materialized (
      select q.id, q.ended_at, q.ambition_id from support_question q
      where q.tenant_id = ${tenantId} and q.ambition_id = ${wanted} and q.faded_at is null
    ), questions as (
      select ambition_id, count(*)::int as count, (count(*) filter (where ended_at is null))::int as open from asked group by ambition_id
    ), read as (
      select r.ambition_id, jsonb_agg(jsonb_build_object('id', r.id, 'on', r.on_date, 'value', r.value::float8, 'note', r.note, 'by', w.name)
        order by r.on_date desc, r.at desc, r.id desc) as list
      from (select x.*, row_number() over (partition by x.ambition_id order by x.on_date desc, x.at desc, x.id desc) as nth
        from ambition_reading x where x.tenant_id = ${tenantId} and x.ambition_id = ${wanted}) r
      join person w on w.tenant_id = r.tenant_id and w.id = r.by_id where r.nth <= ${most} group by r.ambition_id
    ), goals as (
      select n.ambition_id, count(*)::int as count from (
        select g.ambition_id, g.id from goal g where g.tenant_id = ${tenantId} and g.ambition_id = ${wanted} and g.dropped_at is null
        union select a.ambition_id, g.id from asked a join goal g on g.tenant_id = ${tenantId} and g.question_id = a.id
          where g.ambition_id is null and g.dropped_at is null) n group by n.ambition_id
    ), shares as (
      select x.ambition_id, x.visit_id, x.minutes, x.school_id from visit_share x where x.tenant_id = ${tenantId} and x.ambition_id = ${wanted}
      union all
      select a.ambition_id, x.visit_id, x.minutes, x.school_id from asked a join visit_share x on x.tenant_id = ${tenantId} and x.question_id = a.id
    ), visits as (
      select s.ambition_id, jsonb_build_object('count', count(distinct v.id)::int, 'minutes', sum(s.minutes)::int, 'schools', count(distinct s.school_id)::int) as done
      from shares s join visit v on v.tenant_id = ${tenantId} and v.id = s.visit_id and v.withdrawn_at is null group by s.ambition_id
    ), stationings as (
      select x.ambition_id, jsonb_build_object('count', count(*)::int, 'dagdelen', sum(s.dagdelen * x.share / 100)::float8) as done
      from stationing_ambition x join stationing s on s.tenant_id = x.tenant_id and s.id = x.stationing_id
      where x.tenant_id = ${tenantId} and x.ambition_id = ${wanted} and s.status in ('agreed', 'active', 'evaluated', 'ended') group by x.ambition_id
    ), pilots as (
      select p.ambition_id, jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.starts_on desc, p.id desc) as list
      from pilot p where p.tenant_id = ${tenantId} and p.ambition_id = ${wanted} group by p.ambition_id
    ), posts as (
      select n.ambition_id, jsonb_agg(jsonb_build_object('title', n.title, 'address', n.slug || '-' || n.code,
          'publishedAt', to_char(n.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by n.published_at desc, n.id desc) as list
      from (select p.ambition_id, t.title, t.slug, p.code, p.published_at, p.id,
          row_number() over (partition by p.ambition_id order by p.published_at desc, p.id desc) as nth
        from post p join post_text t on t.tenant_id = p.tenant_id and t.post_id = p.id and t.original
        where p.tenant_id = ${tenantId} and p.ambition_id = ${wanted} and p.published_at <= (select app_now()) and p.withdrawn_at is null) n
      where n.nth <= ${most} group by n.ambition_id
    )
    select w.id, jsonb_build_object('readings', coalesce(read.list, '[]'),
      'questions', coalesce(questions.count, 0), 'openQuestions', coalesce(questions.open, 0), 'goals', coalesce(goals.count, 0),
      'visits', coalesce(visits.done, '{"count": 0, "minutes": 0, "schools": 0}'),
      'stationings', coalesce(stationings.done, '{"count": 0, "dagdelen": 0}'),
      'pilots', coalesce(pilots.list, '[]'), 'posts', coalesce(posts.list, '[]'),
      'schools', (select count(*)::int from school h where h.tenant_id = ${tenantId} and (h.ended_on is null or h.ended_on > (select app_today())))) as found
    from unnest(${ids}::uuid[]) as w (id) left join read on read.ambition_id = w.id left join questions on questions.ambition_id = w.id
      left join goals on goals.ambition_id = w.id left join visits on visits.ambition_id = w.id
      left join stationings on stationings.ambition_id = w.id left join pilots on pilots.ambition_id = w.id
      left join posts on posts.ambition_id = w.id`);
  return new Map(rows.map(({ id, found }) => [id, found]));
}

export async function getCoverage(
  reader: Reader,
  identity: Identity,
  id: string,
): Promise<Coverage | undefined> {
  return (await getCoverages(reader, identity, [id])).get(id);
}
