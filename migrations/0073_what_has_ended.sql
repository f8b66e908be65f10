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
    [$was$a.kind = 'assigned' and a.state = 'active'$was$, $new$a.kind = 'assigned' and (a.state = 'active' or (p_ended and a.state = 'ended'))$new$]
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
