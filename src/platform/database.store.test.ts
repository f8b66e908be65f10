/** A transaction is either kept or said to have failed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { type Database, openDatabase, raw, sql } from './database.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase({ url: fresh.ownerUrl, operator: true, max: 1 });
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
});

test('a fault that was caught on the way is not a success: nothing was kept', async () => {
  const work = database.write({ operatorFor: null }, async (tx) => {
    await tx.run(sql`select 1 / 0`).catch(() => undefined);
    return 'kept';
  });
  await expect(work).rejects.toThrow('was not kept');
});

test('however many kinds of questions come, a connection remembers a bounded number of them', async () => {
  const remembered = await database.read('visitor', async (reader) => {
    for (let nth = 0; nth < 1_100; nth += 1) await reader.first(sql`select ${raw(String(nth))}`);
    return reader.first<{ n: number }>(sql`select count(*) as n from pg_prepared_statements`);
  });
  expect(remembered?.n).toBeLessThanOrEqual(1_002);
});
