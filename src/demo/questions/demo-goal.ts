/** Goals of the demonstration: one variable each, every level described before the start. */
import type { ExpertiseCode } from './expertise.ts';

export type DemoGoalKind = 'pupil' | 'group' | 'teacher' | 'team' | 'school';

/**
 * What each level looks like, from -3 to +2. On the Dutch scale of six points -3 is worse than the start and -2 the start; the scale of
 * five points leaves out the first. 0 is what school and specialist expect.
 */
export type DemoLevels = readonly [string, string, string, string, string, string];

export interface DemoGoal {
  readonly key: string;
  readonly expertise: ExpertiseCode;
  readonly title: string;
  /** What is measured, how and by whom. */
  readonly variable: string;
  readonly levels: DemoLevels;
}

type Values = readonly [Value, Value, Value, Value, Value, Value];
type Value = number | string;

/** One sentence with `#` where the levels differ: so that they differ in nothing else. `{kind|kinderen}` follows the number. */
export function levelsOf(sentence: string, values: Values): DemoLevels {
  const at = (value: Value) =>
    sentence
      .replaceAll(/\{([^|}]*)\|([^}]*)\}/g, value === 1 || value === 'één' ? '$1' : '$2')
      .replace('#', String(value));
  const [worse, start, less, expected, more, most] = values;
  return [at(worse), at(start), at(less), at(expected), at(more), at(most)];
}

interface DemoPoint {
  readonly score: number;
  readonly words: string;
}

/** The Dutch scale of six points: -3 to +2. */
export function sixPointsOf(goal: DemoGoal): readonly DemoPoint[] {
  return goal.levels.map((words, nth) => ({ score: nth - 3, words }));
}

/** The scale of five points: -2 to +2. */
export function fivePointsOf(goal: DemoGoal): readonly DemoPoint[] {
  return sixPointsOf(goal).slice(1);
}
