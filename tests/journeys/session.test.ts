/** Coming in, staying and leaving (S8): what a stolen, old, borrowed or forged visit gets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey } from '../../src/platform/access.store.ts';
import { NotAdmitted, sql } from '../../src/platform/database.ts';
import { csrfOf } from '../../src/platform/ids.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import { createApp } from '../../src/web/server.ts';
import { aCast, anAppointment, aPerson } from '../support/factories.ts';
import { formOf } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';

let pages: Pages;
let author: Identity;

beforeAll(async () => {
  pages = await openPages();
  author = { tenantId: pages.cast.tenantId, personId: pages.cast.author };
});
afterAll(() => pages.close());

const app = () => pages.house.app;
const minute = 1 / 60;

async function aLink(person: Identity): Promise<string> {
  const ends = new Date('2027-01-01T00:00:00Z');
  return pages.house.operator.write({ operatorFor: person.tenantId }, (tx) =>
    makeKey(tx, person, 'link', ends),
  );
}

const useLink = async (link: string, headers: Readonly<Record<string, string>> = {}) =>
  app().request(`/inloggen/eenmalig/${link}`, { method: 'POST', body: formOf({}), headers });

/** The cookie of a fresh session. */
async function logIn(person: Identity): Promise<string> {
  return cookieOf(await useLink(await aLink(person)));
}

function cookieOf(answer: Response): string {
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return cookie;
}

const leave = async (cookie: string) =>
  app().request('/uitloggen', {
    method: 'POST',
    body: formOf({ _csrf: tokenOf(cookie) }),
    headers: { cookie },
  });
const tokenOf = (cookie: string) => csrfOf(cookie.split('=')[1] ?? '');
const see = async (cookie: string, path = '/mijn') => app().request(path, { headers: { cookie } });
const isIn = async (cookie: string) => (await see(cookie)).status === 200;

describe('the cookie', () => {
  it('is of this host alone, out of reach of scripts and other sites, and new at every log-in', async () => {
    const first = await useLink(await aLink(author));
    expect(first.headers.get('set-cookie')).toMatch(
      /^__Host-kortelijn=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200$/,
    );
    expect(await logIn(author)).not.toBe(cookieOf(first));
  });

  it('that somebody brought along from elsewhere is never taken over', async () => {
    const planted = `__Host-kortelijn=${'a'.repeat(43)}`;
    const answer = await useLink(await aLink(author), { cookie: planted });
    expect(cookieOf(answer)).not.toBe(planted);
    expect(await isIn(planted)).toBe(false);
  });

  it('of before is dead after logging in again and after logging out', async () => {
    const old = await logIn(author);
    const link = await aLink(author);
    const body = formOf({ _csrf: tokenOf(old) });
    expect(await (await see(old, `/inloggen/eenmalig/${link}`)).text()).toContain(`value="${tokenOf(old)}"`);
    const again = await app().request(`/inloggen/eenmalig/${link}`, {
      method: 'POST',
      body,
      headers: { cookie: old },
    });
    const fresh = cookieOf(again);
    expect([again.status, await isIn(old), await isIn(fresh)]).toEqual([303, false, true]);
    const out = await leave(fresh);
    expect(out.headers.get('set-cookie')).toMatch(/__Host-kortelijn=; .*Max-Age=0/);
    expect(await isIn(fresh)).toBe(false);
    expect((await see(fresh, '/api/v1/concerns')).status).toBe(401);
  });
});

describe('a session', () => {
  it('of somebody without any appointment shows nothing, and can be left', async () => {
    const personId = await aPerson(pages.stage, author.tenantId);
    const cookie = await logIn({ tenantId: author.tenantId, personId });
    expect((await see(cookie, '/zorgen')).status).toBe(403);
    const out = await leave(cookie);
    expect([out.status, (await see(cookie, '/inloggen')).status]).toEqual([303, 303]);
    expect((await see(cookie, '/inloggen')).headers.get('location')).toMatch(/^\/demo/);
  });

  it('of somebody without any appointment says why it shows nothing', async () => {
    const person = { tenantId: author.tenantId, personId: await aPerson(pages.stage, author.tenantId) };
    const cookie = await logIn(person);
    const pagesSeen = await Promise.all(
      ['/', '/mijn', '/berichten'].map(async (path) => {
        const answer = await see(cookie, path);
        return [answer.status, /<h1>([^<]*)/.exec(await answer.text())?.[1]];
      }),
    );
    const told = [404, 'U hebt vandaag geen aanstelling'];
    expect(pagesSeen).toEqual([told, told, told]);
  });

  it('ends when nobody used it for half an hour', async () => {
    const cookie = await logIn(author);
    pages.stage.pass(29 * minute);
    expect(await isIn(cookie)).toBe(true);
    pages.stage.pass(29 * minute);
    expect(await isIn(cookie)).toBe(true);
    pages.stage.pass(31 * minute);
    expect(await isIn(cookie)).toBe(false);
  });

  it('ends after twelve hours however busy it is', async () => {
    const cookie = await logIn(author);
    for (let quarter = 1; quarter < 48; quarter += 1) {
      pages.stage.pass(15 * minute);
      expect(await isIn(cookie)).toBe(true);
    }
    pages.stage.pass(15 * minute);
    expect(await isIn(cookie)).toBe(false);
  });

  it('of somebody who is suspended dies at the next request, their token and link too', async () => {
    const person = await anAppointment(pages.stage, 'teacher', {
      tenantId: author.tenantId,
      schoolId: pages.cast.school.id,
    });
    const who = { tenantId: author.tenantId, personId: person };
    const cookie = await logIn(who);
    const link = await aLink(who);
    expect(await isIn(cookie)).toBe(true);
    await pages.house.operator.write({ operatorFor: author.tenantId }, (tx) =>
      tx.run(sql`update person set suspended_at = app_now() where id = ${person}`),
    );
    expect(await isIn(cookie)).toBe(false);
    expect(await isIn(cookieOf(await useLink(link)))).toBe(false);
  });

  it.each([
    ['begins', { from: '2026-03-20' }, false],
    ['ends', { from: '2026-01-01', to: '2026-03-20' }, true],
  ])(
    'may do what an appointment gives from the midnight in Amsterdam at which it %s',
    async (_, period, before) => {
      const person = await anAppointment(pages.stage, 'school_director', {
        tenantId: author.tenantId,
        schoolId: pages.cast.school.id,
        ...period,
      });
      pages.stage.at('2026-03-19T22:59:00Z');
      const cookie = await logIn({ tenantId: author.tenantId, personId: person });
      pages.stage.at('2026-03-19T22:59:59Z');
      expect((await see(cookie, '/zorgen')).status === 200).toBe(before);
      pages.stage.at('2026-03-19T23:00:00Z');
      expect((await see(cookie, '/zorgen')).status === 200).toBe(!before);
    },
  );

  it('of one partnership is nobody in another, whatever it asks the database', async () => {
    const other = await aCast(pages.stage);
    const mixed = { tenantId: other.tenantId, personId: author.personId };
    await expect(
      pages.house.database.read(mixed, (reader) => reader.rows(sql`select id from school`)),
    ).rejects.toBeInstanceOf(NotAdmitted);
    const nobody = { tenantId: author.tenantId, personId: await aPerson(pages.stage, author.tenantId) };
    await expect(
      pages.house.database.read(nobody, (reader) => reader.rows(sql`select id from school`)),
    ).rejects.toBeInstanceOf(NotAdmitted);
  });
});

describe('a one-time link', () => {
  it('is not used up by whoever only looks at it, and works once', async () => {
    const link = await aLink(author);
    for (const method of ['GET', 'HEAD']) await app().request(`/inloggen/eenmalig/${link}`, { method });
    expect((await useLink(link)).status).toBe(303);
    const again = await useLink(link);
    expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null]);
  });

  it('that is used ten times at once lets one in', async () => {
    const link = await aLink(author);
    const answers = await Promise.all(Array.from({ length: 10 }, () => useLink(link)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, ...Array(9).fill(410)]);
  });

  it('is no session, and a session is no link or token', async () => {
    const link = await aLink(author);
    const cookie = await logIn(author);
    const secret = cookie.split('=')[1] ?? '';
    expect(await isIn(`__Host-kortelijn=${link}`)).toBe(false);
    expect((await useLink(secret)).status).toBe(410);
    const bearer = { headers: { authorization: `Bearer ${secret}` } };
    expect((await app().request('/api/v1/concerns', bearer)).status).toBe(401);
  });
});

describe('the way on after logging in', () => {
  it.each([
    'https://elders.example/',
    '//elders.example',
    '/\\elders.example',
    '/\t/elders.example',
    'javascript:alert(1)',
    ' //elders.example',
    '/zorgen\r\nSet-Cookie: a=b',
    '/\u0001',
    '/\u00e9\u20ac',
    'zorgen',
  ])('never leaves this site: %j', async (to) => {
    const cookie = await logIn(author);
    const answer = await see(cookie, `/inloggen?naar=${encodeURIComponent(to)}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  });

  it('goes where somebody wanted to go', async () => {
    const cookie = await logIn(author);
    const answer = await see(cookie, `/inloggen?naar=${encodeURIComponent('/zorgen?status=noted&na=x')}`);
    expect(answer.headers.get('location')).toBe('/zorgen?status=noted&na=x');
  });
});

describe('a real installation', () => {
  it('has no demonstration page, to look at or to send', async () => {
    const real = createApp({
      database: pages.house.database,
      config: { demo: false, rateLimit: false, baseUrl: 'https://kortelijn.example' },
    });
    for (const path of ['/demo', '/demo/stijl']) {
      expect((await real.request(path)).status).toBe(404);
      const sent = await real.request(path, { method: 'POST', body: formOf({ personId: author.personId }) });
      expect([sent.status, sent.headers.get('set-cookie')]).toEqual([404, null]);
    }
    const page = await real.request('/inloggen');
    expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  });

  it('lets the demonstration page of another installation choose nobody who is real', async () => {
    const sent = await app().request('/demo', {
      method: 'POST',
      body: formOf({ personId: author.personId }),
    });
    expect([sent.status, sent.headers.get('set-cookie')]).toEqual([404, null]);
  });
});
