/** A stationing as the API tells it, and where a page of a list ends. */
import { pageOf } from '../../platform/pure/cursor.ts';
import { factsOf } from './stationing.actions.ts';
import { mayTake, stepsTaken, unmetNeeds } from './stationing.rules.ts';
import type { Stationing, StationingRow } from './stationing.store.ts';
import { explain } from './stationing.words.ts';

export function rowView({ specialist, place, schools, ...rest }: StationingRow) {
  return {
    ...rest,
    specialistId: specialist.id,
    specialist,
    place,
    schools: schools.map(({ code }) => code),
  };
}

/** Steps this reader may ever take, each with what can be told of it before anything is filled in. */
export function stepsFor(stationing: Stationing, today: string) {
  return stepsTaken
    .filter((step) => mayTake(step, stationing))
    .map((step) => {
      const unmet = explain(unmetNeeds(step, factsOf(stationing, today)));
      return { step, allowed: unmet.length === 0, unmet };
    });
}

export function stationingView(stationing: Stationing, today: string) {
  const {
    relations: _relations,
    clashes: _clashes,
    specialistHere: _here,
    continues: _before,
    ...shown
  } = stationing;
  const { timeline, ...row } = shown;
  return {
    ...rowView(row),
    successors: row.successors.map(({ id }) => id),
    steps: stepsFor(stationing, today).map(({ step, allowed, unmet }) => ({
      step,
      allowed,
      unmet: unmet.map(({ code, detail }) => ({ code, detail })),
    })),
    timeline,
  };
}

/** A page of a list that was asked with one more than `limit`. */
export function pageOfStationings(found: readonly StationingRow[], limit: number) {
  return pageOf(found, limit, ({ from }) => from);
}
