/**
 * One specialist as the engine sees them. Questions that they have already are a demand without a value that is pinned to them at its
 * school: it takes time, a place and travel like all work. A contract or a number of places that it exceeds counts as that much, so that
 * what is there already never makes a plan impossible.
 */
import type { Choice, Specialist } from '../engine/instance.ts';
import { upTo } from './able.rules.ts';
import type { MarkFacts, SpecialistFacts } from './facts.ts';
import type { Ground } from './ground.ts';
import { type Points, sumOf, travelPrice, worthOfPair, worthOfStart } from './value.rules.ts';

export interface Side {
  readonly specialist: SpecialistFacts;
  readonly weeks: number;
  /** Halves of fixed work per place. */
  readonly fixed: ReadonlyMap<number, number>;
  /** The demands they may take per place; a place without demands may stand here too. */
  readonly work: ReadonlyMap<number, readonly number[]>;
}

export function sideOf(ground: Ground, specialist: SpecialistFacts): Side {
  const { facts, judge, placeAt } = ground;
  const weeks = judge.weeks(specialist);
  const fixed = new Map<number, number>();
  const work = new Map<number, number[]>();
  const side: Side = { specialist, weeks, fixed, work };
  if (weeks === 0 || specialist.capacity <= 0) return side;
  for (const { schoolId, halves } of specialist.fixed) {
    const place = placeAt.get(schoolId);
    if (place !== undefined) fixed.set(place, (fixed.get(place) ?? 0) + halves);
  }
  for (const place of fixed.keys()) work.set(place, []);
  const at = ground.specialistAt.get(specialist.id) ?? -1;
  const wanted = pinsOf(ground, specialist).map(({ schoolId }) => placeAt.get(schoolId) ?? -1);
  for (const place of [...(ground.current[at]?.keys() ?? []), ...wanted]) {
    const school = facts.schools[place];
    if (school && !work.has(place) && judge.at(specialist, school.id).length === 0) work.set(place, []);
  }
  facts.demands.forEach((demand, number) => {
    const place = placeAt.get(demand.schoolId);
    if (place === undefined || judge.on(specialist, demand).length > 0) return;
    const here = work.get(place);
    if (here) here.push(number);
    else work.set(place, [number]);
  });
  return side;
}

/** `fixedAt`: the engine's number of the fixed work at a place; `groupsAt`: the groups of each place. */
export function engineSide(
  ground: Ground,
  side: Side,
  fixedAt: ReadonlyMap<number, number>,
  groupsAt: readonly (readonly number[])[],
): Specialist {
  const { specialist, weeks, fixed, work } = side;
  const choices = [...work].map(([place, able]) => {
    const own = fixedAt.get(place);
    return own === undefined
      ? choiceOf(ground, side, place, able, groupsAt[place] ?? [])
      : withFixed(ground, side, choiceOf(ground, side, place, able, groupsAt[place] ?? []), own);
  });
  const taken = choices.filter(({ place }) => fixed.has(place)).reduce((sum, { least }) => sum + least, 0);
  return {
    capacity: work.size === 0 ? 0 : Math.max(specialist.capacity, taken),
    weeks,
    places: Math.max(specialist.mostPlaces ?? ground.facts.settings.mostPlaces, fixed.size),
    choices,
  };
}

function choiceOf(
  ground: Ground,
  { specialist, fixed }: Side,
  place: number,
  able: readonly number[],
  groups: readonly number[],
): Choice {
  const { facts, weights, travel, before, demandAt } = ground;
  const { settings } = facts;
  const schoolId = facts.schools[place]?.id ?? '';
  const pins = pinsOf(ground, specialist).filter((mark) => mark.schoolId === schoolId);
  const held = pins.flatMap(({ demandId }) => demandAt.get(demandId ?? '') ?? []);
  const step = settings.wholeBlocks ? 2 : 1;
  return {
    ...{ place, groups, step },
    start: sumOf(pointsOfStart(ground, specialist, place, fixed.has(place))),
    cost: travelPrice(weights, travel(specialist, schoolId).minutes),
    least: toStep(settings.leastBlock, step),
    most: settings.mostBlock,
    pinned: pins.length > 0,
    demands: able,
    pinnedDemands: able.filter((demand) => held.includes(demand)),
    demandExtra: able.map((number) => {
      const demand = facts.demands[number];
      if (demand === undefined) return 0;
      const asBefore = before.assignments.has(`${specialist.id} ${demand.id}`);
      return sumOf(worthOfPair(weights, demand, specialist, asBefore));
    }),
  };
}

/** The choice at a place with fixed work: at the least what that work takes, whatever the rule of blocks. */
function withFixed(ground: Ground, { fixed, weeks }: Side, choice: Choice, own: number): Choice {
  const needs = toStep(upTo(fixed.get(choice.place) ?? 0, weeks), choice.step);
  return {
    ...choice,
    least: needs,
    most: Math.max(ground.facts.settings.mostBlock, needs),
    pinned: true,
    demands: [...choice.demands, own],
    pinnedDemands: [...choice.pinnedDemands, own],
    demandExtra: [...(choice.demandExtra ?? []), 0],
  };
}

/** What it is worth that they are at this place at all; `working`: they have questions there already. */
export function pointsOfStart(
  ground: Ground,
  specialist: SpecialistFacts,
  place: number,
  working: boolean,
): Points {
  const { facts, current, before, specialistAt, weights } = ground;
  return worthOfStart(weights, {
    stationed: current[specialistAt.get(specialist.id) ?? -1]?.has(place) ?? false,
    working,
    asBefore: before.stationings.has(`${specialist.id} ${facts.schools[place]?.id}`),
  });
}

/** Halves a week of fixed work per school. */
export function fixedWeekly({ facts }: Ground, sides: readonly Side[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { fixed, weeks } of sides) {
    for (const [place, halves] of fixed) {
      const school = facts.schools[place]?.id ?? '';
      sums.set(school, (sums.get(school) ?? 0) + upTo(halves, weeks));
    }
  }
  return sums;
}

/** A whole number of steps, rounded up. */
export const toStep = (halves: number, step: number) => Math.ceil(halves / step) * step;

function pinsOf({ facts }: Ground, { id }: SpecialistFacts): readonly MarkFacts[] {
  return facts.marks.filter((mark) => mark.kind === 'pin' && mark.specialistId === id);
}
