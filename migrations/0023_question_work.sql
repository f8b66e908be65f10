-- What the work on questions is made of: specialists and their contracts, visits, goals and scores, the committee's meetings. Each subject
-- adds its own law and the rights to write in a migration of its own (0025 to 0029); here stand the shapes that all of them share, who
-- reads them, and what a person is to a question.

-- Specialists ----------------------------------------------------------------------------------------------------------------

create table specialist (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  employed_from date,
  former_organisation text check (length(former_organisation) <= 200),
  languages text[] not null default '{}', -- in Dutch words, such as «Turks»
  areas uuid[] not null default '{}',
  about text check (length(about) <= 2000),
  version int not null default 1,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);

create table specialist_expertise (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  expertise text not null,
  level int not null check (level between 1 and 3),
  primary key (tenant_id, person_id, expertise),
  foreign key (tenant_id, person_id) references specialist,
  foreign key (tenant_id, expertise) references expertise
);
create index specialist_expertise_by_code on specialist_expertise (tenant_id, expertise, level);

/* A werktijdfactor and dagdelen a week, over a half-open period. */
create table contract (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date,
  fte numeric(4, 3) not null check (fte > 0 and fte <= 1.2),
  dagdelen numeric(4, 1) not null check (dagdelen > 0 and dagdelen <= 12 and dagdelen * 2 = trunc(dagdelen * 2)), -- a week, whole or half
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  constraint "a contract ends after it begins" check (ends_on > starts_on),
  constraint "one contract at a time" exclude using gist (tenant_id with =, person_id with =, (daterange(starts_on, ends_on)) with &&)
);

/* Days on which a specialist is not there: leave or otherwise. Why is nobody's business here. */
create table specialist_absence (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date, -- half-open; null: until further notice
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  constraint "an absence of a specialist ends after it begins" check (ends_on > starts_on),
  constraint "one absence at a time" exclude using gist (tenant_id with =, person_id with =, (daterange(starts_on, ends_on)) with &&)
);

-- Visits -----------------------------------------------------------------------------------------------------------------------

create table visit (
  tenant_id uuid not null references tenant,
  id uuid not null,
  specialist_id uuid not null,
  on_date date not null,
  minutes int not null check (minutes between 5 and 720),
  travel_minutes int not null default 0 check (travel_minutes between 0 and 720),
  preparation_minutes int not null default 0 check (preparation_minutes between 0 and 1440),
  kind text not null check (kind in ('observation', 'coaching', 'team_training', 'advice', 'group_support', 'meeting', 'research', 'sharing_knowledge')),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz, -- a mistake; nothing counts it any more
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, specialist_id) references person
);
create index visit_of_specialist on visit (tenant_id, specialist_id, on_date desc, id desc);
create index visit_newest on visit (tenant_id, on_date desc, id desc);

/* Each school that was visited, and what it says of it. specialist_id and on_date are the visit's own, for lists and policies. */
create table visit_school (
  tenant_id uuid not null references tenant,
  visit_id uuid not null,
  school_id uuid not null,
  specialist_id uuid not null,
  on_date date not null,
  verdict text check (verdict in ('confirmed', 'disputed')),
  words text check (length(words) <= 2000), -- of a school that disputes it
  answered_by uuid,
  answered_at timestamptz,
  primary key (tenant_id, visit_id, school_id),
  foreign key (tenant_id, visit_id) references visit,
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, specialist_id) references person,
  foreign key (tenant_id, answered_by) references person,
  constraint "an answer has a person and an hour" check ((verdict is null) = (answered_by is null) and (verdict is null) = (answered_at is null))
);
create index visit_at_school on visit_school (tenant_id, school_id, on_date desc, visit_id desc);
create index visit_school_of_specialist on visit_school (tenant_id, specialist_id);
create index visit_answered_by on visit_school (tenant_id, answered_by);

/* Who was there, by role and number, never by name. */
create table visit_participants (
  tenant_id uuid not null references tenant,
  visit_id uuid not null,
  role text not null check (role in ('pupils', 'teachers', 'support_coordinator', 'school_director', 'teaching_assistants', 'parents', 'others')),
  number int not null check (number between 1 and 500),
  primary key (tenant_id, visit_id, role),
  foreign key (tenant_id, visit_id) references visit
);

-- Goals ------------------------------------------------------------------------------------------------------------------------

create table goal (
  tenant_id uuid not null references tenant,
  id uuid not null,
  question_id uuid not null,
  school_id uuid not null,
  level text not null check (level in ('pupil', 'group', 'teacher', 'team', 'school')),
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  variable text check (length(variable) <= 200), -- the one thing the scale measures
  scale int not null check (scale in (5, 6)),
  template_code text,
  starts_on date not null,
  target_on date not null,
  made_by uuid,
  made_at timestamptz not null,
  dropped_at timestamptz, -- no longer pursued, with a reason on the question's timeline
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, question_id) references support_question,
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, made_by) references person,
  constraint "a goal has a period" check (target_on >= starts_on)
);
create index goal_of_question on goal (tenant_id, question_id);
create index goal_of_school on goal (tenant_id, school_id, made_at desc, id desc);
create index goal_made_by on goal (tenant_id, made_by);

/* Each level of the scale, described before the start. 5 points: -2 to +2 (0 is what is expected); 6 points: -3 to +2. */
create table goal_level (
  tenant_id uuid not null references tenant,
  goal_id uuid not null,
  score int not null check (score between -3 and 2),
  description text not null check (btrim(description) <> '' and length(description) <= 1000),
  primary key (tenant_id, goal_id, score),
  foreign key (tenant_id, goal_id) references goal
);

/* Never changed: the latest of a moment and a scorer counts, the ones before stay. */
create table goal_score (
  tenant_id uuid not null references tenant,
  id uuid not null,
  goal_id uuid not null,
  moment text not null check (moment in ('start', 'interim', 'end', 'follow_up')),
  scored_by text not null check (scored_by in ('school', 'specialist', 'parent')),
  score int not null,
  scored_on date not null,
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, goal_id, score) references goal_level,
  foreign key (tenant_id, entered_by) references person
);
create index score_of_goal on goal_score (tenant_id, goal_id, score);
create index score_entered_by on goal_score (tenant_id, entered_by);

/* Minutes of a visit over what they were for; together they are the visit's minutes. */
create table visit_share (
  tenant_id uuid not null references tenant,
  visit_id uuid not null,
  position int not null,
  minutes int not null check (minutes between 1 and 720),
  question_id uuid,
  goal_id uuid,
  school_id uuid, -- of the question or goal; of preventive work the school it was for, or null for all of them
  primary key (tenant_id, visit_id, position),
  foreign key (tenant_id, visit_id) references visit,
  foreign key (tenant_id, question_id) references support_question,
  foreign key (tenant_id, goal_id) references goal,
  foreign key (tenant_id, school_id) references school,
  constraint "a goal belongs to a question" check (goal_id is null or question_id is not null) -- neither: preventive
);
create index share_of_question on visit_share (tenant_id, question_id);
create index share_of_goal on visit_share (tenant_id, goal_id);
create index share_of_school on visit_share (tenant_id, school_id);

-- Committee --------------------------------------------------------------------------------------------------------------------

create table committee_meeting (
  tenant_id uuid not null references tenant,
  id uuid not null,
  starts_at timestamptz not null,
  place text check (length(place) <= 200),
  cut_off_on date not null, -- last day on which a question may be put on its agenda
  quorum int not null default 2 check (quorum between 1 and 9), -- members without a conflict of interest, for each item
  status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')),
  made_by uuid not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, made_by) references person,
  constraint "the cut-off lies before the meeting" check (cut_off_on <= day_of(starts_at))
);
create index meeting_by_day on committee_meeting (tenant_id, starts_at, id);
create index meeting_made_by on committee_meeting (tenant_id, made_by);
alter table question_entry add foreign key (tenant_id, meeting_id) references committee_meeting;
create index question_entry_of_meeting on question_entry (tenant_id, meeting_id);

/* Who was at a meeting. */
create table committee_attendance (
  tenant_id uuid not null references tenant,
  meeting_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, meeting_id, person_id),
  foreign key (tenant_id, meeting_id) references committee_meeting,
  foreign key (tenant_id, person_id) references person
);
create index attendance_of_person on committee_attendance (tenant_id, person_id);

/* A question on an agenda. Only entries make and settle one: to_committee, hold_over, advise, decide, withdraw. */
create table agenda_item (
  tenant_id uuid not null references tenant,
  id uuid not null,
  meeting_id uuid not null,
  question_id uuid not null,
  kind text not null check (kind in ('advice', 'decision')), -- what is asked for
  state text not null default 'open' check (state in ('open', 'advised', 'decided', 'held_over', 'withdrawn')),
  put_on_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references committee_meeting,
  foreign key (tenant_id, question_id) references support_question
);
create unique index "on one agenda at a time" on agenda_item (tenant_id, question_id) where state = 'open';
create index agenda_of_meeting on agenda_item (tenant_id, meeting_id);
create index agenda_of_question on agenda_item (tenant_id, question_id);

/* Who took part in the advice or decision on an item: present members without a conflict of interest, and nobody else. */
create table agenda_item_taker (
  tenant_id uuid not null references tenant,
  item_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, item_id, person_id),
  foreign key (tenant_id, item_id) references agenda_item,
  foreign key (tenant_id, person_id) references person
);
create index item_taken_by on agenda_item_taker (tenant_id, person_id);

/* Somebody keeps themselves out of a question, besides what the database knows. */
create table recusal (
  tenant_id uuid not null references tenant,
  question_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, question_id, person_id),
  foreign key (tenant_id, question_id) references support_question,
  foreign key (tenant_id, person_id) references person
);
create index recusal_of_person on recusal (tenant_id, person_id);

/* What was decided, beside the reasons that stand in question_entry_words. Who works on the question reads this much of it. */
create table decision (
  tenant_id uuid not null references tenant,
  id uuid not null,
  question_id uuid not null,
  version int not null, -- of the entry it belongs to
  kind text not null check (kind in ('arrangement', 'tlv')),
  granted boolean not null default true,
  dagdelen numeric(6, 1) check (dagdelen > 0),
  budget numeric(10, 2) check (budget > 0), -- euro
  starts_on date,
  ends_on date, -- the last day it holds
  warned_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, question_id, version),
  foreign key (tenant_id, question_id, version) references question_entry deferrable initially deferred,
  constraint "a decision has a period in order" check (ends_on >= starts_on),
  constraint "what is granted is complete" check (not granted or (starts_on is not null and ends_on is not null
    and (kind = 'tlv' or (dagdelen is not null) <> (budget is not null)))),
  constraint "each kind has its own fields" check (kind = 'arrangement' or (dagdelen is null and budget is null))
);

/* Of a TLV only the outcome, as a reference to the own case: written with its decision, and read by the school and the committee alone.
   One that was granted cannot do without (0025). */
create table decision_tlv (
  tenant_id uuid not null references tenant,
  decision_id uuid not null,
  school_type text not null check (school_type in ('SBO', 'SO')),
  category int check (category between 1 and 3), -- laag, midden, hoog
  case_number text not null check (btrim(case_number) <> '' and length(case_number) <= 60),
  first_opinion_on date not null,
  first_opinion_by text not null check (btrim(first_opinion_by) <> '' and length(first_opinion_by) <= 100), -- a function, such as «orthopedagoog»; never a name
  second_opinion_on date not null,
  second_opinion_by text not null check (btrim(second_opinion_by) <> '' and length(second_opinion_by) <= 100),
  primary key (tenant_id, decision_id),
  foreign key (tenant_id, decision_id) references decision,
  constraint "special education has a category" check (school_type = 'SBO' or category is not null)
);
create index decision_ends on decision (tenant_id, ends_on) where granted;

do $$
declare
  name text;
begin
  foreach name in array array['specialist', 'specialist_expertise', 'contract', 'specialist_absence', 'visit', 'visit_school', 'visit_participants',
    'visit_share', 'goal', 'goal_level', 'goal_score', 'committee_meeting', 'committee_attendance', 'agenda_item', 'agenda_item_taker', 'recusal',
    'decision', 'decision_tlv'] loop
    call put_under_law(name::regclass);
    execute format('grant select on %I to kortelijn_app', name);
  end loop;
  -- Who helps at the schools and with what, everybody in the partnership may know; not their contracts, nor why somebody is away.
  foreach name in array array['specialist', 'specialist_expertise'] loop
    execute format('create policy members_read on %I for select to kortelijn_app using (tenant_id = (select app_tenant()))', name);
  end loop;
  -- The team knows each other's days; a school's contact person too, who assigns.
  foreach name in array array['contract', 'specialist_absence'] loop
    execute format('create policy team_reads on %I for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
      person_id = (select app_person()) or (select app_is(''planning_staff''))))', name);
  end loop;
end
$$;

create policy circle_reads on visit_school for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  specialist_id = (select app_person()) or (select app_is('team_lead')) or school_id = any ((select app_ids('question_schools'))::uuid[])));
create policy circle_reads on visit for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  specialist_id = (select app_person()) or (select app_is('team_lead')) or exists (select from visit_school s
    where s.tenant_id = visit.tenant_id and s.visit_id = visit.id and s.school_id = any ((select app_ids('question_schools'))::uuid[]))));
create policy with_its_visit on visit_participants for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from visit v where v.tenant_id = visit_participants.tenant_id and v.id = visit_participants.visit_id));
-- Of a visit to several schools each sees its own share.
create policy circle_reads on visit_share for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  school_id = any ((select app_ids('question_schools'))::uuid[]) or exists (select from visit v
    where v.tenant_id = visit_share.tenant_id and v.id = visit_share.visit_id and (v.specialist_id = (select app_person()) or (select app_is('team_lead'))))));

-- Who reads the words of a question reads its goals: so a team lead those at level pupil not.
create policy with_its_words on goal for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from question_words w where w.tenant_id = goal.tenant_id and w.question_id = goal.question_id));
create policy with_its_goal on goal_level for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from goal g where g.tenant_id = goal_level.tenant_id and g.id = goal_level.goal_id));
create policy with_its_goal on goal_score for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from goal g where g.tenant_id = goal_score.tenant_id and g.id = goal_score.goal_id));

-- When the committee meets everybody may know; what is on its agenda only who reads the question.
create policy members_read on committee_meeting for select to kortelijn_app using (tenant_id = (select app_tenant()));
create policy committee_reads on committee_attendance for select to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('committee')));
create policy with_its_question on agenda_item for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from support_question q where q.tenant_id = agenda_item.tenant_id and q.id = agenda_item.question_id));
create policy committee_reads on agenda_item_taker for select to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('committee')));
create policy committee_reads on recusal for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  person_id = (select app_person()) or (select app_is('secretary'))));
create policy with_its_words on decision for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from question_words w where w.tenant_id = decision.tenant_id and w.question_id = decision.question_id));
-- Neither who supports the child nor a teacher reads which experts looked at it.
create policy school_and_committee_read on decision_tlv for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from decision d where d.tenant_id = decision_tlv.tenant_id and d.id = decision_tlv.decision_id
    and (d.tenant_id, d.question_id) in (select q.tenant_id, q.id from support_question q
      where q.school_id = any ((select app_ids('question_schools'))::uuid[]) or q.id = any ((select app_ids('agenda'))::uuid[]))));

-- What a person is to a question -------------------------------------------------------------------------------------------------

/* Whether somebody supported the school or the question in the two years before a day, or works there: then they cannot take part in
   the committee's advice or decision on it. */
create function has_conflict(q support_question, p_person uuid, p_day date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(p_person in (q.author_id, q.submitter_id), false)
    or exists (select from recusal r where r.tenant_id = q.tenant_id and r.question_id = q.id and r.person_id = p_person)
    or exists (select from appointment a where a.tenant_id = q.tenant_id and a.person_id = p_person and a.school_id = q.school_id
      and a.starts_on <= p_day and (a.ends_on is null or a.ends_on > p_day - interval '2 years'))
    or exists (select from assignment a join support_question x on x.tenant_id = a.tenant_id and x.id = a.question_id
      where a.tenant_id = q.tenant_id and a.specialist_id = p_person and a.state in ('active', 'ended') and a.began_at is not null
        and x.school_id = q.school_id and (a.ended_at is null or day_of(a.ended_at) >= p_day - interval '2 years'))
    or exists (select from visit_school v join visit w on w.tenant_id = v.tenant_id and w.id = v.visit_id
      where v.tenant_id = q.tenant_id and v.specialist_id = p_person and v.school_id = q.school_id and w.withdrawn_at is null
        and v.on_date >= p_day - interval '2 years' and v.on_date <= p_day)
$$;
call give_function('has_conflict(support_question, uuid, date)', 'kortelijn_gate');

/* The relations of a person to a question on a day, as src/questions/question.rules.ts names them. */
create function question_relations(q support_question, p_person uuid, p_today date) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with held as (
    select a.person_id, a.role, a.school_id from appointment a
    where a.tenant_id = q.tenant_id and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
      and a.person_id in (p_person, q.submitter_id)
      and (a.school_id = q.school_id or a.role in ('specialist', 'team_lead', 'committee_member', 'committee_secretary'))
  ), known as (
    select coalesce(array_agg(role) filter (where person_id = p_person and school_id = q.school_id), '{}') as here,
      coalesce(array_agg(role) filter (where person_id = p_person), '{}') as roles,
      coalesce(bool_or(person_id = q.submitter_id and school_id = q.school_id), false) as submitter_stays
    from held
  ), work as (
    select coalesce(bool_or(a.kind = 'assigned' and a.state = 'active'), false) as assigned,
      coalesce(bool_or(a.kind = 'thinks_along' and a.state = 'active'), false) as along,
      coalesce(bool_or(a.kind = 'thinks_along' and a.state = 'asked'), false) as asked
    from assignment a where a.tenant_id = q.tenant_id and a.question_id = q.id and a.specialist_id = p_person
  ), agenda as (
    select q.status <> 'withdrawn' and exists (select from agenda_item i
      where i.tenant_id = q.tenant_id and i.question_id = q.id and i.state <> 'withdrawn') as yes
  )
  select array_remove(array[
    case when q.author_id = p_person and here <> '{}' then 'author' end,
    case when (q.submitter_id = p_person and here <> '{}')
      or (not submitter_stays and here && array['support_coordinator', 'school_director', 'contact_person']) then 'submitter' end,
    case when 'support_coordinator' = any (here) then 'support_coordinator' end,
    case when 'school_director' = any (here) then 'school_director' end,
    case when 'contact_person' = any (here) then 'contact_person' end,
    case when 'team_lead' = any (roles) and q.level <> 'pupil' then 'team_lead' end,
    case when 'team_lead' = any (roles) then 'planner' end,
    case when 'specialist' = any (roles) and work.assigned then 'specialist' end,
    case when 'specialist' = any (roles) and work.along then 'thinks_along' end,
    case when 'specialist' = any (roles) and work.asked then 'asked_along' end,
    case when 'committee_secretary' = any (roles) and agenda.yes then 'committee_secretary' end,
    case when 'committee_member' = any (roles) and agenda.yes and not has_conflict(q, p_person, p_today) then 'committee_member' end
  ], null)
  from known, work, agenda
$$;
call give_function('question_relations(support_question, uuid, date)', 'kortelijn_gate');

/* What was attached to a question goes with it; 0029 says what that is. */
create function erase_question_files(p_tenant uuid, p_question uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ select $$;
call give_function('erase_question_files(uuid, uuid)', 'kortelijn_eraser', true);

-- begin_request as it stands in 0015, and what the policies above compare with.
create or replace function begin_request(p_person uuid, p_tenant uuid, p_clock timestamptz default null) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  today date;
  r record;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  today := app_today();
  select
    coalesce(array_agg(a.school_id) filter (where a.school_id is not null), '{}') as schools,
    coalesce(array_agg(a.school_id) filter (where a.role = 'contact_person'), '{}') as contact_schools,
    coalesce(array_agg(a.school_id) filter (where a.role = 'school_director'), '{}') as director_schools,
    coalesce(array_agg(a.school_id) filter (where a.role in ('support_coordinator', 'teacher')), '{}') as working_schools,
    coalesce(array_agg(distinct a.school_id) filter (where a.role in ('contact_person', 'school_director', 'support_coordinator')), '{}') as question_schools,
    coalesce(array_agg(a.board_id) filter (where a.role = 'board_member'), '{}') as boards,
    bool_or(a.role = 'team_lead') as team_lead,
    bool_or(a.role = 'partnership_director') as partnership_director,
    bool_or(a.role = 'administrator') as administrator,
    bool_or(a.role = 'privacy_officer') as privacy_officer,
    bool_or(a.role = 'specialist') as specialist,
    bool_or(a.role = 'teacher') as teacher,
    bool_or(a.role = 'committee_member') as committee_member,
    bool_or(a.role = 'committee_secretary') as secretary,
    bool_or(a.role in ('specialist', 'team_lead', 'contact_person')) as planning_staff,
    bool_or(a.school_id is null and a.role in ('specialist', 'team_lead')) as covers_all,
    bool_or(a.school_id is null and a.board_id is null) as staff,
    count(*) as held
  into r
  from appointment a
  where a.tenant_id = p_tenant and a.person_id = p_person and a.starts_on <= today and (a.ends_on is null or a.ends_on > today);
  if r.held = 0 or exists (select from person p where p.tenant_id = p_tenant and p.id = p_person and p.suspended_at is not null) then
    raise insufficient_privilege using message = 'no appointment today';
  end if;
  perform
    set_config('app.person', p_person::text, true),
    set_config('app.tenant', p_tenant::text, true),
    set_config('app.schools', r.schools::text, true),
    set_config('app.noting_schools', (r.contact_schools || r.director_schools || r.working_schools)::text, true),
    set_config('app.contact_schools', r.contact_schools::text, true),
    set_config('app.director_schools', r.director_schools::text, true),
    set_config('app.question_schools', r.question_schools::text, true),
    set_config('app.boards', r.boards::text, true),
    set_config('app.participations', case when r.working_schools = '{}' then '{}' else (
      select coalesce(array_agg(distinct p.concern_id), '{}')::text from concern_entry_person p
      join concern c on c.tenant_id = p.tenant_id and c.id = p.concern_id
      where p.tenant_id = p_tenant and p.person_id = p_person and p.participates and c.school_id = any (r.working_schools)) end, true),
    -- What a teacher asked; everybody else who asks reads every question of the school.
    set_config('app.asked', case when not r.teacher then '{}' else (
      select coalesce(array_agg(q.id), '{}')::text from support_question q
      where q.tenant_id = p_tenant and q.author_id = p_person and q.school_id = any (r.working_schools)) end, true),
    set_config('app.assigned', case when not r.specialist then '{}' else (
      select coalesce(array_agg(distinct a.question_id), '{}')::text from assignment a
      where a.tenant_id = p_tenant and a.specialist_id = p_person and a.kind = 'assigned' and a.state = 'active') end, true),
    set_config('app.along', case when not r.specialist then '{}' else (
      select coalesce(array_agg(distinct a.question_id), '{}')::text from assignment a
      where a.tenant_id = p_tenant and a.specialist_id = p_person and a.kind = 'thinks_along' and a.state in ('asked', 'active')) end, true),
    set_config('app.agenda', case when not (r.committee_member or r.secretary) then '{}' else (
      select coalesce(array_agg(q.id), '{}')::text from support_question q
      where q.tenant_id = p_tenant and q.status <> 'withdrawn' and q.id in (select i.question_id from agenda_item i
          join committee_meeting m on m.tenant_id = i.tenant_id and m.id = i.meeting_id
          where i.tenant_id = p_tenant and i.state <> 'withdrawn' and m.starts_at > app_now() - interval '1 year')
        and (r.secretary or not has_conflict(q, p_person, today))) end, true),
    set_config('app.team_lead', case when r.team_lead then 'yes' else '' end, true),
    set_config('app.partnership_director', case when r.partnership_director then 'yes' else '' end, true),
    set_config('app.administrator', case when r.administrator then 'yes' else '' end, true),
    set_config('app.privacy_officer', case when r.privacy_officer then 'yes' else '' end, true),
    set_config('app.specialist', case when r.specialist then 'yes' else '' end, true),
    set_config('app.committee', case when r.committee_member or r.secretary then 'yes' else '' end, true),
    set_config('app.secretary', case when r.secretary then 'yes' else '' end, true),
    set_config('app.planning_staff', case when r.planning_staff then 'yes' else '' end, true),
    set_config('app.covers_all', case when r.covers_all then 'yes' else '' end, true),
    set_config('app.staff', case when r.staff then 'yes' else '' end, true),
    set_config('app.operator', '', true);
end
$$;
