/**
 * The database that comes along: a real PostgreSQL in `DATA_DIR`, for trying out, tests and small installations.
 * Programs on the same folder share one server; whoever leaves last stops it. A server that a killed program left
 * behind is taken over, and a server that dies under a running program is started again on the same port.
 */
import { existsSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  type Cluster,
  createCluster,
  embeddedBinaries,
  findPostmaster,
  freePort,
  type Postmaster,
  ServerFault,
  startPostgres,
  stopPostgres,
} from './embedded/cluster.ts';
import {
  makeSecrets,
  prepareFolder,
  readSecrets,
  refuseDamaged,
  type Secrets,
  told,
  writeSecrets,
} from './embedded/folder.ts';
import { alone, moveIn, moveOut, othersIn, type Purpose } from './embedded/lock.ts';
import { createRoles, type DatabaseUrls, urlsFor } from './embedded/roles.ts';
import { factsOf, log } from './log.ts';
import { PlainFault } from './plain-fault.ts';

export interface EmbeddedDatabase extends DatabaseUrls {
  /** Leaves the database; the last program to leave stops the server. */
  stop(): Promise<void>;
}

const watchEveryMs = 250;
const logLimitBytes = 5_000_000;

/**
 * Starts or joins the database in `dataDir`, making it on first use.
 * @throws {PlainFault} when the folder cannot be used, or `purpose` is `web` and another program serves from it
 */
export async function startEmbedded(dataDir: string, purpose: Purpose): Promise<EmbeddedDatabase> {
  prepareFolder(dataDir);
  const cluster = clusterIn(dataDir);
  const secrets = await alone(dataDir, async () => {
    refuseSecondWebsite(dataDir, purpose);
    moveIn(dataDir, purpose);
    try {
      return await bringUp(dataDir, cluster);
    } catch (error) {
      moveOut(dataDir);
      if (othersIn(dataDir).length === 0) await stopPostgres(cluster.folder);
      throw told(error, dataDir, cluster);
    }
  });
  const stopWatching = watch(dataDir, cluster, secrets.port);
  return {
    ...urlsFor(secrets.port, secrets),
    async stop() {
      await stopWatching();
      await alone(dataDir, async () => {
        moveOut(dataDir);
        if (othersIn(dataDir).length === 0) await stopPostgres(cluster.folder);
      });
    },
  };
}

function clusterIn(dataDir: string): Cluster {
  return {
    binaries: embeddedBinaries(),
    folder: join(dataDir, 'postgres'),
    logFile: join(dataDir, 'postgres.log'),
    settings: [],
  };
}

function refuseSecondWebsite(dataDir: string, purpose: Purpose): void {
  const other = othersIn(dataDir).find((occupant) => occupant.purpose === 'web');
  if (purpose !== 'web' || !other) return;
  throw new PlainFault(
    `Kortelijn draait al op de gegevens in ${dataDir} (proces ${other.pid}). Stop dat eerst, of kies een andere DATA_DIR.`,
  );
}

/** Everything up to a server that has our roles and database; every step may have been done before. */
async function bringUp(dataDir: string, cluster: Cluster): Promise<Secrets> {
  const secretsFile = join(dataDir, 'postgres.json');
  refuseDamaged(cluster.folder, secretsFile);
  const known = existsSync(secretsFile) ? readSecrets(secretsFile) : makeSecrets();
  if (!existsSync(cluster.folder)) {
    writeSecrets(secretsFile, known);
    createCluster(cluster, known.superPassword);
  }
  const server =
    (await takeOver(dataDir, cluster, known)) ?? (await startPatiently(cluster, await freePort(known.port)));
  const secrets = { ...known, port: server.port };
  if (known.port !== server.port) writeSecrets(secretsFile, secrets);
  await createRoles(urlsFor(server.port, secrets).superUrl, secrets);
  return secrets;
}

/** A server left behind is used again when it answers; when it hangs and nobody uses it, it is stopped. */
async function takeOver(
  dataDir: string,
  cluster: Cluster,
  secrets: Secrets,
): Promise<Postmaster | undefined> {
  const found = findPostmaster(cluster.folder);
  if (!found) return undefined;
  for (let tries = 0; tries < 5; tries += 1) {
    if (await answers(urlsFor(found.port, secrets).superUrl)) return found;
    if (!findPostmaster(cluster.folder)) return undefined;
    await sleep(300);
  }
  if (othersIn(dataDir).length > 0) throw new ServerFault('the running server does not answer');
  await stopPostgres(cluster.folder, 1_000);
  return undefined;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 1_000,
    query_timeout: 1_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** After a kill the old server's last children need a moment to go; until then PostgreSQL refuses a new one. */
async function startPatiently(cluster: Cluster, port: number): Promise<Postmaster> {
  if (existsSync(cluster.logFile) && statSync(cluster.logFile).size > logLimitBytes)
    truncateSync(cluster.logFile);
  for (let tries = 1; ; tries += 1) {
    try {
      return await startPostgres(cluster, port);
    } catch (error) {
      const leaving = error instanceof ServerFault && /shared memory block|already exists/.test(error.reason);
      if (!leaving || tries === 50) throw error;
      await sleep(200);
    }
  }
}

/** Starts the server again when it is gone. The answer ends the watching. */
function watch(dataDir: string, cluster: Cluster, port: number): () => Promise<void> {
  const ended = new AbortController();
  const look = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await sleep(watchEveryMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
      if (ended.signal.aborted || findPostmaster(cluster.folder)) continue;
      await alone(dataDir, async () => {
        if (findPostmaster(cluster.folder)) return;
        log('warn', 'database server is gone, starting it again');
        await startPatiently(cluster, port);
        log('info', 'database server is back');
      }).catch((error: unknown) => log('error', 'database server did not start', factsOf(error)));
    }
  };
  const looking = look();
  return () => {
    ended.abort();
    return looking;
  };
}
