/** Inviting people to log in: who may, what leaves by mail; and taking an account off somebody. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAppointment, aPartnership, aPerson } from '../../../tests/support/factories.ts';
import { comeIn, formOf } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { recordAudit } from '../../platform/audit.ts';
import { sql } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';

let pages: Pages;
let operator: pg.Client;
let administrator: string;
let tenantId: string;

beforeAll(async () => {
  pages = await openPages();
  tenantId = pages.cast.tenantId;
  administrator = await anAppointment(pages.stage, 'administrator', { tenantId });
  operator = new pg.Client({ connectionString: pages.house.fresh.ownerUrl });
  await operator.connect();
});
afterAll(async () => {
  await operator.end();
  await pages.close();
});
auditsEveryDeed(() => pages.house.fresh);

const look = async (query: string, ...values: readonly unknown[]) => {
  await operator.query('set role kortelijn_operator');
  return (await operator.query(query, [...values])).rows;
};
const lettersTo = (person: string) =>
  look('select kind, link, lines from outbox where person_id = $1 order by made_at, id', person);
const deedsAbout = async (subject: string) =>
  (
    await look('select action, person_id as by from audit where subject_id = $1 order by at, id', subject)
  ).map(({ action, by }) => [action, by]);

/** An account tied to somebody, as the definer function writes it. */
async function anAccount(person: string): Promise<string> {
  const id = newId();
  await operator.query('reset role');
  await operator.query('set role kortelijn_gate');
  await operator.query(
    `insert into identity (tenant_id, id, person_id, issuer, subject, linked_at) values ($1, $2, $3, 'https://login.example', $4, now())`,
    [tenantId, id, person, id],
  );
  await operator.query('reset role');
  return id;
}

describe('inviting', () => {
  it('one person sends them a mail with a one-time link, and leaves an audit row', async () => {
    const person = await aPerson(pages.stage, tenantId);
    const sent = await pages.send(administrator, `/beheer/mensen/${person}/uitnodigen`, { _key: newId() });
    expect([sent.status, sent.to, sent.flash]).toEqual([
      303,
      `/beheer/mensen/${person}/inloggen`,
      '1 uitnodiging gaat per mail op weg.',
    ]);
    expect(await lettersTo(person)).toEqual([
      { kind: 'invitation', link: '/inloggen/eenmalig/{eenmalig}', lines: expect.any(Array) },
    ]);
    expect(await deedsAbout(person)).toEqual([['invite', administrator]]);
    const page = await pages.see(administrator, `/beheer/mensen/${person}/inloggen`);
    expect(page.html).toContain('Laatst uitgenodigd op');
  });

  it('several at once sends each of them one; sent twice by a double click still one', async () => {
    const people = [await aPerson(pages.stage, tenantId), await aPerson(pages.stage, tenantId)];
    const visitor = await comeIn(pages.house, { tenantId, personId: administrator });
    const form = { people, _key: newId() };
    const answers = [];
    for (let time = 0; time < 2; time += 1)
      answers.push(await visitor.post('/beheer/mensen/uitnodigen', form));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    for (const person of people) expect(await lettersTo(person)).toHaveLength(1);
    await visitor.post('/beheer/mensen/uitnodigen', { people, _key: newId() });
    for (const person of people) expect(await lettersTo(person)).toHaveLength(2);
  });

  it('nobody says so and sends nothing', async () => {
    const answer = await pages.send(administrator, '/beheer/mensen/uitnodigen', { _key: newId() });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Kies wie u wilt uitnodigen.');
  });

  it('reaches nobody who was stopped, and nobody of another partnership', async () => {
    const stopped = await aPerson(pages.stage, tenantId);
    await pages.house.operator.write({ operatorFor: tenantId }, (tx) =>
      tx.run(sql`update person set suspended_at = app_now() where id = ${stopped}`),
    );
    const stranger = await aPerson(pages.stage, await aPartnership(pages.stage));
    const people = [stopped, stranger];
    await pages.send(administrator, '/beheer/mensen/uitnodigen', { people, _key: newId() });
    for (const person of people) {
      expect((await pages.send(administrator, `/beheer/mensen/${person}/uitnodigen`, {})).status).toBe(404);
      expect(await lettersTo(person)).toEqual([]);
      expect(await deedsAbout(person)).toEqual([]);
    }
  });

  it('is for administrators: the database refuses anybody else', async () => {
    const person = await aPerson(pages.stage, tenantId);
    expect((await pages.send(pages.cast.teamLead, `/beheer/mensen/${person}/uitnodigen`, {})).status).toBe(
      403,
    );
    await expect(
      pages.house.database.write({ tenantId, personId: pages.cast.teamLead }, (tx) =>
        tx.run(sql`insert into login_invitation (tenant_id, id, person_id, made_by, made_at)
          values (${tenantId}, ${newId()}, ${person}, ${pages.cast.teamLead}, now())`),
      ),
    ).rejects.toThrow();
    expect(await lettersTo(person)).toEqual([]);
  });
});

describe('taking an account off somebody', () => {
  it('ends their sessions at once, tells them by mail and leaves an audit row', async () => {
    const person = await anAppointment(pages.stage, 'policy_adviser', { tenantId });
    const account = await anAccount(person);
    const theirs = await comeIn(pages.house, { tenantId, personId: person });
    const other = await comeIn(pages.house, { tenantId, personId: pages.cast.teamLead });
    expect((await theirs.get('/mijn')).status).toBe(200);
    const sent = await pages.send(administrator, `/beheer/mensen/${person}/ontkoppelen`, { account });
    expect(sent.status).toBe(303);
    expect((await theirs.get('/mijn')).status).toBe(303);
    expect((await other.get('/mijn')).status).toBe(200);
    expect((await lettersTo(person)).map(({ kind }) => kind)).toEqual(['login_unlinked']);
    expect(await deedsAbout(account)).toEqual([['unlink', administrator]]);
    expect(
      (await pages.send(administrator, `/beheer/mensen/${person}/ontkoppelen`, { account })).status,
    ).toBe(404);
  });

  it('of one person is not done at the address of another', async () => {
    const person = await aPerson(pages.stage, tenantId);
    const account = await anAccount(person);
    const elsewhere = `/beheer/mensen/${pages.cast.author}/ontkoppelen`;
    expect((await pages.send(administrator, elsewhere, { account })).status).toBe(404);
    expect(await look('select id from identity where id = $1', account)).toHaveLength(1);
  });
});

it("somebody finds their own accounts beside their passkeys, and nobody else's", async () => {
  const person = await anAppointment(pages.stage, 'policy_adviser', { tenantId });
  expect((await pages.see(person, '/mijn/passkeys')).html).toContain(
    'U hebt geen account van uw organisatie gekoppeld.',
  );
  await anAccount(person);
  expect((await pages.see(person, '/mijn/passkeys')).html).toMatch(
    /<li>login\.example, gekoppeld op [^<]*\d{4}/,
  );
  const other = await pages.see(pages.cast.teamLead, '/mijn/passkeys');
  expect([other.status, other.html.includes('login.example')]).toEqual([200, false]);
});

describe('letting somebody begin again with logging in', () => {
  const path = (person: string) => `/beheer/mensen/${person}/opnieuw-beginnen`;
  const meansOf = (person: string) =>
    look(
      `select (select count(*)::int from passkey where person_id = $1) as passkeys,
        (select count(*)::int from recovery_code where person_id = $1) as codes,
        (select count(*)::int from recovery_attempt where person_id = $1) as attempts`,
      person,
    );
  const withMeans = async () => {
    const personId = await anAppointment(pages.stage, 'policy_adviser', { tenantId });
    await pages.house.database.write({ tenantId, personId }, async (tx) => {
      await tx.run(sql`insert into passkey (tenant_id, id, person_id, credential_id, public_key, counter, name, made_at)
        values (${tenantId}, ${newId()}, ${personId}, ${Buffer.from(newId())}, ${Buffer.from('k')}, 0, 'laptop', now())`);
      await tx.run(sql`insert into recovery_code (tenant_id, id, person_id, salt, hash, made_at)
        values (${tenantId}, ${newId()}, ${personId}, ${Buffer.alloc(16)}, ${Buffer.alloc(32)}, now())`);
      await tx.run(
        sql`insert into recovery_attempt (tenant_id, person_id, wrong) values (${tenantId}, ${personId}, 3)`,
      );
      const deed = { action: 'add', subject: 'passkey', subjectId: newId(), via: 'page' } as const;
      await recordAudit(tx, { tenantId, personId }, deed);
    });
    return personId;
  };

  it('takes passkeys and codes, ends sessions, sends news and an invitation, leaves audit rows, and spares others', async () => {
    const [person, other] = [await withMeans(), await withMeans()];
    const account = await anAccount(person);
    const [theirs, others] = [
      await comeIn(pages.house, { tenantId, personId: person }),
      await comeIn(pages.house, { tenantId, personId: other }),
    ];
    const page = await pages.see(administrator, `/beheer/mensen/${person}/inloggen`);
    expect(page.html).toMatch(/<strong>Bel [^<]+ eerst<\/strong>/);
    const sent = await pages.send(administrator, path(person), { _key: newId() });
    expect([sent.status, sent.to]).toEqual([303, `/beheer/mensen/${person}/inloggen`]);
    expect(await meansOf(person)).toEqual([{ passkeys: 0, codes: 0, attempts: 0 }]);
    expect(await meansOf(other)).toEqual([{ passkeys: 1, codes: 1, attempts: 1 }]);
    expect((await theirs.get('/mijn')).status).toBe(303);
    expect((await others.get('/mijn')).status).toBe(200);
    expect((await lettersTo(person)).map(({ kind }) => kind).sort()).toEqual(['invitation', 'security']);
    expect(await lettersTo(other)).toEqual([]);
    const deeds = await deedsAbout(person);
    expect(deeds.sort()).toEqual([
      ['invite', administrator],
      ['start_over', administrator],
    ]);
    expect(await look('select id from identity where id = $1', account)).toHaveLength(1);
  });

  it('sent twice by a double click does it once', async () => {
    const person = await withMeans();
    const visitor = await comeIn(pages.house, { tenantId, personId: administrator });
    const form = { _key: newId() };
    for (let time = 0; time < 2; time += 1) expect((await visitor.post(path(person), form)).status).toBe(303);
    expect(await lettersTo(person)).toHaveLength(2);
  });

  it('is not done for oneself: not by the page, and not by the database', async () => {
    const page = await pages.see(administrator, `/beheer/mensen/${administrator}/inloggen`);
    expect(page.html).toContain('Voor uzelf kan alleen een andere beheerder dit doen.');
    expect(page.html).not.toContain('opnieuw-beginnen');
    const sent = await pages.send(administrator, path(administrator), { _key: newId() });
    expect([sent.status, sent.flash]).toEqual([303, 'Voor uzelf kan alleen een andere beheerder dit doen.']);
    const asking = (by: string, about: string) =>
      pages.house.database.write({ tenantId, personId: by }, (tx) =>
        tx.first<{ begun: boolean }>(sql`select start_over(${about}) as begun`),
      );
    await expect(asking(administrator, administrator)).rejects.toThrow();
    await expect(asking(pages.cast.teamLead, pages.cast.author)).rejects.toThrow();
    expect(await asking(administrator, pages.cast.author)).toEqual({ begun: true });
    expect(await lettersTo(administrator)).toEqual([]);
  });

  it('reaches nobody who was stopped and nobody of another partnership, and is for administrators', async () => {
    const person = await withMeans();
    expect((await pages.send(pages.cast.teamLead, path(person), {})).status).toBe(403);
    await pages.house.operator.write({ operatorFor: tenantId }, (tx) =>
      tx.run(sql`update person set suspended_at = app_now() where id = ${person}`),
    );
    const stranger = await aPerson(pages.stage, await aPartnership(pages.stage));
    for (const one of [person, stranger]) {
      expect((await pages.send(administrator, path(one), { _key: newId() })).status).toBe(404);
      expect(await lettersTo(one)).toEqual([]);
    }
    expect(await meansOf(person)).toEqual([{ passkeys: 1, codes: 1, attempts: 1 }]);
    const page = await pages.see(administrator, `/beheer/mensen/${person}/inloggen`);
    expect(page.html).not.toContain('opnieuw-beginnen');
  });
});

it('the demonstration log-in is gone as soon as a partnership has a provider, also for who sends its form', async () => {
  const { app } = pages.house;
  expect((await app.request('/demo')).status).toBe(200);
  await operator.query('reset role');
  const own = await aPartnership(pages.stage);
  await operator.query('alter table login_provider no force row level security');
  await operator.query(
    `insert into login_provider (tenant_id, issuer, client_id, client_secret) values ($1, 'https://login.example', 'k', 'x')`,
    [own],
  );
  expect((await app.request('/demo')).status).toBe(404);
  const sent = await app.request('/demo', { method: 'POST', body: formOf({ personId: newId() }) });
  expect(sent.status).toBe(404);
  const page = await app.request('/inloggen');
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('login.example')]);
});
