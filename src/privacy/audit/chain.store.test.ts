/** Whatever is done to the audit behind the program's back is found; and no row is passed over. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { backup } from '../../platform/backup.ts';
import { type Database, openDatabase } from '../../platform/database.ts';
import { migrationsFolder } from '../../platform/project.ts';
import { restore } from '../../platform/restore.ts';
import { appendAnchor, readAnchor } from './anchor.ts';
import { auditSealer } from './audit.jobs.ts';
import { sealRows } from './chain.store.ts';
import { acceptedLines } from './restored.ts';
import { verifyAudit } from './verify.ts';
import { verdictLines } from './verify.words.ts';

const tenant = '00000000-0000-7000-8000-000000000001';
const other = '00000000-0000-7000-8000-000000000002';
const folder = mkdtempSync(join(tmpdir(), 'kortelijn-anchor-'));
let fresh: FreshDatabase;
let superuser: pg.Client;
let database: Database;
let file: string;
let nth = 0;
let sealer: ReturnType<typeof auditSealer>;

beforeAll(async () => {
  fresh = await freshDatabase();
  superuser = new pg.Client({ connectionString: superUrl(fresh) });
  await superuser.connect();
  database = openDatabase({ url: fresh.appUrl });
  for (const [id, code] of [
    [tenant, 'proef'],
    [other, 'ander'],
  ])
    await superuser.query(
      `insert into tenant (tenant_id, code, name, preset, holiday_region) values ('${id}', '${code}', 'Proef', 'rotterdam', 'zuid')`,
    );
});

/** Each test begins with a new anchor and an audit of nine rows that were not sealed. */
beforeEach(async () => {
  nth += 1;
  file = join(folder, `anchor-${nth}.jsonl`);
  sealer = auditSealer(file);
  await withLaw('delete from audit');
  await deeds(6);
  await deeds(3, other);
});

afterAll(async () => {
  await database.close();
  await superuser.end();
  await fresh.drop();
  rmSync(folder, { recursive: true });
});

function superUrl(of: FreshDatabase): string {
  const url = new URL(inject('template').superUrl);
  url.pathname = new URL(of.ownerUrl).pathname;
  return url.href;
}

/** Rows as the program writes them, a second apart. */
async function deeds(count: number, id = tenant, from = '2026-11-20T08:00:00Z'): Promise<void> {
  await superuser.query(`insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
    select '${id}', gen_random_uuid(), timestamptz '${from}' + n * interval '1 second', null, 'read', 'concern', gen_random_uuid(), 'page'
    from generate_series(1, ${count}) n`);
}

const seal = () => sealer(database);
const verdict = async (of = fresh) => verifyAudit(of.ownerUrl, await readAnchor(file));
const kinds = async () => (await verdict()).faults.map(({ kind }) => kind);
const withLaw = (statement: string) =>
  superuser.query(
    `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
  );

describe('an audit that nobody touched', () => {
  test('is sound, row by row and against the anchor', async () => {
    await seal();
    await deeds(2);
    await seal();
    expect(await verdict()).toMatchObject({
      ok: true,
      rows: 11,
      anchorLines: 3,
      faults: [],
      waiting: { rows: 0 },
    });
    expect(verdictLines(await verdict())[0]).toBe('Het toegangslog is ongewijzigd.');
  });

  test('has one chain for each partnership, from one up without gaps', async () => {
    await seal();
    const { rows } = await superuser.query(
      'select tenant_id, array_agg(number::int order by number) as numbers from audit group by 1 order by 1',
    );
    expect(rows).toEqual([
      { tenant_id: tenant, numbers: [1, 2, 3, 4, 5, 6] },
      { tenant_id: other, numbers: [1, 2, 3] },
    ]);
  });

  test('says how many rows wait to be sealed', async () => {
    await seal();
    await deeds(2);
    expect(await verdict()).toMatchObject({
      ok: true,
      rows: 9,
      waiting: { rows: 2, since: '2026-11-20T08:00:01Z' },
    });
  });
});

describe('no row is passed over', () => {
  test('one whose transaction stays open while later rows are sealed is sealed when it commits', async () => {
    const slow = new pg.Client({ connectionString: superUrl(fresh) });
    await slow.connect();
    await slow.query(`begin; insert into audit (tenant_id, id, at, action, subject, subject_id, via)
      values ('${tenant}', gen_random_uuid(), '2026-11-20T07:00:00Z', 'read', 'concern', gen_random_uuid(), 'page')`);
    await seal();
    expect(await verdict()).toMatchObject({ ok: true, rows: 9 });
    await slow.query('commit');
    await slow.end();
    expect(await verdict()).toMatchObject({ waiting: { rows: 1 } });
    await seal();
    expect(await verdict()).toMatchObject({ ok: true, rows: 10, waiting: { rows: 0 } });
  });

  test('two sealers at once make one chain', async () => {
    await deeds(500);
    await Promise.all(Array.from({ length: 6 }, () => sealRows(database, 100)));
    await seal();
    expect(await verdict()).toMatchObject({ ok: true, rows: 509, waiting: { rows: 0 } });
  });
});

describe('the program itself', () => {
  test('can neither change nor remove a row, nor write one that is sealed already', async () => {
    await seal();
    const app = new pg.Client({ connectionString: fresh.appUrl });
    await app.connect();
    await app.query(`begin; select set_config('app.tenant', '${tenant}', true)`);
    for (const statement of [
      `update audit set action = 'x'`,
      'update audit set number = null, hash = null, sealed_at = null',
      'delete from audit',
      'truncate audit',
      `insert into audit (tenant_id, id, at, action, subject, subject_id, via, number, sealed_at, hash)
        values ('${tenant}', gen_random_uuid(), now(), 'x', 'x', gen_random_uuid(), 'page', 99, now(), '')`,
    ]) {
      await app.query('savepoint one');
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: '42501' });
      await app.query('rollback to one');
    }
    await app.end();
  });
});

describe('verify finds', () => {
  beforeEach(async () => {
    await deeds(4);
    await seal();
    expect(await verdict()).toMatchObject({ ok: true, rows: 13 });
  });

  test('a row that was edited, and says which', async () => {
    await withLaw(`update audit set action = 'note' where tenant_id = '${tenant}' and number = 4`);
    const found = await verdict();
    expect(found.faults).toEqual([
      { kind: 'changed', tenant: 'proef', number: 4, at: expect.stringMatching(/^2026-11-20T08:00:0/) },
    ]);
    expect(verdictLines(found).join('\n')).toMatch(/proef: regel 4 van .* is gewijzigd/);
  });

  test.each([
    "at = at + interval '1 microsecond'",
    "via = 'api'",
    'subject_id = gen_random_uuid()',
    "sealed_at = now() - interval '1 day'",
  ])('the slightest edit: %s', async (edit) => {
    await withLaw(`update audit set ${edit} where tenant_id = '${tenant}' and number = 2`);
    expect(await kinds()).toEqual(['changed']);
  });

  test('a row that was edited and hashed anew, by the row after it and the anchor', async () => {
    await withLaw(
      `update audit set action = 'note', hash = sha256('x') where tenant_id = '${tenant}' and number = 4`,
    );
    expect((await verdict()).faults).toMatchObject([
      { kind: 'changed', number: 4 },
      { kind: 'changed', number: 5 },
    ]);
  });

  test('a row that was removed', async () => {
    await withLaw(`delete from audit where tenant_id = '${tenant}' and number in (4, 5)`);
    expect((await verdict()).faults).toEqual([{ kind: 'missing', tenant: 'proef', from: 4, to: 5 }]);
  });

  test('the first row that was removed', async () => {
    await withLaw(`delete from audit where tenant_id = '${tenant}' and number = 1`);
    expect((await verdict()).faults).toEqual([{ kind: 'missing', tenant: 'proef', from: 1, to: 1 }]);
  });

  test('two rows that changed places', async () => {
    await withLaw(`update audit set number = -1 where tenant_id = '${tenant}' and number = 2;
      update audit set number = 2 where tenant_id = '${tenant}' and number = 3;
      update audit set number = 3 where tenant_id = '${tenant}' and number = -1`);
    expect((await verdict()).faults).toMatchObject([
      { kind: 'changed', number: 2 },
      { kind: 'changed', number: 3 },
      { kind: 'changed', number: 4 },
    ]);
  });

  test('a row that was put in between', async () => {
    await withLaw(`update audit set number = -number - 1 where tenant_id = '${tenant}' and number > 3;
      update audit set number = -number where number < 0;
      insert into audit select tenant_id, gen_random_uuid(), at, person_id, action, subject, subject_id, via, 4, sealed_at, sha256('x')
        from audit where tenant_id = '${tenant}' and number = 3`);
    expect((await verdict()).faults[0]).toMatchObject({ kind: 'changed', tenant: 'proef', number: 4 });
  });

  test('a cut at the end, by the anchor alone', async () => {
    await withLaw(`delete from audit where tenant_id = '${tenant}' and number > 7`);
    const found = await verdict();
    expect(found.faults).toMatchObject([{ kind: 'cut', tenant: 'proef', last: 7, anchored: 10 }]);
    expect(verdictLines(found).join('\n')).toContain(
      '3 regels ontbreken. Of de back-up is ouder dan het anker.',
    );
    // The control: without the anchor nobody would know.
    expect(await verifyAudit(fresh.ownerUrl, [])).toMatchObject({ ok: true });
  });

  test('a whole chain that was sealed anew, by the anchor alone', async () => {
    await withLaw(`delete from audit where tenant_id = '${tenant}' and number = 2;
      update audit set number = null, sealed_at = null, hash = null where tenant_id = '${tenant}'`);
    await sealRows(database, 1_000);
    await deeds(3);
    await sealRows(database, 1_000);
    expect((await verdict()).faults).toMatchObject([
      { kind: 'replaced', tenant: 'proef', agreed: 0, number: 10 },
    ]);
    expect(await verifyAudit(fresh.ownerUrl, [])).toMatchObject({ ok: true });
  });

  test('a partnership whose whole audit is gone', async () => {
    await withLaw(`delete from audit where tenant_id = '${other}'`);
    expect((await verdict()).faults).toMatchObject([{ kind: 'cut', tenant: 'ander', last: 0, anchored: 3 }]);
  });

  test('an anchor that somebody wrote in', async () => {
    writeFileSync(file, `${readFileSync(file, 'utf8')}niets\n`);
    await expect(readAnchor(file)).rejects.toThrow('niet te lezen');
  });

  test('nothing wrong in a line of the anchor that the power cut off: the next sealing writes it again', async () => {
    await appendAnchor(file, []);
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"tenant":"pro`);
    expect(await verdict()).toMatchObject({ ok: true });
  });
});

describe('after a restore', () => {
  test('the chain is sound, and goes on', async () => {
    await seal();
    const kept = join(folder, `backup-${nth}.gz`);
    await backup(fresh.ownerUrl, kept);
    const back = await emptyDatabase();
    await restore(back.ownerUrl, 'kortelijn_app', migrationsFolder, kept);
    expect(await verdict(back)).toMatchObject({ ok: true, rows: 9 });
    const there = openDatabase({ url: back.appUrl });
    await auditSealer(file)(there);
    await there.close();
    expect(await verdict(back)).toMatchObject({ ok: true, rows: 9 });
    await back.drop();
  });

  test('of a backup older than the anchor, verify says so; once that is accepted it is sound again', async () => {
    await seal();
    const kept = join(folder, `backup-${nth}.gz`);
    await backup(fresh.ownerUrl, kept);
    await deeds(5);
    await seal();
    const back = await emptyDatabase();
    await restore(back.ownerUrl, 'kortelijn_app', migrationsFolder, kept);
    const older = await verdict(back);
    expect(older.faults).toEqual([
      { kind: 'cut', tenant: 'proef', last: 6, anchored: 11, at: expect.any(String) },
    ]);
    expect(verdictLines(older).at(-1)).toContain('audit accept-restore');

    // Work goes on before anybody looks: other rows now bear the numbers of the lost ones.
    const client = new pg.Client({ connectionString: superUrl(back) });
    await client.connect();
    await client.query(`insert into audit (tenant_id, id, at, action, subject, subject_id, via)
      select '${tenant}', gen_random_uuid(), now(), 'read', 'concern', gen_random_uuid(), 'page' from generate_series(1, 8)`);
    await client.end();
    const there = openDatabase({ url: back.appUrl });
    await auditSealer(file)(there);
    const later = await verdict(back);
    expect(later.faults).toMatchObject([{ kind: 'replaced', tenant: 'proef', agreed: 6, number: 11 }]);

    await appendAnchor(file, acceptedLines(later, new Date()) ?? []);
    expect(await verdict(back)).toMatchObject({ ok: true, rows: 17 });
    await there.close();
    await back.drop();
  });

  test('what was changed in the chain itself cannot be accepted as a restore', async () => {
    await seal();
    await withLaw(`update audit set action = 'note' where tenant_id = '${tenant}' and number = 4`);
    expect(acceptedLines(await verdict(), new Date())).toBeUndefined();
  });
});

test('twenty thousand rows are sealed and verified in seconds', async () => {
  await deeds(20_000);
  const start = performance.now();
  await seal();
  const sealed = performance.now();
  expect(await verdict()).toMatchObject({ ok: true, rows: 20_009 });
  const perSecond = (from: number, to: number) => Math.round((20_000 / (to - from)) * 1_000);
  console.log(
    `sealed ${perSecond(start, sealed)} rows/s, verified ${perSecond(sealed, performance.now())} rows/s`,
  );
}, 60_000);
