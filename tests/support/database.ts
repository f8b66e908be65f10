/** A database of its own for a test: migrated, empty, gone afterwards. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface FreshDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** A copy of the migrated template. */
export function freshDatabase(): Promise<FreshDatabase> {
  return makeDatabase('template kortelijn strategy wal_log');
}

/**
 * A copy of a database with today's demonstration in it. Whoever comes first loads it, which takes seconds; test files run beside
 * each other, so the others wait for it.
 */
export async function demonstrationDatabase(
  load: (access: { readonly ownerUrl: string; readonly appUrl: string }) => Promise<unknown>,
): Promise<FreshDatabase> {
  const { superUrl, ownerUrl, appUrl } = inject('template');
  const name = 'demonstration';
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await client.query('drop database if exists demonstration_in_the_making with (force)');
      await client.query(
        'create database demonstration_in_the_making owner kortelijn_owner template kortelijn strategy wal_log',
      );
      const making = 'demonstration_in_the_making';
      await load({ ownerUrl: withName(ownerUrl, making), appUrl: withName(appUrl, making) });
      await client.query(`alter database ${making} rename to ${name}`);
    }
    return await makeDatabase(`template ${name} strategy wal_log`);
  } finally {
    await client.end();
  }
}

/** A database with nothing in it at all, as a new server has. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return makeDatabase('');
}

async function makeDatabase(how: string): Promise<FreshDatabase> {
  const template = inject('template');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asSuperuser(template.superUrl, `create database ${name} owner kortelijn_owner ${how}`);
  return {
    ownerUrl: withName(template.ownerUrl, name),
    appUrl: withName(template.appUrl, name),
    drop: () => asSuperuser(template.superUrl, `drop database ${name} with (force)`),
  };
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
