-- What somebody kept for themselves goes by the term of questions: saved views after the last appointment of who saved them, for nobody else
-- finds them to throw them away; sending that was stopped, after its day.

do $$
declare
  name text;
begin
  foreach name in array array['saved_view', 'report_schedule'] loop
    execute format('create policy eraser_reads on %I for select to kortelijn_eraser using (true)', name);
    execute format('create policy eraser_removes on %I for delete to kortelijn_eraser using (true)', name);
    execute format('grant select, delete on %I to kortelijn_eraser', name);
  end loop;
end
$$;

/* As in 0064; and saved views, and sending that ended. Gives how many rows. */
create or replace function fade_reports(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  gone int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  with reports as (
    delete from report r using tenant t where t.tenant_id = r.tenant_id
      and (day_of(r.asked_at) + make_interval(months => t.question_fade_months))::date <= app_today() returning 1
  ), schedules as (
    delete from report_schedule s using tenant t where t.tenant_id = s.tenant_id
      and (s.ended_on + make_interval(months => t.question_fade_months))::date <= app_today() returning 1
  ), views as (
    delete from saved_view v using tenant t where t.tenant_id = v.tenant_id and not exists (
      select from appointment a where a.tenant_id = v.tenant_id and a.person_id = v.person_id
        and (a.ends_on is null or (a.ends_on + make_interval(months => t.question_fade_months))::date > app_today())) returning 1
  )
  select count(*) into gone from (select from reports union all select from schedules union all select from views) x;
  return gone;
end
$$;
