/**
 * Backup without any tool of PostgreSQL, the same for the embedded server and one's own: one snapshot, every table of
 * the schema `public` in an order in which no row comes before what it points to. See `restore.ts` for the way back.
 */
import { createHash } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { fileFormat, footOf, type Head, lineOf, type TableFoot, type TableHead } from './backup-file.ts';
import { PlainFault } from './plain-fault.ts';

export interface Counted {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes everything to `file` (mode 0600), which appears only when it is complete. Pages and jobs go on meanwhile.
 * @throws {PlainFault} when the file cannot be written, or a table would not be read whole
 */
export async function backup(ownerUrl: string, file: string): Promise<Counted> {
  const unfinished = `${file}.${process.pid}.tmp`;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(plainText);
    const head = await headOf(client);
    const counted = { tables: head.tables.length, rows: 0 };
    const content = contentOf(client, head, (foot) => {
      counted.rows += foot.rows;
    });
    const target = createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true });
    await pipeline(content, createGzip(), target);
    renameSync(unfinished, file);
    return counted;
  } catch (error) {
    rmSync(unfinished, { force: true });
    const syscall = error instanceof Error && 'syscall' in error && 'path' in error;
    if (syscall && 'code' in error)
      throw new PlainFault(`${file} kan niet worden geschreven (${error.code}).`);
    throw error;
  } finally {
    await client.end();
  }
}

/** Rows read the same on every server, whatever its settings. */
export const plainText = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local client_encoding = 'UTF8'; set local extra_float_digits = 1; set local synchronize_seqscans = off`;

/** The rows of a table, and at the end their number and fingerprint. */
export async function* rowsOf(
  client: pg.Client,
  table: TableHead,
  tell: (foot: TableFoot) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const rows = client.query(copyTo(`copy ${columnsOf(table)} to stdout`));
  for await (const chunk of rows) {
    hash.update(chunk);
    yield chunk;
  }
  tell({ rows: rows.rowCount, sha256: hash.digest('hex') });
}

/** The table with its columns, as COPY wants to hear it. */
export function columnsOf({ name, columns }: TableHead): string {
  return `public.${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
}

/** The tables of `public` with the columns that hold data of their own, referenced ones first. */
export async function findTables(client: pg.Client): Promise<readonly TableHead[]> {
  const found = await client.query<TableHead & { needs: readonly string[] }>(`
    select c.relname as name,
      (select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(distinct t.relname), '[]') from pg_constraint k join pg_class t on t.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid and not k.condeferrable) as needs
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`);
  const ordered: TableHead[] = [];
  let left = found.rows;
  while (left.length > 0) {
    const placed = new Set(ordered.map((table) => table.name));
    const next = left.filter((table) => table.needs.every((name) => placed.has(name)));
    if (next.length === 0) throw new Error('tables point to each other in a circle');
    ordered.push(...next.map(({ name, columns }) => ({ name, columns })));
    left = left.filter((table) => !next.includes(table));
  }
  return ordered;
}

async function* contentOf(client: pg.Client, head: Head, tell: (foot: TableFoot) => void) {
  yield lineOf(head);
  for (const table of head.tables) {
    let foot: TableFoot = { rows: 0, sha256: '' };
    yield* rowsOf(client, table, (told) => {
      foot = told;
    });
    tell(foot);
    yield footOf(foot);
  }
  yield lineOf({ complete: true });
}

async function headOf(client: pg.Client): Promise<Head> {
  const migrated = await client.query<{ yes: boolean }>(
    "select to_regclass('migration.applied') is not null as yes",
  );
  if (migrated.rows[0]?.yes !== true)
    throw new PlainFault('Deze database is nog leeg: er is niets te bewaren.');
  await refuseHiddenRows(client);
  const migrations = await client.query<Head['migrations'][number]>(
    'select name, checksum from migration.applied order by name',
  );
  const tables = await findTables(client);
  return { kortelijn: 'backup', format: fileFormat, migrations: migrations.rows, tables: [...tables] };
}

/** Row-level security holds for this login too: without the operator's policy a table would look empty. */
async function refuseHiddenRows(client: pg.Client): Promise<void> {
  const hidden = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and row_security_active(c.oid)
      and (exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive)
        or not exists (select from pg_policy p, unnest(p.polroles) r(oid) where p.polrelid = c.oid and p.polcmd in ('r', '*')
          and pg_get_expr(p.polqual, p.polrelid) = 'true' and (r.oid = 0 or pg_has_role(r.oid, 'usage'))))`);
  if (hidden.rows.length === 0) return;
  const names = hidden.rows.map((row) => row.name).join(', ');
  throw new PlainFault(
    `DATABASE_OWNER_URL mag niet alles lezen (${names}). Geef die rol de rol kortelijn_operator.`,
  );
}
