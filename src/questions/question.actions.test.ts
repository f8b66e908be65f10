/** A question goes its whole road, by everybody it meets; what may not be done is refused whole, with every reason. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { actorOf, openStage, type Stage } from '../../tests/support/factories.ts';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../tests/support/factories-questions.ts';
import { statuses } from './question.rules.ts';
import { getQuestion } from './question.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: QuestionCast;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aQuestionCast(stage, fresh);
});

afterAll(async () => {
  await stage.close();
  await fresh.drop();
});

const rowOf = async (id: string, who = cast.author) => {
  const actor = await actorOf(stage, cast.tenantId, who);
  const row = await stage.database.read(actor, (reader) => getQuestion(reader, actor, id));
  if (row === undefined) throw new Error('not seen');
  return row;
};

test.each(statuses)('a question reaches the state %s by its steps', async (status) => {
  for (const level of ['group', 'pupil'] as const) {
    const id = await aQuestion(stage, cast, status, { level });
    expect((await rowOf(id)).status).toBe(status);
  }
});
