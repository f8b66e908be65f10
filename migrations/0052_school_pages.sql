-- The pages of schools and people: how a question is asked there in the partnership's own words, the news that reaches a school, and names
-- found with a slip of the keyboard.

alter table tenant add how_to_ask text check (btrim(how_to_ask) <> '' and length(how_to_ask) <= 1000);
grant update (how_to_ask) on tenant to kortelijn_app;

-- A setting of pg_trgm can be named only once its library is there; the session of an upgrade has not loaded it yet.
select similarity('', '');

/* People of the partnership whose names look like what was typed. Behind a policy PostgreSQL would compare every name (0018). */
create function people_named(p_text text) returns setof uuid
language sql stable security definer rows 20 set search_path = pg_catalog, public, pg_temp set pg_trgm.word_similarity_threshold = 0.5
as $$ select p.id from person p where p.tenant_id = app_tenant() and folded(p.name) %> folded(p_text) $$;
call give_function('people_named(text)', 'kortelijn_gate');

/* As it stands in 0049, with the partnership's own words on asking, and the newest posts for everybody that reach the school. */
create or replace function public_school(p_code text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'tenantId', t.tenant_id, 'partnership', jsonb_build_object('code', t.code, 'name', t.name, 'hostName', t.host_name, 'labels', t.labels,
      'howToAsk', t.how_to_ask),
    'id', c.id, 'code', c.code, 'name', c.name, 'kind', c.kind, 'phone', c.phone, 'website', c.website, 'denomination', c.denomination,
    'endedOn', c.ended_on, 'board', c.board, 'area', c.area, 'address', c.address,
    'contactPersons', (select coalesce(jsonb_agg(p - 'id'), '[]') from jsonb_array_elements(c.contact_persons) p),
    'specialists', (select coalesce(jsonb_agg(p - 'id'), '[]') from jsonb_array_elements(c.specialists) p),
    'posts', (select coalesce(jsonb_agg(n.post order by n.touched_at desc, n.id desc), '[]') from (
      select listed_post(p, 'nl') as post, p.touched_at, p.id from post p
      where p.tenant_id = s.tenant_id and is_public(p) and p.withdrawn_at is null
        and ((p.areas = '{}' and p.boards = '{}') or s.area_id = any (p.areas) or s.board_id = any (p.boards))
      order by p.touched_at desc, p.id desc limit 3) n)) order by t.name, t.code), '[]')
  from school_card c join school s on s.tenant_id = c.tenant_id and s.id = c.id join tenant t on t.tenant_id = c.tenant_id
  where c.code = p_code
$$;
