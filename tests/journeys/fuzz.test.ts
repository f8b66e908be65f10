/**
 * Bad input at every door (S5): whatever is sent, the answer is one of ours, within a second, without anything of another
 * partnership. `FUZZ_RUNS` = requests for API and pages each (3,000 in all unless told); a failure prints the seed.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sql } from '../../src/platform/database.ts';
import type { Access, ApiRoute, PageRoute } from '../../src/platform/route.ts';
import { allRoutes } from '../../src/web/server.ts';
import { comeIn, formOf, type House, openHouse, peopleWith, type Visitor } from '../support/house.ts';
import { headers, inputFor, queryValue, type Schema, segment } from '../support/nasty.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 1_500);
const roles = [
  ...(['contact_person', 'school_director', 'administrator', 'board_member', 'team_lead'] as const),
  ...(['privacy_officer', 'partnership_director'] as const),
];

let house: House;
let visitors: readonly Visitor[];
let pool: readonly string[];
/** Ids of the other partnership: none of them may ever be told. */
let foreign: readonly string[];

beforeAll(async () => {
  house = await openHouse();
  visitors = await Promise.all(
    roles.map(async (role) => comeIn(house, must((await peopleWith(house, role))[0]))),
  );
  const own = must(visitors[0]).person.tenantId;
  const ids = (which: 'own' | 'foreign', limit: number) =>
    house.operator.read({ operatorFor: null }, (reader) =>
      reader.rows<{ id: string }>(sql`select x.id from (
        (select c.tenant_id, c.id::text, c.id as nth from concern c limit 400) union all
        (select p.tenant_id, p.id::text, p.id as nth from person p limit 400) union all
        (select a.tenant_id, a.id::text, a.id as nth from appointment a limit 100) union all
        (select b.tenant_id, b.id::text, b.id as nth from board b limit 10)) x
        where (x.tenant_id = ${own}) = ${which === 'own'} order by x.nth limit ${limit}`),
    );
  foreign = (await allIds(own)).filter((id) => id.length === 36);
  const mine = await ids('own', 40);
  pool = [...mine.map((row) => row.id), ...foreign.slice(0, 10), '01AB00', '99ZZ99'];
});
afterAll(() => house.close());

async function allIds(own: string): Promise<readonly string[]> {
  const rows = await house.operator.read({ operatorFor: null }, (reader) =>
    reader.rows<{ id: string }>(sql`select id::text from concern where tenant_id <> ${own}
      union select id::text from person where tenant_id <> ${own}`),
  );
  return rows.map((row) => row.id);
}

const routes = allRoutes(true);
const isApi = (route: (typeof routes)[number]): route is ApiRoute => route.kind === 'api';
/** Leaving would end the session of everything that follows; it is tried in the test of sessions. */
const isPage = (route: (typeof routes)[number]): route is PageRoute =>
  route.kind === 'page' && !['/uitloggen', '/demo'].includes(route.path);

const address = (path: string, query: z.ZodType | undefined) => {
  const names = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
  const asked = fc.dictionary(fc.constantFrom(...names, 'x', '__proto__', 'limit', 'na'), queryValue, {
    maxKeys: 3,
  });
  const parts = path.split('/').map((part) => (part.startsWith(':') ? segment(pool) : fc.constant(part)));
  return fc
    .tuple(fc.tuple(...parts), asked)
    .map(
      ([segments, query]) =>
        `${segments.map((part) => (path.includes(part) ? part : encodeURIComponent(part))).join('/')}?${new URLSearchParams(query)}`,
    );
};

/** Mostly somebody who may knock there. */
const knocker = (access: Access) => {
  const welcome = roles.flatMap((role, nth) => (access.includes(role) ? [nth] : []));
  const anybody = fc.nat(roles.length - 1);
  return welcome.length === 0
    ? anybody
    : fc.oneof({ arbitrary: fc.constantFrom(...welcome), weight: 5 }, { arbitrary: anybody, weight: 1 });
};

/** Recovery codes are hashed slowly on purpose, ten at a time. */
const hashesCodes = ({ path }: PageRoute) => /herstelcodes|tweede-stap/.test(path);

const schemaOf = (input: z.ZodType): Schema =>
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;

/** Sends it; a slow answer is asked once more, because the machine may have been busy. */
async function sent(
  ask: () => Promise<Response>,
  limit = 1_000,
): Promise<{ response: Response; body: string }> {
  for (let attempt = 0; ; attempt += 1) {
    const began = performance.now();
    const response = await ask();
    const body = await response.text();
    const took = performance.now() - began;
    if (took < limit) return { response, body };
    if (attempt === 2) throw new Error(`took ${Math.round(took)} ms`);
  }
}

function expectOurs(response: Response, body: string, asked: string): void {
  expect(response.status).toBeLessThan(500);
  const told = foreign.filter((id) => body.includes(id) && !asked.includes(id));
  expect(told).toEqual([]);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
}

describe('the API', () => {
  it('answers whatever is asked with an answer of its description or a problem', async () => {
    const described = await (await house.app.request('/openapi.json')).json();
    const tally = new Map<number, number>();
    const request = fc.constantFrom(...routes.filter(isApi)).chain((route) =>
      fc.record({
        nth: fc.constant(routes.indexOf(route)),
        path: address(route.path, route.query),
        headers: fc.oneof({ arbitrary: headers, weight: 1 }, { arbitrary: fc.constant({}), weight: 1 }),
        visitor: knocker(route.access),
        body: route.input === undefined ? fc.constant(undefined) : inputFor(schemaOf(route.input), pool, 20),
        broken: fc.oneof(
          { arbitrary: fc.constant(false), weight: 14 },
          { arbitrary: fc.boolean(), weight: 1 },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(request, async ({ nth, path, headers, visitor, body, broken }) => {
        const route = must(routes.filter(isApi).find((one) => one === routes[nth]));
        const text = body === undefined ? undefined : JSON.stringify(body);
        const { response, body: said } = await sent(() =>
          must(visitors[visitor]).send(`/api/v1${path}`, route.method, broken ? text?.slice(0, -1) : text, {
            'if-match': '"2"',
            ...headers,
          }),
        );
        tally.set(response.status, (tally.get(response.status) ?? 0) + 1);
        expectOurs(response, said, `${path}${text}`);
        expect(response.headers.get('api-version')).toBe('1.0.0');
        const operation = described.paths[route.path.replace(/:(\w+)/g, '{$1}')][route.method.toLowerCase()];
        expect(Object.keys(operation.responses)).toContain(String(response.status));
        if (response.status >= 300) {
          if (response.status !== 412) expectProblem(response, said);
        } else if (typeof route.answer !== 'string')
          expect(route.answer.safeParse(JSON.parse(said)).error).toBeUndefined();
      }),
      { numRuns: runs },
    );
    expect([...tally.keys()]).toEqual(expect.arrayContaining([200, 400, 404]));
  }, 600_000);

  function expectProblem(response: Response, said: string): void {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const body = JSON.parse(said);
    expect(body).toMatchObject({ status: response.status, type: expect.stringMatching(/^\/problems\//) });
    if (response.status === 400) expect(body.errors.length).toBeGreaterThan(0);
    if (body.type === '/problems/step-refused') expect(body.unmet.length).toBeGreaterThan(0);
  }
});

describe('the pages', () => {
  it('answer whatever is asked or sent with a page', async () => {
    const tally = new Map<number, number>();
    const request = fc.constantFrom(...routes.filter(isPage)).chain((route) =>
      fc.record({
        nth: fc.constant(routes.indexOf(route)),
        path: address(route.path, route.query),
        visitor: knocker(route.access),
        form: route.input === undefined ? fc.constant({}) : inputFor(schemaOf(route.input), pool, 20),
        hidden: fc.record(
          {
            _key: fc.constantFrom('\0', 'a', "'", 'x'.repeat(300), '\ud800'),
            _version: fc.constantFrom('1', '2', '1e400', '-1', '\0', '9007199254740993'),
            _do: fc.constantFrom('add:agreements', 'add:__proto__', 'remove:agreements.0', '\0', 'x:y:z'),
            'agreements.999.what': fc.constant('x'),
            'agreements.__proto__.what': fc.constant('x'),
            proposals: fc.constantFrom('', '20-11-2026 14:00', '\0', '29-03-2026 02:30'),
          },
          { requiredKeys: [] },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(request, async ({ nth, path, visitor, form, hidden }) => {
        const route = must(routes.filter(isPage).find((one) => one === routes[nth]));
        const who = must(visitors[visitor]);
        const fields = formOf({ _csrf: who.csrf, ...flat(form), ...hidden });
        const { response, body } = await sent(
          () => (route.method === 'GET' ? who.get(path) : who.send(path, 'POST', fields, {})),
          hashesCodes(route) ? 5_000 : 1_000,
        );
        tally.set(response.status, (tally.get(response.status) ?? 0) + 1);
        expectOurs(response, body, `${path}${fields}${JSON.stringify(form)}`);
      }),
      { numRuns: runs },
    );
    expect([...tally.keys()]).toEqual(expect.arrayContaining([200, 303, 403, 404, 422]));
  }, 600_000);
});

/** A value as fields of a form: `agreements.0.what`. */
function flat(value: unknown, prefix = ''): Record<string, string> {
  if (value === null || typeof value !== 'object') return prefix === '' ? {} : { [prefix]: String(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, member]) =>
      flat(member, prefix === '' ? name : `${prefix}.${name}`),
    ),
  );
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}
