-- The yearly proof: what a partnership shows of its concerns without showing one. Counts of a school year for the team lead, the
-- partnership's director and the policy adviser, whatever they may read themselves; the program suppresses small ones before it shows
-- them (src/platform/pure/suppression.ts). No school, board or person is ever part of the question or of the answer.
--
-- A finished school year is told as it stood on its last day, the running one as it stood on the first of this month: so nobody
-- finds one concern by asking yesterday and today.

create index concern_by_sharing on concern (tenant_id, shared_at) where shared_at is not null;
create index dropped_note_by_day on dropped_note (tenant_id, dropped_on);

/* The median of waits in days of which some are not over yet (Kaplan and Meier): those count as still waiting, for as long as they
   have waited. Null when more than half still waits. */
create function median_wait(p_days int[], p_done boolean[]) returns int
language sql immutable set search_path = pg_catalog, public, pg_temp
as $$
  with wait as (select * from unnest(p_days, p_done) as w (days, done)
  ), day as (
    select days, count(*) filter (where done) as ended, sum(count(*)) over (order by days desc) as waiting from wait group by days
  ), still as (
    select days, bool_or(ended = waiting) over (order by days) as nobody,
      exp(sum(case when ended = waiting then 0 else ln(1 - ended / waiting) end) over (order by days)) as share
    from day
  )
  select min(days) from still where nobody or share <= 0.5 + 1e-9
$$;

create function yearly_proof(p_year int, p_themes text[]) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  tenant uuid := app_tenant();
  first_day date := make_date(p_year, 8, 1);
  end_day date := least(make_date(p_year + 1, 8, 1), date_trunc('month', app_today())::date);
  from_at timestamptz := first_day::timestamp at time zone 'Europe/Amsterdam';
  to_at timestamptz := end_day::timestamp at time zone 'Europe/Amsterdam';
  answer jsonb;
begin
  if not exists (select from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
      where a.tenant_id = tenant and a.person_id = app_person() and p.suspended_at is null
        and a.role in ('team_lead', 'partnership_director', 'policy_adviser') and a.school_id is null and a.board_id is null
        and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())) then
    raise insufficient_privilege using message = 'no yearly proof for this role';
  end if;
  with counted as (
    select c.id, c.school_id, day_of(c.shared_at) as shared_on,
      coalesce((select e.to_status from concern_entry e where e.tenant_id = c.tenant_id and e.concern_id = c.id and e.at < to_at
        order by e.version desc limit 1), 'with_director') as status,
      case when c.theme = any (p_themes) then c.theme end as theme,
      (select min(day_of(e.at)) from concern_entry e where e.tenant_id = c.tenant_id and e.concern_id = c.id and e.at < to_at
        and e.step = 'hold_conversation' and e.from_status in ('with_director', 'working')) as talked_on,
      (select min(day_of(e.at)) from concern_entry e where e.tenant_id = c.tenant_id and e.concern_id = c.id and e.at < to_at
        and e.to_status in ('resolved', 'closed')) as ended_on
    from concern c
    where c.tenant_id = tenant and c.about = 'school' and c.shared_at >= from_at and c.shared_at < to_at
  ), waited as (
    select school_day_count(tenant, school_id, shared_on, coalesce(talked_on, end_day - 1)) as to_talk, talked_on is not null as talked,
      school_day_count(tenant, school_id, shared_on, coalesce(ended_on, end_day - 1)) as to_end, ended_on is not null as ended
    from counted
  )
  select jsonb_build_object(
    'firstDay', first_day, 'endDay', end_day, 'finished', end_day = make_date(p_year + 1, 8, 1),
    'total', (select count(*) from counted),
    'byStatus', coalesce((select jsonb_object_agg(status, n) from (select status, count(*) as n from counted group by status) s), '{}'),
    'byTheme', coalesce((select jsonb_object_agg(coalesce(theme, ''), n) from (select theme, count(*) as n from counted group by theme) t), '{}'),
    'toTalk', (select median_wait(array_agg(to_talk), array_agg(talked)) from waited),
    'toEnd', (select median_wait(array_agg(to_end), array_agg(ended)) from waited),
    'talks', (select count(*) from concern_entry e join concern c on c.tenant_id = e.tenant_id and c.id = e.concern_id
      where e.tenant_id = tenant and c.about = 'school' and e.step = 'plan_conversation' and e.at >= from_at and e.at < to_at),
    -- The constraint "only a concern conversation carries a concern" and the protocol make these nought; counted all the same.
    'talksWithoutConcern', (select count(*) from conversation k where k.tenant_id = tenant and k.kind = 'concern' and k.concern_id is null)
      + (select count(*) from concern_entry e where e.tenant_id = tenant and e.step = 'plan_conversation' and e.from_status = 'noted'),
    'boardWithoutTalk', (select count(*) from concern_entry e join concern c on c.tenant_id = e.tenant_id and c.id = e.concern_id
      where e.tenant_id = tenant and c.about = 'school' and e.step = 'share_with_board' and not exists (
        select from concern_entry t where t.tenant_id = e.tenant_id and t.concern_id = e.concern_id and t.version < e.version
          and t.step = 'hold_conversation' and t.from_status in ('with_director', 'working')
          -- Of a concern that faded only the step is left, and no longer who was there.
          and (c.faded_at is not null or exists (select from concern_entry_person p where p.tenant_id = t.tenant_id
            and p.concern_id = t.concern_id and p.version = t.version and sits(c, 'school_director', p.person_id, t.on_date))))),
    'droppedNotes', (select count(*) from dropped_note d where d.tenant_id = tenant and d.dropped_on >= first_day and d.dropped_on < end_day)
  ) into answer;
  return answer;
end
$$;

call give_function('median_wait(int[], boolean[])', 'kortelijn_gate', true);
call give_function('yearly_proof(int, text[])', 'kortelijn_gate');
