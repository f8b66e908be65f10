/** Visits as specialists and schools meet them: through the real pages and the API. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAppointment, aSchool, type School } from '../../../tests/support/factories.ts';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../../tests/support/factories-questions.ts';
import { comeIn, type Visitor } from '../../../tests/support/house.ts';
import { hidden, openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { sql } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { addDays, weekday } from '../../platform/pure/dates.ts';

let pages: Pages;
let cast: QuestionCast;
let today: string;
let elsewhere: School;
/** Of a group, and about a pupil. */
let question: string;
let pupilQuestion: string;
let specialist: Visitor;

beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
  question = await aQuestion(pages.stage, cast, 'started');
  pupilQuestion = await aQuestion(pages.stage, cast, 'started', { level: 'pupil' });
  elsewhere = await aSchool(pages.stage, cast.tenantId, cast.boardId);
  today = pages.stage.now().toISOString().slice(0, 10);
  specialist = await comeIn(pages.house, { tenantId: cast.tenantId, personId: cast.specialist });
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const newPath = '/inzet/bezoeken/nieuw';
const fields = (more: Record<string, string | readonly string[]> = {}) => ({
  schools: [cast.school.code],
  date: today,
  minutes: '60',
  kind: 'coaching',
  'split.0.what': `q:${question}`,
  'split.0.on': 'true',
  _key: newId(),
  ...more,
});
const body = (more: object = {}) => ({
  schools: [cast.school.code],
  date: today,
  minutes: 60,
  kind: 'advice',
  split: [{ minutes: 60, supportQuestionId: question }],
  ...more,
});
interface Told {
  readonly id: string;
  readonly version: number;
  readonly errors?: readonly { readonly location: string; readonly code: string; readonly detail: string }[];
  readonly [name: string]: unknown;
}
async function api(who: Visitor, method: string, path: string, sent?: object, headers = {}) {
  const answer = await who.api(method, path, sent, headers);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Told };
}
const recorded = async (more: object = {}) => {
  const { status, body: visit } = await api(specialist, 'POST', '/visits', body(more));
  expect([status, visit.errors]).toEqual([201, undefined]);
  return visit.id;
};
const enter = (personId: string) => comeIn(pages.house, { tenantId: cast.tenantId, personId });

describe('the form', () => {
  test('begins with the last school, its minutes and kind, and one’s own questions there', async () => {
    await recorded({ minutes: 90, split: [{ minutes: 90, supportQuestionId: question }] });
    const { html } = await pages.see(cast.specialist, newPath);
    expect(html).toMatch(new RegExp(`value="${cast.school.code}" checked`));
    expect(html).toMatch(/value="90" checked/);
    expect(html).toMatch(/value="advice" checked/);
    expect(html.match(/name="split\.\d+\.on" value="true" checked/g)).toHaveLength(2);
    expect(html).toContain(`value="q:${pupilQuestion}"`);
    expect(html).toContain('over een leerling');
  });

  test('of a fixed day or a question begins with what the address says', async () => {
    const { html } = await pages.see(
      cast.specialist,
      `${newPath}?school=${elsewhere.code}&minuten=50&soort=meeting`,
    );
    expect(html).toMatch(new RegExp(`value="${elsewhere.code}" checked`));
    expect(html).toContain('value="50"');
    expect(html).toMatch(/value="meeting" checked/);
    expect((await pages.see(cast.specialist, `${newPath}?op=gisteren&minuten=x`)).status).toBe(200);
  });

  test('records in one go, and the same form twice is one visit', async () => {
    const sent = fields({ otherMinutes: '35', 'participants.teachers': '2', travelMinutes: '10' });
    for (const _time of [1, 2]) {
      const answer = await pages.send(cast.specialist, newPath, sent);
      expect([answer.status, answer.to]).toEqual([303, '/inzet/bezoeken']);
    }
    const { html } = await pages.see(cast.specialist, '/inzet/bezoeken');
    expect(html.match(/35 minuten · Coaching/g)).toHaveLength(1);
  });

  test('says every fault at its field, with everything that was typed', async () => {
    const { status, html } = await pages.send(cast.specialist, newPath, {
      otherSchool: elsewhere.code,
      date: addDays(today, 1),
      minutes: '60',
      kind: 'coaching',
      'split.0.what': `q:${question}`,
      'split.0.minutes': '45',
    });
    expect(status).toBe(422);
    expect(html).toContain('<a href="#split">Nog 15 minuten te verdelen.</a>');
    expect(html).toContain('value="45"');
    const next = await pages.send(
      cast.specialist,
      newPath,
      fields({ schools: [elsewhere.code], date: addDays(today, 1) }),
    );
    expect(next.status).toBe(422);
    expect(next.html).toContain('href="#date"');
    const unasked = await pages.send(cast.specialist, newPath, fields({ schools: [elsewhere.code] }));
    expect(unasked.html).toContain(
      '<a href="#split">Kies een vraag waaraan u werkt, van een school die u bezocht.',
    );
    const empty = await pages.send(cast.specialist, newPath, {});
    for (const field of ['schools', 'date', 'minutes', 'kind', 'split'])
      expect(empty.html).toContain(`href="#${field}"`);
  });

  test('corrects a visit, which asks the school again', async () => {
    const id = await recorded();
    await pages.send(cast.director, `/inzet/bezoeken/${id}/antwoord`, {
      schoolCode: cast.school.code,
      verdict: 'confirmed',
    });
    const form = await pages.see(cast.specialist, `/inzet/bezoeken/${id}/wijzigen`);
    expect(form.html).toContain('De school zei al of dit bezoek klopt.');
    const late = await pages.send(cast.specialist, `/inzet/bezoeken/${id}/wijzigen`, {
      ...fields(),
      _version: '1',
    });
    expect(late.status).toBe(422);
    expect(late.html).toContain('Dit bezoek is net veranderd.');
    const sent = await pages.send(cast.specialist, `/inzet/bezoeken/${id}/wijzigen`, {
      ...fields({ minutes: '45' }),
      _version: hidden(form, '_version'),
    });
    expect([sent.status, sent.to]).toEqual([303, `/inzet/bezoeken/${id}`]);
    const seen = await pages.see(cast.director, `/inzet/bezoeken/${id}`);
    expect(seen.html).toContain('heeft nog niet gezegd of dit klopt');
    expect(seen.html).toContain('45 minuten');
  });

  test('is shut for a visit of somebody else, and for one that was withdrawn', async () => {
    const id = await recorded();
    const another = await anAppointment(pages.stage, 'specialist', { tenantId: cast.tenantId });
    for (const path of ['', '/wijzigen'])
      expect((await pages.see(another, `/inzet/bezoeken/${id}${path}`)).status).toBe(404);
    expect((await pages.see(cast.teamLead, `/inzet/bezoeken/${id}/wijzigen`)).status).toBe(403);
    const sent = await pages.send(cast.specialist, `/inzet/bezoeken/${id}/intrekken`, { _version: '1' });
    expect([sent.status, sent.to]).toEqual([303, '/inzet/bezoeken']);
    expect((await pages.see(cast.specialist, `/inzet/bezoeken/${id}/wijzigen`)).status).toBe(404);
    expect((await pages.see(cast.specialist, `/inzet/bezoeken/${id}`)).html).toContain('Ingetrokken');
  });
});

describe('the school', () => {
  test('confirms what it checked, and hears what changed meanwhile', async () => {
    const ids = [await recorded(), await recorded(), await recorded()];
    const list = await pages.see(cast.coordinator, '/inzet/bezoeken');
    for (const id of ids) expect(list.html).toContain(`value="${id}.1"`);
    await api(
      specialist,
      'POST',
      `/visits/${ids[1]}`,
      body({ minutes: 30, split: [{ minutes: 30, preventive: true }] }),
      {
        'if-match': '"1"',
      },
    );
    const sent = await pages.send(cast.coordinator, '/inzet/bezoeken/bevestigen', {
      visits: ids.slice(0, 2).map((id) => `${id}.1`),
    });
    expect(sent.flash).toBe(
      'U bevestigde 1 bezoek. 1 bezoek is net veranderd of al beantwoord. Kijk nog eens.',
    );
    const none = await pages.send(cast.coordinator, '/inzet/bezoeken/bevestigen', {});
    expect(none.flash).toBe('Er was niets aangevinkt.');
    const after = await pages.see(cast.coordinator, '/inzet/bezoeken');
    expect(after.html).not.toContain(`value="${ids[0]}.1"`);
    expect(after.html).toContain(`value="${ids[1]}.2"`);
    expect(after.html).toContain(`value="${ids[2]}.1"`);
    // Who reads along is asked nothing.
    expect((await pages.see(cast.author, '/inzet/bezoeken')).html).not.toContain('Klopt dit?');
  });

  test('says what is wrong; without words, or with a name in them, it is not sent', async () => {
    const id = await recorded();
    const path = `/inzet/bezoeken/${id}/antwoord`;
    const said = (words: string) => ({
      schoolCode: cast.school.code,
      verdict: 'disputed',
      words,
      _version: '1',
    });
    const empty = await pages.send(cast.director, path, said(''));
    expect([empty.status, empty.html.includes('Schrijf op wat er niet klopt.')]).toEqual([422, true]);
    const named = await pages.send(cast.director, path, said('Bel 06-12345678.'));
    expect([named.status, named.html.includes('De schrijfhulp vond iets')]).toEqual([422, true]);
    expect(named.html).toContain('Bel 06-12345678.');
    expect((await pages.send(cast.director, path, said('Het was een uur korter.'))).status).toBe(303);
    expect((await pages.see(cast.specialist, `/inzet/bezoeken/${id}`)).html).toContain(
      'Het was een uur korter.',
    );
    expect((await pages.send(cast.author, path, said('Nee.'))).status).toBe(403);
  });
});

describe('fixed days', () => {
  const series = (day: string) => ({
    schoolCode: elsewhere.code,
    weekday: `${weekday(day)}`,
    from: addDays(today, -7),
    minutes: '120',
    kind: 'observation',
    _key: newId(),
  });

  test('promise visits that one tap writes down, not in a holiday, nor twice', async () => {
    expect((await pages.send(cast.specialist, '/inzet/reeksen/nieuw', series(today))).status).toBe(303);
    const list = () => pages.see(cast.specialist, '/inzet/bezoeken').then(({ html }) => html);
    expect(await list()).toContain('Van uw vaste dagen');
    const free = newId();
    const holiday = (tx: { run(query: ReturnType<typeof sql>): Promise<number> }) =>
      tx.run(sql`insert into holiday (tenant_id, id, name, kind, scope, school_id, starts_on, ends_on)
        values (${cast.tenantId}, ${free}, 'Studiedag', 'free', 'school', ${elsewhere.id}, ${today}, ${addDays(today, 1)})`);
    await pages.stage.database.write({ operatorFor: cast.tenantId }, holiday);
    expect(await list()).not.toContain('Van uw vaste dagen');
    await pages.stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
      tx.run(sql`update holiday set starts_on = '2020-01-01', ends_on = '2020-01-02' where id = ${free}`),
    );
    const id = /name="series" value="([^"]+)"/.exec(await list())?.[1] ?? '';
    const taps = { series: id, date: today, _key: `${id}-${today}` };
    for (const _time of [1, 2])
      expect((await pages.send(cast.specialist, '/inzet/bezoeken/verwacht', taps)).flash).toContain(
        'is vastgelegd',
      );
    expect(await list()).not.toContain('Van uw vaste dagen');
    expect((await list()).match(/2 uur · Observatie/g)).toHaveLength(1);
    const again = await pages.send(cast.specialist, '/inzet/bezoeken/verwacht', { ...taps, _key: newId() });
    expect(again.flash).toBe('Dit bezoek staat er al, of het wordt niet meer verwacht.');
  });

  test('are changed and taken away by whose they are', async () => {
    const sent = await pages.send(cast.specialist, '/inzet/reeksen/nieuw', {
      ...series(today),
      minutes: '3',
      to: '2020-01-01',
    });
    expect(sent.status).toBe(422);
    for (const field of ['minutes', 'to']) expect(sent.html).toContain(`href="#${field}"`);
    const unknown = await pages.send(cast.specialist, '/inzet/reeksen/nieuw', {
      ...series(today),
      schoolCode: '99ZZ99',
    });
    expect(unknown.html).toContain('<a href="#schoolCode">Kies een school.</a>');
    const list = await pages.see(cast.specialist, '/inzet/reeksen');
    const path = /href="(\/inzet\/reeksen\/[\da-f-]{36})"/.exec(list.html)?.[1] ?? '';
    const another = await anAppointment(pages.stage, 'specialist', { tenantId: cast.tenantId });
    expect((await pages.see(another, path)).status).toBe(404);
    expect((await pages.send(another, `${path}/verwijderen`, {})).status).toBe(404);
    const form = await pages.see(cast.specialist, path);
    const change = { ...series(today), minutes: '75', _version: hidden(form, '_version') };
    expect((await pages.send(cast.specialist, path, change)).status).toBe(303);
    expect((await pages.send(cast.specialist, path, { ...change, _key: newId() })).status).toBe(422);
    expect((await pages.see(cast.specialist, '/inzet/reeksen')).html).toContain('1 uur en 15 minuten');
    expect((await pages.send(cast.specialist, `${path}/verwijderen`, {})).status).toBe(303);
    expect((await pages.see(cast.specialist, path)).status).toBe(404);
  });
});

describe('on the way', () => {
  test('the page holds no title and no question about a pupil', async () => {
    const { html } = await pages.see(cast.specialist, '/inzet/bezoeken/onderweg');
    expect(html).toContain(`q:${question}`);
    expect(html).not.toContain(pupilQuestion);
    const titles = await pages.stage.database.read(
      { tenantId: cast.tenantId, personId: cast.specialist },
      (reader) => reader.rows<{ title: string }>(sql`select title from question_words`),
    );
    expect(titles.length).toBeGreaterThan(0);
    for (const { title } of titles) expect(html).not.toContain(title);
  });

  test('takes a draft once, and refuses in sentences', async () => {
    const draft = fields({ minutes: '45' });
    const [first, second] = [
      await pages.send(cast.specialist, '/inzet/bezoeken/onderweg', draft),
      await pages.send(cast.specialist, '/inzet/bezoeken/onderweg', draft),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.html).toBe(first.html);
    const refused = await pages.send(
      cast.specialist,
      '/inzet/bezoeken/onderweg',
      fields({ date: '2020-01-01' }),
    );
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.html)).toEqual({
      refused: 'Kies een dag die geweest is, hoogstens 90 dagen geleden.',
    });
  });

  test('the service worker is served where it may keep its one page, and logging out clears the device', async () => {
    const worker = await pages.house.app.request('/inzet/bezoeken/onderweg.js');
    expect([worker.status, worker.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-security-policy')).toContain("worker-src 'self'");
    const another = await enter(cast.teamLead);
    const out = await another.post('/uitloggen', {});
    expect(out.headers.get('clear-site-data')).toBe('"storage"');
    const foreign = await another.send('/uitloggen', 'POST', new URLSearchParams(), {
      'sec-fetch-site': 'cross-site',
    });
    expect(foreign.headers.get('clear-site-data')).toBeNull();
  });
});

describe('the API', () => {
  test('records, shows, changes, answers and lists a visit', async () => {
    const made = await api(
      specialist,
      'POST',
      '/visits',
      body({ travelMinutes: 15, specialistId: cast.specialist }),
    );
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/api/v1/visits/${made.body.id}`);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.body).toMatchObject({
      specialistId: cast.specialist,
      minutes: 60,
      travelMinutes: 15,
      status: 'waiting',
      schools: [{ code: cast.school.code, verdict: null }],
      split: [{ minutes: 60, supportQuestionId: question }],
    });
    const path = `/visits/${made.body.id}`;
    expect((await api(specialist, 'POST', path, body())).status).toBe(428);
    expect((await api(specialist, 'POST', path, body(), { 'if-match': '"7"' })).status).toBe(412);
    const preventive = body({ split: [{ minutes: 60, preventive: true }] });
    const changed = await api(specialist, 'POST', path, preventive, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ version: 2, split: [{ minutes: 60, preventive: true }] });
    const director = await enter(cast.director);
    const confirm = { schoolCode: cast.school.code, verdict: 'confirmed' };
    expect((await api(director, 'POST', `${path}/answers`, confirm)).body).toMatchObject({
      status: 'confirmed',
      version: 3,
    });
    const refused = await api(specialist, 'POST', `${path}/withdrawal`, {}, { 'if-match': '"3"' });
    expect([refused.status, refused.body['type']]).toEqual([409, '/problems/step-refused']);
    const listed = await api(director, 'GET', `/visits?from=${today}&limit=1`);
    expect(listed.body['items']).toHaveLength(1);
    const next = await api(director, 'GET', `/visits?limit=1&after=${listed.body['next']}`);
    expect(next.body['items']).not.toEqual(listed.body['items']);
    expect((await api(director, 'GET', '/visits?to=0000-01-01')).status).toBe(400);
    for (const query of ['school=99ZZ99', `to=2020-01-01`, `specialist=${newId()}`])
      expect((await api(director, 'GET', `/visits?${query}`)).body['items']).toEqual([]);
    const open = (await api(director, 'GET', '/visits?unanswered=true')).body['items'] as readonly Told[];
    expect(open.map(({ id }) => id)).not.toContain(made.body.id);
  });

  test.each([
    ['a strange ambition', { split: [{ minutes: 60, ambitionId: newId() }] }, ['split ambitionRuns']],
    ['minutes that do not add up', { split: [{ minutes: 45, preventive: true }] }, ['split custom']],
    [
      'two purposes at once',
      { split: [{ minutes: 60, preventive: true, supportQuestionId: newId() }] },
      ['split.0 custom'],
    ],
    ['a strange question', { split: [{ minutes: 60, supportQuestionId: newId() }] }, ['split ownQuestions']],
    [
      'a strange school and day',
      { schools: ['99ZZ99'], date: '2030-01-01' },
      ['date dayInReach', 'schools schoolsKnown'],
    ],
  ] as const)('refuses %s', async (_what, more, expected) => {
    const { status, body: told } = await api(specialist, 'POST', '/visits', body(more));
    expect(status).toBe(400);
    expect(told.errors?.map(({ location, code }) => `${location} ${code}`)).toEqual(expected);
  });

  test('keeps a visit from whom it does not concern, and says no more to them than of none', async () => {
    const id = await recorded();
    const otherDirector = await anAppointment(pages.stage, 'school_director', {
      tenantId: cast.tenantId,
      schoolId: elsewhere.id,
    });
    const there = await enter(otherDirector);
    const unknown = await api(there, 'GET', `/visits/${newId()}`);
    expect(unknown.status).toBe(404);
    expect(await api(there, 'GET', `/visits/${id}`).then(({ body: told }) => told)).toEqual(unknown.body);
    expect((await api(there, 'POST', `/visits/${id}/answers`, { nonsense: true })).status).toBe(404);
    const board = await enter(cast.boardMember);
    for (const path of ['/visits', `/visits/${id}`]) expect((await api(board, 'GET', path)).status).toBe(403);
    const forged = await api(specialist, 'POST', '/visits', body({ specialistId: cast.teamLead }));
    expect(forged.status).toBe(403);
    const lead = await enter(cast.teamLead);
    expect((await api(lead, 'GET', `/visits/${id}`)).status).toBe(200);
    expect((await api(lead, 'POST', '/visits', body())).status).toBe(403);
  });
});

test('the page of a question shows its visits and the minutes for it alone', async () => {
  const id = await recorded({
    minutes: 100,
    split: [
      { minutes: 65, supportQuestionId: pupilQuestion },
      { minutes: 35, preventive: true },
    ],
  });
  for (const who of [cast.specialist, cast.coordinator, cast.teamLead]) {
    const { html } = await pages.see(who, `/vragen/${pupilQuestion}`);
    expect(html).toContain(`href="/inzet/bezoeken/${id}"`);
    expect(html).toContain('1 uur en 5 minuten');
    expect(html).not.toContain('1 uur en 40 minuten');
  }
  expect((await pages.see(cast.specialist, `/vragen/${pupilQuestion}`)).html).toContain(
    'Leg een bezoek vast',
  );
  expect((await pages.see(cast.coordinator, `/vragen/${pupilQuestion}`)).html).not.toContain(
    'Leg een bezoek vast',
  );
});
