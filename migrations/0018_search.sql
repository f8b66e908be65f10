-- Search within one's rights. `@@` is not leakproof, so behind a policy PostgreSQL reads every row of a partnership (measured x22):
-- one definer function per subject asks the index first and repeats the policy's own words; a test holds them equal to row-level security.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Dutch stems, with or without accents; and whole words, for what was typed wrongly.
create text search configuration dutch_search (copy = pg_catalog.dutch);
alter text search configuration dutch_search alter mapping for hword, hword_part, word with unaccent, dutch_stem;
create text search configuration plain_search (copy = pg_catalog.simple);
alter text search configuration plain_search alter mapping for hword, hword_part, word with unaccent, simple;

/* Lower case without accents. Immutable, so that an index may stand on it: the dictionary is named and never changes. */
create function folded(p_text text) returns text
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp
as $$ select lower(unaccent('unaccent', coalesce(p_text, ''))) $$;

/* The words of a concern: `whole` as its circle reads it, `board` as the board does once it was put forward. Follows every change at once. */
create table concern_search (
  tenant_id uuid not null references tenant,
  concern_id uuid not null,
  whole tsvector not null,
  board tsvector not null,
  whole_words text not null,
  board_words text not null,
  primary key (tenant_id, concern_id),
  foreign key (tenant_id, concern_id) references concern on delete cascade
);
create index concern_search_whole on concern_search using gin (tenant_id, whole) with (fastupdate = off);
create index concern_search_board on concern_search using gin (tenant_id, board) with (fastupdate = off);
call put_under_law('concern_search');
create policy gate_writes on concern_search for all to kortelijn_gate using (true) with check (true);
grant insert, update on concern_search to kortelijn_gate;

/* The different words of a text, once each. */
create function words_of(p_text text) returns text
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp
as $$ select array_to_string(tsvector_to_array(to_tsvector('plain_search', p_text)), ' ') $$;

/* Writes down anew what can be found of a concern. */
create function index_concern(p_tenant uuid, p_concern uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  shared text;
  circle text;
begin
  select
    concat_ws(' ', c.theme, c.occasion, c.observation, c.impression, c.meaning_for_children, c.goes_well, c.helped, said.by_board),
    said.by_circle
  into shared, circle
  from concern c, lateral (
    select string_agg(x.words, ' ') filter (where x.board_reads) as by_board, string_agg(x.words, ' ') filter (where not x.board_reads) as by_circle
    from (
      select e.board_reads, concat_ws(' ', e.choice, e.text, e.goes_well, e.reason, (
        select string_agg(concat_ws(' ', a.what, a.who, a.children_notice), ' ') from agreement a
        where a.tenant_id = e.tenant_id and a.concern_id = e.concern_id and a.version = e.version)) as words
      from concern_entry e where e.tenant_id = c.tenant_id and e.concern_id = c.id
    ) x
  ) said
  where c.tenant_id = p_tenant and c.id = p_concern;
  if not found then
    return;
  end if;
  insert into concern_search (tenant_id, concern_id, whole, board, whole_words, board_words)
  values (p_tenant, p_concern, to_tsvector('dutch_search', concat_ws(' ', shared, circle)), to_tsvector('dutch_search', shared),
    words_of(concat_ws(' ', shared, circle)), words_of(shared))
  on conflict (tenant_id, concern_id) do update set
    whole = excluded.whole, board = excluded.board, whole_words = excluded.whole_words, board_words = excluded.board_words;
end
$$;
call give_function('index_concern(uuid, uuid)', 'kortelijn_gate', true);

create function follow_in_search() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_table_name = 'concern' then
    perform index_concern(new.tenant_id, new.id);
  elsif tg_op = 'DELETE' then
    perform index_concern(old.tenant_id, old.concern_id);
  else
    perform index_concern(new.tenant_id, new.concern_id);
  end if;
  return null;
end
$$;
call give_function('follow_in_search()', 'kortelijn_gate', true);

create trigger note_is_found after insert or update of theme, occasion, observation, impression, meaning_for_children, goes_well, helped on concern
  for each row execute function follow_in_search();
create trigger entry_is_found after insert or update or delete on concern_entry for each row execute function follow_in_search();
-- An agreement is written before its entry, which takes it along; later it only changes when it is blackened or fades.
create trigger agreement_is_found after update or delete on agreement for each row execute function follow_in_search();

select index_concern(tenant_id, id) from concern;

/* The ledger knows a third way of getting to know something: a word that was searched for stands in this concern. */
alter table disclosure drop constraint disclosure_kind_check;
alter table disclosure add constraint disclosure_kind_check check (kind in ('told', 'saw', 'found'));
drop policy reader_records on disclosure;
create policy reader_records on disclosure for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and person_id = (select app_person()) and kind in ('saw', 'found')
  and exists (select from concern c where c.tenant_id = disclosure.tenant_id and c.id = disclosure.concern_id and c.version = disclosure.version));

/* Which of these concerns the person has opened before: only of those may a list say what stands in it, or it would tell more than
   the ledger knows. */
create function opened_concerns(p_ids uuid[]) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg(distinct d.concern_id), '{}') from disclosure d
  where d.tenant_id = app_tenant() and d.person_id = app_person() and d.kind = 'saw' and d.concern_id = any (p_ids)
$$;
call give_function('opened_concerns(uuid[])', 'kortelijn_gate');

/* Makes search_concerns anew out of the policies as they stand: a migration that changes who reads a concern calls this at its end. */
create procedure make_search_concerns() language plpgsql
as $make$
declare
  circle constant text := (select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'concern'::regclass and polname = 'circle_reads');
  board constant text := (select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'concern'::regclass and polname = 'board_reads');
begin
  execute format($text$
/* Concerns with these words that the person may read, newest first. p_queries: stems as to_tsquery reads them, each asked only when the
   one before found nothing (as typed, then with two letters that changed places); p_words: up to three words as typed, for a last look
   at the newest 500 that were written a little differently (comparing every text took 100 ms at 4,000 concerns); p_number: the number
   of a concern. */
create or replace function search_concerns(p_queries text[], p_words text[], p_number text, p_after timestamptz, p_after_id uuid, p_limit int)
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
      select id, touched_at from concern
      where (p_after is null or (touched_at, id) < (p_after, p_after_id)) and (
        ((%1$s) and (number = p_number or id in (select s.concern_id from concern_search s where s.tenant_id = app_tenant() and s.whole @@ q)))
        or ((%2$s) and (number = p_number or id in (select s.concern_id from concern_search s where s.tenant_id = app_tenant() and s.board @@ q))))
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
      select id, touched_at, (%1$s) as whole from concern where (%1$s) or (%2$s) order by touched_at desc, id desc limit 500
    )
    select n.id, n.touched_at
    from newest n join concern_search s on s.tenant_id = app_tenant() and s.concern_id = n.id,
      lateral (select case when n.whole then s.whole_words else s.board_words end as words) text
    where text.words %%> p_words[1] and (p_words[2] is null or text.words %%> p_words[2]) and (p_words[3] is null or text.words %%> p_words[3])
    order by n.touched_at desc, n.id desc limit p_limit;
end
$body$
$text$, circle, board);
end
$make$;
revoke all on procedure make_search_concerns() from public;
call make_search_concerns();
call give_function('search_concerns(text[], text[], text, timestamptz, uuid, int)', 'kortelijn_gate');

/* Schools of the partnership by name, place, street or code; a slip of the keyboard is forgiven. */
create index school_folded on school using gin (tenant_id, (folded(name || ' ' || coalesce(city, '') || ' ' || coalesce(street, '') || ' ' || code)) gin_trgm_ops);
create function search_schools(p_text text, p_after_name text, p_after_id uuid, p_limit int)
returns table (id uuid, code text, name text, city text, board text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp set pg_trgm.word_similarity_threshold = 0.55
as $$
  select s.id, s.code, s.name, s.city, b.name
  from school s left join board b on b.tenant_id = s.tenant_id and b.id = s.board_id
  where s.tenant_id = app_tenant() and (s.ended_on is null or s.ended_on > app_today())
    and folded(s.name || ' ' || coalesce(s.city, '') || ' ' || coalesce(s.street, '') || ' ' || s.code) %> folded(p_text)
    and (p_after_name is null or (s.name, s.id) > (p_after_name, p_after_id))
  order by s.name, s.id limit p_limit
$$;
call give_function('search_schools(text, text, uuid, int)', 'kortelijn_gate');

/* People of the partnership by name, with what they are today; who is nothing today is not found. */
create index person_folded on person using gin (tenant_id, (folded(name)) gin_trgm_ops);
create function search_people(p_text text, p_after_name text, p_after_id uuid, p_limit int)
returns table (id uuid, name text, appointments jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp set pg_trgm.word_similarity_threshold = 0.5
as $$
  select found.id, found.name, appointments_on(found.tenant_id, found.id, app_today())
  from (
    select p.tenant_id, p.id, p.name from person p
    where p.tenant_id = app_tenant() and p.suspended_at is null and folded(p.name) %> folded(p_text)
      and exists (select from appointment a where a.tenant_id = p.tenant_id and a.person_id = p.id
        and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()))
      and (p_after_name is null or (p.name, p.id) > (p_after_name, p_after_id))
    order by p.name, p.id limit p_limit
  ) found
  order by found.name, found.id
$$;
call give_function('search_people(text, text, uuid, int)', 'kortelijn_gate');
