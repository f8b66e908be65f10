/** The engine's plan in ids, as it is kept and shown; and back. */
import type { Plan, Stationing } from '../engine/instance.ts';
import type { Model } from './build.ts';

export interface PlanResult {
  /** By specialist and school, in the order of the facts. */
  readonly stationings: readonly StationingResult[];
  readonly assignments: readonly AssignmentResult[];
  /** Demands that nobody takes. */
  readonly unplanned: readonly string[];
  /** Live stationings that the plan does not go on with, per school. */
  readonly ended: readonly EndedResult[];
}

export interface StationingResult {
  readonly specialistId: string;
  readonly schoolId: string;
  /** A week, the time for questions that are theirs already included. */
  readonly halves: number;
  /** Over the period: questions that are theirs already. */
  readonly fixedHalves: number;
  readonly demandIds: readonly string[];
  /** `kept`: stationed there with the same halves; `changed`: with other ones. */
  readonly is: 'new' | 'kept' | 'changed';
  readonly currentId: string | null;
  readonly currentHalves: number | null;
}

export interface AssignmentResult {
  readonly demandId: string;
  readonly specialistId: string;
  readonly schoolId: string;
  /** Over the period. */
  readonly halves: number;
}

export interface EndedResult {
  readonly specialistId: string;
  readonly schoolId: string;
  readonly halves: number;
  readonly currentId: string;
}

/** The plan must be of this model's instance. */
export function resultOf(model: Model, plan: Plan): PlanResult {
  const { facts } = model;
  const ordered = plan.stationings.toSorted((a, b) => a.specialist - b.specialist || a.place - b.place);
  const stationings = ordered.map((each) => stationingOf(model, each));
  const served = new Set(stationings.flatMap(({ demandIds }) => demandIds));
  const held = new Set(stationings.map(({ specialistId, schoolId }) => `${specialistId} ${schoolId}`));
  const ended = facts.specialists.flatMap(({ id }, at) =>
    [...(model.current[at] ?? [])].map(([place, current]) => ({
      specialistId: id,
      schoolId: facts.schools[place]?.id ?? '',
      halves: current.halves,
      currentId: current.id,
    })),
  );
  return {
    stationings,
    assignments: stationings.flatMap(({ specialistId, schoolId, demandIds }) =>
      demandIds.map((demandId) => ({
        ...{ demandId, specialistId, schoolId },
        halves: facts.demands[model.demandAt.get(demandId) ?? -1]?.halves ?? 0,
      })),
    ),
    unplanned: facts.demands.flatMap(({ id }) => (served.has(id) ? [] : [id])),
    ended: ended.filter(({ specialistId, schoolId }) => !held.has(`${specialistId} ${schoolId}`)),
  };
}

function stationingOf(model: Model, { specialist, place, halves, demands }: Stationing): StationingResult {
  const { facts, instance } = model;
  const current = model.current[specialist]?.get(place);
  const own = demands.filter((demand) => demand >= facts.demands.length);
  const is = current === undefined ? 'new' : current.halves === halves ? 'kept' : 'changed';
  return {
    specialistId: facts.specialists[specialist]?.id ?? '',
    schoolId: facts.schools[place]?.id ?? '',
    halves,
    fixedHalves: own.reduce((sum, demand) => sum + (instance.demands[demand]?.halves ?? 0), 0),
    demandIds: demands.flatMap((demand) => facts.demands[demand]?.id ?? []).toSorted(),
    is,
    currentId: current?.id ?? null,
    currentHalves: current?.halves ?? null,
  };
}

/** What of a result is left in this model: ids that the facts no longer know are left out, fixed work is put where it belongs. */
export function planOf(model: Model, result: Pick<PlanResult, 'stationings'>): Plan {
  const stationings = result.stationings.flatMap(({ specialistId, schoolId, halves, demandIds }) => {
    const specialist = model.specialistAt.get(specialistId);
    const place = model.placeAt.get(schoolId);
    if (specialist === undefined || place === undefined) return [];
    const own = fixedAt(model, specialist, place);
    const demands = demandIds.flatMap((id) => model.demandAt.get(id) ?? []);
    return [{ specialist, place, halves, demands: own === undefined ? demands : [...demands, own] }];
  });
  return { stationings };
}

/** The engine's number of the work that is theirs already at a place. */
export function fixedAt({ choices, facts }: Model, specialist: number, place: number): number | undefined {
  return choices[specialist]?.get(place)?.pinnedDemands.find((demand) => demand >= facts.demands.length);
}
