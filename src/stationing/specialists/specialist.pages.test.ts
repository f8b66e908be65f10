/** Specialists, their contracts and the list of expertise through the real pages and the API. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCast, anAppointment, type Cast, openStage, type Stage } from '../../../tests/support/factories.ts';
import { comeIn, type House, openHouse, type Visitor } from '../../../tests/support/house.ts';
import { send, textOf } from '../../../tests/support/registers.ts';

const now = new Date('2026-03-06T08:00:00Z');
let house: House;
let stage: Stage;
let cast: Cast;
let lead: Visitor;
let specialist: Visitor;
let colleague: Visitor;
let coordinator: Visitor;
let administrator: Visitor;
let own: string;
let api: string;

beforeAll(async () => {
  house = await openHouse({ demo: false, clock: () => now });
  stage = openStage(house.fresh);
  cast = await aCast(stage);
  const { tenantId, school } = cast;
  const come = (personId: string) => comeIn(house, { tenantId, personId });
  lead = await come(await anAppointment(stage, 'team_lead', { tenantId }));
  administrator = await come(await anAppointment(stage, 'administrator', { tenantId }));
  colleague = await come(await anAppointment(stage, 'specialist', { tenantId }));
  specialist = await come(await anAppointment(stage, 'specialist', { tenantId, schoolId: school.id }));
  coordinator = await come(cast.coordinator);
  own = `/inzet/specialisten/${specialist.person.personId}`;
  api = `/specialists/${specialist.person.personId}`;
});
afterAll(async () => {
  await stage.close();
  await house.close();
});

/** The row of an expertise in the form. */
async function rowOf(name: string): Promise<string> {
  const page = await textOf(specialist.get(`${own}/aanpassen`));
  const label = page.indexOf(`>${name}</label>`);
  return /for="(expertise\.\d+)\.level"[^>]*>$/.exec(page.slice(0, label + 1))?.[1] ?? '';
}

describe('a profile', () => {
  test('is filled in by its specialist and read by everybody, also with the school', async () => {
    const sent = { languages: 'Turks, Engels; Turks', [`${await rowOf('Gedrag')}.level`]: '3' };
    expect((await send(specialist, `${own}/aanpassen`, sent)).status).toBe(303);
    const page = await textOf(coordinator.get(own));
    expect(page).toContain('Turks en Engels');
    expect(page).toMatch(/Gedrag<\/bdi> <span[^>]*>expert/);
    expect(page).not.toContain('Contract');
    expect(await textOf(coordinator.get('/inzet/specialisten?expertise=gedrag'))).toContain(
      'Gedrag (expert)',
    );
    expect(await textOf(house.app.request(`/scholen/${cast.school.code}`))).toContain('(Gedrag)');
    const school = await coordinator.api('GET', `/schools/${cast.school.code}`);
    expect((await school.json()).specialists).toMatchObject([
      { id: specialist.person.personId, expertise: ['Gedrag'] },
    ]);
  });

  test('of another is not found by who may not keep it', async () => {
    expect((await colleague.get(`${own}/aanpassen`)).status).toBe(404);
    expect((await colleague.post(`${own}/aanpassen`, { languages: 'Frans' })).status).toBe(404);
    expect((await coordinator.get(`${own}/aanpassen`)).status).toBe(403);
    expect((await coordinator.get(`/inzet/specialisten/${cast.author}`)).status).toBe(404);
    expect((await coordinator.get('/inzet/specialisten/x')).status).toBe(404);
  });

  test('changes by the API on the version that was seen', async () => {
    const seen = await lead.api('GET', api);
    const version = seen.headers.get('etag') ?? '';
    const change = { languages: ['Pools'], expertise: [{ code: 'rekenen', level: 2 }] };
    expect((await lead.api('POST', api, change)).status).toBe(428);
    const done = await lead.api('POST', api, change, { 'If-Match': version });
    expect([done.status, await done.json()]).toMatchObject([
      200,
      { languages: ['Pools'], expertise: [{ name: 'Rekenen' }] },
    ]);
    expect((await lead.api('POST', api, change, { 'If-Match': version })).status).toBe(412);
    expect((await colleague.api('POST', api, change, { 'If-Match': version })).status).toBe(403);
    const wrong = await lead.api(
      'POST',
      api,
      { expertise: [{ code: 'toveren', level: 1 }] },
      { 'If-Match': '"2"' },
    );
    expect(wrong.status).toBe(400);
    const again = { personId: specialist.person.personId };
    expect((await lead.api('POST', '/specialists', again)).status).toBe(409);
    expect((await lead.api('POST', '/specialists', { personId: colleague.person.personId })).status).toBe(
      201,
    );
  });
});

describe('a contract', () => {
  test('is written with commas as people do, and changed', async () => {
    const fields = { from: '2026-01-01', fte: '0,8', dagdelen: '6,5' };
    expect((await send(administrator, `${own}/contract`, fields)).status).toBe(303);
    expect(await textOf(specialist.get(own))).toContain('6,5 dagdelen per week');
    const page = await textOf(lead.get(own));
    const row = /\/contract\/([\da-f-]{36})/.exec(page)?.[1] ?? '';
    expect(
      (await send(lead, `${own}/contract/${row}`, { ...fields, dagdelen: '8', to: '2026-12-31' })).status,
    ).toBe(303);
    expect(await textOf(specialist.get(own))).toContain('8 dagdelen per week');
    expect((await lead.get(`${own}/contract/${cast.author}`)).status).toBe(404);
  });

  test('in the days of another is refused at its field, by the API with 409', async () => {
    const fields = { from: '2026-06-01', fte: '1', dagdelen: '10' };
    expect(await textOf(send(lead, `${own}/contract`, fields), 422)).toContain('geldt al een contract');
    const contract = { from: '2026-06-01', fte: 1, dagdelen: 10 };
    expect((await lead.api('POST', `${api}/contracts`, contract)).status).toBe(409);
    expect((await lead.api('POST', `${api}/contracts`, { ...contract, from: '2027-01-01' })).status).toBe(
      201,
    );
    expect((await specialist.api('POST', `${api}/contracts`, contract)).status).toBe(403);
  });

  test('asks for numbers that can be', async () => {
    const page = await textOf(send(lead, `${own}/contract`, { from: '', fte: '2', dagdelen: '6,3' }), 422);
    expect(page).toContain('Er zijn 3 fouten gevonden');
  });
});

test('an absence is written by the API, changed and taken away on its page', async () => {
  const added = await specialist.api('POST', `${api}/absences`, { from: '2026-03-09', to: '2026-03-13' });
  const [absence] = (await added.json()).absences;
  const path = `${own}/afwezig/${absence.id}`;
  expect((await send(specialist, path, { from: '2026-03-06', to: '2026-03-10' })).status).toBe(303);
  expect(await textOf(lead.get('/inzet/specialisten'))).toContain('afwezig tot en met 10 maart 2026');
  expect(await textOf(coordinator.get('/inzet/specialisten'))).not.toContain('afwezig tot');
  expect((await colleague.get(path)).status).toBe(404);
  expect((await send(specialist, path, {}, `${path}/verwijderen`)).status).toBe(303);
  expect(await textOf(lead.get('/inzet/specialisten'))).not.toContain('afwezig tot');
});

test('the administrator adds an expertise once, and ends it: then nobody chooses it any more', async () => {
  const path = '/beheer/expertise/nieuw';
  const added = await send(administrator, path, { name: 'Muziek en ritme', position: '3' });
  expect(added.status).toBe(303);
  expect(await textOf(send(administrator, path, { name: 'muziek en RITME' }), 422)).toContain(
    'staat al in de lijst',
  );
  expect(await textOf(specialist.get(`${own}/aanpassen`))).toContain('Muziek en ritme');
  const row = added.headers.get('location') ?? '';
  const ended = { name: 'Muziek en ritme', position: '3', endedOn: '2026-03-06' };
  expect((await send(administrator, row, ended)).status).toBe(303);
  expect(await textOf(specialist.get(`${own}/aanpassen`))).not.toContain('Muziek en ritme');
  expect(await textOf(send(administrator, path, { name: '?' }), 422)).toContain('ten minste twee letters');
});
