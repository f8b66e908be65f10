/** The life of a stationing: proposed, answered, agreed, at work, evaluated, over; and what does not fit. */
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
import { openSuperuser } from '../../../tests/support/visits.ts';
import { sql } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Deed } from '../../platform/route.ts';
import { proposeStationing, type StationingOutcome, takeStationingStep } from './stationing.actions.ts';
import type { StationingInput, StationingStep } from './stationing.input.ts';
import { moveStationings } from './stationing.jobs.ts';
import { findRoom, findStationings, getStationing } from './stationing.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let superuser: pg.Client;
let cast: Cast;
let elsewhere: School;
let specialist: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  superuser = await openSuperuser(fresh);
  stage.at('2026-03-02T08:00:00Z');
  cast = await aCast(stage);
  elsewhere = await aSchool(stage, cast.tenantId, cast.boardId);
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});
beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z');
  specialist = await aSpecialist(6);
});

/** Past the rights of whoever keeps contracts, absences and ambitions: those are tried elsewhere. */
const asSuperuser = (query: ReturnType<typeof sql>) => superuser.query(query.text, query.values);

async function aSpecialist(dagdelen: number): Promise<string> {
  const { tenantId } = cast;
  const id = await anAppointment(stage, 'specialist', { tenantId });
  await asSuperuser(sql`insert into contract (tenant_id, id, person_id, starts_on, fte, dagdelen)
    values (${tenantId}, ${newId()}, ${id}, '2025-08-01', 0.6, ${dagdelen})`);
  return id;
}

const input = (more: Partial<StationingInput> = {}): StationingInput => ({
  specialistId: specialist,
  ...(more.boardCode === undefined && { schoolCode: cast.school.code }),
  dagdelen: 4,
  from: '2026-04-06',
  to: '2026-07-10',
  ...more,
});
const propose = async (more: Partial<StationingInput> = {}, who = cast.teamLead, deed: Partial<Deed> = {}) =>
  proposeStationing(deedOf(stage, deed), await actorOf(stage, cast.tenantId, who), input(more));
const taken = (outcome: StationingOutcome) => {
  if (outcome.outcome !== 'taken') throw new Error(JSON.stringify(outcome));
  return outcome.id;
};
const proposed = async (more: Partial<StationingInput> = {}) => taken(await propose(more));
const take = async (who: string, id: string, request: StationingStep, deed: Partial<Deed> = {}) =>
  takeStationingStep(deedOf(stage, deed), await actorOf(stage, cast.tenantId, who), id, request);
const step = async (who: string, id: string, request: StationingStep) => taken(await take(who, id, request));
const codes = (outcome: StationingOutcome) =>
  outcome.outcome === 'refused' ? outcome.unmet.map(({ code }) => code) : outcome.outcome;
const seenBy = (who: string, id: string) =>
  stage.database.read({ tenantId: cast.tenantId, personId: who }, (reader) =>
    getStationing(reader, { tenantId: cast.tenantId, personId: who }, id),
  );
const seen = async (id: string) => {
  const row = await seenBy(cast.teamLead, id);
  if (row === undefined) throw new Error('not seen');
  return row;
};
const agreed = async (more: Partial<StationingInput> = {}) => {
  const id = await proposed(more);
  await step(cast.director, id, { step: 'agree' });
  return id;
};
const boardCode = async () =>
  (
    await stage.database.read({ operatorFor: cast.tenantId }, (reader) =>
      reader.first<{ code: string }>(sql`select code from board where id = ${cast.boardId}`),
    )
  )?.code ?? '';

describe('the road', () => {
  test('a stationing goes from proposed to ended, and every step stands on its timeline', async () => {
    const id = await proposed({ note: 'De sleutel ligt bij de conciërge.' });
    await step(cast.boardMember, id, { step: 'answer', words: 'Graag vanaf april.' });
    await step(cast.director, id, { step: 'agree', words: 'Welkom.' });
    stage.at('2026-04-06T08:00:00Z');
    await step(specialist, id, { step: 'start' });
    stage.at('2026-07-01T08:00:00Z');
    await step(cast.coordinator, id, { step: 'evaluate', words: 'Het team werkt nu met één plan.' });
    await moveStationings(stage.database);
    expect((await seen(id)).status).toBe('evaluated');
    stage.at('2026-07-11T08:00:00Z');
    await moveStationings(stage.database);
    const { status, endedBecause, timeline, version } = await seen(id);
    expect({ status, endedBecause, version }).toEqual({ status: 'ended', endedBecause: 'done', version: 6 });
    expect(timeline.map((entry) => [entry.step, entry.relation])).toEqual([
      ['propose', 'team_lead'],
      ['answer', 'board_member'],
      ['agree', 'host'],
      ['start', 'specialist'],
      ['evaluate', 'support_coordinator'],
      ['run_out', 'day'],
    ]);
  });

  test('what was agreed starts by itself on its first day, and what nobody evaluated stays in sight', async () => {
    const id = await agreed();
    stage.at('2026-04-05T08:00:00Z');
    await moveStationings(stage.database);
    expect((await seen(id)).status).toBe('agreed');
    stage.at('2026-04-06T08:00:00Z');
    await moveStationings(stage.database);
    expect((await seen(id)).status).toBe('active');
    stage.at('2026-07-11T08:00:00Z');
    await moveStationings(stage.database);
    expect(await seen(id)).toMatchObject({ status: 'active', evaluationLate: true });
  });

  test('at a board the board agrees, and a director of one of its schools answers', async () => {
    const id = await proposed({ boardCode: await boardCode(), schools: [cast.school.code, elsewhere.code] });
    expect(codes(await take(cast.director, id, { step: 'agree' }))).toBe('forbidden');
    await step(cast.director, id, { step: 'answer', words: 'Liever op dinsdag.' });
    await step(cast.boardMember, id, { step: 'agree' });
    expect((await seen(id)).status).toBe('agreed');
  });

  test('where a school has no director its board agrees', async () => {
    const id = await proposed({ schoolCode: elsewhere.code });
    await step(cast.boardMember, id, { step: 'agree' });
    const here = await proposed({ specialistId: await aSpecialist(4) });
    expect(codes(await take(cast.boardMember, here, { step: 'agree' }))).toBe('forbidden');
  });

  test('a proposal that is withdrawn is gone for the school, and not for the team lead', async () => {
    const id = await proposed();
    expect((await seenBy(cast.director, id))?.status).toBe('proposed');
    expect(codes(await take(cast.teamLead, id, { step: 'withdraw', words: ' ' }))).toEqual(['wordsGiven']);
    await step(cast.teamLead, id, { step: 'withdraw', words: 'Het kan niet meer.' });
    expect(await seenBy(cast.director, id)).toBeUndefined();
    expect((await seen(id)).status).toBe('withdrawn');
  });
});

describe('what fits', () => {
  test('no week holds more than the contract, proposals counted', async () => {
    await proposed();
    expect(codes(await propose({ schoolCode: elsewhere.code, dagdelen: 2.5 }))).toEqual(['withinContract']);
    expect(codes(await propose({ schoolCode: elsewhere.code, dagdelen: 2 }))).toBe('taken');
    // Before the others begin there is room.
    expect(
      codes(await propose({ schoolCode: elsewhere.code, dagdelen: 6, from: '2026-03-02', to: '2026-04-05' })),
    ).toBe('taken');
    const room = await stage.database.read({ tenantId: cast.tenantId, personId: cast.teamLead }, (reader) =>
      findRoom(reader, specialist, { from: '2026-03-30', to: '2026-04-12' }, null),
    );
    expect(room).toEqual([
      { monday: '2026-03-30', contract: 6, taken: 6 },
      { monday: '2026-04-06', contract: 6, taken: 6 },
    ]);
  });

  test('only who proposes learns what room there is', async () => {
    const room = await stage.database.read({ tenantId: cast.tenantId, personId: cast.director }, (reader) =>
      findRoom(reader, specialist, { from: '2026-03-30', to: '2026-04-12' }, null),
    );
    expect(room).toEqual([]);
  });

  test('who is away on the first day or more than half of the time is not proposed', async () => {
    const away = async (from: string, until: string) =>
      asSuperuser(sql`insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on)
        values (${cast.tenantId}, ${newId()}, ${specialist}, ${from}, ${until})`);
    await away('2026-04-07', '2026-04-20');
    expect(codes(await propose({ from: '2026-04-06', to: '2026-05-03' }))).toBe('taken');
    expect(codes(await propose({ schoolCode: elsewhere.code, dagdelen: 1, from: '2026-04-07' }))).toEqual([
      'notAway',
    ]);
    await away('2026-04-20', '2026-04-22');
    expect(codes(await propose({ schoolCode: elsewhere.code, dagdelen: 1, to: '2026-05-03' }))).toEqual([
      'notAway',
    ]);
  });

  test('everything that is in the way is told at once', async () => {
    const outcome = await propose({
      specialistId: cast.author,
      boardCode: await boardCode(),
      schools: [],
      questionsShare: 90,
      from: '2026-01-05',
      to: '2026-02-27',
    });
    expect(codes(outcome)).toEqual([
      'periodAhead',
      'isSpecialist',
      'withinContract',
      'schoolsOfBoard',
      'sharesAddUp',
    ]);
  });

  test('the writing aid looks at the note', async () => {
    const outcome = await propose({ note: 'Vraag naar 06-12345678.' });
    expect(codes(outcome)).toEqual(['noOpenMarks']);
    expect(outcome.outcome === 'refused' && outcome.marks?.length).toBe(1);
  });

  test('only a team lead proposes', async () => {
    for (const who of [cast.director, cast.author, cast.boardMember, specialist])
      expect(codes(await propose({}, who))).toBe('forbidden');
  });

  test('ambitions have their share, and run in the period', async () => {
    const [ours, theirs] = [newId(), newId()];
    await asSuperuser(sql`insert into ambition (tenant_id, id, name, starts_on, ends_on) values
      (${cast.tenantId}, ${ours}, 'Minder thuiszitters', '2026-01-01', null), (${cast.tenantId}, ${theirs}, 'Was ooit', '2024-01-01', '2025-01-01')`);
    expect(codes(await propose({ ambitions: [{ id: theirs, share: 20 }] }))).toEqual(['ambitionsRun']);
    expect(codes(await propose({ ambitions: [{ id: newId(), share: 20 }] }))).toEqual(['ambitionKnown']);
    const id = await proposed({ ambitions: [{ id: ours, share: 20 }] });
    expect(await seen(id)).toMatchObject({
      questionsShare: 80,
      ambitions: [{ id: ours, name: 'Minder thuiszitters', share: 20 }],
    });
  });
});

describe('going on', () => {
  test('a change ends the one before it on the first day of the next, and what both take is counted once', async () => {
    const before = await agreed();
    stage.at('2026-04-06T08:00:00Z');
    await moveStationings(stage.database);
    const next = await proposed({
      dagdelen: 5,
      from: '2026-05-11',
      to: '2026-12-18',
      continuesId: before,
      words: 'De school vroeg meer.',
    });
    // 4 until then and 5 after: of 6 there is one dagdeel left.
    expect(codes(await propose({ schoolCode: elsewhere.code, dagdelen: 1.5, from: '2026-05-11' }))).toEqual([
      'withinContract',
    ]);
    expect(codes(await propose({ schoolCode: elsewhere.code, dagdelen: 1, from: '2026-05-11' }))).toBe(
      'taken',
    );
    expect((await seen(before)).to).toBe('2026-07-10');
    await step(cast.director, next, { step: 'agree' });
    expect(await seen(before)).toMatchObject({ status: 'active', to: '2026-05-10' });
    expect((await seen(before)).successors.map(({ id }) => id)).toEqual([next]);
    expect((await seen(next)).continues?.id).toBe(before);
    stage.at('2026-05-11T08:00:00Z');
    await moveStationings(stage.database);
    expect(await seen(before)).toMatchObject({ status: 'ended', endedBecause: 'moved' });
    expect((await seen(next)).status).toBe('active');
  });

  test('what would have nothing left ends at once', async () => {
    const before = await agreed();
    const next = await proposed({ schoolCode: elsewhere.code, dagdelen: 6, continuesId: before });
    await step(cast.boardMember, next, { step: 'agree' });
    expect(await seen(before)).toMatchObject({ status: 'ended', endedBecause: 'moved', from: '2026-04-06' });
  });

  test('one goes on from it at a time, of the same specialist, and not from what is over', async () => {
    const before = await agreed();
    const later = { from: '2026-08-24', to: '2026-12-18', continuesId: before };
    const other = await aSpecialist(8);
    expect(codes(await propose({ ...later, specialistId: other }))).toEqual(['continuesLive']);
    const first = await proposed(later);
    expect(codes(await propose({ ...later, schoolCode: elsewhere.code, dagdelen: 1 }))).toEqual([
      'continuesLive',
    ]);
    await step(cast.teamLead, first, { step: 'withdraw', words: 'Toch niet.' });
    expect(codes(await propose(later))).toBe('taken');
  });
});

describe('ending', () => {
  test('it can end earlier, and the reason is kept until the last day has been', async () => {
    const id = await agreed();
    stage.at('2026-04-06T08:00:00Z');
    await moveStationings(stage.database);
    const words = 'De school gaat samen met een andere.';
    const shorten = { step: 'shorten', because: 'school', words } as const;
    expect(codes(await take(cast.teamLead, id, { ...shorten, lastDay: '2026-07-10' }))).toEqual([
      'lastDayEarlier',
    ]);
    await step(cast.teamLead, id, { ...shorten, lastDay: '2026-05-01' });
    expect(await seen(id)).toMatchObject({ status: 'active', to: '2026-05-01' });
    await step(specialist, id, { step: 'evaluate', words: 'Kort maar goed.' });
    stage.at('2026-05-02T08:00:00Z');
    await moveStationings(stage.database);
    expect(await seen(id)).toMatchObject({ status: 'ended', endedBecause: 'school' });
  });

  test('it ends at once on a day that has been, and without a day when it did not begin', async () => {
    const [begun, ahead] = [
      await agreed(),
      await agreed({ schoolCode: cast.school.code, dagdelen: 2, from: '2026-09-07', to: '2026-12-18' }),
    ];
    stage.at('2026-04-20T08:00:00Z');
    await moveStationings(stage.database);
    const end = { step: 'end', because: 'left', words: 'Zij gaat weg.' } as const;
    expect(codes(await take(cast.teamLead, begun, end))).toEqual(['lastDayBeen']);
    expect(codes(await take(cast.teamLead, begun, { ...end, lastDay: '2026-04-21' }))).toEqual([
      'lastDayBeen',
    ]);
    expect(codes(await take(cast.teamLead, ahead, { ...end, lastDay: '2026-04-20' }))).toEqual([
      'lastDayBeen',
    ]);
    await step(cast.teamLead, begun, { ...end, lastDay: '2026-04-17' });
    await step(cast.teamLead, ahead, end);
    expect(await seen(begun)).toMatchObject({ status: 'ended', endedBecause: 'left', to: '2026-04-17' });
    expect(await seen(ahead)).toMatchObject({ status: 'ended', from: '2026-09-07', to: '2026-12-18' });
  });
});

describe('at the same time', () => {
  test('two proposals at once cannot book somebody twice', async () => {
    const schools = await Promise.all(
      Array.from({ length: 4 }, () => aSchool(stage, cast.tenantId, cast.boardId)),
    );
    const outcomes = await Promise.all(schools.map(({ code }) => propose({ schoolCode: code })));
    expect(outcomes.map(codes).toSorted()).toEqual(['taken', ...Array(3).fill(['withinContract'])]);
  });

  test('two at once for the same place: one is proposed', async () => {
    const outcomes = await Promise.all([propose({ dagdelen: 1 }), propose({ dagdelen: 1 })]);
    expect(outcomes.map(codes).toSorted()).toEqual([['placeFree'], 'taken']);
  });

  test('who saw an older version is told, and a key sent twice does it once', async () => {
    const once = { key: newId(), request: 'a' };
    const [first, second] = [
      await propose({}, cast.teamLead, { once }),
      await propose({}, cast.teamLead, { once }),
    ];
    expect(second).toEqual(first);
    const id = taken(first);
    await step(cast.director, id, { step: 'answer', words: 'Mag het ook in mei?' });
    const outcome = await take(cast.director, id, { step: 'agree' }, { version: 1 });
    expect(outcome).toMatchObject({ outcome: 'stale', stationing: { version: 2 } });
  });
});

describe('the list', () => {
  const listed = async (who: string, more: Partial<Parameters<typeof findStationings>[2]> = {}) =>
    stage.database.read({ tenantId: cast.tenantId, personId: who }, async (reader) =>
      (
        await findStationings(
          reader,
          { tenantId: cast.tenantId, personId: who },
          { limit: 50, specialistId: specialist, ...more },
        )
      ).map(({ id }) => id),
    );

  test('is filtered and paged, the latest first day first', async () => {
    const first = await proposed({ dagdelen: 1 });
    const second = await agreed({ dagdelen: 1, from: '2026-08-24', to: '2026-10-02' });
    const third = await proposed({
      dagdelen: 1,
      boardCode: await boardCode(),
      schools: [elsewhere.code],
      from: '2026-09-07',
      to: '2026-10-02',
    });
    const { teamLead } = cast;
    expect(await listed(teamLead)).toEqual([third, second, first]);
    expect(await listed(teamLead, { limit: 1, after: { key: '2026-09-07', id: third } })).toEqual([
      second,
      first,
    ]);
    expect(await listed(teamLead, { statuses: ['proposed'] })).toEqual([third, first]);
    expect(await listed(teamLead, { school: elsewhere.code })).toEqual([third]);
    expect(await listed(teamLead, { board: await boardCode() })).toEqual([third, second, first]);
    expect(await listed(teamLead, { from: '2026-07-10', to: '2026-08-24' })).toEqual([second, first]);
    expect(await listed(teamLead, { from: '2026-07-11', to: '2026-08-23' })).toEqual([]);
    expect(await listed(cast.director)).toEqual([second, first]);
    expect(await listed(cast.boardMember)).toEqual([third, second, first]);
    const teacher = await anAppointment(stage, 'teacher', {
      tenantId: cast.tenantId,
      schoolId: cast.school.id,
    });
    expect(await listed(teacher)).toEqual([second]);
  });
});
