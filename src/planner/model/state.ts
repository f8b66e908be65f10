/**
 * A plan that can be changed one specialist at a time, with its value counted along. The value is the one of `evaluate`; the points are
 * the same by weight.
 */
import type { Plan, Stationing } from '../engine/instance.ts';
import type { Model } from './build.ts';
import { fixedAt } from './read.ts';
import { pointsOfStart } from './side.ts';
import { added, type Points, travelPrice, worthOfDemand, worthOfPair } from './value.rules.ts';

/** A specialist at a place. */
export type Stay = Omit<Stationing, 'specialist'>;

export interface State {
  readonly model: Model;
  /** Per specialist. */
  readonly stays: readonly (readonly Stay[])[];
  /** Per specialist what their stays are worth, fairness left out. */
  readonly worths: readonly number[];
  /** Halves a week per group. */
  readonly given: readonly number[];
}

export function stateOf(model: Model, plan: Plan): State {
  const { specialists, groups } = model.instance;
  const stays: Stay[][] = specialists.map(() => []);
  for (const { specialist, place, halves, demands } of plan.stationings) {
    stays[specialist]?.push({ place, halves, demands });
  }
  const empty: State = {
    model,
    stays: specialists.map(() => []),
    worths: specialists.map(() => 0),
    given: groups.map(() => 0),
  };
  return stays.reduce((state, own, at) => (own.length === 0 ? state : withStays(state, at, own)), empty);
}

export function planIn({ stays }: State): Plan {
  return { stationings: stays.flatMap((own, specialist) => own.map((stay) => ({ specialist, ...stay }))) };
}

/** The same plan with other stays for one specialist. */
export function withStays(state: State, specialist: number, stays: readonly Stay[]): State {
  const { model } = state;
  const given = [...state.given];
  const count = (own: readonly Stay[], sign: number) => {
    for (const { place, halves } of own) {
      for (const group of model.choices[specialist]?.get(place)?.groups ?? []) {
        given[group] = (given[group] ?? 0) + sign * halves;
      }
    }
  };
  count(state.stays[specialist] ?? [], -1);
  count(stays, 1);
  return {
    ...{ model, given },
    stays: state.stays.with(specialist, stays),
    worths: state.worths.with(
      specialist,
      stays.reduce((sum, stay) => sum + worthOfStay(model, specialist, stay), 0),
    ),
  };
}

export function worthOf({ model, worths, given }: State): number {
  const shortfall = model.instance.groups.reduce(
    (sum, { target, price }, at) => sum + price * Math.max(0, target - (given[at] ?? 0)),
    0,
  );
  return worths.reduce((sum, each) => sum + each, 0) - shortfall;
}

/** By the engine's own numbers. */
function worthOfStay({ choices, instance }: Model, specialist: number, stay: Stay): number {
  const choice = choices[specialist]?.get(stay.place);
  if (choice === undefined) return 0;
  let worth = choice.start - choice.cost * stay.halves;
  for (const demand of stay.demands) {
    const extra = choice.demandExtra?.[choice.demands.indexOf(demand)] ?? 0;
    worth += (instance.demands[demand]?.value ?? 0) + extra;
  }
  return worth;
}

/** What being there costs and gives: continuity, a new place, travel. */
export function pointsOfBeing(model: Model, specialist: number, { place, halves }: Stay): Points {
  const { facts, travel, weights } = model;
  const who = facts.specialists[specialist];
  const school = facts.schools[place];
  if (who === undefined || school === undefined) return {};
  const working = fixedAt(model, specialist, place) !== undefined;
  const price = travelPrice(weights, travel(who, school.id).minutes);
  return added(pointsOfStart(model, who, place, working), { travel: -price * halves });
}

/** What it gives that this specialist takes this demand; nothing for work that is theirs already. */
export function pointsOfTaking(model: Model, specialist: number, number: number): Points {
  const { facts, weights, before } = model;
  const who = facts.specialists[specialist];
  const demand = facts.demands[number];
  if (who === undefined || demand === undefined) return {};
  const asBefore = before.assignments.has(`${who.id} ${demand.id}`);
  return added(worthOfDemand(weights, demand), worthOfPair(weights, demand, who, asBefore));
}

export function pointsOfStay(model: Model, specialist: number, stay: Stay): Points {
  return stay.demands.reduce<Points>(
    (sum, demand) => added(sum, pointsOfTaking(model, specialist, demand)),
    pointsOfBeing(model, specialist, stay),
  );
}

/** What boards and areas are short of. */
export function pointsOfFairness({ groups }: Model, given: readonly number[]): Points {
  return groups.reduce<Points>((sum, { kind, target, price }, at) => {
    const short = Math.max(0, target - (given[at] ?? 0));
    return short === 0 ? sum : added(sum, { [`${kind}_fairness`]: -price * short });
  }, {});
}

/** Everything by weight; together it is the plan's value. */
export function pointsOf({ model, stays, given }: State): Points {
  const sum = stays.reduce<Points>(
    (all, own, at) => own.reduce((more, stay) => added(more, pointsOfStay(model, at, stay)), all),
    {},
  );
  return added(sum, pointsOfFairness(model, given));
}
