/**
 * One throw-away PostgreSQL for a run of the tests: the embedded one, or Debian's 15 with `TEST_POSTGRES=debian15`.
 * It holds a migrated template; `freshDatabase` copies it in well under a tenth of a second.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import {
  type Cluster,
  createCluster,
  embeddedBinaries,
  findPostmaster,
  freePort,
  startPostgres,
  stopPostgres,
} from '../../src/platform/embedded/cluster.ts';
import { createRoles, type DatabaseUrls, urlsFor } from '../../src/platform/embedded/roles.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { migrationsFolder } from '../../src/platform/project.ts';
import { makeFolder } from './folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the migrated database `kortelijn`, which is only ever copied. */
    template: DatabaseUrls;
  }
}

/**
 * Several projects of one run share the server, and the demonstration in it: the first to come starts it, the last to go stops it.
 * Each project reads this file anew, so what they share stands outside it.
 */
const shared = globalThis as typeof globalThis & {
  testServer?: { users: number; readonly running: ReturnType<typeof start> };
};

export async function setup(project: TestProject): Promise<void> {
  shared.testServer ??= { users: 0, running: start() };
  shared.testServer.users += 1;
  project.provide('template', (await shared.testServer.running).urls);
}

export async function teardown(): Promise<void> {
  const server = shared.testServer;
  if (server === undefined) return;
  server.users -= 1;
  if (server.users === 0) await (await server.running).stop();
}

async function start(): Promise<{ readonly urls: DatabaseUrls; stop(): Promise<void> }> {
  const folder = makeFolder('test');
  const cluster: Cluster = {
    binaries: binaries(),
    folder: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    // Nothing here outlives the run, so nothing needs to reach the disk.
    settings: [
      ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'],
      // It may lie in memory: each database that is made writes 16 MB of log.
      'max_wal_size=256MB',
    ],
  };
  const stop = async () => {
    await stopPostgres(cluster.folder);
    rmSync(folder, { recursive: true, force: true });
  };
  // Ctrl-C ends vitest without a teardown; what is left to us then must be done at once.
  process.once('exit', () => {
    const left = findPostmaster(cluster.folder);
    if (left) process.kill(left.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });
  process.once('SIGTERM', () => process.exit(1));
  try {
    const password = () => randomBytes(12).toString('base64url');
    const credentials = { superPassword: password(), ownerPassword: password(), appPassword: password() };
    createCluster(cluster, credentials.superPassword);
    const { port } = await startPostgres(cluster, await freePort(0));
    const urls = urlsFor(port, credentials);
    await createRoles(urls.superUrl, credentials);
    await makeNoticeBoard(urls.superUrl);
    await migrate(urls.ownerUrl, 'kortelijn_app', migrationsFolder);
    return { urls, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where files of tests leave for each other what one found out (`once` in database.ts). */
async function makeNoticeBoard(superUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  await client.query('create table once (name text primary key, found json)').finally(() => client.end());
}

function binaries(): string {
  const { TEST_POSTGRES } = process.env;
  if (TEST_POSTGRES !== 'debian15') return embeddedBinaries();
  const folder = '/usr/lib/postgresql/15/bin';
  if (existsSync(folder)) return folder;
  throw new Error('TEST_POSTGRES=debian15 asks for: apt-get install postgresql-15');
}
