-- Releases: what is told of a closed period to those who do not work on the records themselves (boards, direction, policy, everybody).
-- Small counts are hidden once, for all that adds up (src/platform/pure/sums.ts), and a release is never changed: two days or two filters
-- can never be subtracted from each other.

create table measure_release (
  tenant_id uuid not null references tenant,
  id uuid not null,
  measure text not null check (measure ~ '^[a-z_]{2,40}$'),
  span text not null check (span in ('quarter', 'year')),
  starts_on date not null,
  ends_on date not null, -- half-open
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, measure, span, starts_on),
  constraint "quarters and years of school" check (extract(day from starts_on) = 1 and case span
    when 'year' then extract(month from starts_on) = 8 and ends_on = starts_on + interval '1 year'
    else extract(month from starts_on) in (2, 5, 8, 11) and ends_on = starts_on + interval '3 months' end)
);

/* A count of a release: of the partnership or of a board, of all or of what has the key in a dimension, whole or a part of it. */
create table measure_release_cell (
  tenant_id uuid not null references tenant,
  release_id uuid not null,
  position int not null,
  board_id uuid, -- null: the partnership
  dimension text not null, -- all, area, expertise, level, kind, ambition
  key text not null,
  part text not null default '', -- '': whole
  n int, -- as told; null: hidden
  figure jsonb, -- what is told beside it: value, low, high, p85, of
  kept_n int not null, -- as it was: the job alone reads it, for the releases that add up with this one
  kept jsonb, -- amounts, idem
  primary key (tenant_id, release_id, position),
  foreign key (tenant_id, release_id) references measure_release,
  foreign key (tenant_id, board_id) references board,
  constraint "nothing under five is told" check (n is null or (n = kept_n and n >= 5)),
  constraint "nothing is told of what is hidden" check (n is not null or figure is null)
);
create index release_cell_of_board on measure_release_cell (tenant_id, board_id);
create unique index "a cell stands in a release once" on measure_release_cell (tenant_id, release_id, board_id, dimension, key, part) nulls not distinct;

call put_under_law('measure_release');
call put_under_law('measure_release_cell');
create policy member_reads on measure_release for select to kortelijn_app using (tenant_id = (select app_tenant()));
create policy reader_of_board on measure_release_cell for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and (board_id is null or board_id = any ((select app_ids('boards'))::uuid[])
    or (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']));
create policy gate_adds on measure_release for insert to kortelijn_gate with check (true);
create policy gate_adds on measure_release_cell for insert to kortelijn_gate with check (true);
grant select on measure_release to kortelijn_app;
grant select (tenant_id, release_id, position, board_id, dimension, key, part, n, figure) on measure_release_cell to kortelijn_app;
grant insert on measure_release, measure_release_cell to kortelijn_gate;

/* Whoever tries, also the functions below: what was released stays. */
create function release_stays() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  raise exception using errcode = 'KL001', message = 'releasedStays';
end
$$;
create trigger release_stays before update or delete on measure_release for each row execute function release_stays();
create trigger release_cell_stays before update or delete on measure_release_cell for each row execute function release_stays();

-- The job -----------------------------------------------------------------------------------------------------------------------------

/* Refuses within anybody's request; sets the clock. */
create function only_a_job(p_clock timestamptz) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if app_tenant() is not null or app_person() is not null then
    raise insufficient_privilege using message = 'only a job makes releases';
  end if;
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
end
$$;

/* Of each partnership: today, since when there is anything to count, what was released, and all that figures are split by. */
create function job_release_ground(p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform only_a_job(p_clock);
  return (select coalesce(jsonb_agg(jsonb_build_object(
    'tenantId', t.tenant_id, 'today', app_today(),
    'since', least((select min(v.on_date) from visit v where v.tenant_id = t.tenant_id),
      (select min(q.submitted_on) from support_question q where q.tenant_id = t.tenant_id)),
    'made', (select coalesce(jsonb_agg(jsonb_build_array(r.measure, r.span, r.starts_on)), '[]') from measure_release r where r.tenant_id = t.tenant_id),
    'board', (select coalesce(jsonb_agg(b.id order by b.name, b.code), '[]') from board b where b.tenant_id = t.tenant_id),
    'area', (select coalesce(jsonb_agg(a.id order by a.name, a.id), '[]') from area a where a.tenant_id = t.tenant_id),
    'expertise', (select coalesce(jsonb_agg(e.code order by e.position, e.code), '[]') from expertise e where e.tenant_id = t.tenant_id),
    'ambition', (select coalesce(jsonb_agg(a.id order by a.starts_on, a.id), '[]') from ambition a where a.tenant_id = t.tenant_id)
    ) order by t.tenant_id), '[]') from tenant t);
end
$$;
call give_function('job_release_ground(timestamptz)', 'kortelijn_gate');

/* The cells of the quarters of a year, as they were: what can no longer be hidden. */
create function job_release_cells(p_tenant uuid, p_from date, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform only_a_job(p_clock);
  return (select coalesce(jsonb_agg(jsonb_build_object('measure', r.measure, 'quarter', r.starts_on, 'board', c.board_id, 'dimension', c.dimension,
      'key', c.key, 'part', c.part, 'n', c.kept_n, 'amounts', c.kept, 'shown', c.n is not null, 'told', c.figure is not null)
      order by r.starts_on, c.position), '[]')
    from measure_release r join measure_release_cell c on c.tenant_id = r.tenant_id and c.release_id = r.id
    where r.tenant_id = p_tenant and r.span = 'quarter' and r.starts_on >= p_from and r.starts_on < p_from + interval '1 year');
end
$$;
call give_function('job_release_cells(uuid, date, timestamptz)', 'kortelijn_gate');

/* Keeps the releases of a period, whole or not at all; what was released before stays as it was. Gives how many are new. */
create function keep_releases(p_tenant uuid, p_span text, p_from date, p_until date, p_releases jsonb, p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  kept int;
begin
  perform only_a_job(p_clock);
  if p_until + 14 > app_today() then
    raise exception using errcode = 'KL001', message = 'periodIsOpen';
  end if;
  with added as (
    insert into measure_release (tenant_id, id, measure, span, starts_on, ends_on, made_at)
    select p_tenant, (r ->> 'id')::uuid, r ->> 'measure', p_span, p_from, p_until, app_now() from jsonb_array_elements(p_releases) r
    on conflict (tenant_id, measure, span, starts_on) do nothing returning id
  ), cells as (
    insert into measure_release_cell (tenant_id, release_id, position, board_id, dimension, key, part, n, figure, kept_n, kept)
    select p_tenant, a.id, c.nth, (c.cell ->> 'board')::uuid, c.cell ->> 'dimension', c.cell ->> 'key', c.cell ->> 'part',
      case when (c.cell ->> 'shown')::boolean then (c.cell ->> 'n')::int end, nullif(c.cell -> 'figure', 'null'), (c.cell ->> 'n')::int,
      nullif(c.cell -> 'amounts', 'null')
    from added a join jsonb_array_elements(p_releases) r on (r ->> 'id')::uuid = a.id
    cross join lateral jsonb_array_elements(r -> 'cells') with ordinality as c (cell, nth)
  )
  select count(*) into kept from added;
  if kept > 0 then
    insert into audit (tenant_id, id, at, action, subject, subject_id, via)
    select p_tenant, gen_random_uuid(), app_now(), 'release', 'measure', r.id, 'job' from measure_release r
    where r.tenant_id = p_tenant and r.span = p_span and r.starts_on = p_from order by r.id limit 1;
  end if;
  return kept;
end
$$;
call give_function('keep_releases(uuid, text, date, date, jsonb, timestamptz)', 'kortelijn_gate');

-- Everybody ---------------------------------------------------------------------------------------------------------------------------

/* Releases of a partnership as a whole, for whoever is not logged in: of measures about the work, not about who does it. */
create function public_release(p_tenant uuid, p_measures text[]) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object('measure', r.measure, 'span', r.span, 'from', r.starts_on, 'to', r.ends_on - 1, 'madeAt', r.made_at,
    'dimension', c.dimension, 'key', c.key, 'part', c.part, 'n', c.n, 'figure', c.figure) order by r.starts_on, r.span, r.measure, c.position), '[]')
  from measure_release r join measure_release_cell c on c.tenant_id = r.tenant_id and c.release_id = r.id
  where r.tenant_id = p_tenant and r.measure = any (p_measures) and c.board_id is null
    and r.measure in ('first_contact_days', 'start_days', 'hand_offs', 'earliness_days', 'light_route_share', 'hours_done', 'requested_provided',
      'schools_unvisited', 'goal_levels', 'lasted', 'satisfaction', 'basic_support', 'special_reach', 'practice_reuse', 'confirmed_on_time')
$$;
call give_function('public_release(uuid, text[])', 'kortelijn_gate');
