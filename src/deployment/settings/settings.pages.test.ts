/** What the team lead and the administrator set for plans, and that nobody else comes there. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import { comeIn } from '../../../tests/support/house.ts';
import { hidden, openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { sql } from '../../platform/database.ts';
import { findPlanFacts } from '../plans/facts.store.ts';
import { getPlanningSettings, getWeights } from './planning.store.ts';

let site: Pages;
let lead: string;
let administrator: string;
let specialist: string;
const home = '/inzet/instellingen';

beforeAll(async () => {
  site = await openPages();
  lead = site.cast.teamLead;
  const { tenantId } = site.cast;
  administrator = await anAppointment(site.stage, 'administrator', { tenantId });
  specialist = await anAppointment(site.stage, 'specialist', { tenantId });
  await site.stage.database.write({ operatorFor: tenantId }, (tx) =>
    tx.run(sql`update school set latitude = 51.92, longitude = 4.48 where id = ${site.cast.school.id}`),
  );
  await site.stage.database.write({ tenantId, personId: administrator }, (tx) =>
    tx.run(sql`insert into expertise (tenant_id, code, name) values (${tenantId}, 'rust', 'Rust en regels')`),
  );
});
afterAll(() => site.close());
auditsEveryDeed(() => site.house.fresh);

/** Sends the form of a page on the version that stands there. */
const fill = async (who: string, path: string, fields: Readonly<Record<string, string>>) =>
  site.send(who, path, { ...fields, _version: hidden(await site.see(who, path), '_version') });
const facts = () =>
  site.stage.database.read({ tenantId: site.cast.tenantId, personId: lead }, (reader) =>
    findPlanFacts(reader, { tenantId: site.cast.tenantId, startsOn: '2026-03-09', weeks: 20 }, null),
  );

test('an ambition and what is expected for it come into the facts of a plan', async () => {
  const ambition = { name: 'Rust in de klas', weight: '7', from: '2026-01-01', to: '' };
  const added = await site.send(lead, `${home}/ambities/nieuw`, ambition);
  expect(added.status).toBe(303);
  const id = added.to?.split('/').at(-1) ?? '';
  const again = await site.send(lead, `${home}/ambities/nieuw`, ambition);
  expect([again.status, again.html.includes('Deze ambitie staat al in de lijst.')]).toEqual([422, true]);
  const need = {
    ...{ school: site.cast.school.id, expertise: 'rust', leastLevel: '2', dagdelen: '7,5', ambition: id },
    ...{ from: '2026-03-09', to: '2026-07-26' },
  };
  const expected = await site.send(administrator, `${home}/verwacht/nieuw`, need);
  expect(expected.status).toBe(303);
  expect((await facts()).demands).toMatchObject([
    { kind: 'expected', leastLevel: 2, halves: 15, ambitionId: id, ambitionWeight: 7 },
  ]);
  const list = await site.see(lead, `${home}/verwacht?zoek=rust+en`);
  expect(list.html).toContain('Rust en regels');
  expect((await site.see(lead, `${home}/verwacht?zoek=rekenen`)).html).toContain('Niets gevonden');
  const held = expected.to ?? '';
  const refused = await fill(lead, held, { ...need, dagdelen: '0,4', to: '2026-03-01' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('in stappen van 0,5');
  const gone = await site.send(lead, `${held}/verwijderen`, {
    _version: hidden(await site.see(lead, held), '_version'),
  });
  expect([gone.status, gone.to]).toEqual([303, `${home}/verwacht`]);
  expect((await facts()).demands).toEqual([]);
});

test('hard rules begin as they come, and who is second sees what stands there now', async () => {
  const path = `${home}/regels`;
  const rules = {
    ...{ weeks: '18', mostPlaces: '3', leastBlock: '1.5', mostBlock: '4', wholeBlocks: 'false' },
    ...{
      mostTravel: '30',
      detour: '1,25',
      speed: '40',
      travelStart: '5',
      fairShare: '70',
      dagdeelHours: '3,5',
    },
  };
  const page = await site.see(lead, path);
  expect(page.html).toContain('value="1,3"');
  expect(await site.send(lead, path, { ...rules, _version: hidden(page, '_version') })).toMatchObject({
    status: 303,
    to: path,
  });
  expect((await facts()).settings).toEqual({
    ...{ mostPlaces: 3, leastBlock: 3, mostBlock: 8, wholeBlocks: false },
    ...{ mostTravel: 30, detour: 1.25, speed: 40, travelStart: 5, fairShare: 70 },
  });
  const second = await site.send(administrator, path, {
    ...rules,
    weeks: '10',
    _version: hidden(page, '_version'),
  });
  expect([second.status, second.html.includes('Weken van een plan: 18')]).toEqual([412, true]);
  const wrong = await fill(administrator, path, { ...rules, mostBlock: '1' });
  expect([wrong.status, wrong.html.includes('niet minder dan het minste')]).toEqual([422, true]);
});

test('a weight has the partnership’s own name and number, or is as it comes', async () => {
  const path = `${home}/gewichten`;
  expect((await site.see(lead, path)).html).toContain('Standaard 0,02.');
  const saved = await fill(lead, path, {
    travel_weight: '0,5',
    continuity_name: 'Een vast gezicht',
    fit_weight: '4',
  });
  expect(saved.status).toBe(303);
  const own = () =>
    site.stage.database.read({ tenantId: site.cast.tenantId, personId: specialist }, (reader) =>
      getWeights(reader, site.cast.tenantId),
    );
  expect((await own()).weights).toEqual([
    { code: 'continuity', name: 'Een vast gezicht', weight: 12 },
    { code: 'travel', name: 'Reistijd', weight: 0.5 },
  ]);
  const stale = await site.send(lead, `${path}/standaard`, { _version: '1' });
  expect(stale.flash).toContain('Iemand anders');
  const { version } = await own();
  expect((await site.send(lead, `${path}/standaard`, { _version: `${version}` })).flash).toContain(
    'weer standaard',
  );
  expect((await own()).weights).toEqual([]);
});

test('a base stands at a school or at coordinates, and a specialist sets out from it', async () => {
  const path = `${home}/vertrekpunten/nieuw`;
  const bare = { name: 'Kantoor', code: 'kantoor' };
  const nowhere = await site.send(lead, path, bare);
  expect([nowhere.status, nowhere.html.includes('Kies een school die een plaats heeft')]).toEqual([
    422,
    true,
  ]);
  const added = await site.send(lead, path, { ...bare, school: site.cast.school.id });
  expect(added.status).toBe(303);
  const taken = await site.send(lead, path, { ...bare, latitude: '51,9', longitude: '4,4' });
  expect(taken.html).toContain('Er is al een vertrekpunt met deze code.');
  const base = added.to?.split('/').at(-1) ?? '';
  expect((await facts()).bases).toEqual([{ id: base, latitude: 51.92, longitude: 4.48 }]);
  const own = `/inzet/specialisten/${specialist}`;
  expect((await site.see(lead, own)).html).toContain(`${own}/planning`);
  const form = { base, mostPlaces: '2' };
  expect((await fill(lead, `${own}/planning`, form)).to).toBe(own);
  expect((await facts()).specialists).toMatchObject([{ id: specialist, baseId: base, mostPlaces: 2 }]);
  const second = await site.send(administrator, `${own}/planning`, {
    ...form,
    mostPlaces: '4',
    _version: '0',
  });
  expect(second.status).toBe(412);
  expect((await site.send(lead, `/inzet/specialisten/${site.cast.author}/planning`, form)).status).toBe(404);
});

test('a list of travel times is taken whole, or not at all', async () => {
  const path = `${home}/reistijden/importeren`;
  const visitor = await comeIn(site.house, { tenantId: site.cast.tenantId, personId: lead });
  const preview = async (content: string) => {
    const body = new FormData();
    body.set('_csrf', visitor.csrf);
    body.set('file', new File([content], 'lijst.csv'));
    const headers = { cookie: visitor.cookie, 'sec-fetch-site': 'same-origin' };
    return (await site.house.app.request(path, { method: 'POST', headers, body })).text();
  };
  const perform = (content: string) =>
    site.send(lead, `${path}/uitvoeren`, { packed: gzipSync(content).toString('base64'), complete: 'false' });
  const good = `vertrekpunt;schoolcode;minuten\nkantoor;${site.cast.school.code};25\n`;
  const bad = `${good}kantoor;99ZZ99;10\n`;
  const shown = await preview(bad);
  expect(shown).toContain('Er is geen school met de code “99ZZ99”.');
  expect(shown).not.toContain('Voer uit');
  expect((await perform(bad)).html).toContain('Er is niets veranderd');
  expect((await facts()).travel).toEqual([]);
  expect(await preview(good)).toContain('Voer uit');
  expect((await perform(good)).flash).toBe('Klaar: 1 toegevoegd, 0 gewijzigd.');
  expect((await facts()).travel).toMatchObject([{ schoolId: site.cast.school.id, minutes: 25 }]);
  expect((await perform(good.replace(';25', ';30'))).flash).toBe('Klaar: 0 toegevoegd, 1 gewijzigd.');
  const file = await site.see(lead, `${home}/reistijden/lijst.csv`);
  expect(file.html).toContain(`kantoor;${site.cast.school.code};30`);
  expect((await site.send(lead, `${home}/reistijden/wissen`, {})).status).toBe(303);
  expect((await facts()).travel).toEqual([]);
});

test('a list of expected questions is taken whole; the same row again changes what is there', async () => {
  const perform = (content: string) =>
    site.send(lead, `${home}/verwacht/importeren/uitvoeren`, {
      packed: gzipSync(content).toString('base64'),
      complete: 'false',
    });
  const row = (dagdelen: string, code = site.cast.school.code) =>
    `${code};Rust en regels;${dagdelen};09-03-2026;26-07-2026;Rust in de klas\n`;
  const header = 'schoolcode;expertise;dagdelen;van;tot_en_met;ambitie\n';
  expect((await perform(`${header}${row('4')}${row('2', '99ZZ99')}`)).html).toContain(
    'Er is niets veranderd',
  );
  expect((await facts()).demands).toEqual([]);
  expect((await perform(header + row('4'))).flash).toBe('Klaar: 1 toegevoegd, 0 gewijzigd.');
  expect((await perform(header + row('5,5'))).flash).toBe('Klaar: 0 toegevoegd, 1 gewijzigd.');
  expect((await facts()).demands).toMatchObject([{ halves: 11, ambitionWeight: 7 }]);
});

test('nobody else comes here; what a partnership never set is as it comes', async () => {
  const parts = ['', '/ambities', '/verwacht', '/gewichten', '/regels', '/vertrekpunten', '/reistijden'];
  for (const part of parts) {
    expect((await site.see(administrator, `${home}${part}`)).status).toBe(200);
    for (const who of [specialist, site.cast.director, site.cast.author])
      expect((await site.see(who, `${home}${part}`)).status).toBe(403);
  }
  const foreign = await site.stage.database.read({ tenantId: site.cast.tenantId, personId: lead }, (reader) =>
    getPlanningSettings(reader, '01a90000-0000-7000-8000-000000000001'),
  );
  expect(foreign).toEqual({
    ...{ version: 0, weeks: 20, mostPlaces: 5, leastBlock: 0.5, mostBlock: 5, wholeBlocks: false },
    ...{ mostTravel: 45, detour: 1.3, speed: 22, travelStart: 6, fairShare: 60, dagdeelHours: 4 },
  });
});
