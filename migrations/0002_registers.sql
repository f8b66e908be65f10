-- Partnerships, boards, areas, schools, people, appointments, holidays.
-- Every key starts with tenant_id, so that a row can never point into another partnership.

create table tenant (
  tenant_id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name text not null check (btrim(name) <> ''),
  preset text not null check (preset in ('rotterdam', 'oss-uden')),
  swv_number text check (swv_number ~ '^(PO|VO)[0-9]{4}$'),
  host_name text unique,
  holiday_region text not null check (holiday_region in ('noord', 'midden', 'zuid')),
  labels jsonb not null default '{}',
  settings jsonb not null default '{}',
  demonstration boolean not null default false, -- invented: its people may be chosen on /demo
  version int not null default 1
);

create table board (
  tenant_id uuid not null references tenant,
  id uuid not null,
  code text not null check (btrim(code) <> ''),
  name text not null check (btrim(name) <> ''),
  source text,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table area (
  tenant_id uuid not null references tenant,
  id uuid not null,
  code text not null check (btrim(code) <> ''),
  name text not null check (btrim(name) <> ''),
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table school (
  tenant_id uuid not null references tenant,
  id uuid not null,
  code text not null check (code ~ '^[0-9A-Z]{6}$'),
  name text not null check (btrim(name) <> ''),
  kind text,
  board_id uuid,
  area_id uuid,
  street text,
  house_number text,
  postcode text,
  city text,
  municipality text,
  denomination text,
  phone text,
  website text,
  pupils int check (pupils >= 0),
  latitude double precision,
  longitude double precision,
  source text,
  ended_on date,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, board_id) references board,
  foreign key (tenant_id, area_id) references area
);
create index school_by_name on school (tenant_id, name, id);
create index school_by_board on school (tenant_id, board_id);

create table person (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (btrim(name) <> ''),
  email text not null check (email = lower(email) and email like '%_@_%'),
  phone text,
  suspended_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
create index person_by_name on person (tenant_id, name, id);

/* A person x a role x a place x a half-open period [starts_on, ends_on). Rights follow from the appointments of today. */
create table appointment (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  board_id uuid,
  school_id uuid,
  acting boolean not null default false,
  starts_on date not null,
  ends_on date,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, board_id) references board,
  foreign key (tenant_id, school_id) references school,
  constraint "a role belongs to its kind of place" check (
    case
      when role in ('contact_person', 'school_director', 'support_coordinator', 'teacher') then school_id is not null and board_id is null
      when role = 'board_member' then board_id is not null and school_id is null
      when role in ('team_lead', 'committee_member', 'committee_secretary', 'partnership_director', 'policy_adviser', 'editor', 'privacy_officer', 'administrator')
        then board_id is null and school_id is null
      when role = 'specialist' then board_id is null
      else false
    end
  ),
  constraint "an appointment ends after it begins" check (ends_on > starts_on),
  constraint "one appointment of a kind at a time" exclude using gist (
    tenant_id with =, person_id with =, role with =, (coalesce(school_id, board_id, tenant_id)) with =, (daterange(starts_on, ends_on)) with &&
  )
);
create index appointment_of_person on appointment (tenant_id, person_id);
create index appointment_at_school on appointment (tenant_id, school_id, role) where school_id is not null;
create index appointment_at_board on appointment (tenant_id, board_id) where board_id is not null;
create index appointment_at_tenant on appointment (tenant_id, role) where school_id is null and board_id is null;

/* ends_on is the first school day after it (half-open). The nearest scope wins for a day: school over board over tenant. */
create table holiday (
  tenant_id uuid not null references tenant,
  id uuid not null,
  scope text not null check (scope in ('tenant', 'board', 'school')),
  board_id uuid,
  school_id uuid,
  kind text not null check (kind in ('free', 'open')),
  name text not null check (btrim(name) <> ''),
  starts_on date not null,
  ends_on date not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, board_id) references board,
  foreign key (tenant_id, school_id) references school,
  constraint "a holiday ends after it begins" check (ends_on > starts_on),
  constraint "a holiday stands at the place of its scope" check (
    (scope = 'board') = (board_id is not null) and (scope = 'school') = (school_id is not null) and (scope <> 'tenant' or kind = 'free')
  ),
  constraint "holidays of one place do not overlap" exclude using gist (
    tenant_id with =, (coalesce(school_id, board_id, tenant_id)) with =, (daterange(starts_on, ends_on)) with &&
  )
);
create index holiday_by_day on holiday (tenant_id, starts_on, id);

/* The national list of schools, without a partnership: a reference that every partnership may take schools from. */
create table school_reference (
  code text primary key check (code ~ '^[0-9A-Z]{6}$'),
  swv_number text,
  source text not null,
  ended_on date,
  details jsonb not null
);
create index school_reference_by_swv on school_reference (swv_number, code);

call put_under_law('tenant');
call put_under_law('board');
call put_under_law('area');
call put_under_law('school');
call put_under_law('person');
call put_under_law('appointment');
call put_under_law('holiday');
call put_under_law('school_reference');

-- Everybody in a partnership reads its registers; only its administrator (or an operator) writes them.
do $$
declare
  name text;
begin
  foreach name in array array['board', 'area', 'school', 'person', 'appointment', 'holiday'] loop
    execute format('create policy members_read on %I for select to kortelijn_app using (tenant_id = (select app_tenant()))', name);
    execute format('create policy administrator_adds on %I for insert to kortelijn_app
      with check (tenant_id = (select app_tenant()) and ((select app_is(''administrator'')) or (select app_operator())))', name);
    execute format('create policy administrator_changes on %I for update to kortelijn_app
      using (tenant_id = (select app_tenant()) and ((select app_is(''administrator'')) or (select app_operator())))
      with check (tenant_id = (select app_tenant()))', name);
    execute format('grant select, insert, update on %I to kortelijn_app', name);
  end loop;
end
$$;
-- A wrongly entered holiday may go; people, places and appointments only end.
create policy administrator_removes on holiday for delete to kortelijn_app
  using (tenant_id = (select app_tenant()) and ((select app_is('administrator')) or (select app_operator())));
grant delete on holiday to kortelijn_app;

create policy members_read on tenant for select to kortelijn_app using (tenant_id = (select app_tenant()) or (select app_operator()));
create policy operator_adds on tenant for insert to kortelijn_app with check ((select app_operator()));
create policy administrator_changes on tenant for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and (select app_is('administrator'))) with check (tenant_id = (select app_tenant()));
grant select, insert on tenant to kortelijn_app;
grant update (name, host_name, holiday_region, labels, settings, version) on tenant to kortelijn_app;

create policy members_read on school_reference for select to kortelijn_app using ((select app_tenant()) is not null or (select app_operator()));
create policy operator_adds on school_reference for insert to kortelijn_app with check ((select app_operator()));
create policy operator_changes on school_reference for update to kortelijn_app using ((select app_operator()));
grant select, insert, update on school_reference to kortelijn_app;
