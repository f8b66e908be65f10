-- Typing mistakes in Arabic and Ukrainian. Trigrams (pg_trgm) know no letters outside ASCII in a database whose letters are those of C,
-- as ours is (docs/operating.md): a word in another script had none, so that one slip found nothing.

/* Each letter of another script as one of ASCII, only to be compared: `inLatin` (src/platform/pure/wanted.ts) does the same. */
create function in_latin(p_text text) returns text
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp
as $$
  select translate(p_text,
    'اأإآءؤئبتثجحخدذرزسشصضطظعغفقكلمنهويىةپچژگکیабвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъыэ',
    'aaaa2wybt8j75d0rzsxc9v63gfqklmnhwyyhpouekyabvhgde3jzyi14klmnoprstufxc8w967qe520')
$$;

/* As 0048, with the words of other scripts in letters that trigrams know. */
create or replace function index_post(p_tenant uuid, p_post uuid, p_language text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into post_search (tenant_id, post_id, language, words, plain_words)
  select t.tenant_id, t.post_id, t.language, weighed(t.title, t.lead, concat_ws(' ', t.body, later.said)),
    in_latin(words_of(concat_ws(' ', t.title, t.lead, t.body, later.said)))
  from post_text t, lateral (
    select string_agg(concat_ws(' ', u.reason, u.body, f.after), ' ') as said from post_update_text u
    full join post_fix f on f.tenant_id = u.tenant_id and f.post_id = u.post_id and f.language = u.language and f.update_id = u.update_id
    where coalesce(u.tenant_id, f.tenant_id) = t.tenant_id and coalesce(u.post_id, f.post_id) = t.post_id and coalesce(u.language, f.language) = t.language
  ) later
  where t.tenant_id = p_tenant and t.post_id = p_post and t.language = p_language
  on conflict (tenant_id, post_id, language) do update set words = excluded.words, plain_words = excluded.plain_words
$$;
select index_post(tenant_id, post_id, language) from post_text;
