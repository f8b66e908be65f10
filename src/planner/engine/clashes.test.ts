import { describe, expect, it } from 'vitest';
import type { Choice, Instance } from './instance.ts';
import { solve } from './solve.ts';

const quiet = { seed: 1, report: () => {}, stop: () => false };

describe('pins that cannot be kept', () => {
  const choice: Choice = {
    ...{ place: 7, groups: [], start: 0, cost: 0, least: 2, most: 4, step: 2 as const, pinned: true },
    ...{ demands: [0], pinnedDemands: [] },
  };
  const instance = (specialist: object, ...choices: readonly object[]): Instance => ({
    demands: [{ halves: 30, value: 5 }],
    groups: [],
    specialists: [
      {
        capacity: 8,
        weeks: 10,
        places: 2,
        ...specialist,
        choices: choices.map((each) => ({ ...choice, ...each })),
      },
    ],
  });

  it('are possible when there is room', async () => {
    expect((await solve(instance({}, { pinnedDemands: [0] }), { ...quiet, rounds: 5 })).kind).toBe('solved');
  });

  it.each([
    [
      'too many halves together',
      instance({ capacity: 3 }, {}, { place: 8 }),
      { rule: 'capacity', asked: 4, possible: 3 },
    ],
    ['too many places', instance({ places: 1 }, {}, { place: 8 }), { rule: 'places', asked: 2, possible: 1 }],
    // 30 halves in 5 weeks are 6 a week.
    [
      'too much at one place',
      instance({ weeks: 5 }, { pinnedDemands: [0] }),
      { rule: 'most', place: 7, asked: 6, possible: 4 },
    ],
    [
      'a demand twice',
      instance({}, { pinnedDemands: [0] }, { place: 8, pinnedDemands: [0] }),
      { rule: 'demand twice', place: 8, demand: 0 },
    ],
  ])('are named: %s', async (_, clashing, clash) => {
    const end = await solve(clashing, { ...quiet, rounds: 5 });
    expect(end.kind === 'clash' && end.clashes).toMatchObject([{ specialist: 0, ...clash }]);
  });
});
