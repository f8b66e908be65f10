/** The drill: what was blackened, dropped or faded after a backup was made does not come back with it. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { blackenWords } from '../../src/concerns/blackening/blacken.actions.ts';
import { takeStep } from '../../src/concerns/concern.actions.ts';
import { getConcern } from '../../src/concerns/concern.store.ts';
import { eraseAfterRestore, eraseByTerm } from '../../src/concerns/index.ts';
import { backup } from '../../src/platform/backup.ts';
import { journalIn, keepJournal, readJournal } from '../../src/platform/erasure-journal.store.ts';
import { migrationsFolder } from '../../src/platform/project.ts';
import { finishRestore, requireFinished, restore } from '../../src/platform/restore.ts';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  aCast,
  actorOf,
  aNoteBy,
  anAppointment,
  type Cast,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../support/factories.ts';

const folder = mkdtempSync(join(tmpdir(), 'kortelijn-erasure-'));
const file = join(folder, 'backup.gz');
/** Words that must not come back, by the deed that took them away. */
const gone = {
  blackenedNote: 'Vlinderstruik',
  blackenedReport: 'Kamperfoelie',
  dropped: 'Sleedoorn',
  faded: 'Hazelaar',
} as const;
let cast: Cast;
let ids: Readonly<Record<'shared' | 'note' | 'later', string>>;

const canary = (word: string) => `Hier staat ${word} in een zin.`;

async function textIn(database: FreshDatabase): Promise<string> {
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(database.ownerUrl).pathname;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    );
    const texts: string[] = [];
    for (const { name } of tables.rows) {
      const found = await client.query<{ all: string }>(
        `select coalesce(json_agg(t), '[]')::text as all from public."${name}" t`,
      );
      texts.push(found.rows[0]?.all ?? '');
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}

const found = (text: string) =>
  Object.entries(gone)
    // A search index folds and stems; what it keeps of a word is its beginning.
    .filter(([, word]) => text.toLowerCase().includes(word.toLowerCase().slice(0, -1)))
    .map(([name]) => name);

async function blacken(stage: Stage, id: string, entry: number | null, field: string, word: string) {
  const author = await actorOf(stage, cast.tenantId, cast.author);
  const request = { entry, field, words: [word], reason: 'name' } as const;
  expect((await blackenWords(deedOf(stage), author, id, request)).outcome).toBe('taken');
}

beforeAll(async () => {
  const fresh = await freshDatabase();
  const stage = openStage(fresh);
  cast = await aCast(stage);
  const { tenantId, author } = cast;
  await anAppointment(stage, 'privacy_officer', { tenantId });
  const accepted = Object.values(gone);
  const noted = (word: string) => aNoteBy(stage, cast, author, { observation: canary(word) });
  const share = { step: 'share_with_director', acceptedMarks: accepted } as const;
  const shared = await noted(gone.blackenedNote);
  await step(stage, tenantId, author, shared, share);
  await step(stage, tenantId, author, shared, {
    step: 'hold_conversation',
    heldOn: '2026-03-02',
    present: [author, cast.director],
    report: canary(gone.blackenedReport),
    goesWell: 'Er is rust.',
    noAgreementsBecause: 'Dat komt later.',
    acceptedMarks: accepted,
  });
  const finished = await noted(gone.faded);
  await step(stage, tenantId, author, finished, share);
  await step(stage, tenantId, author, finished, {
    step: 'close',
    outcome: 'withdrawn',
    reason: 'Het is over.',
  });
  // Still a note when the backup is made, and other words in it than when it is shared.
  const later = await noted(gone.blackenedNote);
  stage.at('2027-01-04T08:00:00Z');
  const note = await noted(gone.dropped);
  await backup(fresh.ownerUrl, file);

  await step(stage, tenantId, author, later, { ...share, observation: `Ook ${canary(gone.blackenedNote)}` });
  await blacken(stage, later, null, 'observation', gone.blackenedNote);
  await blacken(stage, shared, null, 'observation', gone.blackenedNote);
  const talk = 3;
  await blacken(stage, shared, talk, 'text', gone.blackenedReport);
  const dropped = await takeStep(deedOf(stage), await actorOf(stage, tenantId, author), note, {
    step: 'drop',
  });
  expect(dropped.outcome).toBe('taken');
  for (const night of ['2027-02-01', '2027-03-05']) {
    stage.at(`${night}T02:00:00Z`);
    await eraseByTerm(stage.database);
    await keepJournal(stage.database, folder);
  }
  expect(found(await textIn(fresh))).toEqual([]);
  ids = { shared, note, later };
  await stage.close();
  await fresh.drop();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Puts the backup in an empty database. */
async function restored(): Promise<{ readonly database: FreshDatabase; readonly stage: Stage }> {
  const database = await emptyDatabase();
  await restore(database.ownerUrl, 'kortelijn_app', migrationsFolder, file);
  return { database, stage: openStage(database, '2027-03-05T08:00:00Z') };
}

describe('a backup that is put back', () => {
  test('brings everything back as long as nothing is erased again, and nothing serves from it', async () => {
    const { database, stage } = await restored();
    expect(found(await textIn(database))).toEqual(Object.keys(gone));
    await expect(requireFinished(database.appUrl)).rejects.toThrow('nog niet opnieuw gewist');
    await stage.close();
    await database.drop();
  });

  test('brings back no word that the journal took away, and then serves', async () => {
    const { database, stage } = await restored();
    const none = async () => undefined;
    const journal = readJournal(journalIn(folder));
    expect(await finishRestore(database.ownerUrl, stage.database, journal, none)).toBe(5);
    expect(found(await textIn(database))).toEqual([]);
    await requireFinished(database.appUrl);
    const author = await actorOf(stage, cast.tenantId, cast.author);
    const read = (id: string) => stage.database.read(author, (reader) => getConcern(reader, author, id));
    expect((await read(ids.shared))?.observation).toBe('Hier staat █████ in een zin.');
    expect((await read(ids.shared))?.entries.find((entry) => entry.version === 3)?.text).toBe(
      'Hier staat █████ in een zin.',
    );
    // In the backup it was a note with other words: all of that text goes.
    expect((await read(ids.later))?.observation).toBe('█████');
    expect(await read(ids.note)).toBeUndefined();
    // Once more does nothing.
    expect(await finishRestore(database.ownerUrl, stage.database, journal, none)).toBe(0);
    await stage.close();
    await database.drop();
  });

  test('loses what is past its term without the journal too, and keeps the rest', async () => {
    const { database, stage } = await restored();
    await finishRestore(database.ownerUrl, stage.database, [], eraseAfterRestore);
    // The finished concern and the notes go by their term; what was blackened is known by the journal alone.
    expect(found(await textIn(database))).toEqual(['blackenedNote', 'blackenedReport']);
    await stage.close();
    await database.drop();
  });
});

describe('the journal', () => {
  test('holds ids and places for its owner alone, and no word that was erased', () => {
    expect(statSync(journalIn(folder)).mode & 0o777).toBe(0o600);
    const text = readFileSync(journalIn(folder), 'utf8');
    expect(found(text)).toEqual([]);
    expect(text).toContain(ids.shared);
    expect(readJournal(journalIn(folder)).map((one) => one['kind'])).toEqual([
      'blackened',
      'blackened',
      'blackened',
      'dropped',
      'faded',
    ]);
  });

  test('passes over a line that a crash cut off, and refuses another file', () => {
    const cut = join(folder, 'cut.jsonl');
    writeFileSync(cut, readFileSync(journalIn(folder)));
    appendFileSync(cut, '{"tenant_id": "0190');
    expect(readJournal(cut)).toHaveLength(5);
    writeFileSync(cut, 'iets anders\n');
    expect(() => readJournal(cut)).toThrow('geen wisboek');
  });
});
