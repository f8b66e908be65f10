/** What a specialist writes down, what a school says of it, and what neither may do. */
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import {
  aCast,
  actorOf,
  anAppointment,
  aSchool,
  type Cast,
  deedOf,
  openStage,
  type School,
  type Stage,
} from '../../../tests/support/factories.ts';
import { aQuestionFor, openSuperuser } from '../../../tests/support/visits.ts';
import { sql } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { answer, confirmMany } from './answer.actions.ts';
import { changeVisit, recordVisit, takeBackVisit } from './visit.actions.ts';
import type { AnswerInput, VisitInput } from './visit.input.ts';
import { findVisits, getVisit, visitsToAnswer } from './visit.store.ts';
import { saveVisit } from './visit-writes.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let superuser: pg.Client;
let cast: Cast;
let elsewhere: School;
let specialist: string;
let question: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  superuser = await openSuperuser(fresh);
  stage.at('2026-03-02T08:00:00Z');
  cast = await aCast(stage);
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});
beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z');
  const { tenantId, boardId } = cast;
  elsewhere = await aSchool(stage, tenantId, boardId);
  specialist = await anAppointment(stage, 'specialist', { tenantId });
  question = await aQuestionFor(superuser, cast, specialist);
});

const visit = (more: Partial<VisitInput> = {}): VisitInput => ({
  schools: [cast.school.code],
  date: '2026-03-02',
  minutes: 60,
  kind: 'coaching',
  split: [{ minutes: 60, supportQuestionId: question }],
  ...more,
});
const record = async (more: Partial<VisitInput> = {}, who = specialist, once?: string) =>
  recordVisit(
    deedOf(stage, once === undefined ? {} : { once: { key: once, request: more } }),
    await actorOf(stage, cast.tenantId, who),
    visit(more),
  );
const recorded = async (more: Partial<VisitInput> = {}) => {
  const outcome = await record(more);
  if (outcome.outcome !== 'taken') throw new Error(JSON.stringify(outcome));
  return outcome.id;
};
const seenBy = async (who: string, id: string) =>
  stage.database.read({ tenantId: cast.tenantId, personId: who }, (reader) =>
    getVisit(reader, cast.tenantId, id),
  );
const versionOf = async (id: string) => (await seenBy(specialist, id))?.version;
const say = async (who: string, id: string, input: Partial<AnswerInput> = {}, version?: number) => {
  const actor = await actorOf(stage, cast.tenantId, who);
  const said = { schoolCode: cast.school.code, verdict: 'confirmed' as const, ...input };
  return answer(deedOf(stage, { version }), actor, id, said);
};
const codes = (outcome: Awaited<ReturnType<typeof record>>) =>
  outcome.outcome === 'refused' ? outcome.faults.map(({ code }) => code) : outcome.outcome;

describe('a visit', () => {
  test('is written whole: schools, shares, participants', async () => {
    const id = await recorded({
      schools: [cast.school.code, elsewhere.code],
      travelMinutes: 20,
      preparationMinutes: 15,
      participants: [{ role: 'teachers', number: 3 }],
      split: [
        { minutes: 45, supportQuestionId: question },
        { minutes: 15, preventive: true },
      ],
    });
    const seen = await seenBy(specialist, id);
    expect(seen).toMatchObject({
      version: 1,
      date: '2026-03-02',
      minutes: 60,
      travelMinutes: 20,
      preparationMinutes: 15,
      withdrawn: false,
      participants: [{ role: 'teachers', number: 3 }],
      split: [
        { minutes: 45, questionId: question, schoolCode: cast.school.code },
        { minutes: 15, questionId: null, schoolCode: null },
      ],
    });
    expect(seen?.schools.map(({ code, verdict }) => [code, verdict]).sort()).toEqual(
      [
        [cast.school.code, null],
        [elsewhere.code, null],
      ].sort(),
    );
  });

  test('sent twice with one key is one visit', async () => {
    const key = newId();
    const [first, second] = await Promise.all([record({}, specialist, key), record({}, specialist, key)]);
    expect(first).toEqual(second);
    const mine = await actorOf(stage, cast.tenantId, specialist);
    const all = await stage.database.read(mine, (reader) => findVisits(reader, mine, { limit: 9 }));
    expect(all).toHaveLength(1);
  });

  test.each([
    ['tomorrow', { date: '2026-03-03' }, ['dayInReach']],
    ['91 days ago', { date: '2025-12-01' }, ['dayInReach']],
    ['at no school', { schools: ['99ZZ99'] }, ['schoolsKnown']],
    ['for a question of no one', { split: [{ minutes: 60, supportQuestionId: newId() }] }, ['ownQuestions']],
    ['for a goal of no one', { split: [{ minutes: 60, goalId: newId() }] }, ['goalOfQuestion']],
    ['of somebody else', { specialistId: newId() }, ['ownVisit']],
    ['that does not add up', { minutes: 61 }, ['sharesAddUp']],
  ] as const)('is not written down %s', async (_what, more, expected) => {
    expect(codes(await record(more as Partial<VisitInput>))).toEqual(expected);
    // The control.
    expect(codes(await record({ date: '2025-12-02' }))).toBe('taken');
  });

  test('is for a question of a school that was visited', async () => {
    expect(codes(await record({ schools: [elsewhere.code] }))).toEqual(['ownQuestions']);
    expect(codes(await record({ schools: [elsewhere.code, cast.school.code] }))).toBe('taken');
  });

  test('is for work of one’s own: assigned or thinking along, and until the day it ended', async () => {
    const another = await anAppointment(stage, 'specialist', { tenantId: cast.tenantId });
    expect(codes(await record({}, another))).toEqual(['ownQuestions']);
    const asked = await aQuestionFor(superuser, cast, another, { kind: 'thinks_along', state: 'asked' });
    const about = (id: string) => ({ split: [{ minutes: 60, supportQuestionId: id }] });
    expect(codes(await record(about(asked), another))).toEqual(['ownQuestions']);
    const along = await aQuestionFor(superuser, cast, another, { kind: 'thinks_along' });
    expect(codes(await record(about(along), another))).toBe('taken');
    const done = await aQuestionFor(superuser, cast, another, {
      state: 'ended',
      endedAt: '2026-02-27T15:00Z',
    });
    expect(codes(await record({ ...about(done), date: '2026-02-27' }, another))).toBe('taken');
    expect(codes(await record({ ...about(done), date: '2026-02-28' }, another))).toEqual(['ownQuestions']);
  });

  test('of another partnership’s question or school is unknown', async () => {
    const foreign = await aCast(stage);
    expect(codes(await record({ schools: [foreign.school.code] }))).toEqual(['schoolsKnown']);
    const theirs = await aQuestionFor(superuser, foreign, foreign.teamLead);
    expect(codes(await record({ split: [{ minutes: 60, supportQuestionId: theirs }] }))).toEqual([
      'ownQuestions',
    ]);
  });

  test('is for an ambition that ran on its day, and stays so when the ambition has ended', async () => {
    const setter = { tenantId: cast.tenantId, personId: cast.teamLead };
    const [running, ended] = [newId(), newId()];
    await stage.database.write(setter, (tx) =>
      tx.run(sql`insert into ambition (tenant_id, id, name, starts_on, ends_on) values
        (${cast.tenantId}, ${running}, ${`Rust ${running}`}, '2026-01-01', null),
        (${cast.tenantId}, ${ended}, ${`Taal ${ended}`}, '2025-01-01', '2026-03-02')`),
    );
    const split = (ambitionId: string) => [
      { minutes: 20, supportQuestionId: question },
      { minutes: 40, ambitionId },
    ];
    for (const unknown of [ended, newId()])
      expect(codes(await record({ split: split(unknown) }))).toEqual(['ambitionRuns']);
    expect(codes(await record({ date: '2026-03-01', split: split(ended) }))).toBe('taken');
    const id = await recorded({ split: split(running) });
    const ambition = { id: running, name: `Rust ${running}` };
    for (const who of [specialist, cast.director])
      expect((await seenBy(who, id))?.split).toMatchObject([
        { minutes: 20, questionId: question, ambition: null },
        { minutes: 40, questionId: null, ambition, schoolCode: cast.school.code },
      ]);
    await stage.database.write(setter, (tx) =>
      tx.run(sql`update ambition set ends_on = '2026-02-01' where id = ${running}`),
    );
    const mine = await actorOf(stage, cast.tenantId, specialist);
    const again = await changeVisit(
      deedOf(stage, { version: 1 }),
      mine,
      id,
      visit({ minutes: 70, split: [{ minutes: 70, ambitionId: running }] }),
    );
    expect(again.outcome).toBe('taken');
    expect(codes(await record({ split: split(running) }))).toEqual(['ambitionRuns']);
  });

  test('is written by nobody but a specialist, and past the law by nobody', async () => {
    await expect(record({}, cast.teamLead).then(codes)).resolves.toBe('notFound');
    const raw = {
      id: newId(),
      version: null,
      date: '2026-03-02',
      minutes: 60,
      travelMinutes: 0,
      preparationMinutes: 0,
      kind: 'coaching' as const,
      schoolIds: [cast.school.id],
      participants: [],
      shares: [{ minutes: 59, questionId: question }],
    };
    const identity = { tenantId: cast.tenantId, personId: specialist };
    await expect(stage.database.write(identity, (tx) => saveVisit(tx, raw))).rejects.toThrow('sharesAddUp');
    const share = { minutes: 60, schoolId: elsewhere.id };
    await expect(
      stage.database.write(identity, (tx) => saveVisit(tx, { ...raw, shares: [share] })),
    ).rejects.toThrow('ownQuestions');
    for (const statement of [
      sql`update visit set minutes = 30`,
      sql`insert into visit_participants values (${cast.tenantId}, ${raw.id}, 'pupils', 1)`,
      sql`delete from visit_share`,
      sql`update visit_school set verdict = 'confirmed'`,
    ])
      await expect(stage.database.write(identity, (tx) => tx.run(statement))).rejects.toThrow(/denied/);
  });
});

describe('the school', () => {
  test('confirms, or says what is wrong; both directors and IB’ers, and each visit stands on its version', async () => {
    const id = await recorded();
    expect(
      codes(await say(cast.coordinator, id, { verdict: 'disputed', words: 'Het was dinsdag.' }, 1)),
    ).toBe('taken');
    expect((await seenBy(specialist, id))?.schools).toMatchObject([
      { verdict: 'disputed', words: 'Het was dinsdag.' },
    ]);
    expect(codes(await say(cast.director, id, {}, 1))).toBe('stale');
    expect(codes(await say(cast.director, id, {}, 2))).toBe('taken');
    expect((await seenBy(cast.director, id))?.schools).toMatchObject([{ verdict: 'confirmed', words: null }]);
    expect(await versionOf(id)).toBe(3);
  });

  test('says it without a name in it: the writing aid looks first', async () => {
    const id = await recorded();
    const named = { verdict: 'disputed' as const, words: 'Bel 06-12345678 voor Sanne.' };
    const outcome = await say(cast.director, id, named);
    expect(codes(outcome)).toEqual(['noOpenMarks']);
    expect(outcome.outcome === 'refused' && outcome.marks?.map(({ kind }) => kind).sort()).toEqual([
      'name',
      'phone',
    ]);
    expect((await seenBy(cast.director, id))?.version).toBe(1);
  });

  test('is nobody else: contact person and team lead read, others see nothing', async () => {
    const id = await recorded();
    expect(codes(await say(cast.author, id))).toEqual(['ownSchool']);
    expect(codes(await say(cast.teamLead, id))).toEqual(['ownSchool']);
    const otherDirector = await anAppointment(stage, 'school_director', {
      tenantId: cast.tenantId,
      schoolId: elsewhere.id,
    });
    expect(codes(await say(otherDirector, id))).toBe('notFound');
    for (const who of [cast.boardMember, cast.partnershipDirector, otherDirector])
      expect(await seenBy(who, id)).toBeUndefined();
    const another = await anAppointment(stage, 'specialist', { tenantId: cast.tenantId });
    expect(await seenBy(another, id)).toBeUndefined();
    // The control.
    for (const who of [cast.author, cast.teamLead, cast.director, specialist])
      expect((await seenBy(who, id))?.id).toBe(id);
  });

  test('sees its own share and answer alone of a visit to two', async () => {
    const id = await recorded({
      schools: [cast.school.code, elsewhere.code],
      split: [
        { minutes: 40, supportQuestionId: question },
        { minutes: 20, preventive: true, schoolCode: elsewhere.code },
      ],
    });
    const there = await anAppointment(stage, 'support_coordinator', {
      tenantId: cast.tenantId,
      schoolId: elsewhere.id,
    });
    const theirs = await seenBy(there, id);
    expect(theirs?.schools.map(({ code }) => code)).toEqual([elsewhere.code]);
    expect(theirs?.split.map(({ minutes }) => minutes)).toEqual([20]);
    expect(codes(await say(there, id))).toEqual(['ownSchool']);
    expect(codes(await say(there, id, { schoolCode: elsewhere.code }))).toBe('taken');
    expect((await seenBy(specialist, id))?.split.map(({ minutes }) => minutes)).toEqual([40, 20]);
  });

  test('does not answer its own visit', async () => {
    await anAppointment(stage, 'school_director', {
      tenantId: cast.tenantId,
      personId: specialist,
      schoolId: cast.school.id,
    });
    const id = await recorded();
    expect(codes(await say(specialist, id))).toBe('forbidden');
    expect(codes(await say(cast.director, id))).toBe('taken');
  });

  test('confirms many at once, but not what changed since it was seen', async () => {
    const ids = [await recorded(), await recorded(), await recorded()];
    const seen = ids.map((id) => ({ id, version: 1 }));
    const actor = await actorOf(stage, cast.tenantId, cast.director);
    const waiting = () =>
      stage.database.read(actor, async (reader) => {
        const row = await reader.first<{ n: number }>(sql`select ${visitsToAnswer(actor)} as n`);
        return row?.n ?? 0;
      });
    const before = await waiting();
    const own = await actorOf(stage, cast.tenantId, specialist);
    await changeVisit(deedOf(stage, { version: 1 }), own, ids[2] ?? '', visit());
    const confirmed = await confirmMany(deedOf(stage), actor, [...seen, { id: newId(), version: 1 }]);
    expect(confirmed).toEqual({ outcome: 'taken', confirmed: 2 });
    expect(before - (await waiting())).toBe(2);
    expect((await seenBy(specialist, ids[2] ?? ''))?.schools[0]?.verdict).toBeNull();
  });
});

describe('a correction', () => {
  const change = async (
    id: string,
    version: number | undefined,
    more: Partial<VisitInput> = {},
    who = specialist,
  ) => changeVisit(deedOf(stage, { version }), await actorOf(stage, cast.tenantId, who), id, visit(more));
  const withdraw = async (id: string, version: number | undefined, who = specialist) =>
    takeBackVisit(deedOf(stage, { version }), await actorOf(stage, cast.tenantId, who), id);

  test('takes the answers away, because they were about something else', async () => {
    const id = await recorded({ participants: [{ role: 'pupils', number: 4 }] });
    await say(cast.director, id);
    expect(codes(await change(id, 1))).toBe('stale');
    const longer = { minutes: 90, split: [{ minutes: 90, supportQuestionId: question }] };
    expect(codes(await change(id, 2, longer))).toBe('taken');
    expect(await seenBy(cast.director, id)).toMatchObject({
      version: 3,
      minutes: 90,
      participants: [],
      schools: [{ verdict: null, answeredBy: null, answeredAt: null }],
    });
  });

  test('is for whose visit it is, also long after', async () => {
    const id = await recorded();
    expect(codes(await change(id, 1, {}, cast.teamLead))).toBe('forbidden');
    expect(codes(await change(newId(), 1))).toBe('notFound');
    stage.at('2026-09-01T08:00:00Z');
    expect(codes(await change(id, 1, { date: '2026-03-03' }))).toEqual(['dayInReach']);
    expect(codes(await change(id, 1, { kind: 'advice' }))).toBe('taken');
  });

  test('withdraws a mistake until it is confirmed; nothing shows or counts it any more', async () => {
    const id = await recorded();
    expect(codes(await withdraw(id, 1, cast.director))).toBe('forbidden');
    await say(cast.director, id);
    expect(codes(await withdraw(id, 2))).toEqual(['notYetConfirmed']);
    await say(cast.director, id, { verdict: 'disputed', words: 'Niemand was hier.' });
    expect(codes(await withdraw(id, 3))).toBe('taken');
    expect(codes(await withdraw(id, 4))).toBe('notFound');
    expect(codes(await change(id, 4))).toBe('notFound');
    expect(codes(await say(cast.director, id))).toBe('notFound');
    const actor = await actorOf(stage, cast.tenantId, cast.teamLead);
    const all = await stage.database.read(actor, (reader) => findVisits(reader, actor, { limit: 200 }));
    expect(all.map((one) => one.id)).not.toContain(id);
    expect((await seenBy(specialist, id))?.withdrawn).toBe(true);
  });

  test('carries the day, the kind and the travel of its shares along, and no day once it is withdrawn', async () => {
    const shares = async (id: string) =>
      (
        await superuser.query(
          'select on_date::text as day, kind, travel_minutes as travel from visit_share where visit_id = $1 order by position',
          [id],
        )
      ).rows;
    const split = [
      { minutes: 45, supportQuestionId: question },
      { minutes: 15, preventive: true as const },
    ];
    const id = await recorded({ travelMinutes: 20, split });
    const made = { day: '2026-03-02', kind: 'coaching' };
    expect(await shares(id)).toEqual([
      { ...made, travel: 15 },
      { ...made, travel: 5 },
    ]);
    await change(id, 1, { date: '2026-02-27', kind: 'advice', travelMinutes: 8, split });
    const changed = { day: '2026-02-27', kind: 'advice' };
    expect(await shares(id)).toEqual([
      { ...changed, travel: 6 },
      { ...changed, travel: 2 },
    ]);
    // Also when the visit alone is changed, past the product's own writing.
    await superuser.query('update visit set minutes = 120 where id = $1', [id]);
    expect(await shares(id)).toMatchObject([{ travel: 3 }, { travel: 1 }]);
    await withdraw(id, 2);
    expect(await shares(id)).toMatchObject([{ day: null }, { day: null }]);
  });

  test('leaves a row in the audit for each deed', async () => {
    const id = await recorded();
    await change(id, 1);
    await say(cast.director, id);
    await say(cast.director, id, { verdict: 'disputed', words: 'x' });
    await withdraw(id, 4);
    const { rows } = await superuser.query('select action from audit where subject_id = $1 order by at, id', [
      id,
    ]);
    expect(rows.map(({ action }) => action)).toEqual([
      'record_visit',
      'change_visit',
      'confirm_visit',
      'dispute_visit',
      'withdraw_visit',
    ]);
  });
});

describe('the list', () => {
  test('pages by day, newest first, and narrows by school, days, person and answer', async () => {
    const days = ['2026-02-27', '2026-02-26', '2026-02-25'];
    const ids: string[] = [];
    for (const date of days) ids.push(await recorded({ date }));
    await say(cast.director, ids[0] ?? '');
    const mine = await actorOf(stage, cast.tenantId, specialist);
    const find = (who: typeof mine, more: Partial<Parameters<typeof findVisits>[2]> = {}) =>
      stage.database
        .read(who, (reader) => findVisits(reader, who, { limit: 50, specialistId: specialist, ...more }))
        .then((all) => all.map(({ id }) => id));
    for (const who of [specialist, cast.teamLead, cast.director, cast.author]) {
      const actor = await actorOf(stage, cast.tenantId, who);
      expect(await find(actor)).toEqual(ids);
      expect(await find(actor, { limit: 1 })).toEqual(ids.slice(0, 2));
      expect(await find(actor, { after: { key: days[0] ?? '', id: ids[0] ?? '' } })).toEqual(ids.slice(1));
      expect(await find(actor, { from: '2026-02-26', to: '2026-02-26' })).toEqual(ids.slice(1, 2));
      expect(await find(actor, { unanswered: true })).toEqual(ids.slice(1));
      expect(await find(actor, { schoolId: cast.school.id })).toEqual(ids);
      expect(await find(actor, { schoolId: elsewhere.id })).toEqual([]);
    }
    const nobody = await actorOf(stage, cast.tenantId, cast.boardMember);
    expect(await find(nobody)).toEqual([]);
    const director = await actorOf(stage, cast.tenantId, cast.director);
    expect(await find(director, { toAnswer: true, unanswered: true })).toEqual(ids.slice(1));
    const contact = await actorOf(stage, cast.tenantId, cast.author);
    expect(await find(contact, { toAnswer: true })).toEqual([]);
  });
});
