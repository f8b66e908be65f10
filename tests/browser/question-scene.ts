// A small school with its specialists and a committee, behind real windows; the test moves their clock.
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openSession } from '../../src/platform/access.store.ts';
import { sql } from '../../src/platform/database.ts';
import { sessionCookie } from '../../src/platform/door/request.ts';
import { serve } from '../../src/platform/serve.ts';
import { createApp } from '../../src/web/server.ts';
import { launchChromium } from '../support/chromium.ts';
import type { Stage } from '../support/factories.ts';
import { aQuestionCast, type QuestionCast } from '../support/factories-questions.ts';
import type { House } from '../support/house.ts';
import { openPages } from '../support/pages.ts';
import { watch } from '../support/site.ts';
import { narrow } from './checks.ts';
import { byKeyboard, byPointer, type Hands } from './hands.ts';

interface Way {
  readonly hands: (page: Page) => Hands;
  readonly options: BrowserContextOptions;
}
const wide = { width: 1280, height: 900 };

export const onPhone: Way = { hands: byPointer, options: { viewport: narrow, hasTouch: true } };
export const atDesk: Way = { hands: byPointer, options: { viewport: wide } };
export const withKeys: Way = { hands: byKeyboard, options: { viewport: wide } };
export const withoutScript: Way = {
  hands: byPointer,
  options: { viewport: wide, javaScriptEnabled: false },
};

export interface QuestionScene {
  readonly cast: QuestionCast;
  readonly house: House;
  readonly stage: Stage;
  readonly nameOf: (person: string) => string;
  /** `http://localhost:…` */
  readonly address: string;
  comeIn(person: string, way: Way): Promise<Hands>;
  /** Somebody without a log-in, in their own language. */
  visit(way: Way, locale?: string): Promise<Hands>;
  /** Days go by; who was logged in logs in again. */
  daysLater(days: number): Promise<void>;
  /** Closes all windows; nothing went wrong in any of them. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

export async function openQuestionScene(): Promise<QuestionScene> {
  const pages = await openPages();
  const { stage, house } = pages;
  // The browser has no clock but its own.
  stage.at(new Date().toISOString());
  const cast = await aQuestionCast(stage, house.fresh, pages.cast);
  const { tenantId } = cast;
  const people = await house.operator.read({ operatorFor: tenantId }, (reader) =>
    reader.rows<{ id: string; name: string }>(sql`select id, name from person where tenant_id = ${tenantId}`),
  );
  const app = createApp({
    database: house.database,
    config: { demo: false, rateLimit: false, baseUrl: undefined },
    clock: () => stage.now(),
  });
  const website = await serve(app.fetch, 'localhost', 0);
  const browser = await launchChromium();
  const windows = new Map<BrowserContext, string | undefined>();
  const faults: (readonly string[])[] = [];
  const logIn = async (window: BrowserContext, personId: string) => {
    const way = { way: 'link', secondFactor: true } as const;
    const value = await openSession(house.database, { tenantId, personId }, way);
    const url = website.address.replace('http:', 'https:');
    await window.addCookies([{ name: sessionCookie, value, url, secure: true }]);
  };
  const open = async (person: string | undefined, { options }: Way, locale = 'nl-NL') => {
    const window = await browser.newContext({
      baseURL: website.address,
      locale,
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
      ...options,
    });
    window.setDefaultTimeout(8_000);
    windows.set(window, person);
    faults.push(watch(window, website.address));
    if (person !== undefined) await logIn(window, person);
    return window.newPage();
  };
  return {
    ...{ cast, house, stage },
    address: website.address,
    nameOf: (person) => people.find(({ id }) => id === person)?.name ?? '',
    comeIn: async (person, way) => way.hands(await open(person, way)),
    visit: async (way, locale) => way.hands(await open(undefined, way, locale)),
    async daysLater(days) {
      stage.pass(24 * days);
      for (const [window, person] of windows) if (person !== undefined) await logIn(window, person);
    },
    async leave() {
      expect(faults.flat()).toEqual([]);
      for (const window of windows.keys()) await window.close();
      windows.clear();
    },
    async close() {
      await browser.close();
      await website.stop(500);
      await pages.close();
    },
  };
}
