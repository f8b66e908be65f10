/** The wire itself: requests that no browser sends are answered all the same, quickly and with nothing that was not asked. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Website } from '../../src/platform/serve.ts';
import { comeIn } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';

let pages: Pages;
let website: Website;

beforeAll(async () => {
  pages = await openPages();
  website = await serve(pages.house.app.fetch, '127.0.0.1', 0);
});
afterAll(async () => {
  await website.stop(1_000);
  await pages.close();
});

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
  raw([`GET ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'));

describe('a request that no browser sends', () => {
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
    const author = await comeIn(pages.house, { tenantId: pages.cast.tenantId, personId: pages.cast.author });
    const began = performance.now();
    const answer = await author.send('/api/v1/concerns', 'POST', body, {});
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
