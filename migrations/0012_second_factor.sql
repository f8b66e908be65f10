-- Passkeys, recovery codes, the second step of partnership staff; sessions that know how they began (S8).

-- On where real people work. A demonstration has no real ones; whoever makes a partnership says which it is.
alter table tenant add column staff_second_factor boolean not null default false;
-- The owner sees rows only while the law is not forced on it.
alter table tenant no force row level security;
update tenant set staff_second_factor = not demonstration;
alter table tenant force row level security;
grant update (staff_second_factor) on tenant to kortelijn_app;

/* How a session began, with what device, whether both factors were shown, and for which roles. A replaced one lives on for a minute. */
alter table access_key
  add column way text check (way in ('link', 'oidc', 'passkey', 'demo')),
  add column device text check (length(device) <= 60),
  add column second_factor boolean not null default false,
  add column roles text,
  add column replaced_at timestamptz,
  add column replaced_by uuid;

create table passkey (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  credential_id bytea not null unique check (length(credential_id) between 16 and 1023),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  name text not null check (btrim(name) <> '' and length(name) <= 60),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index passkey_of_person on passkey (tenant_id, person_id);

/* What a passkey has to sign, once and within five minutes. Who logs in is not known yet, so it belongs to no partnership. */
create table passkey_challenge (
  hash bytea primary key,
  purpose text not null check (purpose in ('log-in', 'second-step', 'register')),
  person_id uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'log-in') = (person_id is null))
);

/* Ten of them, each good once; slow hashes, one salt per set. */
create table recovery_code (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  salt bytea not null check (length(salt) >= 16),
  hash bytea not null check (length(hash) >= 32),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index recovery_code_of_person on recovery_code (tenant_id, person_id);

/* Wrong codes in a row. The row is locked while a code is looked at, so that parallel guesses stand in line. */
create table recovery_attempt (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  wrong int not null default 0 check (wrong >= 0),
  blocked_until timestamptz,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);

/* Log-ins from one address that came to nothing. Only a hash of the address, and only for the quarter of an hour that counts. */
create table log_in_attempt (
  address bytea primary key,
  tries int not null,
  ends_at timestamptz not null
);

call put_under_law('passkey');
call put_under_law('passkey_challenge');
call put_under_law('recovery_code');
call put_under_law('recovery_attempt');
call put_under_law('log_in_attempt');

do $$
declare
  name text;
begin
  foreach name in array array['passkey', 'recovery_code', 'recovery_attempt'] loop
    execute format('create policy own on %I for select to kortelijn_app
      using (tenant_id = (select app_tenant()) and person_id = (select app_person()))', name);
    execute format('create policy own_add on %I for insert to kortelijn_app
      with check (tenant_id = (select app_tenant()) and person_id = (select app_person()))', name);
    execute format('create policy own_change on %I for update to kortelijn_app
      using (tenant_id = (select app_tenant()) and person_id = (select app_person()))', name);
    execute format('create policy own_remove on %I for delete to kortelijn_app
      using (tenant_id = (select app_tenant()) and person_id = (select app_person()))', name);
  end loop;
end
$$;
grant select, insert, delete on passkey, recovery_code to kortelijn_app;
grant update (name) on passkey to kortelijn_app;
grant update (used_at) on recovery_code to kortelijn_app;
grant select, insert on recovery_attempt to kortelijn_app;
grant update (wrong, blocked_until) on recovery_attempt to kortelijn_app;

create policy gate_counts on passkey for update to kortelijn_gate using (true);
grant update (counter, used_at) on passkey to kortelijn_gate;
create policy gate_writes on passkey_challenge for all to kortelijn_gate using (true);
grant insert, update on passkey_challenge to kortelijn_gate;
create policy gate_writes on log_in_attempt for all to kortelijn_gate using (true);
grant insert, update on log_in_attempt to kortelijn_gate;

/* The roles of an appointment list as one text: a session begun with other ones gets a new id. */
create function roles_of(p_appointments jsonb) returns text language sql immutable
as $$
  select coalesce(string_agg(a ->> 'role' || ' ' || (a -> 'place' ->> 'id'), ',' order by a ->> 'role', a -> 'place' ->> 'id'), '')
  from jsonb_array_elements(p_appointments) a
$$;

/* Whether these are the appointments of somebody who works for the partnership itself. */
create function is_staff(p_appointments jsonb) returns boolean language sql immutable
as $$
  select exists (select from jsonb_array_elements(p_appointments) a
    where a ->> 'role' not in ('school_director', 'support_coordinator', 'teacher', 'board_member'))
$$;

create or replace function find_actor(p_kind text, p_hash bytea, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  k access_key;
  moment timestamptz;
  held jsonb;
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
  held := appointments_on(k.tenant_id, k.person_id, day_of(moment));
  return (
    select jsonb_build_object(
      'keyId', k.id, 'personId', p.id, 'name', p.name, 'email', p.email, 'tenantId', t.tenant_id,
      'tenant', jsonb_build_object('code', t.code, 'name', t.name, 'preset', t.preset, 'labels', t.labels),
      'appointments', held) || case when k.kind <> 'session' then '{}' else jsonb_build_object('session', jsonb_build_object(
        'way', k.way,
        'secondFactor', case when k.second_factor then 'shown' when t.staff_second_factor and is_staff(held) then 'missing' else 'unasked' end,
        'outdated', k.replaced_at is null and k.roles is distinct from roles_of(held))) end
    from person p join tenant t on t.tenant_id = p.tenant_id
    where p.tenant_id = k.tenant_id and p.id = k.person_id and p.suspended_at is null
  );
end
$$;

/* A session of at most twelve hours for somebody whose log-in the program has checked. */
create function open_session(p_tenant uuid, p_id uuid, p_person uuid, p_hash bytea, p_way text, p_device text, p_second_factor boolean, p_clock timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  moment timestamptz;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  moment := app_now();
  insert into access_key (tenant_id, id, person_id, kind, hash, made_at, seen_at, expires_at, way, device, second_factor, roles)
  values (p_tenant, p_id, p_person, 'session', p_hash, moment, moment, moment + interval '12 hours', p_way, p_device, p_second_factor,
    roles_of(appointments_on(p_tenant, p_person, day_of(moment))));
end
$$;
call give_function('open_session(uuid, uuid, uuid, bytea, text, text, boolean, timestamptz)', 'kortelijn_gate');

/* A new id for a session: after the second step (the old one ends), or because the roles changed (the old one is good for a minute,
   for what another tab had already asked). It ends when the old one would have. False when another request did it already. */
create function renew_session(p_tenant uuid, p_person uuid, p_key uuid, p_id uuid, p_hash bytea, p_shown boolean, p_clock timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  k access_key;
  moment timestamptz;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  moment := app_now();
  select * into k from access_key
  where tenant_id = p_tenant and person_id = p_person and id = p_key and kind = 'session'
    and ended_at is null and replaced_at is null and expires_at > moment
  for update;
  if not found then
    return false;
  end if;
  insert into access_key (tenant_id, id, person_id, kind, hash, made_at, seen_at, expires_at, way, device, second_factor, roles)
  values (p_tenant, p_id, p_person, 'session', p_hash, k.made_at, moment, k.expires_at, k.way, k.device, k.second_factor or p_shown,
    roles_of(appointments_on(p_tenant, p_person, day_of(moment))));
  -- Logging out at the provider goes with the session that lives on.
  update login_session set key_id = p_id where tenant_id = p_tenant and key_id = p_key;
  update access_key set replaced_at = moment, replaced_by = p_id,
    ended_at = case when p_shown then moment end,
    expires_at = least(expires_at, moment + interval '1 minute')
  where tenant_id = p_tenant and id = p_key;
  return true;
end
$$;
call give_function('renew_session(uuid, uuid, uuid, uuid, bytea, boolean, timestamptz)', 'kortelijn_gate');

drop function use_link(bytea, uuid, bytea, timestamptz);
create function use_link(p_hash bytea, p_session uuid, p_session_hash bytea, p_device text, p_clock timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  k access_key;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update access_key set ended_at = app_now()
  where hash = p_hash and kind = 'link' and ended_at is null and expires_at > app_now()
  returning * into k;
  if not found then
    return null;
  end if;
  perform open_session(k.tenant_id, p_session, k.person_id, p_session_hash, 'link', p_device, false, p_clock);
  return k.person_id;
end
$$;
call give_function('use_link(bytea, uuid, bytea, text, timestamptz)', 'kortelijn_gate');

/* Only an operator makes keys; the program opens sessions with open_session. */
create or replace function make_key(p_tenant uuid, p_id uuid, p_person uuid, p_kind text, p_hash bytea, p_expires timestamptz, p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  if p_kind = 'session' or not pg_has_role(session_user, 'kortelijn_operator', 'member') then
    raise insufficient_privilege using message = 'only an operator makes tokens and links';
  end if;
  insert into access_key (tenant_id, id, person_id, kind, hash, made_at, seen_at, expires_at)
  values (p_tenant, p_id, p_person, p_kind, p_hash, app_now(), app_now(), p_expires);
end
$$;

/* Ends what somebody came in with, and what took its place meanwhile. */
create or replace function end_key(p_tenant uuid, p_person uuid, p_id uuid, p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  with recursive chain as (
    select id, replaced_by from access_key where tenant_id = p_tenant and person_id = p_person and id = p_id
    union select k.id, k.replaced_by from chain c join access_key k on k.tenant_id = p_tenant and k.person_id = p_person and k.id = c.replaced_by
  )
  update access_key k set ended_at = app_now() from chain c
  where k.tenant_id = p_tenant and k.id = c.id and k.ended_at is null;
end
$$;

/* Something for a passkey to sign. Without a person: whoever wants to log in. */
create function make_challenge(p_hash bytea, p_purpose text, p_person uuid, p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  insert into passkey_challenge (hash, purpose, person_id, expires_at) values (p_hash, p_purpose, p_person, app_now() + interval '5 minutes');
end
$$;
call give_function('make_challenge(bytea, text, uuid, timestamptz)', 'kortelijn_gate');

/* Uses a challenge up; false when it is not ours, too old, used, or made for something or somebody else. */
create function use_challenge(p_hash bytea, p_purpose text, p_person uuid, p_clock timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update passkey_challenge set used_at = app_now()
  where hash = p_hash and purpose = p_purpose and person_id is not distinct from p_person and used_at is null and expires_at > app_now();
  return found;
end
$$;
call give_function('use_challenge(bytea, text, uuid, timestamptz)', 'kortelijn_gate');

/* Whose passkey this is and with which public key its signature is checked. Credential ids are random: nobody finds another's by trying. */
create function find_passkey(p_credential bytea) returns table (tenant_id uuid, id uuid, person_id uuid, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select k.tenant_id, k.id, k.person_id, k.public_key, k.counter, k.transports
  from passkey k join person p on p.tenant_id = k.tenant_id and p.id = k.person_id
  where k.credential_id = p_credential and p.suspended_at is null
$$;
call give_function('find_passkey(bytea)', 'kortelijn_gate');

/* Writes down that a passkey was used. False when its counter did not go on: somebody may have copied it. */
create function use_passkey(p_tenant uuid, p_id uuid, p_counter bigint, p_clock timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update passkey set counter = p_counter, used_at = app_now()
  where tenant_id = p_tenant and id = p_id and (p_counter > counter or (p_counter = 0 and counter = 0));
  return found;
end
$$;
call give_function('use_passkey(uuid, uuid, bigint, timestamptz)', 'kortelijn_gate');

/* Counts a log-in before it is looked at, so that parallel guesses are all counted. Gives the seconds to wait: 0 = go on.
   Twenty that come to nothing in a quarter of an hour are enough for one address. */
create function count_log_in(p_address bytea, p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  now_counted log_in_attempt;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  insert into log_in_attempt as l (address, tries, ends_at) values (p_address, 1, app_now() + interval '15 minutes')
  on conflict (address) do update set
    tries = case when l.ends_at <= app_now() then 1 else l.tries + 1 end,
    ends_at = case when l.ends_at <= app_now() then excluded.ends_at else l.ends_at end
  returning * into now_counted;
  return case when now_counted.tries <= 20 then 0 else greatest(1, ceil(extract(epoch from now_counted.ends_at - app_now())))::int end;
end
$$;
call give_function('count_log_in(bytea, timestamptz)', 'kortelijn_gate');

/* A log-in that succeeded does not count. */
create function forgive_log_in(p_address bytea) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ update log_in_attempt set tries = greatest(tries - 1, 0) where address = p_address $$;
call give_function('forgive_log_in(bytea)', 'kortelijn_gate');

-- Tidying ---------------------------------------------------------------------------------------------------------------
do $$
declare
  name text;
begin
  foreach name in array array['access_key', 'passkey_challenge', 'log_in_attempt', 'idempotency'] loop
    execute format('create policy eraser_tidies on %I for all to kortelijn_eraser using (true) with check (false)', name);
    execute format('grant select, delete on %I to kortelijn_eraser', name);
  end loop;
end
$$;

/* Takes away what nobody can use any more: keys and answers of thirty days ago, challenges and counts that are over. Gives how many rows. */
create function tidy_access(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  moment timestamptz;
  gone int;
  total int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  moment := app_now();
  delete from access_key where least(ended_at, expires_at) < moment - interval '30 days';
  get diagnostics gone = row_count;
  total := total + gone;
  delete from idempotency where at < moment - interval '30 days';
  get diagnostics gone = row_count;
  total := total + gone;
  delete from passkey_challenge where expires_at < moment - interval '1 hour';
  get diagnostics gone = row_count;
  total := total + gone;
  delete from log_in_attempt where ends_at < moment;
  get diagnostics gone = row_count;
  return total + gone;
end
$$;
call give_function('tidy_access(timestamptz)', 'kortelijn_eraser');
