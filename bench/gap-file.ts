/** Reads a generalised assignment file (OR-Library): m n, then m x n costs, m x n uses, m capacities, all divided by white space. */
import type { Assignment } from '../src/planner/engine/gap-costs.ts';

/** Cells of the knapsack's table: a byte each. */
const mostCells = 300_000_000;

/** Throws an Error that says what is wrong with the file. */
export function readGap(text: string): Assignment {
  const words = text.trim().split(/\s+/);
  const numbers = words.map((word, at) => {
    const number = Number(word);
    if (word === '' || !Number.isFinite(number))
      throw new Error(`number ${at + 1} is «${word.slice(0, 20)}»`);
    return number;
  });
  const [agents = 0, jobs = 0] = numbers;
  if (![agents, jobs].every((count) => Number.isInteger(count) && count > 0)) {
    throw new Error('it must begin with a number of agents and a number of jobs');
  }
  const wanted = 2 + 2 * agents * jobs + agents;
  if (numbers.length !== wanted) {
    throw new Error(`${agents} agents and ${jobs} jobs ask ${wanted} numbers; there are ${numbers.length}`);
  }
  const rows = (from: number) =>
    Array.from({ length: agents }, (_, row) => numbers.slice(from + row * jobs, from + (row + 1) * jobs));
  const gap = {
    costs: rows(2),
    uses: rows(2 + agents * jobs),
    capacities: numbers.slice(2 + 2 * agents * jobs),
  };
  const sizes = [...gap.uses.flat(), ...gap.capacities];
  if (!sizes.every((size) => Number.isInteger(size) && size >= 0)) {
    throw new Error('uses and capacities must be whole numbers, 0 or more');
  }
  if (jobs * (Math.max(...gap.capacities) + 1) > mostCells) throw new Error('its capacities are too large');
  return gap;
}
