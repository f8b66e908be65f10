/** Makes the releases that are due: each period of each partnership on its own, whole or not at all, so that a job that was ended goes on. */
import type { Database } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { log } from '../../platform/log.ts';
import { type Measure, type MeasureCode, measureOf } from '../measures/measure.rules.ts';
import { findFactsForRelease } from '../measures/measure.store.ts';
import { releaseByKind } from './by-kind.rules.ts';
import { closedFor } from './closed.rules.ts';
import { type Due, dueOn } from './due.rules.ts';
import { headOf } from './kin.rules.ts';
import { type Counts, countsOf, type Given, type ReleaseCell, releaseOf } from './release.rules.ts';
import {
  findCriteriaForRelease,
  findEarlierCells,
  findReleaseGround,
  keepReleases,
  type ReleaseGround,
} from './release-job.store.ts';

/** Levels of questions, as migrations/0022 has them. */
const levels = ['school', 'team', 'group', 'pupil'];
/** Kinds of visits, as 0027 has them. */
const visits = [
  ...['observation', 'coaching', 'team_training', 'advice'],
  ...['group_support', 'meeting', 'research', 'sharing_knowledge'],
];
const scorers = ['school', 'specialist'];
/** What `kind` of a fact can be, also where a quarter has none of it. */
const kinds: Readonly<Partial<Record<MeasureCode, readonly string[]>>> = {
  ...{ hours_done: visits, recorded_on_time: visits, confirmed_on_time: visits },
  ...{ goal_levels: scorers, goal_t: scorers, lasted: scorers },
  hours_planned: ['stationing', 'assignment'],
};

/** Every night. Says how many releases are new. */
export async function makeReleases(database: Database): Promise<number> {
  let kept = 0;
  for (const ground of await findReleaseGround(database)) {
    const made = new Set(ground.made.map((one) => one.join(' ')));
    for (const due of dueOn(ground.today, ground.since, (...one) => made.has(one.join(' '))))
      kept += await makeDue(database, ground, due);
  }
  if (kept > 0) log('info', 'figures released', { releases: kept });
  return kept;
}

async function makeDue(database: Database, ground: ReleaseGround, due: Due): Promise<number> {
  const { span, period, measures } = due;
  const { tenantId } = ground;
  const facts = await findFactsForRelease(
    database,
    tenantId,
    [...new Set(measures.flatMap(({ code }) => [code, headOf(code)]))],
    period,
  );
  const earlier = span === 'year' ? await findEarlierCells(database, tenantId, period) : [];
  const criteria = await findCriteriaForRelease(database, tenantId);
  const givenOf = (measure: Measure): Given => ({
    measure,
    span,
    facts: facts[measure.code] ?? [],
    known: {
      ...ground,
      level: levels,
      kind: measure.code === 'basic_support' ? criteria : (kinds[measure.code] ?? []),
    },
    earlier: earlier.filter((cell) => cell.measure === measure.code),
  });
  const counted = new Map<MeasureCode, Counts>();
  const countsFor = (code: MeasureCode) => {
    const counts = counted.get(code) ?? countsOf(givenOf(measureOf(code)));
    counted.set(code, counts);
    return counts;
  };
  const made = new Map<string, readonly ReleaseCell[]>();
  for (const measure of measures) {
    const given = { ...givenOf(measure), closed: closedFor(measure.code, made) };
    const cells =
      measure.levels === undefined ? releaseOf(given, countsFor(headOf(measure.code))) : releaseByKind(given);
    made.set(measure.code, cells);
  }
  const releases = [...made].map(([measure, cells]) => ({ id: newId(), measure, cells }));
  return keepReleases(database, tenantId, span, period, releases);
}
