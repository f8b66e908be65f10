-- Specialists: who keeps their profile, contract and absence, which expertise a partnership knows, and the address at which somebody's own
-- calendar asks what is planned. Contracts stay: what was agreed once explains what was planned then.

/* Addresses of the administrator's pages name a row by its id, as in every register. */
alter table expertise add id uuid not null default gen_random_uuid();
create unique index expertise_by_id on expertise (tenant_id, id);
create unique index "an expertise stands in the list once" on expertise (tenant_id, lower(name));

-- Profile -------------------------------------------------------------------------------------------------------------------------

do $$
declare
  name text;
  keeps constant text := 'tenant_id = (select app_tenant()) and ((person_id = (select app_person()) and (select app_is(''specialist'')))
    or (select app_is(''team_lead'')) or (select app_is(''administrator'')))';
begin
  foreach name in array array['specialist', 'specialist_expertise'] loop
    execute format('create policy keeper_adds on %I for insert to kortelijn_app with check (%s)', name, keeps);
    execute format('create policy keeper_changes on %I for update to kortelijn_app using (%s) with check (%s)', name, keeps, keeps);
  end loop;
  execute format('create policy keeper_removes on specialist_expertise for delete to kortelijn_app using (%s)', keeps);
end
$$;
grant insert (tenant_id, person_id, employed_from, former_organisation, languages, areas, about),
  update (employed_from, former_organisation, languages, areas, about, version) on specialist to kortelijn_app;
grant insert, update (level), delete on specialist_expertise to kortelijn_app;

/* Only of somebody who is or will be a specialist here; areas are the partnership's own, and words stay short. */
create function specialist_law() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
begin
  if not exists (select from appointment a where a.tenant_id = new.tenant_id and a.person_id = new.person_id and a.role = 'specialist'
      and (a.ends_on is null or a.ends_on > app_today())) then
    unmet := unmet || text 'isSpecialist';
  end if;
  if exists (select from unnest(new.areas) x where not exists (select from area r where r.tenant_id = new.tenant_id and r.id = x)) then
    unmet := unmet || text 'areasKnown';
  end if;
  if cardinality(new.languages) > 20 or exists (select from unnest(new.languages) x where x is null or btrim(x) = '' or length(x) > 60) then
    unmet := unmet || text 'languagesShort';
  end if;
  if unmet <> '{}' then raise exception using errcode = 'KL001', message = array_to_string(unmet, ','); end if;
  return new;
end
$$;
create trigger specialist_is_lawful before insert or update on specialist for each row execute function specialist_law();

-- Contract and absence ------------------------------------------------------------------------------------------------------------

/* What somebody's contract is, they know themselves, and who writes it. Who assigns learns what room is left (specialist_room). */
drop policy team_reads on contract;
create policy own_or_writer_reads on contract for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  person_id = (select app_person()) or (select app_is('team_lead')) or (select app_is('administrator'))));
create policy writer_adds on contract for insert to kortelijn_app with check (tenant_id = (select app_tenant())
  and ((select app_is('team_lead')) or (select app_is('administrator')))
  and exists (select from appointment a where a.tenant_id = contract.tenant_id and a.person_id = contract.person_id and a.role = 'specialist'));
create policy writer_changes on contract for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and ((select app_is('team_lead')) or (select app_is('administrator'))))
  with check (tenant_id = (select app_tenant()));
grant insert (tenant_id, id, person_id, starts_on, ends_on, fte, dagdelen), update (starts_on, ends_on, fte, dagdelen, version)
  on contract to kortelijn_app;

do $$
declare
  mine constant text := 'tenant_id = (select app_tenant()) and ((person_id = (select app_person()) and (select app_is(''specialist'')))
    or (select app_is(''team_lead'')))';
begin
  execute format('create policy own_or_lead_adds on specialist_absence for insert to kortelijn_app with check (%s and exists (
    select from appointment a where a.tenant_id = specialist_absence.tenant_id and a.person_id = specialist_absence.person_id
      and a.role = ''specialist''))', mine);
  execute format('create policy own_or_lead_changes on specialist_absence for update to kortelijn_app using (%s) with check (%s)', mine, mine);
  execute format('create policy own_or_lead_removes on specialist_absence for delete to kortelijn_app using (%s)', mine);
end
$$;
grant insert (tenant_id, id, person_id, starts_on, ends_on), update (starts_on, ends_on, version), delete on specialist_absence to kortelijn_app;

-- Calendar ------------------------------------------------------------------------------------------------------------------------

/* The address of somebody's own calendar. The secret never stands here, only its SHA-256; a new one takes the place of the old. */
create table calendar_key (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  hash bytea not null unique check (length(hash) = 32),
  made_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);
call put_under_law('calendar_key');
create policy own on calendar_key for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_adds on calendar_key for insert to kortelijn_app
  with check (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_renews on calendar_key for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and person_id = (select app_person()))
  with check (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_removes on calendar_key for delete to kortelijn_app
  using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
grant select (tenant_id, person_id, made_at), insert, update (hash, made_at), delete on calendar_key to kortelijn_app;

/* Whose calendar this is; null: nobody's (any more). What stands in it is then read in their name, under the law that holds today. */
create function calendar_owner(p_hash bytea) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select jsonb_build_object('tenantId', k.tenant_id, 'personId', k.person_id) from calendar_key k where k.hash = p_hash $$;
call give_function('calendar_owner(bytea)', 'kortelijn_gate');

-- Schools -------------------------------------------------------------------------------------------------------------------------

/* As it stands in 0008, with what each specialist is good at, the strongest first. */
create or replace view school_card with (security_invoker = true) as
select s.tenant_id, s.id, s.code, s.name, s.kind, s.phone, s.website, s.denomination, s.ended_on, s.board_id, s.city,
  (select jsonb_build_object('code', b.code, 'name', b.name) from board b where b.tenant_id = s.tenant_id and b.id = s.board_id) as board,
  (select jsonb_build_object('code', r.code, 'name', r.name) from area r where r.tenant_id = s.tenant_id and r.id = s.area_id) as area,
  jsonb_build_object('street', s.street, 'houseNumber', s.house_number, 'postcode', s.postcode, 'city', s.city) as address,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'phone', p.phone) order by p.name, p.id), '[]')
   from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
   where a.tenant_id = s.tenant_id and a.school_id = s.id and a.role = 'contact_person' and p.suspended_at is null
     and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today()))) as contact_persons,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'expertise', (
      select coalesce(jsonb_agg(e.name order by x.level desc, e.position, e.name), '[]')
      from specialist_expertise x join expertise e on e.tenant_id = x.tenant_id and e.code = x.expertise
      where x.tenant_id = p.tenant_id and x.person_id = p.id and (e.ended_on is null or e.ended_on > (select app_today()))))
      order by p.name, p.id), '[]')
   from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
   where a.tenant_id = s.tenant_id and a.school_id = s.id and a.role = 'specialist' and p.suspended_at is null
     and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today()))) as specialists
from school s;

/* As it stands in 0008; of specialists their name and what they are good at. */
create or replace function public_school(p_code text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'tenantId', t.tenant_id, 'partnership', jsonb_build_object('code', t.code, 'name', t.name, 'hostName', t.host_name, 'labels', t.labels),
    'id', c.id, 'code', c.code, 'name', c.name, 'kind', c.kind, 'phone', c.phone, 'website', c.website, 'denomination', c.denomination,
    'endedOn', c.ended_on, 'board', c.board, 'area', c.area, 'address', c.address,
    'contactPersons', (select coalesce(jsonb_agg(p - 'id'), '[]') from jsonb_array_elements(c.contact_persons) p),
    'specialists', (select coalesce(jsonb_agg(p - 'id'), '[]') from jsonb_array_elements(c.specialists) p)) order by t.name), '[]')
  from school_card c join tenant t on t.tenant_id = c.tenant_id
  where c.code = p_code
$$;
