-- The use of contracts counts what has ended since: of a year that is over everything has, and its figure came to nought. What the law of
-- room counts stays: only what still runs takes room. And what an operator writes down of stationings of years past is no news, as in 0068.

/* The Monday of a day's week. Asked of every day of a year's work: date_trunc takes ten times as long. */
create function monday_of(p_day date) returns date language sql immutable
as $$ select p_day - (p_day - date '0001-01-01') % 7 $$;

/* As in 0038. */
create or replace function weeks_of(p_from date, p_until date) returns int language sql immutable
as $$ select (monday_of(p_until) - monday_of(p_from)) / 7 + 1 $$;

/* The first day on which work is done no more: who hands over or stops in the middle, does the rest no more. */
create function worked_until(a assignment) returns date language sql immutable
as $$ select case when a.state = 'ended' then greatest(a.starts_on, least(a.ends_on, day_of(a.ended_at))) else a.ends_on end $$;

/* Of a stationing that ended: whether it did before its first day. Its days stay as they were agreed. */
create function never_began(s stationing) returns boolean language sql stable
as $$
  select exists (select from stationing_entry e where e.tenant_id = s.tenant_id and e.stationing_id = s.id
    and e.step in ('end', 'make_way') and coalesce(e.on_date, s.starts_on - 1) < s.starts_on)
$$;

/* As in 0067. p_ended: whether stationings and work that ended count as well, on the days before they did; a stationing that never began
   never does. Of a year all work has ended: each day against all of it took two seconds for 100 specialists, so work where nobody is
   stationed is added up from week to week, and whole weeks away are found once. */
drop function contract_load_on(uuid, uuid[], date[], uuid[], boolean, uuid, uuid[], numeric, uuid, numeric);
create function contract_load_on(p_tenant uuid, p_people uuid[], p_days date[], p_without uuid[], p_proposed boolean,
  p_place uuid, p_schools uuid[], p_dagdelen numeric, p_school uuid, p_work numeric, p_ended boolean)
  returns table (person_id uuid, day date, contract numeric, taken numeric, stationed numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with days as materialized (
    select p.person_id, p.day, monday_of(p.day) as monday from unnest(p_people, p_days) as p (person_id, day)
  ), span as materialized (
    select min(day) as first, max(day) as last, array_agg(distinct person_id) as people from days
  ), gone as materialized (
    select x.person_id, range_agg(daterange(x.starts_on, x.ends_on)) as days from span join specialist_absence x
      on x.tenant_id = p_tenant and x.person_id = any (span.people) group by 1
  ), missed as materialized (
    -- Mondays of weeks that an absence takes whole; no work takes more than three years.
    select g.person_id, array_agg(m::date order by m) as mondays from span, gone g,
      unnest(g.days * datemultirange(daterange(span.first - 1200, span.last + 1200))) r,
      generate_series(date_trunc('week', lower(r)::timestamp + interval '6 days'), upper(r)::timestamp - interval '5 days', interval '7 days') m group by 1
  ), present as materialized (
    select d.* from days d left join gone g on g.person_id = d.person_id
    where (g.days @> daterange(d.monday, d.monday + 5)) is not true
  ), stands as materialized (
    select s.specialist_id as person_id, coalesce(s.school_id, s.board_id) as place, s.starts_on, s.ends_on, s.dagdelen,
      array(select x.school_id from stationing_school x where x.tenant_id = s.tenant_id and x.stationing_id = s.id) as schools,
      daterange(b.starts_on, b.ends_on) as before, b.dagdelen as less
    from span join stationing s on s.tenant_id = p_tenant and s.specialist_id = any (span.people)
    left join stationing b on s.status = 'proposed' and b.tenant_id = s.tenant_id and b.id = s.continues_id
      and b.status in ('agreed', 'active', 'evaluated') and b.id <> all (p_without)
      and coalesce(b.school_id, b.board_id) <> coalesce(s.school_id, s.board_id)
    where s.id <> all (p_without)
      and (s.status in ('agreed', 'active', 'evaluated') or (p_proposed and s.status = 'proposed')
        or (p_ended and s.status = 'ended' and not never_began(s))) and s.starts_on <= span.last and s.ends_on > span.first
    union all
    select p, p_place, span.first, span.last + 1, p_dagdelen, p_schools, null, null from span, unnest(span.people) as p where p_place is not null
  ), stationed as (
    select d.person_id, d.day, s.place, max(s.dagdelen - case when s.less is not null and s.before @> d.day then least(s.dagdelen, s.less) else 0 end) as dagdelen
    from present d join stands s on s.person_id = d.person_id and s.starts_on <= d.day and s.ends_on > d.day group by 1, 2, 3
  ), work as materialized (
    select a.specialist_id as person_id, a.id, q.school_id, coalesce(q.school_id, a.question_id) as elsewhere, a.starts_on, worked_until(a) as ends_on,
      a.planned_dagdelen / nullif(weeks_of(a.starts_on, a.ends_on - 1) - coalesce(
        width_bucket(a.ends_on - 1, g.mondays) - width_bucket(monday_of(a.starts_on) - 1, g.mondays), 0), 0) as dagdelen
    from span join assignment a on a.tenant_id = p_tenant and a.specialist_id = any (span.people)
    left join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
    left join missed g on g.person_id = a.specialist_id
    where a.kind = 'assigned' and (a.state = 'active' or (p_ended and a.state = 'ended'))
      and a.question_id <> all (p_without) and a.starts_on <= span.last + 6 and a.ends_on > span.first - 6 and a.starts_on < worked_until(a)
    union all
    select p, null, p_school, coalesce(p_school, p), span.first, span.last + 1, p_work from span, unnest(span.people) as p where p_work is not null
  ), known as materialized (
    select w.*, (w.person_id, w.school_id) in (select person_id, unnest(schools) from stands)
      or (w.person_id, w.elsewhere) in (select person_id, place from stands) as at_stand from work w
  ), apart as (
    -- Work where nobody is stationed is not held against a stationing: from week to week what begins comes on, what is over goes off.
    select x.person_id, x.day, sum(x.dagdelen) over (partition by x.person_id order by x.monday, x.day nulls first
      rows unbounded preceding) as dagdelen from (
      select person_id, monday_of(starts_on) as monday, null::date as day, dagdelen from known where at_stand is not true
      union all select person_id, monday_of(ends_on - 1) + 7, null, -dagdelen from known where at_stand is not true
      union all select person_id, monday, day, 0 from present
    ) x
  ), worked as (
    select person_id, day, place, sum(dagdelen) as dagdelen from (
      -- Of a stationing at the school and one at its board it is that at the school.
      select distinct on (d.person_id, d.day, w.id) d.person_id, d.day, coalesce(s.place, w.elsewhere) as place, w.dagdelen
      from present d join known w on w.at_stand and w.person_id = d.person_id and w.starts_on < d.monday + 7 and w.ends_on > d.monday
      left join stands s on s.person_id = d.person_id and s.starts_on <= d.day and s.ends_on > d.day and w.school_id = any (s.schools)
      order by d.person_id, d.day, w.id, (s.place = w.school_id) desc, s.place
    ) x group by 1, 2, 3
  ), held as (
    select d.person_id, d.day, min(c.dagdelen) as dagdelen from days d join contract c
      on c.tenant_id = p_tenant and c.person_id = d.person_id and c.starts_on <= d.day and (c.ends_on is null or c.ends_on > d.day) group by 1, 2
  ), taken as (
    select x.person_id, x.day, sum(x.dagdelen) as dagdelen, sum(x.stationed) as stationed from (
      select person_id, day, greatest(s.dagdelen, w.dagdelen) as dagdelen, s.dagdelen as stationed
      from stationed s full join worked w using (person_id, day, place)
      union all select person_id, day, dagdelen, null from apart where day is not null
    ) x group by 1, 2
  )
  select d.person_id, d.day, h.dagdelen,
    -- Thirds of a dagdeel add up to a whole one.
    round(coalesce(t.dagdelen, 0), 6), round(coalesce(t.stationed, 0), 6)
  from days d left join held h on h.person_id = d.person_id and h.day = d.day left join taken t on t.person_id = d.person_id and t.day = d.day
  order by d.person_id, d.day
$$;
call give_function('contract_load_on(uuid, uuid[], date[], uuid[], boolean, uuid, uuid[], numeric, uuid, numeric, boolean)', 'kortelijn_gate', true);

/* As in 0067: of what has ended nothing. */
create or replace function contract_load(p_tenant uuid, p_people uuid[], p_from date, p_until date, p_without uuid[], p_proposed boolean,
  p_place uuid, p_schools uuid[], p_dagdelen numeric, p_school uuid, p_work numeric)
  returns table (person_id uuid, day date, contract numeric, taken numeric, stationed numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select l.* from (
    select array_agg(p.person_id order by n.day) as people, array_agg(n.day::date order by n.day) as days
    from (select distinct unnest(p_people) as person_id) p cross join generate_series(p_from::timestamp, p_until::timestamp, interval '1 day') as n (day)
  ) x cross join lateral contract_load_on(p_tenant, x.people, x.days, p_without, p_proposed, p_place, p_schools, p_dagdelen, p_school, p_work, false) l
$$;

/* Of each of some specialists: the dagdelen planned in the weeks of a period, the most of each week, and those of the contract, less what
   they were away. As in 0067, with what has ended. */
create function capacity_of(p_tenant uuid, p_people uuid[], p_from date, p_to date)
  returns table (person_id uuid, planned numeric, contract numeric)
language sql stable
as $$
  with piece as materialized (
    -- The hours of an assignment are spread over whole weeks; only what else changes cuts a week.
    select s.person_id, s.day, monday_of(s.day) as monday, least(s.next, monday_of(s.day) + 5) - s.day as days from (
      select x.person_id, x.day, lead(x.day, 1, p_to + 1) over (partition by x.person_id order by x.day) as next from (
        select p.person_id, greatest(m::date, p_from) as day
          from unnest(p_people) as p (person_id), generate_series(monday_of(p_from)::timestamp, p_to::timestamp, interval '7 days') m
        union select c.person_id, x from contract c, unnest(array[c.starts_on, c.ends_on]) x where c.tenant_id = p_tenant
        union select a.person_id, x from specialist_absence a, unnest(array[a.starts_on, a.ends_on]) x where a.tenant_id = p_tenant
        union select s.specialist_id, x from stationing s, unnest(array[s.starts_on, s.ends_on]) x
          where s.tenant_id = p_tenant and s.status in ('agreed', 'active', 'evaluated', 'ended') and s.starts_on <= p_to and s.ends_on >= p_from
      ) x where x.day between p_from and p_to and x.person_id = any (p_people)
    ) s where s.day < least(s.next, monday_of(s.day) + 5)
  ), looked as materialized (
    select p.person_id, p.monday, p.days, l.taken, coalesce(l.contract, 0) as contract, coalesce(g.days @> p.day, false) as away
    from (select array_agg(person_id) as people, array_agg(day) as days from piece) x
    cross join lateral contract_load_on(p_tenant, x.people, x.days, '{}', false, null, null, null, null, null, true) l
    join piece p using (person_id, day) left join (
      select x.person_id, range_agg(daterange(x.starts_on, x.ends_on)) as days from specialist_absence x where x.tenant_id = p_tenant group by 1) g
      on g.person_id = p.person_id
  )
  select w.person_id, sum(w.planned), sum(w.contract) from (
    select k.person_id, max(k.taken) as planned,
      greatest(min(k.contract) - sum(case when k.away then k.contract * k.days else 0 end) / 5, 0) as contract
    from looked k group by k.person_id, k.monday
  ) w group by w.person_id
$$;
call give_function('capacity_of(uuid, uuid[], date, date)', 'kortelijn_gate', true);

/* As in 0067. */
create or replace function capacity_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select 'capacity_use', c.person_id::text, null::uuid, null::uuid, null::uuid, null, null, null, null::uuid, p_from, c.planned::float8, c.contract::float8, false
  from (
    select array_agg(distinct c.person_id) as people from contract c where 'capacity_use' = any (p_measures)
      and ((app_is('team_lead') and app_tenant() = p_tenant) or app_tenant() is null)
      and p_to < p_from + 400 and c.tenant_id = p_tenant and c.starts_on <= p_to and (c.ends_on is null or c.ends_on > p_from)
  ) p cross join lateral capacity_of(p_tenant, p.people, p_from, p_to) c
$$;

/* As in 0067, without stationings that never began: they counted as planned for all the days they had been agreed for. */
create or replace function planned_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with stands as materialized (
    select s.id, s.specialist_id, x.school_id, s.starts_on, s.ends_on - 1 as last_on, s.dagdelen / z.schools as dagdelen
    from stationing s join stationing_school x on x.tenant_id = s.tenant_id and x.stationing_id = s.id
    join stationing_sizes(p_tenant) z on z.stationing_id = s.id
    where 'hours_planned' = any (p_measures) and s.tenant_id = p_tenant and (s.status in ('agreed', 'active', 'evaluated') or s.status = 'ended' and not never_began(s))
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

create or replace trigger stationing_step_is_told after insert on stationing_entry for each row when (not app_operator())
  execute function stationing_entry_told();

-- Tens of thousands of facts come to some hundred groups; PostgreSQL expects ten facts and would sort them all. What finds the days of
-- schools does know how much it sorts.
alter function measure_groups(uuid, text[], text[], boolean[], boolean[], date, date) set enable_sort = off;
alter function school_closings(uuid, uuid[], date, date) set enable_sort = on;
/* Holidays of a year: by their beginning alone, those of all years before it were read too. */
create index holiday_by_end on holiday (tenant_id, ends_on, starts_on);
