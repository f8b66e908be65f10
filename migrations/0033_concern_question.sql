-- One goal, two jobs: what was agreed about a concern becomes a support question in one step, and what came of it comes back to the
-- concern. The link belongs to the concern alone: whoever reads the agreement sees it, and the question knows nothing of it. No column
-- of a question changes by it, no list or count of questions joins it, and it leaves no line in the access log: whoever reads the log
-- but not the concern would learn from two lines of the same moment where the question came from.

create table concern_question (
  tenant_id uuid not null references tenant,
  agreement_id uuid not null,
  question_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null default app_now(),
  primary key (tenant_id, agreement_id, question_id),
  -- A concern that fades takes its agreements away, and the link with them.
  foreign key (tenant_id, agreement_id) references agreement on delete cascade,
  foreign key (tenant_id, question_id) references support_question,
  foreign key (tenant_id, made_by) references person
);
create index concern_question_of_question on concern_question (tenant_id, question_id);
create index concern_question_made_by on concern_question (tenant_id, made_by);

call put_under_law('concern_question');
create policy with_its_agreement on concern_question for select to kortelijn_app using (tenant_id = (select app_tenant()) and exists (
  select from agreement a where a.tenant_id = concern_question.tenant_id and a.id = concern_question.agreement_id));
/* A link is made together with its question, by who reads the concern and may ask at that school: nobody finds out by trying whether a
   question that is there already came from somewhere. Who may ask there reads every question of that school, so that what is refused
   below tells them nothing new. A policy is asked before keys and before a trigger that comes after. */
create policy asker_links on concern_question for insert to kortelijn_app with check (
  tenant_id = (select app_tenant()) and made_by = (select app_person()) and made_at = (select app_now())
  and exists (select from agreement a join concern c on c.tenant_id = a.tenant_id and c.id = a.concern_id
    join support_question q on q.tenant_id = c.tenant_id and q.school_id = c.school_id
    where a.tenant_id = concern_question.tenant_id and a.id = concern_question.agreement_id and q.id = concern_question.question_id
      and q.school_id = any ((select app_ids('question_schools'))::uuid[]) and q.author_id = (select app_person())
      and q.status = 'draft' and q.level <> 'pupil' and q.asked_at = (select app_now())));
grant select, insert (tenant_id, agreement_id, question_id, made_by) on concern_question to kortelijn_app;

/* Of an agreement that is still worked on, and one question at a time: after one was withdrawn another may be asked. */
create function concern_question_law() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c concern;
begin
  select x.* into c from agreement a join concern x on x.tenant_id = a.tenant_id and x.id = a.concern_id
  where a.tenant_id = new.tenant_id and a.id = new.agreement_id for update of x;
  if c.ended_at is not null then
    raise exception using errcode = 'KL001', message = 'stateAllows';
  end if;
  if exists (select from concern_question k join support_question q on q.tenant_id = k.tenant_id and q.id = k.question_id
      where k.tenant_id = new.tenant_id and k.agreement_id = new.agreement_id and k.question_id <> new.question_id and q.status <> 'withdrawn') then
    raise exception using errcode = 'KL001', message = 'askedOnce';
  end if;
  return null;
end
$$;
call give_function('concern_question_law()', 'kortelijn_gate', true);
create trigger agreement_is_asked_once after insert on concern_question for each row execute function concern_question_law();
