-- Goals: who writes them, and the law of scales and scores. src/results/goals/goal.rules.ts explains the same law in Dutch words; a test
-- holds both against each other, need by need.

/* Goals to begin from. Every partnership edits its own list. */
create table goal_template (
  tenant_id uuid not null references tenant,
  id uuid not null,
  level text not null check (level in ('pupil', 'group', 'teacher', 'team', 'school')),
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  variable text not null check (btrim(variable) <> '' and length(variable) <= 200), -- the one thing its scale measures
  prompts text check (length(prompts) <= 2000), -- questions that help to describe the levels, one a line
  ended_on date,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint "a goal stands in the library once" unique (tenant_id, title)
);

alter table goal
  drop column template_code,
  add column template_id uuid,
  add column pupil boolean not null default false, -- of a question on a pupil: only who reads that question knows of it
  add column dropped_because text check (length(dropped_because) <= 2000),
  add foreign key (tenant_id, template_id) references goal_template,
  add constraint "a goal on a pupil belongs to a question on a pupil" check (pupil or level <> 'pupil');
create index goal_from_template on goal (tenant_id, template_id);
create index goal_newest on goal (tenant_id, made_at desc, id desc);

/* A title as people compare titles: without capitals, accents and marks. */
create function fold_title(p_title text) returns text language sql immutable strict
as $$
  select coalesce(nullif(btrim(regexp_replace(lower(regexp_replace(normalize(p_title, NFKD), '[\u0300-\u036f]', '', 'g')),
    '[^[:alnum:]]+', ' ', 'g')), ''), p_title)
$$;
-- The same goal of the same school in the same period stands there once; of a question on a pupil, once on that question.
alter table goal add constraint "one goal of a kind at a time" exclude using gist (tenant_id with =,
  (case when pupil then question_id else school_id end) with =, (fold_title(title)) with =, (daterange(starts_on, target_on, '[]')) with &&)
  where (dropped_at is null);

/* What a partnership begins with. */
create function begin_goals(p_tenant uuid) returns void language sql as $$
  insert into goal_template (tenant_id, id, level, title, variable, prompts)
  select p_tenant, gen_random_uuid(), level, title, variable, prompts from (values
    ('pupil', 'Zelf aan een taak beginnen', 'aantal minuten na de uitleg',
      E'Wat ziet u de leerling doen als het begin lukt?\nHoe lang duurt het nu, op een gewone dag?\nWelke hulp krijgt de leerling daarbij, en blijft die gelijk?'),
    ('pupil', 'Hulp vragen op een afgesproken manier', 'aantal keer per dag',
      E'Hoe vraagt de leerling nu om hulp?\nWelke manier spreekt u af?\nHoe vaak is die manier nodig op een gewone dag?'),
    ('pupil', 'Meedoen met de instructie', 'aantal minuten met aandacht bij een instructie',
      E'Waaraan ziet u dat de leerling meedoet?\nBij welk vak telt u?\nHoe lang lukt het nu?'),
    ('pupil', 'Naar school komen', 'aantal dagdelen per week aanwezig',
      E'Hoeveel dagdelen is de leerling er nu?\nWat is over een half jaar haalbaar?\nTelt een deel van een dagdeel mee?'),
    ('pupil', 'Rustig worden na een tegenslag', 'aantal minuten tot de leerling weer meedoet',
      E'Wat is een tegenslag voor deze leerling?\nWaaraan ziet u dat het over is?\nWie is er dan bij?'),
    ('group', 'Rustig wisselen tussen twee lessen', 'aantal minuten tot iedereen werkt',
      E'Welke wisselingen telt u?\nVanaf welk moment kijkt u op de klok?\nWat doen de kinderen als het lukt?'),
    ('group', 'Samen spelen op het plein', 'aantal ruzies per pauze waar een volwassene bij nodig is',
      E'Wie telt, en in welke pauze?\nWat noemt u een ruzie?\nWat doen de kinderen in plaats daarvan?'),
    ('group', 'Naar elkaar luisteren in de kring', 'aantal keer dat de leerkracht de kring stillegt',
      E'Hoe lang duurt de kring?\nWelke afspraak hebben de kinderen?\nWat gaat er nu al goed?'),
    ('teacher', 'De instructie afstemmen op drie groepen', 'aantal lessen per week waarin dat lukt',
      E'Bij welk vak begint u?\nWaaraan ziet iemand die meekijkt dat het lukt?\nWie kijkt er mee?'),
    ('teacher', 'Voorspelbaar reageren op gedrag', 'aantal keer op tien dat de afgesproken reactie volgt',
      E'Welk gedrag, en welke reactie?\nWie telt er, en wanneer?\nWat helpt u om het vol te houden?'),
    ('team', 'Dezelfde afspraken over gedrag in elke groep', 'aantal groepen waar de afspraken zichtbaar zijn',
      E'Welke afspraken horen erbij?\nWat ziet een bezoeker dan in een groep?\nWie loopt er rond, en wanneer?'),
    ('team', 'De groepsbespreking eindigt met een plan', 'aantal besprekingen op tien met een plan',
      E'Wat staat er ten minste in zo een plan?\nWie schrijft het op?\nWie kijkt het na?'),
    ('school', 'Ieder teamlid kent de weg naar ondersteuning', 'aantal teamleden op tien dat de weg kan uitleggen',
      E'Wat moet iemand kunnen vertellen?\nWie vraagt het na?\nHoe leert een nieuwe collega het?'),
    ('school', 'Een doorgaande lijn voor leren leren', 'aantal leerjaren waar de lijn wordt gebruikt',
      E'Wat hoort in elk leerjaar bij de lijn?\nWaaraan ziet u dat een groep haar gebruikt?\nIn welke leerjaren begint u?')
  ) as x (level, title, variable, prompts)
  on conflict do nothing;
$$;
create function goals_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$ begin perform begin_goals(new.tenant_id); return null; end $$;

call put_under_law('goal_template');
create policy members_read on goal_template for select to kortelijn_app using (tenant_id = (select app_tenant()));
create policy administrator_adds on goal_template for insert to kortelijn_app
  with check (tenant_id = (select app_tenant()) and (select app_is('administrator')));
create policy administrator_changes on goal_template for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and (select app_is('administrator'))) with check (tenant_id = (select app_tenant()));
grant select, insert, update (level, title, variable, prompts, ended_on, version) on goal_template to kortelijn_app;
create policy gate_begins on goal_template for insert to kortelijn_gate with check (true);
grant insert on goal_template to kortelijn_gate;
call give_function('begin_goals(uuid)', 'kortelijn_gate', true);
call give_function('goals_begin()', 'kortelijn_gate', true);
create trigger goals_begin after insert on tenant for each row execute function goals_begin();
set local role kortelijn_gate;
select begin_goals(tenant_id) from tenant;
reset role;

-- Who reads and writes -------------------------------------------------------------------------------------------------------

-- The same people as of question_words (0022), told by the goal's own columns: a list would ask for the words of every question.
drop policy with_its_words on goal;
create policy circle_reads on goal for select to kortelijn_app using (tenant_id = (select app_tenant()) and (
  school_id = any ((select app_ids('question_schools'))::uuid[])
  or (not pupil and (select app_is('team_lead')))
  or question_id = any ((select app_ids('asked'))::uuid[])
  or question_id = any ((select app_ids('assigned'))::uuid[])
  or question_id = any ((select app_ids('along'))::uuid[])
  or question_id = any ((select app_ids('agenda'))::uuid[])));

-- Who writes is said by the law below, which asks for a side in the question.
create policy side_makes on goal for insert to kortelijn_app with check (tenant_id = (select app_tenant()));
create policy side_changes on goal for update to kortelijn_app using (tenant_id = (select app_tenant()) and (
  school_id = any ((select app_ids('question_schools'))::uuid[]) or question_id = any ((select app_ids('assigned'))::uuid[])))
  with check (tenant_id = (select app_tenant()));
grant insert (tenant_id, id, question_id, level, title, variable, scale, template_id, starts_on, target_on) on goal to kortelijn_app;
grant update (level, title, variable, starts_on, target_on, dropped_because) on goal to kortelijn_app;

create policy side_describes on goal_level for insert to kortelijn_app with check (tenant_id = (select app_tenant()));
create policy side_describes_again on goal_level for update to kortelijn_app using (tenant_id = (select app_tenant()))
  with check (tenant_id = (select app_tenant()));
create policy side_removes on goal_level for delete to kortelijn_app using (tenant_id = (select app_tenant()));
grant insert, delete, update (description) on goal_level to kortelijn_app;
create policy side_scores on goal_score for insert to kortelijn_app with check (tenant_id = (select app_tenant()));
grant insert (tenant_id, id, goal_id, moment, scored_by, score, scored_on) on goal_score to kortelijn_app;

-- The law --------------------------------------------------------------------------------------------------------------------
-- It holds for the program; the guardians that remove text and a restore go past it.

/* Whom somebody scores for. */
create function goal_sides(q support_question) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select array_remove(array[
    case when relations && array['support_coordinator', 'school_director'] then 'school' end,
    case when 'specialist' = any (relations) then 'specialist' end], null)
  from (select question_relations(q, app_person(), app_today()) as relations) x
$$;

/* The question of a goal, held until the transaction ends: nobody completes or stops it meanwhile. Refuses who has no side in it. */
create function hold_goal_question(p_tenant uuid, p_question uuid) returns support_question
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  q support_question;
begin
  perform lock_question(p_tenant, p_question);
  select * into q from support_question where tenant_id = p_tenant and id = p_question;
  if q.id is null or goal_sides(q) = '{}' then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  return q;
end
$$;

create function refuse_unmet(p_unmet text[]) returns void language plpgsql
as $$
begin
  if p_unmet <> '{}' then
    raise exception using errcode = 'KL001', message = array_to_string(p_unmet, ',');
  end if;
end
$$;

create function is_under_way(q support_question) returns boolean language sql immutable
as $$ select q.status not in ('answered', 'declined', 'withdrawn', 'completed', 'stopped', 'followed_up') $$;

/* What policies and lists tell a goal by is its question's. */
create function goal_of_question() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  select q.school_id, q.level = 'pupil' into new.school_id, new.pupil
  from support_question q where q.tenant_id = new.tenant_id and q.id = new.question_id;
  return new;
end
$$;

create function goal_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  q support_question := hold_goal_question(new.tenant_id, new.question_id);
  unmet text[] := '{}';
begin
  if tg_op = 'INSERT' then
    new.made_by := app_person();
    new.made_at := app_now();
    new.version := 1;
  else
    if old.dropped_at is not null then unmet := unmet || text 'stillPursued'; end if;
    if (new.level, new.title, new.variable, new.starts_on) is distinct from (old.level, old.title, old.variable, old.starts_on)
      and exists (select from goal_score s where s.tenant_id = new.tenant_id and s.goal_id = new.id) then
      unmet := unmet || text 'beforeScores';
    end if;
    if new.dropped_because is distinct from old.dropped_because then
      new.dropped_at := app_now();
    end if;
    new.version := old.version + 1;
  end if;
  if not is_under_way(q) then unmet := unmet || text 'questionOpen'; end if;
  if new.level = 'pupil' and not new.pupil then unmet := unmet || text 'pupilQuestion'; end if;
  if new.target_on < new.starts_on then unmet := unmet || text 'periodInOrder'; end if;
  perform refuse_unmet(unmet);
  return new;
end
$$;

/* Levels are described before the first score, and stand from then on. */
create function goal_level_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  one goal_level := case tg_op when 'DELETE' then old else new end;
  g goal;
  q support_question;
  unmet text[] := '{}';
begin
  select * into g from goal where tenant_id = one.tenant_id and id = one.goal_id;
  q := hold_goal_question(one.tenant_id, g.question_id);
  if g.dropped_at is not null then unmet := unmet || text 'stillPursued'; end if;
  if not is_under_way(q) then unmet := unmet || text 'questionOpen'; end if;
  if exists (select from goal_score s where s.tenant_id = one.tenant_id and s.goal_id = one.goal_id) then
    unmet := unmet || text 'beforeScores';
  end if;
  if one.score not between 3 - g.scale and 2 then unmet := unmet || text 'onScale'; end if;
  perform refuse_unmet(unmet);
  return one;
end
$$;

create function goal_score_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  g goal;
  q support_question;
  before date; -- the day of what comes before this moment, by the same scorer
  unmet text[] := '{}';
begin
  select * into g from goal where tenant_id = new.tenant_id and id = new.goal_id;
  q := hold_goal_question(new.tenant_id, g.question_id);
  if not ((case new.scored_by when 'specialist' then 'specialist' else 'school' end) = any (goal_sides(q))) then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  new.entered_by := app_person();
  new.entered_at := app_now();
  select s.scored_on into before from goal_score s
  where s.tenant_id = new.tenant_id and s.goal_id = new.goal_id and s.scored_by = new.scored_by
    and s.moment = case new.moment when 'follow_up' then 'end' when 'start' then null else 'start' end
  order by s.entered_at desc, s.id desc limit 1;

  if g.dropped_at is not null then unmet := unmet || text 'stillPursued'; end if;
  if new.moment <> 'follow_up' and not is_under_way(q) then unmet := unmet || text 'questionOpen'; end if;
  if new.moment = 'follow_up' and q.status not in ('completed', 'followed_up') then unmet := unmet || text 'afterCompletion'; end if;
  if new.scored_by = 'parent' and g.level <> 'pupil' then unmet := unmet || text 'pupilLevel'; end if;
  if (select count(*) from goal_level l where l.tenant_id = g.tenant_id and l.goal_id = g.id) < g.scale then
    unmet := unmet || text 'levelsDescribed';
  end if;
  if new.score not between 3 - g.scale and 2 then unmet := unmet || text 'onScale'; end if;
  if new.scored_on > app_today() then unmet := unmet || text 'notAhead'; end if;
  if new.moment = 'start' and exists (select from goal_score s
      where s.tenant_id = new.tenant_id and s.goal_id = new.goal_id and s.moment = 'end') then
    unmet := unmet || text 'beforeEndScore';
  end if;
  if new.moment = 'follow_up' and before is null then unmet := unmet || text 'endFirst'; end if;
  if before > new.scored_on then unmet := unmet || text 'inOrder'; end if;
  perform refuse_unmet(unmet);
  return new;
end
$$;

/* A question that has goals keeps its level: a goal on a pupil would come to stand among those of the school. */
create function question_level_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select from goal g where g.tenant_id = new.tenant_id and g.question_id = new.id) then
    raise exception using errcode = 'KL001', message = 'levelHasGoals';
  end if;
  return new;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['goal_sides(support_question)', 'hold_goal_question(uuid, uuid)', 'goal_of_question()', 'goal_law()',
    'goal_level_law()', 'goal_score_law()', 'question_level_law()'] loop
    call give_function(name::regprocedure, 'kortelijn_gate', true);
  end loop;
end
$$;
create trigger goal_follows_question before insert on goal for each row execute function goal_of_question();
create trigger goal_is_lawful before insert or update on goal for each row when (current_user = 'kortelijn_app') execute function goal_law();
create trigger level_is_lawful before insert or update or delete on goal_level for each row when (current_user = 'kortelijn_app')
  execute function goal_level_law();
create trigger score_is_lawful before insert on goal_score for each row when (current_user = 'kortelijn_app') execute function goal_score_law();
create trigger level_stays_with_goals before update of level on support_question for each row
  when (current_user = 'kortelijn_app' and new.level is distinct from old.level) execute function question_level_law();
