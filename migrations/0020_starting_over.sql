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
