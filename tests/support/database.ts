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
