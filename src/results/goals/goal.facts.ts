/** From goals as they are stored to what the rules ask. */
import {
  type Gap,
  type GoalFacts,
  gapsOf,
  type Moment,
  mayScoreAs,
  moments,
  phaseOf,
  type Scorer,
  type Side,
  scoreNeeds,
  scorers,
  sidesOf,
} from './goal.rules.ts';
import type { GoalView } from './goal.store.ts';

export type Facts = GoalFacts & {
  readonly pupilQuestion: boolean;
  readonly targetOn: string;
  readonly status: string;
  readonly followUpOn: string | null;
};

export const factsOf = (goal: GoalView): Facts => ({
  phase: phaseOf(goal.question.status),
  level: goal.level,
  scale: goal.scale,
  levels: goal.levels,
  scores: goal.scores,
  dropped: goal.droppedAt !== null,
  today: goal.today,
  pupilQuestion: goal.question.pupil,
  targetOn: goal.targetOn,
  status: goal.question.status,
  followUpOn: goal.question.followUpOn,
});

/** Whom the actor scores for. */
export const sidesAt = (goal: Pick<GoalView, 'relations'>): readonly Side[] => sidesOf(goal.relations);

/** The scorers and moments the actor can fill in today. */
export function scoresToGive(
  goal: GoalView,
): readonly { readonly by: Scorer; readonly moments: readonly Moment[] }[] {
  const facts = factsOf(goal);
  return scorers
    .filter((by) => mayScoreAs(by, sidesAt(goal)))
    .map((by) => ({
      by,
      moments: moments.filter(
        (moment) => scoreNeeds(facts, { moment, by, score: 0, on: goal.today }).length === 0,
      ),
    }))
    .filter((one) => one.moments.length > 0);
}

/** What the actor's own sides can and should fill in now. */
export function ownGaps(goal: GoalView): readonly Gap[] {
  const sides = sidesAt(goal);
  return gapsOf(factsOf(goal)).filter(
    ({ side, now }) => now && (side === null ? sides.length > 0 : sides.includes(side)),
  );
}
