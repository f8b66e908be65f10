-- What users of news and development missed: a draft that can be thrown away, topics that lead somewhere, and word of what waits.

-- Throwing a draft away ------------------------------------------------------------------------------------------------------------------

create policy gate_removes on post for delete to kortelijn_gate using (published_at is null);
create policy gate_removes on post_address for delete to kortelijn_gate using (true);
grant delete on post, post_address to kortelijn_gate;
grant execute on function drop_promise(uuid), drop_working_rule(uuid) to kortelijn_gate;

/* Takes a draft away that was never out, with its files and what it would have bound: by who began it, or an editor. */
create function discard_post(p_id uuid, p_version int) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before post := lock_post(p_id, p_version);
begin
  perform refuse_post(array_remove(array[
    case when post_state(before) <> 'draft' then 'stateAllows' end,
    case when before.made_by is distinct from app_person() and not ('editor' = any (app_texts('roles'))) then 'ownOrEditor' end,
    case when exists (select from consultation c where c.tenant_id = app_tenant() and c.post_id = p_id) then 'noRoundAsks' end
  ], null));
  perform drop_promise(x.id) from promise x where x.tenant_id = app_tenant() and x.post_id = p_id;
  perform drop_working_rule(r.id) from working_rule r where r.tenant_id = app_tenant() and r.post_id = p_id;
  delete from post_address where tenant_id = app_tenant() and post_id = p_id;
  delete from post_text where tenant_id = app_tenant() and post_id = p_id;
  delete from post_file_content c using post_file f where f.tenant_id = app_tenant() and f.post_id = p_id and c.tenant_id = f.tenant_id and c.file_id = f.id;
  delete from post_file where tenant_id = app_tenant() and post_id = p_id;
  delete from post where tenant_id = app_tenant() and id = p_id;
end
$$;
call give_function('discard_post(uuid, int)', 'kortelijn_gate');

-- Topics for visitors --------------------------------------------------------------------------------------------------------------------

/* Topics that visitors can choose: those of which there is something for everybody to read. */
create or replace function public_topics(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name) order by t.position, t.name, t.code), '[]')
  from topic t where t.tenant_id = p_tenant and (t.ended_on is null or t.ended_on > app_today()) and t.code in (
    select unnest(p.topics) from post p where p.tenant_id = p_tenant and p.published_at <= app_now() and p.withdrawn_at is null
      and p.audiences && array['public', 'parents'])
$$;

/* As it stands in 0046. What somebody chose before stays theirs to keep, also when there is nothing of it now. */
create or replace function subscription_behind(p_hash bytea) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select jsonb_build_object('partnership', jsonb_build_object('name', t.name, 'code', t.code), 'tenantId', s.tenant_id,
    'address', left(s.email, 1) || '…' || substr(s.email, position('@' in s.email)),
    'confirmed', s.confirmed_at is not null, 'language', s.language, 'audiences', s.audiences, 'topics', s.topics,
    'frequency', s.frequency, 'version', s.version, 'choices', public_topics(s.tenant_id) || (
      select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name) order by o.position, o.name, o.code), '[]') from topic o
      where o.tenant_id = s.tenant_id and o.code = any (s.topics)
        and not public_topics(s.tenant_id) @> jsonb_build_array(jsonb_build_object('code', o.code))))
  from outbox o join subscription s on s.tenant_id = o.tenant_id and s.id = o.subscription_id join tenant t on t.tenant_id = s.tenant_id
  where o.secret_hash = p_hash
$$;

-- Word of what waits ---------------------------------------------------------------------------------------------------------------------

-- The owner is under the law too.
alter table notice_kind no force row level security;
insert into notice_kind (kind, default_choice) values ('transition', 'at_once') on conflict do nothing;
alter table notice_kind force row level security;

/* Whoever comes into a role hears of each step that their team lead writes down; of one's own steps nobody does. */
create function tell_transition() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into notice (tenant_id, person_id, kind, subject, subject_id, about, due_on, at)
  select new.tenant_id, new.person_id, 'transition', 'person', new.person_id, 'transition_' || new.step, new.on_date, app_now()
  where new.by_id <> new.person_id on conflict do nothing;
  return null;
end
$$;
call give_function('tell_transition()', 'kortelijn_gate', true);
create trigger transition_is_told after insert on role_transition for each row execute function tell_transition();

/* On a morning: tells whom a round asks and who said nothing yet that its last day is near: from two days before it, of a round that runs for
   three days already. Not who made it. Gives how many notices there were. */
create function remind_of_rounds(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  told int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true), set_config('app.tenant', '', true), set_config('app.person', '', true);
  if not day_has_begun() then
    return 0;
  end if;
  insert into notice (tenant_id, person_id, kind, subject, subject_id, version, due_on, at)
  select c.tenant_id, h, 'consultation', 'consultation', c.id, 2, c.ends_on - 1, app_now()
  from consultation c cross join lateral consultation_hearers(c, null, app_today()) h
  where c.status = 'open' and c.starts_on <= app_today() - 3 and app_today() between c.ends_on - 3 and c.ends_on - 1 and h <> c.made_by
    and not exists (select from consultation_participant x where x.tenant_id = c.tenant_id and x.consultation_id = c.id and x.person_id = h)
  on conflict do nothing;
  get diagnostics told = row_count;
  return told;
end
$$;
call give_function('remind_of_rounds(timestamptz)', 'kortelijn_gate');

/* Whoever answers a round has read what they were told of it. */
create function round_notices_read() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update notice set read_at = app_now()
  where tenant_id = new.tenant_id and person_id = new.person_id and subject_id = new.consultation_id and subject = 'consultation' and read_at is null;
  return null;
end
$$;
call give_function('round_notices_read()', 'kortelijn_gate', true);
create trigger answering_reads_notices after insert on consultation_participant for each row execute function round_notices_read();
