import { describe, expect, it } from 'vitest';
import { assignment } from './gap.ts';
import { type Assignment, bonusOf } from './gap-costs.ts';
import { optimise } from './optimise.ts';
import { below, randomFrom } from './random.ts';

const quiet = { seed: 1, report: () => {}, stop: () => false };

describe('generalised assignment', () => {
  function cheapest({ costs, uses, capacities }: Assignment): number {
    const jobs = costs[0]?.length ?? 0;
    const give = (job: number, left: readonly number[]): number =>
      job === jobs
        ? 0
        : Math.min(
            Number.POSITIVE_INFINITY,
            ...left.flatMap((room, agent) => {
              const use = uses[agent]?.[job] ?? 0;
              if (use > room) return [];
              const rest = left.map((each, nth) => (nth === agent ? each - use : each));
              return [(costs[agent]?.[job] ?? 0) + give(job + 1, rest)];
            }),
          );
    return give(0, capacities);
  }

  it('is solved to the cheapest of all assignments on 12 tiny files', async () => {
    const random = randomFrom(18);
    for (let count = 0; count < 12; count += 1) {
      const table = () => [0, 1, 2].map(() => Array.from({ length: 7 }, () => 1 + below(random, 20)));
      const gap = { costs: table(), uses: table(), capacities: [35, 35, 35] };
      const best = cheapest(gap);
      if (best === Number.POSITIVE_INFINITY) continue;
      const end = await optimise(assignment(gap), { ...quiet, rounds: 30 });
      const whole = 7 * bonusOf(gap);
      expect(whole - end.value, `file ${count}`).toBe(best);
      expect(whole - end.bound).toBeLessThanOrEqual(best + 1e-6);
    }
  }, 120_000);
});
