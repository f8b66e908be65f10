-- What helps a question along: files that belong to it, answered questions and practice notes that look like it, and the search in both.

-- Attachments --------------------------------------------------------------------------------------------------------------------
-- Never at level pupil: there the school's own file system keeps what belongs to the child. Whoever reads the words of a question reads
-- its attachments. A name can tell as much as a file: what is taken away leaves a line without either.

create table attachment (
  tenant_id uuid not null references tenant,
  id uuid not null,
  question_id uuid not null,
  school_id uuid not null,
  level text not null,
  name text check (btrim(name) <> '' and length(name) <= 200), -- what the uploader called it, with the ending of what it is
  media_type text not null check (length(media_type) <= 100), -- told by its content
  size int not null check (size between 1 and 10000000), -- bytes
  text_read boolean not null, -- the writing aid looked at all of its text; else there is only the uploader's word
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, question_id, school_id, level) references support_question (tenant_id, id, school_id, level) on update cascade,
  foreign key (tenant_id, uploaded_by) references person,
  foreign key (tenant_id, removed_by) references person,
  constraint "no attachment about a pupil" check (level <> 'pupil' or removed_at is not null),
  constraint "what is removed has no name any more" check ((name is null) = (removed_at is not null) and (removed_by is null) = (removed_at is null))
);
create index attachment_of_question on attachment (tenant_id, question_id, school_id, level);
create index attachment_uploaded_by on attachment (tenant_id, uploaded_by);
create index attachment_removed_by on attachment (tenant_id, removed_by);

create table attachment_content (
  tenant_id uuid not null references tenant,
  attachment_id uuid not null,
  bytes bytea not null check (octet_length(bytes) between 1 and 10000000),
  primary key (tenant_id, attachment_id),
  foreign key (tenant_id, attachment_id) references attachment
);
-- Office files, PDF and pictures are packed already.
alter table attachment_content alter column bytes set storage external;

call put_under_law('attachment');
call put_under_law('attachment_content');
do $$
begin
  execute format('create policy circle_reads on attachment for select to kortelijn_app using (%s)',
    (select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'question_words'::regclass and polname = 'circle_reads'));
end
$$;
create policy with_its_attachment on attachment_content for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from attachment a where a.tenant_id = attachment_content.tenant_id and a.id = attachment_content.attachment_id));
-- Who of them works on it, the trigger below asks.
create policy circle_adds on attachment for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and uploaded_by = (select app_person()));
create policy circle_removes on attachment for update to kortelijn_app using (tenant_id = (select app_tenant()) and removed_at is null)
  with check (tenant_id = (select app_tenant()));
create policy uploader_fills on attachment_content for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and exists (
  select from attachment a where a.tenant_id = attachment_content.tenant_id and a.id = attachment_content.attachment_id
    and a.uploaded_by = (select app_person()) and a.removed_at is null and a.size = octet_length(attachment_content.bytes)));
grant select, insert (tenant_id, id, question_id, name, media_type, size, text_read), update (removed_at) on attachment to kortelijn_app;
grant select, insert on attachment_content to kortelijn_app;

/* Refuses with the codes of what was not met. */
create function attachment_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  q support_question;
  relations text[];
  unmet text[] := '{}';
begin
  -- One at a time on a question: two that are added at once would both be the twentieth, and its level stays as it was.
  select * into q from support_question where tenant_id = new.tenant_id and id = new.question_id for no key update;
  relations := coalesce(question_relations(q, app_person(), app_today()), '{}');
  if tg_op = 'UPDATE' then
    if new.uploaded_by is distinct from app_person() and not 'contact_person' = any (relations) then
      raise exception using errcode = 'KL001', message = 'roleAllows';
    end if;
    new.name := null;
    new.removed_by := app_person();
    new.removed_at := app_now();
    return new;
  end if;
  if not relations && array['author', 'submitter', 'support_coordinator', 'school_director', 'contact_person', 'specialist', 'thinks_along'] then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  new.school_id := q.school_id;
  new.level := q.level;
  new.uploaded_by := app_person();
  new.uploaded_at := app_now();
  if q.level = 'pupil' then unmet := unmet || text 'notAboutPupil'; end if;
  if q.faded_at is not null or not is_under_way(q) then unmet := unmet || text 'questionOpen'; end if;
  if (select count(*) from attachment a where a.tenant_id = new.tenant_id and a.question_id = new.question_id and a.removed_at is null) >= 20 then
    unmet := unmet || text 'roomForMore';
  end if;
  perform refuse_unmet(unmet);
  return new;
end
$$;
call give_function('attachment_law()', 'kortelijn_gate', true);
create trigger attachment_is_lawful before insert or update on attachment for each row when (current_user = 'kortelijn_app')
  execute function attachment_law();

/* What is taken away is gone. */
create function remove_content() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin delete from attachment_content where tenant_id = new.tenant_id and attachment_id = new.id; return null; end $$;
call give_function('remove_content()', 'kortelijn_eraser', true);
create trigger content_goes after update of removed_at on attachment for each row when (new.removed_at is not null) execute function remove_content();

create function question_level_files() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select from attachment a where a.tenant_id = new.tenant_id and a.question_id = new.id and a.removed_at is null) then
    raise exception using errcode = 'KL001', message = 'levelHasAttachments';
  end if;
  return new;
end
$$;
call give_function('question_level_files()', 'kortelijn_gate', true);
create trigger pupil_has_no_files before update of level on support_question for each row
  when (current_user = 'kortelijn_app' and new.level = 'pupil' and old.level <> 'pupil') execute function question_level_files();

-- Practice notes -----------------------------------------------------------------------------------------------------------------
-- What helped once, without anybody in it, for everybody of the partnership. Nobody publishes alone: a second reader does. What was
-- published is never changed; a new edition takes its place once it was read as well.

create table practice_note (
  tenant_id uuid not null references tenant,
  id uuid not null,
  author_id uuid not null,
  question_id uuid, -- what it was learnt from; null when it is not, or when that question faded
  edition int, -- the one that everybody reads
  open_edition int, -- the one that is being written or read
  open_state text check (open_state in ('draft', 'handed_in')),
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_because text check (length(withdrawn_because) <= 2000),
  used int not null default 0, -- how often somebody said that it helped them too
  version int not null default 1,
  made_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, author_id) references person,
  foreign key (tenant_id, question_id) references support_question,
  constraint "an edition that is open has a state" check ((open_edition is null) = (open_state is null)),
  constraint "what is published has an hour" check ((edition is null) = (published_at is null)),
  constraint "what is withdrawn has a reason" check ((withdrawn_at is null) = (withdrawn_because is null))
);
create index practice_note_of_author on practice_note (tenant_id, author_id, touched_at desc);
create index practice_note_of_question on practice_note (tenant_id, question_id);
create index practice_note_newest on practice_note (tenant_id, published_at desc, id desc) where edition is not null and withdrawn_at is null;
create index practice_note_to_read on practice_note (tenant_id, touched_at) where open_state = 'handed_in';

create table practice_note_edition (
  tenant_id uuid not null references tenant,
  note_id uuid not null,
  edition int not null,
  author_id uuid not null,
  state text not null check (state in ('draft', 'handed_in', 'published', 'replaced', 'withdrawn')),
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  situation text not null check (btrim(situation) <> '' and length(situation) <= 5000),
  approach text not null check (btrim(approach) <> '' and length(approach) <= 10000),
  result text check (length(result) <= 5000),
  expertise text[] not null default '{}',
  reader_id uuid,
  read_at timestamptz,
  sent_back_because text check (length(sent_back_because) <= 2000),
  primary key (tenant_id, note_id, edition),
  foreign key (tenant_id, note_id) references practice_note,
  foreign key (tenant_id, author_id) references person,
  foreign key (tenant_id, reader_id) references person,
  constraint "nobody reads their own note" check (reader_id <> author_id),
  constraint "nothing is published unread" check (state not in ('published', 'replaced') or reader_id is not null)
);
create index practice_edition_of_author on practice_note_edition (tenant_id, author_id);
create index practice_edition_of_reader on practice_note_edition (tenant_id, reader_id);

/* «Dit hielp ook bij ons»: once for each person and question. */
create table practice_note_use (
  tenant_id uuid not null references tenant,
  id uuid not null,
  note_id uuid not null,
  person_id uuid not null,
  question_id uuid,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, note_id, person_id, question_id),
  foreign key (tenant_id, note_id) references practice_note,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, question_id) references support_question
);
create index practice_use_of_person on practice_note_use (tenant_id, person_id);
create index practice_use_of_question on practice_note_use (tenant_id, question_id);

call put_under_law('practice_note');
call put_under_law('practice_note_edition');
call put_under_law('practice_note_use');
create policy members_read on practice_note for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  author_id = (select app_person()) or (edition is not null and withdrawn_at is null)
  or (open_state = 'handed_in' and ((select app_is('planning_staff')) or (select app_is('committee'))))));
create policy members_read on practice_note_edition for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  author_id = (select app_person()) or state = 'published'
  or (state = 'handed_in' and ((select app_is('planning_staff')) or (select app_is('committee'))))));
create policy own on practice_note_use for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
-- Only who reads the words of a question learns from it.
create policy author_begins on practice_note for insert to kortelijn_app with check (tenant_id = (select app_tenant())
  and author_id = (select app_person()) and (question_id is null or exists (
    select from question_words w where w.tenant_id = practice_note.tenant_id and w.question_id = practice_note.question_id)));
create policy author_writes on practice_note_edition for insert to kortelijn_app
  with check (tenant_id = (select app_tenant()) and author_id = (select app_person()));
create policy author_revises on practice_note_edition for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and author_id = (select app_person())) with check (tenant_id = (select app_tenant()));
grant select, insert (tenant_id, id, question_id) on practice_note to kortelijn_app;
grant select, insert (tenant_id, note_id, title, situation, approach, result, expertise),
  update (title, situation, approach, result, expertise) on practice_note_edition to kortelijn_app;
grant select on practice_note_use to kortelijn_app;
create policy gate_moves on practice_note for update to kortelijn_gate using (true) with check (true);
create policy gate_moves on practice_note_edition for update to kortelijn_gate using (true) with check (true);
create policy gate_counts on practice_note_use for insert to kortelijn_gate with check (true);
grant update on practice_note, practice_note_edition to kortelijn_gate;
grant insert on practice_note_use to kortelijn_gate;

/* Whether the actor holds one of these roles today. */
create function holds_role(p_roles text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from appointment a where a.tenant_id = app_tenant() and a.person_id = app_person() and a.role = any (p_roles)
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()))
$$;
call give_function('holds_role(text[])', 'kortelijn_gate', true);

create function practice_note_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not holds_role(array['support_coordinator', 'school_director', 'contact_person', 'teacher', 'specialist', 'team_lead',
    'committee_member', 'committee_secretary']) then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  if new.question_id is not null and not exists (select from support_question q where q.tenant_id = new.tenant_id and q.id = new.question_id
    and q.status in ('answered', 'completed', 'followed_up') and q.faded_at is null) then
    raise exception using errcode = 'KL001', message = 'questionAnswered';
  end if;
  new.author_id := app_person();
  new.made_at := app_now();
  new.touched_at := app_now();
  return new;
end
$$;
call give_function('practice_note_law()', 'kortelijn_gate', true);
create trigger practice_note_is_lawful before insert on practice_note for each row when (current_user = 'kortelijn_app')
  execute function practice_note_law();

/* An edition is written by the author of the note, one at a time, until it is handed in. */
create function practice_edition_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  n practice_note;
begin
  select * into n from practice_note where tenant_id = new.tenant_id and id = new.note_id for no key update;
  if n.author_id is distinct from app_person() then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  if n.withdrawn_at is not null or (tg_op = 'INSERT' and n.open_edition is not null)
    or (tg_op = 'UPDATE' and (old.state <> 'draft' or n.open_edition is distinct from old.edition)) then
    raise exception using errcode = 'KL001', message = 'stateAllows';
  end if;
  if tg_op = 'INSERT' then
    new.edition := coalesce((select max(e.edition) from practice_note_edition e where e.tenant_id = n.tenant_id and e.note_id = n.id), 0) + 1;
    new.author_id := app_person();
    new.state := 'draft';
  end if;
  update practice_note set open_edition = new.edition, open_state = 'draft', touched_at = app_now(),
    version = n.version + case when tg_op = 'INSERT' and new.edition = 1 then 0 else 1 end
  where tenant_id = n.tenant_id and id = n.id;
  return new;
end
$$;
call give_function('practice_edition_law()', 'kortelijn_gate', true);
create trigger practice_edition_is_lawful before insert or update on practice_note_edition for each row when (current_user = 'kortelijn_app')
  execute function practice_edition_law();

/* Every step of a practice note but writing: hand_in, approve, send_back, withdraw, use. Gives its version; null: not there for this person. */
create function take_practice_step(p_id uuid, p_step text, p_words text, p_question uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  n practice_note;
  q support_question;
  reads boolean := holds_role(array['contact_person', 'specialist', 'team_lead', 'committee_member']);
  mine boolean;
  allowed boolean;
begin
  select * into n from practice_note where tenant_id = app_tenant() and id = p_id for no key update;
  mine := n.author_id = app_person();
  if n.id is null or not (mine or (n.edition is not null and n.withdrawn_at is null) or (n.open_state = 'handed_in' and reads)) then
    return null;
  end if;
  allowed := case p_step when 'hand_in' then mine when 'approve' then reads and not mine when 'send_back' then reads and not mine
    when 'withdraw' then mine or holds_role(array['team_lead']) when 'use' then not mine end;
  if allowed is not true then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  if n.withdrawn_at is not null
    or (p_step = 'hand_in' and n.open_state is distinct from 'draft')
    or (p_step in ('approve', 'send_back') and n.open_state is distinct from 'handed_in')
    or (p_step = 'use' and n.edition is null) then
    raise exception using errcode = 'KL001', message = 'stateAllows';
  end if;
  if p_step in ('send_back', 'withdraw') and btrim(coalesce(p_words, '')) = '' then
    raise exception using errcode = 'KL001', message = 'reasonGiven';
  end if;

  if p_step = 'use' then
    if p_question is not null then
      select * into q from support_question where tenant_id = n.tenant_id and id = p_question;
      if q.id is null or coalesce(array_remove(question_relations(q, app_person(), app_today()), 'planner'), '{}') = '{}' then
        raise exception using errcode = 'KL001', message = 'questionYours';
      end if;
    end if;
    insert into practice_note_use (tenant_id, id, note_id, person_id, question_id, at)
    values (n.tenant_id, gen_random_uuid(), n.id, app_person(), p_question, app_now()) on conflict do nothing;
    if not found then
      raise exception using errcode = 'KL001', message = 'notTwice';
    end if;
    update practice_note set used = n.used + 1 where tenant_id = n.tenant_id and id = n.id;
    return n.version;
  end if;

  case p_step
    when 'hand_in' then
      update practice_note_edition set state = 'handed_in', reader_id = null, read_at = null, sent_back_because = null
      where tenant_id = n.tenant_id and note_id = n.id and edition = n.open_edition;
      n.open_state := 'handed_in';
    when 'approve' then
      update practice_note_edition set state = 'replaced' where tenant_id = n.tenant_id and note_id = n.id and edition = n.edition;
      update practice_note_edition set state = 'published', reader_id = app_person(), read_at = app_now()
      where tenant_id = n.tenant_id and note_id = n.id and edition = n.open_edition;
      n.edition := n.open_edition;
      n.published_at := app_now();
      n.open_edition := null;
      n.open_state := null;
    when 'send_back' then
      update practice_note_edition set state = 'draft', reader_id = app_person(), read_at = app_now(), sent_back_because = p_words
      where tenant_id = n.tenant_id and note_id = n.id and edition = n.open_edition;
      n.open_state := 'draft';
    when 'withdraw' then
      update practice_note_edition set state = 'withdrawn'
      where tenant_id = n.tenant_id and note_id = n.id and edition in (n.edition, n.open_edition);
      n.withdrawn_at := app_now();
      n.withdrawn_because := p_words;
      n.open_edition := null;
      n.open_state := null;
  end case;
  update practice_note set edition = n.edition, published_at = n.published_at, open_edition = n.open_edition, open_state = n.open_state,
    withdrawn_at = n.withdrawn_at, withdrawn_because = n.withdrawn_because, version = n.version + 1, touched_at = app_now()
  where tenant_id = n.tenant_id and id = n.id;
  return n.version + 1;
end
$$;
call give_function('take_practice_step(uuid, text, text, uuid)', 'kortelijn_gate');

-- What goes when a question fades ------------------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['attachment', 'attachment_content', 'practice_note', 'practice_note_use'] loop
    execute format('create policy eraser_reads on %I for select to kortelijn_eraser using (true)', name);
    execute format('grant select on %I to kortelijn_eraser', name);
  end loop;
  foreach name in array array['attachment', 'attachment_content', 'practice_note_use'] loop
    execute format('create policy eraser_removes on %I for delete to kortelijn_eraser using (true)', name);
    execute format('grant delete on %I to kortelijn_eraser', name);
  end loop;
end
$$;
create policy eraser_changes on practice_note for update to kortelijn_eraser using (true) with check (true);
grant update (question_id) on practice_note to kortelijn_eraser;

/* What was attached goes with the question; a practice note stays and no longer points at it, and how often it helped was counted. */
create or replace function erase_question_files(p_tenant uuid, p_question uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  delete from attachment_content c using attachment a
  where a.tenant_id = p_tenant and a.question_id = p_question and c.tenant_id = a.tenant_id and c.attachment_id = a.id;
  delete from attachment where tenant_id = p_tenant and question_id = p_question;
  delete from practice_note_use where tenant_id = p_tenant and question_id = p_question;
  update practice_note set question_id = null where tenant_id = p_tenant and question_id = p_question;
$$;

-- Search -------------------------------------------------------------------------------------------------------------------------

/* The words of a question as who reads them finds them: what was asked, and what was answered. */
create table question_search (
  tenant_id uuid not null references tenant,
  question_id uuid not null,
  school_id uuid not null,
  level text not null,
  words tsvector not null,
  plain_words text not null,
  primary key (tenant_id, question_id),
  foreign key (tenant_id, question_id) references question_words on delete cascade
);
create index question_search_words on question_search using gin (tenant_id, words) with (fastupdate = off);
create table practice_note_search (
  tenant_id uuid not null references tenant,
  note_id uuid not null,
  words tsvector not null,
  plain_words text not null,
  primary key (tenant_id, note_id),
  foreign key (tenant_id, note_id) references practice_note
);
create index practice_note_search_words on practice_note_search using gin (tenant_id, words) with (fastupdate = off);
call put_under_law('question_search');
call put_under_law('practice_note_search');
create policy gate_writes on question_search for all to kortelijn_gate using (true) with check (true);
create policy gate_writes on practice_note_search for all to kortelijn_gate using (true) with check (true);
grant insert, update on question_search to kortelijn_gate;
grant insert, update, delete on practice_note_search to kortelijn_gate;

/* Stems with their weight: a word of the title says most. */
create function weighed(p_title text, p_text text, p_more text) returns tsvector
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp
as $$
  select setweight(to_tsvector('dutch_search', coalesce(p_title, '')), 'A') || setweight(to_tsvector('dutch_search', coalesce(p_text, '')), 'B')
    || setweight(to_tsvector('dutch_search', coalesce(p_more, '')), 'C')
$$;

/* Writes down anew what can be found of a question. */
create function index_question(p_tenant uuid, p_question uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into question_search (tenant_id, question_id, school_id, level, words, plain_words)
  select w.tenant_id, w.question_id, w.school_id, w.level, weighed(w.title, w.need, concat_ws(' ', w.tried_so_far, said.answer)),
    words_of(concat_ws(' ', w.title, w.need, w.tried_so_far, said.answer))
  from question_words w, lateral (
    select string_agg(t.text, ' ') as answer from question_entry e
    join question_entry_words t on t.tenant_id = e.tenant_id and t.question_id = e.question_id and t.version = e.version
    where e.tenant_id = w.tenant_id and e.question_id = w.question_id and e.step = 'answer'
  ) said
  where w.tenant_id = p_tenant and w.question_id = p_question
  on conflict (tenant_id, question_id) do update set
    school_id = excluded.school_id, level = excluded.level, words = excluded.words, plain_words = excluded.plain_words
$$;
call give_function('index_question(uuid, uuid)', 'kortelijn_gate', true);

/* Only what everybody reads can be found. */
create function index_practice_note(p_tenant uuid, p_note uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  delete from practice_note_search s where s.tenant_id = p_tenant and s.note_id = p_note and not exists (select from practice_note_edition e
    where e.tenant_id = p_tenant and e.note_id = p_note and e.state = 'published');
  insert into practice_note_search (tenant_id, note_id, words, plain_words)
  select e.tenant_id, e.note_id, weighed(e.title, e.situation, concat_ws(' ', e.approach, e.result)),
    words_of(concat_ws(' ', e.title, e.situation, e.approach, e.result))
  from practice_note_edition e where e.tenant_id = p_tenant and e.note_id = p_note and e.state = 'published'
  on conflict (tenant_id, note_id) do update set words = excluded.words, plain_words = excluded.plain_words;
$$;
call give_function('index_practice_note(uuid, uuid)', 'kortelijn_gate', true);

create function follow_question_in_search() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_table_name = 'practice_note_edition' then
    perform index_practice_note(new.tenant_id, new.note_id);
  elsif tg_op = 'DELETE' then
    perform index_question(old.tenant_id, old.question_id);
  else
    perform index_question(new.tenant_id, new.question_id);
  end if;
  return null;
end
$$;
call give_function('follow_question_in_search()', 'kortelijn_gate', true);
create trigger question_is_found after insert or update on question_words for each row execute function follow_question_in_search();
-- An answer is written just before its entry.
create trigger answer_is_found after insert on question_entry for each row when (new.step = 'answer') execute function follow_question_in_search();
create trigger words_are_found after update or delete on question_entry_words for each row execute function follow_question_in_search();
create trigger note_is_found after update of state on practice_note_edition for each row execute function follow_question_in_search();

select index_question(tenant_id, question_id) from question_words;

/* The different stems of what somebody types, at most sixty. */
create function stems_of(p_text text) returns text[]
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg(stem), '{}') from (
    select stem from unnest(tsvector_to_array(to_tsvector('dutch_search', left(coalesce(p_text, ''), 20000)))) as stem
    where length(stem) between 3 and 60 limit 60) x
$$;
/* Any of these stems. */
create function any_of(p_stems text[]) returns tsquery
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp
as $$ select coalesce(string_agg('''' || replace(replace(stem, '\', '\\'), '''', '''''') || '''', ' | '), '')::tsquery from unnest(p_stems) as stem $$;
/* How many of these stems stand in the words. */
create function shared_stems(p_stems text[], p_words tsvector) returns int
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp
as $$ select count(*)::int from unnest(p_stems) as stem where stem = any (tsvector_to_array(p_words)) $$;

/* Makes search_questions and similar_questions anew out of the policies as they stand: a migration that changes who reads a question calls
   this at its end. */
create procedure make_search_questions() language plpgsql
as $make$
declare
  circle constant text := (select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'support_question'::regclass and polname = 'circle_reads');
  words constant text := (select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'question_words'::regclass and polname = 'circle_reads');
begin
  -- A setting of pg_trgm can be named only once its library is there; the session of an upgrade has not loaded it yet.
  perform similarity('', '');
  execute format($text$
/* Questions with these words that the person may read, newest first; as search_concerns (0018). Who only plans a question finds it by its
   number alone. */
create or replace function search_questions(p_queries text[], p_words text[], p_number text, p_after timestamptz, p_after_id uuid, p_limit int)
returns table (id uuid, touched_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set pg_trgm.word_similarity_threshold = 0.55
as $body$
#variable_conflict use_column
declare
  typed text;
  q tsquery;
begin
  foreach typed in array p_queries loop
    q := to_tsquery('dutch_search', typed);
    return query
      select id, touched_at from support_question
      where (%1$s) and (p_after is null or (touched_at, id) < (p_after, p_after_id))
        and (number = p_number or id in (select question_id from question_search where (%2$s) and words @@ q))
      order by touched_at desc, id desc limit p_limit;
    if found then
      return;
    end if;
  end loop;
  if p_after is not null or cardinality(p_words) = 0 then
    return;
  end if;
  return query
    with newest as (select id, touched_at from support_question where (%1$s) order by touched_at desc, id desc limit 500),
      readable as (select question_id, plain_words from question_search where (%2$s) and question_id in (select n.id from newest n))
    select n.id, n.touched_at
    from newest n join readable r on r.question_id = n.id
    where r.plain_words %%> p_words[1] and (p_words[2] is null or r.plain_words %%> p_words[2]) and (p_words[3] is null or r.plain_words %%> p_words[3])
    order by n.touched_at desc, n.id desc limit p_limit;
end
$body$
$text$, circle, words);
  execute format($text$
/* Answered questions whose words the person may read and that share at least two words with a text, the most alike first; of the same level
   and kind of expertise a little more so. p_not: a question that is not asked for. */
create or replace function similar_questions(p_text text, p_level text, p_expertise text[], p_not uuid, p_limit int)
returns table (id uuid, rank real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $body$
#variable_conflict use_column
declare
  stems constant text[] := stems_of(p_text);
  q constant tsquery := any_of(stems);
begin
  return query
    with readable as (select question_id, words from question_search where (%2$s) and words @@ q),
      answered as (select id, level, expertise from support_question
        where (%1$s) and status in ('answered', 'completed', 'followed_up') and id in (select r.question_id from readable r) and id is distinct from p_not),
      best as (select a.id, (ts_rank(r.words, q, 1) * (case when a.level = p_level then 1.2 else 1 end)
          * (case when a.expertise && p_expertise then 1.5 else 1 end))::real as rank, r.words
        from answered a join readable r on r.question_id = a.id order by 2 desc, 1 desc limit 50)
    select b.id, b.rank from best b where shared_stems(stems, b.words) >= 2 order by b.rank desc, b.id desc limit p_limit;
end
$body$
$text$, circle, words);
end
$make$;
revoke all on procedure make_search_questions() from public;
call make_search_questions();
call give_function('search_questions(text[], text[], text, timestamptz, uuid, int)', 'kortelijn_gate');
call give_function('similar_questions(text, text, text[], uuid, int)', 'kortelijn_gate');

/* Published practice notes with these words, newest first. */
create function search_practice_notes(p_queries text[], p_words text[], p_after timestamptz, p_after_id uuid, p_limit int)
returns table (id uuid, published_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set pg_trgm.word_similarity_threshold = 0.55
as $$
#variable_conflict use_column
declare
  typed text;
  q tsquery;
begin
  foreach typed in array p_queries loop
    q := to_tsquery('dutch_search', typed);
    return query
      select n.id, n.published_at from practice_note n
      where n.tenant_id = app_tenant() and n.edition is not null and n.withdrawn_at is null
        and (p_after is null or (n.published_at, n.id) < (p_after, p_after_id))
        and n.id in (select s.note_id from practice_note_search s where s.tenant_id = app_tenant() and s.words @@ q)
      order by n.published_at desc, n.id desc limit p_limit;
    if found then
      return;
    end if;
  end loop;
  if p_after is not null or cardinality(p_words) = 0 then
    return;
  end if;
  return query
    with newest as (select n.id, n.published_at from practice_note n
      where n.tenant_id = app_tenant() and n.edition is not null and n.withdrawn_at is null order by n.published_at desc, n.id desc limit 500)
    select n.id, n.published_at
    from newest n join practice_note_search s on s.tenant_id = app_tenant() and s.note_id = n.id
    where s.plain_words %> p_words[1] and (p_words[2] is null or s.plain_words %> p_words[2]) and (p_words[3] is null or s.plain_words %> p_words[3])
    order by n.published_at desc, n.id desc limit p_limit;
end
$$;
call give_function('search_practice_notes(text[], text[], timestamptz, uuid, int)', 'kortelijn_gate');

create function similar_practice_notes(p_text text, p_expertise text[], p_limit int)
returns table (id uuid, rank real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
  stems constant text[] := stems_of(p_text);
  q constant tsquery := any_of(stems);
begin
  return query
    with best as (select s.note_id as id, (ts_rank(s.words, q, 1) * (case when e.expertise && p_expertise then 1.5 else 1 end))::real as rank, s.words
      from practice_note_search s
      join practice_note n on n.tenant_id = s.tenant_id and n.id = s.note_id and n.edition is not null and n.withdrawn_at is null
      join practice_note_edition e on e.tenant_id = n.tenant_id and e.note_id = n.id and e.edition = n.edition
      where s.tenant_id = app_tenant() and s.words @@ q order by 2 desc, 1 desc limit 50)
    select b.id, b.rank from best b where shared_stems(stems, b.words) >= 2 order by b.rank desc, b.id desc limit p_limit;
end
$$;
call give_function('similar_practice_notes(text, text[], int)', 'kortelijn_gate');
