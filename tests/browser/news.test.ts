/// <reference lib="dom" />
/** News through the real pages: written and corrected by an editor, read by a parent, followed by mail, answered by a director. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { promisedSentence } from '../../src/demo/news/post-texts.ts';
import { aPost } from '../support/posts.ts';
import { findLost } from './checks.ts';
import { look, picture, says, shows } from './looks.ts';
import { type NewsScene, openNewsScene, talks } from './news-scene.ts';
import {
  addPicture,
  closeRound,
  correctTalks,
  letter,
  promise,
  shareLinks,
  translate,
  writeOneTeam,
} from './news-steps.ts';
import { atDesk, onPhone, withKeys } from './question-scene.ts';
import { today } from './road.ts';

let scene: NewsScene;
beforeAll(async () => {
  scene = await openNewsScene();
}, 120_000);
afterAll(() => scene.close());

it('an editor writes with a picture and a promise, plans it, translates, corrects what was misread and mends a slip', async () => {
  const editor = await scene.comeIn(scene.editor, atDesk);
  await editor.open('/');
  await editor.menu('Nieuws');
  await editor.follow('Berichten schrijven');
  await editor.follow('Schrijf een bericht');
  await writeOneTeam(editor);
  await addPicture(editor);
  await promise(editor);
  await translate(editor, 'Engels', 'All support specialists now work in one team');
  await translate(editor, 'Arabisch', 'جميع مختصي الدعم يعملون الآن في فريق واحد');
  await editor.unfold('Later publiceren');
  await editor.date('Moment', `${today(1)}T09:00`);
  await editor.press('Plan dit bericht');
  await says(editor, 'Het bericht gaat op dat moment uit.');
  await look(editor, '06-desk-planned');

  await editor.open(`/nieuws/schrijven/${scene.talksId}`);
  await correctTalks(editor);
  await editor.follow('Herstel een spelfout');
  await editor.write('Wat er nu staat', 'binnekort');
  await editor.write('Wat het wordt', 'nooit');
  await editor.select('In welke taal staat de fout?', 'Nederlands');
  await editor.press('Herstel de spelfout');
  await look(editor, '08-fix-refused');
  await editor.write('Wat het wordt', 'binnenkort');
  await editor.press('Herstel de spelfout');
  await says(editor, 'De spelfout is hersteld.');
  await editor.open('/nieuws/schrijven?lijst=gepland');
  await picture(editor, '09-desk-list');
  await scene.leave();
}, 120_000);

it('with the keyboard alone a post is written, looked at and published', async () => {
  const editor = await scene.comeIn(scene.editor, withKeys);
  await editor.open('/nieuws/schrijven/nieuw');
  await editor.write('Titel', 'De nieuwsbrief gaat op dinsdag uit');
  await editor.write('Tekst', 'Dan leest u haar voor het weekend.');
  await editor.pick('Voor wie is dit bericht?', 'Professionals');
  await editor.press('Bekijk hoe het wordt');
  await shows(editor, 'Zo wordt het');
  await editor.press('Bewaar concept');
  await editor.press('Publiceer nu');
  await says(editor, 'Het bericht is gepubliceerd.');
  await scene.leave();
}, 60_000);

it('a director hears of the update, sees what is new since they read, answers a round and reads what was done with it', async () => {
  await scene.minute();
  const director = await scene.comeIn(scene.cast.director, onPhone);
  await director.open('/');
  await picture(director, '20-today');
  await director.open('/berichten');
  await picture(director, '21-notices');
  await director.follow(`Update bij: ${talks.title}`);
  await shows(director, 'Sinds u dit las: 1 update');
  await shows(director, 'Om verwarring te voorkomen');
  await look(director, '22-since-read');
  await director.open('/ontwikkeling');
  await picture(director, '23-development');
  await director.open(`/ontwikkeling/consultaties/${scene.roundId}`);
  await picture(director, '24-round');
  await director.write('1. Wat moet anders?', 'Kies een andere dag: op maandag is het team niet compleet.');
  await director.pick('2. Wilt u doorgaan?', 'Ja');
  await director.press('Verstuur mijn antwoorden');
  await says(director, 'Dank u wel. Uw antwoorden zijn verstuurd.');
  await picture(director, '25-answered');

  await scene.daysLater(7);
  const lead = await scene.comeIn(scene.cast.teamLead, atDesk);
  await closeRound(lead, scene.roundId);
  await scene.minute();
  await director.open('/berichten');
  await director.follow('Wat er met de antwoorden is gedaan: Een vaste dag op school: wat merkt u?');
  await shows(director, 'Overgenomen. De dag wordt een dinsdag.');
  await look(director, '29-outcome');
  await scene.leave();
}, 120_000);

const frames = {
  nl: { name: 'Nederlands', search: 'Zoekwoorden', show: 'Toon', slip: 'ondersteuningsspesialisten' },
  en: { name: 'English', search: 'Words', show: 'Show', slip: 'specialsts' },
  ar: { name: 'العربية', search: 'كلمات البحث', show: 'عرض', slip: 'الدعمم' },
} as const;

it('a parent finds and reads news on a phone in three languages, without a cookie and without another host', async () => {
  const parent = await scene.visit(onPhone);
  await parent.open('/');
  await parent.menu('Nieuws');
  for (const [language, { name, search, show, slip }] of Object.entries(frames)) {
    if (language !== 'nl') await parent.follow(name);
    await picture(parent, `30-list-${language}`);
    await parent.write(search, slip);
    await parent.press(show);
    await (language === 'ar' ? look : picture)(parent, `31-found-${language}`);
    await parent.follow(parent.page.locator('.news__title a').first());
    await (language === 'en' ? picture : look)(parent, `32-post-${language}`);
    expect(await findLost(parent.page)).toEqual([]);
    expect(await parent.page.evaluate(spoken)).toEqual([language, language === 'ar' ? 'rtl' : 'ltr']);
    await parent.page.goBack();
  }
  await shareLinks(parent);
  await parent.open('/toezeggingen');
  await shows(parent, promisedSentence);
  await picture(parent, '34-promises');
  await parent.menu('Scholen');
  await parent.follow(parent.page.getByRole('main').getByRole('table').getByRole('link').first());
  await shows(parent, scene.nameOf(scene.cast.author));
  await picture(parent, '35-school');
  expect(await parent.page.context().cookies()).toEqual([]);
  await scene.leave();
}, 120_000);

const spoken = () => {
  const { documentElement: page } = document;
  return [page.lang, getComputedStyle(page).direction];
};

it('somebody asks for news in Arabic, confirms, gets a letter and stops with one click', async () => {
  const parent = await scene.visit(onPhone);
  const email = 'ouder@voorbeeld.example';
  await parent.open('/nieuws/abonneren?taal=ar');
  await parent.write('عنوان بريدك الإلكتروني', email);
  await parent.pick('كم مرة؟', 'فورًا');
  await look(parent, '40-ask');
  await parent.press('اطلب الرسالة');
  await picture(parent, '41-sent');
  const asked = await letter(scene, parent, '42-letter');
  expect(asked.to).toEqual([email]);
  await parent.open(asked.link);
  await look(parent, '43-confirm');
  await parent.press(parent.page.getByRole('main').getByRole('button'));
  await picture(parent, '44-confirmed');

  const { tenantId } = scene.cast;
  const translations = { ar: { title: 'خبر جديد', lead: 'مقدمة قصيرة.' } };
  scene.stage.pass(1);
  await aPost(scene.stage, { tenantId, personId: scene.editor }, { title: 'Nieuws', translations });
  const news = await letter(scene, parent, '45-news');
  expect(news.mail.subject).toBe('خبر جديد');
  const header = (name: string) => news.mail.headers.find(({ key }) => key === name)?.value ?? '';
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  await parent.open(news.link);
  await look(parent, '46-own');
  const oneClick = /<(.*)>/.exec(header('list-unsubscribe'))?.[1] ?? '';
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(oneClick, { method: 'POST', body })).status).toBe(200);
  expect(await parent.open(news.link)).toBe(404);
  await picture(parent, '47-stopped');
  await scene.leave();
}, 60_000);
