/** The page of notices, the bell, the start page and the choices, as a browser sees them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aConcernIn, anAppointment, step } from '../../tests/support/factories.ts';
import { comeIn } from '../../tests/support/house.ts';
import { openPages, type Pages } from '../../tests/support/pages.ts';
import { defaultChoices, noticeKinds } from './notice.rules.ts';

let pages: Pages;
let first: string;

beforeAll(async () => {
  pages = await openPages();
  first = await aConcernIn(pages.stage, pages.cast, 'with_director');
  await aConcernIn(pages.stage, pages.cast, 'working');
});
afterAll(() => pages.close());

const bellIn = (html: string) => /class="nav__count">(\d\+?)</.exec(html)?.[1] ?? '';
const unreadIn = (html: string) => html.match(/name="id" value="[^"]+"/g) ?? [];

it('the bell counts, a concern that is opened is read, and one or all are marked by a button', async () => {
  const { director } = pages.cast;
  const before = await pages.see(director, '/berichten');
  expect(bellIn(before.html)).toBe('3');
  expect(unreadIn(before.html)).toHaveLength(3);
  const opened = await pages.see(director, `/zorgen/${first}`);
  expect(bellIn(opened.html)).toBe('2');
  const id = /name="id" value="([^"]+)"/.exec((await pages.see(director, '/berichten')).html)?.[1] ?? '';
  const marked = await pages.send(director, '/berichten/gelezen', { id });
  expect(marked).toMatchObject({ status: 303, to: '/berichten' });
  const left = await pages.see(director, '/berichten');
  expect(bellIn(left.html)).toBe('1');
  const until = /name="tot" value="([^"]+)"/.exec(left.html)?.[1] ?? '';
  await pages.send(director, '/berichten/gelezen', { tot: until });
  const done = await pages.see(director, '/berichten');
  expect([bellIn(done.html), unreadIn(done.html).length]).toEqual(['', 0]);
  expect(done.html).not.toContain('Markeer alles');
});

it('the list is filtered by kind', async () => {
  const { teamLead } = pages.cast;
  expect(
    (await pages.see(teamLead, '/berichten?soort=concern_shared')).html.match(/class="card /g),
  ).toHaveLength(2);
  expect((await pages.see(teamLead, '/berichten?soort=board')).html).toContain(
    'Geen berichten van deze soort',
  );
  expect((await pages.see(teamLead, '/berichten?soort=onzin')).status).toBe(404);
});

it('a choice is kept, and one that does not exist is refused with everything that was chosen', async () => {
  const { author } = pages.cast;
  const wanted = { ...defaultChoices, board: 'never' };
  expect(await pages.send(author, '/mijn/meldingen', wanted)).toMatchObject({ status: 303 });
  const kept = await pages.see(author, '/mijn/meldingen');
  const chosen = [...kept.html.matchAll(/<option(?: selected| value="(\w+)")+/g)].filter(([all]) =>
    all.includes('selected'),
  );
  expect(chosen).toHaveLength(noticeKinds.length);
  expect(chosen.filter(([all]) => all.includes('"never"'))).toHaveLength(1);
  const refused = await pages.send(author, '/mijn/meldingen', { ...wanted, board: 'soms' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Kies uit de lijst.');
});

it('the API gives the same notices, page by page, and marks only one’s own', async () => {
  const { tenantId, teamLead, author } = pages.cast;
  const lead = await comeIn(pages.house, { tenantId, personId: teamLead });
  const page = await (await lead.api('GET', '/notices?limit=2')).json();
  const more = await (
    await lead.api('GET', `/notices?limit=2&after=${encodeURIComponent(page.next)}`)
  ).json();
  expect([page.items.length, more.items.length, more.next]).toEqual([2, 1, null]);
  expect(page.items[0]).toMatchObject({ kind: 'concern_step', subject: 'concern', read: false, version: 3 });
  const ids = [page.items[0].id];
  const other = await comeIn(pages.house, { tenantId, personId: author });
  expect(await (await other.api('POST', '/notices/read', { ids })).json()).toEqual({ marked: 0 });
  expect(await (await lead.api('POST', '/notices/read', { ids })).json()).toEqual({ marked: 1 });
  expect((await lead.api('POST', '/notices/read', {})).status).toBe(400);
});

it('the API gives and takes the same choices: all of them, as they were seen', async () => {
  const { tenantId, teamLead } = pages.cast;
  const lead = await comeIn(pages.house, { tenantId, personId: teamLead });
  const first = await lead.api('GET', '/notices/choices');
  const before = await first.json();
  expect(before).toEqual({ version: expect.any(Number), choices: defaultChoices });
  expect(first.headers.get('etag')).toBe(`"${before.version}"`);
  const wanted = { ...defaultChoices, post: 'weekly', consultation: 'never' };
  const put = (body: object, headers = {}) => lead.api('PUT', '/notices/choices', body, headers);
  const seen = { 'if-match': `"${before.version}"` };
  expect((await put(wanted)).status).toBe(428);
  expect((await put({ post: 'never' }, seen)).status).toBe(400);
  const kept = await (await put(wanted, seen)).json();
  expect(kept).toMatchObject({ choices: wanted });
  expect(kept.version).not.toBe(before.version);
  const stale = await put(defaultChoices, seen);
  expect([stale.status, await stale.json()]).toEqual([412, kept]);
  expect(await (await lead.api('GET', '/notices/choices')).json()).toEqual(kept);
  expect((await pages.see(teamLead, '/mijn/meldingen')).html).toMatch(
    /<option(?: selected| value="weekly"){2}/,
  );
});

it('the start page says what waits and until when, in school days; who reads no concerns is told what is for them', async () => {
  const { tenantId, author, director } = pages.cast;
  await step(pages.stage, tenantId, author, first, {
    step: 'plan_conversation',
    proposals: ['2026-03-20T09:00:00Z'],
  });
  const { html } = await pages.see(director, '/');
  expect(html).toContain('Beantwoord de uitnodiging voor een gesprek');
  expect(html).toContain('nog 10 schooldagen');
  expect(html).toContain('tot en met maandag 16 maart');
  expect((await pages.see(author, '/')).html).toContain('(nog 10 schooldagen)');
  await step(pages.stage, tenantId, director, first, {
    step: 'answer_invitation',
    proposal: '2026-03-20T09:00:00Z',
  });
  const after = await pages.see(author, '/');
  expect(after.html).toContain('20 maart 2026 om 10:00');
  expect(after.html).toContain('Nieuwe berichten');
  const officer = await anAppointment(pages.stage, 'privacy_officer', { tenantId });
  const theirs = await pages.see(officer, '/');
  expect(theirs.html).toContain('U ziet geen zorgen.');
  expect(bellIn(theirs.html)).toBe('');
});
