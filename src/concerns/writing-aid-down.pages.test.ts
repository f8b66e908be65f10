/** The writing aid closes: when it cannot look, the text stays a draft, and page and API say so. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aConcernIn, actorOf, aNoteBy } from '../../tests/support/factories.ts';
import { comeIn } from '../../tests/support/house.ts';
import { openPages, type Pages } from '../../tests/support/pages.ts';
import type { Database, Sql, Transaction } from '../platform/database.ts';
import { createApp } from '../web/server.ts';
import { getConcern } from './concern.store.ts';

let pages: Pages;
/** What the database does when the names of the registers are asked for. */
let namesFail: 'no' | 'fault' | 'slow';
let app: ReturnType<typeof createApp>;

const asksNames = (query: Sql) => query.sql.includes('jsonb_agg(name)') && query.sql.includes('from person');

/** The real database, but for that one question. */
function faulty(database: Database): Database {
  const wrapped = (tx: Transaction): Transaction => ({
    ...tx,
    first: async <Row>(query: Sql) => {
      if (!asksNames(query) || namesFail === 'no') return tx.first<Row>(query);
      if (namesFail === 'fault') throw new Error('the names cannot be read');
      // From here on each look at the clock is four seconds later than the last.
      let late = performance.now();
      vi.spyOn(performance, 'now').mockImplementation(() => {
        late += 4_000;
        return late;
      });
      return tx.first<Row>(query);
    },
  });
  return { ...database, write: (who, work) => database.write(who, (tx) => work(wrapped(tx))) };
}

beforeAll(async () => {
  pages = await openPages();
  const config = { demo: false, rateLimit: false, baseUrl: undefined } as const;
  const clock = () => pages.stage.now();
  app = createApp({ database: faulty(pages.house.database), config, clock });
});

beforeEach(works);

/** The aid looks again, and the clock goes as it should. */
function works() {
  namesFail = 'no';
  vi.restoreAllMocks();
}

afterAll(async () => {
  vi.restoreAllMocks();
  await pages.close();
});

const statusOf = async (id: string) => {
  const actor = await actorOf(pages.stage, pages.cast.tenantId, pages.cast.author);
  const row = await pages.stage.database.read(actor, (reader) => getConcern(reader, actor, id));
  return [row?.status, row?.entries.length];
};

const author = () =>
  comeIn({ ...pages.house, app }, { tenantId: pages.cast.tenantId, personId: pages.cast.author });

describe.each(['fault', 'slow'] as const)('when the aid cannot look (%s)', (why) => {
  it('the page says so, shares nothing and keeps every word; afterwards the same form passes', async () => {
    const id = await aNoteBy(pages.stage, pages.cast);
    const visitor = await author();
    const fields = {
      noticedOn: '2026-03-02',
      occasion: 'Klassenbezoek',
      observation: 'Dit zag ik vanochtend in de gang.',
      meaningForChildren: 'Zij leren minder.',
      goesWell: 'De sfeer.',
    };
    namesFail = why;
    const refused = await visitor.post(`/zorgen/${id}/delen`, fields);
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain('De schrijfhulp werkt nu niet.');
    expect(html).toContain('Dit zag ik vanochtend in de gang.');
    expect(await statusOf(id)).toEqual(['noted', 0]);
    works();
    expect((await visitor.post(`/zorgen/${id}/delen`, fields)).status).toBe(303);
    expect(await statusOf(id)).toEqual(['with_director', 1]);
  });

  it('the API says so and shares nothing', async () => {
    const id = await aNoteBy(pages.stage, pages.cast);
    const visitor = await author();
    const body = { step: 'share_with_director' };
    namesFail = why;
    const refused = await visitor.api('POST', `/concerns/${id}/steps`, body, { 'If-Match': '"1"' });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ unmet: [{ code: 'writingAidLooks' }] });
    expect(await statusOf(id)).toEqual(['noted', 0]);
    works();
    expect((await visitor.api('POST', `/concerns/${id}/steps`, body, { 'If-Match': '"1"' })).status).toBe(
      200,
    );
  });

  it('no reply reaches the timeline', async () => {
    const id = await aConcernIn(pages.stage, pages.cast, 'with_director');
    const director = await comeIn(
      { ...pages.house, app },
      { tenantId: pages.cast.tenantId, personId: pages.cast.director },
    );
    namesFail = why;
    const form = { verdict: 'accurate', text: 'Dat klopt wel.' };
    expect((await director.post(`/zorgen/${id}/reageren`, form)).status).toBe(409);
    expect((await statusOf(id))[1]).toBe(1);
    works();
    expect((await director.post(`/zorgen/${id}/reageren`, form)).status).toBe(303);
  });

  it('no conversation is planned', async () => {
    const visitor = await author();
    const startsAt = '2026-05-12T10:00:00Z';
    const plan = { schoolCode: pages.cast.school.code, kind: 'cycle', title: 'Startgesprek', startsAt };
    namesFail = why;
    expect((await visitor.api('POST', '/conversations', plan)).status).toBe(409);
    works();
    expect((await visitor.api('POST', '/conversations', plan)).status).toBe(201);
  });
});

describe('the title of a conversation', () => {
  const startsAt = '2026-05-12T10:00:00Z';

  it('holds no number, and a name only when it was confirmed', async () => {
    const visitor = await author();
    const plan = (title: string, acceptedMarks: readonly string[] = []) =>
      visitor.api('POST', '/conversations', {
        schoolCode: pages.cast.school.code,
        kind: 'other',
        title,
        startsAt,
        acceptedMarks,
      });
    const refused = await plan('Over Daan');
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      marks: [{ kind: 'name', field: 'title', start: 5, end: 9, text: 'Daan', blocks: false }],
    });
    expect((await plan('Over Daan', ['Daan'])).status).toBe(201);
    expect((await plan('Bel 06-12345678', ['06-12345678'])).status).toBe(409);
    expect((await plan('Startgesprek')).status).toBe(201);
  });

  it('asks on the page too', async () => {
    const visitor = await author();
    const form = { schoolCode: pages.cast.school.code, kind: 'other', startsAt: '2026-05-12T10:00' };
    const refused = await visitor.post('/gesprekken/nieuw', { ...form, title: 'Over Daan' });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('<mark>Daan</mark>');
    const sent = { ...form, title: 'Over Daan', acceptedMarks: 'Daan' };
    expect((await visitor.post('/gesprekken/nieuw', sent)).status).toBe(303);
  });
});
