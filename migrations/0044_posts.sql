-- The law of posts: who writes one and how it goes out, that published words stay, and what visitors without a log-in get of it. The same
-- steps as src/news/posts/post.rules.ts. The program writes through the functions below and in no other way.

create extension if not exists fuzzystrmatch;

/* What a picture is called in the text: `beeld:1`. */
alter table post_file add column nth int not null check (nth between 1 and 60);
create unique index "a file of a post has a number of its own" on post_file (tenant_id, post_id, nth);
create index post_newest_of_all on post (touched_at desc, id desc) where published_at is not null;

do $$
declare
  name text;
begin
  foreach name in array array['post', 'post_text', 'post_fix', 'post_update', 'post_update_text', 'post_file', 'post_file_content', 'post_reading'] loop
    execute format('create policy gate_adds on %I for insert to kortelijn_gate with check (true)', name);
    execute format('grant insert on %I to kortelijn_gate', name);
  end loop;
  foreach name in array array['post', 'post_text', 'post_reading'] loop
    execute format('create policy gate_changes on %I for update to kortelijn_gate using (true) with check (true)', name);
  end loop;
  foreach name in array array['post_text', 'post_file', 'post_file_content'] loop
    execute format('create policy gate_removes on %I for delete to kortelijn_gate using (true)', name);
    execute format('grant delete on %I to kortelijn_gate', name);
  end loop;
end
$$;
grant update (audiences, areas, boards, topics, pilot_id, appointment_id, published_at, published_by, withdrawn_at, withdrawn_because, touched_at, version)
  on post to kortelijn_gate;
grant update (language, title, slug, lead, body, picture_id, picture_alt, version) on post_text to kortelijn_gate;
grant update (last_at) on post_reading to kortelijn_gate;

/* The partnership's own list of topics: writers keep it. What has ended stays with the posts that have it. */
create policy writer_lists on topic for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select app_is('post_writer')));
create policy writer_changes on topic for update to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('post_writer')))
  with check (tenant_id = (select app_tenant()));
grant insert (tenant_id, code, name, position), update (name, position, ended_on, version) on topic to kortelijn_app;

-- What was published stays ------------------------------------------------------------------------------------------------------------

/* Whoever changes it, also the functions below: for whom a published post is and when it went out stands, and withdrawn is for good. */
create function post_law() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.code <> old.code or new.made_by <> old.made_by or new.made_at <> old.made_at or new.version <= old.version
    or (old.published_at <= app_now() and (new.audiences, new.areas, new.boards, new.topics, new.pilot_id, new.appointment_id, new.published_at, new.published_by)
      is distinct from (old.audiences, old.areas, old.boards, old.topics, old.pilot_id, old.appointment_id, old.published_at, old.published_by))
    or (old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_because) is distinct from (old.withdrawn_at, old.withdrawn_because)) then
    raise exception using errcode = 'KL001', message = 'publishedStays';
  end if;
  return new;
end
$$;
create trigger post_is_lawful before update on post for each row execute function post_law();

/* Words that readers saw are changed and taken away by nobody. */
create function post_words_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select from post p where p.tenant_id = old.tenant_id and p.id = old.post_id and p.published_at <= app_now()) then
    raise exception using errcode = 'KL001', message = 'publishedStays';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
call give_function('post_words_law()', 'kortelijn_gate', true);
create trigger post_words_are_lawful before update or delete on post_text for each row execute function post_words_law();
create trigger post_file_is_lawful before update or delete on post_file for each row execute function post_words_law();

-- Writing -----------------------------------------------------------------------------------------------------------------------------

/* Seven signs that are not mistaken for each other. Of chance, so that an address tells nothing of how many there are. */
create function new_post_code() returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  found text;
begin
  loop
    select string_agg(substr('23456789abcdefghjkmnpqrstvwxyz', 1 + get_byte(r.bytes, i) % 30, 1), '') into found
    from (select uuid_send(gen_random_uuid()) as bytes) r, unnest(array[0, 1, 2, 3, 4, 5, 10]) as i;
    exit when not exists (select from post p where p.code = found);
  end loop;
  return found;
end
$$;
call give_function('new_post_code()', 'kortelijn_gate', true);

/* A post that this person may change, as they saw it. */
create function lock_post(p_id uuid, p_version int) returns post
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  found_post post;
begin
  select * into found_post from post p where p.tenant_id = app_tenant() and p.id = p_id and app_is('post_writer') for update;
  if not found then
    raise insufficient_privilege using message = 'no such post for this person';
  end if;
  if found_post.version is distinct from p_version then
    raise exception using errcode = 'KL002', message = 'the post has changed meanwhile';
  end if;
  return found_post;
end
$$;
call give_function('lock_post(uuid, int)', 'kortelijn_gate', true);

create function refuse_post(p_unmet text[]) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if p_unmet <> '{}' then raise exception using errcode = 'KL001', message = array_to_string(p_unmet, ','); end if;
end
$$;

/* draft | planned | published | withdrawn, at this hour. */
create function post_state(p post) returns text language sql stable
as $$
  select case when p.withdrawn_at is not null then 'withdrawn' when p.published_at is null then 'draft'
    when p.published_at > app_now() then 'planned' else 'published' end
$$;

/* What a post still lacks to go out. */
create function post_lacks(p_id uuid) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select array_remove(array[
    case when p.audiences = '{}' then 'audienceGiven' end,
    case when exists (select from post_text t where t.tenant_id = p.tenant_id and t.post_id = p.id and t.original and btrim(t.body, E' \n\t') = '') then 'bodyGiven' end,
    case when exists (select from post_text t where t.tenant_id = p.tenant_id and t.post_id = p.id and not t.original and btrim(t.body, E' \n\t') = '') then 'translationWhole' end
  ], null)
  from post p where p.tenant_id = app_tenant() and p.id = p_id
$$;
call give_function('post_lacks(uuid)', 'kortelijn_gate', true);

create function texts_of(p jsonb) returns text[] language sql immutable
as $$ select coalesce(array_agg(x order by x), '{}') from (select distinct jsonb_array_elements_text(coalesce(p, '[]')) as x) d $$;

/* A picture of this very post. */
create function picture_fits(p_post uuid, p_picture uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select p_picture is null or exists (select from post_file f
  where f.tenant_id = app_tenant() and f.post_id = p_post and f.id = p_picture and f.kind = 'picture') $$;
call give_function('picture_fits(uuid, uuid)', 'kortelijn_gate', true);

/* A new post (p_version null) or one that readers have not seen yet, whole: for whom it is, and its words in its own language. Gives its version. */
create function save_post(p_id uuid, p_version int, p jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before post;
  unmet text[];
  wanted text[] := texts_of(p->'topics');
  its_areas uuid[] := (select coalesce(array_agg(a.id order by a.id), '{}') from area a where a.tenant_id = app_tenant() and a.code = any (texts_of(p->'areas')));
  its_boards uuid[] := (select coalesce(array_agg(b.id order by b.id), '{}') from board b where b.tenant_id = app_tenant() and b.code = any (texts_of(p->'boards')));
begin
  if not app_is('post_writer') then
    raise insufficient_privilege using message = 'no writer of posts today';
  end if;
  if p_version is not null then before := lock_post(p_id, p_version); end if;
  unmet := array_remove(array[
    case when before.published_at <= app_now() then 'stateAllows' end,
    -- What goes out by itself stays whole until it does; of its words the end of this function asks.
    case when before.published_at is not null and texts_of(p->'audiences') = '{}' then 'audienceGiven' end,
    case when cardinality(its_areas) < cardinality(texts_of(p->'areas')) then 'areaKnown' end,
    case when cardinality(its_boards) < cardinality(texts_of(p->'boards')) then 'boardKnown' end,
    case when exists (select from unnest(wanted) i where i <> all (coalesce(before.topics, '{}')) and not exists (
      select from topic t where t.tenant_id = app_tenant() and t.code = i and (t.ended_on is null or t.ended_on > app_today()))) then 'topicKnown' end,
    case when p->>'pilotId' is not null and not exists (select from pilot x where x.tenant_id = app_tenant() and x.id = (p->>'pilotId')::uuid) then 'pilotKnown' end,
    case when p->>'appointmentId' is not null and not exists (select from appointment x where x.tenant_id = app_tenant() and x.id = (p->>'appointmentId')::uuid)
      then 'appointmentKnown' end,
    case when not picture_fits(p_id, (p->>'pictureId')::uuid) then 'pictureKnown' end,
    case when exists (select from post_text t where t.tenant_id = app_tenant() and t.post_id = p_id and t.language = p->>'language' and not t.original)
      then 'languageFree' end
  ], null);
  perform refuse_post(unmet);
  if p_version is null then
    insert into post (tenant_id, id, code, audiences, areas, boards, topics, pilot_id, appointment_id, touched_at, made_by, made_at)
    values (app_tenant(), p_id, new_post_code(), texts_of(p->'audiences'), its_areas, its_boards, wanted, (p->>'pilotId')::uuid,
      (p->>'appointmentId')::uuid, app_now(), app_person(), app_now())
    on conflict (tenant_id, id) do nothing;
    if not found then
      raise exception using errcode = 'KL002', message = 'there is such a post';
    end if;
    insert into post_text (tenant_id, post_id, language, original, title, slug, lead, body, picture_id, picture_alt, made_by)
    values (app_tenant(), p_id, p->>'language', true, p->>'title', p->>'slug', p->>'lead', coalesce(p->>'body', ''), (p->>'pictureId')::uuid, p->>'pictureAlt', app_person());
    return 1;
  end if;
  update post set audiences = texts_of(p->'audiences'), areas = its_areas, boards = its_boards, topics = wanted, pilot_id = (p->>'pilotId')::uuid,
    appointment_id = (p->>'appointmentId')::uuid, touched_at = case when published_at is null then app_now() else touched_at end, version = version + 1
  where tenant_id = app_tenant() and id = p_id;
  update post_text set language = p->>'language', title = p->>'title', slug = p->>'slug', lead = p->>'lead', body = coalesce(p->>'body', ''),
    picture_id = (p->>'pictureId')::uuid, picture_alt = p->>'pictureAlt', version = version + 1
  where tenant_id = app_tenant() and post_id = p_id and original;
  if before.published_at is not null then perform refuse_post(post_lacks(p_id)); end if;
  return p_version + 1;
end
$$;
call give_function('save_post(uuid, int, jsonb)', 'kortelijn_gate');

/* A translation: until its post is out it may be written again; after that it comes once, and at once. */
create function save_post_translation(p_id uuid, p_version int, p jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before post := lock_post(p_id, p_version);
  is_out boolean := before.published_at <= app_now();
begin
  perform refuse_post(array_remove(array[
    case when before.withdrawn_at is not null then 'stateAllows' end,
    case when not picture_fits(p_id, (p->>'pictureId')::uuid) then 'pictureKnown' end,
    case when exists (select from post_text t where t.tenant_id = app_tenant() and t.post_id = p_id and t.language = p->>'language' and (t.original or is_out))
      then 'languageFree' end,
    case when before.published_at is not null and btrim(coalesce(p->>'body', ''), E' \n\t') = '' then 'translationWhole' end
  ], null));
  insert into post_text as t (tenant_id, post_id, language, original, title, slug, lead, body, picture_id, picture_alt, published_at, made_by)
  values (app_tenant(), p_id, p->>'language', false, p->>'title', p->>'slug', p->>'lead', coalesce(p->>'body', ''), (p->>'pictureId')::uuid, p->>'pictureAlt',
    case when is_out then app_now() end, app_person())
  on conflict (tenant_id, post_id, language) do update set title = excluded.title, slug = excluded.slug, lead = excluded.lead, body = excluded.body,
    picture_id = excluded.picture_id, picture_alt = excluded.picture_alt, version = t.version + 1;
  update post set version = version + 1 where tenant_id = app_tenant() and id = p_id;
  return p_version + 1;
end
$$;
call give_function('save_post_translation(uuid, int, jsonb)', 'kortelijn_gate');

create function remove_post_translation(p_id uuid, p_version int, p_language text) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform refuse_post(case when (lock_post(p_id, p_version)).published_at <= app_now() then array['stateAllows'] else '{}'::text[] end);
  delete from post_text where tenant_id = app_tenant() and post_id = p_id and language = p_language and not original;
  update post set version = version + 1 where tenant_id = app_tenant() and id = p_id;
  return p_version + 1;
end
$$;
call give_function('remove_post_translation(uuid, int, text)', 'kortelijn_gate');

-- Going out ---------------------------------------------------------------------------------------------------------------------------

/* Now (p_at null), or at an hour within a year. */
create function publish_post(p_id uuid, p_version int, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before post := lock_post(p_id, p_version);
begin
  perform refuse_post(array_remove(array[
    case when before.published_at <= app_now() then 'stateAllows' end,
    case when p_at <= app_now() or p_at > app_now() + interval '365 days' then 'timeAhead' end
  ], null) || post_lacks(p_id));
  update post set published_at = coalesce(p_at, app_now()), touched_at = coalesce(p_at, app_now()), published_by = app_person(), version = version + 1
  where tenant_id = app_tenant() and id = p_id;
  return p_version + 1;
end
$$;
call give_function('publish_post(uuid, int, timestamptz)', 'kortelijn_gate');

/* What was planned becomes a draft again. */
create function unplan_post(p_id uuid, p_version int) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform refuse_post(case when post_state(lock_post(p_id, p_version)) <> 'planned' then array['stateAllows'] else '{}'::text[] end);
  update post set published_at = null, published_by = null, touched_at = app_now(), version = version + 1 where tenant_id = app_tenant() and id = p_id;
  return p_version + 1;
end
$$;
call give_function('unplan_post(uuid, int)', 'kortelijn_gate');

create function withdraw_post(p_id uuid, p_version int, p_because text) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform refuse_post(array_remove(array[
    case when post_state(lock_post(p_id, p_version)) <> 'published' then 'stateAllows' end,
    case when btrim(coalesce(p_because, ''), E' \n\t') = '' then 'reasonGiven' end
  ], null));
  update post set withdrawn_at = app_now(), withdrawn_because = p_because, touched_at = app_now(), version = version + 1
  where tenant_id = app_tenant() and id = p_id;
  return p_version + 1;
end
$$;
call give_function('withdraw_post(uuid, int, text)', 'kortelijn_gate');

-- After that --------------------------------------------------------------------------------------------------------------------------

/* A dated block with its reason, in the language of the post and in those of its translations that are given. */
create function update_post(p_id uuid, p_version int, p_update uuid, p_texts jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform refuse_post(array_remove(array[
    case when post_state(lock_post(p_id, p_version)) <> 'published' then 'stateAllows' end,
    case when not exists (select from jsonb_array_elements(p_texts) x join post_text t on t.tenant_id = app_tenant() and t.post_id = p_id and t.original
      and t.language = x->>'language') then 'originalGiven' end,
    case when exists (select from jsonb_array_elements(p_texts) x where not exists (select from post_text t where t.tenant_id = app_tenant()
      and t.post_id = p_id and t.language = x->>'language')) then 'languageKnown' end,
    case when exists (select from jsonb_array_elements(p_texts) x where btrim(coalesce(x->>'reason', ''), E' \n\t') = '') then 'reasonGiven' end,
    case when exists (select from jsonb_array_elements(p_texts) x where btrim(coalesce(x->>'body', ''), E' \n\t') = '') then 'bodyGiven' end
  ], null));
  insert into post_update (tenant_id, post_id, id, nth, at, by_id)
  values (app_tenant(), p_id, p_update, (select coalesce(max(u.nth), 0) + 1 from post_update u where u.tenant_id = app_tenant() and u.post_id = p_id), app_now(), app_person());
  insert into post_update_text (tenant_id, post_id, update_id, language, reason, body)
  select app_tenant(), p_id, p_update, x->>'language', x->>'reason', x->>'body' from jsonb_array_elements(p_texts) x;
  update post set touched_at = app_now(), version = version + 1 where tenant_id = app_tenant() and id = p_id;
  return p_version + 1;
end
$$;
call give_function('update_post(uuid, int, uuid, jsonb)', 'kortelijn_gate');

/* Words that say whether, who must, how many and when: a letter more or less in them and the sentence says something else.
   The same list as in src/news/posts/fix.rules.ts. */
create function weighty_words(p_text text) returns text[] language sql immutable
as $$
  select coalesce(array_agg(w order by w), '{}') from regexp_split_to_table(lower(p_text), '[^[:alnum:]]+') w where w = any (array[
    'niet', 'geen', 'nooit', 'niemand', 'niets', 'nergens', 'zonder', 'noch', 'wel', 'behalve', 'tenzij',
    'mag', 'mogen', 'moet', 'moeten', 'kan', 'kunnen', 'zal', 'zullen', 'wil', 'willen', 'zou', 'zouden', 'hoeft', 'hoeven', 'alle', 'elke', 'enkele', 'sommige',
    'een', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf', 'half', 'halve', 'eerste', 'tweede', 'derde',
    'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag', 'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli',
    'augustus', 'september', 'oktober', 'november', 'december',
    'not', 'no', 'never', 'none', 'nobody', 'nothing', 'nowhere', 'nor', 'without', 'except', 'unless', 'may', 'must', 'can', 'cannot', 'shall', 'will', 'should', 'all', 'every', 'some',
    'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday',
    'january', 'february', 'march', 'june', 'july', 'august', 'october',
    'لا', 'لم', 'لن', 'ليس', 'ليست', 'ما', 'غير', 'بدون', 'دون', 'إلا', 'يجب', 'يمكن', 'كل', 'جميع', 'بعض'])
$$;

/* Why this is no spelling fix but another text. */
create function fix_unmet(p_before text, p_after text) returns text[]
language plpgsql immutable set search_path = pg_catalog, public, pg_temp
as $$
declare
  b text[] := array_remove(regexp_split_to_array(lower(p_before), '[^[:alnum:]]+'), '');
  a text[] := array_remove(regexp_split_to_array(lower(p_after), '[^[:alnum:]]+'), '');
  once text[] := '{}';
  near boolean;
  i int;
begin
  for i in 1 .. cardinality(b) loop
    if i = 1 or b[i] <> b[i - 1] then once := once || b[i]; end if;
  end loop;
  near := case
    when cardinality(a) = cardinality(b) then not exists (select from unnest(b, a) as x (one, other) where
      levenshtein(left(x.one, 60), left(x.other, 60)) > case when length(x.one) <= 3 then 1 when length(x.one) <= 6 then 2 else 3 end
      or x.one = any (array['on' || x.other, 'in' || x.other, 'un' || x.other, 'im' || x.other, 'non' || x.other])
      or x.other = any (array['on' || x.one, 'in' || x.one, 'un' || x.one, 'im' || x.one, 'non' || x.one]))
    else array_to_string(a, '') = array_to_string(b, '') or a = once end;
  return array_remove(array[
    case when p_before is null or p_after is null or p_before = '' or btrim(p_after) = '' or length(p_before) > 60 or length(p_after) > 60 then 'fixShort' end,
    case when p_before = p_after then 'fixChanges' end,
    case when p_before || p_after ~ '[\\/@()\[\]<>{}|*_#`~=+^$%&]' then 'fixWordsOnly' end,
    case when btrim(regexp_replace(p_before, '[^0-9٠-٩]+', ' ', 'g')) <> btrim(regexp_replace(p_after, '[^0-9٠-٩]+', ' ', 'g')) then 'fixKeepsNumbers' end,
    case when weighty_words(p_before) <> weighty_words(p_after) then 'fixKeepsMeaning' end,
    case when not coalesce(near, false) then 'fixNear' end
  ], null);
end
$$;

/* A text as it reads now: its fixes laid over it, one after the other. */
create function fixed_text(p_post uuid, p_language text, p_part text, p_update uuid, p_text text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  f record;
  fixed text := p_text;
begin
  for f in select x.before, x.after from post_fix x where x.tenant_id = app_tenant() and x.post_id = p_post and x.language = p_language and x.part = p_part
    and x.update_id is not distinct from p_update order by x.nth
  loop
    fixed := overlay(fixed placing f.after from position(f.before in fixed) for length(f.before));
  end loop;
  return fixed;
end
$$;
call give_function('fixed_text(uuid, text, text, uuid, text)', 'kortelijn_gate', true);

/* Where the fix would stand: once, whole words, and in no address of a link. */
create function fix_misfits(p_text text, p_before text) returns text[]
language plpgsql immutable set search_path = pg_catalog, public, pg_temp
as $$
declare
  place int := position(p_before in p_text);
  times int := (length(p_text) - length(replace(p_text, p_before, ''))) / greatest(length(p_before), 1);
begin
  if coalesce(place, 0) = 0 then return array['fixFound']; end if;
  if times > 1 then return array['fixOnce']; end if;
  if substr(p_text, greatest(place - 1, 0), case when place > 1 then 1 else 0 end) ~ '[[:alnum:]]' and left(p_before, 1) ~ '[[:alnum:]]'
    or substr(p_text, place + length(p_before), 1) ~ '[[:alnum:]]' and right(p_before, 1) ~ '[[:alnum:]]' then
    return array['fixWhole'];
  end if;
  if position(p_before in regexp_replace(p_text, '\]\([^)]*\)|\]:[^\n]*|<[^>\s]*>|https?://\S+|beeld:\S+', '|', 'g')) = 0 then return array['fixWordsOnly']; end if;
  return '{}';
end
$$;

/* A spelling fix, seen by every reader. Whatever is more than that is an update. */
create function fix_post(p_id uuid, p_version int, p_language text, p_part text, p_update uuid, p_before text, p_after text) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before post := lock_post(p_id, p_version);
  made int := (select count(*) from post_fix f where f.tenant_id = app_tenant() and f.post_id = p_id and f.language = p_language);
  now_reads text := case p_part
    when 'update' then (select fixed_text(p_id, p_language, p_part, p_update, u.body) from post_update_text u
      where u.tenant_id = app_tenant() and u.post_id = p_id and u.update_id = p_update and u.language = p_language)
    else (select fixed_text(p_id, p_language, p_part, null, case p_part when 'title' then t.title when 'lead' then t.lead when 'body' then t.body end) from post_text t
      where t.tenant_id = app_tenant() and t.post_id = p_id and t.language = p_language) end;
begin
  perform refuse_post(array_remove(array[
    case when post_state(before) <> 'published' then 'stateAllows' end,
    case when made >= 50 then 'fixRoom' end
  ], null) || fix_unmet(p_before, p_after) || fix_misfits(coalesce(now_reads, ''), p_before));
  insert into post_fix (tenant_id, post_id, language, nth, part, update_id, before, after, at, by_id)
  values (app_tenant(), p_id, p_language, made + 1, p_part, p_update, p_before, p_after, app_now(), app_person());
  update post set version = version + 1 where tenant_id = app_tenant() and id = p_id;
  return p_version + 1;
end
$$;
call give_function('fix_post(uuid, int, text, text, uuid, text, text)', 'kortelijn_gate');

-- Pictures and files ------------------------------------------------------------------------------------------------------------------

/* Pictures as long as the post is there: an update shows one too. Attachments until readers saw it. Gives its number. */
create function add_post_file(p_post uuid, p_id uuid, p_kind text, p_name text, p_media_type text, p_width int, p_height int, p_bytes bytea) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  now_is text := post_state(lock_post(p_post, (select p.version from post p where p.tenant_id = app_tenant() and p.id = p_post)));
  given int := (select count(*) from post_file f where f.tenant_id = app_tenant() and f.post_id = p_post);
  number int := (select coalesce(max(f.nth), 0) + 1 from post_file f where f.tenant_id = app_tenant() and f.post_id = p_post);
begin
  perform refuse_post(array_remove(array[
    case when now_is = 'withdrawn' or (now_is = 'published' and p_kind = 'attachment') then 'stateAllows' end,
    case when given >= 40 or number > 60 then 'roomForMore' end,
    case when (p_kind = 'picture') <> (p_media_type in ('image/webp', 'image/jpeg', 'image/png') and p_width is not null) then 'knownKind' end
  ], null));
  insert into post_file (tenant_id, post_id, id, kind, name, media_type, size, width, height, added_by, added_at, nth)
  values (app_tenant(), p_post, p_id, p_kind, p_name, p_media_type, octet_length(p_bytes), p_width, p_height, app_person(), app_now(), number);
  insert into post_file_content (tenant_id, file_id, bytes) values (app_tenant(), p_id, p_bytes);
  return number;
end
$$;
call give_function('add_post_file(uuid, uuid, text, text, text, int, int, bytea)', 'kortelijn_gate');

/* Until readers saw it, and not while a text shows it. */
create function remove_post_file(p_post uuid, p_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before post := lock_post(p_post, (select p.version from post p where p.tenant_id = app_tenant() and p.id = p_post));
  its_nth int := (select f.nth from post_file f where f.tenant_id = app_tenant() and f.post_id = p_post and f.id = p_id);
begin
  if its_nth is null then
    raise insufficient_privilege using message = 'no such file';
  end if;
  perform refuse_post(array_remove(array[
    case when before.published_at <= app_now() then 'stateAllows' end,
    case when exists (select from post_text t where t.tenant_id = app_tenant() and t.post_id = p_post
      and (t.picture_id = p_id or t.body ~* ('\(\s*<?beeld:(' || its_nth || '|' || p_id || ')\M'))) then 'pictureUsed' end
  ], null));
  delete from post_file_content where tenant_id = app_tenant() and file_id = p_id;
  delete from post_file where tenant_id = app_tenant() and post_id = p_post and id = p_id;
end
$$;
call give_function('remove_post_file(uuid, uuid)', 'kortelijn_gate');

-- Reading -----------------------------------------------------------------------------------------------------------------------------

/* Remembers that this person read it now, for «sinds u dit las», and gives when they did before. Only what is theirs to read. */
create function read_post(p_id uuid) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  earlier timestamptz := (select r.last_at from post_reading r where r.tenant_id = app_tenant() and r.post_id = p_id and r.person_id = app_person());
begin
  insert into post_reading as r (tenant_id, post_id, person_id, first_at, last_at)
  select p.tenant_id, p.id, app_person(), app_now(), app_now() from post p
  where p.tenant_id = app_tenant() and p.id = p_id and p.published_at <= app_now() and app_person() is not null
    and (app_is('post_writer') or app_is('post_reader') or p.audiences && array['public', 'parents'] or (p.audiences && app_texts('audiences')
      and ((p.areas = '{}' and p.boards = '{}') or p.areas && app_ids('reached_areas') or p.boards && app_ids('reached_boards'))))
  on conflict (tenant_id, post_id, person_id) do update set last_at = excluded.last_at;
  return earlier;
end
$$;
call give_function('read_post(uuid)', 'kortelijn_gate');

/* How many people read these posts, for who writes them. Nobody learns who; below five nothing (null). */
create function post_readers(p_ids uuid[]) returns table (post_id uuid, readers int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select r.post_id, case when count(*) >= 5 then count(*)::int end from post_reading r
  where r.tenant_id = app_tenant() and app_is('post_writer') and r.post_id = any (p_ids) group by r.post_id
$$;
call give_function('post_readers(uuid[])', 'kortelijn_gate');

/* A post with everything of it, as its reader may know it: of one that was withdrawn the title and the reason alone, unless they write. */
create function whole_post(p post) returns jsonb language sql stable
as $$
  select jsonb_build_object('id', p.id, 'version', p.version, 'code', p.code, 'state', post_state(p),
    'partnership', (select jsonb_build_object('id', t.tenant_id, 'code', t.code, 'name', t.name, 'hostName', t.host_name, 'labels', t.labels)
      from tenant t where t.tenant_id = p.tenant_id),
    'audiences', to_jsonb(p.audiences),
    'areas', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name) order by a.name, a.code), '[]')
      from area a where a.tenant_id = p.tenant_id and a.id = any (p.areas)),
    'boards', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name) order by b.name, b.code), '[]')
      from board b where b.tenant_id = p.tenant_id and b.id = any (p.boards)),
    'topics', (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name) order by o.position, o.name), '[]')
      from topic o where o.tenant_id = p.tenant_id and o.code = any (p.topics)),
    -- Pilots are of the partnership: a visitor does not hear of them.
    'pilot', (select jsonb_build_object('id', x.id, 'name', x.name) from pilot x
      where x.tenant_id = app_tenant() and x.tenant_id = p.tenant_id and x.id = p.pilot_id),
    'appointment', (select jsonb_build_object('id', x.id, 'name', n.name, 'role', x.role, 'acting', x.acting, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
        'place', coalesce((select s.name from school s where s.tenant_id = x.tenant_id and s.id = x.school_id),
          (select b.name from board b where b.tenant_id = x.tenant_id and b.id = x.board_id)))
      from appointment x join person n on n.tenant_id = x.tenant_id and n.id = x.person_id where x.tenant_id = p.tenant_id and x.id = p.appointment_id),
    'publishedAt', p.published_at, 'touchedAt', p.touched_at, 'withdrawnAt', p.withdrawn_at, 'withdrawnBecause', p.withdrawn_because,
    'texts', (select jsonb_agg(jsonb_build_object('language', t.language, 'original', t.original, 'title', t.title, 'slug', t.slug,
        'lead', case when v.whole then t.lead end, 'body', case when v.whole then t.body else '' end, 'publishedAt', coalesce(t.published_at, p.published_at),
        'pictureId', case when v.whole then t.picture_id end, 'pictureAlt', case when v.whole then t.picture_alt end) order by t.original desc, t.language)
      from post_text t where t.tenant_id = p.tenant_id and t.post_id = p.id and (t.published_at is null or t.published_at <= app_now() or app_is('post_writer'))),
    'fixes', (select coalesce(jsonb_agg(jsonb_build_object('language', f.language, 'part', f.part, 'updateId', f.update_id, 'before', f.before, 'after', f.after, 'at', f.at)
      order by f.language, f.nth), '[]') from post_fix f where f.tenant_id = p.tenant_id and f.post_id = p.id and (v.whole or f.part = 'title')),
    'updates', (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'nth', u.nth, 'at', u.at, 'texts',
        (select coalesce(jsonb_agg(jsonb_build_object('language', w.language, 'reason', w.reason, 'body', w.body) order by w.language), '[]') from post_update_text w
          where w.tenant_id = u.tenant_id and w.post_id = u.post_id and w.update_id = u.id)) order by u.nth), '[]')
      from post_update u where u.tenant_id = p.tenant_id and u.post_id = p.id and v.whole),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'nth', f.nth, 'name', f.name, 'mediaType', f.media_type, 'size', f.size,
      'width', f.width, 'height', f.height) order by f.nth), '[]') from post_file f where f.tenant_id = p.tenant_id and f.post_id = p.id and v.whole))
  from (select p.withdrawn_at is null or app_is('post_writer') as whole) v
$$;

/* A post as lists show it: its title in the language that is asked for, else in its own. */
create function listed_post(p post, p_language text) returns jsonb language sql stable
as $$
  select jsonb_build_object('id', p.id, 'version', p.version, 'code', p.code, 'state', post_state(p), 'audiences', to_jsonb(p.audiences),
    'partnership', (select jsonb_build_object('code', n.code, 'name', n.name) from tenant n where n.tenant_id = p.tenant_id),
    'topics', (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name) order by o.position, o.name), '[]')
      from topic o where o.tenant_id = p.tenant_id and o.code = any (p.topics)),
    'language', t.language, 'original', t.original, 'title', t.title, 'slug', t.slug, 'lead', case when p.withdrawn_at is null then t.lead end,
    'pictureId', case when p.withdrawn_at is null then t.picture_id end, 'pictureAlt', case when p.withdrawn_at is null then t.picture_alt end,
    'languages', (select jsonb_agg(l.language order by l.original desc, l.language) from post_text l where l.tenant_id = p.tenant_id and l.post_id = p.id
      and (l.published_at is null or l.published_at <= app_now() or app_is('post_writer'))),
    'fixes', (select coalesce(jsonb_agg(jsonb_build_object('language', f.language, 'part', f.part, 'updateId', null, 'before', f.before, 'after', f.after, 'at', f.at) order by f.nth), '[]')
      from post_fix f where f.tenant_id = p.tenant_id and f.post_id = p.id and f.language = t.language and f.part in ('title', 'lead')),
    'updates', (select count(*) from post_update u where u.tenant_id = p.tenant_id and u.post_id = p.id),
    'publishedAt', p.published_at, 'touchedAt', p.touched_at)
  from post_text t
  where t.tenant_id = p.tenant_id and t.post_id = p.id and (t.published_at is null or t.published_at <= app_now() or app_is('post_writer'))
  order by (t.language = p_language) is true desc, t.original desc limit 1
$$;

-- Without a log-in --------------------------------------------------------------------------------------------------------------------

create function is_public(p post) returns boolean language sql stable
as $$ select p.published_at <= app_now() and p.audiences && array['public', 'parents'] $$;

/* The post with this code, when it is for everybody; null when it is not there, or not for everybody. */
create function public_post(p_code text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select whole_post(p) from post p where p.code = p_code and is_public(p) $$;
call give_function('public_post(text)', 'kortelijn_gate');

create function public_post_by_id(p_id uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select whole_post(p) from post p where p.id = p_id and is_public(p) $$;
call give_function('public_post_by_id(uuid)', 'kortelijn_gate');

/* A page of what is for everybody, newest first: of one partnership or of all. */
create function public_posts(p_tenant uuid, p_audience text, p_topic text, p_language text, p_after timestamptz, p_after_id uuid, p_limit int) returns setof jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select listed_post(p, p_language) from post p
  where (p_tenant is null or p.tenant_id = p_tenant) and p.published_at <= app_now() and p.withdrawn_at is null and p.audiences && array['public', 'parents']
    and (p_audience is null or p_audience = any (p.audiences)) and (p_topic is null or p_topic = any (p.topics))
    and (p_after is null or (p.touched_at, p.id) < (p_after, p_after_id))
  order by p.touched_at desc, p.id desc limit least(p_limit, 201)
$$;
call give_function('public_posts(uuid, text, text, text, timestamptz, uuid, int)', 'kortelijn_gate');

/* A picture or file of a post that is for everybody. */
create function public_post_file(p_id uuid) returns table (kind text, name text, media_type text, bytes bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select f.kind, f.name, f.media_type, c.bytes from post_file f
  join post p on p.tenant_id = f.tenant_id and p.id = f.post_id
  join post_file_content c on c.tenant_id = f.tenant_id and c.file_id = f.id
  where f.id = p_id and is_public(p) and p.withdrawn_at is null
$$;
call give_function('public_post_file(uuid)', 'kortelijn_gate');
