-- The use of contracts counts what has ended since: of a year that is over everything has, and its figure came to nought. What the law of
-- room counts stays: only what still runs takes room. And what an operator writes down of stationings of years past is no news, as in 0068.

/* The first day on which work is done no more: who hands over or stops in the middle, does the rest no more. */
create function worked_until(a assignment) returns date language sql immutable
as $$ select case when a.state = 'ended' then greatest(a.starts_on, least(a.ends_on, day_of(a.ended_at))) else a.ends_on end $$;

/* contract_load_on as it stands in 0067. p_ended: whether stationings and work that ended count as well, on the days before they did;
   a stationing that never began never does. */
do $do$
declare
  made text := pg_get_functiondef('contract_load_on(uuid, uuid[], date[], uuid[], boolean, uuid, uuid[], numeric, uuid, numeric)'::regprocedure);
  change text[];
begin
  foreach change slice 1 in array array[
    ['p_work numeric)', 'p_work numeric, p_ended boolean)'],
    [$was$(p_proposed and s.status = 'proposed'))$was$, $new$(p_proposed and s.status = 'proposed')
        or (p_ended and s.status = 'ended' and not exists (select from stationing_entry e where e.tenant_id = p_tenant and e.stationing_id = s.id
          and e.step in ('end', 'make_way') and coalesce(e.on_date, s.starts_on - 1) < s.starts_on)))$new$],
    [$was$daterange(a.starts_on, a.ends_on) as period,$was$, $new$daterange(a.starts_on, worked_until(a)) as period,$new$],
    [$was$a.kind = 'assigned' and a.state = 'active'$was$, $new$a.kind = 'assigned' and (a.state = 'active' or (p_ended and a.state = 'ended'))$new$],
    -- Of a year all work has ended: each day against all of it took two seconds for 100 specialists.
    [$was$  ), worked as (
    select d.person_id, d.day, coalesce(m.place, w.elsewhere) as place, sum(w.dagdelen) as dagdelen
    from present d join work w on w.person_id = d.person_id and w.period && d.week
    -- Of a stationing at the school and one at its board it is that at the school.
    left join lateral (select s.place from stands s where s.person_id = d.person_id and s.period @> d.day and w.school_id = any (s.schools)
      order by (s.place = w.school_id) desc, s.place limit 1) m on true
    group by 1, 2, 3$was$,
    $new$  ), numbered as materialized (
    select row_number() over () as nth, w.* from work w
  ), known as materialized (
    select n.*, f.nth is not null as at_stand from numbered n left join (
      select distinct m.nth from numbered m join stands s on s.person_id = m.person_id and (m.school_id = any (s.schools) or s.place = m.elsewhere)) f
      on f.nth = n.nth
  ), apart as (
    -- Work where nobody is stationed is not held against a stationing: from week to week what begins comes on, what is over goes off.
    select x.person_id, x.day, sum(x.dagdelen) over (partition by x.person_id order by x.monday, x.day nulls first) as dagdelen from (
      select person_id, date_trunc('week', lower(period)::timestamp)::date as monday, null::date as day, dagdelen
        from known where not at_stand and not isempty(period)
      union all select person_id, date_trunc('week', upper(period)::timestamp - interval '1 day')::date + 7, null, -dagdelen
        from known where not at_stand and not isempty(period)
      union all select person_id, lower(week), day, 0 from present
    ) x
  ), worked as (
    select d.person_id, d.day, coalesce(m.place, w.elsewhere) as place, sum(w.dagdelen) as dagdelen
    from present d join known w on w.at_stand and w.person_id = d.person_id and w.period && d.week
    -- Of a stationing at the school and one at its board it is that at the school.
    left join lateral (select s.place from stands s where s.person_id = d.person_id and s.period @> d.day and w.school_id = any (s.schools)
      order by (s.place = w.school_id) desc, s.place limit 1) m on true
    group by 1, 2, 3$new$],
    [$was$round(coalesce(t.dagdelen, 0), 6)$was$, $new$round(coalesce(t.dagdelen, 0) + coalesce(e.dagdelen, 0), 6)$new$],
    [$was$left join taken t on t.person_id = d.person_id and t.day = d.day$was$,
     $new$left join taken t on t.person_id = d.person_id and t.day = d.day left join apart e on e.person_id = d.person_id and e.day = d.day
  order by d.person_id, d.day$new$],
    [$was$), present as materialized ($was$, $new$), missed as materialized (
    -- Mondays of weeks that an absence takes whole; no work takes more than three years.
    select g.person_id, array_agg(m::date) as mondays from span, gone g,
      unnest(g.days * datemultirange(daterange(span.first - 1200, span.last + 1200))) r,
      generate_series(date_trunc('week', lower(r)::timestamp + interval '6 days'), upper(r)::timestamp - interval '5 days', interval '7 days') m group by 1
  ), present as materialized ($new$],
    [$was$weeks_worked(a.starts_on, a.ends_on - 1, g.days)$was$, $new$weeks_of(a.starts_on, a.ends_on - 1) - (select count(*)
        from unnest(g.mondays) m where m between date_trunc('week', a.starts_on::timestamp)::date and a.ends_on - 1)$new$],
    [$was$left join gone g on g.person_id = a.specialist_id$was$, $new$left join missed g on g.person_id = a.specialist_id$new$]
  ] loop
    if (length(made) - length(replace(made, change[1], ''))) <> length(change[1]) then
      raise exception 'contract_load_on is not what 0067 made it';
    end if;
    made := replace(made, change[1], change[2]);
  end loop;
  drop function contract_load_on(uuid, uuid[], date[], uuid[], boolean, uuid, uuid[], numeric, uuid, numeric);
  execute made;
end
$do$;
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

/* As in 0067, with what has ended. */
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
        where s.tenant_id = p_tenant and s.status in ('agreed', 'active', 'evaluated', 'ended') and s.starts_on <= p_to and s.ends_on >= p_from
      -- The hours of an assignment are spread over whole weeks.
      union all select a.specialist_id, x from assignment a,
        unnest(array[date_trunc('week', a.starts_on::timestamp)::date, date_trunc('week', worked_until(a)::timestamp - interval '1 day')::date + 7]) x
        where a.tenant_id = p_tenant and a.kind = 'assigned' and a.state in ('active', 'ended') and a.starts_on <= p_to + 6 and a.ends_on > p_from - 8
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
      null, null, null, null, null, true) l join piece p using (person_id, day)
  ), counted as (
    select k.person_id, k.weeks * max(k.taken) as planned,
      k.weeks * greatest(min(k.contract) - sum(case when k.away then k.contract * k.days else 0 end) / 5, 0) as contract
    from looked k group by k.person_id, k.week, k.weeks
  )
  select 'capacity_use', c.person_id::text, null::uuid, null::uuid, null::uuid, null, null, null, null::uuid, p_from, sum(c.planned)::float8, sum(c.contract)::float8, false
  from counted c group by c.person_id
$$;

create or replace trigger stationing_step_is_told after insert on stationing_entry for each row when (not app_operator())
  execute function stationing_entry_told();
