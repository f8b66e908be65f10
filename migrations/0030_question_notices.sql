-- Everyone who must know is told: notices of support questions, and the warnings of their clocks. As with concerns a notice holds no name and no
-- text. What asks something of its reader (question_yours) comes at once, what merely happened (question_step) with the day's overview.

-- The owner is under the law too.
alter table notice_kind no force row level security;
insert into notice_kind (kind, default_choice) values ('question_yours', 'at_once'), ('question_step', 'daily'), ('question_fades', 'daily');
alter table notice_kind force row level security;

alter table notice drop constraint notice_subject_check;
alter table notice add constraint notice_subject_check check (subject in ('concern', 'conversation', 'person', 'question'));
drop policy own on notice;
create policy own on notice for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and person_id = (select app_person())
  and case subject
    when 'concern' then exists (select from concern c where c.tenant_id = notice.tenant_id and c.id = notice.subject_id)
      and (kind not in ('concern_shared', 'concern_step', 'invitation', 'board') or exists (select from concern_entry e
        where e.tenant_id = notice.tenant_id and e.concern_id = notice.subject_id and e.version = notice.version))
    when 'conversation' then exists (select from conversation k where k.tenant_id = notice.tenant_id and k.id = notice.subject_id)
    when 'question' then exists (select from support_question q where q.tenant_id = notice.tenant_id and q.id = notice.subject_id)
    else subject_id = (select app_person())
  end);

/* Everybody who may read a question on a day: the same people as its policies; a test compares the two. */
create function question_circle(q support_question, p_today date) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with asked as (
    select q.status <> 'withdrawn' and exists (select from agenda_item i join committee_meeting m on m.tenant_id = i.tenant_id and m.id = i.meeting_id
      where i.tenant_id = q.tenant_id and i.question_id = q.id and i.state <> 'withdrawn' and m.starts_at > app_now() - interval '1 year') as committee
  )
  select distinct a.person_id
  from asked, appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
  where a.tenant_id = q.tenant_id and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
    and case a.role
      when 'team_lead' then true
      when 'committee_secretary' then asked.committee
      when 'committee_member' then asked.committee and not has_conflict(q, a.person_id, p_today)
      when 'specialist' then exists (select from assignment x where x.tenant_id = q.tenant_id and x.question_id = q.id and x.specialist_id = a.person_id
        and (x.state = 'active' or (x.kind = 'thinks_along' and x.state = 'asked')))
      when 'teacher' then a.school_id = q.school_id and a.person_id = q.author_id
      else a.school_id = q.school_id and a.role in ('contact_person', 'school_director', 'support_coordinator')
    end
$$;
call give_function('question_circle(support_question, date)', 'kortelijn_gate', true);

/* Whether a step asks something of a reader with these relations. */
create function question_asks(e question_entry, p_reader uuid, p_relations text[]) returns boolean
language sql stable
as $$
  select case e.step
    when 'submit' then p_relations && array['contact_person']
    when 'think_along' then e.choice = 'asked' and p_reader = e.specialist_id
    when 'ask_information' then p_relations && array['author', 'submitter', 'support_coordinator']
    when 'give_information' then p_relations && array['contact_person']
    when 'to_committee' then p_relations && array['committee_secretary']
    when 'complete_file' then p_relations && array['committee_secretary']
    when 'hold_over' then p_relations && array['contact_person', 'submitter']
    when 'advise' then p_relations && array['contact_person']
    when 'decide' then p_relations && array['contact_person']
    when 'assign' then p_reader = e.specialist_id
    when 'hand_over' then p_reader = e.specialist_id
    when 'evaluate' then p_relations && array['specialist', 'support_coordinator']
    else false
  end
$$;

/* Each step is told to who works on the question, but not to who took it. A team lead and the committee hear only what is theirs to do:
   they would otherwise hear of every step of the partnership. Without a contact person a question waits for the team lead. */
create function question_entry_told() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  q support_question;
  alone boolean;
begin
  select * into q from support_question where tenant_id = new.tenant_id and id = new.question_id;
  alone := new.step in ('submit', 'give_information') and not exists (select from appointment a where a.tenant_id = q.tenant_id
    and a.school_id = q.school_id and a.role = 'contact_person' and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()));
  insert into notice (tenant_id, person_id, kind, subject, subject_id, version, at)
  select new.tenant_id, r.reader, case when r.asks then 'question_yours' else 'question_step' end, 'question', q.id, new.version, new.at
  from (
    select reader, relations, question_asks(new, reader, relations) or (alone and 'planner' = any (relations)) as asks
    from question_circle(q, app_today()) as reader
    cross join lateral question_relations(q, reader, app_today()) as relations
  ) r
  where r.reader is distinct from new.person_id and (r.asks or r.relations
    && array['author', 'submitter', 'support_coordinator', 'school_director', 'contact_person', 'specialist', 'thinks_along'])
  on conflict do nothing;
  return null;
end
$$;
call give_function('question_entry_told()', 'kortelijn_gate', true);
create trigger question_step_is_told after insert on question_entry for each row execute function question_entry_told();

/* A teacher's question goes on through the IB'er, who hears that it is there. */
create function question_asked_told() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform tell(new.tenant_id, a.person_id, 'question_yours', 'question', new.id, new.version)
  from appointment a
  where a.tenant_id = new.tenant_id and a.school_id = new.school_id and a.role = 'support_coordinator' and a.person_id <> new.author_id
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
    and not exists (select from appointment b where b.tenant_id = new.tenant_id and b.school_id = new.school_id and b.person_id = new.author_id
      and b.role in ('support_coordinator', 'school_director', 'contact_person') and b.starts_on <= app_today() and (b.ends_on is null or b.ends_on > app_today()));
  return null;
end
$$;
call give_function('question_asked_told()', 'kortelijn_gate', true);
create trigger question_is_told after insert on support_question for each row execute function question_asked_told();

-- Clocks -----------------------------------------------------------------------------------------------------------------------

/* School days after p_from up to and including p_to that no pause takes away; p_open: the first day of a pause that goes on, which itself counts. */
create function counted_days(p_tenant uuid, p_school uuid, p_from date, p_to date, p_pauses datemultirange, p_open date) returns int
language sql stable
as $$
  select count(*)::int from generate_series(1, p_to - p_from) n
  where not p_pauses @> (p_from + n) and (p_open is null or p_from + n <= p_open) and is_school_day(p_tenant, p_school, p_from + n)
$$;

/* The clocks of a question that have begun. The same as clocksOf in src/questions/clocks/clock.rules.ts; a test compares the two. */
create function question_clocks(q support_question, p_today date) returns table (clock text, norm int, warn_days int, elapsed int, state text)
language sql stable
as $$
  with run (clock, begun, stopped, pauses, open) as (
    select 'first_contact', q.signalled_on, coalesce(q.first_contact_on, day_of(q.ended_at)), q.pauses, q.paused_on
    union all
    select 'triage', q.submitted_on, coalesce(q.triaged_on, day_of(q.ended_at)), q.pauses, q.paused_on
    union all
    select 'start', q.submitted_on, coalesce(q.started_on, day_of(q.ended_at)), q.pauses, q.paused_on
    union all
    select 'committee', q.complete_on, coalesce(q.advised_on, day_of(q.ended_at)), q.committee_pauses, q.incomplete_on
    union all
    select 'evaluation', case when q.started_on is not null then q.evaluate_by end,
      case when q.status not in ('assigned', 'started') then coalesce(q.evaluated_on, day_of(q.ended_at)) end, '{}', null
  )
  select r.clock, t.days, t.warn_days, counted_days(q.tenant_id, q.school_id, r.begun, coalesce(r.stopped, p_today), r.pauses, r.open),
    case when r.stopped is not null then 'stopped' when r.open is not null then 'paused' else 'running' end
  from run r join question_term t on t.tenant_id = q.tenant_id and t.clock = r.clock
  where r.begun is not null
$$;

/* What has to be thought of today around questions: who by relation. */
create function due_question_reminders(p_today date) returns table (
  q support_question, about text, version int, nth int, due_on date, relations text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with open as (
    select q from support_question q
    where q.status in ('draft', 'submitted', 'in_triage', 'at_committee', 'assigned', 'started') and q.faded_at is null
      and is_school_day(q.tenant_id, q.school_id, p_today)
  ), late as (
    select o.q, c.*, c.norm - c.elapsed as days_left from open o cross join lateral question_clocks(o.q, p_today) c
    where c.state = 'running' and c.norm - c.elapsed <= c.warn_days
  )
  select l.q, l.clock,
    -- A clock that began anew warns anew.
    (select max(e.version) from question_entry e where e.tenant_id = (l.q).tenant_id and e.question_id = (l.q).id
      and e.step = any (case l.clock when 'committee' then array['to_committee'] when 'evaluation' then array['assign', 'extend'] else '{}' end)),
    case when l.days_left < 0 then 2 else 1 end,
    case when l.days_left >= 0 then add_school_days((l.q).tenant_id, (l.q).school_id, p_today, l.days_left) end,
    case
      when l.clock = 'committee' then array['committee_secretary']
      when l.clock = 'evaluation' then array['specialist', 'support_coordinator']
      when (l.q).status = 'draft' then array['author', 'support_coordinator']
      when (l.q).status in ('assigned', 'started') then array['specialist']
      else array['contact_person']
    end || case when l.days_left < 0 and (l.q).status <> 'draft' then array['planner'] else '{}' end
  from late l
  union all
  -- Did it last?
  select q, 'follow_up', null, null, q.follow_up_on, array['support_coordinator', 'specialist']
  from support_question q
  where q.status = 'completed' and q.faded_at is null and q.follow_up_on <= p_today and q.follow_up_on > p_today - 60
    and is_school_day(q.tenant_id, q.school_id, p_today)
$$;
call give_function('due_question_reminders(date)', 'kortelijn_gate', true);

/* leave_reminders as it stands in 0013, and those of questions; gives how many were new. */
create or replace function leave_reminders(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  left_now int := 0;
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
  get diagnostics more = row_count;
  left_now := left_now + more;

  insert into notice (tenant_id, person_id, kind, subject, subject_id, about, due_on, at)
  select k.tenant_id, k.made_by, 'reminder', 'conversation', k.id, 'talk', day_of(k.starts_at), app_now()
  from tenant t join conversation k on k.tenant_id = t.tenant_id
  where k.concern_id is null and k.starts_at > app_now() and k.starts_at < app_now() + interval '70 days'
    and day_of(k.starts_at) > app_today() and is_school_day(k.tenant_id, k.school_id, app_today())
    and school_day_count(k.tenant_id, k.school_id, app_today(), day_of(k.starts_at) - 1) = 0
  on conflict do nothing;
  get diagnostics more = row_count;
  left_now := left_now + more;

  insert into notice (tenant_id, person_id, kind, subject, subject_id, version, about, nth, due_on, at)
  select (d.q).tenant_id, reader, 'reminder', 'question', (d.q).id, d.version, d.about, d.nth, d.due_on, app_now()
  from due_question_reminders(app_today()) d
  cross join lateral question_circle(d.q, app_today()) as reader
  where question_relations(d.q, reader, app_today()) && d.relations
  on conflict do nothing;
  get diagnostics more = row_count;
  left_now := left_now + more;

  -- What was granted ends.
  insert into notice (tenant_id, person_id, kind, subject, subject_id, version, about, nth, due_on, at)
  select q.tenant_id, reader, 'reminder', 'question', q.id, k.version, 'decision_ends', case when k.warned_at is null then 1 else 2 end, d.ends_on, app_now()
  from decisions_that_end(app_today()) d
  join decision k on k.tenant_id = d.tenant_id and k.id = d.decision_id
  join support_question q on q.tenant_id = d.tenant_id and q.id = d.question_id and q.faded_at is null
  cross join lateral question_circle(q, app_today()) as reader
  where question_relations(q, reader, app_today()) && array['contact_person', 'support_coordinator', 'school_director']
  on conflict do nothing;
  get diagnostics more = row_count;
  left_now := left_now + more;
  update decision k set warned_at = app_now() from decisions_that_end(app_today()) d where k.tenant_id = d.tenant_id and k.id = d.decision_id;

  -- Visits that a school has not answered for five school days: one word a week, to the people of that school.
  insert into notice (tenant_id, person_id, kind, subject, subject_id, about, due_on, at)
  select distinct a.tenant_id, a.person_id, 'reminder', 'person', a.person_id, 'confirm_visits', date_trunc('week', app_today())::date, app_now()
  from visit_school v join visit w on w.tenant_id = v.tenant_id and w.id = v.visit_id and w.withdrawn_at is null
  join appointment a on a.tenant_id = v.tenant_id and a.school_id = v.school_id and a.role = 'support_coordinator'
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
  join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
  where v.verdict is null and v.on_date between app_today() - 100 and app_today() - 7
    and is_school_day(v.tenant_id, v.school_id, app_today()) and school_day_count(v.tenant_id, v.school_id, v.on_date, app_today()) >= 5
  on conflict do nothing;
  get diagnostics more = row_count;
  return left_now + more;
end
$$;

/* may_know as it stands in 0013, and questions. */
create or replace function may_know(n notice, p_today date) returns boolean
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
    when 'question' then exists (select from support_question q where q.tenant_id = n.tenant_id and q.id = n.subject_id
      and n.person_id in (select question_circle(q, p_today)))
    else n.subject_id = n.person_id
  end and not exists (select from person p where p.tenant_id = n.tenant_id and p.id = n.person_id and p.suspended_at is not null)
$$;
