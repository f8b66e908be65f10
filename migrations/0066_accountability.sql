-- What a partnership tells everybody: under which licence its figures may be used again, and what the keys of releases are called.

alter table tenant add column data_licence text not null default 'CC0-1.0' check (data_licence in ('CC0-1.0', 'CC-BY-4.0'));
grant update (data_licence) on tenant to kortelijn_app;

/* As it stands in 0008; and the licence of the figures. */
create or replace function public_partnerships() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', t.tenant_id, 'code', t.code, 'name', t.name, 'swvNumber', t.swv_number,
    'hostName', t.host_name, 'dataLicence', t.data_licence) order by t.name, t.code), '[]')
  from tenant t
$$;

/* Names of what public releases are split by: areas, expertise, criteria, and ambitions of plans that were adopted. Others have none here. */
create function public_release_labels(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object('dimension', x.dimension, 'key', x.key, 'code', x.code, 'name', x.name)
    order by x.dimension, x.name, x.key), '[]')
  from (
    select 'area' as dimension, a.id::text as key, a.code, a.name from area a where a.tenant_id = p_tenant
    union all select 'expertise', e.code, e.code, e.name from expertise e where e.tenant_id = p_tenant
    union all select 'kind', 'criterion_' || c.nth, 'criterion_' || c.nth, c.name from basic_criterion c where c.tenant_id = p_tenant
    union all select 'ambition', a.id::text, a.id::text, a.name from ambition a
      where a.tenant_id = p_tenant and a.priority_id is not null and not a.is_draft
  ) x
$$;
call give_function('public_release_labels(uuid)', 'kortelijn_gate');

/* As it stands in 0061 and 0062 together: without ambitions that are only being written, and with the criteria of basisondersteuning. */
create or replace function job_release_ground(p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform only_a_job(p_clock);
  return (select coalesce(jsonb_agg(jsonb_build_object(
    'tenantId', t.tenant_id, 'today', app_today(),
    'since', least((select min(v.on_date) from visit v where v.tenant_id = t.tenant_id),
      (select min(q.submitted_on) from support_question q where q.tenant_id = t.tenant_id)),
    'made', (select coalesce(jsonb_agg(jsonb_build_array(r.measure, r.span, r.starts_on)), '[]') from measure_release r where r.tenant_id = t.tenant_id),
    'board', (select coalesce(jsonb_agg(b.id order by b.name, b.code), '[]') from board b where b.tenant_id = t.tenant_id),
    'area', (select coalesce(jsonb_agg(a.id order by a.name, a.id), '[]') from area a where a.tenant_id = t.tenant_id),
    'expertise', (select coalesce(jsonb_agg(e.code order by e.position, e.code), '[]') from expertise e where e.tenant_id = t.tenant_id),
    'ambition', (select coalesce(jsonb_agg(a.id order by a.starts_on, a.id), '[]') from ambition a where a.tenant_id = t.tenant_id and not a.is_draft),
    'criterion', (select coalesce(jsonb_agg('criterion_' || c.nth order by c.nth), '[]') from basic_criterion c where c.tenant_id = t.tenant_id)
    ) order by t.tenant_id), '[]') from tenant t);
end
$$;
