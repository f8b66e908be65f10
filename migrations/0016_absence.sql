-- Absence: one act hands over somebody's work. The stand-in holds the same role for a period of their own, and rights follow from
-- that; who is away keeps their appointment and reads on. What each concern tells of it stands in hand_over.

create table absence (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  stand_in_id uuid not null,
  starts_on date not null,
  ends_on date, -- half-open, as an appointment
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, stand_in_id) references person,
  foreign key (tenant_id, made_by) references person,
  constraint "nobody stands in for themselves" check (person_id <> stand_in_id),
  constraint "an absence ends after it begins" check (ends_on > starts_on)
);
create index absence_of_person on absence (tenant_id, person_id);
create index absence_of_stand_in on absence (tenant_id, stand_in_id);
create index absence_made_by on absence (tenant_id, made_by);

/* Which appointments were handed over. */
create table absence_appointment (
  tenant_id uuid not null references tenant,
  absence_id uuid not null,
  appointment_id uuid not null,
  primary key (tenant_id, absence_id, appointment_id),
  foreign key (tenant_id, absence_id) references absence,
  foreign key (tenant_id, appointment_id) references appointment
);
create index absence_of_appointment on absence_appointment (tenant_id, appointment_id);

/* The stand-in's appointments for it. */
alter table appointment add column absence_id uuid;
alter table appointment add constraint appointment_of_absence foreign key (tenant_id, absence_id) references absence;
create index appointment_by_absence on appointment (tenant_id, absence_id);

/* A line on the timeline: the work around this concern was handed over, or taken back. Never changed. */
create table hand_over (
  tenant_id uuid not null references tenant,
  id uuid not null,
  concern_id uuid not null,
  absence_id uuid not null,
  kind text not null check (kind in ('begun', 'ended')),
  role text not null,
  person_id uuid not null,
  stand_in_id uuid not null,
  starts_on date not null,
  ends_on date,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, concern_id, absence_id, kind, role),
  foreign key (tenant_id, concern_id) references concern,
  foreign key (tenant_id, absence_id) references absence,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, stand_in_id) references person
);
create index hand_over_of_absence on hand_over (tenant_id, absence_id);
create index hand_over_of_person on hand_over (tenant_id, person_id);
create index hand_over_of_stand_in on hand_over (tenant_id, stand_in_id);

call put_under_law('absence');
call put_under_law('absence_appointment');
call put_under_law('hand_over');

create policy concerned_read on absence for select to kortelijn_app using (tenant_id = (select app_tenant())
  and ((select app_person()) in (person_id, stand_in_id) or (select app_is('administrator')) or (select app_is('team_lead'))));
create policy with_its_absence on absence_appointment for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from absence x where x.tenant_id = absence_appointment.tenant_id and x.id = absence_appointment.absence_id));
-- Who reads the concern reads who stands in. Nothing else tells whether a school has one.
create policy with_its_concern on hand_over for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from concern c where c.tenant_id = hand_over.tenant_id and c.id = hand_over.concern_id and c.status <> 'noted'));
grant select on absence, absence_appointment, hand_over to kortelijn_app;

create policy gate_arranges on absence for insert to kortelijn_gate with check (true);
create policy gate_ends on absence for update to kortelijn_gate using (ended_at is null) with check (true);
create policy gate_arranges on absence_appointment for insert to kortelijn_gate with check (true);
create policy gate_tells on hand_over for insert to kortelijn_gate with check (true);
create policy gate_appoints on appointment for insert to kortelijn_gate with check (absence_id is not null);
create policy gate_ends on appointment for update to kortelijn_gate using (absence_id is not null) with check (absence_id is not null);
create policy gate_takes_back on appointment for delete to kortelijn_gate using (absence_id is not null and starts_on >= app_today());
create policy gate_invites on concern_entry_person for insert to kortelijn_gate with check (not participates);
grant insert on absence, absence_appointment, hand_over, appointment, concern_entry_person to kortelijn_gate;
grant update (ends_on, ended_at) on absence to kortelijn_gate;
grant update (ends_on, version) on appointment to kortelijn_gate;
grant delete on appointment to kortelijn_gate;

-- An appointment that an absence made ends with that absence, and is not made by hand.
revoke insert on appointment from kortelijn_app;
grant insert (tenant_id, id, person_id, role, board_id, school_id, acting, starts_on, ends_on, version) on appointment to kortelijn_app;
revoke update on appointment from kortelijn_app;
grant update (starts_on, ends_on, acting, version) on appointment to kortelijn_app;

-- A stand-in joins an invitation that is open. Whoever works as the program still adds people to their own next entry alone.
drop trigger person_waits on concern_entry_person;
create trigger person_waits before insert on concern_entry_person for each row when (current_user <> 'kortelijn_gate')
  execute function concern_part_law();

/* Why somebody cannot take this appointment over from p_from on, as codes; empty = they can. Each side of the talk is kept apart: a
   director's stand-in comes from the schools and is not of the board, a contact person's or team lead's from the partnership. */
create function stand_in_unmet(p_stand_in uuid, a appointment, p_from date) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with theirs as (
    select x.role, x.school_id, x.board_id from appointment x
    where x.tenant_id = a.tenant_id and x.person_id = p_stand_in and x.starts_on <= p_from and (x.ends_on is null or x.ends_on > p_from)
      and x.absence_id is null
  )
  select array_remove(array[
    case when a.role not in ('contact_person', 'school_director', 'team_lead') then 'handsOverThisRole' end,
    case when not exists (select from theirs where case when a.role = 'school_director'
      then role = 'school_director' or (role in ('support_coordinator', 'teacher') and school_id = a.school_id)
      else role in ('contact_person', 'specialist', 'team_lead') end) then 'worksOnThatSide' end,
    case when a.role = 'school_director' and exists (select from theirs t where
        (t.role = 'board_member' and t.board_id = (select s.board_id from school s where s.tenant_id = a.tenant_id and s.id = a.school_id))
        or (t.role = 'contact_person' and t.school_id = a.school_id) or t.role in ('team_lead', 'partnership_director'))
      or a.role = 'contact_person' and exists (select from theirs t where t.school_id = a.school_id
        and t.role in ('school_director', 'support_coordinator', 'teacher'))
      or a.role = 'team_lead' and exists (select from theirs t where t.role in ('partnership_director', 'board_member', 'school_director'))
      then 'bothSides' end
  ], null)
$$;
call give_function('stand_in_unmet(uuid, appointment, date)', 'kortelijn_gate', true);

/* Hands over appointments: to whom, from when, and until when (half-open; null: until it is ended). By an administrator, a team
   lead or whoever is away. Raises KL001 with every code that stands in the way. */
create function arrange_absence(p_id uuid, p_person uuid, p_stand_in uuid, p_from date, p_until date, p_appointments uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t constant uuid := app_tenant();
  unmet text[] := '{}';
  a appointment;
  until date;
begin
  if t is null or not coalesce(app_is('administrator') or app_is('team_lead') or app_person() = p_person, false) then
    raise insufficient_privilege using message = 'not theirs to hand over';
  end if;
  -- One act at a time: two at once would both find nothing in the way.
  perform pg_advisory_xact_lock(hashtextextended('absence ' || t, 0));
  if not exists (select from person x where x.tenant_id = t and x.id = p_stand_in and x.suspended_at is null)
    or not exists (select from person x where x.tenant_id = t and x.id = p_person) then
    unmet := unmet || text 'personKnown';
  end if;
  if p_person = p_stand_in then unmet := unmet || text 'otherPerson'; end if;
  if p_from < app_today() or p_from > app_today() + 366 then unmet := unmet || text 'startsNow'; end if;
  if p_until <= p_from then unmet := unmet || text 'endsLater'; end if;
  if coalesce(cardinality(p_appointments), 0) = 0 or exists (select from unnest(p_appointments) as w (id) where not exists (
      select from appointment x where x.tenant_id = t and x.id = w.id and x.person_id = p_person and x.absence_id is null
        and x.starts_on <= p_from and (x.ends_on is null or x.ends_on > p_from))) then
    unmet := unmet || text 'theirAppointments';
  end if;
  if exists (select from absence_appointment h join absence x on x.tenant_id = h.tenant_id and x.id = h.absence_id
      where h.tenant_id = t and h.appointment_id = any (p_appointments) and x.ended_at is null
        and daterange(x.starts_on, x.ends_on) && daterange(p_from, case when p_until > p_from then p_until end)) then
    unmet := unmet || text 'notYetHandedOver';
  end if;
  if unmet = '{}' then
    select coalesce(array_agg(distinct code), '{}') into unmet
    from appointment x, unnest(stand_in_unmet(p_stand_in, x, p_from)) as code where x.tenant_id = t and x.id = any (p_appointments);
  end if;
  if unmet <> '{}' then
    raise exception using errcode = 'KL001', message = array_to_string(unmet, ',');
  end if;

  insert into absence (tenant_id, id, person_id, stand_in_id, starts_on, ends_on, made_by, made_at)
  values (t, p_id, p_person, p_stand_in, p_from, p_until, app_person(), app_now());
  for a in select * from appointment x where x.tenant_id = t and x.id = any (p_appointments) order by x.id loop
    until := least(p_until, a.ends_on);
    insert into absence_appointment (tenant_id, absence_id, appointment_id) values (t, p_id, a.id);
    -- Who holds the role there themselves the whole time needs no other appointment.
    if not exists (select from appointment x where x.tenant_id = t and x.person_id = p_stand_in and x.role = a.role
        and x.school_id is not distinct from a.school_id and x.board_id is not distinct from a.board_id
        and daterange(x.starts_on, x.ends_on) @> daterange(p_from, until)) then
      insert into appointment (tenant_id, id, person_id, role, school_id, board_id, acting, starts_on, ends_on, absence_id)
      values (t, gen_random_uuid(), p_stand_in, a.role, a.school_id, a.board_id, a.role = 'school_director', p_from, until, p_id);
    end if;
    perform tell_hand_over(t, p_id, 'begun', a, p_person, p_stand_in, p_from, until);
  end loop;
  insert into notice (tenant_id, person_id, kind, subject, subject_id, due_on, at)
  select t, p_stand_in, 'handed_over', 'person', p_stand_in, p_from, app_now() where p_stand_in <> app_person() on conflict do nothing;
end
$$;

/* What the concerns concerned hear of it: a line on the timeline, a notice for everybody who may read along, and a place for the
   stand-in in an invitation that is open. Whether there are any, the caller is not told. */
create function tell_hand_over(p_tenant uuid, p_absence uuid, p_kind text, a appointment, p_person uuid, p_stand_in uuid, p_from date, p_until date)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c concern;
begin
  for c in
    select x.* from concern x
    where x.tenant_id = p_tenant and x.status in ('with_director', 'working', 'board_proposed', 'with_board')
      and (a.school_id is null or x.school_id = a.school_id) and (x.about = 'school' or a.role <> 'contact_person')
    order by x.id
  loop
    insert into hand_over (tenant_id, id, concern_id, absence_id, kind, role, person_id, stand_in_id, starts_on, ends_on, at)
    values (p_tenant, gen_random_uuid(), c.id, p_absence, p_kind, a.role, p_person, p_stand_in, p_from, p_until, app_now())
    on conflict do nothing;
    insert into notice (tenant_id, person_id, kind, subject, subject_id, version, due_on, at)
    select p_tenant, reader, 'handed_over', 'concern', c.id, c.version, case p_kind when 'begun' then p_from else app_today() end, app_now()
    from (select concern_circle(c, app_today()) as reader union select p_stand_in) r
    where reader <> app_person() and (p_kind = 'begun' or reader <> p_stand_in)
    on conflict do nothing;
    if p_kind = 'begun' then
      insert into concern_entry_person (tenant_id, concern_id, version, person_id)
      select k.tenant_id, k.concern_id, k.version, p_stand_in from conversation k
      where k.tenant_id = p_tenant and k.concern_id = c.id
        and k.version = (select max(x.version) from conversation x where x.tenant_id = p_tenant and x.concern_id = c.id)
        and exists (select from concern_entry_person i where i.tenant_id = k.tenant_id and i.concern_id = k.concern_id
          and i.version = k.version and i.person_id = p_person)
        and not exists (select from concern_entry x where x.tenant_id = k.tenant_id and x.concern_id = k.concern_id and x.version > k.version
          and (x.step in ('hold_conversation', 'record_no_answer')
            or (k.starts_at is null and x.step = 'answer_invitation' and x.relation = 'school_director')))
        and (k.starts_at is null or (k.starts_at > app_now() and daterange(p_from, p_until) @> day_of(k.starts_at)))
      on conflict do nothing;
    end if;
  end loop;
end
$$;
call give_function('tell_hand_over(uuid, uuid, text, appointment, uuid, uuid, date, date)', 'kortelijn_gate', true);
call give_function('arrange_absence(uuid, uuid, uuid, date, date, uuid[])', 'kortelijn_gate');

/* Ends an absence today: from now on the stand-in's appointments hold no more. False when there is none (any more) for who asks. */
create function end_absence(p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  x absence;
  a appointment;
begin
  select * into x from absence where tenant_id = app_tenant() and id = p_id for update;
  if x.id is null or x.ended_at is not null or x.ends_on <= app_today()
    or not coalesce(app_is('administrator') or app_is('team_lead') or app_person() = x.person_id, false) then
    return false;
  end if;
  update absence set ended_at = app_now() where tenant_id = x.tenant_id and id = x.id;
  update appointment set ends_on = app_today(), version = version + 1
    where tenant_id = x.tenant_id and absence_id = x.id and starts_on < app_today() and (ends_on is null or ends_on > app_today());
  delete from appointment where tenant_id = x.tenant_id and absence_id = x.id and starts_on >= app_today();
  for a in select p.* from absence_appointment h join appointment p on p.tenant_id = h.tenant_id and p.id = h.appointment_id
    where h.tenant_id = x.tenant_id and h.absence_id = x.id order by p.id
  loop
    perform tell_hand_over(x.tenant_id, x.id, 'ended', a, x.person_id, x.stand_in_id, x.starts_on, app_today());
  end loop;
  return true;
end
$$;
call give_function('end_absence(uuid)', 'kortelijn_gate');

-- Who fades from a concern fades from these lines too.
create policy gate_removes on hand_over for delete to kortelijn_gate using (true);
grant delete on hand_over to kortelijn_gate;
create function hand_overs_fade() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from hand_over where tenant_id = new.tenant_id and concern_id = new.id;
  return null;
end
$$;
call give_function('hand_overs_fade()', 'kortelijn_gate', true);
create trigger hand_overs_fade after update of faded_at on concern for each row
  when (old.faded_at is null and new.faded_at is not null) execute function hand_overs_fade();
