/** What the doctor finds at the provider of log-in. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { examine } from './doctor.ts';
import { freePort } from './embedded/cluster.ts';

let fresh: FreshDatabase;
const servers: Server[] = [];
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await fresh.drop();
});

/** A provider that answers as it is told to; gives its address. */
async function aProvider(answer: (issuer: string) => RequestListener): Promise<string> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', answer(issuer));
  return issuer;
}

async function logIn(issuer: string | undefined) {
  const oidc = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'k', OIDC_CLIENT_SECRET: 'een geheim' };
  const own = {
    DATABASE_URL: fresh.appUrl,
    DATABASE_OWNER_URL: fresh.ownerUrl,
    SESSION_SECRET: 'x'.repeat(40),
  };
  const { checks } = await examine(issuer === undefined ? own : { ...own, ...oidc });
  return checks.find(({ name }) => name === 'Inloggen') ?? checks;
}

const saying =
  (body: (issuer: string) => string, status = 200) =>
  (issuer: string): RequestListener =>
  ({ url }, response) => {
    response.writeHead(url === '/.well-known/openid-configuration' ? status : 404);
    response.end(body(issuer));
  };

test('without a provider there is nothing to reach', async () => {
  expect(await logIn(undefined)).toMatchObject({ ok: true, detail: 'geen inlogdienst (OIDC_ISSUER)' });
});

test('a provider that tells about itself is reached', async () => {
  const issuer = await aProvider(saying((own) => JSON.stringify({ issuer: own })));
  expect(await logIn(issuer)).toMatchObject({ ok: true, detail: 'inlogdienst bereikbaar' });
});

test.each([
  ['that says it is another', saying(() => '{"issuer":"https://elders.example"}'), /een andere inlogdienst/],
  ['that is no provider', saying(() => '<p>Welkom</p>'), /niet bereikbaar/],
  ['that is broken', saying(() => '', 500), /antwoordt met 500/],
  ['that says nothing', () => () => undefined, /binnen 3 seconden/],
])('a provider %s is not', async (_what, answer, says) => {
  const began = Date.now();
  expect(await logIn(await aProvider(answer))).toMatchObject({
    ok: false,
    detail: expect.stringMatching(says),
  });
  expect(Date.now() - began).toBeLessThan(6_000);
});

test('an address where nobody answers is not', async () => {
  expect(await logIn(`http://127.0.0.1:${await freePort(0)}`)).toMatchObject({ ok: false });
});
