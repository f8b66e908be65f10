/** An ondersteuningsplan is written, discussed, consented to and adopted; its ambitions are worked at, read, and changed with a reason. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfPage } from '../../../tests/support/files.ts';
import { comeIn } from '../../../tests/support/house.ts';
import { hidden, openPages, type Pages, type Seen } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { findPublicPlan } from './support-plan.store.ts';

let site: Pages;
const home = '/ondersteuningsplan';
let plan = '';
let priority = '';
let ambition = '';

beforeAll(async () => {
  site = await openPages();
});
afterAll(() => site.close());
auditsEveryDeed(() => site.house.fresh);

const text = ({ html }: Seen) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const see = (who: string, path: string) => site.see(who, path);
/** Sends a form on the version that stands on a page. */
const fill = async (who: string, path: string, fields: Readonly<Record<string, string>>, page = path) =>
  site.send(who, path, { ...fields, _version: hidden(await see(who, page), '_version') });

async function upload(who: string, path: string, bytes: Uint8Array) {
  const visitor = await comeIn(site.house, { tenantId: site.cast.tenantId, personId: who });
  const body = new FormData();
  for (const [field, value] of Object.entries({ _csrf: visitor.csrf, kind: 'plan' }))
    body.append(field, value);
  body.set('file', new File([new Uint8Array(bytes)], 'Plan 2025.pdf'));
  const headers = { cookie: visitor.cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await site.house.app.request(path, { method: 'POST', headers, body });
  return { status: answer.status, html: await answer.text() };
}

const words = { name: 'Rust in de klas', page: '14', text: 'Rust.' };
const measured = {
  ...{ indicator: 'Scholen met afspraken', unit: 'scholen', startValue: '12', targetValue: '40' },
  targetOn: '2027-07-31',
};

test('a draft is its writers’, and says all that lacks before it is adopted', async () => {
  const { teamLead, director, partnershipDirector } = site.cast;
  expect(text(await see(director, home))).toContain('Er is nog geen vastgesteld plan');
  expect((await see(director, `${home}/nieuw`)).status).toBe(403);
  const long = { name: 'Plan 2025', from: '2025-08-01', to: '2031-07-31', pages: '60' };
  expect((await site.send(teamLead, `${home}/nieuw`, long)).html).toContain('hoogstens vijf jaar');
  plan = (await site.send(teamLead, `${home}/nieuw`, { ...long, to: '2029-07-31' })).to ?? '';
  expect(text(await see(teamLead, plan))).toContain('Zet eerst ten minste één speerpunt');
  const wrong = await site.send(teamLead, `${plan}/speerpunten/nieuw`, { name: 'Dichtbij', page: '61' });
  expect([wrong.status, wrong.html.includes('Deze bladzijde staat niet in het plan')]).toEqual([422, true]);
  await site.send(teamLead, `${plan}/speerpunten/nieuw`, { name: 'Dichtbij', page: '12' });
  priority =
    /\/ondersteuningsplan\/speerpunten\/[0-9a-f-]{36}/.exec((await see(teamLead, plan)).html)?.[0] ?? '';
  expect((await site.send(teamLead, `${priority}/ambities/nieuw`, words)).to).toBe(plan);
  ambition =
    /\/ondersteuningsplan\/ambities\/[0-9a-f-]{36}/.exec((await see(teamLead, plan)).html)?.[0] ?? '';
  // Nobody else notices: not on the page, not in the list of ambitions.
  for (const path of [plan, `${plan}/geschiedenis`, `${plan}/dekking`, ambition])
    expect([path, (await see(director, path)).status]).toEqual([path, 404]);
  // Nothing can be done for a draft: there is nothing to look at, for its writers neither.
  expect((await see(teamLead, `${plan}/dekking`)).status).toBe(404);
  expect((await see(teamLead, plan)).html).not.toContain('/dekking');
  expect(text(await see(director, home))).not.toContain('Plan 2025');
  const api = (who: string) => comeIn(site.house, { tenantId: site.cast.tenantId, personId: who });
  const listed = async (who: string) => (await (await api(who)).api('GET', '/ambitions')).json();
  const covered = `/plans/${plan.split('/').at(-1)}/coverage`;
  expect((await (await api(teamLead)).api('GET', covered)).status).toBe(404);
  expect(await listed(director)).toEqual({ items: [], next: null });
  expect(await listed(teamLead)).toMatchObject({ items: [{ name: words.name, draft: true, page: 14 }] });
  await fill(teamLead, `${plan}/overleg`, { on: '2026-01-12', with: 'Gemeenten A en B' }, plan);
  await fill(partnershipDirector, `${plan}/instemming`, { on: '2026-01-20' }, plan);
  const seen = text(await see(partnershipDirector, plan));
  for (const need of ['Niet elke ambitie is af', 'Voeg eerst het ondersteuningsplan toe'])
    expect(seen).toContain(need);
  // What the council consented to stands: it goes back first, and why stays.
  expect((await see(teamLead, `${ambition}/bewerken`)).status).toBe(404);
  const early = await fill(teamLead, `${plan}/vaststellen`, { on: '2026-02-01' }, plan);
  expect([early.status, text(early).includes('Niet elke ambitie is af')]).toEqual([422, true]);
  const open = { _version: hidden(await see(teamLead, plan), '_version') };
  const back = await fill(teamLead, `${plan}/terug`, { reasons: 'De ambities waren niet af.' }, plan);
  expect(back.flash).toBe('Het plan is weer een concept.');
  // A page that was left open: its form is gone, what was typed is not.
  const typed = { ...open, reasons: 'Een ander deed dit net ook.' };
  const stale = await site.send(partnershipDirector, `${plan}/terug`, typed);
  expect([stale.status, stale.html.includes(typed.reasons)]).toEqual([412, true]);
});

test('a plan is adopted whole and then read by every member, and by everybody in part', async () => {
  const { teamLead, director, partnershipDirector, tenantId } = site.cast;
  const owner = { ownerId: teamLead };
  expect((await fill(teamLead, `${ambition}/bewerken`, { ...words, ...measured, ...owner })).to).toBe(
    ambition,
  );
  expect((await upload(teamLead, `${plan}/document`, new Uint8Array(Buffer.from('tekst')))).html).toContain(
    'Kies een PDF van hoogstens 10 MB',
  );
  const pdf = pdfPage(Buffer.from('BT/F 12 Tf(Plan)Tj ET'));
  expect((await upload(teamLead, `${plan}/document`, pdf)).status).toBe(303);
  const file =
    /\/ondersteuningsplan\/bestand\/[0-9a-f-]{36}/.exec((await see(teamLead, plan)).html)?.[0] ?? '';
  expect((await see(director, file)).status).toBe(404);
  await fill(teamLead, `${plan}/overleg`, { on: '2026-01-12', with: 'Gemeenten A en B' }, plan);
  const order = await fill(teamLead, `${plan}/instemming`, { on: '2026-01-11' }, plan);
  expect([order.status, order.html.includes('Kies een dag vanaf de dag van de stap hiervoor')]).toEqual([
    422,
    true,
  ]);
  await fill(teamLead, `${plan}/instemming`, { on: '2026-01-20' }, plan);
  const read = () => site.stage.database.read('visitor', (reader) => findPublicPlan(reader, tenantId));
  expect(await read()).toBeUndefined();
  const adopted = await fill(partnershipDirector, `${plan}/vaststellen`, { on: '2026-02-01' }, plan);
  expect([adopted.status, adopted.flash]).toEqual([
    303,
    'Het plan is vastgesteld. Iedereen kan het nu lezen.',
  ]);
  const seen = text(await see(director, home));
  for (const told of ['Plan 2025', 'Gemeenten A en B', 'Dichtbij', 'Van 12 scholen naar 40 scholen'])
    expect(seen).toContain(told);
  expect((await see(director, file)).status).toBe(200);
  expect(text(await see(director, `${plan}/geschiedenis`))).toMatch(
    /Met Gemeenten A en B.*De ambities waren niet af.*Vastgesteld/,
  );
  expect(await read()).toMatchObject({
    ...{ name: 'Plan 2025', from: '2025-08-01', to: '2029-07-31', adoptedOn: '2026-02-01', pages: 60 },
    priorities: [{ name: 'Dichtbij', ambitions: [{ name: words.name, startValue: 12, reading: null }] }],
  });
  // Nothing of it is written over.
  for (const path of [`${plan}/bewerken`, `${plan}/document`, priority])
    expect((await see(teamLead, path)).status).toBe(404);
  const next = { name: 'Ander plan', from: '2026-08-01', to: '2030-07-31' };
  const other = (await site.send(teamLead, `${home}/nieuw`, next)).to ?? '';
  expect(text(await see(teamLead, other))).not.toContain('In een deel van deze periode geldt al');
  // Begun by mistake: it goes, once nothing stands in it.
  const edit = `${other}/bewerken`;
  await site.send(teamLead, `${other}/speerpunten/nieuw`, { name: 'Dichtbij' });
  const kept = await fill(teamLead, `${other}/verwijderen`, {}, edit);
  expect([kept.status, text(kept).includes('Er staan nog speerpunten in dit plan')]).toEqual([422, true]);
  expect((await site.send(director, `${other}/verwijderen`, {})).status).toBe(403);
  const inside = /\/ondersteuningsplan\/speerpunten\/[0-9a-f-]{36}/.exec(
    (await see(teamLead, other)).html,
  )?.[0];
  await fill(teamLead, `${inside}/verwijderen`, {}, inside ?? '');
  await upload(teamLead, `${other}/document`, pdf);
  const gone = await fill(teamLead, `${other}/verwijderen`, {}, edit);
  expect([gone.status, gone.to, (await see(teamLead, other)).status]).toEqual([303, home, 404]);
});

test('its owner reads how far it is; a change needs a reason, and what stood there stays', async () => {
  const { teamLead, director, coordinator, partnershipDirector } = site.cast;
  const reading = { on: '2026-02-20', value: '26', note: 'Geteld in januari.' };
  expect((await site.send(director, `${ambition}/metingen`, reading)).status).toBe(404);
  const late = await fill(teamLead, `${ambition}/metingen`, { ...reading, on: '2027-01-01' }, ambition);
  expect([late.status, late.html.includes('hoogstens een jaar voor het plan begon')]).toEqual([422, true]);
  expect((await fill(teamLead, `${ambition}/metingen`, reading, ambition)).flash).toBe('De meting staat er.');
  expect(text(await see(coordinator, ambition))).toMatch(
    /Nu 26 scholen \(20 februari 2026\): 50% van de weg/,
  );
  expect((await see(director, `${ambition}/bewerken`)).status).toBe(403);
  const edit = `${ambition}/bewerken`;
  const whole = { ...words, ...measured, ownerId: teamLead, to: '2029-07-31' };
  const silent = await fill(partnershipDirector, edit, { ...whole, targetValue: '54' });
  expect([silent.status, silent.html.includes('Schrijf op waarom')]).toEqual([422, true]);
  const same = await fill(partnershipDirector, edit, { ...whole, reasons: 'Zomaar.' });
  expect([same.status, text(same).includes('U heeft niets gewijzigd')]).toEqual([422, true]);
  const changed = await fill(partnershipDirector, edit, {
    ...whole,
    targetValue: '54',
    reasons: 'Het gaat snel.',
  });
  expect([changed.status, changed.to]).toEqual([303, ambition]);
  expect(text(await see(director, `${plan}/geschiedenis`))).toMatch(
    /Het gaat snel\. Streefwaarde: van 40 naar 54/,
  );
  expect(text(await see(director, ambition))).toContain('Van 12 scholen naar 54 scholen');
  // Planning weighs it; its name and period are the plan's.
  const setting = `/inzet/instellingen/ambities/${ambition.split('/').at(-1)}`;
  const row = { name: words.name, weight: '9', from: '2025-08-01', to: '2029-07-31' };
  expect((await fill(teamLead, setting, row)).status).toBe(303);
  const renamed = await fill(teamLead, setting, { ...row, name: 'Anders' });
  expect([renamed.status, renamed.html.includes('staat in het ondersteuningsplan')]).toEqual([422, true]);
});

test('one page says for which ambitions nothing was done, to who can know', async () => {
  const { teamLead, director } = site.cast;
  const path = `${plan}/dekking`;
  expect((await see(teamLead, plan)).html).toContain(`href="${path}"`);
  const lead = text(await see(teamLead, path));
  expect(lead).toMatch(/Voor 1 van de 1 ambitie is nog niets gedaan Rust in de klas.*Dichtbij/);
  expect(lead).toMatch(/Nog niets gedaan nog niets.*26 scholen \(20 februari 2026\): 33% van de weg/);
  const school = text(await see(director, path));
  expect(school).toContain('Geteld is wat u zelf kunt lezen');
  for (const claim of ['nog niets gedaan', 'Nog niets']) expect(school).not.toContain(claim);
});
