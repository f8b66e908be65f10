/**
 * The restricted master problem of Dantzig and Wolfe (1960), a linear programme over the columns found so far: how much of which column
 * would be best if columns could be taken in parts. HiGHS solves it; its duals are only proposals for prices (bound.ts proves).
 */
import type { Highs, Model } from 'highs';
import { highsOnce, interruptWhen } from './highs.ts';
import { type Column, type Prices, type Problem, worthAt } from './problem.ts';

export interface Master<Detail> {
  readonly columns: readonly Column<Detail>[];
  /** Adds those that are new, and says how many that were. */
  add(columns: readonly Column<Detail>[]): number;
  /** Undefined when the solver was stopped or gave up. */
  solve(): Relaxed | undefined;
  /** Makes this the whole of its agent's plan, until `free`. */
  fix(column: number): void;
  free(): void;
  dispose(): void;
}

export interface Relaxed {
  readonly value: number;
  /** Part of each column, in the order of `columns`. */
  readonly parts: Float64Array;
  readonly prices: Prices;
}

/** Rows: one per agent (exactly one column), one per item (at most once), one per group. First columns: how much each group is short. */
export async function masterOf<Detail>(
  problem: Problem<Detail>,
  stop: () => boolean,
): Promise<Master<Detail>> {
  const solver = await highsOnce();
  const model = solver.createModel();
  const { agents, items, groups } = problem;
  const { infinity, constants } = solver;
  setUp(model, solver, problem);
  const columns: Column<Detail>[] = [];
  const known = new Set<string>();
  const fixed: number[] = [];
  return {
    columns,
    add: (more) => {
      const fresh = more.filter((column) => {
        const key = keyOf(column);
        return !known.has(key) && known.add(key);
      });
      if (fresh.length > 0) model.addCols(columnData(problem, fresh, infinity));
      columns.push(...fresh);
      return fresh.length;
    },
    solve: () => {
      model.run(interruptWhen(solver, stop));
      if (model.getModelStatus() !== constants.modelStatus.optimal) return undefined;
      const { colValue, rowDual } = model.getSolution();
      return {
        value: model.getObjectiveValue(),
        parts: colValue.subarray(groups.length),
        prices: {
          items: rowDual.slice(agents, agents + items).map((dual) => Math.max(0, dual)),
          groups: rowDual
            .slice(agents + items)
            .map((dual, at) => Math.max(0, Math.min(groups[at]?.price ?? 0, -dual))),
        },
      };
    },
    fix: (column) => {
      model.changeColBounds(groups.length + column, 1, 1);
      fixed.push(column);
    },
    free: () => {
      for (const column of fixed.splice(0)) model.changeColBounds(groups.length + column, 0, infinity);
    },
    dispose: () => model.dispose(),
  };
}

function setUp(model: Model, { infinity, constants }: Highs, problem: Problem<unknown>): void {
  const { agents, items, groups } = problem;
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
  model.changeObjectiveSense(constants.objectiveSense.maximize);
  const none = { indices: [], values: [] };
  for (let agent = 0; agent < agents; agent += 1) model.addRow(1, 1, none);
  for (let item = 0; item < items; item += 1) model.addRow(-infinity, 1, none);
  for (const group of groups) model.addRow(group.target, infinity, none);
  groups.forEach(({ price }, at) => {
    model.addCol(-price, 0, infinity, { indices: [agents + items + at], values: [1] });
  });
}

/** Equal for columns that the master cannot tell apart. */
function keyOf({ agent, value, items, groups, amounts }: Column<unknown>): string {
  return `${agent}|${value}|${items}|${groups}|${amounts}`;
}

function columnData(problem: Problem<unknown>, columns: readonly Column<unknown>[], infinity: number) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const column of columns) {
    indices.push(column.agent);
    values.push(1);
    for (const item of column.items) {
      indices.push(problem.agents + item);
      values.push(1);
    }
    column.groups.forEach((group, nth) => {
      indices.push(problem.agents + problem.items + group);
      values.push(column.amounts[nth] ?? 0);
    });
    starts.push(indices.length);
  }
  return {
    cost: Float64Array.from(columns, ({ value }) => value),
    lower: new Float64Array(columns.length),
    upper: new Float64Array(columns.length).fill(infinity),
    matrix: {
      format: 'csc' as const,
      numRows: problem.agents + problem.items + problem.groups.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

/** Most columns of one agent that the first linear programme gets. */
const columnsEach = 40;

/** Per agent the different columns of this pool that are worth most at the prices. */
export function likeliest<Detail>(
  agents: number,
  prices: Prices,
  pool: readonly Column<Detail>[],
): readonly Column<Detail>[] {
  const each = Array.from(
    { length: agents },
    () => new Map<string, { column: Column<Detail>; worth: number }>(),
  );
  for (const column of pool) {
    each[column.agent]?.set(keyOf(column), { column, worth: worthAt(column, prices) });
  }
  return each.flatMap((columns) =>
    [...columns.values()]
      .sort((a, b) => b.worth - a.worth)
      .slice(0, columnsEach)
      .map(({ column }) => column),
  );
}
