/**
 * What boards and areas should get at the least: the tenant's percentage of their part by pupils of all halves there are. Never more than
 * is asked there, so that nobody is sent where no work is.
 */

import { weeksOf } from './able.rules.ts';
import type { CurrentStationing, PlanFacts, SchoolFacts } from './facts.ts';
import type { Weights } from './value.rules.ts';

export interface GroupOf {
  readonly kind: 'board' | 'area';
  readonly id: string;
  /** Halves a week. */
  readonly target: number;
  /** Points per half a week short: the weight is per dagdeel. */
  readonly price: number;
}

export interface Fairness {
  readonly groups: readonly GroupOf[];
  /** Per place the numbers of its groups. */
  readonly ofPlace: readonly (readonly number[])[];
}

const kinds = [
  { kind: 'board', weight: 'board_fairness', idOf: (school: SchoolFacts) => school.boardId },
  { kind: 'area', weight: 'area_fairness', idOf: (school: SchoolFacts) => school.areaId },
] as const;

/** `fixed`: halves a week of fixed work per school. */
export function groupsOf(facts: PlanFacts, weights: Weights, fixed: ReadonlyMap<string, number>): Fairness {
  if (facts.settings.fairShare === 0) return { groups: [], ofPlace: [] };
  const parts = partsByPupils(facts.schools);
  const asked = askedAt(facts, fixed);
  const all = halvesOf(facts) * (facts.settings.fairShare / 100);
  const groups: GroupOf[] = [];
  const ofPlace: number[][] = facts.schools.map(() => []);
  for (const { kind, weight, idOf } of kinds) {
    const price = weights[weight] / 2;
    for (const [id, places] of placesBy(facts.schools, idOf)) {
      const part = places.reduce((sum, place) => sum + (parts[place] ?? 0), 0);
      const work = places.reduce((sum, place) => sum + (asked.get(facts.schools[place]?.id ?? '') ?? 0), 0);
      const target = Math.floor(Math.min(all * part, work) + 1e-9);
      if (target < 1 || price <= 0) continue;
      const number = groups.push({ kind, id, target, price }) - 1;
      for (const place of places) ofPlace[place]?.push(number);
    }
  }
  return { groups, ofPlace };
}

/** Each school's part of all pupils; a school that did not say counts as the average of those that did. */
function partsByPupils(schools: readonly SchoolFacts[]): readonly number[] {
  const known = schools.flatMap(({ pupils }) => pupils ?? []);
  const average = known.length === 0 ? 1 : known.reduce((sum, each) => sum + each, 0) / known.length;
  const counts = schools.map(({ pupils }) => pupils ?? average);
  const all = counts.reduce((sum, each) => sum + each, 0);
  return counts.map((each) => (all === 0 ? 0 : each / all));
}

/** Halves a week that are asked per school: demands spread over the school weeks, fixed work and live stationings. */
function askedAt({ demands, specialists, period }: PlanFacts, fixed: ReadonlyMap<string, number>) {
  const asked = new Map(fixed);
  const add = (school: string, halves: number) => asked.set(school, (asked.get(school) ?? 0) + halves);
  const weeks = Math.max(1, period.schoolWeeks.length);
  for (const { schoolId, halves } of demands) add(schoolId, halves / weeks);
  const live = ({ until }: CurrentStationing) => until > period.monday;
  for (const { stationings } of specialists) {
    for (const { schoolIds, halves } of stationings.filter(live)) {
      for (const school of schoolIds) add(school, halves / schoolIds.length);
    }
  }
  return asked;
}

/** Halves a week of everybody together; who is away for half the weeks counts for half. */
function halvesOf(facts: PlanFacts): number {
  const weeks = Math.max(1, facts.period.schoolWeeks.length);
  return facts.specialists.reduce((sum, each) => sum + (each.capacity * weeksOf(facts, each)) / weeks, 0);
}

function placesBy(schools: readonly SchoolFacts[], idOf: (school: SchoolFacts) => string | null) {
  const places = new Map<string, number[]>();
  schools.forEach((school, place) => {
    const id = idOf(school);
    if (id === null) return;
    const own = places.get(id);
    if (own) own.push(place);
    else places.set(id, [place]);
  });
  return places;
}
