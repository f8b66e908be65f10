/** The API of the committee: one answer for each thing that can become of a request. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aQuestion, type QuestionCast, questionStep } from '../../../tests/support/factories-questions.ts';
import { openQuestionApi, type QuestionApi } from '../../../tests/support/question-api.ts';
import { newId } from '../../platform/ids.ts';

let api: QuestionApi;
let cast: QuestionCast;

beforeAll(async () => {
  api = await openQuestionApi();
  ({ cast } = api);
  api.stage.at('2026-03-02T08:00:00Z');
});
afterAll(() => api.close());

const base = '/committee-meetings';
const version = (n: number) => ({ 'If-Match': `"${n}"` });
const plan = (more: object = {}, headers: Readonly<Record<string, string>> = {}) =>
  api.send(cast.secretary, base, { startsAt: '2026-03-16T13:00:00Z', ...more }, headers);

test('a meeting is planned once: 201, where it stands, its version', async () => {
  const key = { 'Idempotency-Key': newId() };
  const { status, headers, body } = await plan({ place: 'Lokaal 3' }, key);
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { place: 'Lokaal 3', cutOffOn: '2026-03-09', quorum: 2, status: 'planned', version: 1 },
  });
  expect(headers.get('location')).toBe(`/api/v1${base}/${body.id}`);
  expect(headers.get('etag')).toBe('"1"');
  expect((await plan({ place: 'Lokaal 3' }, key)).body.id).toBe(body.id);
  expect((await plan({ place: 'Zaal 9' }, key)).status).toBe(422);
  expect((await api.send(cast.teacher, `${base}/${body.id}`)).body).toEqual(body);
});

test('what is wrong is 400, what cannot be is 409 with every need, what is not theirs is 403', async () => {
  expect((await plan({ startsAt: 'morgen', quorum: 0 })).body.errors).toHaveLength(2);
  const refused = await plan({ startsAt: '2026-03-01T13:00:00Z', cutOffOn: '2026-03-02' });
  expect(refused.status).toBe(409);
  expect(refused.body.unmet.map(({ code }: { code: string }) => code)).toEqual([
    'meetingAhead',
    'cutOffBefore',
  ]);
  expect((await api.send(cast.teamLead, base, { startsAt: '2026-03-16T13:00:00Z' })).status).toBe(403);
});

test('what is not sent is named, with what to do', async () => {
  const { body } = await plan();
  const wrong = async (who: string, path: string, input: object = {}) => {
    const answer = await api.send(who, path, input, version(1));
    expect(answer.status).toBe(400);
    return answer.body.errors;
  };
  const said = (location: string, detail: string) => [
    expect.objectContaining({ in: 'body', location, detail }),
  ];
  const own = `${base}/${body.id}`;
  expect(await wrong(cast.members[0], `${own}/recusals`)).toEqual(
    said('questionId', 'Kies een vraag van de agenda.'),
  );
  expect(await wrong(cast.members[0], `${own}/recusals`, { questionId: 'x' })).toEqual(
    said('questionId', 'Kies een vraag van de agenda.'),
  );
  expect(await wrong(cast.secretary, base)).toEqual(
    said('startsAt', 'Vul een dag en tijd in als 20-11-2026 14:00.'),
  );
  expect(await wrong(cast.secretary, `${own}/minutes`)).toEqual(said('present', 'Kies wie er waren.'));
  expect(await wrong(cast.secretary, own, { cancelled: false })).toEqual(
    said('cancelled', 'Maak een keuze.'),
  );
  const question = await aQuestion(api.stage, cast, 'in_triage');
  expect(await wrong(cast.author, `/support-questions/${question}/steps`, { step: 'to_committee' })).toEqual(
    said('meetingId', 'Kies een vergadering.'),
  );
});

test('a change asks for the version that was seen, and shows the newer one', async () => {
  const { body } = await plan();
  const path = `${base}/${body.id}`;
  expect((await api.send(cast.secretary, path, { quorum: 3 })).status).toBe(428);
  const changed = await api.send(cast.secretary, path, { quorum: 3 }, version(1));
  expect(changed).toMatchObject({ status: 200, body: { quorum: 3, version: 2 } });
  const stale = await api.send(cast.secretary, path, { quorum: 4 }, version(1));
  expect(stale).toMatchObject({ status: 412, body: { quorum: 3, version: 2 } });
  expect((await api.send(cast.secretary, `${base}/${newId()}`, { quorum: 4 }, version(1))).status).toBe(404);
  const cancelled = await api.send(cast.secretary, path, { cancelled: true }, version(2));
  expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled' } });
});

test('the list goes back in time, page by page', async () => {
  const first = await api.send(cast.teacher, `${base}?limit=1`);
  expect(first.body.items).toHaveLength(1);
  const second = await api.send(cast.teacher, `${base}?limit=1&after=${first.body.next}`);
  expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
});

test('agenda, recusal, minutes and letter', async () => {
  const { body: meeting } = await plan();
  const path = `${base}/${meeting.id}`;
  const question = await aQuestion(api.stage, cast, 'in_triage', { level: 'pupil' });
  const put = { step: 'to_committee', meetingId: meeting.id, kind: 'decision' } as const;
  await questionStep(api.stage, cast, cast.author, question, put);
  const agenda = await api.send(cast.secretary, `${path}/agenda`);
  expect(agenda.body).toMatchObject({
    items: [
      {
        questionId: question,
        kind: 'decision',
        state: 'open',
        complete: true,
        takers: 2,
        quorumReached: true,
      },
    ],
    next: null,
    keptOut: 0,
  });
  expect((await api.send(cast.teacher, `${path}/agenda`)).body.items).toEqual([]);
  expect((await api.send(cast.teamLead, `${path}/agenda`)).body.items[0]).toMatchObject({
    title: null,
    pupil: null,
  });

  const [member, other] = cast.members;
  expect((await api.send(member, `${path}/recusals`, { questionId: newId() })).status).toBe(404);
  expect((await api.send(member, `${path}/recusals`, { questionId: question })).status).toBe(201);
  expect((await api.send(member, `${path}/agenda`)).body).toMatchObject({ items: [], keptOut: 1 });

  api.stage.at('2026-03-16T14:00:00Z');
  const present = { present: [member, other] };
  const early = await api.send(cast.secretary, `${path}/minutes`, { ...present, held: true }, version(1));
  expect(early.body.unmet).toEqual([expect.objectContaining({ code: 'agendaSettled' })]);
  const marked = await api.send(
    cast.secretary,
    `${path}/minutes`,
    { ...present, minutes: 'Bel 06 12345678.' },
    version(1),
  );
  expect(marked).toMatchObject({ status: 409, body: { marks: [{ field: 'minutes' }] } });
  const kept = await api.send(
    cast.secretary,
    `${path}/minutes`,
    { ...present, minutes: 'Geopend.' },
    version(1),
  );
  expect(kept).toMatchObject({ status: 200, body: { minutes: 'Geopend.', held: false } });
  expect((await api.send(other, `${path}/minutes`)).body.present).toHaveLength(2);
  expect((await api.send(cast.teamLead, `${path}/minutes`)).status).toBe(403);
  expect((await api.send(cast.coordinator, `/committee-decisions/${newId()}/letter`)).status).toBe(404);
  expect((await api.send(cast.teacher, `/committee-decisions/${newId()}/letter`)).status).toBe(403);
});
