/** Two plans side by side: only what differs. Their facts may differ too: a what-if, or the world of a later day. */
import type { Measures } from './measure.ts';
import type { PlanResult } from './read.ts';

export interface Comparable {
  readonly result: PlanResult;
  readonly value: number;
  readonly measures: Measures;
}

export interface Comparing {
  readonly stationings: readonly StationingDifference[];
  readonly assignments: readonly AssignmentDifference[];
  /** The second minus the first. */
  readonly value: number;
  readonly measures: Measures;
}

export interface StationingDifference {
  readonly kind: 'started' | 'stopped' | 'more' | 'less';
  readonly specialistId: string;
  readonly schoolId: string;
  /** Halves a week; 0 when they are not there. */
  readonly from: number;
  readonly to: number;
}

/** `gone`: the second plan no longer knows the demand. */
export interface AssignmentDifference {
  readonly kind: 'moved' | 'planned' | 'unplanned' | 'gone';
  readonly demandId: string;
  readonly from: string | null;
  readonly to: string | null;
}

export function compare(first: Comparable, second: Comparable): Comparing {
  const [a, b] = [first.measures, second.measures];
  return {
    stationings: stationingsOf(first.result, second.result),
    assignments: assignmentsOf(first.result, second.result),
    value: second.value - first.value,
    measures: {
      served: b.served - a.served,
      hours: b.hours - a.hours,
      travel: b.travel - a.travel,
      ambition: b.ambition - a.ambition,
      kept: b.kept - a.kept,
      started: b.started - a.started,
      asBefore: b.asBefore - a.asBefore,
    },
  };
}

function stationingsOf(first: PlanResult, second: PlanResult): readonly StationingDifference[] {
  const halves = ({ stationings }: PlanResult) =>
    new Map(stationings.map((each) => [`${each.specialistId} ${each.schoolId}`, each.halves]));
  const before = halves(first);
  const after = halves(second);
  const pairs = [...first.stationings, ...second.stationings.filter((each) => !before.has(keyOf(each)))];
  return pairs.flatMap((each) => {
    const { specialistId, schoolId } = each;
    const from = before.get(keyOf(each)) ?? 0;
    const to = after.get(keyOf(each)) ?? 0;
    if (from === to) return [];
    const kind = from === 0 ? 'started' : to === 0 ? 'stopped' : to > from ? 'more' : 'less';
    return [{ kind, specialistId, schoolId, from, to }];
  });
}

const keyOf = (each: { readonly specialistId: string; readonly schoolId: string }) =>
  `${each.specialistId} ${each.schoolId}`;

function assignmentsOf(first: PlanResult, second: PlanResult): readonly AssignmentDifference[] {
  const takers = ({ assignments }: PlanResult) =>
    new Map(assignments.map(({ demandId, specialistId }) => [demandId, specialistId]));
  const before = takers(first);
  const after = takers(second);
  const waits = new Set(second.unplanned);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((demandId) => {
    const from = before.get(demandId) ?? null;
    const to = after.get(demandId) ?? null;
    if (from === to) return [];
    const lost = waits.has(demandId) ? 'unplanned' : 'gone';
    return [{ kind: from === null ? 'planned' : to === null ? lost : 'moved', demandId, from, to }];
  });
}
