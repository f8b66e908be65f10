/**
 * The matrix of rights at HTTP (S1): every door of a concern x everybody of the world of the law (own school, other school,
 * other board, other partnership, former, future, suspended) x a concern in every state, before and after appointments turn.
 * What each may read is written by hand in tests/law/reading.ts, what each may do in the protocol. `MATRIX=1` opens every
 * cell, `MATRIX=4` a quarter; unless told each run takes another sixtieth.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf } from '../../src/concerns/concern.facts.ts';
import { mayTake, type StepName, stepNames } from '../../src/concerns/concern.rules.ts';
import { getConcern } from '../../src/concerns/concern.store.ts';
import { stepSlugs } from '../../src/concerns/concern.words.ts';
import { sql } from '../../src/platform/database.ts';
import type { Actor } from '../../src/platform/pure/actor.ts';
import { mayKnock, type Route } from '../../src/platform/route.ts';
import { allRoutes } from '../../src/web/server.ts';
import { type Reach, reachOf } from '../law/reading.ts';
import { aWorld, clocks, type World } from '../law/world.ts';
import { aCast, aConcernIn, actorOf } from '../support/factories.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { shareOf } from '../support/share.ts';

let pages: Pages;
let world: World;

beforeAll(async () => {
  pages = await openPages();
  world = await aWorld(pages.stage);
});
afterAll(() => pages.close());

const share = shareOf('MATRIX', 60);
const names = () => Object.keys(world.concerns);
const idOf = (name: string) => world.concerns[name] ?? '';
/** Doors with a concern in their address. */
const doors = allRoutes(true).filter(({ path }) => /^\/(zorgen|concerns)\/:id/.test(path));
const stepOf = ({ path }: Route): StepName | undefined =>
  stepNames.find((step) => path.split('/')[3] === stepSlugs[step]);

interface Watcher {
  readonly kind: string;
  readonly visitor: Visitor;
  readonly actor: Actor;
  readonly after: boolean;
}

/** Everybody who comes in at this hour. */
async function watchersAt(clock: string): Promise<readonly Watcher[]> {
  pages.stage.at(clock);
  const watchers: Watcher[] = [];
  for (const [kind, person] of Object.entries(world.people)) {
    const actor = await actorOf(pages.stage, person.tenantId, person.personId);
    const visitor = await comeIn(pages.house, person);
    watchers.push({ kind, visitor, actor, after: clock === clocks[1] });
  }
  return watchers;
}

const knock = ({ visitor }: Watcher, { kind, method, path }: Route, id: string) => {
  const address = path.replace(':id', id);
  if (kind === 'api') return visitor.api(method, address, method === 'GET' ? undefined : {});
  return method === 'GET' ? visitor.get(address) : visitor.post(address, {});
};

/** What the cell must hold; undefined: a deed that might be done even with nothing filled in. */
function expected(route: Route, watcher: Watcher, reach: Reach, may: (step: StepName) => boolean) {
  if (!mayKnock(route.access, watcher.actor)) return [403];
  // No concern has the agreement of this address: two-jobs.test.ts opens real ones.
  if (reach === 'nothing' || route.path.includes(':agreement')) return [404];
  const ledger = /disclosures|wie-weet-dit/.test(route.path);
  if (ledger) return reach === 'all' ? [200] : [403, 404];
  // A calendar file needs a talk, blackening a text of one's own.
  if (/gesprek.ics|weglakken/.test(route.path)) return route.method === 'GET' ? [200, 404] : [404, 422];
  const step = stepOf(route);
  if (step === undefined) return route.method === 'GET' ? [200] : [400, 403, 409, 422, 428];
  if (!may(step)) return [403, 409, 422];
  return route.method === 'GET' ? [200, 409] : undefined;
}

async function written(): Promise<number> {
  const row = await pages.house.operator.read({ operatorFor: null }, (reader) =>
    reader.first<{ n: number }>(sql`select (select count(*) from concern_entry)::int
      + (select sum(version) from concern)::int as n`),
  );
  return row?.n ?? 0;
}

interface Cell {
  readonly route: Route;
  readonly name: string;
  readonly reach: Reach;
  readonly should: readonly number[];
}

/** The cells of one person before one concern. */
async function cellsOf(watcher: Watcher, name: string): Promise<readonly Cell[]> {
  const reach = reachOf(watcher.kind, watcher.after, name);
  const concern =
    reach === 'nothing'
      ? undefined
      : await pages.house.database.read(watcher.actor, (reader) =>
          getConcern(reader, watcher.actor, idOf(name)),
        );
  const may = (step: StepName) =>
    concern !== undefined && mayTake(step, factsOf(concern, watcher.actor.personId));
  return doors.flatMap((route) => {
    const should = expected(route, watcher, reach, may);
    return should === undefined ? [] : [{ route, name, reach, should }];
  });
}

describe.each(clocks)('at %s', (clock) => {
  it('every door of every concern answers everybody as it should', { timeout: 3_600_000 }, async () => {
    const watchers = await watchersAt(clock);
    const before = await written();
    const wrong: string[] = [];
    const tally = new Map<string, number>();
    let nth = 0;
    const open = async (watcher: Watcher, { route, name, reach, should }: Cell) => {
      nth += 1;
      if (!share.takes(nth)) return;
      const { status } = await knock(watcher, route, idOf(name));
      tally.set(`${reach} ${status}`, (tally.get(`${reach} ${status}`) ?? 0) + 1);
      const where = `${watcher.kind} at ${route.method} ${route.path} of «${name}» (${reach})`;
      if (!should.includes(status)) wrong.push(`${where}: ${status}, not ${should}`);
    };
    for (const name of names())
      for (const watcher of watchers)
        for (const cell of await cellsOf(watcher, name)) await open(watcher, cell);
    const cells = [...tally.values()].reduce((sum, n) => sum + n, 0);
    console.log(`${cells} of ${nth} cells: ${JSON.stringify([...tally].sort())}`);
    expect(wrong.slice(0, 40)).toEqual([]);
    expect(await written()).toBe(before);
    // The control: the same doors do open for whoever may.
    expect(tally.get('all 200')).toBeGreaterThan(200 / share.of);
  });

  it('lists, counts, exports and finds exactly the concerns that each may read', {
    timeout: 300_000,
  }, async () => {
    let found = 0;
    const nameOf = ({ id }: { readonly id: string }) => names().find((name) => idOf(name) === id) ?? id;
    for (const watcher of await watchersAt(clock)) {
      const { kind, visitor, after } = watcher;
      const should = names().filter((name) => reachOf(kind, after, name) !== 'nothing');
      const sought = await visitor.api('POST', '/search', { q: 'leerkracht', kind: 'concern', limit: 50 });
      const hits: readonly string[] = (await sought.json()).concern.items.map(nameOf);
      expect(
        hits.filter((hit) => !should.includes(hit)),
        `${kind} searches`,
      ).toEqual([]);
      found += hits.length;
      const list = await visitor.api('GET', '/concerns?count=true&limit=100');
      if (list.status === 403) {
        expect([kind, should]).toEqual([kind, []]);
        continue;
      }
      const { items, count } = await list.json();
      expect([kind, items.map(nameOf).sort(), count]).toEqual([kind, should.toSorted(), should.length]);
      const csv = await (await visitor.get('/zorgen/lijst.csv')).text();
      expect([kind, csv.trim().split('\r\n').length - 1]).toEqual([kind, should.length]);
    }
    expect(found).toBeGreaterThan(20);
  });
});

/** What ends somebody's rights, done while they are inside. */
const endings = {
  'is suspended': (id: string) => sql`update person set suspended_at = app_now() where id = ${id}`,
  'left yesterday': (id: string) =>
    sql`update appointment set ends_on = '2026-03-06' where person_id = ${id}`,
  'begins tomorrow': (id: string) =>
    sql`update appointment set starts_on = '2026-03-07' where person_id = ${id}`,
};

it.each(Object.entries(endings))('to who %s every door shuts at once', async (_what, ending) => {
  pages.stage.at(clocks[0]);
  const cast = await aCast(pages.stage);
  const id = await aConcernIn(pages.stage, cast, 'working');
  pages.stage.at(clocks[0]);
  const visitor = await comeIn(pages.house, { tenantId: cast.tenantId, personId: cast.director });
  const opened = async () => {
    const found: string[] = [];
    for (const route of allRoutes(true)) {
      if (route.access === 'public' || route.method !== 'GET') continue;
      const path = route.path.replace(':id', id).replace(':code', cast.school.code);
      const { status } = await (route.kind === 'api' ? visitor.api('GET', path) : visitor.get(path));
      if (![303, 400, 401, 403, 404].includes(status)) found.push(route.path);
    }
    const sought = await visitor.api('POST', '/search', { q: 'leerkracht' });
    return sought.status === 200 ? [...found, '/search'] : found;
  };
  expect((await opened()).length).toBeGreaterThan(20);
  await pages.house.operator.write({ operatorFor: cast.tenantId }, (tx) => tx.run(ending(cast.director)));
  // An empty field to type in, which finds nothing.
  expect((await opened()).filter((path) => path !== '/zoeken')).toEqual([]);
});
