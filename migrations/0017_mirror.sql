-- The mirror: a school's concern about the partnership goes the same way, through the same table, guards and terms. What differs is
-- who sits where: concern_protocol names seats, and concern_seat says which appointments fill them for each kind of concern.
-- «altijd eerst»: a mirrored concern goes to the team lead first, and to the partnership director only after a talk with them.

alter table concern add column about text not null default 'school' check (about in ('school', 'partnership'));
grant insert (about) on concern to kortelijn_app;
alter table concern drop constraint "with the board means put forward to a board";
alter table concern add constraint "with the board means put forward to a board"
  check (status <> 'with_board' or (put_forward_at is not null and (board_id is not null) = (about = 'school')));
create index concern_mirrored on concern (tenant_id, touched_at desc, id desc) where about = 'partnership' and status <> 'noted';

/* The same table as `seats` in src/concerns/concern.rules.ts; a test keeps them the same. */
create table concern_seat (
  about text not null check (about in ('school', 'partnership')),
  seat text not null,
  role text not null,
  place text not null check (place in ('school', 'board', 'tenant')), -- the concern's own school, that school's board, or the partnership
  primary key (about, seat, role, place)
);
insert into concern_seat (about, seat, role, place) values
  ('school', 'author', 'contact_person', 'school'),
  ('school', 'author', 'specialist', 'school'),
  ('school', 'author', 'school_director', 'school'),
  ('school', 'author', 'support_coordinator', 'school'),
  ('school', 'author', 'teacher', 'school'),
  ('school', 'author', 'specialist', 'tenant'),
  ('school', 'author', 'team_lead', 'tenant'),
  ('school', 'contact_person', 'contact_person', 'school'),
  ('school', 'school_director', 'school_director', 'school'),
  ('school', 'team_lead', 'team_lead', 'tenant'),
  ('school', 'partnership_director', 'partnership_director', 'tenant'),
  ('school', 'board_member', 'board_member', 'board'),
  ('school', 'participant', 'support_coordinator', 'school'),
  ('school', 'participant', 'teacher', 'school'),
  ('partnership', 'author', 'school_director', 'school'),
  ('partnership', 'author', 'support_coordinator', 'school'),
  ('partnership', 'author', 'teacher', 'school'),
  ('partnership', 'contact_person', 'school_director', 'school'),
  ('partnership', 'school_director', 'team_lead', 'tenant'),
  ('partnership', 'team_lead', 'school_director', 'school'),
  ('partnership', 'board_member', 'partnership_director', 'tenant'),
  ('partnership', 'participant', 'support_coordinator', 'school'),
  ('partnership', 'participant', 'teacher', 'school'),
  ('partnership', 'participant', 'contact_person', 'school');
call put_under_law('concern_seat');
create policy anybody_reads on concern_seat for select to kortelijn_app using (true);
grant select on concern_seat to kortelijn_app;

/* Every appointment, past and future too, that fills a seat around a concern. A concern put forward stays with the board of that moment. */
create function seat_appointments(c concern, p_seat text) returns setof appointment
language sql stable
as $$
  select a.* from concern_seat s join appointment a on a.tenant_id = c.tenant_id and a.school_id = c.school_id and a.role = s.role
  where s.about = c.about and s.seat = p_seat and s.place = 'school'
  union all
  select a.* from concern_seat s join appointment a on a.tenant_id = c.tenant_id and a.school_id is null and a.board_id is null and a.role = s.role
  where s.about = c.about and s.seat = p_seat and s.place = 'tenant'
  union all
  select a.* from concern_seat s join appointment a on a.tenant_id = c.tenant_id and a.role = s.role and a.board_id = coalesce(c.board_id, (
    select x.board_id from school x where x.tenant_id = c.tenant_id and x.id = c.school_id))
  where s.about = c.about and s.seat = p_seat and s.place = 'board'
$$;

create function sits(c concern, p_seat text, p_person uuid, p_day date) returns boolean
language sql stable
as $$
  select exists (select from seat_appointments(c, p_seat) a
    where a.person_id = p_person and a.starts_on <= p_day and (a.ends_on is null or a.ends_on > p_day))
$$;

/* Whether it is known who would be next: the school's board, or a partnership director. */
create function upper_known(c concern) returns boolean
language sql stable
as $$
  select case c.about
    when 'school' then (select s.board_id from school s where s.tenant_id = c.tenant_id and s.id = c.school_id) is not null
    else exists (select from seat_appointments(c, 'board_member') a where a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()))
  end
$$;

/* What a person is to a concern on a day: the seats they fill, and what they did. */
create or replace function concern_relations(c concern, p_person uuid, p_today date) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with held as (
    select a.person_id, s.seat
    from appointment a join concern_seat s on s.about = c.about and s.role = a.role and case s.place
      when 'school' then a.school_id = c.school_id
      when 'board' then a.board_id = c.board_id
      else a.school_id is null and a.board_id is null end
    where a.tenant_id = c.tenant_id and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
      and a.person_id in (p_person, c.author_id)
  ), known as (
    select coalesce(array_agg(seat) filter (where person_id = p_person), '{}') as mine,
      coalesce(bool_or(person_id = c.author_id and seat = 'author'), false) as author_stays
    from held
  )
  select array_remove(array[
    case when (c.author_id = p_person and author_stays) or (not author_stays and 'contact_person' = any (mine)) then 'author' end,
    case when 'contact_person' = any (mine) then 'contact_person' end,
    case when 'school_director' = any (mine) then 'school_director' end,
    case when 'team_lead' = any (mine) then 'team_lead' end,
    case when 'partnership_director' = any (mine) then 'partnership_director' end,
    case when 'board_member' = any (mine) and c.put_forward_at is not null then 'board_member' end,
    case when c.proposer_id = p_person and mine && array['author', 'contact_person', 'school_director'] then 'proposer' end,
    case when 'participant' = any (mine)
      and exists (select from concern_entry_person p where p.tenant_id = c.tenant_id and p.person_id = p_person and p.concern_id = c.id and p.participates)
      then 'participant' end
  ], null)
  from known
$$;

/* What stands in the way of an entry, as the codes of concern.rules.ts; empty = the step is lawful. */
create or replace function concern_unmet(c concern, e concern_entry) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
  today constant date := app_today();
  plan int;
  held int;
  proposed int;
begin
  -- The latest invitation that nobody settled, the latest report that waits for the director, the latest proposal.
  select max(version) filter (where step = 'plan_conversation'), max(version) filter (where step = 'propose_board'),
    max(version) filter (where step = 'hold_conversation' and from_status <> 'with_board')
    into plan, proposed, held from concern_entry where tenant_id = c.tenant_id and concern_id = c.id;
  if exists (select from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.version > plan
      and (x.step in ('hold_conversation', 'record_no_answer') or (x.step = 'answer_invitation' and x.relation = 'school_director'))) then
    plan := null;
  end if;
  if exists (select from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.version > held and x.step = 'confirm_report') then
    held := null;
  end if;

  if e.step in ('share_with_director', 'plan_conversation') and not exists (
      select from seat_appointments(c, 'school_director') a where a.starts_on <= today and (a.ends_on is null or a.ends_on > today)) then
    unmet := unmet || text 'directorAppointed';
  end if;

  case e.step
    when 'share_with_director' then
      if coalesce(c.meaning_for_children, '') !~ '\S' then unmet := unmet || text 'meaningForChildren'; end if;
      if coalesce(c.goes_well, '') !~ '\S' then unmet := unmet || text 'goesWell'; end if;
      if btrim(c.impression, E' \t\r\n') = btrim(c.observation, E' \t\r\n') then unmet := unmet || text 'factAndImpressionApart'; end if;

    when 'add_participant' then
      if (select coalesce(bool_and(sits(c, 'participant', p.person_id, today)), false)
          from concern_entry_person p where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = e.version) is false then
        unmet := unmet || text 'worksAtSchool';
      end if;
      if exists (select from concern_entry_person p join concern_entry_person before using (tenant_id, concern_id, person_id)
          where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = e.version and before.version < e.version and before.participates) then
        unmet := unmet || text 'notYetParticipant';
      end if;

    when 'plan_conversation' then
      if plan is not null then unmet := unmet || text 'noOpenInvitation'; end if;
      if not exists (select from conversation_proposal p where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = e.version)
        or exists (select from conversation_proposal p where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = e.version and p.starts_at <= app_now()) then
        unmet := unmet || text 'proposalsAhead';
      end if;
      if exists (select from concern_entry_person p where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = e.version
          and not concern_relations(c, p.person_id, today) && array['author', 'contact_person', 'school_director', 'participant']) then
        unmet := unmet || text 'invitedTakePart';
      end if;
      if not 'directorAppointed' = any (unmet) and not exists (select from concern_entry_person p where p.tenant_id = c.tenant_id
          and p.concern_id = c.id and p.version = e.version and sits(c, 'school_director', p.person_id, today)) then
        unmet := unmet || text 'directorInvited';
      end if;

    when 'answer_invitation' then
      if plan is null then
        unmet := unmet || text 'openInvitation';
      elsif (e.choice = 'accepted') is distinct from exists (select from conversation_proposal p
          where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = plan and p.starts_at = e.at_moment) then
        unmet := unmet || text 'answersTheProposals';
      end if;

    when 'hold_conversation' then
      if e.on_date is null or e.on_date < day_of(c.shared_at) then unmet := unmet || text 'heldAfterSharing'; end if;
      if e.on_date > today then unmet := unmet || text 'notAhead'; end if;
      if c.status <> 'with_board' and not exists (select from concern_entry_person p where p.tenant_id = c.tenant_id and p.concern_id = c.id
          and p.version = e.version and sits(c, 'school_director', p.person_id, e.on_date)) then
        unmet := unmet || text 'directorPresent';
      end if;
      if c.status = 'with_board' and e.at_moment is null and not exists (select from concern_entry_person p where p.tenant_id = c.tenant_id
          and p.concern_id = c.id and p.version = e.version and sits(c, 'school_director', p.person_id, e.on_date)) then
        unmet := unmet || text 'directorInvited';
      end if;
      if (coalesce(e.reason, '') ~ '\S') = exists (select from agreement a
          where a.tenant_id = c.tenant_id and a.concern_id = c.id and a.version = e.version) then
        unmet := unmet || text 'agreementsOrReason';
      end if;

    when 'confirm_report' then
      if held is null then unmet := unmet || text 'reportToConfirm'; end if;

    when 'not_to_board' then
      if e.on_date is null or e.on_date <= today then unmet := unmet || text 'reviewAhead'; end if;

    when 'record_no_answer' then
      if plan is null or today <= (select add_school_days(c.tenant_id, c.school_id, day_of(x.at), 10) from concern_entry x
          where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.version = plan) then
        unmet := unmet || text 'termPassed';
      end if;

    when 'record_not_confirmed' then
      if held is null or today <= (select add_school_days(c.tenant_id, c.school_id, day_of(x.at), 10) from concern_entry x
          where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.version = held)
        or exists (select from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.version > held and x.step = e.step) then
        unmet := unmet || text 'termPassed';
      end if;

    when 'record_no_position' then
      if director_heard(c, proposed) or today <= add_school_days(c.tenant_id, c.school_id, day_of(c.proposed_at), 10)
        or exists (select from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.version > proposed and x.step = e.step) then
        unmet := unmet || text 'termPassed';
      end if;

    else null;
  end case;

  if e.step in ('propose_board', 'share_with_board') then
    -- «altijd eerst met de directeur»: a talk after the sharing with somebody who is director today and was at the talk.
    if not exists (select from concern_entry x join concern_entry_person p using (tenant_id, concern_id, version)
        where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.step = 'hold_conversation'
          and sits(c, 'school_director', p.person_id, x.on_date) and sits(c, 'school_director', p.person_id, today)) then
      unmet := unmet || text 'heldWithPresentDirector';
    end if;
    if not upper_known(c) then
      unmet := unmet || text 'boardKnown';
    elsif not exists (select from seat_appointments(c, 'board_member') a
        where a.starts_on <= today and (a.ends_on is null or a.ends_on > today) and not sits(c, 'school_director', a.person_id, today)) then
      unmet := unmet || text 'boardNotOnlyDirector';
    end if;
  end if;

  if e.step = 'share_with_board' then
    if not director_heard(c, proposed) and today <= add_school_days(c.tenant_id, c.school_id, day_of(c.proposed_at), 10) then
      unmet := unmet || text 'directorHeard';
    end if;
    if e.person_id in (c.author_id, c.proposer_id) then unmet := unmet || text 'secondPerson'; end if;
  end if;
  return unmet;
end
$$;

/* Every step passes here, whoever sends it. SQLSTATE KL001 = not lawful (the unmet needs), KL002 = somebody else was first. */
create or replace function concern_entry_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c concern;
  law concern_protocol;
  relations text[];
  unmet text[];
begin
  select * into c from concern where tenant_id = new.tenant_id and id = new.concern_id for no key update;
  if not found then
    raise insufficient_privilege using message = 'no such concern';
  end if;
  if new.version <> c.version + 1 then
    raise exception using errcode = 'KL002', message = 'the concern has changed meanwhile';
  end if;
  select * into law from concern_protocol where step = new.step and from_status = c.status and to_status = new.to_status;
  if not found then
    raise exception using errcode = 'KL001', message = 'stateAllows';
  end if;
  new.at := app_now();
  new.from_status := c.status;
  new.board_reads := law.board_reads;

  if law.relations = array['system'] then
    new.person_id := null;
    new.relation := 'system';
  else
    new.person_id := app_person();
    relations := concern_relations(c, new.person_id, app_today());
    select r into new.relation from unnest(law.relations) with ordinality as x (r, nth) where r = any (relations) order by nth limit 1;
    if new.relation is null then
      raise exception using errcode = 'KL001', message = 'roleAllows';
    end if;
  end if;
  if (new.step not in ('add_participant', 'plan_conversation', 'hold_conversation') and exists (
        select from concern_entry_person p where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = new.version))
    or (new.step <> 'hold_conversation' and exists (
        select from agreement a where a.tenant_id = c.tenant_id and a.concern_id = c.id and a.version = new.version))
    or (new.step <> 'plan_conversation' and exists (
        select from conversation_proposal p where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = new.version))
    or (new.step <> 'add_participant' and exists (
        select from concern_entry_person p where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = new.version and p.participates))
    or (new.step = 'add_participant' and exists (
        select from concern_entry_person p where p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = new.version and not p.participates))
    or (new.step = 'plan_conversation') <> exists (
        select from conversation k where k.tenant_id = c.tenant_id and k.concern_id = c.id and k.version = new.version) then
    raise exception using errcode = 'KL001', message = 'onlyWhatBelongs';
  end if;

  unmet := concern_unmet(c, new);
  if cardinality(unmet) > 0 then
    raise exception using errcode = 'KL001', message = array_to_string(unmet, ',');
  end if;

  update concern set
    status = new.to_status, version = new.version, touched_at = new.at,
    shared_at = case when new.step = 'share_with_director' then new.at else shared_at end,
    proposed_at = case when new.step = 'propose_board' then new.at else proposed_at end,
    proposer_id = case when new.step = 'propose_board' then new.person_id else proposer_id end,
    put_forward_at = case when new.step = 'share_with_board' then new.at else put_forward_at end,
    board_id = case when new.step = 'share_with_board' and c.about = 'school'
      then (select s.board_id from school s where s.tenant_id = c.tenant_id and s.id = c.school_id) else board_id end,
    ended_at = case when new.to_status in ('resolved', 'closed') then new.at end
  where tenant_id = c.tenant_id and id = c.id;

  if new.step = 'answer_invitation' and new.relation = 'school_director' and new.choice = 'accepted' then
    update conversation set starts_at = new.at_moment where tenant_id = c.tenant_id and concern_id = c.id and version = (
      select max(version) from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.step = 'plan_conversation');
  end if;

  insert into disclosure (tenant_id, concern_id, version, person_id, kind, ground, at)
  select c.tenant_id, c.id, new.version, told.person_id, 'told', told.ground, new.at
  from (
    select a.person_id, s.seat as ground
    from unnest(case new.step when 'share_with_director' then array['school_director']
      when 'share_with_board' then array['board_member', 'partnership_director'] end) as s (seat)
    cross join lateral seat_appointments(c, s.seat) a
    where a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
    union all
    select p.person_id, 'participant' from concern_entry_person p
    where new.step = 'add_participant' and p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = new.version
  ) told
  on conflict do nothing;
  return new;
end
$$;

/* What belongs to an entry is written by who holds the concern. */
create or replace function concern_part_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  present int;
begin
  select version into present from concern where tenant_id = new.tenant_id and id = new.concern_id for no key update;
  if new.version is distinct from present + 1 then
    raise exception using errcode = 'KL002', message = 'the concern has changed meanwhile';
  end if;
  if tg_table_name = 'concern_entry_person' then
    if not exists (select from person where tenant_id = new.tenant_id and id = new.person_id) then
      raise exception using errcode = 'KL001', message = 'personKnown';
    end if;
  end if;
  return new;
end
$$;

/* Everybody who may read the concern on a day; the policies below say the same of one person. */
create or replace function concern_circle(c concern, p_today date) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select distinct a.person_id
  from unnest(case
      when c.status = 'noted' then array['author']
      when c.put_forward_at is null then array['author', 'contact_person', 'school_director', 'team_lead', 'participant']
      else array['author', 'contact_person', 'school_director', 'team_lead', 'participant', 'board_member', 'partnership_director'] end) as s (seat)
  cross join lateral seat_appointments(c, s.seat) a
  join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
  where a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
    and (s.seat <> 'author' or a.person_id = c.author_id)
    and (s.seat <> 'participant' or exists (select from concern_entry_person x
      where x.tenant_id = c.tenant_id and x.person_id = a.person_id and x.concern_id = c.id and x.participates))
$$;
call give_function('concern_circle(concern, date)', 'kortelijn_gate', true);

/* Somebody who is addressed first keeps no note of it from themselves: at commit it has been shared. */
create or replace function concern_director_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if sits(new, 'school_director', new.author_id, app_today())
    and (select c.status from concern c where c.tenant_id = new.tenant_id and c.id = new.id) = 'noted' then
    raise exception using errcode = 'KL001', message = 'directorShares';
  end if;
  return null;
end
$$;

/* A step changes no key: whoever only points at the concern need not wait for it. */
create or replace function lock_concern(p_tenant uuid, p_id uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ select from concern where tenant_id = p_tenant and tenant_id = app_tenant() and id = p_id for no key update $$;

-- Who sees what ----------------------------------------------------------------------------------------------------------
-- About the partnership: the author (as long as they are of that school), the team lead, the school's directors, and whom they let take
-- part; a contact person only so. After it was put forward also the partnership director. No board, no other school.

/* The schools somebody is of today, and not merely comes to. Asked only where a mirrored concern is met. */
create function own_schools() returns uuid[]
language sql stable
as $$
  select coalesce(array_agg(a.school_id), '{}') from appointment a
  where a.tenant_id = app_tenant() and a.person_id = app_person() and a.role in ('school_director', 'support_coordinator', 'teacher')
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
$$;

/* The mirrored concerns in which a contact person takes part. */
create function mirrors_joined() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg(distinct p.concern_id), '{}') from concern_entry_person p
  join concern c on c.tenant_id = p.tenant_id and c.id = p.concern_id
  where p.tenant_id = app_tenant() and p.person_id = app_person() and p.participates and c.about = 'partnership'
    and c.school_id = any (app_ids('contact_schools'))
$$;
call give_function('mirrors_joined()', 'kortelijn_gate');

do $$
declare
  circle constant text := '(
    (c.author_id = (select app_person()) and (
      (c.about = ''school'' and ((select app_is(''covers_all'')) or c.school_id = any ((select app_ids(''schools''))::uuid[])))
      or (c.about = ''partnership'' and c.school_id = any ((select own_schools())::uuid[]))))
    or (c.status <> ''noted'' and (
      (select app_is(''team_lead''))
      or c.school_id = any ((select app_ids(''director_schools''))::uuid[])
      or c.id = any ((select app_ids(''participations''))::uuid[])
      or (c.about = ''school'' and c.school_id = any ((select app_ids(''contact_schools''))::uuid[]))
      or (c.about = ''partnership'' and c.id = any ((select mirrors_joined())::uuid[])))))';
begin
  drop policy circle_reads on concern;
  drop policy circle_reads on concern_entry;
  execute format('create policy circle_reads on concern for select to kortelijn_app using (tenant_id = (select app_tenant()) and %s)', replace(circle, 'c.', ''));
  execute format('create policy circle_reads on concern_entry for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
    select from concern c where c.tenant_id = concern_entry.tenant_id and c.id = concern_entry.concern_id and %s))', circle);
end
$$;

drop policy author_notes on concern;
create policy author_notes on concern for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and author_id = (select app_person()) and status = 'noted' and (
    (about = 'school' and ((select app_is('covers_all')) or school_id = any ((select app_ids('noting_schools'))::uuid[])))
    or (about = 'partnership' and school_id = any ((select own_schools())::uuid[]))));
drop policy author_revises on concern;
create policy author_revises on concern for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and status = 'noted' and author_id = (select app_person()) and (
    (about = 'school' and ((select app_is('covers_all')) or school_id = any ((select app_ids('schools'))::uuid[])))
    or (about = 'partnership' and school_id = any ((select own_schools())::uuid[]))))
  with check (tenant_id = (select app_tenant()) and status = 'noted' and author_id = (select app_person()));

/* The ledger is for author, the one addressed, who stands by them, and who takes part: the team lead only where they are addressed. */
drop policy seen_with_the_concern on disclosure;
create policy seen_with_the_concern on disclosure for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and exists (select from concern c where c.tenant_id = disclosure.tenant_id and c.id = disclosure.concern_id
    and (c.author_id = (select app_person())
      or c.school_id = any ((select app_ids('director_schools'))::uuid[])
      or c.id = any ((select app_ids('participations'))::uuid[])
      or (c.about = 'school' and c.school_id = any ((select app_ids('contact_schools'))::uuid[]))
      or (c.about = 'partnership' and ((select app_is('team_lead')) or c.id = any ((select mirrors_joined())::uuid[]))))));

/* A note: by its author, today's hour, of what was noticed already; it may continue an ended concern of the same school, about the same. */
create or replace function concern_note_law() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.noticed_on > app_today() then
    raise exception using errcode = 'KL001', message = 'notAhead';
  end if;
  if tg_op = 'INSERT' then
    if new.continues_id is not null and not exists (select from concern x where x.tenant_id = new.tenant_id and x.id = new.continues_id
        and x.school_id = new.school_id and x.about = new.about and x.status in ('resolved', 'closed')) then
      raise exception using errcode = 'KL001', message = 'continuesEnded';
    end if;
    new.noted_at := app_now();
    new.version := 1;
  else
    new.version := old.version + 1;
  end if;
  new.touched_at := app_now();
  return new;
end
$$;

-- What says nothing says nothing, also when it is a line of its own; and no text is endless.
alter table concern
  drop constraint concern_occasion_check,
  drop constraint concern_observation_check,
  add constraint "a note says something" check (occasion ~ '\S' and observation ~ '\S'),
  add constraint "a note is not endless" check (length(theme) <= 20000 and length(occasion) <= 20000 and length(observation) <= 20000
    and length(impression) <= 20000 and length(meaning_for_children) <= 20000 and length(goes_well) <= 20000);
alter table agreement add constraint "an agreement says something" check (what ~ '\S' and who ~ '\S' and children_notice ~ '\S');
alter table concern_entry
  drop constraint "every step says what it must say",
  add constraint "every step says what it must say" check (
    case
      when faded then person_id is null and relation = 'system' and choice is null and text is null and goes_well is null and reason is null
        and on_date is null and at_moment is null
      when step = 'reply' then choice in ('accurate', 'inaccurate', 'addition') and text ~ '\S'
      when step = 'answer_invitation' then choice in ('accepted', 'other_date') and at_moment is not null
      when step = 'hold_conversation' then on_date is not null and text ~ '\S' and goes_well ~ '\S'
      when step = 'confirm_report' then choice in ('agrees', 'own_view') and (choice = 'agrees' or text ~ '\S')
      when step = 'review' then text ~ '\S'
      when step = 'close' then choice ~ '\S' and text ~ '\S'
      when step = 'propose_board' then text ~ '\S'
      when step = 'withdraw_proposal' then text ~ '\S'
      when step = 'take_position' then choice in ('agrees', 'disagrees', 'other') and text ~ '\S'
      when step = 'not_to_board' then text ~ '\S' and on_date is not null
      when step = 'add_view' then text ~ '\S'
      when step = 'resolve' then reason ~ '\S' and text ~ '\S'
      else true
    end is true
  );

/* An ordinary conversation with a school is planned by whoever plans for it; a teacher is invited. */
drop policy made_at_its_place on conversation;
create policy made_at_its_place on conversation for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and made_by = (select app_person()) and (
    (concern_id is null and ((select app_is('covers_all')) or exists (select from appointment a where a.tenant_id = conversation.tenant_id
      and a.person_id = (select app_person()) and a.school_id = conversation.school_id and a.role <> 'teacher'
      and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today())))))
    or exists (select from concern c where c.tenant_id = conversation.tenant_id and c.id = conversation.concern_id
      and c.school_id = conversation.school_id and c.version + 1 = conversation.version)));

drop function is_director_on(uuid, uuid, uuid, date);
