/** A visit as the API tells it; the names are those of design/4. */
import { pageOf } from '../../platform/pure/cursor.ts';
import { stateOf } from './visit.rules.ts';
import type { VisitRow } from './visit.store.ts';

export function visitView(visit: VisitRow) {
  const { split, withdrawn, specialist, ...rest } = visit;
  return {
    ...rest,
    specialistId: specialist.id,
    specialist,
    status: stateOf(visit),
    split: split.map(({ minutes, questionId, number, goalId, ambition, faded, schoolCode }) => ({
      minutes,
      ...(goalId !== null && { goalId }),
      ...(questionId !== null
        ? { supportQuestionId: questionId, number }
        : ambition !== null
          ? { ambitionId: ambition.id, ambition }
          : faded
            ? { faded }
            : { preventive: true }),
      schoolCode,
    })),
  };
}

/** A page of a list that was asked with one more than `limit`. */
export function pageOfVisits(found: readonly VisitRow[], limit: number) {
  return pageOf(found, limit, ({ date }) => date);
}
