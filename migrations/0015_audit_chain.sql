-- The audit as a chain: every row carries the hash of all rows before it in its partnership. A job seals what was written since
-- (src/privacy/audit); the head of each chain is kept outside the database, so that a cut at the end shows too.

-- Null until sealed. A row waits as such, not by its hour: one that commits late is sealed a round later, never passed over.
alter table audit add column number bigint, add column sealed_at timestamptz, add column hash bytea;
-- Fixed words of the program: the lines that are hashed cannot be shifted.
alter table audit add constraint "a deed is one word" check (action ~ '^[\w.:-]{1,80}$' and subject ~ '^[\w.:-]{1,80}$') not valid;
alter table audit add constraint "sealed whole or not at all"
  check ((number is null) = (hash is null) and (number is null) = (sealed_at is null)) not valid;
create unique index audit_chain on audit (tenant_id, number);
create index audit_unsealed on audit (tenant_id, at, id) where number is null;
create index audit_of_person on audit (tenant_id, person_id, at, id);
create index audit_of_subject on audit (tenant_id, subject_id, at, id);

revoke insert on audit from kortelijn_app;
grant insert (tenant_id, id, at, person_id, action, subject, subject_id, via) on audit to kortelijn_app;

-- The gate seals what is not sealed yet, and changes nothing else.
create policy gate_seals on audit for update to kortelijn_gate using (number is null) with check (number is not null);
grant update (number, sealed_at, hash) on audit to kortelijn_gate;
create policy gate_adds on audit for insert to kortelijn_gate with check (number is null);
grant insert (tenant_id, id, at, person_id, action, subject, subject_id, via) on audit to kortelijn_gate;

/* Seals up to p_limit rows in all; gives the present head of every chain, and how many rows were sealed of it now. What is hashed
   is spelled out in src/privacy/audit/chain.ts, which does it again without asking the database. */
create function seal_audit(p_limit int) returns table (tenant_id uuid, code text, number bigint, hash bytea, sealed int)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
  t record;
  r record;
  moment constant timestamptz := now();
  room int := p_limit;
begin
  for t in select x.tenant_id, x.code from tenant x order by x.tenant_id loop
    -- One sealer at a time; each statement below sees what the one before committed.
    perform pg_advisory_xact_lock(hashtextextended('audit ' || t.tenant_id, 0));
    tenant_id := t.tenant_id; code := t.code; sealed := 0;
    select a.number, a.hash into seal_audit.number, seal_audit.hash from audit a
      where a.tenant_id = t.tenant_id and a.number is not null order by a.number desc limit 1;
    if seal_audit.number is null then
      seal_audit.number := 0;
      seal_audit.hash := sha256(convert_to(t.tenant_id::text, 'UTF8'));
    end if;
    for r in select * from audit a where a.tenant_id = t.tenant_id and a.number is null order by a.at, a.id limit room loop
      seal_audit.number := seal_audit.number + 1;
      seal_audit.hash := sha256(convert_to(concat_ws(E'\n', encode(seal_audit.hash, 'hex'), r.tenant_id, seal_audit.number,
        (extract(epoch from moment) * 1000000)::bigint, r.id, (extract(epoch from r.at) * 1000000)::bigint,
        coalesce(r.person_id::text, '-'), r.action, r.subject, r.subject_id, r.via), 'UTF8'));
      update audit a set number = seal_audit.number, hash = seal_audit.hash, sealed_at = moment
        where a.tenant_id = r.tenant_id and a.id = r.id;
      sealed := sealed + 1;
    end loop;
    room := room - sealed;
    if seal_audit.number > 0 then return next; end if;
  end loop;
end
$$;
call give_function('seal_audit(int)', 'kortelijn_gate');

-- Coming in and going out, whatever road they take, stand in the audit in their own transaction.
create function access_key_audit() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  asking uuid := app_person();
  command boolean := asking is null and new.kind <> 'session' and pg_has_role(session_user, 'kortelijn_operator', 'member');
begin
  if asking is null and not command then asking := new.person_id; end if;
  insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via) values (new.tenant_id, gen_random_uuid(), app_now(), asking,
    case when tg_op = 'INSERT' then case new.kind when 'session' then 'log_in' when 'token' then 'make_token' else 'make_link' end
      else case new.kind when 'session' then 'log_out' when 'token' then 'end_token' else 'use_link' end end,
    'access_key', new.id, case when command then 'command' else 'page' end);
  return null;
end
$$;
call give_function('access_key_audit()', 'kortelijn_gate', true);
create trigger coming_in_is_audited after insert on access_key for each row execute function access_key_audit();
create trigger going_out_is_audited after update of ended_at on access_key for each row
  when (old.ended_at is null and new.ended_at is not null) execute function access_key_audit();

-- What the clock writes down («geen reactie») is a deed as well.
create function passed_term_audit() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
  values (new.tenant_id, gen_random_uuid(), app_now(), null, new.step, 'concern', new.concern_id, 'job');
  return null;
end
$$;
call give_function('passed_term_audit()', 'kortelijn_gate', true);
create trigger passed_term_is_audited after insert on concern_entry for each row when (new.person_id is null)
  execute function passed_term_audit();

-- Who reads it: everybody their own deeds and what was done to their own record; the privacy officer the whole partnership,
-- without texts. What happens around a note that is still its author's alone, or that was dropped, is for nobody else.

/* A concern as the access log may name it: its number, for the privacy officer, once it was shared; null for anything else. */
create function audited_concern(p_tenant uuid, p_id uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select c.number from concern c
  where c.tenant_id = p_tenant and c.id = p_id and c.status <> 'noted' and p_tenant = app_tenant() and app_is('privacy_officer')
$$;
call give_function('audited_concern(uuid, uuid)', 'kortelijn_gate');

/* The shared concern with this number, for the privacy officer. */
create function audited_concern_id(p_tenant uuid, p_number text) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select c.id from concern c
  where c.tenant_id = p_tenant and c.number = p_number and c.status <> 'noted' and p_tenant = app_tenant() and app_is('privacy_officer')
$$;
call give_function('audited_concern_id(uuid, text)', 'kortelijn_gate');

create policy own_reads on audit for select to kortelijn_app using (tenant_id = (select app_tenant())
  and (person_id = (select app_person()) or (subject = 'person' and subject_id = (select app_person()))));
create policy officer_reads on audit for select to kortelijn_app using (tenant_id = (select app_tenant())
  and (select app_is('privacy_officer')) and (subject <> 'concern' or audited_concern(tenant_id, subject_id) is not null));
grant select (tenant_id, id, at, person_id, action, subject, subject_id, via) on audit to kortelijn_app;

-- begin_request as it stands in 0007, and app.privacy_officer.
create or replace function begin_request(p_person uuid, p_tenant uuid, p_clock timestamptz default null) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  today date;
  r record;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  today := app_today();
  select
    coalesce(array_agg(a.school_id) filter (where a.school_id is not null), '{}') as schools,
    coalesce(array_agg(a.school_id) filter (where a.role = 'contact_person'), '{}') as contact_schools,
    coalesce(array_agg(a.school_id) filter (where a.role = 'school_director'), '{}') as director_schools,
    coalesce(array_agg(a.school_id) filter (where a.role in ('support_coordinator', 'teacher')), '{}') as working_schools,
    coalesce(array_agg(a.board_id) filter (where a.role = 'board_member'), '{}') as boards,
    bool_or(a.role = 'team_lead') as team_lead,
    bool_or(a.role = 'partnership_director') as partnership_director,
    bool_or(a.role = 'administrator') as administrator,
    bool_or(a.role = 'privacy_officer') as privacy_officer,
    bool_or(a.school_id is null and a.role in ('specialist', 'team_lead')) as covers_all,
    bool_or(a.school_id is null and a.board_id is null) as staff,
    count(*) as held
  into r
  from appointment a
  where a.tenant_id = p_tenant and a.person_id = p_person and a.starts_on <= today and (a.ends_on is null or a.ends_on > today);
  if r.held = 0 or exists (select from person p where p.tenant_id = p_tenant and p.id = p_person and p.suspended_at is not null) then
    raise insufficient_privilege using message = 'no appointment today';
  end if;
  perform
    set_config('app.person', p_person::text, true),
    set_config('app.tenant', p_tenant::text, true),
    set_config('app.schools', r.schools::text, true),
    set_config('app.noting_schools', (r.contact_schools || r.director_schools || r.working_schools)::text, true),
    set_config('app.contact_schools', r.contact_schools::text, true),
    set_config('app.director_schools', r.director_schools::text, true),
    set_config('app.boards', r.boards::text, true),
    set_config('app.participations', case when r.working_schools = '{}' then '{}' else (
      select coalesce(array_agg(distinct p.concern_id), '{}')::text from concern_entry_person p
      join concern c on c.tenant_id = p.tenant_id and c.id = p.concern_id
      where p.tenant_id = p_tenant and p.person_id = p_person and p.participates and c.school_id = any (r.working_schools)) end, true),
    set_config('app.team_lead', case when r.team_lead then 'yes' else '' end, true),
    set_config('app.partnership_director', case when r.partnership_director then 'yes' else '' end, true),
    set_config('app.administrator', case when r.administrator then 'yes' else '' end, true),
    set_config('app.privacy_officer', case when r.privacy_officer then 'yes' else '' end, true),
    set_config('app.covers_all', case when r.covers_all then 'yes' else '' end, true),
    set_config('app.staff', case when r.staff then 'yes' else '' end, true),
    set_config('app.operator', '', true);
end
$$;
