/** Each page asks the database at most three questions, however much there is to show. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, type Reader, type Sql, sql, type Transaction } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { dayOf } from '../../src/platform/pure/dates.ts';
import { createApp } from '../../src/web/server.ts';
import { type Address, findAddresses, pageRoutes, unlinked } from '../support/crawl.ts';
import { comeIn, type House, openHouse, type Visitor } from '../support/house.ts';

let house: House;
let addresses: readonly Address[];
let before: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  house = await openHouse();
  addresses = await findAddresses(house);
  before = await countAll();
}, 300_000);
afterAll(() => house.close());

it('every page asks at most three questions, and as many when there is much more of everything', async () => {
  const many = [...before].filter(([, questions]) => questions.length > 3);
  expect(many).toEqual([]);
  await addMuch();
  const after = await countAll();
  for (const [page, questions] of after)
    expect([page, ...questions]).toEqual([page, ...(before.get(page) ?? [])]);
}, 120_000);

it('every page was counted, and a page that shows something asked something', () => {
  const routes = new Set(addresses.map(({ route }) => route));
  const missed = pageRoutes.map(({ path }) => path).filter((path) => !routes.has(path));
  expect(missed.filter((path) => !unlinked.includes(path))).toEqual([]);
  const asking = [...before].filter(([, questions]) => questions.length > 0);
  expect(asking.length).toBeGreaterThan(before.size / 2);
});

/** The statements behind each page, without who asks, the bell, the audit and the ledger of who read what. */
async function countAll(): Promise<ReadonlyMap<string, readonly string[]>> {
  const counted = new Map<string, readonly string[]>();
  const asked: string[] = [];
  const app = createApp({
    database: listened(house.database, asked),
    config: { demo: true, rateLimit: false, baseUrl: undefined },
  });
  const visitors = new Map<string, Visitor>();
  for (const { path, who } of addresses) {
    const id = who?.personId ?? '';
    const visitor = visitors.get(id) ?? (who && (await comeIn(house, who)));
    if (visitor !== undefined) visitors.set(id, visitor);
    asked.length = 0;
    const answer = await app.request(path, { headers: { cookie: visitor?.cookie ?? '' } });
    expect(answer.status, path).toBe(200);
    counted.set(`${path} as ${id}`, [...asked]);
  }
  return counted;
}

const unlistened =
  /find_actor|^\s*insert into (audit|disclosure)|^\s*update notice set read_at|unread_notices/;

/** The same database, which writes down what it is asked. */
function listened(database: Database, asked: string[]): Database {
  const hear = (query: Sql) => {
    if (!unlistened.test(query.text)) asked.push(query.text.replace(/\s+/g, ' ').slice(0, 200));
    return query;
  };
  const reading = (reader: Reader): Reader => ({
    rows: (query) => reader.rows(hear(query)),
    first: (query) => reader.first(hear(query)),
  });
  const writing = (tx: Transaction): Transaction => ({ ...reading(tx), run: (query) => tx.run(hear(query)) });
  return {
    ...database,
    read: (who, work) => database.read(who, (reader) => work(reading(reader))),
    write: (who, work) => database.write(who, (tx) => work(writing(tx))),
    ask: (query) => database.ask(hear(query)),
  };
}

/** Notes and shared concerns of whoever notes them, and people, schools and appointments. */
async function addMuch(): Promise<void> {
  const author = await comeIn(house, authorOfNotes());
  for (let nth = 0; nth < 30; nth += 1) await noteAndShare(author, nth % 2 === 0);
  const { tenantId } = author.person;
  await house.operator.write({ operatorFor: tenantId }, async (tx) => {
    for (let nth = 0; nth < 30; nth += 1) {
      const [person, school] = [newId(), newId()];
      const code = `88${String.fromCharCode(65 + (nth % 26))}${String.fromCharCode(65 + Math.floor(nth / 26))}00`;
      await tx.run(sql`insert into person (tenant_id, id, name, email)
        values (${tenantId}, ${person}, ${`Proefpersoon ${nth}`}, ${`proef${nth}@proef.example`})`);
      await tx.run(
        sql`insert into school (tenant_id, id, code, name) values (${tenantId}, ${school}, ${code}, ${`Proefschool ${nth}`})`,
      );
      await tx.run(sql`insert into appointment (tenant_id, id, person_id, role, school_id, board_id, starts_on)
        values (${tenantId}, ${newId()}, ${person}, 'teacher', ${school}, null, '2025-08-01')`);
    }
  });
}

function authorOfNotes() {
  const noting = addresses.find(({ route, role }) => route === '/zorgen/nieuw' && role === 'contact_person');
  if (noting?.who === undefined) throw new Error('nobody notes');
  return noting.who;
}

async function noteAndShare(author: Visitor, share: boolean): Promise<void> {
  const page = await (await author.get('/zorgen/nieuw')).text();
  const schoolCode = /<option value="(\w{6})"/.exec(page)?.[1];
  const noted = await author.api('POST', '/concerns', {
    schoolCode,
    noticedOn: dayOf(Date.now()),
    occasion: 'Teamoverleg',
    observation: 'Drie groepen hadden geen vaste leerkracht.',
    meaningForChildren: 'Kinderen missen rust.',
    goesWell: 'De groepen vangen elkaar op.',
  });
  expect(noted.status).toBe(201);
  if (!share) return;
  const { id } = (await noted.json()) as { readonly id: string };
  const step = { step: 'share_with_director' };
  const version = { 'if-match': noted.headers.get('etag') ?? '' };
  expect((await author.api('POST', `/concerns/${id}/steps`, step, version)).status).toBe(200);
}
