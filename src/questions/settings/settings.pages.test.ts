import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import { hidden, openPages, type Pages, type Seen } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { sql } from '../../platform/database.ts';

let site: Pages;
let administrator: string;
const terms = '/beheer/termijnen';
const house = '/beheer/vragen';

beforeAll(async () => {
  site = await openPages();
  administrator = await anAppointment(site.stage, 'administrator', { tenantId: site.cast.tenantId });
});
afterAll(() => site.close());
auditsEveryDeed(() => site.house.fresh);

/** Every field as the page shows it, with these changed. */
function fieldsOf(page: Seen, changed: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const inputs = [...page.html.matchAll(/<input[^>]* name="([^"_][^"]*)"[^>]*>/g)].map(([tag, name = '']) => [
    name,
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  const areas = [...page.html.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g)].map(
    ([, name = '', text]) => [name, text],
  );
  return {
    ...Object.fromEntries([...inputs, ...areas]),
    goalPoints: '6',
    _version: hidden(page, '_version'),
    ...changed,
  };
}

test('an administrator changes a norm with its source, and who was second sees what stands there now', async () => {
  const page = await site.see(administrator, terms);
  expect(page.html).toContain('Vier schoolweken vanaf een compleet dossier');
  const changed = fieldsOf(page, {
    triageDays: '5',
    triageWarn: '2',
    triageSource: 'Besluit van de directie',
  });
  expect(await site.send(administrator, terms, changed)).toMatchObject({ status: 303, to: terms });
  const after = await site.see(administrator, terms);
  expect(after.html).toContain('value="Besluit van de directie"');
  const second = await site.send(administrator, terms, { ...changed, triageDays: '6' });
  expect(second.status).toBe(412);
  expect(second.html).toContain('value="6"');
});

test('a warning after the end of a term is refused at its own field, and nothing is lost', async () => {
  const page = await site.see(administrator, terms);
  const refused = await site.send(administrator, terms, fieldsOf(page, { startDays: '4', startWarn: '9' }));
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('de waarschuwing komt voor het einde van de termijn');
  expect(refused.html).toContain('href="#startWarn"');
  expect(refused.html).toContain('value="9"');
});

test('consent, legal ground, scale and terms of keeping are the partnership’s own', async () => {
  const page = await site.see(administrator, house);
  const changed = fieldsOf(page, {
    consentPupilFrom: '11',
    legalGroundSource: 'Gezien door de FG',
    goalPoints: '5',
  });
  expect((await site.send(administrator, house, changed)).status).toBe(303);
  const after = await site.see(administrator, house);
  expect(after.html).toContain('Gezien door de FG');
  expect(fieldsOf(after, {})['consentPupilFrom']).toBe('11');
  const wrong = await site.send(administrator, house, fieldsOf(after, { followUpMonths: 'half' }));
  expect([wrong.status, wrong.html.includes('vul een heel getal in')]).toEqual([422, true]);
});

test('a question outlives a conflict of interest: two years at least', async () => {
  const page = await site.see(administrator, house);
  const months = (questionFadeMonths: string) =>
    site.send(administrator, house, fieldsOf(page, { questionFadeMonths }));
  const short = await months('23');
  expect([short.status, short.html.includes('24 tot en met 120 maanden.')]).toEqual([422, true]);
  const past = site.stage.database.write({ tenantId: site.cast.tenantId, personId: administrator }, (tx) =>
    tx.run(sql`update tenant set question_fade_months = 23 where tenant_id = ${site.cast.tenantId}`),
  );
  await expect(past).rejects.toThrow('a question outlives a conflict of interest');
  expect((await months('24')).status).toBe(303);
});

test('nobody else comes here', async () => {
  for (const path of [terms, house])
    for (const who of [site.cast.author, site.cast.teamLead, site.cast.director])
      expect((await site.see(who, path)).status).toBe(403);
});
