-- News and development: the shapes, and who reads them. Posts with open updates, promises, working rules, subscriptions; role profiles,
-- pilots and consultations. The law of writing stands in 0044 (posts), 0045 (promises, rules), 0046 (mail), 0047 (development).

create function app_texts(p_what text) returns text[] language sql stable
as $$ select coalesce(nullif(current_setting('app.' || p_what, true), ''), '{}')::text[] $$;

-- Posts ----------------------------------------------------------------------------------------------------------------------------

/* What a post is about; the partnership's own list. */
create table topic (
  tenant_id uuid not null references tenant,
  code text not null check (code ~ '^[a-z0-9_-]{2,40}$'),
  name text not null check (btrim(name) <> '' and length(name) <= 60),
  position int not null default 0,
  ended_on date,
  version int not null default 1,
  primary key (tenant_id, code)
);
create unique index "a topic stands in the list once" on topic (tenant_id, lower(name));

/* How an area of work is tried out in another way at some places, and what came of it. */
create table pilot (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (btrim(name) <> '' and length(name) <= 120),
  difference text not null check (btrim(difference) <> '' and length(difference) <= 10000), -- Markdown: what is different there
  measures text[] not null default '{}' check (cardinality(measures) <= 20), -- codes: what it is compared by
  ambition_id uuid,
  starts_on date not null,
  ends_on date, -- half-open; null: not known yet
  status text not null default 'draft' check (status in ('draft', 'running', 'decided')),
  decision text check (decision in ('adopted', 'adapted', 'stopped')),
  reasons text check (btrim(reasons) <> '' and length(reasons) <= 10000),
  decided_by uuid,
  decided_on date,
  made_by uuid not null,
  made_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, ambition_id) references ambition,
  foreign key (tenant_id, made_by) references person,
  foreign key (tenant_id, decided_by) references person,
  constraint "a pilot ends after it begins" check (ends_on > starts_on),
  constraint "a decision has its reasons, its day and who took it"
    check ((status = 'decided') = (decision is not null) and num_nulls(decision, reasons, decided_by, decided_on) in (0, 4))
);
create unique index "a pilot has a name of its own" on pilot (tenant_id, lower(name));
create index pilot_newest on pilot (tenant_id, starts_on desc, id desc);
create index pilot_for_ambition on pilot (tenant_id, ambition_id);
create index pilot_made_by on pilot (tenant_id, made_by);
create index pilot_decided_by on pilot (tenant_id, decided_by);

/* Where a pilot runs, and since when. */
create table pilot_school (
  tenant_id uuid not null references tenant,
  pilot_id uuid not null,
  school_id uuid not null,
  starts_on date not null,
  ends_on date, -- half-open
  primary key (tenant_id, pilot_id, school_id),
  foreign key (tenant_id, pilot_id) references pilot,
  foreign key (tenant_id, school_id) references school,
  constraint "a school takes part for at least a day" check (ends_on > starts_on)
);
create index pilot_at_school on pilot_school (tenant_id, school_id);

/* A message, for whom it is and when it goes out. Its words stand in post_text, one row per language. Whom it is for and its day can be
   changed until it is published. Audiences «public» and «parents» need no log-in: parents have none. */
create table post (
  tenant_id uuid not null references tenant,
  id uuid not null,
  code text not null check (code ~ '^[0-9a-z]{6,8}$'), -- in its address, whatever its title becomes
  audiences text[] not null default '{}' check (audiences <@ array['public', 'parents', 'schools', 'professionals', 'boards']),
  areas uuid[] not null default '{}', -- schools, boards and parents of these areas or boards only; both empty: all
  boards uuid[] not null default '{}',
  topics text[] not null default '{}' check (cardinality(topics) <= 8),
  pilot_id uuid, -- tells of this pilot
  appointment_id uuid, -- tells of this appointment: who, what and from when are read from the register
  published_at timestamptz, -- ahead of now: planned
  withdrawn_at timestamptz,
  withdrawn_because text check (btrim(withdrawn_because) <> '' and length(withdrawn_because) <= 500),
  touched_at timestamptz not null, -- published or updated last: the order of lists and feeds
  made_by uuid not null,
  made_at timestamptz not null,
  published_by uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, pilot_id) references pilot,
  foreign key (tenant_id, appointment_id) references appointment,
  foreign key (tenant_id, made_by) references person,
  foreign key (tenant_id, published_by) references person,
  constraint "what is published is for somebody" check (published_at is null or audiences <> '{}'),
  constraint "what is withdrawn was published, and says why" check ((withdrawn_at is null) = (withdrawn_because is null)
    and (withdrawn_at is null or published_at <= withdrawn_at))
);
-- Unique over all partnerships: on a host of none of them an address still leads to one post.
create unique index "a post has a code of its own" on post (code);
create index post_newest on post (tenant_id, touched_at desc, id desc);
create index post_of_pilot on post (tenant_id, pilot_id);
create index post_of_appointment on post (tenant_id, appointment_id);
create index post_made_by on post (tenant_id, made_by);
create index post_published_by on post (tenant_id, published_by);

/* The words of a post in a language: Markdown. Never changed once readers saw them; a spelling fix is laid over them (post_fix), what
   is new is an update. The first language is the post's own, the others are translations of it. */
create table post_text (
  tenant_id uuid not null references tenant,
  post_id uuid not null,
  language text not null check (language in ('nl', 'en', 'ar', 'tr', 'pl', 'uk')),
  original boolean not null,
  title text not null check (btrim(title) <> '' and length(title) <= 150),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  lead text check (btrim(lead) <> '' and length(lead) <= 500),
  body text not null check (length(body) <= 50000),
  picture_id uuid, -- above the text
  picture_alt text check (btrim(picture_alt) <> '' and length(picture_alt) <= 300),
  published_at timestamptz, -- of a translation that came later; else as the post
  made_by uuid not null,
  version int not null default 1,
  primary key (tenant_id, post_id, language),
  foreign key (tenant_id, post_id) references post,
  foreign key (tenant_id, made_by) references person,
  constraint "a picture has words for whoever does not see it" check ((picture_id is null) = (picture_alt is null))
);
create unique index "a post has one original" on post_text (tenant_id, post_id) where original;
create index post_text_made_by on post_text (tenant_id, made_by);
create index post_text_picture on post_text (tenant_id, picture_id);

/* A spelling fix: these few letters read otherwise from now on, and a reader can see it. */
create table post_fix (
  tenant_id uuid not null references tenant,
  post_id uuid not null,
  language text not null,
  nth int not null check (nth between 1 and 50),
  part text not null check (part in ('title', 'lead', 'body', 'update')),
  update_id uuid, -- of part «update»
  before text not null check (before <> '' and length(before) <= 60),
  after text not null check (after <> before and length(after) <= 60),
  at timestamptz not null,
  by_id uuid not null,
  primary key (tenant_id, post_id, language, nth),
  foreign key (tenant_id, post_id, language) references post_text,
  foreign key (tenant_id, by_id) references person,
  constraint "a fix of an update names it" check ((part = 'update') = (update_id is not null))
);
create index post_fix_by on post_fix (tenant_id, by_id);
create index post_fix_of_update on post_fix (tenant_id, update_id);

/* What is added later, with its day and why. Never changed. */
create table post_update (
  tenant_id uuid not null references tenant,
  post_id uuid not null,
  id uuid not null,
  nth int not null check (nth >= 1),
  at timestamptz not null,
  by_id uuid not null,
  primary key (tenant_id, post_id, id),
  unique (tenant_id, post_id, nth),
  unique (tenant_id, id),
  foreign key (tenant_id, post_id) references post,
  foreign key (tenant_id, by_id) references person
);
create index post_update_by on post_update (tenant_id, by_id);

create table post_update_text (
  tenant_id uuid not null references tenant,
  post_id uuid not null,
  update_id uuid not null,
  language text not null,
  reason text not null check (btrim(reason) <> '' and length(reason) <= 300), -- why there is an update
  body text not null check (btrim(body) <> '' and length(body) <= 50000),
  primary key (tenant_id, post_id, update_id, language),
  foreign key (tenant_id, post_id, update_id) references post_update,
  foreign key (tenant_id, post_id, language) references post_text
);
create index post_update_text_language on post_update_text (tenant_id, post_id, language);

/* Pictures and files of a post. Who reads the post reads them. */
create table post_file (
  tenant_id uuid not null references tenant,
  post_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('picture', 'attachment')),
  name text not null check (btrim(name) <> '' and length(name) <= 200),
  media_type text not null check (length(media_type) <= 100), -- told by its content
  size int not null check (size between 1 and 10000000),
  width int check (width between 1 and 20000),
  height int check (height between 1 and 20000),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (tenant_id, post_id, id),
  unique (tenant_id, id),
  foreign key (tenant_id, post_id) references post,
  foreign key (tenant_id, added_by) references person,
  constraint "a picture has its measures" check ((kind = 'picture') = (width is not null) and (width is null) = (height is null))
);
create index post_file_added_by on post_file (tenant_id, added_by);
alter table post_text add foreign key (tenant_id, picture_id) references post_file (tenant_id, id);
create table post_file_content (
  tenant_id uuid not null references tenant,
  file_id uuid not null,
  bytes bytea not null check (octet_length(bytes) between 1 and 10000000),
  primary key (tenant_id, file_id),
  foreign key (tenant_id, file_id) references post_file (tenant_id, id)
);
alter table post_file_content alter column bytes set storage external;

/* Addresses a post had elsewhere, such as on an older site: they lead to it for good. */
create table post_address (
  tenant_id uuid not null references tenant,
  path text not null check (path ~ '^/[!-~]+$' and length(path) <= 300),
  post_id uuid not null,
  primary key (tenant_id, path),
  foreign key (tenant_id, post_id) references post
);
create index post_address_of_post on post_address (tenant_id, post_id);

/* Who read a post, and when last: for «sinds u dit las». Others learn numbers only. */
create table post_reading (
  tenant_id uuid not null references tenant,
  post_id uuid not null,
  person_id uuid not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (tenant_id, post_id, person_id),
  foreign key (tenant_id, post_id) references post,
  foreign key (tenant_id, person_id) references person
);
create index post_reading_of_person on post_reading (tenant_id, person_id);

-- Working rules and promises -------------------------------------------------------------------------------------------------------

/* How the partnership works, in its own words: an explanation beside a protocol that the law itself holds. Each edition has its first day
   and the post that told of it; never changed. */
create table working_rule (
  tenant_id uuid not null references tenant,
  id uuid not null,
  subject text not null check (subject in ('concerns', 'questions', 'committee', 'stationing')),
  starts_on date not null,
  post_id uuid not null,
  body text not null check (btrim(body) <> '' and length(body) <= 10000),
  known_from timestamptz, -- when its post is published; null: not yet
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, subject, starts_on),
  foreign key (tenant_id, post_id) references post,
  foreign key (tenant_id, made_by) references person
);
create index working_rule_of_post on working_rule (tenant_id, post_id);
create index working_rule_made_by on working_rule (tenant_id, made_by);

/* A sentence of a post that binds: who, for whom, by when. Its first day stays, so that what was late stays late. */
create table promise (
  tenant_id uuid not null references tenant,
  id uuid not null,
  post_id uuid not null,
  sentence text not null check (btrim(sentence) <> '' and length(sentence) <= 500),
  owner_id uuid not null,
  owner_title text not null check (btrim(owner_title) <> '' and length(owner_title) <= 100), -- as the public reads it
  audiences text[] not null check (audiences <> '{}' and audiences <@ array['public', 'parents', 'schools', 'professionals', 'boards']),
  due_on date not null, -- the last day, as first promised
  expected_on date, -- a later day that was told
  kept_on date,
  kept_by_post_id uuid,
  kept_words text check (btrim(kept_words) <> '' and length(kept_words) <= 2000),
  made_by uuid not null,
  made_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, post_id) references post,
  foreign key (tenant_id, kept_by_post_id) references post,
  foreign key (tenant_id, owner_id) references person,
  foreign key (tenant_id, made_by) references person,
  constraint "a later day is later" check (expected_on > due_on),
  constraint "kept by a post or with words" check ((kept_on is null) = (kept_by_post_id is null and kept_words is null))
);
create index promise_by_day on promise (tenant_id, due_on, id);
create index promise_of_post on promise (tenant_id, post_id);
create index promise_kept_by_post on promise (tenant_id, kept_by_post_id);
create index promise_of_owner on promise (tenant_id, owner_id);
create index promise_made_by on promise (tenant_id, made_by);

/* What happened with a promise. Never changed. */
create table promise_entry (
  tenant_id uuid not null references tenant,
  promise_id uuid not null,
  version int not null,
  at timestamptz not null,
  by_id uuid not null,
  step text not null check (step in ('make', 'postpone', 'hand_over', 'keep')),
  on_date date, -- postpone: the later day; keep: the day it was kept
  words text check (btrim(words) <> '' and length(words) <= 2000),
  primary key (tenant_id, promise_id, version),
  foreign key (tenant_id, promise_id) references promise,
  foreign key (tenant_id, by_id) references person
);
create index promise_entry_by on promise_entry (tenant_id, by_id);

-- Subscriptions --------------------------------------------------------------------------------------------------------------------

/* Somebody outside who wants to hear: an address that was confirmed by whoever reads its mail. Gone when they stop. */
create table subscription (
  tenant_id uuid not null references tenant,
  id uuid not null,
  email text not null check (email = lower(email) and email like '%_@_%' and length(email) <= 200),
  language text not null default 'nl' check (language in ('nl', 'en', 'ar', 'tr', 'pl', 'uk')),
  audiences text[] not null default '{public}' check (audiences <> '{}' and audiences <@ array['public', 'parents']),
  topics text[] not null default '{}', -- empty: all
  frequency text not null default 'at_once' check (frequency in ('at_once', 'daily', 'weekly')),
  secret_hash bytea not null, -- of the links in its letters: confirm, change, stop
  made_at timestamptz not null,
  confirmed_at timestamptz, -- null: asked for, and gone after some days
  told_until timestamptz, -- what was published until then was mailed
  bounces int not null default 0,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, email),
  unique (secret_hash)
);
create index subscription_by_frequency on subscription (tenant_id, frequency, id) where confirmed_at is not null;

-- Role profiles, consultations -----------------------------------------------------------------------------------------------------

/* What a role is: a functieprofiel. Its words stand in editions. */
create table role_profile (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (btrim(name) <> '' and length(name) <= 120),
  role text, -- of the product, when it is one of those
  version int not null default 1,
  primary key (tenant_id, id)
);
create unique index "a role profile has a name of its own" on role_profile (tenant_id, lower(name));

/* draft -> in_consultation -> adopted; a later edition that is adopted takes its place. Adopted words are never changed. */
create table role_profile_edition (
  tenant_id uuid not null references tenant,
  profile_id uuid not null,
  nth int not null check (nth >= 1),
  status text not null default 'draft' check (status in ('draft', 'in_consultation', 'adopted')),
  body text not null check (length(body) <= 50000), -- Markdown
  starts_on date, -- adopted: from this day
  made_by uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  adopted_by uuid,
  adopted_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, profile_id, nth),
  foreign key (tenant_id, profile_id) references role_profile,
  foreign key (tenant_id, made_by) references person,
  foreign key (tenant_id, adopted_by) references person,
  constraint "what is adopted says by whom and from when" check ((status = 'adopted') = (adopted_at is not null) and num_nulls(adopted_at, adopted_by, starts_on) in (0, 3))
);
create unique index "one open edition of a role profile" on role_profile_edition (tenant_id, profile_id) where status <> 'adopted';
create index role_profile_edition_made_by on role_profile_edition (tenant_id, made_by);
create index role_profile_edition_adopted_by on role_profile_edition (tenant_id, adopted_by);

/* How somebody came into a role: a talk, an offer, a signature, the first day. Between that person and the team lead. */
create table role_transition (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  profile_id uuid not null,
  step text not null check (step in ('talk', 'offer', 'signed', 'started')),
  on_date date not null,
  words text check (btrim(words) <> '' and length(words) <= 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, profile_id, step),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, profile_id) references role_profile,
  foreign key (tenant_id, by_id) references person
);
create index role_transition_of_profile on role_transition (tenant_id, profile_id);
create index role_transition_by on role_transition (tenant_id, by_id);

/* A round of asking: about a role profile, a pilot or a post that is still a draft; whom, from when to when, and what came of it. */
create table consultation (
  tenant_id uuid not null references tenant,
  id uuid not null,
  title text not null check (btrim(title) <> '' and length(title) <= 150),
  introduction text check (btrim(introduction) <> '' and length(introduction) <= 10000), -- Markdown
  profile_id uuid,
  edition int,
  pilot_id uuid,
  post_id uuid,
  roles text[] not null check (roles <> '{}'), -- who is asked
  areas uuid[] not null default '{}', -- of people at a school or board: these areas or boards only; both empty: all
  boards uuid[] not null default '{}',
  anonymous boolean not null default false,
  starts_on date not null,
  ends_on date not null, -- half-open
  status text not null default 'draft' check (status in ('draft', 'open', 'summarised')), -- open: from its first day to its last
  summary text check (btrim(summary) <> '' and length(summary) <= 20000), -- Markdown
  summarised_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, profile_id, edition) references role_profile_edition,
  foreign key (tenant_id, pilot_id) references pilot,
  foreign key (tenant_id, post_id) references post,
  foreign key (tenant_id, made_by) references person,
  constraint "a consultation is about at most one thing" check (num_nonnulls(profile_id, pilot_id, post_id) <= 1 and (profile_id is null) = (edition is null)),
  constraint "a consultation ends after it begins" check (ends_on > starts_on),
  constraint "a summary has its hour" check ((status = 'summarised') = (summarised_at is not null) and (summarised_at is null) = (summary is null))
);
create index consultation_newest on consultation (tenant_id, starts_on desc, id desc);
create index consultation_on_profile on consultation (tenant_id, profile_id, edition);
create index consultation_on_pilot on consultation (tenant_id, pilot_id);
create index consultation_on_post on consultation (tenant_id, post_id);
create index consultation_made_by on consultation (tenant_id, made_by);

create table consultation_question (
  tenant_id uuid not null references tenant,
  consultation_id uuid not null,
  nth int not null check (nth between 1 and 20),
  text text not null check (btrim(text) <> '' and length(text) <= 500),
  options text[] not null default '{}' check (cardinality(options) <= 12), -- empty: answered in own words
  primary key (tenant_id, consultation_id, nth),
  foreign key (tenant_id, consultation_id) references consultation
);

/* Who answered: so that nobody does twice. In an anonymous round nothing leads from here to what they said, nor the order or the hour. */
create table consultation_participant (
  tenant_id uuid not null references tenant,
  consultation_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, consultation_id, person_id),
  foreign key (tenant_id, consultation_id) references consultation,
  foreign key (tenant_id, person_id) references person
);
create index consultation_participant_person on consultation_participant (tenant_id, person_id);

create table consultation_answer (
  tenant_id uuid not null references tenant,
  consultation_id uuid not null,
  id uuid not null, -- of chance alone, not of time
  nth int not null,
  person_id uuid, -- null in an anonymous round
  option text check (length(option) <= 200),
  text text check (btrim(text) <> '' and length(text) <= 4000),
  outcome text check (outcome in ('taken_over', 'partly', 'not_taken_over', 'later')),
  outcome_words text check (btrim(outcome_words) <> '' and length(outcome_words) <= 2000),
  version int not null default 1,
  primary key (tenant_id, consultation_id, id),
  foreign key (tenant_id, consultation_id, nth) references consultation_question,
  foreign key (tenant_id, person_id) references person,
  constraint "an answer says something" check (option is not null or text is not null),
  constraint "what was done with an answer is said in words" check ((outcome is null) = (outcome_words is null))
);
create index consultation_answer_to_question on consultation_answer (tenant_id, consultation_id, nth);
create index consultation_answer_of_person on consultation_answer (tenant_id, person_id);

-- The context knows four things more: who writes posts, who reads all of them, which audiences somebody belongs to, and where ------

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
    array_agg(distinct a.role) as roles,
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
    bool_or(a.role in ('editor', 'policy_adviser', 'team_lead')) as post_writer,
    bool_or(a.role = 'contact_person' or a.role = 'specialist' or (a.school_id is null and a.board_id is null)) as post_reader,
    bool_or(a.role in ('school_director', 'support_coordinator', 'teacher')) as at_school,
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
    set_config('app.roles', r.roles::text, true),
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
    -- For whom a post is, and where: of people at a school or a board; whoever reads every post needs neither.
    set_config('app.audiences', (case when r.at_school then array['schools'] else '{}'::text[] end
      || case when r.boards <> '{}' then array['boards'] else '{}'::text[] end)::text, true),
    set_config('app.reached_areas', case when not (r.at_school or r.boards <> '{}') then '{}' else (
      select coalesce(array_agg(distinct h.area_id), '{}')::text from school h where h.tenant_id = p_tenant and h.area_id is not null
        and ((r.at_school and h.id = any (r.schools)) or h.board_id = any (r.boards))) end, true),
    set_config('app.reached_boards', case when not r.at_school then r.boards::text else (
      select (coalesce(array_agg(distinct h.board_id), '{}') || r.boards)::text from school h
      where h.tenant_id = p_tenant and h.board_id is not null and h.id = any (r.schools)) end, true),
    set_config('app.team_lead', case when r.team_lead then 'yes' else '' end, true),
    set_config('app.partnership_director', case when r.partnership_director then 'yes' else '' end, true),
    set_config('app.administrator', case when r.administrator then 'yes' else '' end, true),
    set_config('app.privacy_officer', case when r.privacy_officer then 'yes' else '' end, true),
    set_config('app.specialist', case when r.specialist then 'yes' else '' end, true),
    set_config('app.committee', case when r.committee_member or r.secretary then 'yes' else '' end, true),
    set_config('app.secretary', case when r.secretary then 'yes' else '' end, true),
    set_config('app.planning_staff', case when r.planning_staff then 'yes' else '' end, true),
    set_config('app.deployment_reader', case when r.deployment_reader then 'yes' else '' end, true),
    set_config('app.post_writer', case when r.post_writer then 'yes' else '' end, true),
    set_config('app.post_reader', case when r.post_reader then 'yes' else '' end, true),
    set_config('app.covers_all', case when r.covers_all then 'yes' else '' end, true),
    set_config('app.staff', case when r.staff then 'yes' else '' end, true),
    set_config('app.operator', '', true);
end
$$;

-- Who reads what -------------------------------------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['topic', 'pilot', 'pilot_school', 'post', 'post_text', 'post_fix', 'post_update', 'post_update_text', 'post_file',
    'post_file_content', 'post_address', 'post_reading', 'working_rule', 'promise', 'promise_entry', 'subscription', 'role_profile',
    'role_profile_edition', 'role_transition', 'consultation', 'consultation_question', 'consultation_participant', 'consultation_answer'] loop
    call put_under_law(name::regclass);
    -- An address outside is nobody's to read: numbers alone leave it.
    if name <> 'subscription' then
      execute format('grant select on %I to kortelijn_app', name);
    end if;
  end loop;
  foreach name in array array['topic', 'role_profile'] loop
    execute format('create policy members_read on %I for select to kortelijn_app using (tenant_id = (select app_tenant()))', name);
  end loop;
end
$$;

/* Writers read drafts; staff read all that is published; everybody else what is for them, or for anybody. */
create policy audience_reads on post for select to kortelijn_app using (tenant_id = (select app_tenant()) and ((select app_is('post_writer'))
  or (published_at <= (select app_now()) and ((select app_is('post_reader')) or audiences && array['public', 'parents']
    or (audiences && (select app_texts('audiences'))
      and ((areas = '{}' and boards = '{}') or areas && (select app_ids('reached_areas')) or boards && (select app_ids('reached_boards'))))))));
create policy with_its_post on post_text for select to kortelijn_app using (tenant_id = (select app_tenant())
  and ((select app_is('post_writer')) or published_at is null or published_at <= (select app_now()))
  and exists (select from post p where p.tenant_id = post_text.tenant_id and p.id = post_text.post_id));
create policy with_its_text on post_fix for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from post_text t where t.tenant_id = post_fix.tenant_id and t.post_id = post_fix.post_id and t.language = post_fix.language));
create policy with_its_post on post_update for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from post p where p.tenant_id = post_update.tenant_id and p.id = post_update.post_id));
create policy with_its_text on post_update_text for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from post_text t where t.tenant_id = post_update_text.tenant_id and t.post_id = post_update_text.post_id and t.language = post_update_text.language));
create policy with_its_post on post_file for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from post p where p.tenant_id = post_file.tenant_id and p.id = post_file.post_id));
create policy with_its_file on post_file_content for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from post_file f where f.tenant_id = post_file_content.tenant_id and f.id = post_file_content.file_id));
create policy with_its_post on post_address for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from post p where p.tenant_id = post_address.tenant_id and p.id = post_address.post_id));
create policy own on post_reading for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));

/* A rule is everybody's once its post is out; before that the writers'. A promise is for whom it was made. */
create policy members_read on working_rule for select to kortelijn_app using (tenant_id = (select app_tenant()) and ((select app_is('post_writer'))
  or known_from <= (select app_now())));
create policy audience_reads on promise for select to kortelijn_app using (tenant_id = (select app_tenant()) and ((select app_is('post_writer'))
  or owner_id = (select app_person()) or (((select app_is('post_reader')) or audiences && array['public', 'parents'] or audiences && (select app_texts('audiences')))
    and exists (select from post p where p.tenant_id = promise.tenant_id and p.id = promise.post_id and p.published_at <= (select app_now())))));
create policy with_its_promise on promise_entry for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from promise p where p.tenant_id = promise_entry.tenant_id and p.id = promise_entry.promise_id));

/* A pilot is everybody's in the partnership once it runs; a draft is the writers' and the partnership director's. */
create policy members_read on pilot for select to kortelijn_app using (tenant_id = (select app_tenant())
  and (status <> 'draft' or (select app_is('post_writer')) or (select app_is('partnership_director'))));
create policy with_its_pilot on pilot_school for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from pilot p where p.tenant_id = pilot_school.tenant_id and p.id = pilot_school.pilot_id));

/* A round is read by whom it asks, from its first day on, and by who runs it. */
create policy asked_read on consultation for select to kortelijn_app using (tenant_id = (select app_tenant()) and ((select app_is('post_writer'))
  or (select app_is('partnership_director')) or (status <> 'draft' and starts_on <= (select app_today()) and roles && (select app_texts('roles'))
    and ((areas = '{}' and boards = '{}') or (select app_is('post_reader'))
      or areas && (select app_ids('reached_areas')) or boards && (select app_ids('reached_boards'))))));
create policy with_its_round on consultation_question for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from consultation c where c.tenant_id = consultation_question.tenant_id and c.id = consultation_question.consultation_id));
create policy own on consultation_participant for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
/* One's own words at any time, if they carry a name. Everybody's by who runs the round; what was asked in secret only after its end, and
   only when at least five took part: before and below that an answer would have a face. Numbers of it leave by a function. */
create policy own_or_after on consultation_answer for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  person_id = (select app_person()) or (((select app_is('post_writer')) or (select app_is('partnership_director'))) and exists (
    select from consultation c where c.tenant_id = consultation_answer.tenant_id and c.id = consultation_answer.consultation_id and not c.anonymous))));

/* Adopted words are everybody's; what is being asked about is for whom it is asked; a draft is the writers' and the director's. */
create policy readers on role_profile_edition for select to kortelijn_app using (tenant_id = (select app_tenant()) and (status = 'adopted'
  or (select app_is('post_writer')) or (select app_is('partnership_director')) or (status = 'in_consultation' and exists (
    select from consultation c where c.tenant_id = role_profile_edition.tenant_id and c.profile_id = role_profile_edition.profile_id and c.edition = role_profile_edition.nth))));
create policy own_or_team_lead on role_transition for select to kortelijn_app using (tenant_id = (select app_tenant())
  and (person_id = (select app_person()) or (select app_is('team_lead'))));
