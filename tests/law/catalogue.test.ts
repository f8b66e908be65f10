/** The schema keeps the law of docs/architecture.md: read from pg_catalog, so that a new table cannot forget it. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { checks } from './catalogue-checks.ts';

let fresh: FreshDatabase;
let client: pg.Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  client = new pg.Client({ connectionString: address.href });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await fresh.drop();
});

const findings = async (query: string) =>
  (await client.query<{ found: string }>(query)).rows.map(({ found }) => found);

describe.each(checks)('$name', ({ query, breach }) => {
  test('is nowhere', async () => {
    expect(await findings(query)).toEqual([]);
  });

  test('would be found', async () => {
    await client.query('begin');
    try {
      await client.query(breach);
      expect(await findings(query)).not.toEqual([]);
    } finally {
      await client.query('rollback');
    }
  });
});
