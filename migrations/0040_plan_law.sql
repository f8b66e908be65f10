-- The law of plans: who makes and changes one, how the planner works on it without getting in anybody's way, and what publishing proposes.
-- The same moves as src/deployment/plans/plan.rules.ts.

alter table deployment_plan
  add column run uuid, -- who works on it: the planner that took it, until another takes over
  add column tries int not null default 0, -- how often this run was taken; a run that keeps ending its worker is given up
  add column start jsonb, -- what this run sets out from: the plan it was based on, or its own best before «opnieuw»
  add column input_at timestamptz, -- of which moment the input is
  add column queued_at timestamptz not null default now();
create index plan_waiting on deployment_plan (queued_at) where status in ('queued', 'running');

create policy team_lead_makes on deployment_plan for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and (select app_is('team_lead')) and made_by = (select app_person()));
create policy team_lead_changes on deployment_plan for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and (select app_is('team_lead')))
  with check (tenant_id = (select app_tenant()) and (select app_is('team_lead')));
-- What the planner finds comes in through progress_plan alone, by whoever holds the run.
grant insert (tenant_id, id, name, starts_on, weeks, based_on_id, asked, seed, rounds, seconds, start, made_by, made_at),
  update (name, status, best, value, stop_asked_at, published_by, published_at, version) on deployment_plan to kortelijn_app;
create policy gate_works on deployment_plan for update to kortelijn_gate using (true) with check (true);
grant update (status, phase, input, input_at, best, explanation, value, bound, spent, failure, progressed_at,
  ended_at, run, tries) on deployment_plan to kortelijn_gate;

-- Marks of a plan that rests stand as they stood.
create policy team_lead_marks on plan_mark for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and (select app_is('team_lead')) and made_by = (select app_person())
  and exists (select from deployment_plan p where p.tenant_id = plan_mark.tenant_id and p.id = plan_mark.plan_id
    and p.status not in ('published', 'discarded')));
create policy team_lead_unmarks on plan_mark for delete to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('team_lead'))
  and exists (select from deployment_plan p where p.tenant_id = plan_mark.tenant_id and p.id = plan_mark.plan_id
    and p.status not in ('published', 'discarded')));
grant insert, delete on plan_mark to kortelijn_app;

create policy team_lead_proposes on assignment_proposal for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and (select app_is('team_lead')) and state = 'open');
grant insert (tenant_id, id, question_id, specialist_id, plan_id, dagdelen, starts_on, ends_on, made_at) on assignment_proposal to kortelijn_app;
create policy gate_closes on assignment_proposal for update to kortelijn_gate using (true) with check (true);
grant update (state, closed_at) on assignment_proposal to kortelijn_gate;

-- The road of a plan -------------------------------------------------------------------------------------------------------------

/* From where to where a plan may go. Who begins anew sets out from the best so far. What was published or discarded rests. */
create function plan_law() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
begin
  if current_user = 'kortelijn_eraser' then return new; end if;
  if (new.status <> old.status and not case old.status
      when 'queued' then new.status in ('running', 'stopped', 'failed', 'discarded')
      when 'running' then new.status in ('done', 'stopped', 'failed', 'discarded')
      when 'done' then new.status in ('queued', 'published', 'discarded')
      when 'stopped' then new.status in ('queued', 'published', 'discarded')
      when 'failed' then new.status in ('queued', 'discarded')
      else false end)
    or (new.status = old.status and old.status in ('published', 'discarded')) then
    unmet := unmet || text 'planMoves';
  end if;
  if new.status = 'published' and (new.best is null or new.published_by is distinct from app_person() or new.published_at is distinct from app_now()) then
    unmet := unmet || text 'planPublished';
  end if;
  -- Who changes the plan by hand waits until the planner is done.
  if current_user = 'kortelijn_app' and new.best is distinct from old.best and old.status not in ('done', 'stopped') then
    unmet := unmet || text 'planRests';
  end if;
  if new.version < old.version then unmet := unmet || text 'versionGrows'; end if;
  if unmet <> '{}' then raise exception using errcode = 'KL001', message = array_to_string(unmet, ','); end if;
  if new.status = 'queued' and old.status <> 'queued' then
    new.start := old.best;
    new.input := null; -- the world of now
    new.bound := null;
    new.run := null;
    new.tries := 0;
    new.spent := 0;
    new.failure := null;
    new.stop_asked_at := null;
    new.ended_at := null;
    new.phase := null;
    new.queued_at := clock_timestamp();
  elsif new.status = 'stopped' and old.status = 'queued' then
    new.ended_at := app_now();
  end if;
  return new;
end
$$;
create trigger plan_is_lawful before update on deployment_plan for each row execute function plan_law();

-- The planner ------------------------------------------------------------------------------------------------------------------------

/* The next plan that waits, or whose planner has been silent for twenty seconds (killed, restarted); from now on it is this run's. The table
   is the queue: a job only knocks. A heartbeat is real time, whatever clock the law goes by. */
create function take_plan(p_run uuid, p_clock timestamptz) returns table (plan_tenant uuid, plan_id uuid, plan_maker uuid)
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
      order by p.queued_at limit 1 for update skip locked
    )
    update deployment_plan p set status = 'running', run = p_run, tries = p.tries + 1, progressed_at = clock_timestamp()
    from next n where p.tenant_id = n.tenant_id and p.id = n.id
    returning p.tenant_id, p.id, p.made_by;
end
$$;
call give_function('take_plan(uuid, timestamptz)', 'kortelijn_gate');

/* Whether a plan waits for a planner. */
create function plan_waits() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select exists (select from deployment_plan p where p.status = 'queued') $$;
call give_function('plan_waits()', 'kortelijn_gate');

/* What the planner has so far, said by who holds the run, in the name of the team lead who asked. Gives whether it was asked to stop; null:
   the plan is not this run's any more. */
create function progress_plan(p_id uuid, p_run uuid, p_found jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  asked boolean;
begin
  if not app_is('team_lead') then
    raise insufficient_privilege using message = 'no team lead today';
  end if;
  update deployment_plan p set
    status = coalesce(p_found->>'status', p.status),
    ended_at = case when p_found ? 'status' then app_now() else p.ended_at end,
    phase = coalesce(p_found->>'phase', p.phase),
    input = coalesce(p_found->'input', p.input),
    input_at = case when p_found ? 'input' then app_now() else p.input_at end,
    best = coalesce(p_found->'best', p.best),
    explanation = coalesce(p_found->'explanation', p.explanation),
    value = coalesce((p_found->>'value')::float8, p.value),
    bound = coalesce((p_found->>'bound')::float8, p.bound),
    spent = coalesce((p_found->>'spent')::float8, p.spent),
    -- Whoever is told to go home leaves the plan for the next at once, and this was no try.
    tries = p.tries - (p_found ? 'leaves')::int,
    progressed_at = clock_timestamp() - case when p_found ? 'leaves' then interval '1 minute' else interval '0' end
  where p.tenant_id = app_tenant() and p.id = p_id and p.run = p_run and p.status = 'running'
    and coalesce(p_found->>'status', 'done') in ('done', 'stopped')
  returning p.stop_asked_at is not null into asked;
  return asked;
end
$$;
call give_function('progress_plan(uuid, uuid, jsonb)', 'kortelijn_gate');

/* A run that cannot go on, with a code that src/deployment/plans/plan.words.ts puts in words. */
create function fail_plan(p_run uuid, p_failure text, p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update deployment_plan set status = 'failed', failure = p_failure, ended_at = app_now() where run = p_run and status = 'running';
end
$$;
call give_function('fail_plan(uuid, text, timestamptz)', 'kortelijn_gate');

-- Publishing -------------------------------------------------------------------------------------------------------------------------

/* Who publishes a plan puts it in the place of the one before: what was still only proposed for questions lapses. */
create function plan_published() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update assignment_proposal set state = 'lapsed', closed_at = app_now() where tenant_id = new.tenant_id and state = 'open' and plan_id <> new.id;
  return null;
end
$$;
call give_function('plan_published()', 'kortelijn_gate', true);
create trigger publishing_replaces after update on deployment_plan for each row
  when (new.status = 'published' and old.status <> 'published') execute function plan_published();

/* For a question that waits for somebody, or whose own specialist is somebody else (who cannot come: it is handed over then); a specialist of
   today, out of a plan that the same person publishes. */
create function proposal_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
begin
  if not exists (select from deployment_plan p where p.tenant_id = new.tenant_id and p.id = new.plan_id and p.status = 'published'
      and p.published_by = app_person() and p.published_at = app_now()) then
    unmet := unmet || text 'planPublished';
  end if;
  if not exists (select from support_question q where q.tenant_id = new.tenant_id and q.id = new.question_id
      and (q.status in ('submitted', 'in_triage', 'needs_information') or (q.status in ('assigned', 'started', 'evaluated') and not exists (
        select from assignment a where a.tenant_id = q.tenant_id and a.question_id = q.id and a.kind = 'assigned' and a.state = 'active'
          and a.specialist_id = new.specialist_id)))) then
    unmet := unmet || text 'questionWaits';
  end if;
  if not exists (select from appointment a where a.tenant_id = new.tenant_id and a.person_id = new.specialist_id and a.role = 'specialist'
      and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())) then
    unmet := unmet || text 'isSpecialist';
  end if;
  if unmet <> '{}' then raise exception using errcode = 'KL001', message = array_to_string(unmet, ','); end if;
  return new;
end
$$;
call give_function('proposal_law()', 'kortelijn_gate', true);
create trigger proposal_is_lawful before insert on assignment_proposal for each row execute function proposal_law();

/* Told to who may assign at the school, and once a plan to each specialist it proposes. */
create function proposal_told() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into notice (tenant_id, person_id, kind, subject, subject_id, version, about, at)
  select new.tenant_id, a.person_id, case when q.status in ('submitted', 'in_triage', 'needs_information') then 'question_yours' else 'question_step' end, 'question', q.id, q.version, 'plan_proposal', app_now()
  from support_question q join appointment a on a.tenant_id = q.tenant_id and a.school_id = q.school_id and a.role = 'contact_person'
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())
  where q.tenant_id = new.tenant_id and q.id = new.question_id and a.person_id is distinct from app_person()
  on conflict do nothing;
  insert into notice (tenant_id, person_id, kind, subject, subject_id, about, due_on, at)
  select new.tenant_id, new.specialist_id, 'question_step', 'person', new.specialist_id, 'planned_for_you', p.starts_on, app_now()
  from deployment_plan p where p.tenant_id = new.tenant_id and p.id = new.plan_id and new.specialist_id is distinct from app_person()
  on conflict do nothing;
  return null;
end
$$;
call give_function('proposal_told()', 'kortelijn_gate', true);
create trigger proposal_is_told after insert on assignment_proposal for each row execute function proposal_told();

/* The question's own step takes the proposal, or lets it lapse. */
create function proposal_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update assignment_proposal set state = case when new.step in ('assign', 'hand_over') and specialist_id = new.specialist_id then 'taken' else 'lapsed' end, closed_at = new.at
  where tenant_id = new.tenant_id and question_id = new.question_id and state = 'open';
  return null;
end
$$;
call give_function('proposal_follows()', 'kortelijn_gate', true);
create trigger proposal_follows_question after insert on question_entry for each row
  when (new.step in ('assign', 'hand_over') or (new.to_status <> new.from_status
    and new.to_status in ('assigned', 'answered', 'declined', 'withdrawn', 'stopped', 'completed'))) execute function proposal_follows();

-- Fading ---------------------------------------------------------------------------------------------------------------------------------

create policy eraser_reads on deployment_plan for select to kortelijn_eraser using (true);
create policy eraser_changes on deployment_plan for update to kortelijn_eraser using (true) with check (true);
create policy eraser_removes on deployment_plan for delete to kortelijn_eraser using (true);
grant select, delete, update (based_on_id, asked, input, start, best, explanation) on deployment_plan to kortelijn_eraser;
create policy eraser_reads on plan_mark for select to kortelijn_eraser using (true);
create policy eraser_removes on plan_mark for delete to kortelijn_eraser using (true);
grant select, delete on plan_mark to kortelijn_eraser;
create policy eraser_reads on assignment_proposal for select to kortelijn_eraser using (true);
create policy eraser_removes on assignment_proposal for delete to kortelijn_eraser using (true);
grant select, delete on assignment_proposal to kortelijn_eraser;

/* A plan that nobody published goes a year after it was made. One that was published keeps its figures; who it put where, and why, goes by the
   term of questions. What was proposed for a question goes with the question. Gives how many plans went or faded. */
create function fade_plans(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  gone int;
  faded int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update deployment_plan c set based_on_id = null from deployment_plan p
  where c.tenant_id = p.tenant_id and c.based_on_id = p.id and p.status <> 'published' and p.made_at < app_now() - interval '1 year';
  delete from plan_mark m using deployment_plan p where p.tenant_id = m.tenant_id and p.id = m.plan_id
    and p.status <> 'published' and p.made_at < app_now() - interval '1 year';
  delete from deployment_plan where status <> 'published' and made_at < app_now() - interval '1 year';
  get diagnostics gone = row_count;
  delete from plan_mark m using deployment_plan p, tenant t where p.tenant_id = m.tenant_id and p.id = m.plan_id and t.tenant_id = p.tenant_id
    and p.best is not null and (day_of(p.published_at) + make_interval(months => t.question_fade_months))::date <= app_today();
  update deployment_plan p set asked = '{}', input = null, start = null, best = null, explanation = null from tenant t
  where t.tenant_id = p.tenant_id and p.best is not null
    and (day_of(p.published_at) + make_interval(months => t.question_fade_months))::date <= app_today();
  get diagnostics faded = row_count;
  delete from assignment_proposal a using support_question q where q.tenant_id = a.tenant_id and q.id = a.question_id and q.faded_at is not null;
  return gone + faded;
end
$$;
call give_function('fade_plans(timestamptz)', 'kortelijn_eraser');
