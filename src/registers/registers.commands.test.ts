import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { findActor, openSession, useLink } from '../platform/access.store.ts';
import { openDatabase, sql } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { listTenants } from './people/account.actions.ts';
import { registerCommands } from './registers.commands.ts';

let fresh: FreshDatabase;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'kortelijn-commands-'));
});

afterEach(() => vi.restoreAllMocks());

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await fresh.drop();
});

/** What a command writes on stdout. */
async function run(line: string, more: readonly string[] = []): Promise<string> {
  const command = registerCommands.find(({ name }) => line.startsWith(name));
  if (command === undefined) throw new Error(`no command ${line}`);
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => said.push(String(text)));
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const args = line.slice(command.name.length).split(' ').filter(Boolean);
  const env = { DATABASE_URL: fresh.appUrl, DATABASE_OWNER_URL: fresh.ownerUrl, PORT: '4000' };
  await command.run([...args, ...more], env);
  return said.join('\n');
}

function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

test('tenant create leads from nothing to a first administrator with a link', async () => {
  const said = await run('tenant create --preset oss-uden --admin Baas@Proef.example', [
    '--name',
    'Verband De Één',
  ]);
  const [code, link] = said.split('\n');
  expect(code).toBe('verband-de-een');
  expect(link).toMatch(/^http:\/\/localhost:4000\/inloggen\/eenmalig\/[\w-]{43}$/);
  expect(JSON.parse(await run('accounts --json'))).toEqual([
    {
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      email: 'baas@proef.example',
      name: 'baas',
      tenant: 'verband-de-een',
      appointments: [
        { role: 'administrator', place: { kind: 'tenant', code: 'verband-de-een', name: 'Verband De Één' } },
      ],
    },
  ]);
});

test('accounts names what people do in the words of their partnership', async () => {
  const database = openDatabase({ url: fresh.ownerUrl, operator: true });
  const [tenant] = await listTenants(database);
  const [{ id }] = JSON.parse(await run('accounts --json'));
  await database.write({ operatorFor: tenant?.id ?? '' }, (tx) =>
    tx.run(sql`insert into appointment (tenant_id, id, person_id, role, starts_on)
      values (${tenant?.id ?? ''}, ${newId()}, ${id}, 'committee_member', app_today())`),
  );
  await database.close();
  expect(await run('accounts')).toBe(
    'verband-de-een  baas@proef.example  baas: functioneel beheerder en lid ACTA',
  );
});

test('a code is made free when it is taken, and refused when it was asked for', async () => {
  const said = await run('tenant create --preset rotterdam --admin baas@proef.example', [
    '--name',
    'Verband de een',
  ]);
  expect(said.split('\n')[0]).toBe('verband-de-een-2');
  await expect(
    run('tenant create --preset rotterdam --name X --admin a@b.example --code verband-de-een'),
  ).rejects.toThrow('bestaat al');
});

test('token prints a token and nothing else, and it works', async () => {
  await expect(run('token --email baas@proef.example')).rejects.toThrow('Kies met --tenant CODE');
  const token = await run('token --email BAAS@proef.example --tenant verband-de-een --days 1');
  expect(token).toMatch(/^[\w-]{43}$/);
  const database = openDatabase({ url: fresh.appUrl });
  expect((await findActor(database, 'token', token))?.email).toBe('baas@proef.example');
  await database.close();
});

test('login-link --reset takes passkeys and codes, ends sessions and tells it by mail; without --reset they stay', async () => {
  const owner = new pg.Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
  await owner.query('set role kortelijn_operator');
  const [baas] = JSON.parse(await run('accounts --json'));
  const database = openDatabase({ url: fresh.appUrl });
  const found = await owner.query('select tenant_id as id from person where id = $1', [baas.id]);
  const who = { tenantId: found.rows[0].id as string, personId: baas.id as string };
  await database.write(who, (tx) =>
    tx.run(sql`insert into passkey (tenant_id, id, person_id, credential_id, public_key, counter, name, made_at)
      values (${who.tenantId}, ${newId()}, ${who.personId}, ${Buffer.from(newId())}, ${Buffer.from('k')}, 0, 'laptop', now())`),
  );
  const session = await openSession(database, who, { way: 'passkey', secondFactor: true, device: undefined });
  const standing = async () => {
    const { rows } = await owner.query(
      `select (select count(*)::int from passkey where person_id = $1) as passkeys,
        (select array_agg(kind) from outbox where person_id = $1) as mail,
        (select count(*)::int from audit where subject_id = $1 and action = 'start_over' and person_id is null and via = 'command') as audited`,
      [who.personId],
    );
    return { ...rows[0], isIn: (await findActor(database, 'session', session)) !== undefined };
  };
  const line = 'login-link --email baas@proef.example --tenant verband-de-een';
  const link = /^http:\/\/localhost:4000\/inloggen\/eenmalig\/[\w-]{43}$/;
  const first = await run(line);
  expect(first).toMatch(link);
  expect(await standing()).toEqual({ passkeys: 1, mail: null, audited: 0, isIn: true });
  const fromReset = await run(`${line} --reset`);
  expect(await standing()).toEqual({ passkeys: 0, mail: ['security'], audited: 1, isIn: false });
  const secretOf = (address: string) => address.split('/').at(-1) ?? '';
  expect(await useLink(database, secretOf(first), undefined)).toBeUndefined();
  expect(await useLink(database, secretOf(fromReset), undefined)).toBeDefined();
  await database.close();
  await owner.end();
});

test('what a command cannot do is one plain line', async () => {
  const wrong = [
    ['token', 'Geef ook --email.'],
    ['token --email niemand@proef.example', 'Niemand heeft het e-mailadres'],
    ['token --email baas@proef.example --days 0', '--days moet een heel getal zijn'],
    ['token --email baas@proef.example --days 1.5', '--days moet een heel getal zijn'],
    [
      'tenant create --preset utrecht --name X --admin a@b.example',
      '--preset moet rotterdam of oss-uden zijn.',
    ],
    ['tenant create --preset rotterdam --name X --admin geen', '--admin moet een e-mailadres zijn.'],
    [
      'tenant create --preset rotterdam --name X --admin a@b.example --swv 2806',
      '--swv moet een nummer zijn',
    ],
    ['import schools', 'Geef één bestand op.'],
    ['import schools /bestaat/niet.csv', 'is niet te lezen'],
    ['import holidays x --region oost', '--region moet noord, midden of zuid zijn.'],
  ] as const;
  for (const [line, sentence] of wrong) await expect(run(line), line).rejects.toThrow(sentence);
});

test('import schools reports in JSON exactly what happened', async () => {
  const list = file('scholen.csv', 'vestigingscode,naam', '99AA00,De Linden', 'fout,De Fout');
  const report = JSON.parse(await run(`import schools ${list} --tenant verband-de-een --json`));
  expect(report).toEqual({
    added: 1,
    changed: 0,
    unchanged: 0,
    ended: 0,
    rejected: [{ line: 3, reason: 'De vestigingscode “fout” klopt niet: hij heeft een vorm als 01AB00.' }],
  });
  expect(await run(`import schools ${list} --tenant verband-de-een`)).toContain(
    '1 hetzelfde, 0 beëindigd, 1 afgekeurd',
  );
  expect(await run(`import schools ${list} --preview`)).toContain('er is niets veranderd');
  expect(JSON.parse(await run(`import schools ${list} --json`))).toMatchObject({ added: 1 });
  await expect(run(`import schools ${list} --tenant onbekend`)).rejects.toThrow('bestaat niet');
  await expect(run(`import schools ${file('geen.csv', 'a,b', '1,2')}`)).rejects.toThrow('geen scholenlijst');
});

test('import holidays serves every partnership, those of a region, or one', async () => {
  const list = file(
    'vakanties.csv',
    'vakantie,begin,eind_tot_en_met',
    'herfstvakantie,2026-10-17,2026-10-25',
  );
  const of = async (options: string) =>
    JSON.parse(await run(`import holidays ${list} --json --preview ${options}`));
  expect((await of('')).map(({ tenant }: { tenant: string }) => tenant)).toEqual([
    'verband-de-een',
    'verband-de-een-2',
  ]);
  expect((await of('--region midden')).map(({ tenant }: { tenant: string }) => tenant)).toEqual([
    'verband-de-een-2',
  ]);
  expect(await of('--tenant verband-de-een')).toEqual({
    tenant: 'verband-de-een',
    added: 1,
    changed: 0,
    unchanged: 0,
    rejected: [],
  });
  await expect(of('--region noord')).rejects.toThrow('geen samenwerkingsverband');
});
