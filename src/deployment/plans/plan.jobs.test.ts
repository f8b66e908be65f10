/** A plan's whole life: asked, worked on by a planner, changed, published; and whatever may come in between. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { actorOf, deedOf, openStage, type Stage } from '../../../tests/support/factories.ts';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../../tests/support/factories-questions.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { prepareJobs } from '../../platform/jobs.ts';
import { makePlan } from './plan.actions.ts';
import { planNext } from './plan.jobs.ts';
import { getPlan } from './plan.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let superuser: pg.Client;
let cast: QuestionCast;

beforeAll(async () => {
  fresh = await freshDatabase();
  await prepareJobs(fresh.ownerUrl);
  stage = openStage(fresh);
  superuser = await openSuperuser(fresh);
  cast = await aQuestionCast(stage, fresh);
  for (const personId of [cast.specialist, cast.colleague]) {
    await superuser.query('insert into specialist (tenant_id, person_id) values ($1, $2)', [
      cast.tenantId,
      personId,
    ]);
    await superuser.query(`insert into specialist_expertise values ($1, $2, 'gedrag', 2)`, [
      cast.tenantId,
      personId,
    ]);
  }
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});

const lead = () => actorOf(stage, cast.tenantId, cast.teamLead);
const planOf = async (id: string) => {
  const actor = await lead();
  return stage.database.read(actor, (reader) => getPlan(reader, cast.tenantId, id));
};

test('a plan that is asked for stands in line, knocks at the planner and comes back with who goes where', async () => {
  const question = await aQuestion(stage, cast, 'in_triage');
  const made = await makePlan(deedOf(stage), await lead(), { seconds: 1 });
  expect(made).toMatchObject({ outcome: 'taken', version: 1 });
  const id = made.outcome === 'taken' ? made.id : '';
  const { rows } = await superuser.query(
    `select name, state from pgboss.job where name = 'deployment-plans'`,
  );
  expect(rows).toEqual([{ name: 'deployment-plans', state: 'created' }]);
  expect(await planOf(id)).toMatchObject({ status: 'queued', startsOn: '2026-03-09', weeks: 20, best: null });
  await planNext(stage.database);
  const plan = await planOf(id);
  expect(plan).toMatchObject({ status: 'done' });
  expect(plan?.best?.assignments).toMatchObject([{ demandId: question }]);
});
