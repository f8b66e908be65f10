/** Row-level security shows everybody exactly what design says, and begins and ends on the very day. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConcern } from '../../src/concerns/concern.actions.ts';
import { sql } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { actorOf, deedOf, openStage, type Stage } from '../support/factories.ts';
import { openRawSql, type RawSql } from './raw.ts';
import { everyRow, mayRead, reachOf, seenBy } from './reading.ts';
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
  stage.at(clocks[0]);
  const actor = await actorOf(stage, world.cast.tenantId, world.cast.boardMember);
  await readConcern(deedOf(stage), actor, world.concerns['with_board'] ?? '');
});

afterAll(async () => {
  await raw.close();
  await stage.close();
  await fresh.drop();
});

/** Midnight of 1 April in Amsterdam is 22:00 UTC: the last and the first second. */
const moments = [...clocks, '2026-03-31T21:59:59Z', '2026-03-31T22:00:00Z'];

test.each(moments)('at %s everybody sees their part and no more', async (clock) => {
  const rows = await everyRow(raw);
  const names = new Map(Object.entries(world.concerns).map(([name, id]) => [id, name]));
  const after = Date.parse(clock) >= Date.parse('2026-03-31T22:00:00Z');
  for (const kind of Object.keys(world.people)) {
    const should = rows
      .filter((row) => mayRead(reachOf(kind, after, names.get(row.concern) ?? ''), row))
      .map(({ source, id }) => `${source} ${id}`)
      .sort();
    expect({ kind, seen: await seenBy(raw, world, kind, clock).catch(() => []) }).toEqual({
      kind,
      seen: should,
    });
  }
  expect(rows.length).toBeGreaterThan(250);
});

test('a concern put forward stays with the board of that moment', async () => {
  const { tenantId, school, boardId } = world.cast;
  const other = world.people['otherBoardMember']?.personId ?? '';
  const id = world.concerns['with_board'] ?? '';
  const seen = async (personId: string) =>
    (await raw.rows({ tenantId, personId }, clocks[0], `select from concern where id = '${id}'`)).length;
  const move = (board: string) =>
    stage.database.write({ operatorFor: tenantId }, (tx) =>
      tx.run(sql`update school set board_id = ${board} where tenant_id = ${tenantId} and id = ${school.id}`),
    );
  const otherBoard = await raw.rows<{ board_id: string }>(
    { tenantId, personId: other },
    clocks[0],
    `select board_id from appointment where person_id = '${other}'`,
  );
  await move(otherBoard[0]?.board_id ?? '');
  try {
    expect([await seen(world.cast.boardMember), await seen(other)]).toEqual([1, 0]);
  } finally {
    await move(boardId);
  }
});

test('without saying who asks there is nothing to see', async () => {
  await raw.client.query('begin; set local role kortelijn_app');
  const found =
    await raw.client.query(`select from concern union all select from concern_entry union all select from person
    union all select from appointment union all select from tenant`);
  await raw.client.query('rollback');
  expect(found.rowCount).toBe(0);
});

test.each(['suspended', 'without an appointment today', 'of another partnership'])(
  'who is %s does not come in',
  async (kind) => {
    const { tenantId } = world.cast;
    const personId = newId();
    await stage.database.write({ operatorFor: tenantId }, async (tx) => {
      await tx.run(sql`insert into person (tenant_id, id, name, email, suspended_at)
      values (${tenantId}, ${personId}, 'Proefpersoon', ${`${personId}@proef.example`}, ${kind === 'suspended' ? '2026-03-01' : null})`);
      await tx.run(sql`insert into appointment (tenant_id, id, person_id, role, starts_on)
      values (${tenantId}, ${newId()}, ${personId}, 'team_lead', ${kind === 'suspended' ? '2025-08-01' : '2026-03-07'})`);
    });
    const who = kind === 'of another partnership' ? (world.people['foreignLead']?.personId ?? '') : personId;
    await expect(raw.rows({ tenantId, personId: who }, clocks[0], 'select 1')).rejects.toMatchObject({
      code: '42501',
    });
  },
);
