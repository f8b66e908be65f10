/**
 * The bars of speed: what a request costs in CPU, program and PostgreSQL together, against the floor (floor.ts), both sides in turn in
 * one run. Makes a throw-away database with 10,000 concerns and 10,000 questions; takes two to three minutes. Ratios are medians over the rounds.
 * `--rounds N --count N --only TEXT` make it shorter; `--schools FILE` also times `import schools` with a file of one's own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../src/platform/embedded.ts';
import { migrate } from '../src/platform/migrate.ts';
import { migrationsFolder } from '../src/platform/project.ts';
import { memoryMb } from './cpu.ts';
import { fill, findPlaced } from './fill.ts';
import { findQuestionsOf } from './fill-questions.ts';
import { firstVisitKb } from './first-visit.ts';
import { type Cost, load, type Target } from './load.ts';
import { type Operation, operations, type Side } from './operations.ts';

const text = { type: 'string' } as const;
const { values: options } = parseArgs({
  options: { rounds: text, count: text, only: text, schools: text, profile: text },
});
/** The build, whose folder `bench` this runs from. */
const dist = dirname(dirname(fileURLToPath(import.meta.url)));
/** Node compiles what runs often; a program that serves all day has done so. */
const warmUps = 2;
const rounds = Number(options.rounds ?? 3);
const count = Number(options.count ?? 600);

const folder = mkdtempSync(join(tmpdir(), 'kortelijn-bench-'));
chmodSync(folder, 0o711); // when root runs this, another user runs PostgreSQL and must be able to pass
const children: ChildProcess[] = [];
let database = await startEmbedded(folder, 'other');
let passed = true;
try {
  await bench();
} finally {
  for (const child of children) await stop(child);
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(passed ? 0 : 1);

async function bench(): Promise<void> {
  if (options.schools !== undefined) await timeImport(options.schools);
  await migrate(database.ownerUrl, 'kortelijn_app', migrationsFolder);
  const superUrl = Object.assign(new URL(database.superUrl), { pathname: '/kortelijn' }).href;
  await fill(superUrl);
  await database.stop(); // so that the start of the product counts the start of PostgreSQL
  const began = performance.now();
  const product = await start('main.js', ['serve'], {
    ...{ DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', RATE_LIMIT: 'off' },
  });
  const firstKb = await firstVisitKb(product.port);
  const startSeconds = (performance.now() - began) / 1000;
  database = await startEmbedded(folder, 'other');
  const floor = await start('bench/floor.js', [], { FLOOR_URL: database.appUrl, FLOOR_SUPER_URL: superUrl });

  const pidFile = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
  const targets = { product, floor, bare: floor };
  say(
    `CPU-ms a request (program + PostgreSQL), median of ${rounds} rounds (least-most), ${count} requests on 16 connections`,
  );
  for (const operation of operations(await findPlaced(superUrl), await findQuestionsOf(superUrl), count)) {
    if (!operation.name.includes(options.only ?? '')) continue;
    tell(operation, await compare(operation, targets, Number(pidFile.split('\n')[0])));
  }
  const { now, peak } = memoryMb(product.pid);
  verdict('start to first page', startSeconds, 5, 's');
  verdict('first visit, gzip', firstKb, 60, 'KB');
  verdict(`memory after this (now ${now.toFixed(0)}), most`, peak, 200, 'MB');
}

/** Each side in turn, round after round; the first turns only warm up. */
async function compare(
  operation: Operation,
  targets: Record<Side, Target>,
  postgresPid: number,
): Promise<Record<Side, readonly Cost[]>> {
  const costs: Record<Side, Cost[]> = { product: [], floor: [], bare: [] };
  for (let turn = 0; turn < rounds + warmUps; turn += 1) {
    for (const side of operation.sides) {
      const cost = await load(targets[side], postgresPid, operation.asks(side, turn));
      if (turn >= warmUps) costs[side].push(cost);
    }
  }
  return costs;
}

function tell({ name, bar, sides }: Operation, costs: Record<Side, readonly Cost[]>): void {
  const totals = (side: Side) => costs[side].map((cost) => cost.program + cost.postgres);
  const parts = sides.map((side) => {
    const of = (value: (cost: Cost) => number) => median(costs[side].map(value));
    const all = totals(side);
    return (
      `${side} ${median(all).toFixed(2)} (${Math.min(...all).toFixed(2)}-${Math.max(...all).toFixed(2)}) = ` +
      `${of((cost) => cost.program).toFixed(2)}+${of((cost) => cost.postgres).toFixed(2)}, ` +
      `${of((cost) => cost.perSecond).toFixed(0)}/s, p95 ${of((cost) => cost.p95).toFixed(0)} ms`
    );
  });
  const ratio = (side: Side) => median(totals('product').map((each, at) => each / (totals(side)[at] ?? 0)));
  verdict(name, ratio('floor'), bar, 'x');
  if (sides.includes('bare'))
    say(`    ${ratio('bare').toFixed(2)} x a server without login, context and row-level security`);
  for (const part of parts) say(`    ${part}`);
}

function verdict(name: string, value: number, bar: number, unit: string): void {
  const good = value <= bar;
  passed &&= good;
  say(`${good ? '✓' : '✗'} ${name}: ${value.toFixed(2)} ${unit} (bar ${bar})`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function say(line: string): void {
  console.log(line);
}

/** Starts one of the built programs and waits until it tells its port. */
async function start(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Target> {
  const profile =
    script === 'main.js' && options.profile !== undefined
      ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`]
      : [];
  const child = spawn(process.execPath, [...profile, join(dist, script), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
    child.once('exit', () => reject(new Error(`${script} did not start`)));
  });
  return { port: Number(/(\d+)$/.exec(line)?.[1]), pid: child.pid ?? 0 };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Reads a school list into the empty database, as an operator would. */
async function timeImport(file: string): Promise<void> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [join(dist, 'main.js'), 'import', 'schools', resolve(file), '--json'],
    {
      env: { PATH: process.env['PATH'], DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let report = '';
  for await (const chunk of child.stdout) report += chunk;
  const { added, rejected } = JSON.parse(report);
  verdict(
    `import of ${added} schools (${rejected.length} rows rejected)`,
    (performance.now() - began) / 1000,
    20,
    's',
  );
}
