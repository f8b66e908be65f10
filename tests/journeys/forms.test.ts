/** Tricks with forms, texts and the wire itself: what is typed stays text, what is another's stays there, what is broken is said. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { serve, type Website } from '../../src/platform/serve.ts';
import { aCast, aNoteBy, anAppointment, type Cast } from '../support/factories.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';

let pages: Pages;
let here: Cast;
let abroad: Cast;
let administrator: Visitor;
let website: Website;

beforeAll(async () => {
  pages = await openPages();
  here = pages.cast;
  abroad = await aCast(pages.stage);
  const { tenantId } = here;
  const personId = await anAppointment(pages.stage, 'administrator', { tenantId });
  administrator = await comeIn(pages.house, { tenantId, personId });
  website = await serve(pages.house.app.fetch, '127.0.0.1', 0);
});
afterAll(async () => {
  await website.stop(1_000);
  await pages.close();
});

describe('what looks like code', () => {
  const payload = `<script>alert(1)</script><img src=x onerror="alert(2)">'"/><svg/onload=alert(3)>`;

  it('is shown as it was typed, on every page and in every title', async () => {
    await pages.house.operator.write({ operatorFor: here.tenantId }, async (tx) => {
      for (const table of ['person', 'school', 'board'] as const)
        if (table === 'person')
          await tx.run(
            sql`update person set name = ${payload}, phone = ${payload} where tenant_id = ${here.tenantId}`,
          );
        else if (table === 'school')
          await tx.run(
            sql`update school set name = ${payload}, city = ${payload}, website = null where tenant_id = ${here.tenantId}`,
          );
        else await tx.run(sql`update board set name = ${payload} where tenant_id = ${here.tenantId}`);
    });
    const author = await comeIn(pages.house, { tenantId: here.tenantId, personId: here.author });
    const id = await aNoteBy(pages.stage, here, here.author, {
      observation: payload,
      occasion: payload,
      theme: payload.slice(0, 90),
    });
    pages.stage.at('2026-03-02T08:10:00Z');
    const [fresh, admin] = await Promise.all([
      comeIn(pages.house, author.person),
      comeIn(pages.house, administrator.person),
    ]);
    const seen = [
      ...[
        '/',
        '/zorgen',
        `/zorgen/${id}`,
        `/zorgen/${id}/aanpassen`,
        '/gesprekken',
        '/mijn',
        '/scholen',
        `/scholen/${here.school.code}`,
        `/scholen?zoek=${encodeURIComponent(payload)}`,
      ].map((path) => [path, fresh] as const),
      ...[
        '/beheer/mensen',
        '/beheer/scholen',
        '/beheer/besturen',
        `/beheer/mensen/${here.author}`,
        `/beheer/scholen/${here.school.id}`,
      ].map((path) => [path, admin] as const),
    ];
    let shown = 0;
    for (const [path, who] of seen) {
      const html = await (await who.get(path)).text();
      expect(html, path).not.toMatch(/<script>alert|<img src=x|<svg\/onload|="[^"]*<script/);
      if (html.includes('&lt;script>alert(1)')) shown += 1;
    }
    expect(shown).toBeGreaterThan(8);
  });

  it('comes back as text from a form that was refused', async () => {
    const answer = await administrator.post('/beheer/mensen/nieuw', { name: payload, email: payload });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('&lt;script>alert(1)');
    expect(html).not.toMatch(/<script>alert|<img src=x/);
  });
});

describe('a form of the registers', () => {
  it('reaches nothing of another partnership, by address or by field', async () => {
    const { tenantId } = abroad;
    const ids = await pages.house.operator.read({ operatorFor: tenantId }, (reader) =>
      reader.rows<{ register: string; id: string }>(sql`
        select 'mensen' as register, id from person where tenant_id = ${tenantId} union all
        select 'scholen', id from school where tenant_id = ${tenantId} union all
        select 'besturen', id from board where tenant_id = ${tenantId} union all
        select 'aanstellingen', id from appointment where tenant_id = ${tenantId}`),
    );
    const before = await everything(tenantId);
    for (const { register, id } of ids) {
      expect((await administrator.get(`/beheer/${register}/${id}`)).status).toBe(404);
      for (const path of [
        `/beheer/${register}/${id}`,
        `/beheer/mensen/${id}/toegang`,
        `/beheer/mensen/${id}/aanstelling`,
        `/beheer/aanstellingen/${id}/einde`,
      ]) {
        const fields = {
          _version: '1',
          name: 'Gekaapt',
          code: '99ZZ99',
          email: 'kaper@elders.example',
          suspend: 'true',
          role: 'administrator',
          from: '2026-01-01',
          to: '2026-03-03',
        };
        expect((await administrator.post(path, fields)).status, path).toBeGreaterThanOrEqual(400);
      }
    }
    const school = { name: 'Nieuw', code: '77AB00', board: abroad.boardId };
    expect((await administrator.post('/beheer/scholen/nieuw', school)).status).toBe(422);
    for (const place of [
      `school:${abroad.school.id}`,
      `board:${abroad.boardId}`,
      'school:x',
      'board:',
      '__proto__',
    ]) {
      const fields = {
        role: place.startsWith('board') ? 'board_member' : 'teacher',
        place,
        from: '2026-01-01',
      };
      expect(
        (await administrator.post(`/beheer/mensen/${here.author}/aanstelling`, fields)).status,
        place,
      ).toBe(422);
    }
    expect(await everything(tenantId)).toEqual(before);
  });

  it('takes no field it did not ask for', async () => {
    const fields = {
      name: 'Nieuw bestuur',
      code: 'N1',
      tenant_id: abroad.tenantId,
      id: abroad.boardId,
      version: '99',
      source: 'duo',
    };
    expect((await administrator.post('/beheer/besturen/nieuw', fields)).status).toBe(303);
    const [row] = await pages.house.operator.read({ operatorFor: here.tenantId }, (reader) =>
      reader.rows<object>(
        sql`select tenant_id as tenant, version, source from board where name = 'Nieuw bestuur'`,
      ),
    );
    expect(row).toEqual({ tenant: here.tenantId, version: 1, source: null });
  });

  it('says what it cannot keep instead of breaking', async () => {
    for (const odd of ['\0', 'a\0b', 'a\0@b', '\ud83d\0']) {
      for (const field of [
        'name',
        'email',
        'phone',
        'code',
        'role',
        'place',
        'from',
        'board',
        '_key',
        '_version',
        'file',
        'packed',
      ]) {
        for (const path of [
          '/beheer/mensen/nieuw',
          '/beheer/besturen/nieuw',
          '/beheer/scholen/nieuw',
          '/beheer/vakanties/nieuw',
          `/beheer/mensen/${here.author}/aanstelling`,
          '/beheer/scholen/importeren',
          '/beheer/scholen/importeren/uitvoeren',
        ]) {
          const lawful = {
            name: 'Iemand',
            email: `p${Math.random()}@proef.example`,
            code: '66AB00',
            role: 'teacher',
            from: '2026-01-01',
          };
          const answer = await administrator.post(path, { ...lawful, [field]: odd });
          expect(answer.status, `${path} ${field}`).toBeLessThan(500);
        }
      }
    }
  });

  it('with a flood of fields is turned away at once', async () => {
    const began = performance.now();
    const fields = Object.fromEntries(
      Array.from({ length: 60_000 }, (_, nth) => [`a.${nth % 1_000}.${nth}`, 'x']),
    );
    expect((await administrator.post('/beheer/besturen/nieuw', fields)).status).toBe(400);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

/** All rows of a partnership, as text. */
const everything = (tenantId: string) =>
  pages.house.operator.read({ operatorFor: tenantId }, (reader) =>
    reader.rows(sql`select x::text from person x where tenant_id = ${tenantId} union all
      select x::text from school x where tenant_id = ${tenantId} union all
      select x::text from board x where tenant_id = ${tenantId} union all
      select x::text from appointment x where tenant_id = ${tenantId} order by 1`),
  );

/** Sends exactly these bytes and gives the first line and the headers of the answer. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(website.address).port), '127.0.0.1');
    let answer = '';
    const give = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (answer.includes('\r\n\r\n')) setTimeout(give, 20);
    });
    socket.on('close', give);
    socket.on('error', (fault) => (answer === '' ? reject(fault) : give()));
    socket.write(bytes);
    setTimeout(give, 3_000);
  });
}

const get = (target: string, ...headers: readonly string[]) =>
  raw(
    ['GET ' + target + ' HTTP/1.1', 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'),
  );

describe('the wire', () => {
  it.each([
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/package.json',
    '/assets/....//package.json',
    '/assets/..\\package.json',
    '/assets/%00',
    '/assets/',
    '/assets/%',
    '//elders.example/%2f..',
    '/%ff%fe',
    '/zorgen/%',
    '/scholen/%00',
    `/${'x'.repeat(10_000)}`,
    '/scholen?zoek=%00',
    '/scholen?zoek=%',
    `/scholen?${'a=b&'.repeat(2_000)}`,
    '/inloggen?naar=%0d%0aSet-Cookie:%20a=b',
    '/demo?naar=%0d%0aSet-Cookie:%20a=b',
    'http://elders.example/scholen',
    '*',
    '/api/v1/%2e%2e/%2e%2e/readyz',
    '/openapi.json/../healthz',
  ])('an odd address is answered, gives no file and no header: %s', async (target) => {
    const answer = await get(target);
    expect(answer).toMatch(/^HTTP\/1\.1 [1234]\d\d /);
    const [head = ''] = answer.split('\r\n\r\n');
    expect(head).not.toMatch(/set-cookie: a=b/i);
    expect(answer).not.toContain('"private": true');
  });

  it('an odd request is answered, and never with 5xx', async () => {
    const host = 'Host: localhost\r\nConnection: close\r\n';
    const answers = await Promise.all(
      [
        `TRACE / HTTP/1.1\r\n${host}Cookie: a=b\r\n\r\n`,
        `OPTIONS * HTTP/1.1\r\n${host}\r\n`,
        `CONNECT elders.example:443 HTTP/1.1\r\n${host}\r\n`,
        `BREW / HTTP/1.1\r\n${host}\r\n`,
        'GET / HTTP/1.1\r\nHost: @@@:99999\r\nConnection: close\r\n\r\n',
        'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n',
        'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
        `GET / HTTP/1.1\r\n${host}X: ${'x'.repeat(20_000)}\r\n\r\n`,
        `GET / HTTP/1.1\r\n${host}Cookie: __Host-kortelijn=%ff; __Host-melding=bnVsbA; =; ;;\r\n\r\n`,
        `GET / HTTP/1.1\r\n${host}Cookie: __Host-melding=${Buffer.from('{"tone":"__proto__","text":"<b>x</b>"}').toString('base64url')}\r\n\r\n`,
        `GET / HTTP/1.1\r\n${host}Cookie: __Host-melding=${Buffer.from('{"tone":{"a":1},"text":"x"}').toString('base64url')}\r\n\r\n`,
        `POST /demo HTTP/1.1\r\n${host}Origin: :\r\nContent-Length: 0\r\n\r\n`,
        `POST /demo HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
        `POST /demo HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 12\r\n\r\n\xff\xfe%zz&=&&==`,
        `POST /api/v1/concerns HTTP/1.1\r\n${host}Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}`,
      ].map((bytes) => raw(Buffer.from(bytes, 'latin1'))),
    );
    for (const answer of answers) expect(answer.slice(0, 200)).toMatch(/^(HTTP\/1\.1 [1234]\d\d |$)/);
  });

  it.each([
    ['10 MB', '"x"'.padEnd(10_000_000, ' '), 413],
    ['400,000 deep', '['.repeat(400_000), 400],
    ['deep and closed', '['.repeat(4_000) + ']'.repeat(4_000), 400],
    ['a huge number', '1'.repeat(100_000), 400],
    ['UTF-16', '\xff\xfe{\0}\0', 400],
  ])('a body of %s is refused within a second', async (_what, body, status) => {
    const author = await comeIn(pages.house, { tenantId: here.tenantId, personId: here.author });
    const began = performance.now();
    const answer = await author.send('/api/v1/concerns', 'POST', body, {});
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
