/** Inviting people to log in: who may, what leaves by mail; and taking an account off somebody. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAppointment, aPartnership, aPerson } from '../../../tests/support/factories.ts';
import { comeIn, formOf } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
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
