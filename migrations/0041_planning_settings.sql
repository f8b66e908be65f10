-- Who sets what plans are made of: the team lead and the administrator. And minutes of a visit that were for an ambition.

-- Settings ---------------------------------------------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['ambition', 'travel_base', 'specialist_planning', 'travel_time', 'expected_need', 'planning_settings', 'planning_weight'] loop
    execute format('create policy setter_adds on %I for insert to kortelijn_app with check (tenant_id = (select app_tenant())
      and ((select app_is(''team_lead'')) or (select app_is(''administrator''))))', name);
    execute format('create policy setter_changes on %I for update to kortelijn_app
      using (tenant_id = (select app_tenant()) and ((select app_is(''team_lead'')) or (select app_is(''administrator''))))
      with check (tenant_id = (select app_tenant()))', name);
    execute format('grant insert on %I to kortelijn_app', name);
  end loop;
  -- What nothing else points at. An ambition ends; a base stays.
  foreach name in array array['travel_time', 'expected_need', 'planning_weight'] loop
    execute format('create policy setter_removes on %I for delete to kortelijn_app
      using (tenant_id = (select app_tenant()) and ((select app_is(''team_lead'')) or (select app_is(''administrator''))))', name);
    execute format('grant delete on %I to kortelijn_app', name);
  end loop;
end
$$;
grant update (name, weight, starts_on, ends_on, version) on ambition to kortelijn_app;
grant update (name, code, latitude, longitude, version) on travel_base to kortelijn_app;
grant update (base_id, most_places, version) on specialist_planning to kortelijn_app;
grant update (minutes) on travel_time to kortelijn_app;
grant update (school_id, expertise, least_level, language, dagdelen, ambition_id, starts_on, ends_on, version) on expected_need to kortelijn_app;
grant update (weeks, most_places, least_block, most_block, whole_blocks, most_travel, detour, speed, travel_start, fair_share, version)
  on planning_settings to kortelijn_app;
grant update (name, weight, version) on planning_weight to kortelijn_app;

-- Who sets it reads it.
create policy administrator_reads on expected_need for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and (select app_is('administrator')));

-- Fading -----------------------------------------------------------------------------------------------------------------------------

create policy eraser_reads on specialist_planning for select to kortelijn_eraser using (true);
create policy eraser_removes on specialist_planning for delete to kortelijn_eraser using (true);
grant select, delete on specialist_planning to kortelijn_eraser;

/* As it stands in 0036; and where somebody set out from goes with their profile. */
create or replace function fade_stationing(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  gone record;
  faded int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  with over as (
    delete from visit_series s using tenant t
    where t.tenant_id = s.tenant_id and (s.ends_on + make_interval(months => t.question_fade_months))::date <= app_today()
    returning s.tenant_id, s.id
  ), told as (
    insert into audit (tenant_id, id, at, action, subject, subject_id, via)
    select tenant_id, gen_random_uuid(), app_now(), 'fade', 'visit_series', id, 'job' from over returning 1
  )
  select count(*) into faded from told;
  delete from specialist_absence a using tenant t
  where t.tenant_id = a.tenant_id and (a.ends_on + make_interval(months => t.question_fade_months))::date <= app_today();
  for gone in
    select a.tenant_id, a.person_id from appointment a join tenant t on t.tenant_id = a.tenant_id where a.role = 'specialist'
    group by a.tenant_id, a.person_id, t.question_fade_months
    having bool_and(a.ends_on is not null and (a.ends_on + make_interval(months => t.question_fade_months))::date <= app_today())
      and (exists (select from specialist x where x.tenant_id = a.tenant_id and x.person_id = a.person_id)
        or exists (select from contract x where x.tenant_id = a.tenant_id and x.person_id = a.person_id)
        or exists (select from specialist_absence x where x.tenant_id = a.tenant_id and x.person_id = a.person_id)
        or exists (select from specialist_planning x where x.tenant_id = a.tenant_id and x.person_id = a.person_id)
        or exists (select from visit_series x where x.tenant_id = a.tenant_id and x.specialist_id = a.person_id))
  loop
    delete from specialist_expertise where tenant_id = gone.tenant_id and person_id = gone.person_id;
    delete from specialist where tenant_id = gone.tenant_id and person_id = gone.person_id;
    delete from contract where tenant_id = gone.tenant_id and person_id = gone.person_id;
    delete from specialist_planning where tenant_id = gone.tenant_id and person_id = gone.person_id;
    delete from specialist_absence where tenant_id = gone.tenant_id and person_id = gone.person_id;
    delete from visit_series where tenant_id = gone.tenant_id and specialist_id = gone.person_id;
    insert into audit (tenant_id, id, at, action, subject, subject_id, via)
    values (gone.tenant_id, gen_random_uuid(), app_now(), 'fade', 'specialist', gone.person_id, 'job');
    faded := faded + 1;
  end loop;
  return faded;
end
$$;

-- Visits -----------------------------------------------------------------------------------------------------------------------------

alter table visit_share
  add column ambition_id uuid,
  add foreign key (tenant_id, ambition_id) references ambition,
  add constraint "an ambition is no question" check (ambition_id is null or (question_id is null and faded_level is null));
create index share_of_ambition on visit_share (tenant_id, ambition_id);

/* As it stands in 0027; and minutes may be for an ambition. p_shares, in order: [{minutes, questionId?, goalId?, ambitionId?, schoolId?}];
   without a question it is for the ambition, else preventive work, for the school that is named, for the only school there is, or for all
   of them. */
create or replace function save_visit(p_id uuid, p_version int, p_on date, p_minutes int, p_travel int, p_preparation int, p_kind text, p_schools uuid[],
  p_participants jsonb, p_shares jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t constant uuid := app_tenant();
  me constant uuid := app_person();
  today constant date := app_today();
  before visit;
  unmet text[] := '{}';
begin
  if t is null or me is null or not coalesce(app_is('specialist'), false) then
    raise insufficient_privilege using message = 'not a specialist';
  end if;
  if p_version is not null then
    select * into before from visit where tenant_id = t and id = p_id and specialist_id = me for update;
    if before.id is null or before.withdrawn_at is not null then raise insufficient_privilege using message = 'not their visit'; end if;
    if before.version <> p_version then raise exception using errcode = 'KL002', message = 'stale'; end if;
  end if;
  if p_on is distinct from before.on_date and (p_on > today or p_on < today - visit_reach()) then unmet := unmet || text 'dayInReach'; end if;
  if coalesce(cardinality(p_schools), 0) = 0 or exists (select from unnest(p_schools) x where not exists (
      select from school s where s.tenant_id = t and s.id = x and (s.ended_on is null or s.ended_on > p_on))) then
    unmet := unmet || text 'schoolsKnown';
  end if;
  if p_minutes is distinct from (select sum((x ->> 'minutes')::int) from jsonb_array_elements(p_shares) x) then
    unmet := unmet || text 'sharesAddUp';
  end if;
  if exists (select from jsonb_array_elements(p_shares) x where x ->> 'questionId' is not null and not exists (
      select from support_question q join assignment a on a.tenant_id = q.tenant_id and a.question_id = q.id
      where q.tenant_id = t and q.id = (x ->> 'questionId')::uuid and q.school_id = any (p_schools) and a.specialist_id = me
        -- Who forgot the last visit before the work ended, still writes it down.
        and (a.state = 'active' or (a.state = 'ended' and a.began_at is not null and day_of(a.ended_at) >= p_on))))
    or exists (select from jsonb_array_elements(p_shares) x where x ->> 'questionId' is null
      and (x ->> 'schoolId')::uuid <> all (p_schools)) then
    unmet := unmet || text 'ownQuestions';
  end if;
  if exists (select from jsonb_array_elements(p_shares) x where x ->> 'goalId' is not null and not exists (
      select from goal g where g.tenant_id = t and g.id = (x ->> 'goalId')::uuid and g.question_id = (x ->> 'questionId')::uuid)) then
    unmet := unmet || text 'goalOfQuestion';
  end if;
  if exists (select from jsonb_array_elements(p_shares) x where x ->> 'ambitionId' is not null and (x ->> 'questionId' is not null
      or (not exists (select from ambition a where a.tenant_id = t and a.id = (x ->> 'ambitionId')::uuid
          and a.starts_on <= p_on and (a.ends_on is null or a.ends_on > p_on))
        -- What it was for stays, also when the ambition has ended meanwhile.
        and not exists (select from visit_share s where s.tenant_id = t and s.visit_id = before.id and s.ambition_id = (x ->> 'ambitionId')::uuid)))) then
    unmet := unmet || text 'ambitionRuns';
  end if;
  if unmet <> '{}' then raise exception using errcode = 'KL001', message = array_to_string(unmet, ','); end if;

  if p_version is null then
    insert into visit (tenant_id, id, specialist_id, on_date, minutes, travel_minutes, preparation_minutes, kind, recorded_at)
      values (t, p_id, me, p_on, p_minutes, p_travel, p_preparation, p_kind, app_now());
  else
    update visit set on_date = p_on, minutes = p_minutes, travel_minutes = p_travel, preparation_minutes = p_preparation, kind = p_kind,
      version = version + 1 where tenant_id = t and id = p_id;
    delete from visit_school where tenant_id = t and visit_id = p_id;
    delete from visit_participants where tenant_id = t and visit_id = p_id;
    delete from visit_share where tenant_id = t and visit_id = p_id;
  end if;
  insert into visit_school (tenant_id, visit_id, school_id, specialist_id, on_date)
    select t, p_id, x, me, p_on from unnest(p_schools) x;
  insert into visit_participants (tenant_id, visit_id, role, number)
    select t, p_id, x ->> 'role', (x ->> 'number')::int from jsonb_array_elements(p_participants) x;
  insert into visit_share (tenant_id, visit_id, position, minutes, question_id, goal_id, ambition_id, school_id)
    select t, p_id, nth, (x ->> 'minutes')::int, q.id, (x ->> 'goalId')::uuid, (x ->> 'ambitionId')::uuid,
      case when q.id is not null then q.school_id when cardinality(p_schools) = 1 then p_schools[1] else (x ->> 'schoolId')::uuid end
    from jsonb_array_elements(p_shares) with ordinality as s (x, nth)
    left join support_question q on q.tenant_id = t and q.id = (x ->> 'questionId')::uuid;
  return coalesce(before.version, 0) + 1;
end
$$;
