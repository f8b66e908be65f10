import { afterAll, beforeAll, expect, test } from 'vitest';
import { comeIn, type House, openHouse, peopleWith, type Visitor } from '../../tests/support/house.ts';
import { demonstrationRegisters } from '../demo/index.ts';
import { dayOf } from '../platform/pure/dates.ts';
import { loadRegisters, presets } from './index.ts';

const demonstration = demonstrationRegisters(dayOf(Date.now()));
const [rotterdam, oss] = demonstration;
let house: House;
let member: Visitor;

beforeAll(async () => {
  house = await openHouse({ demo: false });
  for (const registers of demonstration) {
    const { tenantId: id, code, name } = registers;
    const tenant = { id, code, name, preset: code, swvNumber: null, demonstration: true, ...presets[code] };
    await loadRegisters(house.operator, tenant, registers);
  }
  const [teacher] = await peopleWith(house, 'teacher');
  if (teacher !== undefined) member = await comeIn(house, teacher);
});

afterAll(() => house.close());

/** All items of a list, read page by page. */
async function everything(
  path: string,
): Promise<readonly { readonly id?: string; readonly code?: string }[]> {
  const items: { readonly id?: string; readonly code?: string }[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const answer = await member.api('GET', `${path}?limit=7${next === '' ? '' : `&after=${next}`}`);
    expect(answer.status).toBe(200);
    const body: { items: typeof items; next: string | null } = await answer.json();
    expect(body.items.length).toBeLessThanOrEqual(7);
    items.push(...body.items);
    next = body.next;
  }
  return items;
}

test('a school says its board, area, address, contact persons and specialists', async () => {
  const school = rotterdam?.schools[0];
  const peopleAs = (role: string) =>
    rotterdam?.appointments
      .filter((one) => one.schoolId === school?.id && one.role === role)
      .map(({ personId, startsOn }) => ({
        person: rotterdam.people.find(({ id }) => id === personId),
        startsOn,
      }))
      .map(({ person, startsOn }) => ({ id: person?.id, name: person?.name, startsOn }));
  const answer = await member.api('GET', '/schools/99MA00');
  expect(await answer.json()).toEqual({
    code: '99MA00',
    name: 'De Waterjufferbrug',
    board: { code: '99101', name: 'Stichting Waterkantscholen' },
    area: { code: 'G1', name: 'Noordoever' },
    address: { street: 'Wilgenkade', houseNumber: '3', postcode: '9901 ZZ', city: 'Maasbrugge' },
    contactPersons: peopleAs('contact_person')?.map(({ id, name }) => ({ id, name })),
    specialists: peopleAs('specialist')?.map(({ id, name, startsOn }) => ({
      ...{ id, name },
      expertise: [],
      from: startsOn,
      to: null,
    })),
  });
});

test('a school without a board says null', async () => {
  const answer = await member.api('GET', '/schools/99MG00');
  expect(await answer.json()).toMatchObject({ board: null });
});

test('what is unknown and what is of another partnership are the same 404', async () => {
  const [unknown, foreign] = [
    await member.api('GET', '/schools/00XX00'),
    await member.api('GET', `/schools/${oss?.schools[0]?.code}`),
  ];
  expect([unknown.status, foreign.status]).toEqual([404, 404]);
  expect(await unknown.text()).toBe(await foreign.text());
  expect((await member.api('GET', '/school-days?school=99PA00&from=2026-11-20&days=1')).status).toBe(404);
});

test('without a token every address asks for one', async () => {
  for (const path of ['schools', 'schools/99MA00', 'boards', 'areas', 'people', 'appointments', 'holidays']) {
    expect((await house.app.request(`/api/v1/${path}`)).status, path).toBe(401);
  }
});

test('every list goes through all of the own partnership, each item once, and nothing of another', async () => {
  const lists = [
    ['/schools', rotterdam?.schools.length],
    ['/boards', rotterdam?.boards.length],
    ['/areas', rotterdam?.areas.length],
    ['/people', rotterdam?.people.length],
    ['/appointments', rotterdam?.appointments.length],
    ['/holidays', rotterdam?.holidays.length],
  ] as const;
  for (const [path, total] of lists) {
    const items = await everything(path);
    expect(new Set(items.map((item) => item.id ?? item.code)).size, path).toBe(total);
    expect(items.length, path).toBe(total);
  }
});

test('schools are found by a part of their name, place or code, whatever signs it holds', async () => {
  const names = async (q: string) => {
    const answer = await member.api('GET', `/schools?q=${encodeURIComponent(q)}`);
    const body: { items: readonly { name: string }[] } = await answer.json();
    return body.items.map(({ name }) => name);
  };
  expect(await names('ZILVERMEEUW')).toEqual(['De Zilvermeeuwtoren']);
  expect(await names('99mb00')).toEqual(['Het Loodsenlicht']);
  expect(await names('%')).toEqual([]);
  expect(await names("'; drop table school; --")).toEqual([]);
});

test('a wrong limit or bookmark is bad input', async () => {
  for (const query of ['limit=0', 'limit=1000', 'limit=x', 'after=zomaar', 'q=%00']) {
    expect((await member.api('GET', `/schools?${query}`)).status, query).toBe(400);
  }
  expect((await member.api('GET', '/school-days?school=99MA00&from=2026-02-30&days=1')).status).toBe(400);
});
