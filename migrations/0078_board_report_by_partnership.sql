-- A report of a board could be asked for by that board alone, though partnership director, policy adviser and team lead read every board's
-- released figures among the results (`reader_of_board` in 0077). Now they have it in a report too. It holds released cells of that board
-- and nothing else, the same for each of its readers, so that one of a day still serves them all.

/* As in 0064; a board's also for who reads every board. */
create or replace function report_right(p_kind text, p_school uuid, p_board uuid, p_by_lead boolean, p_role text, p_at_school uuid, p_on_board uuid) returns boolean
language sql immutable
as $$
  select case p_kind
    when 'school' then case when p_by_lead then p_role = 'team_lead'
      else p_role in ('school_director', 'support_coordinator', 'contact_person') and p_at_school = p_school end
    when 'board' then (p_role = 'board_member' and p_on_board = p_board) or p_role in ('partnership_director', 'policy_adviser', 'team_lead')
    when 'partnership' then p_role in ('partnership_director', 'policy_adviser', 'team_lead')
    else p_role in ('committee_secretary', 'team_lead') end
$$;

alter policy by_right on report using (tenant_id = (select app_tenant()) and case kind
  when 'school' then case when by_lead then (select app_is('team_lead')) else school_id = any ((select app_ids('question_schools'))::uuid[]) end
  when 'board' then board_id = any ((select app_ids('boards'))::uuid[])
    or (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  when 'partnership' then (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  else (owner_id is null and ((select app_is('secretary')) or (select app_is('team_lead'))))
    or (owner_id = (select app_person()) and (select app_is('committee'))) end);

alter policy by_right_asks on report with check (tenant_id = (select app_tenant()) and made_by = (select app_person())
  and as_of <= (select app_today()) and (kind in ('board', 'partnership') or as_of = (select app_today())) and case kind
  when 'school' then case when by_lead then (select app_is('team_lead')) else school_id = any ((select app_ids('question_schools'))::uuid[]) end
  when 'board' then board_id = any ((select app_ids('boards'))::uuid[])
    or (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  when 'partnership' then (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  else (owner_id is null and ((select app_is('secretary')) or (select app_is('team_lead'))))
    or (owner_id = (select app_person()) and (select app_is('committee'))) end);

alter policy by_right_asks_again on report using (tenant_id = (select app_tenant()) and status = 'failed' and case kind
  when 'school' then case when by_lead then (select app_is('team_lead')) else school_id = any ((select app_ids('question_schools'))::uuid[]) end
  when 'board' then board_id = any ((select app_ids('boards'))::uuid[])
    or (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  when 'partnership' then (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  else (owner_id is null and ((select app_is('secretary')) or (select app_is('team_lead'))))
    or (owner_id = (select app_person()) and (select app_is('committee'))) end);

alter policy own_by_right on report_schedule with check (tenant_id = (select app_tenant())
  and made_by = (select app_person()) and next_on > (select app_today()) and case kind
  when 'school' then case when by_lead then (select app_is('team_lead')) else school_id = any ((select app_ids('question_schools'))::uuid[]) end
  when 'board' then board_id = any ((select app_ids('boards'))::uuid[])
    or (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  when 'partnership' then (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']
  else (select app_is('secretary')) or (select app_is('team_lead')) end);
