// What fades, and a concern about the partnership, as somebody reads them in a browser: sound in every state, also on paper.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eraseAfterRestore } from '../../src/concerns/fading/fading.jobs.ts';
import { serve, type Website } from '../../src/platform/serve.ts';
import { launchChromium } from '../support/chromium.ts';
import {
  aCast,
  aConcernIn,
  aMirroredCast,
  aNoteBy,
  anAppointment,
  type Cast,
  openStage,
  type Stage,
} from '../support/factories.ts';
import { type House, openHouse } from '../support/house.ts';
import { comeInto, type Site } from '../support/site.ts';
import { findFaults, findLost } from './checks.ts';

let house: House;
let stage: Stage;
let website: Website;
let site: Site;
beforeAll(async () => {
  house = await openHouse({ demo: false });
  stage = openStage(house.fresh, new Date().toISOString());
  website = await serve(house.app.fetch, 'localhost', 0);
  const browser = await launchChromium();
  site = {
    house,
    browser,
    address: website.address,
    window: () => browser.newContext({ baseURL: website.address, hasTouch: true, reducedMotion: 'reduce' }),
    close: () => browser.close(),
  };
}, 120_000);
afterAll(async () => {
  await site.close();
  await website.stop(500);
  await stage.close();
  await house.close();
});

const enter = async ({ tenantId }: Cast, personId: string): Promise<Page> => {
  const window = await site.window();
  await comeInto(site, window, { tenantId, personId });
  return window.newPage();
};
const look = async (page: Page, path: string, text: string) => {
  await page.goto(path);
  expect(await page.getByRole('main').textContent()).toContain(text);
  expect([...(await findFaults(page)), ...(await findLost(page))]).toEqual([]);
};

it('a note says when it goes, and a faded concern what stayed', async () => {
  const cast = await aCast(stage);
  const noted = await aNoteBy(stage, cast);
  const early = { tenantId: cast.tenantId, schoolId: cast.school.id, from: '2024-01-01', to: '2025-08-01' };
  await anAppointment(stage, 'contact_person', { ...early, personId: cast.author });
  await anAppointment(stage, 'school_director', { ...early, personId: cast.director });
  stage.at('2024-03-04T08:00:00Z');
  const faded = await aConcernIn(stage, cast, 'resolved');
  stage.at(new Date().toISOString());
  await eraseAfterRestore(stage.database);
  await look(await enter(cast, cast.author), `/zorgen/${noted}`, 'Deelt u deze notitie niet');
  const director = await enter(cast, cast.director);
  await look(director, `/zorgen/${faded}`, 'Deze zorg is vervaagd');
  await look(director, '/zorgen/vervaagd', 'Rust in de groep.');
});

it('a concern about the partnership names the team lead as the first', async () => {
  const cast = await aMirroredCast(stage);
  const concern = await aConcernIn(stage, cast, 'with_director');
  const author = await enter(cast, cast.author);
  await look(author, `/zorgen/${concern}`, 'teamleider');
  await look(author, `/zorgen/${concern}/wie-weet-dit`, 'teamleider');
});
