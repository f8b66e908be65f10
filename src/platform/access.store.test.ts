/** What the database itself refuses about keys, whatever the program asks. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { anAppointment, aPartnership, openStage, type Stage } from '../../tests/support/factories.ts';
import { findActor, makeKey, openSession, renewSession, tidyAccess } from './access.store.ts';
import { NotAdmitted, sql } from './database.ts';
import { hashOf, newId } from './ids.ts';
import type { Actor, Identity } from './pure/actor.ts';

let fresh: FreshDatabase;
let stage: Stage;
let client: pg.Client;
let person: Identity;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  await client.query('set role kortelijn_operator');
  const tenantId = await aPartnership(stage);
  person = { tenantId, personId: await anAppointment(stage, 'administrator', { tenantId }) };
});
afterAll(async () => {
  await client.end();
  await stage.close();
  await fresh.drop();
});

const count = async (table: string) =>
  Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
const oneFactor = { way: 'link', secondFactor: false } as const;

async function actorOf(secret: string): Promise<Actor> {
  const actor = await findActor(stage.database, 'session', secret);
  if (actor === undefined) throw new Error('nobody');
  return actor;
}

describe('the keys', () => {
  it('a session is never made as a key with an end of one’s own choice, not by an operator either', async () => {
    const hash = hashOf('x'.repeat(43));
    const make = (kind: string) =>
      stage.database.write({ operatorFor: person.tenantId }, (tx) =>
        tx.first(
          sql`select make_key(${person.tenantId}, ${newId()}, ${person.personId}, ${kind}, ${hash}, '2099-01-01', null)`,
        ),
      );
    await expect(make('session')).rejects.toBeInstanceOf(NotAdmitted);
    await expect(make('token')).resolves.toBeDefined();
  });

  it('a session ends after twelve hours, and its new id when the old one would have', async () => {
    const secret = await openSession(stage.database, person, oneFactor);
    const actor = await actorOf(secret);
    stage.pass(0.4);
    const renewed = await renewSession(stage.database, await actorOf(secret), 'secondStep');
    const { rows } = await client.query<{ id: string; hours: string }>(
      `select id, extract(epoch from expires_at - made_at) / 3600 as hours from access_key where kind = 'session' and ended_at is null`,
    );
    expect(rows.map(({ id, hours }) => [id === renewed?.keyId, Number(hours)])).toEqual([[true, 12]]);
    expect(await findActor(stage.database, 'session', secret)).toBeUndefined();
    expect((await actorOf(renewed?.secret ?? '')).session?.secondFactor).toBe('shown');
    // Twice the same step: the second finds nothing to renew.
    expect(await renewSession(stage.database, actor, 'secondStep')).toBeUndefined();
  });

  it('ten renewals of one session at once make one', async () => {
    const actor = await actorOf(await openSession(stage.database, person, oneFactor));
    const all = await Promise.all(
      Array.from({ length: 10 }, () => renewSession(stage.database, actor, 'otherRoles')),
    );
    expect(all.filter((one) => one !== undefined)).toHaveLength(1);
  });
});

describe('tidying', () => {
  it('takes what ended thirty days ago and leaves what somebody may still use', async () => {
    const gone = await openSession(stage.database, person, oneFactor);
    await stage.database.write({ operatorFor: person.tenantId }, (tx) =>
      makeKey(tx, person, 'token', new Date(stage.now().getTime() + 90 * 86_400_000)),
    );
    await stage.database.ask(
      sql`select make_challenge(${hashOf('a')}, 'log-in', null, ${stage.database.movedClock()})`,
    );
    await stage.database.ask(sql`select count_log_in(${hashOf('b')}, ${stage.database.movedClock()})`);
    await stage.database.write(person, (tx) =>
      tx.run(sql`insert into idempotency (tenant_id, person_id, key, request, answer, at)
        values (${person.tenantId}, ${person.personId}, 'k', ${hashOf('c')}, '{}', app_now())`),
    );
    expect(gone).toHaveLength(43);
    stage.pass(24 * 29);
    await tidyAccess(stage.database);
    expect([
      await count('idempotency'),
      await count('passkey_challenge'),
      await count('log_in_attempt'),
    ]).toEqual([1, 0, 0]);
    const before = await count('access_key');
    stage.pass(24 * 2);
    expect(await tidyAccess(stage.database)).toBeGreaterThan(1);
    expect(await count('idempotency')).toBe(0);
    const { rows } = await client.query<{ kind: string; n: number }>(
      'select kind, count(*) as n from access_key group by 1',
    );
    expect(before).toBeGreaterThan(2);
    // The token of the test above ends in 2099, this one in two months.
    expect(rows).toEqual([{ kind: 'token', n: 2 }]);
  });
});
