-- Notices: that there is something new, to whoever may read it, and to nobody else. A notice holds no name and no text: what it says is
-- made when it is read, from what its reader may read at that moment. Who loses sight of a concern loses its notices at once.

/* The kinds with what happens when somebody chose nothing. The same table as src/notices/notice.rules.ts; a test keeps them the same. */
create table notice_kind (
  kind text primary key,
  default_choice text not null check (default_choice in ('at_once', 'daily', 'never'))
);
insert into notice_kind (kind, default_choice) values
  ('concern_shared', 'at_once'), ('concern_step', 'daily'), ('invitation', 'daily'), ('board', 'at_once'), ('reminder', 'at_once'),
  ('handed_over', 'at_once'), ('note_fades', 'at_once'), ('concern_fades', 'daily'), ('account', 'at_once');

create table notice (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null references notice_kind,
  subject text not null check (subject in ('concern', 'conversation', 'person')),
  subject_id uuid not null,
  version int, -- of the subject, when the notice is about one version
  about text, -- of a reminder: what has to be done
  nth int, -- of a reminder within a term: the first or the second
  due_on date, -- last day of that term, or the day it is about
  at timestamptz not null,
  read_at timestamptz,
  mail text not null default 'new' check (mail in ('new', 'daily', 'done')),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
-- The same deed, passed term or day gives one notice, however often the clock asks.
create unique index "one notice of a thing" on notice
  (tenant_id, person_id, subject_id, kind, version, about, nth, (case when nth is null then due_on end)) nulls not distinct;
create index notice_newest on notice (tenant_id, person_id, at desc, id desc);
create index notice_unread on notice (tenant_id, person_id, subject_id) where read_at is null;
create index notice_to_mail on notice (mail, tenant_id, person_id) where mail <> 'done' and read_at is null;
create index notice_of_kind on notice (kind);

/* What somebody chose to get by mail; no row is the default of its kind. */
create table notice_choice (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  kind text not null references notice_kind,
  choice text not null check (choice in ('at_once', 'daily', 'never')),
  primary key (tenant_id, person_id, kind),
  foreign key (tenant_id, person_id) references person
);
create index notice_choice_of_kind on notice_choice (kind);

call put_under_law('notice_kind');
call put_under_law('notice');
call put_under_law('notice_choice');

create policy anybody_reads on notice_kind for select to kortelijn_app using (true);
grant select on notice_kind to kortelijn_app;

-- Own notices, as long as their subject can be read; of a step only who reads that entry.
create policy own on notice for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and person_id = (select app_person())
  and case subject
    when 'concern' then exists (select from concern c where c.tenant_id = notice.tenant_id and c.id = notice.subject_id)
      and (kind not in ('concern_shared', 'concern_step', 'invitation', 'board') or exists (select from concern_entry e
        where e.tenant_id = notice.tenant_id and e.concern_id = notice.subject_id and e.version = notice.version))
    when 'conversation' then exists (select from conversation k where k.tenant_id = notice.tenant_id and k.id = notice.subject_id)
    else subject_id = (select app_person())
  end);
create policy own_marks on notice for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and person_id = (select app_person()))
  with check (tenant_id = (select app_tenant()) and person_id = (select app_person()));
grant select on notice to kortelijn_app;
grant update (read_at) on notice to kortelijn_app;
create policy gate_tells on notice for insert to kortelijn_gate with check (true);
create policy gate_sorts on notice for update to kortelijn_gate using (true) with check (true);
grant insert, update (mail) on notice to kortelijn_gate;
-- What fades or is dropped takes its notices along.
create policy eraser_reads on notice for select to kortelijn_eraser using (true);
create policy eraser_removes on notice for delete to kortelijn_eraser using (true);
grant select, delete on notice to kortelijn_eraser;

create policy own on notice_choice for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_add on notice_choice for insert to kortelijn_app
  with check (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_change on notice_choice for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
grant select, insert on notice_choice to kortelijn_app;
grant update (choice) on notice_choice to kortelijn_app;

/* Everybody who may read a concern on a day: the same people as its policies; a test compares the two. */
create function concern_circle(c concern, p_today date) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select distinct a.person_id
  from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
  where a.tenant_id = c.tenant_id and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
    and (
      (a.person_id = c.author_id and (a.school_id = c.school_id or (a.school_id is null and a.role in ('specialist', 'team_lead'))))
      or (c.status <> 'noted' and (
        a.role = 'team_lead'
        or (a.school_id = c.school_id and (a.role in ('contact_person', 'school_director')
          or (a.role in ('support_coordinator', 'teacher') and exists (select from concern_entry_person x
            where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.person_id = a.person_id and x.participates))))))
      or (c.put_forward_at is not null and (a.role = 'partnership_director' or (a.role = 'board_member' and a.board_id = c.board_id))))
$$;
call give_function('concern_circle(concern, date)', 'kortelijn_gate', true);

/* Whether somebody is more to a concern than the board that it was put before, which reads part of it. */
create function reads_whole_concern(c concern, p_person uuid, p_today date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select concern_relations(c, p_person, p_today) && array['author', 'contact_person', 'school_director', 'team_lead', 'participant']
$$;
call give_function('reads_whole_concern(concern, uuid, date)', 'kortelijn_gate', true);

/* Leaves somebody a notice, once. For definer functions that have made sure that this person may know. */
create function tell(p_tenant uuid, p_person uuid, p_kind text, p_subject text, p_subject_id uuid, p_version int) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into notice (tenant_id, person_id, kind, subject, subject_id, version, at)
  values (p_tenant, p_person, p_kind, p_subject, p_subject_id, p_version, app_now())
  on conflict do nothing
$$;
call give_function('tell(uuid, uuid, text, text, uuid, int)', 'kortelijn_gate', true);

/* Each step is told to everybody who may read it, but not to who took it. Who is invited gets a letter for the calendar already. */
create function concern_entry_told() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c concern;
begin
  select * into c from concern where tenant_id = new.tenant_id and id = new.concern_id;
  insert into notice (tenant_id, person_id, kind, subject, subject_id, version, at, mail)
  select new.tenant_id, reader, case
      when new.step = 'share_with_director' or (new.step = 'add_participant' and named) then 'concern_shared'
      when new.step = 'answer_invitation' or (new.step = 'plan_conversation' and named) then 'invitation'
      when new.step in ('propose_board', 'withdraw_proposal', 'take_position', 'not_to_board', 'share_with_board', 'add_view', 'record_no_position')
        then 'board'
      else 'concern_step'
    end, 'concern', new.concern_id, new.version, new.at, case when new.step = 'plan_conversation' and named then 'done' else 'new' end
  from concern_circle(c, app_today()) as reader
  cross join lateral (select exists (select from concern_entry_person p where p.tenant_id = new.tenant_id
    and p.concern_id = new.concern_id and p.version = new.version and p.person_id = reader) as named) x
  where reader is distinct from new.person_id and (new.board_reads or reads_whole_concern(c, reader, app_today()))
  on conflict do nothing;
  return null;
end
$$;
call give_function('concern_entry_told()', 'kortelijn_gate', true);
create trigger step_is_told after insert on concern_entry for each row execute function concern_entry_told();

-- Reminders --------------------------------------------------------------------------------------------------------------
-- «In goed overleg» asks for an answer within ten school days. Whoever forgets is helped twice. How often is custom, not law: each
-- partnership chooses the days.
alter table tenant add first_reminder int not null default 4, add second_reminder int not null default 8,
  add constraint "two reminders within the term" check (1 <= first_reminder and first_reminder < second_reminder and second_reminder <= 9);
grant update (first_reminder, second_reminder) on tenant to kortelijn_app;

/* What has to be thought of today around the concerns that run: who by relation, and who by name. */
create function due_reminders(p_today date) returns table (
  c concern, about text, version int, nth int, due_on date, relations text[], named uuid[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with running as (
    select c, e.*, t.first_reminder, t.second_reminder
    from concern c join tenant t on t.tenant_id = c.tenant_id
    cross join lateral (
      select max(x.version) filter (where x.step = 'plan_conversation') as planned,
        max(x.version) filter (where x.step = 'answer_invitation' and x.relation = 'school_director') as answered,
        max(x.version) filter (where x.step = 'record_no_answer') as passed,
        max(x.version) filter (where x.step = 'hold_conversation' and x.from_status <> 'with_board') as held,
        max(x.version) filter (where x.step in ('confirm_report', 'record_not_confirmed')) as confirmed,
        max(x.version) filter (where x.step = 'propose_board') as proposed,
        max(x.version) filter (where x.step in ('take_position', 'record_no_position')
          or (x.step = 'propose_board' and x.relation = 'school_director')) as positioned
      from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id) e
    where c.status in ('with_director', 'working', 'board_proposed') and is_school_day(c.tenant_id, c.school_id, p_today)
  ), term as (
    select r.c, r.first_reminder, r.second_reminder, due.*, day_of(x.at) as began
    from running r
    cross join lateral (values
      ('answer_invitation', case when (r.c).status in ('with_director', 'working') and r.planned > coalesce(greatest(r.answered, r.held, r.passed), 0)
        then r.planned end),
      ('confirm_report', case when (r.c).status = 'working' and r.held > coalesce(r.confirmed, 0) then r.held end),
      ('take_position', case when (r.c).status = 'board_proposed' and coalesce(r.positioned, 0) < r.proposed then r.proposed end)
    ) as due (about, version)
    join concern_entry x on x.tenant_id = (r.c).tenant_id and x.concern_id = (r.c).id and x.version = due.version
  ), counted as (
    select *, school_day_count((c).tenant_id, (c).school_id, began, p_today) as days from term
  )
  select c, about, version, case when days >= second_reminder then 2 else 1 end,
    add_school_days((c).tenant_id, (c).school_id, began, 10), array['school_director'],
    -- Of an invitation also whoever else was asked and did not say yet.
    array(select p.person_id from concern_entry_person p where about = 'answer_invitation'
      and p.tenant_id = (c).tenant_id and p.concern_id = (c).id and p.version = counted.version
      and not exists (select from concern_entry y where y.tenant_id = p.tenant_id and y.concern_id = p.concern_id
        and y.version > p.version and y.step = 'answer_invitation' and y.person_id = p.person_id))
  from counted where days between first_reminder and 10
  union all
  -- The last school day before a talk.
  select r.c, 'talk', r.planned, null, day_of(k.starts_at), array['school_director'],
    array(select p.person_id from concern_entry_person p where p.tenant_id = k.tenant_id and p.concern_id = k.concern_id and p.version = k.version
      union select k.made_by)
  from running r join conversation k on k.tenant_id = (r.c).tenant_id and k.concern_id = (r.c).id and k.version = r.planned
  where r.planned > coalesce(r.held, 0) and day_of(k.starts_at) > p_today
    and school_day_count(k.tenant_id, k.school_id, p_today, day_of(k.starts_at) - 1) = 0
  union all
  -- An agreement, or to look back: two school days before, and when the day is there.
  select r.c, case when d.day > p_today then 'look_back_soon' else 'look_back' end, d.version, null, d.day,
    array['author', 'contact_person', 'school_director'], '{}'
  from running r
  cross join lateral (
    select distinct a.by_date as day, a.version from agreement a where a.tenant_id = (r.c).tenant_id and a.concern_id = (r.c).id
    union
    select n.on_date, n.version from concern_entry n where n.tenant_id = (r.c).tenant_id and n.concern_id = (r.c).id and n.step = 'not_to_board') d
  where (r.c).status = 'working'
    and (case when d.day > p_today then school_day_count((r.c).tenant_id, (r.c).school_id, p_today, d.day) <= 2
      else d.day > p_today - 14 end)
    and not exists (select from concern_entry y where y.tenant_id = (r.c).tenant_id and y.concern_id = (r.c).id
      and y.step in ('review', 'hold_conversation') and y.version > d.version and day_of(y.at) >= d.day)
  union all
  -- A director who will not talk: after two invitations that nobody answered the team lead calls.
  select r.c, 'call_director', r.passed, null, null, array['team_lead'], '{}'
  from running r
  where (r.c).status in ('with_director', 'working') and 2 <= (select count(*) from concern_entry y
    where y.tenant_id = (r.c).tenant_id and y.concern_id = (r.c).id and y.step = 'record_no_answer'
      and y.version > coalesce(greatest(r.answered, r.held), 0))
$$;
call give_function('due_reminders(date)', 'kortelijn_gate', true);

/* Whether it is seven o'clock yet: nobody is called out of bed. */
create function day_has_begun() returns boolean language sql stable
as $$ select (app_now() at time zone 'Europe/Amsterdam')::time >= '07:00' $$;

/* Leaves the reminders of today, each once, with who can act and may read; gives how many were new. */
create function leave_reminders(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  left_now int;
  more int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  if not day_has_begun() then
    return 0;
  end if;
  insert into notice (tenant_id, person_id, kind, subject, subject_id, version, about, nth, due_on, at)
  select (d.c).tenant_id, reader, 'reminder', 'concern', (d.c).id, d.version, d.about, d.nth, d.due_on, app_now()
  from due_reminders(app_today()) d
  cross join lateral concern_circle(d.c, app_today()) as reader
  where reader = any (d.named) or concern_relations(d.c, reader, app_today()) && d.relations
  on conflict do nothing;
  get diagnostics left_now = row_count;

  insert into notice (tenant_id, person_id, kind, subject, subject_id, about, due_on, at)
  select k.tenant_id, k.made_by, 'reminder', 'conversation', k.id, 'talk', day_of(k.starts_at), app_now()
  from tenant t join conversation k on k.tenant_id = t.tenant_id
  where k.concern_id is null and k.starts_at > app_now() and k.starts_at < app_now() + interval '70 days'
    and day_of(k.starts_at) > app_today() and is_school_day(k.tenant_id, k.school_id, app_today())
    and school_day_count(k.tenant_id, k.school_id, app_today(), day_of(k.starts_at) - 1) = 0
  on conflict do nothing;
  get diagnostics more = row_count;
  return left_now + more;
end
$$;
call give_function('leave_reminders(timestamptz)', 'kortelijn_gate');
create index conversation_ahead on conversation (tenant_id, starts_at);

-- By mail ----------------------------------------------------------------------------------------------------------------

/* Whether somebody may still know what a notice is about. Asked again when a letter is laid ready. */
create function may_know(n notice, p_today date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case n.subject
    when 'concern' then exists (select from concern c where c.tenant_id = n.tenant_id and c.id = n.subject_id
      and n.person_id in (select concern_circle(c, p_today))
      and (n.kind not in ('concern_shared', 'concern_step', 'invitation', 'board') or exists (select from concern_entry e
        where e.tenant_id = n.tenant_id and e.concern_id = n.subject_id and e.version = n.version
          and (e.board_reads or reads_whole_concern(c, n.person_id, p_today)))))
    when 'conversation' then exists (select from conversation k join appointment a on a.tenant_id = k.tenant_id and a.person_id = n.person_id
      where k.tenant_id = n.tenant_id and k.id = n.subject_id and (a.school_id = k.school_id or (a.school_id is null and a.board_id is null))
        and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today))
    else n.subject_id = n.person_id
  end and not exists (select from person p where p.tenant_id = n.tenant_id and p.id = n.person_id and p.suspended_at is not null)
$$;
call give_function('may_know(notice, date)', 'kortelijn_gate', true);

/* Lays one letter ready for a number of notices. p_words: «subject», «one» and «many» (with {n} for the number). */
create function mail_notices(p_tenant uuid, p_person uuid, p_kind text, p_key text, p_count int, p_words jsonb) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  select queue_mail(p_tenant, p_person, p_kind, p_key, p_words ->> 'subject',
    array[case p_count when 1 then p_words ->> 'one' else replace(p_words ->> 'many', '{n}', p_count::text) end],
    '/berichten', null, null)
$$;
call give_function('mail_notices(uuid, uuid, text, text, int, jsonb)', 'kortelijn_gate', true);

/* Sorts what is new by what each person chose; who gets it at once gets one letter for all of it. Gives the number of letters.
   What lay there for more than a day is no news at once any more, and after a week no news at all. */
create function mail_new_notices(p_clock timestamptz, p_words jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  letter record;
  letters int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  for letter in
    with fresh as materialized (
      select n.tenant_id, n.id from notice n where n.mail = 'new' and n.read_at is null order by n.tenant_id, n.person_id limit 1000 for update skip locked
    ), sorted as (
      update notice n set mail = case chosen.choice when 'daily' then 'daily' else 'done' end
      from fresh f join notice x on x.tenant_id = f.tenant_id and x.id = f.id
      cross join lateral (select coalesce(
        (select o.choice from notice_choice o where o.tenant_id = x.tenant_id and o.person_id = x.person_id and o.kind = x.kind),
        (select k.default_choice from notice_kind k where k.kind = x.kind)) as wanted) own
      cross join lateral (select case when x.at < app_now() - interval '7 days' then 'never'
        when own.wanted = 'at_once' and x.at < app_now() - interval '1 day' then 'daily' else own.wanted end as choice) chosen
      where n.tenant_id = f.tenant_id and n.id = f.id
      returning n as notice, n.tenant_id, n.person_id, n.id, chosen.choice
    )
    select s.tenant_id, s.person_id, max(s.id::text) as last, count(*)::int as found from sorted s
    where s.choice = 'at_once' and may_know(s.notice, app_today())
    group by s.tenant_id, s.person_id
  loop
    perform mail_notices(letter.tenant_id, letter.person_id, 'notices', 'notices ' || letter.last, letter.found, p_words);
    letters := letters + 1;
  end loop;
  return letters;
end
$$;
call give_function('mail_new_notices(timestamptz, jsonb)', 'kortelijn_gate');

/* The days whose overview went out, so that a day has one, however often and by whomever it is asked. */
create table notice_day (
  tenant_id uuid not null references tenant,
  day date not null,
  primary key (tenant_id, day)
);
call put_under_law('notice_day');
create policy gate_keeps on notice_day for insert to kortelijn_gate with check (true);
grant insert on notice_day to kortelijn_gate;

/* The overview of a school day, from seven o'clock: one letter with how many notices nobody opened. Gives the number of letters. */
create function mail_daily_notices(p_clock timestamptz, p_words jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  partnership uuid;
  letter record;
  letters int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  if not day_has_begun() then
    return 0;
  end if;
  for partnership in
    select t.tenant_id from tenant t where is_school_day(t.tenant_id, null, app_today())
      and not exists (select from notice_day d where d.tenant_id = t.tenant_id and d.day = app_today())
  loop
    insert into notice_day (tenant_id, day) values (partnership, app_today()) on conflict do nothing;
    continue when not found;
    for letter in
      with waiting as (
        update notice n set mail = 'done' where n.tenant_id = partnership and n.mail = 'daily' and n.read_at is null returning n as notice, n.person_id
      )
      select w.person_id, count(*)::int as found from waiting w where may_know(w.notice, app_today()) group by w.person_id
    loop
      perform mail_notices(partnership, letter.person_id, 'overview', 'overview ' || letter.person_id || ' ' || app_today(), letter.found, p_words);
      letters := letters + 1;
    end loop;
  end loop;
  return letters;
end
$$;
call give_function('mail_daily_notices(timestamptz, jsonb)', 'kortelijn_gate');
