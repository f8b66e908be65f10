/** The built program as a process of its own, the way `npm start` and `npm run kortelijn` run it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from './folder.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningWebsite {
  readonly process: ChildProcess;
  readonly address: string;
  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Ended>;
}

const alive = new Set<ChildProcess>();

/** For after a test that failed half-way. */
export function killPrograms(): void {
  for (const child of alive) child.kill('SIGKILL');
}

type Environment = Readonly<Record<string, string>>;

/** A folder for one test's database. */
export function makeDataDir(): string {
  return join(makeFolder('program'), 'data');
}

/** Runs a command to its end. */
export async function runCommand(args: readonly string[], env: Environment): Promise<Ended> {
  return launch(args, env).ended;
}

/** Starts the website on a free port and waits until it says where it is. */
export async function startWebsite(env: Environment): Promise<RunningWebsite> {
  const { child, ended, said } = launch(['serve'], { PORT: '0', ...env });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  for (;;) {
    const address = /draait op (\S+)/.exec(said())?.[1];
    if (address) return { process: child, address, stop };
    const early = await Promise.race([ended, sleep(20)]);
    if (early) throw new Error(`the program ended: ${early.stderr}`);
  }
}

function launch(args: readonly string[], env: Environment) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['scripts/kortelijn.mjs', ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, stdout, stderr }));
  return { child, ended, said: () => stdout };
}
