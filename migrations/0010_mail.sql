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
  constraint "sent or given up" check (sent_at is null or given_up_at is null)
);
create index outbox_of_person on outbox (tenant_id, person_id, id);
create index outbox_waiting on outbox (next_try_at) where sent_at is null and given_up_at is null;

call put_under_law('outbox');
create policy gate_posts on outbox for all to kortelijn_gate using (true) with check (true);
grant insert, update on outbox to kortelijn_gate;

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
