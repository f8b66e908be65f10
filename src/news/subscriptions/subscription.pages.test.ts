/** The journey of a subscriber, without a log-in; and that nobody learns there whether an address is known. */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import { comeIn, formOf } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { aPost } from '../../../tests/support/posts.ts';
import { createApp } from '../../web/server.ts';
import { tellNews } from './subscription.jobs.ts';

let pages: Pages;
let gate: pg.Client;

beforeAll(async () => {
  pages = await openPages();
  gate = new pg.Client({ connectionString: pages.house.fresh.ownerUrl });
  await gate.connect();
  await gate.query('set role kortelijn_gate');
});
afterAll(async () => {
  await gate.end();
  await pages.close();
});

const get = (path: string) => pages.house.app.request(path);
/** As a browser without a session sends it, or with other headers. */
const post = (
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
) => pages.house.app.request(path, { method: 'POST', headers, body: formOf(fields) });
const wishes = { language: 'nl', audiences: ['public', 'parents'], frequency: 'at_once' };
const ask = (email: string, more: Readonly<Record<string, string | readonly string[]>> = {}) =>
  post('/nieuws/abonneren', { email, ...wishes, ...more });

/** What the letter of this kind to this address has as its secret: made here, as a worker makes it when the letter leaves. */
async function letterTo(email: string, kind: string): Promise<string> {
  const secret = `${'x'.repeat(30)}${Math.random().toString(36).slice(2)}`;
  const { rowCount } = await gate.query(
    `update outbox o set secret_hash = sha256(convert_to($1, 'UTF8')), sent_at = now() from subscription s
    where s.id = o.subscription_id and s.email = $2 and o.kind = $3 and o.sent_at is null`,
    [secret, email, kind],
  );
  expect(rowCount).toBe(1);
  return `/nieuws/abonnement/${secret}`;
}
const subscription = async (email: string) =>
  (
    await gate.query(
      'select language, audiences, frequency, confirmed_at is not null as confirmed from subscription where email = $1',
      [email],
    )
  ).rows[0];
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();

it('somebody asks, confirms with a button, hears of a post, changes and stops', async () => {
  const asked = await ask('Ouder@Voorbeeld.example ');
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/nieuws/abonneren/verzonden?taal=nl']);
  expect(await textOf(get('/nieuws/abonneren/verzonden?taal=nl'))).toContain('<h1>Kijk in uw mail</h1>');
  const own = await letterTo('ouder@voorbeeld.example', 'news_confirm');
  // A mail program that opens links confirms nothing and stops nothing.
  for (const path of [own, `${own}/stoppen`]) expect((await get(path)).status).toBe(200);
  expect((await subscription('ouder@voorbeeld.example')).confirmed).toBe(false);
  const page = await textOf(get(own));
  expect(page).toContain('Wilt u dit nieuws krijgen?');
  expect(page).toContain('o…@voorbeeld.example');
  expect(page).not.toContain('ouder@voorbeeld.example');
  expect((await post(`${own}/bevestigen`, {})).status).toBe(303);
  expect((await subscription('ouder@voorbeeld.example')).confirmed).toBe(true);

  pages.stage.pass(0.1);
  const { tenantId } = pages.cast;
  const editor = { tenantId, personId: await anAppointment(pages.stage, 'editor', { tenantId }) };
  await aPost(pages.stage, editor, { title: 'Nieuws' });
  pages.stage.pass(0.1);
  await tellNews(pages.stage.database);
  const later = await letterTo('ouder@voorbeeld.example', 'news');
  expect(await textOf(get(later))).toContain('<h1>Uw inschrijving</h1>');
  const wrong = await post(later, { ...wishes, audiences: [], _version: '1' });
  expect([wrong.status, await textOf(wrong)]).toEqual([422, expect.stringContaining('Kies ten minste één')]);
  const changed = { language: 'ar', audiences: ['parents'], frequency: 'weekly', _version: '1' };
  expect((await post(later, changed)).status).toBe(303);
  expect(await subscription('ouder@voorbeeld.example')).toMatchObject({
    language: 'ar',
    audiences: ['parents'],
    frequency: 'weekly',
  });
  expect(await textOf(get(later))).toContain('<html lang="ar" dir="rtl">');
  // Every letter's link goes on working; one click of a mail program, without a cookie or our page, is enough.
  const oneClick = await post(`${own}/stoppen`, { 'List-Unsubscribe': 'One-Click' }, {});
  expect(oneClick.status).toBe(200);
  expect(await subscription('ouder@voorbeeld.example')).toBeUndefined();
  expect((await post(`${own}/stoppen`, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(200);
  for (const path of [own, later]) expect((await get(path)).status).toBe(404);
  expect((await post(later, changed)).status).toBe(404);
});

it('one click may come as multipart too, and stops nothing with another link', async () => {
  await ask('blijft@voorbeeld.example');
  const own = await letterTo('blijft@voorbeeld.example', 'news_confirm');
  await post(`${own}/bevestigen`, {});
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  const other = await pages.house.app.request('/nieuws/abonnement/geen/stoppen', { method: 'POST', body });
  expect(other.status).toBe(200);
  expect((await subscription('blijft@voorbeeld.example')).confirmed).toBe(true);
  await pages.house.app.request(`${own}/stoppen`, { method: 'POST', body });
  expect(await subscription('blijft@voorbeeld.example')).toBeUndefined();
});

it('the answer is the same whether the address is known or not, and who is subscribed stays as they were', async () => {
  await ask('bekend@voorbeeld.example');
  const own = await letterTo('bekend@voorbeeld.example', 'news_confirm');
  await post(`${own}/bevestigen`, {});
  pages.stage.pass(1);
  const answers = await Promise.all(
    ['bekend', 'onbekend'].map(async (name) => {
      const answer = await ask(`${name}@voorbeeld.example`, { audiences: 'parents', frequency: 'weekly' });
      return [answer.status, [...answer.headers.entries()], await answer.text()];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(await subscription('bekend@voorbeeld.example')).toMatchObject({
    frequency: 'at_once',
    confirmed: true,
  });
  expect(await subscription('onbekend@voorbeeld.example')).toMatchObject({
    frequency: 'weekly',
    confirmed: false,
  });
  const known = await letterTo('bekend@voorbeeld.example', 'news_known');
  expect(await textOf(get(known))).toContain('<h1>Uw inschrijving</h1>');
});

it('what is wrong is said in the language of the form, with everything that was typed', async () => {
  const answer = await ask('geen adres', { language: 'en', audiences: [] });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toMatch(
    /class="error-summary".*This is not right yet.*<a href="#email">Fill in an e-mail address/,
  );
  expect(html).toContain('Choose at least one kind of news');
  expect(html).toContain('value="geen adres"');
  for (const email of ['a@b', 'a b@c.nl', 'a@b.nl,c@d.nl', 'a\r\nBcc: x@y.nl', `${'a'.repeat(200)}@b.nl`])
    expect((await ask(email)).status, email).toBe(422);
});

it('from one address it is asked twenty times in a quarter of an hour and no more', async () => {
  const { database } = pages.house;
  const config = { demo: false, rateLimit: true, baseUrl: undefined };
  const app = createApp({ database, config, clock: () => pages.stage.now() });
  const statuses: number[] = [];
  for (let nth = 0; nth < 21; nth += 1) {
    const body = formOf({ email: `reeks${nth}@voorbeeld.example`, ...wishes });
    statuses.push((await app.request('/nieuws/abonneren', { method: 'POST', body })).status);
  }
  expect(statuses.slice(0, 20).every((status) => status === 303)).toBe(true);
  expect(statuses[20]).toBe(429);
  expect(await subscription('reeks20@voorbeeld.example')).toBeUndefined();
});

it('whoever writes posts reads numbers, and nobody else even those', async () => {
  const { tenantId, teamLead, director } = pages.cast;
  const page = await pages.see(teamLead, '/nieuws/verzending');
  expect(page.status).toBe(200);
  expect(page.html).toContain('<h1>Nieuws per mail</h1>');
  expect(page.html).toContain('Er is 1 abonnee.');
  expect(page.html).toContain('uitgeschreven: 2');
  expect(page.html).not.toContain('voorbeeld.example');
  expect((await pages.see(director, '/nieuws/verzending')).status).toBe(403);
  const visitor = await comeIn(pages.house, { tenantId, personId: director });
  expect(await textOf(visitor.get('/nieuws/abonneren'))).toContain('Krijg een mail als er nieuws is van');
});
