/** A question goes its whole road, by everybody it meets. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAppointment } from '../../tests/support/factories.ts';
import {
  aContract,
  aMeeting,
  anAskBy,
  aQuestion,
  dayOfStage,
  type QuestionCast,
  theMeetingIsHeld,
} from '../../tests/support/factories-questions.ts';
import { codes, openQuestionStage, type QuestionStage } from '../../tests/support/question-stage.ts';
import { addDays } from '../platform/pure/dates.ts';
import type { StepRequest } from './question.input.ts';
import { statuses } from './question.rules.ts';
import { clocksFor } from './question.view.ts';

let world: QuestionStage;
let stage: QuestionStage['stage'];
let cast: QuestionCast;

beforeAll(async () => {
  world = await openQuestionStage();
  ({ stage, cast } = world);
});
afterAll(() => world.close());

test.each(statuses)('a question reaches the state %s by its steps', async (status) => {
  for (const level of ['group', 'pupil'] as const) {
    const id = await aQuestion(stage, cast, status, { level });
    expect((await world.rowOf(id)).status).toBe(status);
  }
});

describe('the short line', () => {
  test('runs from a draft on, by everybody it meets; days and hand-offs are counted', async () => {
    stage.at('2026-09-07T08:00:00Z');
    const id = await anAskBy(stage, cast, cast.teacher, { signalledOn: '2026-09-01' });
    await world.step(cast.teacher, id, { step: 'revise', triedSoFar: 'Een dagplanning.' });
    expect(codes(await world.take(cast.teacher, id, { step: 'submit' }))).toBe('forbidden');
    await world.step(cast.coordinator, id, { step: 'think_along', specialistId: cast.colleague });
    await world.step(cast.colleague, id, { step: 'think_along', decision: 'accept' });
    await world.step(cast.coordinator, id, { step: 'submit' });
    stage.at('2026-09-09T08:00:00Z');
    await world.step(cast.author, id, {
      step: 'triage',
      urgency: 'now',
      plannedDagdelen: 3,
      expertise: ['gedrag', 'rekenen'],
    });
    await world.step(cast.author, id, { step: 'ask_information', missing: 'Wat zegt het team?' });
    stage.at('2026-09-14T08:00:00Z');
    await world.step(cast.teacher, id, { step: 'give_information', text: 'Het team ziet het ook.' });
    await world.step(cast.author, id, {
      step: 'assign',
      specialistId: cast.specialist,
      role: 'Eerste begeleider',
      plannedDagdelen: 3,
      from: '2026-09-14',
      to: '2026-10-30',
    });
    stage.at('2026-09-16T08:00:00Z');
    await world.step(cast.specialist, id, { step: 'start', firstContactOn: '2026-09-15' });
    const row = await world.rowOf(id, cast.specialist);
    expect(row).toMatchObject({
      status: 'started',
      holder: { id: cast.specialist },
      // teacher -> IB'er -> contact person -> IB'er (information) -> contact person -> specialist
      handOffs: 5,
      urgency: 'now',
      expertise: ['gedrag', 'rekenen'],
      plannedDagdelen: 3,
      submittedOn: '2026-09-07',
      triagedOn: '2026-09-09',
      involvedOn: '2026-09-07',
      firstContactOn: '2026-09-15',
      startedOn: '2026-09-15',
      evaluateBy: '2026-10-30',
      pauses: [['2026-09-10', '2026-09-14']],
    });
    expect(row.expertiseNames).toEqual(['Rekenen', 'Gedrag']);
    expect(row.entries.map(({ step: name, relation }) => [name, relation])).toEqual([
      ['think_along', 'support_coordinator'],
      ['think_along', 'asked_along'],
      ['submit', 'support_coordinator'],
      ['triage', 'contact_person'],
      ['ask_information', 'contact_person'],
      ['give_information', 'author'],
      ['assign', 'contact_person'],
      ['start', 'specialist'],
    ]);
    // From Tuesday 1 to Tuesday 15 September: ten school days, less Thursday, Friday and Monday of the pause.
    expect(clocksFor(row).map(({ name, elapsed, state }) => [name, elapsed, state])).toEqual([
      ['first_contact', 7, 'stopped'],
      ['triage', 2, 'stopped'],
      ['start', 3, 'stopped'],
      ['evaluation', 0, 'running'],
    ]);
    expect(await world.audited(id)).toEqual([
      ...['ask', 'revise', 'think_along', 'think_along', 'submit', 'triage', 'ask_information'],
      ...['give_information', 'assign', 'start'],
    ]);
  });

  test('two specialists work, one hands over, the rest is extended, completed and looked back at', async () => {
    const id = await aQuestion(stage, cast, 'started');
    const today = dayOfStage(stage);
    const work = { role: 'Coach', plannedDagdelen: 0.5, from: today, to: addDays(today, 20) };
    await world.step(cast.teamLead, id, { step: 'assign', specialistId: cast.colleague, ...work });
    const third = await anAppointment(stage, 'specialist', { tenantId: cast.tenantId });
    const over: StepRequest = { step: 'hand_over', specialistId: third, reason: 'Ik ga met verlof.' };
    expect(codes(await world.take(cast.colleague, id, over))).toEqual(['withinContract']);
    await aContract(world.fresh, { tenantId: cast.tenantId, personId: third });
    await world.step(cast.colleague, id, over);
    const working = (await world.rowOf(id)).assignments.filter(({ state }) => state === 'active');
    expect(working.map(({ specialist, role }) => [specialist.id, role])).toEqual([
      [cast.specialist, 'Eerste begeleider'],
      [third, 'Coach'],
    ]);
    await world.step(third, id, { step: 'add_note', text: 'Ik maakte kennis.' });
    await world.step(cast.specialist, id, { step: 'evaluate', noGoalBecause: 'Meedenken was genoeg.' });
    const extend = { step: 'extend', reason: 'Nog een blok.' } as const;
    const far = { ...extend, until: addDays(today, 1_200) };
    expect(codes(await world.take(cast.teamLead, id, far))).toEqual(['withinContract']);
    await world.step(cast.teamLead, id, { ...extend, until: addDays(today, 90) });
    expect(await world.rowOf(id)).toMatchObject({ status: 'started', evaluateBy: addDays(today, 90) });
    await world.step(cast.coordinator, id, { step: 'evaluate', noGoalBecause: 'Het team kan verder.' });
    await world.step(cast.specialist, id, { step: 'complete' });
    expect(await world.rowOf(id)).toMatchObject({ status: 'completed', followUpOn: expect.any(String) });
    await world.step(cast.specialist, id, { step: 'follow_up', didItLast: 'yes', text: 'Het houdt stand.' });
    expect(await world.rowOf(id)).toMatchObject({ status: 'followed_up', lasted: 'yes', holder: null });
  });
});

describe('the committee', () => {
  test('holds over what is not complete, and decides when it is; the school reads the whole outcome', async () => {
    const id = await aQuestion(stage, cast, 'in_triage', {
      level: 'pupil',
      pupil: {
        pseudonym: 'Zeester',
        ageBand: '8-9',
        parentsSpokenOn: dayOfStage(stage),
        parentsConsentOn: dayOfStage(stage),
      },
    });
    const [first, second] = [await aMeeting(stage, cast), await aMeeting(stage, cast, 28)];
    const toCommittee = { step: 'to_committee', meetingId: first, kind: 'decision' } as const;
    expect(codes(await world.take(cast.author, id, toCommittee))).toEqual(['fileComplete']);
    await world.step(cast.author, id, { ...toCommittee, caseNumber: 'OT 2026 88' });
    expect((await world.rowOf(id)).pupil?.caseNumber).toBe('OT 2026 88');
    const missing = 'Het verslag van groep 4 ontbreekt.';
    await world.step(cast.secretary, id, { step: 'hold_over', meetingId: second, missing });
    const decide: StepRequest = {
      step: 'decide',
      kind: 'tlv',
      text: 'De leerling heeft een kleine groep nodig.',
      granted: true,
      from: '2026-11-01',
      to: '2027-07-31',
      schoolType: 'SO',
      category: 2,
      caseNumber: 'OT 2026 88',
      firstOpinion: { on: '2026-09-01', by: 'orthopedagoog' },
      secondOpinion: { on: '2026-09-02', by: 'jeugdarts' },
    };
    expect(codes(await world.take(cast.secretary, id, decide))).toEqual([
      'fileComplete',
      'meetingBegun',
      'quorum',
    ]);
    await world.step(cast.author, id, { step: 'complete_file' });
    await theMeetingIsHeld(stage, cast, second);
    await world.step(cast.secretary, id, decide);
    const row = await world.rowOf(id, cast.coordinator);
    expect(row.entries.at(-1)).toMatchObject({
      step: 'decide',
      choice: 'tlv',
      text: 'De leerling heeft een kleine groep nodig.',
      meetingId: second,
      decision: {
        kind: 'tlv',
        granted: true,
        from: '2026-11-01',
        to: '2027-07-31',
        tlv: { schoolType: 'SO', category: 2, firstOpinionBy: 'orthopedagoog' },
      },
    });
    expect(row).toMatchObject({ status: 'in_triage', holder: { id: cast.author } });
    // The team lead plans on, without the words and without the decision.
    expect((await world.rowOf(id, cast.teamLead)).entries.at(-1)).toMatchObject({
      text: null,
      decision: null,
    });
  });

  test('an arrangement in dagdelen goes back to who asked', async () => {
    const id = await aQuestion(stage, cast, 'in_triage');
    const meetingId = await aMeeting(stage, cast);
    await world.step(cast.author, id, { step: 'to_committee', meetingId, kind: 'decision' });
    await theMeetingIsHeld(stage, cast, meetingId);
    await world.step(cast.members[0], id, {
      step: 'decide',
      kind: 'arrangement',
      text: 'Twaalf dagdelen begeleiding.',
      granted: true,
      dagdelen: 12,
      from: '2026-11-01',
      to: '2027-07-31',
    });
    expect((await world.rowOf(id)).entries.at(-1)?.decision).toMatchObject({
      dagdelen: 12,
      budget: null,
      tlv: null,
    });
  });
});
