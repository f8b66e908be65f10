import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comeIn, peopleWith } from '../../../tests/support/house.ts';
import { only, openRegisters, type RegisterHouse, send, textOf } from '../../../tests/support/registers.ts';
import { special } from '../../demo/index.ts';
import { sql } from '../../platform/database.ts';

let here: RegisterHouse;

beforeAll(async () => {
  here = await openRegisters();
});

afterAll(() => here.house.close());

const anonymous = (path: string) => here.house.app.request(path);

describe('what a visitor sees', () => {
  test('every school of both partnerships, with the name of the partnership, and a filter', async () => {
    const page = await textOf(anonymous('/scholen?zoek=brug'));
    expect(page).toContain('De Waterjufferbrug');
    expect(page).toContain('De Turfstekersbrug');
    expect(page).toContain('De Peelrand (demonstratie)');
    const filtered = await textOf(anonymous('/scholen?zoek=brug&swv=oss-uden'));
    expect(filtered).toContain('De Turfstekersbrug');
    expect(filtered).not.toContain('De Waterjufferbrug');
    expect(await textOf(anonymous('/scholen?swv=bestaat-niet'))).toContain('Geen school gevonden');
  });

  test('the list goes on where the page ended and shows each school once', async () => {
    const names = new Set<string>();
    let path: string | undefined = '/scholen';
    for (let pages = 0; path !== undefined && pages < 10; pages += 1) {
      const page: string = await textOf(anonymous(path));
      for (const [, code] of page.matchAll(/href="\/scholen\/(\w{6})"/g)) names.add(only(code));
      path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(names.size).toBe(52);
  });

  test('a bookmark that is none of ours is not found', async () => {
    expect((await anonymous('/scholen?na=zomaar')).status).toBe(404);
  });

  test('of people only who can be asked: the contact person with e-mail, the specialist by name', async () => {
    const school = only(here.rotterdam.schools[0]);
    const page = await textOf(anonymous(`/scholen/${school.code}`));
    const at = (role: string) =>
      here.rotterdam.appointments
        .filter((one) => one.schoolId === school.id && one.role === role)
        .map((one) => only(here.rotterdam.people.find(({ id }) => id === one.personId)));
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
    expect(await textOf(anonymous('/scholen/99PA00'))).toContain('trajectbegeleider');
  });

  test('an unknown school is not found, however the code is written', async () => {
    for (const code of ['00XX00', 'zomaar', '%00', 'a'.repeat(500)]) {
      expect((await anonymous(`/scholen/${code}`)).status, code).toBe(404);
    }
    expect((await anonymous('/scholen/99ma00')).status).toBe(200);
  });

  test('who works there only for people of the same partnership', async () => {
    const director = only(
      here.rotterdam.appointments.find(
        ({ schoolId, role }) => schoolId === here.rotterdam.schools[0]?.id && role === 'school_director',
      ),
    );
    const { name } = only(here.rotterdam.people.find(({ id }) => id === director.personId));
    expect(await textOf(here.teacher.get('/scholen/99MA00'))).toContain(name);
    expect(await textOf(here.stranger.get('/scholen/99MA00'))).not.toContain(name);
  });
});

describe('what news a school has', () => {
  test('is what everybody may read of the whole partnership, its area and its board; nothing else', async () => {
    const { areas, boards, schools } = here.rotterdam;
    const nth = 1;
    const school = only(schools[nth]);
    const own = {
      area: areas.find(({ id }) => id === school.areaId),
      board: boards.find(({ id }) => id === school.boardId),
    };
    const elsewhere = only(areas.find(({ id }) => id !== school.areaId)).code;
    const otherBoard = only(boards.find(({ id }) => id !== school.boardId)).code;
    const editor = await comeIn(here.house, only((await peopleWith(here.house, 'editor'))[0]));
    const write = async (title: string, fields: object) => {
      const answer = await editor.api('POST', '/posts', { title, body: 'Tekst.', publish: true, ...fields });
      expect(answer.status, await answer.clone().text()).toBe(201);
      return ((await answer.json()) as { readonly id: string }).id;
    };
    const shown = async () => {
      const page = await textOf(anonymous(`/scholen/${school.code}`));
      return [...page.matchAll(/href="\/nieuws\/[^"]+"[^>]*><bdi>([^<]+)/g)].map(([, title]) => title);
    };
    expect(await shown()).toEqual([]);
    await write('Concept', { audiences: ['public'], publish: false });
    await write('Voor scholen', { audiences: ['schools'] });
    await write('Ander gebied', { audiences: ['public'], areas: [elsewhere] });
    await write('Ander bestuur', { audiences: ['parents'], boards: [otherBoard] });
    expect(await shown()).toEqual([]);
    const first = await write('Van iedereen', { audiences: ['public'] });
    await write('Van ouders in dit gebied', { audiences: ['parents'], areas: [only(own.area).code] });
    await write('Van dit bestuur', { audiences: ['public'], boards: [only(own.board).code] });
    await write('Van gebied of bestuur', {
      audiences: ['public'],
      areas: [elsewhere],
      boards: [only(own.board).code],
    });
    expect(await shown()).toEqual(['Van gebied of bestuur', 'Van dit bestuur', 'Van ouders in dit gebied']);
    here.at(new Date(Date.now() + 60_000));
    const updated = await editor.api('POST', `/posts/${first}/updates`, {
      reason: 'Nieuw',
      body: 'Er is meer.',
    });
    expect(updated.status, await updated.clone().text()).toBe(201);
    expect((await shown())[0]).toBe('Van iedereen');
    expect(await textOf(here.teacher.get(`/scholen/${school.code}`))).toContain('Van iedereen');
  });
});

describe('how a question is asked', () => {
  const words = 'Bel de school.\nVraag naar <b>Jip</b>.';

  test('stands there in the own words of the partnership, which are never markup; else in ours', async () => {
    const asked = async (code: string) => textOf(anonymous(`/scholen/${code}`));
    expect(await asked('99MA00')).toContain('Praat eerst met de leerkracht');
    const own = '/beheer/samenwerkingsverband';
    const fields = { name: here.rotterdam.name, holidayRegion: 'midden', ...ownWords };
    expect((await send(here.administrator, own, { ...fields, howToAsk: words })).status).toBe(303);
    const page = await asked('99MA00');
    expect(page).not.toContain('Praat eerst met de leerkracht');
    expect(page).toContain('Bel de school.\nVraag naar &lt;b>Jip');
    expect(await asked('99PA00')).toContain('Praat eerst met de leerkracht');
    expect(await textOf(here.administrator.get(own))).toContain('Bel de school.');
    expect((await send(here.administrator, own, { ...fields, howToAsk: 'x'.repeat(1_001) })).status).toBe(
      422,
    );
    expect((await send(here.administrator, own, { ...fields, howToAsk: '' })).status).toBe(303);
    expect(await asked('99MA00')).toContain('Praat eerst met de leerkracht');
  });
});

const ownWords = {
  contact_person: 'contactpersoon',
  specialist: 'specialist',
  area: 'wijk',
  committee: 'commissie',
};

describe('two partnerships with the same school', () => {
  test('a visitor chooses, a member gets the own one', async () => {
    for (const { tenantId } of [here.rotterdam, here.oss]) {
      await here.house.operator.write({ operatorFor: tenantId }, (tx) =>
        tx.run(
          sql`insert into school (tenant_id, id, code, name) values (${tenantId}, gen_random_uuid(), '99ZZ00', 'De Grenspaal')`,
        ),
      );
    }
    const page = await textOf(anonymous('/scholen/99ZZ00'));
    expect(page).toContain('Welke school bedoelt u?');
    expect(await textOf(anonymous('/scholen/99ZZ00?swv=oss-uden'))).toContain('De Peelrand (demonstratie)');
    expect(await textOf(here.stranger.get('/scholen/99ZZ00'))).toContain('De Peelrand (demonstratie)');
  });
});

test('the special schools of the demonstration show as such', async () => {
  expect(await textOf(anonymous(`/scholen/${here.rotterdam.schools[special.noBoard]?.code}`))).toContain(
    'niet bekend',
  );
});

test('a visitor on the address of a partnership sees its schools alone', async () => {
  const own = 'http://zorg.maasbrug.example';
  const fields = { hostName: 'Zorg.Maasbrug.Example', name: here.rotterdam.name, holidayRegion: 'midden' };
  const saved = await send(here.administrator, '/beheer/samenwerkingsverband', { ...fields, ...ownWords });
  expect(saved.status).toBe(303);
  const page = await textOf(anonymous(`${own}/scholen?zoek=brug`));
  expect(page).toContain(`Scholen van ${here.rotterdam.name}`);
  expect(page).toContain('De Waterjufferbrug');
  expect(page).not.toContain('De Turfstekersbrug');
  expect(await textOf(anonymous(`${own}/scholen/99ZZ00`))).not.toContain('Welke school bedoelt u?');
});
