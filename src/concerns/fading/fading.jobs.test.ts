/** Notes go and finished concerns fade by their terms, with a clock that the test moves. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  aNoteBy,
  type Cast,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../../../tests/support/factories.ts';
import { sql } from '../../platform/database.ts';
import { readConcern, takeStep } from '../concern.actions.ts';
import { getConcern } from '../concern.store.ts';
import { eraseByTerm } from './fading.jobs.ts';
import { findFaded, getFaded } from './fading.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;
let all: pg.Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aCast(stage);
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  all = new pg.Client({ connectionString: address.href });
  await all.connect();
});
afterAll(async () => {
  await all.end();
  await stage.close();
  await fresh.drop();
});

const nightOf = async (day: string) => {
  stage.at(`${day}T02:00:00Z`);
  await eraseByTerm(stage.database);
};
const isThere = async (id: string) =>
  (await all.query('select 1 from concern where id = $1', [id])).rowCount === 1;
const noticesOf = async (kind: string, id: string) =>
  (
    await all.query<{ person_id: string }>(
      'select person_id from notice where kind = $1 and subject_id = $2',
      [kind, id],
    )
  ).rows.map((row) => row.person_id);
const seenBy = async (who: string, id: string) => {
  const actor = await actorOf(stage, cast.tenantId, who);
  return stage.database.read(actor, (reader) => getConcern(reader, actor, id));
};

describe('a note that is not shared', () => {
  test('goes thirty days after it was last touched, a week after its author alone was told', async () => {
    stage.at('2026-03-02T08:00:00Z');
    const id = await aNoteBy(stage, cast);
    await nightOf('2026-03-24');
    expect(await noticesOf('note_fades', id)).toEqual([]);
    await nightOf('2026-03-25');
    expect(await noticesOf('note_fades', id)).toEqual([cast.author]);
    await nightOf('2026-03-31');
    expect(await isThere(id)).toBe(true);
    await nightOf('2026-04-01');
    expect(await isThere(id)).toBe(false);
    expect(await noticesOf('note_fades', id)).toEqual([]);
    expect((await all.query('select dropped_on::text from dropped_note')).rows).toEqual([
      { dropped_on: '2026-04-01' },
    ]);
  });

  test('stays when its author touches it after the warning, and is warned of again', async () => {
    stage.at('2026-03-02T08:00:00Z');
    const id = await aNoteBy(stage, cast);
    await nightOf('2026-03-25');
    stage.at('2026-03-30T08:00:00Z');
    await step(stage, cast.tenantId, cast.author, id, { step: 'revise', occasion: 'Een ander gesprek' });
    await nightOf('2026-04-20');
    expect(await isThere(id)).toBe(true);
    await nightOf('2026-04-22');
    expect(await noticesOf('note_fades', id)).toEqual([cast.author, cast.author]);
    await nightOf('2026-04-29');
    expect(await isThere(id)).toBe(false);
  });

  test('never goes without a week of warning, also when the clock stood still for a year', async () => {
    stage.at('2026-03-02T08:00:00Z');
    const id = await aNoteBy(stage, cast);
    await nightOf('2027-06-01');
    expect(await isThere(id)).toBe(true);
    await nightOf('2027-06-07');
    expect(await isThere(id)).toBe(true);
    await nightOf('2027-06-08');
    expect(await isThere(id)).toBe(false);
  });

  test('is left alone once it is shared', async () => {
    stage.at('2026-03-02T08:00:00Z');
    const id = await aConcernIn(stage, cast, 'with_director');
    await nightOf('2026-03-25');
    await nightOf('2026-05-01');
    expect(await isThere(id)).toBe(true);
  });

  test('goes by the term of its own partnership', async () => {
    const other = await aCast(stage);
    await all.query('update tenant set note_days = 60 where tenant_id = $1', [other.tenantId]);
    stage.at('2026-03-02T08:00:00Z');
    const id = await aNoteBy(stage, other);
    await nightOf('2026-04-23');
    expect(await noticesOf('note_fades', id)).toEqual([]);
    await nightOf('2026-04-24');
    expect(await noticesOf('note_fades', id)).toEqual([other.author]);
    await nightOf('2026-05-01');
    expect(await isThere(id)).toBe(false);
  });
});

/** All rows of a concern in every table that has a text or a person, as one text. */
async function everythingOf(id: string): Promise<string> {
  const parts = [
    'concern_entry',
    'concern_entry_person',
    'conversation',
    'conversation_proposal',
    'agreement',
    'disclosure',
    'erasure',
  ];
  const rows = await Promise.all([
    all.query('select * from concern where id = $1', [id]),
    ...parts.map((name) => all.query(`select * from ${name} where concern_id = $1`, [id])),
    all.query('select * from notice where subject_id = $1', [id]),
  ]);
  return JSON.stringify(rows.map((one) => one.rows));
}

async function aResolvedConcern(): Promise<string> {
  stage.at('2026-03-02T08:00:00Z');
  const id = await aConcernIn(stage, cast, 'working');
  await step(stage, cast.tenantId, cast.author, id, {
    step: 'review',
    childrenNotice: 'Rust in de groep.',
    resolved: true,
    outcome: 'Een vast rooster, gemaakt met Proefpersoon Wielewaal.',
    acceptedMarks: ['Proefpersoon Wielewaal', 'Proefpersoon', 'Wielewaal'],
  });
  return id;
}

describe('a finished concern', () => {
  test('loses persons and texts a year after its end and keeps theme, what helped and the days of its states', async () => {
    const id = await aResolvedConcern();
    const people = [cast.author, cast.director];
    const before = await everythingOf(id);
    for (const person of people) expect(before).toContain(person);
    expect(before).toContain('Wij bespraken de bezetting.');

    await nightOf('2027-01-30');
    expect(await noticesOf('concern_fades', id)).toEqual([]);
    await nightOf('2027-01-31');
    expect((await noticesOf('concern_fades', id)).toSorted()).toEqual(
      [cast.author, cast.director].toSorted(),
    );
    await nightOf('2027-03-01');
    expect(await seenBy(cast.director, id)).toBeDefined();
    await nightOf('2027-03-02');
    expect(await seenBy(cast.director, id)).toBeUndefined();

    const after = await everythingOf(id);
    for (const gone of [...people, 'bezetting', 'Kinderen missen rust', 'Voortgangsgesprek', 'Rooster maken'])
      expect(after).not.toContain(gone);
    const director = await actorOf(stage, cast.tenantId, cast.director);
    const faded = await stage.database.read(director, (reader) => getFaded(reader, director, id));
    expect(faded?.status).toBe('resolved');
    expect(faded?.helped).toMatch(/^Een vast rooster, gemaakt met /);
    expect(faded?.states).toEqual([
      { status: 'with_director', at: '2026-03-02T09:00:00+00:00' },
      { status: 'working', at: '2026-03-02T10:00:00+00:00' },
      { status: 'resolved', at: '2026-03-02T11:00:00+00:00' },
    ]);
  });

  test('keeps no name in what helped: what the writing aid marks becomes bars', async () => {
    await all.query("update person set name = 'Wilhelmina Wielewaal' where id = $1", [cast.coordinator]);
    stage.at('2026-03-02T08:00:00Z');
    const id = await aConcernIn(stage, cast, 'working');
    await step(stage, cast.tenantId, cast.author, id, {
      step: 'review',
      childrenNotice: 'Rust in de groep.',
      resolved: true,
      outcome: 'Een vast rooster 🌱 door Wilhelmina Wielewaal gemaakt.',
      acceptedMarks: ['Wilhelmina Wielewaal', 'Wilhelmina', 'Wielewaal'],
    });
    await nightOf('2027-02-15');
    await nightOf('2027-03-20');
    const director = await actorOf(stage, cast.tenantId, cast.director);
    const faded = await stage.database.read(director, (reader) => getFaded(reader, director, id));
    expect(faded?.helped).toBe('Een vast rooster 🌱 door █████ gemaakt.');
  });

  test('is seen faded by the school, its board only when it was put forward, and by no stranger', async () => {
    const id = await aResolvedConcern();
    await nightOf('2027-02-15');
    await nightOf('2027-03-20');
    const strangers = await aCast(stage, cast.tenantId);
    const seen = async (who: string) => {
      const actor = await actorOf(stage, cast.tenantId, who);
      const found = await stage.database.read(actor, (reader) => findFaded(reader, actor, { limit: 50 }));
      return found.some((one) => one.id === id);
    };
    expect(await seen(cast.director)).toBe(true);
    expect(await seen(cast.teamLead)).toBe(true);
    expect(await seen(cast.boardMember)).toBe(false);
    expect(await seen(strangers.director)).toBe(false);
  });

  test('takes no step any more, in the product or past it', async () => {
    const id = await aResolvedConcern();
    const { tenantId } = cast;
    await nightOf('2027-02-15');
    await nightOf('2027-03-20');
    const author = await actorOf(stage, tenantId, cast.author);
    const request = { step: 'reply', verdict: 'accurate', text: 'Ja' } as const;
    expect(await takeStep(deedOf(stage), author, id, request)).toEqual({ outcome: 'notFound' });
    expect(await readConcern(deedOf(stage), author, id)).toBeUndefined();
    // Even when its state would allow the step, as after a backup of long ago.
    await all.query("update concern set status = 'working', ended_at = null where id = $1", [id]);
    const raw = stage.database.write(author, (tx) =>
      tx.run(sql`insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads, choice, text)
        select tenant_id, id, version + 1, gen_random_uuid(), now(), '', 'review', 'working', 'working', false, null, 'Ja' from concern where id = ${id}`),
    );
    await expect(raw).rejects.toMatchObject({ codes: ['stateAllows'] });
  });

  test('does not fade before its term, or without a month of warning, whoever asks', async () => {
    const id = await aResolvedConcern();
    const ask = async (unwarned: boolean) =>
      stage.database.ask<{ faded: boolean }>(
        sql`select fade_concern(${cast.tenantId}, ${id}, null, false, ${stage.now().toISOString()}, ${unwarned}) as faded`,
      );
    stage.at('2027-03-01T08:00:00Z');
    expect(await ask(false)).toEqual({ faded: false });
    expect(await ask(true)).toEqual({ faded: false });
    stage.at('2027-03-02T08:00:00Z');
    expect(await ask(false)).toEqual({ faded: false });
    expect(await ask(true)).toEqual({ faded: true });
  });
});
