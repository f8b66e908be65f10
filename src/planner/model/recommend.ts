/** For one demand: who could take it, the best first, with what speaks for each. Looks at today's work alone; it makes no plan. */
import { type Hindrance, judgeOf, upTo } from './able.rules.ts';
import type { DemandFacts, PlanFacts, SpecialistFacts } from './facts.ts';
import { travelOf } from './travel.ts';
import { added, type Points, sumOf, travelPrice, worthOfPair, worthOfStart } from './value.rules.ts';
import { weightsOf } from './weights.rules.ts';

export interface Recommendation {
  readonly specialistId: string;
  /** Empty: able. */
  readonly hindrances: readonly Hindrance[];
  /** Halves a week that the demand asks, and that they have left; below 0 when they have too much already. */
  readonly needs: number;
  readonly room: number;
  /** One way. */
  readonly minutes: number;
  readonly guessed: boolean;
  /** Stationed at the school, or with other questions there. */
  readonly stationed: boolean;
  readonly working: boolean;
  /** The highest level in what is asked; 0 when nothing is asked. */
  readonly level: number;
  readonly speaksLanguage: boolean;
  /** By weight, and together. */
  readonly points: Points;
  readonly score: number;
}

/**
 * The facts hold this demand, its school, and every specialist with their fixed work and live stationings. First those able with room, by
 * score; then those able without; then the others, those with the fewest hindrances first.
 */
export function recommend(facts: PlanFacts, demand: DemandFacts): readonly Recommendation[] {
  const travel = travelOf(facts);
  const judge = judgeOf(facts, travel);
  const weights = weightsOf(facts.weights);
  const live = new Map(facts.specialists.map((each) => [each.id, liveHalves(facts, each)]));
  return facts.specialists
    .map((who): Recommendation => {
      const weeks = judge.weeks(who);
      const way = travel(who, demand.schoolId);
      const stationed = live.get(who.id)?.has(demand.schoolId) ?? false;
      const working = who.fixed.some(({ schoolId }) => schoolId === demand.schoolId);
      const needs = weeks === 0 ? demand.halves : upTo(demand.halves, weeks);
      const hindrances = judge.on(who, demand);
      const points = added(
        added(
          worthOfPair(weights, demand, who, false),
          worthOfStart(weights, { stationed, working, asBefore: false }),
        ),
        { travel: -travelPrice(weights, way.minutes) * needs },
      );
      return {
        specialistId: who.id,
        ...{ hindrances, needs, stationed, working, points },
        room: roomOf(who, demand.schoolId, weeks, live.get(who.id) ?? new Map()),
        minutes: way.minutes,
        guessed: way.known === 'guessed',
        level: Math.max(0, ...demand.expertise.map((code) => who.expertise[code] ?? 0)),
        speaksLanguage: demand.language !== null && !hindrances.some(({ code }) => code === 'language'),
        score: sumOf(points),
      };
    })
    .sort((a, b) => rank(a) - rank(b) || b.score - a.score || b.room - a.room);
}

const rank = ({ hindrances, room, needs }: Recommendation) =>
  hindrances.length > 0 ? 1 + hindrances.length : room >= needs ? 0 : 1;

/** Halves a week per school of live stationings; those at a board are divided over its schools. */
function liveHalves({ period }: PlanFacts, { stationings }: SpecialistFacts): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { schoolIds, halves, until } of stationings) {
    if (until <= period.monday) continue;
    for (const school of schoolIds) found.set(school, (found.get(school) ?? 0) + halves / schoolIds.length);
  }
  return found;
}

/** What is left of the contract beside questions and stationings elsewhere, and beside the questions at this school. */
function roomOf(
  { capacity, fixed }: SpecialistFacts,
  schoolId: string,
  weeks: number,
  live: ReadonlyMap<string, number>,
): number {
  if (weeks === 0) return 0;
  const work = new Map<string, number>();
  for (const each of fixed) work.set(each.schoolId, (work.get(each.schoolId) ?? 0) + each.halves / weeks);
  const elsewhere = [...new Set([...work.keys(), ...live.keys()])]
    .filter((school) => school !== schoolId)
    .reduce((sum, school) => sum + Math.max(work.get(school) ?? 0, live.get(school) ?? 0), 0);
  return Math.floor(capacity - elsewhere - (work.get(schoolId) ?? 0) + 1e-9);
}
