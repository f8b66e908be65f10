-- The use of contracts in a school year that is over is kept by person: to compute it anew took 100 ms of 250 for the 100 specialists of the
-- largest partnership, twice on a page that puts two years beside each other. What is written down afterwards has it computed again.

/* Planned and contracted dagdelen of a specialist in a school year that is over. Whoever has no row is computed as they are asked for. A
   migration that changes what they come to empties this table. */
create table capacity_year (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  starts_on date not null,
  ends_on date not null, -- the last day
  planned float8 not null,
  contract float8 not null,
  primary key (tenant_id, starts_on, person_id),
  foreign key (tenant_id, person_id) references person,
  constraint "a school year is from August to July" check (extract(month from starts_on) = 8 and extract(day from starts_on) = 1
    and ends_on = starts_on + interval '1 year' - interval '1 day')
);
create index capacity_year_of_person on capacity_year (tenant_id, person_id);
call put_under_law('capacity_year');
create policy gate_adds on capacity_year for insert to kortelijn_gate with check (true);
create policy gate_removes on capacity_year for delete to kortelijn_gate using (true);
grant insert, delete on capacity_year to kortelijn_gate;

/* As in 0073; of a school year that is over, what is kept. */
create or replace function capacity_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with asked as materialized (
    select p_tenant as tenant_id where 'capacity_use' = any (p_measures) and p_to < p_from + 400
      and ((app_is('team_lead') and app_tenant() = p_tenant) or app_tenant() is null)
  ), kept as materialized (
    select y.person_id, y.planned, y.contract from asked join capacity_year y using (tenant_id) where y.starts_on = p_from and y.ends_on = p_to
  ), others as (
    select array_agg(distinct c.person_id) as people from asked join contract c using (tenant_id)
    where c.starts_on <= p_to and (c.ends_on is null or c.ends_on > p_from) and c.person_id not in (select person_id from kept)
  )
  select 'capacity_use', c.person_id::text, null::uuid, null::uuid, null::uuid, null, null, null, null::uuid, p_from, c.planned, c.contract, false
  from (
    select * from kept
    union all
    select c.person_id, c.planned::float8, c.contract::float8 from others o cross join lateral capacity_of(p_tenant, o.people, p_from, p_to) c where o.people is not null
  ) c
$$;

-- What is kept stays true ---------------------------------------------------------------------------------------------------------------

/* Of one specialist, from the week of a day on (null: of all years). Holds off the job that keeps them until this transaction is over:
   what that would compute knows nothing of it yet. */
create function capacity_changes(p_tenant uuid, p_person uuid, p_day date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('capacity ' || p_tenant, 0));
  delete from capacity_year y where y.tenant_id = p_tenant and y.person_id = p_person and (p_day is null or y.ends_on >= monday_of(p_day));
end
$$;
call give_function('capacity_changes(uuid, uuid, date)', 'kortelijn_gate', true);

/* A contract or an absence: an absence has the work of other weeks weigh more. */
create function capacity_follows_person() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op <> 'INSERT' then perform capacity_changes(old.tenant_id, old.person_id, null); end if;
  if tg_op <> 'DELETE' then perform capacity_changes(new.tenant_id, new.person_id, null); end if;
  return null;
end
$$;
call give_function('capacity_follows_person()', 'kortelijn_gate', true);
create trigger capacity_follows_contract after insert or update or delete on contract for each row execute function capacity_follows_person();
create trigger capacity_follows_absence after insert or update or delete on specialist_absence for each row execute function capacity_follows_person();

/* A stationing, or work on a question: nothing of the weeks before it. */
create function capacity_follows_work() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  -- Who thinks along has no days.
  if tg_op <> 'INSERT' and old.starts_on is not null then perform capacity_changes(old.tenant_id, old.specialist_id, old.starts_on); end if;
  if tg_op <> 'DELETE' and new.starts_on is not null then perform capacity_changes(new.tenant_id, new.specialist_id, new.starts_on); end if;
  return null;
end
$$;
call give_function('capacity_follows_work()', 'kortelijn_gate', true);
create trigger capacity_follows_stationing after insert or update or delete on stationing for each row execute function capacity_follows_work();
create trigger capacity_follows_assignment after insert or update or delete on assignment for each row execute function capacity_follows_work();

/* The schools of a stationing, and how it ended: who never began took no room. */
create function capacity_follows_stationing() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  x jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  perform capacity_changes(s.tenant_id, s.specialist_id, s.starts_on) from stationing s
  where s.tenant_id = (x ->> 'tenant_id')::uuid and s.id = (x ->> 'stationing_id')::uuid;
  return null;
end
$$;
call give_function('capacity_follows_stationing()', 'kortelijn_gate', true);
create trigger capacity_follows_school after insert or update or delete on stationing_school for each row execute function capacity_follows_stationing();
create trigger capacity_follows_step after insert or update or delete on stationing_entry for each row execute function capacity_follows_stationing();

-- The job -------------------------------------------------------------------------------------------------------------------------------

/* Keeps the use of contracts of every school year that has been over for two weeks. Who is written about at this very moment waits for the
   next night: of a partnership where anybody is, nothing is kept. Gives how many rows are new. */
create function keep_capacity(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t record;
  kept int := 0;
  added int;
begin
  perform only_a_job(p_clock);
  for t in select n.tenant_id, min(c.starts_on) as since from tenant n join contract c using (tenant_id) group by 1 order by 1 loop
    continue when not pg_try_advisory_xact_lock(hashtextextended('capacity ' || t.tenant_id, 0));
    insert into capacity_year (tenant_id, person_id, starts_on, ends_on, planned, contract)
    select t.tenant_id, f.id::uuid, y.starts_on, y.ends_on, f.value, f.against
    from (
      select make_date(n, 8, 1) as starts_on, make_date(n + 1, 7, 31) as ends_on
      from generate_series(greatest(extract(year from t.since)::int - 1, extract(year from app_today())::int - 10), extract(year from app_today())::int) n
    ) y cross join lateral capacity_facts(t.tenant_id, array['capacity_use'], y.starts_on, y.ends_on) f
    where y.ends_on + 14 <= app_today()
    on conflict do nothing;
    get diagnostics added = row_count;
    kept := kept + added;
  end loop;
  return kept;
end
$$;
call give_function('keep_capacity(timestamptz)', 'kortelijn_gate');
