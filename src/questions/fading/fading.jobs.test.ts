/** Two school years after their end questions lose every word and everybody in them; what counts stays. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { openStage, type Stage } from '../../../tests/support/factories.ts';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../../tests/support/factories-questions.ts';
import { sql } from '../../platform/database.ts';
import { fadeQuestionsAfterRestore, fadeQuestionsByTerm } from './fading.jobs.ts';

let fresh: FreshDatabase;
let stage: Stage;
let superuser: pg.Client;
let cast: QuestionCast;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
});
beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z');
  cast = await aQuestionCast(stage, fresh);
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});

async function isFaded(id: string): Promise<boolean> {
  const { rows } = await superuser.query<{ faded: boolean }>(
    'select faded_at is not null as faded from support_question where id = $1',
    [id],
  );
  return rows[0]?.faded ?? false;
}

async function night(day: string): Promise<void> {
  stage.at(`${day}T02:20:00Z`);
  await fadeQuestionsByTerm(stage.database);
}

/** Every table and column in which the whole row, as text, holds one of these. */
async function placesOf(marks: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await superuser.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'
     and table_name not in ('person', 'appointment', 'audit', 'contract', 'tenant') group by 1 order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await superuser.query(
      `select from ${name} x where tenant_id = $1 and to_jsonb(x)::text ~ $2 limit 1`,
      [cast.tenantId, marks.join('|')],
    );
    if (rowCount === 1) found.push(name);
  }
  return found;
}

it('goes two years after its end, a month after who is nearest was told, and not a day sooner', async () => {
  const ended = await aQuestion(stage, cast, 'stopped'); // on 2 March 2026
  const running = await aQuestion(stage, cast, 'started');
  await night('2028-01-30');
  const told = () =>
    superuser.query<{ person_id: string }>(
      `select person_id from notice where kind = 'question_fades' and subject_id = $1 order by 1`,
      [ended],
    );
  expect((await told()).rows).toEqual([]);
  await night('2028-02-01'); // thirty days before
  expect((await told()).rows.map((row) => row.person_id)).toEqual([cast.author, cast.coordinator].toSorted());
  await night('2028-03-01');
  expect(await isFaded(ended)).toBe(false);
  await night('2028-03-02');
  expect([await isFaded(ended), await isFaded(running)]).toEqual([true, false]);
  expect((await told()).rows).toEqual([]);
});

it('leaves no word and nobody, but days, dagdelen and states', async () => {
  const id = await aQuestion(stage, cast, 'completed', { level: 'pupil' });
  const marks = [
    'Zeester',
    'rekenen en haakt af',
    'OT 2026 14',
    'bleef bij meedenken',
    cast.specialist,
    cast.coordinator,
  ];
  // Control: before the term all of it is there.
  expect(await placesOf(marks)).toEqual(
    expect.arrayContaining([
      'assignment',
      'question_entry',
      'question_entry_words',
      'question_pupil',
      'question_words',
      'support_question',
    ]),
  );
  await night('2028-02-10');
  await night('2028-03-20');
  expect(await isFaded(id)).toBe(true);
  expect(
    (await placesOf(marks)).filter((name) => !['specialist', 'outbox', 'idempotency'].includes(name)),
  ).toEqual([]);
  const { rows } = await superuser.query(
    `select status, level, planned_dagdelen, started_on::text, completed_on::text from support_question where id = $1`,
    [id],
  );
  expect(rows).toEqual([
    {
      status: 'completed',
      level: 'pupil',
      planned_dagdelen: '4.0',
      started_on: '2026-03-02',
      completed_on: '2026-03-02',
    },
  ]);
});

it('goes again at once after a backup was put back, warned of or not', async () => {
  const id = await aQuestion(stage, cast, 'answered');
  stage.at('2028-03-02T12:00:00Z');
  await fadeQuestionsByTerm(stage.database);
  expect(await isFaded(id)).toBe(false); // it is told first
  await fadeQuestionsAfterRestore(stage.database);
  expect(await isFaded(id)).toBe(true);
});

it('what faded since a backup fades again by the journal, and only that', async () => {
  const [one, other] = [await aQuestion(stage, cast, 'answered'), await aQuestion(stage, cast, 'answered')];
  const again = () =>
    stage.database.ask<{ n: number }>(
      sql`select erase_again(${JSON.stringify([
        {
          tenant_id: cast.tenantId,
          id: '00000000-0000-4000-8000-000000000001',
          question_id: one,
          kind: 'faded',
          at: '2026-03-03T00:00:00Z',
        },
      ])}::jsonb) as n`,
    );
  expect(await again()).toEqual({ n: 1 });
  expect([await isFaded(one), await isFaded(other)]).toEqual([true, false]);
  expect(await again()).toEqual({ n: 0 });
});
