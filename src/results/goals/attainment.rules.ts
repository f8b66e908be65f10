/**
 * What came of goals, after the work («na de inzet», never «door de inzet»): raw levels first, then one figure for several goals.
 * Always by scorer and with the number of goals: what school and specialist see apart is a reason to talk, never an average.
 */
import { latest, type Moment, moments, type Score, type Scorer, scorers } from './goal.rules.ts';
import type { Scale } from './goal-scale.rules.ts';

/** Expected correlation between the scores of goals, as its makers chose it. */
const rho = 0.3;

/**
 * The T-score of goals on the five-point scale (-2 to +2), all of equal weight: mean 50 and standard deviation 10 when each goal ends
 * where it was expected to. Undefined without goals.
 *
 * Kiresuk, T.J. & Sherman, R.E. (1968), Goal attainment scaling: a general method for evaluating comprehensive community mental
 * health programs, Community Mental Health Journal 4, 443-453:  T = 50 + 10 Σ(w x) / √((1 - ρ) Σw² + ρ (Σw)²)  with ρ = 0.3;
 * for w = 1 and n goals  T = 50 + 10 Σx / √(0.7 n + 0.3 n²).
 */
export function tScore(attained: readonly number[]): number | undefined {
  const n = attained.length;
  if (n === 0) return undefined;
  const sum = attained.reduce((total, one) => total + one, 0);
  return 50 + (10 * sum) / ((1 - rho) * n + rho * n * n) ** 0.5;
}

interface Scored {
  readonly scale: Scale;
  readonly dropped: boolean;
  readonly scores: readonly Score[];
}

export interface Attainment {
  readonly by: Scorer;
  readonly moment: Moment;
  readonly t: number;
  /** Goals it is made of. */
  readonly n: number;
}

/** The T-score of each scorer at each moment, of the goals still pursued on the five-point scale; only where there are any. */
export function attainments(goals: readonly Scored[]): readonly Attainment[] {
  const counted = goals.filter((goal) => goal.scale === 5 && !goal.dropped);
  return scorers.flatMap((by) =>
    moments.flatMap((moment) => {
      const attained = counted.map((goal) => latest(goal.scores, moment, by)?.score);
      const levels = attained.filter((score) => score !== undefined);
      const t = tScore(levels);
      return t === undefined ? [] : [{ by, moment, t, n: levels.length }];
    }),
  );
}

export interface Difference {
  readonly moment: Moment;
  /** Every scorer at that moment, each with their own level. */
  readonly levels: readonly { readonly by: Scorer; readonly score: number }[];
}

/** The moments at which scorers chose different levels: something to talk about. */
export function differences(scores: readonly Score[]): readonly Difference[] {
  return moments
    .map((moment) => ({
      moment,
      levels: scorers.flatMap((by) => {
        const found = latest(scores, moment, by);
        return found === undefined ? [] : [{ by, score: found.score }];
      }),
    }))
    .filter(({ levels }) => new Set(levels.map(({ score }) => score)).size > 1);
}

/** Did it last: levels at follow-up minus levels at the end, by the same scorer. Undefined while one of the two lacks. */
export function lasted(scores: readonly Score[], by: Scorer): number | undefined {
  const end = latest(scores, 'end', by);
  const later = latest(scores, 'follow_up', by);
  return end === undefined || later === undefined ? undefined : later.score - end.score;
}
