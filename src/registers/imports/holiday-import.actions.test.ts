import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { operatorDatabase } from '../../platform/command.ts';
import { type Database, sql } from '../../platform/database.ts';
import { createTenant } from '../people/account.actions.ts';
import { importHolidays } from './holiday-import.actions.ts';

let fresh: FreshDatabase;
let database: Database;
let tenantId = '';

beforeAll(async () => {
  fresh = await freshDatabase();
  database = operatorDatabase(fresh);
  const wish = {
    preset: 'oss-uden',
    name: 'Proef',
    adminEmail: 'a@proef.example',
    code: undefined,
    swvNumber: undefined,
  } as const;
  tenantId = (await createTenant(database, wish))?.tenantId ?? '';
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
});

async function imported(text: string, preview = false) {
  const options = { region: 'zuid', preview } as const;
  const done = await importHolidays(
    database,
    { operatorFor: tenantId },
    'command',
    new TextEncoder().encode(text),
    options,
  );
  if (done.fault !== null) throw new Error(done.fault);
  return done.report;
}

const holidays = () =>
  database.read({ operatorFor: tenantId }, (reader) =>
    reader.rows(
      sql`select name, starts_on, ends_on from holiday where tenant_id = ${tenantId} and scope = 'tenant' order by starts_on`,
    ),
  );

const head = 'schooljaar,vakantie,begin,eind_tot_en_met\n';
const autumn = '2026-2027,herfstvakantie,2026-10-17,2026-10-25\n';
const christmas = '2026-2027,kerstvakantie,2026-12-19,2027-01-03\n';

test('a preview changes nothing', async () => {
  expect(await imported(head + autumn, true)).toEqual({ added: 1, changed: 0, unchanged: 0, rejected: [] });
  expect(await holidays()).toEqual([]);
});

test('the last day of the list is the last free day, and the same list changes nothing', async () => {
  expect(await imported(head + autumn + christmas)).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
  expect(await imported(head + autumn + christmas)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(await holidays()).toEqual([
    { name: 'herfstvakantie', starts_on: '2026-10-17', ends_on: '2026-10-26' },
    { name: 'kerstvakantie', starts_on: '2026-12-19', ends_on: '2027-01-04' },
  ]);
});

test('a holiday with other days takes the place of what stood there', async () => {
  const moved = autumn.replace('2026-10-25', '2026-10-23').replace('2026-10-17', '2026-10-19');
  expect(await imported(head + moved)).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
  expect(await holidays()).toHaveLength(2);
});

test('the file of the government gives a partnership the holidays of its own region', async () => {
  const regions = [
    { region: 'noord', startdate: '2027-02-19T23:00:00.000Z', enddate: '2027-02-28T22:59:00.000Z' },
    { region: 'zuid', startdate: '2027-02-12T23:00:00.000Z', enddate: '2027-02-21T22:59:00.000Z' },
  ];
  const file = JSON.stringify({ content: [{ vacations: [{ type: 'Voorjaarsvakantie', regions }] }] });
  expect(await imported(file)).toMatchObject({ added: 1 });
  expect((await holidays()).at(-1)).toEqual({
    name: 'voorjaarsvakantie',
    starts_on: '2027-02-13',
    ends_on: '2027-02-22',
  });
});

test('what is no list of holidays changes nothing', async () => {
  const bytes = new TextEncoder().encode('a,b\n1,2\n');
  const done = await importHolidays(database, { operatorFor: tenantId }, 'command', bytes, {
    region: 'zuid',
    preview: false,
  });
  expect(done.fault).toMatch(/geen lijst met vakanties/);
});
