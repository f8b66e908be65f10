/** The partnership's own provider of log-in: who may keep one, that its secret stays secret, and what it opens. */
import type { Hono } from 'hono';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAppointment, aPartnership } from '../../tests/support/factories.ts';
import { comeIn, formOf } from '../../tests/support/house.ts';
import { openPages, type Pages } from '../../tests/support/pages.ts';
import { openProvider, type TestProvider } from '../../tests/support/provider.ts';
import { auditsEveryDeed } from '../../tests/support/witness.ts';
import { freePort } from '../platform/embedded/cluster.ts';
import { createApp } from '../web/server.ts';
import type { LoginConfig } from './index.ts';

const site = 'http://localhost';
const path = '/beheer/inloggen';
const sessionSecret = 'a secret of the installation, long enough';

let pages: Pages;
let provider: TestProvider;
let operator: pg.Client;
let administrator: string;

beforeAll(async () => {
  pages = await openPages();
  provider = await openProvider(site);
  administrator = await anAppointment(pages.stage, 'administrator', { tenantId: pages.cast.tenantId });
  operator = new pg.Client({ connectionString: pages.house.fresh.ownerUrl });
  await operator.connect();
  await operator.query('set role kortelijn_operator');
});
afterAll(async () => {
  await operator.end();
  await provider.close();
  await pages.close();
});
auditsEveryDeed(() => pages.house.fresh);

const appWith = (login: LoginConfig): Hono =>
  createApp({
    database: pages.house.database,
    config: { rateLimit: false, baseUrl: undefined, ...login },
    clock: () => pages.stage.now(),
  });

const wish = () => ({
  issuer: provider.issuer,
  clientId: provider.client.clientId,
  clientSecret: provider.client.clientSecret,
});

async function send(app: Hono, to: string, fields: Readonly<Record<string, string>>, who = administrator) {
  const { cookie, csrf } = await comeIn(pages.house, { tenantId: pages.cast.tenantId, personId: who });
  const answer = await app.request(to, {
    method: 'POST',
    headers: { cookie },
    body: formOf({ _csrf: csrf, ...fields }),
  });
  return { status: answer.status, html: await answer.text() };
}

const start = (app: Hono, verband: string) =>
  app.request('/inloggen/oidc', { method: 'POST', body: formOf({ verband }) });
const kept = async () =>
  (await operator.query('select issuer, client_secret as secret from login_provider')).rows;

describe('an own provider cannot be kept', () => {
  it.each([
    ['in a demonstration', { demo: true, sessionSecret }, 'Dit is een demonstratie'],
    ['without SESSION_SECRET', { demo: false }, 'geen SESSION_SECRET'],
  ])('%s: the page says so, and nothing is saved', async (_what, login, says) => {
    const answer = await send(appWith(login), path, wish());
    expect([answer.status, answer.html.includes(says)]).toEqual([422, true]);
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['an address without TLS of another machine', { issuer: 'http://login.example' }],
    ['an address with a question', { issuer: 'https://login.example/?a=b' }],
    ['an address where no provider answers', { issuer: 'https://127.0.0.1:9' }],
    ['no secret', { clientSecret: '' }],
  ])('with %s', async (_what, wrong) => {
    const answer = await send(appWith({ demo: false, sessionSecret }), path, { ...wish(), ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.html).not.toContain(provider.client.clientSecret);
    expect(await kept()).toEqual([]);
  });

  it('without TLS in production, also on this machine', async () => {
    const answer = await send(appWith({ demo: false, production: true, sessionSecret }), path, wish());
    expect(answer.status).toBe(422);
  });

  it('by somebody who is no administrator', async () => {
    const answer = await send(appWith({ demo: false, sessionSecret }), path, wish(), pages.cast.teamLead);
    expect(answer.status).toBe(403);
    expect(await kept()).toEqual([]);
  });
});

describe('an own provider', () => {
  it('is kept with its secret sealed, opens the way there, and goes again', async () => {
    const app = appWith({ demo: false, sessionSecret });
    expect((await send(app, path, wish())).status).toBe(303);
    const [row] = await kept();
    expect(row.issuer).toBe(provider.issuer);
    expect(row.secret.toString('latin1')).not.toContain(provider.client.clientSecret);

    const answer = await start(app, pages.cast.tenantId);
    const address = new URL(/url=(.+)$/.exec(answer.headers.get('refresh') ?? '')?.[1] ?? '');
    expect([answer.status, address.origin, address.pathname]).toEqual([200, provider.issuer, '/auth']);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'kortelijn',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${site}/inloggen/oidc/terug`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-inloggen=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );

    const page = await (await app.request('/inloggen')).text();
    expect(page).toContain(new URL(provider.issuer).host);
    // With the secret of another installation it does not open, and that is no fault of whoever logs in.
    const moved = appWith({ demo: false, sessionSecret: `${sessionSecret} and another` });
    expect((await start(moved, pages.cast.tenantId)).status).toBe(400);

    const other = 'https://login.example/elders';
    const changed = await send(app, path, { ...wish(), issuer: other, clientSecret: '', _version: '1' });
    expect([changed.status, changed.html.includes('vul het geheim')]).toEqual([422, true]);
    expect((await send(app, path, { ...wish(), clientSecret: '', _version: '1' })).status).toBe(303);
    expect((await send(app, path, { ...wish(), _version: '1' })).status).toBe(412);
    expect((await start(app, pages.cast.tenantId)).status).toBe(200);
    await send(app, `${path}/verwijderen`, { _version: '2' });
    expect(await kept()).toEqual([]);
    expect((await start(app, pages.cast.tenantId)).status).toBe(400);
    const { rows } = await operator.query(
      `select action from audit where subject = 'login_provider' order by at, id`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['change', 'change', 'remove']);
  });

  it('of one partnership is not for another', async () => {
    const other = await aPartnership(pages.stage);
    const app = appWith({ demo: false, sessionSecret });
    await send(app, path, wish());
    expect((await start(app, other)).status).toBe(400);
    expect((await start(app, '')).status).toBe(400);
    expect((await start(app, pages.cast.tenantId)).status).toBe(200);
  });
});

describe('a provider that is down', () => {
  it('is said at once, and when to try again', async () => {
    const issuer = `http://127.0.0.1:${await freePort(0)}`;
    const oidc = { issuer, clientId: 'kortelijn', clientSecret: 'geheim' };
    const answer = await start(appWith({ demo: false, oidc }), '');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    expect(await answer.text()).toContain('De inlogdienst is niet bereikbaar');
  });
});

describe('an answer that nobody asked for', () => {
  it.each(['', '?state=a', '?code=b&state=c', '?error=access_denied', `?state=${'x'.repeat(5_000)}`])(
    'gets a plain page and no session: %s',
    async (query) => {
      const oidc = { issuer: provider.issuer, ...provider.client };
      const answer = await appWith({ demo: false, oidc }).request(`/inloggen/oidc/terug${query}`, {
        headers: { cookie: `__Host-inloggen=${'a'.repeat(43)}` },
      });
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([400, null]);
    },
  );
});

describe('log-ins at a provider from one address', () => {
  const counting = (issuer: string) => {
    const oidc = { issuer, ...provider.client };
    return createApp({
      database: pages.house.database,
      config: { rateLimit: true, baseUrl: undefined, trustedProxies: 1, demo: false, oidc },
      clock: () => pages.stage.now(),
    });
  };
  const many = async (times: number, ask: () => Response | Promise<Response>) => {
    const found = new Map<number, number>();
    for (let nth = 0; nth < times; nth += 1) {
      const { status } = await ask();
      found.set(status, (found.get(status) ?? 0) + 1);
    }
    return Object.fromEntries(found);
  };
  const from = (address: string, more: RequestInit = {}): RequestInit => ({
    ...more,
    headers: { 'x-forwarded-for': address },
  });
  const starting = (): RequestInit => ({ method: 'POST', body: formOf({ verband: '' }) });

  it('that come to nothing are counted, and then nothing of it opens for a quarter of an hour', async () => {
    const app = counting(provider.issuer);
    const back = (address: string) => app.request('/inloggen/oidc/terug?code=a&state=b', from(address));
    const go = () => app.request('/inloggen/oidc', from('192.0.2.11', starting()));
    expect(await many(25, () => back('192.0.2.11'))).toEqual({ 400: 20, 429: 5 });
    expect((await go()).status).toBe(429);
    const choice = formOf({ keuze: 'x'.repeat(43), verband: pages.cast.tenantId });
    const choose = (address: string) =>
      app.request('/inloggen/kies', from(address, { method: 'POST', body: choice }));
    expect((await choose('192.0.2.11')).status).toBe(429);
    expect([(await back('192.0.2.12')).status, (await choose('192.0.2.12')).status]).toEqual([400, 400]);
    pages.stage.pass(16 / 60);
    expect((await go()).status).toBe(200);
  });

  it('that reach the provider, or find it down, are not: a whole school sits behind one line', async () => {
    const up = counting(provider.issuer);
    expect(await many(25, () => up.request('/inloggen/oidc', from('192.0.2.13', starting())))).toEqual({
      200: 25,
    });
    const down = counting(`http://127.0.0.1:${await freePort(0)}`);
    expect(await many(25, () => down.request('/inloggen/oidc', from('192.0.2.14', starting())))).toEqual({
      503: 25,
    });
  });
});
