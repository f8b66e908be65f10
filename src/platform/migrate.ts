import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PlainFault } from './plain-fault.ts';

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** The migrations that come with the program, in order. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    });
}

/** Migration names this program knows but the database has not had. */
export async function missingMigrations(url: string, folder: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const applied = await appliedNames(client);
    return readMigrations(folder)
      .map((migration) => migration.name)
      .filter((name) => !applied.has(name));
  } finally {
    await client.end();
  }
}

/**
 * Brings the database to this program's schema and lets `appLogin` act as kortelijn_app. Forward only, one transaction a file.
 * Two programs that start together wait for each other. `upTo` stops after that file (restoring an older backup).
 * Returns the names applied now. Throws when a file that was applied has been edited since.
 */
export async function migrate(
  ownerUrl: string,
  appLogin: string,
  folder: string,
  upTo?: string,
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('kortelijn migrate'))");
    await client.query(`create schema if not exists migration; create table if not exists migration.applied (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const done: string[] = [];
    for (const migration of readMigrations(folder)) {
      if (upTo !== undefined && migration.name > upTo) break;
      if (await applyOnce(client, migration)) done.push(migration.name);
    }
    if (appLogin !== 'kortelijn_app')
      await client.query(`grant kortelijn_app to ${pg.escapeIdentifier(appLogin)}`);
    return done;
  } finally {
    await client.end();
  }
}

async function applyOnce(client: pg.Client, migration: Migration): Promise<boolean> {
  const before = await client.query<{ checksum: string }>({
    text: 'select checksum from migration.applied where name = $1',
    values: [migration.name],
  });
  const known = before.rows[0]?.checksum;
  if (known === migration.checksum) return false;
  if (known !== undefined)
    throw new PlainFault(
      `De database hoort bij een andere versie van Kortelijn: ${migration.name} is sindsdien veranderd.`,
    );
  await client.query('begin');
  try {
    // A migration never makes readers wait for long: it gives up its turn and is tried again at the next start.
    await client.query("set local lock_timeout = '5s'");
    await client.query(migration.text);
    await client.query({
      text: 'insert into migration.applied (name, checksum) values ($1, $2)',
      values: [migration.name, migration.checksum],
    });
    await client.query('commit');
    return true;
  } catch (fault) {
    await client.query('rollback');
    throw fault;
  }
}

async function appliedNames(client: pg.Client): Promise<ReadonlySet<string>> {
  const exists = await client.query<{ known: boolean }>(
    "select to_regclass('migration.applied') is not null as known",
  );
  if (exists.rows[0]?.known !== true) return new Set();
  const rows = await client.query<{ name: string }>('select name from migration.applied');
  return new Set(rows.rows.map((row) => row.name));
}
