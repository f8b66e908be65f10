-- Stationing and its planning: the shapes, and who reads them. A specialist is stationed at a place for a longer period; a plan proposes who
-- goes where. The law of stationings stands in 0038, that of plans in 0040, the rights of their settings in 0041.

/* What the partnership wants to reach, beside what schools ask. A stationing and an expected need may work on one. */
create table ambition (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (btrim(name) <> '' and length(name) <= 200),
  weight int not null default 3 check (weight between 0 and 10), -- 0: not planned for
  starts_on date not null,
  ends_on date, -- half-open
  version int not null default 1,
  primary key (tenant_id, id),
  constraint "an ambition ends after it begins" check (ends_on > starts_on)
);
create unique index "an ambition stands in the list once" on ambition (tenant_id, lower(name));

-- Stationings ----------------------------------------------------------------------------------------------------------------------

/* The protocol as data: the same table as src/stationing/stationings/stationing.rules.ts, and a test keeps them the same. */
create table stationing_protocol (
  step text not null,
  from_status text not null,
  to_status text not null,
  relations text[] not null, -- who may take it, first match first
  primary key (step, from_status, to_status)
);

/* A specialist at a place: a school, or a board with those of its schools that stationing_school names. */
create table stationing (
  tenant_id uuid not null references tenant,
  id uuid not null,
  specialist_id uuid not null,
  school_id uuid,
  board_id uuid,
  dagdelen numeric(4, 1) not null check (dagdelen > 0 and dagdelen <= 12 and dagdelen * 2 = trunc(dagdelen * 2)), -- a week, whole or half
  starts_on date not null,
  ends_on date not null, -- half-open; temporary by its nature
  questions_share int not null default 100 check (questions_share between 0 and 100), -- percent for schools' questions; the rest is for ambitions
  status text not null default 'proposed' check (status in ('proposed', 'agreed', 'active', 'evaluated', 'ended', 'withdrawn')),
  note text check (length(note) <= 4000), -- hand-over: what whoever comes must know; never about a pupil
  continues_id uuid, -- the stationing this one extends or changes
  plan_id uuid, -- the plan that proposed it
  ended_because text check (ended_because in ('done', 'moved', 'absence', 'left', 'school', 'other')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, specialist_id) references person,
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, board_id) references board,
  foreign key (tenant_id, continues_id) references stationing,
  foreign key (tenant_id, proposed_by) references person,
  constraint "a stationing is at a school or at a board" check ((school_id is null) <> (board_id is null)),
  constraint "a stationing ends after it begins, within two years" check (ends_on > starts_on and ends_on <= starts_on + 731),
  constraint "a stationing that ended says why" check ((status = 'ended') = (ended_because is not null)),
  -- A proposal may stand beside what it extends until it is agreed; then the law (0038) ends the one before it.
  constraint "one stationing at a place at a time" exclude using gist (tenant_id with =, specialist_id with =,
    (coalesce(school_id, board_id)) with =, (daterange(starts_on, ends_on)) with &&) where (status in ('agreed', 'active', 'evaluated')),
  constraint "one proposal for a place at a time" exclude using gist (tenant_id with =, specialist_id with =,
    (coalesce(school_id, board_id)) with =, (daterange(starts_on, ends_on)) with &&) where (status = 'proposed')
);
create index stationing_of_specialist on stationing (tenant_id, specialist_id, starts_on desc, id desc);
create index stationing_at_school on stationing (tenant_id, school_id, starts_on desc, id desc);
create index stationing_at_board on stationing (tenant_id, board_id, starts_on desc, id desc);
create index stationing_newest on stationing (tenant_id, starts_on desc, id desc);
create index stationing_continues on stationing (tenant_id, continues_id);
create index stationing_of_plan on stationing (tenant_id, plan_id);
create index stationing_proposed_by on stationing (tenant_id, proposed_by);

/* The schools a stationing helps: its own school, or of a board those it goes to. */
create table stationing_school (
  tenant_id uuid not null references tenant,
  stationing_id uuid not null,
  school_id uuid not null,
  primary key (tenant_id, stationing_id, school_id),
  foreign key (tenant_id, stationing_id) references stationing,
  foreign key (tenant_id, school_id) references school
);
create index stationing_of_school on stationing_school (tenant_id, school_id, stationing_id);

/* Percent of a stationing that is meant for an ambition; together with questions_share they are a hundred. */
create table stationing_ambition (
  tenant_id uuid not null references tenant,
  stationing_id uuid not null,
  ambition_id uuid not null,
  share int not null check (share between 1 and 100),
  primary key (tenant_id, stationing_id, ambition_id),
  foreign key (tenant_id, stationing_id) references stationing,
  foreign key (tenant_id, ambition_id) references ambition
);
create index stationing_for_ambition on stationing_ambition (tenant_id, ambition_id);

/* The one timeline of a stationing. Never changed. */
create table stationing_entry (
  tenant_id uuid not null references tenant,
  stationing_id uuid not null,
  version int not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid, -- null: the day itself, by the worker
  relation text not null,
  step text not null,
  from_status text not null,
  to_status text not null,
  words text check (btrim(words) <> '' and length(words) <= 4000),
  because text,
  on_date date, -- end: the last day
  primary key (tenant_id, stationing_id, version),
  unique (tenant_id, id),
  foreign key (tenant_id, stationing_id) references stationing,
  foreign key (tenant_id, person_id) references person,
  foreign key (step, from_status, to_status) references stationing_protocol
);
create index stationing_entry_of_person on stationing_entry (tenant_id, person_id);

-- What plans are made of -----------------------------------------------------------------------------------------------------------

/* Where specialists set out from: an office or a school, never somebody's home. */
create table travel_base (
  tenant_id uuid not null references tenant,
  id uuid not null,
  code text not null check (code ~ '^[a-z0-9_]{2,40}$'),
  name text not null check (btrim(name) <> '' and length(name) <= 100),
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

/* What planning must know of a specialist beside profile and contract; without a row there is no base and the tenant's most places hold. */
create table specialist_planning (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  base_id uuid,
  most_places int check (most_places between 1 and 20),
  version int not null default 1,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, base_id) references travel_base
);
create index specialist_planning_of_base on specialist_planning (tenant_id, base_id);

/* Minutes one way, as imported; where there is none, great-circle distance times the tenant's detour factor at its speed. */
create table travel_time (
  tenant_id uuid not null references tenant,
  base_id uuid not null,
  school_id uuid not null,
  minutes int not null check (minutes between 0 and 600),
  primary key (tenant_id, base_id, school_id),
  foreign key (tenant_id, base_id) references travel_base,
  foreign key (tenant_id, school_id) references school
);
create index travel_time_to_school on travel_time (tenant_id, school_id);

/* A question that is expected: work at a school that the partnership wants or foresees, before anybody asked. No pupil, no words of a school. */
create table expected_need (
  tenant_id uuid not null references tenant,
  id uuid not null,
  school_id uuid not null,
  expertise text not null,
  least_level int not null default 1 check (least_level between 1 and 3),
  language text check (btrim(language) <> '' and length(language) <= 60),
  dagdelen numeric(5, 1) not null check (dagdelen > 0 and dagdelen <= 400 and dagdelen * 2 = trunc(dagdelen * 2)), -- over its whole period
  ambition_id uuid,
  starts_on date not null,
  ends_on date not null, -- half-open
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, expertise) references expertise,
  foreign key (tenant_id, ambition_id) references ambition,
  constraint "an expected need ends after it begins" check (ends_on > starts_on)
);
create index expected_need_at_school on expected_need (tenant_id, school_id);
create index expected_need_of_expertise on expected_need (tenant_id, expertise);
create index expected_need_of_ambition on expected_need (tenant_id, ambition_id);

/* The hard sides of planning, and the measures of travel. A tenant without a row plans with the defaults. */
create table planning_settings (
  tenant_id uuid primary key references tenant,
  weeks int not null default 20 check (weeks between 4 and 45), -- of a plan, from its first Monday
  most_places int not null default 5 check (most_places between 1 and 20), -- of one specialist at a time
  least_block numeric(3, 1) not null default 0.5 check (least_block in (0.5, 1, 1.5, 2, 3, 4)), -- dagdelen a week at one school at the least
  most_block numeric(3, 1) not null default 5 check (most_block between 0.5 and 10 and most_block * 2 = trunc(most_block * 2)),
  whole_blocks boolean not null default false, -- dagdelen a week whole only
  most_travel int not null default 45 check (most_travel between 5 and 180), -- minutes one way
  detour numeric(3, 2) not null default 1.30 check (detour between 1 and 3), -- over the great circle
  speed int not null default 22 check (speed between 3 and 120), -- km an hour
  travel_start int not null default 6 check (travel_start between 0 and 60), -- minutes before one is on the way
  fair_share int not null default 60 check (fair_share between 0 and 100), -- percent of a place's part by pupils below which it is short
  version int not null default 1,
  constraint "the least block is not above the most" check (least_block <= most_block)
);

/* The soft sides: what the partnership weighs, under its own names. Codes are the planner's (src/planner/weights.rules.ts). */
create table planning_weight (
  tenant_id uuid not null references tenant,
  code text not null check (code in ('urgency_now', 'urgency_soon', 'urgency_normal', 'waiting', 'expected', 'ambition', 'fit', 'continuity', 'new_place',
    'travel', 'board_fairness', 'area_fairness', 'change')),
  name text not null check (btrim(name) <> '' and length(name) <= 60),
  weight numeric(7, 3) not null check (weight between 0 and 1000),
  version int not null default 1,
  primary key (tenant_id, code)
);

/* A plan: what was asked, what it was made from (ids and numbers alone), the best found so far with its proof, and what became of it. */
create table deployment_plan (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (btrim(name) <> '' and length(name) <= 120),
  starts_on date not null check (extract(isodow from starts_on) = 1),
  weeks int not null check (weeks between 4 and 45),
  based_on_id uuid, -- replanned or asked «what if» from this one
  asked jsonb not null default '{}', -- what-if: changes to specialists and weights; pins and forbids stand in plan_mark
  seed int not null default 1,
  rounds int check (rounds between 1 and 1000000), -- a number of rounds instead of seconds: the same plan each time
  seconds int not null default 60 check (seconds between 1 and 90),
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'stopped', 'failed', 'published', 'discarded')),
  phase text,
  input jsonb, -- as it was when the planner began
  best jsonb, -- stationings and assignments
  explanation jsonb,
  value double precision,
  bound double precision, -- no plan is better than this: proven
  spent double precision not null default 0, -- seconds
  failure text, -- a code, never a text from inside
  stop_asked_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  progressed_at timestamptz,
  ended_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  version int not null default 1, -- of what people change; the planner's own progress leaves it alone
  primary key (tenant_id, id),
  foreign key (tenant_id, based_on_id) references deployment_plan,
  foreign key (tenant_id, made_by) references person,
  foreign key (tenant_id, published_by) references person,
  constraint "a published plan says by whom and when" check ((status = 'published') = (published_at is not null) and (published_at is null) = (published_by is null))
);
create index deployment_plan_newest on deployment_plan (tenant_id, made_at desc, id desc);
create index deployment_plan_based_on on deployment_plan (tenant_id, based_on_id);
create index deployment_plan_made_by on deployment_plan (tenant_id, made_by);
create index deployment_plan_published_by on deployment_plan (tenant_id, published_by);
alter table stationing add foreign key (tenant_id, plan_id) references deployment_plan;

/* What the team lead holds fast or rules out in a plan: somebody at a school, or somebody on a question or expected need. */
create table plan_mark (
  tenant_id uuid not null references tenant,
  plan_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('pin', 'forbid')),
  specialist_id uuid not null,
  school_id uuid not null,
  demand_id uuid, -- a question or an expected need; null: the stationing itself
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, plan_id, id),
  foreign key (tenant_id, plan_id) references deployment_plan,
  foreign key (tenant_id, specialist_id) references person,
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, made_by) references person
);
create unique index "one mark on one thing" on plan_mark (tenant_id, plan_id, specialist_id, school_id, coalesce(demand_id, plan_id));
create index plan_mark_of_specialist on plan_mark (tenant_id, specialist_id);
create index plan_mark_of_school on plan_mark (tenant_id, school_id);
create index plan_mark_made_by on plan_mark (tenant_id, made_by);

/* Whom a published plan proposes for a question: taken with the question's own step, by whoever may assign. */
create table assignment_proposal (
  tenant_id uuid not null references tenant,
  id uuid not null,
  question_id uuid not null,
  specialist_id uuid not null,
  plan_id uuid not null,
  dagdelen numeric(5, 1) not null check (dagdelen > 0),
  starts_on date not null,
  ends_on date not null, -- half-open
  state text not null default 'open' check (state in ('open', 'taken', 'lapsed')),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, question_id) references support_question,
  foreign key (tenant_id, specialist_id) references person,
  foreign key (tenant_id, plan_id) references deployment_plan,
  constraint "a proposal ends after it begins" check (ends_on > starts_on),
  constraint "only an open proposal is not closed" check ((state = 'open') = (closed_at is null))
);
create unique index "one open proposal for a question" on assignment_proposal (tenant_id, question_id) where state = 'open';
create index assignment_proposal_of_question on assignment_proposal (tenant_id, question_id);
create index assignment_proposal_of_specialist on assignment_proposal (tenant_id, specialist_id);
create index assignment_proposal_of_plan on assignment_proposal (tenant_id, plan_id);

/* The language somebody must speak to help here, beside Dutch; said when asking, or at triage. It plans the work. */
alter table support_question add language text check (btrim(language) <> '' and length(language) <= 60);
grant insert (language), update (language) on support_question to kortelijn_app;

-- Who reads what -------------------------------------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['ambition', 'stationing_protocol', 'stationing', 'stationing_school', 'stationing_ambition', 'stationing_entry', 'travel_base',
    'specialist_planning', 'travel_time', 'expected_need', 'planning_settings', 'planning_weight', 'deployment_plan', 'plan_mark', 'assignment_proposal'] loop
    call put_under_law(name::regclass);
    execute format('grant select on %I to kortelijn_app', name);
  end loop;
  -- Names, places and measures that are nobody's secret within the partnership.
  foreach name in array array['ambition', 'travel_base', 'travel_time', 'planning_settings', 'planning_weight'] loop
    execute format('create policy members_read on %I for select to kortelijn_app using (tenant_id = (select app_tenant()))', name);
  end loop;
  -- Plans are the team lead's alone until they are published: they weigh people.
  foreach name in array array['deployment_plan', 'plan_mark'] loop
    execute format('create policy team_lead_reads on %I for select to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is(''team_lead'')))', name);
  end loop;
end
$$;
create policy anybody_reads on stationing_protocol for select to kortelijn_app using (true);
create policy own_or_planner_reads on specialist_planning for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  person_id = (select app_person()) or (select app_is('planning_staff')) or (select app_is('administrator'))));
create policy planner_reads on expected_need for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (select app_is('deployment_reader')) or (select app_is('planning_staff'))));
create policy planner_reads on assignment_proposal for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  specialist_id = (select app_person()) or (select app_is('team_lead')) or exists (select from support_question q
    where q.tenant_id = assignment_proposal.tenant_id and q.id = assignment_proposal.question_id
      and q.school_id = any ((select app_ids('contact_schools'))::uuid[]))));

/* Who is where, and how much: specialists, team lead, director and policy adviser of the partnership read all of it, a school and a board
   their own. What is only proposed teachers hear when it is agreed; what was withdrawn stays with the partnership. */
create policy circle_reads on stationing_school for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (select app_is('deployment_reader')) or school_id = any ((select app_ids('schools'))::uuid[])
  or ((select app_ids('boards'))::uuid[] <> '{}' and exists (select from school h where h.tenant_id = stationing_school.tenant_id
    and h.id = stationing_school.school_id and h.board_id = any ((select app_ids('boards'))::uuid[])))));
create policy circle_reads on stationing for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (select app_is('deployment_reader')) or specialist_id = (select app_person())
  or (status <> 'withdrawn' and (board_id = any ((select app_ids('boards'))::uuid[]) or exists (select from stationing_school s
    where s.tenant_id = stationing.tenant_id and s.stationing_id = stationing.id and (stationing.status <> 'proposed'
      or s.school_id = any ((select app_ids('question_schools'))::uuid[]) or (select app_ids('boards'))::uuid[] <> '{}'))))));
create policy with_its_stationing on stationing_ambition for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from stationing s where s.tenant_id = stationing_ambition.tenant_id and s.id = stationing_ambition.stationing_id));
create policy with_its_stationing on stationing_entry for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from stationing s where s.tenant_id = stationing_entry.tenant_id and s.id = stationing_entry.stationing_id));

-- The context knows two things more: where somebody is stationed today, and whether they read the whole deployment ------------------

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
    bool_or(a.role in ('specialist', 'team_lead', 'partnership_director', 'policy_adviser')) as deployment_reader,
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
    set_config('app.stationed', case when not r.specialist then '{}' else (
      select coalesce(array_agg(distinct x.school_id), '{}')::text from stationing s
      join stationing_school x on x.tenant_id = s.tenant_id and x.stationing_id = s.id
      where s.tenant_id = p_tenant and s.specialist_id = p_person and s.status in ('agreed', 'active', 'evaluated')
        and s.starts_on <= today and s.ends_on > today) end, true),
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
    set_config('app.deployment_reader', case when r.deployment_reader then 'yes' else '' end, true),
    set_config('app.covers_all', case when r.covers_all then 'yes' else '' end, true),
    set_config('app.staff', case when r.staff then 'yes' else '' end, true),
    set_config('app.operator', '', true);
end
$$;
