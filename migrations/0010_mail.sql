-- Mail. A letter is laid in the outbox in the transaction of the deed that it tells of; a job sends it. It says that there is
-- something new and where to look, never what: no name and no text of a concern stands here, and no secret.

create table outbox (
  tenant_id uuid not null references tenant,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,40}$'),
  key text not null check (length(key) between 1 and 200), -- the same deed gives the same key, and so one letter
  subject text not null check (subject ~ '\S' and length(subject) <= 200),
  lines text[] not null check (cardinality(lines) between 1 and 20 and length(array_to_string(lines, '')) <= 4000),
  link text not null check (link ~ '^/([!-.0-\[\]-~][!-~]*)?$' and length(link) <= 500), -- a path of this site, never of another
  calendar jsonb check (jsonb_typeof(calendar) = 'object'),
  -- Letters go to the address somebody has when they leave. Only the news that it was changed goes to the old one; it never opens a door.
  to_address text check (length(to_address) <= 200),
  made_at timestamptz not null,
  next_try_at timestamptz not null,
  attempts int not null default 0,
  tried_at timestamptz, -- the first attempt
  lease uuid, -- of the worker that is at it
  sent_at timestamptz,
  given_up_at timestamptz,
  last_fault text check (last_fault ~ '^[0-9a-z_]{1,20}$'), -- an SMTP code or a word of ours: what a server says may hold a name
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, person_id) references person,
  constraint "one line each" check (subject || array_to_string(lines, '') !~ '[[:cntrl:]]'),
  constraint "only news of a change goes to the old address"
    check (to_address is null or (kind = 'address_changed' and link not like '%{%' and calendar is null)),
  constraint "sent or given up" check (sent_at is null or given_up_at is null)
);
create index outbox_of_person on outbox (tenant_id, person_id, id);
create index outbox_to_old_address on outbox (tenant_id, person_id) where to_address is not null and sent_at is null and given_up_at is null;
create index outbox_waiting on outbox (next_try_at) where sent_at is null and given_up_at is null;

call put_under_law('outbox');
create policy gate_posts on outbox for all to kortelijn_gate using (true) with check (true);
grant insert, update, delete on outbox to kortelijn_gate;

/* Lays a letter ready; the same key again does nothing. A person's transaction posts for its own partnership, a job for any. */
create function queue_mail(p_tenant uuid, p_person uuid, p_kind text, p_key text, p_subject text, p_lines text[], p_link text,
  p_calendar jsonb, p_due timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if app_tenant() is distinct from p_tenant and app_tenant() is not null then
    raise insufficient_privilege using message = 'a letter for another partnership';
  end if;
  insert into outbox (tenant_id, id, person_id, kind, key, subject, lines, link, calendar, made_at, next_try_at)
  select p_tenant, gen_random_uuid(), p_person, p_kind, p_key, left(regexp_replace(p_subject, '[[:cntrl:]]+', ' ', 'g'), 200),
    array(select regexp_replace(line, '[[:cntrl:]]+', ' ', 'g') from unnest(p_lines) with ordinality as l (line, nth) order by nth),
    p_link, p_calendar, app_now(), greatest(app_now(), p_due)
  on conflict (tenant_id, key) do nothing;
end
$$;
call give_function('queue_mail(uuid, uuid, text, text, text, text[], text, jsonb, timestamptz)', 'kortelijn_gate');

/* The next letter that is due, for one worker: for ten minutes nobody else gets it. A worker that is killed leaves it to the next.
   Who was suspended gets no mail, but the news of a changed address reaches the old one all the same; until it did (for a day at most),
   nothing goes to the new one. What waited for a month (no mail server was set up) is not sent any more. */
create function claim_mail(p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  o outbox;
  p person;
  held constant uuid := gen_random_uuid();
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  loop
    select * into o from outbox w where w.sent_at is null and w.given_up_at is null and w.next_try_at <= app_now()
      and (w.to_address is not null or not exists (select from outbox x where x.tenant_id = w.tenant_id and x.person_id = w.person_id
        and x.to_address is not null and x.sent_at is null and x.given_up_at is null and x.made_at > app_now() - interval '1 day'))
    order by w.next_try_at limit 1 for update skip locked;
    if not found then
      return null;
    end if;
    select * into p from person where tenant_id = o.tenant_id and id = o.person_id;
    if (p.suspended_at is not null and o.to_address is null) or o.made_at < app_now() - interval '30 days' then
      update outbox set given_up_at = app_now(), last_fault = case when p.suspended_at is not null then 'suspended' else 'late' end
      where tenant_id = o.tenant_id and id = o.id;
    else
      update outbox set attempts = attempts + 1, tried_at = coalesce(tried_at, app_now()), lease = held, next_try_at = app_now() + interval '10 minutes'
      where tenant_id = o.tenant_id and id = o.id;
      return (
        select jsonb_build_object('tenantId', o.tenant_id, 'id', o.id, 'personId', o.person_id, 'key', o.key,
          'to', coalesce(o.to_address, p.email), 'partnership', t.name,
          'subject', o.subject, 'lines', o.lines, 'link', o.link, 'calendar', o.calendar, 'lease', held, 'attempts', o.attempts + 1,
          'minutesTrying', floor(extract(epoch from app_now() - coalesce(o.tried_at, app_now())) / 60))
        from tenant t where t.tenant_id = o.tenant_id);
    end if;
  end loop;
end
$$;
call give_function('claim_mail(timestamptz)', 'kortelijn_gate');

/* What became of a claimed letter: sent; to be tried again at p_again; or given up. A worker that lost its lease changes nothing. */
create function settle_mail(p_tenant uuid, p_id uuid, p_lease uuid, p_sent boolean, p_again_in int, p_fault text, p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update outbox set lease = null, last_fault = p_fault,
    sent_at = case when p_sent then app_now() end,
    given_up_at = case when not p_sent and p_again_in is null then app_now() end,
    next_try_at = case when p_again_in is null then next_try_at else app_now() + make_interval(mins => p_again_in) end
  where tenant_id = p_tenant and id = p_id and lease = p_lease and sent_at is null and given_up_at is null;
end
$$;
call give_function('settle_mail(uuid, uuid, uuid, boolean, int, text, timestamptz)', 'kortelijn_gate');

/* A fresh one-time log-in secret (its hash) for a letter that is leaving and asks for one. Older ones stay good until they end: a
   server may have kept the message of an attempt that looked as if it failed. */
create function mail_link(p_tenant uuid, p_id uuid, p_lease uuid, p_key uuid, p_hash bytea, p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  insert into access_key (tenant_id, id, person_id, kind, hash, made_at, seen_at, expires_at)
  select o.tenant_id, p_key, o.person_id, 'link', p_hash, app_now(), app_now(), app_now() + interval '7 days'
  from outbox o where o.tenant_id = p_tenant and o.id = p_id and o.lease = p_lease and o.sent_at is null and o.link like '%{eenmalig}%';
  if not found then
    raise insufficient_privilege using message = 'this letter asks for no link';
  end if;
end
$$;
call give_function('mail_link(uuid, uuid, uuid, uuid, bytea, timestamptz)', 'kortelijn_gate');

/* Letters of the demonstration arrive at /demo/post and leave for nowhere, when there is no mail server. */
create function deliver_demonstration_mail(p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update outbox o set sent_at = app_now() from tenant t, person p
  where t.tenant_id = o.tenant_id and t.demonstration and p.tenant_id = o.tenant_id and p.id = o.person_id and p.suspended_at is null
    and o.sent_at is null and o.given_up_at is null and o.next_try_at <= app_now();
end
$$;
call give_function('deliver_demonstration_mail(timestamptz)', 'kortelijn_gate');

/* The mailbox of the demonstration, newest first: only of invented partnerships, whoever asks. */
create function demonstration_mail(p_person uuid, p_before_at timestamptz, p_before_id uuid, p_limit int, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  return (select coalesce(jsonb_agg(mail.one order by mail.made_at desc, mail.id desc), '[]') from (
    select o.made_at, o.id, jsonb_build_object('tenantId', o.tenant_id, 'id', o.id, 'personId', o.person_id, 'name', p.name,
      'to', coalesce(o.to_address, p.email),
      'partnership', t.name, 'madeAt', to_char(o.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'key', o.key,
      'subject', o.subject, 'lines', o.lines, 'link', o.link, 'calendar', o.calendar) as one
    from tenant t join outbox o on o.tenant_id = t.tenant_id join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where t.demonstration and o.given_up_at is null and (o.sent_at is not null or o.next_try_at <= app_now() or o.attempts > 0)
      and (p_person is null or o.person_id = p_person)
      and (p_before_at is null or (o.made_at, o.id) < (p_before_at, p_before_id))
    order by o.made_at desc, o.id desc limit p_limit) mail);
end
$$;
call give_function('demonstration_mail(uuid, timestamptz, uuid, int, timestamptz)', 'kortelijn_gate');
create index outbox_newest on outbox (tenant_id, made_at desc, id desc);

/* Who was written to when is not kept longer than it takes to see what went wrong. */
create function tidy_mail(p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  delete from outbox where made_at < app_now() - interval '180 days' and (sent_at is not null or given_up_at is not null);
end
$$;
call give_function('tidy_mail(timestamptz)', 'kortelijn_gate');
create index outbox_old on outbox (made_at) where sent_at is not null or given_up_at is not null;

/* For the administrator: how many letters cannot be delivered. Only what goes wrong is counted: how much mail there is would tell
   that something is going on. */
create function mail_troubles() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case when app_is('administrator') then (
    select jsonb_build_object(
      'waiting', count(*) filter (where sent_at is null and given_up_at is null and last_fault is not null),
      'givenUp', count(*) filter (where given_up_at > app_now() - interval '30 days' and last_fault not in ('suspended', 'late', 'replaced')))
    from outbox where tenant_id = app_tenant()) end
$$;
call give_function('mail_troubles()', 'kortelijn_gate');

-- Invitations ------------------------------------------------------------------------------------------------------------
-- What each person's mailbox and calendar were told last about a conversation on a concern. Who is told is worked out from who is
-- invited and who may read the concern today; so whatever changes that (a step, an ended appointment, a handing over) is made good
-- by comparing, and nobody who may not read the concern is told more than that an appointment is off.

create table invitation (
  tenant_id uuid not null references tenant,
  conversation_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('asked', 'set', 'off')), -- asked to choose; a moment is set; taken back
  starts_at timestamptz,
  sequence int not null default 0, -- rises with every change (RFC 5546 §2.1.4)
  changed_at timestamptz not null,
  primary key (tenant_id, conversation_id, person_id),
  foreign key (tenant_id, conversation_id) references conversation on delete cascade,
  foreign key (tenant_id, person_id) references person,
  constraint "what is set has a moment" check (state <> 'set' or starts_at is not null)
);
create index invitation_of_person on invitation (tenant_id, person_id);
create index invitation_standing on invitation (tenant_id, conversation_id) where state <> 'off';
create index conversation_about_concern on conversation (coalesce(starts_at, made_at)) where concern_id is not null;
call put_under_law('invitation');
create policy own on invitation for select to kortelijn_app using (tenant_id = (select app_tenant()) and person_id = (select app_person()));
grant select on invitation to kortelijn_app;
create policy gate_invites on invitation for all to kortelijn_gate using (true) with check (true);
grant insert, update on invitation to kortelijn_gate;

/* What must be told now about a conversation: the state it has for a person, where that is not what they were told last. */
create function invitation_changes(c concern, k conversation) returns table (person uuid, state text, told text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with later as (
    select x.step, x.relation from concern_entry x where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.version > k.version
  ), present as (
    select case
      when c.status in ('resolved', 'closed') or exists (select from later where step in ('plan_conversation', 'hold_conversation')) then 'off'
      when k.starts_at is not null then 'set'
      when exists (select from later where step = 'record_no_answer' or (step = 'answer_invitation' and relation = 'school_director')) then 'off'
      else 'asked'
    end as state
  ), invited as (
    select p.person_id, concern_relations(c, p.person_id, app_today()) as relations
    from (select x.person_id from concern_entry_person x where x.tenant_id = c.tenant_id and x.concern_id = c.id and x.version = k.version
      union select k.made_by) p
  ), stand_ins as (
    -- Nobody of them is director any more: who is that today, answers and comes.
    select a.person_id from (select distinct a.person_id from appointment a
      where a.tenant_id = c.tenant_id and (a.school_id = c.school_id or (a.school_id is null and a.board_id is null))
        and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())) a
    where (select state from present) <> 'off' and not exists (select from invited where 'school_director' = any (relations))
      and 'school_director' = any (concern_relations(c, a.person_id, app_today()))
  ), wanted as (
    select i.person_id, (select state from present) as state from (
      select person_id from invited
      where relations && array['author', 'contact_person', 'school_director', 'team_lead', 'participant'] and person_id <> k.made_by
      union select person_id from stand_ins
      union select k.made_by from invited where person_id = k.made_by and k.starts_at is not null
        and relations && array['author', 'contact_person', 'school_director', 'team_lead', 'participant']
    ) i join person p on p.tenant_id = c.tenant_id and p.id = i.person_id and p.suspended_at is null
    where (select state from present) <> 'off'
  )
  select coalesce(w.person_id, i.person_id), coalesce(w.state, 'off'), i.state
  from wanted w full join (select x.* from invitation x where x.tenant_id = k.tenant_id and x.conversation_id = k.id) i on i.person_id = w.person_id
  where (k.starts_at is null or k.starts_at > app_now())
    and (coalesce(w.state, 'off') is distinct from coalesce(i.state, 'off') or (w.state = 'set' and i.starts_at is distinct from k.starts_at))
$$;
call give_function('invitation_changes(concern, conversation)', 'kortelijn_gate', true);

/* Records what must be told now, about one concern or (for the job) all, and gives it so that letters can be written. Letters about the
   same conversation that did not leave yet are replaced. `known`: this person's mail left before, so a calendar may hold it. */
create function settle_invitations(p_concern uuid) returns table (tenant uuid, person uuid, concern uuid, conversation uuid, state text, told text,
  answers boolean, known boolean, starts_at timestamptz, sequence int, at timestamptz, key text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  found_one record;
  c concern;
  k conversation;
  change record;
  letters text;
begin
  for found_one in
    select f.tenant_id, f.id, f.concern_id from conversation f join concern x on x.tenant_id = f.tenant_id and x.id = f.concern_id
    where case when p_concern is not null then f.concern_id = p_concern and f.tenant_id = app_tenant()
          and concern_relations(x, app_person(), app_today()) && (array['author', 'contact_person', 'school_director', 'team_lead', 'participant']
            || case when x.put_forward_at is not null then array['partnership_director', 'board_member'] else '{}' end)
        else app_tenant() is null and coalesce(f.starts_at, f.made_at) > app_now() - interval '90 days' and f.concern_id is not null end
      and (f.starts_at is null or f.starts_at > app_now())
      and exists (select from invitation_changes(x, f))
    order by f.tenant_id, f.concern_id, f.version
  loop
    -- Looked at again under the lock: a step may have been first.
    select x.* into c from concern x where x.tenant_id = found_one.tenant_id and x.id = found_one.concern_id for no key update;
    select f.* into k from conversation f where f.tenant_id = found_one.tenant_id and f.id = found_one.id;
    for change in select * from invitation_changes(c, k) loop
      insert into invitation as i (tenant_id, conversation_id, person_id, state, starts_at, changed_at)
      values (k.tenant_id, k.id, change.person, change.state, k.starts_at, app_now())
      on conflict (tenant_id, conversation_id, person_id) do update
        set state = change.state, sequence = i.sequence + 1, changed_at = app_now(), starts_at = coalesce(k.starts_at, i.starts_at)
      returning i.sequence, i.starts_at into sequence, starts_at;
      letters := 'invitation:' || k.id || ':' || change.person || ':';
      update outbox o set given_up_at = app_now(), last_fault = 'replaced'
      where o.tenant_id = k.tenant_id and o.person_id = change.person and o.key like letters || '%'
        and o.sent_at is null and o.given_up_at is null and o.tried_at is null;
      known := exists (select from outbox o where o.tenant_id = k.tenant_id and o.person_id = change.person and o.key like letters || '%'
        and (o.sent_at is not null or o.tried_at is not null) and o.calendar is not null);
      tenant := k.tenant_id; person := change.person; concern := c.id; conversation := k.id; state := change.state; told := change.told;
      answers := concern_relations(c, change.person, app_today()) && array['school_director', 'participant'];
      at := app_now(); key := letters || sequence;
      return next;
    end loop;
  end loop;
end
$$;
call give_function('settle_invitations(uuid)', 'kortelijn_gate');
