-- The first statement of every transaction: who asks, for which partnership, and what that person is there today.
-- Everything a policy compares with is worked out here once (research: a function per row costs x23).

create function begin_request(p_person uuid, p_tenant uuid, p_clock timestamptz default null) returns void
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
    set_config('app.covers_all', case when r.covers_all then 'yes' else '' end, true),
    set_config('app.staff', case when r.staff then 'yes' else '' end, true),
    set_config('app.operator', '', true);
end
$$;
call give_function('begin_request(uuid, uuid, timestamptz)', 'kortelijn_gate');

/* The same for the command line: a whole partnership (or none), for an operator's login only. */
create function begin_operation(p_tenant uuid, p_clock timestamptz default null) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not pg_has_role(session_user, 'kortelijn_operator', 'member') then
    raise insufficient_privilege using message = 'only an operator works for a whole partnership';
  end if;
  perform set_config('app.clock', coalesce(p_clock::text, ''), true), set_config('app.operator', 'yes', true),
    set_config('app.tenant', coalesce(p_tenant::text, ''), true), set_config('app.person', '', true);
end
$$;
