-- What the pages of questions ask besides the records: how many there were in a school year, for those who read none of them, and
-- how much room the specialists have, for those who assign.

/* Questions that were submitted in the school year that begins in p_year: for a board those of its own schools together, for the
   partnership's director and policy adviser all of them. No school or person is ever part of the question or of the answer; the program
   suppresses small counts before it shows them (src/platform/pure/suppression.ts).

   A finished year is told as it stood on its last day, the running one as it stood on the first of this month: so nobody finds one
   question by asking yesterday and today. */
create function question_counts(p_year int) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  tenant uuid := app_tenant();
  first_day date := make_date(p_year, 8, 1);
  end_day date := least(make_date(p_year + 1, 8, 1), date_trunc('month', app_today())::date);
  to_at timestamptz := end_day::timestamp at time zone 'Europe/Amsterdam';
  boards uuid[];
  whole boolean;
  answer jsonb;
begin
  select array_agg(a.board_id) filter (where a.role = 'board_member'),
    bool_or(a.role in ('partnership_director', 'policy_adviser') and a.board_id is null and a.school_id is null)
  into boards, whole
  from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
  where a.tenant_id = tenant and a.person_id = app_person() and p.suspended_at is null
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today());
  if whole is not true and boards is null then
    raise insufficient_privilege using message = 'no counts of questions for this role';
  end if;
  with counted as (
    select q.level, coalesce((select e.to_status from question_entry e
      where e.tenant_id = q.tenant_id and e.question_id = q.id and e.at < to_at order by e.version desc limit 1), 'submitted') as status
    from support_question q join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
    where q.tenant_id = tenant and q.submitted_on >= first_day and q.submitted_on < end_day and (whole or s.board_id = any (boards))
  )
  select jsonb_build_object('firstDay', first_day, 'endDay', end_day, 'finished', end_day = make_date(p_year + 1, 8, 1), 'whole', coalesce(whole, false),
    'total', (select count(*) from counted),
    'byStatus', coalesce((select jsonb_object_agg(status, n) from (select status, count(*) as n from counted group by status) s), '{}'),
    'byLevel', coalesce((select jsonb_object_agg(level, n) from (select level, count(*) as n from counted group by level) l), '{}'))
  into answer;
  return answer;
end
$$;
call give_function('question_counts(int)', 'kortelijn_gate');
create index question_by_submission on support_question (tenant_id, submitted_on) where submitted_on is not null;

/* Dagdelen a week that each specialist has left today: the contract without the work that was assigned, spread evenly over its weeks as
   fits_contract counts it; nought for who is away. Only for who plans: nobody else knows contracts. */
create function specialist_room() returns table (person_id uuid, dagdelen numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select c.person_id, case when exists (select from specialist_absence x where x.tenant_id = c.tenant_id and x.person_id = c.person_id
      and x.starts_on <= app_today() and (x.ends_on is null or x.ends_on > app_today())) then 0
    else greatest(0, round(c.dagdelen - coalesce(sum(a.planned_dagdelen / weeks_of(a.starts_on, a.ends_on - 1)), 0), 1)) end
  from contract c left join assignment a on a.tenant_id = c.tenant_id and a.specialist_id = c.person_id and a.kind = 'assigned'
    and a.state = 'active' and a.starts_on <= app_today() and a.ends_on > app_today()
  where app_is('planning_staff') and c.tenant_id = app_tenant() and c.starts_on <= app_today() and (c.ends_on is null or c.ends_on > app_today())
  group by c.tenant_id, c.person_id, c.dagdelen
$$;
call give_function('specialist_room()', 'kortelijn_gate');
