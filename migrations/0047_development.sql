-- The law of development: who writes, asks, answers and decides about role profiles, transitions, consultations and pilots. The same moves
-- as src/plans/*/*.rules.ts; the shapes and who reads them stand in 0043.

alter table role_profile_edition add column asked_body text check (length(asked_body) <= 50000); -- as it read when it was asked about
alter table role_transition add column version int not null default 1;
-- Whom the summary is for: whom was asked, or all members. A round about a post that is still a draft stays among those asked.
alter table consultation add column summary_for text check (summary_for in ('asked', 'members')),
  add constraint "a summary says for whom it is" check ((summary is null) = (summary_for is null)),
  add constraint "a round about a post stays among those asked" check (post_id is null or summary_for is distinct from 'members'),
  add constraint "known roles are asked" check (roles <@ array['contact_person', 'specialist', 'team_lead', 'committee_member', 'committee_secretary',
    'school_director', 'support_coordinator', 'teacher', 'board_member', 'partnership_director', 'policy_adviser', 'editor', 'privacy_officer', 'administrator']);

create function writes_development() returns boolean language sql stable
as $$ select app_texts('roles') && array['team_lead', 'policy_adviser'] $$;
/* Who runs rounds. */
create function runs_rounds() returns boolean language sql stable
as $$ select app_is('post_writer') or app_is('partnership_director') $$;

-- Role profiles ----------------------------------------------------------------------------------------------------------------------

/* That there is a profile is known to whom reads something in it, and to whom comes into it. */
drop policy members_read on role_profile;
create policy with_its_words on role_profile for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  (select runs_rounds())
  or exists (select from role_profile_edition e where e.tenant_id = role_profile.tenant_id and e.profile_id = role_profile.id)
  or exists (select from role_transition t where t.tenant_id = role_profile.tenant_id and t.profile_id = role_profile.id)));
create policy writers_make on role_profile for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select writes_development()));
create policy writers_change on role_profile for update to kortelijn_app using (tenant_id = (select app_tenant()) and (select writes_development()))
  with check (tenant_id = (select app_tenant()));
grant insert (tenant_id, id, name, role), update (name, role, version) on role_profile to kortelijn_app;

create policy writers_make on role_profile_edition for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select writes_development()));
create policy writers_change on role_profile_edition for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and ((select writes_development()) or (select app_is('partnership_director'))))
  with check (tenant_id = (select app_tenant()));
grant insert (tenant_id, profile_id, nth, body), update (body, status, starts_on) on role_profile_edition to kortelijn_app;
create policy gate_moves on role_profile_edition for update to kortelijn_gate using (true) with check (true);
grant update (status, asked_body, changed_at, version) on role_profile_edition to kortelijn_gate;

/* draft -> in_consultation -> adopted. The second step is a round's that opens on it. Words that are asked about stand still; what is adopted
   was asked about, and who was asked read what came of it. Nobody adopts what they began themselves, but for the partnership director. */
create function edition_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before date;
  unmet text[] := '{}';
begin
  -- Of another partnership nothing is told: the policies refuse it.
  if new.tenant_id is distinct from app_tenant() then return new; end if;
  if tg_op = 'INSERT' then
    perform 1 from role_profile p where p.tenant_id = new.tenant_id and p.id = new.profile_id for no key update;
    new.nth := 1 + coalesce((select max(e.nth) from role_profile_edition e where e.tenant_id = new.tenant_id and e.profile_id = new.profile_id), 0);
    if exists (select from role_profile_edition e where e.tenant_id = new.tenant_id and e.profile_id = new.profile_id and e.status <> 'adopted') then
      unmet := unmet || text 'noOpenEdition';
    end if;
    if btrim(new.body) = '' then unmet := unmet || text 'bodyGiven'; end if;
    perform refuse_unmet(unmet);
    new.status := 'draft';
    new.made_by := app_person();
    new.made_at := app_now();
    new.changed_at := app_now();
    return new;
  end if;
  if old.status = 'adopted' or (new.status <> old.status and (old.status, new.status) <> ('in_consultation', 'adopted')) then
    perform refuse_unmet('{stateAllows}');
  end if;
  if new.status = 'adopted' then
    if not app_is('partnership_director') and not (app_is('team_lead') and old.made_by <> app_person()) then
      raise exception using errcode = 'KL001', message = 'roleAllows';
    end if;
    select max(e.starts_on) into before from role_profile_edition e
    where e.tenant_id = new.tenant_id and e.profile_id = new.profile_id and e.status = 'adopted';
    if new.body <> old.body then unmet := unmet || text 'bodyStays'; end if;
    -- A round that was taken back before it began asked nobody.
    if not exists (select from consultation c where c.tenant_id = new.tenant_id and c.profile_id = new.profile_id and c.edition = new.nth and c.status <> 'draft') then
      unmet := unmet || text 'wasAsked';
    elsif exists (select from consultation c where c.tenant_id = new.tenant_id and c.profile_id = new.profile_id and c.edition = new.nth and c.status = 'open') then
      unmet := unmet || text 'roundsSummarised';
    end if;
    if new.starts_on is null or new.starts_on not between app_today() - 366 and app_today() + 366 then unmet := unmet || text 'startsInReach';
    elsif new.starts_on <= before then unmet := unmet || text 'startsAfterBefore'; end if;
    perform refuse_unmet(unmet);
    new.adopted_by := app_person();
    new.adopted_at := app_now();
  else
    if not writes_development() then
      raise exception using errcode = 'KL001', message = 'roleAllows';
    end if;
    if btrim(new.body) = '' then unmet := unmet || text 'bodyGiven'; end if;
    if exists (select from consultation c where c.tenant_id = new.tenant_id and c.profile_id = new.profile_id and c.edition = new.nth
        and c.status = 'open' and c.ends_on > app_today()) then
      unmet := unmet || text 'noRoundRuns';
    end if;
    perform refuse_unmet(unmet);
    new.starts_on := null;
  end if;
  new.changed_at := app_now();
  new.version := old.version + 1;
  return new;
end
$$;
call give_function('edition_law()', 'kortelijn_gate', true);
grant update (version) on role_profile to kortelijn_gate;
create policy gate_locks on role_profile for update to kortelijn_gate using (true) with check (true);
create trigger edition_is_lawful before insert or update on role_profile_edition for each row when (current_user = 'kortelijn_app')
  execute function edition_law();

-- Transitions ------------------------------------------------------------------------------------------------------------------------

create policy team_lead_records on role_transition for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select app_is('team_lead')));
create policy team_lead_corrects on role_transition for update to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('team_lead')))
  with check (tenant_id = (select app_tenant()));
create policy team_lead_removes on role_transition for delete to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('team_lead')));
grant insert (tenant_id, id, person_id, profile_id, step, on_date, words), update (on_date, words), delete on role_transition to kortelijn_app;

/* Of a specialist, today's or one who comes; on a day that was, but for the first day of work. */
create function transition_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
begin
  -- Of another partnership nothing is told: the policies refuse it.
  if new.tenant_id is distinct from app_tenant() then return new; end if;
  if not exists (select from appointment a where a.tenant_id = new.tenant_id and a.person_id = new.person_id and a.role = 'specialist'
      and (a.ends_on is null or a.ends_on > app_today())) then
    unmet := unmet || text 'isSpecialist';
  end if;
  if new.on_date < app_today() - 3660 or new.on_date > (case new.step when 'started' then app_today() + 366 else app_today() end) then
    unmet := unmet || text 'dayInReach';
  end if;
  perform refuse_unmet(unmet);
  new.by_id := app_person();
  new.at := app_now();
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  return new;
end
$$;
call give_function('transition_law()', 'kortelijn_gate', true);
create trigger transition_is_lawful before insert or update on role_transition for each row when (current_user = 'kortelijn_app')
  execute function transition_law();

-- Consultations ----------------------------------------------------------------------------------------------------------------------

drop policy asked_read on consultation;
create policy asked_read on consultation for select to kortelijn_app using (tenant_id = (select app_tenant()) and ((select runs_rounds())
  or (status <> 'draft' and starts_on <= (select app_today()) and (summary_for = 'members' or (roles && (select app_texts('roles'))
    and ((areas = '{}' and boards = '{}') or (select app_is('post_reader'))
      or areas && (select app_ids('reached_areas')) or boards && (select app_ids('reached_boards'))))))));
create policy runners_make on consultation for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select runs_rounds()));
create policy runners_change on consultation for update to kortelijn_app using (tenant_id = (select app_tenant()) and (select runs_rounds()))
  with check (tenant_id = (select app_tenant()));
grant insert (tenant_id, id, title, introduction, profile_id, edition, pilot_id, post_id, roles, areas, boards, anonymous, starts_on, ends_on),
  update (title, introduction, profile_id, edition, pilot_id, post_id, roles, areas, boards, anonymous, starts_on, ends_on, status, summary, summary_for)
  on consultation to kortelijn_app;
create policy gate_counts on consultation for update to kortelijn_gate using (true) with check (true);
grant update (version) on consultation to kortelijn_gate;

create policy runners_ask on consultation_question for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select runs_rounds())
  and exists (select from consultation c where c.tenant_id = consultation_question.tenant_id and c.id = consultation_question.consultation_id and c.status = 'draft'));
create policy runners_remove on consultation_question for delete to kortelijn_app using (tenant_id = (select app_tenant()) and (select runs_rounds())
  and exists (select from consultation c where c.tenant_id = consultation_question.tenant_id and c.id = consultation_question.consultation_id and c.status = 'draft'));
grant insert, delete on consultation_question to kortelijn_app;

create policy gate_answers on consultation_participant for insert to kortelijn_gate with check (true);
grant insert on consultation_participant to kortelijn_gate;
create policy gate_answers on consultation_answer for insert to kortelijn_gate with check (true);
create policy gate_settles on consultation_answer for update to kortelijn_gate using (true) with check (true);
create policy gate_replaces on consultation_answer for delete to kortelijn_gate using (true);
grant insert, update (outcome, outcome_words, version), delete on consultation_answer to kortelijn_gate;

/* Whether its answers may be read by who runs it: with a name always; without one only after the end, when at least five took part. */
create function may_open_answers(c consultation) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select not c.anonymous or (c.ends_on <= app_today() and 5 <= (
  select count(*) from consultation_participant p where p.tenant_id = c.tenant_id and p.consultation_id = c.id)) $$;
call give_function('may_open_answers(consultation)', 'kortelijn_gate', true);

/* draft -> open -> summarised. Once it is open nothing of it changes but its last day. */
create function round_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
begin
  -- Of another partnership nothing is told: the policies refuse it.
  if new.tenant_id is distinct from app_tenant() then return new; end if;
  if tg_op = 'INSERT' then
    new.status := 'draft';
    new.summary := null;
    new.summary_for := null;
    new.made_by := app_person();
    new.made_at := app_now();
    return new;
  end if;
  if old.status = 'summarised' or (new.status <> old.status and not (old.status, new.status) in (('draft', 'open'), ('open', 'draft'), ('open', 'summarised'))) then
    perform refuse_unmet('{stateAllows}');
  end if;
  if old.status = 'open' and (new.title, new.introduction, new.profile_id, new.edition, new.pilot_id, new.post_id, new.roles, new.areas, new.boards, new.anonymous, new.starts_on)
      is distinct from (old.title, old.introduction, old.profile_id, old.edition, old.pilot_id, old.post_id, old.roles, old.areas, old.boards, old.anonymous, old.starts_on) then
    unmet := unmet || text 'roundStays';
  end if;
  if old.status = 'draft' and new.status = 'open' then
    if not exists (select from consultation_question q where q.tenant_id = new.tenant_id and q.consultation_id = new.id) then
      unmet := unmet || text 'questionsGiven';
    end if;
    if new.starts_on < app_today() then unmet := unmet || text 'periodAhead'; end if;
    if (new.profile_id is not null and not exists (select from role_profile_edition e where e.tenant_id = new.tenant_id and e.profile_id = new.profile_id
          and e.nth = new.edition and e.status <> 'adopted'))
      or (new.pilot_id is not null and not exists (select from pilot p where p.tenant_id = new.tenant_id and p.id = new.pilot_id and p.status <> 'decided'))
      or (new.post_id is not null and not exists (select from post p where p.tenant_id = new.tenant_id and p.id = new.post_id
          and (p.published_at is null or p.published_at > app_now()))) then
      unmet := unmet || text 'subjectOpen';
    end if;
  elsif old.status = 'open' and new.status = 'draft' then
    if old.starts_on <= app_today() then unmet := unmet || text 'notBegun'; end if;
  elsif old.status = 'open' and new.status = 'open' then
    if old.ends_on <= app_today() or new.ends_on < app_today() then unmet := unmet || text 'stillRuns'; end if;
  elsif new.status = 'summarised' then
    if old.ends_on > app_today() then unmet := unmet || text 'hasEnded'; end if;
    if new.summary is null then unmet := unmet || text 'summaryGiven'; end if;
    if may_open_answers(old) and exists (select from consultation_answer a where a.tenant_id = new.tenant_id and a.consultation_id = new.id
        and a.text is not null and a.outcome is null) then
      unmet := unmet || text 'answersSettled';
    end if;
    new.ends_on := old.ends_on;
    new.summarised_at := app_now();
  end if;
  perform refuse_unmet(unmet);
  if new.status <> 'summarised' then
    new.summary := null;
    new.summary_for := null;
    new.summarised_at := null;
  end if;
  new.version := old.version + 1;
  return new;
end
$$;
call give_function('round_law()', 'kortelijn_gate', true);
create trigger round_is_lawful before insert or update on consultation for each row when (current_user = 'kortelijn_app')
  execute function round_law();

/* The edition that is asked about is in consultation from then on, and keeps the words that were asked about. */
create function round_opened() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update role_profile_edition set status = 'in_consultation', asked_body = body, changed_at = app_now(), version = version + 1
  where tenant_id = new.tenant_id and profile_id = new.profile_id and nth = new.edition and status in ('draft', 'in_consultation');
  return null;
end
$$;
call give_function('round_opened()', 'kortelijn_gate', true);
create trigger opening_shows_edition after update of status on consultation for each row
  when (new.status = 'open' and old.status = 'draft' and new.profile_id is not null) execute function round_opened();

/* A round that asks me, from its first day on; null: there is none. */
create function round_asking_me(p_id uuid) returns consultation
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select c from consultation c where c.tenant_id = app_tenant() and c.id = p_id and c.status <> 'draft' and c.starts_on <= app_today()
  and c.roles && app_texts('roles') and ((c.areas = '{}' and c.boards = '{}') or app_is('post_reader')
    or c.areas && app_ids('reached_areas') or c.boards && app_ids('reached_boards')) $$;
call give_function('round_asking_me(uuid)', 'kortelijn_gate', true);

/* Answers a round, all questions at once: [{nth, option | text}]. With a name: again until the end, in the place of what one said before.
   Without: once, and nothing in the database leads from who took part to what was said. Not by the order or the transaction either: at each
   answer all of them are written anew, in no order. False: there is no such round for this person. */
create function answer_round(p_id uuid, p_answers jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c consultation := round_asking_me(p_id);
  unmet text[] := '{}';
  mine uuid := app_person();
begin
  if c.id is null then return false; end if;
  -- One at a time, so that the last of two does not write back what the first rewrote.
  perform 1 from consultation x where x.tenant_id = c.tenant_id and x.id = c.id for no key update;
  if c.status <> 'open' or c.ends_on <= app_today() then unmet := unmet || text 'roundRuns'; end if;
  if jsonb_array_length(p_answers) = 0 then unmet := unmet || text 'somethingSaid'; end if;
  if c.anonymous and exists (select from consultation_participant p where p.tenant_id = c.tenant_id and p.consultation_id = c.id and p.person_id = mine) then
    unmet := unmet || text 'answeredBefore';
  end if;
  if exists (select from jsonb_to_recordset(p_answers) as a (nth int, option text, text text)
      left join consultation_question q on q.tenant_id = c.tenant_id and q.consultation_id = c.id and q.nth = a.nth
      where q.nth is null or case when q.options = '{}' then a.option is not null or a.text is null
        else a.text is not null or a.option is null or a.option <> all (q.options) end)
    or (select count(*) <> count(distinct a.nth) from jsonb_to_recordset(p_answers) as a (nth int)) then
    unmet := unmet || text 'answersFit';
  end if;
  perform refuse_unmet(unmet);
  insert into consultation_participant (tenant_id, consultation_id, person_id) values (c.tenant_id, c.id, mine) on conflict do nothing;
  if not c.anonymous then
    delete from consultation_answer a where a.tenant_id = c.tenant_id and a.consultation_id = c.id and a.person_id = mine;
  end if;
  insert into consultation_answer (tenant_id, consultation_id, id, nth, person_id, option, text)
  select c.tenant_id, c.id, gen_random_uuid(), a.nth, case when not c.anonymous then mine end, a.option, a.text
  from jsonb_to_recordset(p_answers) as a (nth int, option text, text text);
  if c.anonymous then
    with gone as (delete from consultation_answer a where a.tenant_id = c.tenant_id and a.consultation_id = c.id returning a.*)
    insert into consultation_answer (tenant_id, consultation_id, id, nth, option, text)
    select g.tenant_id, g.consultation_id, gen_random_uuid(), g.nth, g.option, g.text from gone g order by random();
  end if;
  return true;
end
$$;
call give_function('answer_round(uuid, jsonb)', 'kortelijn_gate');

/* What was done with answers, by who runs the round; after its end. Gives how many answers that are; null: no such round, or not theirs to read. */
create function settle_answers(p_id uuid, p_answers uuid[], p_outcome text, p_words text) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c consultation;
  unmet text[] := '{}';
  settled int;
begin
  select * into c from consultation x where x.tenant_id = app_tenant() and x.id = p_id for no key update;
  if c.id is null or not runs_rounds() then return null; end if;
  if c.status <> 'open' or c.ends_on > app_today() then unmet := unmet || text 'hasEnded'; end if;
  if not may_open_answers(c) then unmet := unmet || text 'enoughTookPart'; end if;
  perform refuse_unmet(unmet);
  update consultation_answer a set outcome = p_outcome, outcome_words = p_words, version = a.version + 1
  where a.tenant_id = c.tenant_id and a.consultation_id = c.id and a.id = any (p_answers);
  get diagnostics settled = row_count;
  if settled < cardinality(p_answers) then perform refuse_unmet('{answersKnown}'); end if;
  update consultation x set version = x.version + 1 where x.tenant_id = c.tenant_id and x.id = c.id;
  return settled;
end
$$;
call give_function('settle_answers(uuid, uuid[], text, text)', 'kortelijn_gate');

/* What came of a round: {asked, tookPart, open, answers, options, outcomes}. To who runs it: how many took part (without names, while it runs,
   in fives), and the answers as far as they may be opened. To other readers the numbers alone, once it was summarised. */
create function round_results(p_id uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c consultation;
  took int;
  open_ boolean;
begin
  if runs_rounds() then
    select * into c from consultation x where x.tenant_id = app_tenant() and x.id = p_id;
  else
    select * into c from consultation x where x.tenant_id = app_tenant() and x.id = p_id and x.status = 'summarised'
      and (x.summary_for = 'members' or (round_asking_me(p_id)).id is not null);
  end if;
  if c.id is null then return null; end if;
  select count(*) into took from consultation_participant p where p.tenant_id = c.tenant_id and p.consultation_id = c.id;
  open_ := may_open_answers(c);
  if c.anonymous and c.ends_on > app_today() then took := took - took % 5; end if;
  return jsonb_build_object('asked', (select count(*) from consultation_hearers(c, null, app_today())), 'tookPart', took, 'open', open_,
    'answers', case when open_ and runs_rounds() then (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'nth', a.nth, 'option', a.option, 'text', a.text,
        'outcome', a.outcome, 'outcomeWords', a.outcome_words, 'by', p.name) order by a.nth, p.name, a.id), '[]')
      from consultation_answer a left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
      where a.tenant_id = c.tenant_id and a.consultation_id = c.id) end,
    'options', case when open_ then (select coalesce(jsonb_agg(jsonb_build_object('nth', q.nth, 'option', o.option, 'n', (
        select count(*) from consultation_answer a where a.tenant_id = c.tenant_id and a.consultation_id = c.id and a.nth = q.nth and a.option = o.option))
        order by q.nth, o.place), '[]')
      from consultation_question q, unnest(q.options) with ordinality as o (option, place) where q.tenant_id = c.tenant_id and q.consultation_id = c.id) end,
    'outcomes', case when open_ then (select coalesce(jsonb_object_agg(x.outcome, x.n), '{}') from (select a.outcome, count(*) as n from consultation_answer a
      where a.tenant_id = c.tenant_id and a.consultation_id = c.id and a.outcome is not null group by a.outcome) x) end);
end
$$;
call give_function('round_results(uuid)', 'kortelijn_gate');

/* What a round is about, when that is no more than a draft: for whom it asks, on the days that it runs. Nothing else of a draft leaves. */
create function asked_about(p_id uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c consultation;
begin
  if runs_rounds() then
    select * into c from consultation x where x.tenant_id = app_tenant() and x.id = p_id;
  else
    c := round_asking_me(p_id);
    if c.status <> 'open' or c.ends_on <= app_today() then return null; end if;
  end if;
  if c.post_id is not null then
    return (select jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'lead', t.lead, 'body', t.body) order by t.original desc, t.language)
      from post_text t where t.tenant_id = c.tenant_id and t.post_id = c.post_id);
  end if;
  return (select jsonb_build_array(jsonb_build_object('language', 'nl', 'title', p.name, 'lead', null, 'body', p.difference))
    from pilot p where p.tenant_id = c.tenant_id and p.id = c.pilot_id);
end
$$;
call give_function('asked_about(uuid)', 'kortelijn_gate');

-- Pilots -----------------------------------------------------------------------------------------------------------------------------

create policy writers_make on pilot for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select app_is('post_writer')));
create policy writers_change on pilot for update to kortelijn_app using (tenant_id = (select app_tenant()) and (select runs_rounds()))
  with check (tenant_id = (select app_tenant()));
grant insert (tenant_id, id, name, difference, measures, ambition_id, starts_on, ends_on),
  update (name, difference, measures, ambition_id, starts_on, ends_on, status, decision, reasons) on pilot to kortelijn_app;
create policy writers_add on pilot_school for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select app_is('post_writer'))
  and exists (select from pilot p where p.tenant_id = pilot_school.tenant_id and p.id = pilot_school.pilot_id and p.status <> 'decided'));
create policy writers_change on pilot_school for update to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('post_writer'))
  and exists (select from pilot p where p.tenant_id = pilot_school.tenant_id and p.id = pilot_school.pilot_id and p.status <> 'decided'))
  with check (tenant_id = (select app_tenant()));
-- A school that took part stays in the story.
create policy writers_remove on pilot_school for delete to kortelijn_app using (tenant_id = (select app_tenant()) and (select app_is('post_writer'))
  and exists (select from pilot p where p.tenant_id = pilot_school.tenant_id and p.id = pilot_school.pilot_id and p.status = 'draft'));
grant insert, update (starts_on, ends_on), delete on pilot_school to kortelijn_app;

/* draft -> running -> decided. What runs is compared by what was written down before it began. */
create function pilot_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  unmet text[] := '{}';
begin
  -- Of another partnership nothing is told: the policies refuse it.
  if new.tenant_id is distinct from app_tenant() then return new; end if;
  if tg_op = 'INSERT' then
    new.status := 'draft';
    new.made_by := app_person();
    new.made_at := app_now();
    return new;
  end if;
  if old.status = 'decided' or (new.status <> old.status and not (old.status, new.status) in (('draft', 'running'), ('running', 'decided'))) then
    perform refuse_unmet('{stateAllows}');
  end if;
  if new.status = 'decided' then
    if not (app_is('partnership_director') or app_is('team_lead')) then
      raise exception using errcode = 'KL001', message = 'roleAllows';
    end if;
    if old.starts_on > app_today() then unmet := unmet || text 'hasBegun'; end if;
    if new.decision is null or new.reasons is null then unmet := unmet || text 'reasonsGiven'; end if;
    new.decided_by := app_person();
    new.decided_on := app_today();
  elsif not app_is('post_writer') then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  if old.status = 'draft' and new.status = 'running' then
    if new.measures = '{}' then unmet := unmet || text 'measuresGiven'; end if;
    if not exists (select from pilot_school s where s.tenant_id = new.tenant_id and s.pilot_id = new.id) then unmet := unmet || text 'schoolsGiven'; end if;
  end if;
  if old.status = 'running' and (new.name, new.difference, new.measures, new.ambition_id, new.starts_on)
      is distinct from (old.name, old.difference, old.measures, old.ambition_id, old.starts_on) then
    unmet := unmet || text 'pilotStays';
  end if;
  perform refuse_unmet(unmet);
  if new.status <> 'decided' then
    new.decision := null;
    new.reasons := null;
  end if;
  new.version := old.version + 1;
  return new;
end
$$;
call give_function('pilot_law()', 'kortelijn_gate', true);
create trigger pilot_is_lawful before insert or update on pilot for each row when (current_user = 'kortelijn_app')
  execute function pilot_law();

-- Fading -----------------------------------------------------------------------------------------------------------------------------

create policy eraser_reads on role_transition for select to kortelijn_eraser using (true);
create policy eraser_removes on role_transition for delete to kortelijn_eraser using (true);
grant select, delete on role_transition to kortelijn_eraser;
create policy eraser_reads on consultation for select to kortelijn_eraser using (true);
grant select on consultation to kortelijn_eraser;
create policy eraser_reads on consultation_participant for select to kortelijn_eraser using (true);
create policy eraser_removes on consultation_participant for delete to kortelijn_eraser using (true);
grant select, delete on consultation_participant to kortelijn_eraser;
create policy eraser_reads on consultation_answer for select to kortelijn_eraser using (true);
create policy eraser_removes on consultation_answer for delete to kortelijn_eraser using (true);
grant select, delete on consultation_answer to kortelijn_eraser;

/* Two years on: how somebody came into a role, who took part in a round, and what they said. What came of a round stays. Gives how many rows went. */
create function fade_development(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  gone int;
  all_gone int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  delete from role_transition t where t.on_date <= app_today() - interval '2 years';
  get diagnostics all_gone = row_count;
  delete from consultation_answer a using consultation c where c.tenant_id = a.tenant_id and c.id = a.consultation_id
    and c.ends_on <= app_today() - interval '2 years';
  get diagnostics gone = row_count;
  all_gone := all_gone + gone;
  delete from consultation_participant p using consultation c where c.tenant_id = p.tenant_id and c.id = p.consultation_id
    and c.ends_on <= app_today() - interval '2 years';
  get diagnostics gone = row_count;
  return all_gone + gone;
end
$$;
call give_function('fade_development(timestamptz)', 'kortelijn_eraser');
