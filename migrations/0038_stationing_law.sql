-- The law of stationings. src/stationing/stationings/stationing.rules.ts explains the same law in Dutch; a test tries every step in every
-- state as raw SQL under kortelijn_app and demands that both give the same answer. A stationing is proposed whole (propose_stationing) and
-- moves only by a new row in stationing_entry; nobody writes it in another way.

-- The owner is under the law too.
alter table stationing_protocol no force row level security;
insert into stationing_protocol (step, from_status, to_status, relations) values
  ('propose', 'new', 'proposed', '{team_lead}'),
  ('answer', 'proposed', 'proposed', '{host,school_director,board_member}'),
  ('agree', 'proposed', 'agreed', '{host}'),
  ('withdraw', 'proposed', 'withdrawn', '{team_lead}'),
  ('start', 'agreed', 'active', '{specialist,team_lead,day}'),
  ('evaluate', 'active', 'evaluated', '{specialist,support_coordinator,school_director}'),
  ('shorten', 'agreed', 'agreed', '{team_lead}'),
  ('shorten', 'active', 'active', '{team_lead}'),
  ('shorten', 'evaluated', 'evaluated', '{team_lead}'),
  ('end', 'agreed', 'ended', '{team_lead}'),
  ('end', 'active', 'ended', '{team_lead}'),
  ('end', 'evaluated', 'ended', '{team_lead}'),
  ('make_way', 'agreed', 'agreed', '{successor}'),
  ('make_way', 'active', 'active', '{successor}'),
  ('make_way', 'evaluated', 'evaluated', '{successor}'),
  ('make_way', 'agreed', 'ended', '{successor}'),
  ('make_way', 'active', 'ended', '{successor}'),
  ('make_way', 'evaluated', 'ended', '{successor}'),
  ('run_out', 'active', 'ended', '{day}'),
  ('run_out', 'evaluated', 'ended', '{day}');
alter table stationing_protocol force row level security;

do $$
declare
  name text;
begin
  foreach name in array array['stationing', 'stationing_school', 'stationing_ambition', 'stationing_entry'] loop
    execute format('create policy gate_writes on %I for insert to kortelijn_gate with check (true)', name);
    execute format('grant insert on %I to kortelijn_gate', name);
  end loop;
end
$$;
create policy gate_moves on stationing for update to kortelijn_gate using (true) with check (true);
grant update (ends_on, status, ended_because, version) on stationing to kortelijn_gate;
create policy actor_adds on stationing_entry for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and person_id = (select app_person())
  and exists (select from stationing s where s.tenant_id = stationing_entry.tenant_id and s.id = stationing_entry.stationing_id));
grant insert on stationing_entry to kortelijn_app;

-- Who is what to a stationing, and what room there is ------------------------------------------------------------------------------

/* What somebody is to one stationing on a day. The host speaks for the place: the director of the school, or the board where it is at a
   board, or where the school has no director. */
create function stationing_relations(s stationing, p_person uuid, p_today date) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with held as (
    select a.role, a.school_id, a.board_id from appointment a
    where a.tenant_id = s.tenant_id and (s.tenant_id = app_tenant() or app_tenant() is null) and a.person_id = p_person
      and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
  ), place as (
    select h.id, h.board_id from stationing_school x join school h on h.tenant_id = x.tenant_id and h.id = x.school_id
    where x.tenant_id = s.tenant_id and x.stationing_id = s.id
  ), directed as (
    select from appointment a where a.tenant_id = s.tenant_id and a.school_id = s.school_id and a.role = 'school_director'
      and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
  ), board as (
    select from held where role = 'board_member' and (board_id = s.board_id or board_id in (select board_id from place))
  ), director as (
    select from held where role = 'school_director' and school_id in (select id from place)
  )
  select array_remove(array[
    case when exists (select from held where role = 'team_lead') then 'team_lead' end,
    case when s.specialist_id = p_person and exists (select from held where role = 'specialist') then 'specialist' end,
    case when case when s.board_id is not null then exists (select from board)
      else exists (select from director) or (not exists (select from directed) and exists (select from board)) end then 'host' end,
    case when exists (select from director) then 'school_director' end,
    case when exists (select from held where role = 'support_coordinator' and school_id in (select id from place)) then 'support_coordinator' end,
    case when exists (select from board) then 'board_member' end], null)
$$;
call give_function('stationing_relations(stationing, uuid, date)', 'kortelijn_gate');

/* Each day of a period with the dagdelen a week of the contract (nought: none) and those that stationings take, proposed ones too. Of a
   proposal that would follow on another, only what it takes more; p_without: those that are asked about themselves, for which p_dagdelen
   at p_place count instead (p_self: the stationing itself, once it is there). 0039 counts what was assigned as well. */
create function stationing_days(p_tenant uuid, p_person uuid, p_from date, p_until date, p_without uuid[], p_self uuid, p_place uuid, p_dagdelen numeric)
  returns table (day date, contract numeric, taken numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select d.day, coalesce((select c.dagdelen from contract c where c.tenant_id = p_tenant and c.person_id = p_person
      and c.starts_on <= d.day and (c.ends_on is null or c.ends_on > d.day)), 0), (
    select p_dagdelen + coalesce(sum(s.dagdelen - least(s.dagdelen, coalesce(b.dagdelen, 0))), 0)
    from stationing s left join stationing b on s.status = 'proposed' and b.tenant_id = s.tenant_id and b.id = s.continues_id
      and b.status in ('agreed', 'active', 'evaluated') and b.id <> all (p_without) and b.starts_on <= d.day and b.ends_on > d.day
    where s.tenant_id = p_tenant and s.specialist_id = p_person and s.status in ('proposed', 'agreed', 'active', 'evaluated')
      and s.id <> all (p_without) and s.starts_on <= d.day and s.ends_on > d.day)
  from (select n::date as day from generate_series(p_from::timestamp, p_until::timestamp - interval '1 day', interval '1 day') n) d
$$;
call give_function('stationing_days(uuid, uuid, date, date, uuid[], uuid, uuid, numeric)', 'kortelijn_gate', true);

/* What room somebody has for a stationing, week by week: the smallest contract of the week and the most that is taken on a day of it.
   p_until: half-open; p_continues: the stationing that would end. Only for who proposes: nobody else knows contracts. */
create function stationing_room(p_person uuid, p_from date, p_until date, p_continues uuid) returns table (monday date, contract numeric, taken numeric)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select date_trunc('week', d.day::timestamp)::date, min(d.contract), max(d.taken)
  from stationing_days(app_tenant(), p_person, p_from, p_until, array_remove(array[p_continues], null), null, null, 0) d
  where app_is('team_lead') and p_until <= p_from + 731 group by 1 order by 1
$$;
call give_function('stationing_room(uuid, date, date, uuid)', 'kortelijn_gate');

/* Who is stationed at which school today, and until when: known to everybody, as the specialists that are appointed there. Without a
   partnership (the pages that everybody reads): of all of them. */
create function stationed_now() returns table (tenant_id uuid, school_id uuid, person_id uuid, starts_on date, ends_on date)
language sql stable security definer rows 200 set search_path = pg_catalog, public, pg_temp
as $$
  select x.tenant_id, x.school_id, s.specialist_id, min(s.starts_on), max(s.ends_on)
  from stationing s join stationing_school x on x.tenant_id = s.tenant_id and x.stationing_id = s.id
  where (app_tenant() is null or s.tenant_id = app_tenant()) and s.status in ('agreed', 'active', 'evaluated')
    and s.starts_on <= app_today() and s.ends_on > app_today()
  group by 1, 2, 3
$$;
call give_function('stationed_now()', 'kortelijn_gate');

-- The law -------------------------------------------------------------------------------------------------------------------------

/* What of a specialist's world clashes with a stationing at a place (a school or a board), as codes of stationing.rules.ts. p_self: the
   stationing itself, once it is there; p_continues: the one that would end; p_proposals: whether other proposals for the place count. */
create function stationing_clashes(p_tenant uuid, p_self uuid, p_specialist uuid, p_place uuid, p_from date, p_until date, p_dagdelen numeric,
  p_continues uuid, p_proposals boolean) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with asked as (
    select daterange(p_from, p_until) as period, array_remove(array[p_self, p_continues], null) as without
  ), gone as (
    select daterange(x.starts_on, x.ends_on) * asked.period as part from asked, specialist_absence x
    where x.tenant_id = p_tenant and x.person_id = p_specialist and daterange(x.starts_on, x.ends_on) && asked.period
  )
  select array_remove(array[
    case when not coalesce((select range_agg(daterange(a.starts_on, a.ends_on)) @> asked.period from appointment a join person p
        on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
        where a.tenant_id = p_tenant and a.person_id = p_specialist and a.role = 'specialist'), false) then 'isSpecialist' end,
    case when exists (select from stationing b where b.tenant_id = p_tenant and b.specialist_id = p_specialist and b.id <> all (asked.without)
        and coalesce(b.school_id, b.board_id) = p_place and daterange(b.starts_on, b.ends_on) && asked.period
        and (b.status in ('agreed', 'active', 'evaluated') or (b.status = 'proposed' and p_proposals))) then 'placeFree' end,
    case when exists (select from stationing_days(p_tenant, p_specialist, p_from, p_until, asked.without, p_self, p_place, p_dagdelen) d
        where d.taken > d.contract) then 'withinContract' end,
    case when exists (select from gone where gone.part @> p_from)
        or 2 * (select coalesce(sum(upper(part) - lower(part)), 0) from gone) > p_until - p_from then 'notAway' end], null)
  from asked
$$;
call give_function('stationing_clashes(uuid, uuid, uuid, uuid, date, date, numeric, uuid, boolean)', 'kortelijn_gate', true);

/* What clashes with a proposal as it is written; only for who proposes. */
create function proposal_clashes(p_specialist uuid, p_place uuid, p_from date, p_until date, p_dagdelen numeric, p_continues uuid) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case when app_is('team_lead') and p_from < p_until and p_until <= p_from + 731 then
    stationing_clashes(app_tenant(), null, p_specialist, p_place, p_from, p_until, p_dagdelen, p_continues, true) end
$$;
call give_function('proposal_clashes(uuid, uuid, date, date, numeric, uuid)', 'kortelijn_gate');

/* What clashes with a proposal now, for who can agree to it or proposed it: that it clashes, not with what. */
create function agreeing_clashes(s stationing) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select stationing_clashes(b.tenant_id, b.id, b.specialist_id, coalesce(b.school_id, b.board_id), b.starts_on, b.ends_on, b.dagdelen, b.continues_id, false)
  from stationing b where b.tenant_id = app_tenant() and b.id = s.id and b.status = 'proposed'
    and stationing_relations(b, app_person(), app_today()) && array['team_lead', 'host']
$$;
call give_function('agreeing_clashes(stationing)', 'kortelijn_gate');

/* What stands in the way of an entry, as the codes of stationing.rules.ts; empty = the step is lawful. */
create function stationing_unmet(s stationing, e stationing_entry) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
  today constant date := app_today();
begin
  if e.step in ('propose', 'agree') then
    if s.ends_on <= today then unmet := unmet || text 'periodAhead'; end if;
    unmet := unmet || stationing_clashes(s.tenant_id, s.id, s.specialist_id, coalesce(s.school_id, s.board_id), s.starts_on, s.ends_on, s.dagdelen,
      s.continues_id, e.step = 'propose');
  end if;
  if e.step = 'propose' then
    if not exists (select from stationing_school x where x.tenant_id = s.tenant_id and x.stationing_id = s.id)
      or exists (select from stationing_school x join school h on h.tenant_id = x.tenant_id and h.id = x.school_id
        where x.tenant_id = s.tenant_id and x.stationing_id = s.id and (h.ended_on <= s.starts_on
          or case when s.board_id is null then h.id <> s.school_id else h.board_id is distinct from s.board_id end)) then
      unmet := unmet || text 'schoolsOfBoard';
    end if;
    if s.questions_share + coalesce((select sum(x.share) from stationing_ambition x
        where x.tenant_id = s.tenant_id and x.stationing_id = s.id), 0) <> 100 then
      unmet := unmet || text 'sharesAddUp';
    end if;
    if exists (select from stationing_ambition x join ambition a on a.tenant_id = x.tenant_id and a.id = x.ambition_id
        where x.tenant_id = s.tenant_id and x.stationing_id = s.id
          and not daterange(a.starts_on, a.ends_on) && daterange(s.starts_on, s.ends_on)) then
      unmet := unmet || text 'ambitionsRun';
    end if;
    if s.continues_id is not null and (not exists (select from stationing b where b.tenant_id = s.tenant_id and b.id = s.continues_id
          and b.specialist_id = s.specialist_id and b.status in ('agreed', 'active', 'evaluated') and b.starts_on <= s.starts_on)
        or exists (select from stationing b where b.tenant_id = s.tenant_id and b.continues_id = s.continues_id and b.id <> s.id
          and b.status in ('proposed', 'agreed', 'active', 'evaluated'))) then
      unmet := unmet || text 'continuesLive';
    end if;
  end if;
  if e.step = 'start' and s.starts_on > today then unmet := unmet || text 'begun'; end if;
  if e.step in ('shorten', 'end') and (e.because in ('done', 'moved', 'absence', 'left', 'school', 'other')) is not true then
    unmet := unmet || text 'reasonGiven';
  end if;
  if e.step in ('answer', 'withdraw', 'evaluate', 'shorten', 'end') and coalesce(e.words, '') !~ '\S' then
    unmet := unmet || text 'wordsGiven';
  end if;
  if e.step = 'shorten' and (e.on_date >= greatest(today, s.starts_on) and e.on_date < s.ends_on - 1) is not true then
    unmet := unmet || text 'lastDayEarlier';
  end if;
  if e.step = 'end' and (case when s.starts_on > today then e.on_date is null
      else e.on_date between s.starts_on and least(today, s.ends_on - 1) end) is not true then
    unmet := unmet || text 'lastDayBeen';
  end if;
  if e.step = 'run_out' then
    if s.ends_on > today then unmet := unmet || text 'periodOver'; end if;
    -- Without an evaluation it stays in sight, unless another stationing went on with it.
    if s.status <> 'evaluated' and not exists (select from stationing b where b.tenant_id = s.tenant_id and b.continues_id = s.id
        and b.status in ('agreed', 'active', 'evaluated', 'ended')) then
      unmet := unmet || text 'evaluated';
    end if;
  end if;
  return unmet;
end
$$;

/* Every step passes here, whoever sends it. SQLSTATE KL001 = not lawful (the unmet needs), KL002 = somebody else was first. */
create function stationing_entry_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  s stationing;
  before stationing;
  law stationing_protocol;
  unmet text[];
  today constant date := app_today();
begin
  select * into s from stationing where tenant_id = new.tenant_id and (tenant_id = app_tenant() or app_person() is null)
    and id = new.stationing_id for no key update;
  if not found then
    raise insufficient_privilege using message = 'no such stationing';
  end if;
  if new.version <> s.version + 1 then
    raise exception using errcode = 'KL002', message = 'the stationing has changed meanwhile';
  end if;
  new.at := app_now();
  new.person_id := app_person();
  -- A proposal has no version yet while propose_stationing lays it down.
  new.from_status := case when s.version = 0 then 'new' else s.status end;
  select * into law from stationing_protocol where step = new.step and from_status = new.from_status and to_status = new.to_status;
  if not found then
    raise exception using errcode = 'KL001', message = 'stateAllows';
  end if;
  -- Making way is what the law does to the one before, while it agrees to the next.
  select r into new.relation from unnest(law.relations) with ordinality as x (r, nth)
    where case r when 'successor' then pg_trigger_depth() > 1 when 'day' then new.person_id is null
      else new.person_id is not null and r = any (stationing_relations(s, new.person_id, today)) end
    order by nth limit 1;
  if new.relation is null then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  if (new.words is not null and new.step in ('start', 'make_way', 'run_out'))
    or (new.because is not null and new.step not in ('shorten', 'end', 'make_way', 'run_out'))
    or (new.on_date is not null and new.step not in ('shorten', 'end', 'make_way')) then
    raise exception using errcode = 'KL001', message = 'onlyWhatBelongs';
  end if;
  if new.step in ('propose', 'agree') then
    -- Two who plan the same specialist at once, here or by assigning: the second sees what the first took.
    perform pg_advisory_xact_lock(hashtextextended(s.specialist_id::text, 0));
  end if;
  unmet := stationing_unmet(s, new);
  if unmet <> '{}' then
    raise exception using errcode = 'KL001', message = array_to_string(unmet, ',');
  end if;

  if new.step = 'agree' and s.continues_id is not null then
    select * into before from stationing where tenant_id = s.tenant_id and id = s.continues_id for no key update;
    if before.status in ('agreed', 'active', 'evaluated') and before.ends_on > s.starts_on then
      insert into stationing_entry (tenant_id, stationing_id, version, id, at, relation, step, from_status, to_status, because, on_date)
      values (s.tenant_id, before.id, before.version + 1, gen_random_uuid(), new.at, '', 'make_way', before.status,
        case when s.starts_on <= greatest(before.starts_on, today) then 'ended' else before.status end, 'moved', s.starts_on - 1);
    end if;
  elsif new.step = 'run_out' then
    new.because := case when exists (select from stationing b where b.tenant_id = s.tenant_id and b.continues_id = s.id
        and b.status in ('agreed', 'active', 'evaluated', 'ended')) then 'moved'
      else coalesce((select e.because from stationing_entry e where e.tenant_id = s.tenant_id and e.stationing_id = s.id and e.step = 'shorten'
        order by e.version desc limit 1), 'done') end;
  end if;
  update stationing set status = new.to_status, version = new.version,
    ended_because = case when new.to_status = 'ended' then new.because end,
    ends_on = case when new.on_date >= starts_on then new.on_date + 1 else ends_on end
  where tenant_id = s.tenant_id and id = s.id;
  return new;
end
$$;
create trigger stationing_step_is_lawful before insert on stationing_entry for each row execute function stationing_entry_law();

/* Lays down a proposal whole, with its first entry; the law above looks at all of it. p_until: half-open. p_ambitions: [{id, share}];
   p_schools: of a board those it goes to. Raises KL001 with every code in the way. */
create function propose_stationing(p_id uuid, p_specialist uuid, p_school uuid, p_board uuid, p_schools uuid[], p_dagdelen numeric, p_from date,
  p_until date, p_questions_share int, p_ambitions jsonb, p_note text, p_continues uuid, p_plan uuid, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  t constant uuid := app_tenant();
begin
  if t is null or app_person() is null or not coalesce(app_is('team_lead'), false) then
    raise insufficient_privilege using message = 'not a team lead';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_specialist::text, 0));
  -- What the keys of the table would refuse with a fault is told as a need.
  if exists (select from stationing b where b.tenant_id = t and b.specialist_id = p_specialist and b.status = 'proposed'
      and coalesce(b.school_id, b.board_id) = coalesce(p_school, p_board)
      and b.starts_on < p_until and b.ends_on > p_from) then
    raise exception using errcode = 'KL001', message = 'placeFree';
  end if;
  insert into stationing (tenant_id, id, specialist_id, school_id, board_id, dagdelen, starts_on, ends_on, questions_share, status, note,
    continues_id, plan_id, proposed_by, proposed_at, version)
  values (t, p_id, p_specialist, p_school, p_board, p_dagdelen, p_from, p_until, p_questions_share, 'proposed', p_note,
    p_continues, p_plan, app_person(), app_now(), 0);
  insert into stationing_school (tenant_id, stationing_id, school_id)
    select distinct t, p_id, x from unnest(case when p_school is null then p_schools else array[p_school] end) x;
  insert into stationing_ambition (tenant_id, stationing_id, ambition_id, share)
    select t, p_id, (x ->> 'id')::uuid, (x ->> 'share')::int from jsonb_array_elements(p_ambitions) x;
  insert into stationing_entry (tenant_id, stationing_id, version, id, at, relation, step, from_status, to_status, words)
  values (t, p_id, 1, gen_random_uuid(), app_now(), '', 'propose', 'new', 'proposed', p_words);
end
$$;
call give_function('propose_stationing(uuid, uuid, uuid, uuid, uuid[], numeric, date, date, int, jsonb, text, uuid, uuid, text)', 'kortelijn_gate');

do $$
declare
  name text;
begin
  foreach name in array array['stationing_unmet(stationing, stationing_entry)', 'stationing_entry_law()'] loop
    call give_function(name::regprocedure, 'kortelijn_gate', true);
  end loop;
end
$$;

-- Notices -------------------------------------------------------------------------------------------------------------------------

-- The owner is under the law too.
alter table notice_kind no force row level security;
insert into notice_kind (kind, default_choice) values ('stationing_yours', 'at_once'), ('stationing_step', 'daily');
alter table notice_kind force row level security;

alter table notice drop constraint notice_subject_check;
alter table notice add constraint notice_subject_check check (subject in ('concern', 'conversation', 'person', 'question', 'stationing'));
drop policy own on notice;
create policy own on notice for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and person_id = (select app_person())
  and case subject
    when 'concern' then exists (select from concern c where c.tenant_id = notice.tenant_id and c.id = notice.subject_id)
      and (kind not in ('concern_shared', 'concern_step', 'invitation', 'board') or exists (select from concern_entry e
        where e.tenant_id = notice.tenant_id and e.concern_id = notice.subject_id and e.version = notice.version))
    when 'conversation' then exists (select from conversation k where k.tenant_id = notice.tenant_id and k.id = notice.subject_id)
    when 'question' then exists (select from support_question q where q.tenant_id = notice.tenant_id and q.id = notice.subject_id)
    when 'stationing' then exists (select from stationing s where s.tenant_id = notice.tenant_id and s.id = notice.subject_id)
    else subject_id = (select app_person())
  end);

/* Who is told of a stationing: its specialist, the people of its schools, the board that speaks for it, and who proposed it (the other team
   leads when that person is one no more). */
create function stationing_hearers(s stationing, p_today date) returns table (person_id uuid, relations text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with held as (
    select a.person_id, a.role, a.school_id, a.board_id from appointment a
    join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
    where a.tenant_id = s.tenant_id and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
  ), place as (
    select h.id, h.board_id from stationing_school x join school h on h.tenant_id = x.tenant_id and h.id = x.school_id
    where x.tenant_id = s.tenant_id and x.stationing_id = s.id
  ), named as (
    select h.person_id from held h where (h.role = 'specialist' and h.person_id = s.specialist_id)
      or (h.role in ('school_director', 'support_coordinator') and h.school_id in (select id from place))
      or (h.role = 'board_member' and h.board_id in (select board_id from place))
      or (h.role = 'team_lead' and (h.person_id = s.proposed_by or not exists (select from held x where x.role = 'team_lead' and x.person_id = s.proposed_by)))
    group by h.person_id
  )
  select n.person_id, stationing_relations(s, n.person_id, p_today) from named n
$$;
call give_function('stationing_hearers(stationing, date)', 'kortelijn_gate', true);

/* What the day does stands in the access log; each step is told to who has to do with it, but not to who took it. Of a proposal a school hears when it can agree or answer, its IB'er
   when it is agreed; a board as far as it speaks for the place. */
create function stationing_entry_told() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  s stationing;
begin
  select * into s from stationing where tenant_id = new.tenant_id and id = new.stationing_id;
  if new.person_id is null then
    insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
    values (new.tenant_id, gen_random_uuid(), new.at, null, new.step, 'stationing', new.stationing_id, 'job');
  end if;
  insert into notice (tenant_id, person_id, kind, subject, subject_id, version, at)
  select s.tenant_id, h.person_id, case when new.step = 'propose' and 'host' = any (h.relations) then 'stationing_yours' else 'stationing_step' end,
    'stationing', s.id, new.version, new.at
  from stationing_hearers(s, app_today()) h
  where h.person_id is distinct from new.person_id and new.step not in ('make_way', 'run_out') and (
    h.relations && array['specialist', 'host', 'school_director', 'team_lead']
    or ('support_coordinator' = any (h.relations) and new.step in ('agree', 'start', 'evaluate', 'shorten', 'end')))
  on conflict do nothing;
  return null;
end
$$;
call give_function('stationing_entry_told()', 'kortelijn_gate', true);
create trigger stationing_step_is_told after insert on stationing_entry for each row execute function stationing_entry_told();

/* may_know as it stands in 0030, and stationings. */
create or replace function may_know(n notice, p_today date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case n.subject
    when 'concern' then exists (select from concern c where c.tenant_id = n.tenant_id and c.id = n.subject_id
      and n.person_id in (select concern_circle(c, p_today))
      and (n.kind not in ('concern_shared', 'concern_step', 'invitation', 'board') or exists (select from concern_entry e
        where e.tenant_id = n.tenant_id and e.concern_id = n.subject_id and e.version = n.version
          and (e.board_reads or reads_whole_concern(c, n.person_id, p_today)))))
    when 'conversation' then exists (select from conversation k join appointment a on a.tenant_id = k.tenant_id and a.person_id = n.person_id
      where k.tenant_id = n.tenant_id and k.id = n.subject_id and (a.school_id = k.school_id or (a.school_id is null and a.board_id is null))
        and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today))
    when 'question' then exists (select from support_question q where q.tenant_id = n.tenant_id and q.id = n.subject_id
      and n.person_id in (select question_circle(q, p_today)))
    when 'stationing' then exists (select from stationing s where s.tenant_id = n.tenant_id and s.id = n.subject_id
      and (s.status <> 'withdrawn' or n.person_id = s.specialist_id or exists (select from appointment a where a.tenant_id = s.tenant_id
          and a.person_id = n.person_id and a.role = 'team_lead' and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)))
      and stationing_relations(s, n.person_id, p_today) <> '{}')
    else n.subject_id = n.person_id
  end and not exists (select from person p where p.tenant_id = n.tenant_id and p.id = n.person_id and p.suspended_at is not null)
$$;

-- What a day does by itself -------------------------------------------------------------------------------------------------------

/* Starts what was agreed on its first day, ends what is evaluated or went on elsewhere after its last, and on a morning of a school day
   reminds of what ends without a successor and of evaluations. Gives how many steps and reminders there were. */
create function move_stationings(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  s stationing;
  today date;
  done int := 0;
  more int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true), set_config('app.tenant', '', true), set_config('app.person', '', true);
  today := app_today();
  -- Who takes a step at this moment goes first; the next hour does the rest.
  for s in select * from stationing where status = 'agreed' and starts_on <= today for no key update skip locked loop
    insert into stationing_entry (tenant_id, stationing_id, version, id, at, relation, step, from_status, to_status)
    values (s.tenant_id, s.id, s.version + 1, gen_random_uuid(), app_now(), '', 'start', s.status, 'active');
    done := done + 1;
  end loop;
  for s in select * from stationing x where x.ends_on <= today and (x.status = 'evaluated' or (x.status = 'active' and exists (select from stationing b
      where b.tenant_id = x.tenant_id and b.continues_id = x.id and b.status in ('agreed', 'active', 'evaluated', 'ended')))) for no key update skip locked loop
    insert into stationing_entry (tenant_id, stationing_id, version, id, at, relation, step, from_status, to_status)
    values (s.tenant_id, s.id, s.version + 1, gen_random_uuid(), app_now(), '', 'run_out', s.status, 'ended');
    done := done + 1;
  end loop;
  if not day_has_begun() then
    return done;
  end if;
  insert into notice (tenant_id, person_id, kind, subject, subject_id, about, nth, due_on, at)
  select (l.s).tenant_id, h.person_id, 'reminder', 'stationing', (l.s).id, l.about, l.nth, (l.s).ends_on - 1, app_now()
  from (
    -- Four school weeks ahead there is time to extend it or to say goodbye.
    select x as s, 'stationing_ends' as about, null::int as nth, array['specialist', 'team_lead'] as relations
    from stationing x
    where x.status in ('agreed', 'active', 'evaluated') and x.ends_on > today and x.ends_on < today + 70
      and school_day_count(x.tenant_id, x.school_id, today, x.ends_on - 1) <= 20
      and not exists (select from stationing b where b.tenant_id = x.tenant_id and b.continues_id = x.id
        and b.status in ('proposed', 'agreed', 'active', 'evaluated'))
    union all
    select x, 'stationing_evaluation', case when x.ends_on > today then 1 else 2 end,
      case when x.ends_on > today then array['specialist'] else array['specialist', 'team_lead', 'school_director'] end
    from stationing x
    where x.status = 'active' and x.ends_on > today - 100 and x.ends_on < today + 50
      and school_day_count(x.tenant_id, x.school_id, today, x.ends_on - 1) <= 10
      and not exists (select from stationing b where b.tenant_id = x.tenant_id and b.continues_id = x.id
        and b.status in ('agreed', 'active', 'evaluated', 'ended'))
  ) l cross join lateral stationing_hearers(l.s, today) h
  where h.relations && l.relations and is_school_day((l.s).tenant_id, (l.s).school_id, today)
  on conflict do nothing;
  get diagnostics more = row_count;
  return done + more;
end
$$;
call give_function('move_stationings(timestamptz)', 'kortelijn_gate');

-- Schools -------------------------------------------------------------------------------------------------------------------------

/* As it stands in 0026; who is stationed at a school today stands beside who is appointed there, each once. */
create or replace view school_card with (security_invoker = true) as
select s.tenant_id, s.id, s.code, s.name, s.kind, s.phone, s.website, s.denomination, s.ended_on, s.board_id, s.city,
  (select jsonb_build_object('code', b.code, 'name', b.name) from board b where b.tenant_id = s.tenant_id and b.id = s.board_id) as board,
  (select jsonb_build_object('code', r.code, 'name', r.name) from area r where r.tenant_id = s.tenant_id and r.id = s.area_id) as area,
  jsonb_build_object('street', s.street, 'houseNumber', s.house_number, 'postcode', s.postcode, 'city', s.city) as address,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'phone', p.phone) order by p.name, p.id), '[]')
   from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
   where a.tenant_id = s.tenant_id and a.school_id = s.id and a.role = 'contact_person' and p.suspended_at is null
     and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today()))) as contact_persons,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'expertise', (
      select coalesce(jsonb_agg(e.name order by x.level desc, e.position, e.name), '[]')
      from specialist_expertise x join expertise e on e.tenant_id = x.tenant_id and e.code = x.expertise
      where x.tenant_id = p.tenant_id and x.person_id = p.id and (e.ended_on is null or e.ended_on > (select app_today()))),
      'from', here.starts_on, 'to', here.ends_on - 1)
      order by p.name, p.id), '[]')
   from (
     select u.person_id, min(u.starts_on) as starts_on, case when count(*) = count(u.ends_on) then max(u.ends_on) end as ends_on
     from (
       select a.person_id, a.starts_on, a.ends_on from appointment a
       where a.tenant_id = s.tenant_id and a.school_id = s.id and a.role = 'specialist'
         and a.starts_on <= (select app_today()) and (a.ends_on is null or a.ends_on > (select app_today()))
       union all
       select n.person_id, n.starts_on, n.ends_on from stationed_now() n where n.tenant_id = s.tenant_id and n.school_id = s.id
     ) u group by u.person_id
   ) here join person p on p.tenant_id = s.tenant_id and p.id = here.person_id and p.suspended_at is null) as specialists
from school s;
