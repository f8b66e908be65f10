-- What schools say themselves: once a school year what they make of the partnership's work, and, together with their contact person, where they
-- stand in basisondersteuning. Both become facts of measures. The program writes through the functions below alone.

create function school_year_of(p_day date) returns int language sql immutable
as $$ select extract(year from p_day - interval '7 months')::int $$;

-- The yearly question ------------------------------------------------------------------------------------------------------------------

alter table tenant
  add column yearly_from int not null default 5 check (yearly_from between 1 and 12), -- first month
  add column yearly_to int not null default 7 check (yearly_to between 1 and 12), -- last month
  add constraint "the yearly question closes in its school year" check ((yearly_from + 4) % 12 <= (yearly_to + 4) % 12);
grant update (yearly_from, yearly_to) on tenant to kortelijn_app;

/* The days on which the question of a school year is open: the first, and the first after it. */
create function yearly_days(p_from int, p_to int, p_year int, out opens date, out closes date) language sql immutable
as $$
  select make_date(p_year + (p_from < 8)::int, p_from, 1), (make_date(p_year + (p_to < 8)::int, p_to, 1) + interval '1 month')::date
$$;

create table yearly_answer (
  tenant_id uuid not null references tenant,
  id uuid not null,
  school_id uuid not null,
  year int not null, -- the year in which the school year begins
  person_id uuid, -- null: faded
  giver uuid not null, -- the same for all answers of a person in a year; leads to nobody
  grade int check (grade between 1 and 10),
  went_well text check (length(went_well) <= 4000),
  could_be_better text check (length(could_be_better) <= 4000),
  name_shown boolean not null default false,
  given_at timestamptz, -- null: a draft, which nobody else knows of
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, person_id) references person,
  constraint "who answers gives a grade" check (given_at is null or grade is not null)
);
create unique index "one answer of a person for a school and year" on yearly_answer (tenant_id, person_id, year, school_id);
create index yearly_answer_of_school on yearly_answer (tenant_id, school_id, year);
create index yearly_answer_by_day on yearly_answer (tenant_id, given_at) where given_at is not null;
call put_under_law('yearly_answer');
create policy own on yearly_answer for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
grant select (tenant_id, id, school_id, year, person_id, grade, went_well, could_be_better, name_shown, given_at, version) on yearly_answer to kortelijn_app;
create policy gate_keeps on yearly_answer for insert to kortelijn_gate with check (true);
create policy gate_changes on yearly_answer for update to kortelijn_gate using (true) with check (true);
grant insert, update on yearly_answer to kortelijn_gate;

/* Roles that somebody holds at a school today. */
create function held_at(p_school uuid) returns text[] language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg(a.role), '{}') from appointment a where a.tenant_id = app_tenant() and a.person_id = app_person() and a.school_id = p_school
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
$$;
call give_function('held_at(uuid)', 'kortelijn_gate', true);

/* Keeps a draft, or with p_give gives the answer. Of an answer that was given nothing is kept but what is given anew. Gives id and version. */
create function save_yearly_answer(p_id uuid, p_school uuid, p_version int, p_grade int, p_well text, p_better text, p_named boolean, p_give boolean)
  returns jsonb language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t constant uuid := app_tenant();
  me constant uuid := app_person();
  this_year constant int := school_year_of(app_today());
  a yearly_answer;
begin
  if not held_at(p_school) && array['school_director', 'support_coordinator'] then
    raise insufficient_privilege using message = 'not their school';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('yearly answer ' || me, 0));
  select * into a from yearly_answer x where x.tenant_id = t and x.person_id = me and x.school_id = p_school and x.year = this_year for update;
  if a.id is not null and a.version is distinct from p_version then raise exception using errcode = 'KL002', message = 'stale'; end if;
  perform refuse_unmet(array_remove(array[
    case when not exists (select from tenant x, yearly_days(x.yearly_from, x.yearly_to, this_year) d
      where x.tenant_id = t and app_today() >= d.opens and app_today() < d.closes) then 'yearlyOpen' end,
    case when a.given_at is not null and not p_give then 'givenBefore' end,
    case when p_give and p_grade is null then 'gradeGiven' end], null));
  if a.id is null then
    insert into yearly_answer (tenant_id, id, school_id, year, person_id, giver, grade, went_well, could_be_better, name_shown, given_at)
    values (t, p_id, p_school, this_year, me, coalesce((select x.giver from yearly_answer x where x.tenant_id = t and x.person_id = me and x.year = this_year limit 1),
      gen_random_uuid()), p_grade, p_well, p_better, p_named, case when p_give then app_now() end) returning * into a;
  else
    update yearly_answer x set grade = p_grade, went_well = p_well, could_be_better = p_better, name_shown = p_named, version = x.version + 1,
      given_at = case when p_give then coalesce(x.given_at, app_now()) end
    where x.tenant_id = t and x.id = a.id returning * into a;
  end if;
  if p_give then
    update notice set read_at = app_now() where tenant_id = t and person_id = me and kind = 'school_form' and about = 'yearly_question' and read_at is null;
  end if;
  return jsonb_build_object('id', a.id, 'version', a.version);
end
$$;
call give_function('save_yearly_answer(uuid, uuid, int, int, text, text, boolean, boolean)', 'kortelijn_gate');

/* What schools wrote in a school year, for who answers for the work: once that year is over, so that nothing can be told by its hour. With name
   and school where the writer allows it; else without both, of at least five writers, in an order that says nothing. Null: of too few. */
create function yearly_words(p_year int) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not app_texts('roles') && array['team_lead', 'partnership_director', 'policy_adviser'] then
    raise insufficient_privilege using message = 'no words of schools for this role';
  end if;
  return (with given as (
      select a.* from yearly_answer a
      where a.tenant_id = app_tenant() and a.year = p_year and a.year < school_year_of(app_today()) and a.given_at is not null
    ), worded as (
      select g.* from given g where g.went_well is not null or g.could_be_better is not null
    ), told as (
      select w.*, s.name as school, p.name as by from worded w join school s on s.tenant_id = w.tenant_id and s.id = w.school_id
      left join person p on p.tenant_id = w.tenant_id and p.id = w.person_id
    )
    select jsonb_build_object('givers', (select case when count(distinct giver) >= 5 then count(distinct giver) end from given),
      'named', (select coalesce(jsonb_agg(jsonb_build_object('school', school, 'by', by, 'wentWell', went_well, 'couldBeBetter', could_be_better)
        order by school, by, id), '[]') from told where name_shown and by is not null),
      'unnamed', (select case when count(distinct giver) < 5 then null else jsonb_agg(jsonb_build_object('wentWell', went_well, 'couldBeBetter', could_be_better)
        order by md5(giver::text || id::text)) end from told where not name_shown or by is null)));
end
$$;
call give_function('yearly_words(int)', 'kortelijn_gate');

-- Basisondersteuning -------------------------------------------------------------------------------------------------------------------

create table basic_criterion (
  tenant_id uuid not null references tenant,
  nth int not null, -- never used again; of facts the kind is criterion_<nth>
  name text not null check (name ~ '\S' and length(name) <= 200),
  explanation text check (length(explanation) <= 2000),
  source text not null check (source ~ '\S' and length(source) <= 500),
  ended_on date, -- from this day on it is not judged any more
  version int not null default 1,
  primary key (tenant_id, nth)
);

/* A judgement of a school on a day, by one side, for the other to agree with. What was written stays as it was. */
create table basic_form (
  tenant_id uuid not null references tenant,
  id uuid not null,
  school_id uuid not null,
  on_date date not null,
  side text not null check (side in ('school', 'contact')),
  written_by uuid not null,
  written_at timestamptz not null,
  verdict text check (verdict in ('agreed', 'answered')),
  words text check (length(words) <= 4000),
  answered_by uuid,
  answered_at timestamptz,
  replaced_at timestamptz, -- its own side wrote another before it was answered
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, id, school_id),
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, written_by) references person,
  foreign key (tenant_id, answered_by) references person,
  constraint "an answer is whole" check ((verdict is null) = (answered_by is null) and (verdict is null) = (answered_at is null)
    and (verdict is null or replaced_at is null) and (verdict is not distinct from 'answered') = (words is not null)),
  constraint "nobody answers themselves" check (answered_by <> written_by)
);
create unique index "one form of a school waits" on basic_form (tenant_id, school_id) where verdict is null and replaced_at is null;
create index basic_form_of_school on basic_form (tenant_id, school_id, on_date desc, id desc);
create index basic_form_by_day on basic_form (tenant_id, on_date desc, id desc);
create index basic_form_of_writer on basic_form (tenant_id, written_by);
create index basic_form_of_answerer on basic_form (tenant_id, answered_by);

create table basic_judgement (
  tenant_id uuid not null references tenant,
  form_id uuid not null,
  nth int not null,
  school_id uuid not null,
  asked text not null, -- the criterion as it read
  level int not null check (level between 0 and 2), -- not yet, partly, met
  words text check (length(words) <= 2000),
  primary key (tenant_id, form_id, nth),
  foreign key (tenant_id, form_id, school_id) references basic_form (tenant_id, id, school_id),
  foreign key (tenant_id, nth) references basic_criterion,
  foreign key (tenant_id, school_id) references school
);
create index basic_judgement_of_criterion on basic_judgement (tenant_id, nth);
create index basic_judgement_of_form on basic_judgement (tenant_id, form_id, school_id);
create index basic_judgement_of_school on basic_judgement (tenant_id, school_id);

call put_under_law('basic_criterion');
call put_under_law('basic_form');
call put_under_law('basic_judgement');
create policy members_read on basic_criterion for select to kortelijn_app using (tenant_id = (select app_tenant()));
create policy circle_reads on basic_form for select to kortelijn_app using (tenant_id = (select app_tenant())
  and ((select app_is('team_lead')) or school_id = any ((select app_ids('question_schools'))::uuid[])));
create policy circle_reads on basic_judgement for select to kortelijn_app using (tenant_id = (select app_tenant())
  and ((select app_is('team_lead')) or school_id = any ((select app_ids('question_schools'))::uuid[])));
grant select on basic_criterion, basic_form, basic_judgement to kortelijn_app;
create policy gate_keeps on basic_criterion for insert to kortelijn_gate with check (true);
create policy gate_changes on basic_criterion for update to kortelijn_gate using (true) with check (true);
create policy gate_keeps on basic_form for insert to kortelijn_gate with check (true);
create policy gate_changes on basic_form for update to kortelijn_gate using (true) with check (true);
create policy gate_keeps on basic_judgement for insert to kortelijn_gate with check (true);
grant insert on basic_criterion, basic_form, basic_judgement to kortelijn_gate;
grant update (name, explanation, source, ended_on, version) on basic_criterion to kortelijn_gate;
grant update (verdict, words, answered_by, answered_at, replaced_at, version) on basic_form to kortelijn_gate;

/* What a partnership begins with. */
create function begin_criteria(p_tenant uuid) returns void language sql as $$
  insert into basic_criterion (tenant_id, nth, name, explanation, source) values
    (p_tenant, 1, 'De basiskwaliteit is op orde', 'De inspectie beoordeelt de kwaliteit van de school als voldoende.', 'Werkafspraak van het samenwerkingsverband'),
    (p_tenant, 2, 'De school werkt handelingsgericht voor elke leerling', 'Wat een leerling nodig heeft, is het begin van wat de school doet.',
      'Werkafspraak van het samenwerkingsverband'),
    (p_tenant, 3, 'De ondersteuning is goed georganiseerd', 'Het is duidelijk wie wat doet, en wanneer u samen terugkijkt.', 'Werkafspraak van het samenwerkingsverband'),
    (p_tenant, 4, 'Preventieve en lichte hulp is er', 'De school heeft eigen aanbod voor wat vaak voorkomt.', 'Werkafspraak van het samenwerkingsverband')
  on conflict do nothing;
$$;
create function criteria_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin perform begin_criteria(new.tenant_id); return null; end $$;
call give_function('begin_criteria(uuid)', 'kortelijn_gate', true);
call give_function('criteria_begin()', 'kortelijn_gate', true);
create trigger criteria_begin after insert on tenant for each row execute function criteria_begin();
-- The owner is under the law too: for the partnerships that are there already the gate does it.
set local role kortelijn_gate;
select begin_criteria(tenant_id) from tenant;
reset role;

/* Adds a criterion (p_nth null) or changes one, and lets it end or come back. Gives its number. */
create function save_criterion(p_nth int, p_version int, p_name text, p_explanation text, p_source text, p_ended boolean) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t constant uuid := app_tenant();
  c basic_criterion;
begin
  if not app_texts('roles') && array['team_lead', 'policy_adviser'] then
    raise insufficient_privilege using message = 'no criteria for this role';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('criteria ' || t, 0));
  select * into c from basic_criterion x where x.tenant_id = t and x.nth = p_nth;
  if p_nth is not null and c.nth is null then raise insufficient_privilege using message = 'no such criterion'; end if;
  if c.version is distinct from p_version then raise exception using errcode = 'KL002', message = 'stale'; end if;
  perform refuse_unmet(array_remove(array[
    case when p_ended and not exists (select from basic_criterion x where x.tenant_id = t and x.ended_on is null and x.nth is distinct from p_nth)
      then 'oneCriterionStays' end,
    case when not p_ended and (select count(*) from basic_criterion x where x.tenant_id = t and x.ended_on is null and x.nth is distinct from p_nth) >= 12
      then 'fewCriteria' end], null));
  if c.nth is null then
    insert into basic_criterion (tenant_id, nth, name, explanation, source, ended_on)
    values (t, (select 1 + coalesce(max(x.nth), 0) from basic_criterion x where x.tenant_id = t), p_name, p_explanation, p_source, case when p_ended then app_today() end)
    returning * into c;
  else
    update basic_criterion x set name = p_name, explanation = p_explanation, source = p_source, version = x.version + 1,
      ended_on = case when p_ended then coalesce(x.ended_on, app_today()) end
    where x.tenant_id = t and x.nth = c.nth returning * into c;
  end if;
  return c.nth;
end
$$;
call give_function('save_criterion(int, int, text, text, text, boolean)', 'kortelijn_gate');

create function form_sides(p_school uuid) returns text[] language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select array_remove(array[case when 'contact_person' = any (r) then 'contact' end,
    case when r && array['school_director', 'support_coordinator'] then 'school' end], null) from held_at(p_school) r
$$;
call give_function('form_sides(uuid)', 'kortelijn_gate', true);

/* Tells the people of one side of a school, but for p_but. Of more schools on one day they hear once. */
create function tell_side(p_school uuid, p_side text, p_about text, p_but uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into notice (tenant_id, person_id, kind, subject, subject_id, about, due_on, at)
  select distinct a.tenant_id, a.person_id, 'school_form', 'person', a.person_id, p_about, app_today(), app_now()
  from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
  where a.tenant_id = app_tenant() and a.school_id = p_school and a.person_id <> p_but
    and a.role = any (case p_side when 'contact' then array['contact_person'] else array['school_director', 'support_coordinator'] end)
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
  on conflict do nothing
$$;
call give_function('tell_side(uuid, text, text, uuid)', 'kortelijn_gate', true);

/* Writes where a school stands on a day, in every criterion of today, for the other side. p_judgements: [{ nth, level, words }]. */
create function write_basic_form(p_id uuid, p_school uuid, p_on date, p_judgements jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t constant uuid := app_tenant();
  me constant uuid := app_person();
  mine constant text[] := form_sides(p_school);
  waiting basic_form;
begin
  if mine = '{}' then raise insufficient_privilege using message = 'not their school'; end if;
  perform pg_advisory_xact_lock(hashtextextended('basic form ' || p_school, 0));
  select * into waiting from basic_form f where f.tenant_id = t and f.school_id = p_school and f.verdict is null and f.replaced_at is null;
  perform refuse_unmet(array_remove(array[
    case when waiting.side <> mine[1] then 'answerFirst' end,
    case when p_on is null or p_on > app_today() or p_on < app_today() - 366 then 'judgedInReach' end,
    case when (select array_agg(c.nth order by c.nth) from basic_criterion c where c.tenant_id = t and c.ended_on is null) is distinct from
      (select array_agg(j.nth order by j.nth) from jsonb_to_recordset(p_judgements) as j (nth int, level int) where j.level between 0 and 2)
      then 'everyCriterion' end], null));
  update basic_form f set replaced_at = app_now(), version = f.version + 1 where f.tenant_id = t and f.id = waiting.id;
  insert into basic_form (tenant_id, id, school_id, on_date, side, written_by, written_at) values (t, p_id, p_school, p_on, mine[1], me, app_now());
  insert into basic_judgement (tenant_id, form_id, nth, school_id, asked, level, words)
  select t, p_id, j.nth, p_school, c.name, j.level, nullif(btrim(j.words), '') from jsonb_to_recordset(p_judgements) as j (nth int, level int, words text)
  join basic_criterion c on c.tenant_id = t and c.nth = j.nth;
  perform tell_side(p_school, case mine[1] when 'contact' then 'school' else 'contact' end, 'basic_support_asks', me);
end
$$;
call give_function('write_basic_form(uuid, uuid, date, jsonb)', 'kortelijn_gate');

/* The other side agrees (p_words null), or says in words how it sees it. */
create function answer_basic_form(p_id uuid, p_version int, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t constant uuid := app_tenant();
  f basic_form;
  other text;
begin
  select * into f from basic_form x where x.tenant_id = t and x.id = p_id for update;
  if f.id is null or not (app_is('team_lead') or f.school_id = any (app_ids('question_schools'))) then
    raise insufficient_privilege using message = 'no such form';
  end if;
  other := case f.side when 'contact' then 'school' else 'contact' end;
  if f.written_by = app_person() or not other = any (form_sides(f.school_id)) then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  if p_version is not null and f.version <> p_version then raise exception using errcode = 'KL002', message = 'stale'; end if;
  if f.verdict is not null or f.replaced_at is not null then perform refuse_unmet('{stillWaits}'); end if;
  update basic_form x set verdict = case when p_words is null then 'agreed' else 'answered' end, words = p_words, answered_by = app_person(),
    answered_at = app_now(), version = x.version + 1 where x.tenant_id = t and x.id = p_id;
  update notice set read_at = app_now() where tenant_id = t and person_id = app_person() and kind = 'school_form' and about = 'basic_support_asks' and read_at is null;
  perform tell_side(f.school_id, f.side, 'basic_support_told', app_person());
end
$$;
call give_function('answer_basic_form(uuid, int, text)', 'kortelijn_gate');

-- Facts --------------------------------------------------------------------------------------------------------------------------------

/* A grade per person and school year: whoever answered for more schools counts once, with the mean, where those schools have one place. For
   team leads and a job; a member of a school knows their own. */
create function satisfaction_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select 'satisfaction', a.giver::text, case when count(distinct s.id) = 1 then min(s.id::text) end::uuid,
    case when count(distinct coalesce(s.board_id::text, '')) = 1 then min(s.board_id::text) end::uuid,
    case when count(distinct coalesce(s.area_id::text, '')) = 1 then min(s.area_id::text) end::uuid, null, null, null, null::uuid,
    max(day_of(a.given_at)), avg(a.grade)::float8, null::float8, false
  from yearly_answer a join school s on s.tenant_id = a.tenant_id and s.id = a.school_id
  where 'satisfaction' = any (p_measures) and a.tenant_id = p_tenant
    and a.given_at >= p_from::timestamp at time zone 'Europe/Amsterdam' and a.given_at < (p_to + 1)::timestamp at time zone 'Europe/Amsterdam'
    and (app_tenant() is null or (app_tenant() = p_tenant and (app_is('team_lead') or a.person_id = app_person())))
  group by a.giver, a.year
$$;
call give_function('satisfaction_facts(uuid, text[], date, date)', 'kortelijn_gate');

/* basic_support: of each school the last form of the period that both sides agree on. */
create or replace function form_facts(p_tenant uuid, p_measures text[], p_from date, p_to date) returns setof measure_fact language sql stable
as $$
  with latest as materialized (
    select distinct on (f.school_id) f.id, f.school_id, f.on_date from basic_form f
    where 'basic_support' = any (p_measures) and f.tenant_id = p_tenant and f.verdict = 'agreed' and f.on_date between p_from and p_to
    order by f.school_id, f.on_date desc, f.written_at desc, f.id desc
  )
  select 'basic_support', l.id || ':' || j.nth, l.school_id, s.board_id, s.area_id, null, null, 'criterion_' || j.nth, null::uuid, l.on_date,
    j.level::float8, null::float8, false
  from latest l join basic_judgement j on j.tenant_id = p_tenant and j.form_id = l.id join school s on s.tenant_id = p_tenant and s.id = l.school_id
  union all
  select * from satisfaction_facts(p_tenant, p_measures, p_from, p_to)
$$;

/* The kinds of basic_support, also those that nothing was judged by, for the job that makes releases. */
create function job_criteria(p_tenant uuid, p_clock timestamptz) returns text[]
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform only_a_job(p_clock);
  return array(select 'criterion_' || c.nth from basic_criterion c where c.tenant_id = p_tenant order by c.nth);
end
$$;
call give_function('job_criteria(uuid, timestamptz)', 'kortelijn_gate');

-- Word of what waits -------------------------------------------------------------------------------------------------------------------

-- The owner is under the law too.
alter table notice_kind no force row level security;
insert into notice_kind (kind, default_choice) values ('school_form', 'at_once') on conflict do nothing;
alter table notice_kind force row level security;

/* On the morning of a school day: tells directors and IB'ers that the yearly question is open, once a year. Gives how many were told. */
create function tell_yearly_question(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  told int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true), set_config('app.tenant', '', true), set_config('app.person', '', true);
  if not day_has_begun() then
    return 0;
  end if;
  insert into notice (tenant_id, person_id, kind, subject, subject_id, version, about, nth, due_on, at)
  select distinct t.tenant_id, a.person_id, 'school_form', 'person', a.person_id, school_year_of(app_today()), 'yearly_question', 1, d.closes - 1, app_now()
  from tenant t cross join lateral yearly_days(t.yearly_from, t.yearly_to, school_year_of(app_today())) d
  join appointment a on a.tenant_id = t.tenant_id and a.role in ('school_director', 'support_coordinator')
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
  join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
  where app_today() >= d.opens and app_today() < d.closes and is_school_day(t.tenant_id, null, app_today())
    and not exists (select from yearly_answer x where x.tenant_id = a.tenant_id and x.person_id = a.person_id and x.school_id = a.school_id
      and x.year = school_year_of(app_today()) and x.given_at is not null)
  on conflict do nothing;
  get diagnostics told = row_count;
  return told;
end
$$;
call give_function('tell_yearly_question(timestamptz)', 'kortelijn_gate');

-- Fading -------------------------------------------------------------------------------------------------------------------------------

create policy eraser_reads on yearly_answer for select to kortelijn_eraser using (true);
create policy eraser_takes on yearly_answer for update to kortelijn_eraser using (true) with check (true);
create policy eraser_removes on yearly_answer for delete to kortelijn_eraser using (given_at is null);
grant select, update (person_id, went_well, could_be_better, name_shown, version), delete on yearly_answer to kortelijn_eraser;

/* Drafts go when their school year is over. Two years later names and words go too; grades stay. Gives how many rows. */
create function fade_yearly_answers(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  rows_gone int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  with dropped as (
    delete from yearly_answer where given_at is null and year < school_year_of(app_today()) returning tenant_id
  ), faded as (
    update yearly_answer set person_id = null, went_well = null, could_be_better = null, name_shown = false, version = version + 1
    where given_at is not null and person_id is not null and year < school_year_of(app_today()) - 2 returning tenant_id
  ), gone as (
    select tenant_id from dropped union all select tenant_id from faded
  ), told as (
    insert into audit (tenant_id, id, at, action, subject, subject_id, via)
    select distinct on (tenant_id) tenant_id, gen_random_uuid(), app_now(), 'fade', 'yearly_answer', tenant_id, 'job' from gone
  )
  select count(*) into rows_gone from gone;
  return rows_gone;
end
$$;
call give_function('fade_yearly_answers(timestamptz)', 'kortelijn_eraser');
