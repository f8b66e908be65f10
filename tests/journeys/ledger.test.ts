/** The ledger is true: whatever door shows what stands in a concern, whoever looked stands in «wie weet dit?». */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Disclosure } from '../../src/concerns/disclosure.store.ts';
import type { Route } from '../../src/platform/route.ts';
import { allRoutes } from '../../src/web/server.ts';
import { aCast, aConcernIn, type Cast, openStage, type Stage } from '../support/factories.ts';
import { comeIn, type House, openHouse, type Visitor } from '../support/house.ts';
import { shareOf } from '../support/share.ts';

let house: House;
let stage: Stage;
let cast: Cast;
let all: pg.Client;
let id: string;
const visitors = new Map<keyof Cast, Visitor>();
const readers = [
  'author',
  'director',
  'teamLead',
  'boardMember',
  'partnershipDirector',
  'coordinator',
] as const;
/** What stands in the concern, and in nothing else. */
const texts = [
  'Drie groepen hadden deze maand',
  'Kinderen missen rust',
  'Wij bespraken de bezetting',
  'Er is geld nodig',
  'Doe maar',
];

beforeAll(async () => {
  house = await openHouse({ demo: false });
  stage = openStage(house.fresh, new Date(Date.now() - 40 * 3_600_000).toISOString());
  cast = await aCast(stage);
  id = await aConcernIn(stage, cast, 'with_board');
  for (const name of readers)
    visitors.set(name, await comeIn(house, { personId: cast[name], tenantId: cast.tenantId }));
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(house.fresh.ownerUrl).pathname;
  all = new pg.Client({ connectionString: address.href });
  await all.connect();
}, 60_000);
afterAll(async () => {
  await all.end();
  await stage.close();
  await house.close();
});

const forget = (personId: string) =>
  all.query("delete from disclosure where person_id = $1 and kind <> 'told'", [personId]);
const stands = async (personId: string) => {
  const found = await all.query(
    `select 1 from disclosure d join concern c using (tenant_id) where c.id = $1 and d.concern_id = c.id
      and d.person_id = $2 and d.version = c.version and d.kind in ('saw', 'found')`,
    [id, personId],
  );
  return found.rows.length > 0;
};

const addressOf = ({ path }: Route) => path.replace(':id', id).replace(':code', cast.school.code);
/** Words that find the concern, for the doors that ask for some. */
const search = '?q=bezetting&na=&staat=';

/** Asks as somebody whom the ledger has not seen yet: does the answer show a text, and does the ledger know it? */
async function ask(name: (typeof readers)[number], route: Route, query: string) {
  const visitor = visitors.get(name);
  if (visitor === undefined) throw new Error('nobody came in');
  await forget(cast[name]);
  const path = `${addressOf(route)}${query}`;
  const answer = await (route.kind === 'api' ? visitor.api('GET', path) : visitor.get(path));
  const body = await answer.text();
  return { shows: texts.some((text) => body.includes(text)), known: await stands(cast[name]) };
}

/** `LEDGER=1` opens every door; unless told each commit every door of concerns, and of the others another third. */
const share = shareOf('LEDGER', 3);
const isOfConcerns = ({ path }: Route) => /^\/(zorgen|concerns)\b/.test(path);

it('every door that shows a text of a concern leaves a line for who looked', async () => {
  const gets = allRoutes(false).filter(({ method, path }) => method === 'GET' && !/:(?!id|code)/.test(path));
  const asked = gets
    .flatMap((route) => ['', search].flatMap((query) => readers.map((name) => ({ route, query, name }))))
    .filter(({ route }, nth) => isOfConcerns(route) || share.takes(nth));
  const showing = new Set<string>();
  const silent: string[] = [];
  for (const { route, query, name } of asked) {
    // The list shows authors the beginning of their own words.
    if (name === 'author' && route.path === '/zorgen') continue;
    const { shows, known } = await ask(name, route, query);
    if (shows) showing.add(`${route.kind} ${route.path}`);
    if (shows && !known) silent.push(`${name}: ${route.path}`);
  }
  expect(silent).toEqual([]);
  // The control: these do show it.
  for (const door of ['page /zorgen/:id', 'page /zorgen/:id/zienswijze', 'api /concerns/:id'])
    expect([...showing]).toContain(door);
}, 240_000);

it('so do the answers to a step by the API: what was made of it, and what somebody else made of it first', async () => {
  const visitor = visitors.get('boardMember');
  if (visitor === undefined) throw new Error('nobody came in');
  const send = async (version: number) => {
    await forget(cast.boardMember);
    const body = { step: 'add_view', text: 'Wij denken mee.' };
    return visitor.api('POST', `/concerns/${id}/steps`, body, { 'if-match': `"${version}"` });
  };
  const now = async () =>
    (await all.query<{ version: number }>('select version from concern where id = $1', [id])).rows[0]
      ?.version ?? 0;
  const stale = await send((await now()) - 1);
  expect(stale.status).toBe(412);
  expect(await stale.text()).toContain(texts[0]);
  expect(await stands(cast.boardMember)).toBe(true);
  const taken = await send(await now());
  expect(taken.status).toBe(200);
  expect(await taken.text()).toContain(texts[0]);
  expect(await stands(cast.boardMember)).toBe(true);
});

it('lines of one person in one moment stand in the order of what they saw, however they were written', async () => {
  const ledger = async () => {
    const answer = await visitors.get('author')?.api('GET', `/concerns/${id}/disclosures`);
    const { items } = (await answer?.json()) ?? { items: [] };
    return items.flatMap(({ person, version, kind }: Disclosure) =>
      person.id === cast.coordinator ? [`${version} ${kind}`] : [],
    );
  };
  const lines = ['1 saw', '2 found', '2 saw', '3 found', '3 saw'];
  // The law writes the moment itself: past it, so that it is one.
  await all.query('set session_replication_role = replica');
  for (const written of [lines, lines.toReversed()]) {
    await all.query('delete from disclosure where person_id = $1', [cast.coordinator]);
    for (const line of written)
      await all.query(
        `insert into disclosure (tenant_id, concern_id, version, person_id, kind, ground, at)
          values ($1, $2, split_part($3, ' ', 1)::int, $4, split_part($3, ' ', 2), 'participant', '2026-03-02T08:00:00Z')`,
        [cast.tenantId, id, line, cast.coordinator],
      );
    expect(await ledger()).toEqual(lines);
  }
  await all.query('set session_replication_role = origin');
});
