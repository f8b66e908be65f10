/** What goes by mail and when: by own choice, once, on school days, and never to who may not know any more. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  type Cast,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../../tests/support/factories.ts';
import { readConcern } from '../concerns/index.ts';
import { sql } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { chooseMail } from './notice.actions.ts';
import { mailNotices, remindOfTheDay } from './notice.jobs.ts';
import { type Choice, defaultChoices } from './notice.rules.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;
let gate: pg.Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  gate = new pg.Client({ connectionString: fresh.ownerUrl });
  await gate.connect();
  await gate.query('set role kortelijn_gate');
});
beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z'); // a Monday
  cast = await aCast(stage);
});
afterAll(async () => {
  await gate.end();
  await stage.close();
  await fresh.drop();
});

interface Letter {
  readonly kind: string;
  readonly line: string;
}

async function lettersTo(personId: string): Promise<readonly Letter[]> {
  const { rows } = await gate.query<Letter>(
    `select kind, lines[1] as line from outbox where person_id = $1 and kind in ('notices', 'overview') order by made_at, key`,
    [personId],
  );
  return rows;
}

async function choose(personId: string, choice: Choice): Promise<void> {
  const all = Object.fromEntries(Object.keys(defaultChoices).map((kind) => [kind, choice]));
  const actor = await actorOf(stage, cast.tenantId, personId);
  await chooseMail(deedOf(stage), actor, { ...defaultChoices, ...all });
}

async function isFree(from: string, to: string): Promise<void> {
  await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
    tx.run(sql`insert into holiday (tenant_id, id, scope, kind, name, starts_on, ends_on)
      values (${cast.tenantId}, ${newId()}, 'tenant', 'free', 'Vrij', ${from}, ${to})`),
  );
}

const single = { kind: 'notices', line: 'Er is 1 nieuw bericht voor u.' };
const double = { kind: 'notices', line: 'Er zijn 2 nieuwe berichten voor u.' };
const overview = (n: number) => ({
  kind: 'overview',
  line: n === 1 ? 'Er is 1 bericht dat u nog niet las.' : `Er zijn ${n} berichten die u nog niet las.`,
});

it('one letter for all that came since the last minute; none for the doer; nothing twice', async () => {
  await aConcernIn(stage, cast, 'with_director');
  await aConcernIn(stage, cast, 'with_director');
  await Promise.all([mailNotices(stage.database), mailNotices(stage.database)]);
  await mailNotices(stage.database);
  expect(await lettersTo(cast.director)).toEqual([double]);
  expect(await lettersTo(cast.author)).toEqual([]);
  await aConcernIn(stage, cast, 'with_director');
  await mailNotices(stage.database);
  expect(await lettersTo(cast.director)).toEqual([double, single]);
});

it('a second job waits for the first: together they would lay a letter for each notice', async () => {
  await aConcernIn(stage, cast, 'with_director');
  await gate.query(`begin; select pg_advisory_xact_lock(hashtextextended('mail new notices', 0))`);
  try {
    const second = mailNotices(stage.database).then(() => 'done');
    const waited = new Promise((resolve) => setTimeout(resolve, 300, 'waits'));
    expect(await Promise.race([second, waited])).toBe('waits');
    await gate.query('commit');
    await second;
  } finally {
    await gate.query('rollback');
  }
  expect(await lettersTo(cast.director)).toEqual([single]);
});

it('a letter says nothing of what it is about', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await mailNotices(stage.database);
  const { rows } = await gate.query('select subject, lines, link, key from outbox where person_id = $1', [
    cast.director,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    subject: 'Er is iets nieuws in Kortelijn',
    lines: ['Er is 1 nieuw bericht voor u.'],
    link: '/berichten',
  });
  expect(JSON.stringify(rows)).not.toContain(id);
});

it('what was read meanwhile brings no letter', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await readConcern(deedOf(stage), await actorOf(stage, cast.tenantId, cast.director), id);
  await mailNotices(stage.database);
  expect(await lettersTo(cast.director)).toEqual([]);
  expect(await lettersTo(cast.teamLead)).toEqual([single]);
});

it('who may not read it any more when the letter is laid ready gets none', async () => {
  await aConcernIn(stage, cast, 'with_director');
  await stage.database.write({ operatorFor: cast.tenantId }, async (tx) => {
    await tx.run(sql`update appointment set ends_on = '2026-03-02' where person_id = ${cast.director}`);
    await tx.run(sql`update person set suspended_at = now() where id = ${cast.teamLead}`);
  });
  await mailNotices(stage.database);
  expect(await lettersTo(cast.director)).toEqual([]);
  expect(await lettersTo(cast.teamLead)).toEqual([]);
});

it('everybody chooses: at once, in the overview, or never', async () => {
  await choose(cast.director, 'never');
  await choose(cast.teamLead, 'daily');
  await aConcernIn(stage, cast, 'with_director');
  await mailNotices(stage.database);
  expect(await lettersTo(cast.director)).toEqual([]);
  expect(await lettersTo(cast.teamLead)).toEqual([]);
  stage.at('2026-03-03T06:00:00Z'); // Tuesday, seven o'clock
  await remindOfTheDay(stage.database);
  expect(await lettersTo(cast.director)).toEqual([]);
  expect(await lettersTo(cast.teamLead)).toEqual([overview(1)]);
});

it('the overview comes at seven on a school day, once, with what was not read', async () => {
  await choose(cast.teamLead, 'daily');
  stage.at('2026-03-06T12:00:00Z'); // Friday
  await aConcernIn(stage, cast, 'working');
  await mailNotices(stage.database);
  await isFree('2026-03-09', '2026-03-10');
  for (const hour of [
    '2026-03-07T09:00:00Z',
    '2026-03-08T09:00:00Z',
    '2026-03-09T09:00:00Z',
    '2026-03-10T05:59:00Z',
  ]) {
    stage.at(hour);
    await remindOfTheDay(stage.database);
    expect(await lettersTo(cast.teamLead), hour).toEqual([]);
  }
  stage.at('2026-03-10T06:00:00Z');
  await Promise.all([remindOfTheDay(stage.database), remindOfTheDay(stage.database)]);
  await remindOfTheDay(stage.database);
  expect(await lettersTo(cast.teamLead)).toEqual([overview(2)]);
  stage.at('2026-03-11T06:00:00Z'); // Nothing new: no letter.
  await remindOfTheDay(stage.database);
  expect(await lettersTo(cast.teamLead)).toEqual([overview(2)]);
});

it('seven is seven on the clock, also when it was just put forward', async () => {
  await choose(cast.teamLead, 'daily');
  stage.at('2026-03-28T12:00:00Z'); // the night of 29 March has an hour less
  await aConcernIn(stage, cast, 'with_director');
  await mailNotices(stage.database);
  stage.at('2026-03-30T04:59:00Z');
  await remindOfTheDay(stage.database);
  expect(await lettersTo(cast.teamLead)).toEqual([]);
  stage.at('2026-03-30T05:00:00Z');
  await remindOfTheDay(stage.database);
  expect(await lettersTo(cast.teamLead)).toEqual([overview(1)]);
});

it('the overview leaves out what its reader lost sight of', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await step(stage, cast.tenantId, cast.director, id, {
    step: 'add_participant',
    personId: cast.coordinator,
  });
  await step(stage, cast.tenantId, cast.director, id, { step: 'reply', verdict: 'accurate', text: 'Ja.' });
  await mailNotices(stage.database);
  await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
    tx.run(sql`update appointment set ends_on = '2026-03-03' where person_id = ${cast.coordinator}`),
  );
  stage.at('2026-03-03T06:00:00Z');
  await remindOfTheDay(stage.database);
  expect(await lettersTo(cast.coordinator)).toEqual([single]); // of when they still could
  expect(await lettersTo(cast.author)).toEqual([overview(2)]);
});

it('after a day without power it is no news at once any more, and after a week no news at all', async () => {
  await aConcernIn(stage, cast, 'with_director');
  stage.at('2026-03-05T08:00:00Z');
  await aConcernIn(stage, cast, 'with_director');
  stage.at('2026-03-09T12:00:00Z'); // the first is seven days old, the second four
  await mailNotices(stage.database);
  expect(await lettersTo(cast.director)).toEqual([]);
  await remindOfTheDay(stage.database);
  expect(await lettersTo(cast.director)).toEqual([overview(1)]);
});
