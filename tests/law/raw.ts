/** Raw SQL under the program's role, as a person, tried and taken back. */
import pg from 'pg';
import type { Sql, Transaction } from '../../src/platform/database.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import type { FreshDatabase } from '../support/database.ts';

/** `done`, `nothing` (no row was touched), or the SQLSTATE and what was said. */
export type Verdict = string;

/** A person; an operator for a partnership or for none; or nobody said who asks. */
export type Asker = Identity | { readonly operatorFor: string | null } | 'nobody';

export interface RawSql {
  /** Tries each on its own, at commit's constraints too, and takes it back. */
  tryAll(who: Asker, clock: string, statements: readonly string[]): Promise<readonly Verdict[]>;
  rows<Row>(who: Identity, clock: string, query: string): Promise<readonly Row[]>;
  readonly client: pg.Client;
  close(): Promise<void>;
}

const tryOut = `create or replace function try_out(p_statements text[]) returns text[] language plpgsql as $$
  declare
    statement text;
    touched bigint;
    verdicts text[] := '{}';
    verdict text;
  begin
    foreach statement in array p_statements loop
      begin
        execute statement;
        get diagnostics touched = row_count;
        set constraints all immediate;
        raise exception using errcode = 'XX999', message = case when touched = 0 then 'nothing' else 'done' end;
      exception
        when sqlstate 'XX999' then verdict := sqlerrm;
        when others then verdict := sqlstate || ' ' || sqlerrm;
      end;
      verdicts := verdicts || verdict;
    end loop;
    return verdicts;
  end
$$`;

export async function openRawSql(fresh: FreshDatabase): Promise<RawSql> {
  // The owner's login may move the clock; the role it works as is the program's.
  const client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  await client.query(tryOut);
  await client.query("set timezone = 'UTC'");
  const as = async <T>(who: Asker, clock: string, work: () => Promise<T>): Promise<T> => {
    await client.query('begin');
    try {
      await client.query('set local role kortelijn_app');
      await opening(client, who, clock);
      return await work();
    } finally {
      await client.query('rollback');
    }
  };
  return {
    client,
    tryAll: (who, clock, statements) =>
      as(who, clock, async () => {
        const found = await client.query<{ verdicts: readonly Verdict[] }>('select try_out($1) as verdicts', [
          statements,
        ]);
        return found.rows[0]?.verdicts ?? [];
      }),
    rows: <Row>(who: Identity, clock: string, query: string) =>
      as(who, clock, async () => (await client.query(query)).rows as Row[]),
    close: () => client.end(),
  };
}

async function opening(client: pg.Client, who: Asker, clock: string): Promise<void> {
  if (who === 'nobody') return;
  if ('operatorFor' in who) await client.query('select begin_operation($1, $2)', [who.operatorFor, clock]);
  else await client.query('select begin_request($1, $2, $3)', [who.personId, who.tenantId, clock]);
}

/** What a store function would send, as text. */
export async function textOf(work: (tx: Transaction) => Promise<unknown>): Promise<string> {
  const sent: string[] = [];
  const tx: Transaction = {
    rows: async () => [],
    first: async () => undefined,
    run: async (query) => sent.push(literal(query)),
  };
  await work(tx);
  return sent.join(';\n');
}

function literal(query: Sql): string {
  return query.text.replace(/\$(\d+)/g, (_, nth: string) => {
    const value: unknown = query.values[Number(nth) - 1];
    if (value === null || value === undefined) return 'null';
    return pg.escapeLiteral(Array.isArray(value) ? `{${value.join()}}` : String(value));
  });
}
