-- What goes, and only this way: words are blackened, unshared notes are dropped, finished concerns fade. Everything else that was said
-- stays as it was said. The functions below belong to kortelijn_eraser, the only role that may change or remove what stands in a concern.

/* Terms of a partnership, with why. A school year after the end = the same day a year later. */
alter table tenant
  add note_days int not null default 30 check (note_days between 7 and 90),
  add fade_months int not null default 12 check (fade_months between 6 and 36),
  add retention_reason text not null
    default 'Niet langer dan nodig (AVG, artikel 5): na een schooljaar is alleen nog van belang wat hielp en hoe lang het duurde.'
    check (length(retention_reason) <= 1000);
grant update (note_days, fade_months, retention_reason) on tenant to kortelijn_app;

alter table concern
  add warned_at timestamptz, -- its author (of a note) or its circle (of a finished concern) was told that it goes
  add faded_at timestamptz,
  add helped text, -- all that stays of what was written
  alter author_id drop not null,
  alter occasion drop not null,
  alter observation drop not null,
  add constraint "what faded tells of nobody" check (case when faded_at is null
    then author_id is not null and occasion is not null and observation is not null and helped is null
    else author_id is null and proposer_id is null and occasion is null and observation is null and impression is null
      and meaning_for_children is null and goes_well is null end),
  add constraint "a note does not fade" check (faded_at is null or status <> 'noted');
create index concern_faded on concern (tenant_id, faded_at desc, id desc) where faded_at is not null;
create index concern_to_drop on concern (touched_at) where status = 'noted';
create index concern_to_fade on concern (ended_at) where ended_at is not null and faded_at is null;

/* Of an entry that faded the day and the states stay. */
alter table concern_entry
  add faded boolean not null default false,
  drop constraint "every step says what it must say",
  add constraint "every step says what it must say" check (
    case
      when faded then person_id is null and relation = 'system' and choice is null and text is null and goes_well is null and reason is null
        and on_date is null and at_moment is null
      when step = 'reply' then choice in ('accurate', 'inaccurate', 'addition') and btrim(text) <> ''
      when step = 'answer_invitation' then choice in ('accepted', 'other_date') and at_moment is not null
      when step = 'hold_conversation' then on_date is not null and btrim(text) <> '' and btrim(goes_well) <> ''
      when step = 'confirm_report' then choice in ('agrees', 'own_view') and (choice = 'agrees' or btrim(text) <> '')
      when step = 'review' then btrim(text) <> ''
      when step = 'close' then btrim(choice) <> '' and btrim(text) <> ''
      when step = 'propose_board' then btrim(text) <> ''
      when step = 'withdraw_proposal' then btrim(text) <> ''
      when step = 'take_position' then choice in ('agrees', 'disagrees', 'other') and btrim(text) <> ''
      when step = 'not_to_board' then btrim(text) <> '' and on_date is not null
      when step = 'add_view' then btrim(text) <> ''
      when step = 'resolve' then btrim(reason) <> '' and btrim(text) <> ''
      else true
    end is true
  );

/* What was erased, without a word of it: after a backup is put back the same goes again. */
create table erasure (
  tenant_id uuid not null references tenant,
  id uuid not null,
  concern_id uuid not null, -- no foreign key: a dropped note is not there any more
  kind text not null check (kind in ('dropped', 'faded', 'blackened')),
  at timestamptz not null,
  version int, -- of the concern, since the words are gone
  person_id uuid,
  as_officer boolean,
  entry_version int, -- null: in the note itself
  field text,
  position int, -- of an agreement
  ranges int[], -- pairs: first character (from 0), how many; null: all of it
  reason text check (reason in ('name', 'child', 'health', 'contact', 'other')),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  constraint "blackening says where and why" check (kind <> 'blackened' or (version is not null and field is not null and reason is not null
    and as_officer is not null))
);
create index erasure_of_concern on erasure (tenant_id, concern_id, version);
create index erasure_by_time on erasure (at);
call put_under_law('erasure');

-- The timeline shows that words went, to who reads the entry they stood in.
create policy with_the_concern on erasure for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and kind = 'blackened'
  and exists (select from concern c where c.tenant_id = erasure.tenant_id and c.id = erasure.concern_id)
  and (entry_version is null or exists (select from concern_entry e where e.tenant_id = erasure.tenant_id
    and e.concern_id = erasure.concern_id and e.version = erasure.entry_version)));
grant select on erasure to kortelijn_app;

-- What the eraser may -----------------------------------------------------------------------------------------------------
drop policy eraser_reads on concern;
do $$
declare
  name text;
begin
  foreach name in array array['tenant', 'concern', 'concern_entry', 'concern_entry_person', 'conversation', 'conversation_proposal', 'agreement',
      'disclosure', 'erasure'] loop
    execute format('create policy eraser_reads on %I for select to kortelijn_eraser using (true)', name);
    execute format('grant select on %I to kortelijn_eraser', name);
  end loop;
  foreach name in array array['concern_entry_person', 'conversation', 'conversation_proposal', 'agreement', 'disclosure', 'erasure'] loop
    execute format('create policy eraser_removes on %I for delete to kortelijn_eraser using (true)', name);
    execute format('grant delete on %I to kortelijn_eraser', name);
  end loop;
  foreach name in array array['concern', 'concern_entry', 'agreement'] loop
    execute format('create policy eraser_changes on %I for update to kortelijn_eraser using (true) with check (true)', name);
    execute format('grant update on %I to kortelijn_eraser', name);
  end loop;
end
$$;
create policy eraser_records on erasure for insert to kortelijn_eraser with check (true);
grant insert on erasure to kortelijn_eraser;
create policy eraser_records on audit for insert to kortelijn_eraser with check (person_id is null and action in ('drop', 'fade') and via = 'job');
grant insert on audit to kortelijn_eraser;

create function is_privacy_officer(p_tenant uuid, p_person uuid, p_day date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from appointment a where a.tenant_id = p_tenant and a.person_id = p_person and a.role = 'privacy_officer'
    and a.starts_on <= p_day and (a.ends_on is null or a.ends_on > p_day))
$$;
call give_function('is_privacy_officer(uuid, uuid, date)', 'kortelijn_gate', true);
grant execute on function is_privacy_officer(uuid, uuid, date) to kortelijn_eraser;
grant execute on function concern_relations(concern, uuid, date) to kortelijn_eraser;

-- Blackening ---------------------------------------------------------------------------------------------------------------

/* The text with bars, always five, so that nobody counts letters. A range that does not fit takes the whole text: rather too much. */
create function barred(p_text text, p_ranges int[], p_limit int default 20000) returns text
language plpgsql immutable set search_path = pg_catalog, public, pg_temp
as $$
declare
  bars constant text := '█████';
  result text := p_text;
  ends int := length(p_text);
begin
  if coalesce(p_text, '') !~ '\S' then
    return p_text;
  end if;
  if p_ranges is null or cardinality(p_ranges) % 2 = 1 then
    return bars;
  end if;
  for i in reverse cardinality(p_ranges) / 2 .. 1 loop
    if p_ranges[2 * i - 1] is null or p_ranges[2 * i - 1] < 0 or coalesce(p_ranges[2 * i], 0) < 1 or p_ranges[2 * i - 1] + p_ranges[2 * i] > ends then
      return bars;
    end if;
    result := overlay(result placing bars from p_ranges[2 * i - 1] + 1 for p_ranges[2 * i]);
    ends := p_ranges[2 * i - 1];
  end loop;
  -- Bars can be longer than what they cover; a text that no longer fits its column goes as a whole.
  return case when length(result) <= greatest(length(p_text), p_limit) then result else bars end;
end
$$;

/* Puts the bars in one field; false when there is nothing there. */
create function blacken_field(p_tenant uuid, p_concern uuid, p_entry int, p_field text, p_position int, p_ranges int[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  touched int;
begin
  if p_entry is null then
    update concern set
      theme = case p_field when 'theme' then barred(theme, p_ranges) else theme end,
      occasion = case p_field when 'occasion' then barred(occasion, p_ranges) else occasion end,
      observation = case p_field when 'observation' then barred(observation, p_ranges) else observation end,
      impression = case p_field when 'impression' then barred(impression, p_ranges) else impression end,
      meaning_for_children = case p_field when 'meaningForChildren' then barred(meaning_for_children, p_ranges) else meaning_for_children end,
      goes_well = case p_field when 'goesWell' then barred(goes_well, p_ranges) else goes_well end
    where tenant_id = p_tenant and id = p_concern and faded_at is null and coalesce(case p_field
      when 'theme' then theme when 'occasion' then occasion when 'observation' then observation when 'impression' then impression
      when 'meaningForChildren' then meaning_for_children when 'goesWell' then goes_well end, '') ~ '\S';
  elsif p_position is not null then
    update agreement set
      what = case p_field when 'what' then barred(what, p_ranges) else what end,
      who = case p_field when 'who' then barred(who, p_ranges, 500) else who end,
      children_notice = case p_field when 'childrenNotice' then barred(children_notice, p_ranges) else children_notice end
    where tenant_id = p_tenant and concern_id = p_concern and version = p_entry and position = p_position
      and p_field in ('what', 'who', 'childrenNotice');
  else
    update concern_entry set
      text = case p_field when 'text' then barred(text, p_ranges) else text end,
      goes_well = case p_field when 'goesWell' then barred(goes_well, p_ranges) else goes_well end,
      reason = case p_field when 'reason' then barred(reason, p_ranges) else reason end,
      choice = case p_field when 'outcome' then barred(choice, p_ranges) else choice end
    where tenant_id = p_tenant and concern_id = p_concern and version = p_entry and (p_field <> 'outcome' or step = 'close')
      and coalesce(case p_field when 'text' then text when 'goesWell' then goes_well when 'reason' then reason when 'outcome' then choice end, '') ~ '\S';
  end if;
  get diagnostics touched = row_count;
  return touched > 0;
end
$$;

/* Words of a shared concern become bars: by who wrote them, or a whole field unseen by the privacy officer. The concern moves on a version,
   so that nobody goes on from what they read before. KL001 roleAllows or somethingThere, KL002 = changed since p_seen. Gives the version. */
create function blacken(p_tenant uuid, p_concern uuid, p_seen int, p_id uuid, p_entry int, p_field text, p_position int, p_ranges int[],
  p_reason text) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c concern;
  writer uuid;
  officer constant boolean := is_privacy_officer(p_tenant, app_person(), app_today());
  own boolean;
begin
  select * into c from concern where tenant_id = p_tenant and tenant_id = app_tenant() and id = p_concern for update;
  if p_entry is null then
    writer := c.author_id;
  else
    select e.person_id into writer from concern_entry e where e.tenant_id = p_tenant and e.concern_id = p_concern and e.version = p_entry;
  end if;
  own := c.id is not null and coalesce(writer = app_person(), false) and cardinality(concern_relations(c, app_person(), app_today())) > 0;
  if c.id is null or c.status = 'noted' or c.faded_at is not null or not (own or (officer and p_ranges is null)) then
    raise insufficient_privilege using message = 'no such words';
  end if;
  if p_seen is not null and p_seen <> c.version then
    raise exception using errcode = 'KL002', message = 'the concern has changed meanwhile';
  end if;
  if not blacken_field(p_tenant, p_concern, p_entry, p_field, p_position, p_ranges) then
    raise exception using errcode = 'KL001', message = 'somethingThere';
  end if;
  update concern set version = c.version + 1, touched_at = app_now() where tenant_id = p_tenant and id = p_concern;
  insert into erasure (tenant_id, id, concern_id, kind, at, version, person_id, as_officer, entry_version, field, position, ranges, reason)
  values (p_tenant, p_id, p_concern, 'blackened', app_now(), c.version + 1, app_person(), not own, p_entry, p_field, p_position, p_ranges, p_reason);
  return c.version + 1;
end
$$;

/* The privacy officer knows a concern by its number in the access log. Null for anybody else, and for what is not shared. */
create function shared_concern_numbered(p_number text) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select c.id from concern c where c.tenant_id = app_tenant() and c.number = p_number and c.status <> 'noted' and c.faded_at is null
    and is_privacy_officer(app_tenant(), app_person(), app_today())
$$;

/* Where texts stand in it, so that the privacy officer can point at one: step and day as in the access log, and not a word. */
create function texts_of_concern(p_number text) returns table (entry int, step text, at timestamptz, field text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with c as (select * from concern where tenant_id = app_tenant() and id = shared_concern_numbered(p_number)),
  texts (entry, step, at, field, text) as (
    select null::int, 'note', c.shared_at, x.field, x.text from c cross join lateral (values
      ('occasion', c.occasion), ('observation', c.observation), ('impression', c.impression), ('meaningForChildren', c.meaning_for_children),
      ('goesWell', c.goes_well), ('theme', c.theme)) x (field, text)
    union all
    select e.version, e.step, e.at, x.field, x.text from c join concern_entry e on e.tenant_id = c.tenant_id and e.concern_id = c.id
    cross join lateral (values ('text', e.text), ('goesWell', e.goes_well), ('reason', e.reason),
      ('outcome', case e.step when 'close' then e.choice end)) x (field, text)
    union all
    select e.version, e.step, e.at, 'agreements.' || a.position || '.' || x.field, x.text
    from c join agreement a on a.tenant_id = c.tenant_id and a.concern_id = c.id
    join concern_entry e on e.tenant_id = a.tenant_id and e.concern_id = a.concern_id and e.version = a.version
    cross join lateral (values ('what', a.what), ('who', a.who), ('childrenNotice', a.children_notice)) x (field, text)
  )
  select t.entry, t.step, t.at, t.field from texts t where t.text ~ '\S' order by t.entry nulls first, t.field
$$;

-- Dropping -----------------------------------------------------------------------------------------------------------------

/* A note goes with everything that points at it; only that one was dropped stays. */
create function remove_note(p_tenant uuid, p_note uuid, p_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from notice where tenant_id = p_tenant and subject = 'concern' and subject_id = p_note;
  delete from concern where tenant_id = p_tenant and id = p_note and status = 'noted';
  insert into dropped_note (tenant_id, id, dropped_on) values (p_tenant, gen_random_uuid(), app_today());
  insert into erasure (tenant_id, id, concern_id, kind, at) values (p_tenant, p_id, p_note, 'dropped', app_now());
end
$$;

create or replace function drop_concern(p_tenant uuid, p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform from concern where tenant_id = p_tenant and id = p_id and status = 'noted' and tenant_id = app_tenant() and author_id = app_person()
    and (app_is('covers_all') or school_id = any (app_ids('schools'))) for update;
  if not found then
    return false;
  end if;
  perform remove_note(p_tenant, p_id, gen_random_uuid());
  return true;
end
$$;

/* Only after a backup was put back, by the operator: what is past its term goes without a warning of its own. */
create function unwarned(p_asked boolean) returns boolean
language plpgsql stable set search_path = pg_catalog, public, pg_temp
as $$
begin
  if p_asked and not pg_has_role(session_user, 'kortelijn_operator', 'member') then
    raise insufficient_privilege using message = 'nothing goes without a warning';
  end if;
  return p_asked;
end
$$;

/* Notes that nobody touched for the partnership's term go, a week after their author was told. Gives how many. */
create function drop_old_notes(p_clock timestamptz, p_unwarned boolean) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  note record;
  dropped int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true), unwarned(p_unwarned);
  for note in
    select c.tenant_id, c.id from concern c join tenant t on t.tenant_id = c.tenant_id
    where c.status = 'noted' and day_of(c.touched_at) + t.note_days <= app_today()
      and (p_unwarned or (c.warned_at >= c.touched_at and day_of(c.warned_at) + 7 <= app_today()))
    for update of c skip locked
  loop
    perform remove_note(note.tenant_id, note.id, gen_random_uuid());
    insert into audit (tenant_id, id, at, action, subject, subject_id, via)
    values (note.tenant_id, gen_random_uuid(), app_now(), 'drop', 'concern', note.id, 'job');
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$$;

-- Fading -------------------------------------------------------------------------------------------------------------------

create function fades_on(c concern) returns date
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select (day_of(c.ended_at) + make_interval(months => t.fade_months))::date from tenant t where t.tenant_id = c.tenant_id $$;

/* What the last step said of the outcome, when it was resolved: what helped. */
create function outcome_of(c concern) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(nullif(btrim(e.reason), ''), e.text) from concern_entry e
  where c.status = 'resolved' and e.tenant_id = c.tenant_id and e.concern_id = c.id and e.to_status = 'resolved' order by e.version desc limit 1
$$;

/* Concerns whose term has passed and whose circle was told a month before, with what would stay of them, for the writing aid to look at. */
create function concerns_to_fade(p_clock timestamptz, p_unwarned boolean)
returns table (tenant uuid, concern uuid, helped text, theme text, names jsonb, today date)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true), unwarned(p_unwarned);
  return query
    select c.tenant_id, c.id, outcome_of(c), c.theme,
      (select coalesce(jsonb_agg(p.name order by p.name), '[]') from person p where p.tenant_id = c.tenant_id), app_today()
    from concern c
    where c.ended_at is not null and c.faded_at is null and fades_on(c) <= app_today()
      and (p_unwarned or (c.warned_at >= c.ended_at and day_of(c.warned_at) + 30 <= app_today()))
    order by c.ended_at limit 500;
end
$$;

/* Persons and texts go; theme, what helped and the days of the states stay. */
create function erase_texts(c concern, p_bars int[], p_theme_goes boolean, p_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  said constant text := barred(outcome_of(c), p_bars);
begin
  delete from notice where tenant_id = c.tenant_id and subject = 'concern' and subject_id = c.id;
  delete from notice n using conversation k where k.tenant_id = c.tenant_id and k.concern_id = c.id
    and n.tenant_id = k.tenant_id and n.subject = 'conversation' and n.subject_id = k.id;
  delete from disclosure where tenant_id = c.tenant_id and concern_id = c.id;
  delete from conversation_proposal where tenant_id = c.tenant_id and concern_id = c.id;
  delete from conversation where tenant_id = c.tenant_id and concern_id = c.id;
  delete from agreement where tenant_id = c.tenant_id and concern_id = c.id;
  delete from concern_entry_person where tenant_id = c.tenant_id and concern_id = c.id;
  delete from erasure where tenant_id = c.tenant_id and concern_id = c.id and kind = 'blackened';
  update concern_entry set faded = true, person_id = null, relation = 'system', choice = null, text = null, goes_well = null, reason = null,
    on_date = null, at_moment = null where tenant_id = c.tenant_id and concern_id = c.id;
  update concern set faded_at = app_now(), helped = said, author_id = null, proposer_id = null, occasion = null, observation = null,
    impression = null, meaning_for_children = null, goes_well = null, theme = case when p_theme_goes then null else c.theme end
  where tenant_id = c.tenant_id and id = c.id;
  -- The trigger of revisions takes it for a touch; a faded concern stays where it stood in its list.
  update concern set version = c.version + 1, touched_at = c.touched_at where tenant_id = c.tenant_id and id = c.id;
  insert into erasure (tenant_id, id, concern_id, kind, at, field, ranges)
  values (c.tenant_id, p_id, c.id, 'faded', app_now(), case when p_theme_goes then 'theme' end, p_bars);
end
$$;

/* Fades one concern that is due; false when it is not (any more). p_bars: what the writing aid marked in what helped. */
create function fade_concern(p_tenant uuid, p_id uuid, p_bars int[], p_theme_goes boolean, p_clock timestamptz, p_unwarned boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c concern;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true), unwarned(p_unwarned);
  select * into c from concern where tenant_id = p_tenant and id = p_id for update;
  if c.ended_at is null or c.faded_at is not null or fades_on(c) > app_today()
    or not (p_unwarned or coalesce(c.warned_at >= c.ended_at and day_of(c.warned_at) + 30 <= app_today(), false)) then
    return false;
  end if;
  perform erase_texts(c, p_bars, p_theme_goes, gen_random_uuid());
  insert into audit (tenant_id, id, at, action, subject, subject_id, via) values (p_tenant, gen_random_uuid(), app_now(), 'fade', 'concern', p_id, 'job');
  return true;
end
$$;

/* Tells the author alone a week before that an unshared note goes, and a month before who is nearest to a finished concern that it fades. */
create function warn_of_erasure(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c concern;
  told int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  for c in
    select x.* from concern x join tenant t on t.tenant_id = x.tenant_id
    where (x.status = 'noted' and day_of(x.touched_at) + t.note_days - 7 <= app_today() and (x.warned_at is null or x.warned_at < x.touched_at))
      or (x.ended_at is not null and x.faded_at is null and (x.warned_at is null or x.warned_at < x.ended_at) and fades_on(x) - 30 <= app_today())
    for update of x skip locked
  loop
    perform tell(c.tenant_id, reader, case c.status when 'noted' then 'note_fades' else 'concern_fades' end, 'concern', c.id, c.version)
    from concern_circle(c, app_today()) as reader
    where case c.status when 'noted' then reader = c.author_id
      else concern_relations(c, reader, app_today()) && array['author', 'contact_person', 'school_director'] end;
    update concern set warned_at = app_now() where tenant_id = c.tenant_id and id = c.id;
    told := told + 1;
  end loop;
  return told;
end
$$;

/* Nothing comes after a concern has faded, whatever its state was. */
create function faded_concern_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select from concern c where c.tenant_id = new.tenant_id and c.id = new.concern_id and c.faded_at is not null) then
    raise exception using errcode = 'KL001', message = 'stateAllows';
  end if;
  return new;
end
$$;
create trigger a_faded_concern_rests before insert on concern_entry for each row execute function faded_concern_law();

-- After a backup was put back ------------------------------------------------------------------------------------------------

/* What was erased since, for the journal outside the database: ids and places, no text. */
create function list_erasures(p_after timestamptz) returns setof jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select to_jsonb(e) from erasure e where p_after is null or e.at >= p_after order by e.at, e.id $$;

/* Erases again what the journal tells, in its order; for the operator only. Gives how much was there again. */
create function erase_again(p_rows jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  e erasure;
  c concern;
  done int := 0;
begin
  if not pg_has_role(session_user, 'kortelijn_operator', 'member') then
    raise insufficient_privilege using message = 'only an operator erases again';
  end if;
  for e in select * from jsonb_populate_recordset(null::erasure, p_rows) loop
    select * into c from concern where tenant_id = e.tenant_id and id = e.concern_id for update;
    if not found or c.faded_at is not null or exists (select from erasure x where x.tenant_id = e.tenant_id and x.id = e.id) then
      continue;
    end if;
    if c.status = 'noted' and e.kind <> 'blackened' then
      perform remove_note(c.tenant_id, c.id, e.id);
    elsif e.kind = 'faded' then
      perform erase_texts(c, e.ranges, e.field is not null, e.id);
    elsif e.kind = 'blackened' then
      -- A note that was shared later may have said something else: then all of that field goes.
      continue when not blacken_field(c.tenant_id, c.id, e.entry_version, e.field, e.position, case when c.status = 'noted' then null else e.ranges end);
      update concern set version = c.version + 1, touched_at = c.touched_at where tenant_id = c.tenant_id and id = c.id;
      insert into erasure (tenant_id, id, concern_id, kind, at, version, person_id, as_officer, entry_version, field, position, ranges, reason)
      values (c.tenant_id, e.id, c.id, e.kind, e.at, c.version + 1,
        (select p.id from person p where p.tenant_id = c.tenant_id and p.id = e.person_id), e.as_officer, e.entry_version, e.field, e.position,
        e.ranges, e.reason);
    else
      continue;
    end if;
    done := done + 1;
  end loop;
  return done;
end
$$;
create policy eraser_reads on person for select to kortelijn_eraser using (true);
grant select (tenant_id, id, name) on person to kortelijn_eraser;

call give_function('blacken_field(uuid, uuid, int, text, int, int[])', 'kortelijn_eraser', true);
call give_function('blacken(uuid, uuid, int, uuid, int, text, int, int[], text)', 'kortelijn_eraser');
call give_function('shared_concern_numbered(text)', 'kortelijn_gate');
call give_function('texts_of_concern(text)', 'kortelijn_gate');
call give_function('remove_note(uuid, uuid, uuid)', 'kortelijn_eraser', true);
call give_function('drop_old_notes(timestamptz, boolean)', 'kortelijn_eraser');
call give_function('fades_on(concern)', 'kortelijn_gate');
grant execute on function fades_on(concern) to kortelijn_eraser;
call give_function('outcome_of(concern)', 'kortelijn_eraser', true);
call give_function('concerns_to_fade(timestamptz, boolean)', 'kortelijn_eraser');
call give_function('erase_texts(concern, int[], boolean, uuid)', 'kortelijn_eraser', true);
call give_function('fade_concern(uuid, uuid, int[], boolean, timestamptz, boolean)', 'kortelijn_eraser');
call give_function('warn_of_erasure(timestamptz)', 'kortelijn_gate');
call give_function('faded_concern_law()', 'kortelijn_gate', true);
call give_function('list_erasures(timestamptz)', 'kortelijn_gate');
call give_function('erase_again(jsonb)', 'kortelijn_eraser');
