/**
 * Two at once on a question (R2): whoever looks at it, assigns, hands over, advises, visits or scores in the same moment, exactly one
 * wins and the other hears so. `ROUNDS` rounds of every race (2 unless told); who starts is drawn each time.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { addDays } from '../../src/platform/pure/dates.ts';
import type { Deed } from '../../src/platform/route.ts';
import { attachFile } from '../../src/questions/attachments/attachment.actions.ts';
import { mostFiles } from '../../src/questions/attachments/attachment.rules.ts';
import { type StepRequest, takeStep } from '../../src/questions/index.ts';
import { makeGoal, scoreGoal } from '../../src/results/index.ts';
import { answerVisit, recordVisit } from '../../src/stationing/index.ts';
import { changeVisit, takeBackVisit } from '../../src/stationing/visits/visit.actions.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { actorOf, anAppointment, deedOf, openStage, type Stage } from '../support/factories.ts';
import {
  aContract,
  aMeeting,
  aQuestion,
  aQuestionCast,
  dayOfStage,
  type QuestionCast,
  questionStep,
  theMeetingIsHeld,
} from '../support/factories-questions.ts';

const rounds = Number(process.env['ROUNDS'] ?? 2);

let fresh: FreshDatabase;
let stage: Stage;
let owner: pg.Client;
let cast: QuestionCast;
let secondDirector: string;
const won = new Map<string, [number, number]>();

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  owner = new pg.Client({ connectionString: fresh.ownerUrl, options: '-c role=kortelijn_operator' });
  await owner.connect();
  cast = await aQuestionCast(stage, fresh);
  const { tenantId, school } = cast;
  secondDirector = await anAppointment(stage, 'school_director', { tenantId, schoolId: school.id });
});
afterAll(async () => {
  await owner.end();
  await stage.close();
  await fresh.drop();
});

/** What became of one of two: `taken` for who won, anything else for who came too late. */
type Try = () => Promise<string>;
interface Race {
  readonly tries: readonly [Try, Try];
  /** What must be there once when both are done. */
  readonly once: () => Promise<number>;
}

const actor = (who: string) => actorOf(stage, cast.tenantId, who);
const count = async (query: string, values: readonly unknown[]) =>
  (await owner.query<{ n: number }>(`select count(*)::int as n from ${query}`, [...values])).rows[0]?.n ?? 0;

const steps =
  (who: string, id: string, request: StepRequest, more: Partial<Deed> = {}): Try =>
  async () =>
    (await takeStep(deedOf(stage, more), await actor(who), id, request)).outcome;

/** One more entry than before, whoever made it. */
async function onQuestion(id: string, tries: Race['tries']): Promise<Race> {
  const entries = () => count('question_entry where question_id = $1', [id]);
  const before = await entries();
  return { tries, once: async () => (await entries()) - before };
}
const versionOf = async (id: string) =>
  (await owner.query<{ n: number }>('select version as n from support_question where id = $1', [id])).rows[0]
    ?.n ?? 0;

/** A specialist with so many dagdelen a week. */
async function aSpecialist(dagdelen: number): Promise<string> {
  const { tenantId } = cast;
  const personId = await anAppointment(stage, 'specialist', { tenantId });
  await aContract(fresh, { tenantId, personId, dagdelen });
  return personId;
}

async function atCommittee(): Promise<string> {
  const id = await aQuestion(stage, cast, 'in_triage');
  const meetingId = await aMeeting(stage, cast);
  await questionStep(stage, cast, cast.author, id, { step: 'to_committee', meetingId, kind: 'advice' });
  await theMeetingIsHeld(stage, cast, meetingId);
  return id;
}

async function aVisit(more: Partial<Deed> = {}, questionId?: string): Promise<string> {
  const outcome = await recordVisit(
    deedOf(stage, more),
    await actor(cast.specialist),
    aVisitInput(questionId),
  );
  if (outcome.outcome !== 'taken') throw new Error(JSON.stringify(outcome));
  return outcome.id;
}
const aVisitInput = (questionId?: string, minutes = 60) => ({
  schools: [cast.school.code],
  date: dayOfStage(stage),
  minutes,
  kind: 'coaching' as const,
  split: [
    questionId === undefined
      ? { minutes, preventive: true as const }
      : { minutes, supportQuestionId: questionId },
  ],
});

const triage: StepRequest = { step: 'triage', urgency: 'normal', plannedDagdelen: 2, expertise: ['gedrag'] };
const assign = (specialistId: string, dagdelen = 0.5): StepRequest => {
  const from = dayOfStage(stage);
  return {
    step: 'assign',
    specialistId,
    role: 'Begeleider',
    plannedDagdelen: dagdelen,
    from,
    to: addDays(from, 4),
  };
};
const handOver = (specialistId: string): StepRequest => ({
  ...{ step: 'hand_over', specialistId, fromSpecialistId: cast.specialist, reason: 'Andere expertise.' },
});
const advice: StepRequest = { step: 'advise', text: 'Begin met een vast dagritme.' };

const races: Readonly<Record<string, () => Promise<Race>>> = {
  'contact person and team lead who look at it': async () => {
    const id = await aQuestion(stage, cast, 'submitted');
    return onQuestion(id, [steps(cast.author, id, triage), steps(cast.teamLead, id, triage)]);
  },
  'a look at what its school withdraws, both on what they saw': async () => {
    const id = await aQuestion(stage, cast, 'submitted');
    const version = await versionOf(id);
    const withdraw: StepRequest = { step: 'withdraw', reason: 'Het is opgelost.' };
    return onQuestion(id, [
      steps(cast.author, id, triage, { version }),
      steps(cast.coordinator, id, withdraw, { version }),
    ]);
  },
  'one answer and one refusal': async () => {
    const id = await aQuestion(stage, cast, 'in_triage');
    const decline: StepRequest = { step: 'decline', reason: 'Dit kan de school.', nextStep: 'Kijk samen.' };
    return onQuestion(id, [
      steps(cast.author, id, { step: 'answer', text: 'Begin klein.' }),
      steps(cast.teamLead, id, decline),
    ]);
  },
  'two who assign the same specialist': async () => {
    const id = await aQuestion(stage, cast, 'in_triage');
    const who = await aSpecialist(8);
    return onQuestion(id, [steps(cast.author, id, assign(who)), steps(cast.teamLead, id, assign(who))]);
  },
  'two questions for the last room in a contract': async () => {
    const [one, other] = [
      await aQuestion(stage, cast, 'in_triage'),
      await aQuestion(stage, cast, 'in_triage'),
    ];
    // Monday to Friday: one week, in which one of them fits.
    const who = await aSpecialist(2);
    return {
      tries: [steps(cast.author, one, assign(who, 1.5)), steps(cast.teamLead, other, assign(who, 1.5))],
      once: () => count(`assignment where specialist_id = $1 and state = 'active'`, [who]),
    };
  },
  'two who hand over the same work': async () => {
    const id = await aQuestion(stage, cast, 'assigned');
    const [to, other] = [await aSpecialist(8), await aSpecialist(8)];
    return onQuestion(id, [
      steps(cast.specialist, id, handOver(to)),
      steps(cast.teamLead, id, handOver(other)),
    ]);
  },
  'two colleagues who hand over into the last room of a contract': async () => {
    const who = await aSpecialist(1);
    const work = [await aQuestion(stage, cast, 'in_triage'), await aQuestion(stage, cast, 'in_triage')];
    for (const id of work) await questionStep(stage, cast, cast.author, id, assign(cast.specialist, 1));
    const [one = '', other = ''] = work;
    return {
      tries: [steps(cast.specialist, one, handOver(who)), steps(cast.teamLead, other, handOver(who))],
      once: () => count(`assignment where specialist_id = $1 and state = 'active'`, [who]),
    };
  },
  'a yes and a no to thinking along': async () => {
    const id = await aQuestion(stage, cast, 'submitted');
    await questionStep(stage, cast, cast.author, id, { step: 'think_along', specialistId: cast.colleague });
    return onQuestion(id, [
      steps(cast.colleague, id, { step: 'think_along', decision: 'accept' }),
      steps(cast.colleague, id, { step: 'think_along', decision: 'decline' }),
    ]);
  },
  'two who write down the advice of the committee': async () => {
    const id = await atCommittee();
    return onQuestion(id, [steps(cast.secretary, id, advice), steps(cast.members[0], id, advice)]);
  },
  'an advice and a file that turns out incomplete': async () => {
    const id = await atCommittee();
    const meetingId = await aMeeting(stage, cast);
    const holdOver: StepRequest = { step: 'hold_over', missing: 'Het plan van de school.', meetingId };
    return onQuestion(id, [steps(cast.members[0], id, advice), steps(cast.secretary, id, holdOver)]);
  },
  'one that is completed while it goes on for longer': async () => {
    const id = await aQuestion(stage, cast, 'evaluated');
    const extend: StepRequest = {
      step: 'extend',
      until: addDays(dayOfStage(stage), 200),
      reason: 'Nog even.',
    };
    return onQuestion(id, [
      steps(cast.coordinator, id, { step: 'complete' }),
      steps(cast.teamLead, id, extend),
    ]);
  },
  'a visit that is confirmed while it is corrected, both on what they saw': async () => {
    const id = await aVisit();
    const verdict = { schoolCode: cast.school.code, verdict: 'confirmed' } as const;
    return {
      tries: [
        async () =>
          (await answerVisit(deedOf(stage, { version: 1 }), await actor(cast.coordinator), id, verdict))
            .outcome,
        async () =>
          (
            await changeVisit(
              deedOf(stage, { version: 1 }),
              await actor(cast.specialist),
              id,
              aVisitInput(undefined, 90),
            )
          ).outcome,
      ],
      once: async () => ((await visitVersion(id)) ?? 0) - 1,
    };
  },
  'two directors who answer for a visit, both on what they saw': async () => {
    const id = await aVisit();
    const answer =
      (who: string, said: { verdict: 'confirmed' } | { verdict: 'disputed'; words: string }): Try =>
      async () =>
        (
          await answerVisit(deedOf(stage, { version: 1 }), await actor(who), id, {
            ...{ schoolCode: cast.school.code },
            ...said,
          })
        ).outcome;
    return {
      tries: [
        answer(cast.director, { verdict: 'confirmed' }),
        answer(secondDirector, { verdict: 'disputed', words: 'Het was een uur.' }),
      ],
      once: async () => ((await visitVersion(id)) ?? 0) - 1,
    };
  },
  'a visit that is taken back while it is confirmed': async () => {
    const id = await aVisit();
    const verdict = { schoolCode: cast.school.code, verdict: 'confirmed' } as const;
    return {
      tries: [
        async () => (await answerVisit(deedOf(stage), await actor(cast.coordinator), id, verdict)).outcome,
        async () =>
          (await takeBackVisit(deedOf(stage, { version: 1 }), await actor(cast.specialist), id)).outcome,
      ],
      once: async () => ((await visitVersion(id)) ?? 0) - 1,
    };
  },
  'the same goal by two': async () => {
    const id = await aQuestion(stage, cast, 'started');
    const title = `Zelf beginnen, keer ${begun}`;
    const make =
      (who: string): Try =>
      async () =>
        (await makeGoal(deedOf(stage), await actor(who), aGoal(id, title))).outcome;
    return {
      tries: [make(cast.coordinator), make(cast.specialist)],
      once: () => count('goal where question_id = $1', [id]),
    };
  },
  'two files for the last place': async () => {
    const id = await aQuestion(stage, cast, 'submitted');
    const attach =
      (who: string, nth: number): Try =>
      async () => {
        const bytes = new Uint8Array(Buffer.from(`Een vast ritme, ${nth}.`));
        const file = { name: `plan${nth}.txt`, bytes, confirmed: true };
        return (await attachFile(deedOf(stage), await actor(who), id, file)).outcome;
      };
    for (let nth = 0; nth < mostFiles - 1; nth += 1) await attach(cast.coordinator, nth)();
    const files = () => count('attachment where question_id = $1', [id]);
    return {
      tries: [attach(cast.coordinator, 98), attach(cast.author, 99)],
      once: async () => (await files()) - mostFiles + 1,
    };
  },
};

const visitVersion = async (id: string) =>
  (await owner.query<{ n: number }>('select version as n from visit where id = $1', [id])).rows[0]?.n;
/** A school has a goal of one name once in a period. */
const aGoal = (supportQuestionId: string, title: string) => ({
  ...{ supportQuestionId, level: 'group' as const, scale: 5 as const },
  ...{ title, variable: 'Hoe vaak', targetDate: addDays(dayOfStage(stage), 60) },
  levels: [-2, -1, 0, 1, 2].map((score) => ({ score, description: `${score + 3} keer per dag` })),
});

/** Both at once, in an order and with a gap that nobody chose. */
async function run({ tries: [one, other] }: Race): Promise<readonly string[]> {
  const soon = async (attempt: Try) => {
    if (randomInt(2) === 1) await sleep(randomInt(4));
    return attempt();
  };
  return randomInt(2) === 1
    ? Promise.all([soon(one), soon(other)])
    : (await Promise.all([soon(other), soon(one)])).toReversed();
}

const morning = Date.parse('2026-03-02T08:00:00Z');
let begun = 0;

test.each(Object.keys(races))(
  `of %s exactly one wins, ${rounds} times`,
  { timeout: 600_000 },
  async (name) => {
    const wins: [number, number] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      stage.at(new Date(morning + begun++).toISOString());
      const race = await races[name]?.();
      if (race === undefined) throw new Error(name);
      const outcomes = await run(race);
      expect(
        outcomes.filter((outcome) => outcome === 'taken'),
        String(outcomes),
      ).toHaveLength(1);
      expect(await race.once()).toBe(1);
      wins[outcomes[0] === 'taken' ? 0 : 1] += 1;
    }
    won.set(name, wins);
  },
);

test('a visit, a score and a step sent twice with one key are done once, and both hear the same', async () => {
  stage.at(new Date(morning).toISOString());
  const id = await aQuestion(stage, cast, 'started');
  const goal = await makeGoal(deedOf(stage), await actor(cast.coordinator), aGoal(id, 'Op tijd beginnen'));
  if (goal.outcome !== 'taken') throw new Error(JSON.stringify(goal));
  const twice = async (work: (deed: Deed) => Promise<object>) => {
    const once = { key: newId(), request: 'same' };
    const [first, second] = await Promise.all([1, 2].map(() => work(deedOf(stage, { once }))));
    expect(first).toMatchObject({ outcome: 'taken' });
    expect(second).toEqual(first);
  };
  const [specialist, coordinator] = [await actor(cast.specialist), await actor(cast.coordinator)];
  await twice((deed) => recordVisit(deed, specialist, aVisitInput(id)));
  await twice((deed) => scoreGoal(deed, coordinator, goal.id, { level: 0, by: 'school', moment: 'start' }));
  await twice((deed) => takeStep(deed, specialist, id, { step: 'add_note', text: 'Gebeld.' }));
  const made = [
    await count('visit_share where question_id = $1', [id]),
    await count('goal_score where goal_id = $1', [goal.id]),
    await count(`question_entry where question_id = $1 and step = 'add_note'`, [id]),
  ];
  expect(made).toEqual([1, 1, 1]);
});

test('the control: notes that name no version are both taken', async () => {
  const id = await aQuestion(stage, cast, 'submitted');
  const note: StepRequest = { step: 'add_note', text: 'Gebeld.' };
  const outcomes = await run({
    tries: [steps(cast.author, id, note), steps(cast.teamLead, id, note)],
    once: async () => 1,
  });
  expect(outcomes).toEqual(['taken', 'taken']);
});

test('neither side always wins: they did meet', () => {
  const total = [...won.values()].reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  console.log(`${rounds * won.size} rounds`, Object.fromEntries(won));
  expect(Math.min(...total)).toBeGreaterThan(0);
});
