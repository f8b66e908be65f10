-- What ties came in any order: two schools or partnerships of one name, two absences of namesakes that begin on one day. An answer is
-- the same each time.

/* As it stands in 0003; schools and boards of one name in the order of their codes. */
create or replace function appointments_on(p_tenant uuid, p_person uuid, p_day date) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'role', a.role,
    'place', case
      when a.school_id is not null then jsonb_build_object('kind', 'school', 'id', s.id, 'code', s.code, 'name', s.name)
      when a.board_id is not null then jsonb_build_object('kind', 'board', 'id', b.id, 'code', b.code, 'name', b.name)
      else jsonb_build_object('kind', 'tenant', 'id', t.tenant_id, 'code', t.code, 'name', t.name)
    end) order by a.role, s.name, b.name, s.code, b.code, a.id), '[]')
  from appointment a
  join tenant t on t.tenant_id = a.tenant_id
  left join school s on s.tenant_id = a.tenant_id and s.id = a.school_id
  left join board b on b.tenant_id = a.tenant_id and b.id = a.board_id
  where a.tenant_id = p_tenant and a.person_id = p_person and a.starts_on <= p_day and (a.ends_on is null or a.ends_on > p_day)
$$;

/* As it stands in 0026; partnerships of one name in the order of their codes. */
create or replace function public_school(p_code text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'tenantId', t.tenant_id, 'partnership', jsonb_build_object('code', t.code, 'name', t.name, 'hostName', t.host_name, 'labels', t.labels),
    'id', c.id, 'code', c.code, 'name', c.name, 'kind', c.kind, 'phone', c.phone, 'website', c.website, 'denomination', c.denomination,
    'endedOn', c.ended_on, 'board', c.board, 'area', c.area, 'address', c.address,
    'contactPersons', (select coalesce(jsonb_agg(p - 'id'), '[]') from jsonb_array_elements(c.contact_persons) p),
    'specialists', (select coalesce(jsonb_agg(p - 'id'), '[]') from jsonb_array_elements(c.specialists) p)) order by t.name, t.code), '[]')
  from school_card c join tenant t on t.tenant_id = c.tenant_id
  where c.code = p_code
$$;

/* As it stands in 0042; absences of namesakes in an order of their own. */
create or replace function school_agenda(p_school uuid, p_from date, p_until date) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with series as (
    select x.id, x.specialist_id, x.weekday, x.starts_on, x.ends_on, x.kind from visit_series x
    where x.tenant_id = app_tenant() and x.school_id = p_school and x.starts_on < p_until and (x.ends_on is null or x.ends_on > p_from)
      and exists (select from appointment a where a.tenant_id = x.tenant_id and a.person_id = x.specialist_id and a.role = 'specialist'
        and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()))
  ), comes as (
    select specialist_id from series union
    select s.specialist_id from stationing s join stationing_school h on h.tenant_id = s.tenant_id and h.stationing_id = s.id
    where s.tenant_id = app_tenant() and h.school_id = p_school and s.status in ('agreed', 'active', 'evaluated')
      and s.starts_on < p_until and s.ends_on > p_from
  )
  select case when app_is('team_lead') or p_school = any (app_ids('question_schools')::uuid[]) then jsonb_build_object(
    'series', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'weekday', x.weekday, 'from', x.starts_on, 'to', x.ends_on - 1, 'kind', x.kind,
        'who', p.name, 'whoId', p.id) order by x.weekday, p.name, x.id)
      from series x join person p on p.tenant_id = app_tenant() and p.id = x.specialist_id), '[]'),
    'absences', coalesce((select jsonb_agg(jsonb_build_object('who', p.name, 'whoId', p.id, 'from', greatest(x.starts_on, p_from),
        'to', least(x.ends_on, p_until) - 1) order by x.starts_on, p.name, x.id)
      from specialist_absence x join person p on p.tenant_id = x.tenant_id and p.id = x.person_id
      where x.tenant_id = app_tenant() and x.person_id in (select specialist_id from comes)
        and x.starts_on < p_until and (x.ends_on is null or x.ends_on > p_from)), '[]')) end
$$;
