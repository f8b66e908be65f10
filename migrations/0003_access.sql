-- Who comes in: sessions, tokens, one-time links; what they are today; what they did.

/* Secrets never stand here, only their SHA-256: who reads this table can log in as nobody. */
create table access_key (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('session', 'token', 'link')),
  hash bytea not null unique,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index access_key_of_person on access_key (tenant_id, person_id, kind);

/* One row per deed and per reading of a sensitive record, in the same transaction. It never holds text. */
create table audit (
  tenant_id uuid not null references tenant,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  action text not null,
  subject text not null,
  subject_id uuid not null,
  via text not null check (via in ('page', 'api', 'job', 'command')),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index audit_by_time on audit (tenant_id, at, id);

/* The answer a write gave, so that the same request sent twice does one thing. */
create table idempotency (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  request bytea not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, person_id, key),
  foreign key (tenant_id, person_id) references person
);

call put_under_law('access_key');
call put_under_law('audit');
call put_under_law('idempotency');

create policy own on access_key for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_ends on access_key for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
grant select on access_key to kortelijn_app;
grant update (ended_at) on access_key to kortelijn_app;
create policy gate_writes on access_key for all to kortelijn_gate using (true);
grant insert, update on access_key to kortelijn_gate;

create policy own_deeds on audit for insert to kortelijn_app
  with check (tenant_id = (select app_tenant()) and (person_id = (select app_person()) or (person_id is null and (select app_operator()))));
grant insert on audit to kortelijn_app;

create policy own on idempotency for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
create policy own_add on idempotency for insert to kortelijn_app
  with check (tenant_id = (select app_tenant()) and person_id = (select app_person()));
grant select, insert on idempotency to kortelijn_app;

/* The appointments of a day, with their places: what a person is today. */
create function appointments_on(p_tenant uuid, p_person uuid, p_day date) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'role', a.role,
    'place', case
      when a.school_id is not null then jsonb_build_object('kind', 'school', 'id', s.id, 'code', s.code, 'name', s.name)
      when a.board_id is not null then jsonb_build_object('kind', 'board', 'id', b.id, 'code', b.code, 'name', b.name)
      else jsonb_build_object('kind', 'tenant', 'id', t.tenant_id, 'code', t.code, 'name', t.name)
    end) order by a.role, s.name, b.name), '[]')
  from appointment a
  join tenant t on t.tenant_id = a.tenant_id
  left join school s on s.tenant_id = a.tenant_id and s.id = a.school_id
  left join board b on b.tenant_id = a.tenant_id and b.id = a.board_id
  where a.tenant_id = p_tenant and a.person_id = p_person and a.starts_on <= p_day and (a.ends_on is null or a.ends_on > p_day)
$$;
call give_function('appointments_on(uuid, uuid, date)', 'kortelijn_gate');

/* The actor behind a session or token, or null: unknown, ended, idle for 30 minutes, older than 12 hours, suspended.
   A session's last use is written at most once a minute, so that reading stays reading. */
create function find_actor(p_kind text, p_hash bytea, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  k access_key;
  moment timestamptz;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  moment := app_now();
  select * into k from access_key a
  where a.hash = p_hash and a.kind = p_kind and a.ended_at is null and a.expires_at > moment
    and (a.kind <> 'session' or a.seen_at > moment - interval '30 minutes');
  if not found then
    return null;
  end if;
  if k.kind = 'session' and k.seen_at < moment - interval '1 minute' then
    update access_key set seen_at = moment where tenant_id = k.tenant_id and id = k.id;
  end if;
  return (
    select jsonb_build_object(
      'keyId', k.id, 'personId', p.id, 'name', p.name, 'email', p.email, 'tenantId', t.tenant_id,
      'tenant', jsonb_build_object('code', t.code, 'name', t.name, 'preset', t.preset, 'labels', t.labels),
      'appointments', appointments_on(p.tenant_id, p.id, day_of(moment)))
    from person p join tenant t on t.tenant_id = p.tenant_id
    where p.tenant_id = k.tenant_id and p.id = k.person_id and p.suspended_at is null
  );
end
$$;
call give_function('find_actor(text, bytea, timestamptz)', 'kortelijn_gate');

/* Turns a one-time link into a session. Two clicks at once: one wins (the row is locked), the other gets null. */
create function use_link(p_hash bytea, p_session uuid, p_session_hash bytea, p_clock timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  k access_key;
  moment timestamptz;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  moment := app_now();
  update access_key set ended_at = moment
  where hash = p_hash and kind = 'link' and ended_at is null and expires_at > moment
  returning * into k;
  if not found then
    return null;
  end if;
  insert into access_key (tenant_id, id, person_id, kind, hash, made_at, seen_at, expires_at)
  values (k.tenant_id, p_session, k.person_id, 'session', p_session_hash, moment, moment, moment + interval '12 hours');
  return k.person_id;
end
$$;
call give_function('use_link(bytea, uuid, bytea, timestamptz)', 'kortelijn_gate');

/* A new key for a person. An operator makes any kind for anybody; the program itself only sessions, after a log-in it has checked. */
create function make_key(p_tenant uuid, p_id uuid, p_person uuid, p_kind text, p_hash bytea, p_expires timestamptz, p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  if p_kind <> 'session' and not pg_has_role(session_user, 'kortelijn_operator', 'member') then
    raise insufficient_privilege using message = 'only an operator makes tokens and links';
  end if;
  insert into access_key (tenant_id, id, person_id, kind, hash, made_at, seen_at, expires_at)
  values (p_tenant, p_id, p_person, p_kind, p_hash, app_now(), app_now(), p_expires);
end
$$;
call give_function('make_key(uuid, uuid, uuid, text, bytea, timestamptz, timestamptz)', 'kortelijn_gate');

/* The invented people of the demonstration, to choose from at /demo; of a real partnership nobody is ever shown. */
create function demonstration_people(p_day date) returns table (tenant_name text, labels jsonb, tenant_id uuid, id uuid, name text, appointments jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select t.name, t.labels, p.tenant_id, p.id, p.name, appointments_on(p.tenant_id, p.id, p_day)
  from tenant t join person p on p.tenant_id = t.tenant_id
  where t.demonstration and p.suspended_at is null
  order by t.code, p.name, p.id
$$;
call give_function('demonstration_people(date)', 'kortelijn_gate');
