/** The website with its demonstration on a free port of this machine, and a browser in front of it. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openSession } from '../../src/platform/access.store.ts';
import { sessionCookie } from '../../src/platform/door/request.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import { serve } from '../../src/platform/serve.ts';
import { launchChromium } from './chromium.ts';
import { type House, openHouse } from './house.ts';

export interface Site {
  readonly house: House;
  readonly browser: Browser;
  /** `http://localhost:…` */
  readonly address: string;
  /** A browser window of its own, on this site. */
  window(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const [house, browser] = await Promise.all([openHouse(), launchChromium()]);
  const website = await serve(house.app.fetch, 'localhost', 0);
  return {
    house,
    browser,
    address: website.address,
    window: (options = {}) =>
      browser.newContext({
        baseURL: website.address,
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        reducedMotion: 'reduce',
        ...options,
      }),
    async close() {
      await browser.close();
      await website.stop(1_000);
      await house.close();
    },
  };
}

/** Gives the window somebody's session, without the page to log in. */
export async function comeInto(site: Site, window: BrowserContext, person: Identity): Promise<string> {
  const secret = await openSession(site.house.database, person, { way: 'link', secondFactor: true });
  await window.addCookies([
    { name: sessionCookie, value: secret, url: site.address.replace('http:', 'https:'), secure: true },
  ]);
  return secret;
}

/** Everything that may never happen in a window: faults on the console, requests to another host, answers of 5xx. */
export function watch(window: BrowserContext, address: string): readonly string[] {
  const faults: string[] = [];
  const listen = (page: Page) =>
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  for (const page of window.pages()) listen(page);
  window.on('page', listen);
  window.on('console', (message) => {
    // A page that says «niet gevonden» or shows a form again is an answer; the browser calls every 4xx an error.
    const answer = /^Failed to load resource: the server responded with a status of 4/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !answer)
      faults.push(`${message.page()?.url() ?? ''}: ${message.text()}`);
  });
  window.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`) && !request.url().startsWith('data:'))
      faults.push(`asked another host: ${request.url()}`);
  });
  window.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}
