import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type MailServer, type Manner, openMailServer, openRudeServer } from '../../../tests/support/mail.ts';
import { messageOf, type Posted } from './message.tsx';
import { openTransport } from './smtp.ts';

const sender = { site: 'https://zorg.example', name: 'Kortelijn', address: 'kortelijn@zorg.example' };
const to = 'iemand@school.example';
const posted: Posted = {
  tenantId: 't',
  key: 'k',
  to,
  partnership: 'SWV Proef',
  subject: 'Er is iets nieuws in Kortelijn',
  lines: ['Er is iets nieuws.'],
  link: '/berichten',
  calendar: null,
};
const soon = { silenceMs: 300, wholeMs: 1_500 };
let server: MailServer;

beforeAll(async () => {
  server = await openMailServer();
});
beforeEach(() => server.behave('take'));
afterAll(() => server.close());

const send = (more: Partial<Posted> = {}, url = server.url, address = to) =>
  openTransport(url, sender, soon).send(messageOf({ ...posted, ...more }, sender), address);

describe('a message to a mail server', () => {
  test('arrives as it was written, and says that no person wrote it', async () => {
    expect(await send()).toEqual({ kind: 'sent' });
    const last = server.received.at(-1);
    expect(last?.to).toEqual([to]);
    expect(last?.mail).toMatchObject({
      subject: 'Er is iets nieuws in Kortelijn',
      from: { name: 'Kortelijn', address: 'kortelijn@zorg.example' },
      to: [{ address: to }],
      messageId: messageOf(posted, sender).messageId,
    });
    expect(last?.mail.text).toContain('https://zorg.example/berichten');
    expect(last?.mail.html).toContain('<a href="https://zorg.example/berichten">');
    expect(last?.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(last?.mail.attachments).toEqual([]);
  });

  test('carries an invitation as an alternative text and as a file', async () => {
    const calendar = {
      method: 'REQUEST',
      uid: 'u@kortelijn',
      sequence: 0,
      stamp: '2026-03-02T08:00:00Z',
      start: '2026-03-05T13:00:00Z',
      end: '2026-03-05T14:00:00Z',
      summary: 'Gesprek op school',
    } as const;
    await send({ calendar });
    const last = server.received.at(-1);
    expect(last?.raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r?$/m);
    const file = last?.mail.attachments.find(({ filename }) => filename === 'uitnodiging.ics');
    expect(new TextDecoder().decode(file?.content as ArrayBuffer)).toContain('DTSTART:20260305T130000Z');
  });

  /** Not taken, and it is known that it was not. */
  const failed = (code: number | undefined, aboutLetter = false, noSuchAddress = false) => ({
    kind: 'failed',
    fault: { code, aboutLetter, noSuchAddress, mayHaveArrived: false },
  });

  test.each<[Manner, number, boolean, boolean]>([
    ['refusePerson', 550, true, true],
    ['refuseMessage', 554, true, false],
    ['refuseSender', 550, false, false],
    ['greylist', 450, true, false],
    ['busy', 452, true, false],
  ])(
    'that the server refuses (%s) failed with its code',
    async (manner, code, aboutLetter, noSuchAddress) => {
      server.behave(manner);
      expect(await send()).toEqual(failed(code, aboutLetter, noSuchAddress));
      server.behave('take');
      expect(await send()).toEqual({ kind: 'sent' });
    },
  );

  test.each<Manner>(['dropAfterData', 'hangAfterData'])(
    'of which nobody knows whether it arrived (%s) failed',
    async (manner) => {
      server.behave(manner);
      const before = server.received.length;
      expect(await send()).toMatchObject({
        kind: 'failed',
        fault: { code: undefined, aboutLetter: false, mayHaveArrived: true },
      });
      expect(server.received.length).toBe(before + 1);
    },
  );

  test.each(['silent', 'closes'] as const)('to a server that is %s fails in time', async (manner) => {
    const rude = await openRudeServer(manner);
    const started = Date.now();
    expect(await send({}, rude.url)).toEqual(failed(undefined));
    expect(Date.now() - started).toBeLessThan(2_000);
    await rude.close();
  });

  test('to nobody there fails', async () => {
    const gone = await openRudeServer('closes');
    await gone.close();
    expect(await send({}, gone.url)).toEqual(failed(undefined));
  });

  test('with a wrong password is not a fault of the person it is for', async () => {
    const guarded = await openMailServer({ login: true });
    const as = (password: string) => guarded.url.replace('//', `//kortelijn:${password}@`);
    expect(await send({}, as('fout'))).toEqual(failed(535));
    expect(await send({}, as('goed'))).toEqual({ kind: 'sent' });
    await guarded.close();
  });

  test.each([
    'Er is iets\r\nBcc: ander@elders.example',
    'Er is iets\nX-Injected: ja\n\nlijf',
    '=?utf-8?q?x=0d=0aBcc:_ander@elders.example?=',
    `${'🧑🏽‍🏫'.repeat(60)}`,
  ])('cannot be given headers by its subject: %j', async (subject) => {
    await send({ subject });
    const last = server.received.at(-1);
    expect(last?.to).toEqual([to]);
    const names = last?.mail.headers.map(({ key }) => key) ?? [];
    expect(names).toContain('subject');
    expect(names.filter((name) => /bcc|injected/.test(name))).toEqual([]);
  });

  test('goes to one person, whatever stands as the address', async () => {
    const before = server.received.length;
    for (const address of [
      'a@b.example, c@d.example',
      'a@b.example\r\nBcc: c@d.example',
      'x <a@b.example>',
      'a@b@c',
      '',
    ]) {
      expect(await send({}, server.url, address)).toMatchObject({ kind: 'failed', fault: { code: 550 } });
    }
    expect(server.received.length).toBe(before);
    await send();
    expect(server.received.length).toBe(before + 1);
  });
});
