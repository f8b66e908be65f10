/**
 * The generalised assignment problem: every job to one agent, within each agent's capacity, at the least cost. The same engine as the
 * planner's, with a knapsack for an oracle. A job done is worth `bonus`, more than any job can cost, so that leaving one out never
 * pays; total cost = jobs x bonus − value, and a bound on the value is one on the cost.
 */
import { type Assignment, bonusOf } from './gap-costs.ts';
import { rearranging } from './gap-moves.ts';
import { knapsackFor, pick } from './knapsack.ts';
import type { Column, Problem } from './problem.ts';

export function assignment(gap: Assignment): Problem<readonly number[]> {
  const { costs, uses, capacities } = gap;
  const jobs = costs[0]?.length ?? 0;
  const bonus = bonusOf(gap);
  const most = Math.max(0, ...capacities);
  const knapsack = knapsackFor(jobs, most);
  const marks = new Uint8Array(jobs * (most + 1));
  const wanted = new Int32Array(jobs);
  const reach = capacities.map((capacity, agent) =>
    Int32Array.from([...Array(jobs).keys()].filter((job) => (uses[agent]?.[job] ?? 0) <= capacity)),
  );
  return {
    agents: capacities.length,
    items: jobs,
    groups: [],
    reach,
    firstPrices: Float64Array.from({ length: jobs }, (_, job) => bonus - secondCost(gap, job)),
    whole: costs.flat().every(Number.isInteger),
    rearranging: (prices, random, stop) => rearranging(gap, prices, random, stop),
    best: (agent, prices) => {
      const mine = costs[agent] ?? [];
      let count = 0;
      for (const job of reach[agent] ?? []) {
        const profit = bonus - (mine[job] ?? 0) - (prices[job] ?? 0);
        if (profit <= 1e-9) continue;
        knapsack.profits[count] = profit;
        knapsack.sizes[count] = uses[agent]?.[job] ?? 0;
        wanted[count] = job;
        count += 1;
      }
      const items = pick(knapsack, count, capacities[agent] ?? 0, marks).map((nth) => wanted[nth] ?? 0);
      items.sort((a, b) => a - b);
      const cost = items.reduce((sum, job) => sum + (mine[job] ?? 0), 0);
      return columnOf(agent, items, items.length * bonus - cost);
    },
  };
}

function columnOf(agent: number, items: readonly number[], value: number): Column<readonly number[]> {
  return { agent, value, items, groups: [], amounts: [], detail: items };
}

/** Of the agents that could do it, the second cheapest: about what losing a job costs. */
function secondCost({ costs, uses, capacities }: Assignment, job: number): number {
  const able = capacities.flatMap((capacity, agent) =>
    (uses[agent]?.[job] ?? 0) <= capacity ? [costs[agent]?.[job] ?? 0] : [],
  );
  const [first = 0, second = first] = able.sort((a, b) => a - b);
  return second;
}
