-- Notices: that there is something new, to whoever may read it, and to nobody else. A notice holds no name and no text: what it says is
-- made when it is read, from what its reader may read at that moment. Who loses sight of a concern loses its notices at once.

/* The kinds with what happens when somebody chose nothing. The same table as src/notices/notice.rules.ts; a test keeps them the same. */
create table notice_kind (
  kind text primary key,
  default_choice text not null check (default_choice in ('at_once', 'daily', 'never'))
);
insert into notice_kind (kind, default_choice) values
  ('concern_shared', 'at_once'), ('concern_step', 'daily'), ('invitation', 'at_once'), ('board', 'at_once'), ('reminder', 'at_once'),
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

/* Each step is told to everybody who may read it, but not to who took it. */
create function concern_entry_told() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c concern;
begin
  select * into c from concern where tenant_id = new.tenant_id and id = new.concern_id;
  perform tell(new.tenant_id, reader, case
      when new.step = 'share_with_director' then 'concern_shared'
      when new.step = 'add_participant' and named then 'concern_shared'
      when new.step in ('plan_conversation', 'answer_invitation') then 'invitation'
      when new.step in ('propose_board', 'withdraw_proposal', 'take_position', 'not_to_board', 'share_with_board', 'add_view', 'record_no_position')
        then 'board'
      else 'concern_step'
    end, 'concern', new.concern_id, new.version)
  from concern_circle(c, app_today()) as reader
  cross join lateral (select exists (select from concern_entry_person p where p.tenant_id = new.tenant_id
    and p.concern_id = new.concern_id and p.version = new.version and p.person_id = reader) as named) x
  where reader is distinct from new.person_id and (new.board_reads or reads_whole_concern(c, reader, app_today()));
  return null;
end
$$;
call give_function('concern_entry_told()', 'kortelijn_gate', true);
create trigger step_is_told after insert on concern_entry for each row execute function concern_entry_told();
