-- Questions fade two school years after their end (each partnership sets the months): everything that somebody wrote, and who they were,
-- goes. What stays counts: school, level, expertise, days, dagdelen, minutes and scores.

alter table erasure
  alter column concern_id drop not null,
  add column question_id uuid,
  add constraint "something of a concern or of a question" check ((concern_id is null) <> (question_id is null) and (question_id is null or kind = 'faded'));
create index erasure_of_question on erasure (tenant_id, question_id);

create index question_to_fade on support_question (ended_at) where ended_at is not null and faded_at is null;
alter table visit_school drop constraint "an answer has a person and an hour";
alter table visit_school add constraint "an answer has an hour" check ((verdict is null) = (answered_at is null) and (verdict is not null or answered_by is null));

do $$
declare
  name text;
begin
  foreach name in array array['support_question', 'question_words', 'question_pupil', 'question_entry', 'question_entry_words', 'assignment', 'goal',
      'goal_level', 'goal_score', 'visit_school', 'decision', 'decision_tlv', 'agenda_item', 'agenda_item_taker', 'recusal', 'committee_meeting', 'committee_minutes', 'visit', 'goal_template'] loop
    execute format('create policy eraser_reads on %I for select to kortelijn_eraser using (true)', name);
    execute format('grant select on %I to kortelijn_eraser', name);
  end loop;
  foreach name in array array['question_words', 'question_pupil', 'question_entry_words', 'assignment', 'decision_tlv', 'agenda_item_taker', 'recusal',
      'committee_minutes'] loop
    execute format('create policy eraser_removes on %I for delete to kortelijn_eraser using (true)', name);
    execute format('grant delete on %I to kortelijn_eraser', name);
  end loop;
  foreach name in array array['support_question', 'question_entry', 'goal', 'goal_level', 'goal_score', 'visit_school'] loop
    execute format('create policy eraser_changes on %I for update to kortelijn_eraser using (true) with check (true)', name);
  end loop;
end
$$;
grant update (author_id, submitter_id, holder_id, faded_at, version) on support_question to kortelijn_eraser;
grant update (person_id, relation, specialist_id, from_id, role) on question_entry to kortelijn_eraser;
grant update (title, variable, made_by, dropped_because, template_id) on goal to kortelijn_eraser;
grant update (description) on goal_level to kortelijn_eraser;
grant update (entered_by) on goal_score to kortelijn_eraser;
grant update (words, answered_by) on visit_school to kortelijn_eraser;

/* The day a question fades: so many months after its end; of a draft that nobody touched, after that. */
create function question_fades_on(q support_question) returns date
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select (day_of(coalesce(q.ended_at, case q.status when 'draft' then q.touched_at end)) + make_interval(months => t.question_fade_months))::date
  from tenant t where t.tenant_id = q.tenant_id
$$;
call give_function('question_fades_on(support_question)', 'kortelijn_gate', true);
grant execute on function question_fades_on(support_question) to kortelijn_eraser;

/* Texts and people of one question go. */
create function erase_question(q support_question, p_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from notice where tenant_id = q.tenant_id and subject = 'question' and subject_id = q.id;
  perform erase_question_files(q.tenant_id, q.id);
  delete from question_entry_words where tenant_id = q.tenant_id and question_id = q.id;
  delete from question_words where tenant_id = q.tenant_id and question_id = q.id;
  delete from question_pupil where tenant_id = q.tenant_id and question_id = q.id;
  delete from assignment where tenant_id = q.tenant_id and question_id = q.id;
  delete from recusal where tenant_id = q.tenant_id and question_id = q.id;
  delete from agenda_item_taker k using agenda_item i where i.tenant_id = q.tenant_id and i.question_id = q.id
    and k.tenant_id = i.tenant_id and k.item_id = i.id;
  delete from decision_tlv k using decision d where d.tenant_id = q.tenant_id and d.question_id = q.id
    and k.tenant_id = d.tenant_id and k.decision_id = d.id;
  update question_entry set person_id = null, relation = 'system', specialist_id = null, from_id = null, role = null
  where tenant_id = q.tenant_id and question_id = q.id;
  update goal set title = 'Vervaagd doel ' || right(id::text, 12), variable = null, made_by = null, dropped_because = null, template_id = null
  where tenant_id = q.tenant_id and question_id = q.id;
  update goal_level l set description = 'vervaagd' from goal g
  where g.tenant_id = q.tenant_id and g.question_id = q.id and l.tenant_id = g.tenant_id and l.goal_id = g.id;
  update goal_score s set entered_by = null from goal g
  where g.tenant_id = q.tenant_id and g.question_id = q.id and s.tenant_id = g.tenant_id and s.goal_id = g.id;
  update support_question set author_id = null, submitter_id = null, holder_id = null, faded_at = app_now(), version = q.version + 1
  where tenant_id = q.tenant_id and id = q.id;
  insert into erasure (tenant_id, id, question_id, kind, at) values (q.tenant_id, p_id, q.id, 'faded', app_now());
end
$$;
call give_function('erase_question(support_question, uuid)', 'kortelijn_eraser', true);

/* Tells a month before who is nearest to an ended question that it fades. */
create function warn_of_question_fading(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  q support_question;
  told int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  for q in
    select x.* from support_question x
    where x.faded_at is null and (x.ended_at is not null or x.status = 'draft') and question_fades_on(x) - 30 <= app_today()
      and (x.warned_at is null or x.warned_at < coalesce(x.ended_at, x.touched_at))
    for update of x skip locked
  loop
    perform tell(q.tenant_id, reader, 'question_fades', 'question', q.id, q.version)
    from question_circle(q, app_today()) as reader
    where question_relations(q, reader, app_today()) && array['author', 'contact_person', 'support_coordinator', 'specialist'];
    update support_question set warned_at = app_now() where tenant_id = q.tenant_id and id = q.id;
    told := told + 1;
  end loop;
  return told;
end
$$;
call give_function('warn_of_question_fading(timestamptz)', 'kortelijn_gate');

/* Fades what is due, a month after it was told; with p_unwarned (after a backup was put back, the operator alone) at once. What a school wrote
   about a visit and the minutes of meetings go by the same term. Gives how many questions faded. */
create function fade_questions(p_clock timestamptz, p_unwarned boolean) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  q support_question;
  faded int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true), unwarned(p_unwarned);
  for q in
    select x.* from support_question x
    where x.faded_at is null and (x.ended_at is not null or x.status = 'draft') and question_fades_on(x) <= app_today()
      and (p_unwarned or (x.warned_at >= coalesce(x.ended_at, x.touched_at) and day_of(x.warned_at) + 30 <= app_today()))
    order by x.ended_at for update of x skip locked
  loop
    perform erase_question(q, gen_random_uuid());
    insert into audit (tenant_id, id, at, action, subject, subject_id, via) values (q.tenant_id, gen_random_uuid(), app_now(), 'fade', 'question', q.id, 'job');
    faded := faded + 1;
  end loop;
  update visit_school v set words = null, answered_by = null from tenant t
  where t.tenant_id = v.tenant_id and (v.words is not null or v.answered_by is not null)
    and (v.on_date + make_interval(months => t.question_fade_months))::date <= app_today();
  delete from committee_minutes k using committee_meeting m, tenant t
  where m.tenant_id = k.tenant_id and m.id = k.meeting_id and t.tenant_id = m.tenant_id
    and (day_of(m.starts_at) + make_interval(months => t.question_fade_months))::date <= app_today();
  return faded;
end
$$;
call give_function('fade_questions(timestamptz, boolean)', 'kortelijn_eraser');
grant execute on function unwarned(boolean) to kortelijn_eraser;

/* erase_again as it stands in 0014, and questions. */
create or replace function erase_again(p_rows jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  e erasure;
  c concern;
  q support_question;
  done int := 0;
begin
  if not pg_has_role(session_user, 'kortelijn_operator', 'member') then
    raise insufficient_privilege using message = 'only an operator erases again';
  end if;
  for e in select * from jsonb_populate_recordset(null::erasure, p_rows) loop
    if e.question_id is not null then
      select * into q from support_question where tenant_id = e.tenant_id and id = e.question_id for update;
      if found and q.faded_at is null then
        perform erase_question(q, e.id);
        done := done + 1;
      end if;
      continue;
    end if;
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
