/**
 * Killing the program and PostgreSQL while people write (R1): what was acknowledged is there, once. The program is killed
 * `CRASH_ROUNDS` times (5 unless told), PostgreSQL half as often (at least 3).
 */
import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  killPrograms,
  makeDataDir,
  type RunningWebsite,
  runCommand,
  startWebsite,
} from '../support/program.ts';

const programKills = Number(process.env['CRASH_ROUNDS'] ?? 5);
const postgresKills = Math.max(3, Math.ceil(programKills / 2));

let dataDir: string;
let env: Record<string, string>;
let website: RunningWebsite;
let token: string;
let schoolCode: string;

beforeAll(async () => {
  dataDir = makeDataDir();
  env = { DATA_DIR: dataDir, HOST: '127.0.0.1', RATE_LIMIT: 'off', KORTELIJN_DEMO: '1' };
  website = await startWebsite(env);
  await must(['demo', 'load']);
  const accounts: readonly Account[] = JSON.parse(await must(['accounts', '--json']));
  const writer = accounts.find((one) => one.appointments[0]?.role === 'contact_person');
  schoolCode = writer?.appointments[0]?.place.code ?? '';
  token = (await must(['token', '--email', writer?.email ?? ''])).trim();
}, 120_000);

afterAll(async () => {
  await website.stop('SIGTERM');
  killPrograms();
  rmSync(dirname(dataDir), { recursive: true, force: true, maxRetries: 5 });
});

interface Account {
  readonly email: string;
  readonly appointments: readonly { readonly role: string; readonly place: { readonly code: string } }[];
}

async function must(args: readonly string[]): Promise<string> {
  const ended = await runCommand(args, env);
  if (ended.code !== 0) throw new Error(`${args.join(' ')}: ${ended.stderr}`);
  return ended.stdout;
}

/** One try to write; undefined when nobody answered in time. */
function write(mark: string, key: string | undefined, patienceMs: number): Promise<number | undefined> {
  const body = JSON.stringify({
    schoolCode,
    noticedOn: '2026-01-12',
    occasion: 'Overleg met de school',
    observation: 'De groepen wisselden vaak van leerkracht.',
    theme: mark,
  });
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    ...(key !== undefined && { 'idempotency-key': key }),
  };
  return new Promise((resolve) => {
    const sent = request(`${website.address}/api/v1/concerns`, { method: 'POST', headers, agent: false });
    const giveUp = setTimeout(() => sent.destroy(), patienceMs);
    sent.on('response', (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    sent.on('error', () => undefined);
    sent.on('close', () => {
      clearTimeout(giveUp);
      resolve(undefined);
    });
    sent.end(body);
  });
}

/** Tries until it is acknowledged, as a careful client does. */
async function writeSurely(mark: string, key: string | undefined, impatient = false): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const status = await write(mark, key, impatient && attempt < 3 ? randomInt(2, 30) : 15_000);
    if (status === 201) return;
    if (status !== undefined && status !== 503) throw new Error(`answered ${status}`);
    await sleep(status === undefined && impatient ? 5 : 50);
  }
  throw new Error(`never acknowledged: ${mark}`);
}

/** How often each mark stands in the list. */
async function countMarks(): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let after: string | null = ''; after !== null; ) {
    const answer = await fetch(`${website.address}/api/v1/concerns?limit=200&after=${after}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page: { items: readonly { theme: string | null }[]; next: string | null } = await answer.json();
    for (const { theme } of page.items) if (theme !== null) found.set(theme, (found.get(theme) ?? 0) + 1);
    after = page.next;
  }
  return found;
}

/** Four people write until `stop`; gives the marks of what was acknowledged. */
function keepWriting() {
  const acknowledged: string[] = [];
  let going = true;
  const writers = Array.from({ length: 4 }, async () => {
    while (going) {
      const mark = randomUUID();
      await writeSurely(mark, mark);
      acknowledged.push(mark);
    }
  });
  return {
    acknowledged,
    async stop() {
      going = false;
      await Promise.all(writers);
      return acknowledged;
    },
  };
}

async function expectEachOnce(acknowledged: readonly string[]): Promise<void> {
  const found = await countMarks();
  const times = acknowledged.map((mark) => found.get(mark) ?? 0);
  expect({ lost: times.filter((n) => n === 0).length, doubled: times.filter((n) => n > 1).length }).toEqual({
    lost: 0,
    doubled: 0,
  });
}

/** Lets some writes through before the blow, and sees that writing goes on after it. */
async function until(acknowledged: readonly string[], more: number): Promise<void> {
  const wanted = acknowledged.length + more;
  for (const end = Date.now() + 30_000; acknowledged.length < wanted; await sleep(10))
    if (Date.now() > end) throw new Error('writing stands still');
}

test(`nothing acknowledged is lost or doubled when the program is killed ${programKills} times`, async () => {
  const writing = keepWriting();
  for (let round = 0; round < programKills; round += 1) {
    await until(writing.acknowledged, 10);
    await sleep(randomInt(0, 60));
    await website.stop('SIGKILL');
    website = await startWebsite(env);
  }
  await until(writing.acknowledged, 10);
  const acknowledged = await writing.stop();
  await expectEachOnce(acknowledged);
  process.stderr.write(`program killed ${programKills}x: ${acknowledged.length} writes, 0 lost, 0 doubled\n`);
}, 600_000);

test(`nothing acknowledged is lost or doubled when PostgreSQL is killed ${postgresKills} times`, async () => {
  const writing = keepWriting();
  for (let round = 0; round < postgresKills; round += 1) {
    await until(writing.acknowledged, 10);
    await sleep(randomInt(0, 60));
    const pid = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
    process.kill(pid, 'SIGKILL');
  }
  await until(writing.acknowledged, 10);
  const acknowledged = await writing.stop();
  await expectEachOnce(acknowledged);
  process.stderr.write(
    `PostgreSQL killed ${postgresKills}x: ${acknowledged.length} writes, 0 lost, 0 doubled\n`,
  );
}, 600_000);

test('impatient people who send again write once with a key, and without one more than once: the control', async () => {
  const marks = Array.from({ length: 40 }, () => randomUUID());
  for (const mark of marks) await writeSurely(mark, mark, true);
  await expectEachOnce(marks);
  const bare = Array.from({ length: 40 }, () => randomUUID());
  for (const mark of bare) await writeSurely(mark, undefined, true);
  await sleep(300);
  const found = await countMarks();
  expect(bare.filter((mark) => (found.get(mark) ?? 0) > 1).length).toBeGreaterThan(0);
}, 60_000);
