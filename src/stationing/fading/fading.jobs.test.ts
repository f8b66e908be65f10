/** By the term of questions: what visits keep of a question that faded, and what goes of who is no specialist any more. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { actorOf, deedOf, openStage, type Stage } from '../../../tests/support/factories.ts';
import {
  aQuestion,
  aQuestionCast,
  type QuestionCast,
  questionStep,
} from '../../../tests/support/factories-questions.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { newId } from '../../platform/ids.ts';
import { fadeQuestionsByTerm } from '../../questions/index.ts';
import { recordVisit } from '../index.ts';
import { takeBackVisit } from '../visits/visit.actions.ts';
import { getVisit } from '../visits/visit.store.ts';
import { fadeStationingByTerm } from './fading.jobs.ts';

let fresh: FreshDatabase;
let stage: Stage;
let superuser: pg.Client;
let cast: QuestionCast;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  superuser = await openSuperuser(fresh);
  stage.at('2026-03-02T08:00:00Z');
  cast = await aQuestionCast(stage, fresh);
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});

async function night(day: string): Promise<void> {
  stage.at(`${day}T02:20:00Z`);
  await fadeQuestionsByTerm(stage.database);
  await fadeStationingByTerm(stage.database);
}

async function aVisitFor(question: string, minutes: number, preventive: number): Promise<string> {
  const outcome = await recordVisit(deedOf(stage), await actorOf(stage, cast.tenantId, cast.specialist), {
    schools: [cast.school.code],
    date: '2026-03-02',
    minutes: minutes + preventive,
    kind: 'coaching',
    split: [
      { minutes, supportQuestionId: question },
      { minutes: preventive, preventive: true },
    ],
  });
  if (outcome.outcome !== 'taken') throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

const splitOf = async (id: string) => {
  const seen = await stage.database.read({ tenantId: cast.tenantId, personId: cast.specialist }, (reader) =>
    getVisit(reader, cast.tenantId, id),
  );
  return seen?.split.map(({ minutes, questionId, faded }) => [minutes, questionId, faded]);
};
const minutesOf = async (id: string) =>
  (await superuser.query('select visit_minutes as n from support_question where id = $1', [id])).rows[0]?.n;

test('a visit of a question that faded keeps day, minutes, school and level, and tells no more for which question it was', async () => {
  const ended = await aQuestion(stage, cast, 'started', { level: 'pupil' });
  const other = await aQuestion(stage, cast, 'started');
  const [visit, mistake, kept] = [
    await aVisitFor(ended, 45, 15),
    await aVisitFor(ended, 30, 10),
    await aVisitFor(other, 20, 5),
  ];
  const me = await actorOf(stage, cast.tenantId, cast.specialist);
  await takeBackVisit(deedOf(stage, { version: 1 }), me, mistake);
  const stop = { step: 'stop', reason: 'De groep is gesplitst.', nextStep: 'Vraag opnieuw.' } as const;
  await questionStep(stage, cast, cast.specialist, ended, stop);
  await night('2028-02-02');
  expect(await splitOf(visit)).toEqual([
    [45, ended, false],
    [15, null, false],
  ]);
  await night('2028-03-10');
  expect(await splitOf(visit)).toEqual([
    [45, null, true],
    [15, null, false],
  ]);
  const { rows } = await superuser.query(
    `select v.on_date::text as day, v.minutes, v.kind, s.faded_level, c.code from visit v join visit_share s on s.visit_id = v.id and s.position = 1
     join school c on c.id = s.school_id where v.id = $1`,
    [visit],
  );
  expect(rows).toEqual([
    { day: '2026-03-02', minutes: 60, kind: 'coaching', faded_level: 'pupil', code: cast.school.code },
  ]);
  // What was withdrawn counts nowhere.
  expect(await minutesOf(ended)).toBe(45);
  expect([await splitOf(kept), await minutesOf(other)]).toEqual([
    [
      [20, other, false],
      [5, null, false],
    ],
    null,
  ]);
});

test('a visit that was for a question that faded is not written again: it would become preventive work', async () => {
  const { rows } = await superuser.query<{ id: string }>(
    'select visit_id as id from visit_share where faded_level is not null limit 1',
  );
  const id = rows[0]?.id ?? '';
  const me = await actorOf(stage, cast.tenantId, cast.specialist);
  expect(await takeBackVisit(deedOf(stage, { version: 1 }), me, id)).toMatchObject({
    outcome: 'refused',
    faults: [{ code: 'notFaded' }],
  });
  // The database refuses it by itself.
  await expect(superuser.query('update visit set minutes = 10 where id = $1', [id])).rejects.toThrow(
    'notFaded',
  );
});

const left = async (personId: string) => {
  const { rows } = await superuser.query<{ found: string[] }>(
    `select array_remove(array[
      (select 'profile' from specialist where person_id = $1), (select 'expertise' from specialist_expertise where person_id = $1),
      (select 'contract' from contract where person_id = $1), (select 'absence' from specialist_absence where person_id = $1),
      (select 'planning' from specialist_planning where person_id = $1),
      (select 'series' from visit_series where specialist_id = $1)], null) as found`,
    [personId],
  );
  return rows[0]?.found;
};

async function furnish(personId: string): Promise<void> {
  const { tenantId, school } = cast;
  await superuser.query(`insert into specialist (tenant_id, person_id) values ($1, $2)`, [
    tenantId,
    personId,
  ]);
  await superuser.query(
    'insert into specialist_planning (tenant_id, person_id, most_places) values ($1, $2, 3)',
    [tenantId, personId],
  );
  await superuser.query(`insert into specialist_expertise values ($1, $2, 'gedrag', 2)`, [
    tenantId,
    personId,
  ]);
  await superuser.query(
    `insert into specialist_absence (tenant_id, id, person_id, starts_on) values ($1, $2, $3, '2028-05-01')`,
    [tenantId, newId(), personId],
  );
  await superuser.query(
    `insert into visit_series (tenant_id, id, specialist_id, school_id, weekday, starts_on, minutes, kind)
     values ($1, $2, $3, $4, 1, '2026-03-02', 60, 'advice')`,
    [tenantId, newId(), personId, school.id],
  );
}

test('of somebody who is no specialist any more all goes two years later, and not a day sooner', async () => {
  const { specialist: gone, colleague: stays, tenantId } = cast;
  for (const personId of [gone, stays]) await furnish(personId);
  await superuser.query(`update appointment set ends_on = '2028-06-01' where person_id = $1`, [gone]);
  const all = ['profile', 'expertise', 'contract', 'absence', 'planning', 'series'];
  await night('2030-05-31');
  expect(await left(gone)).toEqual(all);
  await night('2030-06-01');
  expect([await left(gone), await left(stays)]).toEqual([[], all]);
  const { rows } = await superuser.query(
    `select subject from audit where tenant_id = $1 and action = 'fade' and subject_id = $2`,
    [tenantId, gone],
  );
  expect(rows).toEqual([{ subject: 'specialist' }]);
  // Once: what is gone is not told again.
  await night('2030-06-02');
  const { rowCount } = await superuser.query(
    `select from audit where subject = 'specialist' and action = 'fade'`,
  );
  expect(rowCount).toBe(1);
});

test('fixed days and days away go two years after their last one', async () => {
  const { colleague } = cast;
  await superuser.query(`update visit_series set ends_on = '2029-01-10' where specialist_id = $1`, [
    colleague,
  ]);
  await superuser.query(`update specialist_absence set ends_on = '2029-01-10' where person_id = $1`, [
    colleague,
  ]);
  await night('2031-01-09');
  expect(await left(colleague)).toEqual([
    'profile',
    'expertise',
    'contract',
    'absence',
    'planning',
    'series',
  ]);
  await night('2031-01-10');
  expect(await left(colleague)).toEqual(['profile', 'expertise', 'contract', 'planning']);
});
