/** What a command of `npm run kortelijn -- …` is, and how it gets at the database. */
import { type Config, type Environment, readConfig } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import type { Purpose } from './embedded/lock.ts';
import { startEmbedded } from './embedded.ts';
import { migrate, missingMigrations } from './migrate.ts';
import { PlainFault } from './plain-fault.ts';
import { migrationsFolder } from './project.ts';
import { requireFinished } from './restore.ts';

export interface Command {
  /** One or two words, such as `tenant create`. */
  readonly name: string;
  /** One line for the list of commands, in Dutch. */
  readonly summary: string;
  /** What `--help` shows under the summary: arguments and options, in Dutch. */
  readonly help: string;
  /** Writes its answer on stdout. Throws a PlainFault for what the user can mend. */
  run(args: readonly string[], env: Environment): Promise<void>;
}

export interface DatabaseAccess {
  readonly appUrl: string;
  /** Undefined when DATABASE_URL came without DATABASE_OWNER_URL. */
  readonly ownerUrl: string | undefined;
}

export interface OpenedDatabase extends DatabaseAccess {
  stop(): Promise<void>;
}

/** The database of the settings: one's own, or the embedded one, started or shared with a running program. */
export async function openServer(config: Config, purpose: Purpose): Promise<OpenedDatabase> {
  if (config.databaseUrl === undefined) return startEmbedded(config.dataDir, purpose);
  return { appUrl: config.databaseUrl, ownerUrl: config.databaseOwnerUrl, stop: async () => undefined };
}

/** Runs `work` with the database as it is, migrated or not, and leaves it as it was found: running or stopped. */
export async function withServer<T>(
  config: Config,
  work: (access: DatabaseAccess) => Promise<T>,
): Promise<T> {
  const database = await openServer(config, 'other');
  const leave = () => void database.stop().finally(() => process.exit(1));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, leave);
  try {
    return await work(database);
  } finally {
    for (const signal of signals) process.off(signal, leave);
    await database.stop();
  }
}

/**
 * As `withServer`, on a database that has every migration: the embedded one gets them here, one's own must have them.
 * @throws {PlainFault} when one's own database misses migrations, or a restore was not finished
 */
export async function withDatabase<T>(
  config: Config,
  work: (access: DatabaseAccess) => Promise<T>,
): Promise<T> {
  return withServer(config, async (access) => {
    await ensureMigrated(config, access);
    return work(access);
  });
}

/** Migrates the embedded database; asks for `migrate` when it is one's own and behind. */
export async function ensureMigrated(config: Config, access: DatabaseAccess): Promise<void> {
  if (config.databaseUrl === undefined) {
    await migrate(ownerOf(access), userOf(access.appUrl), migrationsFolder);
    return requireFinished(access.appUrl);
  }
  const missing = await missingMigrations(access.appUrl, migrationsFolder);
  if (missing.length === 0) return requireFinished(access.appUrl);
  throw new PlainFault('De database mist nog wijzigingen. Doe eerst: npm run kortelijn -- migrate');
}

/**
 * The command line's own way in: the owner's login acting as the program's role, so that row-level security holds for it too.
 * Work with `{ operatorFor: tenantId }`.
 * @throws {PlainFault} when the owner's address was not given
 */
export function operatorDatabase(access: DatabaseAccess, clock?: () => Date): Database {
  return openDatabase({ url: ownerOf(access), operator: true, max: 2, ...(clock && { clock }) });
}

/** Runs `work` as an operator on a database that has every migration. */
export async function withOperator<T>(
  env: Environment,
  work: (database: Database, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  return withDatabase(config, async (access) => {
    const database = operatorDatabase(access);
    return work(database, config).finally(() => database.close());
  });
}

/** @throws {PlainFault} when the owner's address was not given */
export function ownerOf(access: DatabaseAccess): string {
  if (access.ownerUrl !== undefined) return access.ownerUrl;
  throw new PlainFault('Dit commando heeft DATABASE_OWNER_URL nodig: de rol die de tabellen bezit.');
}

/** The log-in name in a database address. */
export function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
