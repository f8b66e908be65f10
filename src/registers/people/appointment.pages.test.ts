import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comeIn } from '../../../tests/support/house.ts';
import { only, openRegisters, type RegisterHouse, send, textOf } from '../../../tests/support/registers.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { openSession } from '../../platform/access.store.ts';
import { sessionCookie } from '../../platform/door/request.ts';
import { addDays, dayOf, parseMoment } from '../../platform/pure/dates.ts';

let here: RegisterHouse;

beforeAll(async () => {
  here = await openRegisters();
});

afterAll(() => here.house.close());
auditsEveryDeed(() => here.house.fresh);

const today = dayOf(Date.now());

describe('appointments', () => {
  const pathOf = () => `/beheer/mensen/${only(here.rotterdam.people[0]).id}/aanstelling`;

  test('a role is first chosen, then a place that fits it', async () => {
    const path = pathOf();
    expect(await textOf(here.administrator.get(path))).toContain('Welke rol?');
    const board = await textOf(here.administrator.get(`${path}?role=board_member`));
    expect(board).toContain('value="board:');
    expect(board).not.toContain('value="school:');
    const lead = await textOf(here.administrator.get(`${path}?role=team_lead`));
    expect(lead).toContain('name="place" value="tenant"');
  });

  test('the same role at the same place twice at a time is refused in plain words', async () => {
    const path = pathOf();
    const place = `school:${here.rotterdam.schools[20]?.id}`;
    const fields = { role: 'teacher', place, from: today, to: addDays(today, 10) };
    expect((await here.administrator.post(path, fields)).status).toBe(303);
    expect(
      await textOf(here.administrator.post(path, { ...fields, from: addDays(today, 10) }), 422),
    ).toContain('heeft deze rol hier al');
    expect(
      (await here.administrator.post(path, { ...fields, from: addDays(today, 11), to: '' })).status,
    ).toBe(303);
  });

  test('a role does not go to a place of another kind or of another partnership', async () => {
    const path = pathOf();
    const other = here.oss;
    const wrong = [
      { role: 'teacher', place: `board:${here.rotterdam.boards[0]?.id}` },
      { role: 'board_member', place: 'tenant' },
      { role: 'teacher', place: `school:${'-'.repeat(36)}` },
      { role: 'teacher', place: 'school:00000000-0000-0000-0000-000000000000' },
      { role: 'school_director', place: `school:${other.schools[0]?.id}` },
    ];
    for (const fields of wrong)
      expect((await here.administrator.post(path, { ...fields, from: today })).status, fields.place).toBe(
        422,
      );
  });

  test('the last day cannot lie before the first', async () => {
    const fields = { role: 'editor', place: 'tenant', from: today, to: addDays(today, -1) };
    expect(await textOf(here.administrator.post(pathOf(), fields), 422)).toContain(
      'De laatste dag ligt vóór de eerste dag.',
    );
  });
});

describe('access on the very day', () => {
  test('begins on the first day and ends after the last, in an open session too', async () => {
    const answer = await send(here.administrator, '/beheer/mensen/nieuw', {
      name: 'Nieuwe Leerkrachtvogel',
      email: 'nieuw@proef.example',
    });
    const id = only(answer.headers.get('location')?.split('/').at(-1));
    const place = `school:${here.rotterdam.schools[21]?.id}`;
    const [start, after] = [addDays(today, 1), addDays(today, 2)];
    const fields = { role: 'teacher', place, from: start, to: start };
    expect((await here.administrator.post(`/beheer/mensen/${id}/aanstelling`, fields)).status).toBe(303);
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
    const evening = new Date(instant - 600_000);
    here.at(evening);
    const secret = await openSession(
      here.house.database,
      { tenantId: here.rotterdam.tenantId, personId },
      { way: 'link', secondFactor: true },
    );
    const look = async () =>
      (await here.house.app.request('/mijn', { headers: { cookie: `${sessionCookie}=${secret}` } })).status;
    const before = await look();
    here.at(new Date(instant + 600_000));
    const after = await look();
    here.at(new Date());
    return [before, after];
  }

  test('stops at once for who is suspended, and comes back', async () => {
    const director = only(
      here.rotterdam.appointments.find(
        ({ schoolId, role }) => schoolId === here.rotterdam.schools[22]?.id && role === 'school_director',
      ),
    );
    const visitor = await comeIn(here.house, {
      tenantId: here.rotterdam.tenantId,
      personId: director.personId,
    });
    const path = `/beheer/mensen/${director.personId}`;
    expect((await visitor.get('/mijn')).status).toBe(200);
    expect((await send(here.administrator, path, {}, `${path}/toegang`)).status).toBe(303);
    expect((await visitor.get('/mijn')).status).toBe(303);
    expect((await visitor.api('GET', '/schools')).status).toBe(401);
    expect((await send(here.administrator, path, {}, `${path}/toegang`)).status).toBe(303);
    expect((await visitor.get('/mijn')).status).toBe(200);
  });
});

describe('my own page', () => {
  test('shows today and what is coming, and ends an open session', async () => {
    const person = { tenantId: here.rotterdam.tenantId, personId: here.teacher.person.personId };
    const [first, second] = [await comeIn(here.house, person), await comeIn(here.house, person)];
    const page = await textOf(first.get('/mijn'));
    expect(page).toContain('Deze sessie');
    const others = page.split('<tr').filter((row) => !row.includes('Deze sessie'));
    const ends = [...others.join('').matchAll(/action="(\/mijn\/sessies\/[^"]+)"/g)].map(([, path]) =>
      only(path),
    );
    expect(ends.length).toBeGreaterThanOrEqual(2);
    expect((await here.stranger.post(only(ends[0]), {})).status).toBe(404);
    for (const path of ends) await first.post(path, {});
    expect((await second.get('/mijn')).status).toBe(303);
    expect((await first.get('/mijn')).status).toBe(200);
  });
});
