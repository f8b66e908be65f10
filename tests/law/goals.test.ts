/** Goals as raw SQL under the program's role, beside what their rules say: every score anybody could try, need by need. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import type { Actor, Identity } from '../../src/platform/pure/actor.ts';
import { addDays } from '../../src/platform/pure/dates.ts';
import { folded } from '../../src/platform/pure/text.ts';
import { takeStep } from '../../src/questions/question.actions.ts';
import { dropGoalOf, makeGoal, type Outcome, scoreGoal } from '../../src/results/goals/goal.actions.ts';
import { factsOf, sidesAt } from '../../src/results/goals/goal.facts.ts';
import type { GoalInput, ScoreInput } from '../../src/results/goals/goal.input.ts';
import {
  changeNeeds,
  dropNeeds,
  makeNeeds,
  mayScoreAs,
  moments,
  phaseOf,
  type Score,
  scoreNeeds,
  scorers,
} from '../../src/results/goals/goal.rules.ts';
import { type GoalView, getGoal, getQuestionForGoal } from '../../src/results/goals/goal.store.ts';
import { scoresOn } from '../../src/results/goals/goal-scale.rules.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { actorOf, deedOf, openStage, type Stage } from '../support/factories.ts';
import { aQuestion, aQuestionCast, dayOfStage, type QuestionCast } from '../support/factories-questions.ts';
import { openSuperuser } from '../support/visits.ts';
import { openRawSql, type RawSql, type Verdict } from './raw.ts';

let fresh: FreshDatabase;
let stage: Stage;
let raw: RawSql;
let cast: QuestionCast;
let today: string;
/** Goals in every stand that makes a difference. */
const goals: Record<string, string> = {};
/** Questions by status. */
const questions: Record<string, string> = {};

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh, '2026-03-02T08:00:00Z');
  raw = await openRawSql(fresh);
  cast = await aQuestionCast(stage, fresh);
  for (const status of ['draft', 'started', 'stopped'] as const)
    questions[status] = await aQuestion(stage, cast, status);
  questions['pupil'] = await aQuestion(stage, cast, 'started', { level: 'pupil' });
  today = dayOfStage(stage);
  const started = questions['started'] ?? '';
  goals['bare'] = await made(started, 'Kaal', 5, []);
  goals['described'] = await made(started, 'Beschreven', 5);
  goals['of six points'] = await made(started, 'Op zes punten', 6);
  goals['begun'] = await made(started, 'Begonnen', 5);
  await scored('begun', { by: 'school', moment: 'start', scoredAt: addDays(today, -1) });
  goals['dropped'] = await made(started, 'Losgelaten', 5);
  await done(cast.coordinator, (actor) =>
    dropGoalOf(deedOf(stage), actor, goals['dropped'] ?? '', { reason: 'Het speelt niet meer.' }),
  );
  goals['on the pupil'] = await made(questions['pupil'], 'Op de leerling', 5, undefined, 'pupil');
  await complete();
  today = dayOfStage(stage);
});
afterAll(async () => {
  await raw.close();
  await stage.close();
  await fresh.drop();
});

/** A question that was completed, with a goal that both sides scored at its end. */
async function complete(): Promise<void> {
  const id = await aQuestion(stage, cast, 'started', { title: 'Afgerond werk' });
  goals['completed'] = await made(id, 'Afgerond', 5);
  await scored('completed', { by: 'school', moment: 'end', scoredAt: today });
  await scored('completed', { by: 'specialist', moment: 'end', scoredAt: today }, cast.specialist);
  for (const [who, step] of [
    [cast.specialist, 'evaluate'],
    [cast.coordinator, 'complete'],
  ] as const)
    await done(who, (actor) => takeStep(deedOf(stage), actor, id, { step }));
  questions['completed'] = id;
}

async function done(
  who: string,
  work: (actor: Actor) => Promise<{ readonly outcome: string }>,
): Promise<Outcome> {
  const outcome = (await work(await actorOf(stage, cast.tenantId, who))) as Outcome;
  expect(outcome.outcome, JSON.stringify(outcome)).toBe('taken');
  return outcome;
}

async function made(
  questionId: string | undefined,
  title: string,
  scale: 5 | 6,
  levels: GoalInput['levels'] = scoresOn(scale).map((score) => ({ score, description: `Niveau ${score}` })),
  level: GoalInput['level'] = 'group',
): Promise<string> {
  const input = {
    supportQuestionId: questionId ?? '',
    title,
    scale,
    levels,
    level,
    targetDate: addDays(today, 90),
  };
  const outcome = await done(cast.coordinator, (actor) => makeGoal(deedOf(stage), actor, input));
  return outcome.outcome === 'taken' ? outcome.id : '';
}

async function scored(goal: string, given: Omit<ScoreInput, 'level'>, who = cast.coordinator): Promise<void> {
  await done(who, (actor) => scoreGoal(deedOf(stage), actor, goals[goal] ?? '', { ...given, level: 0 }));
  stage.pass(1);
}

const people = () =>
  Object.entries({
    coordinator: cast.coordinator,
    director: cast.director,
    specialist: cast.specialist,
    contact: cast.author,
    colleague: cast.colleague,
    teamLead: cast.teamLead,
    teacher: cast.teacher,
  }).map(([name, personId]) => [name, { tenantId: cast.tenantId, personId }] as const);

const seenBy = async (who: Identity, id: string): Promise<GoalView | undefined> => {
  const actor = await actorOf(stage, who.tenantId, who.personId);
  return stage.database.read(actor, (reader) => getGoal(reader, actor, id));
};

const clock = () => stage.now().toISOString();
const sorted = (verdict: Verdict) =>
  verdict.startsWith('KL001 ') ? `KL001 ${verdict.slice(6).split(',').sort().join(',')}` : verdict;
const said = (needs: readonly string[]) =>
  needs.length === 0 ? 'done' : `KL001 ${[...needs].sort().join(',')}`;

const allScores = (): readonly Score[] =>
  moments.flatMap((moment) =>
    scorers.flatMap((by) =>
      [-3, 0, 3].flatMap((score) =>
        [-5, 0, 1].map((days) => ({ moment, by, score, on: addDays(today, days) })),
      ),
    ),
  );

const inserted = (goal: string, { moment, by, score, on }: Score) =>
  `insert into goal_score (tenant_id, id, goal_id, moment, scored_by, score, scored_on)
    values ('${cast.tenantId}', '${newId()}', '${goal}', '${moment}', '${by}', ${score}, '${on}')`;

/** Every goal as every person who reads it. */
async function* cells() {
  for (const [name, id] of Object.entries(goals))
    for (const [kind, who] of people()) {
      const goal = await seenBy(who, id);
      if (goal !== undefined)
        yield { cell: `${kind} ${name}`, id, who, goal, hasSide: sidesAt(goal).length > 0 };
    }
}

describe('a score', () => {
  it('is refused by the database exactly when the rules refuse it, whoever tries', async () => {
    const refused = new Set<string>();
    let through = 0;
    for await (const { cell, id, who, goal, hasSide } of cells()) {
      // Whoever has no side hears the same of every score.
      const scores = hasSide ? allScores() : allScores().slice(0, 3);
      const ruled = scores.map((score) =>
        mayScoreAs(score.by, sidesAt(goal)) ? said(scoreNeeds(factsOf(goal), score)) : 'KL001 roleAllows',
      );
      const verdicts = await raw.tryAll(
        who,
        clock(),
        scores.map((score) => inserted(id, score)),
      );
      const shown = (all: readonly string[]) => all.map((one, nth) => [cell, scores[nth], one]);
      expect(shown(verdicts.map(sorted))).toEqual(shown(ruled));
      through += ruled.filter((one) => one === 'done').length;
      for (const one of ruled) for (const need of one.split(/[ ,]/)) refused.add(need);
    }
    expect(through).toBeGreaterThan(40);
    expect([...refused].sort()).toEqual([
      'KL001',
      'afterCompletion',
      'beforeEndScore',
      'done',
      'endFirst',
      'inOrder',
      'levelsDescribed',
      'notAhead',
      'onScale',
      'pupilLevel',
      'questionOpen',
      'roleAllows',
      'stillPursued',
    ]);
  }, 60_000);

  it('is written down under the name and the hour of who enters it, whatever was sent', async () => {
    const who = { tenantId: cast.tenantId, personId: cast.coordinator };
    const goal = goals['described'] ?? '';
    const forged = inserted(goal, { moment: 'interim', by: 'school', score: 0, on: today })
      .replace('scored_on)', 'scored_on, entered_by, entered_at)')
      .replace(/'\)$/, `', '${cast.specialist}', '2020-01-01')`);
    expect((await raw.tryAll(who, clock(), [forged]))[0]).toMatch(/^42501/);
    const [verdict] = await raw.tryAll(who, clock(), [
      `update goal_score set score = 1 where goal_id = '${goals['begun']}'`,
    ]);
    expect(verdict).toMatch(/^42501/);
  });

  it('counts as the latest of its side and moment until one is entered after it, in whatever order they came in', async () => {
    const at = (hour: number, score: number, by = 'school') =>
      `insert into goal_score (tenant_id, id, goal_id, moment, scored_by, score, scored_on, entered_at)
       values ('${cast.tenantId}', '${newId()}', '${goals['described']}', 'interim', '${by}', ${score}, '${today}', '${today} ${hour}:00Z')`;
    const superuser = await openSuperuser(fresh);
    const latest = async (...inserts: readonly string[]) => {
      await superuser.query(`begin; ${inserts.join(';')}`);
      const { rows } = await superuser.query<{ one: string }>(
        `select scored_by || ' ' || score as one from goal_score where goal_id = $1 and moment = 'interim' and latest order by 1`,
        [goals['described']],
      );
      await superuser.query('rollback');
      return rows.map(({ one }) => one);
    };
    expect(await latest(at(8, -1), at(9, 0))).toEqual(['school 0']);
    expect(await latest(at(9, 0), at(8, -1), at(7, -2))).toEqual(['school 0']);
    expect(await latest(at(8, -1), at(9, 0), at(8, 1, 'specialist'))).toEqual(['school 0', 'specialist 1']);
    const twice = superuser.query(
      `begin; ${at(8, -1)}; ${at(9, 0)}; update goal_score set latest = true where goal_id = '${goals['described']}'`,
    );
    await expect(twice).rejects.toThrow('one score is the latest');
    await superuser.end();
  });
});

const another = (question: string | undefined, title: string, from: string, to: string, level = 'team') =>
  `insert into goal (tenant_id, id, question_id, level, title, scale, starts_on, target_on)
    values ('${cast.tenantId}', '${newId()}', '${question}', '${level}', '${title}', 5, '${from}', '${to}')`;

describe('a goal', () => {
  it.each(['draft', 'started', 'stopped', 'completed', 'pupil'])(
    'of a question (%s) is made by its sides, while that is worked on, about a pupil only there',
    async (name) => {
      const id = questions[name] ?? '';
      for (const [kind, who] of people()) {
        const actor = await actorOf(stage, who.tenantId, who.personId);
        const question = await stage.database.read(actor, (reader) => getQuestionForGoal(reader, actor, id));
        if (question === undefined) continue;
        const given = (['pupil', 'team'] as const).flatMap((level) =>
          [-1, 0].map((days) => ({
            ...({ level, scale: 5, levels: [], startsOn: today } as const),
            targetOn: addDays(today, days),
          })),
        );
        const facts = { phase: phaseOf(question.status), pupilQuestion: question.pupil };
        const ruled = given.map((one) =>
          sidesAt(question).length === 0 ? 'KL001 roleAllows' : said(makeNeeds(facts, one)),
        );
        const verdicts = await raw.tryAll(
          who,
          clock(),
          given.map((one) => another(id, 'Iets nieuws', one.startsOn, one.targetOn, one.level)),
        );
        expect([kind, ...verdicts.map(sorted)]).toEqual([kind, ...ruled]);
      }
    },
  );

  it('changes and goes as the rules say; its levels stand from the first score', async () => {
    for await (const { cell, id, who, goal, hasSide } of cells()) {
      const { level, scale, levels, startsOn, targetOn } = goal;
      const changed = (sameWords: boolean) =>
        changeNeeds(factsOf(goal), { level, scale, levels, startsOn, targetOn, sameWords });
      const of = `where tenant_id = '${who.tenantId}' and`;
      const verdicts = await raw.tryAll(who, clock(), [
        `update goal set title = 'Anders' ${of} id = '${id}'`,
        `update goal set target_on = target_on + 1 ${of} id = '${id}'`,
        `update goal set dropped_because = 'Genoeg.' ${of} id = '${id}'`,
        `delete from goal_level ${of} goal_id = '${id}'`,
      ]);
      const ruled = [changed(false), changed(true), dropNeeds(factsOf(goal)), changed(false)].map(said);
      if (levels.length === 0) ruled[3] = 'nothing';
      const found = verdicts.map(sorted);
      if (hasSide) expect([cell, ...found]).toEqual([cell, ...ruled]);
      // Who has no side, and may not even touch the row, changes nothing.
      else
        expect([cell, ...found.filter((one) => !/^(KL001 roleAllows|nothing)$/.test(one))]).toEqual([cell]);
    }
  }, 60_000);

  it('stands once for a school and a period, however its title is written; on a pupil once for its question', async () => {
    const who = { tenantId: cast.tenantId, personId: cast.coordinator };
    const [last, beyond] = [addDays(today, 90), addDays(today, 91)];
    const verdicts = await raw.tryAll(who, clock(), [
      another(questions['draft'], ' bëSCHREVEN!', last, beyond),
      another(questions['draft'], 'Beschreven', beyond, beyond),
      another(questions['draft'], 'Beschreven anders', last, beyond),
      another(questions['draft'], 'Losgelaten', last, beyond),
      another(questions['pupil'], 'Beschreven', last, beyond),
      another(questions['pupil'], 'Op de leerling', last, beyond),
      another(questions['draft'], 'Op de leerling', last, beyond),
    ]);
    expect(verdicts.map((verdict) => verdict.slice(0, 5))).toEqual([
      '23P01',
      'done',
      'done',
      'done',
      'done',
      '23P01',
      'done',
    ]);
  });

  it('keeps the level of its question: a draft with a goal does not become a question on a pupil', async () => {
    const who = { tenantId: cast.tenantId, personId: cast.coordinator };
    const level = (id: string | undefined) => `update support_question set level = 'team' where id = '${id}'`;
    const free = await aQuestion(stage, cast, 'draft');
    const withGoal = another(free, 'Los', today, today);
    const verdicts = await raw.tryAll(who, clock(), [level(free), `${withGoal}; ${level(free)}`]);
    expect(verdicts).toEqual(['done', 'KL001 levelHasGoals']);
  });

  it('hangs below nothing that its maker cannot read', async () => {
    const stranger = { tenantId: cast.tenantId, personId: cast.colleague };
    const [verdict] = await raw.tryAll(stranger, clock(), [
      `insert into goal_level (tenant_id, goal_id, score, description)
        values ('${cast.tenantId}', '${goals['bare']}', 0, 'x')`,
    ]);
    expect(verdict).toBe('KL001 roleAllows');
  });

  it('has a title that database and rules compare alike', async () => {
    // Every sign that either of them takes away or reads as another, between two letters. Some Cyrillic letters are so new that not every
    // PostgreSQL knows them.
    const signs = Array.from({ length: 0x3100 }, (_, code) => String.fromCodePoint(code))
      .concat([...'\ufe00\ufe0f\ufeff\uffa0\uff21ﬁ'])
      .filter(
        (sign) => sign < '\u0250' || /[\p{Cf}\p{Mn}\p{P}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(sign),
      )
      .filter((sign) => sign !== '\0' && !(sign >= '\u1c80' && sign < '\u1c90'));
    const titles = signs.map((sign) => `A${sign}b`);
    const { rows } = await raw.client.query<{ title: string; folded: string }>(
      'select t as title, fold_title(t) as folded from unnest($1::text[]) as t',
      [titles],
    );
    const unlike = rows.filter(({ title, folded: kept }) => folded(title) !== kept);
    expect(unlike.map(({ title, folded: kept }) => `${escape(title)}: ${kept}`)).toEqual([]);
    expect(rows.length).toBeGreaterThan(1_000);
  });
});
