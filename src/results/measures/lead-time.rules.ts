/**
 * How long it takes, when some still wait. Kaplan & Meier (1958), Nonparametric estimation from incomplete observations, Journal of the
 * American Statistical Association 53, 457-481: an average of what has ended would look best where most still wait.
 */

export interface Wait {
  /** School days it took, or takes so far. */
  readonly value: number;
  readonly open: boolean;
}

/** After `days` school days the share `waiting` still waits; `atRisk` were followed that long. */
export interface SurvivalStep {
  readonly days: number;
  readonly waiting: number;
  readonly atRisk: number;
}

/** The curve of those who still wait, a step for each number of days at which somebody was helped. */
export function survival(waits: readonly Wait[]): readonly SurvivalStep[] {
  const ended = new Map<number, number>();
  for (const { value, open } of waits) if (!open) ended.set(value, (ended.get(value) ?? 0) + 1);
  const sorted = waits.map(({ value }) => value).sort((a, b) => a - b);
  let waiting = 1;
  let before = 0;
  return [...ended]
    .sort(([a], [b]) => a - b)
    .map(([days, helped]) => {
      // Who is open after as many days was at risk that day as well.
      while ((sorted[before] ?? days) < days) before += 1;
      const atRisk = sorted.length - before;
      waiting *= 1 - helped / atRisk;
      return { days, waiting, atRisk };
    });
}

/** Thirds and sevenths of products must not miss the half by a hair. */
const hair = 1e-9;

/** The fewest days after which at most this share still waits; null while more do. */
const within = (curve: readonly SurvivalStep[], share: number): number | null =>
  curve.find(({ waiting }) => waiting <= share + hair)?.days ?? null;

/** Median, p85 and how many still wait. */
export function leadTime(waits: readonly Wait[]): {
  readonly value: number | null;
  readonly p85: number | null;
  readonly open: number;
} {
  const curve = survival(waits);
  return {
    value: within(curve, 0.5),
    p85: within(curve, 0.15),
    open: waits.filter(({ open }) => open).length,
  };
}
