-- Measures: the facts that figures are made of, one row per case. src/results/measures defines each measure and makes figures of facts.
-- The functions ask under the caller's own row-level security, so that who works on records sees figures of what they read and nothing
-- else; job_facts asks the same for a whole partnership, for what is released.

alter table planning_settings add column dagdeel_hours numeric(3, 1) not null default 4 check (dagdeel_hours between 2 and 6);
grant update (dagdeel_hours) on planning_settings to kortelijn_app;

-- Whether somebody brought their knowledge from special education, they or their lead say in the profile.
alter table specialist add column from_special boolean not null default false;
grant insert (from_special), update (from_special) on specialist to kortelijn_app;

create index question_by_day on support_question (tenant_id, submitted_on) where submitted_on is not null;
create index question_by_end on support_question (tenant_id, ended_at) where ended_at is not null;
create index score_by_day on goal_score (tenant_id, scored_on) where moment in ('end', 'follow_up');

/* A case: where it belongs, the day that puts it into a period, what it counts, and what that is set against. */
create type measure_fact as (measure text, id text, school_id uuid, board_id uuid, area_id uuid, expertise text, level text, kind text,
  ambition_id uuid, on_date date, value float8, against float8, open boolean);

-- School days -----------------------------------------------------------------------------------------------------------------------

/* Mondays to Fridays from Monday 5 January 1970 up to and including a day. */
create function weekdays_until(p_day date) returns int language sql immutable
as $$ select (p_day - date '1970-01-05') / 7 * 5 + least((p_day - date '1970-01-05') % 7 + 1, 5) $$;

/* School days after a day up to and including another, 0 when that is not later, of a school whose closed weekdays these are, in order:
   as school_day_count (0004), by looking two days up instead of walking from one to the other. */
create function school_days(p_from date, p_to date, p_closed date[]) returns int language sql immutable
as $$
  select case when p_to > p_from
    then weekdays_until(p_to) - weekdays_until(p_from) - width_bucket(p_to, p_closed) + width_bucket(p_from, p_closed) else 0 end
$$;

/* Every school with the weekdays in a period on which it is closed, in order. Schools without entries of their own share the calendar of
   their board, and that of the partnership when the board has none either. */
create function school_closings(p_tenant uuid, p_from date, p_to date)
  returns table (school_id uuid, board_id uuid, area_id uuid, closed date[]) language sql stable
as $$
  with entry as materialized (
    select h.scope, coalesce(h.school_id, h.board_id) as place, h.kind, greatest(h.starts_on, p_from) as first, least(h.ends_on - 1, p_to) as last
    from holiday h where h.tenant_id = p_tenant and h.starts_on <= p_to and h.ends_on > p_from
  ), here as materialized (
    select s.id, s.board_id, s.area_id, case when s.id in (select place from entry where scope = 'school') then s.id end as own,
      case when s.board_id in (select place from entry where scope = 'board') then s.board_id end as of_board
    from school s where s.tenant_id = p_tenant
  ), calendar as (
    select distinct coalesce(own, of_board, p_tenant) as id, own, of_board from here
  ), decided as (
    select distinct on (c.id, d.day) c.id, d.day::date as day, e.kind
    from calendar c join entry e on e.scope = 'tenant' or e.place = c.of_board or e.place = c.own
    cross join lateral generate_series(e.first::timestamp, e.last::timestamp, interval '1 day') as d (day)
    where extract(isodow from d.day) < 6
    order by c.id, d.day, e.scope = 'school' desc, e.scope = 'board' desc, e.kind = 'open' desc
  ), closed as (
    select id, array_agg(day order by day) as days from decided where kind = 'free' group by id
  )
  select h.id, h.board_id, h.area_id, coalesce(c.days, '{}') from here h left join closed c on c.id = coalesce(h.own, h.of_board, p_tenant)
$$;

/* Whether figures of a school are the reader's own: a team lead's, who speaks for the school, or a job's. */
create function figures_of(p_school uuid) returns boolean language sql stable
as $$ select (select app_person()) is null or (select app_is('team_lead')) or p_school = any ((select app_ids('question_schools'))::uuid[]) $$;

create function dagdeel_hours(p_tenant uuid) returns numeric language sql stable
as $$ select coalesce((select dagdeel_hours from planning_settings where tenant_id = p_tenant), 4) $$;

-- Facts by subject --------------------------------------------------------------------------------------------------------------------

/* Of questions: by the day they were submitted; what was asked and done by the day they ended. */
create function question_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with asked as materialized (
    select q.id, q.school_id, q.expertise[1] as expertise, q.level, q.submitted_on, q.signalled_on, q.involved_on, q.first_contact_on, q.started_on,
      q.hand_offs, q.ended_at is not null as ended
    from support_question q
    where q.tenant_id = p_tenant and q.submitted_on between p_from and p_to
      and p_measures && array['first_contact_days', 'start_days', 'earliness_days', 'hand_offs', 'light_route_share']
  ), place as materialized (
    select * from school_closings(p_tenant, (select min(least(signalled_on, submitted_on)) from asked), app_today())
  )
  select m.measure, q.id::text, q.school_id, s.board_id, s.area_id, q.expertise, q.level, null, null::uuid, q.submitted_on, m.value, null::float8, m.open
  from asked q join place s on s.school_id = q.school_id
  cross join lateral (values
    ('first_contact_days', school_days(q.submitted_on, coalesce(q.first_contact_on, app_today()), s.closed)::float8, q.first_contact_on is null),
    ('start_days', school_days(q.submitted_on, coalesce(q.started_on, app_today()), s.closed)::float8, q.started_on is null),
    ('earliness_days', school_days(q.signalled_on, coalesce(q.involved_on, app_today()), s.closed)::float8, q.involved_on is null),
    ('hand_offs', q.hand_offs::float8, false),
    ('light_route_share', (q.level <> 'pupil')::int::float8, false)) as m (measure, value, open)
  where m.measure = any (p_measures) and not (m.open and q.ended)
  union all
  select 'requested_provided', q.id::text, q.school_id, s.board_id, s.area_id, q.expertise[1], q.level, null, null, day_of(q.ended_at),
    coalesce(q.visit_minutes, done.minutes, 0) / 60.0 / dagdeel_hours(p_tenant), q.requested_dagdelen, false
  from support_question q join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
  left join (select x.question_id, sum(x.minutes) as minutes from visit_share x join visit v on v.tenant_id = x.tenant_id and v.id = x.visit_id
    where x.tenant_id = p_tenant and x.question_id is not null and v.withdrawn_at is null
      and 'requested_provided' = any (p_measures) group by x.question_id) done on done.question_id = q.id
  where 'requested_provided' = any (p_measures) and q.tenant_id = p_tenant and q.status in ('completed', 'stopped', 'followed_up')
    and q.ended_at >= p_from::timestamp at time zone 'Europe/Amsterdam' and q.ended_at < (p_to + 1)::timestamp at time zone 'Europe/Amsterdam'
    and q.requested_dagdelen is not null
$$;

/* Of visits that were not withdrawn, by their day. */
create function visit_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with made as materialized (
    select v.id, v.specialist_id, v.on_date, v.minutes, v.travel_minutes, v.kind, day_of(v.recorded_at) as recorded_on
    from visit v where v.tenant_id = p_tenant and v.on_date between p_from and p_to and v.withdrawn_at is null
  ), at as materialized (
    select a.visit_id, a.school_id, a.verdict, day_of(a.answered_at) as answered_on
    from visit_school a where a.tenant_id = p_tenant and a.on_date between p_from and p_to
      and p_measures && array['recorded_on_time', 'confirmed_on_time', 'schools_unvisited', 'special_reach']
  ), place as materialized (
    select * from school_closings(p_tenant, p_from, app_today())
    where p_measures && array['recorded_on_time', 'confirmed_on_time', 'schools_unvisited', 'special_reach']
  )
  select 'hours_done', x.visit_id || ':' || x.position, x.school_id, s.board_id, s.area_id, q.expertise[1], coalesce(q.level, x.faded_level), v.kind,
    x.ambition_id, v.on_date, x.minutes / 60.0::float8, v.travel_minutes / 60.0::float8 * x.minutes / v.minutes, false
  from made v join visit_share x on x.tenant_id = p_tenant and x.visit_id = v.id
  left join school s on s.tenant_id = p_tenant and s.id = x.school_id
  left join support_question q on q.tenant_id = p_tenant and q.id = x.question_id
  where 'hours_done' = any (p_measures)
  union all
  select m.measure, v.id || ':' || a.school_id, a.school_id, s.board_id, s.area_id, null, null, v.kind, null, v.on_date, m.good::int, null, false
  from made v join at a on a.visit_id = v.id join place s on s.school_id = a.school_id
  cross join lateral (values
    ('recorded_on_time', school_days(v.on_date, v.recorded_on, s.closed) <= 5, true),
    ('confirmed_on_time', coalesce(a.verdict = 'confirmed' and school_days(v.recorded_on, a.answered_on, s.closed) <= 10, false),
      a.verdict is not null or school_days(v.recorded_on, app_today(), s.closed) > 10)) as m (measure, good, known)
  where m.measure = any (p_measures) and m.known
  union all
  select 'schools_unvisited', s.id::text, s.id, s.board_id, s.area_id, null, null, null, null, p_from,
    (s.id not in (select a.school_id from made v join at a on a.visit_id = v.id))::int, null, false
  from school s
  where 'schools_unvisited' = any (p_measures) and s.tenant_id = p_tenant and (s.ended_on is null or s.ended_on > p_from) and figures_of(s.id)
  union all
  select 'special_reach', r.school_id || ':' || r.expertise, r.school_id, s.board_id, s.area_id, r.expertise, null, null, null, r.first_on, 1, null, false
  from (select a.school_id, e.expertise, min(v.on_date) as first_on from made v join at a on a.visit_id = v.id
    join specialist p on p.tenant_id = p_tenant and p.person_id = v.specialist_id and p.from_special
    join specialist_expertise e on e.tenant_id = p_tenant and e.person_id = v.specialist_id
    where 'special_reach' = any (p_measures) group by a.school_id, e.expertise) r
  join school s on s.tenant_id = p_tenant and s.id = r.school_id and coalesce(s.kind, 'BO') not in ('SBO', 'SO', 'VSO')
$$;

/* Of goals that were not dropped: the latest score of a moment and a scorer, by the day it was scored. */
create function goal_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with asked as materialized (
    select g.id, g.scale, g.school_id, s.board_id, s.area_id, q.expertise[1] as expertise, q.level
    from goal g join support_question q on q.tenant_id = g.tenant_id and q.id = g.question_id join school s on s.tenant_id = g.tenant_id and s.id = g.school_id
    where g.tenant_id = p_tenant and g.dropped_at is null
  ), latest as materialized (
    select distinct on (x.goal_id, x.scored_by, x.moment) x.goal_id, x.scored_by, x.moment, x.score, x.scored_on
    from goal_score x
    where x.tenant_id = p_tenant and x.moment in ('end', 'follow_up') and x.scored_by in ('school', 'specialist')
    order by x.goal_id, x.scored_by, x.moment, x.entered_at desc, x.id desc
  ), counted as (
    select m.measure, l.goal_id, l.scored_by as kind, l.scored_on as on_date, l.score as value
    from latest l cross join (values ('goal_levels'), ('goal_t')) as m (measure) where l.moment = 'end'
    union all
    select 'lasted', f.goal_id, f.scored_by, f.scored_on, f.score - e.score
    from latest f join latest e on e.goal_id = f.goal_id and e.scored_by = f.scored_by and e.moment = 'end' where f.moment = 'follow_up'
    union all
    select 'scorer_agreement', a.goal_id, null, greatest(a.scored_on, b.scored_on), abs(a.score - b.score)
    from latest a join latest b on b.goal_id = a.goal_id and b.scored_by = 'specialist' and b.moment = 'end'
    where a.scored_by = 'school' and a.moment = 'end'
  )
  select c.measure, c.goal_id || coalesce(':' || c.kind, ''), g.school_id, g.board_id, g.area_id, g.expertise, g.level, c.kind, null::uuid, c.on_date,
    c.value::float8, null::float8, false
  from counted c join asked g on g.id = c.goal_id
  where c.measure = any (p_measures) and c.on_date between p_from and p_to and (c.measure <> 'goal_t' or g.scale = 5)
$$;

/* At how many schools each stationing helps: a school that reads one sees of these only itself. */
create function stationing_sizes(p_tenant uuid) returns table (stationing_id uuid, schools int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select x.stationing_id, count(*)::int from stationing_school x
  where x.tenant_id = p_tenant and (app_tenant() = p_tenant or app_tenant() is null) group by 1
$$;
call give_function('stationing_sizes(uuid)', 'kortelijn_gate');

/* The weeks with a school day of a school within a period. */
create function school_weeks(p_from date, p_to date, p_closed date[]) returns int language sql immutable
as $$
  select count(*)::int from generate_series(date_trunc('week', p_from::timestamp), p_to::timestamp, interval '7 days') as w (monday)
  where school_days(greatest(w.monday::date, p_from) - 1, least(w.monday::date + 4, p_to), p_closed) > 0
$$;

/* What was planned: stationings at each of their schools, and assignments, in the hours of a period. */
create function planned_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with stands as materialized (
    select s.id, s.specialist_id, x.school_id, s.starts_on, s.ends_on - 1 as last_on, s.dagdelen / z.schools as dagdelen
    from stationing s join stationing_school x on x.tenant_id = s.tenant_id and x.stationing_id = s.id
    join stationing_sizes(p_tenant) z on z.stationing_id = s.id
    where 'hours_planned' = any (p_measures) and s.tenant_id = p_tenant and s.status in ('agreed', 'active', 'evaluated', 'ended')
      and s.starts_on <= p_to and s.ends_on > p_from and (figures_of(x.school_id) or s.specialist_id = (select app_person()))
  ), work as materialized (
    select a.id, a.specialist_id, q.school_id, a.starts_on, a.ends_on - 1 as last_on, a.planned_dagdelen as dagdelen, q.expertise[1] as expertise, q.level
    from assignment a join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
    where 'hours_planned' = any (p_measures) and a.tenant_id = p_tenant and a.kind = 'assigned' and a.state in ('active', 'ended')
      and a.starts_on <= p_to and a.ends_on > p_from and (figures_of(q.school_id) or a.specialist_id = (select app_person()))
  ), place as materialized (
    select * from school_closings(p_tenant, (select min(starts_on) from (select starts_on from stands union all select starts_on from work) x),
      (select max(last_on) from (select last_on from stands union all select last_on from work) x))
  )
  select 'hours_planned', s.id || ':' || s.school_id, s.school_id, p.board_id, p.area_id, null, null, 'stationing', null::uuid,
    greatest(s.starts_on, p_from), (s.dagdelen * school_weeks(greatest(s.starts_on, p_from), least(s.last_on, p_to), p.closed)
      * dagdeel_hours(p_tenant))::float8, null::float8, false
  from stands s join place p on p.school_id = s.school_id
  union all
  select 'hours_planned', w.id::text, w.school_id, p.board_id, p.area_id, w.expertise, w.level, 'assignment', null,
    greatest(w.starts_on, p_from), (w.dagdelen * coalesce(school_weeks(greatest(w.starts_on, p_from), least(w.last_on, p_to), p.closed)::numeric
      / nullif(school_weeks(w.starts_on, w.last_on, p.closed), 0), 0) * dagdeel_hours(p_tenant))::float8, null, false
  from work w join place p on p.school_id = w.school_id
$$;

/* Dagdelen a week of each specialist, planned and of the contract without absence, added up over the weeks of a period of at most four
   hundred days. For team leads, who alone know contracts, and for a job. */
create function capacity_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with days as (
    select d.person_id, d.day, d.contract, d.taken, exists (select from specialist_absence x where x.tenant_id = p_tenant
      and x.person_id = d.person_id and x.starts_on <= d.day and (x.ends_on is null or x.ends_on > d.day)) as away
    from contract_load(p_tenant, array(select distinct c.person_id from contract c where 'capacity_use' = any (p_measures)
        and ((app_is('team_lead') and app_tenant() = p_tenant) or app_tenant() is null)
        and p_to < p_from + 400 and c.tenant_id = p_tenant and c.starts_on <= p_to and (c.ends_on is null or c.ends_on > p_from)),
      p_from, p_to, '{}', false, null, null, null, null, null) d
    where extract(isodow from d.day) <= 5
  ), weeks as (
    select d.person_id, date_trunc('week', d.day::timestamp) as monday, max(d.taken) as planned,
      min(coalesce(d.contract, 0)) - sum(case when d.away then coalesce(d.contract, 0) else 0 end) / 5 as contract
    from days d group by 1, 2
  )
  select 'capacity_use', w.person_id::text, null::uuid, null::uuid, null::uuid, null, null, null, null::uuid, p_from, sum(w.planned)::float8,
    sum(greatest(w.contract, 0))::float8, false
  from weeks w group by w.person_id
$$;
call give_function('capacity_facts(uuid, text[], date, date)', 'kortelijn_gate');

/* Practice notes that everybody reads, half a year after they were published: whether somebody still used them then. Who did is not told. */
create function practice_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select 'practice_reuse', n.id::text, null::uuid, null::uuid, null::uuid, e.expertise[1], null, null, null::uuid, day_of(n.published_at),
    (exists (select from practice_note_use u where u.tenant_id = n.tenant_id and u.note_id = n.id and day_of(u.at) >= day_of(n.published_at) + 182))::int::float8,
    null::float8, false
  from practice_note n join practice_note_edition e on e.tenant_id = n.tenant_id and e.note_id = n.id and e.edition = n.edition
  where 'practice_reuse' = any (p_measures) and n.tenant_id = p_tenant and (app_tenant() = p_tenant or app_tenant() is null)
    and n.withdrawn_at is null and day_of(n.published_at) between p_from and least(p_to, app_today() - 182)
$$;
call give_function('practice_facts(uuid, text[], date, date)', 'kortelijn_gate');

/* Of the forms that schools fill in: satisfaction and basic_support. 0059 makes them. */
create function form_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$ select (null::measure_fact).* where false $$;

-- All of them -------------------------------------------------------------------------------------------------------------------------

/* The facts of measures in a period, both days in it, as the caller may read them. */
create function measure_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language plpgsql stable
as $$
begin
  if p_measures && array['first_contact_days', 'start_days', 'earliness_days', 'hand_offs', 'light_route_share', 'requested_provided'] then
    return query select * from question_facts(p_tenant, p_measures, p_from, p_to);
  end if;
  if p_measures && array['hours_done', 'recorded_on_time', 'confirmed_on_time', 'schools_unvisited', 'special_reach'] then
    return query select * from visit_facts(p_tenant, p_measures, p_from, p_to);
  end if;
  if p_measures && array['goal_levels', 'goal_t', 'lasted', 'scorer_agreement'] then
    return query select * from goal_facts(p_tenant, p_measures, p_from, p_to);
  end if;
  if 'hours_planned' = any (p_measures) then
    return query select * from planned_facts(p_tenant, p_measures, p_from, p_to);
  end if;
  if 'capacity_use' = any (p_measures) then
    return query select * from capacity_facts(p_tenant, p_measures, p_from, p_to);
  end if;
  if 'practice_reuse' = any (p_measures) then
    return query select * from practice_facts(p_tenant, p_measures, p_from, p_to);
  end if;
  if p_measures && array['satisfaction', 'basic_support'] then
    return query select * from form_facts(p_tenant, p_measures, p_from, p_to);
  end if;
end
$$;

/* The same of a whole partnership, for the job that makes releases: refused within anybody's request. */
create function job_facts(p_tenant uuid, p_measures text[], p_from date, p_to date, p_clock timestamptz) returns setof measure_fact
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if app_tenant() is not null or app_person() is not null then
    raise insufficient_privilege using message = 'only a job reads a whole partnership';
  end if;
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  return query select * from measure_facts(p_tenant, p_measures, p_from, p_to);
end
$$;
call give_function('job_facts(uuid, text[], date, date, timestamptz)', 'kortelijn_gate');
