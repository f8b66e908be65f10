-- The law of the protocol of support questions. src/questions/question.rules.ts and needs.rules.ts explain the same law in Dutch; a test tries
-- every step in every state as raw SQL under kortelijn_app and demands that both give the same answer, need by need.

-- The owner is under the law too.
alter table question_protocol no force row level security;
insert into question_protocol (step, from_status, to_status, relations) values
  ('submit', 'draft', 'submitted', '{support_coordinator,school_director,contact_person}'),
  ('withdraw', 'draft', 'withdrawn', '{author,submitter}'),
  ('withdraw', 'submitted', 'withdrawn', '{submitter}'),
  ('withdraw', 'in_triage', 'withdrawn', '{submitter}'),
  ('withdraw', 'needs_information', 'withdrawn', '{submitter}'),
  ('withdraw', 'at_committee', 'withdrawn', '{submitter}'),
  ('withdraw', 'assigned', 'withdrawn', '{submitter}'),
  ('think_along', 'draft', 'draft', '{asked_along,contact_person,planner,support_coordinator}'),
  ('think_along', 'submitted', 'submitted', '{asked_along,contact_person,planner,support_coordinator}'),
  ('think_along', 'in_triage', 'in_triage', '{asked_along,contact_person,planner,support_coordinator}'),
  ('think_along', 'needs_information', 'needs_information', '{asked_along,contact_person,planner,support_coordinator}'),
  ('think_along', 'at_committee', 'at_committee', '{asked_along,contact_person,planner,support_coordinator}'),
  ('think_along', 'assigned', 'assigned', '{asked_along,contact_person,planner,support_coordinator}'),
  ('think_along', 'started', 'started', '{asked_along,contact_person,planner,support_coordinator}'),
  ('think_along', 'evaluated', 'evaluated', '{asked_along,contact_person,planner,support_coordinator}'),
  ('add_note', 'submitted', 'submitted', '{author,support_coordinator,school_director,contact_person,team_lead,specialist,thinks_along,committee_secretary}'),
  ('add_note', 'in_triage', 'in_triage', '{author,support_coordinator,school_director,contact_person,team_lead,specialist,thinks_along,committee_secretary}'),
  ('add_note', 'needs_information', 'needs_information', '{author,support_coordinator,school_director,contact_person,team_lead,specialist,thinks_along,committee_secretary}'),
  ('add_note', 'at_committee', 'at_committee', '{author,support_coordinator,school_director,contact_person,team_lead,specialist,thinks_along,committee_secretary}'),
  ('add_note', 'assigned', 'assigned', '{author,support_coordinator,school_director,contact_person,team_lead,specialist,thinks_along,committee_secretary}'),
  ('add_note', 'started', 'started', '{author,support_coordinator,school_director,contact_person,team_lead,specialist,thinks_along,committee_secretary}'),
  ('add_note', 'evaluated', 'evaluated', '{author,support_coordinator,school_director,contact_person,team_lead,specialist,thinks_along,committee_secretary}'),
  ('triage', 'submitted', 'in_triage', '{contact_person,planner}'),
  ('answer', 'in_triage', 'answered', '{contact_person,team_lead,thinks_along}'),
  ('ask_information', 'in_triage', 'needs_information', '{contact_person,team_lead,committee_secretary}'),
  ('give_information', 'needs_information', 'in_triage', '{support_coordinator,school_director,author}'),
  ('decline', 'in_triage', 'declined', '{contact_person,team_lead}'),
  ('to_committee', 'in_triage', 'at_committee', '{contact_person}'),
  ('complete_file', 'at_committee', 'at_committee', '{contact_person,committee_secretary}'),
  ('advise', 'at_committee', 'in_triage', '{committee_secretary,committee_member}'),
  ('decide', 'at_committee', 'in_triage', '{committee_secretary,committee_member}'),
  ('hold_over', 'at_committee', 'at_committee', '{committee_secretary}'),
  ('assign', 'in_triage', 'assigned', '{planner,contact_person}'),
  ('assign', 'assigned', 'assigned', '{planner,contact_person}'),
  ('assign', 'started', 'started', '{planner,contact_person}'),
  ('start', 'assigned', 'started', '{specialist}'),
  ('evaluate', 'started', 'evaluated', '{specialist,support_coordinator}'),
  ('complete', 'evaluated', 'completed', '{specialist,support_coordinator}'),
  ('extend', 'evaluated', 'started', '{planner}'),
  ('hand_over', 'assigned', 'assigned', '{specialist,planner}'),
  ('hand_over', 'started', 'started', '{specialist,planner}'),
  ('hand_over', 'evaluated', 'evaluated', '{specialist,planner}'),
  ('stop', 'assigned', 'stopped', '{specialist,planner}'),
  ('stop', 'started', 'stopped', '{specialist,planner}'),
  ('stop', 'evaluated', 'stopped', '{specialist,planner}'),
  ('follow_up', 'completed', 'followed_up', '{support_coordinator,specialist}');
alter table question_protocol force row level security;

-- What the needs ask ----------------------------------------------------------------------------------------------------------

/* Who can take part in the committee's advice or decision on a question: members who were at that meeting, without a conflict of
   interest on its day. Only the committee may know who was there. */
create function agenda_takers(p_tenant uuid, p_meeting uuid, p_question uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select h.person_id
  from support_question q
  join committee_meeting m on m.tenant_id = q.tenant_id and m.id = p_meeting
  join committee_attendance h on h.tenant_id = m.tenant_id and h.meeting_id = m.id
  where q.tenant_id = p_tenant and p_tenant = app_tenant() and app_is('committee') and q.id = p_question
    and exists (select from appointment a where a.tenant_id = q.tenant_id and a.person_id = h.person_id and a.role = 'committee_member'
      and a.starts_on <= day_of(m.starts_at) and (a.ends_on is null or a.ends_on > day_of(m.starts_at)))
    and not has_conflict(q, h.person_id, day_of(m.starts_at))
$$;
call give_function('agenda_takers(uuid, uuid, uuid)', 'kortelijn_gate');

/* Calendar weeks, Monday to Sunday, that a period of days touches. */
create function weeks_of(p_from date, p_until date) returns int language sql immutable
as $$ select (date_trunc('week', p_until::timestamp)::date - date_trunc('week', p_from::timestamp)::date) / 7 + 1 $$;

/* Whether work fits the contract of a specialist of the actor's partnership: the contract covers every day of it, up to and including
   the last; in every week there is room beside what was assigned before, each spread evenly over its own weeks; and the specialist is
   not away all that time. Work of more than three years does not fit. Only who plans may ask. */
create function fits_contract(p_person uuid, p_from date, p_until date, p_dagdelen numeric) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  period constant daterange := case when p_from <= p_until then daterange(p_from, p_until + 1) end;
begin
  if not app_is('planning_staff') or period is null or p_until > p_from + 1100 or p_dagdelen is null or p_dagdelen <= 0
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
        and daterange(a.starts_on, a.ends_on) && week.days) as taken
    -- Thirds of a dagdeel add up to a whole one.
    where round(taken.dagdelen + p_dagdelen / weeks_of(p_from, p_until), 6) > room.dagdelen);
end
$$;
call give_function('weeks_of(date, date)', 'kortelijn_gate', true);
call give_function('fits_contract(uuid, date, date, numeric)', 'kortelijn_gate');

/* Whose work is handed over: whom the entry names, else the sender's own, else the only one there is. */
create function handed_over_from(q support_question, e question_entry) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case when e.from_id is not null then max(a.specialist_id::text) filter (where a.specialist_id = e.from_id)
    when bool_or(a.specialist_id = e.person_id) then e.person_id::text
    when count(*) = 1 then max(a.specialist_id::text) end::uuid
  from assignment a where a.tenant_id = q.tenant_id and a.question_id = q.id and a.kind = 'assigned' and a.state = 'active'
$$;

/* Visits for a question, also those of another specialist, that its school has not confirmed: a number alone. */
create function unconfirmed_visits(q support_question) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select count(distinct v.id)::int from visit_share s
  join visit v on v.tenant_id = s.tenant_id and v.id = s.visit_id and v.withdrawn_at is null
  join visit_school w on w.tenant_id = v.tenant_id and w.visit_id = v.id and w.school_id = q.school_id
  where s.tenant_id = q.tenant_id and q.tenant_id = app_tenant() and s.question_id = q.id and w.verdict is distinct from 'confirmed'
$$;
call give_function('unconfirmed_visits(support_question)', 'kortelijn_gate');

/* What stands in the way of an entry, as the codes of question.rules.ts; empty = the step is lawful. */
create function question_unmet(q support_question, e question_entry) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
  today constant date := app_today();
  words question_words;
  pupil question_pupil;
  house tenant;
  meeting committee_meeting;
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

    when 'hand_over' then
      source := handed_over_from(q, e);
      if source is null or (source <> e.person_id and not 'planner' = any (question_relations(q, e.person_id, today))) then
        unmet := unmet || text 'whoseAssignment';
      end if;

    else null;
  end case;
  return unmet;
end
$$;

/* Whether an evaluation said why there is no goal. */
create function said_why(q support_question, p_version int) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from question_entry_words w where w.tenant_id = q.tenant_id and w.question_id = q.id and w.version = p_version and w.text ~ '\S')
$$;

-- Steps -------------------------------------------------------------------------------------------------------------------------

/* Which columns, words and rows a step carries: all of these, and none else. */
create function carries_what_belongs(q support_question, e question_entry) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  words question_entry_words;
  said boolean;
begin
  select * into words from question_entry_words where tenant_id = q.tenant_id and question_id = q.id and version = e.version;
  said := coalesce(words.text, '') ~ '\S';
  return case e.step
      when 'think_along' then coalesce(e.choice in ('asked', 'accepted', 'declined'), false)
      when 'to_committee' then coalesce(e.choice in ('advice', 'decision'), false)
      when 'decide' then coalesce(e.choice in ('arrangement', 'tlv'), false)
      when 'follow_up' then coalesce(e.choice in ('yes', 'partly', 'no'), false)
      else e.choice is null end
    and (e.on_date is not null) = (e.step in ('assign', 'start'))
    and (e.until_date is not null) = (e.step in ('assign', 'extend'))
    and (e.urgency is not null) = (e.step = 'triage') and coalesce(e.urgency in ('normal', 'soon', 'now'), true)
    and (e.expertise is not null) = (e.step = 'triage') and (e.step <> 'triage' or (cardinality(e.expertise) > 0 and expertise_known(q.tenant_id, e.expertise)))
    and (e.dagdelen is not null) = (e.step in ('triage', 'assign')) and coalesce(e.dagdelen > 0, true)
    and ((e.specialist_id is not null) = (e.step in ('assign', 'hand_over')) or e.step = 'think_along')
    and (e.from_id is null or e.step = 'hand_over')
    and (coalesce(e.role, '') ~ '\S') = (e.step = 'assign')
    and (e.meeting_id is not null) = (e.step in ('to_committee', 'hold_over', 'advise', 'decide'))
    and case when e.step in ('withdraw', 'add_note', 'answer', 'ask_information', 'give_information', 'decline', 'advise', 'decide', 'extend',
        'hand_over', 'stop') then said
      when e.step in ('hold_over', 'evaluate', 'follow_up') then true
      else words.question_id is null end
    and (coalesce(words.next_step, '') ~ '\S') = (e.step in ('decline', 'stop'))
    and (e.step = 'decide') = exists (select from decision d
      where d.tenant_id = q.tenant_id and d.question_id = q.id and d.version = e.version and d.kind is not distinct from e.choice)
    and (e.step <> 'submit' or exists (select from question_words w where w.tenant_id = q.tenant_id and w.question_id = q.id));
end
$$;

/* Codes of the partnership's own list; so nobody writes words there. */
create function expertise_known(p_tenant uuid, p_codes text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(bool_and(exists (select from expertise x where x.tenant_id = p_tenant and x.code = c.code)), true) from unnest(p_codes) as c (code)
$$;

/* What an entry does to the specialists on a question. */
create function move_assignments(q support_question, e question_entry) returns void
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
      select q.tenant_id, gen_random_uuid(), q.id, e.specialist_id, 'assigned', a.role, 'active', a.planned_dagdelen,
        greatest(a.starts_on, day_of(e.at)), greatest(a.ends_on, day_of(e.at) + 1), e.at, e.at
      from assignment a where a.tenant_id = q.tenant_id and a.question_id = q.id and a.specialist_id = e.from_id and a.kind = 'assigned' and a.state = 'active';
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

/* What an entry does to the committee's agenda. */
create function move_agenda(q support_question, e question_entry) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  item agenda_item;
begin
  select * into item from agenda_item where tenant_id = q.tenant_id and question_id = q.id and state = 'open';
  if item.id is not null and e.step in ('advise', 'decide', 'hold_over', 'withdraw') then
    update agenda_item set settled_at = e.at,
      state = case e.step when 'advise' then 'advised' when 'decide' then 'decided' when 'hold_over' then 'held_over' else 'withdrawn' end
    where tenant_id = q.tenant_id and id = item.id;
  end if;
  if e.step in ('advise', 'decide') then
    insert into agenda_item_taker (tenant_id, item_id, person_id)
    select q.tenant_id, item.id, t from agenda_takers(q.tenant_id, item.meeting_id, q.id) as t;
  elsif e.step in ('to_committee', 'hold_over') then
    insert into agenda_item (tenant_id, id, meeting_id, question_id, kind, put_on_at)
    values (q.tenant_id, gen_random_uuid(), e.meeting_id, q.id, coalesce(item.kind, e.choice), e.at);
  end if;
end
$$;

/* Who has the question in hands after an entry: the next step is theirs. */
create function holder_after(q support_question, e question_entry) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case
    when e.to_status in ('answered', 'declined', 'withdrawn', 'stopped', 'followed_up') then null
    when e.step in ('submit', 'triage', 'start') then e.person_id
    when e.step = 'to_committee' then null
    when e.step = 'ask_information' then q.submitter_id
    -- Back to whoever asked.
    when e.step in ('give_information', 'advise', 'decide') then (select x.person_id from question_entry x
      where x.tenant_id = q.tenant_id and x.question_id = q.id and x.step = case e.step when 'give_information' then 'ask_information' else 'to_committee' end
      order by x.version desc limit 1)
    when (e.step = 'assign' and q.status = 'in_triage') or (e.step = 'hand_over' and q.holder_id = e.from_id) then e.specialist_id
    else q.holder_id end
$$;

/* Every step passes here, whoever sends it. SQLSTATE KL001 = not lawful (the unmet needs), KL002 = somebody else was first. */
create function question_entry_law() returns trigger
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
  elsif new.step = 'assign' then
    -- Two who assign the same specialist at once: the second sees what the first took.
    perform pg_advisory_xact_lock(hashtextextended(new.specialist_id::text, 0));
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

/* A question as it is asked and revised: today's hour, of what was signalled already; it may take up a question of the same school that
   has ended and that the author can read. */
create function question_draft_law() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.signalled_on > app_today() then
    raise exception using errcode = 'KL001', message = 'notAhead';
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

/* Words of a draft that change make it another version. Afterwards only the number of the own case may still be filled in, once. */
create function question_words_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  q support_question;
begin
  select * into q from support_question where tenant_id = new.tenant_id and id = new.question_id for no key update;
  if q.status <> 'draft' and (tg_table_name <> 'question_pupil' or q.faded_at is not null
      or to_jsonb(old) ->> 'case_number' is not null or to_jsonb(old) - 'case_number' <> to_jsonb(new) - 'case_number') then
    raise insufficient_privilege using message = 'only a draft is revised';
  end if;
  update support_question set version = version + 1, touched_at = app_now() where tenant_id = new.tenant_id and id = new.question_id;
  return new;
end
$$;

/* What belongs to an entry is written by who holds the question: else somebody could lay a row ready for a version that another
   person's entry then takes. */
create function question_part_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  q support_question;
begin
  select * into q from support_question where tenant_id = new.tenant_id and tenant_id = app_tenant() and id = new.question_id for no key update;
  if new.version is distinct from q.version + 1 then
    raise exception using errcode = 'KL002', message = 'the question has changed meanwhile';
  end if;
  if q.faded_at is not null then
    raise exception using errcode = 'KL001', message = 'stateAllows';
  end if;
  return new;
end
$$;

create trigger question_step_is_lawful before insert on question_entry for each row execute function question_entry_law();
create trigger question_is_asked_lawfully before insert on support_question for each row execute function question_draft_law();
create trigger question_is_revised_lawfully before update of level, urgency, expertise, requested_dagdelen, signalled_on on support_question
  for each row when (new.status = 'draft') execute function question_draft_law();
create trigger question_words_are_revised_lawfully before update of title, need, tried_so_far, pseudonym, age_band on question_words
  for each row execute function question_words_law();
create trigger question_pupil_is_revised_lawfully before update of case_number, parents_spoken_on, parents_consent_on, pupil_consent_on on question_pupil
  for each row execute function question_words_law();
create trigger question_entry_words_wait before insert on question_entry_words for each row execute function question_part_law();
create trigger decision_waits before insert on decision for each row execute function question_part_law();

do $$
declare
  name text;
begin
  foreach name in array array['handed_over_from(support_question, question_entry)', 'question_unmet(support_question, question_entry)',
    'said_why(support_question, int)', 'carries_what_belongs(support_question, question_entry)', 'expertise_known(uuid, text[])',
    'move_assignments(support_question, question_entry)', 'move_agenda(support_question, question_entry)',
    'holder_after(support_question, question_entry)', 'question_entry_law()', 'question_words_law()', 'question_part_law()'] loop
    call give_function(name::regprocedure, 'kortelijn_gate', true);
  end loop;
end
$$;

create policy gate_moves on agenda_item for update to kortelijn_gate using (true) with check (true);
create policy gate_puts_on on agenda_item for insert to kortelijn_gate with check (true);
create policy gate_writes_down on agenda_item_taker for insert to kortelijn_gate with check (true);
grant insert, update on agenda_item to kortelijn_gate;
grant insert on agenda_item_taker to kortelijn_gate;

/* A case gets its number in the own file system when the question goes to the committee, not always before. */
create policy circle_numbers on question_pupil for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and case_number is null and school_id = any ((select app_ids('question_schools'))::uuid[]))
  with check (tenant_id = (select app_tenant()));
