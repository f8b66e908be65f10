import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { aPartnership, aPerson, openStage, type Stage } from '../../../tests/support/factories.ts';
import { type MailServer, openMailServer } from '../../../tests/support/mail.ts';
import { makeKey } from '../access.store.ts';
import { openDatabase, sql } from '../database.ts';
import type { Letter } from './letter.ts';
import { senderOf, sendMail } from './mail.jobs.ts';
import { claimMail, deliverDemonstrationMail, queueMail, settleMail, tidyMail } from './outbox.store.ts';
import { openTransport } from './smtp.ts';

const sender = senderOf({ baseUrl: 'https://zorg.example', port: 0, mailFrom: 'Zorg <zorg@swv.example>' });
let fresh: FreshDatabase;
let stage: Stage;
let operator: pg.Client;
let server: MailServer;
let tenantId: string;
let personId: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  server = await openMailServer();
  operator = new pg.Client({ connectionString: fresh.ownerUrl });
  await operator.connect();
  await operator.query('set role kortelijn_operator');
});
beforeEach(async () => {
  server.behave('take');
  server.onArrival(() => undefined);
  // Every test begins with nothing waiting, in a partnership of its own.
  stage.pass(40 * 24);
  await run();
  arrived();
  tenantId = await aPartnership(stage);
  personId = await aPerson(stage, tenantId);
});
afterAll(async () => {
  await server.close();
  await operator.end();
  await stage.close();
  await fresh.drop();
});

const letter = (key: string, more: Partial<Letter> = {}): Letter => ({
  tenantId,
  personId,
  kind: 'proef',
  key,
  subject: `Bericht ${key}`,
  lines: ['Er is iets nieuws.'],
  link: '/berichten',
  ...more,
});
const queue = (...letters: Letter[]) => stage.database.write('visitor', (tx) => queueMail(tx, letters));
const transport = () => openTransport(server.url, sender, { silenceMs: 300, wholeMs: 1_500 });
/** Nothing here goes to a subscriber; what does, src/news/subscriptions tests. */
const noNews = () => {
  throw new Error('no news here');
};
const run = () => sendMail(stage.database, transport(), sender, noNews);
const passMinutes = (minutes: number) => stage.pass(minutes / 60);

/** The subjects that arrived since the last time this was asked. */
let seen = 0;
const arrived = () => {
  const found = server.received.slice(seen).map(({ mail }) => mail.subject);
  seen = server.received.length;
  return found;
};
const look = async <Row extends pg.QueryResultRow>(query: string, ...values: readonly unknown[]) =>
  (await operator.query<Row>(query, [...values])).rows;
const state = async (key: string) => {
  const [row] = await look<{ state: string }>(
    `select coalesce(last_fault, '-') || ' ' || attempts || case
      when sent_at is not null then ' sent' when given_up_at is not null then ' given up' else ' waits' end as state
    from outbox where tenant_id = $1 and key = $2`,
    tenantId,
    key,
  );
  return row?.state;
};

const changed = 'Uw e-mailadres in Kortelijn is gewijzigd';
const addressOf = async (person: string) =>
  (await look<{ email: string }>('select email from person where id = $1', person))[0]?.email;
const changeAddress = (email: string) =>
  stage.database.write({ operatorFor: tenantId }, (tx) =>
    tx.run(sql`update person set email = ${email} where tenant_id = ${tenantId} and id = ${personId}`),
  );

describe('the outbox', () => {
  test('holds a letter once, however often the deed is told', async () => {
    await queue(letter('a'), letter('b'));
    await queue(letter('a', { subject: 'Anders' }));
    await run();
    expect(arrived()).toEqual(['Bericht a', 'Bericht b']);
    await run();
    expect(arrived()).toEqual([]);
  });

  test('keeps nothing of a transaction that failed', async () => {
    const failed = stage.database.write('visitor', async (tx) => {
      await queueMail(tx, [letter('weg')]);
      throw new Error('bedacht');
    });
    await expect(failed).rejects.toThrow('bedacht');
    await queue(letter('blijft'));
    await run();
    expect(arrived()).toEqual(['Bericht blijft']);
  });

  test('keeps a letter until it is due', async () => {
    await queue(letter('later', { due: new Date(stage.now().getTime() + 3_600_000) }));
    await run();
    expect(arrived()).toEqual([]);
    stage.pass(1);
    await run();
    expect(arrived()).toEqual(['Bericht later']);
  });

  test('takes no control characters and no way off the site', async () => {
    await queue(letter('vreemd', { subject: 'a\r\nBcc: x', lines: ['b\nc\u0007'] }));
    await run();
    expect(arrived()).toEqual(['a Bcc: x']);
    for (const link of ['//elders.example', '/\\elders.example', 'https://elders.example', '/a b']) {
      await expect(queue(letter(link, { link }))).rejects.toThrow(/outbox_link_check/);
    }
  });

  test('is for nobody to read or write but through its doors', async () => {
    const plain = openDatabase({ url: fresh.appUrl });
    for (const query of [
      sql`select key from outbox`,
      sql`delete from outbox`,
      sql`update outbox set sent_at = null`,
    ]) {
      await expect(plain.read('visitor', (reader) => reader.first(query))).rejects.toThrow(
        /permission denied/,
      );
    }
    await plain.close();
  });
});

describe('a letter', () => {
  test('goes to the address the person has when it leaves, from who we are; the old one hears of the change first', async () => {
    const old = await addressOf(personId);
    await queue(letter('adres'));
    await changeAddress('nieuw@school.example');
    await run();
    const [first, ...others] = server.received.slice(seen);
    expect([first?.to, first?.mail.subject]).toEqual([[old], changed]);
    expect(first?.mail.text).toContain('ander adres dan dit');
    expect(first?.raw).not.toContain('nieuw@school.example');
    expect(others.map(({ to }) => to)).toEqual([['nieuw@school.example'], ['nieuw@school.example']]);
    expect(others.map(({ mail }) => mail.subject).sort()).toEqual(['Bericht adres', changed].sort());
    expect(others.at(-1)?.mail.from).toEqual({ name: 'Zorg', address: 'zorg@swv.example' });
    arrived();
  });

  test('waits while the old address has not been told of a change, a day at most; somebody else gets theirs', async () => {
    const other = await aPerson(stage, tenantId);
    await changeAddress('later@school.example');
    server.behave('greylist');
    await run();
    server.behave('take');
    await queue(letter('wacht'), letter('gaat', { personId: other }));
    await run();
    expect(arrived()).toEqual(['Bericht gaat']);
    passMinutes(2);
    await run();
    expect(arrived().sort()).toEqual(['Bericht wacht', changed, changed].sort());
    await changeAddress('nog-later@school.example');
    server.behave('greylist');
    await run();
    stage.pass(23);
    await run();
    await queue(letter('nu'));
    server.behave('take');
    await run();
    expect(arrived()).toEqual([]);
    stage.pass(1.1);
    await run();
    expect(arrived()).toContain('Bericht nu');
  });

  test('about a changed address reaches the old one of somebody suspended too, and nothing else does', async () => {
    const old = await addressOf(personId);
    await queue(letter('stop'));
    await stage.database.write({ operatorFor: tenantId }, (tx) =>
      tx.run(
        sql`update person set suspended_at = app_now() where tenant_id = ${tenantId} and id = ${personId}`,
      ),
    );
    await changeAddress('nieuw@school.example');
    await run();
    expect(server.received.slice(seen).map(({ to }) => to)).toEqual([[old]]);
    arrived();
  });

  test('about a changed address is not written when the address stays; one-time links end only with the address', async () => {
    const ends = new Date(stage.now().getTime() + 86_400_000);
    await stage.database.write({ operatorFor: tenantId }, (tx) =>
      makeKey(tx, { tenantId, personId }, 'link', ends),
    );
    const links = () =>
      look('select ended_at is null as open from access_key where person_id = $1', personId);
    const audited = () =>
      look("select via from audit where subject_id = $1 and action = 'change_address'", personId);
    await stage.database.write({ operatorFor: tenantId }, (tx) =>
      tx.run(
        sql`update person set email = email, name = 'Anders' where tenant_id = ${tenantId} and id = ${personId}`,
      ),
    );
    await run();
    expect([arrived(), await links(), await audited()]).toEqual([[], [{ open: true }], []]);
    await changeAddress('nieuw@school.example');
    await run();
    expect([arrived(), await links(), await audited()]).toEqual([
      [changed, changed],
      [{ open: false }],
      [{ via: 'command' }],
    ]);
  });

  test('does not go to who is suspended; to somebody else it does', async () => {
    const other = await aPerson(stage, tenantId);
    await stage.database.write({ operatorFor: tenantId }, (tx) =>
      tx.run(
        sql`update person set suspended_at = app_now() where tenant_id = ${tenantId} and id = ${personId}`,
      ),
    );
    await queue(letter('niet'), letter('wel', { personId: other }));
    await run();
    expect(arrived()).toEqual(['Bericht wel']);
    expect(await state('niet')).toBe('suspended 0 given up');
  });

  test('that waited more than a month for a mail server is not sent any more', async () => {
    await queue(letter('oud'));
    stage.pass(29 * 24);
    await queue(letter('jong'));
    stage.pass(2 * 24);
    await run();
    expect(arrived()).toEqual(['Bericht jong']);
    expect(await state('oud')).toBe('late 0 given up');
  });

  test('with {eenmalig} carries a link that logs its person in once, and stays out of the outbox', async () => {
    await queue(letter('link', { link: '/inloggen/eenmalig/{eenmalig}' }), letter('zonder'));
    await run();
    const secret = /eenmalig\/([\w-]{43})\s/.exec(server.received.at(-2)?.mail.text ?? '')?.[1] ?? '';
    expect(secret).toHaveLength(43);
    arrived();
    const made = await look(
      `select person_id, kind, hash = sha256($2::text::bytea) as same, expires_at - made_at = interval '7 days' as week
      from access_key where tenant_id = $1`,
      tenantId,
      secret,
    );
    expect(made).toEqual([{ person_id: personId, kind: 'link', same: true, week: true }]);
  });
});

describe('what was sent', () => {
  test('is let go after half a year; what waits is not', async () => {
    await queue(letter('oud'));
    await run();
    arrived();
    stage.pass(179 * 24);
    await queue(letter('wacht', { due: new Date(stage.now().getTime() + 400 * 86_400_000) }));
    await tidyMail(stage.database);
    expect(await state('oud')).toBe('- 1 sent');
    stage.pass(190 * 24);
    await tidyMail(stage.database);
    expect(await state('oud')).toBeUndefined();
    expect(await state('wacht')).toBe('- 0 waits');
  });
});

describe('a mail server', () => {
  test('that greylists gets the letter again a minute later', async () => {
    server.behave('greylist');
    await queue(letter('grijs'));
    await run();
    expect(await state('grijs')).toBe('450 1 waits');
    server.behave('take');
    await run();
    expect(arrived()).toEqual([]);
    passMinutes(1);
    await run();
    expect(arrived()).toEqual(['Bericht grijs']);
    expect(await state('grijs')).toBe('- 2 sent');
  });

  test('that refuses one person for good is not asked again, and the next letter goes on', async () => {
    server.behave('refusePerson');
    await queue(letter('fout'));
    await run();
    expect(await state('fout')).toBe('550 1 given up');
    server.behave('take');
    await queue(letter('goed'));
    stage.pass(24);
    await run();
    expect(arrived()).toEqual(['Bericht goed']);
  });

  test('that stays away for three days gets no more tries after that; before, all that waits arrives', async () => {
    server.behave('greylist');
    await queue(letter('lang'));
    for (let hours = 0; hours < 4 * 24; hours += 1) {
      await run();
      stage.pass(1);
    }
    expect(await state('lang')).toMatch(/^450 \d+ given up$/);
    await queue(letter('kort'));
    for (let hours = 0; hours < 24; hours += 1) {
      await run();
      stage.pass(1);
    }
    server.behave('take');
    stage.pass(4);
    await run();
    expect(arrived()).toEqual(['Bericht kort']);
  });

  test('that lets the line drop after the message gets it again with the same Message-ID', async () => {
    server.behave('dropAfterData');
    await queue(letter('dubbel'));
    await run();
    expect(await state('dubbel')).toBe('line 1 waits');
    server.behave('take');
    passMinutes(1);
    await run();
    const [first, second] = server.received.slice(-2).map(({ mail }) => mail.messageId);
    expect(first).toMatch(/^<[0-9a-f]{40}@zorg\.example>$/);
    expect(second).toBe(first);
    expect(arrived()).toEqual(['Bericht dubbel', 'Bericht dubbel']);
    await run();
    expect(arrived()).toEqual([]);
  });

  test('that does not answer is left alone until the next run', async () => {
    server.behave('hangAfterData');
    await queue(letter('een'), letter('twee'));
    const before = server.visits();
    await run();
    expect(server.visits()).toBe(before + 1);
    server.behave('take');
    passMinutes(1);
    await run();
    expect(arrived().toSorted()).toEqual(['Bericht een', 'Bericht een', 'Bericht twee']);
  });
});

describe('a worker', () => {
  test('killed between the message and its mark loses nothing: after ten minutes another sends it with the same Message-ID', async () => {
    await queue(letter('gedood'));
    const claimed = await claimMail(stage.database);
    expect(claimed).toMatchObject({ subject: 'Bericht gedood' });
    await run();
    expect(arrived()).toEqual([]);
    passMinutes(10);
    await run();
    expect(arrived()).toEqual(['Bericht gedood']);
    // The first worker was not dead after all: what it says now changes nothing.
    if (claimed !== undefined)
      await settleMail(stage.database, claimed, { sent: false, againIn: 0, fault: 'line', refused: false });
    await run();
    expect(arrived()).toEqual([]);
    expect(await state('gedood')).toBe('- 2 sent');
  });

  test('beside another sends each letter once', async () => {
    const keys = Array.from({ length: 30 }, (_, n) => `${n}`);
    await queue(...keys.map((key) => letter(key)));
    await Promise.all([run(), run(), run(), run()]);
    expect(arrived().toSorted()).toEqual(keys.map((key) => `Bericht ${key}`).toSorted());
  });
});

describe('the demonstration', () => {
  test('without a mail server has its letters delivered to /demo/post, and nobody else’s', async () => {
    await queue(letter('echt'));
    await deliverDemonstrationMail(stage.database);
    expect(await state('echt')).toBe('- 0 waits');
    tenantId = await aPartnership(stage, true);
    personId = await aPerson(stage, tenantId);
    await queue(letter('verzonnen'));
    await deliverDemonstrationMail(stage.database);
    expect(await state('verzonnen')).toBe('- 0 sent');
  });
});
