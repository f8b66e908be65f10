import { describe, expect, it } from 'vitest';
import { type Choice, evaluate, type Instance, type Plan, type Stationing } from './instance.ts';
import { below, randomFrom } from './random.ts';
import { type Progress, solve } from './solve.ts';

interface Shape {
  readonly specialists: number;
  readonly places: number;
  readonly demands: number;
  readonly pins?: boolean;
}

/** An instance with half dagdelen, two groups that overlap, extras and values of every sign. */
function invent(random: () => number, { specialists, places, demands, pins = false }: Shape): Instance {
  const where = Array.from({ length: demands }, () => below(random, places));
  const pinned = new Set<number>();
  return {
    demands: where.map(() => ({ halves: 1 + below(random, 12), value: 1 + below(random, 20) })),
    groups: [0, 1].map(() => ({ target: below(random, 8), price: below(random, 4) })),
    specialists: Array.from({ length: specialists }, () => {
      const weeks = 1 + below(random, 4);
      const choices = [...Array(places).keys()].flatMap((place): Choice[] => {
        if (random() < 0.25) return [];
        const here = where.flatMap((at, demand) => (at === place && random() < 0.8 ? [demand] : []));
        const pin = pins && random() < 0.3;
        const taken = here.filter((demand) => pin && !pinned.has(demand) && random() < 0.3).slice(0, 1);
        for (const demand of taken) pinned.add(demand);
        return [
          {
            ...{ place, groups: place % 2 === 0 ? [0] : [0, 1], start: below(random, 9) - 5, cost: random() },
            ...{ least: 1 + below(random, 2), most: 3 + below(random, 2), step: random() < 0.5 ? 1 : 2 },
            ...{ pinned: pin, demands: here, pinnedDemands: taken },
            demandExtra: here.map(() => below(random, 5) - 2),
          },
        ];
      });
      return { capacity: 2 + below(random, 5), weeks, places: 1 + below(random, places), choices };
    }),
  };
}

/** Every subset. */
function subsets<T>([first, ...rest]: readonly T[]): readonly (readonly T[])[] {
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((one) => [one, [first, ...one]]);
}

/** Says true from the time after `count` on. */
function after(count: number): () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    return asked > count;
  };
}

/** The value of the best plan by trying all of them; undefined when no plan keeps every rule. */
function tryAll(instance: Instance): number | undefined {
  let plans: readonly (readonly Stationing[])[] = [[]];
  instance.specialists.forEach((specialist, at) => {
    const own = specialist.choices.reduce<readonly (readonly Stationing[])[]>(
      (mine, choice) => {
        const stays = [1, 2, 3, 4, 5].flatMap((halves) =>
          subsets(choice.demands).map((demands) => ({
            specialist: at,
            place: choice.place,
            halves,
            demands,
          })),
        );
        return mine.flatMap((rest) => [rest, ...stays.map((stay) => [...rest, stay])]);
      },
      [[]],
    );
    const alone = {
      ...instance,
      specialists: instance.specialists.map((each, nth) => (nth === at ? each : { ...each, choices: [] })),
    };
    const kept = own.filter((stationings) => evaluate(alone, { stationings }).broken.length === 0);
    plans = plans.flatMap((plan) => kept.map((stationings) => [...plan, ...stationings]));
  });
  const values = plans.flatMap((stationings) => {
    const { broken, value } = evaluate(instance, { stationings });
    return broken.length === 0 ? [value] : [];
  });
  return values.length === 0 ? undefined : values.reduce((a, b) => Math.max(a, b));
}

const quiet = { seed: 1, report: () => {}, stop: () => false };

async function solved(instance: Instance, rounds: number, start?: Plan) {
  const end = await solve(instance, { ...quiet, rounds, start });
  if (end.kind === 'clash') throw new Error('no clash was expected');
  return end;
}

/** Seconds of work, but on a machine that does much else at the same time. */
const patience = 120_000;

describe('the engine', () => {
  it(
    'finds the best plan of 200 tiny instances, and its bound is never below it',
    async () => {
      const random = randomFrom(11);
      for (let count = 0; count < 200; count += 1) {
        const shape = { specialists: 2, places: 2, demands: 2 + below(random, 3), pins: count % 2 === 0 };
        const instance = invent(random, shape);
        const best = tryAll(instance);
        const end = await solve(instance, { ...quiet, rounds: 200 });
        expect(end.kind, `instance ${count}`).toBe(best === undefined ? 'clash' : 'solved');
        if (end.kind === 'clash' || best === undefined) continue;
        expect(end.value, `instance ${count}`).toBeCloseTo(best, 6);
        expect(end.bound, `instance ${count}`).toBeGreaterThanOrEqual(best - 1e-6);
      }
    },
    patience,
  );

  it(
    'breaks no hard rule and no pin on 500 random instances, and counts its value as the checker does',
    async () => {
      const random = randomFrom(12);
      let clashes = 0;
      for (let count = 0; count < 500; count += 1) {
        const instance = invent(random, { specialists: 4, places: 5, demands: 12, pins: count % 2 === 0 });
        const end = await solve(instance, { ...quiet, rounds: 30 });
        if (end.kind === 'clash') {
          clashes += 1;
          continue;
        }
        const verdict = evaluate(instance, end.plan);
        expect(verdict.broken, `instance ${count}`).toEqual([]);
        expect(verdict.value).toBeCloseTo(end.value, 6);
        expect(end.bound).toBeGreaterThanOrEqual(end.value - 1e-6);
      }
      expect(clashes).toBeLessThan(200);
    },
    patience,
  );

  it('gives the same plan for the same seed and rounds', async () => {
    const instance = invent(randomFrom(13), { specialists: 8, places: 10, demands: 40 });
    const [first, second] = [await solved(instance, 200), await solved(instance, 200)];
    expect(second.plan).toEqual(first.plan);
    expect(second.bound).toBe(first.bound);
    expect(second.prices).toEqual(first.prices);
  });

  it('never has a worse bound when somebody works more', async () => {
    const random = randomFrom(14);
    for (let count = 0; count < 20; count += 1) {
      const instance = invent(random, { specialists: 3, places: 4, demands: 10 });
      const more = {
        ...instance,
        specialists: instance.specialists.map((each, at) =>
          at === 0 ? { ...each, capacity: each.capacity + 2 } : each,
        ),
      };
      const [before, after] = [await solved(instance, 600), await solved(more, 600)];
      // Both bounds are within a thousandth of what they converge to.
      expect(after.bound).toBeGreaterThanOrEqual(before.value - 1e-6);
      expect(after.bound).toBeGreaterThanOrEqual(before.bound - 2e-3 * Math.abs(before.bound) - 1e-6);
    }
  });

  it('never ends below the plan it began from, and leaves out what of it can no longer be', async () => {
    const instance = invent(randomFrom(15), { specialists: 5, places: 6, demands: 20 });
    const best = await solved(instance, 300);
    expect((await solved(instance, 1, best.plan)).value).toBeGreaterThanOrEqual(best.value - 1e-9);
    const away: Plan = {
      stationings: [...best.plan.stationings, { specialist: 0, place: 99, halves: 9, demands: [] }],
    };
    expect(evaluate(instance, (await solved(instance, 1, away)).plan).broken).toEqual([]);
  });

  it('stops soon after it is asked to, with a plan', async () => {
    const instance = invent(randomFrom(16), { specialists: 12, places: 12, demands: 60 });
    const began = performance.now();
    const end = await solve(instance, { ...quiet, seconds: 60, stop: after(40) });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(end.kind === 'solved' && evaluate(instance, end.plan).broken).toEqual([]);
  });

  it('keeps to its seconds and tells better and better plans', async () => {
    const instance = invent(randomFrom(17), { specialists: 12, places: 12, demands: 60 });
    const told: Progress[] = [];
    let ticks = 0;
    const clock = () => {
      ticks += 1;
      return ticks / 1000;
    };
    await solve(instance, { ...quiet, report: (progress) => told.push(progress), seconds: 2, clock });
    expect(ticks / 1000).toBeLessThan(2.5);
    const values = told.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    const bounds = told.map(({ bound }) => bound);
    expect(bounds).toEqual([...bounds].sort((a, b) => b - a));
  });
});
