/** Whom the planner's rules would send to one question, as whoever assigns is told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import { aContract, aQuestion } from '../../../tests/support/factories-questions.ts';
import { openQuestionApi, type QuestionApi } from '../../../tests/support/question-api.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { newId } from '../../platform/ids.ts';
import { findRecommendations } from './recommend.store.ts';

let api: QuestionApi;
beforeAll(async () => {
  api = await openQuestionApi();
});
afterAll(() => api.close());

test('who assigns hears who fits best and why; others who read the question do not', async () => {
  const { cast, fresh, stage } = api;
  const superuser = await openSuperuser(fresh);
  const knows = async (personId: string, expertise: string, level: number) => {
    await superuser.query('insert into specialist (tenant_id, person_id) values ($1, $2)', [
      cast.tenantId,
      personId,
    ]);
    await superuser.query('insert into specialist_expertise values ($1, $2, $3, $4)', [
      ...[cast.tenantId, personId, expertise, level],
    ]);
  };
  await knows(cast.specialist, 'gedrag', 1);
  await knows(cast.colleague, 'gedrag', 3);
  const third = await anAppointment(stage, 'specialist', { tenantId: cast.tenantId });
  await aContract(fresh, { tenantId: cast.tenantId, personId: third });
  const question = await aQuestion(stage, cast, 'in_triage');
  const path = `/support-questions/${question}/recommendations`;
  const answer = await api.send(cast.author, path);
  expect(answer.status).toBe(200);
  expect(
    answer.body.items.map(({ specialist, able }: { specialist: { id: string }; able: boolean }) => [
      specialist.id,
      able,
    ]),
  ).toEqual([
    [cast.colleague, true],
    [cast.specialist, true],
    [third, false],
  ]);
  expect(answer.body.items[0].reasons).toContain('passende expertise: expert');
  expect(answer.body.items[2].reasons).toContain('andere expertise');
  expect((await api.send(cast.teamLead, path)).body).toEqual(answer.body);
  expect((await api.send(cast.coordinator, path)).status).toBe(403);
  expect((await api.send(cast.colleague, path)).status).toBe(404);
  expect((await api.send(cast.author, `/support-questions/${newId()}/recommendations`)).status).toBe(404);

  // Two hundred specialists: within 300 ms.
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    `with made as (insert into person (tenant_id, id, name, email) select $1, gen_random_uuid(), 'Persoon ' || n, 'n' || n || '@proef.example'
        from generate_series(1, 200) n returning tenant_id, id),
      seats as (insert into appointment (tenant_id, id, person_id, role, starts_on) select tenant_id, gen_random_uuid(), id, 'specialist', '2025-08-01' from made),
      deals as (insert into contract (tenant_id, id, person_id, starts_on, fte, dagdelen) select tenant_id, gen_random_uuid(), id, '2025-08-01', 1, 8 from made)
      insert into specialist (tenant_id, person_id) select tenant_id, id from made`,
    [cast.tenantId],
  );
  await superuser.end();
  const who = { tenantId: cast.tenantId, personId: cast.author };
  const took: number[] = [];
  for (let nth = 0; nth < 3; nth += 1) {
    const began = performance.now();
    const found = await stage.database.read(who, (reader) =>
      findRecommendations(reader, cast.tenantId, question),
    );
    took.push(performance.now() - began);
    expect(found).toHaveLength(203);
  }
  console.log('recommendation among 203 specialists, ms:', took.map(Math.round).join(' '));
  expect(Math.min(...took)).toBeLessThan(300);
});
