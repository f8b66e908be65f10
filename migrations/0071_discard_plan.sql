-- A plan that nobody spoke of outside and in which nothing stands can be thrown away: it was begun by mistake, or twice. What was discussed
-- once stays, with what was said. The same as `remove` in src/plans/support-plan/support-plan.rules.ts.

create policy gate_discards on support_plan for delete to kortelijn_gate using (true);
grant delete on support_plan to kortelijn_gate;

create function discard_support_plan(p_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  plan support_plan;
begin
  if not writes_support_plan() then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  select * into plan from support_plan p where p.tenant_id = app_tenant() and p.id = p_id for update;
  if not found then
    raise insufficient_privilege using message = 'no such plan';
  end if;
  perform refuse_unmet(array_remove(array[
    case when plan.status <> 'draft' then 'stateAllows' end,
    case when exists (select from support_plan_entry e where e.tenant_id = app_tenant() and e.plan_id = p_id) then 'neverDiscussed' end,
    case when exists (select from priority p where p.tenant_id = app_tenant() and p.plan_id = p_id) then 'noPriorities' end
  ], null));
  delete from support_plan_file_content c using support_plan_file f
  where f.tenant_id = app_tenant() and f.plan_id = p_id and c.tenant_id = f.tenant_id and c.file_id = f.id;
  delete from support_plan_file where tenant_id = app_tenant() and plan_id = p_id;
  delete from support_plan where tenant_id = app_tenant() and id = p_id;
end
$$;
call give_function('discard_support_plan(uuid)', 'kortelijn_gate');
