/** The explanation of a plan as data: what everything in it is worth, who came next, why something waits, and how it is divided. */
import type { Plan } from '../engine/instance.ts';
import { type Alternative, alternativesAt, alternativesFor } from './alternatives.ts';
import { type Balance, balanceOf } from './balance.ts';
import type { Model } from './build.ts';
import { type Measures, measuresOf } from './measure.ts';
import {
  pointsOf,
  pointsOfBeing,
  pointsOfFairness,
  pointsOfTaking,
  type State,
  stateOf,
  worthOf,
} from './state.ts';
import { type Unplanned, unplannedOf } from './unplanned.ts';
import type { Points } from './value.rules.ts';

export interface Explanation {
  /** All points together. */
  readonly value: number;
  readonly points: Points;
  readonly measures: Measures;
  /** What boards and areas are short of. With the points of stationings and of assignments it adds up to the whole. */
  readonly fairness: Points;
  readonly stationings: readonly ExplainedStationing[];
  readonly assignments: readonly ExplainedAssignment[];
  readonly unplanned: readonly Unplanned[];
  readonly balance: Balance;
  /** Whether there was time for every alternative. */
  readonly complete: boolean;
}

export interface ExplainedStationing {
  readonly specialistId: string;
  readonly schoolId: string;
  /** Of being there, the work left out. */
  readonly points: Points;
  /** One way, and whether that is a guess. */
  readonly minutes: number;
  readonly guessed: boolean;
  /** Empty when it is pinned. */
  readonly alternatives: readonly Alternative[];
}

export interface ExplainedAssignment {
  readonly demandId: string;
  readonly specialistId: string;
  readonly points: Points;
  readonly pinned: boolean;
  readonly alternatives: readonly Alternative[];
}

/** `enough` says that no more time is left: what comes after has its points and its reasons alone, no alternatives and nothing that would free it. */
export function explain(model: Model, plan: Plan, enough: () => boolean = () => false): Explanation {
  const state = stateOf(model, plan);
  const { facts } = model;
  const served = new Set(plan.stationings.flatMap(({ demands }) => demands));
  const waiting = [...facts.demands.keys()].filter((number) => !served.has(number));
  // Why a question waits is asked first.
  const unplanned = waiting.flatMap((number) => unplannedOf(state, number, enough()) ?? []);
  const assignments = stationsOf(state).flatMap(({ at, stay }) =>
    stay.demands
      .filter((number) => number < facts.demands.length)
      .map((number) => explainedAssignment(state, at, number, enough)),
  );
  const stationings = stationsOf(state).map(({ at, stay }) => {
    const who = facts.specialists[at];
    const schoolId = facts.schools[stay.place]?.id ?? '';
    const way = who && model.travel(who, schoolId);
    return {
      ...{ specialistId: who?.id ?? '', schoolId },
      points: pointsOfBeing(model, at, stay),
      minutes: way?.minutes ?? 0,
      guessed: way?.known === 'guessed',
      alternatives: enough() ? [] : alternativesAt(state, at, stay.place),
    };
  });
  return {
    value: worthOf(state),
    points: pointsOf(state),
    measures: measuresOf(state),
    fairness: pointsOfFairness(model, state.given),
    ...{ stationings, assignments, unplanned },
    balance: balanceOf(model, plan),
    complete: !enough(),
  };
}

function explainedAssignment(
  state: State,
  at: number,
  number: number,
  enough: () => boolean,
): ExplainedAssignment {
  const { model } = state;
  const demand = model.facts.demands[number];
  const place = model.placeOf[number] ?? -1;
  return {
    demandId: demand?.id ?? '',
    specialistId: model.facts.specialists[at]?.id ?? '',
    points: pointsOfTaking(model, at, number),
    pinned: model.choices[at]?.get(place)?.pinnedDemands.includes(number) ?? false,
    alternatives: enough() ? [] : alternativesFor(state, number),
  };
}

const stationsOf = ({ stays }: State) => stays.flatMap((own, at) => own.map((stay) => ({ at, stay })));

/** One demand of a plan by itself, for when somebody looks at it; undefined when the plan's facts do not know it. */
export function explainDemand(
  model: Model,
  plan: Plan,
  demandId: string,
): ExplainedAssignment | Unplanned | undefined {
  const number = model.demandAt.get(demandId);
  if (number === undefined) return undefined;
  const state = stateOf(model, plan);
  const at = state.stays.findIndex((own) => own.some(({ demands }) => demands.includes(number)));
  return at < 0 ? unplannedOf(state, number) : explainedAssignment(state, at, number, () => false);
}
