/** A deed is taken whole, or refused whole with the reason. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  aNote,
  aNoteBy,
  anAppointment,
  aTalk,
  type Cast,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../../tests/support/factories.ts';
import { sql } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { Deed } from '../platform/route.ts';
import { noteConcern, type Outcome, readConcern, takeStep } from './concern.actions.ts';
import type { StepRequest } from './concern.input.ts';
import { type ConcernRow, getConcern } from './concern.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aCast(stage);
});

afterAll(async () => {
  await stage.close();
  await fresh.drop();
});

const take = async (
  who: string,
  id: string,
  request: StepRequest,
  more: Partial<Deed> = {},
): Promise<Outcome> => takeStep(deedOf(stage, more), await actorOf(stage, cast.tenantId, who), id, request);

async function rowOf(id: string, who = cast.author): Promise<ConcernRow> {
  const actor = await actorOf(stage, cast.tenantId, who);
  const row = await stage.database.read(actor, (reader) => getConcern(reader, actor, id));
  if (row === undefined) throw new Error('not seen');
  return row;
}

type Counts = Readonly<Record<'audit' | 'entries' | 'people' | 'agreements' | 'conversations', number>>;

/** Reads the whole database, as backup does. */
async function readAll<Row extends pg.QueryResultRow>(
  query: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: fresh.ownerUrl, options: '-c role=kortelijn_operator' });
  await client.connect();
  return client
    .query<Row>(query, [...values])
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

const counts = async () =>
  (
    await readAll<Counts>(`select (select count(*)::int from audit) as audit, (select count(*)::int from concern_entry) as entries,
      (select count(*)::int from concern_entry_person) as people, (select count(*)::int from agreement) as agreements,
      (select count(*)::int from conversation) as conversations`)
  )[0];

const today = () => stage.now().toISOString().slice(0, 10);
const reply: StepRequest = { step: 'reply', verdict: 'accurate', text: 'Dat klopt.' };

test('a step that may not be taken yet is refused with every reason, and nothing is written', async () => {
  const id = await aNoteBy(stage, cast, cast.author, { meaningForChildren: undefined, goesWell: undefined });
  const before = await counts();
  const outcome = await take(cast.author, id, { step: 'share_with_director' });
  expect(outcome).toMatchObject({
    outcome: 'refused',
    unmet: [{ code: 'meaningForChildren' }, { code: 'goesWell' }],
  });
  expect(await counts()).toEqual(before);
});

test('what belongs to another part is forbidden, what one cannot see is not there', async () => {
  const stranger = await anAppointment(stage, 'teacher', {
    tenantId: cast.tenantId,
    schoolId: cast.school.id,
  });
  const foreign = await aCast(stage);
  const id = await aConcernIn(stage, cast, 'with_director');
  expect(await take(cast.author, id, reply)).toEqual({ outcome: 'forbidden' });
  expect(await take(stranger, id, reply)).toEqual({ outcome: 'notFound' });
  expect(await take(cast.boardMember, id, { step: 'add_view', text: 'x' })).toEqual({ outcome: 'notFound' });
  const actor = await actorOf(stage, foreign.tenantId, foreign.director);
  expect(await takeStep(deedOf(stage), actor, id, reply)).toEqual({ outcome: 'notFound' });
  expect(await take(cast.director, newId(), reply)).toEqual({ outcome: 'notFound' });
});

test('who saw an older version is told how it stands now', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  const { version } = await rowOf(id);
  await step(stage, cast.tenantId, cast.director, id, reply);
  const outcome = await take(cast.director, id, reply, { version });
  expect(outcome).toMatchObject({ outcome: 'stale', concern: { version: version + 1 } });
});

test('the same request twice does one thing and gets one answer; the key for another request is refused', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  const once = { key: newId(), request: [id, reply] };
  const first = await take(cast.director, id, reply, { once });
  const before = await counts();
  expect(await take(cast.director, id, reply, { once })).toEqual(first);
  expect(await counts()).toEqual(before);
  const other = { key: once.key, request: [id, 'other'] };
  expect(await take(cast.director, id, reply, { once: other })).toEqual({ outcome: 'keyReused' });
  // A key belongs to a person: the same one of somebody else is another.
  const talk = aTalk(today(), [cast.director]);
  expect(await take(cast.author, id, talk, { once: other })).toMatchObject({ outcome: 'taken' });
});

test('the same request twice at once does one thing', async () => {
  for (let round = 0; round < 10; round += 1) {
    const once = { key: newId(), request: round };
    const actor = await actorOf(stage, cast.tenantId, cast.author);
    const before = await counts();
    const note = () => noteConcern(deedOf(stage, { once }), actor, aNote(cast.school.code));
    const [one, other] = await Promise.all([note(), note()]);
    expect(one).toEqual(other);
    expect(one.outcome).toBe('taken');
    expect((await counts())?.audit).toBe((before?.audit ?? 0) + 1);
  }
});

test('a refusal is not remembered under its key', async () => {
  const id = await aNoteBy(stage, cast, cast.author, { goesWell: undefined });
  const once = { key: newId(), request: 'share' };
  expect(await take(cast.author, id, { step: 'share_with_director' }, { once })).toMatchObject({
    outcome: 'refused',
  });
  await step(stage, cast.tenantId, cast.author, id, { step: 'revise', goesWell: 'Veel.' });
  expect(await take(cast.author, id, { step: 'share_with_director' }, { once })).toMatchObject({
    outcome: 'taken',
  });
});

test('two who decide at once: exactly one wins, thirty times', { timeout: 60_000 }, async () => {
  const lead = await anAppointment(stage, 'team_lead', { tenantId: cast.tenantId });
  for (let round = 0; round < 30; round += 1) {
    const id = await aConcernIn(stage, cast, 'board_proposed');
    await step(stage, cast.tenantId, cast.director, id, {
      step: 'take_position',
      position: 'agrees',
      text: 'Ja.',
    });
    const { version } = await rowOf(id);
    const outcomes = await Promise.all([
      take(cast.teamLead, id, { step: 'share_with_board' }, { version }),
      take(lead, id, { step: 'not_to_board', reason: 'Eerst dit.', reviewOn: '2027-01-01' }, { version }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['stale', 'taken']);
    expect((await rowOf(id)).version).toBe(version + 1);
    const won = outcomes[0]?.outcome === 'taken' ? 'with_board' : 'working';
    expect((await rowOf(id)).status).toBe(won);
  }
});

test('a step stands whole: entry, what belongs to it, move and audit row; or not at all', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  const before = await counts();
  await step(stage, cast.tenantId, cast.author, id, aTalk(today(), [cast.author, cast.director]));
  expect(await counts()).toEqual({
    audit: (before?.audit ?? 0) + 1,
    entries: (before?.entries ?? 0) + 1,
    people: (before?.people ?? 0) + 2,
    agreements: (before?.agreements ?? 0) + 1,
    conversations: before?.conversations,
  });
  // The date breaks after the people were written.
  const talk = {
    ...aTalk(today(), [cast.director]),
    agreements: [{ what: 'x', who: 'x', by: 'geen dag', childrenNotice: 'x' }],
  };
  const half = await counts();
  await expect(take(cast.author, id, talk as StepRequest)).rejects.toThrow(/date/);
  expect(await counts()).toEqual(half);
});

test('a director’s note about the own school is with the director at once, or is not made', async () => {
  const id = await aNoteBy(stage, cast, cast.director);
  expect((await rowOf(id)).status).toBe('with_director');
  const before = await counts();
  const actor = await actorOf(stage, cast.tenantId, cast.director);
  const bare = { ...aNote(cast.school.code), goesWell: undefined };
  expect(await noteConcern(deedOf(stage), actor, bare)).toMatchObject({
    outcome: 'refused',
    unmet: [{ code: 'goesWell' }],
  });
  expect(await counts()).toEqual(before);
});

test('a dropped note is gone, its text too, and leaves one figure', async () => {
  const id = await aNoteBy(stage, cast);
  expect(await take(cast.author, id, { step: 'drop' })).toMatchObject({ outcome: 'taken', dropped: true });
  await expect(rowOf(id)).rejects.toThrow('not seen');
  expect(await take(cast.author, id, { step: 'drop' })).toEqual({ outcome: 'notFound' });
});

test('a number or an address in the text stops the sharing', async () => {
  const id = await aNoteBy(stage, cast, cast.author, { observation: 'Bel 06-12345678.' });
  const outcome = await take(cast.author, id, { step: 'share_with_director' });
  expect(outcome).toMatchObject({ outcome: 'refused', unmet: [{ code: 'noOpenMarks' }] });
});

test('reading a concern is told in the access log and, once it is shared, in the ledger; a note is not', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  const actor = await actorOf(stage, cast.tenantId, cast.director);
  const ledger = async () =>
    stage.database.read(actor, (reader) =>
      reader.rows(sql`select kind from disclosure where tenant_id = ${cast.tenantId} and concern_id = ${id}`),
    );
  expect(await ledger()).toEqual([{ kind: 'told' }]);
  const before = await counts();
  await readConcern(deedOf(stage), actor, id);
  await readConcern(deedOf(stage), actor, id);
  expect(await ledger()).toHaveLength(2);
  expect((await counts())?.audit).toBe((before?.audit ?? 0) + 2);
});

test('audit rows hold no text of a concern', async () => {
  const mark = 'Zeldzaamwoord';
  const id = await aNoteBy(stage, cast, cast.author, {
    observation: `${mark} gezien.`,
    theme: mark,
    occasion: mark,
  });
  await step(stage, cast.tenantId, cast.author, id, { step: 'share_with_director' });
  await step(stage, cast.tenantId, cast.director, id, { step: 'reply', verdict: 'addition', text: mark });
  const found = await readAll<{ row: string }>('select audit::text as row from audit where subject_id = $1', [
    id,
  ]);
  expect(found).toHaveLength(3);
  expect(found.map(({ row }) => row).join()).not.toContain(mark);
});
