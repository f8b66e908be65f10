-- What is left of a question, its visits and its specialists when their time is over, and which question a record of the access log
-- belongs to.

-- Visits ---------------------------------------------------------------------------------------------------------------------

-- A share that was for a question that faded is not preventive work: it keeps the level. The question keeps the minutes as a sum.
alter table visit_share
  add column faded_level text check (faded_level in ('school', 'team', 'group', 'pupil')),
  add constraint "what faded points at nothing" check (faded_level is null or question_id is null);
alter table support_question
  add column visit_minutes int,
  add constraint "its minutes are a sum once it has faded" check (visit_minutes is null or faded_at is not null);

do $$
declare
  name text;
begin
  foreach name in array array['visit_share', 'visit_series', 'specialist', 'specialist_expertise', 'contract', 'specialist_absence'] loop
    execute format('create policy eraser_reads on %I for select to kortelijn_eraser using (true)', name);
    execute format('grant select on %I to kortelijn_eraser', name);
  end loop;
  foreach name in array array['visit_series', 'specialist', 'specialist_expertise', 'contract', 'specialist_absence'] loop
    execute format('create policy eraser_removes on %I for delete to kortelijn_eraser using (true)', name);
    execute format('grant delete on %I to kortelijn_eraser', name);
  end loop;
end
$$;
create policy eraser_changes on visit_share for update to kortelijn_eraser using (true) with check (true);
grant update (question_id, goal_id, faded_level) on visit_share to kortelijn_eraser;
grant update (visit_minutes) on support_question to kortelijn_eraser;
create policy eraser_reads on appointment for select to kortelijn_eraser using (true);
grant select (tenant_id, person_id, role, ends_on) on appointment to kortelijn_eraser;

/* As it stands in 0031; and no visit tells any more for which question it was. */
create or replace function erase_question(q support_question, p_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from notice where tenant_id = q.tenant_id and subject = 'question' and subject_id = q.id;
  perform erase_question_files(q.tenant_id, q.id);
  delete from question_entry_words where tenant_id = q.tenant_id and question_id = q.id;
  delete from question_words where tenant_id = q.tenant_id and question_id = q.id;
  delete from question_pupil where tenant_id = q.tenant_id and question_id = q.id;
  delete from assignment where tenant_id = q.tenant_id and question_id = q.id;
  delete from recusal where tenant_id = q.tenant_id and question_id = q.id;
  delete from agenda_item_taker k using agenda_item i where i.tenant_id = q.tenant_id and i.question_id = q.id
    and k.tenant_id = i.tenant_id and k.item_id = i.id;
  delete from decision_tlv k using decision d where d.tenant_id = q.tenant_id and d.question_id = q.id
    and k.tenant_id = d.tenant_id and k.decision_id = d.id;
  update question_entry set person_id = null, relation = 'system', specialist_id = null, from_id = null, role = null
  where tenant_id = q.tenant_id and question_id = q.id;
  update goal set title = 'Vervaagd doel ' || right(id::text, 12), variable = null, made_by = null, dropped_because = null, template_id = null
  where tenant_id = q.tenant_id and question_id = q.id;
  update goal_level l set description = 'vervaagd' from goal g
  where g.tenant_id = q.tenant_id and g.question_id = q.id and l.tenant_id = g.tenant_id and l.goal_id = g.id;
  update goal_score s set entered_by = null from goal g
  where g.tenant_id = q.tenant_id and g.question_id = q.id and s.tenant_id = g.tenant_id and s.goal_id = g.id;
  update support_question set author_id = null, submitter_id = null, holder_id = null, faded_at = app_now(), version = q.version + 1,
    visit_minutes = (select coalesce(sum(s.minutes), 0) from visit_share s join visit v on v.tenant_id = s.tenant_id and v.id = s.visit_id
      where s.tenant_id = q.tenant_id and s.question_id = q.id and v.withdrawn_at is null)
  where tenant_id = q.tenant_id and id = q.id;
  update visit_share set question_id = null, goal_id = null, faded_level = q.level where tenant_id = q.tenant_id and question_id = q.id;
  insert into erasure (tenant_id, id, question_id, kind, at) values (q.tenant_id, p_id, q.id, 'faded', app_now());
end
$$;

-- What faded before this was here.
set local role kortelijn_eraser;
update support_question q set visit_minutes = (select coalesce(sum(s.minutes), 0) from visit_share s
  join visit v on v.tenant_id = s.tenant_id and v.id = s.visit_id
  where s.tenant_id = q.tenant_id and s.question_id = q.id and v.withdrawn_at is null)
where q.faded_at is not null;
update visit_share s set question_id = null, goal_id = null, faded_level = q.level
from support_question q where q.tenant_id = s.tenant_id and q.id = s.question_id and q.faded_at is not null;
reset role;

/* Writing a visit again would make preventive work of what was for a question that faded. */
create function visit_can_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select from visit_share s where s.tenant_id = new.tenant_id and s.visit_id = new.id and s.faded_level is not null) then
    raise exception using errcode = 'KL001', message = 'notFaded';
  end if;
  return new;
end
$$;
call give_function('visit_can_change()', 'kortelijn_gate', true);
create trigger visit_can_change before update of on_date, minutes, withdrawn_at on visit for each row execute function visit_can_change();

-- Specialists ----------------------------------------------------------------------------------------------------------------

/* By the partnership's term for questions: fixed days and absences go so many months after their last day; profile, contracts, absence
   and fixed days of somebody who is no specialist any more, so many months after they were. Gives how many people and fixed days went. */
create function fade_stationing(p_clock timestamptz) returns int
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
        or exists (select from visit_series x where x.tenant_id = a.tenant_id and x.specialist_id = a.person_id))
  loop
    delete from specialist_expertise where tenant_id = gone.tenant_id and person_id = gone.person_id;
    delete from specialist where tenant_id = gone.tenant_id and person_id = gone.person_id;
    delete from contract where tenant_id = gone.tenant_id and person_id = gone.person_id;
    delete from specialist_absence where tenant_id = gone.tenant_id and person_id = gone.person_id;
    delete from visit_series where tenant_id = gone.tenant_id and specialist_id = gone.person_id;
    insert into audit (tenant_id, id, at, action, subject, subject_id, via)
    values (gone.tenant_id, gen_random_uuid(), app_now(), 'fade', 'specialist', gone.person_id, 'job');
    faded := faded + 1;
  end loop;
  return faded;
end
$$;
call give_function('fade_stationing(timestamptz)', 'kortelijn_eraser');

-- Access log -----------------------------------------------------------------------------------------------------------------

/* For the privacy officer: the numbers of the questions that records of the access log belong to; goals, visits and attachments by
   their question. */
create function audited_questions(p_ids uuid[]) returns table (id uuid, numbers text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select r.id, string_agg(distinct q.number, ', ' order by q.number) from (
    select q.id, q.id as question_id from support_question q where q.tenant_id = app_tenant() and q.id = any (p_ids)
    union all select g.id, g.question_id from goal g where g.tenant_id = app_tenant() and g.id = any (p_ids)
    union all select s.visit_id, s.question_id from visit_share s where s.tenant_id = app_tenant() and s.visit_id = any (p_ids)
    union all select a.id, a.question_id from attachment a where a.tenant_id = app_tenant() and a.id = any (p_ids)
  ) as r join support_question q on q.tenant_id = app_tenant() and q.id = r.question_id
  where app_is('privacy_officer')
  group by r.id
$$;
call give_function('audited_questions(uuid[])', 'kortelijn_gate');

/* For the privacy officer: the question with this number or id, and its goals, visits and attachments. */
create function audited_question_records(p_question text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with q as (
    select id from support_question where tenant_id = app_tenant() and app_is('privacy_officer')
      and (number = upper(p_question) or id::text = lower(p_question))
  )
  select id from q
  union all select g.id from goal g join q on g.tenant_id = app_tenant() and g.question_id = q.id
  union all select s.visit_id from visit_share s join q on s.tenant_id = app_tenant() and s.question_id = q.id
  union all select a.id from attachment a join q on a.tenant_id = app_tenant() and a.question_id = q.id
$$;
call give_function('audited_question_records(text)', 'kortelijn_gate');
