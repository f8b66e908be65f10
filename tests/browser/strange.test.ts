/// <reference lib="dom" />
// What happens to people at a bad moment: a double click, two tabs, a lost session, a lost line, odd text. No text may get lost.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endSession, findActor } from '../../src/platform/access.store.ts';
import { sql } from '../../src/platform/database.ts';
import { dayOf } from '../../src/platform/pure/dates.ts';
import { comeInto, openSite, type Site } from '../support/site.ts';
import { aConcern, castOf, type SchoolCast } from './cast.ts';
import { narrow, wide } from './checks.ts';
import { byPointer, type Hands } from './hands.ts';

let site: Site;
let cast: SchoolCast;
beforeAll(async () => {
  site = await openSite();
  cast = only((await castOf(site.house))[0]);
}, 120_000);
afterAll(() => site.close());

type Who = 'contactPerson' | 'director' | 'coordinator' | 'boardMember';
const story = 'Dit is een lang antwoord dat niemand twee keer wil schrijven.';
const scripts = [
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const;

describe.each(scripts)('%s', (_name, javaScriptEnabled) => {
  it('a double click replies once', async () => {
    const concern = await aSharedConcern();
    const { hands } = await come('director', { javaScriptEnabled });
    await fillReply(hands, concern);
    await hands.page.getByRole('button', { name: 'Plaats reactie' }).dblclick();
    await hands.page.waitForURL(`**${concern}`);
    await hands.open(concern);
    expect(await hands.page.getByText(story).count()).toBe(1);
  });

  it('a double click notes once', async () => {
    const { hands } = await come('contactPerson', { javaScriptEnabled });
    const words = `Tweemaal geklikt ${javaScriptEnabled}.`;
    await fillNote(hands, words);
    await hands.page.getByRole('button', { name: 'Bewaar notitie' }).dblclick();
    await hands.page.waitForURL(/zorgen\/[\w-]{36}$/);
    await hands.open('/zorgen');
    expect(await hands.page.getByText(words).count()).toBe(1);
  });

  it('going back after sending sends nothing again, and the form works', async () => {
    const concern = await aSharedConcern();
    const { hands } = await come('director', { javaScriptEnabled });
    await fillReply(hands, concern);
    await hands.press('Plaats reactie');
    await hands.page.goBack();
    expect(await hands.page.getByText('nog niet verstuurd').count()).toBe(0);
    await fillReply(hands, concern, 'Een tweede antwoord, na teruggaan.');
    await hands.press('Plaats reactie');
    expect(await hands.page.getByText(story).count()).toBe(1);
    expect(await hands.page.getByText('Een tweede antwoord, na teruggaan.').count()).toBe(1);
  });

  it('a form that went stale says what is new, keeps the text and can be sent again', async () => {
    const concern = await aSharedConcern();
    const { hands } = await come('director', { javaScriptEnabled });
    await fillReply(hands, concern);
    const { hands: author } = await come('contactPerson', { javaScriptEnabled });
    await author.open(`${concern}/gesprek-plannen`);
    await author.date('Dag en tijd', `${dayOf(Date.now() + 3 * 86_400_000)}T10:00`);
    await author.press('Nodig uit');
    await hands.press('Plaats reactie');
    const said = await textOf(hands.page);
    expect(said).toContain('Iemand anders was u net voor');
    expect(said).toContain('nodigde uit voor een gesprek');
    expect(await hands.page.getByLabel('In uw eigen woorden').inputValue()).toBe(story);
    await hands.press('Plaats reactie');
    expect(await textOf(hands.page)).toContain('Uw reactie staat op de tijdlijn.');
  });

  it('two tabs with one note never overwrite each other in silence', async () => {
    const { hands: first, window } = await come('contactPerson', { javaScriptEnabled });
    await fillNote(first, 'De eerste woorden.');
    await first.press('Bewaar notitie');
    await first.follow('Notitie aanpassen');
    const second = byPointer(await window.newPage());
    await second.open(new URL(first.page.url()).pathname);
    await first.write('Wat gebeurde er?', 'Woorden van de eerste tab.');
    await first.press('Bewaar notitie');
    await second.write('Wat gebeurde er?', 'Woorden van de tweede tab.');
    await second.press('Bewaar notitie');
    expect(await textOf(second.page)).toContain('U wijzigde deze notitie ook ergens anders');
    expect(await second.page.getByLabel('Wat gebeurde er?').inputValue()).toBe('Woorden van de tweede tab.');
    await second.press('Bewaar notitie');
    expect(await textOf(second.page)).toContain('Woorden van de tweede tab.');
  });

  it('a session that ended gives the text back to send again', async () => {
    const concern = await aSharedConcern();
    const { hands, window, secret } = await come('director', { javaScriptEnabled });
    await fillReply(hands, concern);
    await end(secret);
    await hands.press('Plaats reactie');
    expect(await hands.page.title()).toBe('U bent uitgelogd - Kortelijn');
    expect(await textOf(hands.page)).toContain(story);
    const tab = window.waitForEvent('page');
    await hands.page.getByRole('link', { name: 'Log in (nieuw tabblad)' }).click();
    const logIn = byPointer(await tab);
    await logIn.press(logIn.page.locator(`form:has(input[value="${cast.director.id}"]) button`));
    await hands.press('Verstuur opnieuw');
    expect(await textOf(hands.page)).toContain('Klopt het nog?');
    expect(await textOf(hands.page)).toContain(story);
    await hands.press('Verstuur opnieuw');
    expect(await textOf(hands.page)).toContain('Uw reactie staat op de tijdlijn.');
    expect(await hands.page.getByText(story).count()).toBe(1);
  });

  it('somebody else who logs in meanwhile sends nothing of it in their own name', async () => {
    const concern = await aSharedConcern();
    const { hands, window, secret } = await come('director', { javaScriptEnabled });
    await fillReply(hands, concern);
    await end(secret);
    await comeInto(site, window, { tenantId: cast.tenantId, personId: cast.contactPerson.id });
    await hands.press('Plaats reactie');
    await hands.press('Verstuur opnieuw');
    expect(await textOf(hands.page)).toContain('Deze stap hoort niet bij uw rol');
    expect(await textOf(hands.page)).toContain(story);
    await hands.open(concern);
    expect(await hands.page.getByText(story).count()).toBe(0);
  });
});

describe('the copy on the device', () => {
  it('brings the text back after a session ended and the page was closed', async () => {
    const concern = await aSharedConcern();
    const { hands, window, secret } = await come('director');
    await fillReply(hands, concern);
    await end(secret);
    await hands.press('Plaats reactie');
    await hands.page.close();
    await comeInto(site, window, { tenantId: cast.tenantId, personId: cast.director.id });
    const again = byPointer(await window.newPage());
    await again.open(`${concern}/reageren`);
    await again.page.getByRole('button', { name: 'Zet terug' }).click();
    expect(await again.page.getByLabel('In uw eigen woorden').inputValue()).toBe(story);
    expect(await again.page.getByLabel('Aanvulling').isChecked()).toBe(true);
    await again.press('Plaats reactie');
    await again.open(`${concern}/reageren`);
    expect(await again.page.getByText('nog niet verstuurd').count()).toBe(0);
  });

  it('is not shown to the next person on the same device', async () => {
    const concern = await aSharedConcern();
    const { hands, window, secret } = await come('director');
    await fillReply(hands, concern);
    await end(secret);
    await hands.press('Plaats reactie');
    await comeInto(site, window, { tenantId: cast.tenantId, personId: cast.contactPerson.id });
    await hands.open(concern);
    const left = await hands.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(left).not.toContain(story);
  });

  it('keeps a draft whose line dropped, says so, and saves it when the line is back', async () => {
    const { hands, window } = await come('contactPerson');
    await window.route('**/bewaar', (route) => route.abort());
    await fillNote(hands, 'De lijn viel weg terwijl ik schreef.');
    await hands.page.getByText('Niet bewaard. Uw tekst staat nog op dit apparaat.').waitFor();
    await hands.page.reload();
    await window.unroute('**/bewaar');
    await hands.page.getByRole('button', { name: 'Zet terug' }).click();
    expect(await hands.page.getByLabel('Wat gebeurde er?').inputValue()).toContain('De lijn viel weg');
    await hands.page.getByText(/^Bewaard om/).waitFor();
    await hands.open(new URL(hands.page.url()).pathname);
    expect(await hands.page.getByLabel('Wat gebeurde er?').inputValue()).toContain('De lijn viel weg');
  });
});

describe('odd text', () => {
  const odd = [
    'قال المعلم إن الدرس كان هادئا.',
    'Zorg 👩‍🏫🌻 met een vlag 🇳🇱.',
    '<b>vet</b> & "aangehaald" <script>alert(1)</script>',
    `${'Langwoordzonderspaties'.repeat(30)}`,
  ].join('\n\n');

  it('comes back exactly as it was written, and fits on a phone', async () => {
    const concern = await aSharedConcern();
    const { hands } = await come('director', { viewport: narrow });
    await fillReply(hands, concern, odd);
    await hands.press('Plaats reactie');
    const texts = await hands.page.locator('main .prose').allInnerTexts();
    expect(texts.map((text) => text.replace(/\s+/g, ' ').trim())).toContain(odd.replace(/\s+/g, ' '));
    const arabic = hands.page.getByText('قال المعلم');
    expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });

  it('of 10,000 characters is taken, of one more comes back with the reason', async () => {
    const concern = await aSharedConcern();
    const { hands } = await come('director', { viewport: wide });
    const full = 'Het gaat de goede kant op. '.repeat(400).slice(0, 10_000).trimEnd().padEnd(10_000, '.');
    await fillReply(hands, concern, `${full}!`);
    await hands.press('Plaats reactie');
    expect(await hands.page.locator('.error-summary').textContent()).toContain('hoogstens 10.000 tekens');
    expect(await hands.page.getByLabel('In uw eigen woorden').inputValue()).toBe(`${full}!`);
    await hands.write('In uw eigen woorden', full);
    await hands.press('Plaats reactie');
    expect(await textOf(hands.page)).toContain('Uw reactie staat op de tijdlijn.');
    expect(await textOf(hands.page)).toContain(full);
  });

  it('with characters that cannot be kept comes back with the reason and the rest of it', async () => {
    const concern = await aSharedConcern();
    const { hands } = await come('director');
    await fillReply(hands, concern, `Voor\u0000na. ${story}`);
    await hands.press('Plaats reactie');
    expect(await hands.page.locator('.error-summary').count()).toBe(1);
    expect(await hands.page.getByLabel('In uw eigen woorden').inputValue()).toContain(story);
  });

  it('names from right to left stand in their own direction and move nothing else', async () => {
    const name = 'عائشة بن صالح';
    await asOperator(
      sql`update person set name = ${name} where tenant_id = ${cast.tenantId} and id = ${cast.coordinator.id}`,
    );
    const concern = await aSharedConcern();
    const { hands } = await come('director', { viewport: narrow });
    await hands.open(`${concern}/deelnemer`);
    await hands.select('Wie doet er mee?', name);
    await hands.press('Laat meedoen');
    expect(await textOf(hands.page)).toContain(name);
    const { hands: reader } = await come('coordinator');
    await reader.open('/');
    expect(await reader.page.locator('bdi', { hasText: name }).count()).toBeGreaterThan(0);
    expect(await reader.page.locator('.account__role').first().isVisible()).toBe(true);
  });
});

it('an appointment that ends closes the door in an open session, at the next click', async () => {
  const concern = await aSharedConcern();
  const { hands } = await come('director');
  await hands.open(concern);
  await asOperator(
    sql`update appointment set ends_on = app_today()
        where tenant_id = ${cast.tenantId} and person_id = ${cast.director.id} and role = 'school_director'`,
  );
  await hands.follow('Reageren als directeur');
  expect(await textOf(hands.page)).not.toContain('Het team is moe.');
  expect(await hands.open(concern)).not.toBe(200);
  expect(await hands.open('/zorgen')).not.toBe(200);
});

// Setting the scene -----------------------------------------------------------------------------------------------------

async function come(who: Who, options: BrowserContextOptions = {}) {
  const window = await site.window(options);
  window.setDefaultTimeout(8_000);
  const secret = await comeInto(site, window, { tenantId: cast.tenantId, personId: cast[who].id });
  return { window, secret, hands: byPointer(await window.newPage()) };
}

/** The address of a concern that its author just shared with the director. */
const aSharedConcern = () => aConcern(site.house, cast, [{ step: 'share_with_director' }]);

async function fillReply(hands: Hands, concern: string, text = story): Promise<void> {
  await hands.open(`${concern}/reageren`);
  await hands.pick('Klopt dit beeld?', 'Aanvulling');
  await hands.write('In uw eigen woorden', text);
}

async function fillNote(hands: Hands, text: string): Promise<void> {
  await hands.open(`/zorgen/nieuw?school=${cast.school.code}`);
  await hands.pick('Waar kwam dit ter sprake?', 'Teamoverleg');
  await hands.write('Wat gebeurde er?', text);
}

async function end(secret: string): Promise<void> {
  const { database } = site.house;
  await endSession(database, only(await findActor(database, 'session', secret)));
}

async function asOperator(change: ReturnType<typeof sql>): Promise<void> {
  const changed = await site.house.operator.write({ operatorFor: cast.tenantId }, (tx) => tx.run(change));
  expect(changed).toBeGreaterThan(0);
}

const textOf = async (page: Page) => (await page.getByRole('main').textContent()) ?? '';

function only<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}
