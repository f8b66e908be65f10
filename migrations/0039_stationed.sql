-- Stationings and questions: who hears of a stationing, what a specialist reads of the schools where they are stationed, and how work and
-- stationings share a contract. Functions of 0024, 0030, 0034 and 0035 that change stand here whole.

-- Who hears of a stationing ------------------------------------------------------------------------------------------------------

/* Stationings that the actor hears of through their schools and boards: a proposal goes to who speaks for the school and to the board of
   the school, the rest of the school hears of it when it is agreed; what was withdrawn nobody hears of any more. */
create function told_stationings() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg(s.id), '{}') from stationing s
  where s.tenant_id = app_tenant() and s.status <> 'withdrawn' and (s.board_id = any (app_ids('boards')) or exists (
    select from stationing_school x join school h on h.tenant_id = x.tenant_id and h.id = x.school_id
    where x.tenant_id = s.tenant_id and x.stationing_id = s.id and (x.school_id = any (app_ids('question_schools'))
      or h.board_id = any (app_ids('boards')) or (s.status <> 'proposed' and x.school_id = any (app_ids('schools'))))))
$$;
call give_function('told_stationings()', 'kortelijn_gate');

drop policy circle_reads on stationing;
create policy circle_reads on stationing for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (select app_is('deployment_reader')) or specialist_id = (select app_person()) or id = any ((select told_stationings())::uuid[])));

/* Of a stationing at a board each school reads that it is one of those it helps, the board which of its schools they are. */
drop policy circle_reads on stationing_school;
create policy circle_reads on stationing_school for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (select app_is('deployment_reader')) or (stationing_id = any ((select told_stationings())::uuid[]) and (
    school_id = any ((select app_ids('schools'))::uuid[]) or exists (select from school h where h.tenant_id = stationing_school.tenant_id
      and h.id = stationing_school.school_id and h.board_id = any ((select app_ids('boards'))::uuid[]))))));
