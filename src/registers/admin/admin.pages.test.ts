import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { only, openRegisters, type RegisterHouse, send, textOf } from '../../../tests/support/registers.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { addDays, dayOf } from '../../platform/pure/dates.ts';

let here: RegisterHouse;

beforeAll(async () => {
  here = await openRegisters();
});

afterAll(() => here.house.close());
auditsEveryDeed(() => here.house.fresh);

/** A superuser reads everything: the audit is for nobody else here. */
function superUrl({ fresh }: RegisterHouse['house']): string {
  const url = new URL(inject('template').superUrl);
  url.pathname = new URL(fresh.ownerUrl).pathname;
  return url.href;
}

const anonymous = (path: string) => here.house.app.request(path);

const today = dayOf(Date.now());

describe('the administrator', () => {
  test('alone opens /beheer; others hear that it is not theirs, strangers are asked to log in', async () => {
    for (const path of [
      '/beheer',
      '/beheer/mensen',
      '/beheer/scholen/importeren',
      '/beheer/vakanties/nieuw',
    ]) {
      expect((await here.administrator.get(path)).status, path).toBe(200);
      expect((await here.teacher.get(path)).status, path).toBe(403);
      expect((await anonymous(path)).status, path).toBe(303);
    }
  });

  test('finds nothing of another partnership', async () => {
    const { boards, schools, people, appointments, holidays } = here.rotterdam;
    const paths = [
      `/beheer/besturen/${boards[0]?.id}`,
      `/beheer/scholen/${schools[0]?.id}`,
      `/beheer/mensen/${people[0]?.id}`,
      `/beheer/mensen/${people[0]?.id}/aanstelling?role=teacher`,
      `/beheer/aanstellingen/${appointments[0]?.id}`,
      `/beheer/vakanties/${holidays[0]?.id}`,
    ];
    for (const path of paths) {
      expect((await here.administrator.get(path)).status, path).toBe(200);
      expect((await here.stranger.get(path)).status, path).toBe(404);
    }
    expect(
      (
        await here.stranger.post(`/beheer/besturen/${boards[0]?.id}`, {
          name: 'Gekaapt',
          code: '1',
          _version: '1',
        })
      ).status,
    ).not.toBe(303);
    expect(
      (
        await here.stranger.post(`/beheer/mensen/${people[0]?.id}/toegang`, {
          suspend: 'true',
          _version: '1',
        })
      ).status,
    ).toBe(404);
  });

  test('adds and changes a board; a double click adds one', async () => {
    const page = await textOf(here.administrator.get('/beheer/besturen/nieuw'));
    const key = only(/name="_key" value="([^"]+)"/.exec(page)?.[1]);
    const fields = { name: 'Stichting Dubbelklik', code: '99999', _key: key };
    const [first, second] = await Promise.all([
      here.administrator.post('/beheer/besturen/nieuw', fields),
      here.administrator.post('/beheer/besturen/nieuw', fields),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.get('location')).toBe(second.headers.get('location'));
    const path = only(first.headers.get('location') ?? undefined);
    expect(
      (await send(here.administrator, path, { name: 'Stichting Enkelklik', code: '99999' })).status,
    ).toBe(303);
    expect(await textOf(here.administrator.get('/beheer/besturen?zoek=enkelklik'))).toContain(
      'Stichting Enkelklik',
    );
  });

  test('hears of every fault at once, in Dutch, and keeps what was typed', async () => {
    const answer = await send(here.administrator, '/beheer/scholen/nieuw', {
      name: 'De Halve School',
      code: 'x',
      postcode: '12',
      website: 'javascript:alert(1)',
    });
    const page = await textOf(answer, 422);
    expect(page).toContain('Er zijn 3 fouten gevonden');
    expect(page).toContain('value="De Halve School"');
    expect(page).toContain('javascript:alert(1)');
  });

  test('cannot take a code or address that is taken', async () => {
    const school = await send(here.administrator, '/beheer/scholen/nieuw', {
      name: 'De Tweeling',
      code: '99MA00',
    });
    expect(await textOf(school, 422)).toContain('Er is al een school met deze vestigingscode.');
    const person = await send(here.administrator, '/beheer/mensen/nieuw', {
      name: 'Iemand',
      email: only(here.rotterdam.people[0]).email.toUpperCase(),
    });
    expect(await textOf(person, 422)).toContain('Er is al iemand met dit e-mailadres.');
  });

  test('with a stale form sees what somebody else saved and keeps the own text', async () => {
    const path = `/beheer/gebieden/${here.rotterdam.areas[0]?.id}`;
    const version = only(
      /name="_version" value="(\d+)"/.exec(await textOf(here.administrator.get(path)))?.[1],
    );
    const fields = (name: string) => ({ name, code: 'G1', _version: version });
    expect((await here.administrator.post(path, fields('Eerste'))).status).toBe(303);
    const page = await textOf(here.administrator.post(path, fields('Tweede')), 412);
    expect(page).toContain('value="Tweede"');
    expect(page).toContain('Naam: Eerste');
  });

  test('leaves an audit row with each change', async () => {
    const client = new pg.Client({ connectionString: superUrl(here.house) });
    await client.connect();
    const found = await client.query(
      'select distinct action, subject from audit where person_id = $1 order by 1, 2',
      [here.administrator.person.personId],
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
    const own = here.administrator.person.personId;
    await here.administrator.post(`/beheer/mensen/${own}/toegang`, { suspend: 'true', _version: '1' });
    expect((await here.administrator.get('/beheer')).status).toBe(200);
    const appointment = only(
      here.rotterdam.appointments.find(({ personId, role }) => personId === own && role === 'administrator'),
    );
    const answer = await send(here.administrator, `/beheer/aanstellingen/${appointment.id}`, {
      to: addDays(today, -1),
    });
    expect(await textOf(answer, 422)).toContain('kan alleen een andere beheerder wijzigen');
  });

  test('changes the words of the partnership, and they are used at once', async () => {
    const path = '/beheer/samenwerkingsverband';
    const fields = {
      name: here.rotterdam.name,
      holidayRegion: 'midden',
      contact_person: 'wijkmaatje',
      specialist: 'specialist',
      area: 'wijk',
      committee: 'TLV-commissie',
    };
    expect((await send(here.administrator, path, fields)).status).toBe(303);
    expect(await textOf(anonymous('/scholen/99MA00'))).toContain('wijkmaatje');
  });
});
