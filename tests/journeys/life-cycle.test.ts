import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { markOf } from '../../src/platform/embedded/processes.ts';
import { killPrograms, makeDataDir, runCommand, startWebsite } from '../support/program.ts';

/** Data as the program leaves it when it is new and was stopped; to make it anew for each test takes seconds. */
const newData = makeDataDir();
let dataDir: string;
let env: { DATA_DIR: string; HOST: string };

beforeAll(async () => {
  expect((await runCommand(['migrate'], { DATA_DIR: newData })).code).toBe(0);
});

beforeEach(() => {
  dataDir = makeDataDir();
  env = { DATA_DIR: dataDir, HOST: '127.0.0.1' };
});

afterAll(() => rmSync(dirname(newData), { recursive: true, force: true }));

function withData(): void {
  // With owners and rights: who runs PostgreSQL may be another user.
  expect(spawnSync('cp', ['-a', newData, dataDir]).status).toBe(0);
}

afterEach(() => {
  killPrograms();
  const left = postgresPid();
  if (left !== undefined && markOf(left)) process.kill(left, 'SIGKILL');
  rmSync(dirname(dataDir), { recursive: true, force: true, maxRetries: 5 });
});

function postgresPid(): number | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

function killPostgres(): void {
  const pid = postgresPid();
  // Number 0 would be everybody here, the runner of the tests too.
  if (pid === undefined) throw new Error('PostgreSQL does not run');
  process.kill(pid, 'SIGKILL');
}

async function isReady(address: string): Promise<boolean> {
  return fetch(`${address}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

async function until(what: () => Promise<boolean> | boolean, ms: number): Promise<void> {
  for (const end = Date.now() + ms; !(await what()); await sleep(20)) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms`);
  }
}

describe('the program', () => {
  test('stops at once when asked, takes the database along and ends well', async () => {
    const website = await startWebsite(env);
    expect(await isReady(website.address)).toBe(true);
    expect(await website.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(postgresPid()).toBeUndefined();
  });

  test('lets a request that runs come to its end before it stops', async () => {
    withData();
    const website = await startWebsite(env);
    const socket = connect(Number(new URL(website.address).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (text) => {
      answer += text;
    });
    socket.write('GET /healthz HTTP/1.1\r\n');
    await sleep(100);
    const ended = website.stop('SIGINT');
    await sleep(300);
    await expect(fetch(website.address)).rejects.toThrow();
    socket.write('Host: localhost\r\n\r\n');
    await until(() => answer.startsWith('HTTP/1.1 200'), 2_000);
    expect((await ended).code).toBe(0);
  });

  test('starts the database again when it is killed under load, and says 503 meanwhile', async () => {
    // Not `withData`: to repair a copy that is not on the disk yet takes longer.
    const website = await startWebsite(env);
    const statuses = new Set<number>();
    let asking = true;
    const ask = async () => {
      while (asking) statuses.add((await fetch(`${website.address}/readyz`)).status);
    };
    const load = Promise.allSettled(Array.from({ length: 8 }, ask));
    try {
      for (let round = 0; round < 3; round += 1) {
        killPostgres();
        await until(async () => (await fetch(`${website.address}/readyz`)).status === 503, 2_000);
        // PostgreSQL first brings every file to the disk: four to five seconds beside another file of tests.
        await until(() => isReady(website.address), 15_000);
      }
    } finally {
      asking = false;
    }
    expect((await load).filter(({ status }) => status === 'rejected')).toEqual([]);
    expect([...statuses].sort()).toEqual([200, 503]);
    expect((await website.stop('SIGTERM')).code).toBe(0);
  }, 60_000);

  test('goes on with the database that a killed program left behind', async () => {
    withData();
    const killed = await startWebsite(env);
    const server = postgresPid();
    await killed.stop('SIGKILL');
    expect(postgresPid()).toBe(server);
    const website = await startWebsite(env);
    expect(postgresPid()).toBe(server);
    expect(await isReady(website.address)).toBe(true);
    await website.stop('SIGTERM');
    expect(postgresPid()).toBeUndefined();
  });

  test('recovers when program and database were killed together', async () => {
    withData();
    const killed = await startWebsite(env);
    killPostgres();
    await killed.stop('SIGKILL');
    const website = await startWebsite(env);
    expect(await isReady(website.address)).toBe(true);
    await website.stop('SIGTERM');
  });

  test('shares its database with a command beside it, and keeps it', async () => {
    withData();
    const website = await startWebsite(env);
    const file = join(dirname(dataDir), 'backup.gz');
    expect(await runCommand(['backup', file], env)).toMatchObject({ code: 0, stderr: '' });
    expect(await isReady(website.address)).toBe(true);
    await website.stop('SIGTERM');
    expect(await runCommand(['backup', file], env)).toMatchObject({ code: 0 });
    expect(postgresPid()).toBeUndefined();
  });

  test('keeps its passwords for itself', async () => {
    expect((await runCommand(['migrate'], env)).code).toBe(0);
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'postgres', 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#].*trust/m);
  });
});

describe('one clear line and exit code 1 for', () => {
  test('a second website on the same data', async () => {
    withData();
    const website = await startWebsite(env);
    const second = await runCommand(['serve'], { ...env, PORT: '0' });
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(/^Kortelijn draait al op de gegevens in .* \(proces \d+\)\..*\n$/);
    await website.stop('SIGTERM');
  });

  test('a port that is taken', async () => {
    withData();
    const website = await startWebsite(env);
    const { port } = new URL(website.address);
    const second = await runCommand(['serve'], { ...env, DATA_DIR: `${dataDir}-other`, PORT: port });
    expect(second).toMatchObject({
      code: 1,
      stderr: `Poort ${port} op 127.0.0.1 is al in gebruik. Kies een andere met PORT.\n`,
    });
    await website.stop('SIGTERM');
  });

  test('a data folder that cannot be written', async () => {
    const ended = await runCommand(['migrate'], { DATA_DIR: '/dev/null/data' });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toBe(
      'In de map /dev/null/data kan niet worden geschreven (ENOTDIR). Kies een andere met DATA_DIR.\n',
    );
  });

  test.each(['postgres/PG_VERSION', 'postgres.json', 'postgres/base', 'postgres/global/pg_control'])(
    'a data folder without its %s',
    async (part) => {
      withData();
      rmSync(join(dataDir, part), { recursive: true });
      const ended = await runCommand(['migrate'], env);
      expect(ended).toMatchObject({ code: 1, stdout: '' });
      expect(ended.stderr).toMatch(/^De (gegevens|database) in .*\n$/);
      expect(postgresPid()).toBeUndefined();
    },
  );

  test('settings that are wrong, each its own', async () => {
    const ended = await runCommand(['serve'], {
      ...env,
      PORT: 'http',
      KORTELIJN_DEMO: '1',
      NODE_ENV: 'production',
    });
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr.split('\n')).toHaveLength(3);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('a command that does not exist', async () => {
    const ended = await runCommand(['vlieg'], env);
    expect(ended).toMatchObject({ code: 1, stderr: 'Het commando «vlieg» bestaat niet.\n' });
  });

  test('a database that is not there', async () => {
    const ended = await runCommand(['serve'], {
      ...env,
      PORT: '0',
      DATABASE_URL: 'postgres://app:x@127.0.0.1:1/kortelijn',
    });
    expect(ended).toMatchObject({ code: 1, stderr: 'De database is niet bereikbaar (ECONNREFUSED).\n' });
  });
});

test('a number in postmaster.pid that now belongs to a stranger does not keep the database from starting', async () => {
  withData();
  const lines = [process.pid, join(dataDir, 'postgres'), 1, 5432, '', '127.0.0.1', '1 1', 'ready   '];
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`);
  const { uid, gid } = statSync(join(dataDir, 'postgres'));
  if (process.getuid?.() === 0) chownSync(join(dataDir, 'postgres', 'postmaster.pid'), uid, gid);
  expect((await runCommand(['migrate'], env)).code).toBe(0);
});
