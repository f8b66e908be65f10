-- What specialists have in hands is counted once where two figures of it are asked; a plan is proposed in one statement.

/* As contract_days stands in 0039, which says what counts; beside all that is taken, what stationings take of it. */
create function contract_load(p_tenant uuid, p_people uuid[], p_from date, p_until date, p_without uuid[], p_proposed boolean,
  p_place uuid, p_schools uuid[], p_dagdelen numeric, p_school uuid, p_work numeric)
  returns table (person_id uuid, day date, contract numeric, taken numeric, stationed numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with gone as (
    select x.person_id, range_agg(daterange(x.starts_on, x.ends_on)) as days from specialist_absence x
    where x.tenant_id = p_tenant and x.person_id = any (p_people) group by 1
  ), days as (
    select p.person_id, n::date as day, date_trunc('week', n)::date as monday
    from unnest(p_people) as p (person_id) cross join generate_series(p_from::timestamp, p_until::timestamp, interval '1 day') as n
  ), present as (
    select d.person_id, d.day, daterange(d.monday, d.monday + 7) as week from days d left join gone g on g.person_id = d.person_id
    where (g.days @> daterange(d.monday, d.monday + 5)) is not true
  ), stands as (
    select s.specialist_id as person_id, coalesce(s.school_id, s.board_id) as place, daterange(s.starts_on, s.ends_on) as period, s.dagdelen,
      array(select x.school_id from stationing_school x where x.tenant_id = s.tenant_id and x.stationing_id = s.id) as schools,
      daterange(b.starts_on, b.ends_on) as before, b.dagdelen as less
    from stationing s left join stationing b on s.status = 'proposed' and b.tenant_id = s.tenant_id and b.id = s.continues_id
      and b.status in ('agreed', 'active', 'evaluated') and b.id <> all (p_without)
      and coalesce(b.school_id, b.board_id) <> coalesce(s.school_id, s.board_id)
    where s.tenant_id = p_tenant and s.specialist_id = any (p_people) and s.id <> all (p_without)
      and (s.status in ('agreed', 'active', 'evaluated') or (p_proposed and s.status = 'proposed')) and s.starts_on <= p_until and s.ends_on > p_from
    union all
    select p, p_place, daterange(p_from, p_until + 1), p_dagdelen, p_schools, null, null from unnest(p_people) as p where p_place is not null
  ), stationed as (
    select d.person_id, d.day, s.place, max(s.dagdelen - case when s.less is not null and s.before @> d.day then least(s.dagdelen, s.less) else 0 end) as dagdelen
    from present d join stands s on s.person_id = d.person_id and s.period @> d.day group by 1, 2, 3
  ), work as (
    select a.specialist_id as person_id, q.school_id, coalesce(q.school_id, a.question_id) as elsewhere, daterange(a.starts_on, a.ends_on) as period,
      a.planned_dagdelen / nullif(weeks_worked(a.starts_on, a.ends_on - 1, g.days), 0) as dagdelen
    from assignment a left join support_question q on q.tenant_id = a.tenant_id and q.id = a.question_id
    left join gone g on g.person_id = a.specialist_id
    where a.tenant_id = p_tenant and a.specialist_id = any (p_people) and a.kind = 'assigned' and a.state = 'active'
      and a.question_id <> all (p_without) and a.starts_on <= p_until + 6 and a.ends_on > p_from - 6
    union all
    select p, p_school, coalesce(p_school, p), daterange(p_from, p_until + 1), p_work from unnest(p_people) as p where p_work is not null
  ), worked as (
    select d.person_id, d.day, coalesce(m.place, w.elsewhere) as place, sum(w.dagdelen) as dagdelen
    from present d join work w on w.person_id = d.person_id and w.period && d.week
    -- Of a stationing at the school and one at its board it is that at the school.
    left join lateral (select s.place from stands s where s.person_id = d.person_id and s.period @> d.day and w.school_id = any (s.schools)
      order by (s.place = w.school_id) desc, s.place limit 1) m on true
    group by 1, 2, 3
  ), taken as (
    select person_id, day, sum(greatest(s.dagdelen, w.dagdelen)) as dagdelen, sum(s.dagdelen) as stationed
    from stationed s full join worked w using (person_id, day, place) group by 1, 2
  )
  select d.person_id, d.day, (select min(c.dagdelen) from contract c where c.tenant_id = p_tenant and c.person_id = d.person_id
      and c.starts_on <= d.day and (c.ends_on is null or c.ends_on > d.day)),
    -- Thirds of a dagdeel add up to a whole one.
    round(coalesce(t.dagdelen, 0), 6), round(coalesce(t.stationed, 0), 6)
  from days d left join taken t on t.person_id = d.person_id and t.day = d.day
$$;
call give_function('contract_load(uuid, uuid[], date, date, uuid[], boolean, uuid, uuid[], numeric, uuid, numeric)', 'kortelijn_gate', true);

create or replace function contract_days(p_tenant uuid, p_people uuid[], p_from date, p_until date, p_without uuid[], p_proposed boolean,
  p_place uuid, p_schools uuid[], p_dagdelen numeric, p_school uuid, p_work numeric)
  returns table (person_id uuid, day date, contract numeric, taken numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select l.person_id, l.day, l.contract, l.taken
  from contract_load(p_tenant, p_people, p_from, p_until, p_without, p_proposed, p_place, p_schools, p_dagdelen, p_school, p_work) l
$$;

/* As it stands in 0042, in one count. */
create or replace function capacity_weeks(p_from date, p_until date)
  returns table (person_id uuid, monday date, contract numeric, stationed numeric, assigned numeric, away numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with days as (
    select d.person_id, d.day, d.contract, d.taken, d.stationed, exists (select from specialist_absence x
      where x.tenant_id = app_tenant() and x.person_id = d.person_id and x.starts_on <= d.day and (x.ends_on is null or x.ends_on > d.day)) as away
    from contract_load(app_tenant(), array(select distinct c.person_id from contract c where app_is('team_lead')
        and p_from < p_until and p_until <= p_from + 378 and c.tenant_id = app_tenant() and c.starts_on < p_until
        and (c.ends_on is null or c.ends_on > p_from)), p_from, p_until - 1, '{}', true, null, null, null, null, null) d
    where extract(isodow from d.day) <= 5
  )
  select d.person_id, date_trunc('week', d.day::timestamp)::date, min(coalesce(d.contract, 0)), max(d.stationed), max(d.taken - d.stationed),
    round(sum(case when d.away then coalesce(d.contract, 0) else 0 end) / 5, 2)
  from days d group by 1, 2
$$;

/* Lays many proposals down in one statement, in this order: each takes room from the next. Of those that the law refuses nothing stays; their
   codes come back. p_proposals: [{id, specialistId, schoolId, dagdelen, from, until (half-open), questionsShare, ambitions, continuesId, planId}]. */
create function propose_stationings(p_proposals jsonb) returns table (proposal_id uuid, codes text[])
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  p record;
begin
  for p in select x.* from rows from (jsonb_to_recordset(p_proposals) as (id uuid, "specialistId" uuid, "schoolId" uuid, dagdelen numeric,
      "from" date, "until" date, "questionsShare" int, ambitions jsonb, "continuesId" uuid, "planId" uuid)) with ordinality as x (id, specialist, school,
      dagdelen, begins, ends, share, ambitions, continues, plan, nth) order by x.nth
  loop
    proposal_id := p.id;
    codes := '{}';
    begin
      perform propose_stationing(p.id, p.specialist, p.school, null, '{}', p.dagdelen, p.begins, p.ends, p.share, p.ambitions, null, p.continues, p.plan, null);
    exception when sqlstate 'KL001' then
      codes := string_to_array(sqlerrm, ',');
    end;
    return next;
  end loop;
end
$$;
call give_function('propose_stationings(jsonb)', 'kortelijn_gate');
