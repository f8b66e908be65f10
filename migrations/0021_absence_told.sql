-- Nobody's work changes hands behind their back: who is away hears it when somebody else hands it over or takes it back, and the
-- stand-in when it ends. Also when there is no concern to hear it of, so that it tells nothing of those.

create function absence_is_told() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into notice (tenant_id, person_id, kind, subject, subject_id, due_on, at)
  select new.tenant_id, told, 'handed_over', 'person', told, case tg_op when 'INSERT' then new.starts_on else app_today() end, app_now()
  from unnest(case tg_op when 'INSERT' then array[new.person_id] else array[new.person_id, new.stand_in_id] end) as told
  where told is distinct from app_person()
  on conflict do nothing;
  return null;
end
$$;
call give_function('absence_is_told()', 'kortelijn_gate', true);
create trigger absence_is_told after insert on absence for each row execute function absence_is_told();
create trigger absence_end_is_told after update of ended_at on absence for each row
  when (old.ended_at is null and new.ended_at is not null) execute function absence_is_told();
