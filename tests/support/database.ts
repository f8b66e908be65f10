/** A database of its own for a test: migrated, empty, gone afterwards. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface FreshDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** When it is not on the tests' own server. */
  readonly superUrl?: string;
  drop(): Promise<void>;
}

/** A copy of the migrated template. */
export function freshDatabase(): Promise<FreshDatabase> {
  return makeDatabase('template kortelijn strategy wal_log');
}

/** What whoever comes first finds out for all files of this run; the others wait for it. It must go into JSON and back. */
export async function once<T>(name: string, find: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('template').superUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const known = await client.query<{ found: T }>('select found from once where name = $1', [name]);
    if (known.rows[0] !== undefined) return known.rows[0].found;
    const found = await find(client);
    await client.query('insert into once values ($1, $2)', [name, JSON.stringify(found)]);
    return found;
  } finally {
    await client.end();
  }
}

/** A database with nothing in it at all, as a new server has. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return makeDatabase('');
}

/** @param how what follows in `create database` */
export async function makeDatabase(how: string): Promise<FreshDatabase> {
  const { superUrl } = inject('template');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asSuperuser(superUrl, `create database ${name} owner kortelijn_owner ${how}`);
  return {
    ...urlsOf(name),
    drop: () => asSuperuser(superUrl, `drop database ${name} with (force)`),
  };
}

/** The addresses of a database of the tests' server. */
export function urlsOf(name: string): Pick<FreshDatabase, 'ownerUrl' | 'appUrl'> {
  const { ownerUrl, appUrl } = inject('template');
  return { ownerUrl: withName(ownerUrl, name), appUrl: withName(appUrl, name) };
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function withName(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
