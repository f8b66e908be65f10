/// <reference lib="dom" />
// What people do with news, step by step, through the pages.
import sharp from 'sharp';
import { expect } from 'vitest';
import { promisedSentence } from '../../src/demo/news/post-texts.ts';
import type { Hands } from './hands.ts';
import { look, picture, refuses, says } from './looks.ts';
import { type NewsScene, oneTeam, talks } from './news-scene.ts';
import { today } from './road.ts';

export async function writeOneTeam(editor: Hands): Promise<void> {
  await editor.press('Bewaar concept');
  await refuses(editor, ['Titel: Vul dit in.']);
  await picture(editor, '01-write-fault');
  await editor.write('Titel', oneTeam.title);
  await editor.write('Inleiding', oneTeam.lead ?? '');
  await editor.write('Tekst', oneTeam.body);
  for (const whom of ['Iedereen', 'Ouders', 'Scholen', 'Professionals'])
    await editor.pick('Voor wie is dit bericht?', whom);
  await editor.pick('Onderwerpen', 'Team en mensen');
  await editor.select('Gaat over een pilot', 'Een vaste dag op school');
  const lead = editor.page.getByRole('option', { name: /^Noor van Dalen, teamleider vanaf/ });
  await editor.select('Gaat over een aanstelling', (await lead.textContent()) ?? '');
  await editor.page.getByText(/^Bewaard om/).waitFor();
  await editor.press('Bekijk hoe het wordt');
  await look(editor, '02-preview');
  await editor.press('Bewaar concept');
  await picture(editor, '03-desk-draft');
}

/** A picture asks what can be seen on it before it stands above the text. */
export async function addPicture(editor: Hands): Promise<void> {
  const bands = sharp({ create: { width: 480, height: 200, channels: 3, background: '#0e5a67' } });
  const buffer = await bands.png().toBuffer();
  await editor.page.getByLabel('Bestand').setInputFiles({ name: 'team.png', mimeType: 'image/png', buffer });
  await editor.press('Voeg toe');
  await says(editor, 'Het bestand staat bij het bericht.');
  await editor.follow('Schrijf verder');
  await editor.select('Beeld boven de tekst', 'Beeld 1: team.webp');
  await editor.press('Bewaar concept');
  await refuses(editor, ['Schrijf wat er op het beeld staat']);
  await editor.write('Wat is er op dat beeld te zien?', 'Een blauwe vlag.');
  await editor.press('Bewaar concept');
}

export async function promise(editor: Hands): Promise<void> {
  await editor.follow('Toezeggingen');
  await editor.write('De zin uit het bericht', promisedSentence);
  const lead = editor.page.getByRole('option', { name: /\(teamleider\)$/ }).first();
  const owner = editor.page.getByLabel('Eigenaar', { exact: true });
  await owner.selectOption({ label: (await lead.textContent()) ?? '' });
  await editor.write('Hoe het publiek de eigenaar leest', 'de teamleider ondersteuning');
  await editor.date('De laatste dag', today(60));
  await editor.press('Maak toezegging');
  await says(editor, 'De toezegging staat erbij.');
  await picture(editor, '04-promise');
  await editor.follow(oneTeam.title);
}

export async function translate(editor: Hands, language: string, title: string): Promise<void> {
  await editor.follow(language);
  await editor.unfold('De tekst in het Nederlands');
  await editor.write('Titel', title);
  await editor.write('Tekst', `${title}.`);
  await picture(editor, `05-translate-${language}`);
  await editor.press('Bewaar de vertaling');
  await says(editor, 'De vertaling is bewaard.');
}

export async function correctTalks(editor: Hands): Promise<void> {
  await editor.follow('Schrijf een update');
  await editor.write('Waarom deze update?', 'Om verwarring te voorkomen');
  await editor.write('Wat is er nieuw?', talks.update.body);
  await editor.press('Bekijk hoe het wordt');
  await look(editor, '07-update-preview');
  await editor.press('Publiceer de update');
  await says(editor, 'De update staat bij het bericht.');
}

/** The team lead says of each answer what was done with it, and sums up. */
export async function closeRound(lead: Hands, roundId: string): Promise<void> {
  await lead.open(`/ontwikkeling/consultaties/${roundId}`);
  await picture(lead, '26-lead-round');
  await lead.follow('Lees de antwoorden');
  await lead.page.getByRole('checkbox').first().check();
  await lead.pick('Wat is ermee gedaan?', 'Overgenomen');
  await lead.write('In een paar woorden', 'De dag wordt een dinsdag.');
  await picture(lead, '27-answers');
  await lead.press('Schrijf het op');
  await lead.open(`/ontwikkeling/consultaties/${roundId}/samenvatting`);
  await lead.write('Samenvatting', 'De vaste dag blijft, op een andere dag van de week.');
  await lead.pick('Voor wie is de samenvatting?', 'Voor iedereen');
  await picture(lead, '28-summary');
  await lead.press('Sluit de ronde met deze samenvatting');
  await says(lead, 'De samenvatting staat er');
}

/** The address can be copied; other sites hear of nothing until somebody goes there. A feed says the same. */
export async function shareLinks(parent: Hands): Promise<void> {
  const { page } = parent;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await parent.open('/nieuws');
  await parent.follow(oneTeam.title);
  await page.getByRole('button', { name: 'Kopieer het adres' }).click();
  await page.getByRole('button', { name: 'Gekopieerd' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  const ways = await page
    .locator('.share__ways a')
    .evaluateAll((all) => all.map((way) => new URL((way as HTMLAnchorElement).href).host));
  expect(ways).toEqual(['', 'www.linkedin.com', 'www.facebook.com', 'wa.me', 'bsky.app']);
  const feed = await page.context().request.get('/nieuws/feed.xml');
  expect(await feed.text()).toContain(oneTeam.title);
}

/** The one letter that the worker sends now, seen as a mail program shows it, with the way to one's own page. */
export async function letter({ mail, minute }: NewsScene, hands: Hands, name: string) {
  const { received } = mail;
  const before = received.length;
  await minute();
  expect(received).toHaveLength(before + 1);
  const last = received.at(-1);
  if (last === undefined) throw new Error('no letter');
  await hands.page.goto('about:blank');
  await hands.page.setContent(last.mail.html ?? '');
  await picture(hands, name);
  return { ...last, link: /https?:\S+\/abonnement\/[\w-]{43}/.exec(last.mail.text ?? '')?.[0] ?? '' };
}
