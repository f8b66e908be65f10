-- The committee that advises and decides: who plans its meetings and writes down what came of them, and what holds whoever does.

/* What a partnership agreed about its committee. */
alter table tenant
  add committee_cut_off_days int not null default 7 check (committee_cut_off_days between 0 and 60), -- before a meeting
  add committee_quorum int not null default 2 check (committee_quorum between 1 and 9),
  add committee_warn_days int[] not null default '{60,20}' check (cardinality(committee_warn_days) between 1 and 4
    and 1 <= all (committee_warn_days) and 400 >= all (committee_warn_days)), -- before a decision ends
  add committee_address text check (length(committee_address) <= 300),
  add committee_signature text check (length(committee_signature) <= 200),
  add committee_objection text check (length(committee_objection) <= 4000); -- null: nobody looked at it yet, the product's own words
grant update (committee_cut_off_days, committee_quorum, committee_warn_days, committee_address, committee_signature, committee_objection)
  on tenant to kortelijn_app;

/* Notes of a meeting as a whole. What was said about a question stands with that question, where who may not take part does not read it. */
create table committee_minutes (
  tenant_id uuid not null references tenant,
  meeting_id uuid not null,
  text text not null check (length(text) <= 20000),
  primary key (tenant_id, meeting_id),
  foreign key (tenant_id, meeting_id) references committee_meeting
);
call put_under_law('committee_minutes');
create policy committee_reads on committee_minutes for select to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('committee')));

-- The secretary keeps the meetings ------------------------------------------------------------------------------------------

create policy secretary_plans on committee_meeting for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and (select app_is('secretary')) and made_by = (select app_person()) and status = 'planned');
create policy secretary_changes on committee_meeting for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and (select app_is('secretary'))) with check (tenant_id = (select app_tenant()));
grant insert (tenant_id, id, starts_at, place, cut_off_on, quorum, made_by) on committee_meeting to kortelijn_app;
grant update (starts_at, place, cut_off_on, quorum, status, version) on committee_meeting to kortelijn_app;

create policy secretary_writes on committee_minutes for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select app_is('secretary')));
create policy secretary_revises on committee_minutes for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and (select app_is('secretary'))) with check (tenant_id = (select app_tenant()));
grant select, insert, update (text) on committee_minutes to kortelijn_app;

create policy secretary_records on committee_attendance for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select app_is('secretary')));
create policy secretary_corrects on committee_attendance for delete to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('secretary')));
grant insert, delete on committee_attendance to kortelijn_app;

/* Planned, changed, held or cancelled: every code that stands in the way at once. */
create function meeting_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
  begun boolean;
begin
  if tg_op = 'UPDATE' then
    if new.version <> old.version + 1 then
      raise exception using errcode = 'KL002', message = 'somebody else changed this meeting first';
    end if;
    begun := old.starts_at <= app_now();
    if old.status = 'cancelled' or (old.status = 'held'
      and (new.starts_at, new.cut_off_on, new.quorum, new.status) is distinct from (old.starts_at, old.cut_off_on, old.quorum, old.status)) then
      unmet := unmet || text 'meetingOpen';
    elsif begun and (new.cut_off_on, new.quorum) is distinct from (old.cut_off_on, old.quorum) then
      unmet := unmet || text 'notYetBegun';
    end if;
    if new.status = 'held' and old.status = 'planned' then
      if not begun then unmet := unmet || text 'meetingBegun'; end if;
      if exists (select from agenda_item i where i.tenant_id = new.tenant_id and i.meeting_id = new.id and i.state = 'open') then
        unmet := unmet || text 'agendaSettled';
      end if;
      if not exists (select from committee_attendance a where a.tenant_id = new.tenant_id and a.meeting_id = new.id) then
        unmet := unmet || text 'somebodyPresent';
      end if;
    elsif new.status = 'cancelled' and old.status = 'planned' then
      if exists (select from agenda_item i where i.tenant_id = new.tenant_id and i.meeting_id = new.id and i.state = 'open') then
        unmet := unmet || text 'agendaEmpty';
      end if;
      if exists (select from agenda_item i where i.tenant_id = new.tenant_id and i.meeting_id = new.id and i.state in ('advised', 'decided')) then
        unmet := unmet || text 'nothingSettled';
      end if;
    end if;
  end if;
  if tg_op = 'INSERT' or new.starts_at <> old.starts_at then
    if new.starts_at <= app_now() or coalesce(begun, false) then unmet := unmet || text 'meetingAhead'; end if;
  end if;
  if (tg_op = 'INSERT' or new.cut_off_on <> old.cut_off_on) and new.cut_off_on < app_today() then unmet := unmet || text 'cutOffAhead'; end if;
  if new.cut_off_on > day_of(new.starts_at) then unmet := unmet || text 'cutOffBefore'; end if;
  if unmet <> '{}' then
    raise exception using errcode = 'KL001', message = array_to_string(unmet, ',');
  end if;
  return new;
end
$$;
call give_function('meeting_law()', 'kortelijn_gate', true);
create trigger meeting_is_lawful before insert or update on committee_meeting for each row execute function meeting_law();

/* Who was there: members of the committee of that day, written down on the day itself or later. Who took part in an item was there. */
create function attendance_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  m committee_meeting;
  day date;
  unmet text[] := '{}';
begin
  if tg_op = 'DELETE' then
    if exists (select from agenda_item_taker t join agenda_item i on i.tenant_id = t.tenant_id and i.id = t.item_id
      where i.tenant_id = old.tenant_id and i.meeting_id = old.meeting_id and t.person_id = old.person_id) then
      raise exception using errcode = 'KL001', message = 'tookNoPart';
    end if;
    return old;
  end if;
  select * into m from committee_meeting x where x.tenant_id = new.tenant_id and x.id = new.meeting_id;
  day := day_of(m.starts_at);
  if m.status = 'cancelled' then unmet := unmet || text 'meetingOpen'; end if;
  if day > app_today() then unmet := unmet || text 'meetingBegun'; end if;
  if not exists (select from appointment a where a.tenant_id = new.tenant_id and a.person_id = new.person_id and a.role = 'committee_member'
    and a.starts_on <= day and (a.ends_on is null or a.ends_on > day)) then
    unmet := unmet || text 'isMember';
  end if;
  if unmet <> '{}' then
    raise exception using errcode = 'KL001', message = array_to_string(unmet, ',');
  end if;
  return new;
end
$$;
call give_function('attendance_law()', 'kortelijn_gate', true);
create trigger attendance_is_lawful before insert or delete on committee_attendance for each row execute function attendance_law();

create function minutes_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from committee_meeting m where m.tenant_id = new.tenant_id and m.id = new.meeting_id and m.status <> 'cancelled'
    and day_of(m.starts_at) <= app_today()) then
    raise exception using errcode = 'KL001', message = 'meetingBegun';
  end if;
  return new;
end
$$;
call give_function('minutes_law()', 'kortelijn_gate', true);
create trigger minutes_are_lawful before insert or update on committee_minutes for each row execute function minutes_law();

/* A meeting that is being cancelled takes no question in: whoever is first, the other waits for it and then finds it so. */
create policy gate_locks on committee_meeting for update to kortelijn_gate using (true) with check (false);
grant update (version) on committee_meeting to kortelijn_gate;
create function agenda_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform from committee_meeting m where m.tenant_id = new.tenant_id and m.id = new.meeting_id and m.status = 'planned' for share;
  if not found then
    raise exception using errcode = 'KL001', message = 'meetingPlanned';
  end if;
  return new;
end
$$;
call give_function('agenda_law()', 'kortelijn_gate', true);
create trigger agenda_is_open before insert on agenda_item for each row execute function agenda_law();

-- Taking part ----------------------------------------------------------------------------------------------------------------

/* «Ik heb hiermee te maken»: a member keeps out of a question, for good. */
alter table recusal alter at set default app_now();
create policy member_keeps_out on recusal for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and person_id = (select app_person()) and (select app_is('committee')) and exists (
    select from agenda_item i where i.tenant_id = recusal.tenant_id and i.question_id = recusal.question_id));
grant insert (tenant_id, question_id, person_id) on recusal to kortelijn_app;

/* Which members cannot take part in which question of a meeting. The secretary sees all; a member only how many are not theirs. */
create function agenda_conflicts(p_meeting uuid) returns table (question_id uuid, person_id uuid, recused boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case when app_is('secretary') then q.id end, a.person_id, exists (
    select from recusal r where r.tenant_id = q.tenant_id and r.question_id = q.id and r.person_id = a.person_id)
  from committee_meeting m
  join agenda_item i on i.tenant_id = m.tenant_id and i.meeting_id = m.id and i.state <> 'withdrawn'
  join support_question q on q.tenant_id = i.tenant_id and q.id = i.question_id
  join appointment a on a.tenant_id = m.tenant_id and a.role = 'committee_member' and a.starts_on <= day_of(m.starts_at)
    and (a.ends_on is null or a.ends_on > day_of(m.starts_at))
  where m.tenant_id = app_tenant() and m.id = p_meeting and app_is('committee') and (app_is('secretary') or a.person_id = app_person())
    and has_conflict(q, a.person_id, day_of(m.starts_at))
$$;
call give_function('agenda_conflicts(uuid)', 'kortelijn_gate');

-- Deciding -------------------------------------------------------------------------------------------------------------------

/* Written just before the entry it belongs to; 0024 looks whether that entry decides. */
create policy committee_decides on decision for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and (select app_is('committee')) and warned_at is null and exists (
    select from support_question q where q.tenant_id = decision.tenant_id and q.id = decision.question_id and q.version + 1 = decision.version));
create policy committee_decides on decision_tlv for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and (select app_is('committee')) and exists (
    select from decision d where d.tenant_id = decision_tlv.tenant_id and d.id = decision_tlv.decision_id and d.kind = 'tlv'
      and (d.tenant_id, d.question_id, d.version) in (select q.tenant_id, q.id, q.version + 1 from support_question q)));
grant insert (tenant_id, id, question_id, version, kind, granted, dagdelen, budget, starts_on, ends_on) on decision to kortelijn_app;
grant insert on decision_tlv to kortelijn_app;

create function tlv_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from decision_tlv t where t.tenant_id = new.tenant_id and t.decision_id = new.id) then
    raise exception using errcode = 'KL001', message = 'tlvComplete';
  end if;
  return null;
end
$$;
call give_function('tlv_law()', 'kortelijn_gate', true);
create constraint trigger tlv_is_complete after insert on decision deferrable initially deferred
  for each row when (new.kind = 'tlv' and new.granted) execute function tlv_law();

/* Decisions to warn of on a day, for the reminders of the notices (0030): one whose last day comes within one of the terms of its
   partnership and that was not warned of since that term began. days: how many are left. */
create function decisions_that_end(p_today date) returns table (tenant_id uuid, question_id uuid, decision_id uuid, ends_on date, days int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select d.tenant_id, d.question_id, d.id, d.ends_on, d.ends_on - p_today
  from decision d join tenant t on t.tenant_id = d.tenant_id
  where d.granted and d.ends_on >= p_today and d.ends_on <= p_today + 400 and exists (
    select from unnest(t.committee_warn_days) as term
    where d.ends_on - term <= p_today and (d.warned_at is null or day_of(d.warned_at) < d.ends_on - term))
$$;
call give_function('decisions_that_end(date)', 'kortelijn_gate', true);
create policy gate_warns on decision for update to kortelijn_gate using (true) with check (true);
grant update (warned_at) on decision to kortelijn_gate;
