-- The team lead's board and the agenda of a school: what two readers must know of people without reading those rows themselves.

/* Each week of a period, from Monday to Friday, for everybody who has a contract in it: in dagdelen a week the contract, what stationings
   take of it (proposed ones too, as for who proposes one more: stationing_room), what assigned work takes beside those, and the contract's
   part that absence takes. Of days that differ within a week the fullest counts, of a contract that changes the smallest. p_until: half-open.
   Only for team leads, over at most one school year: nobody else knows contracts. */
create function capacity_weeks(p_from date, p_until date)
  returns table (person_id uuid, monday date, contract numeric, stationed numeric, assigned numeric, away numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with asked as (
    select array(select distinct c.person_id from contract c where c.tenant_id = app_tenant() and c.starts_on < p_until
        and (c.ends_on is null or c.ends_on > p_from)) as people,
      array(select distinct a.question_id from assignment a where a.tenant_id = app_tenant() and a.kind = 'assigned' and a.state = 'active'
        and a.starts_on < p_until + 6 and a.ends_on > p_from - 6) as questions
    where app_is('team_lead') and p_from < p_until and p_until <= p_from + 378
  ), days as (
    select d.person_id, d.day, d.contract, d.taken, s.taken as stationed, exists (select from specialist_absence x
      where x.tenant_id = app_tenant() and x.person_id = d.person_id and x.starts_on <= d.day and (x.ends_on is null or x.ends_on > d.day)) as away
    from asked cross join lateral contract_days(app_tenant(), asked.people, p_from, p_until - 1, '{}', true, null, null, null, null, null) d
    join (select e.* from asked cross join lateral contract_days(app_tenant(), asked.people, p_from, p_until - 1, asked.questions, true,
      null, null, null, null, null) e) s on s.person_id = d.person_id and s.day = d.day
    where extract(isodow from d.day) <= 5
  )
  select d.person_id, date_trunc('week', d.day::timestamp)::date, min(coalesce(d.contract, 0)), max(d.stationed), max(d.taken - d.stationed),
    round(sum(case when d.away then coalesce(d.contract, 0) else 0 end) / 5, 2)
  from days d group by 1, 2
$$;
call give_function('capacity_weeks(date, date)', 'kortelijn_gate');

/* On which days somebody comes to a school by a series, and when who comes there is away: for who speaks for the school, and team leads.
   That they are away is all it says: no reason, and only within the period. p_until: half-open. */
create function school_agenda(p_school uuid, p_from date, p_until date) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with series as (
    select x.id, x.specialist_id, x.weekday, x.starts_on, x.ends_on, x.kind from visit_series x
    where x.tenant_id = app_tenant() and x.school_id = p_school and x.starts_on < p_until and (x.ends_on is null or x.ends_on > p_from)
      and exists (select from appointment a where a.tenant_id = x.tenant_id and a.person_id = x.specialist_id and a.role = 'specialist'
        and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today()))
  ), comes as (
    select specialist_id from series union
    select s.specialist_id from stationing s join stationing_school h on h.tenant_id = s.tenant_id and h.stationing_id = s.id
    where s.tenant_id = app_tenant() and h.school_id = p_school and s.status in ('agreed', 'active', 'evaluated')
      and s.starts_on < p_until and s.ends_on > p_from
  )
  select case when app_is('team_lead') or p_school = any (app_ids('question_schools')::uuid[]) then jsonb_build_object(
    'series', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'weekday', x.weekday, 'from', x.starts_on, 'to', x.ends_on - 1, 'kind', x.kind,
        'who', p.name, 'whoId', p.id) order by x.weekday, p.name, x.id)
      from series x join person p on p.tenant_id = app_tenant() and p.id = x.specialist_id), '[]'),
    'absences', coalesce((select jsonb_agg(jsonb_build_object('who', p.name, 'whoId', p.id, 'from', greatest(x.starts_on, p_from),
        'to', least(x.ends_on, p_until) - 1) order by x.starts_on, p.name)
      from specialist_absence x join person p on p.tenant_id = x.tenant_id and p.id = x.person_id
      where x.tenant_id = app_tenant() and x.person_id in (select specialist_id from comes)
        and x.starts_on < p_until and (x.ends_on is null or x.ends_on > p_from)), '[]')) end
$$;
call give_function('school_agenda(uuid, date, date)', 'kortelijn_gate');
