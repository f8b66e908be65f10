-- Ondersteuningsspecialisten: a school's question reaches the right specialist by the shortest line. The tables hold what was asked and
-- done; 0024 holds everyone to the protocol.
--
-- A question moves only by a new row in question_entry, as a concern does. What plans the work (school, level, urgency, dagdelen, dates)
-- stands apart from the words, because a team lead plans a question on a pupil without reading it: support_question and question_entry
-- hold no text of anybody, question_words, question_pupil and question_entry_words hold all of it and have stricter policies.

/* The protocol as data: the same table as src/questions/question.rules.ts, and a test keeps them the same. */
create table question_protocol (
  step text not null,
  from_status text not null,
  to_status text not null,
  relations text[] not null, -- who may take it, first match first
  primary key (step, from_status, to_status)
);

/* Kinds of expertise; each partnership edits its own list. */
create table expertise (
  tenant_id uuid not null references tenant,
  code text not null check (code ~ '^[a-z0-9_]{2,40}$'),
  name text not null check (btrim(name) <> ''),
  position int not null default 0,
  ended_on date,
  version int not null default 1,
  primary key (tenant_id, code)
);

create table support_question (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null check (number ~ '^[0-9A-Z]{6}$'),
  school_id uuid not null,
  author_id uuid, -- null once it has faded
  level text not null check (level in ('school', 'team', 'group', 'pupil')),
  status text not null default 'draft' check (status in ('draft', 'submitted', 'in_triage', 'needs_information', 'at_committee', 'answered',
    'declined', 'withdrawn', 'assigned', 'started', 'evaluated', 'completed', 'stopped', 'followed_up')),
  version int not null default 1,
  urgency text not null default 'normal' check (urgency in ('normal', 'soon', 'now')),
  expertise text[] not null default '{}',
  requested_dagdelen numeric(5, 1) check (requested_dagdelen > 0),
  planned_dagdelen numeric(5, 1) check (planned_dagdelen > 0),
  continues_id uuid, -- the question this one takes up again, or the one before it
  submitter_id uuid,
  holder_id uuid, -- who has it in hands: the next step is theirs
  hand_offs int not null default 0, -- from one person to another, until the first contact
  -- Days of the short line; each is set by the step it belongs to and never moves afterwards (but a second time at the committee begins anew).
  signalled_on date not null, -- first signal at the school
  asked_at timestamptz not null,
  touched_at timestamptz not null,
  submitted_on date,
  triaged_on date,
  involved_on date, -- first specialist thinks along or is assigned
  complete_on date, -- complete file at the committee
  advised_on date,
  first_contact_on date,
  started_on date,
  evaluate_by date, -- last day of the longest assignment
  evaluated_on date,
  completed_on date,
  follow_up_on date, -- when to ask whether it lasted
  lasted text check (lasted in ('yes', 'partly', 'no')),
  ended_at timestamptz,
  -- Clocks stand still on the days in a pause: after its first day, up to and including its last.
  paused_on date, -- the school's clock stands still since
  pauses datemultirange not null default '{}',
  incomplete_on date, -- the committee's clock stands still since: held over, something is missing
  committee_pauses datemultirange not null default '{}',
  warned_at timestamptz,
  faded_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, id, school_id, level),
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, author_id) references person,
  foreign key (tenant_id, submitter_id) references person,
  foreign key (tenant_id, holder_id) references person,
  foreign key (tenant_id, continues_id) references support_question,
  constraint "only a draft is not submitted" check ((status = 'draft') = (submitted_on is null) or status = 'withdrawn'),
  constraint "its author is known until it fades" check ((author_id is null) = (faded_at is not null))
);
create index question_newest on support_question (tenant_id, touched_at desc, id desc);
create index question_of_school on support_question (tenant_id, school_id, touched_at desc, id desc);
create index question_of_author on support_question (tenant_id, author_id, touched_at desc, id desc);
create index question_by_status on support_question (tenant_id, status, touched_at desc, id desc);
create index question_of_submitter on support_question (tenant_id, submitter_id);
create index question_of_holder on support_question (tenant_id, holder_id, touched_at desc, id desc);
-- What is still open is a small part of all years.
create index question_open on support_question (tenant_id, touched_at desc, id desc) where ended_at is null;
create index question_open_of_school on support_question (tenant_id, school_id, touched_at desc, id desc) where ended_at is null;
create index question_continues on support_question (tenant_id, continues_id);

/* What the school writes. At level pupil a pseudonym without initials and an age band, never a name. */
create table question_words (
  tenant_id uuid not null references tenant,
  question_id uuid not null,
  school_id uuid not null,
  level text not null,
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  need text not null check (btrim(need) <> '' and length(need) <= 20000),
  tried_so_far text check (length(tried_so_far) <= 20000),
  pseudonym text check (length(pseudonym) <= 40),
  age_band text check (age_band ~ '^[0-9]{1,2}-[0-9]{1,2}$'),
  primary key (tenant_id, question_id),
  foreign key (tenant_id, question_id, school_id, level) references support_question (tenant_id, id, school_id, level) on update cascade,
  constraint "a pseudonym stands at level pupil alone" check (level = 'pupil' or (pseudonym is null and age_band is null))
);

create index question_words_of_question on question_words (tenant_id, question_id, school_id, level);

/* The gate before a question on a pupil, and the way to the own file system. Consent is a house rule; the legal ground stands apart from it. */
create table question_pupil (
  tenant_id uuid not null references tenant,
  question_id uuid not null,
  school_id uuid not null,
  level text not null check (level = 'pupil'),
  case_number text check (length(case_number) <= 60), -- the school's own number in the pupil-file system; never a BSN
  parents_spoken_on date,
  parents_consent_on date,
  pupil_consent_on date,
  legal_ground text check (length(legal_ground) <= 500), -- as the partnership words it on the day of submitting
  primary key (tenant_id, question_id),
  foreign key (tenant_id, question_id, school_id, level) references support_question (tenant_id, id, school_id, level) on update cascade
);

create index question_pupil_of_question on question_pupil (tenant_id, question_id, school_id, level);

/* The one timeline: what was done, without anybody's words. Never changed. */
create table question_entry (
  tenant_id uuid not null references tenant,
  question_id uuid not null,
  version int not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  relation text not null,
  step text not null,
  from_status text not null,
  to_status text not null,
  choice text check (length(choice) <= 100), -- of a fixed list: think_along (asked, accepted, declined), to_committee (advice, decision), decide (arrangement, tlv), follow_up (yes, partly, no)
  on_date date, -- start: first contact; assign: from
  until_date date, -- assign, extend: the last day
  urgency text,
  expertise text[],
  dagdelen numeric(5, 1),
  specialist_id uuid, -- think_along, assign, hand_over: whom
  from_id uuid, -- hand_over: from whom
  role text check (length(role) <= 100),
  meeting_id uuid, -- to_committee, hold_over, advise, decide
  primary key (tenant_id, question_id, version),
  unique (tenant_id, id),
  foreign key (tenant_id, question_id) references support_question,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, specialist_id) references person,
  foreign key (tenant_id, from_id) references person,
  foreign key (step, from_status, to_status) references question_protocol
);
create index question_entry_of_person on question_entry (tenant_id, person_id);
create index question_entry_of_specialist on question_entry (tenant_id, specialist_id);
create index question_entry_from on question_entry (tenant_id, from_id);

/* The words that belong to an entry, written just before it in the same transaction. */
create table question_entry_words (
  tenant_id uuid not null references tenant,
  question_id uuid not null,
  version int not null,
  text text check (length(text) <= 20000), -- answer, what is missing, the reason, the advice
  next_step text check (length(next_step) <= 20000), -- decline, stop
  primary key (tenant_id, question_id, version),
  foreign key (tenant_id, question_id, version) references question_entry deferrable initially deferred
);

/* A specialist and a question. Only entries make and end one: think_along, assign, hand_over, stop. */
create table assignment (
  tenant_id uuid not null references tenant,
  id uuid not null,
  question_id uuid not null,
  specialist_id uuid not null,
  kind text not null check (kind in ('thinks_along', 'assigned')),
  role text not null check (btrim(role) <> '' and length(role) <= 100), -- in the partnership's own words, such as «eerste begeleider»
  state text not null check (state in ('asked', 'active', 'declined', 'ended')),
  planned_dagdelen numeric(5, 1) check (planned_dagdelen > 0),
  starts_on date,
  ends_on date, -- half-open
  made_at timestamptz not null,
  began_at timestamptz,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, question_id) references support_question,
  foreign key (tenant_id, specialist_id) references person,
  constraint "who is assigned has dagdelen and days" check (kind = 'thinks_along' or (planned_dagdelen is not null and ends_on > starts_on))
);
create unique index "once on a question at a time" on assignment (tenant_id, question_id, specialist_id, kind) where state in ('asked', 'active');
create index assignment_of_question on assignment (tenant_id, question_id);
create index assignment_of_specialist on assignment (tenant_id, specialist_id, state);

/* How long each part of the short line may take, in school days, and where that comes from: every partnership edits its own. */
create table question_term (
  tenant_id uuid not null references tenant,
  clock text not null check (clock in ('first_contact', 'triage', 'start', 'committee', 'evaluation')),
  days int not null check (days between 1 and 400), -- evaluation: after the last day of the assignment
  warn_days int not null check (warn_days >= 0), -- how many school days before the end whoever holds it is warned
  source text not null check (btrim(source) <> '' and length(source) <= 500),
  version int not null default 1,
  primary key (tenant_id, clock),
  constraint "a warning comes before the end" check (warn_days < days)
);

alter table tenant
  add follow_up_months int not null default 6 check (follow_up_months between 1 and 24),
  add question_fade_months int not null default 24 check (question_fade_months between 1 and 120),
  add goal_points int not null default 6 check (goal_points in (5, 6)),
  add consent_parents_below int not null default 16 check (consent_parents_below between 0 and 23), -- years of age
  add consent_pupil_from int not null default 12 check (consent_pupil_from between 0 and 23),
  add consent_source text not null default 'Huisregel: onder 12 jaar de ouders, van 12 tot en met 15 jaar ouders en leerling, vanaf 16 jaar de leerling.',
  add legal_ground text not null default 'Wettelijke taak van het samenwerkingsverband: adviseren over en toewijzen van ondersteuning.',
  add legal_ground_source text not null default 'Artikel 18a van de Wet op het primair onderwijs. Laat uw FG dit nakijken.';
grant update (follow_up_months, question_fade_months, goal_points, consent_parents_below, consent_pupil_from, consent_source, legal_ground,
  legal_ground_source) on tenant to kortelijn_app;

/* What a partnership begins with. */
create function begin_questions(p_tenant uuid) returns void language sql as $$
  insert into expertise (tenant_id, code, name, position)
  select p_tenant, code, name, nth::int from unnest(
    array['taal_lezen', 'rekenen', 'gedrag', 'jonge_kind', 'hoogbegaafdheid', 'nt2_nieuwkomers', 'executieve_functies', 'sociaal_emotioneel',
      'groepsdynamica', 'autisme_prikkelverwerking', 'motoriek', 'schoolaanwezigheid', 'zml_leren', 'didactiek_coaching'],
    array['Taal en lezen', 'Rekenen', 'Gedrag', 'Het jonge kind', 'Hoogbegaafdheid', 'NT2 en nieuwkomers', 'Executieve functies',
      'Sociaal-emotionele ontwikkeling', 'Groepsdynamica', 'Autisme en prikkelverwerking', 'Motoriek', 'Schoolaanwezigheid',
      'Zeer moeilijk leren', 'Didactiek en coaching van leerkrachten']) with ordinality as x (code, name, nth)
  on conflict do nothing;
  insert into question_term (tenant_id, clock, days, warn_days, source) values
    (p_tenant, 'first_contact', 10, 3, 'Werkafspraak van het samenwerkingsverband'),
    (p_tenant, 'triage', 3, 1, 'Werkafspraak van het samenwerkingsverband'),
    (p_tenant, 'start', 15, 4, 'Werkafspraak van het samenwerkingsverband'),
    (p_tenant, 'committee', 20, 5, 'Vier schoolweken vanaf een compleet dossier: werkafspraak van de commissie'),
    (p_tenant, 'evaluation', 10, 5, 'Werkafspraak van het samenwerkingsverband')
  on conflict do nothing;
$$;
create function tenant_begins() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin perform begin_questions(new.tenant_id); return null; end $$;

-- Who sees what ------------------------------------------------------------------------------------------------------------

call put_under_law('question_protocol');
call put_under_law('expertise');
call put_under_law('support_question');
call put_under_law('question_words');
call put_under_law('question_pupil');
call put_under_law('question_entry');
call put_under_law('question_entry_words');
call put_under_law('assignment');
call put_under_law('question_term');

create policy gate_begins on expertise for insert to kortelijn_gate with check (true);
create policy gate_begins on question_term for insert to kortelijn_gate with check (true);
grant insert on expertise, question_term to kortelijn_gate;
call give_function('begin_questions(uuid)', 'kortelijn_gate', true);
call give_function('tenant_begins()', 'kortelijn_gate', true);
create trigger questions_begin after insert on tenant for each row execute function tenant_begins();
-- The owner is under the law too: for the partnerships that are there already the gate does it.
set local role kortelijn_gate;
select begin_questions(tenant_id) from tenant;
reset role;

create policy anybody_reads on question_protocol for select to kortelijn_app using (true);
create policy members_read on expertise for select to kortelijn_app using (tenant_id = (select app_tenant()));
create policy members_read on question_term for select to kortelijn_app using (tenant_id = (select app_tenant()));
create policy administrator_adds on expertise for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select app_is('administrator')));
create policy administrator_changes on expertise for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and (select app_is('administrator'))) with check (tenant_id = (select app_tenant()));
create policy administrator_changes on question_term for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and (select app_is('administrator'))) with check (tenant_id = (select app_tenant()));
grant select on question_protocol, expertise, question_term to kortelijn_app;
grant insert, update (name, position, ended_on, version) on expertise to kortelijn_app;
grant update (days, warn_days, source, version) on question_term to kortelijn_app;

/* Settings that begin_request works out for these policies:
     question_schools  schools where somebody is contact person, director or IB'er: they read every question there
     schools           every school where somebody has an appointment: a teacher reads what they asked themselves
     assigned          questions on which a specialist works
     along             questions on which a specialist thinks along, or was asked to
     agenda            questions that are or were on an agenda of the committee in the last year, without a conflict of interest
     team_lead         all of them, but at level pupil only what plans the work */
create policy circle_reads on support_question for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  school_id = any ((select app_ids('question_schools'))::uuid[])
  or (author_id = (select app_person()) and school_id = any ((select app_ids('schools'))::uuid[]))
  or (select app_is('team_lead'))
  or id = any ((select app_ids('assigned'))::uuid[])
  or id = any ((select app_ids('along'))::uuid[])
  or id = any ((select app_ids('agenda'))::uuid[])));
create policy circle_reads on question_words for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  school_id = any ((select app_ids('question_schools'))::uuid[])
  or (level <> 'pupil' and (select app_is('team_lead')))
  or question_id = any ((select app_ids('asked'))::uuid[])
  or question_id = any ((select app_ids('assigned'))::uuid[])
  or question_id = any ((select app_ids('along'))::uuid[])
  or question_id = any ((select app_ids('agenda'))::uuid[])));
create policy circle_reads on question_pupil for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  school_id = any ((select app_ids('question_schools'))::uuid[])
  or question_id = any ((select app_ids('asked'))::uuid[])
  or question_id = any ((select app_ids('assigned'))::uuid[])
  or question_id = any ((select app_ids('agenda'))::uuid[])));
create policy with_its_question on question_entry for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from support_question q where q.tenant_id = question_entry.tenant_id and q.id = question_entry.question_id));
create policy with_its_words on question_entry_words for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from question_words w where w.tenant_id = question_entry_words.tenant_id and w.question_id = question_entry_words.question_id));
create policy with_its_question on assignment for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  specialist_id = (select app_person()) or exists (
  select from support_question q where q.tenant_id = assignment.tenant_id and q.id = assignment.question_id)));
grant select on support_question, question_words, question_pupil, question_entry, question_entry_words, assignment to kortelijn_app;

/* A question is asked by its author, of or for that school; until it is submitted the school and its contact person write on. */
create policy author_asks on support_question for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and author_id = (select app_person()) and status = 'draft'
  and school_id = any ((select app_ids('noting_schools'))::uuid[]));
create policy school_revises on support_question for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and status = 'draft' and (school_id = any ((select app_ids('question_schools'))::uuid[])
    or (author_id = (select app_person()) and school_id = any ((select app_ids('schools'))::uuid[]))))
  with check (tenant_id = (select app_tenant()) and status = 'draft');
grant insert (tenant_id, id, number, school_id, author_id, level, urgency, expertise, requested_dagdelen, continues_id, signalled_on)
  on support_question to kortelijn_app;
grant update (level, urgency, expertise, requested_dagdelen, signalled_on) on support_question to kortelijn_app;
do $$
declare
  part text;
  draft constant text := 'tenant_id = (select app_tenant()) and exists (select from support_question q where q.tenant_id = %1$I.tenant_id
    and q.id = %1$I.question_id and q.status = ''draft'' and (q.school_id = any ((select app_ids(''question_schools''))::uuid[])
      or q.author_id = (select app_person())))'; -- who asked reads it as long as they are of that school
begin
  foreach part in array array['question_words', 'question_pupil'] loop
    execute format('create policy school_writes on %1$I for insert to kortelijn_app with check (' || draft || ')', part);
    execute format('create policy school_revises on %1$I for update to kortelijn_app using (' || draft || ') with check (tenant_id = (select app_tenant()))', part);
  end loop;
end
$$;
-- A level that was changed takes its pupil away.
create policy school_removes on question_pupil for delete to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from support_question q where q.tenant_id = question_pupil.tenant_id and q.id = question_pupil.question_id and q.status = 'draft'
    and (q.school_id = any ((select app_ids('question_schools'))::uuid[]) or q.author_id = (select app_person()))));
grant insert on question_words, question_pupil to kortelijn_app;
grant update (title, need, tried_so_far, pseudonym, age_band) on question_words to kortelijn_app;
grant update (case_number, parents_spoken_on, parents_consent_on, pupil_consent_on) on question_pupil to kortelijn_app;
grant delete on question_pupil to kortelijn_app;

/* Entries are added by who reads the question; 0024 says which and by whom. */
create policy actor_adds on question_entry for insert to kortelijn_app with check (
  tenant_id = (select app_tenant())
  and exists (select from support_question q where q.tenant_id = question_entry.tenant_id and q.id = question_entry.question_id));
create policy before_its_entry on question_entry_words for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and exists (
  select from support_question q where q.tenant_id = question_entry_words.tenant_id and q.id = question_entry_words.question_id
    and q.version + 1 = question_entry_words.version));
grant insert on question_entry, question_entry_words to kortelijn_app;

create policy gate_moves on support_question for update to kortelijn_gate using (true) with check (true);
create policy gate_assigns on assignment for all to kortelijn_gate using (true) with check (true);
create policy gate_records on question_entry for insert to kortelijn_gate with check (true);
create policy gate_gates on question_pupil for update to kortelijn_gate using (true) with check (true);
grant update on support_question to kortelijn_gate;
grant insert, update on assignment to kortelijn_gate;
grant insert on question_entry to kortelijn_gate;
grant update on question_pupil to kortelijn_gate;

/* Locking a question for a step needs no right to change it, and whoever only points at it need not wait. */
create function lock_question(p_tenant uuid, p_id uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ select from support_question where tenant_id = p_tenant and tenant_id = app_tenant() and id = p_id for no key update $$;
call give_function('lock_question(uuid, uuid)', 'kortelijn_gate');
