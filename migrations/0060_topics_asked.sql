-- Letters are asked for about topics of which there is something for everybody (0055). A guessed topic that drafts alone have was kept, and
-- the page behind the link of a letter then called it by its name.

/* As it stands in 0046, with the topics of 0055. */
create or replace function ask_subscription(p_tenant uuid, p_id uuid, p_email text, p_language text, p_audiences text[], p_topics text[], p_frequency text,
  p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  s subscription;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  insert into subscription (tenant_id, id, email, made_at) values (p_tenant, p_id, p_email, app_now()) on conflict (tenant_id, email) do nothing;
  select * into s from subscription where tenant_id = p_tenant and email = p_email for update;
  if s.confirmed_at is null then
    update subscription set language = p_language, audiences = p_audiences, frequency = p_frequency, made_at = app_now(), topics = array(
      select t.code from jsonb_to_recordset(public_topics(p_tenant)) as t (code text) where t.code = any (p_topics) order by t.code)
    where tenant_id = p_tenant and id = s.id;
  end if;
  if s.lettered_at > app_now() - interval '10 minutes' or (s.letters >= 5 and s.lettered_at > app_now() - interval '1 day') then
    return;
  end if;
  update subscription set lettered_at = app_now(), letters = case when s.lettered_at > app_now() - interval '1 day' then s.letters + 1 else 1 end
  where tenant_id = p_tenant and id = s.id;
  insert into outbox (tenant_id, id, subscription_id, kind, key, made_at, next_try_at)
  select p_tenant, x, s.id, case when s.confirmed_at is null then 'news_confirm' else 'news_known' end, 'news_asked ' || x, app_now(), app_now()
  from gen_random_uuid() x;
end
$$;

/* As it stands in 0046; what was chosen before may stay. */
create or replace function change_subscription(p_hash bytea, p_version int, p_language text, p_audiences text[], p_topics text[], p_frequency text,
  p_clock timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  s subscription;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  select x.* into s from outbox o join subscription x on x.tenant_id = o.tenant_id and x.id = o.subscription_id
  where o.secret_hash = p_hash and x.confirmed_at is not null for update of x;
  if not found or s.version <> p_version then
    return case when s.id is not null then false end;
  end if;
  update subscription set language = p_language, audiences = p_audiences, frequency = p_frequency, version = version + 1, topics = array(
    select t.code from topic t where t.tenant_id = s.tenant_id and t.code = any (p_topics)
      and (t.code = any (s.topics) or public_topics(s.tenant_id) @> jsonb_build_array(jsonb_build_object('code', t.code))) order by t.code)
  where tenant_id = s.tenant_id and id = s.id;
  return true;
end
$$;
