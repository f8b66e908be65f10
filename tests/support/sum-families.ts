/** Families of sums to try the hiding of small counts on: boards by the values of some dimensions, and quarters that become a year. */
import type { Cell, Sum } from '../../src/platform/pure/sums.ts';

export { randomFrom } from '../../src/planner/engine/random.ts';

export interface Family {
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
}

/** A table of one dimension: `counts[board][value]`; with the margins of both and the total. Cells get hours when `hours` gives them. */
export function tableOf(
  counts: readonly (readonly number[])[],
  name = '',
  hours?: (n: number) => number,
): Family {
  return tablesOf([counts], name, hours);
}

/** Tables whose boards have the same totals: `tables[dimension][board][value]`. Hours go with one dimension alone: those of others would not add up alike. */
export function tablesOf(
  tables: readonly (readonly (readonly number[])[])[],
  name = '',
  hours?: (n: number) => number,
): Family {
  const counts = new Map<string, number>();
  const values = new Map<string, number>();
  const sums: Sum[] = [];
  const add = (total: string, parts: readonly string[]) => {
    counts.set(total, plus(counts, parts));
    values.set(total, plus(values, parts));
    sums.push({ total, parts });
  };
  for (const [d, table] of tables.entries()) {
    const inner = table.map((row, b) => row.map((n, v) => ({ id: `${name}${b}.${d}.${v}`, n })));
    const columns = (inner[0] ?? []).map((_, v) => inner.map((row) => row[v]?.id ?? ''));
    for (const { id, n } of inner.flat()) {
      counts.set(id, n);
      values.set(id, hours?.(n) ?? 0);
    }
    for (const [b, row] of inner.entries())
      add(
        `${name}b${b}`,
        row.map(({ id }) => id),
      );
    for (const [v, column] of columns.entries()) add(`${name}v${d}.${v}`, column);
    add(
      `${name}all`,
      columns.map((_, v) => `${name}v${d}.${v}`),
    );
  }
  add(
    `${name}all`,
    (tables[0] ?? []).map((_, b) => `${name}b${b}`),
  );
  const cells = [...counts].map(([id, n]) => (hours ? { id, n, amounts: [values.get(id) ?? 0] } : { id, n }));
  return { cells, sums };
}

const plus = (all: ReadonlyMap<string, number>, parts: readonly string[]) =>
  parts.reduce((sum, id) => sum + (all.get(id) ?? 0), 0);

/** Counts as they come: a few boards with many, many with few, values of unequal weight. The rows of all dimensions add up alike. */
export function randomTables(
  random: () => number,
  boards: number,
  sizes: readonly number[],
  mean: number,
): number[][][] {
  const totals = Array.from({ length: boards }, () => Math.floor(-Math.log(1 - random()) * mean));
  return sizes.map((size) => {
    const weights = Array.from({ length: size }, () => random() ** 2 + 0.02);
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    return totals.map((total) => {
      const row = weights.map(() => 0);
      for (let case_ = 0; case_ < total; case_ += 1) {
        let left = random() * whole;
        let v = 0;
        while (v < size - 1 && left > (weights[v] ?? 0)) left -= weights[v++] ?? 0;
        row[v] = (row[v] ?? 0) + 1;
      }
      return row;
    });
  });
}
