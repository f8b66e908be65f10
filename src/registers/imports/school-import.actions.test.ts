import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { operatorDatabase } from '../../platform/command.ts';
import { type Database, sql } from '../../platform/database.ts';
import { createTenant } from '../people/account.actions.ts';
import { importSchools } from './school-import.actions.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = operatorDatabase(fresh);
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const bytes = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));

async function newTenant(swvNumber?: string): Promise<string> {
  const name = `Proefverband ${swvNumber ?? 'zonder nummer'}`;
  const wish = {
    preset: 'rotterdam',
    name,
    adminEmail: 'beheer@proef.example',
    code: undefined,
    swvNumber,
  } as const;
  const created = await createTenant(database, wish);
  return created?.tenantId ?? '';
}

async function imported(tenantId: string | null, file: Uint8Array, complete = false, preview = false) {
  const done = await importSchools(database, { operatorFor: tenantId }, 'command', file, {
    complete,
    preview,
  });
  if (done.fault !== null) throw new Error(done.fault);
  return { ...done.report, passedOver: done.passedOver };
}

interface Row {
  readonly code: string;
  readonly name: string;
  readonly board: string | null;
  readonly ended: boolean;
}

function schoolsOf(tenantId: string): Promise<readonly Row[]> {
  return database.read({ operatorFor: tenantId }, (reader) =>
    reader.rows<Row>(sql`select s.code, s.name, b.name as board, s.ended_on is not null as ended
      from school s left join board b on b.tenant_id = s.tenant_id and b.id = s.board_id
      where s.tenant_id = ${tenantId} order by s.code`),
  );
}

const head =
  'vestigingscode,soort,naam,straat,huisnummer,postcode,plaats,gemeente,denominatie,leerlingen,lat,lon,swv_po,bevoegd_gezag_2017';
const linden =
  '99AA00,BO,De Linden,Dorpsstraat,1,1234AB,PROEFDORP,PROEFDORP,Openbaar,120,52.0,5.0,PO9901,90001';
const beuken = '99AB00,SBO,De Beuken,Laan,2,1234AC,PROEFDORP,PROEFDORP,Openbaar,80,52.1,5.1,PO9901,';
const elders = '99AC00,BO,De Eiken,Weg,3,1234AD,ELDERS,ELDERS,Openbaar,60,52.2,5.2,PO9902,90002';

test('a partnership takes its own schools from a national list; those of others are passed over', async () => {
  const tenant = await newTenant('PO9901');
  const file = bytes(head, linden, beuken, elders);
  expect(await imported(tenant, file)).toEqual({
    added: 2,
    changed: 0,
    unchanged: 0,
    ended: 0,
    rejected: [],
    passedOver: 1,
  });
  expect(await schoolsOf(tenant)).toEqual([
    { code: '99AA00', name: 'De Linden', board: 'Bevoegd gezag 90001', ended: false },
    { code: '99AB00', name: 'De Beuken', board: null, ended: false },
  ]);
});

test('the same file once more changes nothing', async () => {
  const tenant = await newTenant();
  const file = bytes(head, linden, beuken, elders);
  expect((await imported(tenant, file)).added).toBe(3);
  const again = await imported(tenant, file, true);
  expect(again).toEqual({ added: 0, changed: 0, unchanged: 3, ended: 0, rejected: [], passedOver: 0 });
});

test('a preview tells what would happen and leaves everything as it was', async () => {
  const tenant = await newTenant();
  expect((await imported(tenant, bytes(head, linden), false, true)).added).toBe(1);
  expect(await schoolsOf(tenant)).toEqual([]);
});

test('bad rows are named and the good ones taken', async () => {
  const tenant = await newTenant();
  const file = bytes(head, linden, beuken.replace('1234AC', '12AC'));
  const report = await imported(tenant, file);
  expect(report.added).toBe(1);
  expect(report.rejected).toEqual([
    { line: 3, reason: 'De postcode “12AC” klopt niet: hij heeft een vorm als 1234 AB.' },
  ]);
});

test('only a complete list ends a school, and it opens again when it comes back', async () => {
  const tenant = await newTenant();
  await imported(tenant, bytes(head, linden, beuken));
  expect((await imported(tenant, bytes(head, linden))).ended).toBe(0);
  expect((await imported(tenant, bytes(head, linden), true)).ended).toBe(1);
  expect((await imported(tenant, bytes(head, linden), true)).ended).toBe(0);
  expect(await imported(tenant, bytes(head, linden, beuken))).toMatchObject({ changed: 1, unchanged: 1 });
  expect((await schoolsOf(tenant)).map((school) => school.ended)).toEqual([false, false]);
});

test('a complete list does not end a school whose row it holds but nobody can read', async () => {
  const tenant = await newTenant();
  await imported(tenant, bytes(head, linden, beuken));
  const report = await imported(tenant, bytes(head, linden, beuken.replace('1234AC', 'x')), true);
  expect(report).toMatchObject({ unchanged: 1, ended: 0 });
});

test('a complete list of one source does not end the schools of another', async () => {
  const tenant = await newTenant();
  await imported(tenant, bytes(head, linden, beuken));
  const duo = bytes(
    'PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENAAM;DENOMINATIE',
    'Utrecht;90003;99AD;99AD00;De Wilgen;Kade;4;1234 AE;PROEFDORP;PROEFDORP;Openbaar',
  );
  expect(await imported(tenant, duo, true)).toMatchObject({ added: 1, ended: 0 });
});

test('both layouts of DUO give the same schools, and a name for the board once a file tells it', async () => {
  const tenant = await newTenant();
  const old = Buffer.from(
    'PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENAAM;DENOMINATIE\r\n' +
      'Utrecht;90004;99AE;99AE00;Het Caf\xe9;Kade;4;1234 AE;PROEFDORP;PROEFDORP;Openbaar\r\n',
    'latin1',
  );
  await imported(tenant, old);
  expect(await schoolsOf(tenant)).toEqual([
    { code: '99AE00', name: 'Het Café', board: 'Bevoegd gezag 90004', ended: false },
  ]);
  const recent = bytes(
    '\ufeff"PROVINCIE","BEVOEGD_GEZAG_CODE","BEVOEGD_GEZAG_NAAM","INSTELLINGSCODE","VESTIGINGSCODE","VESTIGINGSNAAM","STRAATNAAM","HUISNUMMER","POSTCODE","PLAATSNAAM","GEMEENTENAAM","DENOMINATIE"',
    '"Utrecht","90004","Stichting De Kade","99AE","99AE00","Het Café","Kade","4","1234AE","PROEFDORP","PROEFDORP","Openbaar"',
  );
  expect(await imported(tenant, recent)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  expect((await schoolsOf(tenant))[0]?.board).toBe('Stichting De Kade');
});

test('without a partnership the national list is filled, twice with the same result', async () => {
  const file = bytes(head, linden, beuken, elders);
  expect(await imported(null, file)).toMatchObject({ added: 3, unchanged: 0 });
  expect(await imported(null, file)).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  expect(await imported(null, bytes(head, linden.replace('De Linden', 'De Lindes')), true)).toMatchObject({
    changed: 1,
    ended: 2,
  });
});

test('a file that is no list of schools changes nothing', async () => {
  const done = await importSchools(database, { operatorFor: null }, 'command', bytes('a,b', '1,2'), {
    complete: true,
    preview: false,
  });
  expect(done.fault).toMatch(/geen scholenlijst/);
});

test('seven thousand locations are taken in within seconds', async () => {
  const tenant = await newTenant();
  const rows = Array.from({ length: 7003 }, (_, n) => {
    const brin = `9${String.fromCharCode(65 + (Math.floor(n / 676) % 26), 65 + (Math.floor(n / 26) % 26), 65 + (n % 26))}`;
    return linden.replace('99AA00', `${brin}00`).replace('90001', String(90001 + (n % 400)));
  });
  const start = performance.now();
  expect((await imported(tenant, bytes(head, ...rows))).added).toBe(7003);
  expect((await imported(tenant, bytes(head, ...rows), true)).unchanged).toBe(7003);
  expect(performance.now() - start).toBeLessThan(20_000);
});
