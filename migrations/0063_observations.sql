-- Lessons looked at: a specialist looks with a sheet of the partnership's own, and the teacher owns what comes of it. Teacher and observer
-- read it, and nobody else; figures of a closed school year count teachers, from five on. src/results/observations explains the same law.

/* How far back a lesson can still be written down, in days; as visits (0027). */
create function observation_reach() returns int language sql immutable as $$ select 90 $$;

-- Sheets ------------------------------------------------------------------------------------------------------------------------------

/* What is looked at, and on which scale. Once kept, points and items stand: what was marked before would come to mean something else. */
create table observation_sheet (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (btrim(name) <> '' and length(name) <= 100),
  purpose text check (length(purpose) <= 1000),
  points text[] not null check (cardinality(points) between 2 and 7 and '' <> all (points)), -- what each says, the lowest first
  domains jsonb not null check (jsonb_typeof(domains) = 'array' and jsonb_array_length(domains) between 1 and 10), -- [{name, items: [text]}]
  source text not null check (btrim(source) <> '' and length(source) <= 500), -- whose it is
  licence text not null check (btrim(licence) <> '' and length(licence) <= 500), -- why it may be used
  ended_on date, -- from that day on it is not offered any more
  version int not null default 1,
  primary key (tenant_id, id),
  constraint "a sheet has a name of its own" unique (tenant_id, name)
);
call put_under_law('observation_sheet');
create policy members_read on observation_sheet for select to kortelijn_app using (tenant_id = (select app_tenant()));
create policy administrator_adds on observation_sheet for insert to kortelijn_app
  with check (tenant_id = (select app_tenant()) and (select app_is('administrator')));
create policy administrator_changes on observation_sheet for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and (select app_is('administrator'))) with check (tenant_id = (select app_tenant()));
grant select, insert (tenant_id, id, name, purpose, points, domains, source, licence, ended_on),
  update (name, purpose, source, licence, ended_on, version) on observation_sheet to kortelijn_app;

/* How many items a sheet has: as many marks an observation. */
create function items_of(p_domains jsonb) returns int language sql immutable strict
as $$ select coalesce(sum(jsonb_array_length(d -> 'items')), 0)::int from jsonb_array_elements(p_domains) d $$;

/* What a partnership begins with: an example of our own, with no item of anybody's instrument. */
create function begin_observations(p_tenant uuid) returns void language sql as $$
  insert into observation_sheet (tenant_id, id, name, purpose, points, domains, source, licence)
  values (p_tenant, gen_random_uuid(), 'Meekijken in een les (voorbeeld)',
    'Om samen over één les te praten. Geen beoordeling. Maak uw eigen formulier als u iets anders wilt zien.',
    array['nog niet', 'een enkele keer', 'geregeld', 'de hele les'],
    '[{"name": "Rust en ritme", "items": ["Wat de groep nodig heeft, ligt klaar.", "Van het ene naar het andere gaan kost weinig tijd."]},
      {"name": "De opdracht", "items": ["In één zin is te lezen waar de les om draait.", "Een kind vertelt de opdracht na voordat de groep begint."]},
      {"name": "Iedereen doet mee", "items": ["Ook stille kinderen zijn een keer aan het woord.", "Wie vastloopt, weet wat hij eerst zelf kan doen."]}]'::jsonb,
    'Voorbeeld van Kortelijn. Niet overgenomen uit een bestaand instrument.', 'Vrij te gebruiken en te veranderen (CC0).')
  on conflict do nothing;
$$;
create function observations_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin perform begin_observations(new.tenant_id); return null; end $$;
create policy gate_begins on observation_sheet for insert to kortelijn_gate with check (true);
grant insert on observation_sheet to kortelijn_gate;
call give_function('begin_observations(uuid)', 'kortelijn_gate', true);
call give_function('observations_begin()', 'kortelijn_gate', true);
create trigger observations_begin after insert on tenant for each row execute function observations_begin();
set local role kortelijn_gate;
select begin_observations(tenant_id) from tenant;
reset role;

-- Observations ------------------------------------------------------------------------------------------------------------------------

create table observation (
  tenant_id uuid not null references tenant,
  id uuid not null,
  sheet_id uuid not null,
  school_id uuid not null,
  teacher_id uuid not null,
  observer_id uuid not null,
  on_date date not null,
  trained boolean not null, -- the observer was trained in this sheet
  marks smallint[] not null, -- of each item in the order of the sheet, 1 is the lowest; null: not to be seen in this lesson
  words text check (length(words) <= 10000),
  status text not null default 'draft' check (status in ('draft', 'shared', 'taken_back')),
  answer text check (length(answer) <= 10000),
  made_at timestamptz not null,
  touched_at timestamptz not null,
  shared_at timestamptz,
  answered_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, sheet_id) references observation_sheet,
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, teacher_id) references person,
  foreign key (tenant_id, observer_id) references person,
  constraint "nobody looks at themselves" check (teacher_id <> observer_id),
  constraint "what is no draft was shared" check ((status = 'draft') = (shared_at is null)),
  constraint "an answer comes after sharing" check ((answer is null) = (answered_at is null) and (answer is null or shared_at is not null))
);
create index observation_of_teacher on observation (tenant_id, teacher_id, on_date desc, id desc);
create index observation_of_observer on observation (tenant_id, observer_id, on_date desc, id desc);
create index observation_at_school on observation (tenant_id, school_id);
create index observation_with_sheet on observation (tenant_id, sheet_id);
create index observation_to_fade on observation (tenant_id, on_date);

/* What the teacher wants to do about it, agreed with the observer. */
create table observation_goal (
  tenant_id uuid not null references tenant,
  id uuid not null,
  observation_id uuid not null,
  words text not null check (btrim(words) <> '' and length(words) <= 2000),
  target_on date not null,
  outcome text check (btrim(outcome) <> '' and length(outcome) <= 2000), -- what came of it
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, observation_id) references observation,
  constraint "a goal that ended says what came of it" check ((outcome is null) = (ended_at is null))
);
create index goal_of_observation on observation_goal (tenant_id, observation_id);

call put_under_law('observation');
call put_under_law('observation_goal');

-- A draft is its observer's; what was shared is the teacher's, and the observer's as long as the teacher leaves it there.
create policy teacher_and_observer_read on observation for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (teacher_id = (select app_person()) and status <> 'draft')
  or (observer_id = (select app_person()) and status <> 'taken_back' and (select app_is('specialist')))));
create policy observer_makes on observation for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and observer_id = (select app_person()) and (select app_is('specialist')));
create policy whose_turn_changes on observation for update to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (teacher_id = (select app_person()) and status <> 'draft')
  or (observer_id = (select app_person()) and status = 'draft' and (select app_is('specialist')))))
  with check (tenant_id = (select app_tenant()));
grant select on observation to kortelijn_app;
grant insert (tenant_id, id, sheet_id, school_id, teacher_id, on_date, trained, marks, words) on observation to kortelijn_app;
grant update (on_date, trained, marks, words, status, answer) on observation to kortelijn_app;

create policy with_the_observation on observation_goal for select to kortelijn_app using (tenant_id = (select app_tenant())
  and observation_id in (select o.id from observation o where o.tenant_id = (select app_tenant())));
create policy teacher_sets on observation_goal for insert to kortelijn_app with check (tenant_id = (select app_tenant())
  and observation_id in (select o.id from observation o where o.tenant_id = (select app_tenant()) and o.teacher_id = (select app_person())));
create policy teacher_ends on observation_goal for update to kortelijn_app using (tenant_id = (select app_tenant())
  and observation_id in (select o.id from observation o where o.tenant_id = (select app_tenant()) and o.teacher_id = (select app_person())))
  with check (tenant_id = (select app_tenant()));
grant select on observation_goal to kortelijn_app;
grant insert (tenant_id, id, observation_id, words, target_on), update (outcome) on observation_goal to kortelijn_app;

/* A teacher at that school on that day. */
create function taught_at(p_tenant uuid, p_person uuid, p_school uuid, p_day date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from appointment a where a.tenant_id = p_tenant and a.person_id = p_person and a.school_id = p_school and a.role = 'teacher'
    and a.starts_on <= p_day and (a.ends_on is null or a.ends_on > p_day))
$$;
call give_function('taught_at(uuid, uuid, uuid, date)', 'kortelijn_gate', true);

create function observation_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  sheet observation_sheet;
  unmet text[] := '{}';
begin
  -- Of another partnership nothing is told: the policies refuse it.
  if new.tenant_id is distinct from app_tenant() then return new; end if;
  if tg_op = 'INSERT' then
    if not app_is('specialist') then raise exception using errcode = 'KL001', message = 'roleAllows'; end if;
    new.observer_id := app_person();
    new.status := 'draft';
    new.made_at := app_now();
    new.version := 1;
  else
    new.version := old.version + 1;
    if old.status <> 'draft' then
      if old.teacher_id is distinct from app_person() then raise exception using errcode = 'KL001', message = 'roleAllows'; end if;
      if (new.on_date, new.trained, new.marks, new.words) is distinct from (old.on_date, old.trained, old.marks, old.words) or new.status = 'draft' then
        unmet := unmet || text 'sharedStays';
      end if;
      if new.answer is distinct from old.answer then new.answered_at := case when new.answer is not null then app_now() end; end if;
      perform refuse_unmet(unmet);
      new.touched_at := app_now();
      return new;
    end if;
    if old.observer_id is distinct from app_person() then raise exception using errcode = 'KL001', message = 'roleAllows'; end if;
    if new.status = 'taken_back' or new.answer is not null then unmet := unmet || text 'stateAllows'; end if;
  end if;
  new.touched_at := app_now();
  select * into sheet from observation_sheet s where s.tenant_id = new.tenant_id and s.id = new.sheet_id;
  if tg_op = 'INSERT' and (sheet.id is null or sheet.ended_on <= app_today()) then unmet := unmet || text 'sheetOffered'; end if;
  if (tg_op = 'INSERT' or new.on_date <> old.on_date) and new.on_date not between app_today() - observation_reach() and app_today() then
    unmet := unmet || text 'dayInReach';
  end if;
  if new.teacher_id = new.observer_id or not taught_at(new.tenant_id, new.teacher_id, new.school_id, new.on_date) then
    unmet := unmet || text 'teacherThere';
  end if;
  if sheet.id is not null and (cardinality(new.marks) <> items_of(sheet.domains)
      or exists (select from unnest(new.marks) m where m not between 1 and cardinality(sheet.points))) then
    unmet := unmet || text 'marksOnScale';
  end if;
  if new.status = 'shared' then
    if not exists (select from unnest(new.marks) m where m is not null) then unmet := unmet || text 'somethingMarked'; end if;
    new.shared_at := app_now();
  end if;
  perform refuse_unmet(unmet);
  return new;
end
$$;
call give_function('observation_law()', 'kortelijn_gate', true);
create trigger observation_is_lawful before insert or update on observation for each row when (current_user = 'kortelijn_app')
  execute function observation_law();

create function observation_goal_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.tenant_id is distinct from app_tenant() then return new; end if;
  if not exists (select from observation o where o.tenant_id = new.tenant_id and o.id = new.observation_id and o.teacher_id = app_person() and o.status <> 'draft') then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  if tg_op = 'INSERT' then
    new.made_at := app_now();
    if new.target_on not between app_today() and app_today() + 366 then perform refuse_unmet('{targetInReach}'); end if;
  else
    if old.outcome is not null then perform refuse_unmet('{goalOpen}'); end if;
    new.ended_at := app_now();
  end if;
  return new;
end
$$;
call give_function('observation_goal_law()', 'kortelijn_gate', true);
create trigger observation_goal_is_lawful before insert or update on observation_goal for each row when (current_user = 'kortelijn_app')
  execute function observation_goal_law();

-- Told to those two alone -----------------------------------------------------------------------------------------------------------------

-- The owner is under the law too.
alter table notice_kind no force row level security;
insert into notice_kind (kind, default_choice) values ('observation', 'at_once') on conflict do nothing;
alter table notice_kind force row level security;

/* The teacher hears that a lesson was shared, the observer that it was answered. The notice says no more than the day. */
create function tell_observation() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  hears constant uuid := case when old.status = 'draft' then new.teacher_id else new.observer_id end;
begin
  insert into notice (tenant_id, person_id, kind, subject, subject_id, about, due_on, at)
  values (new.tenant_id, hears, 'observation', 'person', hears, case when old.status = 'draft' then 'observation_shared' else 'observation_answered' end,
    new.on_date, app_now())
  on conflict do nothing;
  return null;
end
$$;
call give_function('tell_observation()', 'kortelijn_gate', true);
create trigger observation_is_told after update on observation for each row
  when ((old.status = 'draft' and new.status = 'shared') or (new.status = 'shared' and new.answer is not null and new.answer is distinct from old.answer))
  execute function tell_observation();

-- Going -------------------------------------------------------------------------------------------------------------------------------

alter table erasure
  add column observation_id uuid,
  drop constraint "something of a concern or of a question",
  add constraint "something of one record" check (num_nonnulls(concern_id, question_id, observation_id) = 1
    and (question_id is null or kind = 'faded') and (observation_id is null or kind = 'dropped'));

do $$
declare
  name text;
begin
  foreach name in array array['observation', 'observation_goal'] loop
    execute format('create policy eraser_reads on %I for select to kortelijn_eraser using (true)', name);
    execute format('create policy eraser_removes on %I for delete to kortelijn_eraser using (true)', name);
    execute format('grant select, delete on %I to kortelijn_eraser', name);
  end loop;
end
$$;
-- To lock what goes.
create policy eraser_locks on observation for update to kortelijn_eraser using (true) with check (true);
grant update (touched_at) on observation to kortelijn_eraser;

create function remove_observation(o observation) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from notice n where n.tenant_id = o.tenant_id and n.kind = 'observation' and n.person_id in (o.teacher_id, o.observer_id) and n.due_on = o.on_date;
  delete from observation_goal g where g.tenant_id = o.tenant_id and g.observation_id = o.id;
  delete from observation x where x.tenant_id = o.tenant_id and x.id = o.id;
end
$$;
call give_function('remove_observation(observation)', 'kortelijn_eraser', true);

/* Takes an observation away for good: its observer a draft, the teacher what was shared. After a backup is put back it goes again. */
create function erase_observation(p_id uuid, p_version int) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  o observation;
begin
  select * into o from observation x where x.tenant_id = app_tenant() and x.id = p_id for update;
  if o.id is null or not coalesce(case o.status when 'draft' then o.observer_id = app_person() and app_is('specialist') else o.teacher_id = app_person() end, false) then
    raise insufficient_privilege using message = 'not theirs to erase';
  end if;
  if o.version is distinct from p_version then raise exception using errcode = 'KL002', message = 'stale'; end if;
  perform remove_observation(o);
  insert into erasure (tenant_id, id, observation_id, kind, at) values (o.tenant_id, gen_random_uuid(), o.id, 'dropped', app_now());
end
$$;
call give_function('erase_observation(uuid, int)', 'kortelijn_eraser');

/* By the partnership's term for questions, after the day of the lesson; a draft that nobody touched for thirty days, then. Gives how many went. */
create function fade_observations(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  o observation;
  gone int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  for o in
    select x.* from observation x join tenant t on t.tenant_id = x.tenant_id
    where (x.on_date + make_interval(months => t.question_fade_months))::date <= app_today()
      or (x.status = 'draft' and day_of(x.touched_at) + 30 <= app_today())
    order by x.tenant_id, x.id for update of x skip locked
  loop
    perform remove_observation(o);
    insert into audit (tenant_id, id, at, action, subject, subject_id, via) values (o.tenant_id, gen_random_uuid(), app_now(), 'fade', 'observation', o.id, 'job');
    gone := gone + 1;
  end loop;
  return gone;
end
$$;
call give_function('fade_observations(timestamptz)', 'kortelijn_eraser');

/* As it stands in 0031, and observations. */
create or replace function erase_again(p_rows jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  e erasure;
  c concern;
  q support_question;
  o observation;
  done int := 0;
begin
  if not pg_has_role(session_user, 'kortelijn_operator', 'member') then
    raise insufficient_privilege using message = 'only an operator erases again';
  end if;
  for e in select * from jsonb_populate_recordset(null::erasure, p_rows) loop
    if e.observation_id is not null then
      select * into o from observation where tenant_id = e.tenant_id and id = e.observation_id for update;
      if found then
        perform remove_observation(o);
        insert into erasure (tenant_id, id, observation_id, kind, at) values (o.tenant_id, e.id, o.id, 'dropped', e.at) on conflict do nothing;
        insert into audit (tenant_id, id, at, action, subject, subject_id, via) values (o.tenant_id, gen_random_uuid(), app_now(), 'drop', 'observation', o.id, 'job');
        done := done + 1;
      end if;
      continue;
    end if;
    if e.question_id is not null then
      select * into q from support_question where tenant_id = e.tenant_id and id = e.question_id for update;
      if found and q.faded_at is null then
        perform erase_question(q, e.id);
        done := done + 1;
      end if;
      continue;
    end if;
    select * into c from concern where tenant_id = e.tenant_id and id = e.concern_id for update;
    if not found or c.faded_at is not null or exists (select from erasure x where x.tenant_id = e.tenant_id and x.id = e.id) then
      continue;
    end if;
    if c.status = 'noted' and e.kind <> 'blackened' then
      perform remove_note(c.tenant_id, c.id, e.id);
    elsif e.kind = 'faded' then
      perform erase_texts(c, e.ranges, e.field is not null, e.id);
    elsif e.kind = 'blackened' then
      -- A note that was shared later may have said something else: then all of that field goes.
      continue when not blacken_field(c.tenant_id, c.id, e.entry_version, e.field, e.position, case when c.status = 'noted' then null else e.ranges end);
      update concern set version = c.version + 1, touched_at = c.touched_at where tenant_id = c.tenant_id and id = c.id;
      insert into erasure (tenant_id, id, concern_id, kind, at, version, person_id, as_officer, entry_version, field, position, ranges, reason)
      values (c.tenant_id, e.id, c.id, e.kind, e.at, c.version + 1,
        (select p.id from person p where p.tenant_id = c.tenant_id and p.id = e.person_id), e.as_officer, e.entry_version, e.field, e.position,
        e.ranges, e.reason);
    else
      continue;
    end if;
    done := done + 1;
  end loop;
  return done;
end
$$;

-- Figures -----------------------------------------------------------------------------------------------------------------------------

/* Teachers of a closed school year by sheet: of the partnership and of schools where there is enough. What is hidden is not there. */
create table observation_release (
  tenant_id uuid not null references tenant,
  id uuid not null,
  sheet_id uuid not null,
  school_id uuid, -- null: the partnership
  starts_on date not null check (extract(month from starts_on) = 8 and extract(day from starts_on) = 1),
  made_at timestamptz not null,
  n int check (n >= 5), -- teachers; null: too few to tell
  levels jsonb, -- of each domain: how many teachers at each point, from not seen and the lowest on; null: too few
  primary key (tenant_id, id),
  foreign key (tenant_id, sheet_id) references observation_sheet,
  foreign key (tenant_id, school_id) references school,
  constraint "of too few nothing is told" check (n is not null or (levels is null and school_id is null))
);
create unique index "a sheet is released once a year" on observation_release (tenant_id, sheet_id, starts_on, school_id) nulls not distinct;
create index observation_release_of_school on observation_release (tenant_id, school_id);
call put_under_law('observation_release');
create policy outsiders_read on observation_release for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (school_id is null and (select app_texts('roles')) && array['partnership_director', 'policy_adviser'])
  or school_id = any ((select app_ids('director_schools'))::uuid[])));
grant select on observation_release to kortelijn_app;
create policy gate_adds on observation_release for insert to kortelijn_gate with check (true);
grant insert on observation_release to kortelijn_gate;
create trigger observation_release_stays before update or delete on observation_release for each row execute function release_stays();

/* Of each partnership: today, the first lesson that was shared, and the years that were released. */
create function job_observation_ground(p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform only_a_job(p_clock);
  return (select coalesce(jsonb_agg(jsonb_build_object('tenantId', t.tenant_id, 'today', app_today(), 'since', x.since,
      'made', (select coalesce(jsonb_agg(distinct r.starts_on), '[]') from observation_release r where r.tenant_id = t.tenant_id))
      order by t.tenant_id), '[]')
    from tenant t cross join lateral (
      select min(o.on_date) as since from observation o where o.tenant_id = t.tenant_id and o.status = 'shared' and o.trained) x
    where x.since is not null);
end
$$;
call give_function('job_observation_ground(timestamptz)', 'kortelijn_gate');

/* Of each teacher and sheet the last lesson of a period that a trained observer shared and the teacher left there. No names, no words. */
create function job_observation_facts(p_tenant uuid, p_from date, p_until date, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform only_a_job(p_clock);
  return (select coalesce(jsonb_agg(jsonb_build_object('sheetId', s.id, 'points', cardinality(s.points),
      'items', (select jsonb_agg(jsonb_array_length(d -> 'items') order by nth) from jsonb_array_elements(s.domains) with ordinality as e (d, nth)),
      'lessons', (select coalesce(jsonb_agg(jsonb_build_object('schoolId', l.school_id, 'marks', l.marks) order by l.school_id, l.teacher_id), '[]') from (
        select distinct on (o.teacher_id) o.teacher_id, o.school_id, o.marks from observation o
        where o.tenant_id = s.tenant_id and o.sheet_id = s.id and o.status = 'shared' and o.trained and o.on_date >= p_from and o.on_date < p_until
        order by o.teacher_id, o.on_date desc, o.id desc) l)) order by s.id), '[]')
    from observation_sheet s where s.tenant_id = p_tenant);
end
$$;
call give_function('job_observation_facts(uuid, date, date, timestamptz)', 'kortelijn_gate');

/* Keeps the releases of a school year, two weeks after it ended; what was released before stays. Gives how many are new. */
create function keep_observation_releases(p_tenant uuid, p_from date, p_rows jsonb, p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  kept int;
begin
  perform only_a_job(p_clock);
  if p_from + interval '1 year' + interval '14 days' > app_today() then raise exception using errcode = 'KL001', message = 'periodIsOpen'; end if;
  if exists (select from observation_release r where r.tenant_id = p_tenant and r.starts_on = p_from) then return 0; end if;
  insert into observation_release (tenant_id, id, sheet_id, school_id, starts_on, made_at, n, levels)
  select p_tenant, gen_random_uuid(), (r ->> 'sheetId')::uuid, (r ->> 'schoolId')::uuid, p_from, app_now(), (r ->> 'n')::int, nullif(r -> 'levels', 'null')
  from jsonb_array_elements(p_rows) r on conflict do nothing;
  get diagnostics kept = row_count;
  if kept > 0 then
    insert into audit (tenant_id, id, at, action, subject, subject_id, via)
    select p_tenant, gen_random_uuid(), app_now(), 'release', 'observation_sheet', r.sheet_id, 'job' from observation_release r
    where r.tenant_id = p_tenant and r.starts_on = p_from order by r.sheet_id limit 1;
  end if;
  return kept;
end
$$;
call give_function('keep_observation_releases(uuid, date, jsonb, timestamptz)', 'kortelijn_gate');
