-- The ground of the database law: who is who, whose rows they see, at which hour.
--
-- Roles. The login that migrates (DATABASE_OWNER_URL) owns the tables. Everything that runs, runs as kortelijn_app, which owns nothing.
--   kortelijn_operator  command line and backup: may read every row, move the clock, act for a whole partnership
--   kortelijn_gate      owns the definer functions that must see more than the caller (who may enter, is this step lawful)
--   kortelijn_eraser    owns the only functions that may remove text
-- Roles belong to the whole cluster, so another database beside this one may have made them already.
do $$
declare
  name text;
begin
  foreach name in array array['kortelijn_app', 'kortelijn_operator', 'kortelijn_gate', 'kortelijn_eraser'] loop
    begin
      if not exists (select from pg_roles where rolname = name) then
        execute format('create role %I nologin', name);
      end if;
    exception when duplicate_object or unique_violation then
      null; -- a migration of a neighbouring database was first
    end;
    -- 'usage' and not 'member': since PostgreSQL 16 whoever makes a role is a member that may hand it out but not use it.
    if not pg_has_role(current_user, name, 'usage') then
      begin
        execute format('grant %I to %I', name, current_user);
      exception when unique_violation then
        null; -- idem
      end;
    end if;
  end loop;
end
$$;

create extension if not exists btree_gist;
grant usage on schema public to kortelijn_app, kortelijn_gate, kortelijn_eraser;
-- The program asks at its start whether it fits the database.
grant usage on schema migration to kortelijn_app;
grant select on migration.applied to kortelijn_app;

-- Context --------------------------------------------------------------------------------------------------------------
-- Settings live for one transaction and are '' afterwards, never null: nullif makes "no context" mean "no rows".
-- Policies always call these inside (select …), so that they are worked out once per statement and not per row (x23).

create function app_tenant() returns uuid language sql stable
as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

create function app_person() returns uuid language sql stable
as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

create function app_is(p_what text) returns boolean language sql stable
as $$ select coalesce(current_setting('app.' || p_what, true), '') = 'yes' $$;

create function app_ids(p_what text) returns uuid[] language sql stable
as $$ select coalesce(nullif(current_setting('app.' || p_what, true), ''), '{}')::uuid[] $$;

/* An operator is known by the login, which a setting cannot change. */
create function app_operator() returns boolean language sql stable
as $$ select coalesce(current_setting('app.operator', true), '') = 'yes' and pg_has_role(session_user, 'kortelijn_operator', 'member') $$;

/* The hour the law goes by. Only an operator's login may move it (demonstration history, tests with a moved clock). */
create function app_now() returns timestamptz language sql stable
as $$
  select case
    when coalesce(current_setting('app.clock', true), '') <> '' and pg_has_role(session_user, 'kortelijn_operator', 'member')
    then current_setting('app.clock', true)::timestamptz
    else now()
  end
$$;

create function day_of(p_moment timestamptz) returns date language sql immutable
as $$ select (p_moment at time zone 'Europe/Amsterdam')::date $$;

create function app_today() returns date language sql stable as $$ select day_of(app_now()) $$;

/* Every table is put under the law: row-level security on and forced, readable whole by the operator (backup) and the gate, by nobody else unless a policy says so. */
create procedure put_under_law(p_table regclass) language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy operator_reads on %s for select to kortelijn_operator using (true)', p_table);
  execute format('create policy gate_reads on %s for select to kortelijn_gate using (true)', p_table);
  execute format('grant select on %s to kortelijn_operator, kortelijn_gate', p_table);
end
$$;

/* Hands a definer function to the role whose rights it needs; only the program may call it, or with p_inner nobody but its owner.
   Definer functions name pg_temp last in their search path: else a temporary table of the caller would stand in for ours. */
create procedure give_function(p_function regprocedure, p_role text, p_inner boolean default false) language plpgsql
as $$
begin
  execute format('revoke all on function %s from public', p_function);
  if not p_inner then
    execute format('grant execute on function %s to kortelijn_app', p_function);
  end if;
  execute format('grant create on schema public to %I', p_role);
  execute format('alter function %s owner to %I', p_function, p_role);
  execute format('revoke create on schema public from %I', p_role);
end
$$;
revoke all on procedure put_under_law(regclass), give_function(regprocedure, text, boolean) from public;
