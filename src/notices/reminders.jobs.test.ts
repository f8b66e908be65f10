/** Reminders, with a moved clock: across weekends, holidays, midnight and the night an hour is skipped. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  anAppointment,
  aTalk,
  type Cast,
  openStage,
  type Stage,
  step,
} from '../../tests/support/factories.ts';
import type { StepRequest } from '../concerns/index.ts';
import { recordTerms } from '../concerns/index.ts';
import { sql } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { remindOfTheDay } from './notice.jobs.ts';
import { findNotices } from './notice.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
});
beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z'); // a Monday; there are no holidays
  cast = await aCast(stage);
});
afterAll(async () => {
  await stage.close();
  await fresh.drop();
});

const takes = (who: string, id: string, request: StepRequest) => step(stage, cast.tenantId, who, id, request);

/** What somebody was reminded of, oldest first. */
async function remindedOf(personId: string): Promise<readonly string[]> {
  const who = { tenantId: cast.tenantId, personId };
  const found = await stage.database.read(who, (reader) =>
    findNotices(reader, who, { limit: 50, kind: 'reminder' }),
  );
  return found.map(({ at, about, dueOn }) => `${at.slice(0, 10)} ${about} ${dueOn}`).toReversed();
}

/** Asks at every one of these moments. */
async function ask(...moments: readonly string[]): Promise<void> {
  for (const moment of moments) {
    stage.at(moment);
    await remindOfTheDay(stage.database);
  }
}

/** Eight o'clock in the morning on each of these days, in winter. */
const mornings = (from: string, days: number) =>
  Array.from({ length: days }, (_, nth) =>
    new Date(Date.parse(`${from}T07:00:00Z`) + nth * 86_400_000).toISOString(),
  );

async function isFree(from: string, to: string): Promise<void> {
  await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
    tx.run(sql`insert into holiday (tenant_id, id, scope, kind, name, starts_on, ends_on)
      values (${cast.tenantId}, ${newId()}, 'tenant', 'free', 'Vrij', ${from}, ${to})`),
  );
}

const invite = (startsAt: string): StepRequest => ({ step: 'plan_conversation', proposals: [startsAt] });

it('an invitation is brought to mind after four and eight school days, however often the clock asks', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await takes(cast.author, id, invite('2026-03-25T09:00:00Z'));
  await ask(...mornings('2026-03-03', 14), ...mornings('2026-03-03', 14));
  expect(await remindedOf(cast.director)).toEqual([
    '2026-03-06 answer_invitation 2026-03-16',
    '2026-03-12 answer_invitation 2026-03-16',
  ]);
  expect(await remindedOf(cast.author)).toEqual([]);
  expect(await remindedOf(cast.teamLead)).toEqual([]);
  expect(await remindedOf(cast.coordinator)).toEqual([]);
});

it('not before seven in the morning, not on a free day; a holiday moves both', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await takes(cast.author, id, invite('2026-03-25T09:00:00Z'));
  await isFree('2026-03-04', '2026-03-06'); // Wednesday and Thursday
  await ask('2026-03-06T09:00:00Z', '2026-03-07T09:00:00Z', '2026-03-09T09:00:00Z', '2026-03-10T05:59:00Z');
  expect(await remindedOf(cast.director)).toEqual([]);
  await ask('2026-03-10T06:00:00Z');
  expect(await remindedOf(cast.director)).toEqual(['2026-03-10 answer_invitation 2026-03-18']);
});

it('days are those of Amsterdam: at half past midnight it is the next day, and seven is seven in summer too', async () => {
  stage.at('2026-03-25T09:00:00Z');
  const id = await aConcernIn(stage, cast, 'with_director');
  stage.at('2026-03-25T23:30:00Z'); // Thursday 26 March, half past midnight
  await takes(cast.author, id, invite('2026-04-20T09:00:00Z'));
  // Friday 1, Monday 2, Tuesday 3, Wednesday 1 April 4; clocks went forward on Sunday.
  await ask('2026-03-31T09:00:00Z', '2026-04-01T04:59:00Z');
  expect(await remindedOf(cast.director)).toEqual([]);
  await ask('2026-04-01T05:00:00Z');
  expect(await remindedOf(cast.director)).toEqual(['2026-04-01 answer_invitation 2026-04-09']);
});

it('only a director of today is reminded, and nobody once it was done', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await takes(cast.author, id, invite('2026-03-25T09:00:00Z'));
  const acting = await anAppointment(stage, 'school_director', {
    tenantId: cast.tenantId,
    schoolId: cast.school.id,
    from: '2026-03-04',
  });
  await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
    tx.run(sql`update appointment set ends_on = '2026-03-04' where person_id = ${cast.director}`),
  );
  await ask('2026-03-06T09:00:00Z');
  expect(await remindedOf(acting)).toEqual(['2026-03-06 answer_invitation 2026-03-16']);
  await takes(acting, id, { step: 'answer_invitation', proposal: '2026-03-25T09:00:00Z' });
  await ask('2026-03-12T09:00:00Z');
  expect(await remindedOf(acting)).toHaveLength(1);
});

it('a report and a proposal to the board are brought to mind in the same way', async () => {
  const id = await aConcernIn(stage, cast, 'working');
  await ask('2026-03-06T09:00:00Z');
  expect(await remindedOf(cast.director)).toEqual(['2026-03-06 confirm_report 2026-03-16']);
  await takes(cast.director, id, { step: 'confirm_report', agrees: true });
  await takes(cast.author, id, { step: 'propose_board', whyNotAtSchool: 'Er is geld nodig.' });
  await ask('2026-03-12T09:00:00Z', '2026-03-18T09:00:00Z');
  expect((await remindedOf(cast.director)).slice(1)).toEqual([
    '2026-03-12 take_position 2026-03-20',
    '2026-03-18 take_position 2026-03-20',
  ]);
  expect(await remindedOf(cast.author)).toEqual([]);
});

it('the days are a choice of the partnership', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await takes(cast.author, id, invite('2026-03-25T09:00:00Z'));
  const { tenantId } = cast;
  const personId = await anAppointment(stage, 'administrator', { tenantId });
  await stage.database.write({ tenantId, personId }, (tx) =>
    tx.run(sql`update tenant set first_reminder = 2, second_reminder = 9 where tenant_id = ${cast.tenantId}`),
  );
  await ask(...mornings('2026-03-03', 14));
  expect(await remindedOf(cast.director)).toEqual([
    '2026-03-04 answer_invitation 2026-03-16',
    '2026-03-13 answer_invitation 2026-03-16',
  ]);
});

it('a talk is brought to mind on the last school day before it, to who is asked and who asked', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await takes(cast.author, id, invite('2026-03-09T09:00:00Z')); // a Monday
  await takes(cast.director, id, { step: 'answer_invitation', proposal: '2026-03-09T09:00:00Z' });
  await ask(...mornings('2026-03-03', 8));
  expect(await remindedOf(cast.director)).toEqual(['2026-03-06 talk 2026-03-09']);
  expect(await remindedOf(cast.author)).toEqual(['2026-03-06 talk 2026-03-09']);
  expect(await remindedOf(cast.teamLead)).toEqual([]);
});

it('an agreement is announced two school days before and named on its day, unless somebody looked back', async () => {
  const id = await aConcernIn(stage, cast, 'working'); // an agreement for 1 December, a Tuesday
  await takes(cast.director, id, { step: 'confirm_report', agrees: true });
  await ask('2026-11-26T09:00:00Z');
  expect(await remindedOf(cast.author)).toEqual([]);
  await ask('2026-11-27T09:00:00Z', '2026-11-30T09:00:00Z', '2026-12-01T09:00:00Z', '2026-12-02T09:00:00Z');
  const both = ['2026-11-27 look_back_soon 2026-12-01', '2026-12-01 look_back 2026-12-01'];
  expect(await remindedOf(cast.author)).toEqual(both);
  expect(await remindedOf(cast.director)).toEqual(both);
  expect(await remindedOf(cast.boardMember)).toEqual([]);
});

it('nothing is asked about an agreement of a concern that ended', async () => {
  const id = await aConcernIn(stage, cast, 'working');
  await takes(cast.director, id, { step: 'confirm_report', agrees: true });
  await takes(cast.author, id, { step: 'close', outcome: 'withdrawn', reason: 'Klaar.' });
  await ask('2026-11-27T09:00:00Z', '2026-12-01T09:00:00Z');
  expect(await remindedOf(cast.author)).toEqual([]);
});

it('after two invitations that nobody answered the team lead is asked to call, once', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await takes(cast.author, id, invite('2026-03-25T09:00:00Z'));
  stage.at('2026-03-17T09:00:00Z'); // the day after ten school days
  await recordTerms(stage.database);
  await ask('2026-03-18T09:00:00Z');
  expect(await remindedOf(cast.teamLead)).toEqual([]);
  await takes(cast.author, id, invite('2026-04-25T09:00:00Z'));
  stage.at('2026-04-02T09:00:00Z');
  await recordTerms(stage.database);
  await ask('2026-04-02T10:00:00Z', '2026-04-03T09:00:00Z');
  expect(await remindedOf(cast.teamLead)).toEqual(['2026-04-02 call_director null']);
  expect(await remindedOf(cast.author)).toEqual([]);
  await takes(cast.author, id, aTalk('2026-04-03', [cast.author, cast.director]));
});
