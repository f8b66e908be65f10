-- Stationings and questions: who hears of a stationing, what a specialist reads of the schools where they are stationed, and how work and
-- stationings share a contract. Functions of 0024, 0030, 0034 and 0035 that change stand here whole.

-- Who hears of a stationing ------------------------------------------------------------------------------------------------------

/* Stationings that the actor hears of through their schools and boards: a proposal goes to who speaks for the school and to the board of
   the school, the rest of the school hears of it when it is agreed; what was withdrawn nobody hears of any more. */
create function told_stationings() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg(s.id), '{}') from stationing s
  where s.tenant_id = app_tenant() and s.status <> 'withdrawn' and (s.board_id = any (app_ids('boards')) or exists (
    select from stationing_school x join school h on h.tenant_id = x.tenant_id and h.id = x.school_id
    where x.tenant_id = s.tenant_id and x.stationing_id = s.id and (x.school_id = any (app_ids('question_schools'))
      or h.board_id = any (app_ids('boards')) or (s.status <> 'proposed' and x.school_id = any (app_ids('schools'))))))
$$;
call give_function('told_stationings()', 'kortelijn_gate');

drop policy circle_reads on stationing;
create policy circle_reads on stationing for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (select app_is('deployment_reader')) or specialist_id = (select app_person()) or id = any ((select told_stationings())::uuid[])));

/* Of a stationing at a board each school reads that it is one of those it helps, the board which of its schools they are. */
drop policy circle_reads on stationing_school;
create policy circle_reads on stationing_school for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (select app_is('deployment_reader')) or (stationing_id = any ((select told_stationings())::uuid[]) and (
    school_id = any ((select app_ids('schools'))::uuid[]) or exists (select from school h where h.tenant_id = stationing_school.tenant_id
      and h.id = stationing_school.school_id and h.board_id = any ((select app_ids('boards'))::uuid[]))))));

-- What a specialist reads where they are stationed ----------------------------------------------------------------------------------

create function is_stationed(p_tenant uuid, p_school uuid, p_person uuid, p_day date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from stationing s join stationing_school x on x.tenant_id = s.tenant_id and x.stationing_id = s.id
    where s.tenant_id = p_tenant and s.specialist_id = p_person and x.school_id = p_school and s.status in ('agreed', 'active', 'evaluated')
      and s.starts_on <= p_day and s.ends_on > p_day)
$$;
call give_function('is_stationed(uuid, uuid, uuid, date)', 'kortelijn_gate', true);

/* What app.stationed is to 0022: schools where a specialist is stationed today. They read its questions without a pupil once those are
   submitted: a draft is still its author's. Goals they read where they work (0028). */
drop policy circle_reads on support_question;
create policy circle_reads on support_question for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  school_id = any ((select app_ids('question_schools'))::uuid[])
  or (author_id = (select app_person()) and school_id = any ((select app_ids('schools'))::uuid[]))
  or (select app_is('team_lead'))
  or id = any ((select app_ids('assigned'))::uuid[])
  or id = any ((select app_ids('along'))::uuid[])
  or id = any ((select app_ids('agenda'))::uuid[])
  or (level <> 'pupil' and submitted_on is not null and school_id = any ((select app_ids('stationed'))::uuid[]))));

do $$
declare
  name text;
begin
  foreach name in array array['question_words', 'attachment'] loop
    execute format('drop policy circle_reads on %I', name);
    -- Whether it was submitted stands with the question; only who is stationed at its school looks there, row by row of a page.
    execute format('create policy circle_reads on %1$I for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
      school_id = any ((select app_ids(''question_schools''))::uuid[])
      or (level <> ''pupil'' and (select app_is(''team_lead'')))
      or question_id = any ((select app_ids(''asked''))::uuid[])
      or question_id = any ((select app_ids(''assigned''))::uuid[])
      or question_id = any ((select app_ids(''along''))::uuid[])
      or question_id = any ((select app_ids(''agenda''))::uuid[])
      or (level <> ''pupil'' and school_id = any ((select app_ids(''stationed''))::uuid[]) and exists (
        select from support_question q where q.tenant_id = (select app_tenant()) and q.id = question_id and q.submitted_on is not null))))', name);
  end loop;
end
$$;

-- The searches of 0029 take the policies over; what the policy of question_words says of its own row is there said of question_search.
do $$
declare
  was constant text := pg_get_functiondef('make_search_questions()'::regprocedure);
  words constant text := $w$(select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'question_words'$w$;
begin
  if position(words in was) = 0 then
    raise exception 'make_search_questions is not what 0029 made it';
  end if;
  execute replace(was, words, $w$(select replace(pg_get_expr(polqual, polrelid), 'question_words.', 'question_search.')
    from pg_policy where polrelid = 'question_words'$w$);
end
$$;
call make_search_questions();

/* As it stands in 0023, with who is stationed at the school. */
create or replace function question_relations(q support_question, p_person uuid, p_today date) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with held as (
    select a.person_id, a.role, a.school_id from appointment a
    where a.tenant_id = q.tenant_id and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
      and a.person_id in (p_person, q.submitter_id)
      and (a.school_id = q.school_id or a.role in ('specialist', 'team_lead', 'committee_member', 'committee_secretary'))
  ), known as (
    select coalesce(array_agg(role) filter (where person_id = p_person and school_id = q.school_id), '{}') as here,
      coalesce(array_agg(role) filter (where person_id = p_person), '{}') as roles,
      coalesce(bool_or(person_id = q.submitter_id and school_id = q.school_id), false) as submitter_stays
    from held
  ), work as (
    select coalesce(bool_or(a.kind = 'assigned' and a.state = 'active'), false) as assigned,
      coalesce(bool_or(a.kind = 'thinks_along' and a.state = 'active'), false) as along,
      coalesce(bool_or(a.kind = 'thinks_along' and a.state = 'asked'), false) as asked
    from assignment a where a.tenant_id = q.tenant_id and a.question_id = q.id and a.specialist_id = p_person
  ), agenda as (
    select q.status <> 'withdrawn' and exists (select from agenda_item i
      where i.tenant_id = q.tenant_id and i.question_id = q.id and i.state <> 'withdrawn') as yes
  )
  select array_remove(array[
    case when q.author_id = p_person and here <> '{}' then 'author' end,
    case when (q.submitter_id = p_person and here <> '{}')
      or (not submitter_stays and here && array['support_coordinator', 'school_director', 'contact_person']) then 'submitter' end,
    case when 'support_coordinator' = any (here) then 'support_coordinator' end,
    case when 'school_director' = any (here) then 'school_director' end,
    case when 'contact_person' = any (here) then 'contact_person' end,
    case when 'team_lead' = any (roles) and q.level <> 'pupil' then 'team_lead' end,
    case when 'team_lead' = any (roles) then 'planner' end,
    case when 'specialist' = any (roles) and work.assigned then 'specialist' end,
    case when 'specialist' = any (roles) and work.along then 'thinks_along' end,
    case when 'specialist' = any (roles) and work.asked then 'asked_along' end,
    case when 'committee_secretary' = any (roles) and agenda.yes then 'committee_secretary' end,
    case when 'committee_member' = any (roles) and agenda.yes and not has_conflict(q, p_person, p_today) then 'committee_member' end,
    case when 'specialist' = any (roles) and q.level <> 'pupil' and q.submitted_on is not null
      and is_stationed(q.tenant_id, q.school_id, p_person, p_today) then 'stationed' end
  ], null)
  from known, work, agenda
$$;

/* As it stands in 0030, with who is stationed at the school. */
create or replace function question_circle(q support_question, p_today date) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with asked as (
    select q.status <> 'withdrawn' and exists (select from agenda_item i join committee_meeting m on m.tenant_id = i.tenant_id and m.id = i.meeting_id
      where i.tenant_id = q.tenant_id and i.question_id = q.id and i.state <> 'withdrawn' and m.starts_at > app_now() - interval '1 year') as committee
  )
  select distinct a.person_id
  from asked, appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
  where a.tenant_id = q.tenant_id and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
    and case a.role
      when 'team_lead' then true
      when 'committee_secretary' then asked.committee
      when 'committee_member' then asked.committee and not has_conflict(q, a.person_id, p_today)
      when 'specialist' then exists (select from assignment x where x.tenant_id = q.tenant_id and x.question_id = q.id and x.specialist_id = a.person_id
          and (x.state = 'active' or (x.kind = 'thinks_along' and x.state = 'asked')))
        or (q.level <> 'pupil' and q.submitted_on is not null and is_stationed(q.tenant_id, q.school_id, a.person_id, p_today))
      when 'teacher' then a.school_id = q.school_id and a.person_id = q.author_id
      else a.school_id = q.school_id and a.role in ('contact_person', 'school_director', 'support_coordinator')
    end
$$;

/* As it stands in 0023; who was stationed at the school supported it too. */
create or replace function has_conflict(q support_question, p_person uuid, p_day date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(p_person in (q.author_id, q.submitter_id), false)
    or exists (select from recusal r where r.tenant_id = q.tenant_id and r.question_id = q.id and r.person_id = p_person)
    or exists (select from appointment a where a.tenant_id = q.tenant_id and a.person_id = p_person and a.school_id = q.school_id
      and a.starts_on <= p_day and (a.ends_on is null or a.ends_on > p_day - interval '2 years'))
    or exists (select from assignment a join support_question x on x.tenant_id = a.tenant_id and x.id = a.question_id
      where a.tenant_id = q.tenant_id and a.specialist_id = p_person and a.state in ('active', 'ended') and a.began_at is not null
        and x.school_id = q.school_id and (a.ended_at is null or day_of(a.ended_at) >= p_day - interval '2 years'))
    or exists (select from visit_school v join visit w on w.tenant_id = v.tenant_id and w.id = v.visit_id
      where v.tenant_id = q.tenant_id and v.specialist_id = p_person and v.school_id = q.school_id and w.withdrawn_at is null
        and v.on_date >= p_day - interval '2 years' and v.on_date <= p_day)
    or exists (select from stationing s join stationing_school x on x.tenant_id = s.tenant_id and x.stationing_id = s.id
      where s.tenant_id = q.tenant_id and s.specialist_id = p_person and x.school_id = q.school_id
        and s.status in ('agreed', 'active', 'evaluated', 'ended') and s.starts_on <= p_day and s.ends_on > p_day - interval '2 years')
$$;

-- Work and stationings share a contract ---------------------------------------------------------------------------------------------

/* Weeks from Monday to Sunday that a period touches, without those that an absence takes whole, Monday to Friday. */
create function weeks_worked(p_from date, p_until date, p_away datemultirange) returns int language sql immutable
set search_path = pg_catalog, public, pg_temp
as $$
  select case when p_away is null then weeks_of(p_from, p_until) else (select count(*)::int
    from generate_series(date_trunc('week', p_from::timestamp), p_until::timestamp, interval '7 days') w
    where not p_away @> daterange(w::date, w::date + 5)) end
$$;
call give_function('weeks_worked(date, date, datemultirange)', 'kortelijn_gate', true);

/* What specialists have in hands on each day of a period, up to and including the last, in dagdelen a week, beside their contract of that
   day (null: none). At a place where they are stationed the greater counts of what the stationing says and the work that was assigned at its
   schools: work there is what they are stationed for. Work elsewhere comes on top. Work is spread evenly over the weeks it touches; a week
   that an absence takes whole is no week: no work falls in it and nothing is taken of it.
   p_without: stationings and questions that do not count. p_proposed: whether proposed stationings do; one that would follow on another
   takes only what it takes more. p_place, p_schools, p_dagdelen: a stationing that is asked about; p_school, p_work: work a week that is. */
create function contract_days(p_tenant uuid, p_people uuid[], p_from date, p_until date, p_without uuid[], p_proposed boolean,
  p_place uuid, p_schools uuid[], p_dagdelen numeric, p_school uuid, p_work numeric)
  returns table (person_id uuid, day date, contract numeric, taken numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with gone as (
    select x.person_id, range_agg(daterange(x.starts_on, x.ends_on)) as days from specialist_absence x
    where x.tenant_id = p_tenant and x.person_id = any (p_people) group by 1
  ), days as (
    select p.person_id, n::date as day, date_trunc('week', n)::date as monday
    from unnest(p_people) as p (person_id) cross join generate_series(p_from::timestamp, p_until::timestamp, interval '1 day') as n
  ), present as (
    select d.person_id, d.day, daterange(d.monday, d.monday + 7) as week from days d left join gone g on g.person_id = d.person_id
    where (g.days @> daterange(d.monday, d.monday + 5)) is not true
  ), stands as (
    select s.specialist_id as person_id, coalesce(s.school_id, s.board_id) as place, daterange(s.starts_on, s.ends_on) as period, s.dagdelen,
      array(select x.school_id from stationing_school x where x.tenant_id = s.tenant_id and x.stationing_id = s.id) as schools,
      daterange(b.starts_on, b.ends_on) as before, b.dagdelen as less
    from stationing s left join stationing b on s.status = 'proposed' and b.tenant_id = s.tenant_id and b.id = s.continues_id
      and b.status in ('agreed', 'active', 'evaluated') and b.id <> all (p_without)
      and coalesce(b.school_id, b.board_id) <> coalesce(s.school_id, s.board_id)
    where s.tenant_id = p_tenant and s.specialist_id = any (p_people) and s.id <> all (p_without)
      and (s.status in ('agreed', 'active', 'evaluated') or (p_proposed and s.status = 'proposed')) and s.starts_on <= p_until and s.ends_on > p_from
    union all
    select p, p_place, daterange(p_from, p_until + 1), p_dagdelen, p_schools, null, null from unnest(p_people) as p where p_place is not null
  ), stationed as (
    select d.person_id, d.day, s.place, max(s.dagdelen - case when s.less is not null and s.before @> d.day then least(s.dagdelen, s.less) else 0 end) as dagdelen
    from present d join stands s on s.person_id = d.person_id and s.period @> d.day group by 1, 2, 3
  ), work as (
    select a.specialist_id as person_id, q.school_id, coalesce(q.school_id, a.question_id) as elsewhere, daterange(a.starts_on, a.ends_on) as period,
      a.planned_dagdelen / nullif(weeks_worked(a.starts_on, a.ends_on - 1, g.days), 0) as dagdelen
    from assignment a left join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
    left join gone g on g.person_id = a.specialist_id
    where a.tenant_id = p_tenant and a.specialist_id = any (p_people) and a.kind = 'assigned' and a.state = 'active'
      and a.question_id <> all (p_without) and a.starts_on <= p_until + 6 and a.ends_on > p_from - 6
    union all
    select p, p_school, coalesce(p_school, p), daterange(p_from, p_until + 1), p_work from unnest(p_people) as p where p_work is not null
  ), worked as (
    select d.person_id, d.day, coalesce(m.place, w.elsewhere) as place, sum(w.dagdelen) as dagdelen
    from present d join work w on w.person_id = d.person_id and w.period && d.week
    -- Of a stationing at the school and one at its board it is that at the school.
    left join lateral (select s.place from stands s where s.person_id = d.person_id and s.period @> d.day and w.school_id = any (s.schools)
      order by (s.place = w.school_id) desc, s.place limit 1) m on true
    group by 1, 2, 3
  ), taken as (
    select person_id, day, sum(greatest(s.dagdelen, w.dagdelen)) as dagdelen
    from stationed s full join worked w using (person_id, day, place) group by 1, 2
  )
  select d.person_id, d.day, (select min(c.dagdelen) from contract c where c.tenant_id = p_tenant and c.person_id = d.person_id
      and c.starts_on <= d.day and (c.ends_on is null or c.ends_on > d.day)),
    -- Thirds of a dagdeel add up to a whole one.
    round(coalesce(t.dagdelen, 0), 6)
  from days d left join taken t on t.person_id = d.person_id and t.day = d.day
$$;
call give_function('contract_days(uuid, uuid[], date, date, uuid[], boolean, uuid, uuid[], numeric, uuid, numeric)', 'kortelijn_gate', true);

/* Whether work at a school (null: anywhere) fits the contract of a specialist: the contract covers every day of it, up to and including the
   last; beside all that contract_days counts there is room for it on each; and there is a week in which the specialist is not away. Work of
   more than three years does not fit. p_without: a question on which their work does not count, since it is that work which is asked about. */
drop function has_room(uuid, date, date, numeric, uuid);
create function has_room(p_person uuid, p_from date, p_until date, p_dagdelen numeric, p_without uuid, p_school uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  period constant daterange := case when p_from <= p_until then daterange(p_from, p_until + 1) end;
  weeks int;
begin
  if period is null or p_until > p_from + 1100 or p_dagdelen is null or p_dagdelen <= 0
    or not coalesce((select range_agg(daterange(c.starts_on, c.ends_on)) @> period from contract c
      where c.tenant_id = app_tenant() and c.person_id = p_person), false)
    or exists (select from specialist_absence x where x.tenant_id = app_tenant() and x.person_id = p_person
      and daterange(x.starts_on, x.ends_on) @> period) then
    return false;
  end if;
  weeks := weeks_worked(p_from, p_until, (select range_agg(daterange(x.starts_on, x.ends_on)) from specialist_absence x
    where x.tenant_id = app_tenant() and x.person_id = p_person));
  return weeks > 0 and not exists (select from contract_days(app_tenant(), array[p_person], p_from, p_until,
      array_remove(array[p_without], null), false, null, null, null, p_school, p_dagdelen / weeks) d
    where d.taken > d.contract);
end
$$;
call give_function('has_room(uuid, date, date, numeric, uuid, uuid)', 'kortelijn_gate', true);

/* The same, for who plans: nobody else may ask. */
drop function fits_contract(uuid, date, date, numeric);
create function fits_contract(p_person uuid, p_from date, p_until date, p_dagdelen numeric, p_school uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select app_is('planning_staff') and has_room(p_person, p_from, p_until, p_dagdelen, null, p_school) $$;
call give_function('fits_contract(uuid, date, date, numeric, uuid)', 'kortelijn_gate');

/* As it stands in 0035, at the school of the question. */
create or replace function fits_extended(p_question uuid, p_until date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select app_is('team_lead') and not exists (
    select from assignment a join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
    cross join lateral (select greatest(a.starts_on, app_today()) as day) as today
    where a.tenant_id = app_tenant() and a.question_id = p_question and a.kind = 'assigned' and a.state = 'active'
      and case when p_until >= today.day and p_until > app_today() then not has_room(a.specialist_id, today.day, p_until,
        a.planned_dagdelen * weeks_of(today.day, p_until) / weeks_of(a.starts_on, p_until), a.question_id, q.school_id) else false end)
$$;

-- question_unmet stays as it stands in 0035, but that it says at which school the work is.
do $$
declare
  was constant text := pg_get_functiondef('question_unmet(support_question, question_entry)'::regprocedure);
  becomes constant text := regexp_replace(was, 'fits_contract\(([^()]*)\)', 'fits_contract(\1, q.school_id)', 'g');
begin
  if regexp_count(becomes, 'fits_contract\([^()]*, q\.school_id\)') <> 2 then
    raise exception 'question_unmet is not what 0035 made it';
  end if;
  execute becomes;
end
$$;

/* As it stands in 0034, by what contract_days counts of today. */
create or replace function specialist_room() returns table (person_id uuid, dagdelen numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select d.person_id, case when exists (select from specialist_absence x where x.tenant_id = app_tenant() and x.person_id = d.person_id
      and x.starts_on <= d.day and (x.ends_on is null or x.ends_on > d.day)) then 0 else greatest(0, round(d.contract - d.taken, 1)) end
  from contract_days(app_tenant(), array(select distinct c.person_id from contract c where app_is('planning_staff') and c.tenant_id = app_tenant()
    and c.starts_on <= app_today() and (c.ends_on is null or c.ends_on > app_today())), app_today(), app_today(), '{}', false,
    null, null, null, null, null) d
$$;

/* As it stands in 0038, by what contract_days counts. A stationing that is not there yet helps every school of its place. */
create or replace function stationing_days(p_tenant uuid, p_person uuid, p_from date, p_until date, p_without uuid[], p_self uuid, p_place uuid,
  p_dagdelen numeric) returns table (day date, contract numeric, taken numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select d.day, coalesce(d.contract, 0), d.taken
  from contract_days(p_tenant, array[p_person], p_from, p_until - 1, p_without, true, p_place, case when p_self is null
      then array(select h.id from school h where h.tenant_id = p_tenant and p_place in (h.id, h.board_id))
      else array(select x.school_id from stationing_school x where x.tenant_id = p_tenant and x.stationing_id = p_self) end,
    p_dagdelen, null, null) d
$$;
call give_function('stationing_days(uuid, uuid, date, date, uuid[], uuid, uuid, numeric)', 'kortelijn_gate', true);

-- The language of a question --------------------------------------------------------------------------------------------------------

/* Said when asking (0037), and again at triage by who looks at the question: what stands there then is what planning goes by. */
alter table question_entry add language text check (btrim(language) <> '' and length(language) <= 60),
  add constraint "a language is said at triage" check (language is null or step = 'triage');

create function question_language_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update support_question set language = new.language where tenant_id = new.tenant_id and id = new.question_id and language is distinct from new.language;
  return null;
end
$$;
call give_function('question_language_follows()', 'kortelijn_gate', true);
create trigger question_language_follows after insert on question_entry for each row when (new.step = 'triage') execute function question_language_follows();

/* A draft in another language is another version of it. */
drop trigger question_is_revised_lawfully on support_question;
create trigger question_is_revised_lawfully before update of level, urgency, expertise, requested_dagdelen, signalled_on, language on support_question
  for each row when (new.status = 'draft') execute function question_draft_law();

/* With the words fades in which language they were. */
grant update (language) on question_entry to kortelijn_eraser;
create function question_language_fades() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update question_entry set language = null where tenant_id = new.tenant_id and question_id = new.id and language is not null;
  new.language := null;
  return new;
end
$$;
call give_function('question_language_fades()', 'kortelijn_eraser', true);
create trigger question_language_fades before update of faded_at on support_question for each row when (new.faded_at is not null)
  execute function question_language_fades();
