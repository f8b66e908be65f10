/** What the database refuses to everybody, in every state, whatever the program would send. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { openStage, type Stage } from '../support/factories.ts';
import { shareOf } from '../support/share.ts';
import { liesAbout } from './lies.ts';
import { openRawSql, type RawSql } from './raw.ts';
import { aWorld, clocks, type World } from './world.ts';

let fresh: FreshDatabase;
let stage: Stage;
let raw: RawSql;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  raw = await openRawSql(fresh);
  world = await aWorld(stage);
});

afterAll(async () => {
  await raw.close();
  await stage.close();
  await fresh.drop();
});

const versions = async () => {
  await raw.client.query('begin; set local role kortelijn_operator');
  const found = await raw.client.query<{ id: string; version: number }>('select id, version from concern');
  await raw.client.query('rollback');
  return new Map(found.rows.map(({ id, version }) => [id, version]));
};

/** Refused by right, by row-level security, by the protocol, by a key or a constraint; or no row was in reach. A slip in the SQL would be another. */
const refusals = /^(42501|KL001|KL002|23503|23505|23514|nothing)/;
const outsiders = ['foreignDirector', 'administrator', 'contactElsewhere'];

/** `LIES=1` tries all; unless told each commit another half of the concerns. */
const share = shareOf('LIES', 3);

test('no lie passes, whoever tells it', { timeout: 300_000 }, async () => {
  const passed: string[] = [];
  let tried = 0;
  const known = await versions();
  for (const [name, id] of Object.entries(world.concerns).filter((_, nth) => share.takes(nth))) {
    const lies = Object.entries(liesAbout(world, name, known.get(id) ?? 0));
    for (const [kind, who] of Object.entries(world.people)) {
      const seen = await raw.rows(who, clocks[0], `select from concern where id = '${id}'`).catch(() => []);
      if (seen.length === 0 && !outsiders.includes(kind)) continue;
      const statements = lies.map(([, lie]) => lie);
      const verdicts = await raw.tryAll(who, clocks[0], statements);
      tried += verdicts.length;
      verdicts.forEach((verdict, nth) => {
        if (!refusals.test(verdict)) passed.push(`${name} / ${kind} / ${lies[nth]?.[0]}: ${verdict}`);
      });
    }
  }
  console.log(`${tried} lies`);
  expect(passed.slice(0, 40)).toEqual([]);
});

test.each([
  'truncate concern_entry cascade',
  'alter table concern_entry disable trigger all',
  'alter table concern_entry no force row level security',
  'alter table concern owner to kortelijn_app',
  'drop trigger step_is_lawful on concern_entry',
  'set session_replication_role = replica',
  'set role kortelijn_gate',
  'set role kortelijn_eraser',
  'set role kortelijn_operator',
  'select begin_operation(null)',
  'select concern_unmet(null, null)',
  `create function public.app_now() returns timestamptz language sql as 'select now()'`,
  'create table public.scratch ()',
])('the program cannot: %s', async (statement) => {
  const client = new pg.Client({ connectionString: fresh.appUrl });
  await client.connect();
  try {
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  } finally {
    await client.end();
  }
});

test('a temporary table of the program does not stand in for a table of the law', async () => {
  const { tenantId, author } = world.cast;
  const client = new pg.Client({ connectionString: fresh.appUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select begin_request($1, $2, $3)', [author, tenantId, null]);
    const roles = () =>
      client.query('select concern_relations(c, $1, app_today()) from concern c order by id', [author]);
    const before = (await roles()).rows;
    await client.query('create temporary table appointment (like public.appointment)');
    await client.query('grant select on pg_temp.appointment to public');
    expect((await roles()).rows).toEqual(before);
  } finally {
    await client.end();
  }
});

test('the program cannot move the clock of the law', async () => {
  const client = new pg.Client({ connectionString: fresh.appUrl });
  await client.connect();
  try {
    const found = await client.query(
      `select set_config('app.clock', '2020-01-01', false), app_now() > '2026-01-01' as now`,
    );
    expect(found.rows[0]).toMatchObject({ now: true });
  } finally {
    await client.end();
  }
});

test('nobody lays a row ready for the entry of another', async () => {
  const { tenantId, author, director } = world.cast;
  const id = world.concerns['working'] ?? '';
  const version = ((await versions()).get(id) ?? 0) + 1;
  const one = await openRawSql(fresh);
  const other = await openRawSql(fresh);
  const begin = async ({ client }: RawSql, who: string) => {
    await client.query('begin');
    await client.query('set local role kortelijn_app');
    await client.query('select begin_request($1, $2, $3)', [who, tenantId, clocks[0]]);
  };
  try {
    await begin(one, author);
    await begin(other, director);
    const values = `('${tenantId}', '${id}', ${version}, '${author}', true)`;
    await one.client.query(`insert into concern_entry_person values ${values}`);
    const step =
      other.client.query(`insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads, text)
      values ('${tenantId}', '${id}', ${version}, gen_random_uuid(), now(), '', 'propose_board', 'working', 'board_proposed', false, 'x')`);
    await expect(one.client.query('commit')).rejects.toMatchObject({ code: '23503' });
    await step;
    await other.client.query('rollback');
  } finally {
    await one.close();
    await other.close();
  }
});
