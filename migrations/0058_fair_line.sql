-- One line of plans for all partnerships, without one of them keeping the others waiting.

/* The next plan: first one whose planner has been silent for twenty seconds (killed, restarted), then that of the partnership whose
   planner worked longest ago, and within a partnership whoever asked first. From now on it is this run's. The table is the queue: a job
   only knocks. A heartbeat is real time, whatever clock the law goes by. */
create or replace function take_plan(p_run uuid, p_clock timestamptz) returns table (plan_tenant uuid, plan_id uuid, plan_maker uuid)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update deployment_plan p set status = 'failed', failure = 'keepsEnding', ended_at = app_now()
  where p.status = 'running' and p.tries >= 3 and p.progressed_at < clock_timestamp() - interval '20 seconds';
  return query
    with next as (
      select p.tenant_id, p.id from deployment_plan p
      where p.status = 'queued' or (p.status = 'running' and p.progressed_at < clock_timestamp() - interval '20 seconds')
      order by p.status = 'queued',
        (select max(o.progressed_at) from deployment_plan o where o.tenant_id = p.tenant_id) nulls first, p.queued_at, p.id
      limit 1 for update skip locked
    )
    update deployment_plan p set status = 'running', run = p_run, tries = p.tries + 1, progressed_at = clock_timestamp()
    from next n where p.tenant_id = n.tenant_id and p.id = n.id
    returning p.tenant_id, p.id, p.made_by;
end
$$;
