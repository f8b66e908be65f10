/** Terms that have passed are written down by the system, once, and move nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { openStage, type Stage } from '../support/factories.ts';
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

/** Records what is due at this hour, as the program; gives «concern: step». */
async function recordedAt(clock: string): Promise<readonly string[]> {
  const names = new Map(Object.entries(world.concerns).map(([name, id]) => [id, name]));
  await raw.client.query('begin; set local role kortelijn_app');
  const found = await raw.client.query<{ concern: string; step: string }>(
    'select concern, step from record_passed_terms($1)',
    [clock],
  );
  await raw.client.query('commit');
  return found.rows.map(({ concern, step }) => `${names.get(concern)}: ${step}`).sort();
}

test('before ten school days have passed nothing is recorded', async () => {
  expect(await recordedAt(clocks[0])).toEqual([]);
  // Shared on Monday 2 March: the tenth school day after it is Monday 16 March, still within the term.
  expect(await recordedAt('2026-03-16T20:00:00Z')).toEqual([]);
});

test('on the first day after it what was not answered, confirmed or given is recorded, once', async () => {
  const open = 'record_no_answer';
  const report = 'record_not_confirmed';
  const position = 'record_no_position';
  const due = await recordedAt('2026-03-17T08:00:00Z');
  expect(due).toEqual(
    [
      `with_director answered by participant: ${open}`,
      `with_director invited: ${open}`,
      `working invited: ${open}`,
      ...[
        'working',
        'working by who leaves',
        'working invited',
        'working no board',
        'working not to board',
      ].map((name) => `${name}: ${report}`),
      ...['working reviewed', 'working sole board'].map((name) => `${name}: ${report}`),
      ...['board_proposed', 'board_proposed unheard', 'board_proposed again'].map(
        (name) => `${name}: ${position}`,
      ),
    ].sort(),
  );
  expect(await recordedAt('2026-03-18T08:00:00Z')).toEqual([]);
});
