/** What is done around a question besides its steps: goals, scores, visits and what the school says of them. */
import type { Actor } from '../../platform/pure/actor.ts';
import { addDays } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { makeGoal, scoreGoal } from '../../results/index.ts';
import { answerVisit, recordVisit, type VisitKind } from '../../stationing/index.ts';
import { type DemoGoalKind, fivePointsOf, sixPointsOf } from './demo-goal.ts';
import type { DemoLevel } from './demo-question.ts';
import { demoGoals } from './goals.ts';
import type { Scene } from './inputs.ts';
import type { Act } from './roads.ts';

export interface Work {
  readonly questionId: string;
  readonly goalId: string | undefined;
  readonly visitId: string | undefined;
  readonly nth: number;
}

/** Does the act when it is work and no step of the protocol; undefined when it is a step. */
export async function workAt(
  deed: Deed,
  actor: Actor,
  { doing, choice, who }: Act,
  scene: Scene,
  level: DemoLevel,
  work: Work,
): Promise<Partial<Work> | undefined> {
  switch (doing) {
    case 'set_goal':
      return { goalId: taken(await makeGoal(deed, actor, goalOf(scene, level, work)), 'a goal') };
    case 'score':
      if (work.goalId === undefined) return {};
      taken(await scoreGoal(deed, actor, work.goalId, scoreOf(scene, who, choice)), 'a score');
      return {};
    case 'visit':
      return { visitId: taken(await recordVisit(deed, actor, visitOf(scene, work, choice)), 'a visit') };
    case 'confirm':
    case 'dispute':
      if (work.visitId === undefined) return {};
      taken(await answerVisit(deed, actor, work.visitId, answerOf(scene, doing)), 'an answer');
      return {};
    default:
      return undefined;
  }
}

function goalOf({ day, nth }: Scene, level: DemoLevel, { questionId }: Work) {
  const kind: DemoGoalKind = level === 'team' && nth % 2 === 0 ? 'teacher' : level;
  const goal = demoGoals[kind][nth % demoGoals[kind].length];
  if (goal === undefined) throw new Error('the demonstration has no such goal');
  const scale: 5 | 6 = nth % 3 === 0 ? 5 : 6;
  const points = scale === 5 ? fivePointsOf(goal) : sixPointsOf(goal);
  return {
    supportQuestionId: questionId,
    level: kind,
    title: goal.title,
    variable: goal.variable,
    scale,
    levels: points.map(({ score, words }) => ({ score, description: words })),
    startDate: day,
    targetDate: addDays(day, 75),
  };
}

/** How it went, by road: most reach what was expected, one in five less; every fourth time the school sees it otherwise. */
function scoreOf({ day, nth }: Scene, who: Act['who'], choice: string | undefined) {
  const by = who === 'specialist' ? ('specialist' as const) : ('school' as const);
  const otherwise = by === 'school' && nth % 4 === 0 ? -1 : 0;
  const end = [0, 1, 0, 2, -1][nth % 5] ?? 0;
  switch (choice) {
    case 'start':
      return { by, moment: 'start' as const, level: -2, scoredAt: day };
    case 'interim':
      return { by, moment: 'interim' as const, level: -1, scoredAt: day };
    case 'follow_up':
      return { by, moment: 'follow_up' as const, level: end - (nth % 2), scoredAt: day };
    default:
      return { by, moment: 'end' as const, level: end + otherwise, scoredAt: day };
  }
}

function visitOf({ day, nth, schoolCode }: Scene, { questionId, goalId }: Work, choice: string | undefined) {
  const minutes = 45 + 15 * (nth % 4);
  return {
    schools: [schoolCode],
    date: day,
    minutes,
    travelMinutes: 20 + (nth % 3) * 5,
    preparationMinutes: 15,
    kind: choice as VisitKind,
    participants: [
      { role: 'teachers' as const, number: 1 + (nth % 3) },
      { role: 'support_coordinator' as const, number: 1 },
    ],
    split:
      goalId === undefined
        ? [{ minutes, supportQuestionId: questionId }]
        : [
            { minutes: 30, goalId },
            { minutes: minutes - 30, supportQuestionId: questionId },
          ],
  };
}

function answerOf({ schoolCode }: Scene, doing: 'confirm' | 'dispute') {
  return doing === 'confirm'
    ? { schoolCode, verdict: 'confirmed' as const }
    : {
        schoolCode,
        verdict: 'disputed' as const,
        words: 'Deze training ging over een andere groep leerkrachten.',
      };
}

function taken(outcome: { readonly outcome: string; readonly id?: string }, what: string): string {
  if (outcome.outcome === 'taken' && outcome.id !== undefined) return outcome.id;
  throw new Error(`the demonstration cannot make ${what}: ${JSON.stringify(outcome).slice(0, 400)}`);
}
