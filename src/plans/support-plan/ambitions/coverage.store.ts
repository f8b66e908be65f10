/** What was done for an ambition, as far as its reader reads the rows: row-level security counts. */
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

export async function getCoverage(
  reader: Reader,
  { tenantId }: Identity,
  id: string,
): Promise<Coverage | undefined> {
  const row = await reader.first<{ found: Coverage }>(sql`with asked as materialized (
      select q.id, q.ended_at from support_question q where q.tenant_id = ${tenantId} and q.ambition_id = ${id} and q.faded_at is null
    ), shares as (
      select x.visit_id, x.minutes, x.school_id from visit_share x where x.tenant_id = ${tenantId} and x.ambition_id = ${id}
      union all
      select x.visit_id, x.minutes, x.school_id from asked a join visit_share x on x.tenant_id = ${tenantId} and x.question_id = a.id
    )
    select jsonb_build_object(
      'readings', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'on', r.on_date, 'value', r.value::float8, 'note', r.note, 'by', w.name)
        order by r.on_date desc, r.at desc, r.id desc), '[]') from (select * from ambition_reading x where x.tenant_id = ${tenantId} and x.ambition_id = ${id}
          order by x.on_date desc, x.at desc, x.id desc limit ${most}) r join person w on w.tenant_id = r.tenant_id and w.id = r.by_id),
      'questions', (select count(*)::int from asked), 'openQuestions', (select count(*)::int from asked where ended_at is null),
      'goals', (select count(*)::int from (select g.id from goal g where g.tenant_id = ${tenantId} and g.ambition_id = ${id} and g.dropped_at is null
        union select g.id from asked a join goal g on g.tenant_id = ${tenantId} and g.question_id = a.id where g.ambition_id is null and g.dropped_at is null) n),
      'visits', (select jsonb_build_object('count', count(distinct v.id)::int, 'minutes', coalesce(sum(s.minutes), 0)::int, 'schools', count(distinct s.school_id)::int)
        from shares s join visit v on v.tenant_id = ${tenantId} and v.id = s.visit_id and v.withdrawn_at is null),
      'stationings', (select jsonb_build_object('count', count(*)::int, 'dagdelen', coalesce(sum(s.dagdelen * x.share / 100), 0)::float8)
        from stationing_ambition x join stationing s on s.tenant_id = x.tenant_id and s.id = x.stationing_id
        where x.tenant_id = ${tenantId} and x.ambition_id = ${id} and s.status in ('agreed', 'active', 'evaluated', 'ended')),
      'pilots', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.starts_on desc, p.id desc), '[]')
        from pilot p where p.tenant_id = ${tenantId} and p.ambition_id = ${id}),
      'posts', (select coalesce(jsonb_agg(jsonb_build_object('title', n.title, 'address', n.slug || '-' || n.code,
          'publishedAt', to_char(n.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by n.published_at desc, n.id desc), '[]')
        from (select t.title, t.slug, p.code, p.published_at, p.id from post p
          join post_text t on t.tenant_id = p.tenant_id and t.post_id = p.id and t.original
          where p.tenant_id = ${tenantId} and p.ambition_id = ${id} and p.published_at <= (select app_now()) and p.withdrawn_at is null
          order by p.published_at desc, p.id desc limit ${most}) n),
      'schools', (select count(*)::int from school h where h.tenant_id = ${tenantId} and (h.ended_on is null or h.ended_on > (select app_today())))
    ) as found`);
  return row?.found;
}
