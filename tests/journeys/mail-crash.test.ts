/** Killing a worker between the message and its mark: no letter is lost, and a double can be known by its Message-ID. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordNews } from '../../src/news/subscriptions/letter.words.ts';
import { senderOf, sendMail } from '../../src/platform/mail/mail.jobs.ts';
import { queueMail } from '../../src/platform/mail/outbox.store.ts';
import { openTransport } from '../../src/platform/mail/smtp.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { aPartnership, aPerson, openStage, type Stage } from '../support/factories.ts';
import { type MailServer, openMailServer } from '../support/mail.ts';

const rounds = Number(process.env['CRASH_ROUNDS'] ?? 5);
const worker = join('node_modules', '.cache', `mail-worker-${process.pid}.mjs`);
const sender = senderOf({ baseUrl: 'https://zorg.example', port: 0, mailFrom: undefined });
let fresh: FreshDatabase;
let stage: Stage;
let server: MailServer;

beforeAll(async () => {
  await build({
    entryPoints: ['tests/support/mail-worker.ts'],
    outfile: worker,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  fresh = await freshDatabase();
  stage = openStage(fresh, new Date().toISOString());
  server = await openMailServer();
});
afterAll(async () => {
  await server.close();
  await stage.close();
  await fresh.drop();
  rmSync(worker, { force: true });
});

/** Runs a worker and kills it (-9) as soon as the server has a whole message and has not said so. */
async function killedAtWork(): Promise<string | null> {
  const child = spawn(process.execPath, [worker, fresh.appUrl, server.url], { stdio: 'ignore' });
  server.onArrival(() => child.kill('SIGKILL'));
  const [, signal] = await once(child, 'exit');
  return signal;
}

test(`${rounds} workers killed after the message: each letter arrives, a second time with the same Message-ID`, async () => {
  const tenantId = await aPartnership(stage);
  const personId = await aPerson(stage, tenantId);
  const keys = Array.from({ length: rounds + 3 }, (_, nth) => `brief ${nth}`);
  stage.pass(-1);
  await stage.database.write('visitor', (tx) =>
    queueMail(
      tx,
      keys.map((key) => ({
        tenantId,
        personId,
        kind: 'proef',
        key,
        subject: key,
        lines: ['Nieuws.'],
        link: '/',
      })),
    ),
  );
  server.behave('hangAfterData');
  for (let round = 0; round < rounds; round += 1) expect(await killedAtWork()).toBe('SIGKILL');
  const before = server.received.map(({ mail }) => mail.subject);
  expect(new Set(before).size).toBe(rounds);

  server.behave('take');
  server.onArrival(() => undefined);
  stage.pass(1 + 11 / 60);
  await sendMail(stage.database, openTransport(server.url, sender), sender, wordNews);
  await sendMail(stage.database, openTransport(server.url, sender), sender, wordNews);
  const ids = new Map(keys.map((key) => [key, [] as (string | undefined)[]]));
  for (const { mail } of server.received) ids.get(mail.subject ?? '')?.push(mail.messageId);
  for (const [key, sent] of ids) {
    expect([key, sent.length]).toEqual([key, before.includes(key) ? 2 : 1]);
    expect(new Set(sent).size).toBe(1);
  }
  expect(new Set([...ids.values()].flat()).size).toBe(keys.length);
}, 60_000);
