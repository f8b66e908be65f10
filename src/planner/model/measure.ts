/** What a plan comes to in the measures people know, beside points; and how two plans of one model differ. */
import type { Model } from './build.ts';
import { fixedAt } from './read.ts';
import { pointsOfFairness, pointsOfStay, type State, type Stay, worthOf } from './state.ts';
import { added, type Points } from './value.rules.ts';

export interface Measures {
  /** Demands that somebody takes. */
  readonly served: number;
  /** Hours of asked work that somebody does over the period: a half dagdeel is two hours. */
  readonly hours: number;
  /** Minutes a week on the way, there and back, one journey per dagdeel. */
  readonly travel: number;
  /** Points of ambitions that are worked on. */
  readonly ambition: number;
  /** Live stationings that go on, and new ones. */
  readonly kept: number;
  readonly started: number;
  /** Questions and stationings that stay as in the previous plan. */
  readonly asBefore: number;
}

/** Hours in a half dagdeel. */
export const hoursOfHalf = 2;

const nothing: Measures = { served: 0, hours: 0, travel: 0, ambition: 0, kept: 0, started: 0, asBefore: 0 };

export function measuresOf({ model, stays }: State): Measures {
  return stays.reduce((sum, own, at) => plus(sum, ofStays(model, at, own)), nothing);
}

export interface Difference {
  /** Points: above 0 when the second is worse. */
  readonly cost: number;
  /** The same by weight. */
  readonly points: Points;
  /** First minus second. */
  readonly measures: Measures;
  /** Demands that only one of the two serves, by number. */
  readonly lost: readonly number[];
  readonly gained: readonly number[];
  /** Live stationings of the first that the second does not have. */
  readonly stopped: readonly { readonly specialist: number; readonly place: number }[];
}

/** What it costs to go from one plan to another; looks only at specialists whose stays differ. */
export function differenceOf(first: State, second: State): Difference {
  const { model } = first;
  let points: Points = added(pointsOfFairness(model, first.given), pointsOfFairness(model, second.given), -1);
  let measures = nothing;
  const changed = first.stays.flatMap((own, at) => (own === second.stays[at] ? [] : [at]));
  for (const at of changed) {
    points = added(points, pointsOfStays(model, at, first.stays[at]));
    points = added(points, pointsOfStays(model, at, second.stays[at]), -1);
    measures = plus(measures, ofStays(model, at, first.stays[at]));
    measures = plus(measures, ofStays(model, at, second.stays[at]), -1);
  }
  const before = demandsOf(first, changed);
  const after = demandsOf(second, changed);
  return {
    ...{ points: tidyPoints(points), measures },
    cost: worthOf(first) - worthOf(second),
    lost: [...before].filter((each) => !after.has(each)),
    gained: [...after].filter((each) => !before.has(each)),
    stopped: changed.flatMap((at) => stoppedOf(model, at, first.stays[at] ?? [], second.stays[at] ?? [])),
  };
}

const demandsOf = ({ stays }: State, who: readonly number[]) =>
  new Set(who.flatMap((at) => (stays[at] ?? []).flatMap(({ demands }) => demands)));

function stoppedOf({ current }: Model, specialist: number, own: readonly Stay[], other: readonly Stay[]) {
  const goesOn = new Set(other.map(({ place }) => place));
  return own.flatMap(({ place }) =>
    current[specialist]?.has(place) && !goesOn.has(place) ? [{ specialist, place }] : [],
  );
}

const pointsOfStays = (model: Model, at: number, stays: readonly Stay[] = []) =>
  stays.reduce<Points>((sum, stay) => added(sum, pointsOfStay(model, at, stay)), {});

/** Without what is nothing but the noise of adding. */
function tidyPoints(points: Points): Points {
  return Object.fromEntries(Object.entries(points).filter(([, each]) => Math.abs(each) > 1e-9));
}

function ofStays(model: Model, at: number, stays: readonly Stay[] = []): Measures {
  return stays.reduce((sum, stay) => plus(sum, ofStay(model, at, stay)), nothing);
}

function ofStay(model: Model, at: number, { place, halves, demands }: Stay): Measures {
  const { facts, travel, current, before } = model;
  const who = facts.specialists[at];
  const school = facts.schools[place];
  const live = current[at]?.has(place) ?? false;
  const work = demands.flatMap((demand) => facts.demands[demand] ?? []);
  const same = work.filter(({ id }) => before.assignments.has(`${who?.id} ${id}`)).length;
  return {
    served: work.length,
    hours: work.reduce((sum, each) => sum + each.halves * hoursOfHalf, 0),
    travel: who && school ? travel(who, school.id).minutes * halves : 0,
    ambition: work.reduce((sum, { ambitionWeight }) => sum + ambitionWeight, 0),
    kept: live ? 1 : 0,
    started: live || fixedAt(model, at, place) !== undefined ? 0 : 1,
    asBefore: same + (before.stationings.has(`${who?.id} ${school?.id}`) ? 1 : 0),
  };
}

function plus(a: Measures, b: Measures, times = 1): Measures {
  return {
    served: a.served + times * b.served,
    hours: a.hours + times * b.hours,
    travel: a.travel + times * b.travel,
    ambition: a.ambition + times * b.ambition,
    kept: a.kept + times * b.kept,
    started: a.started + times * b.started,
    asBefore: a.asBefore + times * b.asBefore,
  };
}
