-- The law of the protocol. src/concerns/concern.rules.ts and needs.rules.ts explain the same law in Dutch; a test tries every step in every
-- state as raw SQL under kortelijn_app and demands that both give the same answer, need by need.

/* What a person is to a concern on a day. */
create function concern_relations(c concern, p_person uuid, p_today date) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with today as (
    select a.person_id, a.role, a.school_id, a.board_id from appointment a
    where a.tenant_id = c.tenant_id and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
      and a.person_id in (p_person, c.author_id)
  ), mine as (
    select role, school_id, board_id from today where person_id = p_person
  ), author_stays as (
    select exists (select from today where person_id = c.author_id
      and (school_id = c.school_id or (school_id is null and role in ('specialist', 'team_lead')))) as yes
  )
  select array_remove(array[
    case when (c.author_id = p_person and author_stays.yes)
      or (not author_stays.yes and exists (select from mine where role = 'contact_person' and school_id = c.school_id))
      then 'author' end,
    case when exists (select from mine where role = 'contact_person' and school_id = c.school_id) then 'contact_person' end,
    case when exists (select from mine where role = 'school_director' and school_id = c.school_id) then 'school_director' end,
    case when exists (select from mine where role = 'team_lead') then 'team_lead' end,
    case when exists (select from mine where role = 'partnership_director') then 'partnership_director' end,
    case when exists (select from mine where role = 'board_member' and board_id = c.board_id) then 'board_member' end,
    case when c.proposer_id = p_person and exists (select from mine where school_id = c.school_id
      or (school_id is null and role in ('specialist', 'team_lead'))) then 'proposer' end,
    case when exists (select from mine where school_id = c.school_id and role in ('support_coordinator', 'teacher'))
      and exists (select from concern_entry_person p where p.tenant_id = c.tenant_id and p.person_id = p_person and p.concern_id = c.id and p.participates)
      then 'participant' end
  ], null)
  from author_stays
$$;

create function is_director_on(p_tenant uuid, p_school uuid, p_person uuid, p_day date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from appointment a where a.tenant_id = p_tenant and a.school_id = p_school and a.role = 'school_director'
    and a.person_id = p_person and a.starts_on <= p_day and (a.ends_on is null or a.ends_on > p_day))
$$;

/* What stands in the way of an entry, as the codes of concern.rules.ts; empty = the step is lawful. */
create function concern_unmet(c concern, e concern_entry) returns text[]
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
      select from appointment a where a.tenant_id = c.tenant_id and a.school_id = c.school_id and a.role = 'school_director'
        and a.starts_on <= today and (a.ends_on is null or a.ends_on > today)) then
    unmet := unmet || text 'directorAppointed';
  end if;

  case e.step
    when 'share_with_director' then
      if coalesce(c.meaning_for_children, '') !~ '\S' then unmet := unmet || text 'meaningForChildren'; end if;
      if coalesce(c.goes_well, '') !~ '\S' then unmet := unmet || text 'goesWell'; end if;
      if btrim(c.impression, E' \t\r\n') = btrim(c.observation, E' \t\r\n') then unmet := unmet || text 'factAndImpressionApart'; end if;

    when 'add_participant' then
      if (select coalesce(bool_and(exists (select from appointment a where a.tenant_id = p.tenant_id and a.person_id = p.person_id
            and a.school_id = c.school_id and a.role in ('support_coordinator', 'teacher')
            and a.starts_on <= today and (a.ends_on is null or a.ends_on > today))), false)
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
          and p.concern_id = c.id and p.version = e.version and is_director_on(c.tenant_id, c.school_id, p.person_id, today)) then
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
          and p.version = e.version and is_director_on(c.tenant_id, c.school_id, p.person_id, e.on_date)) then
        unmet := unmet || text 'directorPresent';
      end if;
      if c.status = 'with_board' and e.at_moment is null and not exists (select from concern_entry_person p where p.tenant_id = c.tenant_id
          and p.concern_id = c.id and p.version = e.version and is_director_on(c.tenant_id, c.school_id, p.person_id, e.on_date)) then
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
          and is_director_on(c.tenant_id, c.school_id, p.person_id, x.on_date) and is_director_on(c.tenant_id, c.school_id, p.person_id, today)) then
      unmet := unmet || text 'heldWithPresentDirector';
    end if;
    if (select s.board_id from school s where s.tenant_id = c.tenant_id and s.id = c.school_id) is null then
      unmet := unmet || text 'boardKnown';
    elsif not exists (select from school s join appointment a on a.tenant_id = s.tenant_id and a.board_id = s.board_id and a.role = 'board_member'
        where s.tenant_id = c.tenant_id and s.id = c.school_id and a.starts_on <= today and (a.ends_on is null or a.ends_on > today)
          and not is_director_on(c.tenant_id, c.school_id, a.person_id, today)) then
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

/* «in goed overleg»: the director's own words about this proposal are on record (a proposal of their own counts). */
create function director_heard(c concern, p_proposed int) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.version >= p_proposed
    and (x.step = 'take_position' or (x.step = 'propose_board' and x.relation = 'school_director')))
$$;

/* Every step passes here, whoever sends it. SQLSTATE KL001 = not lawful (the unmet needs), KL002 = somebody else was first. */
create function concern_entry_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c concern;
  law concern_protocol;
  relations text[];
  unmet text[];
begin
  select * into c from concern where tenant_id = new.tenant_id and id = new.concern_id for update;
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
    board_id = case when new.step = 'share_with_board'
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
    select a.person_id, 'school_director' as ground from appointment a
    where new.step = 'share_with_director' and a.tenant_id = c.tenant_id and a.school_id = c.school_id and a.role = 'school_director'
      and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
    union all
    select p.person_id, 'participant' from concern_entry_person p
    where new.step = 'add_participant' and p.tenant_id = c.tenant_id and p.concern_id = c.id and p.version = new.version
    union all
    select a.person_id, a.role from appointment a
    where new.step = 'share_with_board' and a.tenant_id = c.tenant_id
      and (a.role = 'partnership_director' or (a.role = 'board_member' and a.board_id = (
        select s.board_id from school s where s.tenant_id = c.tenant_id and s.id = c.school_id)))
      and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
  ) told
  on conflict do nothing;
  return new;
end
$$;

/* A note: by its author, today's hour, of what was noticed already; it may continue an ended concern of the same school that the author can read. */
create function concern_note_law() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.noticed_on > app_today() then
    raise exception using errcode = 'KL001', message = 'notAhead';
  end if;
  if tg_op = 'INSERT' then
    if new.continues_id is not null and not exists (select from concern x where x.tenant_id = new.tenant_id and x.id = new.continues_id
        and x.school_id = new.school_id and x.status in ('resolved', 'closed')) then
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

/* A director does not keep a note about the own school from themselves: at commit it has been shared. */
create function concern_director_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if is_director_on(new.tenant_id, new.school_id, new.author_id, app_today())
    and (select c.status from concern c where c.tenant_id = new.tenant_id and c.id = new.id) = 'noted' then
    raise exception using errcode = 'KL001', message = 'directorShares';
  end if;
  return null;
end
$$;

create function conversation_law() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  new.made_at := app_now();
  if new.kind = 'concern' then
    new.starts_at := null; -- the director's answer sets it
  end if;
  return new;
end
$$;

/* Somebody's reading of a version, once: the ledger «wie weet dit?». */
create function disclosure_law() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  new.at := app_now();
  return new;
end
$$;

/* What belongs to an entry is written by who holds the concern: else somebody could lay a row ready for a version that another
   person's entry then takes. */
create function concern_part_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  present int;
begin
  select version into present from concern where tenant_id = new.tenant_id and id = new.concern_id for update;
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

create trigger step_is_lawful before insert on concern_entry for each row execute function concern_entry_law();
create trigger note_is_lawful before insert on concern for each row execute function concern_note_law();
create trigger revision_is_lawful before update of observation, impression, meaning_for_children, goes_well, theme, noticed_on, occasion on concern
  for each row execute function concern_note_law();
create constraint trigger director_shares after insert on concern deferrable initially deferred for each row execute function concern_director_law();
create trigger planned_now before insert on conversation for each row execute function conversation_law();
create trigger person_waits before insert on concern_entry_person for each row execute function concern_part_law();
create trigger proposal_waits before insert on conversation_proposal for each row execute function concern_part_law();
create trigger agreement_waits before insert on agreement for each row execute function concern_part_law();
create trigger conversation_waits before insert on conversation for each row when (new.concern_id is not null) execute function concern_part_law();
create trigger disclosed_now before insert on disclosure for each row execute function disclosure_law();

call give_function('concern_relations(concern, uuid, date)', 'kortelijn_gate');
call give_function('is_director_on(uuid, uuid, uuid, date)', 'kortelijn_gate', true);
call give_function('director_heard(concern, int)', 'kortelijn_gate', true);
call give_function('concern_unmet(concern, concern_entry)', 'kortelijn_gate', true);
call give_function('concern_entry_law()', 'kortelijn_gate', true);
call give_function('concern_director_law()', 'kortelijn_gate', true);
call give_function('concern_part_law()', 'kortelijn_gate', true);

/* Terms that have passed, written down by the system: «geen reactie», «niet bevestigd», an invitation nobody answered. */
create function record_passed_terms(p_clock timestamptz) returns table (tenant uuid, concern uuid, step text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  due record;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  for due in
    select c.tenant_id, c.id, c.version, c.status, s.name as step
    from concern c
    join lateral unnest(case when c.status = 'board_proposed' then array['record_no_position']
      else array['record_no_answer', 'record_not_confirmed'] end) as s (name) on true
    where c.status in ('with_director', 'working', 'board_proposed')
      and exists (select from concern_protocol p where p.step = s.name and p.from_status = c.status)
      -- Only where a term can have passed and is not on record yet; the trigger judges the rest. Else every open concern would be
      -- locked and tried each hour. Ten school days are more than ten days.
      and exists (select from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id
        and x.step = case s.name when 'record_no_answer' then 'plan_conversation'
          when 'record_not_confirmed' then 'hold_conversation' else 'propose_board' end
        and x.at < app_now() - interval '10 days'
        and not exists (select from concern_entry y where y.tenant_id = x.tenant_id and y.concern_id = x.concern_id
          and y.version > x.version and y.step = s.name))
    order by c.tenant_id, c.id, s.name
  loop
    begin
      insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads)
      select due.tenant_id, due.id, c.version + 1, gen_random_uuid(), app_now(), 'system', due.step, c.status, c.status, false
      from concern c where c.tenant_id = due.tenant_id and c.id = due.id;
      tenant := due.tenant_id; concern := due.id; step := due.step;
      return next;
    exception when sqlstate 'KL001' or sqlstate 'KL002' then
      null; -- not yet due, or somebody was just first
    end;
  end loop;
end
$$;
call give_function('record_passed_terms(timestamptz)', 'kortelijn_gate');

/* drop: the author takes an unshared note away; only that one was dropped remains. */
create policy eraser_reads on concern for select to kortelijn_eraser using (status = 'noted');
create policy eraser_removes on concern for delete to kortelijn_eraser using (status = 'noted');
create policy eraser_counts on dropped_note for insert to kortelijn_eraser with check (true);
grant select, delete on concern to kortelijn_eraser;
grant insert on dropped_note to kortelijn_eraser;

create function drop_concern(p_tenant uuid, p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from concern where tenant_id = p_tenant and id = p_id and status = 'noted' and tenant_id = app_tenant() and author_id = app_person()
    and (app_is('covers_all') or school_id = any (app_ids('schools')));
  if not found then
    return false;
  end if;
  insert into dropped_note (tenant_id, id, dropped_on) values (p_tenant, gen_random_uuid(), app_today());
  return true;
end
$$;
call give_function('drop_concern(uuid, uuid)', 'kortelijn_eraser');
