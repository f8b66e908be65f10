/** What plans ask of the planner, in the words of plans. */
import {
  type Change,
  type PlanFacts,
  type PlanResult,
  type PreviousFacts,
  withChanges,
} from '../../planner/index.ts';
import type { ChangeInput } from './plan.input.ts';
import type { PlanMark } from './plan.store.ts';

/** Changes to the facts, as they are kept with a plan; the database's default is an empty object. */
export type WhatIf = readonly Change[] | Readonly<Record<string, never>>;

export const applyWhatIf = (facts: PlanFacts, asked: WhatIf): PlanFacts =>
  Array.isArray(asked) ? withChanges(facts, asked) : facts;

/** What whoever replans compares with. */
export const previousOf = ({ stationings, assignments }: PlanResult): PreviousFacts => ({
  stationings: stationings.map(({ specialistId, schoolId }) => ({ specialistId, schoolId })),
  assignments: assignments.map(({ demandId, specialistId }) => ({ demandId, specialistId })),
});

export interface Tried {
  /** Sentences; empty: it can be. */
  readonly broken: readonly string[];
  readonly result: PlanResult;
  readonly value: number;
  /** What is held fast by it. */
  readonly marks: readonly Omit<PlanMark, 'id'>[];
}

export function tryChange(
  best: PlanResult,
  _facts: PlanFacts,
  _input: ChangeInput,
  _schoolId: string,
): Tried {
  return { broken: ['Dit kan nog niet.'], result: best, value: 0, marks: [] };
}

export const compareResults = (_facts: PlanFacts, _a: PlanResult, _b: PlanResult): object => ({});
