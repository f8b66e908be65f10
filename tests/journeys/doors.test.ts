/** Every door of the product: who may knock, and what a stranger hears. Made from the routes; a new route fails until it is listed. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { type Actor, type Role, roles } from '../../src/platform/pure/actor.ts';
import { type Access, mayKnock, type Route } from '../../src/platform/route.ts';
import { allRoutes } from '../../src/web/server.ts';
import {
  actorOf,
  comeIn,
  formOf,
  type House,
  openHouse,
  peopleWith,
  type Visitor,
} from '../support/house.ts';
import { shareOf } from '../support/share.ts';
import { doorMap } from './door-map.ts';

let house: House;
const visitors = new Map<Role, { readonly visitor: Visitor; readonly actor: Actor }>();

beforeAll(async () => {
  house = await openHouse();
  for (const role of roles) {
    const person = (await peopleWith(house, role))[0];
    if (person === undefined) throw new Error(`nobody in the demonstration is ${role}`);
    visitors.set(role, { visitor: await comeIn(house, person), actor: await actorOf(house, person) });
  }
});
afterAll(() => house.close());

const routes = allRoutes(true);
const lineOf = (route: Route) => `${route.kind} ${route.method} ${route.path}`;
const nobody = '0190a000-0000-7000-8000-000000000000';
/** An address with ids and codes that belong to nothing. */
const strangePath = (route: Route, id = nobody) =>
  route.path.replace(':id', id).replace(':code', '99ZZ99').replace(/:\w+/g, nobody);

describe('the map of doors', () => {
  it('lists every route with who may knock: a new one is added by hand', () => {
    const access = (line: Access) => (typeof line === 'string' ? line : [...line].sort().join(' '));
    const actual = Object.fromEntries(routes.map((route) => [lineOf(route), access(route.access)]));
    expect(actual).toEqual(
      Object.fromEntries(doorMap.flatMap(([access, doors]) => doors.map((door) => [door, access]))),
    );
  });
});

describe('without the demonstration', () => {
  it('nobody can choose to be somebody', () => {
    expect(allRoutes(false).filter((route) => route.path.startsWith('/demo'))).toEqual([]);
  });
});

describe('a visitor without log-in', () => {
  it.each(
    routes.filter((route) => route.access !== 'public').map((route) => [lineOf(route), route] as const),
  )('is sent away at %s', async (_line, route) => {
    const address = route.kind === 'api' ? `/api/v1${strangePath(route)}` : strangePath(route);
    const answer = await house.app.request(address, {
      method: route.method,
      ...(route.method === 'GET'
        ? {}
        : {
            body: route.kind === 'api' ? '{}' : formOf({}),
            headers: route.kind === 'api' ? { 'content-type': 'application/json' } : {},
          }),
    });
    if (route.kind === 'page' && route.method === 'GET') {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toMatch(/^\/inloggen\?naar=/);
    } else {
      expect(answer.status).toBe(401);
    }
  });
});

/** `DOORS=1` lets every role in and compares at every door for every role; unless told each commit at another eighteenth of the pairs. */
const share = shareOf('DOORS', 18);

describe('every role at every door', () => {
  it.each(routes.map((route, column) => [lineOf(route), route, column] as const))(
    '%s',
    async (_line, route, column) => {
      const rows = [...visitors].map(([role, one], row) => ({
        who: `${role} at ${lineOf(route)}`,
        row,
        ...one,
      }));
      const mayEnter = ({ actor }: (typeof rows)[number]) =>
        isLeaving(route) || mayKnock(route.access, actor);
      // Who is sent away changes nothing: all at once, so that the database is not waited for person by person.
      await Promise.all(
        rows
          .filter((one) => !mayEnter(one))
          .map(async ({ who, visitor }) => expect((await knock(visitor, route)).status, who).toBe(403)),
      );
      for (const [nth, { who, row, visitor }] of rows.filter(mayEnter).entries()) {
        if (nth > 0 && !share.takes(row + column)) continue;
        const { status } = await knock(visitor, route);
        expect([200, 202, 303, 400, 404, 409, 410, 412, 422, 428], who).toContain(status);
      }
    },
  );
});

describe('what is somebody else’s gets the same answer as what is not there', () => {
  it('at every door with an id, for every role, byte for byte', async () => {
    let compared = 0;
    for (const [row, [role, { visitor, actor }]] of [...visitors].entries()) {
      const strangers = await concernsNotSeenBy(actor);
      for (const [column, route] of routes.entries()) {
        if (
          !share.takes(row + column) ||
          !route.path.includes('/:id') ||
          !route.path.match(/zorgen|concerns/) ||
          !mayKnock(route.access, actor)
        )
          continue;
        const absent = await said(await knock(visitor, route));
        for (const id of strangers) {
          expect(await said(await knock(visitor, route, id)), `${role} at ${lineOf(route)}`).toEqual(absent);
          expect(absent.status, `${role} at ${lineOf(route)}`).toBe(404);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(500 / share.of);
  }, 120_000);
});

describe('the registers of another partnership', () => {
  it('are not there: every id of theirs is answered like one that does not exist', async () => {
    const { visitor } = visitors.get('administrator') ?? {};
    if (visitor === undefined) throw new Error('nobody is administrator');
    const strangers = await registerIds('oss-uden');
    for (const [word, table] of Object.entries(registerOf)) {
      const doors = routes.filter((route) => route.path.startsWith(`/beheer/${word}/:id`));
      expect(doors.length, word).toBeGreaterThan(0);
      for (const route of doors) {
        const absent = await said(await knock(visitor, route));
        expect(await said(await knock(visitor, route, strangers[table])), lineOf(route)).toEqual(absent);
        expect(absent.status, lineOf(route)).toBe(404);
      }
    }
    const code = await schoolCode('oss-uden');
    const answers = [
      await visitor.api('GET', `/schools/${code}`),
      await visitor.api('GET', '/schools/99ZZ99'),
    ];
    expect(await said(answers[0])).toEqual(await said(answers[1]));
  });
});

const registerOf: Readonly<Record<string, string>> = {
  besturen: 'board',
  gebieden: 'area',
  scholen: 'school',
  mensen: 'person',
  aanstellingen: 'appointment',
  vakanties: 'holiday',
};

const registerIds = (tenantCode: string) =>
  asOwner<{ table: string; id: string }, Record<string, string>>(
    Object.values(registerOf)
      .map(
        (table) =>
          `(select '${table}' as table, r.id from ${table} r join tenant t using (tenant_id) where t.code = $1 limit 1)`,
      )
      .join(' union all '),
    [tenantCode],
    (rows) => Object.fromEntries(rows.map((row) => [row.table, row.id])),
  );

const schoolCode = (tenantCode: string) =>
  asOwner<{ code: string }, string>(
    'select s.code from school s join tenant t using (tenant_id) where t.code = $1 order by s.code limit 1',
    [tenantCode],
    (rows) => rows[0]?.code ?? '',
  );

/** Looks over the wall, as the owner may. */
async function asOwner<Row extends pg.QueryResultRow, T>(
  text: string,
  values: readonly string[],
  read: (rows: readonly Row[]) => T,
): Promise<T> {
  const owner = new pg.Client({ connectionString: house.fresh.ownerUrl });
  await owner.connect();
  return owner
    .query<Row>({ text, values: [...values] })
    .then((answer) => read(answer.rows))
    .finally(() => owner.end());
}

async function said(answer: Response | undefined) {
  if (answer === undefined) throw new Error('no answer');
  return { status: answer.status, body: (await answer.text()).replace(/name="_key" value="[^"]*"/g, '') };
}

/** One concern of every state, of either partnership, that this person may not see. */
async function concernsNotSeenBy(actor: Actor): Promise<readonly string[]> {
  const seen = await house.database.read(actor, (reader) =>
    reader.rows<{ id: string }>(sql`select id from concern`),
  );
  const mine = new Set(seen.map((row) => row.id));
  return asOwner<{ id: string; status: string; tenant: string }, readonly string[]>(
    'select id, status, tenant_id as tenant from concern order by tenant_id, status, id',
    [],
    (rows) => {
      const strange = rows.filter((row) => !mine.has(row.id));
      return [...new Map(strange.map((row) => [`${row.tenant} ${row.status}`, row.id])).values()];
    },
  );
}

/** Leaving is a door like any other, but then the visitor is gone, or the other visitors that are the same person. */
const isLeaving = (route: Route) =>
  ['/uitloggen', '/demo', '/mijn/sessies/overige-beeindigen'].includes(route.path);

async function knock(visitor: Visitor, route: Route, id = nobody): Promise<Response> {
  const path = strangePath(route, id);
  if (route.kind === 'api') return visitor.api(route.method, path, route.method === 'GET' ? undefined : {});
  if (isLeaving(route)) return visitor.get('/');
  return route.method === 'GET' ? visitor.get(path) : visitor.post(path, {});
}
