-- What is told of the same cases is told once. Counts of questions and of who answered stood beside releases, hidden by themselves: what the one
-- hid followed from the other.

/* As in 0034, for whoever reads no questions; but how many there were, and of which level, is what was released of them: a year once its release
   is there, the running one by its quarters. By state they are counted here alone, and only of a total that is told. Null: hidden. */
create or replace function question_counts(p_year int) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  tenant uuid := app_tenant();
  first_day date := make_date(p_year, 8, 1);
  next_year date := make_date(p_year + 1, 8, 1);
  to_at timestamptz := next_year::timestamp at time zone 'Europe/Amsterdam';
  boards uuid[];
  whole boolean;
  finished boolean;
  end_day date;
  total int;
  levels jsonb;
  statuses jsonb := '{}';
begin
  select array_agg(distinct a.board_id) filter (where a.role = 'board_member'),
    coalesce(bool_or(a.role in ('partnership_director', 'policy_adviser') and a.board_id is null and a.school_id is null), false)
  into boards, whole
  from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
  where a.tenant_id = tenant and a.person_id = app_person() and p.suspended_at is null
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today());
  if not whole and boards is null then
    raise insufficient_privilege using message = 'no counts of questions for this role';
  end if;
  finished := exists (select from measure_release r
    where r.tenant_id = tenant and r.measure = 'hand_offs' and r.span = 'year' and r.starts_on = first_day);
  with released as (
    select r.ends_on, c.dimension, c.key, c.n
    from measure_release r join measure_release_cell c on c.tenant_id = r.tenant_id and c.release_id = r.id and c.part = ''
      and case when whole then c.board_id is null else c.board_id = any (boards) end
    where r.tenant_id = tenant and r.measure = 'hand_offs' and r.starts_on >= first_day and r.ends_on <= next_year
      and r.span = case when finished then 'year' else 'quarter' end
  )
  select (select case when bool_and(x.n is not null) then sum(x.n)::int end from released x where x.dimension = 'all'),
    (select coalesce(jsonb_object_agg(l.key, l.n), '{}') from (select x.key, case when bool_and(x.n is not null) then sum(x.n)::int end as n
      from released x where x.dimension = 'level' group by x.key) l),
    (select coalesce(max(x.ends_on), first_day) from released x)
  into total, levels, end_day;
  if finished and total is not null then
    select coalesce(jsonb_object_agg(s.status, s.n), '{}') into statuses from (
      select x.status, count(*) as n from (
        select coalesce((select e.to_status from question_entry e
          where e.tenant_id = q.tenant_id and e.question_id = q.id and e.at < to_at order by e.version desc limit 1), 'submitted') as status
        from support_question q join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
        where q.tenant_id = tenant and q.submitted_on >= first_day and q.submitted_on < next_year and (whole or s.board_id = any (boards))
      ) x group by x.status) s;
  end if;
  return jsonb_build_object('firstDay', first_day, 'endDay', end_day, 'finished', finished, 'whole', whole,
    'total', total, 'byStatus', statuses, 'byLevel', levels);
end
$$;

/* As in 0062; but how many answered is what was released of their grades, to whoever does not read those themselves. */
create or replace function yearly_words(p_year int) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not app_texts('roles') && array['team_lead', 'partnership_director', 'policy_adviser'] then
    raise insufficient_privilege using message = 'no words of schools for this role';
  end if;
  return (with given as (
      select a.* from yearly_answer a
      where a.tenant_id = app_tenant() and a.year = p_year and a.year < school_year_of(app_today()) and a.given_at is not null
    ), worded as (
      select g.* from given g where g.went_well is not null or g.could_be_better is not null
    ), told as (
      select w.*, s.name as school, p.name as by from worded w join school s on s.tenant_id = w.tenant_id and s.id = w.school_id
      left join person p on p.tenant_id = w.tenant_id and p.id = w.person_id
    )
    select jsonb_build_object('givers', case when app_is('team_lead') then (select case when count(distinct giver) >= 5 then count(distinct giver) end from given)
        else (select c.n from measure_release r join measure_release_cell c on c.tenant_id = r.tenant_id and c.release_id = r.id
          where r.tenant_id = app_tenant() and r.measure = 'satisfaction' and r.span = 'year' and r.starts_on = make_date(p_year, 8, 1)
            and c.board_id is null and c.dimension = 'all' and c.part = '') end,
      'named', (select coalesce(jsonb_agg(jsonb_build_object('school', school, 'by', by, 'wentWell', went_well, 'couldBeBetter', could_be_better)
        order by school, by, id), '[]') from told where name_shown and by is not null),
      'unnamed', (select case when count(distinct giver) < 5 then null else jsonb_agg(jsonb_build_object('wentWell', went_well, 'couldBeBetter', could_be_better)
        order by md5(giver::text || id::text)) end from told where not name_shown or by is null)));
end
$$;
