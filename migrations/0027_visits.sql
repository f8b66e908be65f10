-- Visits: what a specialist did at a school, in minutes, and what the school says of it. The program writes none of these rows by
-- itself: save_visit, withdraw_visit and answer_visit do, and hold the law. A visit is written whole, so that its shares always add up
-- to its minutes; each correction takes the answers of the schools away, because they were about something else.

/* How far back a visit can still be written down, in days; src/stationing/visits/visit.rules.ts says the same. */
create function visit_reach() returns int language sql immutable as $$ select 90 $$;

create index visit_to_answer on visit_school (tenant_id, school_id, on_date desc, visit_id desc) where verdict is null;

/* Fixed days: the visits that are expected there. Planning, not history. */
create table visit_series (
  tenant_id uuid not null references tenant,
  id uuid not null,
  specialist_id uuid not null,
  school_id uuid not null,
  weekday int not null check (weekday between 1 and 5), -- 1 = Monday
  starts_on date not null,
  ends_on date, -- half-open; null: until further notice
  minutes int not null check (minutes between 5 and 720),
  kind text not null check (kind in ('observation', 'coaching', 'team_training', 'advice', 'group_support', 'meeting', 'research', 'sharing_knowledge')),
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, specialist_id) references person,
  foreign key (tenant_id, school_id) references school,
  constraint "a series ends after it begins" check (ends_on > starts_on)
);
create index series_of_specialist on visit_series (tenant_id, specialist_id, weekday);
create index series_at_school on visit_series (tenant_id, school_id);

call put_under_law('visit_series');
create policy own_or_lead_reads on visit_series for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  specialist_id = (select app_person()) or (select app_is('team_lead'))));
create policy specialist_plans on visit_series for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and specialist_id = (select app_person()) and (select app_is('specialist')));
create policy specialist_changes on visit_series for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and specialist_id = (select app_person()) and (select app_is('specialist')))
  with check (tenant_id = (select app_tenant()) and specialist_id = (select app_person()));
create policy specialist_removes on visit_series for delete to kortelijn_app
  using (tenant_id = (select app_tenant()) and specialist_id = (select app_person()) and (select app_is('specialist')));
grant select, delete on visit_series to kortelijn_app;
grant insert (tenant_id, id, specialist_id, school_id, weekday, starts_on, ends_on, minutes, kind) on visit_series to kortelijn_app;
grant update (school_id, weekday, starts_on, ends_on, minutes, kind, version) on visit_series to kortelijn_app;

create policy gate_writes on visit for insert to kortelijn_gate with check (true);
create policy gate_changes on visit for update to kortelijn_gate using (true) with check (true);
create policy gate_answers on visit_school for update to kortelijn_gate using (true) with check (true);
do $$
declare
  part text;
begin
  foreach part in array array['visit_school', 'visit_participants', 'visit_share'] loop
    execute format('create policy gate_writes on %I for insert to kortelijn_gate with check (true)', part);
    execute format('create policy gate_rewrites on %I for delete to kortelijn_gate using (true)', part);
    execute format('grant insert, delete on %I to kortelijn_gate', part);
  end loop;
end
$$;
grant insert on visit to kortelijn_gate;
grant update (on_date, minutes, travel_minutes, preparation_minutes, kind, withdrawn_at, version) on visit to kortelijn_gate;
grant update (verdict, words, answered_by, answered_at) on visit_school to kortelijn_gate;

/* Writes a visit of whoever asks, or corrects it (p_version: the one they saw; null: a new one), and gives its version.
   p_participants: [{role, number}]. p_shares, in order: [{minutes, questionId?, goalId?, schoolId?}]; without a question it is preventive
   work, for the school that is named, for the only school there is, or for all of them. Raises KL001 with every code in the way. */
create function save_visit(p_id uuid, p_version int, p_on date, p_minutes int, p_travel int, p_preparation int, p_kind text, p_schools uuid[],
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
  insert into visit_share (tenant_id, visit_id, position, minutes, question_id, goal_id, school_id)
    select t, p_id, nth, (x ->> 'minutes')::int, q.id, (x ->> 'goalId')::uuid,
      case when q.id is not null then q.school_id when cardinality(p_schools) = 1 then p_schools[1] else (x ->> 'schoolId')::uuid end
    from jsonb_array_elements(p_shares) with ordinality as s (x, nth)
    left join support_question q on q.tenant_id = t and q.id = (x ->> 'questionId')::uuid;
  return coalesce(before.version, 0) + 1;
end
$$;

/* Takes a visit back that was a mistake, as long as not every school confirmed it. */
create function withdraw_visit(p_id uuid, p_version int) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t constant uuid := app_tenant();
  v visit;
begin
  select * into v from visit where tenant_id = t and id = p_id and specialist_id = app_person() for update;
  if v.id is null or v.withdrawn_at is not null or not coalesce(app_is('specialist'), false) then
    raise insufficient_privilege using message = 'not their visit';
  end if;
  if v.version <> p_version then raise exception using errcode = 'KL002', message = 'stale'; end if;
  if not exists (select from visit_school s where s.tenant_id = t and s.visit_id = p_id and s.verdict is distinct from 'confirmed') then
    raise exception using errcode = 'KL001', message = 'notYetConfirmed';
  end if;
  update visit set withdrawn_at = app_now(), version = version + 1 where tenant_id = t and id = p_id;
  return v.version + 1;
end
$$;

/* What a school says of a visit: its director or IB'er, of the version they saw (null: whatever stands there now). */
create function answer_visit(p_id uuid, p_school uuid, p_version int, p_verdict text, p_words text) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t constant uuid := app_tenant();
  me constant uuid := app_person();
  v visit;
begin
  if not exists (select from appointment a where a.tenant_id = t and a.person_id = me and a.school_id = p_school
      and a.role in ('school_director', 'support_coordinator') and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())) then
    raise insufficient_privilege using message = 'not their school';
  end if;
  select * into v from visit where tenant_id = t and id = p_id for update;
  if v.id is null or v.withdrawn_at is not null or v.specialist_id = me
    or not exists (select from visit_school s where s.tenant_id = t and s.visit_id = p_id and s.school_id = p_school) then
    raise insufficient_privilege using message = 'not a visit to answer';
  end if;
  if v.version <> p_version then raise exception using errcode = 'KL002', message = 'stale'; end if;
  if p_verdict = 'disputed' and coalesce(btrim(p_words), '') = '' then
    raise exception using errcode = 'KL001', message = 'saysWhatIsWrong';
  end if;
  update visit_school set verdict = p_verdict, words = case when p_verdict = 'disputed' then p_words end, answered_by = me, answered_at = app_now()
    where tenant_id = t and visit_id = p_id and school_id = p_school;
  update visit set version = version + 1 where tenant_id = t and id = p_id;
  return v.version + 1;
end
$$;

call give_function('save_visit(uuid, int, date, int, int, int, text, uuid[], jsonb, jsonb)', 'kortelijn_gate');
call give_function('withdraw_visit(uuid, int)', 'kortelijn_gate');
call give_function('answer_visit(uuid, uuid, int, text, text)', 'kortelijn_gate');
