/** What the database does with a question after each step: its days, its pauses, who has it in hands and who works on it. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import type { StepRequest } from '../../src/questions/question.input.ts';
import { anAppointment } from '../support/factories.ts';
import {
  aContract,
  aMeeting,
  anAskBy,
  aQuestion,
  type QuestionCast,
  theMeetingIsHeld,
} from '../support/factories-questions.ts';
import { openQuestionStage, type QuestionStage } from '../support/question-stage.ts';

pg.types.setTypeParser(1082, (day) => day);

let world: QuestionStage;
let cast: QuestionCast;
let third: string;

beforeAll(async () => {
  world = await openQuestionStage();
  cast = world.cast;
  const { tenantId } = cast;
  third = await anAppointment(world.stage, 'specialist', { tenantId });
  await aContract(world.fresh, { tenantId, personId: third });
});
afterAll(() => world.close());

type Row = Readonly<Record<string, unknown>>;
let id = '';
let before: Row = {};

const rowOf = async (question: string): Promise<Row> => {
  const [row] = await world.readAll<Record<string, unknown>>(
    `select status, version, holder_id, hand_offs, submitter_id, urgency, expertise, planned_dagdelen::float, submitted_on, triaged_on,
      involved_on, complete_on, advised_on, first_contact_on, started_on, evaluate_by, evaluated_on, completed_on, follow_up_on, lasted,
      day_of(ended_at) as ended_on, paused_on, pauses::text, incomplete_on, committee_pauses::text
    from support_question where id = $1`,
    [question],
  );
  return row ?? {};
};

/** Takes the step on that day, and says what is otherwise than before. */
async function changesBy(day: string, who: string, request: StepRequest): Promise<Row> {
  world.stage.at(`${day}T09:00:00Z`);
  await world.step(who, id, request);
  const after = await rowOf(id);
  const changed = Object.entries(after).filter(
    ([name, value]) => name !== 'version' && JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  expect(after['version']).toBe(Number(before['version']) + 1);
  before = after;
  return Object.fromEntries(changed);
}

const assign = (specialistId: string, from: string, to: string): StepRequest => ({
  step: 'assign',
  specialistId,
  role: 'Begeleider',
  plannedDagdelen: 4,
  from,
  to,
});

test('on the whole road each step sets its own days, and the question goes from hand to hand', async () => {
  const { coordinator, director, author: contact, teamLead, specialist, colleague, secretary } = cast;
  world.stage.at('2026-03-02T08:00:00Z');
  id = await anAskBy(world.stage, cast, coordinator, { level: 'pupil' });
  before = await rowOf(id);
  expect(before).toMatchObject({ version: 1, holder_id: coordinator, hand_offs: 0, pauses: '{}' });

  const by = changesBy;
  expect(await by('2026-03-02', coordinator, { step: 'think_along', specialistId: specialist })).toEqual({});
  expect(await by('2026-03-02', specialist, { step: 'think_along' })).toEqual({ involved_on: '2026-03-02' });
  expect(await by('2026-03-02', director, { step: 'submit' })).toEqual({
    ...{ status: 'submitted', submitted_on: '2026-03-02', submitter_id: director },
    ...{ holder_id: director, hand_offs: 1 },
  });
  expect(
    await by('2026-03-03', contact, {
      step: 'triage',
      urgency: 'now',
      plannedDagdelen: 6,
      expertise: ['rekenen'],
    }),
  ).toEqual({
    ...{ status: 'in_triage', triaged_on: '2026-03-03', holder_id: contact, hand_offs: 2 },
    ...{ urgency: 'now', expertise: ['rekenen'], planned_dagdelen: 6 },
  });
  expect(await by('2026-03-04', contact, { step: 'ask_information', missing: 'Wat is al gedaan?' })).toEqual({
    ...{ status: 'needs_information', holder_id: director, hand_offs: 3, paused_on: '2026-03-04' },
  });
  expect(await by('2026-03-09', coordinator, { step: 'give_information', text: 'Drie gesprekken.' })).toEqual(
    {
      ...{ status: 'in_triage', holder_id: contact, hand_offs: 4 },
      ...{ paused_on: null, pauses: '{[2026-03-05,2026-03-10)}' },
    },
  );
  const first = await aMeeting(world.stage, cast);
  expect(
    await by('2026-03-09', contact, { step: 'to_committee', meetingId: first, kind: 'decision' }),
  ).toEqual({
    ...{ status: 'at_committee', complete_on: '2026-03-09', holder_id: null, hand_offs: 5 },
  });
  await theMeetingIsHeld(world.stage, cast, first);
  const next = await aMeeting(world.stage, cast);
  expect(
    await by('2026-03-25', secretary, { step: 'hold_over', meetingId: next, missing: 'Het verslag.' }),
  ).toEqual({
    incomplete_on: '2026-03-25',
  });
  expect(await by('2026-03-30', contact, { step: 'complete_file' })).toEqual({
    incomplete_on: null,
    committee_pauses: '{[2026-03-26,2026-03-31)}',
  });
  await theMeetingIsHeld(world.stage, cast, next);
  expect(
    await by('2026-04-10', secretary, {
      step: 'decide',
      kind: 'arrangement',
      granted: false,
      text: 'Het kan anders.',
    }),
  ).toEqual({ status: 'in_triage', advised_on: '2026-04-10', holder_id: contact, hand_offs: 6 });
  expect(await by('2026-04-10', teamLead, assign(specialist, '2026-04-13', '2026-05-29'))).toEqual({
    ...{ status: 'assigned', holder_id: specialist, hand_offs: 7, evaluate_by: '2026-05-29' },
  });
  expect(await by('2026-04-13', contact, assign(colleague, '2026-04-13', '2026-06-12'))).toEqual({
    evaluate_by: '2026-06-12',
  });
  expect(await by('2026-04-14', specialist, { step: 'start', firstContactOn: '2026-04-13' })).toEqual({
    ...{ status: 'started', first_contact_on: '2026-04-13', started_on: '2026-04-13' },
  });
  const over: StepRequest = {
    step: 'hand_over',
    specialistId: third,
    fromSpecialistId: colleague,
    reason: 'Verlof.',
  };
  expect(await by('2026-04-20', teamLead, over)).toEqual({});
  // After the first contact nobody counts hands any more.
  expect(
    await by('2026-04-21', specialist, {
      step: 'hand_over',
      specialistId: colleague,
      reason: 'Andere school.',
    }),
  ).toEqual({ holder_id: colleague });
  expect(await by('2026-05-29', third, { step: 'evaluate', noGoalBecause: 'Meedenken.' })).toEqual({
    ...{ status: 'evaluated', evaluated_on: '2026-05-29' },
  });
  expect(await by('2026-06-01', teamLead, { step: 'extend', until: '2026-07-03', reason: 'Bijna.' })).toEqual(
    {
      ...{ status: 'started', evaluate_by: '2026-07-03' },
    },
  );
  expect(await by('2026-06-15', coordinator, { step: 'evaluate', noGoalBecause: 'Meedenken.' })).toEqual({
    ...{ status: 'evaluated', evaluated_on: '2026-06-15' },
  });
  expect(await by('2026-06-15', colleague, { step: 'complete' })).toEqual({
    ...{
      status: 'completed',
      completed_on: '2026-06-15',
      follow_up_on: '2026-12-15',
      ended_on: '2026-06-15',
    },
  });
  expect(await by('2026-12-15', coordinator, { step: 'follow_up', didItLast: 'partly' })).toEqual({
    ...{ status: 'followed_up', lasted: 'partly', holder_id: null },
  });

  const work = await world.readAll(
    `select specialist_id, kind, state, planned_dagdelen::float as dagdelen, starts_on, ends_on from assignment where question_id = $1
      order by made_at, starts_on`,
    [id],
  );
  expect(work).toEqual([
    {
      specialist_id: specialist,
      kind: 'thinks_along',
      state: 'active',
      dagdelen: null,
      starts_on: null,
      ends_on: null,
    },
    {
      specialist_id: specialist,
      kind: 'assigned',
      state: 'ended',
      dagdelen: 4,
      starts_on: '2026-04-13',
      ends_on: '2026-05-30',
    },
    {
      specialist_id: colleague,
      kind: 'assigned',
      state: 'ended',
      dagdelen: 4,
      starts_on: '2026-04-13',
      ends_on: '2026-06-13',
    },
    {
      specialist_id: third,
      kind: 'assigned',
      state: 'ended',
      // Eight of its nine weeks.
      dagdelen: 4,
      starts_on: '2026-04-20',
      ends_on: '2026-06-16',
    },
    {
      specialist_id: colleague,
      kind: 'assigned',
      state: 'ended',
      // Six of its seven weeks, in whole halves.
      dagdelen: 3.5,
      starts_on: '2026-04-21',
      ends_on: '2026-06-16',
    },
  ]);
  const items = await world.readAll(
    `select meeting_id, kind, state, day_of(settled_at) as settled, (select count(*)::int from agenda_item_taker t where t.item_id = i.id) as takers
      from agenda_item i where question_id = $1 order by put_on_at`,
    [id],
  );
  expect(items).toEqual([
    { meeting_id: first, kind: 'decision', state: 'held_over', settled: '2026-03-25', takers: 0 },
    { meeting_id: next, kind: 'decision', state: 'decided', settled: '2026-04-10', takers: 2 },
  ]);
  const entries = await world.readAll<{ step: string; relation: string; from_id: string | null }>(
    `select step, relation, from_id from question_entry where question_id = $1 order by version`,
    [id],
  );
  expect(entries.map(({ step, relation }) => `${step} by ${relation}`)).toEqual([
    ...['think_along by support_coordinator', 'think_along by asked_along', 'submit by school_director'],
    ...[
      'triage by contact_person',
      'ask_information by contact_person',
      'give_information by support_coordinator',
    ],
    ...[
      'to_committee by contact_person',
      'hold_over by committee_secretary',
      'complete_file by contact_person',
    ],
    ...[
      'decide by committee_secretary',
      'assign by planner',
      'assign by contact_person',
      'start by specialist',
    ],
    ...['hand_over by planner', 'hand_over by specialist', 'evaluate by specialist', 'extend by planner'],
    ...['evaluate by support_coordinator', 'complete by specialist', 'follow_up by support_coordinator'],
  ]);
  expect(entries.flatMap((entry) => (entry.step === 'hand_over' ? [entry.from_id] : []))).toEqual([
    colleague,
    specialist,
  ]);
  const [gate] = await world.readAll('select legal_ground from question_pupil where question_id = $1', [id]);
  expect(gate).toEqual({
    legal_ground:
      'Wettelijke taak van het samenwerkingsverband: adviseren over en toewijzen van ondersteuning.',
  });
});

test('a question that is withdrawn leaves the agenda, closes its pause and lets everybody go who was asked', async () => {
  world.stage.at('2026-03-02T08:00:00Z');
  id = await aQuestion(world.stage, cast, 'at_committee');
  await world.step(cast.author, id, { step: 'think_along', specialistId: cast.colleague });
  before = await rowOf(id);
  expect(await changesBy('2026-03-04', cast.coordinator, { step: 'withdraw', reason: 'Opgelost.' })).toEqual({
    ...{ status: 'withdrawn', ended_on: '2026-03-04' },
  });
  const left = await world.readAll(
    `select (select state from agenda_item where question_id = $1) as item, (select state from assignment where question_id = $1) as asked`,
    [id],
  );
  expect(left).toEqual([{ item: 'withdrawn', asked: 'ended' }]);

  world.stage.at('2026-03-02T08:00:00Z');
  id = await aQuestion(world.stage, cast, 'needs_information');
  before = await rowOf(id);
  expect(await changesBy('2026-03-04', cast.coordinator, { step: 'withdraw', reason: 'Opgelost.' })).toEqual({
    ...{ status: 'withdrawn', ended_on: '2026-03-04', holder_id: null },
    ...{ paused_on: null, pauses: '{[2026-03-03,2026-03-05)}' },
  });
});

test('held over and then withdrawn, it is nothing of the committee any more', async () => {
  world.stage.at('2026-03-02T08:00:00Z');
  id = await aQuestion(world.stage, cast, 'at_committee');
  await world.step(cast.secretary, id, {
    step: 'hold_over',
    missing: 'Een verslag.',
    meetingId: await aMeeting(world.stage, cast, 30),
  });
  const member = { tenantId: cast.tenantId, personId: cast.members[0] };
  const sees = () =>
    world.stage.database.read(member, (reader) =>
      reader.first(sql`select id from support_question where id = ${id}`),
    );
  expect(await sees()).toEqual({ id });
  await world.step(cast.coordinator, id, { step: 'withdraw', reason: 'Opgelost.' });
  expect(await sees()).toBeUndefined();
});

test('a second time at the committee has a clock of its own', async () => {
  world.stage.at('2026-03-02T08:00:00Z');
  id = await aQuestion(world.stage, cast, 'in_triage');
  const first = await aMeeting(world.stage, cast);
  await world.step(cast.author, id, { step: 'to_committee', meetingId: first, kind: 'advice' });
  await theMeetingIsHeld(world.stage, cast, first);
  await world.step(cast.secretary, id, { step: 'advise', text: 'Begin met het team.' });
  before = await rowOf(id);
  expect(before).toMatchObject({ complete_on: '2026-03-02', advised_on: '2026-03-18' });
  const second = await aMeeting(world.stage, cast);
  const again: StepRequest = { step: 'to_committee', meetingId: second, kind: 'decision' };
  expect(await changesBy('2026-03-20', cast.author, again)).toMatchObject({
    complete_on: '2026-03-20',
    advised_on: null,
  });
});

test('a stop ends the work at once, and who thought along reads on', async () => {
  world.stage.at('2026-03-02T08:00:00Z');
  id = await aQuestion(world.stage, cast, 'started');
  await world.step(cast.author, id, { step: 'think_along', specialistId: cast.colleague });
  await world.step(cast.colleague, id, { step: 'think_along' });
  before = await rowOf(id);
  const stop: StepRequest = {
    step: 'stop',
    reason: 'De groep is gesplitst.',
    nextStep: 'De school gaat verder.',
  };
  expect(await changesBy('2026-03-04', cast.teamLead, stop)).toEqual({
    ...{ status: 'stopped', ended_on: '2026-03-04', holder_id: null },
  });
  const work = await world.readAll(
    'select kind, state, day_of(ended_at) as ended from assignment where question_id = $1 order by kind',
    [id],
  );
  expect(work).toEqual([
    { kind: 'assigned', state: 'ended', ended: '2026-03-04' },
    { kind: 'thinks_along', state: 'active', ended: null },
  ]);
});

test('a team lead who is a specialist too does not let themselves into a question on a pupil', async () => {
  world.stage.at('2026-03-02T08:00:00Z');
  const { tenantId, teamLead } = cast;
  await anAppointment(world.stage, 'specialist', { tenantId, personId: teamLead });
  const oneself: StepRequest = { step: 'think_along', specialistId: cast.teamLead };
  const pupil = await aQuestion(world.stage, cast, 'draft', { level: 'pupil' });
  await expect(world.step(cast.teamLead, pupil, oneself)).rejects.toThrow('askedAlong');
  await world.step(cast.coordinator, pupil, oneself);
  const light = await aQuestion(world.stage, cast, 'draft');
  await world.step(cast.teamLead, light, oneself);
});

test('who declines may be asked again; who is assigned owes no answer any more', async () => {
  world.stage.at('2026-03-02T08:00:00Z');
  id = await aQuestion(world.stage, cast, 'in_triage');
  const ask: StepRequest = { step: 'think_along', specialistId: cast.colleague };
  await world.step(cast.author, id, ask);
  await world.step(cast.colleague, id, { step: 'think_along', decision: 'decline' });
  await world.step(cast.author, id, ask);
  before = await rowOf(id);
  expect(
    await changesBy('2026-03-03', cast.author, assign(cast.colleague, '2026-03-03', '2026-03-27')),
  ).toMatchObject({
    involved_on: '2026-03-03',
    holder_id: cast.colleague,
  });
  const states = await world.readAll<{ state: string }>(
    'select state from assignment where question_id = $1 order by made_at',
    [id],
  );
  expect(states.map(({ state }) => state)).toEqual(['declined', 'ended', 'active']);
});
