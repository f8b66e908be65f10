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
