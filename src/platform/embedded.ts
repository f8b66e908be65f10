/**
 * The database that comes along: a real PostgreSQL in `DATA_DIR`, for trying out, tests and small installations.
 * Programs on the same folder share one server; whoever leaves last stops it. A server that a killed program left
 * behind is taken over, and a server that dies under a running program is started again on the same port.
 */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
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
import { alone, moveIn, moveOut, othersIn, type Purpose } from './embedded/lock.ts';
import { type Credentials, createRoles, type DatabaseUrls, urlsFor } from './embedded/roles.ts';
import { factsOf, log } from './log.ts';
import { PlainFault } from './plain-fault.ts';

export interface EmbeddedDatabase extends DatabaseUrls {
  /** Leaves the database; the last program to leave stops the server. */
  stop(): Promise<void>;
}

const secretsShape = z.object({
  port: z.number(),
  superPassword: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
});
type Secrets = z.output<typeof secretsShape>;

const major = 18;
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

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new PlainFault(
      `In de map ${dataDir} kan niet worden geschreven${code}. Kies een andere met DATA_DIR.`,
    );
  }
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

function refuseDamaged(folder: string, secretsFile: string): void {
  if (!existsSync(folder)) return;
  accessSync(secretsFile, constants.R_OK | constants.W_OK);
  const version = Number.parseInt(readFileSync(join(folder, 'PG_VERSION'), 'utf8'), 10);
  if (version === major) return;
  throw new PlainFault(
    `De gegevens in ${folder} zijn van PostgreSQL ${version}, deze Kortelijn brengt ${major} mee. Zie docs/operating.md.`,
  );
}

/** A server left behind is used again when it answers; when it hangs and nobody uses it, it is stopped. */
async function takeOver(
  dataDir: string,
  cluster: Cluster,
  secrets: Secrets,
): Promise<Postmaster | undefined> {
  const found = findPostmaster(cluster.folder);
  if (!found) return undefined;
  for (let tries = 0; tries < 10; tries += 1) {
    if (await answers(urlsFor(found.port, secrets).superUrl)) return found;
    if (!findPostmaster(cluster.folder)) return undefined;
    await sleep(300);
  }
  if (othersIn(dataDir).length > 0) throw new ServerFault('the running server does not answer');
  await stopPostgres(cluster.folder);
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

function told(error: unknown, dataDir: string, cluster: Cluster): unknown {
  if (error instanceof PlainFault) return error;
  if (error instanceof ServerFault) {
    return new PlainFault(
      `De database in ${dataDir} start niet: ${error.reason}. Meer staat in ${cluster.logFile}; zie ook docs/operating.md.`,
    );
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') {
    return new PlainFault(
      `De gegevens in ${dataDir} zijn van een andere gebruiker. Start Kortelijn als die gebruiker.`,
    );
  }
  if (code === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError || code === '28P01') {
    return new PlainFault(
      `De gegevens in ${dataDir} zijn beschadigd of niet compleet. ` +
        'Zet ze terug uit een back-up, of kies een andere DATA_DIR.',
    );
  }
  return error;
}

function makeSecrets(): Secrets {
  const password = () => randomBytes(24).toString('base64url');
  return { port: 0, superPassword: password(), ownerPassword: password(), appPassword: password() };
}

function readSecrets(file: string): Secrets {
  return secretsShape.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function writeSecrets(file: string, secrets: Secrets & Credentials): void {
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
}
