/** Sealing, and reading the chain back. */
import pg from 'pg';
import { type Database, sql } from '../../platform/database.ts';
import type { ChainRow } from './chain.ts';

export interface Head {
  readonly tenantId: string;
  readonly tenant: string;
  readonly number: number;
  readonly hash: string;
  /** Rows sealed in this round. */
  readonly sealed: number;
}

/** Seals at most `limit` rows that are not sealed yet; gives the head of every chain. */
export async function sealRows(database: Database, limit: number): Promise<readonly Head[]> {
  const row = await database.ask<{ heads: readonly Head[] }>(sql`
    select coalesce(jsonb_agg(jsonb_build_object('tenantId', s.tenant_id, 'tenant', s.code, 'number', s.number,
      'hash', encode(s.hash, 'hex'), 'sealed', s.sealed)), '[]') as heads from seal_audit(${limit}) s`);
  return row?.heads ?? [];
}

export interface Waiting {
  readonly rows: number;
  /** UTC; null when nothing waits. */
  readonly since: string | null;
}

export interface Chains {
  readonly tenants: readonly { readonly id: string; readonly code: string }[];
  readonly waiting: Waiting;
  /** The sealed rows of a partnership, in order. */
  rowsOf(tenantId: string): AsyncGenerator<ChainRow>;
}

/** Reads everything in one snapshot with the owner's login, while pages and jobs go on. */
export async function withChains<T>(ownerUrl: string, work: (chains: Chains) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const tenants = await client.query<{ id: string; code: string }>(
      'select tenant_id as id, code from tenant order by code',
    );
    const waiting = await client.query<Waiting>(`select count(*)::int as rows,
      to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since from audit where number is null`);
    return await work({
      tenants: tenants.rows,
      waiting: waiting.rows[0] ?? { rows: 0, since: null },
      rowsOf: (tenantId) => rowsOf(client, tenantId),
    });
  } finally {
    await client.end();
  }
}

const perRead = 20_000;

async function* rowsOf(client: pg.Client, tenantId: string): AsyncGenerator<ChainRow> {
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const { rows } = await client.query<ChainRow>({
      name: 'chain',
      text: `select tenant_id as "tenantId", number::float8 as number, (extract(epoch from sealed_at) * 1000000)::bigint::text as "sealedAt", id,
          (extract(epoch from at) * 1000000)::bigint::text as at, person_id as "personId", action, subject, subject_id as "subjectId", via,
          encode(hash, 'hex') as hash
        from audit where tenant_id = $1 and number > $2 order by number limit ${perRead}`,
      values: [tenantId, last],
    });
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < perRead) return;
    last = end.number;
  }
}
