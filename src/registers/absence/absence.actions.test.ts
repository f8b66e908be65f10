/** One act hands over somebody's work; and what changes in the middle of a concern goes as the domain says. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  aNoteBy,
  anAppointment,
  aSchool,
  aTalk,
  type Cast,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../../../tests/support/factories.ts';
import { type StepRequest, takeStep } from '../../concerns/index.ts';
import { sql } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { handOver, takeBack } from './absence.actions.ts';
import type { NewAbsence } from './absence.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let superuser: pg.Client;
let cast: Cast;
let administrator: string;
/** A director elsewhere, and a specialist: who can stand in for either side. */
let otherDirector: string;
let specialist: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  superuser = new pg.Client({ connectionString: fresh.ownerUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});

beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z');
  cast = await aCast(stage);
  const { tenantId, boardId } = cast;
  administrator = await anAppointment(stage, 'administrator', { tenantId });
  const elsewhere = await aSchool(stage, tenantId, boardId);
  otherDirector = await anAppointment(stage, 'school_director', { tenantId, schoolId: elsewhere.id });
  specialist = await anAppointment(stage, 'specialist', { tenantId });
});

/** What stands there, whoever may see it. */
const owner = async <Row extends pg.QueryResultRow>({ text, values }: ReturnType<typeof sql>) =>
  (await superuser.query<Row>({ text, values })).rows;

const appointmentsOf = async (person: string) =>
  (
    await owner<{ id: string }>(
      sql`select id from appointment where tenant_id = ${cast.tenantId} and person_id = ${person} and absence_id is null`,
    )
  ).map(({ id }) => id);

const today = () => stage.now().toISOString().slice(0, 10);

async function arrange(who: string, person: string, standIn: string, more: Partial<NewAbsence> = {}) {
  const actor = await actorOf(stage, cast.tenantId, who);
  const input = { standIn, from: today(), appointments: await appointmentsOf(person), ...more };
  return handOver(deedOf(stage), actor, person, input);
}

const messages = (saved: Awaited<ReturnType<typeof arrange>>) =>
  saved.outcome === 'refused' ? saved.faults.map(({ field }) => field) : saved.outcome;

const sees = async (who: string, id: string) => {
  const person = { tenantId: cast.tenantId, personId: who };
  const row = await stage.database
    .read(person, (reader) =>
      reader.first<{ n: number }>(sql`select count(*) as n from concern where id = ${id}`),
    )
    .catch(() => ({ n: 0 }));
  return row?.n === 1;
};

const linesOf = (who: string, id: string) =>
  stage.database.read({ tenantId: cast.tenantId, personId: who }, (reader) =>
    reader.rows<{ kind: string; from: string; to: string | null }>(
      sql`select kind, starts_on as "from", ends_on as "to" from hand_over where concern_id = ${id} order by at, kind`,
    ),
  );

const noticesOf = (who: string) =>
  stage.database.read({ tenantId: cast.tenantId, personId: who }, (reader) =>
    reader.rows<{ kind: string; subject: string }>(
      sql`select kind, subject from notice where kind = 'handed_over' order by subject`,
    ),
  );

const absenceId = async () =>
  (await owner<{ id: string }>(sql`select id from absence where tenant_id = ${cast.tenantId}`))[0]?.id ?? '';

const outcome = async (who: string, id: string, request: StepRequest) => {
  const taken = await takeStep(deedOf(stage), await actorOf(stage, cast.tenantId, who), id, request);
  return taken.outcome === 'refused' ? taken.unmet.map(({ code }) => code) : taken.outcome;
};

const endAll = (person: string) =>
  stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
    tx.run(
      sql`update appointment set ends_on = app_today() where tenant_id = ${cast.tenantId} and person_id = ${person}`,
    ),
  );

describe('handing over', () => {
  test('gives the stand-in the role and the concerns at once, and who is away reads on', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    expect(await sees(otherDirector, id)).toBe(false);
    expect((await arrange(administrator, cast.director, otherDirector, { to: '2026-03-20' })).outcome).toBe(
      'taken',
    );
    expect(await sees(otherDirector, id)).toBe(true);
    expect(await sees(cast.director, id)).toBe(true);
    expect(await outcome(otherDirector, id, { step: 'reply', verdict: 'accurate', text: 'Dat klopt.' })).toBe(
      'taken',
    );
    stage.at('2026-03-21T08:00:00Z');
    expect(await sees(otherDirector, id)).toBe(false);
    expect(await sees(cast.director, id)).toBe(true);
  });

  test('leaves one line on each open concern, for whoever reads it and nobody else', async () => {
    const id = await aConcernIn(stage, cast, 'working');
    const noted = await aNoteBy(stage, cast);
    const ended = await aConcernIn(stage, cast, 'closed');
    await arrange(administrator, cast.director, otherDirector, { to: '2026-03-20' });
    expect(await linesOf(cast.author, id)).toEqual([{ kind: 'begun', from: '2026-03-02', to: '2026-03-21' }]);
    expect(await linesOf(administrator, id)).toEqual([]);
    expect(await linesOf(specialist, id)).toEqual([]);
    expect(await linesOf(cast.author, noted)).toEqual([]);
    expect(await linesOf(cast.author, ended)).toEqual([]);
  });

  test('tells the stand-in and who may read along, not who did it', async () => {
    await aConcernIn(stage, cast, 'working');
    await arrange(cast.director, cast.director, otherDirector);
    expect(await noticesOf(otherDirector)).toEqual([
      { kind: 'handed_over', subject: 'concern' },
      { kind: 'handed_over', subject: 'person' },
    ]);
    expect(await noticesOf(cast.author)).toEqual([{ kind: 'handed_over', subject: 'concern' }]);
    expect(await noticesOf(cast.director)).toEqual([]);
    expect(await noticesOf(administrator)).toEqual([]);
    expect(await noticesOf(cast.boardMember)).toEqual([]);
  });

  test('by somebody else is told to who is away, with and without concerns; so is its end, to both', async () => {
    const away = [{ kind: 'handed_over', subject: 'person' }];
    await arrange(administrator, cast.director, otherDirector);
    expect(await noticesOf(cast.director)).toEqual(away);
    expect(await noticesOf(otherDirector)).toEqual(away);
    expect(await noticesOf(administrator)).toEqual([]);
    stage.pass(24);
    await takeBack(deedOf(stage), await actorOf(stage, cast.tenantId, administrator), await absenceId());
    expect(await noticesOf(cast.director)).toEqual([...away, ...away]);
    expect(await noticesOf(otherDirector)).toEqual([...away, ...away]);
  });

  test('takes the stand-in into an invitation that is open', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    const proposals = ['2026-03-09T13:00:00.000Z'];
    await step(stage, cast.tenantId, cast.author, id, { step: 'plan_conversation', proposals });
    await arrange(administrator, cast.director, otherDirector);
    const invited = await owner<{ person_id: string }>(
      sql`select person_id from concern_entry_person where concern_id = ${id} and person_id in (${cast.director}, ${otherDirector})`,
    );
    expect(invited).toHaveLength(2);
    expect(
      await outcome(otherDirector, id, { step: 'answer_invitation', proposal: '2026-03-09T13:00:00.000Z' }),
    ).toBe('taken');
  });

  test('does not take them into one that is settled', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    await step(stage, cast.tenantId, cast.author, id, {
      step: 'plan_conversation',
      proposals: ['2026-03-09T13:00:00.000Z'],
    });
    await step(stage, cast.tenantId, cast.author, id, aTalk('2026-03-02', [cast.author, cast.director]));
    await arrange(administrator, cast.director, otherDirector);
    const invited = await owner(
      sql`select person_id from concern_entry_person where concern_id = ${id} and person_id = ${otherDirector}`,
    );
    expect(invited).toEqual([]);
  });

  test('of a contact person gives the stand-in their steps', async () => {
    const id = await aConcernIn(stage, cast, 'working');
    await arrange(cast.teamLead, cast.author, specialist);
    expect(await outcome(specialist, id, { step: 'review', childrenNotice: 'Rust.', resolved: true })).toBe(
      'taken',
    );
  });

  test('done twice with one key does it once', async () => {
    const actor = await actorOf(stage, cast.tenantId, administrator);
    const input = {
      standIn: otherDirector,
      from: today(),
      appointments: await appointmentsOf(cast.director),
    };
    const once = { key: newId(), request: 1 };
    const both = [1, 2].map(() => handOver(deedOf(stage, { once }), actor, cast.director, input));
    const [first, second] = await Promise.all(both);
    expect(second).toEqual(first);
    expect(messages(await arrange(administrator, cast.director, otherDirector))).toEqual(['appointments']);
    expect(await owner(sql`select id from absence where tenant_id = ${cast.tenantId}`)).toHaveLength(1);
  });

  test('stands in the audit as done to who is away', async () => {
    await arrange(administrator, cast.director, otherDirector);
    const rows = await stage.database.read({ tenantId: cast.tenantId, personId: cast.director }, (reader) =>
      reader.rows(
        sql`select action, person_id = ${administrator} as "byThem" from audit where subject_id = ${cast.director}`,
      ),
    );
    expect(rows).toEqual([{ action: 'hand_over', byThem: true }]);
  });
});

describe('taking back', () => {
  test('ends it the same day, and once', async () => {
    const id = await aConcernIn(stage, cast, 'working');
    await arrange(administrator, cast.director, otherDirector);
    const actor = await actorOf(stage, cast.tenantId, cast.director);
    expect(await takeBack(deedOf(stage), actor, await absenceId())).toBe(true);
    expect(await sees(otherDirector, id)).toBe(false);
    expect((await linesOf(cast.author, id)).map(({ kind }) => kind)).toEqual(['begun', 'ended']);
    expect(await takeBack(deedOf(stage), actor, await absenceId())).toBe(false);
  });

  test('ends one that runs for days, and leaves the period on record', async () => {
    const id = await aConcernIn(stage, cast, 'working');
    await arrange(administrator, cast.director, otherDirector);
    stage.at('2026-03-10T08:00:00Z');
    const actor = await actorOf(stage, cast.tenantId, administrator);
    expect(await takeBack(deedOf(stage), actor, await absenceId())).toBe(true);
    expect(await sees(otherDirector, id)).toBe(false);
    expect(
      await owner(
        sql`select starts_on, ends_on from appointment where tenant_id = ${cast.tenantId} and absence_id is not null`,
      ),
    ).toEqual([{ starts_on: '2026-03-02', ends_on: '2026-03-10' }]);
  });

  test('is not for the stand-in, nor for somebody of another partnership', async () => {
    await arrange(administrator, cast.director, otherDirector);
    const id = await absenceId();
    expect(await takeBack(deedOf(stage), await actorOf(stage, cast.tenantId, otherDirector), id)).toBe(false);
    const foreign = await aCast(stage);
    const lead = await actorOf(stage, foreign.tenantId, foreign.teamLead);
    expect(await takeBack(deedOf(stage), lead, id)).toBe(false);
  });
});

describe('nobody stands in', () => {
  test.each([
    ['for themselves', async () => arrange(administrator, cast.director, cast.director), ['standIn']],
    [
      'before today',
      async () => arrange(administrator, cast.director, otherDirector, { from: '2026-03-01' }),
      ['from'],
    ],
    [
      'backwards',
      async () => arrange(administrator, cast.director, otherDirector, { to: '2026-03-01' }),
      ['to'],
    ],
    [
      'for nothing',
      async () => arrange(administrator, cast.director, otherDirector, { appointments: [] }),
      ['appointments'],
    ],
    [
      'for somebody else’s work',
      async () =>
        arrange(administrator, cast.director, otherDirector, {
          appointments: await appointmentsOf(cast.author),
        }),
      ['appointments'],
    ],
    [
      'for a director from the partnership',
      async () => arrange(administrator, cast.director, cast.teamLead),
      ['standIn', 'standIn'],
    ],
    [
      'for a director of the board above',
      async () => {
        await anAppointment(stage, 'board_member', {
          tenantId: cast.tenantId,
          personId: otherDirector,
          boardId: cast.boardId,
        });
        return arrange(administrator, cast.director, otherDirector);
      },
      ['standIn'],
    ],
    [
      'for a contact person from that school',
      async () => arrange(administrator, cast.author, cast.director),
      ['standIn', 'standIn'],
    ],
    [
      'for a team lead from the top',
      async () => arrange(administrator, cast.teamLead, cast.partnershipDirector),
      ['standIn', 'standIn'],
    ],
    [
      'for a teacher',
      async () => arrange(administrator, cast.coordinator, otherDirector),
      ['standIn', 'appointments'],
    ],
  ] as const)('%s', async (_what, deed, fields) => {
    expect([...(messages(await deed()) as string[])].sort()).toEqual([...fields].sort());
    expect(await owner(sql`select id from absence where tenant_id = ${cast.tenantId}`)).toEqual([]);
    // The control.
    expect((await arrange(administrator, cast.author, specialist)).outcome).toBe('taken');
  });

  test('in another partnership', async () => {
    const foreign = await aCast(stage);
    expect(messages(await arrange(administrator, cast.director, foreign.director))).toEqual(['standIn']);
  });

  test('by the word of somebody whose work it is not', async () => {
    await expect(arrange(cast.author, cast.director, otherDirector)).rejects.toThrow();
    await expect(arrange(cast.boardMember, cast.director, otherDirector)).rejects.toThrow();
  });
});

describe('in the middle of a concern', () => {
  test('after a change of director a new talk is needed before the board', async () => {
    const id = await aConcernIn(stage, cast, 'working');
    await arrange(administrator, cast.director, otherDirector);
    const propose: StepRequest = { step: 'propose_board', whyNotAtSchool: 'Er is geld nodig.' };
    // Who is away still counts: any director with a valid appointment does.
    await endAll(cast.director);
    expect(await outcome(cast.author, id, propose)).toEqual(['heldWithPresentDirector']);
    await step(stage, cast.tenantId, cast.author, id, aTalk(today(), [cast.author, otherDirector]));
    expect(await outcome(cast.author, id, propose)).toBe('taken');
  });

  test('a concern put forward stays with the board of that moment', async () => {
    const id = await aConcernIn(stage, cast, 'with_board');
    const next = await aCast(stage, cast.tenantId);
    await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
      tx.run(sql`update school set board_id = ${next.boardId} where id = ${cast.school.id}`),
    );
    expect(await sees(cast.boardMember, id)).toBe(true);
    expect(await sees(next.boardMember, id)).toBe(false);
  });

  test('an author reads on as long as an appointment there lasts; then the contact person takes the author’s steps', async () => {
    const { tenantId, school } = cast;
    const teacher = await anAppointment(stage, 'teacher', { tenantId, schoolId: school.id });
    const id = await aNoteBy(stage, cast, teacher);
    await step(stage, tenantId, teacher, id, { step: 'share_with_director' });
    const add: StepRequest = { step: 'add_participant', personId: cast.coordinator };
    expect(await outcome(cast.author, id, add)).toBe('forbidden');
    expect(await sees(teacher, id)).toBe(true);
    await endAll(teacher);
    expect(await sees(teacher, id)).toBe(false);
    expect(await outcome(cast.author, id, add)).toBe('taken');
  });
});
