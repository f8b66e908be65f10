/// <reference lib="dom" />
// What happens to people at a bad moment: a double click, two tabs, a lost session, a lost line. No text may get lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { dayOf } from '../../src/platform/pure/dates.ts';
import { arrives, byPointer } from './hands.ts';
import { fillReply, openScene, type Scene, textOf } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 120_000);
afterAll(() => scene.close());

const story = 'Dit is een lang antwoord dat niemand twee keer wil schrijven.';
const scripts = [
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const;

describe.each(scripts)('%s', (_name, javaScriptEnabled) => {
  it('a double click replies once', async () => {
    const concern = await scene.aSharedConcern();
    const { hands } = await scene.come('director', { javaScriptEnabled });
    await fillReply(hands, concern, story);
    await hands.page.getByRole('button', { name: 'Plaats reactie' }).dblclick();
    await arrives(hands.page, new RegExp(`${concern}$`));
    await hands.open(concern);
    expect(await hands.page.getByText(story).count()).toBe(1);
  });

  it('a double click notes once', async () => {
    const { hands } = await scene.come('contactPerson', { javaScriptEnabled });
    const words = `Tweemaal geklikt ${javaScriptEnabled}.`;
    await scene.fillNote(hands, words);
    await hands.page.getByRole('button', { name: 'Bewaar notitie' }).dblclick();
    await arrives(hands.page, /zorgen\/[\w-]{36}$/);
    await hands.open('/zorgen');
    expect(await hands.page.getByText(words).count()).toBe(1);
  });

  it('going back after sending sends nothing again, and the form works', async () => {
    const concern = await scene.aSharedConcern();
    const { hands } = await scene.come('director', { javaScriptEnabled });
    await fillReply(hands, concern, story);
    await hands.press('Plaats reactie');
    await hands.page.goBack();
    expect(await hands.page.getByText('nog niet verstuurd').count()).toBe(0);
    await fillReply(hands, concern, 'Een tweede antwoord, na teruggaan.');
    await hands.press('Plaats reactie');
    expect(await hands.page.getByText(story).count()).toBe(1);
    expect(await hands.page.getByText('Een tweede antwoord, na teruggaan.').count()).toBe(1);
  });

  it('a form that went stale says what is new, keeps the text and can be sent again', async () => {
    const concern = await scene.aSharedConcern();
    const { hands } = await scene.come('director', { javaScriptEnabled });
    await fillReply(hands, concern, story);
    const { hands: author } = await scene.come('contactPerson', { javaScriptEnabled });
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
    const { hands: first, window } = await scene.come('contactPerson', { javaScriptEnabled });
    await scene.fillNote(first, 'De eerste woorden.');
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

  it('faults stand on top, each a way to its field, and what was typed stays', async () => {
    const concern = await scene.aSharedConcern();
    const { hands } = await scene.come('director', { javaScriptEnabled });
    await hands.open(`${concern}/reageren`);
    await hands.write('In uw eigen woorden', story);
    await hands.press('Plaats reactie');
    const summary = hands.page.locator('.error-summary');
    expect(await summary.getByRole('listitem').allTextContents()).toEqual([
      'Klopt dit beeld? Maak een keuze.',
    ]);
    if (javaScriptEnabled) expect(await hands.page.locator('.error-summary:focus').count()).toBe(1);
    await summary.getByRole('link').click();
    expect(await hands.page.locator(':focus').getAttribute('name')).toBe('verdict');
    expect(await hands.page.getByLabel('In uw eigen woorden').inputValue()).toBe(story);
  });

  it('a session that ended gives the text back to send again', async () => {
    const concern = await scene.aSharedConcern();
    const { hands, window, secret } = await scene.come('director', { javaScriptEnabled });
    await fillReply(hands, concern, story);
    await scene.end(secret);
    await hands.press('Plaats reactie');
    expect(await hands.page.title()).toBe('U bent uitgelogd - Kortelijn');
    expect(await textOf(hands.page)).toContain(story);
    const tab = window.waitForEvent('page');
    await hands.page.getByRole('link', { name: 'Log in (nieuw tabblad)' }).click();
    const logIn = byPointer(await tab);
    await logIn.page.waitForLoadState();
    await logIn.press(logIn.page.locator(`form:has(input[value="${scene.cast.director.id}"]) button`));
    await hands.press('Verstuur opnieuw');
    expect(await textOf(hands.page)).toContain('Klopt het nog?');
    expect(await textOf(hands.page)).toContain(story);
    await hands.press('Verstuur opnieuw');
    expect(await textOf(hands.page)).toContain('Uw reactie staat op de tijdlijn.');
    expect(await hands.page.getByText(story).count()).toBe(1);
  });

  it('somebody else who logs in meanwhile sends nothing of it in their own name', async () => {
    const concern = await scene.aSharedConcern();
    const { hands, window, secret } = await scene.come('director', { javaScriptEnabled });
    await fillReply(hands, concern, story);
    await scene.end(secret);
    await scene.comeAfter(window, 'contactPerson');
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
    const concern = await scene.aSharedConcern();
    const { hands, window, secret } = await scene.come('director');
    await fillReply(hands, concern, story);
    await scene.end(secret);
    await hands.press('Plaats reactie');
    await hands.page.close();
    await scene.comeAfter(window, 'director');
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
    const concern = await scene.aSharedConcern();
    const { hands, window, secret } = await scene.come('director');
    await fillReply(hands, concern, story);
    await scene.end(secret);
    await hands.press('Plaats reactie');
    await scene.comeAfter(window, 'contactPerson');
    await hands.open(concern);
    const left = await hands.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(left).not.toContain(story);
  });

  it('keeps a draft whose line dropped, says so, and saves it when the line is back', async () => {
    const { hands, window } = await scene.come('contactPerson');
    await window.route('**/bewaar', (route) => route.abort());
    await scene.fillNote(hands, 'De lijn viel weg terwijl ik schreef.');
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

it('an appointment that ends closes the door in an open session, at the next click', async () => {
  const concern = await scene.aSharedConcern();
  const { hands } = await scene.come('director');
  await hands.open(concern);
  await scene.asOperator(
    sql`update appointment set ends_on = app_today()
        where tenant_id = ${scene.cast.tenantId} and person_id = ${scene.cast.director.id} and role = 'school_director'`,
  );
  await hands.follow('Reageren als directeur');
  expect(await textOf(hands.page)).not.toContain('Het team is moe.');
  expect(await hands.open(concern)).not.toBe(200);
  expect(await hands.open('/zorgen')).not.toBe(200);
});
