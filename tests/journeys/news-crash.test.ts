/**
 * A worker that is killed in the midst of sending news to many: everybody else gets their letter once, nobody gets two, and what was in
 * hand is counted as not certain. `NEWS_READERS=10000` sends to as many as a partnership may have; 160 unless told.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordNews } from '../../src/news/subscriptions/letter.words.ts';
import { tellNews } from '../../src/news/subscriptions/subscription.jobs.ts';
import { senderOf, sendMail } from '../../src/platform/mail/mail.jobs.ts';
import { openTransport } from '../../src/platform/mail/smtp.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { anAppointment, aPartnership, openStage, type Stage } from '../support/factories.ts';
import { type MailServer, openMailServer } from '../support/mail.ts';
import { aPost } from '../support/posts.ts';

const readers = Number(process.env['NEWS_READERS'] ?? 160);
const kills = 3;
const lanes = 4;
const worker = join('node_modules', '.cache', `news-worker-${process.pid}.mjs`);
const sender = senderOf({ baseUrl: 'https://zorg.example', port: 0, mailFrom: undefined });
let fresh: FreshDatabase;
let stage: Stage;
let server: MailServer;
let gate: pg.Client;

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
  gate = new pg.Client({ connectionString: fresh.ownerUrl });
  await gate.connect();
  await gate.query('set role kortelijn_gate');
});
afterAll(async () => {
  await gate.end();
  await server.close();
  await stage.close();
  await fresh.drop();
  rmSync(worker, { force: true });
});

/** Runs a worker and kills it (-9) when so many letters more have arrived. */
async function killedAfter(letters: number): Promise<string | null> {
  const child = spawn(process.execPath, [worker, fresh.appUrl, server.url], { stdio: 'ignore' });
  const until = server.received.length + letters;
  server.onArrival(() => {
    if (server.received.length >= until) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'exit');
  server.onArrival(() => undefined);
  return signal;
}

test(`${readers} readers, ${kills} killed workers: one letter each, none twice, what was in hand not certain`, async () => {
  stage.pass(-1);
  const tenantId = await aPartnership(stage);
  const personId = await anAppointment(stage, 'editor', { tenantId });
  await gate.query(
    `insert into subscription (tenant_id, id, email, frequency, made_at, confirmed_at, told_until)
    select $1, gen_random_uuid(), 'lezer' || n || '@proef.example', 'at_once', now(), now() - interval '1 day', now() - interval '1 day'
    from generate_series(1, $2::int) n`,
    [tenantId, readers],
  );
  await aPost(stage, { tenantId, personId }, { title: 'Nieuws voor velen' });
  stage.pass(1 / 60);
  const began = performance.now();
  await Promise.all([tellNews(stage.database), tellNews(stage.database)]);
  const laid = performance.now();
  for (let nth = 0; nth < kills; nth += 1)
    expect(await killedAfter(Math.floor(readers / (kills + 1)) - 2)).toBe('SIGKILL');
  const resumed = performance.now();
  const before = server.received.length;
  // Past the lease of the last that was killed.
  stage.at(new Date(Date.now() + 11 * 60_000).toISOString());
  const send = () => sendMail(stage.database, openTransport(server.url, sender), sender, wordNews);
  await send();
  const ended = performance.now();
  await send();
  const each = (server.received.length - before) / ((ended - resumed) / 1_000);
  console.log(
    `${readers} letters laid in ${Math.round(laid - began)} ms; after the kills ${server.received.length - before} sent, ${Math.round(each)} a second`,
  );

  const got = new Map<string, number>();
  for (const { to } of server.received) for (const one of to) got.set(one, (got.get(one) ?? 0) + 1);
  expect([...got.values()].filter((n) => n > 1)).toEqual([]);
  const { rows } = await gate.query(
    'select laid, sent, refused, uncertain, dropped from post_mail where tenant_id = $1',
    [tenantId],
  );
  const counted = rows[0];
  expect(counted).toMatchObject({ laid: readers, refused: 0, dropped: 0, sent: readers - counted.uncertain });
  expect(counted.uncertain).toBeGreaterThan(0);
  expect(counted.uncertain).toBeLessThanOrEqual(kills * lanes);
  // Who got none is among those that are not certain.
  expect(readers - got.size).toBeLessThanOrEqual(counted.uncertain);
}, 3_600_000);
