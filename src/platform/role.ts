/** The login of pages and jobs must be one that row-level security holds for. */
import pg from 'pg';
import { PlainFault } from './plain-fault.ts';

/** What makes a login too mighty to serve with, in Dutch; empty = fit. Throws when the database cannot be reached. */
export async function findMight(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const found = await client.query<{ might: readonly string[] }>(`
      select array_remove(array[
        case when bool_or(rolsuper) then 'is superuser' end,
        case when bool_or(rolbypassrls) then 'gaat voorbij aan row-level security (BYPASSRLS)' end,
        case when exists (select from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(relowner, 'member'))
          then 'bezit de tabellen' end,
        case when bool_or(rolname = 'kortelijn_operator') then 'heeft de rol kortelijn_operator' end], null) as might
      from pg_roles where pg_has_role(oid, 'member')`);
    return found.rows[0]?.might ?? [];
  } finally {
    await client.end();
  }
}

/** @throws {PlainFault} when the login sees more than the program may */
export async function requireModestRole(url: string): Promise<void> {
  const might = await findMight(url);
  if (might.length === 0) return;
  throw new PlainFault(
    `De rol in DATABASE_URL ${might.join(' en ')}. Geef het programma een rol zonder die rechten; zie docs/operating.md.`,
  );
}
