/**
 * Who has everything that is shown, and a solver: the least and the most that each number can be that is not shown. HiGHS (Huangfu and
 * Hall 2018), another road than the product's own.
 */
import loader, { type Highs, type ModelData } from 'highs';

export interface Added {
  readonly total: string;
  readonly parts: readonly string[];
}
export interface Range {
  readonly least: number;
  readonly most: number;
}

const load = typeof loader === 'function' ? loader : loader.default;
let once: Promise<Highs> | undefined;

/**
 * @param shown what is told of some of the cells; the rest is hidden
 * @param low below this no cell lies
 */
export async function rangesOf(
  sums: readonly Added[],
  shown: ReadonlyMap<string, number>,
  low = 0,
): Promise<ReadonlyMap<string, Range>> {
  once ??= load();
  const highs = await once;
  const ids = [...new Set(sums.flatMap(({ total, parts }) => [total, ...parts]))];
  const model = highs.createModel(programme(highs, ids, sums, shown, low));
  const found = new Map<string, Range>();
  try {
    model.options.set({ output_flag: false });
    const end = (column: number, cost: 1 | -1) => {
      model.changeColCost(column, cost);
      model.run();
      const status = model.getModelStatus();
      const value = model.getSolution().colValue[column] ?? Number.NaN;
      model.changeColCost(column, 0);
      const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
      if (status === optimal) return value;
      if (status === unbounded || status === unboundedOrInfeasible) return -cost * Number.POSITIVE_INFINITY;
      throw new Error(`What is shown cannot be: ${status}`);
    };
    for (const [column, id] of ids.entries())
      if (!shown.has(id)) found.set(id, { least: end(column, 1), most: end(column, -1) });
    return found;
  } finally {
    model.dispose();
  }
}

function programme(
  { infinity, constants }: Highs,
  ids: readonly string[],
  sums: readonly Added[],
  shown: ReadonlyMap<string, number>,
  low: number,
): ModelData {
  const column = new Map(ids.map((id, nth) => [id, nth]));
  const rows = sums.map(({ total, parts }) => [
    ...parts.map((id) => [column.get(id) ?? 0, 1] as const),
    [column.get(total) ?? 0, -1] as const,
  ]);
  let length = 0;
  return {
    numCols: ids.length,
    numRows: rows.length,
    sense: constants.objectiveSense.minimize,
    colCost: new Float64Array(ids.length),
    colLower: Float64Array.from(ids, (id) => shown.get(id) ?? low),
    colUpper: Float64Array.from(ids, (id) => shown.get(id) ?? infinity),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      format: 'csr',
      numCols: ids.length,
      numRows: rows.length,
      starts: Int32Array.from([0, ...rows.map((row) => (length += row.length))]),
      indices: Int32Array.from(rows.flatMap((row) => row.map(([at]) => at))),
      values: Float64Array.from(rows.flatMap((row) => row.map(([, sign]) => sign))),
    },
  };
}
