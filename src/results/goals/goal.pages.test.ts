/** Goals as people of a school and specialists meet them: through the real pages and the API. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { actorOf } from '../../../tests/support/factories.ts';
import {
  aQuestion,
  aQuestionCast,
  dayOfStage,
  type QuestionCast,
  questionStep,
} from '../../../tests/support/factories-questions.ts';
import { comeIn, type Visitor } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { addDays } from '../../platform/pure/dates.ts';
import { findGoalsOf } from './goal.store.ts';

let pages: Pages;
let cast: QuestionCast;
let today: string;
let coordinator: Visitor;
let specialist: Visitor;
/** A question about a group that was started, and one about a pupil. */
let question: string;
let pupilQuestion: string;

beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
  question = await aQuestion(pages.stage, cast, 'started');
  pupilQuestion = await aQuestion(pages.stage, cast, 'started', { level: 'pupil' });
  today = dayOfStage(pages.stage);
  [coordinator, specialist] = await Promise.all([enter(cast.coordinator), enter(cast.specialist)]);
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const enter = (personId: string) => comeIn(pages.house, { tenantId: cast.tenantId, personId });
const levels = [-2, -1, 0, 1, 2].map((score) => ({ score, description: `${6 - score} minuten` }));
const input = (title: string, more: object = {}) => ({
  supportQuestionId: question,
  level: 'group',
  title,
  scale: 5,
  levels,
  targetDate: addDays(today, 60),
  ...more,
});
interface Body {
  readonly id: string;
  readonly version: number;
  readonly unmet: readonly { readonly code: string; readonly href?: string }[];
  readonly [name: string]: unknown;
}
async function api(who: Visitor, method: string, path: string, body?: object, headers = {}) {
  const answer = await who.api(method, path, body, headers);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
}
async function made(title: string, more: object = {}): Promise<string> {
  const { status, body } = await api(coordinator, 'POST', '/goals', input(title, more));
  expect([title, status, body['detail']]).toEqual([title, 201, undefined]);
  return body.id;
}
const score = (by: string, moment: string, level: number, more: object = {}) => ({
  by,
  moment,
  level,
  ...more,
});

describe('the API of goals', () => {
  it('makes a goal, shows it to both sides and lists it', async () => {
    const { status, headers, body } = await api(coordinator, 'POST', '/goals', input('Sneller beginnen'));
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/goals/${body.id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({ supportQuestionId: question, level: 'group', scale: 5, levels, scores: [] });
    const seen = await api(specialist, 'GET', `/goals/${body.id}`);
    expect(seen.body).toMatchObject({ title: 'Sneller beginnen', mayScoreFor: ['specialist'] });
    const list = await api(specialist, 'GET', `/goals?supportQuestionId=${question}&count=true`);
    expect(list.body).toMatchObject({ count: 1, next: null, items: [{ id: body.id }] });
  });

  it('takes the partnership’s own number of points when none is sent', async () => {
    const { body } = await api(coordinator, 'POST', '/goals', input('Zes punten', { scale: undefined }));
    expect(body['scale']).toBe(6);
  });

  it('scores for the own side only, keeps each score, and tells where the sides differ', async () => {
    const id = await made('Rustig wisselen');
    const path = `/goals/${id}/scores`;
    expect((await api(specialist, 'POST', path, score('school', 'start', 0))).status).toBe(403);
    expect((await api(coordinator, 'POST', path, score('specialist', 'start', 0))).status).toBe(403);
    expect((await api(coordinator, 'POST', path, score('school', 'start', -2))).status).toBe(201);
    await api(coordinator, 'POST', path, score('school', 'start', -1, { scoredAt: `${today}T08:00:00Z` }));
    const { body } = await api(
      specialist,
      'POST',
      path,
      score('specialist', 'start', 0, { scoredAt: today }),
    );
    expect(body['scores']).toMatchObject([
      { by: 'school', level: -2 },
      { by: 'school', level: -1, scoredAt: today },
      { by: 'specialist', level: 0 },
    ]);
    expect(body['differences']).toEqual([
      {
        moment: 'start',
        levels: [
          { by: 'school', level: -1 },
          { by: 'specialist', level: 0 },
        ],
      },
    ]);
  });

  it('says everything that stands in the way of a score at once', async () => {
    const id = await made('Nog niet beschreven', { levels: levels.slice(0, 2) });
    const wrong = score('parent', 'follow_up', 2, { scoredAt: addDays(today, 2) });
    const { status, body } = await api(coordinator, 'POST', `/goals/${id}/scores`, wrong);
    expect(status).toBe(409);
    expect(body.unmet.map(({ code }) => code)).toEqual([
      'afterCompletion',
      'pupilLevel',
      'levelsDescribed',
      'notAhead',
      'endFirst',
    ]);
  });

  it('notices a goal that is there already, and points at it', async () => {
    const id = await made('Samen spelen op het plein');
    const { status, body } = await api(coordinator, 'POST', '/goals', input('samen spelen, op het plein!'));
    expect(status).toBe(409);
    expect(body.unmet).toMatchObject([{ code: 'notTwice', href: `/doelen/${id}` }]);
    // What nobody sees and letters of another alphabet make no other goal.
    const disguised = input('S\u0430men spe\u00adlen o\u200bp het plein');
    expect((await api(coordinator, 'POST', '/goals', disguised)).status).toBe(409);
    const later = input('Samen spelen op het plein', {
      startDate: addDays(today, 61),
      targetDate: addDays(today, 90),
    });
    expect((await api(coordinator, 'POST', '/goals', later)).status).toBe(201);
  });

  it('of two that are made at once makes one, and says why not the other', async () => {
    const answers = await Promise.all(
      [coordinator, specialist].map((who) => api(who, 'POST', '/goals', input('Tegelijk'))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.unmet.map(({ code }) => code)).toEqual(['notTwice']);
  });

  it('does the same request with the same key once', async () => {
    const id = await made('Dubbel gestuurd');
    const key = { 'idempotency-key': 'een-sleutel' };
    const twice = [
      await api(coordinator, 'POST', `/goals/${id}/scores`, score('school', 'start', 0), key),
      await api(coordinator, 'POST', `/goals/${id}/scores`, score('school', 'start', 0), key),
    ];
    expect(twice.map(({ status }) => status)).toEqual([201, 201]);
    expect(twice[1]?.body['scores']).toHaveLength(1);
  });

  it('changes on the version that was seen, and after the first score the target day alone', async () => {
    const id = await made('Wordt veranderd');
    const change = (body: object, version?: number) =>
      api(
        coordinator,
        'POST',
        `/goals/${id}`,
        body,
        version === undefined ? {} : { 'if-match': `"${version}"` },
      );
    expect((await change({ title: 'Is veranderd' })).status).toBe(428);
    const done = await change({ title: 'Is veranderd', levels: levels.slice(0, 3) }, 1);
    expect(done.body).toMatchObject({ title: 'Is veranderd', version: 2, levels: levels.slice(0, 3) });
    const stale = await change({ title: 'Te laat' }, 1);
    expect([stale.status, stale.body['title']]).toEqual([412, 'Is veranderd']);
    await change({ levels }, 2);
    await api(coordinator, 'POST', `/goals/${id}/scores`, score('school', 'start', 0));
    const late = await change({ title: 'Anders' }, 3);
    expect(late.body.unmet.map(({ code }) => code)).toEqual(['beforeScores']);
    const moved = await change({ targetDate: addDays(today, 80) }, 3);
    expect(moved.body).toMatchObject({ targetDate: addDays(today, 80), title: 'Is veranderd' });
  });

  it('lets a goal go with a reason, once', async () => {
    const id = await made('Gaat weg');
    const drop = (version: number) =>
      api(
        coordinator,
        'POST',
        `/goals/${id}/drop`,
        { reason: 'Het speelt niet meer.' },
        {
          'if-match': `"${version}"`,
        },
      );
    expect((await drop(1)).body['dropped']).toMatchObject({ reason: 'Het speelt niet meer.' });
    expect((await drop(2)).body.unmet.map(({ code }) => code)).toEqual(['stillPursued']);
    await made('Gaat weg');
  });

  it('stops at the writing aid, and keeps what its writer confirms', async () => {
    const title = 'Beter luisteren naar Anouk de Vries';
    const refused = await api(coordinator, 'POST', '/goals', input(title));
    expect([refused.status, refused.body.unmet.map(({ code }) => code)]).toEqual([409, ['noOpenMarks']]);
    const marks = refused.body['marks'] as readonly { readonly text: string; readonly field: string }[];
    expect(marks[0]?.field).toBe('title');
    await made(title, { acceptedMarks: marks.map(({ text }) => text) });
    const number = await api(coordinator, 'POST', '/goals', input('Bel 0612345678'));
    expect(number.status).toBe(409);
  });

  it('answers alike for a goal or a question that is not there and one that is not yours', async () => {
    const id = await made('Niet van een ander');
    const nobody = '0190a000-0000-7000-8000-000000000000';
    const colleague = await enter(cast.colleague);
    const told = async (path: string, body?: object) => {
      const { status, body: said } = await api(colleague, body === undefined ? 'GET' : 'POST', path, body);
      return JSON.stringify([status, said]);
    };
    expect(await told(`/goals/${id}`)).toBe(await told(`/goals/${nobody}`));
    expect(await told(`/goals/${id}/scores`, {})).toBe(await told(`/goals/${nobody}/scores`, {}));
    expect(await told('/goals', input('Vreemd'))).toBe(
      await told('/goals', input('Vreemd', { supportQuestionId: nobody })),
    );
  });

  it('is closed to who only reads along: the contact person scores for nobody', async () => {
    const id = await made('Meelezen');
    const contact = await enter(cast.author);
    expect((await api(contact, 'GET', `/goals/${id}`)).status).toBe(200);
    expect((await api(contact, 'POST', `/goals/${id}/scores`, score('school', 'start', 0))).status).toBe(403);
  });
});

/** Rows of the access log about goals, which nobody here may read. */
async function audited(which: string, values: readonly string[]): Promise<number> {
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(pages.house.fresh.ownerUrl).pathname;
  const superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  const found = await superuser.query({
    text: `select from audit where subject = 'goal' and ${which}`,
    values: [...values],
  });
  await superuser.end();
  return found.rowCount ?? 0;
}

describe('a goal on a pupil', () => {
  it('is nothing to a team lead, takes a parent’s score through the school, and writes who reads it', async () => {
    const more = { supportQuestionId: pupilQuestion, level: 'pupil' };
    const id = await made('Zelf beginnen aan een taak', more);
    const lead = await enter(cast.teamLead);
    expect((await api(lead, 'GET', `/goals/${id}`)).status).toBe(404);
    const path = `/goals/${id}/scores`;
    expect((await api(specialist, 'POST', path, score('parent', 'start', 1))).status).toBe(403);
    expect((await api(coordinator, 'POST', path, score('parent', 'start', 1))).status).toBe(201);
    const page = await (await specialist.get(`/doelen/${id}`)).text();
    expect(page).toContain('Ouder, ingevoerd door de school');
    await specialist.get('/doelen');
    const reads = await audited("action = 'read' and subject_id = $1 and person_id = $2", [
      id,
      cast.specialist,
    ]);
    expect(reads).toBe(2);
  });
});

describe('the pages of goals', () => {
  const form = (more: Record<string, string> = {}) => ({
    supportQuestionId: question,
    scale: '5',
    level: 'team',
    title: 'Overal dezelfde afspraken',
    variable: 'aantal groepen',
    startDate: today,
    targetDate: addDays(today, 60),
    ...Object.fromEntries(
      [-2, -1, 0, 1, 2].flatMap((value, nth) => [
        [`levels.${nth}.score`, `${value}`],
        [`levels.${nth}.description`, `${nth} groepen`],
      ]),
    ),
    ...more,
  });

  it('begin at the library and end at a goal that can be scored', async () => {
    const address = `/doelen/nieuw?vraag=${question}`;
    const page = await pages.see(cast.coordinator, address);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('Naar school komen'); // about a pupil
    const link = /href="([^"]*sjabloon=[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const chosen = await pages.see(cast.coordinator, link);
    expect(chosen.html).toContain('Vragen die helpen');
    expect(chosen.html).toMatch(/value="[^"]+"[^>]* name="title"/);
    const sent = await pages.send(cast.coordinator, '/doelen/nieuw', form());
    expect([sent.status, sent.flash]).toEqual([303, 'Het doel is afgesproken.']);
    const scoring = await pages.see(cast.specialist, `${sent.to}/score`);
    expect(scoring.html).toContain('0: 2 groepen');
    const scored = await pages.send(cast.specialist, `${sent.to}/score`, {
      by: 'specialist',
      moment: 'start',
      level: '-2',
      scoredAt: today,
    });
    expect(scored.status).toBe(303);
    expect((await pages.see(cast.coordinator, sent.to ?? '')).html).toContain('−2, veel minder dan verwacht');
  });

  it('keep what was typed when something lacks, and point at the goal that is there already', async () => {
    const lacking = await pages.send(cast.coordinator, '/doelen/nieuw', form({ title: '', targetDate: '' }));
    expect(lacking.status).toBe(422);
    expect(lacking.html).toContain('Er zijn 2 fouten gevonden');
    expect(lacking.html).toContain('4 groepen');
    const id = await made('Hetzelfde doel');
    const twin = await pages.send(cast.coordinator, '/doelen/nieuw', form({ title: 'hetzelfde doel' }));
    expect(twin.status).toBe(422);
    expect(twin.html).toContain(`href="/doelen/${id}"`);
  });

  it('tell why a score cannot be given, and take no score for the other side', async () => {
    const bare = await made('Nog kaal', { levels: [] });
    const closed = await pages.see(cast.specialist, `/doelen/${bare}/score`);
    expect(closed.html).toContain('Nog niet elk niveau is beschreven');
    const id = await made('Van ieder apart');
    const other = { by: 'school', moment: 'start', level: '0', scoredAt: today };
    expect((await pages.send(cast.specialist, `/doelen/${id}/score`, other)).status).toBe(403);
    const late = { by: 'specialist', moment: 'start', level: '0', scoredAt: addDays(today, 3) };
    const refused = await pages.send(cast.specialist, `/doelen/${id}/score`, late);
    expect([refused.status, refused.html.includes('ligt in de toekomst')]).toEqual([422, true]);
  });

  it('warn when a scale measures two things', async () => {
    const two = levels.map((one) => (one.score === 2 ? { ...one, description: '3 keer hulp' } : one));
    const page = await pages.see(cast.coordinator, `/doelen/${await made('Twee dingen', { levels: two })}`);
    expect(page.html).toContain('Niveau +2 telt ook keer');
    const one = await pages.see(cast.coordinator, `/doelen/${await made('Eén ding')}`);
    expect(one.html).not.toContain('Meet deze schaal één ding?');
  });

  it('change and let go', async () => {
    const id = await made('Via het formulier');
    const page = await pages.see(cast.coordinator, `/doelen/${id}/aanpassen`);
    const version = /name="_version" value="(\d+)"/.exec(page.html)?.[1] ?? '';
    const fields = { ...form({ title: 'Via het formulier, beter', variable: '' }), _version: version };
    expect((await pages.send(cast.coordinator, `/doelen/${id}/aanpassen`, fields)).status).toBe(303);
    const stale = await pages.send(cast.coordinator, `/doelen/${id}/aanpassen`, fields);
    expect(stale.status).toBe(412);
    const gone = { reason: 'Het past niet meer.', _version: '2' };
    expect((await pages.send(cast.coordinator, `/doelen/${id}/loslaten`, { _version: '2' })).status).toBe(
      422,
    );
    expect((await pages.send(cast.coordinator, `/doelen/${id}/loslaten`, gone)).status).toBe(303);
    const seen = await pages.see(cast.teacher, `/doelen/${id}`);
    expect(seen.status).toBe(404);
    expect((await pages.see(cast.director, `/doelen/${id}`)).html).toContain('Het past niet meer.');
  });

  it('list what runs, what waits and what ended, each to who reads it', async () => {
    const waiting = await pages.see(cast.specialist, '/doelen?stand=to_score');
    expect(waiting.html).toContain('Eén ding');
    expect(waiting.html).not.toContain('Overal dezelfde afspraken'); // scored by the specialist already
    const ended = await pages.see(cast.coordinator, '/doelen?stand=ended');
    expect(ended.html).toContain('Via het formulier, beter');
    expect((await pages.see(cast.coordinator, '/doelen?stand=running')).html).not.toContain(
      'formulier, beter',
    );
    expect((await pages.see(cast.colleague, '/doelen')).html).toContain('Er zijn nog geen doelen');
    const lead = await pages.see(cast.teamLead, '/doelen');
    expect(lead.html).toContain('Eén ding');
    expect(lead.html).not.toContain('Zelf beginnen');
  });

  it('wait for somebody exactly when the rules say so', async () => {
    for (const who of [cast.coordinator, cast.specialist, cast.director, cast.author, cast.teamLead]) {
      const visitor = await enter(who);
      const titles = async (stand: string) => {
        const { body } = await api(visitor, 'GET', `/goals?limit=200${stand}`);
        return body['items'] as readonly {
          readonly id: string;
          readonly dropped: unknown;
          readonly mayScoreFor: readonly string[];
          readonly missing: readonly { readonly by: string | null; readonly now: boolean }[];
        }[];
      };
      const [all, waiting] = [await titles(''), await titles('&stand=to_score')];
      const ruled = all.filter(({ mayScoreFor, missing }) =>
        missing.some(
          ({ by, now }) => now && (by === null ? mayScoreFor.length > 0 : mayScoreFor.includes(by)),
        ),
      );
      expect(waiting.map(({ id }) => id)).toEqual(ruled.map(({ id }) => id));
    }
  });
});

describe('half a year later', () => {
  it('the goal asks each side whether it lasted, and tells how much, by each of them', async () => {
    const id = await aQuestion(pages.stage, cast, 'started', { title: 'Werk dat afgerond wordt' });
    const goal = await made('Blijft het', { supportQuestionId: id });
    const give = (who: Visitor, by: string, moment: string, level: number, scoredAt: string) =>
      api(who, 'POST', `/goals/${goal}/scores`, score(by, moment, level, { scoredAt }));
    await give(coordinator, 'school', 'end', 1, today);
    await give(specialist, 'specialist', 'end', 1, today);
    expect((await give(coordinator, 'school', 'follow_up', 1, today)).status).toBe(409);
    await questionStep(pages.stage, cast, cast.specialist, id, { step: 'evaluate' });
    await questionStep(pages.stage, cast, cast.coordinator, id, { step: 'complete' });
    const before = await pages.see(cast.coordinator, `/doelen/${goal}`);
    expect(before.html).toContain('Kortelijn vraagt op');
    expect(before.html).not.toContain('Scoor nu');
    const moment = pages.stage.now().toISOString();
    pages.stage.at('2026-10-05T08:00:00Z');
    const asked = await pages.see(cast.coordinator, `/doelen/${goal}`);
    expect(asked.html).toContain('Is het gebleven? De latere score van de school is er nog niet.');
    expect(asked.html).toContain(`/doelen/${goal}/score?moment=follow_up&amp;door=school`);
    const later = { by: 'school', moment: 'follow_up', level: '-1', scoredAt: '2026-10-05' };
    expect((await pages.send(cast.coordinator, `/doelen/${goal}/score`, later)).status).toBe(303);
    const told = await pages.see(cast.specialist, `/doelen/${goal}`);
    expect(told.html).toContain('School: 2 niveaus lager dan na de inzet.');
    expect(told.html).not.toContain('Ondersteuningsspecialist: ');
    pages.stage.at(moment);
  });
});

describe('the goals of a question', () => {
  it('come in one go, those let go at the end', async () => {
    const actor = await actorOf(pages.stage, cast.tenantId, cast.coordinator);
    const found = await pages.house.database.read(actor, (reader) => findGoalsOf(reader, actor, question));
    expect(found.length).toBeGreaterThan(5);
    const dropped = found.map(({ droppedAt }) => droppedAt !== null);
    expect(dropped).toEqual(dropped.toSorted((a, b) => Number(a) - Number(b)));
    expect(dropped).toContain(true);
  });
});
