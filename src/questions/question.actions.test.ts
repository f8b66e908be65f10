/** A step is taken whole, or refused whole with every reason. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, deedOf } from '../../tests/support/factories.ts';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../tests/support/factories-questions.ts';
import { codes, openQuestionStage, type QuestionStage } from '../../tests/support/question-stage.ts';
import type { Database } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { readQuestion, takeStep } from './question.actions.ts';
import type { StepRequest } from './question.input.ts';

let world: QuestionStage;
let stage: QuestionStage['stage'];
let cast: QuestionCast;

beforeAll(async () => {
  world = await openQuestionStage();
  ({ stage, cast } = world);
});
afterAll(() => world.close());

const tables = ['audit', 'support_question', 'question_words', 'question_pupil', 'question_entry'] as const;
const counts = async () =>
  (
    await world.readAll(
      `select ${[...tables, 'question_entry_words', 'assignment', 'agenda_item', 'decision', 'decision_tlv']
        .map((table) => `(select count(*)::int from ${table}) as ${table}`)
        .join()}`,
    )
  )[0];

describe('a step', () => {
  test('that may not be taken yet is refused with every reason, and nothing is written', async () => {
    const id = await aQuestion(stage, cast, 'in_triage');
    const before = await counts();
    const assign: StepRequest = {
      step: 'assign',
      specialistId: cast.teacher,
      role: 'Begeleider',
      plannedDagdelen: 400,
      from: '2026-02-01',
      to: '2026-02-10',
    };
    expect(codes(await world.take(cast.author, id, assign))).toEqual([
      'isSpecialist',
      'periodAhead',
      'withinContract',
    ]);
    const answer = { step: 'answer', text: 'Bel 06-12345678.' } as const;
    expect(codes(await world.take(cast.author, id, answer))).toEqual(['noOpenMarks']);
    expect(codes(await world.take(cast.coordinator, id, { step: 'complete' }))).toEqual([
      'stateAllows',
      'endScores',
    ]);
    expect(await counts()).toEqual(before);
  });

  test('stands whole: entry, what belongs to it, move and audit row; or not at all', async () => {
    const id = await aQuestion(stage, cast, 'in_triage');
    const before = await counts();
    await world.step(cast.author, id, { step: 'answer', text: 'Zo kan het.' });
    const grown = Object.entries((await counts()) ?? {}).filter(
      ([table, number]) => number !== (before as Record<string, number>)[table],
    );
    expect(grown.map(([table]) => table).sort()).toEqual(['audit', 'question_entry', 'question_entry_words']);
    // The date breaks after the words were written.
    const other = await aQuestion(stage, cast, 'evaluated');
    const half = await counts();
    const extend = { step: 'extend', until: '9999-99-99', reason: 'Nog een blok.' } as const;
    await expect(world.take(cast.teamLead, other, extend)).rejects.toThrow(/date/);
    expect(await counts()).toEqual(half);
  });

  test('waits when the writing aid cannot look: nothing is read by anybody, and the text stays', async () => {
    const id = await aQuestion(stage, cast, 'draft');
    const { database } = stage;
    const faulty: Database = {
      ...database,
      write: (who, work) =>
        database.write(who, (tx) =>
          work({
            ...tx,
            first: (query) =>
              query.sql.includes('jsonb_agg(name)') ? Promise.reject(new Error('no names')) : tx.first(query),
          }),
        ),
    };
    const submit = { step: 'submit' } as const;
    expect(codes(await world.take(cast.coordinator, id, submit, { database: faulty }))).toEqual([
      'writingAidLooks',
    ]);
    expect((await world.rowOf(id)).status).toBe('draft');
    expect(await world.take(cast.coordinator, id, submit)).toMatchObject({ outcome: 'taken' });
  });

  test('of another part is forbidden, what one cannot see is not there', async () => {
    const id = await aQuestion(stage, cast, 'submitted', { level: 'pupil' });
    const triage: StepRequest = { step: 'triage', urgency: 'now', plannedDagdelen: 1, expertise: ['gedrag'] };
    expect(await world.take(cast.coordinator, id, triage)).toEqual({ outcome: 'forbidden' });
    const foreign = await aQuestionCast(stage, world.fresh);
    for (const who of [cast.teacher, cast.specialist, cast.members[0], cast.secretary])
      expect(await world.take(who, id, triage)).toEqual({ outcome: 'notFound' });
    const stranger = await actorOf(stage, foreign.tenantId, foreign.author);
    expect(await takeStep(deedOf(stage), stranger, id, triage)).toEqual({ outcome: 'notFound' });
    expect(await world.take(cast.author, newId(), triage)).toEqual({ outcome: 'notFound' });
  });

  test('of who saw an older version is stale, and two at once have one winner', async () => {
    const id = await aQuestion(stage, cast, 'submitted');
    const { version } = await world.rowOf(id);
    const triage: StepRequest = { step: 'triage', urgency: 'now', plannedDagdelen: 1, expertise: ['gedrag'] };
    const outcomes = await Promise.all([
      world.take(cast.author, id, triage, { version }),
      world.take(cast.teamLead, id, triage, { version }),
      world.take(cast.coordinator, id, { step: 'withdraw', reason: 'Het hoeft niet meer.' }, { version }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['stale', 'stale', 'taken']);
    expect((await world.rowOf(id)).version).toBe(version + 1);
  });

  test('sent twice with one key is done once, also at once; the key for another request is refused', async () => {
    const id = await aQuestion(stage, cast, 'in_triage');
    const once = { key: newId(), request: [id, 'note'] };
    const note: StepRequest = { step: 'add_note', text: 'Wij zijn er nog.' };
    const [one, other] = await Promise.all([
      world.take(cast.author, id, note, { once }),
      world.take(cast.author, id, note, { once }),
    ]);
    expect(one).toEqual(other);
    expect((await world.audited(id)).filter((action) => action === 'add_note')).toHaveLength(1);
    const reused = { key: once.key, request: [id, 'other'] };
    expect(await world.take(cast.author, id, note, { once: reused })).toEqual({ outcome: 'keyReused' });
  });

  test('of whoever was asked along answers for themselves, and nobody answers for another', async () => {
    const id = await aQuestion(stage, cast, 'submitted');
    await world.step(cast.teamLead, id, { step: 'think_along', specialistId: cast.colleague });
    const asked = (await world.rowOf(id)).assignments;
    expect(asked).toEqual([
      expect.objectContaining({
        specialist: expect.objectContaining({ id: cast.colleague }),
        state: 'asked',
      }),
    ]);
    const again = { step: 'think_along', specialistId: cast.colleague } as const;
    expect(codes(await world.take(cast.author, id, again))).toEqual(['notYetInvolved']);
    expect(codes(await world.take(cast.author, id, { step: 'think_along' }))).toEqual(['isSpecialist']);
    await world.step(cast.colleague, id, {
      step: 'think_along',
      specialistId: cast.colleague,
      decision: 'decline',
    });
    await expect(world.rowOf(id, cast.colleague)).rejects.toThrow('not seen');
    expect((await world.rowOf(id)).entries.at(-1)).toMatchObject({
      choice: 'declined',
      relation: 'asked_along',
    });
  });
});

test('reading a question on a pupil stands in the access log, each time; another does not', async () => {
  const [pupil, group] = [
    await aQuestion(stage, cast, 'submitted', { level: 'pupil' }),
    await aQuestion(stage, cast, 'submitted'),
  ];
  const actor = await actorOf(stage, cast.tenantId, cast.director);
  for (const id of [pupil, pupil, group]) await readQuestion(deedOf(stage), actor, id);
  expect(await world.audited(pupil)).toEqual(['ask', 'submit', 'read', 'read']);
  expect(await world.audited(group)).toEqual(['ask', 'submit']);
});

test('audit rows and the rows that plan hold no word of a question', async () => {
  const mark = 'Zeldzaamwoord';
  const id = await aQuestion(stage, cast, 'in_triage', {
    level: 'pupil',
    title: mark,
    need: `${mark} helpt.`,
  });
  await world.step(cast.author, id, { step: 'ask_information', missing: `${mark} graag.` });
  await world.step(cast.coordinator, id, { step: 'withdraw', reason: mark });
  const found = await world.readAll<{ row: string }>(
    `select a::text as row from audit a where subject_id = $1 union all select q::text from support_question q where id = $1
      union all select e::text from question_entry e where question_id = $1`,
    [id],
  );
  expect(found.length).toBeGreaterThan(8);
  expect(found.map(({ row }) => row).join()).not.toContain(mark);
});
