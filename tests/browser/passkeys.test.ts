/// <reference lib="dom" />
// Passkeys in a browser with an authenticator of its own: making one, logging in, the second step, and what is refused.
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey } from '../../src/platform/access.store.ts';
import type { Identity, Role } from '../../src/platform/pure/actor.ts';
import { serve, type Website } from '../../src/platform/serve.ts';
import { createApp } from '../../src/web/server.ts';
import { launchChromium } from '../support/chromium.ts';
import { anAppointment } from '../support/factories.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { watch } from '../support/site.ts';
import { auditsEveryDeed } from '../support/witness.ts';
import { findFaults, narrow, wide } from './checks.ts';

let pages: Pages;
let website: Website;
let browser: Browser;

beforeAll(async () => {
  pages = await openPages();
  const app = createApp({
    database: pages.house.database,
    config: { demo: false, rateLimit: false, baseUrl: undefined },
    clock: () => pages.stage.now(),
  });
  website = await serve(app.fetch, 'localhost', 0);
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await website.stop(500);
  await pages.close();
});
auditsEveryDeed(() => pages.house.fresh);

interface Visit {
  readonly window: BrowserContext;
  readonly page: Page;
  readonly device: CDPSession;
  readonly authenticatorId: string;
  readonly faults: readonly string[];
}

/** A window on a device that can make passkeys and knows its owner. */
async function visit(javaScriptEnabled = true): Promise<Visit> {
  const window = await browser.newContext({
    baseURL: website.address,
    locale: 'nl-NL',
    viewport: wide,
    hasTouch: true,
    javaScriptEnabled,
    reducedMotion: 'reduce',
  });
  window.setDefaultTimeout(8_000);
  const faults = watch(window, website.address);
  const page = await window.newPage();
  const device = await window.newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { window, page, device, authenticatorId, faults };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function somebody(role: Role): Promise<Identity> {
  const { tenantId, school } = pages.cast;
  const place = role === 'teacher' ? { schoolId: school.id } : {};
  return { tenantId, personId: await anAppointment(pages.stage, role, { tenantId, ...place }) };
}

/** Comes in with a one-time link, as after an invitation. */
async function arrive({ page }: Visit, person: Identity): Promise<void> {
  const ends = new Date(pages.stage.now().getTime() + 86_400_000);
  const link = await pages.house.operator.write({ operatorFor: person.tenantId }, (tx) =>
    makeKey(tx, person, 'link', ends),
  );
  await page.goto(`/inloggen/eenmalig/${link}`);
  await press(page, 'Log in');
}

async function leave(page: Page): Promise<void> {
  await page.goto('/scholen');
  await press(page, 'Uitloggen');
}

/** Makes a passkey at Mijn gegevens; the first one brings recovery codes. */
async function make({ page }: Visit, name: string): Promise<void> {
  await page.goto('/mijn/passkeys');
  await page.getByLabel('Naam').fill(name);
  await press(page, 'Voeg een passkey toe');
  await page.getByText(/U ziet deze codes één keer|De passkey is toegevoegd/).waitFor();
}

const keepCodes = (page: Page) => page.getByRole('link', { name: 'Ik heb de codes bewaard' }).click();

describe('a passkey', () => {
  it('is made at Mijn gegevens and then logs in by itself, to where somebody wanted to go', async () => {
    const here = await visit();
    const { page } = here;
    await arrive(here, await somebody('teacher'));
    await make(here, 'Laptop');
    expect(await page.locator('ol code').allTextContents()).toHaveLength(10);
    expect(await findFaults(page)).toEqual([]);
    await keepCodes(page);
    expect(await page.getByRole('link', { name: 'Laptop' }).isVisible()).toBe(true);
    await leave(page);
    await page.goto('/mijn');
    await page.getByRole('link', { name: 'Log in met een passkey' }).click();
    expect(await findFaults(page)).toEqual([]);
    await press(page, 'Log in met een passkey');
    await page.waitForURL('**/mijn');
    expect(await page.getByText('een passkey', { exact: true }).first().isVisible()).toBe(true);
    expect(here.faults).toEqual([]);
    await here.window.close();
  });

  it('gets another name, and the last way in cannot be removed', async () => {
    const here = await visit();
    const { page } = here;
    await arrive(here, await somebody('teacher'));
    await make(here, 'Laptop');
    await keepCodes(page);
    await page.getByRole('link', { name: 'Laptop' }).click();
    await page.getByLabel('Naam').fill('Laptop van school');
    await press(page, 'Wijzig de naam');
    await page.getByRole('link', { name: 'Laptop van school' }).click();
    expect(await findFaults(page)).toEqual([]);
    await page.locator('summary', { hasText: 'Verwijderen' }).click();
    await press(page, 'Verwijder deze passkey');
    await page.getByText('Dit is uw enige manier om in te loggen.').waitFor();
    await here.window.close();
  });

  it('goes when there is another, and then logs nobody in', async () => {
    const here = await visit();
    const { page, device, authenticatorId } = here;
    await arrive(here, await somebody('teacher'));
    await make(here, 'Eerste');
    await keepCodes(page);
    const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId });
    const other = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'usb',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false });
    await make(here, 'Tweede');
    await page.getByRole('link', { name: 'Eerste' }).click();
    await page.locator('summary', { hasText: 'Verwijderen' }).click();
    await press(page, 'Verwijder deze passkey');
    await page.getByText('De passkey is verwijderd.').waitFor();
    await leave(page);
    await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: other.authenticatorId });
    await device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: true });
    expect(credentials).toHaveLength(1);
    await page.goto('/inloggen/passkey');
    await press(page, 'Log in met een passkey');
    await page.getByText('Dit lukte niet').waitFor();
    await here.window.close();
  });

  it('whose counter goes back is a copy: refused, and the original goes on', async () => {
    const here = await visit();
    const { page, device, authenticatorId } = here;
    await arrive(here, await somebody('teacher'));
    await make(here, 'Laptop');
    await leave(page);
    const logIn = async () => {
      await page.goto('/inloggen/passkey');
      await press(page, 'Log in met een passkey');
      await page.waitForLoadState();
    };
    const counted = async (signCount: number) => {
      const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId });
      await device.send('WebAuthn.clearCredentials', { authenticatorId });
      for (const credential of credentials)
        await device.send('WebAuthn.addCredential', {
          authenticatorId,
          credential: { ...credential, signCount },
        });
    };
    await counted(50);
    await logIn();
    await page.waitForURL(`${website.address}/`);
    await leave(page);
    await counted(10);
    await logIn();
    await page.getByText('Dit lukte niet').waitFor();
    await counted(60);
    await logIn();
    await page.waitForURL(`${website.address}/`);
    await here.window.close();
  });

  it('that does not verify its owner is not taken', async () => {
    const here = await visit();
    const { page, device, authenticatorId } = here;
    await arrive(here, await somebody('teacher'));
    await make(here, 'Laptop');
    await leave(page);
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.goto('/inloggen/passkey');
    await press(page, 'Log in met een passkey');
    await page.getByText('Afgebroken, of het duurde te lang.').waitFor();
    expect(await heading(page)).toBe('Inloggen met een passkey');
    await here.window.close();
  });

  it('signs once: the same answer again, or one that is five minutes old, opens nothing', async () => {
    const here = await visit();
    const { page } = here;
    await arrive(here, await somebody('teacher'));
    await make(here, 'Laptop');
    await leave(page);
    await page.goto('/inloggen/passkey');
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/passkey'),
    );
    await press(page, 'Log in met een passkey');
    const body = (await sent).postData() ?? '';
    await page.waitForURL(`${website.address}/`);
    const replay = (form: string) =>
      fetch(`${website.address}/inloggen/passkey`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form,
      });
    expect(body).toContain('answer=');
    expect((await replay(body)).status).toBe(422);
    await leave(page);
    await page.goto('/inloggen/passkey');
    await page.route('**/inloggen/passkey', async (route) => {
      if (route.request().method() === 'POST') pages.stage.pass(5.1 / 60);
      await route.continue();
    });
    await press(page, 'Log in met een passkey');
    await page.getByText('Dit lukte niet').waitFor();
    await here.window.close();
  });
});

describe('partnership staff', () => {
  it('is led to make a passkey, and then to use it, before anything opens', async () => {
    await ask('ja');
    const here = await visit();
    const { page } = here;
    await arrive(here, await somebody('specialist'));
    expect(await heading(page)).toBe('Tweede stap');
    expect(await findFaults(page)).toEqual([]);
    await page.setViewportSize(narrow);
    await page.getByLabel('Naam').fill('Telefoon');
    await press(page, 'Maak een passkey');
    await page.getByText('U ziet deze codes één keer').waitFor();
    const [code = ''] = await page.locator('ol code').allTextContents();
    await page.getByRole('link', { name: 'Ik heb de codes bewaard. Ga verder' }).click();
    expect(await findFaults(page)).toEqual([]);
    await press(page, 'Gebruik uw passkey');
    await page.waitForURL(`${website.address}/`);
    // Without the device: a code.
    await leave(page);
    await page.goto('/inloggen/passkey');
    await press(page, 'Log in met een passkey');
    await page.waitForURL(`${website.address}/`);
    expect(here.faults).toEqual([]);
    await here.window.close();
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  });

  it('can do all of it with codes on paper, without JavaScript, which a passkey says it needs', async () => {
    await ask('ja');
    const here = await visit(false);
    const { page } = here;
    const person = await somebody('specialist');
    await arrive(here, person);
    expect(await heading(page)).toBe('Tweede stap');
    expect(await page.locator('noscript .notice').isVisible()).toBe(true);
    await press(page, 'Maak herstelcodes');
    await page.getByText('U ziet deze codes één keer').waitFor();
    const codes = await page.locator('ol code').allTextContents();
    await page.getByRole('link', { name: 'Ik heb de codes bewaard. Ga verder' }).click();
    await page.getByLabel('Herstelcode').fill('2222-2222-2222');
    await press(page, 'Gebruik deze code');
    await page.getByText('Deze code klopt niet').waitFor();
    await page.getByLabel('Herstelcode').fill(codes[0] ?? '');
    await press(page, 'Gebruik deze code');
    await page.goto('/mijn/passkeys');
    expect(await page.getByText('U hebt er nog 9.').isVisible()).toBe(true);
    await here.window.close();
  });
});

/** Whether the partnership asks its staff for a second step. */
async function ask(staffSecondFactor: 'ja' | 'nee'): Promise<void> {
  const { tenantId } = pages.cast;
  const administrator = await anAppointment(pages.stage, 'administrator', { tenantId });
  const path = '/beheer/samenwerkingsverband';
  const form = await pages.see(administrator, path);
  const version = /name="_version" value="(\d+)"/.exec(form.html)?.[1] ?? '';
  const sent = await pages.send(administrator, path, {
    name: 'Proef',
    holidayRegion: 'midden',
    contact_person: 'contactpersoon',
    specialist: 'specialist',
    area: 'gebied',
    committee: 'commissie',
    staffSecondFactor,
    _version: version,
  });
  expect(sent.status, sent.html).toBe(303);
}
