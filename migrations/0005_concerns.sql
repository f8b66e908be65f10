-- Zorgen delen. «Uitgangspunt is dat er altijd eerst met de directeur van een school gesproken wordt … en er pas daarna,
-- indien nodig, bestuurlijk geschakeld wordt.» The tables hold what was said; the triggers hold everyone to that sentence.
--
-- A concern moves only by a new row in concern_entry. The program may insert that row and nothing else: the trigger decides
-- whether the step is lawful and moves the concern itself. What belongs to an entry (people, dates, agreements) is written just
-- before it, in the same transaction, and finds its entry at commit; so nothing can be added to it afterwards.

/* The protocol as data: the same table as src/concerns/concern.rules.ts, and a test keeps them the same. */
create table concern_protocol (
  step text not null,
  from_status text not null,
  to_status text not null,
  relations text[] not null, -- who may take it; 'system' records that a term has passed
  board_reads boolean not null, -- part of what the board sees once the concern was put forward
  primary key (step, from_status, to_status)
);

insert into concern_protocol (step, from_status, to_status, relations, board_reads) values
  ('share_with_director', 'noted', 'with_director', '{author}', true),
  ('reply', 'with_director', 'with_director', '{school_director}', true),
  ('reply', 'working', 'working', '{school_director}', true),
  ('add_participant', 'with_director', 'with_director', '{author,school_director}', false),
  ('add_participant', 'working', 'working', '{author,school_director}', false),
  ('plan_conversation', 'with_director', 'with_director', '{author,contact_person,school_director}', false),
  ('plan_conversation', 'working', 'working', '{author,contact_person,school_director}', false),
  ('answer_invitation', 'with_director', 'with_director', '{school_director,participant}', false),
  ('answer_invitation', 'working', 'working', '{school_director,participant}', false),
  ('hold_conversation', 'with_director', 'working', '{author,contact_person,school_director}', true),
  ('hold_conversation', 'working', 'working', '{author,contact_person,school_director}', true),
  ('hold_conversation', 'with_board', 'with_board', '{contact_person,team_lead,partnership_director,board_member}', true),
  ('confirm_report', 'working', 'working', '{school_director}', true),
  ('review', 'working', 'working', '{author,contact_person,school_director}', true),
  ('review', 'working', 'resolved', '{author,contact_person,school_director}', true),
  ('close', 'with_director', 'closed', '{author,contact_person}', true),
  ('close', 'working', 'closed', '{author,contact_person}', true),
  ('close', 'with_board', 'closed', '{team_lead}', true),
  ('propose_board', 'working', 'board_proposed', '{school_director,contact_person,author}', true),
  ('withdraw_proposal', 'board_proposed', 'working', '{proposer}', false),
  ('take_position', 'board_proposed', 'board_proposed', '{school_director}', true),
  ('not_to_board', 'board_proposed', 'working', '{team_lead}', false),
  ('share_with_board', 'board_proposed', 'with_board', '{team_lead}', true),
  ('add_view', 'with_board', 'with_board', '{school_director,board_member}', true),
  ('resolve', 'with_board', 'resolved', '{team_lead}', true),
  ('record_no_position', 'board_proposed', 'board_proposed', '{system}', true),
  ('record_not_confirmed', 'working', 'working', '{system}', true),
  ('record_no_answer', 'with_director', 'with_director', '{system}', false),
  ('record_no_answer', 'working', 'working', '{system}', false);

create table concern (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null check (number ~ '^[0-9A-Z]{6}$'),
  school_id uuid not null,
  author_id uuid not null,
  status text not null default 'noted' check (status in ('noted', 'with_director', 'working', 'board_proposed', 'with_board', 'resolved', 'closed')),
  version int not null default 1,
  theme text,
  noticed_on date not null,
  occasion text not null check (btrim(occasion) <> ''),
  observation text not null check (btrim(observation) <> ''),
  impression text,
  meaning_for_children text,
  goes_well text,
  continues_id uuid,
  noted_at timestamptz not null,
  touched_at timestamptz not null,
  shared_at timestamptz,
  proposed_at timestamptz,
  proposer_id uuid,
  board_id uuid,
  put_forward_at timestamptz,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, author_id) references person,
  foreign key (tenant_id, continues_id) references concern,
  foreign key (tenant_id, board_id) references board,
  constraint "only the author's note is unshared" check ((status = 'noted') = (shared_at is null)),
  constraint "with the board means put forward to a board" check (status <> 'with_board' or (put_forward_at is not null and board_id is not null)),
  constraint "put forward after it was shared" check (put_forward_at is null or put_forward_at > shared_at)
);
-- Lists ask one of these plainly (research: an OR in a policy made the newest-50 list sort everything).
create index concern_shared on concern (tenant_id, touched_at desc, id desc) where status <> 'noted';
create index concern_of_school on concern (tenant_id, school_id, touched_at desc, id desc) where status <> 'noted';
create index concern_of_author on concern (tenant_id, author_id, touched_at desc, id desc);
create index concern_of_board on concern (tenant_id, board_id, touched_at desc, id desc) where put_forward_at is not null;
create index concern_put_forward on concern (tenant_id, touched_at desc, id desc) where put_forward_at is not null;
create index concern_continues on concern (tenant_id, continues_id) where continues_id is not null;

/* The one timeline, the same for all participants: what was said and done, never changed. */
create table concern_entry (
  tenant_id uuid not null references tenant,
  concern_id uuid not null,
  version int not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  relation text not null,
  step text not null,
  from_status text not null,
  to_status text not null,
  board_reads boolean not null,
  choice text,
  text text check (length(text) <= 20000),
  goes_well text check (length(goes_well) <= 20000),
  reason text check (length(reason) <= 20000),
  on_date date,
  at_moment timestamptz,
  primary key (tenant_id, concern_id, version),
  unique (tenant_id, id),
  foreign key (tenant_id, concern_id) references concern,
  foreign key (tenant_id, person_id) references person,
  foreign key (step, from_status, to_status) references concern_protocol,
  constraint "every step says what it must say" check (
    case step
      when 'reply' then choice in ('accurate', 'inaccurate', 'addition') and btrim(text) <> ''
      when 'answer_invitation' then choice in ('accepted', 'other_date') and at_moment is not null
      when 'hold_conversation' then on_date is not null and btrim(text) <> '' and btrim(goes_well) <> ''
      when 'confirm_report' then choice in ('agrees', 'own_view') and (choice = 'agrees' or btrim(text) <> '')
      when 'review' then btrim(text) <> ''
      when 'close' then btrim(choice) <> '' and btrim(text) <> ''
      when 'propose_board' then btrim(text) <> ''
      when 'withdraw_proposal' then btrim(text) <> ''
      when 'take_position' then choice in ('agrees', 'disagrees', 'other') and btrim(text) <> ''
      when 'not_to_board' then btrim(text) <> '' and on_date is not null
      when 'add_view' then btrim(text) <> ''
      when 'resolve' then btrim(reason) <> '' and btrim(text) <> ''
      else true
    end is true
  )
);

/* Who belongs to an entry: the participant added, the people invited, the people who were there. */
create table concern_entry_person (
  tenant_id uuid not null references tenant,
  concern_id uuid not null,
  version int not null,
  person_id uuid not null,
  participates boolean not null default false,
  primary key (tenant_id, concern_id, version, person_id),
  foreign key (tenant_id, concern_id, version) references concern_entry deferrable initially deferred,
  foreign key (tenant_id, person_id) references person
);
create index concern_participations on concern_entry_person (tenant_id, person_id, concern_id) where participates;

/* A conversation that was planned. One about a concern springs from that concern's entry; a cycle conversation cannot carry one. */
create table conversation (
  tenant_id uuid not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('concern', 'cycle', 'other')),
  school_id uuid not null,
  concern_id uuid,
  version int,
  title text,
  starts_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, concern_id, version),
  foreign key (tenant_id, school_id) references school,
  foreign key (tenant_id, made_by) references person,
  foreign key (tenant_id, concern_id, version) references concern_entry deferrable initially deferred,
  constraint "only a concern conversation carries a concern" check ((kind = 'concern') = (concern_id is not null) and (concern_id is null) = (version is null)),
  constraint "a cycle conversation has a date and a title" check (kind = 'concern' or (starts_at is not null and btrim(title) <> '')),
  constraint "a concern conversation has no title of its own" check (kind <> 'concern' or title is null)
);
-- now() stands still within a transaction: nobody plans concern conversations by the dozen.
create unique index "no concern conversations in bulk" on conversation (tenant_id, made_by, made_at) where kind = 'concern';
create index conversation_newest on conversation (tenant_id, made_at desc, id desc);
create index conversation_of_school on conversation (tenant_id, school_id, made_at desc, id desc);

create table conversation_proposal (
  tenant_id uuid not null references tenant,
  concern_id uuid not null,
  version int not null,
  starts_at timestamptz not null,
  primary key (tenant_id, concern_id, version, starts_at),
  foreign key (tenant_id, concern_id, version) references concern_entry deferrable initially deferred
);

create table agreement (
  tenant_id uuid not null references tenant,
  id uuid not null,
  concern_id uuid not null,
  version int not null,
  position int not null,
  what text not null check (btrim(what) <> '' and length(what) <= 20000),
  who text not null check (btrim(who) <> '' and length(who) <= 500),
  by_date date not null,
  children_notice text not null check (btrim(children_notice) <> '' and length(children_notice) <= 20000),
  primary key (tenant_id, id),
  unique (tenant_id, concern_id, version, position),
  foreign key (tenant_id, concern_id, version) references concern_entry deferrable initially deferred
);

/* Who saw or was told which version of a concern, when, on what ground. */
create table disclosure (
  tenant_id uuid not null references tenant,
  concern_id uuid not null,
  version int not null,
  person_id uuid not null,
  kind text not null check (kind in ('told', 'saw')),
  ground text not null,
  at timestamptz not null,
  primary key (tenant_id, concern_id, version, person_id, kind),
  foreign key (tenant_id, concern_id) references concern,
  foreign key (tenant_id, person_id) references person
);

/* A dropped note leaves only that one was dropped. */
create table dropped_note (
  tenant_id uuid not null references tenant,
  id uuid not null,
  dropped_on date not null,
  primary key (tenant_id, id)
);

call put_under_law('concern_protocol');
call put_under_law('concern');
call put_under_law('concern_entry');
call put_under_law('concern_entry_person');
call put_under_law('conversation');
call put_under_law('conversation_proposal');
call put_under_law('agreement');
call put_under_law('disclosure');
call put_under_law('dropped_note');

create policy anybody_reads on concern_protocol for select to kortelijn_app using (true);
grant select on concern_protocol to kortelijn_app;

-- Who sees what ----------------------------------------------------------------------------------------------------------
-- circle: author (as long as an appointment there lasts), contact persons and directors of the school, team lead, participants.
-- forward: after it was put forward, the board of that moment and the partnership director.
do $$
declare
  circle constant text := '(
    (c.author_id = (select app_person()) and ((select app_is(''covers_all'')) or c.school_id = any ((select app_ids(''schools''))::uuid[])))
    or (c.status <> ''noted'' and (
      (select app_is(''team_lead''))
      or c.school_id = any ((select app_ids(''contact_schools''))::uuid[])
      or c.school_id = any ((select app_ids(''director_schools''))::uuid[])
      or c.id = any ((select app_ids(''participations''))::uuid[]))))';
  forward constant text := '(c.put_forward_at is not null and (
      (select app_is(''partnership_director''))
      or c.board_id = any ((select app_ids(''boards''))::uuid[])))';
  child text;
begin
  execute format('create policy circle_reads on concern for select to kortelijn_app using (tenant_id = (select app_tenant()) and %s)', replace(circle, 'c.', ''));
  execute format('create policy board_reads on concern for select to kortelijn_app using (tenant_id = (select app_tenant()) and %s)', replace(forward, 'c.', ''));

  execute format('create policy circle_reads on concern_entry for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
    select from concern c where c.tenant_id = concern_entry.tenant_id and c.id = concern_entry.concern_id and %s))', circle);
  execute format('create policy board_reads on concern_entry for select to kortelijn_app using (tenant_id = (select app_tenant()) and board_reads and exists (
    select from concern c where c.tenant_id = concern_entry.tenant_id and c.id = concern_entry.concern_id and %s))', forward);

  -- What belongs to an entry is seen with it.
  foreach child in array array['concern_entry_person', 'conversation_proposal', 'agreement'] loop
    execute format('create policy with_its_entry on %1$I for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
      select from concern_entry e where e.tenant_id = %1$I.tenant_id and e.concern_id = %1$I.concern_id and e.version = %1$I.version))', child);
    execute format('create policy before_its_entry on %1$I for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and exists (
      select from concern c where c.tenant_id = %1$I.tenant_id and c.id = %1$I.concern_id and c.version + 1 = %1$I.version))', child);
    execute format('grant select, insert on %I to kortelijn_app', child);
  end loop;
end
$$;

/* A note is made by its author, of or for that school, and is theirs alone until they share it. */
create policy author_notes on concern for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and author_id = (select app_person()) and status = 'noted'
  and ((select app_is('covers_all')) or school_id = any ((select app_ids('noting_schools'))::uuid[])));
create policy author_revises on concern for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and status = 'noted' and author_id = (select app_person())
    and ((select app_is('covers_all')) or school_id = any ((select app_ids('schools'))::uuid[])))
  with check (tenant_id = (select app_tenant()) and status = 'noted' and author_id = (select app_person()));
grant select on concern to kortelijn_app;
grant insert (tenant_id, id, number, school_id, author_id, theme, noticed_on, occasion, observation, impression, meaning_for_children, goes_well, continues_id)
  on concern to kortelijn_app;
grant update (theme, noticed_on, occasion, observation, impression, meaning_for_children, goes_well) on concern to kortelijn_app;

/* Locking a concern for a step needs no right to change it. */
create function lock_concern(p_tenant uuid, p_id uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ select from concern where tenant_id = p_tenant and tenant_id = app_tenant() and id = p_id for update $$;

/* The trigger has said who and in what capacity by then. What one cannot read one does not move; passed terms are the gate's to record. */
create policy actor_adds on concern_entry for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and relation <> 'system'
  and exists (select from concern c where c.tenant_id = concern_entry.tenant_id and c.id = concern_entry.concern_id));
grant select, insert on concern_entry to kortelijn_app;

create policy seen_with_its_place on conversation for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and (
    (concern_id is null and ((select app_is('staff')) or school_id = any ((select app_ids('schools'))::uuid[])))
    or exists (select from concern_entry e where e.tenant_id = conversation.tenant_id and e.concern_id = conversation.concern_id and e.version = conversation.version)));
create policy made_at_its_place on conversation for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and made_by = (select app_person()) and (
    (concern_id is null and ((select app_is('covers_all')) or school_id = any ((select app_ids('schools'))::uuid[])))
    or exists (select from concern c where c.tenant_id = conversation.tenant_id and c.id = conversation.concern_id
      and c.school_id = conversation.school_id and c.version + 1 = conversation.version)));
grant select on conversation to kortelijn_app;
grant insert (tenant_id, id, kind, school_id, concern_id, version, title, starts_at, made_by) on conversation to kortelijn_app;

create policy seen_with_the_concern on disclosure for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and exists (select from concern c where c.tenant_id = disclosure.tenant_id and c.id = disclosure.concern_id
    and (c.author_id = (select app_person()) or c.school_id = any ((select app_ids('contact_schools'))::uuid[])
      or c.school_id = any ((select app_ids('director_schools'))::uuid[]) or c.id = any ((select app_ids('participations'))::uuid[]))));
create policy reader_records on disclosure for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and person_id = (select app_person()) and kind = 'saw'
  and exists (select from concern c where c.tenant_id = disclosure.tenant_id and c.id = disclosure.concern_id and c.version = disclosure.version));
create policy gate_tells on disclosure for insert to kortelijn_gate with check (true);
grant select, insert on disclosure to kortelijn_app;
grant insert on disclosure to kortelijn_gate;

create policy gate_moves on concern for update to kortelijn_gate using (true) with check (true);
grant update on concern to kortelijn_gate;
create policy gate_chooses on conversation for update to kortelijn_gate using (true) with check (true);
grant update (starts_at) on conversation to kortelijn_gate;
create policy gate_records on concern_entry for insert to kortelijn_gate with check (true);
grant insert on concern_entry to kortelijn_gate;
call give_function('lock_concern(uuid, uuid)', 'kortelijn_gate');
