-- Coming in through a provider of log-in (OpenID Connect), and the invitation that ties a person to an account there.

/* The partnership's own provider; without one the provider of the installation holds. The secret was sealed by the program. */
create table login_provider (
  tenant_id uuid primary key references tenant,
  issuer text not null check (issuer ~ '^https?://[^[:space:]]+$' and length(issuer) <= 500),
  client_id text not null check (client_id ~ '\S' and length(client_id) <= 300),
  client_secret bytea not null,
  version int not null default 1
);

/* Which account at which provider is this person. Nobody but an invited person makes such a row, by logging in there. */
create table identity (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  issuer text not null check (length(issuer) <= 500),
  subject text not null check (length(subject) between 1 and 300),
  linked_at timestamptz not null,
  primary key (tenant_id, id),
  constraint "an account is one person" unique (tenant_id, issuer, subject),
  foreign key (tenant_id, person_id) references person
);
create index identity_of_person on identity (tenant_id, person_id);

/* Who was asked to come in, by whom. The link itself is made when the mail leaves. */
create table login_invitation (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, made_by) references person
);
create index login_invitation_of_person on login_invitation (tenant_id, person_id, made_at);
create index login_invitation_by_maker on login_invitation (tenant_id, made_by);

/* Somebody who went to a provider and did not come back yet, or came back and has to choose a partnership. Of the secrets only
   hashes: state, and what the browser keeps. Without a partnership when the provider is the installation's. */
create table provider_visit (
  hash bytea primary key,
  browser bytea not null,
  tenant_id uuid references tenant,
  issuer text not null,
  link bytea, -- of the invitation
  onward text,
  subject text, -- since the provider told who it is
  id_token bytea,
  second_factor boolean not null default false,
  expires_at timestamptz not null
);
create index provider_visit_by_end on provider_visit (expires_at);

/* What logging out at the provider asks for, sealed by the program; for as long as the session. */
create table login_session (
  tenant_id uuid not null references tenant,
  key_id uuid not null,
  issuer text not null,
  id_token bytea not null,
  primary key (tenant_id, key_id),
  foreign key (tenant_id, key_id) references access_key on delete cascade
);

call put_under_law('login_provider');
call put_under_law('identity');
call put_under_law('login_invitation');
call put_under_law('provider_visit');
call put_under_law('login_session');

create policy administrator_keeps on login_provider for all to kortelijn_app
  using (tenant_id = (select app_tenant()) and (select app_is('administrator')))
  with check (tenant_id = (select app_tenant()) and (select app_is('administrator')));
grant select (tenant_id, issuer, client_id, version), insert, delete on login_provider to kortelijn_app;
grant update (issuer, client_id, client_secret, version) on login_provider to kortelijn_app;

create policy own_or_administrator on identity for select to kortelijn_app
  using (tenant_id = (select app_tenant()) and (person_id = (select app_person()) or (select app_is('administrator'))));
grant select (tenant_id, id, person_id, issuer, linked_at) on identity to kortelijn_app;

create policy administrator_reads on login_invitation for select to kortelijn_app
  using (tenant_id = (select app_tenant()) and (select app_is('administrator')));
create policy administrator_invites on login_invitation for insert to kortelijn_app
  with check (tenant_id = (select app_tenant()) and made_by = (select app_person()) and (select app_is('administrator')));
grant select, insert on login_invitation to kortelijn_app;

create policy gate_links on identity for all to kortelijn_gate using (true) with check (true);
create policy gate_keeps on provider_visit for all to kortelijn_gate using (true) with check (true);
create policy gate_keeps on login_session for all to kortelijn_gate using (true) with check (true);
create policy gate_records_logins on audit for insert to kortelijn_gate with check (subject = 'identity');
grant insert, delete on identity, provider_visit, login_session to kortelijn_gate;
grant update (key_id) on login_session to kortelijn_gate;
grant insert on audit to kortelijn_gate;

/* Where people can log in: every partnership with its own provider, if it has one. */
create function login_providers() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object('tenantId', t.tenant_id, 'name', t.name, 'hostName', t.host_name, 'issuer', l.issuer)
    order by t.name, t.code), '[]')
  from tenant t left join login_provider l on l.tenant_id = t.tenant_id
$$;
call give_function('login_providers()', 'kortelijn_gate');

/* What the program needs to speak with a partnership's own provider; null = it has none. */
create function login_provider_of(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select jsonb_build_object('issuer', l.issuer, 'clientId', l.client_id, 'sealed', encode(l.client_secret, 'base64'))
  from login_provider l where l.tenant_id = p_tenant
$$;
call give_function('login_provider_of(uuid)', 'kortelijn_gate');

/* Remembers for ten minutes who went to a provider, or who has to choose. What nobody came back for goes. */
create function begin_visit(p_hash bytea, p_browser bytea, p_tenant uuid, p_issuer text, p_link bytea, p_onward text,
  p_subject text, p_id_token bytea, p_second_factor boolean, p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  delete from provider_visit where expires_at < app_now();
  insert into provider_visit (hash, browser, tenant_id, issuer, link, onward, subject, id_token, second_factor, expires_at)
  values (p_hash, p_browser, p_tenant, p_issuer, p_link, p_onward, p_subject, p_id_token, p_second_factor, app_now() + interval '10 minutes');
end
$$;
call give_function('begin_visit(bytea, bytea, uuid, text, bytea, text, text, bytea, boolean, timestamptz)', 'kortelijn_gate');

/* Takes what was remembered, once, and only for the browser it was remembered of. Two at once: one gets it. */
create function end_visit(p_hash bytea, p_browser bytea, p_known boolean, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  a provider_visit;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  delete from provider_visit
  where hash = p_hash and browser = p_browser and (subject is not null) = p_known and expires_at > app_now()
  returning * into a;
  if not found then
    return null;
  end if;
  return jsonb_build_object('tenantId', a.tenant_id, 'issuer', a.issuer, 'link', encode(a.link, 'base64'), 'onward', a.onward,
    'subject', a.subject, 'idToken', encode(a.id_token, 'base64'), 'secondFactor', a.second_factor);
end
$$;
call give_function('end_visit(bytea, bytea, boolean, timestamptz)', 'kortelijn_gate');

/* Whether somebody may come in today: an appointment, and not suspended. */
create function is_admitted(p_tenant uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from person p where p.tenant_id = p_tenant and p.id = p_person and p.suspended_at is null)
    and exists (select from appointment a where a.tenant_id = p_tenant and a.person_id = p_person
      and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()))
$$;
call give_function('is_admitted(uuid, uuid)', 'kortelijn_gate', true);

/* The people that an account is: in the partnership whose provider told it, or in all that share the installation's. */
create function find_identities(p_tenant uuid, p_issuer text, p_subject text, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  return (
    select coalesce(jsonb_agg(jsonb_build_object('tenantId', i.tenant_id, 'personId', i.person_id, 'tenantName', t.name,
      'admitted', is_admitted(i.tenant_id, i.person_id)) order by t.name, t.code), '[]')
    from identity i join tenant t on t.tenant_id = i.tenant_id
    where i.issuer = p_issuer and i.subject = p_subject
      and case when p_tenant is null then not exists (select from login_provider l where l.tenant_id = i.tenant_id)
        else i.tenant_id = p_tenant end
  );
end
$$;
create index identity_by_account on identity (issuer, subject);
call give_function('find_identities(uuid, text, text, timestamptz)', 'kortelijn_gate');

/* To which partnership a one-time link leads, without using it up; null when it does not work. */
create function look_at_link(p_hash bytea, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  return (
    select jsonb_build_object('tenantId', k.tenant_id, 'tenantName', t.name, 'issuer', l.issuer)
    from access_key k
    join person p on p.tenant_id = k.tenant_id and p.id = k.person_id and p.suspended_at is null
    join tenant t on t.tenant_id = k.tenant_id
    left join login_provider l on l.tenant_id = k.tenant_id
    where k.hash = p_hash and k.kind = 'link' and k.ended_at is null and k.expires_at > app_now()
  );
end
$$;
call give_function('look_at_link(bytea, timestamptz)', 'kortelijn_gate');

/* Ties an account at a provider to the invited person and uses the link up; the person hears of it by mail. `outcome` is
   'linked', 'noLink' (it does not work, or is of a partnership with another provider) or 'taken' (the account is somebody else). */
create function link_identity(p_link bytea, p_tenant uuid, p_issuer text, p_subject text, p_id uuid, p_audit uuid, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  k access_key;
  held uuid;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  select * into k from access_key where hash = p_link and kind = 'link' and ended_at is null and expires_at > app_now() for update;
  if not found or exists (select from person p where p.tenant_id = k.tenant_id and p.id = k.person_id and p.suspended_at is not null)
    or (case when p_tenant is null then exists (select from login_provider l where l.tenant_id = k.tenant_id) else p_tenant <> k.tenant_id end) then
    return jsonb_build_object('outcome', 'noLink');
  end if;
  insert into identity (tenant_id, id, person_id, issuer, subject, linked_at)
  values (k.tenant_id, p_id, k.person_id, p_issuer, p_subject, app_now())
  on conflict (tenant_id, issuer, subject) do nothing;
  select person_id into held from identity where tenant_id = k.tenant_id and issuer = p_issuer and subject = p_subject;
  if held is distinct from k.person_id then
    return jsonb_build_object('outcome', 'taken');
  end if;
  update access_key set ended_at = app_now() where tenant_id = k.tenant_id and id = k.id;
  insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
  values (k.tenant_id, p_audit, app_now(), k.person_id, 'link', 'identity', p_id, 'page');
  perform queue_mail(k.tenant_id, k.person_id, 'login_linked', 'login_linked ' || p_id, 'Uw account is gekoppeld aan Kortelijn',
    array['U kunt nu in Kortelijn inloggen met een account van uw organisatie.',
      'Was u dit niet zelf? Vertel het dan meteen aan de beheerder van uw samenwerkingsverband.'], '/mijn', null, null);
  return jsonb_build_object('outcome', 'linked', 'tenantId', k.tenant_id, 'personId', k.person_id,
    'admitted', is_admitted(k.tenant_id, k.person_id));
end
$$;
call give_function('link_identity(bytea, uuid, text, text, uuid, uuid, timestamptz)', 'kortelijn_gate');

/* The administrator takes an account off a person: what it opened closes at once. False when there is none. */
create function unlink_identity(p_person uuid, p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not app_is('administrator') then
    raise insufficient_privilege using message = 'only an administrator takes an account off a person';
  end if;
  delete from identity where tenant_id = app_tenant() and person_id = p_person and id = p_id;
  if not found then
    return false;
  end if;
  update access_key set ended_at = app_now()
  where tenant_id = app_tenant() and person_id = p_person and kind in ('session', 'link') and ended_at is null;
  return true;
end
$$;
call give_function('unlink_identity(uuid, uuid)', 'kortelijn_gate');

/* Keeps what logging out at the provider asks for, with the session that was just opened. */
create function keep_id_token(p_session_hash bytea, p_issuer text, p_id_token bytea) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into login_session (tenant_id, key_id, issuer, id_token)
  select k.tenant_id, k.id, p_issuer, p_id_token from access_key k
  where k.hash = p_session_hash and k.kind = 'session' and k.ended_at is null
  on conflict (tenant_id, key_id) do nothing
$$;
call give_function('keep_id_token(bytea, text, bytea)', 'kortelijn_gate');

/* Gives it back once, when somebody logs out. */
create function take_id_token(p_tenant uuid, p_person uuid, p_key uuid) returns jsonb
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  delete from login_session s using access_key k
  where s.tenant_id = p_tenant and s.key_id = p_key and k.tenant_id = s.tenant_id and k.id = s.key_id and k.person_id = p_person
  returning jsonb_build_object('issuer', s.issuer, 'idToken', encode(s.id_token, 'base64'))
$$;
call give_function('take_id_token(uuid, uuid, uuid)', 'kortelijn_gate');
