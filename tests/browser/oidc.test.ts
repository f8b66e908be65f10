/// <reference lib="dom" />
// Logging in with a provider, in a browser, against a real one: who comes in, who does not and what they read.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { linkAccount } from '../../src/login/login.store.ts';
import { findActor, makeKey } from '../../src/platform/access.store.ts';
import { sql } from '../../src/platform/database.ts';
import { sessionCookie } from '../../src/platform/door/request.ts';
import { freePort } from '../../src/platform/embedded/cluster.ts';
import { hashOf, newId } from '../../src/platform/ids.ts';
import { serve, type Website } from '../../src/platform/serve.ts';
import { createApp } from '../../src/web/server.ts';
import { launchChromium } from '../support/chromium.ts';
import { anAppointment, aPartnership, aPerson } from '../support/factories.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { openProvider, type TestProvider } from '../support/provider.ts';
import { auditsEveryDeed } from '../support/witness.ts';
import { findFaults } from './checks.ts';

let pages: Pages;
let provider: TestProvider;
let website: Website;
let browser: Browser;
let site: string;

beforeAll(async () => {
  pages = await openPages();
  const port = await freePort(0);
  site = `http://localhost:${port}`;
  provider = await openProvider(site);
  const oidc = { issuer: provider.issuer, ...provider.client };
  const app = createApp({
    database: pages.house.database,
    config: { demo: false, rateLimit: false, baseUrl: undefined, oidc, sessionSecret: 'x'.repeat(32) },
    clock: () => pages.stage.now(),
  });
  website = await serve(app.fetch, 'localhost', port);
  browser = await launchChromium();
}, 60_000);
afterEach(() => provider.twist(undefined));
afterAll(async () => {
  await browser.close();
  await website.stop(500);
  await provider.close();
  await pages.close();
});
auditsEveryDeed(() => pages.house.fresh);

interface Visit {
  readonly window: BrowserContext;
  readonly page: Page;
}

async function visit(javaScriptEnabled = true): Promise<Visit> {
  const window = await browser.newContext({
    baseURL: site,
    locale: 'nl-NL',
    javaScriptEnabled,
    reducedMotion: 'reduce',
  });
  window.setDefaultTimeout(8_000);
  return { window, page: await window.newPage() };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const buttonOf = () => `Log in via ${new URL(provider.issuer).host}`;

/** Goes to the provider and says who one is there. */
async function logIn(page: Page, account: string, from = '/inloggen'): Promise<void> {
  await page.goto(from);
  await page.getByRole('button', { name: buttonOf() }).click();
  await sayWho(page, account);
}

async function sayWho(page: Page, account: string): Promise<void> {
  await page.getByLabel('Account').fill(account);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL((url) => url.href.startsWith(site));
}

const secretFor = (personId: string, tenantId: string) =>
  pages.house.operator.write({ operatorFor: tenantId }, (tx) =>
    makeKey(tx, { tenantId, personId }, 'link', new Date('2027-01-01T00:00:00Z')),
  );
const aLink = async (personId: string, tenantId = pages.cast.tenantId) =>
  `/inloggen/eenmalig/${await secretFor(personId, tenantId)}`;

/** Somebody whose account was tied to them by an invitation, which the first tests do in a browser. */
async function aLinked(account: string, tenantId = pages.cast.tenantId, personId?: string): Promise<string> {
  const who = personId ?? (await anAppointment(pages.stage, 'policy_adviser', { tenantId }));
  const link = hashOf(await secretFor(who, tenantId));
  const linked = await linkAccount(pages.house.database, link, null, provider.issuer, account);
  expect(linked).toMatchObject({ outcome: 'linked', admitted: true });
  return who;
}

async function isIn(page: Page): Promise<boolean> {
  const answer = await page.request.get(`${site}/mijn`, { maxRedirects: 0 });
  return answer.status() === 200;
}

const change = (tenantId: string, query: ReturnType<typeof sql>) =>
  pages.house.operator.write({ operatorFor: tenantId }, (tx) => tx.run(query));

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (name, javaScriptEnabled) => {
  it('an invited person ties an account once, and comes in with it from then on, where they wanted to be', async () => {
    const person = await anAppointment(pages.stage, 'policy_adviser', { tenantId: pages.cast.tenantId });
    const link = await aLink(person);
    const { page } = await visit(javaScriptEnabled);
    await page.goto(link);
    await page.getByRole('button', { name: /^Koppel via/ }).click();
    await sayWho(page, `nieuw ${name}`);
    expect(await isIn(page)).toBe(true);

    const later = await visit(javaScriptEnabled);
    await logIn(later.page, `nieuw ${name}`, '/mijn');
    expect(new URL(later.page.url()).pathname).toBe('/mijn');
    await later.page.goto(link);
    expect(await heading(later.page)).toBe('Deze link werkt niet meer');
  });

  it('logging out ends the session here and at the provider', async () => {
    await aLinked(`uit ${name}`);
    const { page } = await visit(javaScriptEnabled);
    await logIn(page, `uit ${name}`);
    expect(await isIn(page)).toBe(true);
    await page.goto('/mijn');
    const menu = page.getByRole('button', { name: 'Uitloggen' });
    if (!(await menu.isVisible())) await page.locator('summary').first().click();
    await menu.click();
    await page.getByRole('button', { name: 'Ja, log uit' }).click();
    await page.waitForURL(`${site}/inloggen*`);
    expect(await isIn(page)).toBe(false);
    // The control: without logging out there, the provider would not have asked again.
    await page.getByRole('button', { name: buttonOf() }).click();
    await page.getByLabel('Account').waitFor();
  });
});

describe('nobody comes in', () => {
  it.each([
    ['a stranger', 'Uw account is nog niet gekoppeld', async () => 'onbekend'],
    [
      'somebody whose access was stopped',
      'U hebt vandaag geen toegang',
      async () => {
        const person = await aLinked('gestopt');
        await change(
          pages.cast.tenantId,
          sql`update person set suspended_at = app_now() where id = ${person}`,
        );
        return 'gestopt';
      },
    ],
    [
      'somebody without an appointment today',
      'U hebt vandaag geen toegang',
      async () => {
        const person = await aLinked('voorbij');
        await change(
          pages.cast.tenantId,
          sql`update appointment set ends_on = '2026-01-01' where person_id = ${person}`,
        );
        return 'voorbij';
      },
    ],
  ])('as %s', async (_who, title, make) => {
    const account = await make();
    const { page } = await visit();
    await logIn(page, account);
    expect(await heading(page)).toBe(title);
    expect(await isIn(page)).toBe(false);
  });

  const nowSeconds = () => Math.floor(Date.now() / 1_000);
  it.each([
    ['for another program', { aud: 'iemand anders' }, 'Inloggen is niet gelukt'],
    ['of another issuer', { iss: 'https://elders.example' }, 'Inloggen is niet gelukt'],
    ['with another nonce', { nonce: 'iets anders' }, 'Inloggen is niet gelukt'],
    ['without a nonce', { nonce: undefined }, 'Inloggen is niet gelukt'],
    ['that ended 61 seconds ago', { exp: -61 }, 'De klok van de inlogdienst loopt niet gelijk'],
    ['made 70 seconds from now', { iat: 70 }, 'De klok van de inlogdienst loopt niet gelijk'],
  ])('with a token %s', async (_what, wrong, title) => {
    await aLinked(`token ${_what}`);
    provider.twist({
      kind: 'claims',
      change: (claims) => {
        const moved = Object.fromEntries(
          Object.entries(wrong).map(([key, value]) => [
            key,
            typeof value === 'number' ? nowSeconds() + value : value,
          ]),
        );
        return { ...claims, ...moved };
      },
    });
    const { page } = await visit();
    await logIn(page, `token ${_what}`);
    expect(await heading(page)).toBe(title);
    expect(await isIn(page)).toBe(false);
  });

  it('with a token that the provider did not sign; a signed one that is 50 seconds off is good', async () => {
    await aLinked('handtekening');
    provider.twist({ kind: 'signature' });
    const { page } = await visit();
    await logIn(page, 'handtekening');
    expect([await heading(page), await isIn(page)]).toEqual(['Inloggen is niet gelukt', false]);
    provider.twist({ kind: 'claims', change: (claims) => ({ ...claims, iat: nowSeconds() + 50 }) });
    const other = await visit();
    await logIn(other.page, 'handtekening');
    expect(await isIn(other.page)).toBe(true);
  });

  it('when somebody stops at the provider', async () => {
    const { page } = await visit();
    await page.goto('/inloggen');
    await page.getByRole('button', { name: buttonOf() }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.waitForURL((url) => url.href.startsWith(site));
    expect([await heading(page), await isIn(page)]).toEqual(['U bent niet ingelogd', false]);
    expect(await findFaults(page)).toEqual([]);
  });

  it('with an answer that was used already, or that belongs to another browser', async () => {
    await aLinked('herhaald');
    const { page } = await visit();
    const answers: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/oidc/terug')) answers.push(request.url());
    });
    await logIn(page, 'herhaald');
    const [answer = ''] = answers;
    expect(await isIn(page)).toBe(true);
    const replayed = await page.request.get(answer);
    expect([replayed.status(), await replayed.text()]).toEqual([
      400,
      expect.stringContaining('Deze poging om in te loggen is verlopen'),
    ]);

    const stolen = await visit();
    await stolen.page.route('**/oidc/terug*', (route) => route.abort());
    await stolen.page.goto('/inloggen');
    await stolen.page.getByRole('button', { name: buttonOf() }).click();
    await stolen.page.getByLabel('Account').fill('herhaald');
    const [request] = await Promise.all([
      stolen.page.waitForRequest('**/oidc/terug*'),
      stolen.page.getByRole('button', { name: 'Log in' }).click(),
    ]);
    const thief = await visit();
    expect((await thief.page.goto(request.url()))?.status()).toBe(400);
    expect(await isIn(thief.page)).toBe(false);
    // The control: the browser that went there does come in with it.
    await stolen.page.unroute('**/oidc/terug*');
    await stolen.page.goto(request.url());
    expect(await isIn(stolen.page)).toBe(true);
  });

  it('with a visit of more than ten minutes ago', async () => {
    await aLinked('traag');
    const { page } = await visit();
    await page.goto('/inloggen');
    await page.getByRole('button', { name: buttonOf() }).click();
    await page.getByLabel('Account').waitFor();
    pages.stage.pass(0.17);
    await sayWho(page, 'traag');
    expect(await heading(page)).toBe('Inloggen is niet gelukt');
  });

  it('as somebody else: an account that is tied to one person cannot be tied to another', async () => {
    await aLinked('van mij');
    const other = await anAppointment(pages.stage, 'policy_adviser', { tenantId: pages.cast.tenantId });
    const link = await aLink(other);
    const { page } = await visit();
    await page.goto(link);
    await page.getByRole('button', { name: /^Koppel via/ }).click();
    await sayWho(page, 'van mij');
    expect([await heading(page), await isIn(page)]).toEqual(['Dit account kan niet worden gekoppeld', false]);
    await page.goto(link);
    expect(await heading(page)).toBe('Inloggen');
  });
});

describe('a provider that is down', () => {
  it('gives a page that says so and when to try again, within four seconds', async () => {
    await aLinked('stil');
    provider.twist({ kind: 'silence' });
    const { page } = await visit();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('/oidc/terug')),
      logIn(page, 'stil'),
    ]);
    expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    expect(await heading(page)).toBe('De inlogdienst is niet bereikbaar');
    expect(answer.request().timing().responseStart).toBeLessThan(4_000);
  });
});

describe('somebody of two partnerships', () => {
  it('chooses where to work, and comes in at that one only', async () => {
    const second = await aPartnership(pages.stage);
    await aLinked('twee');
    await aLinked('twee', second, await anAppointment(pages.stage, 'editor', { tenantId: second }));
    const { page } = await visit();
    await logIn(page, 'twee', '/mijn');
    expect(await heading(page)).toBe('Kies een samenwerkingsverband');
    expect(await findFaults(page)).toEqual([]);
    const name = (await page.getByRole('listitem').getByRole('button').last().textContent()) ?? '';
    await page.getByRole('button', { name }).click();
    await page.waitForURL(`${site}/mijn`);
    expect(await page.getByRole('main').textContent()).toContain(name);
  });
});

describe('two factors', () => {
  it.each([
    ['count when the provider says so', { amr: ['pwd', 'mfa'] }, 'shown'],
    ['do not count when it says nothing', {}, 'missing'],
  ])('%s', async (what, claims, secondFactor) => {
    const strict = newId();
    await change(
      strict,
      sql`insert into tenant (tenant_id, code, name, preset, holiday_region, staff_second_factor)
        values (${strict}, ${`streng-${secondFactor}`}, ${`Streng ${secondFactor}`}, 'rotterdam', 'midden', true)`,
    );
    const person = await anAppointment(pages.stage, 'policy_adviser', { tenantId: strict });
    provider.twist({ kind: 'claims', change: (honest) => ({ ...honest, ...claims }) });
    const { window, page } = await visit();
    await page.goto(await aLink(person, strict));
    await page.getByRole('button', { name: /^Koppel via/ }).click();
    await sayWho(page, what);
    const secret = (await window.cookies(site)).find(({ name }) => name === sessionCookie)?.value ?? '';
    const actor = await findActor(pages.house.database, 'session', secret);
    expect(actor?.session).toMatchObject({ way: 'oidc', secondFactor });
  });
});

it('the secret of an own provider is never shown again, nor kept in the browser; what else was typed is', async () => {
  const { tenantId } = pages.cast;
  const { page } = await visit();
  await page.goto(await aLink(await anAppointment(pages.stage, 'administrator', { tenantId })));
  await page.getByRole('button', { name: 'Log in zonder account' }).click();
  await page.goto('/beheer/inloggen');
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Adres van de inlogdienst').fill('https://127.0.0.1:9');
  await page.getByLabel('Naam van Kortelijn daar').fill('een naam');
  await page.getByLabel('Geheim').fill('een heel geheim geheim');
  // The line is lost while it is sent: then what was typed stays on the device, but for the secret.
  await page.route('**/beheer/inloggen', (route) =>
    route.request().method() === 'POST' ? route.abort('aborted') : route.continue(),
  );
  await page.getByRole('button', { name: 'Sla op' }).click();
  const copies = () => page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(copies).toContain('een naam');
  expect(await copies()).not.toContain('geheim geheim');
  await page.unroute('**/beheer/inloggen');
  await page.reload();
  await page.getByLabel('Naam van Kortelijn daar').fill('een naam');
  await page.getByLabel('Adres van de inlogdienst').fill('https://127.0.0.1:9');
  await page.getByLabel('Geheim').fill('een heel geheim geheim');
  await page.getByRole('button', { name: 'Sla op' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.content()).toContain('een naam');
  expect(await page.content()).not.toContain('geheim geheim');
  expect(await findFaults(page)).toEqual([]);
});

it('nothing that a refusal writes in the log tells about whom', async () => {
  const lines: string[] = [];
  const written = vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  const { page } = await visit();
  await logIn(page, 'iemand-met-een-naam');
  written.mockRestore();
  expect(lines.join('')).toContain('"why":"stranger"');
  expect(lines.join('')).not.toMatch(/iemand-met-een-naam|code=|state=|eyJ/);
});

it('nobody who has no account there can be looked for: an unknown person and an unlinked one read the same', async () => {
  await aPerson(pages.stage, pages.cast.tenantId, 'ongekoppeld');
  const texts: (string | null)[] = [];
  for (const account of ['ongekoppeld', 'bestaat-niet']) {
    const { page } = await visit();
    await logIn(page, account);
    texts.push(await page.getByRole('main').textContent());
  }
  expect(texts[0]).toBe(texts[1]);
});
