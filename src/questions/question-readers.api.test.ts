/** What each reader gets of a question through the API, and what they never get. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aQuestion, type QuestionCast } from '../../tests/support/factories-questions.ts';
import { openQuestionApi, type QuestionApi, stepsOf } from '../../tests/support/question-api.ts';

let api: QuestionApi;
let stage: QuestionApi['stage'];
let cast: QuestionCast;

beforeAll(async () => {
  api = await openQuestionApi();
  ({ stage, cast } = api);
});
afterAll(() => api.close());

test('a team lead plans a question on a pupil without a word of it', async () => {
  const id = await aQuestion(stage, cast, 'needs_information', { level: 'pupil' });
  const { text, body } = await api.send(cast.teamLead, `/support-questions/${id}`);
  expect(body).toMatchObject({ status: 'needs_information', title: null, need: null, pupil: null });
  expect(body.timeline.map((entry: { text: unknown }) => entry.text)).toEqual([null, null, null]);
  for (const word of ['Zeester', 'rekenen', 'Hoe groot']) expect(text).not.toContain(word);
  const list = await api.send(cast.teamLead, '/support-questions?level=pupil');
  expect(list.body.items.find((item: { id: string }) => item.id === id)).toMatchObject({ title: null });
  // The control: the contact person reads all of it.
  const whole = await api.send(cast.author, `/support-questions/${id}`);
  for (const word of ['Zeester', 'rekenen', 'Hoe groot']) expect(whole.text).toContain(word);
  expect(whole.body.clocks.find(({ name }: { name: string }) => name === 'first_contact').paused).toBe(true);
});

test('who thinks along reads the pseudonym and the age, not the case number nor the consent', async () => {
  const id = await aQuestion(stage, cast, 'draft', { level: 'pupil' });
  const ask = { step: 'think_along', specialistId: cast.colleague };
  expect(
    (await api.send(cast.coordinator, stepsOf(id), ask, await api.seen(cast.coordinator, id))).status,
  ).toBe(200);
  const { body } = await api.send(cast.colleague, `/support-questions/${id}`);
  expect(body.pupil).toEqual({ pseudonym: 'Zeester', ageBand: '8-9' });
  const answer = async (more: object) =>
    api.send(
      cast.colleague,
      stepsOf(id),
      { step: 'think_along', ...more },
      await api.seen(cast.colleague, id),
    );
  expect((await answer({})).status).toBe(400);
  const accept = await answer({ decision: 'accept' });
  expect(accept.body.assignments).toEqual([
    expect.objectContaining({ kind: 'thinks_along', state: 'active' }),
  ]);
});

test('who declines to think along hears that it was done, and reads no further', async () => {
  const id = await aQuestion(stage, cast, 'submitted');
  const ask = { step: 'think_along', specialistId: cast.colleague };
  await api.send(cast.author, stepsOf(id), ask, await api.seen(cast.author, id));
  const decline = { step: 'think_along', decision: 'decline' };
  const { status, body } = await api.send(
    cast.colleague,
    stepsOf(id),
    decline,
    await api.seen(cast.colleague, id),
  );
  expect({ status, body }).toEqual({ status: 200, body: { id, version: 4 } });
  expect((await api.send(cast.colleague, `/support-questions/${id}`)).status).toBe(404);
});

test('the list is read by pages, and narrowed by state, school, level, expertise and who has it', async () => {
  for (let nth = 0; nth < 3; nth += 1) await aQuestion(stage, cast, 'draft');
  const whole = await api.send(cast.coordinator, '/support-questions?limit=200&count=true');
  expect(whole.body.count).toBe(whole.body.items.length);
  const walked: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const { body }: { body: { items: { id: string }[]; next: string | null } } = await api.send(
      cast.coordinator,
      `/support-questions?limit=4&after=${after}`,
    );
    walked.push(...body.items.map(({ id }) => id));
    after = body.next;
  }
  expect(walked).toEqual(whole.body.items.map(({ id }: { id: string }) => id));
  const drafts = await api.send(
    cast.coordinator,
    `/support-questions?status=draft&mine=true&open=true&school=${cast.school.code}&level=group`,
  );
  expect(drafts.body.items.length).toBeGreaterThan(2);
  expect((await api.send(cast.coordinator, '/support-questions?school=99ZZ99')).body).toEqual({
    items: [],
    next: null,
  });
  expect((await api.send(cast.coordinator, '/support-questions?status=weg')).status).toBe(400);
});
