-- The law of promises and of working rules. src/news/promises/promise.rules.ts explains the same law in Dutch; a test tries every step in every
-- state as raw SQL under kortelijn_app. A promise is made whole (make_promise) and moves only by a new row in promise_entry; nobody takes one
-- back once its post is out.

/* The protocol as data: the same table as promise.rules.ts, and a test keeps them the same. */
create table promise_protocol (
  step text not null,
  from_state text not null,
  to_state text not null,
  relations text[] not null,
  primary key (step, from_state)
);
insert into promise_protocol (step, from_state, to_state, relations) values
  ('make', 'new', 'open', '{writer}'),
  ('postpone', 'open', 'open', '{owner,writer}'),
  ('hand_over', 'open', 'open', '{owner,writer}'),
  ('keep', 'open', 'kept', '{owner,writer}');
call put_under_law('promise_protocol');
create policy anybody_reads on promise_protocol for select to kortelijn_app using (true);
grant select on promise_protocol to kortelijn_app;

-- Who answered for it from then on, and the post that shows it was kept.
alter table promise_entry add owner_id uuid, add owner_title text check (btrim(owner_title) <> '' and length(owner_title) <= 100), add post_id uuid,
  add foreign key (tenant_id, owner_id) references person, add foreign key (tenant_id, post_id) references post,
  add constraint "an owner has a title" check ((owner_id is null) = (owner_title is null));
create index promise_entry_owner on promise_entry (tenant_id, owner_id);
create index promise_entry_of_post on promise_entry (tenant_id, post_id);

/* Where a promise stands in its list: what is open first, the earliest day on top; then what was kept, the last one first. */
create function promise_order(p_due date, p_kept date) returns date language sql immutable
as $$ select case when p_kept is null then p_due else date '7000-01-01' - (p_kept - date '2000-01-01') end $$;
create index promise_in_order on promise (tenant_id, promise_order(due_on, kept_on), id);

/* An owner may be nobody who writes; of a draft nobody else hears, the owner neither. */
drop policy audience_reads on promise;
create policy audience_reads on promise for select to kortelijn_app using (tenant_id = (select app_tenant()) and ((select app_is('post_writer'))
  or (((select app_is('post_reader')) or owner_id = (select app_person()) or audiences && array['public', 'parents']
      or audiences && (select app_texts('audiences')))
    and exists (select from post p where p.tenant_id = promise.tenant_id and p.id = promise.post_id and p.published_at <= (select app_now())))));

do $$
declare
  name text;
begin
  foreach name in array array['promise', 'promise_entry'] loop
    execute format('create policy gate_writes on %I for insert to kortelijn_gate with check (true)', name);
    execute format('grant insert on %I to kortelijn_gate', name);
  end loop;
  foreach name in array array['promise', 'promise_entry', 'working_rule', 'post'] loop
    execute format('create policy eraser_reads_drafts on %I for select to kortelijn_eraser using (true)', name);
    execute format('grant select on %I to kortelijn_eraser', name);
  end loop;
  foreach name in array array['promise', 'promise_entry', 'working_rule'] loop
    execute format('create policy eraser_removes on %I for delete to kortelijn_eraser using (true)', name);
    execute format('grant delete on %I to kortelijn_eraser', name);
  end loop;
end
$$;
create policy gate_moves on promise for update to kortelijn_gate using (true) with check (true);
grant update (owner_id, owner_title, expected_on, kept_on, kept_by_post_id, kept_words, version) on promise to kortelijn_gate;
create policy actor_adds on promise_entry for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and by_id = (select app_person())
  and exists (select from promise p where p.tenant_id = promise_entry.tenant_id and p.id = promise_entry.promise_id));
grant insert on promise_entry to kortelijn_app;

-- What the law asks ---------------------------------------------------------------------------------------------------------------

/* A text as it is read: without the marks of Markdown, each white space one space. The same as plain-words.rules.ts. */
create function plain_words(p_text text) returns text language sql immutable
as $$
  select btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(p_text,
    '!?\[([^\]]*)\]\([^)]*\)', '\1', 'g'), '\n[ \t]*>+', ' ', 'g'), '[*_`~\\]', '', 'g'), '[ \t\r\n\u00A0]+', ' ', 'g'))
$$;

/* Whether the sentence stands in the words of a post, in any language, or in one of its updates, as they read with their fixes. */
create function sentence_stands(p_tenant uuid, p_post uuid, p_sentence text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select plain_words(p_sentence) <> '' and exists (
    select from (
      select fixed_text(t.post_id, t.language, part.name, null, part.words) as told from post_text t
      cross join lateral (values ('lead', coalesce(t.lead, '')), ('body', t.body)) part (name, words) where t.tenant_id = p_tenant and t.post_id = p_post
      union all
      select fixed_text(u.post_id, u.language, 'update', u.update_id, u.body) from post_update_text u where u.tenant_id = p_tenant and u.post_id = p_post
    ) x where position(plain_words(p_sentence) in plain_words(x.told)) > 0)
$$;
call give_function('sentence_stands(uuid, uuid, text)', 'kortelijn_gate', true);

/* Whether somebody works at the partnership today: such a person can answer for a promise. */
create function answers_for(p_tenant uuid, p_person uuid, p_today date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
    where a.tenant_id = p_tenant and a.person_id = p_person and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
      and (a.role in ('contact_person', 'specialist') or (a.school_id is null and a.board_id is null)))
$$;
call give_function('answers_for(uuid, uuid, date)', 'kortelijn_gate', true);

/* For whom something is that is read without log-in, is it for everybody; else each has to be named. */
create function covers_audiences(p_post text[], p_asked text[]) returns boolean language sql immutable
as $$ select 'public' = any (p_post) or p_asked <@ p_post $$;

/* What the actor is to a promise. */
create function promise_relations(p promise) returns text[] language sql stable
as $$
  select array_remove(array[case when p.owner_id = (select app_person()) then 'owner' end, case when (select app_is('post_writer')) then 'writer' end], null)
$$;

/* What stands in the way of an entry, as the codes of promise.rules.ts; empty = the step is lawful. */
create function promise_unmet(p promise, e promise_entry) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
  today constant date := app_today();
  told post;
  proof post;
begin
  select * into told from post x where x.tenant_id = p.tenant_id and x.id = p.post_id;
  if e.step = 'make' then
    if told.withdrawn_at is not null then unmet := unmet || text 'postStands'; end if;
    if not sentence_stands(p.tenant_id, p.post_id, p.sentence) then unmet := unmet || text 'sentenceStands'; end if;
    if exists (select from promise x where x.tenant_id = p.tenant_id and x.post_id = p.post_id and x.id <> p.id
        and plain_words(x.sentence) = plain_words(p.sentence)) then
      unmet := unmet || text 'promisedOnce';
    end if;
    if not covers_audiences(told.audiences, p.audiences) then unmet := unmet || text 'audienceFits'; end if;
    if (p.due_on between today and today + 1830) is not true then unmet := unmet || text 'dayAhead'; end if;
  elsif told.published_at is null or told.published_at > app_now() then
    -- Of a draft one takes the promise back and makes another.
    unmet := unmet || text 'postKnown';
  end if;
  if e.step in ('make', 'hand_over') and not answers_for(p.tenant_id, e.owner_id, today) then unmet := unmet || text 'ownerWorks'; end if;
  if e.step = 'hand_over' and e.owner_id = p.owner_id then unmet := unmet || text 'otherOwner'; end if;
  if e.step = 'postpone' then
    if (e.on_date > coalesce(p.expected_on, p.due_on) and e.on_date between today and today + 1830) is not true then
      unmet := unmet || text 'laterDay';
    end if;
    if coalesce(e.words, '') !~ '\S' then unmet := unmet || text 'wordsGiven'; end if;
  end if;
  if e.step = 'keep' then
    if e.post_id is null and coalesce(e.words, '') !~ '\S' then unmet := unmet || text 'proofGiven'; end if;
    if (e.on_date between day_of(p.made_at) and today) is not true then unmet := unmet || text 'dayBeen'; end if;
    if e.post_id is not null then
      select * into proof from post x where x.tenant_id = p.tenant_id and x.id = e.post_id;
      -- Whoever was promised something can read that it was done.
      if proof.id is null or proof.published_at is null or proof.published_at > app_now() or proof.withdrawn_at is not null
        or not covers_audiences(proof.audiences, p.audiences)
        or not ((proof.areas = '{}' and proof.boards = '{}') or (proof.areas @> told.areas and proof.boards @> told.boards
          and (told.areas <> '{}' or told.boards <> '{}')))
      then
        unmet := unmet || text 'proofReadable';
      end if;
    end if;
  end if;
  return unmet;
end
$$;

/* Every step passes here, whoever sends it. SQLSTATE KL001 = not lawful (the unmet needs), KL002 = somebody else was first. */
create function promise_entry_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  p promise;
  law promise_protocol;
  unmet text[];
begin
  select * into p from promise where tenant_id = new.tenant_id and tenant_id = app_tenant() and id = new.promise_id for no key update;
  if not found or app_person() is null then
    raise insufficient_privilege using message = 'no such promise';
  end if;
  if new.version <> p.version + 1 then
    raise exception using errcode = 'KL002', message = 'the promise has changed meanwhile';
  end if;
  new.at := app_now();
  new.by_id := app_person();
  -- A promise has no version yet while make_promise lays it down.
  select * into law from promise_protocol where step = new.step
    and from_state = case when p.version = 0 then 'new' when p.kept_on is null then 'open' else 'kept' end;
  if not found then
    raise exception using errcode = 'KL001', message = 'stateAllows';
  end if;
  if not law.relations && promise_relations(p) then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  if (new.owner_id is null) = (new.step in ('make', 'hand_over')) or (new.post_id is not null and new.step <> 'keep')
    or (new.on_date is null) = (new.step in ('make', 'postpone', 'keep')) or (new.words is not null and new.step = 'make') then
    raise exception using errcode = 'KL001', message = 'onlyWhatBelongs';
  end if;
  unmet := promise_unmet(p, new);
  if unmet <> '{}' then
    raise exception using errcode = 'KL001', message = array_to_string(unmet, ',');
  end if;
  update promise set version = new.version, owner_id = coalesce(new.owner_id, owner_id), owner_title = coalesce(new.owner_title, owner_title),
    expected_on = case when new.step = 'postpone' then new.on_date else expected_on end,
    kept_on = case when new.step = 'keep' then new.on_date end,
    kept_by_post_id = new.post_id, kept_words = case when new.step = 'keep' then new.words end
  where tenant_id = p.tenant_id and id = p.id;
  return new;
end
$$;
create trigger promise_step_is_lawful before insert on promise_entry for each row execute function promise_entry_law();

/* Makes a sentence of a post a promise, with its first entry; the law above looks at it. Raises KL001 with every code in the way. */
create function make_promise(p_id uuid, p_post uuid, p_sentence text, p_owner uuid, p_owner_title text, p_audiences text[], p_due date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t constant uuid := app_tenant();
begin
  if t is null or app_person() is null or not coalesce(app_is('post_writer'), false)
    or not exists (select from post x where x.tenant_id = t and x.id = p_post) then
    raise insufficient_privilege using message = 'no such post';
  end if;
  -- The same sentence by two at once: the second sees the first.
  perform pg_advisory_xact_lock(hashtextextended(p_post::text, 45));
  insert into promise (tenant_id, id, post_id, sentence, owner_id, owner_title, audiences, due_on, made_by, made_at, version)
  values (t, p_id, p_post, btrim(regexp_replace(p_sentence, '\s+', ' ', 'g')), p_owner, p_owner_title, p_audiences, p_due, app_person(), app_now(), 0);
  insert into promise_entry (tenant_id, promise_id, version, at, by_id, step, on_date, owner_id, owner_title)
  values (t, p_id, 1, app_now(), app_person(), 'make', p_due, p_owner, p_owner_title);
end
$$;
call give_function('make_promise(uuid, uuid, text, uuid, text, text[], date)', 'kortelijn_gate');

do $$
declare
  name text;
begin
  foreach name in array array['promise_unmet(promise, promise_entry)', 'promise_entry_law()'] loop
    call give_function(name::regprocedure, 'kortelijn_gate', true);
  end loop;
end
$$;

/* Takes back a promise that nobody read yet: of a post that is not out. */
create function drop_promise(p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  p promise;
begin
  if not coalesce(app_is('post_writer'), false) then
    raise insufficient_privilege using message = 'no writer';
  end if;
  select x.* into p from promise x join post o on o.tenant_id = x.tenant_id and o.id = x.post_id
  where x.tenant_id = app_tenant() and x.id = p_id and (o.published_at is null or o.published_at > app_now());
  if not found then
    return false;
  end if;
  delete from promise_entry e where e.tenant_id = p.tenant_id and e.promise_id = p.id;
  delete from promise x where x.tenant_id = p.tenant_id and x.id = p.id;
  return found;
end
$$;
call give_function('drop_promise(uuid)', 'kortelijn_eraser');

-- Working rules -------------------------------------------------------------------------------------------------------------------

create policy writer_adds on working_rule for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and made_by = (select app_person())
  and (select app_is('post_writer')) and exists (select from post p where p.tenant_id = working_rule.tenant_id and p.id = working_rule.post_id));
grant insert on working_rule to kortelijn_app;
create policy gate_tells on working_rule for update to kortelijn_gate using (true) with check (true);
grant update (known_from) on working_rule to kortelijn_gate;

/* A rule is known with its post, and does not begin before that. Nobody writes over an edition: what changes is a new one. */
create function working_rule_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  told post;
  unmet text[] := '{}';
begin
  select * into told from post x where x.tenant_id = new.tenant_id and x.tenant_id = app_tenant() and x.id = new.post_id;
  if not found or app_person() is null or not coalesce(app_is('post_writer'), false) then
    raise insufficient_privilege using message = 'no such post';
  end if;
  new.made_by := app_person();
  new.made_at := app_now();
  new.known_from := greatest(told.published_at, case when told.published_at is not null then app_now() end);
  if told.withdrawn_at is not null then unmet := unmet || text 'postStands'; end if;
  if (new.starts_on between day_of(coalesce(new.known_from, app_now())) and app_today() + 1830) is not true then unmet := unmet || text 'startsAhead'; end if;
  if unmet <> '{}' then
    raise exception using errcode = 'KL001', message = array_to_string(unmet, ',');
  end if;
  return new;
end
$$;
call give_function('working_rule_law()', 'kortelijn_gate', true);
create trigger working_rule_is_lawful before insert on working_rule for each row execute function working_rule_law();

/* Takes back an edition that nobody read yet. */
create function drop_working_rule(p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not coalesce(app_is('post_writer'), false) then
    raise insufficient_privilege using message = 'no writer';
  end if;
  delete from working_rule r where r.tenant_id = app_tenant() and r.id = p_id and (r.known_from is null or r.known_from > app_now());
  return found;
end
$$;
call give_function('drop_working_rule(uuid)', 'kortelijn_eraser');

-- What a post binds when it comes out ---------------------------------------------------------------------------------------------

/* What would not be true of the promises and rules of a post that comes out at this moment: promisesStand, rulesAhead. */
create function post_binds_unmet(p post) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select array_remove(array[
    case when exists (select from promise x where x.tenant_id = p.tenant_id and x.post_id = p.id and not (
      sentence_stands(x.tenant_id, x.post_id, x.sentence) and covers_audiences(p.audiences, x.audiences) and x.due_on >= day_of(p.published_at)))
      then 'promisesStand' end,
    case when exists (select from working_rule r where r.tenant_id = p.tenant_id and r.post_id = p.id and r.starts_on < day_of(p.published_at))
      then 'rulesAhead' end], null)
$$;
call give_function('post_binds_unmet(post)', 'kortelijn_gate', true);

/* A post that comes out, now or at an hour, makes its rules known then; until that hour it may not lose what it binds itself to. */
create function post_binds() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  told post;
  unmet text[];
begin
  if tg_table_name = 'post' then
    told := new;
    if new.published_at is distinct from old.published_at then
      update working_rule r set known_from = new.published_at
      where r.tenant_id = new.tenant_id and r.post_id = new.id and (r.known_from is null or r.known_from > app_now());
    end if;
  else
    select * into told from post x where x.tenant_id = old.tenant_id and x.id = old.post_id;
    if told.published_at <= app_now() then
      return null;
    end if;
  end if;
  if told.published_at is null then
    return null;
  end if;
  unmet := post_binds_unmet(told);
  if unmet <> '{}' then
    raise exception using errcode = 'KL001', message = array_to_string(unmet, ',');
  end if;
  return null;
end
$$;
call give_function('post_binds()', 'kortelijn_gate', true);
create trigger post_keeps_its_word after update on post for each row
  when (new.published_at is distinct from old.published_at or new.audiences is distinct from old.audiences) execute function post_binds();
create trigger text_keeps_its_word after update on post_text for each row
  when (new.lead is distinct from old.lead or new.body is distinct from old.body) execute function post_binds();
create trigger text_goes_with_its_word after delete on post_text for each row execute function post_binds();

-- For everybody -------------------------------------------------------------------------------------------------------------------

/* The promises of public posts to whoever reads without log-in, as much as one page shows. p_host, p_code: whose; neither known: of all. Of
   the people no more than the title the owner goes by. */
create function public_promises(p_host text, p_code text, p_post uuid, p_id uuid, p_state text, p_after date, p_after_id uuid, p_limit int)
returns table (sort date, id uuid, promise jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with whose as (
    select coalesce((select h.tenant_id from tenant h where h.host_name = p_host), (
      select c.tenant_id from tenant c where c.code = p_code or c.swv_number = p_code order by c.code = p_code desc limit 1)) as id
  ), listed as (
    select promise_order(x.due_on, x.kept_on) as sort, x.*, o.code as post_code, o.withdrawn_at as post_withdrawn, t.title as post_title, t.slug as post_slug,
      w.name as partnership
    from promise x join post o on o.tenant_id = x.tenant_id and o.id = x.post_id
    join post_text t on t.tenant_id = o.tenant_id and t.post_id = o.id and t.original
    join tenant w on w.tenant_id = x.tenant_id
    where ((select id from whose) is null and (p_code is null or p_post is not null or p_id is not null) or x.tenant_id = (select id from whose))
      and (p_post is null or x.post_id = p_post) and (p_id is null or x.id = p_id)
      and x.audiences && array['public', 'parents'] and o.audiences && array['public', 'parents'] and o.published_at <= (select app_now())
      and case p_state when 'open' then x.kept_on is null when 'late' then coalesce(x.kept_on, (select app_today())) > x.due_on
        when 'kept' then x.kept_on is not null else true end
      and (p_after is null or (promise_order(x.due_on, x.kept_on), x.id) > (p_after, p_after_id))
    order by promise_order(x.due_on, x.kept_on), x.id
    limit least(p_limit, 201)
  )
  select l.sort, l.id, jsonb_build_object('id', l.id, 'version', l.version, 'sentence', l.sentence, 'audiences', to_jsonb(l.audiences),
    'post', jsonb_build_object('id', l.post_id, 'code', l.post_code, 'slug', l.post_slug, 'title', l.post_title, 'withdrawn', l.post_withdrawn is not null),
    'ownerTitle', l.owner_title, 'owner', null, 'ownerWorks', true, 'dueOn', l.due_on, 'expectedOn', l.expected_on, 'keptOn', l.kept_on,
    'keptWords', l.kept_words, 'partnership', l.partnership, 'relations', '[]'::jsonb, 'published', true, 'keptBy', (
      select jsonb_build_object('id', k.id, 'code', k.code, 'slug', kt.slug, 'title', kt.title, 'withdrawn', k.withdrawn_at is not null)
      from post k join post_text kt on kt.tenant_id = k.tenant_id and kt.post_id = k.id and kt.original
      where k.tenant_id = l.tenant_id and k.id = l.kept_by_post_id and k.audiences && array['public', 'parents'] and k.published_at <= (select app_now())),
    'timeline', (select jsonb_agg(jsonb_build_object('version', e.version, 'at', e.at, 'by', null, 'step', e.step, 'onDate', e.on_date,
        'words', e.words, 'ownerTitle', e.owner_title) order by e.version)
      from promise_entry e where e.tenant_id = l.tenant_id and e.promise_id = l.id))
  from listed l order by l.sort, l.id
$$;
call give_function('public_promises(text, text, uuid, uuid, text, date, uuid, int)', 'kortelijn_gate');

/* The editions of how a partnership works on a subject, of public posts, the latest first; of the one partnership there is when none is named. */
create function public_working_rules(p_host text, p_code text, p_subject text, p_post uuid)
returns table (id uuid, subject text, "startsOn" date, body text, post jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select r.id, r.subject, r.starts_on, r.body, jsonb_build_object('id', o.id, 'code', o.code, 'slug', t.slug, 'title', t.title)
  from working_rule r join post o on o.tenant_id = r.tenant_id and o.id = r.post_id
  join post_text t on t.tenant_id = o.tenant_id and t.post_id = o.id and t.original
  where r.known_from <= (select app_now()) and o.published_at <= (select app_now()) and o.audiences && array['public', 'parents']
    and (p_subject is null or r.subject = p_subject) and (p_post is null or r.post_id = p_post)
    and (p_post is not null or r.tenant_id = coalesce((select h.tenant_id from tenant h where h.host_name = p_host),
      (select c.tenant_id from tenant c where c.code = p_code or c.swv_number = p_code order by c.code = p_code desc limit 1),
      (select (array_agg(a.tenant_id))[1] from tenant a having count(*) = 1)))
  order by r.subject, r.starts_on desc
  limit 100
$$;
call give_function('public_working_rules(text, text, text, uuid)', 'kortelijn_gate');

-- Notices -------------------------------------------------------------------------------------------------------------------------

-- The owner is under the law too.
alter table notice_kind no force row level security;
insert into notice_kind (kind, default_choice) values ('promise_due', 'at_once');
alter table notice_kind force row level security;

alter table notice drop constraint notice_subject_check;
alter table notice add constraint notice_subject_check check (subject in ('concern', 'conversation', 'person', 'question', 'stationing', 'promise'));
drop policy own on notice;
create policy own on notice for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and person_id = (select app_person())
  and case subject
    when 'concern' then exists (select from concern c where c.tenant_id = notice.tenant_id and c.id = notice.subject_id)
      and (kind not in ('concern_shared', 'concern_step', 'invitation', 'board') or exists (select from concern_entry e
        where e.tenant_id = notice.tenant_id and e.concern_id = notice.subject_id and e.version = notice.version))
    when 'conversation' then exists (select from conversation k where k.tenant_id = notice.tenant_id and k.id = notice.subject_id)
    when 'question' then exists (select from support_question q where q.tenant_id = notice.tenant_id and q.id = notice.subject_id)
    when 'stationing' then exists (select from stationing s where s.tenant_id = notice.tenant_id and s.id = notice.subject_id)
    when 'promise' then exists (select from promise p where p.tenant_id = notice.tenant_id and p.id = notice.subject_id)
    else subject_id = (select app_person())
  end);

/* may_know as it stands in 0038, and promises: for as long as one answers for them. */
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
    when 'stationing' then exists (select from stationing s where s.tenant_id = n.tenant_id and s.id = n.subject_id
      and (s.status <> 'withdrawn' or n.person_id = s.specialist_id or exists (select from appointment a where a.tenant_id = s.tenant_id
          and a.person_id = n.person_id and a.role = 'team_lead' and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)))
      and stationing_relations(s, n.person_id, p_today) <> '{}')
    when 'promise' then exists (select from promise p join post o on o.tenant_id = p.tenant_id and o.id = p.post_id
      where p.tenant_id = n.tenant_id and p.id = n.subject_id and p.owner_id = n.person_id and p.kept_on is null and o.published_at <= app_now()
        and answers_for(p.tenant_id, p.owner_id, p_today))
    else n.subject_id = n.person_id
  end and not exists (select from person p where p.tenant_id = n.tenant_id and p.id = n.person_id and p.suspended_at is not null)
$$;

/* On a morning: tells each owner once that a promise became theirs, that its day is two weeks ahead, that it is that day, and each month since
   the first promised day. Gives how many notices there were. */
create function remind_of_promises(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  today date;
  told int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true), set_config('app.tenant', '', true), set_config('app.person', '', true);
  today := app_today();
  if not day_has_begun() then
    return 0;
  end if;
  insert into notice (tenant_id, person_id, kind, subject, subject_id, about, nth, due_on, at)
  select p.tenant_id, p.owner_id, 'promise_due', 'promise', p.id, l.about, l.nth, l.due_on, app_now()
  from promise p join post o on o.tenant_id = p.tenant_id and o.id = p.post_id and o.published_at <= app_now()
  cross join lateral (select coalesce(p.expected_on, p.due_on) as day,
    (extract(year from age(today, p.due_on)) * 12 + extract(month from age(today, p.due_on)))::int as months) d
  cross join lateral (
    select 'promise_yours' as about, null::int as nth, d.day as due_on
    where p.owner_id <> (select e.by_id from promise_entry e where e.tenant_id = p.tenant_id and e.promise_id = p.id and e.owner_id is not null
      order by e.version desc limit 1)
      and not exists (select from notice n where n.tenant_id = p.tenant_id and n.person_id = p.owner_id and n.subject_id = p.id and n.about = 'promise_yours')
    union all
    select 'promise_soon', null, d.day where today between d.day - 14 and d.day - 1
    union all
    select 'promise_day', null, d.day where today = d.day
    union all
    select 'promise_late', d.months, p.due_on where d.months >= 1 and today > p.due_on
  ) l
  where p.kept_on is null and answers_for(p.tenant_id, p.owner_id, today)
  on conflict do nothing;
  get diagnostics told = row_count;
  return told;
end
$$;
call give_function('remind_of_promises(timestamptz)', 'kortelijn_gate');
