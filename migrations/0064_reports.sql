-- Reports: figures of a period as they stood on a day, made once by a job and kept, so that the same report is the same to the byte; who
-- may read one follows from their appointments of today. Sending again and again is of a link alone. And views that somebody saved.
-- src/results/reports, src/views.

/* Which appointment gives a right to which report; the policies below say the same of who asks. */
create function report_right(p_kind text, p_school uuid, p_board uuid, p_by_lead boolean, p_role text, p_at_school uuid, p_on_board uuid) returns boolean
language sql immutable
as $$
  select case p_kind
    when 'school' then case when p_by_lead then p_role = 'team_lead'
      else p_role in ('school_director', 'support_coordinator', 'contact_person') and p_at_school = p_school end
    when 'board' then p_role = 'board_member' and p_on_board = p_board
    when 'partnership' then p_role in ('partnership_director', 'policy_adviser', 'team_lead')
    else p_role in ('committee_secretary', 'team_lead') end
$$;

create table report (
  tenant_id uuid not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('school', 'board', 'partnership', 'committee')),
  school_id uuid,
  board_id uuid,
  by_lead boolean not null default false, -- of a school: as a team lead reads it, without what a school has of single pupils
  owner_id uuid, -- of the committee: a member reads what was counted for them alone, for somebody may not see every item; null: secretary and team lead
  starts_on date not null,
  ends_on date not null, -- half-open
  as_of date not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed')),
  progress int not null default 0 check (progress between 0 and 100),
  content jsonb,
  pdf bytea,
  xlsx bytea,
  ods bytea,
  failure text,
  made_by uuid not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  run uuid, -- who works on it
  tries int not null default 0,
  progressed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, board_id) references board,
  foreign key (tenant_id, owner_id) references person,
  foreign key (tenant_id, made_by) references person,
  constraint "a report is about one place" check ((school_id is not null) = (kind = 'school') and (board_id is not null) = (kind = 'board')
    and (owner_id is null or kind = 'committee') and (kind = 'school' or not by_lead)),
  constraint "a period that was there" check (starts_on < ends_on and ends_on <= as_of + 1 and ends_on <= starts_on + 400),
  constraint "done with everything" check ((status = 'done') = (content is not null and pdf is not null and xlsx is not null and ods is not null))
);
create unique index "one report of a day" on report (tenant_id, kind, school_id, board_id, by_lead, owner_id, starts_on, ends_on, as_of) nulls not distinct;
create index report_newest on report (tenant_id, asked_at desc, id desc);
create index report_of_school on report (tenant_id, school_id);
create index report_of_board on report (tenant_id, board_id);
create index report_of_owner on report (tenant_id, owner_id);
create index report_by_maker on report (tenant_id, made_by);
create index report_waiting on report (asked_at) where status in ('queued', 'running');

/* A report again and again; who gets the link are appointments, for the right is theirs. */
create table report_schedule (
  tenant_id uuid not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('school', 'board', 'partnership', 'committee')),
  school_id uuid,
  board_id uuid,
  by_lead boolean not null default false,
  every text not null check (every in ('month', 'quarter', 'year')),
  next_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_on date,
  end_reason text check (end_reason in ('stopped', 'right_ended', 'nobody_left')),
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, board_id) references board,
  foreign key (tenant_id, made_by) references person,
  constraint "a schedule is about one place" check ((school_id is not null) = (kind = 'school') and (board_id is not null) = (kind = 'board')),
  constraint "ended for a reason" check ((ended_on is null) = (end_reason is null))
);
create index schedule_of_maker on report_schedule (tenant_id, made_by, made_at desc);
create index schedule_of_school on report_schedule (tenant_id, school_id);
create index schedule_of_board on report_schedule (tenant_id, board_id);
create index schedule_due on report_schedule (next_on) where ended_on is null;

create table report_recipient (
  tenant_id uuid not null references tenant,
  schedule_id uuid not null,
  appointment_id uuid not null,
  ended_on date, -- the right ended before
  primary key (tenant_id, schedule_id, appointment_id),
  foreign key (tenant_id, schedule_id) references report_schedule on delete cascade,
  foreign key (tenant_id, appointment_id) references appointment on delete cascade
);
create index recipient_of_appointment on report_recipient (tenant_id, appointment_id);

/* The address of a list as somebody filtered it, under a name of their own. */
create table saved_view (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  id uuid not null,
  name text not null check (btrim(name) <> '' and length(name) <= 80),
  address text not null check (address ~ '^/[a-z]' and length(address) <= 600),
  made_at timestamptz not null,
  primary key (tenant_id, person_id, id),
  foreign key (tenant_id, person_id) references person
);

call put_under_law('report');
call put_under_law('report_schedule');
call put_under_law('report_recipient');
call put_under_law('saved_view');

create policy by_right on report for select to kortelijn_app using (tenant_id = (select app_tenant()) and case kind
  when 'school' then case when by_lead then (select app_is('team_lead')) else school_id = any ((select app_ids('question_schools'))::uuid[]) end
  when 'board' then board_id = any ((select app_ids('boards'))::uuid[])
  when 'partnership' then (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  else (owner_id is null and ((select app_is('secretary')) or (select app_is('team_lead'))))
    or (owner_id = (select app_person()) and (select app_is('committee'))) end);
-- What is counted now is counted today; what was released is as it was on any day since.
create policy by_right_asks on report for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and made_by = (select app_person())
  and as_of <= (select app_today()) and (kind in ('board', 'partnership') or as_of = (select app_today())) and case kind
  when 'school' then case when by_lead then (select app_is('team_lead')) else school_id = any ((select app_ids('question_schools'))::uuid[]) end
  when 'board' then board_id = any ((select app_ids('boards'))::uuid[])
  when 'partnership' then (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  else (owner_id is null and ((select app_is('secretary')) or (select app_is('team_lead'))))
    or (owner_id = (select app_person()) and (select app_is('committee'))) end);
create policy maker_asks_again on report for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and made_by = (select app_person()) and status = 'failed')
  with check (tenant_id = (select app_tenant()) and made_by = (select app_person()) and status = 'queued');
create policy gate_adds on report for insert to kortelijn_gate with check (true);
create policy gate_works on report for update to kortelijn_gate using (true) with check (true);
grant select, insert (tenant_id, id, kind, school_id, board_id, by_lead, owner_id, starts_on, ends_on, as_of, made_by, asked_at),
  update (status, tries) on report to kortelijn_app;
grant insert, update (status, progress, content, pdf, xlsx, ods, failure, ended_at, run, tries, progressed_at) on report to kortelijn_gate;

create policy own on report_schedule for select to kortelijn_app using (tenant_id = (select app_tenant()) and made_by = (select app_person()));
create policy own_by_right on report_schedule for insert to kortelijn_app with check (tenant_id = (select app_tenant())
  and made_by = (select app_person()) and next_on > (select app_today()) and case kind
  when 'school' then case when by_lead then (select app_is('team_lead')) else school_id = any ((select app_ids('question_schools'))::uuid[]) end
  when 'board' then board_id = any ((select app_ids('boards'))::uuid[])
  when 'partnership' then (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  else (select app_is('secretary')) or (select app_is('team_lead')) end);
create policy own_stops on report_schedule for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and made_by = (select app_person()) and ended_on is null)
  with check (tenant_id = (select app_tenant()) and made_by = (select app_person()) and end_reason = 'stopped');
create policy gate_moves on report_schedule for update to kortelijn_gate using (true) with check (true);
grant select, insert (tenant_id, id, kind, school_id, board_id, by_lead, every, next_on, made_by, made_at), update (ended_on, end_reason) on report_schedule to kortelijn_app;
grant update (next_on, ended_on, end_reason) on report_schedule to kortelijn_gate;

create policy with_own_schedule on report_recipient for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from report_schedule s where s.tenant_id = report_recipient.tenant_id and s.id = report_recipient.schedule_id));
create policy of_own_schedule on report_recipient for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and exists (
  select from report_schedule s where s.tenant_id = report_recipient.tenant_id and s.id = report_recipient.schedule_id and s.ended_on is null));
create policy gate_ends on report_recipient for update to kortelijn_gate using (true) with check (true);
grant select, insert (tenant_id, schedule_id, appointment_id) on report_recipient to kortelijn_app;
grant update (ended_on) on report_recipient to kortelijn_gate;

create policy own on saved_view for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_saves on saved_view for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_forgets on saved_view for delete to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
grant select, insert, delete on saved_view to kortelijn_app;

/* The link goes to who has the right today, and to nobody else. */
create function recipient_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from report_schedule s join appointment a on a.tenant_id = s.tenant_id and a.id = new.appointment_id
      where s.tenant_id = new.tenant_id and s.id = new.schedule_id and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
        and report_right(s.kind, s.school_id, s.board_id, s.by_lead, a.role, a.school_id, a.board_id)) then
    raise exception using errcode = 'KL001', message = 'recipientHasRight';
  end if;
  return new;
end
$$;
call give_function('recipient_law()', 'kortelijn_gate', true);
create trigger recipient_is_lawful before insert on report_recipient for each row execute function recipient_law();

-- The job -----------------------------------------------------------------------------------------------------------------------------

/* The next report that waits, or whose maker has been silent for a minute (killed, restarted); from now on it is this run's. */
create function take_report(p_run uuid, p_clock timestamptz) returns table (report_tenant uuid, report_id uuid, report_maker uuid)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update report r set status = 'failed', failure = 'keepsEnding', ended_at = app_now()
  where r.status = 'running' and r.tries >= 3 and r.progressed_at < clock_timestamp() - interval '1 minute';
  return query
    with next as (
      select r.tenant_id, r.id from report r
      where r.status = 'queued' or (r.status = 'running' and r.progressed_at < clock_timestamp() - interval '1 minute')
      order by r.asked_at limit 1 for update skip locked
    )
    update report r set status = 'running', run = p_run, tries = r.tries + 1, progress = 0, failure = null, progressed_at = clock_timestamp()
    from next n where r.tenant_id = n.tenant_id and r.id = n.id
    returning r.tenant_id, r.id, r.made_by;
end
$$;
call give_function('take_report(uuid, timestamptz)', 'kortelijn_gate');

/* How far it is, said by who holds the run, in the name of who asked. Whether it is still theirs. */
create function progress_report(p_id uuid, p_run uuid, p_progress int) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with moved as (update report set progress = p_progress, progressed_at = clock_timestamp()
    where tenant_id = app_tenant() and made_by = app_person() and id = p_id and run = p_run and status = 'running' returning 1)
  select exists (select from moved)
$$;
call give_function('progress_report(uuid, uuid, int)', 'kortelijn_gate');

/* The whole report at once: it never changes after. */
create function finish_report(p_id uuid, p_run uuid, p_content jsonb, p_pdf bytea, p_xlsx bytea, p_ods bytea) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with done as (update report set status = 'done', progress = 100, content = p_content, pdf = p_pdf, xlsx = p_xlsx, ods = p_ods, ended_at = app_now(),
      progressed_at = clock_timestamp()
    where tenant_id = app_tenant() and made_by = app_person() and id = p_id and run = p_run and status = 'running' returning 1)
  select exists (select from done)
$$;
call give_function('finish_report(uuid, uuid, jsonb, bytea, bytea, bytea)', 'kortelijn_gate');

create function fail_report(p_run uuid, p_failure text, p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update report set status = 'failed', failure = p_failure, ended_at = app_now() where run = p_run and status = 'running';
end
$$;
call give_function('fail_report(uuid, text, timestamptz)', 'kortelijn_gate');

/* What has to be made and sent today. */
create function due_schedules(p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform only_a_job(p_clock);
  return (select coalesce(jsonb_agg(jsonb_build_object('tenantId', s.tenant_id, 'id', s.id, 'every', s.every, 'nextOn', s.next_on, 'today', app_today())
    order by s.next_on, s.id), '[]') from report_schedule s where s.ended_on is null and s.next_on <= app_today());
end
$$;
call give_function('due_schedules(timestamptz)', 'kortelijn_gate');

/* Asks for the report of a schedule in the name of who made it. Who lost the right is left out and never hears of it; who made it does. Gives
   the report and who gets its link; null: somebody else did it already. */
create function lay_report(p_tenant uuid, p_schedule uuid, p_id uuid, p_from date, p_until date, p_next date, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  s report_schedule;
  lost int;
  told uuid[];
  made uuid;
  why text;
begin
  perform only_a_job(p_clock);
  select * into s from report_schedule x where x.tenant_id = p_tenant and x.id = p_schedule and x.ended_on is null and x.next_on <= app_today()
    and x.next_on < p_next for update;
  if s.id is null then return null; end if;
  with gone as (
    update report_recipient r set ended_on = app_today() from appointment a left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where r.tenant_id = p_tenant and r.schedule_id = p_schedule and r.ended_on is null and a.tenant_id = r.tenant_id and a.id = r.appointment_id
      and (a.starts_on > app_today() or a.ends_on <= app_today() or p.suspended_at is not null
        or not report_right(s.kind, s.school_id, s.board_id, s.by_lead, a.role, a.school_id, a.board_id))
    returning 1
  ) select count(*) into lost from gone;
  select coalesce(array_agg(distinct a.person_id), '{}') into told from report_recipient r
    join appointment a on a.tenant_id = r.tenant_id and a.id = r.appointment_id
    where r.tenant_id = p_tenant and r.schedule_id = p_schedule and r.ended_on is null;
  if not exists (select from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
      where a.tenant_id = p_tenant and a.person_id = s.made_by and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
        and report_right(s.kind, s.school_id, s.board_id, s.by_lead, a.role, a.school_id, a.board_id)) then
    why := 'right_ended';
  elsif told = '{}' then
    why := 'nobody_left';
  end if;
  update report_schedule set next_on = p_next, ended_on = case when why is not null then app_today() end, end_reason = why
    where tenant_id = p_tenant and id = p_schedule;
  if why is null then
    insert into report (tenant_id, id, kind, school_id, board_id, by_lead, starts_on, ends_on, as_of, made_by, asked_at)
    values (p_tenant, p_id, s.kind, s.school_id, s.board_id, s.by_lead, p_from, p_until, app_today(), s.made_by, app_now())
    on conflict (tenant_id, kind, school_id, board_id, by_lead, owner_id, starts_on, ends_on, as_of) do nothing;
    select r.id into made from report r where r.tenant_id = p_tenant and r.kind = s.kind and r.school_id is not distinct from s.school_id
      and r.board_id is not distinct from s.board_id and r.by_lead = s.by_lead and r.owner_id is null and r.starts_on = p_from and r.ends_on = p_until and r.as_of = app_today();
  end if;
  insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
  values (p_tenant, gen_random_uuid(), app_now(), s.made_by, case when why is null then 'order' else 'stop' end,
    case when why is null then 'report' else 'report_schedule' end, coalesce(made, p_schedule), 'job');
  return jsonb_build_object('report', made, 'told', case when why is null then to_jsonb(told) else '[]'::jsonb end, 'madeBy', s.made_by,
    'lost', lost, 'ended', why);
end
$$;
call give_function('lay_report(uuid, uuid, uuid, date, date, date, timestamptz)', 'kortelijn_gate');

-- Fading ------------------------------------------------------------------------------------------------------------------------------

create policy eraser_reads on report for select to kortelijn_eraser using (true);
create policy eraser_removes on report for delete to kortelijn_eraser using (true);
grant select, delete on report to kortelijn_eraser;

/* A report goes when the questions it counts would. Gives how many. */
create function fade_reports(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  gone int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  delete from report r using tenant t where t.tenant_id = r.tenant_id
    and (day_of(r.asked_at) + make_interval(months => t.question_fade_months))::date <= app_today();
  get diagnostics gone = row_count;
  return gone;
end
$$;
call give_function('fade_reports(timestamptz)', 'kortelijn_eraser');
