/** The two log-in roles and the database on a server of our own. Docs/operating.md asks the same of another's server. */
import pg from 'pg';

export interface Credentials {
  readonly superPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export interface DatabaseUrls {
  /** For making databases and roles; the product itself never uses it. */
  readonly superUrl: string;
  /** Owns the tables: migrations, backup and restore. */
  readonly ownerUrl: string;
  /** Owns nothing, sees what row-level security shows: pages and jobs. */
  readonly appUrl: string;
}

export function urlsFor(port: number, credentials: Credentials, database = 'kortelijn'): DatabaseUrls {
  const url = (user: string, password: string, name: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
  return {
    superUrl: url('postgres', credentials.superPassword, 'postgres'),
    ownerUrl: url('kortelijn_owner', credentials.ownerPassword, database),
    appUrl: url('kortelijn_app', credentials.appPassword, database),
  };
}

/** Makes the roles and the database that are not there yet. */
export async function createRoles(superUrl: string, credentials: Credentials): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const known = await client.query<{ name: string }>(
      'select rolname as name from pg_roles union all select datname from pg_database',
    );
    const names = new Set(known.rows.map((row) => row.name));
    const role = async (name: string, rights: string, password: string) => {
      if (names.has(name)) return;
      await client.query(
        `create role ${name} login nosuperuser nobypassrls ${rights} password ${pg.escapeLiteral(password)}`,
      );
    };
    await role('kortelijn_owner', 'nocreatedb createrole', credentials.ownerPassword);
    await role('kortelijn_app', 'nocreatedb nocreaterole', credentials.appPassword);
    // The owner hands out the program's rights, so that it must be able to take them; PostgreSQL 16 asks for this grant.
    await client.query('grant kortelijn_app to kortelijn_owner');
    // From 16 on, who makes a role may not use it unless this is said.
    const version = await client.query<{ number: number }>(
      "select current_setting('server_version_num')::int as number",
    );
    if ((version.rows[0]?.number ?? 0) >= 160_000) {
      await client.query("alter role kortelijn_owner set createrole_self_grant = 'set, inherit'");
    }
    if (!names.has('kortelijn')) await client.query('create database kortelijn owner kortelijn_owner');
    await client.query('revoke all on database kortelijn from public');
    await client.query('grant connect on database kortelijn to kortelijn_app');
  } finally {
    await client.end();
  }
}
