-- Gaps in the law of support questions: room for work that is handed over or extended, what a committee can decide, how far back a first
-- signal may lie, and how long a tie to a school is remembered. Functions of 0024 and 0028 that change stand here whole.

-- Room for work ------------------------------------------------------------------------------------------------------------------

/* Whether work fits the contract of a specialist, as 0024 says of fits_contract. p_without: a question on which their work does not count,
   since it is that work which is asked about. */
create function has_room(p_person uuid, p_from date, p_until date, p_dagdelen numeric, p_without uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  period constant daterange := case when p_from <= p_until then daterange(p_from, p_until + 1) end;
begin
  if period is null or p_until > p_from + 1100 or p_dagdelen is null or p_dagdelen <= 0
    or not coalesce((select range_agg(daterange(c.starts_on, c.ends_on)) @> period from contract c
      where c.tenant_id = app_tenant() and c.person_id = p_person), false)
    or exists (select from specialist_absence x where x.tenant_id = app_tenant() and x.person_id = p_person
      and daterange(x.starts_on, x.ends_on) @> period) then
    return false;
  end if;
  return not exists (
    select from generate_series(date_trunc('week', p_from::timestamp), p_until::timestamp, interval '7 days') as w (monday)
    cross join lateral (select daterange(w.monday::date, w.monday::date + 7) as days) as week
    cross join lateral (select min(c.dagdelen) as dagdelen from contract c where c.tenant_id = app_tenant() and c.person_id = p_person
      and daterange(c.starts_on, c.ends_on) && (week.days * period)) as room
    cross join lateral (select coalesce(sum(a.planned_dagdelen / weeks_of(a.starts_on, a.ends_on - 1)), 0) as dagdelen from assignment a
      where a.tenant_id = app_tenant() and a.specialist_id = p_person and a.kind = 'assigned' and a.state = 'active'
        and a.question_id is distinct from p_without and daterange(a.starts_on, a.ends_on) && week.days) as taken
    -- Thirds of a dagdeel add up to a whole one.
    where round(taken.dagdelen + p_dagdelen / weeks_of(p_from, p_until), 6) > room.dagdelen);
end
$$;
call give_function('has_room(uuid, date, date, numeric, uuid)', 'kortelijn_gate', true);

create or replace function fits_contract(p_person uuid, p_from date, p_until date, p_dagdelen numeric) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select app_is('planning_staff') and has_room(p_person, p_from, p_until, p_dagdelen, null) $$;

/* Whether everybody who works on a question has room when that work goes on until a last day: their dagdelen are spread anew over all its
   weeks. Of a day that does not come any more nothing is asked here. Only who plans may ask. */
create function fits_extended(p_question uuid, p_until date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select app_is('team_lead') and not exists (
    select from assignment a cross join lateral (select greatest(a.starts_on, app_today()) as day) as today
    where a.tenant_id = app_tenant() and a.question_id = p_question and a.kind = 'assigned' and a.state = 'active'
      and case when p_until >= today.day and p_until > app_today() then not has_room(a.specialist_id, today.day, p_until,
        a.planned_dagdelen * weeks_of(today.day, p_until) / weeks_of(a.starts_on, p_until), a.question_id) else false end)
$$;
call give_function('fits_extended(uuid, date)', 'kortelijn_gate');

/* What is left of an assignment from a day on: its weeks that still come, each with the dagdelen it had, in whole halves. Of one that is
   over, what a week had. */
create function work_left(a assignment, p_day date, out starts_on date, out last_on date, out dagdelen numeric) language sql immutable
set search_path = pg_catalog, public, pg_temp
as $$
  select d.first, d.last, ceil(2 * a.planned_dagdelen * weeks_of(d.first, d.last) / weeks_of(a.starts_on, a.ends_on - 1)) / 2
  from (select greatest(a.starts_on, p_day) as first, greatest(a.ends_on - 1, p_day) as last) as d
$$;
call give_function('work_left(assignment, date)', 'kortelijn_gate', true);

/* Nobody else gives work to these specialists until the transaction ends; always in the same order, so that two do not wait for each other. */
create function hold_contracts(p_people uuid[]) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
  person uuid;
begin
  for person in select distinct p from unnest(p_people) as p where p is not null order by p loop
    perform pg_advisory_xact_lock(hashtextextended(person::text, 0));
  end loop;
end
$$;
call give_function('hold_contracts(uuid[])', 'kortelijn_gate', true);

-- What the committee can decide ----------------------------------------------------------------------------------------------------

/* What stands in the way of an entry, as the codes of question.rules.ts; empty = the step is lawful. */
create or replace function question_unmet(q support_question, e question_entry) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
  today constant date := app_today();
  words question_words;
  pupil question_pupil;
  house tenant;
  meeting committee_meeting;
  tlv decision_tlv;
  relations text[];
  youngest int;
  oldest int;
  source uuid;
begin
  if e.step in ('submit', 'to_committee', 'advise', 'decide') and q.level = 'pupil' then
    select * into pupil from question_pupil where tenant_id = q.tenant_id and question_id = q.id;
  end if;
  if e.step in ('think_along', 'assign', 'hand_over') and (e.step <> 'think_along' or e.choice = 'asked') and not exists (
      select from appointment a where a.tenant_id = q.tenant_id and a.person_id = e.specialist_id and a.role = 'specialist'
        and a.starts_on <= today and (a.ends_on is null or a.ends_on > today)) then
    unmet := unmet || text 'isSpecialist';
  end if;
  if e.step in ('to_committee', 'hold_over') then
    select * into meeting from committee_meeting where tenant_id = q.tenant_id and id = e.meeting_id;
    if meeting.id is null or meeting.status <> 'planned' or meeting.starts_at <= app_now() then unmet := unmet || text 'meetingPlanned'; end if;
  end if;
  if e.step in ('to_committee', 'advise', 'decide') and (q.incomplete_on is not null
      or (q.level = 'pupil' and coalesce(pupil.case_number, '') !~ '\S')) then
    unmet := unmet || text 'fileComplete';
  end if;
  if e.step in ('assign', 'hand_over') and exists (select from assignment a where a.tenant_id = q.tenant_id and a.question_id = q.id
      and a.specialist_id = e.specialist_id and a.kind = 'assigned' and a.state = 'active') then
    unmet := unmet || text 'notYetAssigned';
  end if;

  case e.step
    when 'submit' then
      if q.level = 'pupil' then
        select * into words from question_words where tenant_id = q.tenant_id and question_id = q.id;
        select * into house from tenant where tenant_id = q.tenant_id;
        youngest := split_part(words.age_band, '-', 1)::int;
        oldest := split_part(words.age_band, '-', 2)::int;
        if coalesce(words.pseudonym, '') !~ '\S' then unmet := unmet || text 'pseudonym'; end if;
        if (youngest >= 2 and oldest >= youngest and oldest <= 22) is not true then
          unmet := unmet || text 'ageBand';
        -- Of a band that lies on both sides of an age the house rule asks both.
        elsif (youngest < house.consent_parents_below and (pupil.parents_consent_on <= today) is not true)
          or (oldest >= house.consent_pupil_from and (pupil.pupil_consent_on <= today) is not true) then
          unmet := unmet || text 'consent';
        end if;
        if (pupil.parents_spoken_on <= today) is not true then unmet := unmet || text 'parentsSpoken'; end if;
      end if;

    when 'think_along' then
      relations := question_relations(q, e.person_id, today);
      if e.choice = 'asked' then
        -- Who plans a question on a pupil without reading it, does not ask themselves either.
        if not relations && (array['contact_person', 'support_coordinator']
            || case when q.level <> 'pupil' or e.specialist_id is distinct from e.person_id then array['planner'] else '{}' end) then
          unmet := unmet || text 'askedAlong';
        end if;
        if exists (select from assignment a where a.tenant_id = q.tenant_id and a.question_id = q.id and a.specialist_id = e.specialist_id
            and a.state in ('asked', 'active')) then
          unmet := unmet || text 'notYetInvolved';
        end if;
      elsif not 'asked_along' = any (relations) then
        unmet := unmet || text 'askedAlong';
      end if;

    when 'to_committee' then
      if meeting.cut_off_on < today then unmet := unmet || text 'beforeCutOff'; end if;

    when 'complete_file' then
      if q.incomplete_on is null then unmet := unmet || text 'somethingMissing'; end if;

    when 'advise', 'decide' then
      -- What a decision was asked of is not settled with an advice.
      if e.step = 'advise' and exists (select from agenda_item i
          where i.tenant_id = q.tenant_id and i.question_id = q.id and i.state = 'open' and i.kind = 'decision') then
        unmet := unmet || text 'adviceAsked';
      end if;
      if e.choice = 'tlv' and q.level <> 'pupil' then unmet := unmet || text 'tlvOfPupil'; end if;
      select t.* into tlv from decision d join decision_tlv t on t.tenant_id = d.tenant_id and t.decision_id = d.id
        where d.tenant_id = q.tenant_id and d.question_id = q.id and d.version = e.version;
      if greatest(tlv.first_opinion_on, tlv.second_opinion_on) > today then unmet := unmet || text 'opinionsNotAhead'; end if;
      if fold_title(tlv.first_opinion_by) = fold_title(tlv.second_opinion_by) then unmet := unmet || text 'opinionsDiffer'; end if;
      select m.* into meeting from agenda_item i join committee_meeting m on m.tenant_id = i.tenant_id and m.id = i.meeting_id
        where i.tenant_id = q.tenant_id and i.question_id = q.id and i.state = 'open';
      if meeting.id is null or meeting.starts_at > app_now() then unmet := unmet || text 'meetingBegun'; end if;
      if (select count(*) from agenda_takers(q.tenant_id, meeting.id, q.id)) < coalesce(meeting.quorum, 1) then unmet := unmet || text 'quorum'; end if;

    when 'assign' then
      if (e.on_date <= e.until_date and e.until_date >= today) is not true then unmet := unmet || text 'periodAhead'; end if;
      if not fits_contract(e.specialist_id, e.on_date, e.until_date, e.dagdelen) then unmet := unmet || text 'withinContract'; end if;

    when 'start' then
      if (e.on_date <= today) is not true then unmet := unmet || text 'notAhead'; end if;
      if (e.on_date >= q.signalled_on) is not true then unmet := unmet || text 'afterSignal'; end if;

    when 'evaluate' then
      if (case when exists (select from goal g where g.tenant_id = q.tenant_id and g.question_id = q.id and g.dropped_at is null)
        then said_why(q, e.version) or exists (select from goal g
          where g.tenant_id = q.tenant_id and g.question_id = q.id and g.dropped_at is null and not exists (select from goal_score x
            where x.tenant_id = g.tenant_id and x.goal_id = g.id and x.moment = 'end' and x.scored_by in ('school', 'specialist')))
        else not said_why(q, e.version) end) then
        unmet := unmet || text 'scoresOrReason';
      end if;

    when 'complete' then
      if (case when exists (select from goal g where g.tenant_id = q.tenant_id and g.question_id = q.id and g.dropped_at is null)
        then exists (select from goal g cross join unnest(array['school', 'specialist']) as s (side)
          where g.tenant_id = q.tenant_id and g.question_id = q.id and g.dropped_at is null and not exists (select from goal_score x
            where x.tenant_id = g.tenant_id and x.goal_id = g.id and x.moment = 'end' and x.scored_by = s.side))
        else not coalesce((select said_why(q, max(x.version)) from question_entry x
          where x.tenant_id = q.tenant_id and x.question_id = q.id and x.step = 'evaluate'), false) end) then
        unmet := unmet || text 'endScores';
      end if;
      if unconfirmed_visits(q) > 0 then
        unmet := unmet || text 'visitsConfirmed';
      end if;

    when 'extend' then
      if (e.until_date > greatest(q.evaluate_by, today)) is not true then unmet := unmet || text 'untilLater'; end if;
      if not fits_extended(q.id, e.until_date) then unmet := unmet || text 'withinContract'; end if;

    when 'hand_over' then
      source := handed_over_from(q, e);
      if source is null or (source <> e.person_id and not 'planner' = any (question_relations(q, e.person_id, today))) then
        unmet := unmet || text 'whoseAssignment';
      end if;
      -- Of work that is nobody's the other need tells.
      if exists (select from assignment a cross join lateral work_left(a, today) as l
          where a.tenant_id = q.tenant_id and a.question_id = q.id and a.specialist_id = source and a.kind = 'assigned' and a.state = 'active'
            and not fits_contract(e.specialist_id, l.starts_on, l.last_on, l.dagdelen)) then
        unmet := unmet || text 'withinContract';
      end if;

    else null;
  end case;
  return unmet;
end
$$;

/* What an entry does to the specialists on a question. Who takes work over gets what is left of it. */
create or replace function move_assignments(q support_question, e question_entry) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  case e.step
    when 'think_along' then
      if e.choice = 'asked' then
        insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, made_at)
        values (q.tenant_id, gen_random_uuid(), q.id, e.specialist_id, 'thinks_along', 'Denkt mee', 'asked', e.at);
      else
        update assignment set state = case e.choice when 'accepted' then 'active' else 'declined' end,
          began_at = case e.choice when 'accepted' then e.at end, ended_at = case e.choice when 'declined' then e.at end
        where tenant_id = q.tenant_id and question_id = q.id and specialist_id = e.person_id and kind = 'thinks_along' and state = 'asked';
      end if;

    when 'assign' then
      update assignment set state = 'ended', ended_at = e.at
      where tenant_id = q.tenant_id and question_id = q.id and specialist_id = e.specialist_id and state = 'asked';
      insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at, began_at)
      values (q.tenant_id, gen_random_uuid(), q.id, e.specialist_id, 'assigned', e.role, 'active', e.dagdelen, e.on_date, e.until_date + 1, e.at, e.at);

    when 'hand_over' then
      insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at, began_at)
      select q.tenant_id, gen_random_uuid(), q.id, e.specialist_id, 'assigned', a.role, 'active', l.dagdelen, l.starts_on, l.last_on + 1, e.at, e.at
      from assignment a cross join lateral work_left(a, day_of(e.at)) as l where a.tenant_id = q.tenant_id and a.question_id = q.id and a.specialist_id = e.from_id and a.kind = 'assigned' and a.state = 'active';
      update assignment set state = 'ended', ended_at = e.at where tenant_id = q.tenant_id and question_id = q.id
        and ((specialist_id = e.from_id and kind = 'assigned' and state = 'active') or (specialist_id = e.specialist_id and state = 'asked'));

    when 'extend' then
      update assignment set ends_on = e.until_date + 1 where tenant_id = q.tenant_id and question_id = q.id and kind = 'assigned' and state = 'active';

    when 'complete' then
      -- Days that are not worked any more are free for other work; who worked on it asks later whether it lasted.
      update assignment set ends_on = greatest(starts_on + 1, least(ends_on, day_of(e.at) + 1))
      where tenant_id = q.tenant_id and question_id = q.id and kind = 'assigned' and state = 'active';

    when 'withdraw', 'answer', 'decline', 'stop', 'follow_up' then
      update assignment set state = 'ended', ended_at = e.at
      where tenant_id = q.tenant_id and question_id = q.id and kind = 'assigned' and state = 'active';

    else null;
  end case;
  -- Nobody answers a request about what has ended.
  if e.to_status in ('answered', 'declined', 'withdrawn', 'completed', 'stopped') then
    update assignment set state = 'ended', ended_at = e.at where tenant_id = q.tenant_id and question_id = q.id and state = 'asked';
  end if;
end
$$;

/* Every step passes here, whoever sends it. SQLSTATE KL001 = not lawful (the unmet needs), KL002 = somebody else was first. */
create or replace function question_entry_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  q support_question;
  law question_protocol;
  relations text[];
  unmet text[];
  today constant date := app_today();
  holder uuid;
  ends boolean;
begin
  select * into q from support_question where tenant_id = new.tenant_id and tenant_id = app_tenant() and id = new.question_id for no key update;
  if not found then
    raise insufficient_privilege using message = 'no such question';
  end if;
  if new.version <> q.version + 1 then
    raise exception using errcode = 'KL002', message = 'the question has changed meanwhile';
  end if;
  select * into law from question_protocol where step = new.step and from_status = q.status and to_status = new.to_status;
  if not found or q.faded_at is not null then
    raise exception using errcode = 'KL001', message = 'stateAllows';
  end if;
  new.at := app_now();
  new.from_status := q.status;
  new.person_id := app_person();
  relations := question_relations(q, new.person_id, today);
  -- Who was asked answers; who was asked and may ask others does that by right.
  select r into new.relation from unnest(law.relations) with ordinality as x (r, nth) where r = any (relations)
    order by (r = 'asked_along' and new.choice is not distinct from 'asked'), nth limit 1;
  if new.relation is null then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;

  if new.step = 'think_along' and new.choice in ('accepted', 'declined') then
    new.specialist_id := new.person_id;
  elsif new.step in ('advise', 'decide') then
    select i.meeting_id into new.meeting_id from agenda_item i where i.tenant_id = q.tenant_id and i.question_id = q.id and i.state = 'open';
  elsif new.step in ('assign', 'hand_over') then
    -- Two who give work to the same specialist at once: the second sees what the first took.
    perform hold_contracts(array[new.specialist_id]);
  elsif new.step = 'extend' then
    perform hold_contracts(array(select a.specialist_id from assignment a
      where a.tenant_id = q.tenant_id and a.question_id = q.id and a.kind = 'assigned' and a.state = 'active'));
  end if;
  if not carries_what_belongs(q, new) then
    raise exception using errcode = 'KL001', message = 'onlyWhatBelongs';
  end if;
  unmet := question_unmet(q, new);
  if cardinality(unmet) > 0 then
    raise exception using errcode = 'KL001', message = array_to_string(unmet, ',');
  end if;
  if new.step = 'hand_over' then
    new.from_id := handed_over_from(q, new);
  end if;

  perform move_assignments(q, new);
  perform move_agenda(q, new);
  holder := holder_after(q, new);
  ends := new.to_status in ('answered', 'declined', 'withdrawn', 'completed', 'stopped', 'followed_up');
  update support_question set
    status = new.to_status, version = new.version, touched_at = new.at, holder_id = holder,
    hand_offs = hand_offs + (not ends and first_contact_on is null and holder is distinct from holder_id)::int,
    submitter_id = case when new.step = 'submit' then new.person_id else submitter_id end,
    planned_dagdelen = case when new.step = 'triage' then new.dagdelen else planned_dagdelen end,
    submitted_on = case when new.step = 'submit' then today else submitted_on end,
    triaged_on = case when new.step = 'triage' then today else triaged_on end,
    involved_on = case when new.step = 'assign' or new.choice = 'accepted' then coalesce(involved_on, today) else involved_on end,
    -- A second time at the committee has a clock of its own.
    complete_on = case when new.step = 'to_committee' then today else complete_on end,
    advised_on = case when new.step in ('advise', 'decide') then today when new.step = 'to_committee' then null else advised_on end,
    first_contact_on = case when new.step = 'start' then coalesce(first_contact_on, new.on_date) else first_contact_on end,
    started_on = case when new.step = 'start' then coalesce(started_on, greatest(new.on_date, submitted_on)) else started_on end,
    evaluate_by = case when new.step in ('assign', 'extend', 'hand_over') then (select max(a.ends_on) - 1 from assignment a
      where a.tenant_id = q.tenant_id and a.question_id = q.id and a.kind = 'assigned' and a.state = 'active') else evaluate_by end,
    evaluated_on = case when new.step = 'evaluate' then today else evaluated_on end,
    completed_on = case when new.step = 'complete' then today else completed_on end,
    follow_up_on = case when new.step = 'complete' then (today + make_interval(months =>
      (select t.follow_up_months from tenant t where t.tenant_id = q.tenant_id)))::date else follow_up_on end,
    lasted = case when new.step = 'follow_up' then new.choice else lasted end,
    ended_at = case when ends then coalesce(ended_at, new.at) end,
    paused_on = case when new.step = 'ask_information' then today when new.from_status <> new.to_status then null else paused_on end,
    pauses = case when new.from_status = 'needs_information' and new.to_status <> 'needs_information'
      then pauses + datemultirange(daterange(paused_on + 1, today + 1)) else pauses end,
    incomplete_on = case when new.step in ('complete_file', 'withdraw') then null
      when new.step = 'hold_over' and exists (select from question_entry_words w where w.tenant_id = q.tenant_id and w.question_id = q.id
        and w.version = new.version and w.text ~ '\S') then coalesce(incomplete_on, today) else incomplete_on end,
    committee_pauses = case when new.step in ('complete_file', 'withdraw') and incomplete_on is not null
      then committee_pauses + datemultirange(daterange(incomplete_on + 1, today + 1)) when new.step = 'to_committee' then '{}' else committee_pauses end
  where tenant_id = q.tenant_id and id = q.id;

  if new.step = 'triage' then
    update support_question set urgency = new.urgency, expertise = new.expertise where tenant_id = q.tenant_id and id = q.id;
  elsif new.step = 'submit' and q.level = 'pupil' then
    update question_pupil set legal_ground = (select t.legal_ground from tenant t where t.tenant_id = q.tenant_id)
    where tenant_id = q.tenant_id and question_id = q.id;
  end if;
  return new;
end
$$;

-- The first signal -------------------------------------------------------------------------------------------------------------------

/* The first day a first signal may have: the first of August of the school year two before this one. Longer ago is a slip of the keyboard,
   or a question of another time; clocks and figures would tell of years. */
create function earliest_signal(p_today date) returns date language sql immutable
as $$ select make_date(extract(year from p_today)::int - case when extract(month from p_today) < 8 then 3 else 2 end, 8, 1) $$;

/* A question as it is asked and revised: today's hour, of what was signalled already and not too long ago; it may take up a question of the
   same school that has ended and that the author can read. */
create or replace function question_draft_law() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.signalled_on > app_today() then
    raise exception using errcode = 'KL001', message = 'notAhead';
  end if;
  -- A draft that lies for long may keep the day it has.
  if new.signalled_on < earliest_signal(app_today()) and (tg_op = 'INSERT' or new.signalled_on <> old.signalled_on) then
    raise exception using errcode = 'KL001', message = 'signalledLately';
  end if;
  if not coalesce((select bool_and(exists (select from expertise x where x.tenant_id = new.tenant_id and x.code = c.code))
      from unnest(new.expertise) as c (code)), true) then
    raise exception using errcode = 'KL001', message = 'onlyWhatBelongs';
  end if;
  if tg_op = 'INSERT' then
    if new.continues_id is not null and not exists (select from support_question x where x.tenant_id = new.tenant_id and x.id = new.continues_id
        and x.school_id = new.school_id and x.status in ('answered', 'declined', 'withdrawn', 'completed', 'stopped', 'followed_up')) then
      raise exception using errcode = 'KL001', message = 'continuesEnded';
    end if;
    new.asked_at := app_now();
    new.version := 1;
    new.holder_id := new.author_id;
    new.hand_offs := 0;
  else
    new.version := old.version + 1;
  end if;
  new.touched_at := app_now();
  return new;
end
$$;

-- A tie to a school ------------------------------------------------------------------------------------------------------------------

/* Who supported a school or a question within two years keeps out of its decision: a question that fades takes that memory along. */
alter table tenant no force row level security;
update tenant set question_fade_months = 24 where question_fade_months < 24;
alter table tenant force row level security;
alter table tenant drop constraint tenant_question_fade_months_check,
  add constraint "a question outlives a conflict of interest" check (question_fade_months between 24 and 120);

-- Titles that look the same ----------------------------------------------------------------------------------------------------------

/* A title as people compare titles: without capitals, accents and marks, without what nobody sees, and with letters of another alphabet as
   the ones they look like. src/platform/pure/text.ts folds the same way. */
create or replace function fold_title(p_title text) returns text language sql immutable strict
as $$
  select coalesce(nullif(btrim(regexp_replace(lower(translate(regexp_replace(normalize(p_title, NFKD),
      '[\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]', '', 'g'),
      'АВЕЅІЈКМНОРСТУХаеѕіјкорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικορτυχ', 'ABESIJKMHOPCTYXaesijkopcyxABEZHIKMNOPTYXaikoptux')),
    '[^[:alnum:]]+', ' ', 'g')), ''), p_title)
$$;
-- What became one goal by this stays two: the later one gets a number.
alter table goal no force row level security, disable trigger user, drop constraint "one goal of a kind at a time";
update goal g set title = left(g.title, 180) || ' ' || right(g.id::text, 12)
where g.dropped_at is null and exists (select from goal x where x.tenant_id = g.tenant_id and x.dropped_at is null and x.id < g.id
  and case when x.pupil then x.question_id else x.school_id end = case when g.pupil then g.question_id else g.school_id end
  and fold_title(x.title) = fold_title(g.title) and daterange(x.starts_on, x.target_on, '[]') && daterange(g.starts_on, g.target_on, '[]'));
alter table goal force row level security, enable trigger user, add constraint "one goal of a kind at a time" exclude using gist (tenant_id with =,
  (case when pupil then question_id else school_id end) with =, (fold_title(title)) with =, (daterange(starts_on, target_on, '[]')) with &&)
  where (dropped_at is null);
