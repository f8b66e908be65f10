-- The public site of news: search, feeds, the map of the site, addresses from elsewhere.

-- Finding posts ------------------------------------------------------------------------------------------------------------------------

create table post_search (
  tenant_id uuid not null references tenant,
  post_id uuid not null,
  language text not null,
  words tsvector not null,
  plain_words text not null,
  primary key (tenant_id, post_id, language),
  foreign key (tenant_id, post_id, language) references post_text on update cascade on delete cascade
);
create index post_search_words on post_search using gin (tenant_id, words) with (fastupdate = off);
call put_under_law('post_search');
create policy gate_writes on post_search for all to kortelijn_gate using (true) with check (true);
grant insert, update, delete on post_search to kortelijn_gate;

/* Writes down anew what can be found of a post in a language: its text and its updates. */
create function index_post(p_tenant uuid, p_post uuid, p_language text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into post_search (tenant_id, post_id, language, words, plain_words)
  select t.tenant_id, t.post_id, t.language, weighed(t.title, t.lead, concat_ws(' ', t.body, later.said)), words_of(concat_ws(' ', t.title, t.lead, t.body, later.said))
  from post_text t, lateral (
    select string_agg(concat_ws(' ', u.reason, u.body, f.after), ' ') as said from post_update_text u
    full join post_fix f on f.tenant_id = u.tenant_id and f.post_id = u.post_id and f.language = u.language and f.update_id = u.update_id
    where coalesce(u.tenant_id, f.tenant_id) = t.tenant_id and coalesce(u.post_id, f.post_id) = t.post_id and coalesce(u.language, f.language) = t.language
  ) later
  where t.tenant_id = p_tenant and t.post_id = p_post and t.language = p_language
  on conflict (tenant_id, post_id, language) do update set words = excluded.words, plain_words = excluded.plain_words
$$;
call give_function('index_post(uuid, uuid, text)', 'kortelijn_gate', true);

create function follow_post_in_search() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform index_post(new.tenant_id, new.post_id, new.language);
  return null;
end
$$;
call give_function('follow_post_in_search()', 'kortelijn_gate', true);
create trigger text_is_found after insert or update on post_text for each row execute function follow_post_in_search();
create trigger update_is_found after insert on post_update_text for each row execute function follow_post_in_search();
create trigger fix_is_found after insert on post_fix for each row execute function follow_post_in_search();

select index_post(tenant_id, post_id, language) from post_text;

/* Posts with these words, newest first; as search_concerns (0018). p_open: of whom anybody may read them, of p_tenant or of all; else those
   that the person may read, by the policy as it stands: a migration that changes it makes this function anew. */
do $make$
declare
  circle constant text := (select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'post'::regclass and polname = 'audience_reads');
begin
  -- A setting of pg_trgm can be named only once its library is there; the session of an upgrade has not loaded it yet.
  perform similarity('', '');
  execute format($text$
create function search_posts(p_open boolean, p_tenant uuid, p_queries text[], p_words text[], p_after timestamptz, p_after_id uuid, p_limit int)
returns table (id uuid, touched_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set pg_trgm.word_similarity_threshold = 0.55
as $body$
#variable_conflict use_column
declare
  typed text;
  q tsquery;
  open_only constant boolean := p_open or app_tenant() is null;
begin
  foreach typed in array p_queries loop
    q := to_tsquery('dutch_search', typed);
    return query
      select id, touched_at from post
      where case when open_only then published_at <= app_now() and audiences && array['public', 'parents'] and (p_tenant is null or tenant_id = p_tenant) else (%1$s) end
        and withdrawn_at is null and (p_after is null or (touched_at, id) < (p_after, p_after_id))
        and (tenant_id, id) in (select s.tenant_id, s.post_id from post_search s where s.words @@ q)
      order by touched_at desc, id desc limit p_limit;
    if found then
      return;
    end if;
  end loop;
  if p_after is not null or cardinality(p_words) = 0 then
    return;
  end if;
  return query
    with newest as (
      select tenant_id, id, touched_at from post
      where case when open_only then published_at <= app_now() and audiences && array['public', 'parents'] and (p_tenant is null or tenant_id = p_tenant) else (%1$s) end
        and withdrawn_at is null
      order by touched_at desc, id desc limit 500)
    select n.id, n.touched_at from newest n
    where exists (select from post_search s where s.tenant_id = n.tenant_id and s.post_id = n.id and s.plain_words %%> p_words[1]
      and (p_words[2] is null or s.plain_words %%> p_words[2]) and (p_words[3] is null or s.plain_words %%> p_words[3]))
    order by n.touched_at desc, n.id desc limit p_limit;
end
$body$
$text$, circle);
end
$make$;
call give_function('search_posts(boolean, uuid, text[], text[], timestamptz, uuid, int)', 'kortelijn_gate');

-- What everybody gets ------------------------------------------------------------------------------------------------------------------

/* The posts that were found, for whoever looks from outside. */
create function public_posts_found(p_tenant uuid, p_queries text[], p_words text[], p_language text, p_after timestamptz, p_after_id uuid, p_limit int)
returns setof jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select listed_post(p, p_language) from search_posts(true, p_tenant, p_queries, p_words, p_after, p_after_id, least(p_limit, 201)) f
  join post p on p.id = f.id where is_public(p)
  order by f.touched_at desc, f.id desc
$$;
call give_function('public_posts_found(uuid, text[], text[], text, timestamptz, uuid, int)', 'kortelijn_gate');

/* The newest posts for everybody, whole, as feeds give them. */
create function public_feed(p_tenant uuid, p_audience text, p_limit int) returns setof jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select whole_post(p) from post p
  where (p_tenant is null or p.tenant_id = p_tenant) and p.published_at <= app_now() and p.withdrawn_at is null and p.audiences && array['public', 'parents']
    and (p_audience is null or p_audience = any (p.audiences))
  order by p.touched_at desc, p.id desc limit least(p_limit, 50)
$$;
call give_function('public_feed(uuid, text, int)', 'kortelijn_gate');

/* Every address of a public post, newest first: for the map of the site. */
create function public_post_addresses(p_tenant uuid) returns table (code text, language text, original boolean, slug text, touched_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select p.code, t.language, t.original, t.slug, p.touched_at
  from post p join post_text t on t.tenant_id = p.tenant_id and t.post_id = p.id
  where (p_tenant is null or p.tenant_id = p_tenant) and p.published_at <= app_now() and p.withdrawn_at is null and p.audiences && array['public', 'parents']
    and (t.published_at is null or t.published_at <= app_now())
  order by p.touched_at desc, p.id desc, t.original desc, t.language limit 10000
$$;
call give_function('public_post_addresses(uuid)', 'kortelijn_gate');

/* Where a post went that had this address on an older site; null: nowhere. */
create function post_from_elsewhere(p_tenant uuid, p_path text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select jsonb_build_object('code', p.code, 'slug', t.slug) from post_address a
  join post p on p.tenant_id = a.tenant_id and p.id = a.post_id
  join post_text t on t.tenant_id = p.tenant_id and t.post_id = p.id and t.original
  where (p_tenant is null or a.tenant_id = p_tenant) and a.path = p_path and is_public(p)
  order by p.code limit 1
$$;
call give_function('post_from_elsewhere(uuid, text)', 'kortelijn_gate');
create index post_address_by_path on post_address (path);
create policy writer_adds on post_address for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select app_is('post_writer')));
create policy writer_removes on post_address for delete to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('post_writer')));
grant insert, delete on post_address to kortelijn_app;

-- A feed of one's own ------------------------------------------------------------------------------------------------------------------

/* As calendar_key (0026): whoever has the address reads what its owner may read today. */
create table feed_key (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  hash bytea not null unique check (length(hash) = 32),
  made_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);
call put_under_law('feed_key');
create policy own on feed_key for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_adds on feed_key for insert to kortelijn_app
  with check (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_renews on feed_key for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and person_id = (select app_person()))
  with check (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_removes on feed_key for delete to kortelijn_app
  using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
grant select (tenant_id, person_id, made_at), insert, update (hash, made_at), delete on feed_key to kortelijn_app;

create function feed_owner(p_hash bytea) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select jsonb_build_object('tenantId', k.tenant_id, 'personId', k.person_id) from feed_key k where k.hash = p_hash $$;
call give_function('feed_owner(bytea)', 'kortelijn_gate');
