import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../platform/database.ts';
import type { House } from '../platform/door/house.ts';
import { mount } from '../platform/door.ts';
import { getApi, getPage, type Html, postPage, type SentUpload, uploadPage } from '../platform/route.ts';
import { securityHeaders } from './security-headers.ts';

let app: Hono;
let got: SentUpload<{ note?: string | undefined }> | undefined;
const bytes = Uint8Array.from([0x25, 0, 0xff, 0xfe]);
const html = (title: string, status = 200): Html => ({ kind: 'html', title, status, body: <p>{title}</p> });

beforeAll(() => {
  const house: House = {
    // Nobody comes with a session here, so nobody asks it anything.
    database: openDatabase({ url: 'postgres://127.0.0.1:1/none' }),
    clock: () => new Date(0),
    draw: (page) => page.title,
    words: {
      notFound: () => html('notFound', 404),
      notToday: () => html('notToday', 404),
      forbidden: () => html('forbidden', 403),
      unavailable: () => html('unavailable', 503),
      broken: () => html('broken', 500),
      badForm: (why) => html(why, 400),
      tooLarge: (largest) => html(`hoogstens ${largest}`, 413),
      sendAgain: () => html('sendAgain', 403),
    },
  };
  const name = 'Één “brief” (2)/\u202egnp.pdf';
  const file = { name, type: 'application/pdf', body: bytes };
  const input = z.object({ note: z.string().optional() });
  app = new Hono();
  app.use(securityHeaders(false));
  mount(
    app,
    [
      getPage('/file', 'public', async () => ({ kind: 'file', ...file })),
      getPage('/page', 'public', async () => html('page')),
      getPage('/text', 'public', async () => ({
        kind: 'file',
        name: 'a.csv',
        type: 'text/csv',
        body: 'a;b',
      })),
      getApi('/file', 'public', { summary: 'x', answer: 'file' }, async () => ({ status: 200, file })),
      uploadPage('/in', 'public', 2_000_000, input, async (call) => {
        got = call.input;
        return html('in');
      }),
      postPage('/form', 'public', input, async () => html('form')),
    ],
    house,
  );
});

describe('a file that goes out', () => {
  it.each(['/file', '/api/v1/file'])('%s is an attachment in a sandbox that nobody keeps', async (path) => {
    const answer = await app.request(path);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition':
        'attachment; filename="Een _brief_ (2)_gnp.pdf"; ' +
        "filename*=UTF-8''%C3%89%C3%A9n%20%E2%80%9Cbrief%E2%80%9D%20%282%29_gnp.pdf",
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('may be a text, with a plain name', async () => {
    const answer = await app.request('/text');
    expect(await answer.text()).toBe('a;b');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a.csv"');
  });

  it('and a page keeps its own policy', async () => {
    const policy = (await app.request('/page')).headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('sandbox');
  });
});

async function send(path: string, file: File | undefined, fields: Readonly<Record<string, string>> = {}) {
  got = undefined;
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file !== undefined) body.set('file', file);
  return app.request(path, { method: 'POST', body });
}

describe('a file that comes in', () => {
  it('comes apart from the fields', async () => {
    await send('/in', new File([bytes], 'C:\\Users\\x\\Mijn bri\u202eef.pdf'), { note: 'hoi' });
    expect(got?.file).toEqual({ name: 'Mijn brief.pdf', bytes });
    expect(got?.parsed).toEqual({ ok: true, value: { note: 'hoi' } });
    expect(got?.typed).toEqual([['note', 'hoi']]);
  });

  it('is absent when none was chosen, or an empty one, or a text under its name', async () => {
    await send('/in', undefined, { note: 'hoi' });
    expect([got?.parsed.ok, got?.file]).toEqual([true, undefined]);
    await send('/in', new File([], ''));
    expect([got?.parsed.ok, got?.file]).toEqual([true, undefined]);
    await send('/in', undefined, { file: 'text' });
    expect([got?.parsed.ok, got?.file]).toEqual([true, undefined]);
  });

  it('gets a name when it has none that can be seen, and no longer one than 150 characters', async () => {
    await send('/in', new File([bytes], '\u200b/'));
    expect(got?.file?.name).toBe('bestand');
    await send('/in', new File([bytes], `${'x'.repeat(300)}.pdf`));
    expect(got?.file?.name).toBe(`${'x'.repeat(146)}.pdf`);
  });

  it('is refused with 413 when it is too large, each route by its own limit', async () => {
    const fits = new File([new Uint8Array(1_900_000)], 'a.pdf');
    const large = new File([new Uint8Array(2_000_000)], 'a.pdf');
    expect((await send('/in', fits)).status).toBe(200);
    const refused = await send('/in', large);
    expect([refused.status, await refused.text(), got]).toEqual([413, 'hoogstens 2000000', undefined]);
    expect((await send('/form', fits)).status).toBe(413);
    expect((await send('/form', undefined, { note: 'hoi' })).status).toBe(200);
  });

  it('is refused too when it comes in pieces and does not say how much', async () => {
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(300_000)),
    });
    const headers = { 'transfer-encoding': 'chunked', 'content-type': 'multipart/form-data; boundary=x' };
    const init = { method: 'POST', body: stream, headers, duplex: 'half' };
    expect((await app.request('/in', init)).status).toBe(413);
  });
});
