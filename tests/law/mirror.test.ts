/** A concern about the partnership: rules and database agree, and only who design names reads it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { openStage, type Stage } from '../support/factories.ts';
import { shareOf } from '../support/share.ts';
import { type Comparison, comparisonOf } from './compare.ts';
import { aMirroredWorld, bare, both } from './mirror-world.ts';
import { openRawSql, type RawSql } from './raw.ts';
import { everyRow, mayRead, type Reach, seenBy } from './reading.ts';
import { clocks, type World } from './world.ts';

let fresh: FreshDatabase;
let stage: Stage;
let raw: RawSql;
let world: World;
let comparison: Comparison;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  raw = await openRawSql(fresh);
  world = await aMirroredWorld(stage);
  comparison = comparisonOf(stage, raw, world);
});

afterAll(async () => {
  await raw.close();
  await stage.close();
  await fresh.drop();
});

/** Whose answers differ most: those around the concern, and one of each kind who stands outside. */
const kinds = [
  ...['author', 'director', 'newDirector', 'coordinator', 'teamLead', 'leadAndContact', 'boardMember'],
  ...['joinedContact', 'otherCoordinator', 'leavingTeacher', 'schoolBoard', 'specialist', 'leadAndUpper'],
];

/** As in protocol.test.ts. */
const share = shareOf('MATRIX', 6);
const tries = (kind: string, nth: number) => /^(author|director)$/.test(kind) || share.takes(nth);

async function wrongAt(clock: string, names: readonly string[], whoTries = tries) {
  const wrong: string[] = [];
  for (const [row, name] of names.entries())
    for (const [column, kind] of kinds.entries()) {
      if (!whoTries(kind, row + column)) continue;
      const who = world.people[kind];
      if (who === undefined) throw new Error(kind);
      const found = await comparison.disagreements(clock, world.concerns[name] ?? '', who);
      wrong.push(...found.map((one) => `${name} / ${kind} / ${one}`));
    }
  return wrong.slice(0, 40);
}

test.each(clocks)(
  'at %s every step of a mirrored concern is taken or refused for the same reasons by both',
  { timeout: 300_000 },
  async (clock) => {
    expect(await wrongAt(clock, Object.keys(world.concerns))).toEqual([]);
  },
);

test('when nobody can be addressed, or the only one above is the same person, both say so', {
  timeout: 300_000,
}, async () => {
  const before = new Set(comparison.accepted.refused);
  const standing = ['noted', 'with_director', 'working', 'board_proposed heard'];
  expect(await wrongAt(`${bare}T08:00:00Z`, standing, () => true)).toEqual([]);
  expect(await wrongAt(`${both}T08:00:00Z`, standing, () => true)).toEqual([]);
  const fresh = [...comparison.accepted.refused].filter((one) => !before.has(one)).join();
  for (const need of ['directorAppointed', 'boardKnown', 'boardNotOnlyDirector'])
    expect(fresh).toContain(need);
  console.log(`${comparison.accepted.cells} attempts, ${comparison.accepted.done} accepted`);
  expect(comparison.accepted.done).toBeGreaterThan(200);
});

/** By hand: what each reads of concerns that were not put forward, and of those that were; before and after 1 April. */
type Two = readonly [before: Reach, after: Reach];
const always = (reach: Reach): Two => [reach, reach];
const around: Readonly<Record<string, Two>> = {
  author: always('nothing'),
  director: ['all', 'nothing'],
  newDirector: ['nothing', 'all'],
  actingDirector: ['nothing', 'all'],
  teamLead: always('all'),
  leadAndContact: always('all'),
};
const upper: Readonly<Record<string, Two>> = {
  boardMember: always('what the board sees'),
  lateBoardMember: ['nothing', 'what the board sees'],
  leavingBoardMember: ['what the board sees', 'nothing'],
};
const authors: Readonly<Record<string, string>> = {
  'noted by who leaves': 'leavingTeacher',
  'with_director by who leaves': 'leavingTeacher',
  'working by who leaves': 'leavingTeacher',
  'noted by team lead': 'leadAndContact',
  'board_proposed by team lead': 'leadAndContact',
};
const withCoordinator = [
  ...['with_director participant', 'with_director invited', 'with_director accepted'],
  ...['with_director other date', 'with_director answered by participant', 'working invited'],
  'with_board invited',
];

/** Who wrote it and still works there reads all; who was let in too; a contact person only so. Nobody else of any school or board. */
function reachOf(kind: string, nth: 0 | 1, concern: string): Reach {
  const wrote = (authors[concern] ?? 'author') === kind && !(kind === 'leavingTeacher' && nth === 1);
  if (wrote) return 'all';
  if (concern.startsWith('noted')) return 'nothing';
  if (kind === 'coordinator' && withCoordinator.includes(concern)) return 'all';
  if (kind === 'joinedContact' && concern === 'with_director contact joined') return 'all';
  const forward = concern.startsWith('with_board') ? upper[kind]?.[nth] : undefined;
  return around[kind]?.[nth] ?? forward ?? 'nothing';
}

const moments = [...clocks, '2026-03-31T21:59:59Z', '2026-03-31T22:00:00Z'];

test.each(moments)('at %s everybody sees their part of a mirrored concern and no more', async (clock) => {
  const rows = await everyRow(raw);
  const names = new Map(Object.entries(world.concerns).map(([name, id]) => [id, name]));
  const nth = Date.parse(clock) < Date.parse('2026-03-31T22:00:00Z') ? 0 : 1;
  for (const kind of Object.keys(world.people)) {
    const should = rows
      .filter((row) => mayRead(reachOf(kind, nth, names.get(row.concern) ?? ''), row))
      .map(({ source, id }) => `${source} ${id}`)
      .sort();
    const seen = await seenBy(raw, world, kind, clock).catch(() => []);
    expect({ kind, seen }).toEqual({ kind, seen: should });
  }
  expect(rows.length).toBeGreaterThan(200);
});

test('the circle of a mirrored concern is exactly who reads it', async () => {
  for (const clock of clocks) {
    const found = await raw.client.query<{ id: string; reader: string }>(
      `select c.id, reader from concern c, concern_circle(c, day_of($1::timestamptz)) as reader`,
      [clock],
    );
    const told = found.rows.map(({ id, reader }) => `${id} ${reader}`).sort();
    const seen: string[] = [];
    for (const who of Object.values(world.people)) {
      const rows = await raw.rows<{ id: string }>(who, clock, 'select id from concern').catch(() => []);
      seen.push(...rows.map(({ id }) => `${id} ${who.personId}`));
    }
    expect(told).toEqual(seen.sort());
  }
});

test('nobody of the partnership, no contact person and no other school can note one', async () => {
  const { tenantId, school } = world.cast;
  const note = `insert into concern (tenant_id, id, number, about, school_id, author_id, noticed_on, occasion, observation)
    values ('${tenantId}', gen_random_uuid(), 'ZZZZZ2', 'partnership', '${school.id}', app_person(), '2026-03-01', 'x', 'x')`;
  const verdicts: Record<string, string> = {};
  for (const [kind, who] of Object.entries(world.people))
    verdicts[kind] = ((await raw.tryAll(who, clocks[0], [note]))[0] ?? '').slice(0, 5);
  const may = Object.keys(verdicts).filter((kind) => verdicts[kind] === 'done');
  expect(may.sort()).toEqual(['author', 'coordinator', 'leadAndContact', 'leavingTeacher', 'teamLead']);
  expect(verdicts['otherCoordinator']).toBe('42501');
  expect(verdicts['director']).toBe('42501');
});
