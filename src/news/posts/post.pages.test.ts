/** Posts through their pages: written, seen before they go out, corrected, and what becomes of a hostile one. */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import { comeIn, type Visitor } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';

let pages: Pages;
let editor: Visitor;
let director: Visitor;

let editorId: string;

beforeAll(async () => {
  pages = await openPages();
  editorId = await anAppointment(pages.stage, 'editor', { tenantId: pages.cast.tenantId });
  await comeInAgain();
});

/** A session ends when nobody uses it for half an hour. */
async function comeInAgain(): Promise<void> {
  const { tenantId, director: directorId } = pages.cast;
  editor = await comeIn(pages.house, { tenantId, personId: editorId });
  director = await comeIn(pages.house, { tenantId, personId: directorId });
}
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const desk = '/nieuws/schrijven';
const form = { title: 'Koffie', language: 'nl', body: 'De **kofie** is klaar.', audiences: ['public'] };
const open = async (path: string) => {
  const answer = await pages.house.app.request(path);
  return {
    status: answer.status,
    to: answer.headers.get('location'),
    html: await answer.text(),
    headers: answer.headers,
  };
};
const send = async (
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  who = editor,
) => {
  const answer = await who.post(path, fields);
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() };
};
/** Gives the path of its desk. */
const written = async (more: object = {}) => (await send(`${desk}/nieuw`, { ...form, ...more })).to;
const addressOn = async (path: string) =>
  /href="(\/nieuws\/[\w-]+-[0-9a-z]{7})"/.exec(await (await editor.get(path)).text())?.[1] ?? '';
const versionOn = async (path: string) =>
  /name="_version" value="(\d+)"/.exec(await (await editor.get(path)).text())?.[1] ?? '';

async function upload(path: string, bytes: Uint8Array, name: string) {
  const body = new FormData();
  body.append('_csrf', editor.csrf);
  body.set('file', new File([new Uint8Array(bytes)], name));
  const headers = { cookie: editor.cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await pages.house.app.request(`${path}/bestanden`, { method: 'POST', headers, body });
  return { status: answer.status, html: await answer.text() };
}

it('a preview saves nothing and loses nothing; without a script it is a button', async () => {
  const seen = await send(`${desk}/nieuw`, { ...form, _do: 'preview' });
  expect(seen.status).toBe(200);
  expect(seen.html).toContain('<p>De <strong>kofie</strong> is klaar.</p>');
  expect(seen.html).toContain('De **kofie** is klaar.</textarea>');
  expect(await (await editor.get(desk)).text()).toContain('Er zijn geen concepten.');
  const empty = await send(`${desk}/nieuw`, { ...form, title: '' });
  expect([empty.status, empty.html.includes('De **kofie** is klaar.</textarea>')]).toEqual([422, true]);
});

it('a draft saves itself, once per form, and says what it still needs', async () => {
  const first = await editor.post(`${desk}/nieuw/bewaar`, { ...form, _key: 'een-formulier' });
  const saved = (await first.json()) as { readonly url: string; readonly version: number };
  const again = await editor.post(`${desk}/nieuw/bewaar`, { ...form, body: 'Meer.', _key: 'een-formulier' });
  expect(await again.json()).toMatchObject({ url: saved.url, version: saved.version + 1 });
  const lacking = await editor.post(`${desk}/nieuw/bewaar`, { ...form, title: '' });
  expect(await lacking.json()).toEqual({ unsaved: 'Nog niet bewaard: vul eerst in de titel.' });
  const stale = await send(saved.url, { ...form, _version: '1' });
  expect([stale.status, stale.html.includes('ook ergens anders gewijzigd')]).toEqual([412, true]);
});

it('a translation saves itself beside whoever writes the post, and a tab that is behind is told', async () => {
  const path = await written({ title: 'Twee talen' });
  const saves = `${path}/vertaling/en/bewaar`;
  const page = await (await editor.get(`${path}/vertaling/en`)).text();
  expect(page).toContain(`data-autosave="${saves}"`);
  expect(page).not.toContain('name="_version"');
  const english = { title: 'Two', language: 'en', body: 'Coffee.' };
  const begun = await editor.post(saves, { ...english, title: '', _key: 'vertaling' });
  expect(await begun.json()).toEqual({ unsaved: 'Nog niet bewaard: vul eerst in de titel.' });
  const first = await editor.post(saves, { ...english, _key: 'vertaling' });
  expect(await first.json()).toMatchObject({ version: 1, url: `${path}/vertaling/en`, autosave: saves });
  // The answer got lost, and more was typed.
  const again = await editor.post(saves, { ...english, body: 'Coffee is ready.', _key: 'vertaling' });
  expect(await again.json()).toMatchObject({ version: 2 });
  // Whoever has the Dutch words open notices nothing of it.
  const dutch = await editor.post(`${path}/tekst/bewaar`, { ...form, body: 'Nog meer.', _version: '1' });
  expect(await dutch.json()).toMatchObject({ version: 2 });
  const other = await editor.post(saves, { ...english, _version: '1' });
  expect(await other.json()).toEqual({
    unsaved: 'Nog niet bewaard: dit is ook ergens anders gewijzigd. Kies «Bewaar de vertaling».',
  });
  const stale = await send(`${path}/vertaling/en`, { ...english, body: 'Tea.', _version: '1' });
  expect([
    stale.status,
    stale.html.includes('Tea.'),
    stale.html.includes('name="_version" value="2"'),
  ]).toEqual([412, true, true]);
  expect((await send(`${path}/vertaling/en`, { ...english, body: 'Tea.', _version: '2' })).to).toBe(path);
  expect((await send(`${path}/publiceren`, { _version: await versionOn(path) })).to).toBe(path);
  const code = (await addressOn(path)).split('-').at(-1);
  expect((await open(`/nieuws/two-${code}/en`)).html).toContain('Tea.');
  const late = await editor.post(`${path}/vertaling/ar/bewaar`, { ...english, language: 'ar' });
  expect(((await late.json()) as { unsaved: string }).unsaved).toContain('het bericht is al uit');
  // Nor is what somebody typed lost whose form comes in after it went out.
  const typed = await send(`${path}/tekst`, { ...form, body: 'Een uur werk.', _version: '2' });
  expect([typed.status, typed.html.includes('Een uur werk.</textarea>')]).toEqual([409, true]);
  expect(typed.html).toContain('Dit bericht ging uit terwijl u schreef');
  expect(await (await editor.get(`${path}/vertaling/ar`)).text()).not.toContain('data-autosave');
});

it('a draft is thrown away after a second look; another tab that still has it is told', async () => {
  const path = await written({ title: 'Weg ermee' });
  const page = await (await editor.get(path)).text();
  expect(page).toContain('De tekst, de vertalingen, de beelden en de bijlagen zijn daarna weg.');
  const saves = `${path}/tekst/bewaar`;
  const stale = await send(`${path}/weggooien`, { _version: '7' });
  expect([stale.status, stale.html.includes('ook ergens anders gewijzigd')]).toEqual([412, true]);
  expect((await send(`${path}/weggooien`, { _version: '1' })).to).toBe(desk);
  // What somebody else was typing meanwhile comes back, and becomes a new draft if they keep it.
  const typed = await send(`${path}/tekst`, { ...form, body: 'Nog aan het typen.', _version: '1' });
  expect([typed.status, typed.html.includes('Nog aan het typen.</textarea>')]).toEqual([404, true]);
  expect(typed.html).toContain('Dit bericht is er niet (meer).');
  expect(typed.html).toContain(`action="${desk}/nieuw"`);
  expect(typed.html).not.toContain('name="_version"');
  expect((await editor.get(path)).status).toBe(404);
  expect(await (await editor.get(desk)).text()).not.toContain('Weg ermee');
  expect((await editor.post(saves, { ...form, _version: '1' })).status).toBe(404);
  const planned = await written({ title: 'Straks' });
  await send(`${planned}/plannen`, { at: '2026-12-09T08:00', _version: '1' });
  expect(await (await editor.get(planned)).text()).not.toContain('Gooi dit concept weg');
  expect((await send(`${planned}/weggooien`, { _version: '2' })).status).toBe(409);
});

it('the journey: published, read, corrected by an update, and the first text stands as it was', async () => {
  const path = await written();
  const address = await addressOn(path);
  expect((await open(address)).status).toBe(404);
  expect((await director.get(path)).status).toBe(403);
  expect((await send(`${path}/publiceren`, { _version: await versionOn(path) })).status).toBe(303);
  const first = await (await director.get(address)).text();
  expect(first).toContain('<strong>kofie</strong>');
  expect(first).not.toContain('Sinds u dit las');
  pages.stage.pass(24 * 7);
  await comeInAgain();
  const update = { reason: 'Om verwarring te voorkomen', body: 'De thee ook.' };
  expect((await send(`${path}/update`, { ...update, _version: await versionOn(path) })).to).toBe(path);
  expect((await send(`${path}/spelfout`, { part: 'body', before: 'kofie', after: 'koffie' })).to).toBe(path);
  const grave = await send(`${path}/spelfout`, { part: 'body', before: 'is klaar', after: 'is niet klaar' });
  expect([grave.status, grave.html.includes('Schrijf een update')]).toEqual([422, true]);
  const again = await (await director.get(address)).text();
  for (const words of [
    'Sinds u dit las: 1 update',
    'Om verwarring te voorkomen',
    'De thee ook.',
    'Update 9 maart 2026',
  ])
    expect(again).toContain(words);
  expect(again).toContain('Spelfout hersteld op 9 maart 2026: «kofie» werd «koffie»');
  expect(again.indexOf('<strong>koffie</strong>')).toBeLessThan(again.indexOf('De thee ook.'));
  expect(await (await director.get(address)).text()).toContain('Bij dit bericht staat een update');
  const moved = await open(address.replace('koffie-', 'iets-anders-'));
  expect([moved.status, moved.to]).toEqual([301, address]);
  const arabic = { title: 'قهوة', language: 'ar', body: 'القهوة جاهزة.' };
  expect((await send(`${path}/vertaling/ar`, arabic)).to).toBe(path);
  const other = await open(`/nieuws/bericht-${address.split('-').at(-1)}/ar`);
  for (const words of ['dir="rtl"', 'القهوة جاهزة.', 'هذه'.slice(0, 1), 'lang="nl"'])
    expect(other.html).toContain(words);
  expect((await send(`${path}/intrekken`, { reason: 'Er is geen koffie.' })).to).toBe(path);
  const gone = await open(address);
  expect([gone.status, gone.html.includes('Er is geen koffie.'), gone.html.includes('De thee ook.')]).toEqual(
    [410, true, false],
  );
});

it('a picture is drawn anew: small, upright, and without what its file told', async () => {
  const path = await written({ title: 'Beeld' });
  const place = { IFD0: { Copyright: 'geheim-merk' }, IFD3: { GPSLatitudeRef: 'N' } };
  const shot = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#0e5a67' } })
    .withExif(place)
    .jpeg()
    .toBuffer();
  expect(shot.toString('latin1')).toContain('geheim-merk');
  expect((await upload(path, shot, 'plein.jpg')).status).toBe(303);
  const seen = await (await editor.get(path)).text();
  const picture = /\/nieuws\/beeld\/[\w-]{36}/.exec(seen)?.[0] ?? '';
  expect((await open(picture)).status).toBe(404);
  const id = picture.split('/').at(-1) ?? '';
  const nameless = { ...form, title: 'Beeld', pictureId: id, _version: '1' };
  const refused = await send(`${path}/tekst`, nameless);
  expect([refused.status, refused.html.includes('Schrijf wat er op het beeld staat')]).toEqual([422, true]);
  const named = { ...nameless, pictureAlt: 'Het plein', body: '![](beeld:1)' };
  expect((await send(`${path}/tekst`, named)).status).toBe(303);
  const early = await editor.get(path);
  expect(await early.text()).toContain('Regel 1: schrijf tussen de haken wat er op het beeld staat');
  expect((await send(`${path}/publiceren`, { _version: '2' })).status).toBe(422);
  const below = { ...form, title: 'Beeld', body: '![plein][p]\n\n[p]: beeld:1', _version: '2' };
  expect((await send(`${path}/tekst`, below)).status).toBe(303);
  expect((await send(`${path}/bestanden/${id}/verwijderen`, {})).status).toBe(409);
  expect((await send(`${path}/tekst`, { ...named, body: '![plein](beeld:1)', _version: '3' })).status).toBe(
    303,
  );
  expect((await send(`${path}/bestanden/${id}/verwijderen`, {})).status).toBe(409);
  expect((await send(`${path}/publiceren`, { _version: '4' })).status).toBe(303);
  const answer = await pages.house.app.request(picture);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.toString('latin1')).not.toContain('geheim-merk');
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1600, height: 800 });
  expect((await open(await addressOn(path))).html).toContain('width="1600" height="800"');
});

it('files that are too large, or no pictures, do not come in; an attachment is never shown in the page', async () => {
  const path = await written({ title: 'Bijlage' });
  const large = Buffer.concat([
    await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer(),
    Buffer.alloc(5_000_000),
  ]);
  expect((await upload(path, large, 'groot.jpg')).html).toContain('Dit bestand is te groot.');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  expect((await upload(path, svg, 'beeld.png')).html).toContain('Dit soort bestand nemen wij niet aan.');
  expect((await upload(path, Buffer.from('Een brief.'), 'brief.txt')).status).toBe(303);
  expect((await send(`${path}/publiceren`, { _version: '1' })).status).toBe(303);
  const file = /\/nieuws\/bestand\/[\w-]{36}/.exec((await open(await addressOn(path))).html)?.[0] ?? '';
  const answer = await open(file);
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="brief.txt"',
  ]);
  expect((await upload(path, Buffer.from('Nog een.'), 'later.txt')).status).toBe(422);
});

it('a hostile post does nothing to who reads it', async () => {
  const title = '=HYPERLINK("x") <b>\u202eniet\u202c</b> 😀';
  const body = `<script>alert(1)</script>\n\n[klik](javascript:alert(1))\n\n${'😀'.repeat(1_000)}\n\n${'woord '.repeat(7_000)}`;
  const path = await written({ title, body, lead: '<img src=x>' });
  const refused = await send(`${path}/publiceren`, { _version: '1' });
  expect([refused.status, refused.html.includes('beeld van een andere website')]).toEqual([422, true]);
  expect((await send(`${path}/tekst`, { ...form, title, body, _version: '1' })).status).toBe(303);
  expect((await send(`${path}/publiceren`, { _version: '2' })).status).toBe(303);
  const { html, status } = await open(await addressOn(path));
  expect(status).toBe(200);
  expect(html).not.toMatch(/<script>|href="javascript|\u202e|<b>/);
  expect(html).toContain('&lt;script>alert(1)&lt;/script>');
  const long = await send(`${desk}/nieuw`, { ...form, body: 'x'.repeat(50_001) });
  expect([long.status, long.html.includes('Gebruik hoogstens 50.000 tekens.')]).toEqual([422, true]);
});
