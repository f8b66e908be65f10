-- Leaving asks for no appointment: whoever lost their last one can still end the session they came in with.

create function end_key(p_tenant uuid, p_person uuid, p_id uuid, p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update access_key set ended_at = app_now() where tenant_id = p_tenant and person_id = p_person and id = p_id and ended_at is null;
end
$$;
call give_function('end_key(uuid, uuid, uuid, timestamptz)', 'kortelijn_gate');
