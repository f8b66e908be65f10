-- The ondersteuningsplan: what a partnership promises for some four years, its priorities and ambitions, and how far it is with them. Who
-- writes it, which road it takes, and that what was adopted is never written over: an ambition then changes with a day and a reason.
-- The same moves as src/plans/support-plan/*.rules.ts.

-- Shapes ------------------------------------------------------------------------------------------------------------------------------

create table support_plan (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (btrim(name) <> '' and length(name) <= 120),
  starts_on date not null,
  ends_on date not null, -- half-open
  pages int check (pages between 1 and 2000), -- how many the document has; null: not known yet
  status text not null default 'draft' check (status in ('draft', 'discussed', 'consented', 'adopted')),
  discussed_on date,
  discussed_with text check (btrim(discussed_with) <> '' and length(discussed_with) <= 300), -- municipalities
  consented_on date,
  adopted_on date,
  made_by uuid not null,
  made_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, made_by) references person,
  constraint "a plan ends after it begins, within five years" check (ends_on > starts_on and ends_on <= starts_on + interval '5 years'),
  constraint "a plan has the days of the steps it took" check ((discussed_on is null) = (status = 'draft')
    and (discussed_with is null) = (status = 'draft') and (consented_on is null) = (status in ('draft', 'discussed'))
    and (adopted_on is null) = (status <> 'adopted') and discussed_on <= consented_on and consented_on <= adopted_on),
  constraint "one adopted plan at a time" exclude using gist (tenant_id with =, (daterange(starts_on, ends_on)) with &&) where (status = 'adopted')
);
create unique index "a support plan has a name of its own" on support_plan (tenant_id, lower(name));
create index support_plan_newest on support_plan (tenant_id, starts_on desc, id desc);
create index support_plan_made_by on support_plan (tenant_id, made_by);

/* Each step it took, in order: what was said stays, also when a plan goes back to its writers. */
create table support_plan_entry (
  tenant_id uuid not null references tenant,
  plan_id uuid not null,
  id uuid not null,
  step text not null check (step in ('discuss', 'consent', 'adopt', 'reopen')),
  on_date date, -- when it was so; of what goes back: the day it is written down
  words text check (btrim(words) <> '' and length(words) <= 2000), -- with whom it was discussed; why it goes back
  by_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, plan_id, id),
  foreign key (tenant_id, plan_id) references support_plan,
  foreign key (tenant_id, by_id) references person
);
create index support_plan_entry_by on support_plan_entry (tenant_id, by_id);

/* The document of the plan, and the report of the talk with the municipalities (op overeenstemming gericht overleg): a PDF each. */
create table support_plan_file (
  tenant_id uuid not null references tenant,
  plan_id uuid not null,
  kind text not null check (kind in ('plan', 'talk')),
  id uuid not null,
  name text not null check (btrim(name) <> '' and length(name) <= 200),
  size int not null check (size between 1 and 10000000),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (tenant_id, plan_id, kind),
  unique (tenant_id, id),
  foreign key (tenant_id, plan_id) references support_plan,
  foreign key (tenant_id, added_by) references person
);
create index support_plan_file_added_by on support_plan_file (tenant_id, added_by);
create table support_plan_file_content (
  tenant_id uuid not null references tenant,
  file_id uuid not null,
  bytes bytea not null check (octet_length(bytes) between 1 and 10000000),
  primary key (tenant_id, file_id),
  foreign key (tenant_id, file_id) references support_plan_file (tenant_id, id)
);
alter table support_plan_file_content alter column bytes set storage external;

create table priority (
  tenant_id uuid not null references tenant,
  id uuid not null,
  plan_id uuid not null,
  position int not null check (position between 1 and 99),
  name text not null check (btrim(name) <> '' and length(name) <= 120),
  page int check (page between 1 and 2000),
  body text check (btrim(body) <> '' and length(body) <= 10000), -- Markdown
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references support_plan
);
create unique index "a priority stands in its plan once" on priority (tenant_id, plan_id, lower(name));

-- An ambition stands in the list of the partnership (0037) or, from now on, in a priority of a plan: with what it is measured by.
alter table ambition
  add column priority_id uuid,
  add column is_draft boolean not null default false, -- of a plan that is not adopted
  add column page int check (page between 1 and 2000),
  add column body text check (btrim(body) <> '' and length(body) <= 4000), -- what it is about, Markdown
  add column indicator text check (btrim(indicator) <> '' and length(indicator) <= 300),
  add column unit text check (btrim(unit) <> '' and length(unit) <= 40),
  add column start_value numeric(12, 2),
  add column target_value numeric(12, 2),
  add column target_on date,
  add column owner_id uuid,
  add column measure text check (measure ~ '^[a-z_]{2,40}$'), -- code of a figure that tells it; null: the owner does
  add foreign key (tenant_id, priority_id) references priority,
  add foreign key (tenant_id, owner_id) references person,
  add constraint "what is measured stands in a plan" check (priority_id is not null
    or (not is_draft and num_nonnulls(page, body, indicator, unit, start_value, target_value, target_on, owner_id, measure) = 0));
create index ambition_of_priority on ambition (tenant_id, priority_id);
create index ambition_of_owner on ambition (tenant_id, owner_id);
-- The next plan may hold an ambition of the same name.
drop index "an ambition stands in the list once";
create unique index "an ambition stands in the list once" on ambition (tenant_id, lower(name)) where priority_id is null;
create unique index "an ambition stands in its priority once" on ambition (tenant_id, priority_id, lower(name)) where priority_id is not null;

/* How far it is on a day, as its owner saw it. A day that is told again counts as it was told last. */
create table ambition_reading (
  tenant_id uuid not null references tenant,
  ambition_id uuid not null,
  id uuid not null,
  on_date date not null,
  value numeric(12, 2) not null,
  note text check (btrim(note) <> '' and length(note) <= 1000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, ambition_id, id),
  foreign key (tenant_id, ambition_id) references ambition,
  foreign key (tenant_id, by_id) references person
);
create index ambition_reading_by on ambition_reading (tenant_id, by_id);

/* What was changed of an ambition after it was adopted: the reason, and each part as it was before. */
create table ambition_change (
  tenant_id uuid not null references tenant,
  ambition_id uuid not null,
  id uuid not null,
  reason text not null check (btrim(reason) <> '' and length(reason) <= 2000),
  before jsonb not null,
  after jsonb not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, ambition_id, id),
  foreign key (tenant_id, ambition_id) references ambition,
  foreign key (tenant_id, by_id) references person
);
create index ambition_change_by on ambition_change (tenant_id, by_id);

-- Who reads what ----------------------------------------------------------------------------------------------------------------------

create function writes_support_plan() returns boolean language sql stable
as $$ select app_texts('roles') && array['team_lead', 'policy_adviser', 'partnership_director'] $$;

do $$
declare
  name text;
begin
  foreach name in array array['support_plan', 'support_plan_entry', 'support_plan_file', 'support_plan_file_content', 'priority',
    'ambition_reading', 'ambition_change'] loop
    call put_under_law(name::regclass);
    execute format('grant select on %I to kortelijn_app', name);
  end loop;
  foreach name in array array['support_plan_entry', 'support_plan_file', 'priority'] loop
    execute format('create policy with_its_plan on %1$I for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
      select from support_plan p where p.tenant_id = %1$I.tenant_id and p.id = %1$I.plan_id))', name);
  end loop;
  foreach name in array array['ambition_reading', 'ambition_change'] loop
    execute format('create policy with_its_ambition on %1$I for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
      select from ambition a where a.tenant_id = %1$I.tenant_id and a.id = %1$I.ambition_id))', name);
  end loop;
end
$$;
-- What is being written is its writers'; what was adopted is every member's.
create policy members_read_adopted on support_plan for select to kortelijn_app using (tenant_id = (select app_tenant())
  and (status = 'adopted' or (select writes_support_plan())));
create policy with_its_file on support_plan_file_content for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from support_plan_file f where f.tenant_id = support_plan_file_content.tenant_id and f.id = support_plan_file_content.file_id));
drop policy members_read on ambition;
create policy members_read on ambition for select to kortelijn_app using (tenant_id = (select app_tenant())
  and (not is_draft or (select writes_support_plan())));

-- Who writes --------------------------------------------------------------------------------------------------------------------------

create policy writers_make on support_plan for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select writes_support_plan()));
create policy writers_change on support_plan for update to kortelijn_app using (tenant_id = (select app_tenant()) and (select writes_support_plan()))
  with check (tenant_id = (select app_tenant()));
create policy gate_moves on support_plan for update to kortelijn_gate using (true) with check (true);
grant insert (tenant_id, id, name, starts_on, ends_on, pages), update (name, starts_on, ends_on, pages) on support_plan to kortelijn_app;
grant update (status, discussed_on, discussed_with, consented_on, adopted_on, version) on support_plan to kortelijn_gate;

create policy writers_step on support_plan_entry for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select writes_support_plan()));
grant insert (tenant_id, plan_id, id, step, on_date, words) on support_plan_entry to kortelijn_app;

create policy writers_make on priority for insert to kortelijn_app with check (tenant_id = (select app_tenant()) and (select writes_support_plan()));
create policy writers_change on priority for update to kortelijn_app using (tenant_id = (select app_tenant()) and (select writes_support_plan()))
  with check (tenant_id = (select app_tenant()));
create policy writers_remove on priority for delete to kortelijn_app using (tenant_id = (select app_tenant()) and (select writes_support_plan()));
grant insert (tenant_id, id, plan_id, position, name, page, body), update (position, name, page, body), delete on priority to kortelijn_app;

create policy plan_writers_make on ambition for insert to kortelijn_app with check (tenant_id = (select app_tenant())
  and priority_id is not null and (select writes_support_plan()));
create policy plan_writers_change on ambition for update to kortelijn_app
  using (tenant_id = (select app_tenant()) and priority_id is not null and (select writes_support_plan()))
  with check (tenant_id = (select app_tenant()) and priority_id is not null);
create policy plan_writers_remove on ambition for delete to kortelijn_app
  using (tenant_id = (select app_tenant()) and is_draft and (select writes_support_plan()));
create policy gate_changes on ambition for update to kortelijn_gate using (true) with check (true);
grant update (page, body, indicator, unit, start_value, target_value, target_on, owner_id, measure), delete on ambition to kortelijn_app;
grant update (is_draft, name, starts_on, ends_on, page, body, indicator, unit, start_value, target_value, target_on, owner_id, measure, version)
  on ambition to kortelijn_gate;

create policy owner_reads_off on ambition_reading for insert to kortelijn_app with check (tenant_id = (select app_tenant()));
grant insert (tenant_id, ambition_id, id, on_date, value, note) on ambition_reading to kortelijn_app;
create policy gate_keeps on ambition_change for insert to kortelijn_gate with check (true);
grant insert on ambition_change to kortelijn_gate;
create policy gate_keeps on support_plan_file for insert to kortelijn_gate with check (true);
create policy gate_keeps on support_plan_file_content for insert to kortelijn_gate with check (true);
create policy gate_replaces on support_plan_file for delete to kortelijn_gate using (true);
create policy gate_replaces on support_plan_file_content for delete to kortelijn_gate using (true);
grant insert, delete on support_plan_file, support_plan_file_content to kortelijn_gate;

-- The law of a plan -------------------------------------------------------------------------------------------------------------------

/* A plan that its writer still changes, held until the transaction ends. */
create function hold_open_plan(p_tenant uuid, p_plan uuid) returns support_plan
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  plan support_plan;
begin
  if not writes_support_plan() then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  select * into plan from support_plan p where p.tenant_id = p_tenant and p.id = p_plan for no key update;
  if plan.status not in ('draft', 'discussed') then perform refuse_unmet('{planStands}'); end if;
  return plan;
end
$$;
call give_function('hold_open_plan(uuid, uuid)', 'kortelijn_gate', true);

/* Its name, period and length change until the council consents; where its ambitions run follows. */
create function support_plan_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  -- Of another partnership nothing is told: the policies refuse it.
  if new.tenant_id is distinct from app_tenant() then return new; end if;
  if not writes_support_plan() then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  if tg_op = 'INSERT' then
    new.made_by := app_person();
    new.made_at := app_now();
    return new;
  end if;
  if old.status not in ('draft', 'discussed') then perform refuse_unmet('{planStands}'); end if;
  if exists (select from priority p left join ambition a on a.tenant_id = p.tenant_id and a.priority_id = p.id
      where p.tenant_id = new.tenant_id and p.plan_id = new.id and greatest(p.page, a.page) > new.pages) then
    perform refuse_unmet('{pageInPlan}');
  end if;
  if (new.starts_on, new.ends_on) <> (old.starts_on, old.ends_on) then
    update ambition a set starts_on = new.starts_on, ends_on = new.ends_on, version = a.version + 1
    from priority p where p.tenant_id = new.tenant_id and p.plan_id = new.id and a.tenant_id = p.tenant_id and a.priority_id = p.id;
  end if;
  new.version := old.version + 1;
  return new;
end
$$;
call give_function('support_plan_law()', 'kortelijn_gate', true);
create trigger support_plan_is_lawful before insert or update on support_plan for each row when (current_user = 'kortelijn_app')
  execute function support_plan_law();

/* What an ambition lacks to be adopted: nothing when it says what is measured, from where, to where, by when and whose it is. */
create function is_whole(a ambition) returns boolean language sql immutable
as $$ select num_nulls(a.indicator, a.start_value, a.target_value, a.target_on, a.owner_id) = 0 and num_nonnulls(a.unit, a.measure) > 0 $$;

/* draft -> discussed (with the municipalities) -> consented (by the council) -> adopted; before that it can go back to its writers. */
create function support_plan_step_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  plan support_plan;
  unmet text[] := '{}';
  before date;
begin
  -- Of another partnership nothing is told: the policies refuse it.
  if new.tenant_id is distinct from app_tenant() then return new; end if;
  if not (app_texts('roles') && case new.step when 'adopt' then array['partnership_director', 'team_lead']
      else array['team_lead', 'policy_adviser', 'partnership_director'] end) then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  select * into plan from support_plan p where p.tenant_id = new.tenant_id and p.id = new.plan_id for no key update;
  if not found then
    raise insufficient_privilege using message = 'no such plan';
  end if;
  if not coalesce((plan.status, new.step) in (('draft', 'discuss'), ('discussed', 'consent'), ('consented', 'adopt'), ('discussed', 'reopen'),
      ('consented', 'reopen')), false) then
    unmet := unmet || text 'stateAllows';
  end if;
  if new.step = 'reopen' then
    new.on_date := app_today();
    if new.words is null then unmet := unmet || text 'reasonsGiven'; end if;
  else
    before := case new.step when 'consent' then plan.discussed_on when 'adopt' then plan.consented_on end;
    if new.on_date is null or new.on_date > app_today() then unmet := unmet || text 'dayPassed';
    elsif new.on_date < before then unmet := unmet || text 'daysInOrder'; end if;
    if new.step <> 'discuss' then new.words := null;
    elsif new.words is null then unmet := unmet || text 'withGiven'; end if;
    if not exists (select from priority p join ambition a on a.tenant_id = p.tenant_id and a.priority_id = p.id
        where p.tenant_id = new.tenant_id and p.plan_id = new.plan_id) then
      unmet := unmet || text 'ambitionsGiven';
    end if;
  end if;
  if new.step = 'adopt' then
    if exists (select from priority p join ambition a on a.tenant_id = p.tenant_id and a.priority_id = p.id
        where p.tenant_id = new.tenant_id and p.plan_id = new.plan_id and not is_whole(a)) then
      unmet := unmet || text 'ambitionsWhole';
    end if;
    if not exists (select from support_plan_file f where f.tenant_id = new.tenant_id and f.plan_id = new.plan_id and f.kind = 'plan') then
      unmet := unmet || text 'documentGiven';
    end if;
    if exists (select from support_plan p where p.tenant_id = new.tenant_id and p.id <> new.plan_id and p.status = 'adopted'
        and p.starts_on < plan.ends_on and p.ends_on > plan.starts_on) then
      unmet := unmet || text 'periodFree';
    end if;
  end if;
  perform refuse_unmet(unmet);
  new.by_id := app_person();
  new.at := app_now();
  update support_plan p set version = p.version + 1,
    status = case new.step when 'discuss' then 'discussed' when 'consent' then 'consented' when 'adopt' then 'adopted' else 'draft' end,
    discussed_on = case new.step when 'discuss' then new.on_date when 'reopen' then null else p.discussed_on end,
    discussed_with = case new.step when 'discuss' then left(new.words, 300) when 'reopen' then null else p.discussed_with end,
    consented_on = case new.step when 'consent' then new.on_date when 'reopen' then null else p.consented_on end,
    adopted_on = case new.step when 'adopt' then new.on_date end
  where p.tenant_id = new.tenant_id and p.id = new.plan_id;
  if new.step = 'adopt' then
    update ambition a set is_draft = false, version = a.version + 1
    from priority p where p.tenant_id = new.tenant_id and p.plan_id = new.plan_id and a.tenant_id = p.tenant_id and a.priority_id = p.id;
  end if;
  return new;
end
$$;
call give_function('support_plan_step_law()', 'kortelijn_gate', true);
create trigger support_plan_step_is_lawful before insert on support_plan_entry for each row when (current_user = 'kortelijn_app')
  execute function support_plan_step_law();

/* The document until the council consents; the report of the talk until the plan is adopted. The one before it goes. */
create function keep_plan_file(p_plan uuid, p_kind text, p_id uuid, p_name text, p_bytes bytea) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  plan support_plan;
begin
  if not writes_support_plan() then
    raise insufficient_privilege using message = 'no writer of plans today';
  end if;
  select * into plan from support_plan p where p.tenant_id = app_tenant() and p.id = p_plan for no key update;
  if not found then
    raise insufficient_privilege using message = 'no such plan';
  end if;
  if plan.status = 'adopted' or (p_kind = 'plan' and plan.status = 'consented') then perform refuse_unmet('{planStands}'); end if;
  with gone as (select f.id from support_plan_file f where f.tenant_id = app_tenant() and f.plan_id = p_plan and f.kind = p_kind)
  delete from support_plan_file_content c using gone where c.tenant_id = app_tenant() and c.file_id = gone.id;
  delete from support_plan_file f where f.tenant_id = app_tenant() and f.plan_id = p_plan and f.kind = p_kind;
  insert into support_plan_file (tenant_id, plan_id, kind, id, name, size, added_by, added_at)
  values (app_tenant(), p_plan, p_kind, p_id, p_name, octet_length(p_bytes), app_person(), app_now());
  insert into support_plan_file_content (tenant_id, file_id, bytes) values (app_tenant(), p_id, p_bytes);
  update support_plan p set version = p.version + 1 where p.tenant_id = app_tenant() and p.id = p_plan;
end
$$;
call give_function('keep_plan_file(uuid, text, uuid, text, bytea)', 'kortelijn_gate');

-- The law of priorities and ambitions -------------------------------------------------------------------------------------------------

create function priority_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  plan support_plan;
  one priority := case tg_op when 'DELETE' then old else new end;
begin
  -- Of another partnership nothing is told: the policies refuse it.
  if one.tenant_id is distinct from app_tenant() then return one; end if;
  plan := hold_open_plan(one.tenant_id, one.plan_id);
  if tg_op = 'DELETE' then
    if exists (select from ambition a where a.tenant_id = old.tenant_id and a.priority_id = old.id) then perform refuse_unmet('{noAmbitions}'); end if;
    return old;
  end if;
  if new.page > plan.pages then perform refuse_unmet('{pageInPlan}'); end if;
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  return new;
end
$$;
call give_function('priority_law()', 'kortelijn_gate', true);
create trigger priority_is_lawful before insert or update or delete on priority for each row when (current_user = 'kortelijn_app')
  execute function priority_law();

/* In a plan that is being written it is a draft, and runs as long as the plan. Once that is adopted only how heavily planning weighs it
   changes by itself; all else goes through change_ambition. What stands in the list of the partnership is its setters'. */
create function ambition_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  plan support_plan;
  one ambition := case tg_op when 'DELETE' then old else new end;
begin
  -- Of another partnership nothing is told: the policies refuse it.
  if one.tenant_id is distinct from app_tenant() then return one; end if;
  if one.priority_id is null then
    if tg_op = 'DELETE' then perform refuse_unmet('{planStands}'); end if;
    if tg_op = 'INSERT' then new.is_draft := false; end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and not old.is_draft then
    if (to_jsonb(new) - array['weight', 'version']) <> (to_jsonb(old) - array['weight', 'version']) then perform refuse_unmet('{ambitionStands}'); end if;
    if not (app_is('team_lead') or app_is('administrator')) then
      raise exception using errcode = 'KL001', message = 'roleAllows';
    end if;
    new.version := old.version + 1;
    return new;
  end if;
  plan := hold_open_plan(one.tenant_id, (select p.plan_id from priority p where p.tenant_id = one.tenant_id and p.id = one.priority_id));
  if tg_op = 'DELETE' then return old; end if;
  if new.page > plan.pages then perform refuse_unmet('{pageInPlan}'); end if;
  if new.target_on <= plan.starts_on then perform refuse_unmet('{targetAhead}'); end if;
  new.starts_on := plan.starts_on;
  new.ends_on := plan.ends_on;
  if tg_op = 'INSERT' then new.is_draft := true; else new.version := old.version + 1; end if;
  return new;
end
$$;
call give_function('ambition_law()', 'kortelijn_gate', true);
create trigger ambition_is_lawful before insert or update or delete on ambition for each row when (current_user = 'kortelijn_app')
  execute function ambition_law();

/* What an ambition of an adopted plan says from now on; what it said before stays, with the reason. p: parts of a row that change. */
create function change_ambition(p_id uuid, p_change uuid, p_reason text, p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  old_one ambition;
  new_one ambition;
  parts text[] := array['name', 'ends_on', 'page', 'body', 'indicator', 'unit', 'start_value', 'target_value', 'target_on', 'owner_id', 'measure'];
  before jsonb;
  after jsonb;
  unmet text[] := '{}';
begin
  select * into old_one from ambition a where a.tenant_id = app_tenant() and a.id = p_id and writes_support_plan() for update;
  if not found then
    raise insufficient_privilege using message = 'no such ambition for this person';
  end if;
  if old_one.priority_id is null or old_one.is_draft then perform refuse_unmet('{stateAllows}'); end if;
  new_one := jsonb_populate_record(old_one, (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p) where key = any (parts)));
  select coalesce(jsonb_object_agg(o.key, o.value), '{}'), coalesce(jsonb_object_agg(o.key, n.value), '{}') into before, after
  from jsonb_each(to_jsonb(old_one)) o join jsonb_each(to_jsonb(new_one)) n on n.key = o.key and n.value <> o.value where o.key = any (parts);
  if before = '{}' then unmet := unmet || text 'somethingChanged'; end if;
  if coalesce(btrim(p_reason), '') = '' then unmet := unmet || text 'reasonsGiven'; end if;
  if not is_whole(new_one) then unmet := unmet || text 'ambitionWhole'; end if;
  if new_one.target_on <= new_one.starts_on then unmet := unmet || text 'targetAhead'; end if;
  if new_one.ends_on is null or new_one.ends_on <= new_one.starts_on
    or new_one.ends_on > (select p.ends_on from priority i join support_plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
      where i.tenant_id = new_one.tenant_id and i.id = new_one.priority_id) then
    unmet := unmet || text 'endsInPlan';
  end if;
  if new_one.page > (select p.pages from priority i join support_plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
      where i.tenant_id = new_one.tenant_id and i.id = new_one.priority_id) then
    unmet := unmet || text 'pageInPlan';
  end if;
  perform refuse_unmet(unmet);
  insert into ambition_change (tenant_id, ambition_id, id, reason, before, after, by_id, at)
  values (app_tenant(), p_id, p_change, p_reason, before, after, app_person(), app_now());
  update ambition a set name = new_one.name, ends_on = new_one.ends_on, page = new_one.page, body = new_one.body, indicator = new_one.indicator,
    unit = new_one.unit, start_value = new_one.start_value, target_value = new_one.target_value, target_on = new_one.target_on,
    owner_id = new_one.owner_id, measure = new_one.measure, version = a.version + 1
  where a.tenant_id = app_tenant() and a.id = p_id;
end
$$;
call give_function('change_ambition(uuid, uuid, text, jsonb)', 'kortelijn_gate');

/* By its owner, of a day that was, as long as no figure tells it. */
create function ambition_reading_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  a ambition;
  unmet text[] := '{}';
begin
  -- Of another partnership nothing is told: the policies refuse it.
  if new.tenant_id is distinct from app_tenant() then return new; end if;
  select * into a from ambition x where x.tenant_id = new.tenant_id and x.id = new.ambition_id and (not x.is_draft or writes_support_plan()) for no key update;
  if not found then
    raise insufficient_privilege using message = 'no such ambition for this person';
  end if;
  if a.owner_id is distinct from app_person() then
    raise exception using errcode = 'KL001', message = 'roleAllows';
  end if;
  if a.is_draft then unmet := unmet || text 'planAdopted'; end if;
  if a.measure is not null then unmet := unmet || text 'noMeasureTells'; end if;
  if new.on_date > app_today() or new.on_date < a.starts_on - 366 then unmet := unmet || text 'dayReadable'; end if;
  perform refuse_unmet(unmet);
  new.by_id := app_person();
  new.at := app_now();
  update ambition x set version = x.version + 1 where x.tenant_id = new.tenant_id and x.id = new.ambition_id;
  return new;
end
$$;
call give_function('ambition_reading_law()', 'kortelijn_gate', true);
create trigger ambition_reading_is_lawful before insert on ambition_reading for each row when (current_user = 'kortelijn_app')
  execute function ambition_reading_law();

-- What points at an ambition ----------------------------------------------------------------------------------------------------------

alter table question_entry add column ambition_id uuid, add foreign key (tenant_id, ambition_id) references ambition,
  add constraint "an ambition is said at triage" check (ambition_id is null or step = 'triage');
create index question_entry_for_ambition on question_entry (tenant_id, ambition_id);
alter table support_question add column ambition_id uuid, add foreign key (tenant_id, ambition_id) references ambition;
create index question_for_ambition on support_question (tenant_id, ambition_id);
alter table goal add column ambition_id uuid, add foreign key (tenant_id, ambition_id) references ambition;
create index goal_for_ambition on goal (tenant_id, ambition_id);
grant insert (ambition_id), update (ambition_id) on goal to kortelijn_app;
alter table post add column ambition_id uuid, add foreign key (tenant_id, ambition_id) references ambition;
create index post_for_ambition on post (tenant_id, ambition_id);
grant update (ambition_id) on post to kortelijn_gate;
grant update (ambition_id) on support_question to kortelijn_gate;

/* Nothing points at what is only being written; with an argument, nor at what is not there, which others look at themselves. */
create function ambition_is_known() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if coalesce((select a.is_draft from ambition a where a.tenant_id = new.tenant_id and a.id = new.ambition_id), tg_nargs > 0) then
    perform refuse_unmet('{ambitionKnown}');
  end if;
  return new;
end
$$;
call give_function('ambition_is_known()', 'kortelijn_gate', true);
do $$
declare
  name text;
begin
  foreach name in array array['question_entry', 'goal', 'post', 'pilot', 'stationing_ambition', 'visit_share', 'expected_need'] loop
    execute format('create trigger %I before insert or update of ambition_id on %I for each row when (new.ambition_id is not null)
      execute function ambition_is_known(%s)', name || '_ambition_is_known', name, case when name in ('question_entry', 'goal') then '''strictly''' end);
  end loop;
end
$$;

/* Said at triage by who looks at the question; what stands there then is what is counted. */
create function question_ambition_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update support_question set ambition_id = new.ambition_id
  where tenant_id = new.tenant_id and id = new.question_id and ambition_id is distinct from new.ambition_id;
  return null;
end
$$;
call give_function('question_ambition_follows()', 'kortelijn_gate', true);
create trigger question_ambition_follows after insert on question_entry for each row when (new.step = 'triage') execute function question_ambition_follows();

/* As it stands in 0044; and a post can be about an ambition. */
create or replace function save_post(p_id uuid, p_version int, p jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before post;
  unmet text[];
  wanted text[] := texts_of(p->'topics');
  its_areas uuid[] := (select coalesce(array_agg(a.id order by a.id), '{}') from area a where a.tenant_id = app_tenant() and a.code = any (texts_of(p->'areas')));
  its_boards uuid[] := (select coalesce(array_agg(b.id order by b.id), '{}') from board b where b.tenant_id = app_tenant() and b.code = any (texts_of(p->'boards')));
begin
  if not app_is('post_writer') then
    raise insufficient_privilege using message = 'no writer of posts today';
  end if;
  if p_version is not null then before := lock_post(p_id, p_version); end if;
  unmet := array_remove(array[
    case when before.published_at <= app_now() then 'stateAllows' end,
    -- What goes out by itself stays whole until it does; of its words the end of this function asks.
    case when before.published_at is not null and texts_of(p->'audiences') = '{}' then 'audienceGiven' end,
    case when cardinality(its_areas) < cardinality(texts_of(p->'areas')) then 'areaKnown' end,
    case when cardinality(its_boards) < cardinality(texts_of(p->'boards')) then 'boardKnown' end,
    case when exists (select from unnest(wanted) i where i <> all (coalesce(before.topics, '{}')) and not exists (
      select from topic t where t.tenant_id = app_tenant() and t.code = i and (t.ended_on is null or t.ended_on > app_today()))) then 'topicKnown' end,
    case when p->>'pilotId' is not null and not exists (select from pilot x where x.tenant_id = app_tenant() and x.id = (p->>'pilotId')::uuid) then 'pilotKnown' end,
    case when p->>'ambitionId' is not null and not exists (select from ambition x where x.tenant_id = app_tenant() and x.id = (p->>'ambitionId')::uuid
      and not x.is_draft) then 'ambitionKnown' end,
    case when p->>'appointmentId' is not null and not exists (select from appointment x where x.tenant_id = app_tenant() and x.id = (p->>'appointmentId')::uuid)
      then 'appointmentKnown' end,
    case when not picture_fits(p_id, (p->>'pictureId')::uuid) then 'pictureKnown' end,
    case when exists (select from post_text t where t.tenant_id = app_tenant() and t.post_id = p_id and t.language = p->>'language' and not t.original)
      then 'languageFree' end
  ], null);
  perform refuse_post(unmet);
  if p_version is null then
    insert into post (tenant_id, id, code, audiences, areas, boards, topics, pilot_id, ambition_id, appointment_id, touched_at, made_by, made_at)
    values (app_tenant(), p_id, new_post_code(), texts_of(p->'audiences'), its_areas, its_boards, wanted, (p->>'pilotId')::uuid,
      (p->>'ambitionId')::uuid, (p->>'appointmentId')::uuid, app_now(), app_person(), app_now())
    on conflict (tenant_id, id) do nothing;
    if not found then
      raise exception using errcode = 'KL002', message = 'there is such a post';
    end if;
    insert into post_text (tenant_id, post_id, language, original, title, slug, lead, body, picture_id, picture_alt, made_by)
    values (app_tenant(), p_id, p->>'language', true, p->>'title', p->>'slug', p->>'lead', coalesce(p->>'body', ''), (p->>'pictureId')::uuid, p->>'pictureAlt', app_person());
    return 1;
  end if;
  update post set audiences = texts_of(p->'audiences'), areas = its_areas, boards = its_boards, topics = wanted, pilot_id = (p->>'pilotId')::uuid, ambition_id = (p->>'ambitionId')::uuid,
    appointment_id = (p->>'appointmentId')::uuid, touched_at = case when published_at is null then app_now() else touched_at end, version = version + 1
  where tenant_id = app_tenant() and id = p_id;
  update post_text set language = p->>'language', title = p->>'title', slug = p->>'slug', lead = p->>'lead', body = coalesce(p->>'body', ''),
    picture_id = (p->>'pictureId')::uuid, picture_alt = p->>'pictureAlt', version = version + 1
  where tenant_id = app_tenant() and post_id = p_id and original;
  if before.published_at is not null then perform refuse_post(post_lacks(p_id)); end if;
  return p_version + 1;
end
$$;

/* As it stands in 0044; and which ambition it is about. */
create or replace function whole_post(p post) returns jsonb language sql stable
as $$
  select jsonb_build_object('id', p.id, 'version', p.version, 'code', p.code, 'state', post_state(p),
    'partnership', (select jsonb_build_object('id', t.tenant_id, 'code', t.code, 'name', t.name, 'hostName', t.host_name, 'labels', t.labels)
      from tenant t where t.tenant_id = p.tenant_id),
    'audiences', to_jsonb(p.audiences),
    'areas', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name) order by a.name, a.code), '[]')
      from area a where a.tenant_id = p.tenant_id and a.id = any (p.areas)),
    'boards', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name) order by b.name, b.code), '[]')
      from board b where b.tenant_id = p.tenant_id and b.id = any (p.boards)),
    'topics', (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name) order by o.position, o.name), '[]')
      from topic o where o.tenant_id = p.tenant_id and o.code = any (p.topics)),
    -- Pilots are of the partnership: a visitor does not hear of them.
    'pilot', (select jsonb_build_object('id', x.id, 'name', x.name) from pilot x
      where x.tenant_id = app_tenant() and x.tenant_id = p.tenant_id and x.id = p.pilot_id),
    'ambition', (select jsonb_build_object('id', x.id, 'name', x.name) from ambition x
      where x.tenant_id = app_tenant() and x.tenant_id = p.tenant_id and x.id = p.ambition_id),
    'appointment', (select jsonb_build_object('id', x.id, 'name', n.name, 'role', x.role, 'acting', x.acting, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
        'place', coalesce((select s.name from school s where s.tenant_id = x.tenant_id and s.id = x.school_id),
          (select b.name from board b where b.tenant_id = x.tenant_id and b.id = x.board_id)))
      from appointment x join person n on n.tenant_id = x.tenant_id and n.id = x.person_id where x.tenant_id = p.tenant_id and x.id = p.appointment_id),
    'publishedAt', p.published_at, 'touchedAt', p.touched_at, 'withdrawnAt', p.withdrawn_at, 'withdrawnBecause', p.withdrawn_because,
    'texts', (select jsonb_agg(jsonb_build_object('language', t.language, 'original', t.original, 'title', t.title, 'slug', t.slug,
        'lead', case when v.whole then t.lead end, 'body', case when v.whole then t.body else '' end, 'publishedAt', coalesce(t.published_at, p.published_at),
        'pictureId', case when v.whole then t.picture_id end, 'pictureAlt', case when v.whole then t.picture_alt end) order by t.original desc, t.language)
      from post_text t where t.tenant_id = p.tenant_id and t.post_id = p.id and (t.published_at is null or t.published_at <= app_now() or app_is('post_writer'))),
    'fixes', (select coalesce(jsonb_agg(jsonb_build_object('language', f.language, 'part', f.part, 'updateId', f.update_id, 'before', f.before, 'after', f.after, 'at', f.at)
      order by f.language, f.nth), '[]') from post_fix f where f.tenant_id = p.tenant_id and f.post_id = p.id and (v.whole or f.part = 'title')),
    'updates', (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'nth', u.nth, 'at', u.at, 'texts',
        (select coalesce(jsonb_agg(jsonb_build_object('language', w.language, 'reason', w.reason, 'body', w.body) order by w.language), '[]') from post_update_text w
          where w.tenant_id = u.tenant_id and w.post_id = u.post_id and w.update_id = u.id)) order by u.nth), '[]')
      from post_update u where u.tenant_id = p.tenant_id and u.post_id = p.id and v.whole),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'nth', f.nth, 'name', f.name, 'mediaType', f.media_type, 'size', f.size,
      'width', f.width, 'height', f.height) order by f.nth), '[]') from post_file f where f.tenant_id = p.tenant_id and f.post_id = p.id and v.whole))
  from (select p.withdrawn_at is null or app_is('post_writer') as whole) v
$$;

/* As it stands in 0059; without what is only being written. */
create or replace function job_release_ground(p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform only_a_job(p_clock);
  return (select coalesce(jsonb_agg(jsonb_build_object(
    'tenantId', t.tenant_id, 'today', app_today(),
    'since', least((select min(v.on_date) from visit v where v.tenant_id = t.tenant_id),
      (select min(q.submitted_on) from support_question q where q.tenant_id = t.tenant_id)),
    'made', (select coalesce(jsonb_agg(jsonb_build_array(r.measure, r.span, r.starts_on)), '[]') from measure_release r where r.tenant_id = t.tenant_id),
    'board', (select coalesce(jsonb_agg(b.id order by b.name, b.code), '[]') from board b where b.tenant_id = t.tenant_id),
    'area', (select coalesce(jsonb_agg(a.id order by a.name, a.id), '[]') from area a where a.tenant_id = t.tenant_id),
    'expertise', (select coalesce(jsonb_agg(e.code order by e.position, e.code), '[]') from expertise e where e.tenant_id = t.tenant_id),
    'ambition', (select coalesce(jsonb_agg(a.id order by a.starts_on, a.id), '[]') from ambition a where a.tenant_id = t.tenant_id and not a.is_draft)
    ) order by t.tenant_id), '[]') from tenant t);
end
$$;

-- What everybody may know -------------------------------------------------------------------------------------------------------------

/* The adopted plan that holds on a day: its priorities and ambitions, with what was last read of each. Needs no context. */
create function public_support_plan(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select jsonb_build_object('id', p.id, 'name', p.name, 'from', p.starts_on, 'to', p.ends_on - 1, 'adoptedOn', p.adopted_on, 'pages', p.pages,
    'priorities', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'page', i.page, 'text', i.body,
      'ambitions', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'page', a.page, 'text', a.body, 'indicator', a.indicator,
          'unit', a.unit, 'measure', a.measure, 'startValue', a.start_value::float8, 'targetValue', a.target_value::float8, 'targetOn', a.target_on,
          'to', a.ends_on - 1, 'reading', (select jsonb_build_object('on', r.on_date, 'value', r.value::float8) from ambition_reading r
            where r.tenant_id = a.tenant_id and r.ambition_id = a.id order by r.on_date desc, r.at desc, r.id desc limit 1))
        order by a.page, a.name, a.id), '[]') from ambition a where a.tenant_id = i.tenant_id and a.priority_id = i.id and not a.is_draft))
      order by i.position, i.name, i.id), '[]') from priority i where i.tenant_id = p.tenant_id and i.plan_id = p.id))
  from support_plan p where p.tenant_id = p_tenant and p.status = 'adopted' and p.starts_on <= app_today() and p.ends_on > app_today()
$$;
call give_function('public_support_plan(uuid)', 'kortelijn_gate');
