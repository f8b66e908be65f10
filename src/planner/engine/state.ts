/** A plan while it is being improved: one column per agent, and what they use. */
import type { Column, Problem } from './problem.ts';

export interface State<Detail> {
  readonly columns: Column<Detail>[];
  /** Per item the agent that has it, or -1. */
  readonly owners: Int32Array;
  /** Per group what it is given. */
  readonly given: Float64Array;
}

/** The state of these columns, one per agent in the order of the agents. No two of them may share an item. */
export function stateOf<Detail>(problem: Problem<Detail>, columns: readonly Column<Detail>[]): State<Detail> {
  const state: State<Detail> = {
    columns: [...columns],
    owners: new Int32Array(problem.items).fill(-1),
    given: new Float64Array(problem.groups.length),
  };
  for (const column of columns) put(state, column);
  return state;
}

/** Adds a column's use of items and groups; the column list is the caller's. */
export function put({ owners, given }: State<unknown>, column: Column<unknown>): void {
  for (const item of column.items) owners[item] = column.agent;
  column.groups.forEach((group, nth) => {
    given[group] = (given[group] ?? 0) + (column.amounts[nth] ?? 0);
  });
}

export function take({ owners, given }: State<unknown>, column: Column<unknown>): void {
  for (const item of column.items) owners[item] = -1;
  column.groups.forEach((group, nth) => {
    given[group] = (given[group] ?? 0) - (column.amounts[nth] ?? 0);
  });
}

/** What all groups together cost by being short. */
export function shortage(problem: Problem<unknown>, given: Float64Array): number {
  let cost = 0;
  for (let at = 0; at < problem.groups.length; at += 1) {
    const group = problem.groups[at];
    if (group !== undefined) cost += group.price * Math.max(0, group.target - (given[at] ?? 0));
  }
  return cost;
}

/** Counted anew from the columns, so that no rounding adds up. */
export function totalOf(problem: Problem<unknown>, columns: readonly Column<unknown>[]): number {
  const given = new Float64Array(problem.groups.length);
  let value = 0;
  for (const column of columns) {
    value += column.value;
    column.groups.forEach((group, nth) => {
      given[group] = (given[group] ?? 0) + (column.amounts[nth] ?? 0);
    });
  }
  return value - shortage(problem, given);
}
