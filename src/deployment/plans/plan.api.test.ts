/** Plans through the API, and live: who waits for a plan hears how it goes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '../../../tests/support/factories.ts';
import { aQuestion } from '../../../tests/support/factories-questions.ts';
import { openQuestionApi, type QuestionApi } from '../../../tests/support/question-api.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { newId } from '../../platform/ids.ts';
import { planNext } from './plan.jobs.ts';
import { listen, mayListen } from './progress.ts';

let api: QuestionApi;
beforeAll(async () => {
  api = await openQuestionApi();
  const superuser = await openSuperuser(api.fresh);
  const { tenantId, specialist } = api.cast;
  await superuser.query('insert into specialist (tenant_id, person_id) values ($1, $2)', [
    tenantId,
    specialist,
  ]);
  await superuser.query(`insert into specialist_expertise values ($1, $2, 'gedrag', 3)`, [
    tenantId,
    specialist,
  ]);
  await superuser.end();
});
afterAll(() => api.close());

const lead = () => api.cast.teamLead;
const post = (path: string, body: unknown, headers = {}) => api.send(lead(), path, body, headers);
const seen = (version: number) => ({ 'If-Match': `"${version}"` });

test('a plan is asked for with {}, begins by itself and comes with its proof, reasons and balance', async () => {
  const question = await aQuestion(api.stage, api.cast, 'in_triage');
  const asked = await post('/deployment-plans', {}, { 'Idempotency-Key': 'een' });
  expect(asked.status).toBe(202);
  expect(asked.body).toMatchObject({
    status: 'running',
    progress: 0,
    version: 1,
    stationings: [],
    gap: null,
  });
  const at = asked.headers.get('location') ?? '';
  expect(at).toBe(`/api/v1/deployment-plans/${asked.body.id}`);
  expect((await post('/deployment-plans', {}, { 'Idempotency-Key': 'een' })).body.id).toBe(asked.body.id);
  await planNext(api.stage.database);
  const path = `/deployment-plans/${asked.body.id}`;
  const done = await api.send(lead(), path);
  expect(done.body).toMatchObject({
    ...{ status: 'done', progress: 1, gap: 0, unplanned: [] },
    assignments: [{ id: question, kind: 'question', specialist: { id: api.cast.specialist }, dagdelen: 4 }],
    stationings: [{ school: { code: api.cast.school.code }, is: 'new', demands: [question] }],
    balance: { questions: 8 },
  });
  expect(done.headers.get('etag')).toBe('"1"');
  const list = await api.send(lead(), '/deployment-plans?limit=1');
  expect(list.body).toMatchObject({ items: [{ id: asked.body.id, status: 'done' }], next: null });
  // Whoever is no team lead knocks at a closed door, also where nothing is.
  for (const who of [api.cast.specialist, api.cast.author])
    for (const door of ['/deployment-plans', path, `/deployment-plans/${newId()}`])
      expect((await api.send(who, door)).status).toBe(403);
  expect((await api.send(lead(), `/deployment-plans/${newId()}`)).status).toBe(404);

  const pin = {
    ...{ kind: 'pin', specialistId: api.cast.specialist, schoolCode: api.cast.school.code },
    demandId: question,
  };
  expect((await post(`${path}/pins`, pin)).status).toBe(428);
  expect((await post(`${path}/pins`, { ...pin, schoolCode: '99ZZ99' }, seen(1))).status).toBe(400);
  expect((await post(`${path}/pins`, pin, seen(1))).body).toMatchObject({
    version: 2,
    pins: [{ kind: 'pin', demandId: question }],
  });
  const stale = await post(`${path}/pins`, pin, seen(1));
  expect([stale.status, stale.body.version]).toEqual([412, 2]);
  expect((await post(`${path}/stop`, {})).status).toBe(409);
  const other = await post('/deployment-plans', { basedOnId: asked.body.id, seconds: 1 });
  await planNext(api.stage.database);
  const compared = await api.send(lead(), `${path}/compare?with=${other.body.id}`);
  expect(compared.body).toMatchObject({ stationings: [], assignments: [] });
  const published = await post(`${path}/publish`, {}, seen(2));
  expect(published.body).toMatchObject({ status: 'published', leftOut: [] });
  expect((await post(`${path}/discard`, {}, seen(3))).status).toBe(409);
});

test('who listens hears each step, then the end; and no more than a few lines are open at once', async () => {
  const { stage, cast } = api;
  const asked = await post('/deployment-plans', { seconds: 1 });
  const actor = await actorOf(stage, cast.tenantId, lead());
  const heard: string[] = [];
  const never = new AbortController();
  const working = planNext(stage.database);
  for await (const text of listen(stage.database, actor, asked.body.id, never.signal)) heard.push(text);
  await working;
  expect(heard[0]).toBe('retry: 2000\n\n');
  expect(heard.at(-1)).toMatch(/^event: end\ndata: \{.*"status":"done".*\}\n\n$/);
  expect(heard.filter((text) => text.startsWith('event: progress')).length).toBeGreaterThan(0);

  const left = new AbortController();
  const waiting = await post('/deployment-plans', {});
  const lines = [1, 2, 3, 4].map(() =>
    listen(stage.database, actor, waiting.body.id, left.signal)[Symbol.asyncIterator](),
  );
  for (const line of lines) await line.next();
  expect(mayListen(actor)).toBe(false);
  left.abort();
  for (const line of lines) while ((await line.next()).done !== true);
  expect(mayListen(actor)).toBe(true);
  // Somebody who reads no plans hears nothing at all.
  const nobody = await actorOf(stage, cast.tenantId, cast.author);
  const silence: string[] = [];
  for await (const text of listen(stage.database, nobody, waiting.body.id, never.signal)) silence.push(text);
  expect(silence).toEqual(['retry: 2000\n\n']);
});
