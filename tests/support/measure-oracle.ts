/**
 * All measures by another road: cases straight from the rows (school days one by one, with the law's own is_school_day), and figures as
 * aggregates of SQL. It shares no function with src/results/measures and migrations/0057.
 */

/** $1 partnership, $2 first day, $3 last day, $4 today; $5 schools whose cases count (null: all). For a superuser. */
const cases = `
with t as (select $1::uuid as id, $2::date as f, $3::date as l, $4::date as today,
    coalesce((select dagdeel_hours from planning_settings where tenant_id = $1::uuid), 4) as hours),
open_day as (
  select s.id as school, d::date as day from t, school s, generate_series(t.f - 250, t.l + 400, interval '1 day') d
  where s.tenant_id = t.id and is_school_day(t.id, s.id, d::date)
),
q as (
  select q.*, q.expertise[1] as exp, (q.ended_at at time zone 'Europe/Amsterdam')::date as end_day from support_question q, t where q.tenant_id = t.id
),
line as (
  select q.id, m.measure, m.since, m.until, q.submitted_on from q, t, lateral (values ('first_contact_days', q.submitted_on, q.first_contact_on),
    ('start_days', q.submitted_on, q.started_on), ('earliness_days', q.signalled_on, q.involved_on)) m (measure, since, until)
  where q.submitted_on >= t.f and q.submitted_on <= t.l and (m.until is not null or q.ended_at is null)
),
v as (select v.*, (v.recorded_at at time zone 'Europe/Amsterdam')::date as rec from visit v, t
  where v.tenant_id = t.id and v.withdrawn_at is null and v.on_date >= t.f and v.on_date <= t.l),
-- The last one entered of each goal, scorer and moment.
s as (
  select x.goal_id, x.scored_by, x.moment, x.score, x.scored_on from goal_score x, t where x.tenant_id = t.id and not exists (
    select from goal_score y where y.tenant_id = x.tenant_id and y.goal_id = x.goal_id and y.scored_by = x.scored_by and y.moment = x.moment
      and (y.entered_at, y.id) > (x.entered_at, x.id))
),
g as (select g.id, g.scale, g.school_id, q.exp, q.level from goal g join q on q.id = g.question_id, t where g.tenant_id = t.id and g.dropped_at is null),
-- Monday to Friday of whoever has a contract in the period; what was planned counts until it ended, whatever became of it.
workday as (
  select p.person, d::date as day, date_trunc('week', d)::date as monday, coalesce((select min(c.dagdelen) from contract c where c.tenant_id = t.id and c.person_id = p.person
    and daterange(c.starts_on, c.ends_on) @> d::date), 0) as contract
  from t, (select distinct c.person_id as person from contract c, t where c.tenant_id = t.id and daterange(c.starts_on, c.ends_on) && daterange(t.f, t.l, '[]')) p,
    generate_series(t.f, t.l, interval '1 day') d where extract(isodow from d) < 6
),
away_week as (
  select x.person_id as person, m::date as monday from t, (select person_id, range_agg(daterange(starts_on, ends_on)) as days from specialist_absence, t where tenant_id = t.id group by 1) x,
    generate_series(date_trunc('week', t.f::timestamp) - interval '60 weeks', t.l + interval '120 weeks', interval '1 week') m where x.days @> daterange(m::date, m::date + 5)
),
stood as (
  select n.id, n.specialist_id as person, coalesce(n.school_id, n.board_id) as place, n.dagdelen, n.starts_on as f, n.ends_on as u from stationing n, t
  where n.tenant_id = t.id and n.status not in ('proposed', 'withdrawn') and not (n.status = 'ended' and exists (select from stationing_entry e
    where e.tenant_id = t.id and e.stationing_id = n.id and e.step in ('end', 'make_way') and (e.on_date is null or e.on_date < n.starts_on)))
),
spread as (
  select a.specialist_id as person, q.school_id as school, a.starts_on as f, u.until as u, a.planned_dagdelen / nullif((select count(*)
      from generate_series(date_trunc('week', a.starts_on::timestamp), a.ends_on - interval '1 day', interval '1 week') m
      where (a.specialist_id, m::date) not in (select person, monday from away_week)), 0) as dagdelen
  from t, assignment a join q on q.id = a.question_id,
    lateral (select case when a.state = 'ended' then least(a.ends_on, (a.ended_at at time zone 'Europe/Amsterdam')::date) else a.ends_on end as until) u
  where a.tenant_id = t.id and a.kind = 'assigned' and a.state in ('active', 'ended') and u.until > a.starts_on
),
place_load as (
  select d.person, d.day, s.place, max(s.dagdelen) as stood, 0 as worked from workday d join stood s on s.person = d.person and d.day >= s.f and d.day < s.u
  where (d.person, d.monday) not in (select person, monday from away_week) group by 1, 2, 3
  union all
  select d.person, d.day, coalesce((select s.place from stood s join stationing_school y on y.stationing_id = s.id and y.school_id = w.school
      where s.person = d.person and d.day >= s.f and d.day < s.u order by s.place <> w.school, s.place limit 1), w.school), 0, w.dagdelen
  from workday d join spread w on w.person = d.person and daterange(w.f, w.u) && daterange(d.monday, d.monday + 7)
  where (d.person, d.monday) not in (select person, monday from away_week)
),
bare (measure, school, expertise, level, kind, ambition, on_day, value, against, open) as (
  select l.measure, q.school_id, q.exp, q.level, null, null::uuid, l.submitted_on,
    (select count(*) from open_day o where o.school = q.school_id and o.day > l.since and o.day <= coalesce(l.until, t.today))::numeric, null::numeric, l.until is null
  from line l join q on q.id = l.id, t
  union all select 'hand_offs', school_id, exp, level, null, null, submitted_on, hand_offs, null, false from q, t where submitted_on between t.f and t.l
  union all select 'light_route_share', school_id, exp, level, null, null, submitted_on, case when level in ('school', 'team', 'group') then 1 else 0 end, null, false
    from q, t where submitted_on between t.f and t.l
  union all select 'requested_provided', q.school_id, q.exp, q.level, null, null, q.end_day,
    coalesce(q.visit_minutes, (select sum(x.minutes) from visit_share x, visit w where x.tenant_id = t.id and x.question_id = q.id and w.tenant_id = t.id and w.id = x.visit_id and w.withdrawn_at is null), 0)
      / (60 * t.hours), q.requested_dagdelen, false
    from q, t where q.requested_dagdelen > 0 and q.status in ('completed', 'followed_up', 'stopped') and q.end_day between t.f and t.l
  union all select 'hours_done', x.school_id, q.exp, coalesce(x.faded_level, q.level), v.kind, coalesce(x.ambition_id, q.ambition_id), v.on_date, x.minutes / 60.0,
    (x.minutes * v.travel_minutes)::numeric / v.minutes / 60, false
    from v join visit_share x on x.tenant_id = v.tenant_id and x.visit_id = v.id left join q on q.id = x.question_id
  union all select 'recorded_on_time', x.school_id, null, null, v.kind, null, v.on_date,
    case when (select count(*) from open_day o where o.school = x.school_id and o.day > v.on_date and o.day <= v.rec) > 5 then 0 else 1 end, null, false
    from v join visit_school x on x.tenant_id = v.tenant_id and x.visit_id = v.id
  union all select 'confirmed_on_time', c.school_id, null, null, c.kind, null, c.on_date, case when c.verdict = 'confirmed' and c.days < 11 then 1 else 0 end, null, false
    from (select x.school_id, x.verdict, v.kind, v.on_date, (select count(*) from open_day o where o.school = x.school_id and o.day > v.rec
      and o.day <= coalesce((x.answered_at at time zone 'Europe/Amsterdam')::date, t.today)) as days
      from v join visit_school x on x.tenant_id = v.tenant_id and x.visit_id = v.id, t) c where c.verdict is not null or c.days > 10
  union all select 'schools_unvisited', h.id, null, null, null, null, t.f,
    case when exists (select from v join visit_school x on x.tenant_id = v.tenant_id and x.visit_id = v.id where x.school_id = h.id) then 0 else 1 end, null, false
    from school h, t where h.tenant_id = t.id and not coalesce(h.ended_on <= t.f, false)
  union all select 'special_reach', x.school_id, e.expertise, null, null, null, min(v.on_date), 1, null, false
    from v join visit_school x on x.tenant_id = v.tenant_id and x.visit_id = v.id join school h on h.tenant_id = v.tenant_id and h.id = x.school_id
    join specialist_expertise e on e.tenant_id = v.tenant_id and e.person_id = v.specialist_id join specialist p on p.tenant_id = v.tenant_id and p.person_id = v.specialist_id
    where p.from_special and (h.kind is null or h.kind = 'BO') group by x.school_id, e.expertise
  union all select 'goal_levels', g.school_id, g.exp, g.level, s.scored_by, null, s.scored_on, s.score, null, false
    from s join g on g.id = s.goal_id, t where s.moment = 'end' and s.scored_by <> 'parent' and s.scored_on between t.f and t.l
  union all select 'goal_t', g.school_id, g.exp, g.level, s.scored_by, null, s.scored_on, s.score, null, false
    from s join g on g.id = s.goal_id, t where s.moment = 'end' and s.scored_by <> 'parent' and s.scored_on between t.f and t.l and g.scale = 5
  union all select 'lasted', g.school_id, g.exp, g.level, s.scored_by, null, s.scored_on, s.score - e.score, null, false
    from s join g on g.id = s.goal_id join s e on e.goal_id = s.goal_id and e.scored_by = s.scored_by and e.moment = 'end', t
    where s.moment = 'follow_up' and s.scored_by <> 'parent' and s.scored_on between t.f and t.l
  union all select 'scorer_agreement', g.school_id, g.exp, g.level, null, null, greatest(a.scored_on, b.scored_on), abs(a.score - b.score), null, false
    from g join s a on a.goal_id = g.id and a.moment = 'end' and a.scored_by = 'school' join s b on b.goal_id = g.id and b.moment = 'end' and b.scored_by = 'specialist', t
    where greatest(a.scored_on, b.scored_on) between t.f and t.l
  union all select 'hours_planned', x.school_id, null, null, 'stationing', null, greatest(n.starts_on, t.f),
    (select count(distinct date_trunc('week', o.day)) from open_day o where o.school = x.school_id and o.day between greatest(n.starts_on, t.f) and least(n.ends_on - 1, t.l))
      * n.dagdelen * t.hours / (select count(*) from stationing_school y where y.tenant_id = t.id and y.stationing_id = n.id), null, false
    from stationing n join stationing_school x on x.tenant_id = n.tenant_id and x.stationing_id = n.id, t
    where n.tenant_id = t.id and n.id in (select id from stood) and daterange(n.starts_on, n.ends_on) && daterange(t.f, t.l, '[]')
  union all select 'hours_planned', q.school_id, q.exp, q.level, 'assignment', null, greatest(a.starts_on, t.f),
    coalesce(a.planned_dagdelen * t.hours * (select count(*) from open_day o where o.school = q.school_id and o.day >= a.starts_on and o.day < a.ends_on and o.day between t.f and t.l)
      / nullif((select count(*) from open_day o where o.school = q.school_id and o.day >= a.starts_on and o.day < a.ends_on), 0), 0), null, false
    from assignment a join q on q.id = a.question_id, t
    where a.tenant_id = t.id and a.kind = 'assigned' and a.state in ('active', 'ended') and daterange(a.starts_on, a.ends_on) && daterange(t.f, t.l, '[]')
  union all select 'practice_reuse', null, e.expertise[1], null, null, null, (n.published_at at time zone 'Europe/Amsterdam')::date,
    sign((select count(*) from practice_note_use u where u.tenant_id = t.id and u.note_id = n.id
      and (u.at at time zone 'Europe/Amsterdam')::date - (n.published_at at time zone 'Europe/Amsterdam')::date >= 182)), null, false
    from practice_note n join practice_note_edition e on e.tenant_id = n.tenant_id and e.note_id = n.id and e.edition = n.edition, t
    where n.tenant_id = t.id and n.withdrawn_at is null and (n.published_at at time zone 'Europe/Amsterdam')::date between t.f and t.l
      and t.today - (n.published_at at time zone 'Europe/Amsterdam')::date >= 182
  union all select 'basic_support', f.school_id, null, null, 'criterion_' || j.nth, null, f.on_date, j.level, null, false
    from basic_form f join basic_judgement j on j.tenant_id = f.tenant_id and j.form_id = f.id, t
    where f.tenant_id = t.id and f.verdict = 'agreed' and f.on_date between t.f and t.l and not exists (select from basic_form y
      where y.tenant_id = f.tenant_id and y.school_id = f.school_id and y.verdict = 'agreed' and y.on_date between t.f and t.l
        and (y.on_date, y.written_at, y.id) > (f.on_date, f.written_at, f.id))
  union all select 'capacity_use', null, null, null, null, null, t.f, sum(w.planned), sum(w.room), false
    from t, (select d.person, d.monday, max(coalesce(l.taken, 0)) as planned,
        greatest(min(d.contract) - coalesce(sum(d.contract) filter (where exists (select from specialist_absence x, t where x.tenant_id = t.id and x.person_id = d.person
          and daterange(x.starts_on, x.ends_on) @> d.day)), 0) / 5, 0) as room
      from workday d left join (select person, day, sum(greatest(stood, worked)) as taken from (select person, day, place, sum(stood) as stood, sum(worked) as worked
          from place_load group by 1, 2, 3) p group by 1, 2) l using (person, day) group by 1, 2) w group by w.person, t.f
),
c as (
  select b.measure, d.by, coalesce(d.key, 'none') as key, b.kind, b.value, b.against, b.open
  from bare b left join school h on h.tenant_id = $1::uuid and h.id = b.school
  cross join lateral (values ('all', 'all'), ('board', h.board_id::text), ('area', h.area_id::text), ('school', b.school::text), ('expertise', b.expertise), ('level', b.level),
    ('kind', b.kind), ('ambition', b.ambition::text),
    ('quarter', (date_trunc('month', b.on_day) - make_interval(months => (extract(month from b.on_day)::int + 4) % 3))::date::text)) d (by, key)
  where $5::uuid[] is null or b.school = any ($5::uuid[])
  -- Of a person: one grade, at what all their schools share.
  union all select 'satisfaction', d.by, coalesce(d.key, 'none'), null, p.grade, null, false
  from (select y.giver, avg(y.grade) as grade, max((y.given_at at time zone 'Europe/Amsterdam')::date) as on_day, array_agg(distinct h.id::text) as schools,
      array_agg(distinct coalesce(h.board_id::text, 'none')) as boards, array_agg(distinct coalesce(h.area_id::text, 'none')) as areas
    from yearly_answer y join school h on h.tenant_id = y.tenant_id and h.id = y.school_id, t
    where y.tenant_id = t.id and (y.given_at at time zone 'Europe/Amsterdam')::date between t.f and t.l and $5::uuid[] is null group by y.giver) p
  cross join lateral (values ('all', 'all'), ('board', case when cardinality(p.boards) = 1 then p.boards[1] end), ('area', case when cardinality(p.areas) = 1 then p.areas[1] end),
    ('school', case when cardinality(p.schools) = 1 then p.schools[1] end), ('expertise', null), ('level', null), ('kind', null), ('ambition', null),
    ('quarter', (date_trunc('month', p.on_day) - make_interval(months => (extract(month from p.on_day)::int + 4) % 3))::date::text)) d (by, key)
)`;

/** Figures of one kind of measure each, all with the same columns. */
const figures = `,
n as (
  select measure, by, key, count(*)::int as n, sum(value) as total, avg(value) as mean, coalesce(sum(against), 0) as against, count(*) filter (where open)::int as open,
    count(*) filter (where value = 1)::numeric as ones, count(*) filter (where value = 0)::numeric as zeros, count(distinct coalesce(kind, '')) as kinds,
    percentile_cont(0.5) within group (order by value) as middle, 50 + 10 * sum(value) / sqrt(0.7 * count(*) + 0.3 * count(*) * count(*)) as t
  from c group by 1, 2, 3
),
-- Kaplan-Meier: of each number of days, who was helped and who was at risk; the product by logarithms.
risk as (
  select measure, by, key, value as days, count(*) filter (where not open) as helped,
    sum(count(*)) over (partition by measure, by, key order by value desc) as at_risk
  from c where measure in ('first_contact_days', 'start_days', 'earliness_days') group by 1, 2, 3, 4
),
curve as (
  select measure, by, key, days, bool_or(helped = at_risk) over w as nobody,
    sum(case when helped = at_risk then 0 else ln((at_risk - helped)::numeric / at_risk) end) over w as logs, helped
  from risk window w as (partition by measure, by, key order by days)
),
km as (
  select measure, by, key, min(days) filter (where helped > 0 and (nobody or exp(logs) <= 0.5 + 1e-9)) as median,
    min(days) filter (where helped > 0 and (nobody or exp(logs) <= 0.15 + 1e-9)) as p85
  from curve group by 1, 2, 3
),
part as (
  select measure, by, key, jsonb_object_agg(part, n) as parts from (
    select measure, by, key, case when measure = 'satisfaction' then trim_scale(value::numeric)::text when measure in ('goal_levels', 'lasted', 'basic_support') then kind || ':' || value::int when measure = 'goal_t' then kind else value::int::text end as part, count(*) as n
    from c where measure in ('hand_offs', 'light_route_share', 'schools_unvisited', 'recorded_on_time', 'confirmed_on_time', 'practice_reuse', 'goal_levels', 'goal_t', 'lasted', 'scorer_agreement',
      'satisfaction', 'basic_support')
    group by 1, 2, 3, 4) x group by 1, 2, 3
),
w as (
  select n.*, case when measure = 'scorer_agreement' then zeros else ones end / n as p, 1.959964::numeric as z from n
)
select w.measure, w.by, w.key, w.n, (case
    when w.measure in ('first_contact_days', 'start_days', 'earliness_days') then km.median
    when w.measure in ('hours_done', 'hours_planned', 'requested_provided') then w.total
    when w.measure in ('hand_offs', 'satisfaction') then w.mean
    when w.measure = 'special_reach' then w.n
    when w.measure = 'capacity_use' then w.total / nullif(w.against, 0)
    when w.measure in ('goal_levels', 'lasted', 'basic_support') then case when w.kinds = 1 then w.middle end
    when w.measure = 'goal_t' then case when w.kinds = 1 then w.t end
    when w.n >= 10 then w.p end)::float8 as value,
  km.p85::float8 as p85, case when km.measure is not null then w.open end as open,
  case when w.measure in ('hours_done', 'hours_planned', 'requested_provided', 'capacity_use') then w.against::float8 end as of,
  case when w.n >= 10 and part.parts is not null and w.measure not in ('hand_offs', 'goal_levels', 'goal_t', 'lasted', 'satisfaction', 'basic_support') then
    ((2 * w.n * w.p + z * z - z * sqrt(z * z + 4 * w.n * w.p * (1 - w.p))) / (2 * (w.n + z * z)))::float8 end as low,
  case when w.n >= 10 and part.parts is not null and w.measure not in ('hand_offs', 'goal_levels', 'goal_t', 'lasted', 'satisfaction', 'basic_support') then
    ((2 * w.n * w.p + z * z + z * sqrt(z * z + 4 * w.n * w.p * (1 - w.p))) / (2 * (w.n + z * z)))::float8 end as high,
  part.parts
from w left join km using (measure, by, key) left join part using (measure, by, key)`;

export const oracle = cases + figures;

export interface OracleFigure {
  readonly measure: string;
  /** `all` or a dimension. */
  readonly by: string;
  readonly key: string;
  readonly n: number;
  readonly value: number | null;
  readonly p85: number | null;
  readonly open: number | null;
  readonly of: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly parts: Readonly<Record<string, number>> | null;
}
