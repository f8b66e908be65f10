/** Development through the API: what is made, found, changed and refused. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQuestionApi, type QuestionApi } from '../../tests/support/question-api.ts';
import { newId } from '../platform/ids.ts';

let api: QuestionApi;
beforeAll(async () => {
  api = await openQuestionApi();
});
afterAll(() => api.close());

const send = (who: keyof QuestionApi['cast'], path: string, body?: unknown, headers = {}) =>
  api.send(String(api.cast[who]), path, body, headers);
const seen = (version: number) => ({ 'If-Match': `"${version}"` });
const codes = (body: { readonly unmet?: readonly { readonly code: string }[] }) =>
  body.unmet?.map(({ code }) => code);

test('a profile is made once per key, changed in the version that was seen, and steps say why not', async () => {
  const words = { name: 'Specialist', role: 'specialist', body: 'Tekst.' };
  const key = { 'Idempotency-Key': 'profiel' };
  const made = await send('teamLead', '/role-profiles', words, key);
  expect(made.status).toBe(201);
  const path = `/role-profiles/${made.body.id}`;
  expect(made.headers.get('location')).toBe(`/api/v1${path}`);
  expect(made.body).toMatchObject({ version: 1, editions: [{ nth: 1, status: 'draft', body: 'Tekst.' }] });
  expect((await send('teamLead', '/role-profiles', words, key)).body.id).toBe(made.body.id);
  expect(codes((await send('teamLead', '/role-profiles', { ...words, name: 'specialist' })).body)).toEqual([
    'nameFree',
  ]);
  expect(
    codes((await send('teamLead', '/role-profiles', { ...words, name: 'B', body: 'Bsn 123456782.' })).body),
  ).toEqual(['noBsn']);
  expect((await send('coordinator', '/role-profiles', words)).status).toBe(403);
  const revise = { step: 'revise', body: 'Andere tekst.' };
  expect((await send('teamLead', `${path}/steps`, revise)).status).toBe(428);
  expect((await send('teamLead', `${path}/steps`, revise, seen(1))).body).toMatchObject({ version: 2 });
  const stale = await send('teamLead', `${path}/steps`, revise, seen(1));
  expect([stale.status, stale.body.version]).toEqual([412, 2]);
  expect((await send('teamLead', `${path}/steps`, { step: 'adopt', startsOn: 'x' }, seen(2))).status).toBe(
    400,
  );
  const early = await send('teamLead', `${path}/steps`, { step: 'adopt', startsOn: '2026-04-01' }, seen(2));
  expect([early.status, codes(early.body)]).toEqual([409, ['stateAllows', 'notOwn', 'wasAsked']]);
  // Nobody else finds it, whatever they send.
  for (const [to, body] of [[path], [`${path}/steps`, revise], [`${path}/steps`, { step: 'x' }]] as const)
    expect((await send('coordinator', to, body, seen(2))).status).toBe(404);
  expect((await send('coordinator', `/role-profiles/${newId()}`)).status).toBe(404);
  expect((await send('coordinator', '/role-profiles')).body).toEqual({ items: [], next: null });
});

test('a round is prepared, opened, answered and closed', async () => {
  const profile = (await send('teamLead', '/role-profiles')).body.items[0];
  const input = {
    ...{
      title: 'De rol',
      about: `profile:${profile.id}:1`,
      roles: ['support_coordinator'],
      anonymous: false,
    },
    ...{
      startsOn: '2026-03-02',
      endsOn: '2026-03-04',
      questions: [{ text: 'Wat mist u?' }, { text: 'Past het?', options: ['Ja', 'Nee'] }],
    },
  };
  expect(
    (await send('teamLead', '/consultations', { ...input, endsOn: '2026-03-01' })).body.errors[0].location,
  ).toBe('endsOn');
  expect(
    codes((await send('teamLead', '/consultations', { ...input, about: `pilot:${newId()}` })).body),
  ).toEqual(['subjectKnown']);
  const made = await send('teamLead', '/consultations', { ...input, introduction: ' ' });
  expect([made.status, made.body.about, made.body.introduction]).toEqual([201, input.about, null]);
  const path = `/consultations/${made.body.id}`;
  const answers = [
    { nth: 1, text: 'Niets.' },
    { nth: 2, option: 'Ja' },
  ];
  expect((await send('coordinator', path)).status).toBe(404);
  expect((await send('coordinator', `${path}/answers`, { answers })).status).toBe(404);
  expect((await send('teamLead', `${path}/steps`, { step: 'open' }, seen(1))).body).toMatchObject({
    status: 'open',
    version: 2,
  });
  expect((await send('coordinator', path)).body).toMatchObject({ tookPart: false, results: null, steps: [] });
  expect(codes((await send('coordinator', `${path}/answers`, { answers: [] })).body)).toEqual([
    'somethingSaid',
  ]);
  const odd = [{ nth: 2, option: 'Misschien' }];
  expect(codes((await send('coordinator', `${path}/answers`, { answers: odd })).body)).toEqual([
    'answersFit',
  ]);
  const key = { 'Idempotency-Key': 'antwoord' };
  const first = await send('coordinator', `${path}/answers`, { answers: [{ nth: 1, text: 'Tijd.' }] }, key);
  expect(first.body).toMatchObject({ tookPart: true });
  // A form that comes back with other words, sent from the same page: nobody is told that they were kept.
  expect((await send('coordinator', `${path}/answers`, { answers }, key)).status).toBe(422);
  expect((await send('coordinator', `${path}/answers`, { answers })).body).toMatchObject({ tookPart: true });
  expect((await send('coordinator', `${path}/answers`)).status).toBe(403);
  const read = (await send('teamLead', `${path}/answers`)).body;
  expect(read.items.map(({ text, option }: { text: string; option: string }) => [text, option])).toEqual([
    ['Niets.', null],
    [null, 'Ja'],
  ]);
  const outcome = { answerIds: [read.items[0].id], outcome: 'later', outcomeWords: 'Volgend jaar.' };
  const settled = await send('teamLead', `${path}/outcomes`, outcome, seen(2));
  expect([settled.status, codes(settled.body)]).toEqual([409, ['hasEnded']]);
  api.stage.at('2026-03-05T08:00:00Z');
  expect((await send('teamLead', `${path}/outcomes`, outcome, seen(2))).body.version).toBe(3);
  const summary = { summary: 'Het past.', summaryFor: 'asked' };
  expect((await send('teamLead', `${path}/summary`, summary, seen(3))).body).toMatchObject({
    status: 'summarised',
  });
  const after = (await send('coordinator', path)).body;
  expect(after.ownAnswers[0]).toMatchObject({ outcome: 'later', outcomeWords: 'Volgend jaar.' });
  // One of one is a small number.
  expect(after.results.options[1].chosen).toEqual([
    { option: 'Ja', n: '<5' },
    { option: 'Nee', n: '<5' },
  ]);
});

test('a pilot is found by status and school once it runs', async () => {
  const { code } = api.cast.school;
  const input = {
    name: 'Vaste dag',
    difference: 'Anders.',
    measures: ['own_words'],
    startsOn: '2026-03-05',
    schools: [{ code }],
  };
  expect(
    codes((await send('teamLead', '/pilots', { ...input, schools: [{ code: '99ZZ99' }] })).body),
  ).toEqual(['schoolsKnown']);
  expect((await send('teamLead', '/pilots', { ...input, measures: ['x'] })).status).toBe(400);
  const made = await send('teamLead', '/pilots', input);
  const path = `/pilots/${made.body.id}`;
  expect((await send('teacher', path)).status).toBe(404);
  expect((await send('teamLead', `${path}/steps`, { step: 'start' }, seen(made.body.version))).status).toBe(
    200,
  );
  const found = (query: string) => send('teacher', `/pilots?${query}`);
  expect((await found(`status=running&school=${code}`)).body.items).toHaveLength(1);
  expect((await found('status=decided')).body.items).toEqual([]);
  const decide = { step: 'decide', decision: 'stopped', reasons: 'Te duur.' };
  expect((await send('teacher', `${path}/steps`, decide, seen(2))).status).toBe(403);
  const decided = await send('teamLead', `${path}/steps`, decide, seen(2));
  expect(decided.body).toMatchObject({ status: 'decided', reasons: 'Te duur.', decidedOn: '2026-03-05' });
  const again = await send('teamLead', `${path}/steps`, decide, seen(3));
  expect(codes(again.body)).toEqual(['stateAllows']);
});
