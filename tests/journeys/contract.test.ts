/** The outside contract of the API, as a program that knows only its description would meet it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { aCast, aConcernIn, aNote, type Cast } from '../support/factories.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { auditsEveryDeed } from '../support/witness.ts';

let pages: Pages;
let cast: Cast;
let author: Visitor;
let director: Visitor;

beforeAll(async () => {
  pages = await openPages();
  cast = pages.cast;
  author = await comeIn(pages.house, { tenantId: cast.tenantId, personId: cast.author });
  director = await comeIn(pages.house, { tenantId: cast.tenantId, personId: cast.director });
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const nobody = '0190a000-0000-7000-8000-000000000000';
const note = (more: object = {}) => ({ ...aNote(cast.school.code), ...more });
const problemOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('api-version')).toBe('1.0.0');
  const body = await answer.json();
  expect(body).toMatchObject({
    status: answer.status,
    title: expect.any(String),
    detail: expect.any(String),
  });
  return body;
};
const revise = (id: string, headers: Record<string, string>, more: object = {}) =>
  author.api('POST', `/concerns/${id}/steps`, { step: 'revise', theme: 'Rust', ...more }, headers);

describe('a write', () => {
  it('answers 201 with id, version, ETag and a Location that gives the same', async () => {
    const answer = await author.api('POST', '/concerns', note());
    const body = await answer.json();
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    expect(body).toMatchObject({ id: expect.any(String), version: 1, status: 'noted' });
    const location = answer.headers.get('location') ?? '';
    expect(location).toBe(`/api/v1/concerns/${body.id}`);
    const read = await author.api('GET', location.replace('/api/v1', ''));
    expect([read.status, read.headers.get('etag'), (await read.json()).id]).toEqual([200, '"1"', body.id]);
  });

  it('with the same Idempotency-Key is done once, also when ten come at once, and 422 for something else', async () => {
    const key = { 'idempotency-key': newId() };
    const asked = note({ observation: 'Eén keer.' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => author.api('POST', '/concerns', asked, key)),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id));
    expect(new Set(ids).size).toBe(1);
    const other = await author.api('POST', '/concerns', note({ observation: 'Iets anders.' }), key);
    expect(await problemOf(other)).toMatchObject({ status: 422, type: '/problems/key-reused' });
    const somebodyElse = await director.api('POST', '/concerns', asked, key);
    expect(ids).not.toContain((await somebodyElse.json()).id);
  });

  it('without a key is done each time: the control', async () => {
    const asked = note({ observation: 'Twee keer.' });
    const ids = await Promise.all(
      [1, 2].map(async () => (await (await author.api('POST', '/concerns', asked)).json()).id),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('that changes asks for the version: 428 without, 412 with the state of now when stale, one winner of many', async () => {
    const id = await aConcernIn(pages.stage, cast, 'noted');
    expect(await problemOf(await revise(id, {}))).toMatchObject({ status: 428 });
    expect((await revise(id, { 'if-match': '"1"' })).status).toBe(200);
    const stale = await revise(id, { 'if-match': '"1"' });
    expect([stale.status, stale.headers.get('etag')]).toEqual([412, '"2"']);
    expect(await stale.json()).toMatchObject({ id, version: 2, theme: 'Rust' });
    const race = await Promise.all(
      Array.from({ length: 6 }, (_, nth) => revise(id, { 'if-match': '"2"' }, { theme: `Rust ${nth}` })),
    );
    expect(race.map((answer) => answer.status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
  });

  it('is first known, then allowed, then right, then lawful', async () => {
    const id = await aConcernIn(pages.stage, cast, 'with_director');
    const strange = await aConcernIn(pages.stage, await aCast(pages.stage), 'with_director');
    const send = (who: Visitor, where: string, body: unknown) =>
      who.api('POST', `/concerns/${where}/steps`, body, { 'if-match': '"2"' });
    for (const where of [nobody, strange, 'geen-id'])
      expect((await send(author, where, { step: 'reply' })).status).toBe(404);
    expect((await send(author, id, { step: 'reply' })).status).toBe(403);
    expect((await send(director, id, { step: 'reply' })).status).toBe(400);
    const review = { step: 'review', childrenNotice: 'Rust.', resolved: true };
    const refused = await problemOf(await send(author, id, review));
    expect(refused).toMatchObject({ status: 409, type: '/problems/step-refused' });
    expect(refused.unmet.length).toBeGreaterThan(0);
    expect(refused.unmet[0]).toEqual({
      code: expect.any(String),
      detail: expect.stringMatching(/^[A-Z].*\.$/),
    });
  });

  it('that is wrong hears every fault at once', async () => {
    const body = { schoolCode: 'x', noticedOn: '2026-02-30', occasion: '', observation: 'a\0b', theme: 7 };
    const told = await problemOf(await author.api('POST', '/concerns', body));
    expect(told.errors.map((fault: { location: string }) => fault.location).sort()).toEqual(
      ['noticedOn', 'observation', 'occasion', 'schoolCode', 'theme'].sort(),
    );
    for (const fault of told.errors)
      expect(fault).toEqual({
        in: 'body',
        location: expect.any(String),
        code: expect.any(String),
        detail: expect.stringMatching(/^[A-Z].*\.$/),
      });
    const query = await problemOf(await author.api('GET', '/concerns?limit=0&after=x&status=weg'));
    expect(query.errors.map((fault: { location: string }) => fault.location)).toEqual([
      'limit',
      'after',
      'status',
    ]);
  });
});

describe('a reader', () => {
  it('without a token hears 401, with a wrong one too, whatever the address holds', async () => {
    for (const headers of [
      {},
      { authorization: 'Bearer nietgoednietgoednietgoed' },
      { authorization: 'x' },
    ]) {
      const answer = await pages.house.app.request(`/api/v1/concerns/${nobody}`, { headers });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect((await problemOf(answer)).status).toBe(401);
    }
  });

  it('hears the same bytes for what is not theirs as for what is not there, and twice the same', async () => {
    const strange = await aConcernIn(pages.stage, await aCast(pages.stage), 'working');
    const said = async (path: string) => {
      const answer = await author.api('GET', path);
      return [answer.status, [...answer.headers], await answer.text()];
    };
    const absent = await said(`/concerns/${nobody}`);
    expect(await said(`/concerns/${strange}`)).toEqual(absent);
    expect(await said(`/concerns/${nobody}`)).toEqual(absent);
    expect(await said(`/concerns/${strange}/disclosures`)).toEqual(
      await said(`/concerns/${nobody}/disclosures`),
    );
  });

  it('pages through a list without a gap or a double, and counts only when asked', async () => {
    for (let nth = 0; nth < 3; nth += 1) await aConcernIn(pages.stage, cast, 'noted');
    const whole = await (await author.api('GET', '/concerns?limit=200')).json();
    expect(whole).not.toHaveProperty('count');
    const walked: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: { items: { id: string }[]; next: string | null } = await (
        await author.api('GET', `/concerns?limit=2&after=${after}`)
      ).json();
      walked.push(...page.items.map((item) => item.id));
      after = page.next;
    }
    expect(walked).toEqual(whole.items.map((item: { id: string }) => item.id));
    const counted = await (await author.api('GET', '/concerns?limit=1&count=true')).json();
    expect([counted.items.length, counted.count]).toEqual([1, walked.length]);
  });

  it('counts every list, and no further than «500+»', async () => {
    for (const path of [
      '/schools',
      '/boards',
      '/areas',
      '/people',
      '/appointments',
      '/holidays',
      '/conversations',
      '/support-questions',
    ]) {
      const { count } = await (await author.api('GET', `${path}?count=true`)).json();
      expect(count, path).toEqual(expect.any(Number));
    }
    await pages.house.operator.write({ operatorFor: cast.tenantId }, (tx) =>
      tx.run(sql`insert into area (tenant_id, id, code, name) select ${cast.tenantId}, gen_random_uuid(), 'W' || n, 'Wijk ' || n
        from generate_series(1, 500) n`),
    );
    expect((await (await author.api('GET', '/areas?count=true&limit=1')).json()).count).toBe(500);
    await pages.house.operator.write({ operatorFor: cast.tenantId }, (tx) =>
      tx.run(
        sql`insert into area (tenant_id, id, code, name) values (${cast.tenantId}, ${newId()}, 'A', 'Wijk A')`,
      ),
    );
    expect((await (await author.api('GET', '/areas?count=true&limit=1')).json()).count).toBe('500+');
  });
});
