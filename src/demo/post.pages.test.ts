import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  anAppointment,
  aPartnership,
  aPerson,
  openStage,
  type Stage,
} from '../../tests/support/factories.ts';
import { comeIn, type House, openHouse } from '../../tests/support/house.ts';
import type { Letter } from '../platform/mail/letter.ts';
import { claimMail, queueMail, settleMail } from '../platform/mail/outbox.store.ts';
import { createApp } from '../web/server.ts';

let house: House;
let stage: Stage;
let invented: string;
let real: string;
let reader: string;
let other: string;

beforeAll(async () => {
  house = await openHouse({ demo: false });
  stage = openStage(house.fresh, new Date(Date.now() - 3_600_000).toISOString());
  invented = await aPartnership(stage, true);
  real = await aPartnership(stage);
  reader = await anAppointment(stage, 'administrator', { tenantId: invented });
  other = await aPerson(stage, invented);
});
afterAll(async () => {
  await stage.close();
  await house.close();
});

const letter = (key: string, more: Partial<Letter> = {}): Letter => ({
  tenantId: invented,
  personId: reader,
  kind: 'proef',
  key,
  subject: `Bericht ${key}`,
  lines: ['Er is iets nieuws.'],
  link: '/berichten',
  ...more,
});
const queue = (...letters: Letter[]) => stage.database.write('visitor', (tx) => queueMail(tx, letters));
const page = async (path = '/demo/post') => (await house.app.request(path)).text();
const subjects = (html: string) => [...html.matchAll(/<h3[^>]*><bdi>([^<]*)/g)].map(([, subject]) => subject);

describe('the mailbox of the demonstration', () => {
  test('shows what invented people get, newest first, and never what is sent to real people', async () => {
    await queue(letter('a'), letter('echt', { tenantId: real, personId: await aPerson(stage, real) }));
    stage.pass(0.1);
    await queue(letter('b', { personId: other }));
    const html = await page();
    expect(subjects(html)).toEqual(['Bericht b', 'Bericht a']);
    expect(html).not.toContain('Bericht echt');
  });

  test('is kept per person', async () => {
    expect(subjects(await page(`/demo/post?persoon=${other}`))).toEqual(['Bericht b']);
    expect(subjects(await page('/demo/post?persoon='))).toEqual(['Bericht b', 'Bericht a']);
  });

  test('shows the letter as it is read, its calendar part, and no mark-up from a text', async () => {
    stage.pass(0.1);
    await queue(
      letter('agenda', {
        subject: '<b>vet</b>',
        calendar: {
          method: 'REQUEST',
          uid: 'u@kortelijn',
          sequence: 0,
          stamp: '2026-03-02T08:00:00Z',
          start: '2026-03-05T13:00:00Z',
          end: '2026-03-05T14:00:00Z',
          summary: 'Gesprek op school',
        },
      }),
      letter('link', { personId: other, link: '/inloggen/eenmalig/{eenmalig}' }),
    );
    const html = await page();
    expect(html).toContain('&lt;b>vet&lt;/b>');
    expect(html).toContain('DTSTART:20260305T130000Z');
    expect(html).toContain('Kies zelf over welk nieuws u mail krijgt');
    expect(html).not.toContain('href="/inloggen/eenmalig/');
  });

  test('goes on page by page and misses nothing', async () => {
    stage.pass(0.1);
    await queue(...Array.from({ length: 45 }, (_, nth) => letter(`veel ${nth}`)));
    const found: (string | undefined)[] = [];
    for (let next: string | undefined = '/demo/post'; next !== undefined; ) {
      const html: string = await page(next);
      found.push(...subjects(html));
      next = /href="(\/demo\/post\?na=[^"]+)"/.exec(html)?.[1];
    }
    expect(found).toHaveLength(49);
    expect(new Set(found).size).toBe(49);
  });

  test('is not there without the demonstration', async () => {
    const app = createApp({
      database: house.database,
      config: { demo: false, rateLimit: false, baseUrl: undefined },
    });
    expect((await app.request('/demo/post')).status).toBe(404);
    expect((await house.app.request('/demo/post')).status).toBe(200);
  });
});

describe('mail that does not arrive', () => {
  test('is counted for the administrator; mail that simply waits is not', async () => {
    const administrator = await comeIn(house, { personId: reader, tenantId: invented });
    const told = async () =>
      /Niet alle mail komt aan.*?<\/div>/s.exec(await (await administrator.get('/beheer')).text())?.[0];
    expect(await told()).toBeUndefined();
    for (const againIn of [60, undefined, undefined]) {
      let claimed = await claimMail(stage.database);
      while (claimed?.tenantId === real) claimed = await claimMail(stage.database);
      if (claimed === undefined) throw new Error('nothing waits');
      await settleMail(stage.database, claimed, { sent: false, againIn, fault: '550', refused: true });
    }
    expect(await told()).toMatch(/1 mail is nog niet aangenomen.*2 mails konden/s);
  });
});
