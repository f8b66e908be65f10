-- School days: Monday to Friday outside the holidays; for each day the nearest entry decides (school over board over
-- partnership, and in one place open over free). The same words as school-days.rules.ts; a test compares the two.
-- Asked under the caller's own row-level security.

create function is_school_day(p_tenant uuid, p_school uuid, p_day date) returns boolean language sql stable as $$
  select extract(isodow from p_day) < 6 and coalesce((
    select h.kind = 'open'
    from holiday h
    where h.tenant_id = p_tenant and h.starts_on <= p_day and p_day < h.ends_on
      and (h.scope = 'tenant' or h.school_id = p_school
        or h.board_id = (select s.board_id from school s where s.tenant_id = p_tenant and s.id = p_school))
    order by h.scope = 'school' desc, h.scope = 'board' desc, h.kind = 'open' desc
    limit 1
  ), true)
$$;

/* How many school days lie after p_from up to and including p_to; 0 when p_to is not after p_from. */
create function school_day_count(p_tenant uuid, p_school uuid, p_from date, p_to date) returns int language sql stable as $$
  select count(*)::int from generate_series(1, p_to - p_from) n where is_school_day(p_tenant, p_school, p_from + n)
$$;

/* The n-th school day after p_from, which itself does not count; p_from itself when p_n is 0. */
create function add_school_days(p_tenant uuid, p_school uuid, p_from date, p_n int) returns date language sql stable as $$
  with recursive walk (day, remaining) as (
    select p_from, p_n
    union all
    select day + 1, remaining - is_school_day(p_tenant, p_school, day + 1)::int from walk where remaining > 0
  )
  select max(day) from walk
$$;
