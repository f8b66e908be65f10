/** What happens beside a deed does not make it fail, and what a deed names must be there. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  aNote,
  aNoteBy,
  aTalk,
  type Cast,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../../tests/support/factories.ts';
import { type Database, type Sql, sql } from '../platform/database.ts';
import { isNumber, newId } from '../platform/ids.ts';
import { noteConcern, readConcern, takeStep } from './concern.actions.ts';
import { getConcern } from './concern.store.ts';

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

test('whoever reads while somebody else takes a step reads what came of it', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  const lead = await actorOf(stage, cast.tenantId, cast.teamLead);
  const before = await stage.database.read(lead, (reader) => getConcern(reader, lead, id));
  let moved: Promise<unknown> | undefined;
  const meanwhile = () => {
    moved ??= step(stage, cast.tenantId, cast.director, id, {
      step: 'reply',
      verdict: 'accurate',
      text: 'Ja.',
    });
    return moved;
  };
  const database: Database = {
    ...stage.database,
    write: (who, work) =>
      stage.database.write(who, (tx) =>
        work({ ...tx, run: (query) => meanwhile().then(() => tx.run(query)) }),
      ),
  };
  const read = await readConcern(deedOf(stage, { database }), lead, id);
  expect(read?.version).toBe((before?.version ?? 0) + 1);
});

test('somebody who does not exist cannot have been at a talk', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  const author = await actorOf(stage, cast.tenantId, cast.author);
  const day = stage.now().toISOString().slice(0, 10);
  const outcome = await takeStep(deedOf(stage), author, id, aTalk(day, [cast.director, newId()]));
  expect(outcome).toMatchObject({ outcome: 'refused', unmet: [{ code: 'personKnown' }] });
});

test('the writing aid looks at the theme too: nobody has to keep to the list', async () => {
  const id = await aNoteBy(stage, cast, cast.author, { theme: 'Bel 06-12345678.' });
  const author = await actorOf(stage, cast.tenantId, cast.author);
  expect(await takeStep(deedOf(stage), author, id, { step: 'share_with_director' })).toMatchObject({
    outcome: 'refused',
    unmet: [{ code: 'noOpenMarks' }],
  });
});

test('a number that another concern has already is drawn again', async () => {
  const taken = await aNoteBy(stage, cast);
  const author = await actorOf(stage, cast.tenantId, cast.author);
  const before = await stage.database.read(author, (reader) => getConcern(reader, author, taken));
  let drawn = 0;
  const takenFirst = (query: Sql) => {
    if (!query.text.startsWith('insert into concern (')) return query;
    drawn += 1;
    expect(isNumber(String(query.values[2]))).toBe(true);
    return drawn === 1 ? sql(query.strings, ...query.values.toSpliced(2, 1, before?.number)) : query;
  };
  const database: Database = {
    ...stage.database,
    write: (who, work) =>
      stage.database.write(who, (tx) => work({ ...tx, run: (query) => tx.run(takenFirst(query)) })),
  };
  const outcome = await noteConcern(deedOf(stage, { database }), author, aNote(cast.school.code));
  expect(outcome).toMatchObject({ outcome: 'taken' });
  expect(drawn).toBe(2);
});

test('that a name was confirmed stands in the access log, without the name', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  const director = await actorOf(stage, cast.tenantId, cast.director);
  const reply = { step: 'reply', verdict: 'accurate', text: 'Dat zag Daan ook.' } as const;
  expect(await takeStep(deedOf(stage), director, id, reply)).toMatchObject({ outcome: 'refused' });
  expect(await takeStep(deedOf(stage), director, id, { ...reply, acceptedMarks: ['Daan'] })).toMatchObject({
    outcome: 'taken',
  });
  const owner = new pg.Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
  const logged = await owner
    .query({
      text: 'select action from audit where subject_id = $1 and person_id = $2 order by action',
      values: [id, cast.director],
    })
    .finally(() => owner.end());
  expect(logged.rows.map((row) => row.action)).toEqual(['accept_marks', 'reply']);
});

test('a confirmation of what no text holds is not logged', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  const director = await actorOf(stage, cast.tenantId, cast.director);
  const reply = { step: 'reply', verdict: 'accurate', text: 'Dat zag ik ook.' } as const;
  await takeStep(deedOf(stage), director, id, { ...reply, acceptedMarks: ['Daan'] });
  const owner = new pg.Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
  const logged = await owner
    .query({
      text: 'select action from audit where subject_id = $1 and person_id = $2 order by action',
      values: [id, cast.director],
    })
    .finally(() => owner.end());
  expect(logged.rows.map((row) => row.action)).toEqual(['reply']);
});
