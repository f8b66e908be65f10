-- Who lost everything to log in with begins again, by an administrator or the operator; and nobody's e-mail address is changed
-- without the old address hearing of it first.

create policy gate_starts_over on passkey for delete to kortelijn_gate using (true);
create policy gate_starts_over on recovery_code for delete to kortelijn_gate using (true);
create policy gate_starts_over on recovery_attempt for delete to kortelijn_gate using (true);
grant delete on passkey, recovery_code, recovery_attempt to kortelijn_gate;

/* Takes passkeys and recovery codes off somebody and ends sessions and one-time links; accounts at a provider stay. For another
   administrator or an operator: nobody does it for themselves. False when there is no such person, or they are suspended. */
create function start_over(p_person uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not app_operator() and (not app_is('administrator') or p_person = app_person()) then
    raise insufficient_privilege using message = 'only another administrator lets somebody begin again';
  end if;
  if not exists (select from person where tenant_id = app_tenant() and id = p_person and suspended_at is null) then
    return false;
  end if;
  -- In line with who makes or uses them at this moment (lockMeans).
  perform pg_advisory_xact_lock(hashtextextended('second factor ' || app_tenant() || ' ' || p_person, 0));
  delete from passkey where tenant_id = app_tenant() and person_id = p_person;
  delete from recovery_code where tenant_id = app_tenant() and person_id = p_person;
  delete from recovery_attempt where tenant_id = app_tenant() and person_id = p_person;
  update access_key set ended_at = app_now()
  where tenant_id = app_tenant() and person_id = p_person and kind in ('session', 'link') and ended_at is null;
  return true;
end
$$;
call give_function('start_over(uuid)', 'kortelijn_gate');

-- A changed address --------------------------------------------------------------------------------------------------------
-- Letters go to the address that somebody has when they leave. Only the news that it was changed goes to the old one; it never
-- opens a door.
alter table outbox add column to_address text check (length(to_address) <= 200),
  add constraint "only news of a change goes to the old address"
    check (to_address is null or (kind = 'address_changed' and link not like '%{%' and calendar is null));
create index outbox_to_old_address on outbox (tenant_id, person_id) where to_address is not null and sent_at is null and given_up_at is null;

/* However an address changes: both addresses hear of it, the audit knows, and links that went to the old one are worth nothing. */
create function tell_changed_address() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update access_key set ended_at = app_now()
  where tenant_id = new.tenant_id and person_id = new.id and kind = 'link' and ended_at is null;
  insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via) values (new.tenant_id, gen_random_uuid(), app_now(),
    app_person(), 'change_address', 'person', new.id, case when app_person() is null then 'command' else 'page' end);
  insert into outbox (tenant_id, id, person_id, kind, key, subject, lines, link, made_at, next_try_at, to_address)
  select new.tenant_id, gen_random_uuid(), new.id, 'address_changed', 'address_changed ' || gen_random_uuid(),
    'Uw e-mailadres in Kortelijn is gewijzigd', array[letter.line,
      'Een link om in te loggen die u eerder per mail kreeg, werkt niet meer.',
      'Klopt dat niet? Bel dan meteen de beheerder van uw samenwerkingsverband.'], '/mijn', app_now(), app_now(), letter.address
  from (values ('Mail van Kortelijn gaat vanaf nu naar een ander adres dan dit.', old.email),
    ('Mail van Kortelijn gaat vanaf nu naar dit adres.', null)) as letter (line, address);
  return null;
end
$$;
call give_function('tell_changed_address()', 'kortelijn_gate', true);
create trigger changed_address_is_told after update of email on person for each row
  when (old.email is distinct from new.email) execute function tell_changed_address();

/* As in 0010. While the old address has not been told (for a day at most), nothing goes to the new one; and the old one hears it
   of somebody suspended too. */
create or replace function claim_mail(p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  o outbox;
  p person;
  held constant uuid := gen_random_uuid();
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  loop
    select * into o from outbox w where w.sent_at is null and w.given_up_at is null and w.next_try_at <= app_now()
      and (w.to_address is not null or not exists (select from outbox x where x.tenant_id = w.tenant_id and x.person_id = w.person_id
        and x.to_address is not null and x.sent_at is null and x.given_up_at is null and x.made_at > app_now() - interval '1 day'))
    order by w.next_try_at limit 1 for update skip locked;
    if not found then
      return null;
    end if;
    select * into p from person where tenant_id = o.tenant_id and id = o.person_id;
    if (p.suspended_at is not null and o.to_address is null) or o.made_at < app_now() - interval '30 days' then
      update outbox set given_up_at = app_now(), last_fault = case when p.suspended_at is not null then 'suspended' else 'late' end
      where tenant_id = o.tenant_id and id = o.id;
    else
      update outbox set attempts = attempts + 1, tried_at = coalesce(tried_at, app_now()), lease = held, next_try_at = app_now() + interval '10 minutes'
      where tenant_id = o.tenant_id and id = o.id;
      return (
        select jsonb_build_object('tenantId', o.tenant_id, 'id', o.id, 'personId', o.person_id, 'key', o.key,
          'to', coalesce(o.to_address, p.email), 'partnership', t.name,
          'subject', o.subject, 'lines', o.lines, 'link', o.link, 'calendar', o.calendar, 'lease', held, 'attempts', o.attempts + 1,
          'minutesTrying', floor(extract(epoch from app_now() - coalesce(o.tried_at, app_now())) / 60))
        from tenant t where t.tenant_id = o.tenant_id);
    end if;
  end loop;
end
$$;

/* As in 0010, with the address it went to. */
create or replace function demonstration_mail(p_person uuid, p_before_at timestamptz, p_before_id uuid, p_limit int, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  return (select coalesce(jsonb_agg(mail.one order by mail.made_at desc, mail.id desc), '[]') from (
    select o.made_at, o.id, jsonb_build_object('tenantId', o.tenant_id, 'id', o.id, 'personId', o.person_id, 'name', p.name,
      'to', coalesce(o.to_address, p.email),
      'partnership', t.name, 'madeAt', to_char(o.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'key', o.key,
      'subject', o.subject, 'lines', o.lines, 'link', o.link, 'calendar', o.calendar) as one
    from tenant t join outbox o on o.tenant_id = t.tenant_id join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where t.demonstration and o.given_up_at is null and (o.sent_at is not null or o.next_try_at <= app_now() or o.attempts > 0)
      and (p_person is null or o.person_id = p_person)
      and (p_before_at is null or (o.made_at, o.id) < (p_before_at, p_before_id))
    order by o.made_at desc, o.id desc limit p_limit) mail);
end
$$;
