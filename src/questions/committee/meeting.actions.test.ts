/** The committee from its first plan to its letters, on a real database. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { actorOf, anAppointment, deedOf, openStage, type Stage } from '../../../tests/support/factories.ts';
import {
  aMeeting,
  aQuestion,
  aQuestionCast,
  type QuestionCast,
  questionStep,
  theMeetingIsHeld,
} from '../../../tests/support/factories-questions.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { LawRefused, NotAdmitted, sql } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { takeStep } from '../question.actions.ts';
import type { StepRequest } from '../question.input.ts';
import { readAgenda } from './agenda.actions.ts';
import { ownConflicts, standingOf } from './agenda.view.ts';
import { fetchLetter } from './letter.actions.ts';
import {
  changeMeeting,
  keepOut,
  type MeetingOutcome,
  planMeeting,
  recordMinutes,
} from './meeting.actions.ts';
import { getMeeting } from './meeting.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let gate: pg.Client;
let cast: QuestionCast;
/** A member who taught at the school until the day that is said. */
let conflicted: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  gate = new pg.Client({ connectionString: fresh.ownerUrl });
  await gate.connect();
});
afterAll(async () => {
  await gate.end();
  await stage.close();
  await fresh.drop();
});
auditsEveryDeed(() => fresh);

beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z');
  cast = await aQuestionCast(stage, fresh);
  conflicted = await aMemberWhoTaughtUntil('2025-08-01');
});

async function aMemberWhoTaughtUntil(to: string): Promise<string> {
  const { tenantId, school } = cast;
  const personId = await anAppointment(stage, 'committee_member', { tenantId });
  await anAppointment(stage, 'teacher', { tenantId, personId, schoolId: school.id, from: '2020-08-01', to });
  return personId;
}

async function aMemberWhoVisitedOn(day: string): Promise<string> {
  const { tenantId, school } = cast;
  const [personId, visit] = [await anAppointment(stage, 'committee_member', { tenantId }), newId()];
  await gate.query('begin; set local role kortelijn_gate');
  await gate.query(
    `insert into visit (tenant_id, id, specialist_id, on_date, minutes, kind, recorded_at)
      values ($1, $2, $3, $4, 60, 'coaching', now())`,
    [tenantId, visit, personId, day],
  );
  await gate.query(
    'insert into visit_school (tenant_id, visit_id, school_id, specialist_id, on_date) values ($1, $2, $3, $4, $5)',
    [tenantId, visit, school.id, personId, day],
  );
  await gate.query('commit');
  return personId;
}

const acting = (who: string) => actorOf(stage, cast.tenantId, who);
const deed = (version?: number) => deedOf(stage, { version });
const told = (outcome: MeetingOutcome) =>
  outcome.outcome === 'refused' ? outcome.unmet.map(({ code }) => code) : outcome.outcome;
const idOf = (outcome: MeetingOutcome) => (outcome.outcome === 'taken' ? outcome.id : '');

const plan = async (input: Parameters<typeof planMeeting>[2], who = cast.secretary) =>
  planMeeting(deed(), await acting(who), input);
const meetingOf = async (id: string, who = cast.secretary) => {
  const actor = await acting(who);
  return stage.database.read(actor, (reader) => getMeeting(reader, actor, id));
};
/** On the version that stands there. */
const change = async (id: string, input: Parameters<typeof changeMeeting>[3]) =>
  changeMeeting(deed((await meetingOf(id))?.version), await acting(cast.secretary), id, input);
const record = async (id: string, input: Parameters<typeof recordMinutes>[3]) =>
  recordMinutes(deed((await meetingOf(id))?.version), await acting(cast.secretary), id, input);
const step = (who: string, id: string, request: StepRequest) => questionStep(stage, cast, who, id, request);
const tried = async (who: string, id: string, request: StepRequest) => {
  const outcome = await takeStep(deed(), await acting(who), id, request);
  return outcome.outcome === 'refused' ? outcome.unmet.map(({ code }) => code) : outcome.outcome;
};
const agendaOf = async (id: string, who: string) => {
  const agenda = await readAgenda(deed(), await acting(who), id);
  if (agenda === undefined) throw new Error('no meeting');
  return agenda;
};
const on = async (id: string, who: string) =>
  (await agendaOf(id, who)).items.map(({ questionId }) => questionId);

/** A question on the agenda of a meeting in two weeks. */
async function atCommittee(kind: 'advice' | 'decision' = 'decision', level: 'group' | 'pupil' = 'pupil') {
  const meetingId = await aMeeting(stage, cast);
  const questionId = await aQuestion(stage, cast, 'in_triage', { level });
  await step(cast.author, questionId, { step: 'to_committee', meetingId, kind });
  return { meetingId, questionId };
}

const arrangement: StepRequest = {
  step: 'decide',
  kind: 'arrangement',
  text: 'De leerling leert het best in een kleine groep.',
  granted: true,
  dagdelen: 12,
  from: '2026-04-01',
  to: '2026-07-10',
};

describe('planning', () => {
  it('begins with what the partnership agreed', async () => {
    const id = idOf(await plan({ startsAt: '2026-03-30T12:00:00.000Z' }));
    expect(await meetingOf(id, cast.teacher)).toMatchObject({
      cutOffOn: '2026-03-23',
      quorum: 2,
      status: 'planned',
    });
  });

  it('names all that is wrong at once', async () => {
    const past = { startsAt: '2026-03-01T12:00:00.000Z', cutOffOn: '2026-03-01' };
    expect(told(await plan(past))).toEqual(['meetingAhead', 'cutOffAhead']);
    expect(told(await plan({ startsAt: '2026-03-30T12:00:00.000Z', cutOffOn: '2026-03-31' }))).toEqual([
      'cutOffBefore',
    ]);
  });

  it('is for the secretary alone, whatever the program does', async () => {
    for (const who of [cast.teamLead, cast.members[0], cast.author])
      await expect(plan({ startsAt: '2026-03-30T12:00:00.000Z' }, who)).rejects.toBeInstanceOf(NotAdmitted);
  });

  it('changes on the version that was seen, until it begins', async () => {
    const id = idOf(await plan({ startsAt: '2026-03-30T12:00:00.000Z', place: 'Lokaal 3' }));
    expect(told(await change(id, { place: '', startsAt: '2026-03-31T12:00:00.000Z' }))).toBe('taken');
    expect(await meetingOf(id)).toMatchObject({ place: null, version: 2, cutOffOn: '2026-03-23' });
    expect(told(await changeMeeting(deed(1), await acting(cast.secretary), id, { quorum: 1 }))).toBe('stale');
    stage.at('2026-03-31T12:00:00Z');
    expect(told(await change(id, { quorum: 1 }))).toEqual(['notYetBegun']);
    expect(told(await change(id, { startsAt: '2026-04-30T12:00:00.000Z' }))).toEqual(['meetingAhead']);
    expect(told(await change(id, { place: 'Online' }))).toBe('taken');
  });

  it('takes questions in until the cut-off, and not the day after', async () => {
    const id = idOf(await plan({ startsAt: '2026-03-30T12:00:00.000Z' }));
    const [first, second] = [
      await aQuestion(stage, cast, 'in_triage'),
      await aQuestion(stage, cast, 'in_triage'),
    ];
    const put = { step: 'to_committee', meetingId: id, kind: 'advice' } as const;
    stage.at('2026-03-23T20:00:00Z');
    expect(await tried(cast.author, first, put)).toBe('taken');
    stage.at('2026-03-24T08:00:00Z');
    expect(await tried(cast.author, second, put)).toEqual(['beforeCutOff']);
  });
});

describe('cancelling', () => {
  it('waits until every question on the agenda is held over to another meeting', async () => {
    const { meetingId, questionId } = await atCommittee();
    const other = await aMeeting(stage, cast, 28);
    expect(told(await change(meetingId, { cancelled: true }))).toEqual(['agendaEmpty']);
    await step(cast.secretary, questionId, {
      step: 'hold_over',
      missing: 'De dag vervalt.',
      meetingId: other,
    });
    expect(await on(other, cast.secretary)).toEqual([questionId]);
    expect(told(await change(meetingId, { cancelled: true }))).toBe('taken');
    expect(told(await change(meetingId, { place: 'Toch' }))).toEqual(['meetingOpen']);
    const late = await aQuestion(stage, cast, 'in_triage');
    expect(await tried(cast.author, late, { step: 'to_committee', meetingId, kind: 'advice' })).toEqual([
      'meetingPlanned',
    ]);
  });
});

describe('a conflict of interest', () => {
  it('keeps a member from reading the question, and from counting', async () => {
    const { meetingId, questionId } = await atCommittee('advice');
    expect(await on(meetingId, cast.members[0])).toEqual([questionId]);
    expect(await on(meetingId, conflicted)).toEqual([]);
    expect(ownConflicts(await agendaOf(meetingId, conflicted), await acting(conflicted))).toBe(1);

    await theMeetingIsHeld(stage, cast, meetingId, [cast.members[0], conflicted]);
    const agenda = await agendaOf(meetingId, cast.secretary);
    const [item] = agenda.items;
    expect(item && standingOf(agenda, item, await acting(cast.secretary))).toMatchObject({
      takers: 1,
      enough: false,
      out: [{ recused: false }],
    });
    const advise = { step: 'advise', text: 'Begin met een kleine groep.' } as const;
    expect(await tried(cast.secretary, questionId, advise)).toEqual(['quorum']);
    expect(told(await record(meetingId, { present: [...cast.members, conflicted] }))).toBe('taken');
    expect(await tried(cast.secretary, questionId, advise)).toBe('taken');
    const [settled] = (await agendaOf(meetingId, cast.secretary)).items;
    expect(settled).toMatchObject({ state: 'advised' });
    expect(settled?.takers).toHaveLength(2);
  });

  it('lasts two years to the day', async () => {
    // Last day at the school: two years before the meeting, and a day earlier.
    const still = await aMemberWhoTaughtUntil('2024-03-17');
    const free = await aMemberWhoTaughtUntil('2024-03-16');
    const visited = await aMemberWhoVisitedOn('2024-03-16');
    await aMemberWhoVisitedOn('2024-03-15');
    const { meetingId } = await atCommittee();
    expect((await meetingOf(meetingId))?.startsAt).toBe('2026-03-16T13:00:00.000000Z');
    const { conflicts } = await agendaOf(meetingId, cast.secretary);
    const out = conflicts.map(({ personId }) => personId);
    expect(out.toSorted()).toEqual([conflicted, still, visited].toSorted());
    expect(out).not.toContain(free);
  });

  it('is also what a member says: for good, and the secretary sees that, not why', async () => {
    const { meetingId, questionId } = await atCommittee();
    const [member] = cast.members;
    expect(told(await keepOut(deed(), await acting(member), questionId))).toBe('taken');
    expect(await on(meetingId, member)).toEqual([]);
    expect(await tried(member, questionId, arrangement)).toBe('notFound');
    expect((await agendaOf(meetingId, cast.secretary)).conflicts).toContainEqual({
      questionId,
      personId: member,
      recused: true,
    });
    // Of a question that is on no agenda of theirs nobody learns anything.
    const elsewhere = await aQuestion(stage, cast, 'in_triage');
    expect(told(await keepOut(deed(), await acting(cast.members[1]), elsewhere))).toBe('notFound');
  });
});

describe('minutes', () => {
  it('are written from the day on, of members alone', async () => {
    const { meetingId } = await atCommittee();
    expect(told(await record(meetingId, { present: [...cast.members] }))).toEqual(['meetingBegun']);
    stage.at('2026-03-16T08:00:00Z');
    expect(told(await record(meetingId, { present: [cast.teamLead] }))).toEqual(['isMember']);
    expect(told(await record(meetingId, { present: [...cast.members], minutes: 'Geopend om 14 uur.' }))).toBe(
      'taken',
    );
    expect(await meetingOf(meetingId, cast.members[0])).toMatchObject({ minutes: 'Geopend om 14 uur.' });
    const outside = await meetingOf(meetingId, cast.author);
    expect(outside?.minutes).toBeNull();
    expect(outside?.members.filter(({ present }) => present)).toEqual([]);
  });

  it('hold no number of a child', async () => {
    const { meetingId } = await atCommittee();
    stage.at('2026-03-16T08:00:00Z');
    const outcome = await record(meetingId, { present: [], minutes: 'Bel 06 12345678.' });
    expect(told(outcome)).toEqual(['noOpenMarks']);
    expect((await meetingOf(meetingId))?.minutes).toBeNull();
  });

  it('say that it is over once every question is settled; who took part was there', async () => {
    const { meetingId, questionId } = await atCommittee();
    await theMeetingIsHeld(stage, cast, meetingId, []);
    expect(told(await record(meetingId, { present: [], held: true }))).toEqual([
      'agendaSettled',
      'somebodyPresent',
    ]);
    expect(told(await record(meetingId, { present: [...cast.members] }))).toBe('taken');
    await step(cast.secretary, questionId, arrangement);
    expect(told(await record(meetingId, { present: [cast.members[0]] }))).toEqual(['tookNoPart']);
    expect(told(await change(meetingId, { cancelled: true }))).toEqual(['nothingSettled']);
    expect(told(await record(meetingId, { present: [...cast.members], held: true }))).toBe('taken');
    expect(told(await change(meetingId, { quorum: 1 }))).toEqual(['meetingOpen']);
    expect(told(await record(meetingId, { present: [...cast.members], minutes: 'Aangevuld.' }))).toBe(
      'taken',
    );
  });
});

describe('a decision', () => {
  const tlv: StepRequest = {
    step: 'decide',
    kind: 'tlv',
    text: 'De leerling leert het best op een speciale school.',
    granted: true,
    from: '2026-08-01',
    to: '2028-07-31',
    schoolType: 'SO',
    category: 2,
    caseNumber: 'TLV 88',
    firstOpinion: { on: '2026-03-01', by: 'orthopedagoog' },
    secondOpinion: { on: '2026-03-02', by: 'jeugdarts' },
  };
  async function decided(request: StepRequest) {
    const { meetingId, questionId } = await atCommittee();
    await step(cast.author, questionId, { step: 'think_along', specialistId: cast.specialist });
    await step(cast.specialist, questionId, { step: 'think_along', decision: 'accept' });
    await theMeetingIsHeld(stage, cast, meetingId);
    await step(cast.secretary, questionId, request);
    const [item] = (await agendaOf(meetingId, cast.secretary)).items;
    return { meetingId, questionId, decisionId: item?.decision?.id ?? '' };
  }

  it('has a letter for the school, its contact person and the secretary, and for nobody else', async () => {
    const { decisionId } = await decided(arrangement);
    const got = async (who: string) =>
      (await fetchLetter(deed(), await acting(who), decisionId)) !== undefined;
    for (const who of [cast.coordinator, cast.director, cast.author, cast.secretary])
      expect(await got(who)).toBe(true);
    for (const who of [cast.teamLead, cast.specialist, cast.members[0], conflicted, cast.teacher])
      expect(await got(who)).toBe(false);
    const letter = await fetchLetter(deed(), await acting(cast.secretary), decisionId);
    expect(letter?.type).toBe('application/pdf');
    expect(
      Buffer.from(letter?.body ?? '')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('on a TLV shows who supports the child its kind and period, and not which experts looked', async () => {
    const { decisionId } = await decided(tlv);
    const read = async (who: string) =>
      stage.database.read(await acting(who), async (reader) => [
        (await reader.rows(sql`select from decision where id = ${decisionId} and ends_on = '2028-07-31'`))
          .length,
        (await reader.rows(sql`select from decision_tlv where decision_id = ${decisionId}`)).length,
      ]);
    for (const who of [cast.coordinator, cast.author, cast.secretary, cast.members[0]])
      expect(await read(who)).toEqual([1, 1]);
    expect(await read(cast.specialist)).toEqual([1, 0]);
    expect(await read(conflicted)).toEqual([0, 0]);
  });

  it('is not given as an advice; an advice may become one, but a TLV on a pupil alone', async () => {
    const advise: StepRequest = { step: 'advise', text: 'Begin met een kleine groep.' };
    const asked = await atCommittee('decision', 'group');
    await theMeetingIsHeld(stage, cast, asked.meetingId);
    expect(await tried(cast.secretary, asked.questionId, advise)).toEqual(['adviceAsked']);
    expect(await tried(cast.secretary, asked.questionId, tlv)).toEqual(['tlvOfPupil']);
    expect(await tried(cast.secretary, asked.questionId, arrangement)).toBe('taken');
    const advised = await atCommittee('advice', 'group');
    await theMeetingIsHeld(stage, cast, advised.meetingId);
    expect(await tried(cast.secretary, advised.questionId, arrangement)).toBe('taken');
  });

  it('on a TLV rests on two experts of different functions, who have spoken', async () => {
    const { meetingId, questionId } = await atCommittee();
    await theMeetingIsHeld(stage, cast, meetingId);
    const same = { ...tlv, secondOpinion: { on: '2099-01-01', by: 'Orthopedagoog ' } };
    expect(await tried(cast.secretary, questionId, same)).toEqual(['opinionsNotAhead', 'opinionsDiffer']);
    expect(await tried(cast.secretary, questionId, tlv)).toBe('taken');
  });

  it('on a TLV that was granted cannot do without its reference, whatever the program does', async () => {
    const { meetingId, questionId } = await atCommittee();
    await theMeetingIsHeld(stage, cast, meetingId);
    const { tenantId, secretary } = cast;
    const without = stage.database.write(await acting(secretary), async (tx) => {
      const row = await tx.first<{ version: number }>(
        sql`select version + 1 as version from support_question where tenant_id = ${tenantId} and id = ${questionId}`,
      );
      const key = sql`${tenantId}, ${questionId}, ${row?.version}`;
      await tx.run(
        sql`insert into question_entry_words (tenant_id, question_id, version, text) values (${key}, 'Redenen')`,
      );
      await tx.run(sql`insert into decision (tenant_id, question_id, version, id, kind, granted, starts_on, ends_on)
        values (${key}, ${newId()}, 'tlv', true, '2026-08-01', '2028-07-31')`);
      await tx.run(sql`insert into question_entry (tenant_id, question_id, version, id, at, relation, step, from_status, to_status, choice)
        values (${key}, ${newId()}, app_now(), '', 'decide', 'at_committee', 'in_triage', 'tlv')`);
    });
    await expect(without).rejects.toEqual(new LawRefused(['tlvComplete']));
  });

  it('is to be warned of from each term of the partnership on, once', async () => {
    const { decisionId } = await decided(arrangement);
    const warned = async (today: string) => {
      await gate.query('begin; set local role kortelijn_gate');
      const { rows } = await gate.query(
        'select ends_on, days from decisions_that_end($1) where decision_id = $2',
        [today, decisionId],
      );
      await gate.query('rollback');
      return rows;
    };
    // It ends on 10 July: 60 and 20 days before are 11 May and 20 June.
    expect(await warned('2026-05-10')).toEqual([]);
    expect(await warned('2026-05-11')).toEqual([{ ends_on: '2026-07-10', days: 60 }]);
    expect(await warned('2026-05-13')).toEqual([{ ends_on: '2026-07-10', days: 58 }]);
    await gate.query(`begin; set local role kortelijn_gate;
      update decision set warned_at = '2026-05-11T08:00:00Z' where id = '${decisionId}'; commit`);
    expect(await warned('2026-06-19')).toEqual([]);
    expect(await warned('2026-06-20')).toEqual([{ ends_on: '2026-07-10', days: 20 }]);
    expect(await warned('2026-07-11')).toEqual([]);
  });
});
