/**
 * The way back from a backup: into an empty database, all or nothing. The schema is first brought to where the backup
 * was made, then the rows go in and are read back to compare, and then the schema goes on to this program's. Until
 * `finishRestore` has erased again what was erased since, nothing serves from it: `requireFinished`.
 */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Counted, columnsOf, findTables, plainText, rowsOf } from './backup.ts';
import {
  type BackupReader,
  damaged,
  fileFormat,
  type Head,
  readBackup,
  type TableFoot,
  type TableHead,
} from './backup-file.ts';
import type { Database } from './database.ts';
import { type Erasure, eraseAgain } from './erasure-journal.store.ts';
import { migrate, readMigrations } from './migrate.ts';
import { PlainFault } from './plain-fault.ts';

/**
 * Puts a backup into an empty database (freshly made, or migrated and without a partnership).
 * @throws {PlainFault} when the database is not empty, or the file is damaged or of a newer Kortelijn
 */
export async function restore(
  ownerUrl: string,
  appLogin: string,
  folder: string,
  file: string,
): Promise<Counted> {
  const reader = readBackup(file);
  try {
    const head = await reader.head();
    refuseUnknown(head, folder, file);
    await withClient(ownerUrl, (client) => makeRoom(client, head, appLogin));
    await migrate(ownerUrl, appLogin, folder, head.migrations.at(-1)?.name ?? '');
    const counted = await withClient(ownerUrl, (client) => load(client, reader, head, file));
    await migrate(ownerUrl, appLogin, folder);
    return counted;
  } finally {
    reader.close();
  }
}

/**
 * Erases again what was erased after the backup was made, and what is past its term by now; from then on it may serve.
 * `database` is an operator's. Gives how much of the journal had come back. Doing it twice does no harm.
 */
export async function finishRestore(
  ownerUrl: string,
  database: Database,
  journal: readonly Erasure[],
  eraseByTerm: (database: Database) => Promise<void>,
): Promise<number> {
  const erased = await eraseAgain(database, journal);
  await eraseByTerm(database);
  await withClient(ownerUrl, async (client) => {
    if (await isUnfinished(client))
      await client.query('update migration.restored set finished_at = now() where finished_at is null');
  });
  return erased;
}

/** @throws {PlainFault} when a backup was put back and what was erased since has not gone again */
export async function requireFinished(url: string): Promise<void> {
  if (!(await withClient(url, isUnfinished))) return;
  throw new PlainFault(
    'Er is een back-up teruggezet, maar wat daarna was gewist is nog niet opnieuw gewist.',
    'Doe eerst: npm run kortelijn -- restore --finish',
  );
}

async function isUnfinished(client: pg.Client): Promise<boolean> {
  const known = await client.query<{ yes: boolean }>(
    "select to_regclass('migration.restored') is not null as yes",
  );
  if (known.rows[0]?.yes !== true) return false;
  const found = await client.query('select 1 from migration.restored where finished_at is null');
  return found.rows.length > 0;
}

function refuseUnknown(head: Head, folder: string, file: string): void {
  const known = new Map(readMigrations(folder).map(({ name, checksum }) => [name, checksum]));
  const fits = head.migrations.every(({ name, checksum }) => known.get(name) === checksum);
  if (head.format <= fileFormat && fits) return;
  throw new PlainFault(
    `${file} is van een andere, waarschijnlijk nieuwere Kortelijn. Werk eerst Kortelijn bij.`,
  );
}

/** Only an empty database gets a backup. One that was migrated further than the backup is emptied of its schema. */
async function makeRoom(client: pg.Client, head: Head, appLogin: string): Promise<void> {
  // Who serves meanwhile would show what is about to be erased again.
  const served = await client.query(
    'select 1 from pg_stat_activity where datname = current_database() and usename = $1',
    [appLogin],
  );
  if (served.rows.length > 0) throw new PlainFault('Kortelijn draait nog op deze database. Stop dat eerst.');
  const found = await client.query<{ tables: boolean; migrated: boolean; tenants: boolean }>(`
    select exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') as tables,
      to_regclass('migration.applied') is not null as migrated, to_regclass('public.tenant') is not null as tenants`);
  const { tables, migrated, tenants } = found.rows[0] ?? { tables: true, migrated: false, tenants: false };
  const filled = tenants && (await client.query('select 1 from tenant limit 1')).rows.length > 0;
  if (filled || (tables && !migrated)) {
    throw new PlainFault(
      'Deze database is niet leeg. Een back-up kan alleen in een lege database worden teruggezet.',
    );
  }
  if (!migrated) return;
  const applied = await client.query<{ name: string }>('select name from migration.applied');
  const inBackup = new Set(head.migrations.map(({ name }) => name));
  if (applied.rows.every(({ name }) => inBackup.has(name))) return;
  await client.query(`begin; drop schema public cascade; drop schema migration cascade; create schema public;
    grant usage on schema public to public; commit`);
}

async function load(client: pg.Client, reader: BackupReader, head: Head, file: string): Promise<Counted> {
  await client.query('begin');
  try {
    await client.query(plainText);
    await refuseOtherTables(client, head, file);
    const forced = await liftTheLaw(client, head.tables);
    const counted = { tables: head.tables.length, rows: 0 };
    for (const table of head.tables) {
      counted.rows += await loadTable(client, reader, table, file);
    }
    await reader.end();
    await client.query('set constraints all immediate');
    await restoreTheLaw(client, head.tables, forced);
    await client.query(`create table if not exists migration.restored (at timestamptz primary key, finished_at timestamptz);
      grant select on migration.restored to kortelijn_app; insert into migration.restored (at) values (now())`);
    await client.query('commit');
    return counted;
  } catch (error) {
    await client.query('rollback');
    // Class 22 and 23: rows that PostgreSQL cannot read or that contradict each other.
    const unfit = error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');
    throw unfit ? damaged(file) : error;
  }
}

async function refuseOtherTables(client: pg.Client, head: Head, file: string): Promise<void> {
  const here = (await findTables(client)).map(columnsOf).sort();
  const there = head.tables.map(columnsOf).sort();
  if (here.join() !== there.join()) throw damaged(file);
}

/** Rows that were lawful once go in as they were: no triggers, no policies, until the end of this transaction. */
async function liftTheLaw(client: pg.Client, tables: readonly TableHead[]): Promise<ReadonlySet<string>> {
  const forced = await client.query<{ name: string }>(`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity`);
  for (const { name } of tables) {
    await client.query(`alter table ${id(name)} no force row level security, disable trigger user`);
  }
  // Migrations fill some tables themselves.
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => id(name)).join(', ')}`);
  return new Set(forced.rows.map(({ name }) => name));
}

async function restoreTheLaw(
  client: pg.Client,
  tables: readonly TableHead[],
  forced: ReadonlySet<string>,
): Promise<void> {
  for (const { name } of tables) {
    await client.query(`alter table ${id(name)} enable trigger user`);
    if (forced.has(name)) await client.query(`alter table ${id(name)} force row level security`);
  }
}

/** Loads a table, then reads it back: what stands there now must be what stood there then, byte for byte. */
async function loadTable(
  client: pg.Client,
  reader: BackupReader,
  table: TableHead,
  file: string,
): Promise<number> {
  const hash = createHash('sha256');
  const sink = client.query(copyFrom(`copy ${columnsOf(table)} from stdin`));
  const hashed = async function* () {
    for await (const chunk of reader.rows()) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(hashed, sink);
  const foot = await reader.foot();
  const back: TableFoot[] = [];
  for await (const _ of rowsOf(client, table, (told) => back.push(told))) {
    // Only the fingerprint counts.
  }
  const same = (other: TableFoot | undefined) => other?.rows === foot.rows && other.sha256 === foot.sha256;
  if (!same({ rows: sink.rowCount, sha256: hash.digest('hex') }) || !same(back[0])) throw damaged(file);
  return foot.rows;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const id = (name: string) => `public.${pg.escapeIdentifier(name)}`;
