/// <reference lib="dom" />
// What surrounds a concern, worked in a browser: letters, bell, search, writing aid, blackening, hand-over, list, sessions.
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/platform/pure/dates.ts';
import { shareOf } from '../support/share.ts';
import { comeInto, openSite, type Site, watch } from '../support/site.ts';
import { aConcern, castOf, type SchoolCast } from './cast.ts';
import { findFaults } from './checks.ts';
import { byKeyboard, byPointer, type Hands } from './hands.ts';
import { refuses, says, shows } from './looks.ts';

let site: Site;
let casts: readonly SchoolCast[];
beforeAll(async () => {
  site = await openSite();
  casts = await castOf(site.house);
}, 120_000);
afterAll(() => site.close());

interface Way {
  readonly hands: (page: Page) => Hands;
  readonly options: BrowserContextOptions;
}
const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 700 };
const ways: readonly (readonly [string, Way, number])[] = [
  ['with the keyboard only', { hands: byKeyboard, options: { viewport: wide } }, 0],
  [
    'on a phone without JavaScript',
    { hands: byPointer, options: { viewport: narrow, javaScriptEnabled: false } },
    1,
  ],
];
const today = (after = 0) => addDays(dayOf(Date.now()), after);

/** `WAYS=1` walks both; unless told each commit the other one. */
const share = shareOf('WAYS', 2);

describe.each(ways.filter((_way, nth) => share.takes(nth)))('%s', (_name, way, nth) => {
  const cast = () => only(casts[nth]);

  it('a name is marked and confirmed, a phone number is not let through', async () => {
    const { author, leave } = await company(way, cast());
    await author.open(await aConcern(site.house, cast(), []));
    await author.follow('Delen met de directeur');
    await author.write('Wat denkt u ervan?', `${cast().coordinator.name} zei: bel 06-12345678.`);
    await author.press('Deel met de directeur');
    await refuses(author, [cast().coordinator.name, '06-12345678']);
    await isSound(author);
    expect(await author.page.locator('mark').allTextContents()).toContain('06-12345678');
    await author.write('Wat denkt u ervan?', `${cast().coordinator.name} zei het.`);
    await author.pick('Dit mag blijven staan', cast().coordinator.name);
    await author.press('Deel met de directeur');
    await says(author, 'Gedeeld met de directeur.');
    await leave();
  });

  it('the bell leads to what is new, and opening it reads it', async () => {
    const concern = await aConcern(site.house, cast(), [{ step: 'share_with_director' }]);
    const { director, leave } = await company(way, cast());
    const before = await bellOf(director);
    expect(before).not.toBe('');
    await director.follow(director.page.locator('a.bell'));
    expect(await director.page.title()).toBe('Berichten - Kortelijn');
    await isSound(director);
    await director.follow(director.page.locator(`main a[href^="${concern}"]`).first());
    await director.open('/berichten');
    const news = director.page.locator(`main .card:has(a[href^="${concern}"])`);
    expect(await news.count()).toBeGreaterThan(0);
    expect(await news.locator('.badge--new').count()).toBe(0);
    const all = director.page.getByRole('button', { name: 'Markeer alles als gelezen' });
    if ((await all.count()) > 0) await director.press(all);
    expect(await bellOf(director)).toBe('');
    await leave();
  });

  it('who gets a letter about an invitation answers it from there, after logging in', async () => {
    const concern = await aConcern(site.house, cast(), [
      { step: 'share_with_director' },
      { step: 'plan_conversation', proposals: [`${today(5)}T09:00:00.000Z`] },
    ]);
    const window = await site.window(way.options);
    window.setDefaultTimeout(8_000);
    const faults = watch(window, site.address);
    const director = way.hands(await window.newPage());
    await director.open(`/demo/post?persoon=${cast().director.id}`);
    await director.unfold('Lees de mail: U bent uitgenodigd voor een gesprek');
    const letter = director.page.locator(`main .card:has(a[href="${concern}/uitnodiging"])`);
    expect(await letter.textContent()).not.toContain(cast().school.name);
    await director.follow(letter.getByRole('link', { name: 'Open de link uit deze mail' }));
    await director.press(director.page.locator(`form:has(input[value="${cast().director.id}"]) button`));
    expect(new URL(director.page.url()).pathname).toBe(`${concern}/uitnodiging`);
    await director.pick('Welk moment past u?', 'uur');
    await director.press('Antwoord');
    await says(director, 'Uw antwoord staat op de tijdlijn.');
    expect(faults).toEqual([]);
    await window.close();
  });

  it('a concern is found with a typing mistake; the ledger then says so', async () => {
    const concern = await aConcern(site.house, cast(), [{ step: 'share_with_director' }]);
    const { author, director, leave } = await company(way, cast());
    await director.menu('Zoeken');
    await director.write('Waar zoekt u naar?', 'leerkrahct');
    await director.press('Zoek');
    expect(director.page.url()).not.toContain('leerkra');
    await isSound(director);
    await director.follow(director.page.locator(`main a[href^="${concern}"]`).first());
    await author.open(concern);
    await author.follow('Wie weet dit?');
    await shows(author, cast().director.name);
    await isSound(author);
    await leave();
  });

  it('words are blackened by who wrote them, for everybody', async () => {
    const concern = await aConcern(site.house, cast(), [{ step: 'share_with_director' }]);
    const { author, director, leave } = await company(way, cast());
    await author.open(`${concern}/weglakken`);
    await author.pick('In welke tekst?', 'Uw notitie: Wat gebeurde er');
    await author.write('Welke woorden?', 'zwembad');
    await author.select('Waarom moet het weg?', 'een naam');
    await author.press('Lak weg');
    await refuses(author, ['niet precies zo in de tekst: zwembad']);
    await author.write('Welke woorden?', 'vaste leerkracht');
    await author.press('Lak weg');
    await director.open(concern);
    await shows(director, 'Drie groepen hadden geen █████.');
    await shows(director, 'lakte woorden weg');
    await isSound(director);
    await leave();
  });

  it('somebody chooses what comes by mail, ends other sessions and takes the list along', async () => {
    const { author, leave, window } = await company(way, cast());
    await author.menu('Mijn gegevens');
    await author.follow('Kies wat u per e-mail krijgt');
    await author.select('Een stap in een zorg', 'Nooit');
    await author.press('Sla op');
    await author.open('/mijn/meldingen');
    expect(await author.page.getByLabel('Een stap in een zorg').inputValue()).toBe('never');
    const other = await window(cast().contactPerson);
    await author.open('/mijn');
    await author.press('Beëindig alle andere sessies');
    expect((await other.page.request.get('/mijn', { maxRedirects: 0 })).status()).toBe(303);
    await author.open('/zorgen');
    const file = await author.page.request.get('/zorgen/lijst.csv');
    expect(await author.page.getByRole('link', { name: 'Bewaar deze lijst als bestand (CSV)' }).count()).toBe(
      1,
    );
    expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8');
    await leave();
  });

  it('work is handed over with one act, and taken back', async () => {
    const { director, leave } = await company(way, cast());
    await director.open('/mijn/afwezigheid');
    await director.press('Draag over');
    await refuses(director, ['Kies iemand uit']);
    const [, colleague = ''] = await director.page
      .getByLabel('Wie neemt waar?')
      .locator('option')
      .allTextContents();
    await director.select('Wie neemt waar?', colleague);
    await director.press('Draag over');
    await isSound(director);
    await shows(director, colleague.replace(/ \(.*/, ''));
    await leave();
  });
});

/** Windows of the author and the director, in which nothing may go wrong. */
async function company(way: Way, cast: SchoolCast) {
  const windows: BrowserContext[] = [];
  const faults: (readonly string[])[] = [];
  const window = async ({ id }: { readonly id: string }): Promise<Hands> => {
    const context = await site.window(way.options);
    windows.push(context);
    context.setDefaultTimeout(8_000);
    faults.push(watch(context, site.address));
    await comeInto(site, context, { tenantId: cast.tenantId, personId: id });
    const hands = way.hands(await context.newPage());
    await hands.open('/');
    return hands;
  };
  return {
    window,
    author: await window(cast.contactPerson),
    director: await window(cast.director),
    async leave() {
      expect(faults.flat()).toEqual([]);
      for (const context of windows) await context.close();
    },
  };
}

/** No fault in this state; without JavaScript axe cannot run, and the hands look whether the page fits. */
async function isSound({ page }: Hands): Promise<void> {
  const scripted = await page.evaluate(() => matchMedia('(scripting: enabled)').matches);
  if (scripted) expect(await findFaults(page)).toEqual([]);
}

function only<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}

const bellOf = async ({ page }: Hands) =>
  (await page.locator('a.bell .nav__count').allTextContents()).join('').replace(/ nieuw$/, '');
