/** A goal as the API tells it. */
import { differences, lasted } from './attainment.rules.ts';
import { factsOf, sidesAt } from './goal.facts.ts';
import { gapsOf, scorers } from './goal.rules.ts';
import type { GoalView } from './goal.store.ts';
import { gapWords, specialistWord } from './goal.words.ts';

/** @param labels the words of the partnership */
export function goalAnswer(goal: GoalView, labels: Readonly<Record<string, string>>) {
  const { relations: _, startsOn, targetOn, droppedAt, droppedBecause, today: __, question, ...rest } = goal;
  return {
    ...rest,
    supportQuestionId: question.id,
    startDate: startsOn,
    targetDate: targetOn,
    dropped: droppedAt === null ? null : { at: droppedAt, reason: droppedBecause },
    scores: goal.scores.map(({ score, on, ...one }) => ({ ...one, level: score, scoredAt: on })),
    /** Scorers who chose different levels: to talk about, never averaged. */
    differences: differences(goal.scores).map(({ moment, levels }) => ({
      moment,
      levels: levels.map(({ by, score }) => ({ by, level: score })),
    })),
    /** Level at follow-up minus level at the end. */
    lasted: scorers.flatMap((by) => {
      const change = lasted(goal.scores, by);
      return change === undefined ? [] : [{ by, change }];
    }),
    missing: gapsOf(factsOf(goal)).map((gap) => ({
      code: gap.what,
      by: gap.side,
      now: gap.now,
      detail: gapWords(gap, specialistWord(labels), goal),
    })),
    mayScoreFor: sidesAt(goal),
  };
}
