/** The data folder: may we use it, is it whole, and the passwords that are kept in it. */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { PlainFault } from '../plain-fault.ts';
import { type Cluster, ServerFault } from './cluster.ts';

const secretsShape = z.object({
  port: z.number(),
  superPassword: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
});
export type Secrets = z.output<typeof secretsShape>;

const major = 18;

/** Makes the folder when it is not there. @throws {PlainFault} when we may not write in it */
export function prepareFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new PlainFault(
      `In de map ${dataDir} kan niet worden geschreven${code}. Kies een andere met DATA_DIR.`,
    );
  }
}

/** Not `recursive`: where a folder cannot be made at all (/proc), Node would try for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** @throws what `told` turns into a plain line, when something that must be there is not */
export function refuseDamaged(folder: string, secretsFile: string): void {
  if (!existsSync(folder)) return;
  accessSync(secretsFile, constants.R_OK | constants.W_OK);
  const version = Number.parseInt(readFileSync(join(folder, 'PG_VERSION'), 'utf8'), 10);
  if (version === major) return;
  throw new PlainFault(
    `De gegevens in ${folder} zijn van PostgreSQL ${version}, deze Kortelijn brengt ${major} mee. Zie docs/operating.md.`,
  );
}

/** The fault in words for the one at the keyboard, where it has any. */
export function told(error: unknown, dataDir: string, cluster: Cluster): unknown {
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
  const unreadable =
    error instanceof SyntaxError || error instanceof z.ZodError || error instanceof pg.DatabaseError;
  if (code === 'ENOENT' || unreadable) {
    return new PlainFault(
      `De gegevens in ${dataDir} zijn beschadigd of niet compleet. ` +
        'Zet ze terug uit een back-up, of kies een andere DATA_DIR.',
    );
  }
  return error;
}

export function makeSecrets(): Secrets {
  const password = () => randomBytes(24).toString('base64url');
  return { port: 0, superPassword: password(), ownerPassword: password(), appPassword: password() };
}

export function readSecrets(file: string): Secrets {
  return secretsShape.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function writeSecrets(file: string, secrets: Secrets): void {
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
}
