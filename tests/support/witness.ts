/** No deed without its audit row (R7): PostgreSQL itself writes down which transaction wrote where. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import type { FreshDatabase } from './database.ts';

export interface Witness {
  /** Transactions that wrote since it looks, and left no audit row: by the tables they wrote. */
  unaudited(): Promise<readonly string[]>;
  /** How many transactions wrote. */
  seen(): Promise<number>;
  close(): Promise<void>;
  /** Closes, and leaves the database as it was. */
  leave(): Promise<void>;
}

/**
 * What may change alone: traces and post that belong to a deed that was audited itself, and the counts, questions and visits of
 * somebody who is not in yet (coming in is audited with the session).
 */
const quiet = [
  ...['access_key', 'audit', 'disclosure', 'idempotency', 'notice', 'notice_day', 'outbox', 'invitation'],
  ...['passkey_challenge', 'log_in_attempt', 'recovery_attempt', 'provider_visit', 'login_session'],
  // Who read news, for «sinds u dit las».
  'post_reading',
  // Somebody outside asks for news by mail or stops; letters are counted.
  ...['subscription', 'subscription_end', 'post_mail'],
  // Computed from what was audited, and kept so that it need not be computed again.
  'capacity_year',
];

const stand = `create schema witness;
  create table witness.wrote (xid text not null, name text not null, staged boolean not null, primary key (xid, name));
  create function witness.write_down() returns trigger language plpgsql security definer as $$
    begin
      -- That a passkey was used only moves its counter.
      if tg_table_name = 'passkey' and tg_op = 'UPDATE' and to_jsonb(new) ->> 'name' = to_jsonb(old) ->> 'name' then return null; end if;
      -- What the job finds: the deed was asking for the report.
      if tg_table_name = 'report' and tg_op = 'UPDATE' then return null; end if;
      -- What the planner finds: the deed was asking it. What people change moves the version.
      if tg_table_name = 'deployment_plan' and tg_op = 'UPDATE' and to_jsonb(new) -> 'version' = to_jsonb(old) -> 'version' then return null; end if;
      insert into witness.wrote values (pg_current_xact_id()::xid::text, tg_table_name,
        coalesce(current_setting('app.operator', true) = 'yes', false) or current_setting('app.clock', true) is null)
      on conflict do nothing;
      return null;
    end $$;
  grant usage on schema witness to public;
  do $$ declare name text; begin
    for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
      execute format('create trigger zz_witness after insert or update or delete on %I for each row execute function witness.write_down()', name);
    end loop; end $$`;

/** @param factories what the test lays ready by itself, as operator or outside the program, does not count */
export async function openWitness(
  fresh: Pick<FreshDatabase, 'ownerUrl'>,
  { factories = false } = {},
): Promise<Witness> {
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  const superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await superuser.query(stand);
  return {
    unaudited: async () => {
      const { rows } = await superuser.query<{ names: string }>(
        `select distinct string_agg(name, ' ' order by name) as names from witness.wrote
         group by xid having not (array_agg(name) <@ $1::text[] or 'audit' = any (array_agg(name)) or (bool_and(staged) and $2))`,
        [quiet, factories],
      );
      return rows.map(({ names }) => names);
    },
    seen: async () => {
      const { rows } = await superuser.query<{ n: number }>(
        'select count(distinct xid)::int as n from witness.wrote where not (staged and $1)',
        [factories],
      );
      return rows[0]?.n ?? 0;
    },
    close: () => superuser.end(),
    leave: async () => {
      await superuser.query('drop schema witness cascade').finally(() => superuser.end());
    },
  };
}

/** Lets a whole file of tests leave no deed without its row. Called below the file's own beforeAll and afterAll. */
export function auditsEveryDeed(freshOf: () => FreshDatabase): void {
  let witness: Witness;
  beforeAll(async () => {
    witness = await openWitness(freshOf(), { factories: true });
  });
  afterAll(async () => {
    const [found, seen] = [await witness.unaudited(), await witness.seen()];
    await witness.close();
    expect(found).toEqual([]);
    expect(seen).toBeGreaterThan(0);
  });
}
