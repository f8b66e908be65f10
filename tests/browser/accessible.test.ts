/// <reference lib="dom" />
// Every page and state for whoever sees it: WCAG 2.2 AA by axe, small screens, large text, dark, forced colours, paper.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeKey } from '../../src/platform/access.store.ts';
import type { Identity, Role } from '../../src/platform/pure/actor.ts';
import { serve } from '../../src/platform/serve.ts';
import { createApp } from '../../src/web/server.ts';
import { type Address, findAddresses, pageRoutes, unlinked } from '../support/crawl.ts';
import { comeIn, peopleWith } from '../support/house.ts';
import { shareOf } from '../support/share.ts';
import { comeInto, openSite, type Site, watch } from '../support/site.ts';
import { findFaults, findLost, wide } from './checks.ts';

let site: Site;
let addresses: readonly Address[];
beforeAll(async () => {
  site = await openSite();
  addresses = await findAddresses(site.house);
}, 300_000);
afterAll(() => site.close());

it('a link leads to every page', () => {
  const found = new Set(addresses.map(({ route }) => route));
  const missed = pageRoutes.map(({ path }) => path).filter((path) => !found.has(path));
  expect(missed.toSorted()).toEqual(unlinked.toSorted());
});

/** `AXE=1` looks at every page; unless told each commit at another 36th of them. */
const share = shareOf('AXE', 36);

it('no page has a fault, empty or filled, nor the same page after an empty form', async () => {
  expect(
    await inTwoWindows(
      addresses.filter((_address, nth) => share.takes(nth)),
      visit,
    ),
  ).toEqual([]);
}, 1_200_000);

/** The faults of all: while one page is drawn, the machine looks at another. */
async function inTwoWindows<T>(
  all: readonly T[],
  faultsOf: (one: T) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const todo = [...all];
  const faults: string[] = [];
  const work = async () => {
    for (let next = todo.shift(); next !== undefined; next = todo.shift())
      faults.push(...(await faultsOf(next)));
  };
  await Promise.all([work(), work()]);
  return faults;
}

it('what is said instead of a page has no fault either', async () => {
  const [director, author] = [await personOf('school_director'), await personOf('contact_person')];
  const concern = await concernToPropose(author);
  const working = addresses.find(({ route }) => route === '/vragen/:id/evalueren');
  const atQuestion = (step: string) => working?.path.replace('evalueren', step) ?? '';
  const withoutDemonstration = await serve(
    createApp({
      database: site.house.database,
      config: { demo: false, rateLimit: false, baseUrl: undefined },
    }).fetch,
    'localhost',
    0,
  );
  const answers: readonly Answer[] = [
    { path: '/bestaat-niet', status: 404 },
    { path: '/uitloggen', status: 405 },
    { path: await linkFor(author), status: 200 },
    { path: '/inloggen/eenmalig/onbekend', status: 410 },
    { path: `${withoutDemonstration.address}/inloggen`, status: 200 },
    { path: '/beheer', status: 403, who: director },
    { path: `${concern}/delen-met-bestuur`, status: 403, who: author },
    { path: atQuestion('terugkijken'), status: 409, who: working?.who },
    { path: atQuestion('toewijzen'), status: 403, who: working?.who },
    { path: '/zorgen/nieuw', status: 401, who: author, leave: true, press: 'Bewaar notitie' },
    { path: '/zorgen?na=99999', status: 404, who: author },
  ];
  const faults = await inTwoWindows(answers, say);
  await withoutDemonstration.stop(100);
  expect(faults).toEqual([]);
}, 60_000);

/** A concern that this person sees and may propose for the board. */
async function concernToPropose(person: Identity | undefined): Promise<string> {
  if (person === undefined) throw new Error('nobody');
  const visitor = await comeIn(site.house, person);
  const list = await (await visitor.get('/zorgen')).text();
  for (const [, path = ''] of list.matchAll(/href="(\/zorgen\/[\da-f-]{36})"/g))
    if ((await (await visitor.get(path)).text()).includes(`${path}/bestuur-voorstellen`)) return path;
  throw new Error('nothing to propose');
}

/** A link to log in once, as a mail brings it. */
async function linkFor(person: Identity | undefined): Promise<string> {
  if (person === undefined) throw new Error('nobody');
  const secret = await site.house.operator.write({ operatorFor: person.tenantId }, (tx) =>
    makeKey(tx, person, 'link', new Date(Date.now() + 3_600_000)),
  );
  return `/inloggen/eenmalig/${secret}`;
}

interface Answer {
  readonly path: string;
  readonly status: number;
  readonly who?: Identity | undefined;
  readonly leave?: boolean;
  readonly press?: string;
}

async function personOf(role: Role): Promise<Identity | undefined> {
  return (await peopleWith(site.house, role))[0];
}

async function say({ path, status, who, leave, press }: Answer): Promise<readonly string[]> {
  const window = await site.window({ viewport: wide, hasTouch: true });
  if (who !== undefined) await comeInto(site, window, who);
  const page = await window.newPage();
  let answer = await page.goto(path);
  if (leave === true) await window.clearCookies();
  if (press !== undefined) {
    const next = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: press }).click();
    answer = await next;
    await page.waitForLoadState();
  }
  const faults = answer?.status() === status ? await findFaults(page) : [`${answer?.status()}`];
  await window.close();
  return faults.map((fault) => `${status} ${path}: ${fault}`);
}

it('these checks do notice what is wrong', async () => {
  const window = await site.window({ viewport: wide, hasTouch: true });
  const page = await window.newPage();
  await page.goto('/privacy');
  await page.evaluate(() => {
    const wrong =
      '<h1>Nog een</h1><p class="pale">bleek</p><p class="wide">breed</p><button>x</button><img src="/x">' +
      '<ul><li class="card card--link"><div class="card__body"><a class="under" href="/">onder</a></div></li></ul>';
    document.querySelector('main')?.insertAdjacentHTML('beforeend', wrong);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '.pale { color: #ccc; background: #ddd } .wide { width: 80rem } .under { pointer-events: none }',
    );
    document.adoptedStyleSheets = [sheet];
    document.querySelector('footer')?.setAttribute('onclick', '');
    document.title = 'Iets';
  });
  const faults = (await findFaults(page)).join('\n');
  for (const sign of [
    '2 h1',
    'does not say',
    'inline: onclick',
    'covered: <a class="under"',
    'light: color-contrast',
    'dark: color-contrast',
    'image-alt',
    'px: <button>x',
  ])
    expect(faults).toContain(sign);
  expect(faults).toMatch(/text twice as large: scrolls sideways/);
  expect(faults).toMatch(/narrow, dark: scrolls sideways/);
  await page.evaluate(() => {
    document.body.textContent = '';
  });
  expect(await findLost(page)).toHaveLength(2);
  await window.close();
});

const lost = new Set<string>();

async function visit({ path, route, who, role }: Address): Promise<readonly string[]> {
  const window = await site.window({ viewport: wide, hasTouch: true });
  const never = watch(window, site.address);
  if (who !== undefined) await comeInto(site, window, who);
  const page = await window.newPage();
  const named = (faults: readonly string[], state = '') =>
    faults.map((fault) => `${role} ${path}${state}: ${fault}`);
  try {
    const answer = await page.goto(path);
    if (answer?.status() !== 200) return [`${role} ${path}: ${answer?.status()}`];
    const faults = [...named(await findFaults(page))];
    if (!lost.has(route)) {
      lost.add(route);
      faults.push(...named(await findLost(page)));
      if (await sendEmpty(page)) faults.push(...named(await findFaults(page), ' after an empty form'));
    }
    return [...faults, ...never];
  } finally {
    await window.close();
  }
}

/** Sends the form of the page with nothing in it, when it asks for something; says whether it did. */
async function sendEmpty(page: Page): Promise<boolean> {
  // A form with an action of `#` is a sample of the style page.
  const form = page.locator('main form.form[data-keep]:not([action="#"])').first();
  const fields = form.locator('input:not([type=hidden]), textarea, select');
  if ((await form.count()) === 0 || (await fields.count()) === 0) return false;
  // A form that waits folded away is looked at, not sent.
  const button = form.locator('.submit-row button').first();
  if (!(await button.isVisible())) return false;
  await form.evaluate((element: HTMLFormElement) => {
    for (const field of element.elements) {
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = '';
      if (field instanceof HTMLInputElement && field.type !== 'hidden') {
        field.checked = false;
        if (!/radio|checkbox/.test(field.type)) field.value = '';
      }
    }
  });
  const answer = page.waitForEvent('domcontentloaded');
  await button.click();
  await answer;
  return true;
}
