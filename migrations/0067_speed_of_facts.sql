-- Figures of a large partnership in a tenth of a second. What each function counts is as it stood in 0057; only how it finds it changes, and
-- that work for a question is work for the ambition of that question.

create index visit_school_by_day on visit_school (tenant_id, on_date);
create index assignment_by_end on assignment (tenant_id, ends_on);
create index visit_withdrawn on visit (tenant_id, id) where withdrawn_at is not null;

-- Capacity --------------------------------------------------------------------------------------------------------------------------

/* As contract_load (0050), of chosen days: the nth person on the nth day. */
create function contract_load_on(p_tenant uuid, p_people uuid[], p_days date[], p_without uuid[], p_proposed boolean,
  p_place uuid, p_schools uuid[], p_dagdelen numeric, p_school uuid, p_work numeric)
  returns table (person_id uuid, day date, contract numeric, taken numeric, stationed numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with days as materialized (
    select p.person_id, p.day, date_trunc('week', p.day::timestamp)::date as monday from unnest(p_people, p_days) as p (person_id, day)
  ), span as materialized (
    select min(day) as first, max(day) as last, array_agg(distinct person_id) as people from days
  ), gone as materialized (
    select x.person_id, range_agg(daterange(x.starts_on, x.ends_on)) as days from span join specialist_absence x
      on x.tenant_id = p_tenant and x.person_id = any (span.people) group by 1
  ), present as materialized (
    select d.person_id, d.day, daterange(d.monday, d.monday + 7) as week from days d left join gone g on g.person_id = d.person_id
    where (g.days @> daterange(d.monday, d.monday + 5)) is not true
  ), stands as materialized (
    select s.specialist_id as person_id, coalesce(s.school_id, s.board_id) as place, daterange(s.starts_on, s.ends_on) as period, s.dagdelen,
      array(select x.school_id from stationing_school x where x.tenant_id = s.tenant_id and x.stationing_id = s.id) as schools,
      daterange(b.starts_on, b.ends_on) as before, b.dagdelen as less
    from span join stationing s on s.tenant_id = p_tenant and s.specialist_id = any (span.people)
    left join stationing b on s.status = 'proposed' and b.tenant_id = s.tenant_id and b.id = s.continues_id
      and b.status in ('agreed', 'active', 'evaluated') and b.id <> all (p_without)
      and coalesce(b.school_id, b.board_id) <> coalesce(s.school_id, s.board_id)
    where s.id <> all (p_without)
      and (s.status in ('agreed', 'active', 'evaluated') or (p_proposed and s.status = 'proposed')) and s.starts_on <= span.last and s.ends_on > span.first
    union all
    select p, p_place, daterange(span.first, span.last + 1), p_dagdelen, p_schools, null, null from span, unnest(span.people) as p where p_place is not null
  ), stationed as (
    select d.person_id, d.day, s.place, max(s.dagdelen - case when s.less is not null and s.before @> d.day then least(s.dagdelen, s.less) else 0 end) as dagdelen
    from present d join stands s on s.person_id = d.person_id and s.period @> d.day group by 1, 2, 3
  ), work as materialized (
    select a.specialist_id as person_id, q.school_id, coalesce(q.school_id, a.question_id) as elsewhere, daterange(a.starts_on, a.ends_on) as period,
      a.planned_dagdelen / nullif(weeks_worked(a.starts_on, a.ends_on - 1, g.days), 0) as dagdelen
    from span join assignment a on a.tenant_id = p_tenant and a.specialist_id = any (span.people)
    left join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
    left join gone g on g.person_id = a.specialist_id
    where a.kind = 'assigned' and a.state = 'active'
      and a.question_id <> all (p_without) and a.starts_on <= span.last + 6 and a.ends_on > span.first - 6
    union all
    select p, p_school, coalesce(p_school, p), daterange(span.first, span.last + 1), p_work from span, unnest(span.people) as p where p_work is not null
  ), worked as (
    select d.person_id, d.day, coalesce(m.place, w.elsewhere) as place, sum(w.dagdelen) as dagdelen
    from present d join work w on w.person_id = d.person_id and w.period && d.week
    -- Of a stationing at the school and one at its board it is that at the school.
    left join lateral (select s.place from stands s where s.person_id = d.person_id and s.period @> d.day and w.school_id = any (s.schools)
      order by (s.place = w.school_id) desc, s.place limit 1) m on true
    group by 1, 2, 3
  ), held as (
    select d.person_id, d.day, min(c.dagdelen) as dagdelen from days d join contract c
      on c.tenant_id = p_tenant and c.person_id = d.person_id and c.starts_on <= d.day and (c.ends_on is null or c.ends_on > d.day) group by 1, 2
  ), taken as (
    select person_id, day, sum(greatest(s.dagdelen, w.dagdelen)) as dagdelen, sum(s.dagdelen) as stationed
    from stationed s full join worked w using (person_id, day, place) group by 1, 2
  )
  select d.person_id, d.day, h.dagdelen,
    -- Thirds of a dagdeel add up to a whole one.
    round(coalesce(t.dagdelen, 0), 6), round(coalesce(t.stationed, 0), 6)
  from days d left join held h on h.person_id = d.person_id and h.day = d.day left join taken t on t.person_id = d.person_id and t.day = d.day
$$;
call give_function('contract_load_on(uuid, uuid[], date[], uuid[], boolean, uuid, uuid[], numeric, uuid, numeric)', 'kortelijn_gate', true);

create or replace function contract_load(p_tenant uuid, p_people uuid[], p_from date, p_until date, p_without uuid[], p_proposed boolean,
  p_place uuid, p_schools uuid[], p_dagdelen numeric, p_school uuid, p_work numeric)
  returns table (person_id uuid, day date, contract numeric, taken numeric, stationed numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select l.* from (
    select array_agg(p.person_id order by n.day) as people, array_agg(n.day::date order by n.day) as days
    from (select distinct unnest(p_people) as person_id) p cross join generate_series(p_from::timestamp, p_until::timestamp, interval '1 day') as n (day)
  ) x cross join lateral contract_load_on(p_tenant, x.people, x.days, p_without, p_proposed, p_place, p_schools, p_dagdelen, p_school, p_work) l
$$;

/* As it stood in 0057. Within a week that nothing changes in, each day is like its first; so are weeks after each other that nothing changes
   between. Only the first day of each such stretch is looked up: 2,000 days of a hundred people instead of 36,500. */
create or replace function capacity_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with people as materialized (
    select distinct c.person_id from contract c where 'capacity_use' = any (p_measures)
      and ((app_is('team_lead') and app_tenant() = p_tenant) or app_tenant() is null)
      and p_to < p_from + 400 and c.tenant_id = p_tenant and c.starts_on <= p_to and (c.ends_on is null or c.ends_on > p_from)
  ), change as materialized (
    select distinct d.person_id, d.day from (
      select person_id, p_from as day from people
      union all select c.person_id, x from contract c, unnest(array[c.starts_on, c.ends_on]) x where c.tenant_id = p_tenant
      union all select a.person_id, x from specialist_absence a, unnest(array[a.starts_on, a.ends_on]) x where a.tenant_id = p_tenant
      union all select s.specialist_id, x from stationing s, unnest(array[s.starts_on, s.ends_on]) x
        where s.tenant_id = p_tenant and s.status in ('agreed', 'active', 'evaluated')
      -- The hours of an assignment are spread over whole weeks.
      union all select a.specialist_id, x from assignment a,
        unnest(array[date_trunc('week', a.starts_on::timestamp)::date, date_trunc('week', a.ends_on::timestamp - interval '1 day')::date + 7]) x
        where a.tenant_id = p_tenant and a.kind = 'assigned' and a.state = 'active'
    ) d where d.day between p_from and p_to and d.person_id in (select person_id from people)
  ), stretch as materialized (
    select c.person_id, c.day as first, coalesce(lead(c.day) over (partition by c.person_id order by c.day), p_to + 1) as next from change c
  ), piece as materialized (
    select s.person_id, min(greatest(s.first, w.monday)) as day, min(p.days) as days, count(*) as weeks, p.of_week
    from stretch s
    cross join lateral generate_series(date_trunc('week', s.first::timestamp), s.next::timestamp - interval '1 day', interval '7 days') g (at)
    cross join lateral (select g.at::date as monday) w
    cross join lateral (select least(s.next, w.monday + 5) - greatest(s.first, w.monday) as days) n
    cross join lateral (select n.days, case when n.days < 5 then w.monday end as of_week) p
    where p.days > 0 group by s.person_id, s.first, p.of_week
  ), looked as materialized (
    select p.person_id, coalesce(p.of_week, p.day) as week, p.weeks, p.days, l.taken, coalesce(l.contract, 0) as contract, exists (
      select from specialist_absence x where x.tenant_id = p_tenant and x.person_id = p.person_id and x.starts_on <= p.day and (x.ends_on is null or x.ends_on > p.day)) as away
    from contract_load_on(p_tenant, array(select person_id from piece order by person_id, day), array(select day from piece order by person_id, day), '{}', false,
      null, null, null, null, null) l join piece p using (person_id, day)
  ), counted as (
    select k.person_id, k.weeks * max(k.taken) as planned,
      k.weeks * greatest(min(k.contract) - sum(case when k.away then k.contract * k.days else 0 end) / 5, 0) as contract
    from looked k group by k.person_id, k.week, k.weeks
  )
  select 'capacity_use', c.person_id::text, null::uuid, null::uuid, null::uuid, null, null, null, null::uuid, p_from, sum(c.planned)::float8, sum(c.contract)::float8, false
  from counted c group by c.person_id
$$;

-- Facts ---------------------------------------------------------------------------------------------------------------------------

/* As in 0057. What belongs to no ambition of its own belongs to that of its question (0061). */
create or replace function visit_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with made as materialized (
    select v.id, v.specialist_id, v.on_date, v.minutes, v.travel_minutes, v.kind, v.recorded_at from visit v where v.tenant_id = p_tenant and v.on_date between p_from and p_to and v.withdrawn_at is null
  ), shares as materialized (
    select x.visit_id, x.position, x.minutes, x.school_id, x.question_id, x.ambition_id, x.faded_level, v.on_date, v.minutes as whole, v.travel_minutes, v.kind
    from made v join visit_share x on x.tenant_id = p_tenant and x.visit_id = v.id where 'hours_done' = any (p_measures)
  ), here as materialized (
    select s.id, s.board_id, s.area_id from school s where s.tenant_id = p_tenant
  ), asked as materialized (
    select q.id, q.expertise[1] as expertise, q.level, q.ambition_id from support_question q
    where q.tenant_id = p_tenant and q.id = any (array(select distinct question_id from shares where question_id is not null))
  ), received as materialized (
    -- By the day that a school has of the visit: the days of a period lie beside each other there.
    select v.id, v.specialist_id, a.school_id, v.on_date, v.kind, v.recorded_at, a.verdict, a.answered_at
    from visit_school a join made v on v.id = a.visit_id
    where a.tenant_id = p_tenant and a.on_date between p_from and p_to and p_measures && array['recorded_on_time', 'confirmed_on_time', 'schools_unvisited', 'special_reach']
  ), known as materialized (
    select a.id, a.school_id, a.kind, a.on_date, a.verdict, day_of(a.recorded_at) as recorded_on, coalesce(day_of(a.answered_at), (select app_today())) as known_on
    from received a where p_measures && array['recorded_on_time', 'confirmed_on_time']
  ), place as materialized (
    select * from school_closings(p_tenant, array(select distinct school_id from known), p_from, (select max(greatest(recorded_on, known_on)) from known))
    where p_measures && array['recorded_on_time', 'confirmed_on_time']
  ), timed as (
    select 'recorded_on_time' as measure, a.id, a.school_id, s.board_id, s.area_id, a.kind, a.on_date,
      (school_days(a.on_date, a.recorded_on, s.closed, s.added, s.opened) <= 5)::int as good, true as known
    from known a join place s on s.school_id = a.school_id where 'recorded_on_time' = any (p_measures)
    union all
    select 'confirmed_on_time', a.id, a.school_id, s.board_id, s.area_id, a.kind, a.on_date,
      (a.verdict = 'confirmed' and school_days(a.recorded_on, a.known_on, s.closed, s.added, s.opened) <= 10)::int,
      a.verdict is not null or school_days(a.recorded_on, a.known_on, s.closed, s.added, s.opened) > 10
    from known a join place s on s.school_id = a.school_id where 'confirmed_on_time' = any (p_measures)
  ), reached as (
    select a.school_id, e.expertise, min(a.on_date) as first_on from received a
    join specialist p on p.tenant_id = p_tenant and p.person_id = a.specialist_id and p.from_special
    join specialist_expertise e on e.tenant_id = p_tenant and e.person_id = a.specialist_id
    where 'special_reach' = any (p_measures) group by a.school_id, e.expertise
  )
  select 'hours_done', x.visit_id || ':' || x.position, x.school_id, h.board_id, h.area_id, q.expertise, coalesce(q.level, x.faded_level), x.kind,
    coalesce(x.ambition_id, q.ambition_id), x.on_date, x.minutes / 60.0::float8, x.travel_minutes / 60.0::float8 * x.minutes / x.whole, false
  from shares x left join here h on h.id = x.school_id left join asked q on q.id = x.question_id
  union all
  select t.measure, t.id || ':' || t.school_id, t.school_id, t.board_id, t.area_id, null, null, t.kind, null, t.on_date, coalesce(t.good, 0), null, false
  from timed t where t.known
  union all
  -- Of a school whose visits somebody does not read, nobody knows whether there were any.
  select 'schools_unvisited', s.id::text, s.id, s.board_id, s.area_id, null, null, null, null, p_from, (r.school_id is null)::int, null, false
  from school s left join (select distinct school_id from received) r on r.school_id = s.id
  where 'schools_unvisited' = any (p_measures) and s.tenant_id = p_tenant and (s.ended_on is null or s.ended_on > p_from)
    and ((select app_person()) is null or (select app_is('team_lead')) or s.id = any ((select app_ids('question_schools'))::uuid[]))
  union all
  select 'special_reach', r.school_id || ':' || r.expertise, r.school_id, s.board_id, s.area_id, r.expertise, null, null, null, r.first_on, 1, null, false
  from reached r join school s on s.tenant_id = p_tenant and s.id = r.school_id and coalesce(s.kind, 'BO') not in ('SBO', 'SO', 'VSO')
$$;

/* As in 0057; few visits are withdrawn, so that those are looked up and not each that was not. */
create or replace function question_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with asked as materialized (
    select q.id, q.school_id, q.expertise[1] as expertise, q.level, q.submitted_on, q.signalled_on, q.ended_at is not null as ended, q.hand_offs,
      q.first_contact_on is null as unseen, coalesce(q.first_contact_on, (select app_today())) as seen_on,
      q.started_on is null as unbegun, coalesce(q.started_on, (select app_today())) as began_on,
      q.involved_on is null as alone, coalesce(q.involved_on, (select app_today())) as joined_on
    from support_question q
    where q.tenant_id = p_tenant and q.submitted_on between p_from and p_to
      and p_measures && array['first_contact_days', 'start_days', 'earliness_days', 'hand_offs', 'light_route_share']
  ), place as materialized (
    select * from school_closings(p_tenant, array(select distinct school_id from asked), (select min(least(signalled_on, submitted_on)) from asked),
      (select max(greatest(seen_on, began_on, joined_on)) from asked))
  ), waits as (
    select 'first_contact_days' as measure, id, submitted_on as since, seen_on as until, unseen as open from asked
    where 'first_contact_days' = any (p_measures) and not (unseen and ended)
    union all
    select 'start_days', id, submitted_on, began_on, unbegun from asked where 'start_days' = any (p_measures) and not (unbegun and ended)
    union all
    select 'earliness_days', id, signalled_on, joined_on, alone from asked where 'earliness_days' = any (p_measures) and not (alone and ended)
  ), done as materialized (
    select q.id, q.school_id, q.expertise[1] as expertise, q.level, day_of(q.ended_at) as ended_on, q.requested_dagdelen, q.visit_minutes
    from support_question q
    where 'requested_provided' = any (p_measures) and q.tenant_id = p_tenant and q.status in ('completed', 'stopped', 'followed_up')
      and q.ended_at >= p_from::timestamp at time zone 'Europe/Amsterdam' and q.ended_at < (p_to + 1)::timestamp at time zone 'Europe/Amsterdam'
      and q.requested_dagdelen is not null
  ), mistaken as materialized (
    select v.id from visit v where 'requested_provided' = any (p_measures) and v.tenant_id = p_tenant and v.withdrawn_at is not null
  ), given as materialized (
    select x.question_id, sum(x.minutes) as minutes from done d join visit_share x on x.tenant_id = p_tenant and x.question_id = d.id
    left join mistaken m on m.id = x.visit_id where m.id is null group by x.question_id
  )
  select w.measure, w.id::text, q.school_id, s.board_id, s.area_id, q.expertise, q.level, null, null::uuid, q.submitted_on,
    school_days(w.since, w.until, s.closed, s.added, s.opened)::float8, null::float8, w.open
  from waits w join asked q on q.id = w.id join place s on s.school_id = q.school_id
  union all
  select m.measure, q.id::text, q.school_id, s.board_id, s.area_id, q.expertise, q.level, null, null, q.submitted_on, m.value, null, false
  from asked q join school s on s.tenant_id = p_tenant and s.id = q.school_id
  cross join lateral (values ('hand_offs', q.hand_offs), ('light_route_share', (q.level <> 'pupil')::int)) as m (measure, value)
  where m.measure = any (p_measures)
  union all
  select 'requested_provided', q.id::text, q.school_id, s.board_id, s.area_id, q.expertise, q.level, null, null, q.ended_on,
    coalesce(q.visit_minutes, g.minutes, 0) / 60.0 / (select dagdeel_hours(p_tenant)), q.requested_dagdelen, false
  from done q join school s on s.tenant_id = p_tenant and s.id = q.school_id left join given g on g.question_id = q.id
$$;

/* As in 0057; each goal is looked up once. */
create or replace function goal_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with scored as materialized (
    select distinct x.goal_id as id from goal_score x
    where x.tenant_id = p_tenant and x.moment in ('end', 'follow_up') and x.scored_on between p_from and p_to
  ), aimed as materialized (
    select g.id, g.scale, g.school_id, s.board_id, s.area_id, q.expertise[1] as expertise, q.level
    from scored x join goal g on g.tenant_id = p_tenant and g.id = x.id and g.dropped_at is null
    join support_question q on q.tenant_id = p_tenant and q.id = g.question_id join school s on s.tenant_id = p_tenant and s.id = g.school_id
  ), latest as (
    select distinct on (x.goal_id, x.scored_by, x.moment) x.goal_id, x.scored_by, x.moment, x.score, x.scored_on
    from aimed s join goal_score x on x.tenant_id = p_tenant and x.goal_id = s.id
    where x.moment in ('end', 'follow_up') and x.scored_by in ('school', 'specialist')
    order by x.goal_id, x.scored_by, x.moment, x.entered_at desc, x.id desc
  ), by_side as (
    select goal_id, scored_by, min(score) filter (where moment = 'end') as score, min(scored_on) filter (where moment = 'end') as scored_on,
      min(score) filter (where moment = 'follow_up') as later, min(scored_on) filter (where moment = 'follow_up') as later_on
    from latest group by goal_id, scored_by
  ), counted as (
    select m.measure, l.goal_id, l.scored_by as kind, m.on_date, m.value
    from by_side l cross join lateral (values ('goal_levels', l.scored_on, l.score), ('goal_t', l.scored_on, l.score),
      ('lasted', l.later_on, l.later - l.score)) as m (measure, on_date, value) where m.measure = any (p_measures) and m.value is not null
    union all
    select 'scorer_agreement', l.goal_id, null, max(l.scored_on), max(l.score) - min(l.score)
    from by_side l where 'scorer_agreement' = any (p_measures) and l.score is not null group by l.goal_id having count(*) = 2
  )
  select c.measure, c.goal_id || coalesce(':' || c.kind, ''), g.school_id, g.board_id, g.area_id, g.expertise, g.level, c.kind, null::uuid, c.on_date,
    c.value::float8, null::float8, false
  from counted c join aimed g on g.id = c.goal_id and (c.measure <> 'goal_t' or g.scale = 5)
  where c.on_date between p_from and p_to
$$;

/* As in 0057; what was given out is found by its days, and then its questions. */
create or replace function planned_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with stands as materialized (
    select s.id, s.specialist_id, x.school_id, s.starts_on, s.ends_on - 1 as last_on, s.dagdelen / z.schools as dagdelen
    from stationing s join stationing_school x on x.tenant_id = s.tenant_id and x.stationing_id = s.id
    join stationing_sizes(p_tenant) z on z.stationing_id = s.id
    where 'hours_planned' = any (p_measures) and s.tenant_id = p_tenant and s.status in ('agreed', 'active', 'evaluated', 'ended')
      and s.starts_on <= p_to and s.ends_on > p_from and ((select app_person()) is null or (select app_is('team_lead')) or x.school_id = any ((select app_ids('question_schools'))::uuid[])
        or s.specialist_id = (select app_person()))
  ), given as materialized (
    select a.id, a.specialist_id, a.question_id, a.starts_on, a.ends_on - 1 as last_on, a.planned_dagdelen as dagdelen from assignment a
    where 'hours_planned' = any (p_measures) and a.tenant_id = p_tenant and a.kind = 'assigned' and a.state in ('active', 'ended')
      and a.starts_on <= p_to and a.ends_on > p_from
  ), work as materialized (
    select a.id, a.specialist_id, q.school_id, a.starts_on, a.last_on, a.dagdelen, q.expertise[1] as expertise, q.level
    from given a join support_question q on q.tenant_id = p_tenant and q.id = a.question_id
    where ((select app_person()) is null or (select app_is('team_lead')) or q.school_id = any ((select app_ids('question_schools'))::uuid[])
        or a.specialist_id = (select app_person()))
  ), place as materialized (
    select * from school_closings(p_tenant, array(select school_id from stands union select school_id from work), (select min(starts_on) from (select starts_on from stands union all select starts_on from work) x),
      (select max(last_on) from (select last_on from stands union all select last_on from work) x))
  )
  select 'hours_planned', s.id || ':' || s.school_id, s.school_id, p.board_id, p.area_id, null, null, 'stationing', null::uuid,
    greatest(s.starts_on, p_from), (s.dagdelen * school_weeks(greatest(s.starts_on, p_from), least(s.last_on, p_to), p.closed, p.added, p.opened)
      * (select dagdeel_hours(p_tenant)))::float8, null::float8, false
  from stands s join place p on p.school_id = s.school_id
  union all
  select 'hours_planned', w.id::text, w.school_id, p.board_id, p.area_id, w.expertise, w.level, 'assignment', null,
    greatest(w.starts_on, p_from), (w.dagdelen * coalesce(school_days(greatest(w.starts_on, p_from) - 1, least(w.last_on, p_to), p.closed, p.added, p.opened)::numeric
      / nullif(school_days(w.starts_on - 1, w.last_on, p.closed, p.added, p.opened), 0), 0) * (select dagdeel_hours(p_tenant)))::float8, null, false
  from work w join place p on p.school_id = w.school_id
$$;

-- Stationings ---------------------------------------------------------------------------------------------------------------------------

/* As it stands in 0039, from the schools and boards for whom the actor speaks instead of from each stationing. */
create or replace function told_stationings() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with told as (
    select x.stationing_id, true as of_school from stationing_school x
      where x.tenant_id = (select app_tenant()) and x.school_id = any ((select app_ids('question_schools'))::uuid[])
    union all
    select x.stationing_id, true from school h join stationing_school x on x.tenant_id = h.tenant_id and x.school_id = h.id
      where h.tenant_id = (select app_tenant()) and h.board_id = any ((select app_ids('boards'))::uuid[])
    union all
    select x.stationing_id, false from stationing_school x
      where x.tenant_id = (select app_tenant()) and x.school_id = any ((select app_ids('schools'))::uuid[])
    union all
    select s.id, true from stationing s where s.tenant_id = (select app_tenant()) and s.board_id = any ((select app_ids('boards'))::uuid[])
  )
  select coalesce(array_agg(distinct s.id), '{}') from told t join stationing s on s.tenant_id = (select app_tenant()) and s.id = t.stationing_id
  where s.status <> 'withdrawn' and (t.of_school or s.status <> 'proposed')
$$;
