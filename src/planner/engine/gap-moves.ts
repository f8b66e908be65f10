/**
 * A move for the generalised assignment problem, where best answers one after another leave jobs over: a few agents put their jobs and
 * those that nobody has together and divide them anew, as a small integer programme for HiGHS. Only the likelier pairs of agent and job
 * take part: those whose cost at the prices is nearest to the job's cheapest (a kernel, Angelelli, Mansini, Speranza 2010).
 */
import type { Highs, ModelData } from 'highs';
import { type Assignment, bonusOf } from './gap-costs.ts';
import { highsOnce, interruptWhen } from './highs.ts';
import type { Column, Prices, Rearrange } from './problem.ts';
import { below, shuffle } from './random.ts';

interface Pair {
  readonly agent: number;
  readonly job: number;
  /** 0 for the job's cheapest agent at the prices; below 0 for the pairs of now, which always take part. */
  readonly regret: number;
}

const firstPairs = 150;
const fewestPairs = 60;
const smallest = 30;
const mostPairs = 3000;
const mostNodes = 200;
/** Programmes that ask less of the solver make room for more pairs, others for fewer; a step of a tenth of a second or two. */
const fewIterations = 600;

export async function rearranging(
  gap: Assignment,
  prices: Prices,
  random: () => number,
  stop: () => boolean,
): Promise<Rearrange<readonly number[]>> {
  const highs = await highsOnce();
  const regrets = regretsOf(gap, prices);
  let size = firstPairs;
  return (columns) => {
    // Small ones cost little and often help; large ones help where small ones no longer do.
    const now = smallest + (size - smallest) * random();
    const group = drawGroup(gap, now, random);
    const jobs = jobsOf(gap, columns, group);
    const pairs = likeliest(gap, columns, group, jobs, { regrets, random, size: now });
    const model = highs.createModel(programme(gap, highs, group, jobs, pairs));
    try {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_max_nodes: mostNodes });
      model.setSolution({
        colValue: Float64Array.from([
          ...pairs.map(({ regret }) => (regret < 0 ? 1 : 0)),
          ...jobs.map((job) => (columns.some(({ items }) => items.includes(job)) ? 0 : 1)),
        ]),
      });
      model.run(interruptWhen(highs, stop));
      const iterations = Number(model.info.get('simplex_iteration_count'));
      const solved = model.getModelStatus() === highs.constants.modelStatus.optimal;
      if (now > 0.7 * size || !solved) size = nextSize(size, solved, iterations);
      const values = model.getSolution().colValue;
      const taken = pairs.filter((_, at) => (values[at] ?? 0) > 0.5);
      return { columns: group.map((agent) => columnFor(gap, agent, taken)), work: 1 + iterations / 1000 };
    } finally {
      model.dispose();
    }
  };
}

function nextSize(size: number, solved: boolean, iterations: number): number {
  if (!solved) return Math.max(fewestPairs, size * 0.85);
  return Math.min(mostPairs, size * (iterations < fewIterations ? 1.1 : 0.95));
}

/** Enough agents to fill the programme with all their jobs, or up to three times as many when only the likelier pairs take part. */
function drawGroup({ capacities, costs }: Assignment, size: number, random: () => number): number[] {
  const jobs = costs[0]?.length ?? 0;
  const agents = capacities.length;
  const least = Math.max(2, Math.min(agents, Math.round(Math.sqrt((size * agents) / Math.max(1, jobs)))));
  const all = [...capacities.keys()];
  shuffle(all, random);
  return all.slice(0, least + below(random, Math.min(agents, 3 * least) - least + 1));
}

/** Those of the group and those that nobody has. */
function jobsOf(
  { costs }: Assignment,
  columns: readonly Column<unknown>[],
  group: readonly number[],
): number[] {
  const kept = new Set(columns.flatMap((column) => (group.includes(column.agent) ? [] : column.items)));
  return [...(costs[0] ?? []).keys()].filter((job) => !kept.has(job));
}

function likeliest(
  { uses, capacities }: Assignment,
  columns: readonly Column<unknown>[],
  group: readonly number[],
  jobs: readonly number[],
  { regrets, random, size }: { regrets: readonly Float64Array[]; random: () => number; size: number },
): readonly Pair[] {
  const pairs = jobs.flatMap((job) =>
    group
      .filter((agent) => (uses[agent]?.[job] ?? 0) <= (capacities[agent] ?? 0))
      .map((agent) => {
        const now = columns[agent]?.items.includes(job) ?? false;
        return { agent, job, regret: now ? -1 : (regrets[agent]?.[job] ?? 0) * (0.5 + random()) };
      }),
  );
  pairs.sort((a, b) => a.regret - b.regret || a.job - b.job || a.agent - b.agent);
  return pairs
    .slice(0, Math.max(jobs.length, Math.round(size)))
    .sort((a, b) => a.job - b.job || a.agent - b.agent);
}

/** Rows: each job once, each agent's capacity. Variables: the pairs, and for each job that it is left over. */
function programme(
  gap: Assignment,
  { infinity, constants }: Highs,
  group: readonly number[],
  jobs: readonly number[],
  pairs: readonly Pair[],
): ModelData {
  const rowOf = new Map(jobs.map((job, nth) => [job, nth]));
  const agentRow = new Map(group.map((agent, nth) => [agent, jobs.length + nth]));
  const numCols = pairs.length + jobs.length;
  const numRows = jobs.length + group.length;
  const bonus = bonusOf(gap);
  const ends = pairs.map((_, nth) => 2 * (nth + 1));
  const last = 2 * pairs.length;
  return {
    numCols,
    numRows,
    sense: constants.objectiveSense.minimize,
    colCost: Float64Array.from([
      ...pairs.map(({ agent, job }) => gap.costs[agent]?.[job] ?? 0),
      ...jobs.map(() => bonus),
    ]),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from({ length: numRows }, (_, row) => (row < jobs.length ? 1 : -infinity)),
    rowUpper: Float64Array.from({ length: numRows }, (_, row) =>
      row < jobs.length ? 1 : (gap.capacities[group[row - jobs.length] ?? 0] ?? 0),
    ),
    matrix: {
      format: 'csc',
      numCols,
      numRows,
      starts: Int32Array.from([0, ...ends, ...jobs.map((_, nth) => last + nth + 1)]),
      indices: Int32Array.from([
        ...pairs.flatMap(({ agent, job }) => [rowOf.get(job) ?? 0, agentRow.get(agent) ?? 0]),
        ...jobs.keys(),
      ]),
      values: Float64Array.from([
        ...pairs.flatMap(({ agent, job }) => [1, gap.uses[agent]?.[job] ?? 0]),
        ...jobs.map(() => 1),
      ]),
    },
    integrality: Array.from({ length: numCols }, () => constants.variableType.integer),
  };
}

function columnFor(gap: Assignment, agent: number, taken: readonly Pair[]): Column<readonly number[]> {
  const items = taken.filter((pair) => pair.agent === agent).map(({ job }) => job);
  const cost = items.reduce((sum, job) => sum + (gap.costs[agent]?.[job] ?? 0), 0);
  return { agent, value: items.length * bonusOf(gap) - cost, items, groups: [], amounts: [], detail: items };
}

/** What each pair costs more than the job's cheapest, when an agent's capacity costs what it earns at the prices. */
function regretsOf(gap: Assignment, prices: Prices): readonly Float64Array[] {
  const { costs, uses, capacities } = gap;
  const rates = capacities.map((_, agent) => rateOf(gap, prices, agent));
  const full = costs.map((row, agent) =>
    Float64Array.from(row, (cost, job) => cost + (rates[agent] ?? 0) * (uses[agent]?.[job] ?? 0)),
  );
  const least = Float64Array.from(costs[0] ?? [], (_, job) => Math.min(...full.map((row) => row[job] ?? 0)));
  return full.map((row) => row.map((each, job) => each - (least[job] ?? 0)));
}

/** Profit per unit of capacity of the job that no longer fits when the best go first (Dantzig). */
function rateOf(gap: Assignment, prices: Prices, agent: number): number {
  const bonus = bonusOf(gap);
  const jobs = (gap.costs[agent] ?? [])
    .map((cost, job) => ({
      profit: bonus - cost - (prices.items[job] ?? 0),
      use: gap.uses[agent]?.[job] ?? 0,
    }))
    .filter(({ profit, use }) => profit > 0 && use > 0)
    .sort((a, b) => b.profit / b.use - a.profit / a.use);
  let left = gap.capacities[agent] ?? 0;
  for (const { profit, use } of jobs) {
    if (use > left) return profit / use;
    left -= use;
  }
  return 0;
}
