/// <reference lib="dom" />
// A specialist without a connection: what they write down stays on the device, arrives once, and leaves with them.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey } from '../../src/platform/access.store.ts';
import { sql } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import { serve, type Website } from '../../src/platform/serve.ts';
import { findVisits } from '../../src/stationing/visits/visit.store.ts';
import { createApp } from '../../src/web/server.ts';
import { launchChromium } from '../support/chromium.ts';
import { actorOf, anAppointment } from '../support/factories.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { watch } from '../support/site.ts';
import { aQuestionFor, openSuperuser } from '../support/visits.ts';
import { findFaults, narrow } from './checks.ts';

const away = '/inzet/bezoeken/onderweg';

let pages: Pages;
let website: Website;
let browser: Browser;

beforeAll(async () => {
  pages = await openPages();
  // The browser has no clock but its own.
  pages.stage.at(new Date().toISOString());
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

interface Phone {
  readonly window: BrowserContext;
  readonly page: Page;
  readonly faults: readonly string[];
}

async function phone(): Promise<Phone> {
  const window = await browser.newContext({
    baseURL: website.address,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: narrow,
    reducedMotion: 'reduce',
  });
  window.setDefaultTimeout(8_000);
  return { window, page: await window.newPage(), faults: watch(window, website.address) };
}

/** Somebody who works at two questions: one of a team, one about a pupil. */
async function aSpecialist(): Promise<Identity> {
  const { cast, stage, house } = pages;
  const personId = await anAppointment(stage, 'specialist', { tenantId: cast.tenantId });
  const superuser = await openSuperuser(house.fresh);
  await aQuestionFor(superuser, cast, personId, { title: 'Titel van het team' });
  await aQuestionFor(superuser, cast, personId, { level: 'pupil', title: 'Titel over een leerling' });
  await superuser.end();
  return { tenantId: cast.tenantId, personId };
}

async function arrive(page: Page, person: Identity): Promise<void> {
  const ends = new Date(pages.stage.now().getTime() + 86_400_000);
  const link = await pages.house.operator.write({ operatorFor: person.tenantId }, (tx) =>
    makeKey(tx, person, 'link', ends),
  );
  await page.goto(`/inloggen/eenmalig/${link}`);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.waitForURL(`${website.address}/`);
}

/** Opens the page until it is kept. */
async function openAway(page: Page): Promise<void> {
  await page.goto(away);
  await page.locator('body[data-away-ready]').waitFor();
}

async function writeDown(page: Page, minutes: string): Promise<void> {
  await page.getByLabel('Anders, in minuten').fill(minutes);
  await page.getByLabel('Teamtraining').check();
  await page.getByRole('button', { name: 'Bewaar op dit apparaat' }).click();
}

const unsent = (page: Page, n: number) =>
  page.getByRole('heading', { name: `Nog niet verzonden (${n})` }).waitFor();

const keptOn = (page: Page) =>
  page.evaluate(async () => ({
    drafts: Object.keys(localStorage).filter((key) => key.startsWith('kortelijn.visits:')).length,
    pages:
      (await caches.keys()).length === 0
        ? 0
        : (await (await caches.open('kortelijn-onderweg')).keys()).length,
  }));

async function minutesOf(person: Identity): Promise<readonly number[]> {
  const actor = await actorOf(pages.stage, person.tenantId, person.personId);
  const found = await pages.stage.database.read(actor, (reader) => findVisits(reader, actor, { limit: 50 }));
  return found.map(({ minutes }) => minutes).sort((a, b) => a - b);
}

describe('without a connection', () => {
  it('two visits stay on the phone, say so honestly, and arrive once', async () => {
    const { window, page, faults } = await phone();
    const person = await aSpecialist();
    await arrive(page, person);
    await openAway(page);
    expect(await findFaults(page)).toEqual([]);
    await window.setOffline(true);
    await page.reload();
    await writeDown(page, '40');
    await unsent(page, 1);
    await writeDown(page, '50');
    await unsent(page, 2);
    await page.getByText('Geen verbinding.').waitFor();
    expect(await findFaults(page)).toEqual([]);
    // What is kept names no pupil and no question by its title.
    const kept = await page.evaluate(() => JSON.stringify(localStorage) + document.documentElement.outerHTML);
    expect(kept).not.toContain('Titel');
    expect(await page.locator('.portion').count()).toBe(2);
    expect(await minutesOf(person)).toEqual([]);

    // The answer to the first one is lost on the way: it is sent again, and still arrives once.
    let lost = 0;
    await page.route(`**${away}`, async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    // Back: it sends by itself.
    await window.setOffline(false);
    await expect.poll(() => lost, { timeout: 8_000 }).toBe(1);
    await page.getByText('Geen verbinding.').waitFor();
    await page.getByRole('button', { name: 'Verzend nu' }).click();
    await page.getByText('Alles is verzonden.').waitFor();
    expect(await minutesOf(person)).toEqual([40, 50]);
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(fault))).toEqual([]);
    await window.close();
  });

  it('what the server refuses stays, with its reason, and can be put right', async () => {
    const { window, page } = await phone();
    const person = await aSpecialist();
    await arrive(page, person);
    await openAway(page);
    await page.getByLabel('Anders, in minuten').fill('45');
    await page.getByLabel('Teamtraining').check();
    // A page that was kept for too long lets an old day through; the server does not.
    await page.getByLabel('Wanneer?').evaluate((field: HTMLInputElement) => {
      field.value = '2024-01-08';
    });
    await page.getByRole('button', { name: 'Bewaar op dit apparaat' }).click();
    await page.getByText('Niet aangenomen. Kies een dag die geweest is').waitFor();
    await unsent(page, 1);
    await page.reload();
    await unsent(page, 1);
    await page.getByRole('button', { name: 'Pas aan' }).click();
    expect(await page.getByLabel('Anders, in minuten').inputValue()).toBe('45');
    await page.getByLabel('Wanneer?').fill(new Date().toLocaleDateString('sv'));
    await page.getByRole('button', { name: 'Bewaar op dit apparaat' }).click();
    await page.getByText('Alles is verzonden.').waitFor();
    expect(await minutesOf(person)).toEqual([45]);
    await window.close();
  });

  it('minutes that do not add up are not kept: the form says what is left', async () => {
    const { window, page } = await phone();
    await arrive(page, await aSpecialist());
    await openAway(page);
    await page.locator('.portion__minutes').first().fill('45');
    await page.getByText('Nog 15 minuten te verdelen.').waitFor();
    await writeDown(page, '');
    expect(await page.locator('[data-away-fault]').textContent()).not.toBe('');
    expect(await page.locator('[data-drafts]').isVisible()).toBe(false);
    await window.close();
  });
});

describe('logging out', () => {
  it('asks first when something waits, and then clears the device', async () => {
    const { window, page } = await phone();
    const person = await aSpecialist();
    await arrive(page, person);
    await openAway(page);
    await window.setOffline(true);
    await page.reload();
    await writeDown(page, '40');
    await unsent(page, 1);
    expect(await keptOn(page)).toMatchObject({ drafts: 1 });
    await window.setOffline(false);
    // Sending fails, so the draft waits still.
    await page.route(`**${away}`, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await page.goto('/inzet/bezoeken');
    await page.getByText('(1 nog niet verzonden)').waitFor();
    const asked: string[] = [];
    const leave = async (accept: boolean) => {
      page.once('dialog', (dialog) => {
        asked.push(dialog.message());
        void (accept ? dialog.accept() : dialog.dismiss());
      });
      await page.locator('summary.menu__button').click();
      await page.getByRole('button', { name: 'Uitloggen' }).filter({ visible: true }).click();
    };
    await leave(false);
    await expect.poll(() => asked.length).toBe(1);
    expect(await keptOn(page)).toMatchObject({ drafts: 1 });
    await page.goto('/inzet/bezoeken');
    await leave(true);
    await page.getByText('U bent uitgelogd.').waitFor();
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain('1 bezoek is nog niet verzonden');
    expect(await keptOn(page)).toEqual({ drafts: 0, pages: 0 });
    await window.setOffline(true);
    await expect(page.goto(away)).rejects.toThrow();
    expect(await minutesOf(person)).toEqual([]);
    await window.close();
  });

  it('is not needed for somebody else to find nothing of it', async () => {
    const { window, page } = await phone();
    const first = await aSpecialist();
    await arrive(page, first);
    await openAway(page);
    await window.setOffline(true);
    await page.reload();
    await writeDown(page, '40');
    await unsent(page, 1);
    await window.setOffline(false);
    await window.clearCookies();
    const second = await aSpecialist();
    await arrive(page, second);
    await expect.poll(() => keptOn(page)).toEqual({ drafts: 0, pages: 0 });
    await openAway(page);
    expect(await page.locator('[data-drafts]').isVisible()).toBe(false);
    expect([await minutesOf(first), await minutesOf(second)]).toEqual([[], []]);
    await window.close();
  });
});

it('the ordinary form records a visit in a few taps, without JavaScript too', async () => {
  const person = await aSpecialist();
  for (const javaScriptEnabled of [true, false]) {
    const window = await browser.newContext({
      baseURL: website.address,
      viewport: narrow,
      javaScriptEnabled,
      reducedMotion: 'reduce',
    });
    window.setDefaultTimeout(8_000);
    const page = await window.newPage();
    await arrive(page, person);
    await page.goto('/inzet/bezoeken/nieuw');
    if (javaScriptEnabled) expect(await findFaults(page)).toEqual([]);
    await page.getByLabel('30 min').check();
    await page.getByLabel('Advies').check();
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByText('Het bezoek is vastgelegd.').waitFor();
    await window.close();
  }
  expect(await minutesOf(person)).toEqual([30, 30]);
});

// Last: the others count what stands in the form without an ambition.
describe('a visit', () => {
  it('can be for a question, an ambition or preventive work, whatever school is chosen', async () => {
    const { cast, stage } = pages;
    await stage.database.write({ tenantId: cast.tenantId, personId: cast.teamLead }, (tx) =>
      tx.run(sql`insert into ambition (tenant_id, id, name, starts_on)
        values (${cast.tenantId}, ${newId()}, 'Rust in de klas', '2025-08-01')`),
    );
    const { window, page } = await phone();
    await arrive(page, await aSpecialist());
    await page.goto('/inzet/bezoeken/nieuw');
    const rows = page.locator('.portion').filter({ visible: true });
    expect(await rows.count()).toBe(4);
    for (const school of await page.locator('input[name=schools]').all()) await school.check();
    expect((await rows.allInnerTexts()).slice(-2)).toEqual([
      'Ambitie: Rust in de klas',
      'Preventief werk, niet voor een vraag',
    ]);
    await window.close();
  });
});
