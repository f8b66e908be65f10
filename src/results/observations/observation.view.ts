/** A lesson as the API tells it. */
import { canTake, isOf, levelOf, marksByDomain, type Side, steps } from './observation.rules.ts';
import type { Observation } from './observation.store.ts';
import { explain } from './observation.words.ts';

/** @param side whose the reader is */
export function observationAnswer(one: Observation, side: Side) {
  const { onDate, today: _, goals, ...rest } = one;
  const byDomain = marksByDomain(one.sheet.domains, one.marks);
  return {
    ...rest,
    date: onDate,
    /** The mean of what was seen, by domain. */
    levels: one.sheet.domains.map(({ name }, nth) => {
      const marks = byDomain[nth] ?? [];
      return { domain: name, value: levelOf(marks), seen: marks.filter((mark) => mark !== null).length };
    }),
    goals: goals.map(({ targetOn, ...goal }) => ({ ...goal, targetDate: targetOn })),
    steps: steps
      .filter((step) => isOf(step, side))
      .map((step) => {
        const allowed = canTake(step, side, one.status);
        return { step, allowed, unmet: allowed ? [] : explain(['stateAllows']) };
      }),
  };
}
