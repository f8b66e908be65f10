-- A report that failed could be asked for again by who asked first alone: who lost the right left everybody else without it for that day.
-- Now whoever has the right to it does, in their own name, for the job reads the figures in the name of who asked.

drop policy maker_asks_again on report;
-- The right is that of `by_right` in 0064; neither kind nor place can be changed.
create policy by_right_asks_again on report for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and status = 'failed' and case kind
    when 'school' then case when by_lead then (select app_is('team_lead')) else school_id = any ((select app_ids('question_schools'))::uuid[]) end
    when 'board' then board_id = any ((select app_ids('boards'))::uuid[])
    when 'partnership' then (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
    else (owner_id is null and ((select app_is('secretary')) or (select app_is('team_lead'))))
      or (owner_id = (select app_person()) and (select app_is('committee'))) end)
  with check (tenant_id = (select app_tenant()) and status = 'queued' and made_by = (select app_person()));
grant update (made_by, asked_at) on report to kortelijn_app;

/* As in 0064; one of that day that failed is asked for again, or its readers would be sent the way to a failure. */
create or replace function lay_report(p_tenant uuid, p_schedule uuid, p_id uuid, p_from date, p_until date, p_next date, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  s report_schedule;
  lost int;
  told uuid[];
  made uuid;
  why text;
begin
  perform only_a_job(p_clock);
  select * into s from report_schedule x where x.tenant_id = p_tenant and x.id = p_schedule and x.ended_on is null and x.next_on <= app_today()
    and x.next_on < p_next for update;
  if s.id is null then return null; end if;
  with gone as (
    update report_recipient r set ended_on = app_today() from appointment a left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where r.tenant_id = p_tenant and r.schedule_id = p_schedule and r.ended_on is null and a.tenant_id = r.tenant_id and a.id = r.appointment_id
      and (a.starts_on > app_today() or a.ends_on <= app_today() or p.suspended_at is not null
        or not report_right(s.kind, s.school_id, s.board_id, s.by_lead, a.role, a.school_id, a.board_id))
    returning 1
  ) select count(*) into lost from gone;
  select coalesce(array_agg(distinct a.person_id), '{}') into told from report_recipient r
    join appointment a on a.tenant_id = r.tenant_id and a.id = r.appointment_id
    where r.tenant_id = p_tenant and r.schedule_id = p_schedule and r.ended_on is null;
  if not exists (select from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
      where a.tenant_id = p_tenant and a.person_id = s.made_by and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
        and report_right(s.kind, s.school_id, s.board_id, s.by_lead, a.role, a.school_id, a.board_id)) then
    why := 'right_ended';
  elsif told = '{}' then
    why := 'nobody_left';
  end if;
  update report_schedule set next_on = p_next, ended_on = case when why is not null then app_today() end, end_reason = why
    where tenant_id = p_tenant and id = p_schedule;
  if why is null then
    insert into report (tenant_id, id, kind, school_id, board_id, by_lead, starts_on, ends_on, as_of, made_by, asked_at)
    values (p_tenant, p_id, s.kind, s.school_id, s.board_id, s.by_lead, p_from, p_until, app_today(), s.made_by, app_now())
    on conflict (tenant_id, kind, school_id, board_id, by_lead, owner_id, starts_on, ends_on, as_of)
      do update set status = 'queued', tries = 0, made_by = excluded.made_by, asked_at = excluded.asked_at where report.status = 'failed';
    select r.id into made from report r where r.tenant_id = p_tenant and r.kind = s.kind and r.school_id is not distinct from s.school_id
      and r.board_id is not distinct from s.board_id and r.by_lead = s.by_lead and r.owner_id is null and r.starts_on = p_from and r.ends_on = p_until and r.as_of = app_today();
  end if;
  insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
  values (p_tenant, gen_random_uuid(), app_now(), s.made_by, case when why is null then 'order' else 'stop' end,
    case when why is null then 'report' else 'report_schedule' end, coalesce(made, p_schedule), 'job');
  return jsonb_build_object('report', made, 'told', case when why is null then to_jsonb(told) else '[]'::jsonb end, 'madeBy', s.made_by,
    'lost', lost, 'ended', why);
end
$$;
grant update (made_by, asked_at) on report to kortelijn_gate;
