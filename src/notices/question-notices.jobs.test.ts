/** Who is told of a question, when, and that nobody else is. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { anAppointment, openStage, type Stage } from '../../tests/support/factories.ts';
import {
  aMeeting,
  anAskBy,
  aQuestion,
  aQuestionCast,
  aStationing,
  type QuestionCast,
  questionStep,
} from '../../tests/support/factories-questions.ts';
import { NotAdmitted, sql } from '../platform/database.ts';
import type { StepRequest } from '../questions/index.ts';
import { remindOfTheDay } from './notice.jobs.ts';
import { findNotices, type NoticeRow } from './notice.store.ts';
import { pathOf, titleOf } from './notice.view.ts';

let fresh: FreshDatabase;
let stage: Stage;
let gate: pg.Client;
let cast: QuestionCast;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  gate = new pg.Client({ connectionString: fresh.ownerUrl });
  await gate.connect();
  await gate.query('set role kortelijn_gate');
});
beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z'); // a Monday; there are no holidays
  cast = await aQuestionCast(stage, fresh);
});
afterAll(async () => {
  await gate.end();
  await stage.close();
  await fresh.drop();
});

async function noticesOf(personId: string): Promise<readonly NoticeRow[]> {
  const who = { tenantId: cast.tenantId, personId };
  const found = await stage.database.read(who, (reader) => findNotices(reader, who, { limit: 50 }));
  return found.toReversed();
}
const kindsOf = async (personId: string) =>
  (await noticesOf(personId)).map(({ kind, questionStep: step, about, nth }) =>
    [kind, step ?? about, nth].filter(Boolean).join(' '),
  );
const takes = (who: string, id: string, request: StepRequest) => questionStep(stage, cast, who, id, request);

it('names exactly the people whose row-level security shows the question, in every state', async () => {
  const { tenantId, school } = cast;
  const here = { tenantId, schoolId: school.id };
  const extra = [
    await anAppointment(stage, 'teacher', here),
    await anAppointment(stage, 'support_coordinator', { ...here, to: '2026-03-01' }),
    await anAppointment(stage, 'contact_person', { ...here, from: '2027-01-01' }),
    await anAppointment(stage, 'administrator', { tenantId }),
    await anAppointment(stage, 'privacy_officer', { tenantId }),
    await anAppointment(stage, 'policy_adviser', { tenantId }),
  ];
  const stationed = await anAppointment(stage, 'specialist', { tenantId });
  await aStationing(fresh, { tenantId, personId: stationed, schoolId: school.id });
  const { author, director, coordinator, teamLead, boardMember, partnershipDirector, teacher } = cast;
  const { specialist, colleague, secretary, members } = cast;
  const school7 = [author, director, coordinator, teacher, teamLead, boardMember, partnershipDirector];
  const people = [...school7, specialist, colleague, secretary, ...members, ...extra, stationed];
  const asked = await aQuestion(stage, cast, 'in_triage');
  await takes(coordinator, asked, { step: 'think_along', specialistId: colleague });
  const conflicted = await aQuestion(stage, cast, 'at_committee');
  await stage.database.write({ tenantId, personId: members[0] }, (tx) =>
    tx.run(
      sql`insert into recusal (tenant_id, question_id, person_id) values (${tenantId}, ${conflicted}, ${members[0]})`,
    ),
  );
  const ids = [
    asked,
    conflicted,
    await anAskBy(stage, cast, teacher),
    await aQuestion(stage, cast, 'submitted', { level: 'pupil' }),
    await aQuestion(stage, cast, 'started'),
    await aQuestion(stage, cast, 'stopped'),
  ];
  const sizes: number[] = [];
  for (const id of ids) {
    const { rows } = await gate.query<{ person: string }>(
      'select question_circle(q, $2) as person from support_question q where q.id = $1 order by 1',
      [id, '2026-03-03'],
    );
    const found: string[] = [];
    for (const personId of people) {
      const sees = stage.database
        .read({ tenantId, personId }, (reader) =>
          reader.first(sql`select id from support_question where id = ${id}`),
        )
        .catch((fault: unknown) => {
          if (fault instanceof NotAdmitted) return undefined;
          throw fault;
        });
      if ((await sees) !== undefined) found.push(personId);
    }
    expect(rows.map(({ person }) => person)).toEqual(found.toSorted());
    sizes.push(found.length);
  }
  // Contact person, director, IB'er and team lead; then who thinks along, the committee without the member who keeps out, the teacher,
  // nobody, the specialist, and nobody any more. Who is stationed there reads all of them but the draft and the one on a pupil.
  expect(sizes).toEqual([6, 7, 5, 4, 6, 5]);
});

it('a step asks something of who is next, is told to who works on it, and not to who took it', async () => {
  const { author, coordinator, director, teamLead, specialist, secretary, teacher, members } = cast;
  const id = await anAskBy(stage, cast, teacher);
  expect(await kindsOf(coordinator)).toEqual(['question_yours']);
  await takes(coordinator, id, { step: 'submit' });
  expect(await kindsOf(author)).toEqual(['question_yours submit']);
  expect(await kindsOf(teacher)).toEqual(['question_step submit']);
  expect(await kindsOf(director)).toEqual(['question_step submit']);
  expect(await kindsOf(coordinator)).toEqual(['question_yours']);
  await takes(author, id, { step: 'triage', urgency: 'soon', plannedDagdelen: 2, expertise: ['gedrag'] });
  await takes(author, id, { step: 'ask_information', missing: 'Hoe groot is de groep?' });
  expect((await kindsOf(coordinator)).at(-1)).toBe('question_yours ask_information');
  await takes(coordinator, id, { step: 'give_information', text: 'Vierentwintig kinderen.' });
  await takes(author, id, { step: 'to_committee', meetingId: await aMeeting(stage, cast), kind: 'advice' });
  expect(await kindsOf(secretary)).toEqual(['question_yours to_committee']);
  expect(await kindsOf(members[0])).toEqual([]);
  expect(await kindsOf(specialist)).toEqual([]);
  expect(await kindsOf(teamLead)).toEqual([]);
  const [newest] = (await noticesOf(secretary)).slice(-1);
  expect(newest && [titleOf(newest), pathOf(newest)]).toEqual([
    `${newest?.by} legde de vraag aan de commissie voor`,
    `/vragen/${id}`,
  ]);
});

it('a school without a contact person has its question seen by the team lead', async () => {
  await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
    tx.run(sql`update appointment set ends_on = '2026-03-02' where person_id = ${cast.author}`),
  );
  await aQuestion(stage, cast, 'submitted');
  expect(await kindsOf(cast.teamLead)).toEqual(['question_yours submit']);
});

it('warns who holds it before a norm passes, and the team lead too when it has passed; each once', async () => {
  const id = await aQuestion(stage, cast, 'submitted');
  const morning = async (day: string) => {
    stage.at(`${day}T07:30:00Z`);
    await remindOfTheDay(stage.database);
    await remindOfTheDay(stage.database);
  };
  const remindersOf = async (who: string) =>
    (await noticesOf(who))
      .filter(({ kind }) => kind === 'reminder')
      .map(({ about, nth, dueOn }) => `${about} ${nth} ${dueOn}`);
  await morning('2026-03-03');
  expect(await remindersOf(cast.author)).toEqual([]);
  await morning('2026-03-04'); // two of three school days gone: one is left
  expect(await remindersOf(cast.author)).toEqual(['triage 1 2026-03-05']);
  await morning('2026-03-05');
  await morning('2026-03-06');
  expect(await remindersOf(cast.author)).toEqual(['triage 1 2026-03-05', 'triage 2 null']);
  expect(await remindersOf(cast.teamLead)).toEqual(['triage 2 null']);
  expect(await remindersOf(cast.coordinator)).toEqual([]);
  // Asked for information the school's clock stands still: nobody is warned of the start.
  await takes(cast.author, id, { step: 'triage', urgency: 'now', plannedDagdelen: 1, expertise: ['gedrag'] });
  await takes(cast.author, id, { step: 'ask_information', missing: 'Hoe groot is de groep?' });
  for (const day of ['2026-03-18', '2026-03-27']) await morning(day);
  expect(await remindersOf(cast.author)).toHaveLength(2);
  await takes(cast.coordinator, id, { step: 'give_information', text: 'Vierentwintig.' });
  await morning('2026-04-13');
  // Four days before the pause (3 to 6 March), eleven since the 30th: today is the last of fifteen.
  const since = (await remindersOf(cast.author)).slice(2);
  expect(since.toSorted()).toEqual(['first_contact 2 null', 'start 1 2026-04-13']);
});

it('asks after the term whether it lasted, and of which visits the school has not spoken', async () => {
  await aQuestion(stage, cast, 'completed');
  stage.at('2026-09-01T07:30:00Z');
  await remindOfTheDay(stage.database);
  expect(await kindsOf(cast.specialist)).not.toContain('reminder follow_up');
  stage.at('2026-09-03T07:30:00Z');
  await remindOfTheDay(stage.database);
  expect(await kindsOf(cast.specialist)).toContain('reminder follow_up');
  expect(await kindsOf(cast.coordinator)).toContain('reminder follow_up');
  expect(await kindsOf(cast.author)).not.toContain('reminder follow_up');
});

it('who may no longer read a question has no notice of it any more', async () => {
  const id = await aQuestion(stage, cast, 'started');
  expect(await kindsOf(cast.specialist)).not.toEqual([]);
  await takes(cast.teamLead, id, { step: 'hand_over', specialistId: cast.colleague, reason: 'Verlof.' });
  expect(await kindsOf(cast.specialist)).toEqual([]);
  expect(await kindsOf(cast.colleague)).toEqual(['question_yours hand_over']);
});
