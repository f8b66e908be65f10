/** What every answer of the website carries, and what the description of the API promises. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/web/server.ts';
import { comeIn, formOf, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';

let pages: Pages;
let author: Visitor;

beforeAll(async () => {
  pages = await openPages();
  author = await comeIn(pages.house, { tenantId: pages.cast.tenantId, personId: pages.cast.author });
});
afterAll(() => pages.close());

async function expectProblem(answer: Response): Promise<void> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('api-version')).toBe('1.0.0');
  expect(await answer.json()).toMatchObject({ status: answer.status, detail: expect.any(String) });
}

describe('every answer', () => {
  it('carries the security headers, whatever it is', async () => {
    const { app } = pages.house;
    const answers = await Promise.all([
      app.request('/'),
      app.request('/assets/../package.json'),
      app.request('/assets/nergens.js'),
      app.request('/nergens'),
      app.request('/api/v1/nergens'),
      app.request('/healthz'),
      app.request('/openapi.json'),
      app.request('/api/v1/concerns', { method: 'DELETE' }),
      app.request('/api/v1/concerns', { method: 'POST', body: 'x'.repeat(1_100_000) }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 404, 404, 404, 200, 200, 405, 413]);
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    for (const { headers } of answers.slice(6)) expect(headers.get('api-version')).toBe('1.0.0');
  });

  it('to a method an address has not is 405 with what it has', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await author.api(method, '/concerns');
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
      await expectProblem(answer);
      const page = await pages.house.app.request('/zorgen', { method });
      expect([page.status, page.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
    const head = await author.api('HEAD', '/concerns');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('counts down to 429 with Retry-After, each person by themselves', async () => {
    const strict = createApp({
      database: pages.house.database,
      config: { demo: true, rateLimit: true, baseUrl: undefined },
    });
    const ask = (cookie: string) => strict.request('/api/v1/concerns', { headers: { cookie } });
    const first = await ask('a=1; __Host-kortelijn=x');
    expect(first.headers.get('ratelimit-remaining')).toBe('599');
    const answers = await Promise.all(Array.from({ length: 600 }, () => ask('__Host-kortelijn=x')));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(1);
    const [last] = refused;
    if (last === undefined) throw new Error('missing');
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.headers.get('ratelimit-remaining')).toBe('0');
    await expectProblem(last);
    expect((await ask('__Host-kortelijn=y')).status).toBe(401);
  });
});

describe('the description', () => {
  it('is public for every site, and each operation says how it may be refused', async () => {
    const answer = await pages.house.app.request('/openapi.json', {
      headers: { origin: 'https://elders.example' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const api = await answer.json();
    expect(api.openapi).toMatch(/^3\.1\.\d$/);
    expect(api.info).toMatchObject({ title: 'Kortelijn', version: '1.0.0' });
    const names = new Set<string>();
    for (const [path, methods] of Object.entries<Record<string, Operation>>(api.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const where = `${method} ${path}`;
        expect(Object.keys(operation.responses), where).toEqual(
          expect.arrayContaining(['400', '401', '404']),
        );
        expect(operation.summary, where).toBeTruthy();
        expect(names.has(operation.operationId), where).toBe(false);
        names.add(operation.operationId);
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const described = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name);
        expect(described, where).toEqual(inPath);
      }
    }
    expect(names.size).toBeGreaterThan(10);
    // Every reference leads somewhere.
    for (const [, target = ''] of JSON.stringify(api).matchAll(/"\$ref":"#\/([^"]+)"/g))
      expect(
        target.split('/').reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], api),
        target,
      ).toBeDefined();
  });

  it('never lets another site read anything else', async () => {
    for (const path of ['/api/v1/schools', '/scholen', '/healthz']) {
      const answer = await pages.house.app.request(path, { headers: { origin: 'https://elders.example' } });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

interface Operation {
  readonly summary: string;
  readonly operationId: string;
  readonly parameters: readonly { readonly in: string; readonly name: string }[];
  readonly responses: object;
}

describe('a page', () => {
  it('keeps what was typed when the session has ended, and tells nobody else', async () => {
    const answer = await pages.house.app.request('/zorgen/nieuw', {
      method: 'POST',
      body: formOf({ observation: 'Drie groepen hadden geen leerkracht, en dat al weken.' }),
    });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'no-store']);
    expect(await answer.text()).toContain('Drie groepen hadden geen leerkracht');
  });
});
