import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { backup, findTables, rowsOf } from '../../src/platform/backup.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { PlainFault } from '../../src/platform/plain-fault.ts';
import { migrationsFolder } from '../../src/platform/project.ts';
import { restore } from '../../src/platform/restore.ts';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'kortelijn-backup-'));
const file = join(folder, 'backup.gz');
let fingerprints: ReadonlyMap<string, string>;

/** Characters that a text format could trip over, and enough rows to fill many chunks. */
const fill = `
  insert into tenant (tenant_id, code, name, preset, holiday_region) values
    ('00000000-0000-7000-8000-000000000001', 'proef', E'Tab\\t regel\\n terug\\r streep\\\\ \\\\. «é» 🌱 مرحبا', 'rotterdam', 'zuid');
  insert into board (tenant_id, id, code, name)
    select tenant_id, gen_random_uuid(), 'B' || n, case when n = 1 then E'\\\\.' else E'\\\\N niets ' || n end
    from tenant, generate_series(1, 20000) n;
  insert into school (tenant_id, id, code, name, latitude, ended_on)
    select tenant_id, gen_random_uuid(), '01AB0' || n, 'School ' || n, 51.9 + n / 3.0, '2026-08-01' from tenant, generate_series(1, 9) n;
  insert into person (tenant_id, id, name, email, suspended_at)
    select tenant_id, gen_random_uuid(), 'Proef ' || n, 'proef' || n || '@voorbeeld.nl', now() from tenant, generate_series(1, 3) n;
  insert into appointment (tenant_id, id, person_id, role, starts_on)
    select tenant_id, gen_random_uuid(), id, 'team_lead', '2026-08-01' from person;`;

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** As the superuser, whom no policy hides anything from. */
function superUrlOf(database: FreshDatabase): string {
  const url = new URL(inject('template').superUrl);
  url.pathname = new URL(database.ownerUrl).pathname;
  return url.href;
}

function fingerprintsOf(database: FreshDatabase): Promise<ReadonlyMap<string, string>> {
  return withClient(superUrlOf(database), async (client) => {
    const found = new Map<string, string>();
    for (const table of await findTables(client)) {
      for await (const _ of rowsOf(client, table, (foot) =>
        found.set(table.name, `${foot.rows} ${foot.sha256}`),
      ));
    }
    return found;
  });
}

async function refusal(database: FreshDatabase, from: string): Promise<string> {
  const refused = await restore(database.ownerUrl, 'kortelijn_app', migrationsFolder, from).catch(
    (error) => error,
  );
  expect(refused).toBeInstanceOf(PlainFault);
  return refused.message;
}

async function countTenants(database: FreshDatabase): Promise<number> {
  const found = await withClient(superUrlOf(database), (client) => client.query('select 1 from tenant'));
  return found.rows.length;
}

beforeAll(async () => {
  const database = await freshDatabase();
  await withClient(superUrlOf(database), (client) => client.query(fill));
  fingerprints = await fingerprintsOf(database);
  await backup(database.ownerUrl, file);
  await database.drop();
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a backup', () => {
  test('is for the eyes of its owner only and leaves nothing unfinished beside it', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['backup.gz']);
  });

  test('brings back every row of every table into an empty database', async () => {
    const database = await emptyDatabase();
    const counted = await restore(database.ownerUrl, 'kortelijn_app', migrationsFolder, file);
    expect(await fingerprintsOf(database)).toEqual(fingerprints);
    expect(counted.tables).toBe(fingerprints.size);
    expect(counted.rows).toBeGreaterThanOrEqual(1 + 20_000 + 9 + 3 + 3);
    await database.drop();
  });

  test('brings the law back too: policies forced and triggers on', async () => {
    const database = await freshDatabase();
    const law = `select (select count(*) from pg_class where relforcerowsecurity) as forced,
      (select count(*) from pg_trigger where tgenabled = 'O') as triggers, (select count(*) from pg_trigger) as all_triggers`;
    const lawOf = () => withClient(superUrlOf(database), async (client) => (await client.query(law)).rows[0]);
    const before = await lawOf();
    await restore(database.ownerUrl, 'kortelijn_app', migrationsFolder, file);
    expect(await lawOf()).toEqual(before);
    await database.drop();
  });

  test('goes into a newer schema: back to where it was made, and on from there', async () => {
    const newer = join(folder, 'migrations');
    cpSync(migrationsFolder, newer, { recursive: true });
    writeFileSync(join(newer, '9999_later.sql'), "alter table area add note text not null default 'later'");
    const database = await freshDatabase();
    await migrate(database.ownerUrl, 'kortelijn_app', newer);
    await restore(database.ownerUrl, 'kortelijn_app', newer, file);
    expect(await countTenants(database)).toBe(1);
    await withClient(superUrlOf(database), (client) => client.query('select note from area'));
    await database.drop();
    rmSync(newer, { recursive: true });
  });

  test('is refused by a database that is in use', async () => {
    const database = await freshDatabase();
    await withClient(superUrlOf(database), (client) => client.query(fill.split(';')[0] ?? ''));
    expect(await refusal(database, file)).toMatch(/niet leeg/);
    expect(await countTenants(database)).toBe(1);
    await database.drop();
  });

  test('is refused by a database of something else', async () => {
    const database = await emptyDatabase();
    await withClient(database.ownerUrl, (client) => client.query('create table shop (id int)'));
    expect(await refusal(database, file)).toMatch(/niet leeg/);
    await database.drop();
  });
});

describe('a damaged backup is noticed and nothing of it is put back:', () => {
  const damage = async (name: string, bytes: Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const database = await freshDatabase();
    const line = await refusal(database, path);
    expect(await countTenants(database)).toBe(0);
    await database.drop();
    rmSync(path);
    return line;
  };

  test('a flipped byte in the file', async () => {
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    expect(await damage('flipped.gz', bytes)).toMatch(/beschadigd/);
  });

  test('a changed row, even when the file is zipped anew', async () => {
    const text = gunzipSync(readFileSync(file)).toString('utf8').replace('Proef 2', 'Proef 4');
    expect(await damage('changed.gz', gzipSync(text))).toMatch(/beschadigd/);
  });

  test('a missing row', async () => {
    const text = gunzipSync(readFileSync(file))
      .toString('utf8')
      .replace(/^.*\tB17\t.*\n/m, '');
    expect(await damage('missing.gz', gzipSync(text))).toMatch(/beschadigd/);
  });

  test('an end that was cut off', async () => {
    expect(await damage('cut.gz', readFileSync(file).subarray(0, -40))).toMatch(/beschadigd/);
    const text = gunzipSync(readFileSync(file)).toString('utf8').replace('{"complete":true}\n', '');
    expect(await damage('endless.gz', gzipSync(text))).toMatch(/beschadigd/);
  });

  test('a file that is something else', async () => {
    expect(await damage('letter.txt', Buffer.from('Beste ouders,'))).toMatch(/geen back-up/);
    expect(await damage('empty', Buffer.alloc(0))).toMatch(/geen back-up/);
  });

  test('a backup of a newer Kortelijn', async () => {
    const text = gunzipSync(readFileSync(file)).toString('utf8').replace('"0001_', '"9999_');
    expect(await damage('newer.gz', gzipSync(text))).toMatch(/nieuwere Kortelijn/);
  });

  test('no file at all', async () => {
    const database = await emptyDatabase();
    expect(await refusal(database, join(folder, 'nowhere.gz'))).toMatch(/geen bestand/);
    await database.drop();
  });
});
