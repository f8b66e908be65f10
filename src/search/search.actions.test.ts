/** Searching finds exactly what somebody may read: the same rows as row-level security shows them, and no others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRawSql, type RawSql } from '../../tests/law/raw.ts';
import { aWorld, clocks, type World } from '../../tests/law/world.ts';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import {
  actorOf,
  aNoteBy,
  anAppointment,
  aPartnership,
  aPerson,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../../tests/support/factories.ts';
import { sql } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { type Cursor, decodeCursor } from '../platform/pure/cursor.ts';
import { search } from './search.actions.ts';

let fresh: FreshDatabase;
let stage: Stage;
let world: World;
let raw: RawSql;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  raw = await openRawSql(fresh);
  world = await aWorld(stage);
  stage.at(clocks[0]);
});
afterAll(async () => {
  await raw.close();
  await stage.close();
  await fresh.drop();
});

/** What stands there, whoever may see it: for looking behind the law. */
async function everything(query: string): Promise<readonly unknown[]> {
  await raw.client.query('begin; set local role kortelijn_operator');
  const { rows } = await raw.client.query(query);
  await raw.client.query('rollback');
  return rows;
}

/** Everything a person reads of concerns, word by word under row-level security: what a search may know. */
async function readable(actor: Actor, words: string): Promise<readonly string[]> {
  const like = `%${words}%`;
  const rows = await stage.database.read(actor, (reader) =>
    reader.rows<{ id: string }>(sql`select id from concern c where
      concat_ws(' ', theme, occasion, observation, impression, meaning_for_children, goes_well) ilike ${like}
      or exists (select from concern_entry e where e.tenant_id = c.tenant_id and e.concern_id = c.id and concat_ws(' ', e.text, e.goes_well, e.reason) ilike ${like})
      or exists (select from agreement a where a.tenant_id = c.tenant_id and a.concern_id = c.id and concat_ws(' ', a.what, a.who, a.children_notice) ilike ${like})
      order by c.touched_at desc, c.id desc limit 50`),
  );
  return rows.map(({ id }) => id);
}

const find = async (actor: Actor, q: string) => {
  const { concern } = await search(deedOf(stage), actor, { q, kind: 'concern', limit: 50 });
  return concern.items.map(({ id }) => id);
};

// In every note; only in reports; only in a reason that the board never reads; only in what somebody withdrew.
const words = ['leerkracht', 'bezetting', 'vangen', 'geld', 'rooster', 'rust'];

test('everybody finds exactly the concerns in which they may read the word', async () => {
  let hits = 0;
  let others = 0;
  for (const clock of clocks) {
    stage.at(clock);
    for (const [kind, person] of Object.entries(world.people)) {
      const actor = await actorOf(stage, person.tenantId, person.personId);
      if (actor.appointments.length === 0) continue;
      for (const word of words) {
        const should = await readable(actor, word);
        expect({ kind, clock, word, found: await find(actor, word) }).toEqual({
          kind,
          clock,
          word,
          found: should,
        });
        hits += should.length;
        others += should.length === 0 ? 1 : 0;
      }
    }
  }
  // Both kinds of answer were there: something to find, and nothing.
  expect(hits).toBeGreaterThan(500);
  expect(others).toBeGreaterThan(20);
}, 60_000);

test('a slip of the keyboard finds for everybody what the right word finds, and no more', async () => {
  stage.at(clocks[0]);
  let hits = 0;
  for (const [kind, person] of Object.entries(world.people)) {
    const actor = await actorOf(stage, person.tenantId, person.personId);
    if (actor.appointments.length === 0) continue;
    const should = await readable(actor, 'leerkracht');
    expect({ kind, found: await find(actor, 'leerkragt') }).toEqual({ kind, found: should });
    hits += should.length;
  }
  expect(hits).toBeGreaterThan(100);
});

describe('a concern', () => {
  let author: Actor;
  let director: Actor;
  let id: string;

  beforeAll(async () => {
    stage.at(clocks[0]);
    const { tenantId } = world.cast;
    author = await actorOf(stage, tenantId, world.cast.author);
    director = await actorOf(stage, tenantId, world.cast.director);
    id = await aNoteBy(stage, world.cast, world.cast.author, {
      observation: 'Het zwembadrooster klopt niet.',
    });
  });

  test('that was noted is found by its author alone', async () => {
    expect(await find(author, 'zwembadrooster')).toEqual([id]);
    expect(await find(director, 'zwembadrooster')).toEqual([]);
  });

  test('is found by the beginning of a word, by another form of it, and with a slip of the keyboard', async () => {
    for (const typed of [
      'zwembad',
      'zwembadroosters',
      'ZWEMBADROOSTER',
      'zwembdarooster',
      'zwembadroster',
      'wzembadrooster',
    ])
      expect([typed, await find(author, typed)]).toEqual([typed, [id]]);
    expect(await find(author, 'zwemvest')).toEqual([]);
  });

  test('is found by what it says now, not by what it said before', async () => {
    await step(stage, world.cast.tenantId, world.cast.author, id, {
      step: 'revise',
      observation: 'De klimzaal is dicht.',
    });
    expect(await find(author, 'zwembadrooster')).toEqual([]);
    expect(await find(author, 'klimzaal')).toEqual([id]);
  });

  test('is found by its number, and by nobody who may not see it', async () => {
    const number = await stage.database.read(author, (reader) =>
      reader.first<{ number: string }>(sql`select number from concern where id = ${id}`),
    );
    expect(await find(author, ` ${number?.number.toLowerCase()} `)).toEqual([id]);
    expect(await find(director, number?.number ?? '')).toEqual([]);
  });

  test('that is shared and found stands in the ledger, once for each version, with who found it', async () => {
    const told = () =>
      stage.database.read(author, (reader) =>
        reader.rows(
          sql`select person_id, version, kind, ground from disclosure where concern_id = ${id} and kind = 'found'`,
        ),
      );
    expect(await told()).toEqual([]);
    await step(stage, world.cast.tenantId, world.cast.author, id, { step: 'share_with_director' });
    expect(await find(director, 'klimzaal')).toEqual([id]);
    expect(await find(director, 'klimzaal')).toEqual([id]);
    expect(await told()).toEqual([
      { person_id: world.cast.director, version: 3, kind: 'found', ground: 'school_director' },
    ]);
  });

  test('that is found leaves a line in the access log, without the word', async () => {
    const rows = await everything(
      `select row_to_json(a)::text as line from audit a where action = 'find' and subject_id = '${id}' and person_id = '${world.cast.director}'`,
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('klimzaal');
  });

  test('that is dropped is gone from the search at once', async () => {
    const other = await aNoteBy(stage, world.cast, world.cast.author, {
      observation: 'Het trapveldje ligt vol glas.',
    });
    expect(await find(author, 'trapveldje')).toEqual([other]);
    await step(stage, world.cast.tenantId, world.cast.author, other, { step: 'drop' });
    expect(await find(author, 'trapveldje')).toEqual([]);
    expect(await everything(`select from concern_search where concern_id = '${other}'`)).toEqual([]);
  });
});

test('pages go on where the last one ended, without gaps or doubles', async () => {
  stage.at(clocks[0]);
  const actor = await actorOf(stage, world.cast.tenantId, world.cast.author);
  const whole = await find(actor, 'leerkracht');
  const paged: string[] = [];
  let after: Cursor | undefined;
  do {
    const { concern } = await search(deedOf(stage), actor, {
      q: 'leerkracht',
      kind: 'concern',
      limit: 3,
      after,
    });
    paged.push(...concern.items.map(({ id }) => id));
    after = concern.next === null ? undefined : decodeCursor(concern.next);
  } while (after !== undefined);
  expect(paged).toEqual(whole.slice(0, paged.length));
  expect(paged.length).toBeGreaterThanOrEqual(whole.length);
});

test('schools and people of the own partnership are found, with a slip of the keyboard too; of another never', async () => {
  stage.at(clocks[0]);
  const { tenantId, author, school } = world.cast;
  const stranger = await aPartnership(stage);
  const mine = { tenantId, schoolId: school.id };
  const person = await aPerson(stage, tenantId, 'Wiebrig Kaarsenmaker');
  await anAppointment(stage, 'teacher', { ...mine, personId: person });
  await aPerson(stage, tenantId, 'Wiebrig Zonderaanstelling');
  const elsewhere = await aPerson(stage, stranger, 'Wiebrig Kaarsenmaker');
  await anAppointment(stage, 'team_lead', { tenantId: stranger, personId: elsewhere });
  const actor = await actorOf(stage, tenantId, author);
  for (const q of ['kaarsenmaker', 'Kaarsemaker', 'wiebrig']) {
    const found = await search(deedOf(stage), actor, { q, kind: 'person', limit: 50 });
    expect([q, found.person.items.map(({ id }) => id)]).toEqual([q, [person]]);
  }
  const schools = await search(deedOf(stage), actor, { q: school.code, kind: 'school', limit: 50 });
  expect(schools.school.items.map(({ code }) => code)).toContain(school.code);
});
