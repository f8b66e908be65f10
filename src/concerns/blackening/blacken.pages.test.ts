/** Blackening by the website and the API, and what is left of a faded concern. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aCast,
  aConcernIn,
  anAppointment,
  type Cast,
  openStage,
  type Stage,
} from '../../../tests/support/factories.ts';
import { comeIn, type House, openHouse, type Visitor } from '../../../tests/support/house.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { sql } from '../../platform/database.ts';
import { eraseAfterRestore } from '../fading/fading.jobs.ts';

let house: House;
let stage: Stage;
let cast: Cast;
let author: Visitor;
let director: Visitor;
let officer: Visitor;

const start = () => new Date(Date.now() - 40 * 3_600_000).toISOString();
beforeAll(async () => {
  house = await openHouse({ demo: false });
  stage = openStage(house.fresh, start());
  cast = await aCast(stage);
  const { tenantId } = cast;
  const privacyOfficer = await anAppointment(stage, 'privacy_officer', { tenantId });
  author = await comeIn(house, { personId: cast.author, tenantId });
  director = await comeIn(house, { personId: cast.director, tenantId });
  officer = await comeIn(house, { personId: privacyOfficer, tenantId });
});
afterAll(async () => {
  await stage.close();
  await house.close();
});
auditsEveryDeed(() => house.fresh);

interface Shown {
  readonly number: string;
  readonly version: number;
  readonly observation: string;
}
const shown = async (id: string): Promise<Shown> => (await director.api('GET', `/concerns/${id}`)).json();
async function aShared(): Promise<string> {
  stage.at(start());
  return aConcernIn(stage, cast, 'with_director');
}

describe('the page of the writer', () => {
  test('takes typed words away and says on the timeline that it happened', async () => {
    const id = await aShared();
    const form = await (await author.get(`/zorgen/${id}/weglakken`)).text();
    expect(form.match(/<h1/g)).toHaveLength(1);
    expect(form).toContain('value="v0.observation"');
    const sent = await author.post(`/zorgen/${id}/weglakken`, {
      place: 'v0.observation',
      words: 'vaste leerkracht\ngroepen',
      reason: 'name',
    });
    expect(sent.status).toBe(303);
    const page = await (await director.get(`/zorgen/${id}`)).text();
    expect(page).toContain('Drie █████ hadden deze maand geen █████.');
    expect(page).toContain('lakte woorden weg: een naam');
    expect(page).not.toContain('vaste leerkracht');
  });

  test('comes back with what was typed when words are not there or nothing was chosen', async () => {
    const id = await aShared();
    const address = `/zorgen/${id}/weglakken`;
    const missing = await author.post(address, { place: 'v0.observation', words: 'zwembad', reason: 'name' });
    expect(missing.status).toBe(422);
    expect(await missing.text()).toMatch(/niet precies zo in de tekst: zwembad[\s\S]*>\s*zwembad</);
    expect((await author.post(address, { place: 'v0.observation', reason: 'name' })).status).toBe(422);
    expect((await author.post(address, { place: 'v0.observation', words: 'Drie' })).status).toBe(422);
    expect((await author.post(address, { place: 'v9.text', words: 'Drie', reason: 'name' })).status).toBe(
      422,
    );
    expect((await shown(id)).observation).toContain('Drie groepen');
  });

  test('is not there for who wrote nothing', async () => {
    const id = await aShared();
    expect((await director.get(`/zorgen/${id}/weglakken`)).status).toBe(404);
    expect((await director.get(`/zorgen/${id}`)).status).toBe(200);
    expect(await (await director.get(`/zorgen/${id}`)).text()).not.toContain(`/zorgen/${id}/weglakken`);
  });
});

describe('the API', () => {
  const request = { entryVersion: null, field: 'observation', words: ['Drie'], reason: 'child' };
  test('asks for the version, refuses a stale one and gives the next', async () => {
    const id = await aShared();
    const { version } = await shown(id);
    const send = (headers = {}) => author.api('POST', `/concerns/${id}/blacken`, request, headers);
    expect((await send()).status).toBe(428);
    expect((await send({ 'if-match': `"${version - 1}"` })).status).toBe(412);
    const done = await send({ 'if-match': `"${version}"` });
    expect(done.status).toBe(200);
    expect(done.headers.get('etag')).toBe(`"${version + 1}"`);
    expect((await shown(id)).observation).toBe('█████ groepen hadden deze maand geen vaste leerkracht.');
  });

  test('lets nobody at the words of another, and tells an outsider nothing', async () => {
    const id = await aShared();
    const { version } = await shown(id);
    const headers = { 'if-match': `"${version}"` };
    expect((await director.api('POST', `/concerns/${id}/blacken`, request, headers)).status).toBe(403);
    const outsider = await aCast(stage, cast.tenantId);
    const stranger = await comeIn(house, { personId: outsider.director, tenantId: cast.tenantId });
    expect((await stranger.api('POST', `/concerns/${id}/blacken`, request, headers)).status).toBe(404);
  });

  test('lets the privacy officer take a whole text, and answers without a word of it', async () => {
    const id = await aShared();
    const { number, version } = await shown(id);
    const body = { concernNumber: number, entryVersion: null, field: 'observation', reason: 'name' };
    const done = await officer.api('POST', '/blackenings', body);
    expect(await done.json()).toEqual({ id, version: version + 1 });
    expect((await officer.api('GET', `/concerns/${id}`)).status).toBe(403);
    expect((await author.api('POST', '/blackenings', body)).status).toBe(403);
  });
});

describe('the page of the privacy officer', () => {
  test('finds nothing under a number that cannot exist, also in a form that comes back', async () => {
    for (const number of ['ABCDEF', 'A\0B', '\ud800', 'x'.repeat(50)]) {
      const back = await officer.post('/zorgen/weglakken', {
        number,
        place: 'v0.observation',
        reason: 'none',
      });
      expect([number, back.status]).toEqual([number, 422]);
      expect(await back.text()).toContain('Er is geen gedeelde zorg met dit nummer');
    }
  });

  test('points at texts without showing them', async () => {
    const id = await aShared();
    const { number } = await shown(id);
    const page = await (await officer.get(`/zorgen/weglakken?nummer=${number.toLowerCase()}`)).text();
    expect(page).toContain('value="v0.observation"');
    expect(page).not.toContain('Drie groepen');
    const sent = await officer.post('/zorgen/weglakken', {
      number,
      place: 'v0.observation',
      reason: 'contact',
    });
    expect(sent.status).toBe(303);
    expect(await (await director.get(`/zorgen/${id}`)).text()).toContain('functionaris gegevensbescherming');
    expect((await author.get('/zorgen/weglakken')).status).not.toBe(200);
  });

  test('writes down that the officer looked, and nothing when there was nothing to look at', async () => {
    const id = await aShared();
    const looked = () =>
      house.database.read(officer.person, (reader) =>
        reader.rows(sql`select person_id as by, subject_id as about, via from audit where action = 'look_up_texts'
          and at > now() - interval '1 minute' and subject_id in (${id}, ${cast.tenantId})`),
      );
    await officer.get('/zorgen/weglakken');
    await officer.get('/zorgen/weglakken?nummer=BESTAATNIET');
    expect(await looked()).toEqual([]);
    await officer.get(`/zorgen/weglakken?nummer=${(await shown(id)).number}`);
    expect(await looked()).toEqual([{ by: officer.person.personId, about: id, via: 'page' }]);
  });
});

describe('a faded concern', () => {
  test('has a page that says what stayed and why, stands in its own list and nowhere else', async () => {
    stage.at('2024-03-04T08:00:00Z');
    const early = { tenantId: cast.tenantId, schoolId: cast.school.id, from: '2024-01-01', to: '2025-08-01' };
    const { author: personId } = cast;
    await anAppointment(stage, 'contact_person', { ...early, personId });
    await anAppointment(stage, 'school_director', { ...early, personId: cast.director });
    const id = await aConcernIn(stage, cast, 'resolved');
    expect(await (await director.get('/zorgen')).text()).toContain(id);
    stage.at(new Date().toISOString());
    await eraseAfterRestore(stage.database);
    expect(await (await director.get('/zorgen')).text()).not.toContain(id);
    expect(await (await director.get('/zorgen/vervaagd')).text()).toContain(id);
    const page = await (await director.get(`/zorgen/${id}`)).text();
    expect(page).toContain('Deze zorg is vervaagd');
    expect(page).toContain('Rust in de groep.');
    expect(page).not.toContain('Drie groepen');
    for (const door of ['reageren', 'wie-weet-dit', 'weglakken', 'terugkijken'])
      expect((await director.get(`/zorgen/${id}/${door}`)).status, door).toBe(404);
    const list = await (await director.api('GET', '/faded-concerns')).json();
    expect(list.items).toMatchObject([{ id, helped: 'Rust in de groep.', status: 'resolved' }]);
    expect((await director.api('GET', `/concerns/${id}`)).status).toBe(404);
  });
});
