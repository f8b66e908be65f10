/** The API of a question: one answer for each thing that can become of a request. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCast } from '../../tests/support/factories.ts';
import {
  anAsk,
  aPupilAsk,
  aQuestion,
  dayOfStage,
  type QuestionCast,
} from '../../tests/support/factories-questions.ts';
import { openQuestionApi, type QuestionApi, stepsOf } from '../../tests/support/question-api.ts';
import { newId } from '../platform/ids.ts';

let api: QuestionApi;
let stage: QuestionApi['stage'];
let cast: QuestionCast;

beforeAll(async () => {
  api = await openQuestionApi();
  ({ stage, cast } = api);
});
afterAll(() => api.close());

const codesOf = (body: { readonly unmet: readonly { readonly code: string }[] }) =>
  body.unmet.map(({ code }) => code);

test('a question is asked: 201, where it stands, its version, its clocks and its steps', async () => {
  const { status, headers, body } = await api.send(
    cast.coordinator,
    '/support-questions',
    anAsk(cast.school.code),
  );
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { status: 'draft', version: 1, level: 'group', timeline: [], pupil: null, urgency: 'normal' },
  });
  expect(headers.get('location')).toBe(`/api/v1/support-questions/${body.id}`);
  expect(headers.get('etag')).toBe('"1"');
  expect(body.clocks).toEqual([
    expect.objectContaining({
      name: 'first_contact',
      norm: 10,
      elapsed: 0,
      unit: 'schoolDays',
      paused: false,
      source: expect.any(String),
    }),
  ]);
  const names = body.steps.map(({ step }: { step: string }) => step);
  expect(names).toEqual(expect.arrayContaining(['revise', 'submit', 'withdraw', 'think_along']));
  expect(names).not.toContain('triage');
});

test('what is sent wrongly is 400, naming each field', async () => {
  const body = {
    schoolCode: 'x',
    level: 'kind',
    title: '',
    requestedDagdelen: 0.3,
    signalledOn: '2026-02-30',
  };
  const answer = await api.send(cast.coordinator, '/support-questions', body);
  expect(answer.status).toBe(400);
  const locations = answer.body.errors.map((one: { location: string }) => one.location);
  expect([...new Set(locations)].sort()).toEqual([
    'level',
    'need',
    'requestedDagdelen',
    'schoolCode',
    'signalledOn',
    'title',
  ]);
  const pupil = { ...aPupilAsk(cast.school.code, dayOfStage(stage)), pupil: { ageBand: '9-8' } };
  const band = await api.send(cast.coordinator, '/support-questions', pupil);
  expect(band.body.errors).toEqual([expect.objectContaining({ location: 'pupil.ageBand' })]);
});

test('who may not ask for a school gets the 404 of a school that is not there; who never asks 403', async () => {
  const other = await aCast(stage, cast.tenantId);
  const foreign = await api.send(cast.coordinator, '/support-questions', anAsk(other.school.code));
  const absent = await api.send(cast.coordinator, '/support-questions', anAsk('99ZZ99'));
  expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
  expect((await api.send(cast.specialist, '/support-questions', anAsk(cast.school.code))).status).toBe(403);
});

test('a change asks for the version that was seen: 428 without, 412 with an old one and how it stands now', async () => {
  const id = await aQuestion(stage, cast, 'draft');
  const revise = { step: 'revise', title: 'Meer rust in de groep' };
  expect((await api.send(cast.coordinator, stepsOf(id), revise)).status).toBe(428);
  const taken = await api.send(cast.coordinator, stepsOf(id), revise, { 'If-Match': '"1"' });
  expect(taken).toMatchObject({ status: 200, body: { version: 2, title: 'Meer rust in de groep' } });
  const stale = await api.send(cast.coordinator, stepsOf(id), revise, { 'If-Match': '"1"' });
  expect(stale).toMatchObject({ status: 412, body: { id, version: 2, title: 'Meer rust in de groep' } });
  expect(stale.headers.get('etag')).toBe('"2"');
});

test('a refusal is 409 with every unmet need by code and in Dutch', async () => {
  const bare = {
    schoolCode: cast.school.code,
    level: 'pupil',
    title: 'Vastlopen',
    need: 'Wat heeft deze leerling nodig?',
  };
  const { body: draft } = await api.send(cast.coordinator, '/support-questions', bare);
  const { status, headers, body } = await api.send(
    cast.coordinator,
    stepsOf(draft.id),
    { step: 'submit' },
    { 'If-Match': '"1"' },
  );
  expect({ status, type: body.type, codes: codesOf(body) }).toEqual({
    status: 409,
    type: '/problems/step-refused',
    codes: ['pseudonym', 'ageBand', 'parentsSpoken'],
  });
  expect(body.detail).toMatch(/schuilnaam/);
  expect(headers.get('content-type')).toContain('application/problem+json');
});

test('what the writing aid finds is told with its place, and names in a pseudonym cannot be kept', async () => {
  const today = dayOfStage(stage);
  const ask = aPupilAsk(cast.school.code, today, { need: 'Daan loopt vast. Bel 06-12345678.' });
  const { body: draft } = await api.send(cast.coordinator, '/support-questions', {
    ...ask,
    pupil: { ...ask.pupil, pseudonym: 'J.K.' },
  });
  const send2 = (acceptedMarks: readonly string[]) =>
    api.send(cast.coordinator, stepsOf(draft.id), { step: 'submit', acceptedMarks }, { 'If-Match': '"1"' });
  const refused = await send2(['Daan', 'J.K.', '06-12345678']);
  expect(codesOf(refused.body)).toEqual(['noOpenMarks']);
  expect(refused.body.marks).toEqual([
    expect.objectContaining({ field: 'need', kind: 'phone', blocks: true }),
    expect.objectContaining({ field: 'pupil.pseudonym', kind: 'initials', text: 'J.K.', blocks: true }),
  ]);
  const better = {
    step: 'submit',
    need: 'Daan loopt vast.',
    pupil: { pseudonym: 'Zeester' },
    acceptedMarks: ['Daan'],
  };
  const taken = await api.send(cast.coordinator, stepsOf(draft.id), better, { 'If-Match': '"1"' });
  expect(taken).toMatchObject({
    status: 200,
    body: {
      status: 'submitted',
      pupil: { pseudonym: 'Zeester', ageBand: '8-9', externalCaseNumber: 'OT 2026 14' },
    },
  });
});

test('a step of another part is 403; what one may not see is the same 404 as what is not there', async () => {
  const id = await aQuestion(stage, cast, 'submitted', { level: 'pupil' });
  const triage = { step: 'triage', urgency: 'now', plannedDagdelen: 2, expertise: ['gedrag'] };
  expect((await api.send(cast.coordinator, stepsOf(id), triage, { 'If-Match': '"2"' })).status).toBe(403);
  const absent = await api.send(cast.colleague, stepsOf(newId()), triage, { 'If-Match': '"2"' });
  const hidden = await api.send(cast.colleague, stepsOf(id), triage, { 'If-Match': '"2"' });
  const odd = await api.send(cast.colleague, stepsOf('geen-nummer'), triage, { 'If-Match': '"2"' });
  expect([hidden.status, absent.status, odd.status]).toEqual([404, 404, 404]);
  expect(hidden.text).toBe(absent.text);
  for (const who of [cast.colleague, cast.teacher])
    expect((await api.send(who, `/support-questions/${id}`)).text).toBe(absent.text);
  // Of a role that never reads one it is the role that is told.
  expect((await api.send(cast.boardMember, `/support-questions/${id}`)).status).toBe(403);
});

test('a key makes a repeated request one deed with one answer, and belongs to one request', async () => {
  const key = { 'Idempotency-Key': newId() };
  const first = await api.send(cast.coordinator, '/support-questions', anAsk(cast.school.code), key);
  const again = await api.send(cast.coordinator, '/support-questions', anAsk(cast.school.code), key);
  expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  const changed = anAsk(cast.school.code, { title: 'Iets anders' });
  const other = await api.send(cast.coordinator, '/support-questions', changed, key);
  expect(other).toMatchObject({ status: 422, body: { type: '/problems/key-reused' } });
});
