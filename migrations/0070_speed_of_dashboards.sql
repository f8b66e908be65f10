-- A dashboard of the largest partnership over a whole school year and the one before it in a third of a second: cases are added up where
-- they are found, and a share of a visit knows its day by itself. What is counted is as it stood in 0067.

-- Shares of visits --------------------------------------------------------------------------------------------------------------------

/* What a share has of its visit, so that a year of shares is found by its days and no visit is looked up: on_date is null once the visit
   is withdrawn, travel_minutes is the share's part of the travel. Kept by the two triggers below and by nobody else. */
alter table visit_share add on_date date, add kind text, add travel_minutes float8;
create index share_by_day on visit_share (tenant_id, on_date);

create policy gate_changes on visit_share for update to kortelijn_gate using (true) with check (true);
grant update (on_date, kind, travel_minutes) on visit_share to kortelijn_gate;

-- What was written down before this was here.
set local role kortelijn_gate;
update visit_share x set on_date = case when v.withdrawn_at is null then v.on_date end, kind = v.kind,
  travel_minutes = v.travel_minutes::float8 * x.minutes / v.minutes from visit v where v.tenant_id = x.tenant_id and v.id = x.visit_id;
reset role;

create function share_follows_visit() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  select case when v.withdrawn_at is null then v.on_date end, v.kind, v.travel_minutes::float8 * new.minutes / v.minutes
    into new.on_date, new.kind, new.travel_minutes from visit v where v.tenant_id = new.tenant_id and v.id = new.visit_id;
  return new;
end
$$;
call give_function('share_follows_visit()', 'kortelijn_gate', true);
create trigger share_follows_visit before insert on visit_share for each row execute function share_follows_visit();

create function shares_follow_visit() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update visit_share x set on_date = case when new.withdrawn_at is null then new.on_date end, kind = new.kind,
    travel_minutes = new.travel_minutes::float8 * x.minutes / new.minutes where x.tenant_id = new.tenant_id and x.visit_id = new.id;
  return null;
end
$$;
call give_function('shares_follow_visit()', 'kortelijn_gate', true);
create trigger shares_follow_visit after update on visit for each row
  when ((new.on_date, new.kind, new.minutes, new.travel_minutes, new.withdrawn_at) is distinct from (old.on_date, old.kind, old.minutes, old.travel_minutes, old.withdrawn_at))
  execute function shares_follow_visit();

-- Facts -------------------------------------------------------------------------------------------------------------------------------

/* As in 0067, of shares that know their day; whether anybody came is asked of what schools have of visits. Who only adds cases up says
   what they are split by (p_by): what nobody asks for is then not looked up, and cases have no id. */
drop function visit_facts(uuid, text[], date, date);
create function visit_facts(p_tenant uuid, p_measures text[], p_from date, p_to date, p_by text[] default null) returns setof measure_fact language sql stable
as $$
  with made as materialized (
    select v.id, v.specialist_id, v.on_date, v.minutes, v.travel_minutes, v.kind, v.recorded_at from visit v where v.tenant_id = p_tenant and v.on_date between p_from and p_to and v.withdrawn_at is null
  ), shares as materialized (
    select x.visit_id, x.position, x.minutes, x.school_id, x.question_id, x.ambition_id, x.faded_level, x.on_date, x.travel_minutes, x.kind
    from visit_share x where 'hours_done' = any (p_measures) and x.tenant_id = p_tenant and x.on_date between p_from and p_to
  ), here as materialized (
    select s.id, s.board_id, s.area_id from school s where s.tenant_id = p_tenant
  ), asked as materialized (
    select q.id, q.expertise[1] as expertise, q.level, q.ambition_id from support_question q
    where q.tenant_id = p_tenant and q.id = any (array(select distinct question_id from shares where question_id is not null))
      and (p_by is null or p_by && array['expertise', 'level', 'ambition'])
  ), received as materialized (
    -- By the day that a school has of the visit: the days of a period lie beside each other there.
    select v.id, v.specialist_id, a.school_id, v.on_date, v.kind, v.recorded_at, a.verdict, a.answered_at
    from visit_school a join made v on v.id = a.visit_id
    where a.tenant_id = p_tenant and a.on_date between p_from and p_to and p_measures && array['recorded_on_time', 'confirmed_on_time', 'special_reach']
  ), visited as materialized (
    select distinct a.school_id from visit_school a
    left join visit w on w.tenant_id = p_tenant and w.id = a.visit_id and w.withdrawn_at is not null
    where 'schools_unvisited' = any (p_measures) and a.tenant_id = p_tenant and a.on_date between p_from and p_to and w.id is null
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
  select 'hours_done', case when p_by is null then x.visit_id || ':' || x.position end, x.school_id, h.board_id, h.area_id, q.expertise, coalesce(q.level, x.faded_level), x.kind,
    coalesce(x.ambition_id, q.ambition_id), x.on_date, x.minutes / 60.0::float8, x.travel_minutes / 60.0::float8, false
  from shares x left join here h on h.id = x.school_id left join asked q on q.id = x.question_id
  union all
  select t.measure, t.id || ':' || t.school_id, t.school_id, t.board_id, t.area_id, null, null, t.kind, null, t.on_date, coalesce(t.good, 0), null, false
  from timed t where t.known
  union all
  -- Of a school whose visits somebody does not read, nobody knows whether there were any.
  select 'schools_unvisited', s.id::text, s.id, s.board_id, s.area_id, null, null, null, null, p_from, (r.school_id is null)::int, null, false
  from school s left join visited r on r.school_id = s.id
  where 'schools_unvisited' = any (p_measures) and s.tenant_id = p_tenant and (s.ended_on is null or s.ended_on > p_from)
    and ((select app_person()) is null or (select app_is('team_lead')) or s.id = any ((select app_ids('question_schools'))::uuid[]))
  union all
  select 'special_reach', r.school_id || ':' || r.expertise, r.school_id, s.board_id, s.area_id, r.expertise, null, null, null, r.first_on, 1, null, false
  from reached r join school s on s.tenant_id = p_tenant and s.id = r.school_id and coalesce(s.kind, 'BO') not in ('SBO', 'SO', 'VSO')
$$;

/* As in 0067; visits that were withdrawn have no day. */
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
  ), given as materialized (
    select x.question_id, sum(x.minutes) as minutes from visit_share x
    where x.tenant_id = p_tenant and x.question_id = any (array(select id from done)) and x.on_date is not null group by x.question_id
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

/* As in 0067; scores are fetched of all goals at once. */
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
    from goal_score x
    where x.tenant_id = p_tenant and x.goal_id = any (array(select id from aimed)) and x.moment in ('end', 'follow_up') and x.scored_by in ('school', 'specialist')
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

-- Added up ----------------------------------------------------------------------------------------------------------------------------

/* What a case is split by, as `keyOf` in figure.rules.ts says; quarters of school begin a month after those of the calendar. */
create function measure_key(p_by text, p_board uuid, p_area uuid, p_school uuid, p_expertise text, p_level text, p_kind text, p_ambition uuid, p_on date)
  returns text language sql stable as $$
  select coalesce(case p_by when 'board' then p_board::text when 'area' then p_area::text when 'school' then p_school::text
    when 'expertise' then p_expertise when 'level' then p_level when 'kind' then p_kind when 'ambition' then p_ambition::text
    when 'quarter' then (date_trunc('quarter', p_on - interval '1 month') + interval '1 month')::date::text
    else 'all' end, 'none')
$$;

/* The cases of measure_facts that are alike, with how many they are: the nth measure split as the nth of p_by says, its kinds apart or not,
   its values added up or each by itself. Each subject is added up within its own query, so that no case travels. */
do $do$
begin
  execute format($make$
    create function measure_groups(p_tenant uuid, p_measures text[], p_by text[], p_kinds boolean[], p_adds boolean[], p_from date, p_to date)
      returns table (measure text, key text, kind text, value float8, open boolean, n int, sum float8, against float8)
    language plpgsql stable rows 300 as $$
    begin
    %s
    end
    $$;
  $make$, (select string_agg(format($one$
      if p_measures && %L::text[] then
        return query select f.measure, measure_key(a.by, f.board_id, f.area_id, f.school_id, f.expertise, f.level, f.kind, f.ambition_id, f.on_date),
          case when a.kinds then f.kind end, case when a.adds then null else f.value end, coalesce(f.open, false), count(*)::int, sum(f.value), sum(f.against)
        from %s f
        join unnest(p_measures, p_by, p_kinds, p_adds) a (measure, by, kinds, adds) on a.measure = f.measure group by 1, 2, 3, 4, 5;
      end if;$one$, s.codes, s.facts), '') from (values
    ('{first_contact_days,start_days,earliness_days,hand_offs,light_route_share,requested_provided}', 'question_facts(p_tenant, p_measures, p_from, p_to)'),
    ('{hours_done,recorded_on_time,confirmed_on_time,schools_unvisited,special_reach}', 'visit_facts(p_tenant, p_measures, p_from, p_to, p_by)'),
    ('{goal_levels,goal_t,lasted,scorer_agreement}', 'goal_facts(p_tenant, p_measures, p_from, p_to)'),
    ('{hours_planned}', 'planned_facts(p_tenant, p_measures, p_from, p_to)'),
    ('{capacity_use}', 'capacity_facts(p_tenant, p_measures, p_from, p_to)'),
    ('{practice_reuse}', 'practice_facts(p_tenant, p_measures, p_from, p_to)'),
    ('{satisfaction,basic_support}', 'form_facts(p_tenant, p_measures, p_from, p_to)')
  ) as s (codes, facts)));
end
$do$;
