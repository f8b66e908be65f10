/** The second step of partnership staff, and sessions that change their id (S8). */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeKey } from '../../src/platform/access.store.ts';
import { sql } from '../../src/platform/database.ts';
import { csrfOf } from '../../src/platform/ids.ts';
import type { Identity, Role } from '../../src/platform/pure/actor.ts';
import type { Route } from '../../src/platform/route.ts';
import { allRoutes, createApp } from '../../src/web/server.ts';
import { anAppointment } from '../support/factories.ts';
import { comeIn, formOf } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { auditsEveryDeed } from '../support/witness.ts';

let pages: Pages;
let tenantId: string;
let administrator: string;

beforeAll(async () => {
  pages = await openPages();
  tenantId = pages.cast.tenantId;
  administrator = await anAppointment(pages.stage, 'administrator', { tenantId });
  await rule('ja');
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);
// A day later nothing of the test before is still open.
beforeEach(() => pages.stage.pass(24));

const app = () => pages.house.app;
const minute = 1 / 60;
const step = '/inloggen/tweede-stap';

async function rule(staffSecondFactor: 'ja' | 'nee'): Promise<void> {
  const form = await pages.see(administrator, '/beheer/samenwerkingsverband');
  const fields = Object.fromEntries(
    [...form.html.matchAll(/<input type="(?:text|hidden)"[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  const written = await pages.stage.database.read({ operatorFor: tenantId }, (reader) =>
    reader.first<{ version: number }>(sql`select version from tenant where tenant_id = ${tenantId}`),
  );
  const sent = await pages.send(administrator, '/beheer/samenwerkingsverband', {
    name: 'Proef',
    holidayRegion: 'midden',
    contact_person: 'contactpersoon',
    specialist: 'specialist',
    area: 'gebied',
    committee: 'commissie',
    staffSecondFactor,
    _version: String(written?.version),
    ...(fields['_key'] === undefined ? {} : { _key: fields['_key'] }),
  });
  expect(sent.status, sent.html).toBe(303);
}

const somebody = async (role: Role, more = {}): Promise<Identity> => {
  const atSchool = ['contact_person', 'teacher', 'school_director'].includes(role);
  const place = atSchool ? { schoolId: pages.cast.school.id } : {};
  return { tenantId, personId: await anAppointment(pages.stage, role, { tenantId, ...place, ...more }) };
};

async function aLink(person: Identity): Promise<string> {
  const ends = new Date(pages.stage.now().getTime() + 86_400_000);
  return pages.house.operator.write({ operatorFor: tenantId }, (tx) => makeKey(tx, person, 'link', ends));
}

/** A browser with one cookie: sends it, and keeps the newest it gets. */
interface Browser {
  readonly cookie: () => string;
  get(path: string): Promise<Response>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
}

function browserWith(first: string): Browser {
  let cookie = first;
  const kept = (answer: Response) => {
    cookie = cookieOf(answer) ?? cookie;
    return answer;
  };
  return {
    cookie: () => cookie,
    get: async (path) => kept(await app().request(path, { headers: { cookie } })),
    post: async (path, fields = {}) =>
      kept(
        await app().request(path, {
          method: 'POST',
          headers: { cookie },
          body: formOf({ _csrf: csrfOf(cookie.split('=')[1] ?? ''), ...fields }),
        }),
      ),
  };
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .findLast((line) => line.startsWith('__Host-kortelijn='))
    ?.split(';')[0];

/** Comes in with a one-time link: one factor. */
async function arrive(person: Identity, userAgent = ''): Promise<Browser> {
  const answer = await app().request(`/inloggen/eenmalig/${await aLink(person)}`, {
    method: 'POST',
    body: formOf({}),
    headers: { 'user-agent': userAgent },
  });
  return browserWith(cookieOf(answer) ?? '');
}

async function codesFrom(answer: Response): Promise<readonly string[]> {
  return [...(await answer.text()).matchAll(/<code>([\w-]+)<\/code>/g)].map(([, code = '']) => code);
}

/** Somebody with recovery codes, half logged in. */
async function ready(role: Role = 'specialist') {
  const person = await somebody(role);
  const browser = await arrive(person);
  return { person, browser, codes: await codesFrom(await browser.post(`${step}/codes`)) };
}

const nobody = '0190a000-0000-7000-8000-000000000000';
const addressOf = (route: Route) => {
  const path = route.path.replace(':code', '99ZZ99').replace(/:\w+/g, nobody);
  return route.kind === 'api' ? `/api/v1${path}` : path;
};
const staysOpen = ({ path }: Route) => /^\/(inloggen(\/.*)?|uitloggen|demo)$/.test(path);

const sent = (route: Route, headers: Readonly<Record<string, string>>, csrf = '') => ({
  method: route.method,
  headers: {
    ...headers,
    ...(route.kind === 'api' && { 'x-csrf-token': csrf, 'content-type': 'application/json' }),
  },
  ...(route.method !== 'GET' && { body: route.kind === 'api' ? '{}' : formOf({ _csrf: csrf }) }),
});

describe('before the second step', () => {
  it('nothing opens for staff but what everybody reads: every page leads to it, every call of the API is a problem', async () => {
    const { cookie } = await arrive(await somebody('specialist'));
    const csrf = csrfOf(cookie().split('=')[1] ?? '');
    let [shut, open, visited] = [0, 0, 0];
    for (const route of allRoutes(true)) {
      if (staysOpen(route)) {
        open += 1;
        continue;
      }
      const answer = await app().request(addressOf(route), sent(route, { cookie: cookie() }, csrf));
      const line = `${route.kind} ${route.method} ${route.path}`;
      if (route.access === 'public' && route.path !== '/') {
        const visitor = await app().request(addressOf(route), sent(route, {}));
        const said = (one: Response) => [one.status, one.headers.get('location')];
        expect(said(answer), line).toEqual(said(visitor));
        visited += 1;
        continue;
      }
      if (route.kind === 'api') {
        expect([answer.status, (await answer.json()).type], line).toEqual([401, '/problems/second-factor']);
      } else {
        expect([answer.status, answer.headers.get('location')?.split('?')[0]], line).toEqual([303, step]);
      }
      shut += 1;
    }
    expect([shut > 120, open < 30, visited > 20]).toEqual([true, true, true]);
  });

  it('the page of it shows no menu, and leaving works', async () => {
    const browser = await arrive(await somebody('contact_person'));
    const page = await (await browser.get(step)).text();
    expect(page).not.toContain('href="/zorgen"');
    expect((await browser.post('/uitloggen')).status).toBe(303);
    expect((await browser.get(step)).headers.get('location')).toMatch(/^\/inloggen\?naar=/);
  });

  it.each([
    ['specialist', 303],
    ['contact_person', 303],
    ['team_lead', 303],
    ['partnership_director', 303],
    ['privacy_officer', 303],
    ['committee_member', 303],
    ['policy_adviser', 303],
    ['editor', 303],
    ['teacher', 200],
    ['school_director', 200],
  ] as const)('%s gets %i at the door with one factor', async (role, status) => {
    expect((await (await arrive(await somebody(role))).get('/mijn')).status).toBe(status);
  });

  it('is asked of nobody who showed two factors, of no token, and of nobody without the rule', async () => {
    const person = await somebody('specialist');
    const both = await comeIn(pages.house, person);
    expect((await both.get('/mijn')).status).toBe(200);
    expect((await both.api('GET', '/schools')).status).toBe(200);
    const half = await arrive(person);
    expect((await half.get('/mijn')).status).toBe(303);
    await rule('nee');
    expect((await half.get('/mijn')).status).toBe(200);
    await rule('ja');
    expect((await half.get('/mijn')).status).toBe(303);
  });

  it('somebody who has something for it already cannot make something new with one factor', async () => {
    const { person, codes } = await ready();
    const thief = await arrive(person);
    expect((await thief.post(`${step}/codes`)).status).toBe(404);
    expect((await thief.get('/mijn/passkeys')).status).toBe(303);
    // Control: the codes of the owner still work.
    const owner = await arrive(person);
    expect((await owner.post(`${step}/code`, { code: codes[0] ?? '' })).status).toBe(303);
  });
});

describe('a recovery code', () => {
  it('takes the step once, under a new session id, and goes where somebody wanted to go', async () => {
    const { person, browser, codes } = await ready();
    expect(codes).toHaveLength(10);
    const before = browser.cookie();
    const code = (codes[3] ?? '').toLowerCase().replaceAll('-', ' ');
    const answer = await browser.post(`${step}/code`, { code, naar: '/mijn' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mijn']);
    expect(browser.cookie()).not.toBe(before);
    expect((await browser.get('/mijn')).status).toBe(200);
    expect((await browserWith(before).get('/mijn')).headers.get('location')).toMatch(/^\/inloggen\?/);
    const again = await arrive(person);
    expect((await again.post(`${step}/code`, { code })).status).toBe(422);
    expect((await again.get('/mijn')).status).toBe(303);
    expect(await traces(person)).toEqual({
      audit: ['renew recovery_code', 'use recovery_code'],
      mail: ['Er is met een herstelcode ingelogd', 'Er zijn nieuwe herstelcodes gemaakt'],
    });
  });

  it('is never kept in a readable way', async () => {
    const { person, codes } = await ready();
    const rows = await kept<{ row: string }>(
      'select c::text as row from recovery_code c where person_id = $1',
      person,
    );
    expect(rows).toHaveLength(10);
    const all = JSON.stringify(rows);
    for (const code of codes) {
      expect(all).not.toContain(code.replaceAll('-', ''));
      expect(all).not.toContain(Buffer.from(code.replaceAll('-', '')).toString('hex'));
    }
  });

  it('is looked at no more after five wrong ones, for a quarter of an hour', async () => {
    const { browser, codes } = await ready();
    const wrong = { code: '2222-2222-2222' };
    for (let left = 5; left > 0; left -= 1)
      expect((await browser.post(`${step}/code`, wrong)).status).toBe(422);
    expect((await browser.post(`${step}/code`, { code: codes[0] ?? '' })).status).toBe(429);
    pages.stage.pass(14 * minute);
    expect((await browser.post(`${step}/code`, { code: codes[0] ?? '' })).status).toBe(429);
    pages.stage.pass(1.1 * minute);
    expect((await browser.post(`${step}/code`, { code: codes[0] ?? '' })).status).toBe(303);
  });

  it('still works after four wrong ones', async () => {
    const { browser, codes } = await ready();
    for (let left = 4; left > 0; left -= 1) await browser.post(`${step}/code`, { code: '2222-2222-2222' });
    expect((await browser.post(`${step}/code`, { code: codes[0] ?? '' })).status).toBe(303);
  });

  it('cannot be guessed by asking many at once: of thirty, five are looked at', async () => {
    const { browser, codes } = await ready();
    const guesses = await Promise.all(
      Array.from({ length: 30 }, () => browser.post(`${step}/code`, { code: '2222-2222-2222' })),
    );
    const looked = guesses.filter(({ status }) => status === 422).length;
    expect([looked, guesses.filter(({ status }) => status === 429).length]).toEqual([5, 25]);
    expect((await browser.post(`${step}/code`, { code: codes[0] ?? '' })).status).toBe(429);
  });

  it('sent ten times at once opens one session', async () => {
    const { person, codes } = await ready();
    const browsers = await Promise.all(Array.from({ length: 4 }, () => arrive(person)));
    const answers = await Promise.all(
      browsers.map((browser) => browser.post(`${step}/code`, { code: codes[0] ?? '' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
  });

  it('of somebody else opens nothing', async () => {
    const [one, other] = [await ready(), await ready()];
    expect((await one.browser.post(`${step}/code`, { code: other.codes[0] ?? '' })).status).toBe(422);
    expect((await other.browser.post(`${step}/code`, { code: other.codes[0] ?? '' })).status).toBe(303);
  });

  it('of an old set is worth nothing once new ones are made', async () => {
    const { person, browser, codes } = await ready();
    await browser.post(`${step}/code`, { code: codes[0] ?? '' });
    const fresh = await codesFrom(await browser.post('/mijn/herstelcodes'));
    const again = await arrive(person);
    expect((await again.post(`${step}/code`, { code: codes[1] ?? '' })).status).toBe(422);
    expect((await again.post(`${step}/code`, { code: fresh[0] ?? '' })).status).toBe(303);
  });
});

/** Rows as an operator reads them: of everybody. */
async function kept<Row extends pg.QueryResultRow>(
  query: string,
  { personId }: Identity,
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: pages.house.fresh.ownerUrl });
  await client.connect();
  try {
    await client.query('set role kortelijn_operator');
    return (await client.query<Row>(query, [personId])).rows;
  } finally {
    await client.end();
  }
}

async function traces(person: Identity) {
  const audit = await kept<{ deed: string }>(
    `select action || ' ' || subject as deed from audit where person_id = $1 and subject = 'recovery_code' order by 1`,
    person,
  );
  const mail = await kept<{ subject: string }>(
    `select subject from outbox where person_id = $1 and kind = 'security' order by 1`,
    person,
  );
  return { audit: audit.map(({ deed }) => deed), mail: mail.map(({ subject }) => subject) };
}

describe('a session whose roles change', () => {
  const promoted = async () => {
    const person = await somebody('teacher');
    const browser = await arrive(person);
    await browser.get('/mijn');
    return { person, browser, first: browser.cookie() };
  };
  const promote = ({ personId }: Identity) =>
    anAppointment(pages.stage, 'school_director', { tenantId, personId, schoolId: pages.cast.school.id });

  it('gets a new id; the old one is good for a minute and no more', async () => {
    const { person, browser, first } = await promoted();
    expect(browser.cookie()).toBe(first);
    await promote(person);
    expect((await browser.get('/mijn')).status).toBe(200);
    expect(browser.cookie()).not.toBe(first);
    const stale = () => app().request('/mijn', { headers: { cookie: first } });
    pages.stage.pass(0.9 * minute);
    const tab = await stale();
    expect([tab.status, cookieOf(tab)]).toEqual([200, undefined]);
    pages.stage.pass(0.2 * minute);
    expect((await stale()).status).toBe(303);
    expect((await browser.get('/mijn')).status).toBe(200);
  });

  it('at two tabs at once gets one new id, and both tabs their page', async () => {
    const { person, first } = await promoted();
    await promote(person);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => app().request('/mijn', { headers: { cookie: first } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(answers.filter((answer) => cookieOf(answer) !== undefined)).toHaveLength(1);
  });

  it('takes a form that was drawn before', async () => {
    const { person, browser, first } = await promoted();
    await promote(person);
    const sent = await browser.post('/mijn/sessies/overige-beeindigen');
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/mijn']);
    expect(browser.cookie()).not.toBe(first);
    expect((await browser.get('/mijn')).status).toBe(200);
  });

  it('ends whole when somebody leaves with the old id', async () => {
    const { person, browser, first } = await promoted();
    await promote(person);
    await browser.get('/mijn');
    await browserWith(first).post('/uitloggen');
    expect((await browser.get('/mijn')).status).toBe(303);
  });

  it('lasts no longer than it would have', async () => {
    const { person, browser } = await promoted();
    await promote(person);
    for (let quarter = 1; quarter < 48; quarter += 1) {
      pages.stage.pass(15 * minute);
      expect((await browser.get('/mijn')).status).toBe(200);
    }
    pages.stage.pass(15 * minute);
    expect((await browser.get('/mijn')).status).toBe(303);
  });
});

describe('all sessions of a person', () => {
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E Safari/604.1';

  it('are shown with device and way of logging in, and end at once', async () => {
    const person = await somebody('teacher');
    const stranger = await arrive(await somebody('teacher'));
    const [here, there, third] = [
      await arrive(person, firefox),
      await arrive(person, iphone),
      await arrive(person),
    ];
    const page = await (await here.get('/mijn')).text();
    expect(page).toContain('Firefox op Windows');
    expect(page).toContain('Safari op iPhone');
    expect(page).toContain('een eenmalige link');
    const sent = await here.post('/mijn/sessies/overige-beeindigen');
    expect(sent.status).toBe(303);
    expect([await isIn(here), await isIn(there), await isIn(third), await isIn(stranger)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

const isIn = async (browser: Browser) => (await browser.get('/mijn')).status === 200;

describe('log-ins from one address', () => {
  const counting = () =>
    createApp({
      database: pages.house.database,
      config: { demo: false, rateLimit: true, baseUrl: undefined, trustedProxies: 1 },
      clock: () => pages.stage.now(),
    });
  const tryLink = async (link: string, address: string) =>
    counting().request(`/inloggen/eenmalig/${link}`, {
      method: 'POST',
      body: formOf({}),
      headers: { 'x-forwarded-for': `198.51.100.1, ${address}` },
    });

  it('that fail are counted before they are looked at: of thirty at once twenty are', async () => {
    const person = await somebody('teacher');
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, nth) => tryLink(`${'x'.repeat(40)}${nth}`, '192.0.2.1')),
    );
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    const link = await aLink(person);
    expect((await tryLink(link, '192.0.2.1')).status).toBe(429);
    // Another address is not theirs, and a quarter of an hour later it is over.
    expect((await tryLink('y'.repeat(43), '192.0.2.2')).status).toBe(410);
    pages.stage.pass(16 * minute);
    expect((await tryLink(link, '192.0.2.1')).status).toBe(303);
  });

  it('that succeed are not: a whole school comes in behind one line', async () => {
    const person = await somebody('teacher');
    for (let nth = 0; nth < 25; nth += 1)
      expect((await tryLink(await aLink(person), '192.0.2.3')).status).toBe(303);
  });
});
