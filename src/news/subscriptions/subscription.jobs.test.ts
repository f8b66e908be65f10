/** Letters to subscribers: to whom, when, what they say, once each, and what a mail server can do to them. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { anAppointment, aPartnership, openStage, type Stage } from '../../../tests/support/factories.ts';
import { type MailServer, openMailServer } from '../../../tests/support/mail.ts';
import { anUpdate, aPost, theTopics, withdraw } from '../../../tests/support/posts.ts';
import { sql } from '../../platform/database.ts';
import { senderOf, sendMail } from '../../platform/mail/mail.jobs.ts';
import { openTransport } from '../../platform/mail/smtp.ts';
import { wordNews } from './letter.words.ts';
import { tellNews } from './subscription.jobs.ts';
import {
  askFor,
  changeBehind,
  confirmBehind,
  countSubscriptions,
  findDeliveries,
} from './subscription.store.ts';
import { usualWishes, type Wishes } from './wishes.ts';

const sender = senderOf({ baseUrl: 'https://nieuws.example', port: 0, mailFrom: undefined });
let fresh: FreshDatabase;
let stage: Stage;
let server: MailServer;
let look: pg.Client;
let tenantId: string;
let editor: { readonly tenantId: string; readonly personId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  server = await openMailServer();
  look = new pg.Client({ connectionString: fresh.ownerUrl });
  await look.connect();
  await look.query('set role kortelijn_gate');
});
beforeEach(async () => {
  // A partnership of its own, and nothing left of the test before.
  await look.query(
    "update outbox set given_up_at = now(), last_fault = 'late' where sent_at is null and given_up_at is null",
  );
  await look.query('delete from subscription');
  server.behave('take');
  stage.at('2026-03-03T09:00:00Z'); // a Tuesday, ten o'clock
  tenantId = await aPartnership(stage);
  editor = { tenantId, personId: await anAppointment(stage, 'editor', { tenantId }) };
  seen = server.received.length;
});
afterAll(async () => {
  await look.end();
  await server.close();
  await stage.close();
  await fresh.drop();
});

let seen = 0;
/** What arrived since this was asked last: who got what, sorted. */
const arrived = () => {
  const found = server.received.slice(seen).map(({ to, mail }) => `${to[0]}: ${mail.subject}`);
  seen = server.received.length;
  return found.toSorted();
};
const send = () =>
  sendMail(
    stage.database,
    openTransport(server.url, sender, { silenceMs: 300, wholeMs: 1_500 }),
    sender,
    wordNews,
  );
/** The jobs of this minute, half a minute later. */
const minute = async () => {
  stage.pass(1 / 60);
  await tellNews(stage.database);
  await send();
};

const addressOf = (name: string) => `${name}@proef.example`;
const lastOf = (name: string) => server.received.findLast(({ to }) => to[0] === addressOf(name));
const secretOf = (name: string) =>
  /abonnement\/([\w-]{43})/.exec(lastOf(name)?.mail.text ?? '')?.[1] ?? 'geen';

async function subscribe(name: string, wishes: Partial<Wishes> = {}): Promise<void> {
  const all: Wishes = { ...usualWishes, frequency: 'at_once', ...wishes };
  await askFor(stage.database, tenantId, addressOf(name), all);
  await send();
  expect(await confirmBehind(stage.database, secretOf(name))).toBe(true);
  arrived();
  stage.pass(1 / 60);
}
const deliveries = () =>
  stage.database.read(editor, async (reader) => {
    const found = await findDeliveries(reader, { tenantId } as never);
    return found.map(
      ({ title, waiting, sent, refused, uncertain, dropped }) =>
        [title, { waiting, sent, refused, uncertain, dropped }] as const,
    );
  });
const subscribers = async () =>
  (
    await look.query(
      'select split_part(email, $1, 1) as name from subscription where tenant_id = $2 order by 1',
      ['@', tenantId],
    )
  ).rows.map(({ name }) => name);
const none = { waiting: 0, sent: 0, refused: 0, uncertain: 0, dropped: 0 };

describe('a letter', () => {
  it('carries title, lead and link of a public post, how to change and how to stop with one click', async () => {
    await subscribe('ouder');
    const id = await aPost(stage, editor, { title: 'Een nieuwe route', lead: 'Vanaf mei gaat het zo.' });
    await minute();
    const [found] = server.received.slice(seen);
    const { rows } = await look.query('select code from post where id = $1', [id]);
    expect(found?.mail.subject).toBe('Een nieuwe route');
    expect(found?.mail.text).toContain('Vanaf mei gaat het zo.');
    expect(found?.mail.text).toMatch(
      new RegExp(`https://nieuws.example/nieuws/bericht-\\d+-${rows[0].code}\\s`),
    );
    const secret = secretOf('ouder');
    const header = (name: string) => found?.mail.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toBe(`<https://nieuws.example/nieuws/abonnement/${secret}/stoppen>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(found?.mail.html).toContain(`href="https://nieuws.example/nieuws/abonnement/${secret}"`);
    const { rows: kept } = await look.query(
      'select subject, lines, link, secret_hash from outbox where $1 = any (posts)',
      [id],
    );
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(kept[0].subject).toBeNull();
  });

  it('is in the language of its reader where the post is; else in its own', async () => {
    await subscribe('arabisch', { language: 'ar' });
    await subscribe('engels', { language: 'en' });
    const translations = { ar: { title: 'خبر جديد', lead: 'مقدمة' } };
    await aPost(stage, editor, { title: 'Alleen in twee talen', translations });
    await minute();
    expect(arrived()).toEqual([
      'arabisch@proef.example: خبر جديد',
      'engels@proef.example: Alleen in twee talen',
    ]);
    expect(lastOf('arabisch')?.mail.html).toContain('<html lang="ar" dir="rtl">');
    expect(lastOf('arabisch')?.mail.text).toMatch(/\/nieuws\/bericht-\d+-\w{7}\/ar\s/);
    expect(lastOf('engels')?.mail.html).toContain('Read the post');
  });

  it('goes to whom the post is for, and wished to hear of its topic', async () => {
    await theTopics(fresh, tenantId, 'tlv', 'team', 'fusie');
    await aPost(stage, editor, { title: 'Eerder over tlv', topics: ['tlv'] });
    await aPost(stage, editor, { title: 'Nog niemand weet het', topics: ['fusie'], draft: true });
    await subscribe('iedereen');
    // Nobody hears by asking for it that there is such a topic.
    await subscribe('raadt', { topics: ['fusie', 'tlv'] });
    const raadt = await look.query('select topics from subscription where email = $1', [addressOf('raadt')]);
    expect(raadt.rows).toEqual([{ topics: ['tlv'] }]);
    await subscribe('ouder', { audiences: ['parents'] });
    await subscribe('over-tlv', { topics: ['tlv'] });
    await aPost(stage, editor, { title: 'Over het team', topics: ['team'] });
    await aPost(stage, editor, { title: 'Voor ouders', audiences: ['parents', 'schools'], topics: ['tlv'] });
    await aPost(stage, editor, { title: 'Tlv', audiences: ['public'], topics: ['tlv', 'team'] });
    await aPost(stage, editor, { title: 'Voor scholen', audiences: ['schools', 'boards', 'professionals'] });
    await aPost(stage, editor, { title: 'Een concept', draft: true });
    await minute();
    expect(arrived()).toEqual([
      'iedereen@proef.example: Nieuws van Samenwerkingsverband '.concat(await nameOf()),
      'ouder@proef.example: Voor ouders',
      'over-tlv@proef.example: Tlv',
      'raadt@proef.example: Tlv',
    ]);
    expect(lastOf('iedereen')?.mail.text).toContain('Over het team');
    expect(lastOf('iedereen')?.mail.text).toContain('Tlv');
    expect(lastOf('iedereen')?.mail.text).not.toMatch(/Voor ouders|Voor scholen|Een concept/);
  });

  it('comes once, also when two workers look; a post of another partnership is not for them', async () => {
    await subscribe('lezer');
    await aPost(stage, editor, { title: 'Een keer' });
    const there = await aPartnership(stage);
    await aPost(stage, {
      tenantId: there,
      personId: await anAppointment(stage, 'editor', { tenantId: there }),
    });
    stage.pass(1 / 60);
    await Promise.all([tellNews(stage.database), tellNews(stage.database)]);
    await Promise.all([send(), send()]);
    await minute();
    expect(arrived()).toEqual(['lezer@proef.example: Een keer']);
    expect(await deliveries()).toEqual([['Een keer', { ...none, sent: 1 }]]);
  });

  it('of an update says why there is one; of what was withdrawn before it left nothing is said', async () => {
    await subscribe('lezer');
    const post = await aPost(stage, editor, { title: 'Met een update' });
    await minute();
    arrived();
    await anUpdate(stage, editor, post, 'Om verwarring te voorkomen');
    await minute();
    expect(arrived()).toEqual(['lezer@proef.example: Met een update']);
    expect(lastOf('lezer')?.mail.text).toContain('Update: Om verwarring te voorkomen');
    const wrong = await aPost(stage, editor, { title: 'Toch niet' });
    stage.pass(1 / 60);
    await tellNews(stage.database);
    await withdraw(stage, editor, wrong);
    await send();
    expect(arrived()).toEqual([]);
    expect(await deliveries()).toContainEqual(['Toch niet', { ...none, dropped: 1 }]);
  });

  it('does not go to who published the post', async () => {
    const { rows } = await look.query('select email from person where id = $1', [editor.personId]);
    await subscribe(rows[0].email.split('@')[0]);
    await subscribe('ander');
    await aPost(stage, editor, { title: 'Eigen werk' });
    await minute();
    expect(arrived()).toEqual(['ander@proef.example: Eigen werk']);
  });
});

const nameOf = async () =>
  (await look.query('select name from tenant where tenant_id = $1', [tenantId])).rows[0].name.split(' ')[1];

describe('the hour', () => {
  it('of a planned post is when its letters leave', async () => {
    await subscribe('lezer');
    await aPost(stage, editor, { title: 'Morgen', at: '2026-03-04T12:00:00Z' });
    await minute();
    expect(arrived()).toEqual([]);
    stage.at('2026-03-04T11:59:00Z');
    await tellNews(stage.database);
    await send();
    expect(arrived()).toEqual([]);
    stage.at('2026-03-04T12:00:00Z');
    await minute();
    expect(arrived()).toEqual(['lezer@proef.example: Morgen']);
  });

  it('of an overview is seven each day, or seven on Monday; each post stands in it once', async () => {
    await subscribe('dagelijks', { frequency: 'daily' });
    await subscribe('wekelijks', { frequency: 'weekly' });
    await aPost(stage, editor, { title: 'Dinsdag' });
    stage.at('2026-03-04T05:59:00Z'); // seven o'clock is six in UTC
    await tellNews(stage.database);
    await send();
    expect(arrived()).toEqual([]);
    stage.at('2026-03-04T06:00:00Z');
    await tellNews(stage.database);
    await tellNews(stage.database);
    await send();
    expect(arrived().map((one) => one.split(':')[0])).toEqual(['dagelijks@proef.example']);
    expect(lastOf('dagelijks')?.mail.text).toContain('Er is 1 nieuw bericht.');
    stage.at('2026-03-07T13:00:00Z'); // Saturday
    await aPost(stage, editor, { title: 'Zaterdag' });
    stage.at('2026-03-08T06:30:00Z');
    await tellNews(stage.database);
    await send();
    expect(lastOf('dagelijks')?.mail.text).toContain('Zaterdag');
    expect(lastOf('dagelijks')?.mail.text).not.toContain('Dinsdag');
    arrived();
    // A Monday morning without power is made good.
    stage.at('2026-03-09T11:00:00Z');
    await tellNews(stage.database);
    await send();
    expect(arrived().map((one) => one.split(':')[0])).toEqual(['wekelijks@proef.example']);
    expect(lastOf('wekelijks')?.mail.text).toMatch(/Er zijn 2 nieuwe berichten\..*Zaterdag.*Dinsdag/s);
    stage.at('2026-03-10T11:00:00Z');
    await minute();
    expect(arrived()).toEqual([]);
  });

  it('is the hour of the clock when it was just put forward', async () => {
    await subscribe('dagelijks', { frequency: 'daily' });
    stage.at('2026-03-28T12:00:00Z');
    await aPost(stage, editor, { title: 'Zomertijd' });
    stage.at('2026-03-29T04:59:00Z');
    await tellNews(stage.database);
    await send();
    expect(arrived()).toEqual([]);
    stage.at('2026-03-29T05:00:00Z');
    await tellNews(stage.database);
    await send();
    expect(arrived()).toHaveLength(1);
  });

  it('whoever changes how often gets what they had not heard yet, and nothing twice', async () => {
    await subscribe('lezer', { frequency: 'weekly' });
    await aPost(stage, editor, { title: 'Eerste' });
    await minute();
    expect(arrived()).toEqual([]);
    const wishes = { ...usualWishes, frequency: 'at_once' } as const;
    expect(await changeBehind(stage.database, secretOf('lezer'), 1, wishes)).toBe(true);
    expect(await changeBehind(stage.database, secretOf('lezer'), 1, wishes)).toBe(false);
    await minute();
    await minute();
    expect(arrived()).toEqual(['lezer@proef.example: Eerste']);
  });
});

describe('a mail server', () => {
  it('that refuses an address three times in a row ends that subscription; taken in between it goes on', async () => {
    await subscribe('weg');
    for (const manner of ['refusePerson', 'refusePerson', 'take', 'refusePerson', 'refusePerson'] as const) {
      server.behave(manner);
      await aPost(stage, editor);
      await minute();
      expect(await subscribers()).toEqual(['weg']);
    }
    await aPost(stage, editor, { title: 'De druppel' });
    await minute();
    expect(await subscribers()).toEqual([]);
    expect((await deliveries())[0]).toEqual(['De druppel', { ...none, refused: 1 }]);
    const counts = await stage.database.read(editor, countSubscriptions);
    expect([counts?.subscribers, counts?.ended]).toEqual([0, { refused: 1 }]);
  });

  it('that refuses the message counts as refused, and ends nothing', async () => {
    await subscribe('blijft');
    server.behave('refuseMessage');
    for (let nth = 0; nth < 4; nth += 1) {
      await aPost(stage, editor);
      await minute();
    }
    expect(await subscribers()).toEqual(['blijft']);
    expect((await deliveries()).map(([, { refused }]) => refused)).toEqual([1, 1, 1, 1]);
  });

  it.each(['dropAfterData', 'hangAfterData'] as const)(
    'that does this with a whole message (%s) does not get it again: it may have arrived',
    async (manner) => {
      await subscribe('een');
      await subscribe('twee');
      server.behave(manner);
      await aPost(stage, editor, { title: 'Onderweg' });
      await minute();
      expect(arrived()).toHaveLength(1);
      server.behave('take');
      await minute();
      stage.pass(24);
      await minute();
      expect(arrived()).toHaveLength(1);
      expect(await deliveries()).toEqual([['Onderweg', { ...none, sent: 1, uncertain: 1 }]]);
      expect(await subscribers()).toEqual(['een', 'twee']);
    },
  );

  it.each(['greylist', 'busy', 'refuseSender'] as const)(
    'that cannot take it now (%s) gets it later',
    async (manner) => {
      await subscribe('later');
      server.behave(manner);
      await aPost(stage, editor, { title: 'Straks' });
      await minute();
      expect([arrived(), await deliveries()]).toEqual([[], [['Straks', { ...none, waiting: 1 }]]]);
      server.behave('take');
      stage.pass(0.1);
      await minute();
      expect(arrived()).toEqual(['later@proef.example: Straks']);
    },
  );

  it('that was not there at all loses nothing', async () => {
    await subscribe('later');
    await aPost(stage, editor, { title: 'Geen lijn' });
    stage.pass(1 / 60);
    await tellNews(stage.database);
    const nobody = openTransport('smtp://127.0.0.1:9', sender, { silenceMs: 300, wholeMs: 1_500 });
    await sendMail(stage.database, nobody, sender, wordNews);
    stage.pass(0.1);
    await send();
    expect(arrived()).toEqual(['later@proef.example: Geen lijn']);
  });
});

describe('an address', () => {
  it('that nobody confirms is gone after three days, with its letters; who confirmed stays', async () => {
    await subscribe('blijft');
    await askFor(stage.database, tenantId, addressOf('weg'), usualWishes);
    stage.pass(71);
    await tellNews(stage.database);
    expect(await subscribers()).toEqual(['blijft', 'weg']);
    stage.pass(2);
    await tellNews(stage.database);
    await send();
    expect([await subscribers(), arrived()]).toEqual([['blijft'], []]);
    const { rows } = await look.query(
      "select count(*)::int as n from outbox where tenant_id = $1 and kind = 'news_confirm' and sent_at is null",
      [tenantId],
    );
    expect(rows[0].n).toBe(0);
  });

  it('gets at most five letters a day that it did not ask for, ten minutes apart', async () => {
    for (let minutes = 0; minutes < 120; minutes += 4) {
      await askFor(stage.database, tenantId, addressOf('gepest'), usualWishes);
      stage.pass(4 / 60);
    }
    await send();
    expect(arrived()).toHaveLength(5);
    stage.pass(25);
    await askFor(stage.database, tenantId, addressOf('gepest'), usualWishes);
    await send();
    expect(arrived()).toHaveLength(1);
  });
});

describe('the database', () => {
  const asApp = (query: ReturnType<typeof sql>, who: Parameters<Stage['database']['read']>[0] = editor) =>
    stage.database.read(who, (reader) => reader.first<Record<string, unknown>>(query));

  it('shows an address to nobody, numbers to who writes posts, and takes none of it from the program', async () => {
    await subscribe('iemand');
    for (const query of [
      sql`select email from subscription`,
      sql`select * from post_mail`,
      sql`select * from subscription_end`,
      sql`select * from news_told`,
      sql`delete from subscription`,
      sql`update post_mail set sent = 0`,
      sql`select end_subscription(tenant_id, id, 'stopped') from subscription`,
    ])
      await expect(asApp(query)).rejects.toThrow(/permission denied/);
    const director = { tenantId, personId: await anAppointment(stage, 'partnership_director', { tenantId }) };
    const counts = sql`select subscription_counts() ->> 'subscribers' as n, (select count(*)::int from post_deliveries()) as posts`;
    await aPost(stage, editor);
    await minute();
    expect(await asApp(counts)).toEqual({ n: '1', posts: 1 });
    expect(await asApp(counts, director)).toEqual({ n: null, posts: 0 });
    expect(await subscribers()).toEqual(['iemand']);
  });

  it('opens a subscription with the secret of a letter alone, and gives a letter its secret only while it leaves', async () => {
    await subscribe('iemand');
    const { rows } = await look.query(
      'select tenant_id, id, lease from outbox where sent_at is not null and subscription_id is not null limit 1',
    );
    const late = sql`select letter_secret(${rows[0].tenant_id}, ${rows[0].id}, null, sha256('x'))`;
    await expect(asApp(late, 'visitor')).rejects.toThrow(/asks for no secret/);
    expect(await asApp(sql`select subscription_behind(sha256('x')) as behind`, 'visitor')).toEqual({
      behind: null,
    });
    expect(await asApp(sql`select stop_subscription(null, null) as done`, 'visitor')).toEqual({
      done: false,
    });
    expect(await subscribers()).toEqual(['iemand']);
  });

  it.each([
    ['words of its own', "'news_confirm', 'x', '{x}', '/', '{}', null, false"],
    ['no posts', "'news', null, null, null, '{}', now(), true"],
    ['haste', "'news', null, null, null, array[gen_random_uuid()], now(), false"],
    ['no reader and the kind of a person', "'notices', 'x', '{x}', '/', '{}', null, false"],
  ])('keeps no letter to a subscriber with %s', async (_name, values) => {
    const insert = `insert into outbox (tenant_id, id, key, made_at, next_try_at, kind, subject, lines, link, posts, since, bulk)
      values ('${tenantId}', gen_random_uuid(), 'k', now(), now(), ${values})`;
    await expect(look.query(insert)).rejects.toThrow(/violates check constraint/);
  });
});
