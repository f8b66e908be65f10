import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { comeIn, type House, openHouse, peopleWith, type Visitor } from '../../tests/support/house.ts';
import { demonstrationRegisters, special } from '../demo/index.ts';
import { openSession } from '../platform/access.store.ts';
import { sql } from '../platform/database.ts';
import { sessionCookie } from '../platform/door.tsx';
import { addDays, dayOf, parseMoment } from '../platform/pure/dates.ts';
import { loadRegisters, presets } from './index.ts';

const today = dayOf(Date.now());
const demonstration = demonstrationRegisters(today);
const rotterdam = only(demonstration.find(({ code }) => code === 'rotterdam'));
let house: House;
let now = new Date();
let administrator: Visitor;
let teacher: Visitor;
let stranger: Visitor;

function only<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}

beforeAll(async () => {
  house = await openHouse({ demo: false, clock: () => now });
  for (const registers of demonstration) {
    const { tenantId: id, code, name } = registers;
    const tenant = { id, code, name, preset: code, swvNumber: null, demonstration: true, ...presets[code] };
    await loadRegisters(house.operator, tenant, registers);
  }
  administrator = await comeIn(house, only((await peopleWith(house, 'administrator'))[0]));
  teacher = await comeIn(house, only((await peopleWith(house, 'teacher'))[0]));
  stranger = await comeIn(house, only((await peopleWith(house, 'administrator', 'oss-uden'))[0]));
});

afterAll(() => house.close());

/** A superuser reads everything: the audit is for nobody else here. */
function superUrl({ fresh }: House): string {
  const url = new URL(inject('template').superUrl);
  url.pathname = new URL(fresh.ownerUrl).pathname;
  return url.href;
}

const anonymous = (path: string) => house.app.request(path);

async function text(answer: Promise<Response> | Response, status = 200): Promise<string> {
  const response = await answer;
  const body = await response.text();
  expect(response.status, body.slice(0, 4_000)).toBe(status);
  return body;
}

/** Sends the form of a page as a browser would: with the hidden fields it was drawn with. */
async function send(
  visitor: Visitor,
  path: string,
  fields: Readonly<Record<string, string>>,
  action = path,
): Promise<Response> {
  const page = await text(visitor.get(path));
  const form = only(
    page.split('<form').find((part) => part.includes(`action="${action}"`) && part.includes('method="post"')),
  );
  const hidden = [
    ...(form.split('</form>')[0] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g),
  ];
  return visitor.post(action, {
    ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
    ...fields,
  });
}

describe('what a visitor sees', () => {
  test('every school of both partnerships, with the name of the partnership, and a filter', async () => {
    const page = await text(anonymous('/scholen?zoek=brug'));
    expect(page).toContain('De Waterjufferbrug');
    expect(page).toContain('De Turfstekersbrug');
    expect(page).toContain('De Peelrand (demonstratie)');
    const filtered = await text(anonymous('/scholen?zoek=brug&swv=oss-uden'));
    expect(filtered).toContain('De Turfstekersbrug');
    expect(filtered).not.toContain('De Waterjufferbrug');
    expect(await text(anonymous('/scholen?swv=bestaat-niet'))).toContain('Geen school gevonden');
  });

  test('the list goes on where the page ended and shows each school once', async () => {
    const names = new Set<string>();
    let path: string | undefined = '/scholen';
    for (let pages = 0; path !== undefined && pages < 10; pages += 1) {
      const page: string = await text(anonymous(path));
      for (const [, code] of page.matchAll(/href="\/scholen\/(\w{6})"/g)) names.add(only(code));
      path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(names.size).toBe(52);
  });

  test('a bookmark that is none of ours is not found', async () => {
    expect((await anonymous('/scholen?na=zomaar')).status).toBe(404);
  });

  test('of people only who can be asked: the contact person with e-mail, the specialist by name', async () => {
    const school = only(rotterdam.schools[0]);
    const page = await text(anonymous(`/scholen/${school.code}`));
    const at = (role: string) =>
      rotterdam.appointments
        .filter((one) => one.schoolId === school.id && one.role === role)
        .map((one) => only(rotterdam.people.find(({ id }) => id === one.personId)));
    for (const { name, email } of at('contact_person')) {
      expect(page).toContain(name);
      expect(page).toContain(email);
    }
    for (const { name, email } of at('specialist')) {
      expect(page).toContain(name);
      expect(page).not.toContain(email);
    }
    for (const role of ['school_director', 'teacher', 'support_coordinator']) {
      for (const { name, email } of at(role)) {
        expect(page).not.toContain(name);
        expect(page).not.toContain(email);
      }
    }
    expect(page).toContain('schoolcontactpersoon');
    expect(await text(anonymous('/scholen/99PA00'))).toContain('trajectbegeleider');
  });

  test('an unknown school is not found, however the code is written', async () => {
    for (const code of ['00XX00', 'zomaar', '%00', 'a'.repeat(500)]) {
      expect((await anonymous(`/scholen/${code}`)).status, code).toBe(404);
    }
    expect((await anonymous('/scholen/99ma00')).status).toBe(200);
  });

  test('who works there only for people of the same partnership', async () => {
    const director = only(
      rotterdam.appointments.find(
        ({ schoolId, role }) => schoolId === rotterdam.schools[0]?.id && role === 'school_director',
      ),
    );
    const { name } = only(rotterdam.people.find(({ id }) => id === director.personId));
    expect(await text(teacher.get('/scholen/99MA00'))).toContain(name);
    expect(await text(stranger.get('/scholen/99MA00'))).not.toContain(name);
  });
});

describe('two partnerships with the same school', () => {
  test('a visitor chooses, a member gets the own one', async () => {
    for (const { tenantId } of demonstration) {
      await house.operator.write({ operatorFor: tenantId }, (tx) =>
        tx.run(
          sql`insert into school (tenant_id, id, code, name) values (${tenantId}, gen_random_uuid(), '99ZZ00', 'De Grenspaal')`,
        ),
      );
    }
    const page = await text(anonymous('/scholen/99ZZ00'));
    expect(page).toContain('Welke school bedoelt u?');
    expect(await text(anonymous('/scholen/99ZZ00?swv=oss-uden'))).toContain('De Peelrand (demonstratie)');
    expect(await text(stranger.get('/scholen/99ZZ00'))).toContain('De Peelrand (demonstratie)');
  });
});

describe('the administrator', () => {
  test('alone opens /beheer; others hear that it is not theirs, strangers are asked to log in', async () => {
    for (const path of [
      '/beheer',
      '/beheer/mensen',
      '/beheer/scholen/importeren',
      '/beheer/vakanties/nieuw',
    ]) {
      expect((await administrator.get(path)).status, path).toBe(200);
      expect((await teacher.get(path)).status, path).toBe(403);
      expect((await anonymous(path)).status, path).toBe(303);
    }
  });

  test('finds nothing of another partnership', async () => {
    const { boards, schools, people, appointments, holidays } = rotterdam;
    const paths = [
      `/beheer/besturen/${boards[0]?.id}`,
      `/beheer/scholen/${schools[0]?.id}`,
      `/beheer/mensen/${people[0]?.id}`,
      `/beheer/mensen/${people[0]?.id}/aanstelling?role=teacher`,
      `/beheer/aanstellingen/${appointments[0]?.id}`,
      `/beheer/vakanties/${holidays[0]?.id}`,
    ];
    for (const path of paths) {
      expect((await administrator.get(path)).status, path).toBe(200);
      expect((await stranger.get(path)).status, path).toBe(404);
    }
    expect(
      (
        await stranger.post(`/beheer/besturen/${boards[0]?.id}`, {
          name: 'Gekaapt',
          code: '1',
          _version: '1',
        })
      ).status,
    ).not.toBe(303);
    expect(
      (await stranger.post(`/beheer/mensen/${people[0]?.id}/toegang`, { suspend: 'true', _version: '1' }))
        .status,
    ).toBe(404);
  });

  test('adds and changes a board; a double click adds one', async () => {
    const page = await text(administrator.get('/beheer/besturen/nieuw'));
    const key = only(/name="_key" value="([^"]+)"/.exec(page)?.[1]);
    const fields = { name: 'Stichting Dubbelklik', code: '99999', _key: key };
    const [first, second] = await Promise.all([
      administrator.post('/beheer/besturen/nieuw', fields),
      administrator.post('/beheer/besturen/nieuw', fields),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.get('location')).toBe(second.headers.get('location'));
    const path = only(first.headers.get('location') ?? undefined);
    expect((await send(administrator, path, { name: 'Stichting Enkelklik', code: '99999' })).status).toBe(
      303,
    );
    expect(await text(administrator.get('/beheer/besturen?zoek=enkelklik'))).toContain('Stichting Enkelklik');
  });

  test('hears of every fault at once, in Dutch, and keeps what was typed', async () => {
    const answer = await send(administrator, '/beheer/scholen/nieuw', {
      name: 'De Halve School',
      code: 'x',
      postcode: '12',
      website: 'javascript:alert(1)',
    });
    const page = await text(answer, 422);
    expect(page).toContain('Er zijn 3 fouten gevonden');
    expect(page).toContain('value="De Halve School"');
    expect(page).toContain('javascript:alert(1)');
  });

  test('cannot take a code or address that is taken', async () => {
    const school = await send(administrator, '/beheer/scholen/nieuw', {
      name: 'De Tweeling',
      code: '99MA00',
    });
    expect(await text(school, 422)).toContain('Er is al een school met deze vestigingscode.');
    const person = await send(administrator, '/beheer/mensen/nieuw', {
      name: 'Iemand',
      email: only(rotterdam.people[0]).email.toUpperCase(),
    });
    expect(await text(person, 422)).toContain('Er is al iemand met dit e-mailadres.');
  });

  test('with a stale form sees what somebody else saved and keeps the own text', async () => {
    const path = `/beheer/gebieden/${rotterdam.areas[0]?.id}`;
    const version = only(/name="_version" value="(\d+)"/.exec(await text(administrator.get(path)))?.[1]);
    const fields = (name: string) => ({ name, code: 'G1', _version: version });
    expect((await administrator.post(path, fields('Eerste'))).status).toBe(303);
    const page = await text(administrator.post(path, fields('Tweede')), 412);
    expect(page).toContain('value="Tweede"');
    expect(page).toContain('Naam: Eerste');
  });

  test('leaves an audit row with each change', async () => {
    const client = new pg.Client({ connectionString: superUrl(house) });
    await client.connect();
    const found = await client.query(
      'select distinct action, subject from audit where person_id = $1 order by 1, 2',
      [administrator.person.personId],
    );
    await client.end();
    expect(found.rows).toEqual(
      expect.arrayContaining([
        { action: 'add', subject: 'board' },
        { action: 'change', subject: 'area' },
      ]),
    );
  });

  test('cannot shut out or dismiss oneself', async () => {
    const own = administrator.person.personId;
    await administrator.post(`/beheer/mensen/${own}/toegang`, { suspend: 'true', _version: '1' });
    expect((await administrator.get('/beheer')).status).toBe(200);
    const appointment = only(
      rotterdam.appointments.find(({ personId, role }) => personId === own && role === 'administrator'),
    );
    const answer = await send(administrator, `/beheer/aanstellingen/${appointment.id}`, {
      to: addDays(today, -1),
    });
    expect(await text(answer, 422)).toContain('kan alleen een andere beheerder wijzigen');
  });

  test('changes the words of the partnership, and they are used at once', async () => {
    const path = '/beheer/samenwerkingsverband';
    const fields = {
      name: rotterdam.name,
      holidayRegion: 'midden',
      contact_person: 'wijkmaatje',
      specialist: 'specialist',
      area: 'wijk',
      committee: 'TLV-commissie',
    };
    expect((await send(administrator, path, fields)).status).toBe(303);
    expect(await text(anonymous('/scholen/99MA00'))).toContain('wijkmaatje');
  });
});

describe('appointments', () => {
  const person = only(rotterdam.people[0]);

  test('a role is first chosen, then a place that fits it', async () => {
    const path = `/beheer/mensen/${person.id}/aanstelling`;
    expect(await text(administrator.get(path))).toContain('Welke rol?');
    const board = await text(administrator.get(`${path}?role=board_member`));
    expect(board).toContain('value="board:');
    expect(board).not.toContain('value="school:');
    const lead = await text(administrator.get(`${path}?role=team_lead`));
    expect(lead).toContain('name="place" value="tenant"');
  });

  test('the same role at the same place twice at a time is refused in plain words', async () => {
    const path = `/beheer/mensen/${person.id}/aanstelling`;
    const place = `school:${rotterdam.schools[20]?.id}`;
    const fields = { role: 'teacher', place, from: today, to: addDays(today, 10) };
    expect((await administrator.post(path, fields)).status).toBe(303);
    expect(await text(administrator.post(path, { ...fields, from: addDays(today, 10) }), 422)).toContain(
      'heeft deze rol hier al',
    );
    expect((await administrator.post(path, { ...fields, from: addDays(today, 11), to: '' })).status).toBe(
      303,
    );
  });

  test('a role does not go to a place of another kind or of another partnership', async () => {
    const path = `/beheer/mensen/${person.id}/aanstelling`;
    const other = only(demonstration.find(({ code }) => code === 'oss-uden'));
    const wrong = [
      { role: 'teacher', place: `board:${rotterdam.boards[0]?.id}` },
      { role: 'board_member', place: 'tenant' },
      { role: 'school_director', place: `school:${other.schools[0]?.id}` },
    ];
    for (const fields of wrong)
      expect((await administrator.post(path, { ...fields, from: today })).status, fields.place).toBe(422);
  });

  test('the last day cannot lie before the first', async () => {
    const fields = { role: 'editor', place: 'tenant', from: today, to: addDays(today, -1) };
    expect(await text(administrator.post(`/beheer/mensen/${person.id}/aanstelling`, fields), 422)).toContain(
      'De laatste dag ligt voor de eerste dag.',
    );
  });
});

describe('access on the very day', () => {
  test('begins on the first day and ends after the last, in an open session too', async () => {
    const answer = await send(administrator, '/beheer/mensen/nieuw', {
      name: 'Nieuwe Leerkrachtvogel',
      email: 'nieuw@proef.example',
    });
    const id = only(answer.headers.get('location')?.split('/').at(-1));
    const place = `school:${rotterdam.schools[21]?.id}`;
    const [start, after] = [addDays(today, 1), addDays(today, 2)];
    const fields = { role: 'teacher', place, from: start, to: start };
    expect((await administrator.post(`/beheer/mensen/${id}/aanstelling`, fields)).status).toBe(303);
    const midnights = { begin: midnight(start), end: midnight(after) };
    expect(await aroundMidnight(id, midnights.begin)).toEqual([404, 200]);
    expect(await aroundMidnight(id, midnights.end)).toEqual([200, 404]);
  });

  const midnight = (day: string): number => {
    const moment = parseMoment(`${day}T00:00`);
    return moment.kind === 'moment' ? Date.parse(moment.instant) : Number.NaN;
  };

  /** One session, opened ten minutes before midnight in the Netherlands: what it gets then, and ten minutes after. */
  async function aroundMidnight(personId: string, instant: number): Promise<readonly number[]> {
    now = new Date(instant - 600_000);
    const secret = await openSession(house.database, { tenantId: rotterdam.tenantId, personId }, now);
    const look = async () =>
      (await house.app.request('/mijn', { headers: { cookie: `${sessionCookie}=${secret}` } })).status;
    const before = await look();
    now = new Date(instant + 600_000);
    const after = await look();
    now = new Date();
    return [before, after];
  }

  test('stops at once for who is suspended, and comes back', async () => {
    const director = only(
      rotterdam.appointments.find(
        ({ schoolId, role }) => schoolId === rotterdam.schools[22]?.id && role === 'school_director',
      ),
    );
    const visitor = await comeIn(house, { tenantId: rotterdam.tenantId, personId: director.personId });
    const path = `/beheer/mensen/${director.personId}`;
    expect((await visitor.get('/mijn')).status).toBe(200);
    expect((await send(administrator, path, {}, `${path}/toegang`)).status).toBe(303);
    expect((await visitor.get('/mijn')).status).toBe(303);
    expect((await visitor.api('GET', '/schools')).status).toBe(401);
    expect((await send(administrator, path, {}, `${path}/toegang`)).status).toBe(303);
    expect((await visitor.get('/mijn')).status).toBe(200);
  });
});

describe('holidays', () => {
  test('may not overlap at one place, but a school may be open in a holiday of all', async () => {
    const fields = {
      name: 'Extra vrij',
      kind: 'free',
      place: 'tenant',
      from: '2031-03-03',
      to: '2031-03-07',
    };
    const path = '/beheer/vakanties/nieuw';
    const added = await send(administrator, path, fields);
    expect(added.status).toBe(303);
    expect(
      await text(send(administrator, path, { ...fields, from: '2031-03-07', to: '2031-03-08' }), 422),
    ).toContain('staat hier al een vakantie');
    const school = `school:${rotterdam.schools[0]?.id}`;
    expect(
      (
        await send(administrator, path, {
          ...fields,
          kind: 'open',
          place: school,
          from: '2031-03-05',
          to: '2031-03-05',
        })
      ).status,
    ).toBe(303);
    expect(
      await text(
        send(administrator, path, { ...fields, kind: 'open', from: '2031-04-01', to: '2031-04-01' }),
        422,
      ),
    ).toContain('Alleen een bestuur of school');
    const days = await administrator.api('GET', '/school-days?school=99MA00&from=2031-02-28&days=1');
    expect(await days.json()).toEqual({ school: '99MA00', from: '2031-02-28', days: 1, day: '2031-03-05' });
    const removal = only(added.headers.get('location') ?? undefined);
    expect((await send(administrator, removal, {}, `${removal}/verwijderen`)).status).toBe(303);
    expect((await administrator.get(removal)).status).toBe(404);
  });
});

describe('importing on a page', () => {
  const upload = (visitor: Visitor, path: string, content: string) => {
    const body = new FormData();
    body.set('_csrf', visitor.csrf);
    body.set('file', new File([new Uint8Array(Buffer.from(content, 'latin1'))], 'lijst.csv'));
    return house.app.request(path, {
      method: 'POST',
      headers: { cookie: visitor.cookie, 'sec-fetch-site': 'same-origin' },
      body,
    });
  };

  test('shows first what would happen, also of a windows-1252 file, and then does it', async () => {
    const path = '/beheer/scholen/importeren';
    const page = await text(
      upload(administrator, path, 'vestigingscode;naam\n99QA00;Het Caf\xe9\nfout;De Fout\n'),
    );
    expect(page).toContain('Er is nog niets veranderd');
    expect(page).toContain('De vestigingscode “fout” klopt niet');
    expect((await anonymous('/scholen/99QA00')).status).toBe(404);
    const packed = only(/name="packed" value="([^"]+)"/.exec(page)?.[1]);
    expect((await administrator.post(`${path}/uitvoeren`, { packed, complete: 'false' })).status).toBe(303);
    expect(await text(anonymous('/scholen/99QA00'))).toContain('Het Café');
  });

  test('says why a file is no list, and that none was chosen', async () => {
    expect(await text(upload(administrator, '/beheer/scholen/importeren', 'a,b\n1,2\n'), 422)).toContain(
      'Dit is geen scholenlijst',
    );
    expect(await text(upload(administrator, '/beheer/vakanties/importeren', ''), 422)).toContain(
      'Kies een bestand.',
    );
    const broken = await administrator.post('/beheer/scholen/importeren/uitvoeren', {
      packed: 'AAAA',
      complete: 'false',
    });
    expect(await text(broken, 422)).toContain('beschadigd');
  });
});

describe('my own page', () => {
  test('shows today and what is coming, and ends an open session', async () => {
    const person = { tenantId: rotterdam.tenantId, personId: teacher.person.personId };
    const [here, elsewhere] = [await comeIn(house, person), await comeIn(house, person)];
    const page = await text(here.get('/mijn'));
    expect(page).toContain('Deze sessie');
    const others = page.split('<tr').filter((row) => !row.includes('Deze sessie'));
    const ends = [...others.join('').matchAll(/action="(\/mijn\/sessies\/[^"]+)"/g)].map(([, path]) =>
      only(path),
    );
    expect(ends.length).toBeGreaterThanOrEqual(2);
    expect((await stranger.post(only(ends[0]), {})).status).toBe(404);
    for (const path of ends) await here.post(path, {});
    expect((await elsewhere.get('/mijn')).status).toBe(303);
    expect((await here.get('/mijn')).status).toBe(200);
  });
});

test('the special schools of the demonstration show as such', async () => {
  expect(await text(anonymous(`/scholen/${rotterdam.schools[special.noBoard]?.code}`))).toContain(
    'niet bekend',
  );
});
