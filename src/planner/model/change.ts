/** One change by hand: what the plan becomes, what it costs, and every hard rule that it would break. Nothing else in the plan moves. */
import { evaluate, type Rule } from '../engine/instance.ts';
import type { Hindrance } from './able.rules.ts';
import { build, type Model } from './build.ts';
import type { MarkFacts, PlanFacts } from './facts.ts';
import { type Difference, differenceOf } from './measure.ts';
import { holderOf } from './moves.ts';
import { type PlanResult, planOf, resultOf } from './read.ts';
import { roomFor, tidied } from './room.ts';
import { planIn, type State, type Stay, stateOf, withStays } from './state.ts';
import { withChanges } from './whatif.rules.ts';

export type Edit =
  | { readonly kind: 'assign'; readonly demandId: string; readonly specialistId: string }
  | { readonly kind: 'unassign'; readonly demandId: string }
  /** Stations somebody, or changes the halves a week. */
  | {
      readonly kind: 'station';
      readonly specialistId: string;
      readonly schoolId: string;
      readonly halves: number;
    }
  | { readonly kind: 'unstation'; readonly specialistId: string; readonly schoolId: string };

export interface Edited {
  /** As it would be; the same plan when it is not possible at all. */
  readonly result: PlanResult;
  /** What it costs, by weight and in measures. */
  readonly difference: Difference;
  /** What holds the change when the planner goes on from here: a pin, or a forbid for what was taken away. */
  readonly mark: MarkFacts | null;
  /** Empty: allowed. */
  readonly broken: readonly Broken[];
}

export type Broken =
  | { readonly rule: 'hindrance'; readonly specialistId: string; readonly hindrance: Hindrance }
  | { readonly rule: 'unknown' }
  | {
      readonly rule: Rule;
      readonly specialistId: string | null;
      readonly schoolId: string | null;
      readonly demandId: string | null;
    };

export function change(facts: PlanFacts, result: PlanResult, edit: Edit): Edited {
  const model = build(facts);
  const mark = markOf(model, edit, result);
  if (mark === null) return refused(model, result, null, [{ rule: 'unknown' }]);
  const hindrances = mark.kind === 'pin' ? hindrancesOf(model, mark) : [];
  if (hindrances.length > 0) return refused(model, result, mark, hindrances);
  // A pin makes the place a choice where it was none; it changes no points.
  const held = mark.kind === 'pin' ? build(withChanges(facts, [{ kind: 'mark', mark }])) : model;
  const before = stateOf(held, planOf(held, result));
  const after = edited(before, edit);
  return {
    result: resultOf(held, planIn(after)),
    difference: differenceOf(before, after),
    mark,
    broken: newBreaches(before, after),
  };
}

function refused(
  model: Model,
  result: PlanResult,
  mark: MarkFacts | null,
  broken: readonly Broken[],
): Edited {
  const state = stateOf(model, planOf(model, result));
  return { result, difference: differenceOf(state, state), mark, broken };
}

/** Null when it names something that is not there. */
function markOf(
  { facts, demandAt, placeAt, specialistAt }: Model,
  edit: Edit,
  result: PlanResult,
): MarkFacts | null {
  const demand = 'demandId' in edit ? facts.demands[demandAt.get(edit.demandId) ?? -1] : undefined;
  const holder = result.assignments.find(({ demandId }) => demandId === demand?.id)?.specialistId;
  const specialistId = edit.kind === 'unassign' ? holder : edit.specialistId;
  const schoolId = 'schoolId' in edit ? edit.schoolId : demand?.schoolId;
  if (specialistId === undefined || !specialistAt.has(specialistId)) return null;
  if (schoolId === undefined || !placeAt.has(schoolId)) return null;
  const kind = edit.kind === 'assign' || edit.kind === 'station' ? 'pin' : 'forbid';
  return { kind, specialistId, schoolId, demandId: demand?.id ?? null };
}

function hindrancesOf({ facts, judge, specialistAt, demandAt }: Model, mark: MarkFacts): readonly Broken[] {
  const { specialistId, schoolId, demandId } = mark;
  const who = facts.specialists[specialistAt.get(specialistId) ?? -1];
  const demand = facts.demands[demandAt.get(demandId ?? '') ?? -1];
  if (who === undefined) return [{ rule: 'unknown' }];
  const found = demand ? judge.on(who, demand) : judge.at(who, schoolId);
  return found.map((hindrance) => ({ rule: 'hindrance', specialistId, hindrance }));
}

function edited(state: State, edit: Edit): State {
  const { specialistAt, placeAt, demandAt } = state.model;
  if (edit.kind === 'station' || edit.kind === 'unstation') {
    const at = specialistAt.get(edit.specialistId) ?? -1;
    const place = placeAt.get(edit.schoolId) ?? -1;
    const own = state.stays[at] ?? [];
    const here: Stay = own.find((stay) => stay.place === place) ?? { place, halves: 0, demands: [] };
    const others = own.filter((stay) => stay.place !== place);
    return withStays(
      state,
      at,
      edit.kind === 'station' ? [...others, { ...here, halves: edit.halves }] : others,
    );
  }
  const demand = demandAt.get(edit.demandId) ?? -1;
  const taken = withoutDemand(state, demand);
  if (edit.kind === 'unassign') return taken;
  const to = specialistAt.get(edit.specialistId) ?? -1;
  const room = roomFor(taken, to, demand);
  return room ? withStays(taken, to, room.stays) : taken;
}

/** Who had it gives the time back that nothing else needs. */
function withoutDemand(state: State, demand: number): State {
  const from = holderOf(state, demand);
  const own = state.stays[from ?? -1] ?? [];
  const here = own.find(({ demands }) => demands.includes(demand));
  if (from === undefined || here === undefined) return state;
  const less = { ...here, demands: here.demands.filter((each) => each !== demand) };
  const others = own.filter((stay) => stay !== here);
  const { choices, current } = state.model;
  // Somebody is at a school for work, for a live stationing or for a pin; else there is nothing to be there for.
  const idle = less.demands.length === 0 && !current[from]?.has(here.place);
  if (idle && !choices[from]?.get(here.place)?.pinned) return withStays(state, from, others);
  return tidied(withStays(state, from, [...others, less]), from, here.place);
}

/** What was broken already is not this change's fault. */
function newBreaches(before: State, after: State): readonly Broken[] {
  const known = new Set(breachesOf(before).map((each) => JSON.stringify(each)));
  return breachesOf(after).filter((each) => !known.has(JSON.stringify(each)));
}

function breachesOf(state: State): readonly Broken[] {
  const { facts, instance } = state.model;
  return evaluate(instance, planIn(state)).broken.map(({ rule, specialist, place, demand }) => ({
    rule,
    specialistId: facts.specialists[specialist ?? -1]?.id ?? null,
    schoolId: facts.schools[place ?? -1]?.id ?? null,
    demandId: facts.demands[demand ?? -1]?.id ?? null,
  }));
}
