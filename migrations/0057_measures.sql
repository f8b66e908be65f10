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

-- Who leads the team reads every share of every visit: said first, and not found by looking each visit up.
drop policy circle_reads on visit_share;
create policy circle_reads on visit_share for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (select app_is('team_lead')) or school_id = any ((select app_ids('question_schools'))::uuid[]) or exists (select from visit v
    where v.tenant_id = visit_share.tenant_id and v.id = visit_share.visit_id and v.specialist_id = (select app_person()))));

-- School days -----------------------------------------------------------------------------------------------------------------------

/* Mondays to Fridays from Monday 5 January 1970 up to and including a day. */
create function weekdays_until(p_day date) returns int language sql immutable
as $$ select (p_day - date '1970-01-05') / 7 * 5 + least((p_day - date '1970-01-05') % 7 + 1, 5) $$;

/* School days after a day up to and including another, 0 when that is not later, as school_day_count (0004), but by looking days up
   instead of walking from one to the other. The arrays are those of school_closings. */
create function school_days(p_from date, p_to date, p_closed date[], p_added date[], p_opened date[]) returns int language sql immutable
as $$
  select case when p_to > p_from then weekdays_until(p_to) - weekdays_until(p_from)
    - width_bucket(p_to, p_closed) + width_bucket(p_from, p_closed) - width_bucket(p_to, p_added) + width_bucket(p_from, p_added)
    + width_bucket(p_to, p_opened) - width_bucket(p_from, p_opened) else 0 end
$$;

/* Schools, with the weekdays of a period on which the partnership is closed, those on which the school is closed beside them, and those on
   which it is open all the same; each in order. */
create function school_closings(p_tenant uuid, p_schools uuid[], p_from date, p_to date)
  returns table (school_id uuid, board_id uuid, area_id uuid, closed date[], added date[], opened date[]) language sql stable
as $$
  with entry as materialized (
    select h.scope, coalesce(h.school_id, h.board_id) as place, h.kind, d.day::date as day
    from holiday h cross join lateral generate_series(greatest(h.starts_on, p_from)::timestamp, least(h.ends_on - 1, p_to)::timestamp,
      interval '1 day') as d (day)
    where h.tenant_id = p_tenant and h.starts_on <= p_to and h.ends_on > p_from and extract(isodow from d.day) < 6
      and (h.school_id is null or h.school_id = any (p_schools))
  ), shared as materialized (
    select distinct day from entry where scope = 'tenant'
  ), place as materialized (
    select s.id, s.board_id, s.area_id, case when s.id in (select place from entry where scope = 'school') then s.id end as own,
      case when s.board_id in (select place from entry where scope = 'board') then s.board_id end as of_board
    from school s where s.tenant_id = p_tenant and s.id = any (p_schools)
  ), calendar as (
    select distinct coalesce(own, of_board) as id, own, of_board from place where own is not null or of_board is not null
  ), decided as (
    select distinct on (x.id, x.day) x.id, x.day, x.kind
    from (select c.id, e.* from calendar c join entry e on e.place = c.of_board union all
      select c.id, e.* from calendar c join entry e on e.place = c.own) x
    order by x.id, x.day, x.scope = 'school' desc, x.kind = 'open' desc
  ), differs as materialized (
    select d.id, array_agg(d.day order by d.day) filter (where d.kind = 'free' and s.day is null) as added,
      array_agg(d.day order by d.day) filter (where d.kind = 'open' and s.day is not null) as opened
    from decided d left join shared s on s.day = d.day group by d.id
  )
  select p.id, p.board_id, p.area_id, coalesce((select array_agg(day order by day) from shared), '{}'), coalesce(d.added, '{}'), coalesce(d.opened, '{}')
  from place p left join differs d on d.id = coalesce(p.own, p.of_board)
$$;

create function dagdeel_hours(p_tenant uuid) returns numeric language sql stable
as $$ select coalesce((select dagdeel_hours from planning_settings where tenant_id = p_tenant), 4) $$;

-- Facts by subject --------------------------------------------------------------------------------------------------------------------

/* Of questions: by the day they were submitted; what was asked and done by the day they ended. */
create function question_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
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
  ), given as materialized (
    select x.question_id, sum(x.minutes) as minutes from done d join visit_share x on x.tenant_id = p_tenant and x.question_id = d.id
    join visit v on v.tenant_id = p_tenant and v.id = x.visit_id and v.withdrawn_at is null group by x.question_id
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

/* Of visits that were not withdrawn, by their day. */
create function visit_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with made as materialized (
    select v.id, v.specialist_id, v.on_date, v.minutes, v.travel_minutes, v.kind, day_of(v.recorded_at) as recorded_on
    from visit v where v.tenant_id = p_tenant and v.on_date between p_from and p_to and v.withdrawn_at is null
  ), shares as materialized (
    select x.visit_id, x.position, x.minutes, x.school_id, x.question_id, x.ambition_id, x.faded_level, v.on_date, v.minutes as whole, v.travel_minutes, v.kind
    from made v join visit_share x on x.tenant_id = p_tenant and x.visit_id = v.id where 'hours_done' = any (p_measures)
  ), here as materialized (
    select s.id, s.board_id, s.area_id from school s where s.tenant_id = p_tenant
  ), asked as materialized (
    select q.id, q.expertise[1] as expertise, q.level from support_question q
    where q.tenant_id = p_tenant and q.id = any (array(select distinct question_id from shares where question_id is not null))
  ), received as materialized (
    select v.id, v.specialist_id, a.school_id, v.on_date, v.kind, v.recorded_on, a.verdict, coalesce(day_of(a.answered_at), (select app_today())) as known_on
    from made v join visit_school a on a.tenant_id = p_tenant and a.visit_id = v.id
    where p_measures && array['recorded_on_time', 'confirmed_on_time', 'schools_unvisited', 'special_reach']
  ), place as materialized (
    select * from school_closings(p_tenant, array(select distinct school_id from received), p_from,
      (select max(greatest(recorded_on, known_on)) from received))
    where p_measures && array['recorded_on_time', 'confirmed_on_time']
  ), timed as (
    select 'recorded_on_time' as measure, a.id, a.school_id, a.kind, a.on_date,
      (school_days(a.on_date, a.recorded_on, s.closed, s.added, s.opened) <= 5)::int as good, true as known
    from received a join place s on s.school_id = a.school_id where 'recorded_on_time' = any (p_measures)
    union all
    select 'confirmed_on_time', a.id, a.school_id, a.kind, a.on_date,
      (a.verdict = 'confirmed' and school_days(a.recorded_on, a.known_on, s.closed, s.added, s.opened) <= 10)::int,
      a.verdict is not null or school_days(a.recorded_on, a.known_on, s.closed, s.added, s.opened) > 10
    from received a join place s on s.school_id = a.school_id where 'confirmed_on_time' = any (p_measures)
  ), reached as (
    select a.school_id, e.expertise, min(a.on_date) as first_on from received a
    join specialist p on p.tenant_id = p_tenant and p.person_id = a.specialist_id and p.from_special
    join specialist_expertise e on e.tenant_id = p_tenant and e.person_id = a.specialist_id
    where 'special_reach' = any (p_measures) group by a.school_id, e.expertise
  )
  select 'hours_done', x.visit_id || ':' || x.position, x.school_id, h.board_id, h.area_id, q.expertise, coalesce(q.level, x.faded_level), x.kind,
    x.ambition_id, x.on_date, x.minutes / 60.0::float8, x.travel_minutes / 60.0::float8 * x.minutes / x.whole, false
  from shares x left join here h on h.id = x.school_id left join asked q on q.id = x.question_id
  union all
  select t.measure, t.id || ':' || t.school_id, t.school_id, s.board_id, s.area_id, null, null, t.kind, null, t.on_date, coalesce(t.good, 0), null, false
  from timed t join school s on s.tenant_id = p_tenant and s.id = t.school_id where t.known
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

/* Of goals that were not dropped: the latest score of a moment and a scorer, by the day it was scored. */
create function goal_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with scored as materialized (
    select distinct x.goal_id as id from goal_score x
    where x.tenant_id = p_tenant and x.moment in ('end', 'follow_up') and x.scored_on between p_from and p_to
  ), latest as (
    select distinct on (x.goal_id, x.scored_by, x.moment) x.goal_id, x.scored_by, x.moment, x.score, x.scored_on
    from scored s join goal_score x on x.tenant_id = p_tenant and x.goal_id = s.id
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
  select c.measure, c.goal_id || coalesce(':' || c.kind, ''), g.school_id, s.board_id, s.area_id, q.expertise[1], q.level, c.kind, null::uuid, c.on_date,
    c.value::float8, null::float8, false
  from counted c join goal g on g.tenant_id = p_tenant and g.id = c.goal_id and g.dropped_at is null and (c.measure <> 'goal_t' or g.scale = 5)
  join support_question q on q.tenant_id = p_tenant and q.id = g.question_id join school s on s.tenant_id = p_tenant and s.id = g.school_id
  where c.on_date between p_from and p_to
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
create function school_weeks(p_from date, p_to date, p_closed date[], p_added date[], p_opened date[]) returns int language sql immutable
as $$
  select count(*)::int from generate_series(date_trunc('week', p_from::timestamp), p_to::timestamp, interval '7 days') as w (monday)
  where school_days(greatest(w.monday::date, p_from) - 1, least(w.monday::date + 4, p_to), p_closed, p_added, p_opened) > 0
$$;

/* What was planned: stationings at each of their schools, and assignments, in the hours of a period. */
create function planned_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with stands as materialized (
    select s.id, s.specialist_id, x.school_id, s.starts_on, s.ends_on - 1 as last_on, s.dagdelen / z.schools as dagdelen
    from stationing s join stationing_school x on x.tenant_id = s.tenant_id and x.stationing_id = s.id
    join stationing_sizes(p_tenant) z on z.stationing_id = s.id
    where 'hours_planned' = any (p_measures) and s.tenant_id = p_tenant and s.status in ('agreed', 'active', 'evaluated', 'ended')
      and s.starts_on <= p_to and s.ends_on > p_from and ((select app_person()) is null or (select app_is('team_lead')) or x.school_id = any ((select app_ids('question_schools'))::uuid[])
        or s.specialist_id = (select app_person()))
  ), work as materialized (
    select a.id, a.specialist_id, q.school_id, a.starts_on, a.ends_on - 1 as last_on, a.planned_dagdelen as dagdelen, q.expertise[1] as expertise, q.level
    from assignment a join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
    where 'hours_planned' = any (p_measures) and a.tenant_id = p_tenant and a.kind = 'assigned' and a.state in ('active', 'ended')
      and a.starts_on <= p_to and a.ends_on > p_from and ((select app_person()) is null or (select app_is('team_lead')) or q.school_id = any ((select app_ids('question_schools'))::uuid[])
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
