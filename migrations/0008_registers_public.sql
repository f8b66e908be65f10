-- What a school shows: to members as rows of a view, to everybody through definer functions that give the public part and no more.

create view school_card with (security_invoker = true) as
select s.tenant_id, s.id, s.code, s.name, s.kind, s.phone, s.website, s.denomination, s.ended_on, s.board_id, s.city,
  (select jsonb_build_object('code', b.code, 'name', b.name) from board b where b.tenant_id = s.tenant_id and b.id = s.board_id) as board,
  (select jsonb_build_object('code', r.code, 'name', r.name) from area r where r.tenant_id = s.tenant_id and r.id = s.area_id) as area,
  jsonb_build_object('street', s.street, 'houseNumber', s.house_number, 'postcode', s.postcode, 'city', s.city) as address,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'phone', p.phone) order by p.name, p.id), '[]')
   from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
   where a.tenant_id = s.tenant_id and a.school_id = s.id and a.role = 'contact_person' and p.suspended_at is null
     and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today()))) as contact_persons,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'expertise', '[]'::jsonb) order by p.name, p.id), '[]')
   from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
   where a.tenant_id = s.tenant_id and a.school_id = s.id and a.role = 'specialist' and p.suspended_at is null
     and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today()))) as specialists
from school s;
grant select on school_card to kortelijn_app, kortelijn_gate;

create index school_of_all on school (name, id);
create index school_by_code on school (code);
create index board_by_name on board (tenant_id, name, id);
create index area_by_name on area (tenant_id, name, id);
create index appointment_by_day on appointment (tenant_id, starts_on, id);

/* The partnerships, for the list of schools: names and numbers only. */
create function public_partnerships() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', t.tenant_id, 'code', t.code, 'name', t.name, 'swvNumber', t.swv_number,
    'hostName', t.host_name) order by t.name, t.code), '[]')
  from tenant t
$$;
call give_function('public_partnerships()', 'kortelijn_gate');

/* A page of schools by name, of one partnership or of all. */
create function public_schools(p_tenant uuid, p_search text, p_after_name text, p_after_id uuid, p_limit int)
returns table (id uuid, code text, name text, city text, board text, partnership text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.id, s.code, s.name, s.city, b.name, t.name
  from school s
  join tenant t on t.tenant_id = s.tenant_id
  left join board b on b.tenant_id = s.tenant_id and b.id = s.board_id
  where (p_tenant is null or s.tenant_id = p_tenant)
    and (s.ended_on is null or s.ended_on > (select app_today()))
    and (p_after_name is null or (s.name, s.id) > (p_after_name, p_after_id))
    and (p_search is null or position(lower(p_search) in lower(s.name || ' ' || coalesce(s.city, '') || ' ' || s.code)) > 0)
  order by s.name, s.id
  limit least(p_limit, 201)
$$;
call give_function('public_schools(uuid, text, text, uuid, int)', 'kortelijn_gate');

/* The public part of every school with this code: more than one when partnerships share it. Of people only who can be asked. */
create function public_school(p_code text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'tenantId', t.tenant_id, 'partnership', jsonb_build_object('code', t.code, 'name', t.name, 'hostName', t.host_name, 'labels', t.labels),
    'id', c.id, 'code', c.code, 'name', c.name, 'kind', c.kind, 'phone', c.phone, 'website', c.website, 'denomination', c.denomination,
    'endedOn', c.ended_on, 'board', c.board, 'area', c.area, 'address', c.address,
    'contactPersons', (select coalesce(jsonb_agg(p - 'id'), '[]') from jsonb_array_elements(c.contact_persons) p),
    'specialists', (select coalesce(jsonb_agg(p -> 'name'), '[]') from jsonb_array_elements(c.specialists) p)) order by t.name), '[]')
  from school_card c join tenant t on t.tenant_id = c.tenant_id
  where c.code = p_code
$$;
call give_function('public_school(text)', 'kortelijn_gate');
