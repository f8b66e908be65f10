/** The API of a concern: one answer for each thing that can become of a request. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  aNote,
  aNoteBy,
  type Cast,
  openStage,
  type Stage,
} from '../../tests/support/factories.ts';
import { makeKey } from '../platform/access.store.ts';
import { newId } from '../platform/ids.ts';
import { createApp } from '../web/server.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;
let app: ReturnType<typeof createApp>;
const tokens = new Map<string, string>();

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aCast(stage);
  app = createApp({
    database: stage.database,
    config: { demo: false, rateLimit: false, baseUrl: undefined },
    clock: () => stage.now(),
  });
  for (const personId of [cast.author, cast.director, cast.teamLead, cast.boardMember]) {
    const ends = new Date('2027-01-01');
    const secret = await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
      makeKey(tx, { tenantId: cast.tenantId, personId }, 'token', ends),
    );
    tokens.set(personId, secret);
  }
});

afterAll(async () => {
  await stage.close();
  await fresh.drop();
});

type Headers = Readonly<Record<string, string>>;

async function send(who: string, path: string, body?: unknown, headers: Headers = {}) {
  const answer = await app.request(`/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${tokens.get(who)}`, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) };
}

const steps = (id: string) => `/concerns/${id}/steps`;
const reply = { step: 'reply', verdict: 'accurate', text: 'Dat klopt.' };

test('a note is made: 201, where it stands and its version', async () => {
  const { status, headers, body } = await send(cast.author, '/concerns', aNote(cast.school.code));
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { status: 'noted', version: 1, timeline: [] },
  });
  expect(headers.get('location')).toBe(`/api/v1/concerns/${body.id}`);
  expect(headers.get('etag')).toBe('"1"');
});

test('a change asks for the version that was seen: 428 without, 412 with an old one and how it stands now', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  expect((await send(cast.director, steps(id), reply)).status).toBe(428);
  const taken = await send(cast.director, steps(id), reply, { 'If-Match': '"2"' });
  expect(taken).toMatchObject({ status: 200, body: { version: 3 } });
  const stale = await send(cast.director, steps(id), reply, { 'If-Match': '"2"' });
  expect(stale).toMatchObject({ status: 412, body: { id, version: 3 } });
  expect(stale.headers.get('etag')).toBe('"3"');
});

test('a refusal is 409 with every unmet need by code and in Dutch', async () => {
  const id = await aNoteBy(stage, cast, cast.author, { meaningForChildren: undefined, goesWell: undefined });
  const { status, headers, body } = await send(
    cast.author,
    steps(id),
    { step: 'share_with_director' },
    { 'If-Match': '"1"' },
  );
  expect({ status, type: body.type, codes: body.unmet.map((one: { code: string }) => one.code) }).toEqual({
    status: 409,
    type: '/problems/step-refused',
    codes: ['meaningForChildren', 'goesWell'],
  });
  expect(body.detail).toContain('Vul dat aan.');
  expect(headers.get('content-type')).toContain('application/problem+json');
});

test('a step of another part is 403; what one may not see is the same 404 as what is not there', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  expect((await send(cast.teamLead, steps(id), reply, { 'If-Match': '"2"' })).status).toBe(403);
  const view = { step: 'add_view', text: 'Gezien.' };
  const hidden = await send(cast.boardMember, steps(id), view, { 'If-Match': '"2"' });
  const absent = await send(cast.boardMember, steps(newId()), view, { 'If-Match': '"2"' });
  const odd = await send(cast.boardMember, steps('geen-nummer'), view, { 'If-Match': '"2"' });
  expect([hidden.status, absent.status, odd.status]).toEqual([404, 404, 404]);
  expect(hidden.text).toBe(absent.text);
  for (const path of [`/concerns/${id}`, `/concerns/${id}/disclosures`])
    expect((await send(cast.boardMember, path)).text).toBe(absent.text);
});

test('a key makes a repeated request one deed with one answer, and belongs to one request', async () => {
  const key = { 'Idempotency-Key': newId() };
  const first = await send(cast.author, '/concerns', aNote(cast.school.code), key);
  const again = await send(cast.author, '/concerns', aNote(cast.school.code), key);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body.id).toBe(first.body.id);
  const other = await send(
    cast.author,
    '/concerns',
    { ...aNote(cast.school.code), theme: 'Iets anders' },
    key,
  );
  expect(other).toMatchObject({ status: 422, body: { type: '/problems/key-reused' } });
});

test('what is sent wrongly is 400, naming each field', async () => {
  const { status, body } = await send(cast.author, '/concerns', { schoolCode: 'x', noticedOn: '2026-02-30' });
  expect(status).toBe(400);
  const locations = body.errors.map((one: { location: string }) => one.location).sort();
  expect(locations).toEqual(['noticedOn', 'observation', 'occasion', 'schoolCode']);
});

test('a whole concern says what can be done and why not; who knows it is told to its circle', async () => {
  const id = await aConcernIn(stage, cast, 'board_proposed');
  const { body } = await send(cast.teamLead, `/concerns/${id}`);
  const shown = new Map(body.steps.map((one: { step: string }) => [one.step, one]));
  expect(shown.get('not_to_board')).toMatchObject({ allowed: true, unmet: [] });
  expect(shown.get('share_with_board')).toMatchObject({ allowed: false, unmet: [{ code: 'directorHeard' }] });
  expect(shown.get('resolve')).toMatchObject({ allowed: false, unmet: [{ code: 'stateAllows' }] });
  expect(shown.has('take_position')).toBe(false);
  const ledger = await send(cast.author, `/concerns/${id}/disclosures`);
  expect(ledger.body.items).toContainEqual(
    expect.objectContaining({ kind: 'told', person: expect.objectContaining({ id: cast.director }) }),
  );
});

test('the board’s list holds what was put forward and nothing else', async () => {
  const forward = await aConcernIn(stage, cast, 'with_board');
  await aConcernIn(stage, cast, 'working');
  const { body } = await send(cast.boardMember, '/concerns');
  expect(body.items.map((one: { id: string }) => one.id)).toEqual([forward]);
  const none = await send(cast.boardMember, '/concerns?status=working');
  expect(none.body).toEqual({ items: [], next: null });
});
