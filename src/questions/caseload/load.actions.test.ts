/** The whole load at once: each question its own entry, all of them or none. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { actorOf, anAppointment, deedOf, openStage, type Stage } from '../../../tests/support/factories.ts';
import {
  aContract,
  aQuestion,
  aQuestionCast,
  dayOfStage,
  type QuestionCast,
  questionStep,
} from '../../../tests/support/factories-questions.ts';
import { addDays } from '../../platform/pure/dates.ts';
import { readQuestion } from '../question.actions.ts';
import { type Handing, handOverLoad } from './load.actions.ts';
import { findLoad } from './load.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: QuestionCast;
let lead: string;
let third: string;
/** With half a dagdeel a week. */
let small: string;
let ids: readonly string[];

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aQuestionCast(stage, fresh);
  const { tenantId } = cast;
  lead = await anAppointment(stage, 'team_lead', { tenantId });
  third = await anAppointment(stage, 'specialist', { tenantId });
  small = await anAppointment(stage, 'specialist', { tenantId });
  await aContract(fresh, { tenantId, personId: third });
  await aContract(fresh, { tenantId, personId: small, dagdelen: 0.5 });
  ids = [
    await aQuestion(stage, cast, 'assigned'),
    await aQuestion(stage, cast, 'started', { level: 'pupil' }),
    await aQuestion(stage, cast, 'evaluated'),
  ];
});
afterAll(async () => {
  await stage.close();
  await fresh.drop();
});
const hand = async (who: string, more: Partial<Handing> = {}, once?: string) =>
  handOverLoad(
    deedOf(stage, once === undefined ? {} : { once: { key: once, request: more } }),
    await actorOf(stage, cast.tenantId, who),
    {
      fromId: cast.specialist,
      reason: 'Een ander is vanaf nu uw begeleider.',
      questions: ids.map((id) => ({ id, toId: cast.colleague })),
      ...more,
    },
  );
const loadOf = async (personId: string) =>
  (
    await stage.database.read({ tenantId: cast.tenantId, personId: lead }, (reader) =>
      findLoad(reader, { tenantId: cast.tenantId, personId }),
    )
  )
    .map(({ questionId }) => questionId)
    .toSorted();
const sorted = () => ids.toSorted();

describe('a whole load', () => {
  test('stays whole when one question cannot go: the reason stands with that question', async () => {
    const [first = ''] = ids;
    const questions = ids.map((id) => ({ id, toId: id === first ? cast.coordinator : cast.colleague }));
    expect(await hand(lead, { questions })).toMatchObject({
      outcome: 'refused',
      refusals: [{ questionId: first, unmet: [{ code: 'isSpecialist' }, { code: 'withinContract' }] }],
    });
    expect([await loadOf(cast.specialist), await loadOf(cast.colleague)]).toEqual([sorted(), []]);
  });

  test('tells of every question that cannot go', async () => {
    const questions = ids.map((id) => ({ id, toId: cast.coordinator }));
    const outcome = await hand(lead, { questions });
    expect(outcome.outcome === 'refused' && outcome.refusals.map(({ questionId }) => questionId)).toEqual(
      sorted(),
    );
  });

  test('with a name in the reason waits for the writing aid', async () => {
    const outcome = await hand(cast.specialist, { reason: 'Sanne de Vries kan niet meer komen.' });
    expect(outcome).toMatchObject({ outcome: 'refused', refusals: [{}, {}, {}] });
    expect(outcome.outcome === 'refused' && outcome.marks.length).toBeGreaterThan(0);
    expect(await loadOf(cast.specialist)).toEqual(sorted());
  });

  test('is nobody else’s to give away', async () => {
    expect(await hand(cast.colleague)).toEqual({ outcome: 'notFound' });
    expect(await hand(cast.author)).toEqual({ outcome: 'notFound' });
    expect(await loadOf(cast.specialist)).toEqual(sorted());
  });

  test('goes to one colleague: every question has its own entry with the reason', async () => {
    expect(await loadOf(cast.specialist)).toEqual(sorted());
    expect(await hand(cast.specialist, {}, 'k')).toEqual({ outcome: 'taken', count: 3 });
    // A double click.
    expect(await hand(cast.specialist, {}, 'k')).toEqual({ outcome: 'taken', count: 3 });
    expect([await loadOf(cast.specialist), await loadOf(cast.colleague)]).toEqual([[], sorted()]);
    const coordinator = await actorOf(stage, cast.tenantId, cast.coordinator);
    for (const id of ids) {
      const question = await readQuestion(deedOf(stage), coordinator, id);
      expect(question?.entries.at(-1)).toMatchObject({
        step: 'hand_over',
        from: { id: cast.specialist },
        specialist: { id: cast.colleague },
        text: 'Een ander is vanaf nu uw begeleider.',
      });
    }
  });

  test('goes per question to another, and what is left out stays', async () => {
    const [first = '', second = '', last = ''] = ids;
    const questions = [
      { id: first, toId: cast.specialist },
      { id: second, toId: third },
    ];
    expect(await hand(lead, { fromId: cast.colleague, questions })).toEqual({ outcome: 'taken', count: 2 });
    expect(await loadOf(cast.specialist)).toEqual([first]);
    expect(await loadOf(third)).toEqual([second]);
    expect(await loadOf(cast.colleague)).toEqual([last]);
  });

  test('names each question that finds no room, beside those that went before it; nothing is half done', async () => {
    const day = dayOfStage(stage);
    const work: string[] = [];
    for (const _ of ['fits', 'too much']) {
      const id = await aQuestion(stage, cast, 'in_triage');
      // Half a dagdeel a week.
      const assign = { role: 'Begeleider', plannedDagdelen: 4.5, from: day, to: addDays(day, 56) };
      await questionStep(stage, cast, lead, id, { step: 'assign', specialistId: cast.specialist, ...assign });
      work.push(id);
    }
    const [first = '', second = ''] = work.toSorted();
    const to = (...of: readonly string[]) => of.map((id) => ({ id, toId: small }));
    expect(await hand(lead, { questions: to(first, second) })).toMatchObject({
      outcome: 'refused',
      refusals: [{ questionId: second, unmet: [{ code: 'withinContract' }] }],
    });
    expect(await loadOf(cast.specialist)).toEqual(expect.arrayContaining([first, second]));
    expect(await loadOf(small)).toEqual([]);
    // To another it can go.
    const apart = [...to(first), { id: second, toId: third }];
    expect(await hand(lead, { questions: apart })).toEqual({ outcome: 'taken', count: 2 });
    expect(await loadOf(small)).toEqual([first]);
    expect(await loadOf(third)).toContain(second);
    // Who handed over has room again, who took over has none.
    const back = { fromId: third, questions: [{ id: second, toId: small }] };
    expect(await hand(lead, back)).toMatchObject({ outcome: 'refused' });
    const home = { fromId: small, questions: [{ id: first, toId: cast.specialist }] };
    expect(await hand(lead, home)).toEqual({ outcome: 'taken', count: 1 });
    expect(await hand(lead, back)).toEqual({ outcome: 'taken', count: 1 });
  });
});
