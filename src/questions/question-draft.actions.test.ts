/** A draft is kept as it was written, and looked at before anybody else reads it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, deedOf } from '../../tests/support/factories.ts';
import {
  anAsk,
  anAskBy,
  aQuestion,
  dayOfStage,
  type QuestionCast,
} from '../../tests/support/factories-questions.ts';
import { codes, openQuestionStage, type QuestionStage } from '../../tests/support/question-stage.ts';
import { addDays } from '../platform/pure/dates.ts';
import { askQuestion } from './question.actions.ts';
import type { StepRequest } from './question.input.ts';

let world: QuestionStage;
let stage: QuestionStage['stage'];
let cast: QuestionCast;

beforeAll(async () => {
  world = await openQuestionStage();
  ({ stage, cast } = world);
});
afterAll(() => world.close());

describe('a draft', () => {
  test('keeps what is not sent, and an empty text, an empty list or null takes the old one away', async () => {
    const id = await anAskBy(stage, cast, cast.coordinator, {
      expertise: ['rekenen'],
      requestedDagdelen: 4,
      signalledOn: dayOfStage(stage),
    });
    await world.step(cast.coordinator, id, { step: 'revise', urgency: 'soon' });
    expect(await world.rowOf(id)).toMatchObject({
      version: 2,
      urgency: 'soon',
      expertise: ['rekenen'],
      requestedDagdelen: 4,
      words: { title: 'Rust in de groep' },
    });
    const emptied = { step: 'revise', triedSoFar: '', expertise: [], requestedDagdelen: null } as const;
    await world.step(cast.author, id, { ...emptied, expertise: [] });
    expect(await world.rowOf(id)).toMatchObject({
      expertise: [],
      requestedDagdelen: null,
      words: { triedSoFar: null },
    });
  });

  test('that no longer is about a pupil loses the pupil; one that becomes so gets one', async () => {
    const id = await aQuestion(stage, cast, 'draft', { level: 'pupil' });
    await world.step(cast.coordinator, id, { step: 'revise', level: 'team' });
    expect(await world.rowOf(id)).toMatchObject({
      level: 'team',
      pupil: null,
      words: { pseudonym: null, ageBand: null },
    });
    const pupil = { pseudonym: 'Maan', ageBand: '4-5', parentsSpokenOn: dayOfStage(stage) };
    await world.step(cast.coordinator, id, { step: 'revise', level: 'pupil', pupil });
    expect(await world.rowOf(id)).toMatchObject({
      level: 'pupil',
      words: { pseudonym: 'Maan', ageBand: '4-5' },
      pupil: { parentsSpokenOn: dayOfStage(stage), parentsConsentOn: null, legalGround: null },
    });
    // A pupil that is revised comes whole: a consent that was filled in by mistake can be taken away.
    await world.step(cast.coordinator, id, { step: 'revise', pupil: { pseudonym: 'Maan' } });
    expect(await world.rowOf(id)).toMatchObject({
      words: { ageBand: null },
      pupil: { parentsSpokenOn: null },
    });
  });

  test('is submitted with what it still lacked, and with the legal ground of that day', async () => {
    const today = dayOfStage(stage);
    const id = await anAskBy(stage, cast, cast.coordinator, { level: 'pupil', pupil: { pseudonym: 'Zon' } });
    expect(codes(await world.take(cast.coordinator, id, { step: 'submit' }))).toEqual([
      'ageBand',
      'parentsSpoken',
    ]);
    const rest = { ageBand: '11-13', parentsSpokenOn: today };
    expect(codes(await world.take(cast.coordinator, id, { step: 'submit', pupil: rest }))).toEqual([
      'consent',
    ]);
    // Refused whole: nothing of it was kept.
    expect((await world.rowOf(id)).words?.ageBand).toBeNull();
    const consent = { parentsConsentOn: today, pupilConsentOn: today };
    await world.step(cast.coordinator, id, { step: 'submit', pupil: { ...rest, ...consent } });
    expect(await world.rowOf(id)).toMatchObject({
      status: 'submitted',
      words: { pseudonym: 'Zon' },
      pupil: { legalGround: expect.stringContaining('Wettelijke taak') },
    });
  });

  test('saves whatever is in it; the writing aid looks when somebody is asked along and when it is submitted', async () => {
    const id = await anAskBy(stage, cast, cast.coordinator, { need: 'Daan loopt vast, bel 06-12345678.' });
    await world.step(cast.coordinator, id, { step: 'revise', title: 'Help Daan' });
    const ask = { step: 'think_along', specialistId: cast.colleague } as const;
    for (const request of [ask, { step: 'submit' }] as const) {
      const outcome = await world.take(cast.coordinator, id, request);
      expect(codes(outcome)).toEqual(['noOpenMarks']);
      expect(outcome).toMatchObject({
        marks: [{ field: 'title' }, { field: 'need', text: 'Daan' }, { field: 'need', kind: 'phone' }],
      });
    }
    await world.step(cast.coordinator, id, { step: 'revise', need: 'Daan loopt vast.' });
    await world.step(cast.coordinator, id, { ...ask, acceptedMarks: ['Daan'] });
    const logged = await world.audited(id);
    expect(logged.slice(0, 3)).toEqual(['ask', 'revise', 'revise']);
    expect(logged.slice(3).sort()).toEqual(['accept_marks', 'think_along']);
  });

  test('is looked at whenever it is revised while somebody thinks along, for they read it', async () => {
    const id = await anAskBy(stage, cast, cast.coordinator);
    const revise = { step: 'revise', need: 'Daan loopt vast.' } as const;
    await world.step(cast.coordinator, id, { step: 'think_along', specialistId: cast.colleague });
    expect(codes(await world.take(cast.coordinator, id, revise))).toEqual(['noOpenMarks']);
    await world.step(cast.coordinator, id, { ...revise, acceptedMarks: ['Daan'] });
    await world.step(cast.colleague, id, { step: 'think_along', decision: 'accept' });
    const number: StepRequest = { step: 'revise', need: 'Bel 06-12345678.', acceptedMarks: ['06-12345678'] };
    expect(codes(await world.take(cast.coordinator, id, number))).toEqual(['noOpenMarks']);
    expect(await world.rowOf(id)).toMatchObject({ words: { need: 'Daan loopt vast.' } });
  });

  test('takes no name for the number of a case', async () => {
    const id = await aQuestion(stage, cast, 'draft', { level: 'pupil' });
    const named = { step: 'submit', pupil: { externalCaseNumber: 'Daan de Vries' } } as const;
    expect(
      await world.take(cast.coordinator, id, { ...named, acceptedMarks: ['Daan de Vries'] }),
    ).toMatchObject({
      marks: [{ field: 'pupil.externalCaseNumber', kind: 'name', blocks: true }],
    });
    const numbered = { step: 'submit', pupil: { externalCaseNumber: 'OT-2026 KK 12' } } as const;
    await world.step(cast.coordinator, id, numbered);
  });

  test('has no expertise that the partnership does not have, and no signal of tomorrow', async () => {
    const actor = await actorOf(stage, cast.tenantId, cast.coordinator);
    const asked = (more: object) => askQuestion(deedOf(stage), actor, anAsk(cast.school.code, more));
    expect(codes(await asked({ expertise: ['toveren'] }))).toEqual(['expertiseKnown']);
    expect(codes(await asked({ signalledOn: addDays(dayOfStage(stage), 1) }))).toEqual(['notAhead']);
    const open = await aQuestion(stage, cast, 'started');
    expect(codes(await asked({ continuesId: open }))).toEqual(['continuesEnded']);
    const ended = await aQuestion(stage, cast, 'answered');
    expect(await asked({ continuesId: ended })).toMatchObject({ outcome: 'taken' });
  });
});
