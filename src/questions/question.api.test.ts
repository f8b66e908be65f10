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
import { openQuestionStage, type QuestionStage } from '../../tests/support/question-stage.ts';
import { makeKey } from '../platform/access.store.ts';
import { newId } from '../platform/ids.ts';
import { createApp } from '../web/server.ts';

let world: QuestionStage;
let stage: QuestionStage['stage'];
let cast: QuestionCast;
let app: ReturnType<typeof createApp>;
const tokens = new Map<string, string>();

beforeAll(async () => {
  world = await openQuestionStage();
  ({ stage, cast } = world);
  app = createApp({
    database: stage.database,
    config: { demo: false, rateLimit: false, baseUrl: undefined },
    clock: () => stage.now(),
  });
  const { coordinator, author, teacher, teamLead, specialist, colleague, boardMember } = cast;
  for (const personId of [coordinator, author, teacher, teamLead, specialist, colleague, boardMember]) {
    const ends = new Date('2027-01-01');
    const secret = await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
      makeKey(tx, { tenantId: cast.tenantId, personId }, 'token', ends),
    );
    tokens.set(personId, secret);
  }
});

afterAll(() => world.close());

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

const steps = (id: string) => `/support-questions/${id}/steps`;
const seen = async (who: string, id: string): Promise<Headers> => ({
  'If-Match': `"${(await send(who, `/support-questions/${id}`)).body.version}"`,
});
const codesOf = (body: { readonly unmet: readonly { readonly code: string }[] }) =>
  body.unmet.map(({ code }) => code);

test('a question is asked: 201, where it stands, its version, its clocks and its steps', async () => {
  const { status, headers, body } = await send(
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
  const answer = await send(cast.coordinator, '/support-questions', body);
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
  const band = await send(cast.coordinator, '/support-questions', pupil);
  expect(band.body.errors).toEqual([expect.objectContaining({ location: 'pupil.ageBand' })]);
});

test('who may not ask for a school gets the 404 of a school that is not there; who never asks 403', async () => {
  const other = await aCast(stage, cast.tenantId);
  const foreign = await send(cast.coordinator, '/support-questions', anAsk(other.school.code));
  const absent = await send(cast.coordinator, '/support-questions', anAsk('99ZZ99'));
  expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
  expect((await send(cast.specialist, '/support-questions', anAsk(cast.school.code))).status).toBe(403);
});

test('a change asks for the version that was seen: 428 without, 412 with an old one and how it stands now', async () => {
  const id = await aQuestion(stage, cast, 'draft');
  const revise = { step: 'revise', title: 'Meer rust in de groep' };
  expect((await send(cast.coordinator, steps(id), revise)).status).toBe(428);
  const taken = await send(cast.coordinator, steps(id), revise, { 'If-Match': '"1"' });
  expect(taken).toMatchObject({ status: 200, body: { version: 2, title: 'Meer rust in de groep' } });
  const stale = await send(cast.coordinator, steps(id), revise, { 'If-Match': '"1"' });
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
  const { body: draft } = await send(cast.coordinator, '/support-questions', bare);
  const { status, headers, body } = await send(
    cast.coordinator,
    steps(draft.id),
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
  const { body: draft } = await send(cast.coordinator, '/support-questions', {
    ...ask,
    pupil: { ...ask.pupil, pseudonym: 'J.K.' },
  });
  const send2 = (acceptedMarks: readonly string[]) =>
    send(cast.coordinator, steps(draft.id), { step: 'submit', acceptedMarks }, { 'If-Match': '"1"' });
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
  const taken = await send(cast.coordinator, steps(draft.id), better, { 'If-Match': '"1"' });
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
  expect((await send(cast.coordinator, steps(id), triage, { 'If-Match': '"2"' })).status).toBe(403);
  const absent = await send(cast.colleague, steps(newId()), triage, { 'If-Match': '"2"' });
  const hidden = await send(cast.colleague, steps(id), triage, { 'If-Match': '"2"' });
  const odd = await send(cast.colleague, steps('geen-nummer'), triage, { 'If-Match': '"2"' });
  expect([hidden.status, absent.status, odd.status]).toEqual([404, 404, 404]);
  expect(hidden.text).toBe(absent.text);
  for (const who of [cast.colleague, cast.teacher])
    expect((await send(who, `/support-questions/${id}`)).text).toBe(absent.text);
  // Of a role that never reads one it is the role that is told.
  expect((await send(cast.boardMember, `/support-questions/${id}`)).status).toBe(403);
});

test('a team lead plans a question on a pupil without a word of it', async () => {
  const id = await aQuestion(stage, cast, 'needs_information', { level: 'pupil' });
  const { text, body } = await send(cast.teamLead, `/support-questions/${id}`);
  expect(body).toMatchObject({ status: 'needs_information', title: null, need: null, pupil: null });
  expect(body.timeline.map((entry: { text: unknown }) => entry.text)).toEqual([null, null, null]);
  for (const word of ['Zeester', 'rekenen', 'Hoe groot']) expect(text).not.toContain(word);
  const list = await send(cast.teamLead, '/support-questions?level=pupil');
  expect(list.body.items.find((item: { id: string }) => item.id === id)).toMatchObject({ title: null });
  // The control: the contact person reads all of it.
  const whole = await send(cast.author, `/support-questions/${id}`);
  for (const word of ['Zeester', 'rekenen', 'Hoe groot']) expect(whole.text).toContain(word);
  expect(whole.body.clocks.find(({ name }: { name: string }) => name === 'first_contact').paused).toBe(true);
});

test('who thinks along reads the pseudonym and the age, not the case number nor the consent', async () => {
  const id = await aQuestion(stage, cast, 'draft', { level: 'pupil' });
  const ask = { step: 'think_along', specialistId: cast.colleague };
  expect((await send(cast.coordinator, steps(id), ask, await seen(cast.coordinator, id))).status).toBe(200);
  const { body } = await send(cast.colleague, `/support-questions/${id}`);
  expect(body.pupil).toEqual({ pseudonym: 'Zeester', ageBand: '8-9' });
  const accept = await send(
    cast.colleague,
    steps(id),
    { step: 'think_along' },
    await seen(cast.colleague, id),
  );
  expect(accept.body.assignments).toEqual([
    expect.objectContaining({ kind: 'thinks_along', state: 'active' }),
  ]);
});

test('who declines to think along hears that it was done, and reads no further', async () => {
  const id = await aQuestion(stage, cast, 'submitted');
  const ask = { step: 'think_along', specialistId: cast.colleague };
  await send(cast.author, steps(id), ask, await seen(cast.author, id));
  const decline = { step: 'think_along', decision: 'decline' };
  const { status, body } = await send(cast.colleague, steps(id), decline, await seen(cast.colleague, id));
  expect({ status, body }).toEqual({ status: 200, body: { id, version: 4 } });
  expect((await send(cast.colleague, `/support-questions/${id}`)).status).toBe(404);
});

test('a key makes a repeated request one deed with one answer, and belongs to one request', async () => {
  const key = { 'Idempotency-Key': newId() };
  const first = await send(cast.coordinator, '/support-questions', anAsk(cast.school.code), key);
  const again = await send(cast.coordinator, '/support-questions', anAsk(cast.school.code), key);
  expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  const changed = anAsk(cast.school.code, { title: 'Iets anders' });
  const other = await send(cast.coordinator, '/support-questions', changed, key);
  expect(other).toMatchObject({ status: 422, body: { type: '/problems/key-reused' } });
});

test('the list is read by pages, and narrowed by state, school, level, expertise and who has it', async () => {
  for (let nth = 0; nth < 3; nth += 1) await aQuestion(stage, cast, 'draft');
  const whole = await send(cast.coordinator, '/support-questions?limit=200&count=true');
  expect(whole.body.count).toBe(whole.body.items.length);
  const walked: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const { body }: { body: { items: { id: string }[]; next: string | null } } = await send(
      cast.coordinator,
      `/support-questions?limit=4&after=${after}`,
    );
    walked.push(...body.items.map(({ id }) => id));
    after = body.next;
  }
  expect(walked).toEqual(whole.body.items.map(({ id }: { id: string }) => id));
  const drafts = await send(
    cast.coordinator,
    `/support-questions?status=draft&mine=true&open=true&school=${cast.school.code}&level=group`,
  );
  expect(drafts.body.items.length).toBeGreaterThan(2);
  expect((await send(cast.coordinator, '/support-questions?school=99ZZ99')).body).toEqual({
    items: [],
    next: null,
  });
  expect((await send(cast.coordinator, '/support-questions?status=weg')).status).toBe(400);
});
