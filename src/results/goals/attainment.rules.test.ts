import { describe, expect, it } from 'vitest';
import { attainments, differences, lasted, tScore } from './attainment.rules.ts';
import type { Moment, Score, Scorer } from './goal.rules.ts';

const score = (moment: Moment, by: Scorer, value: number): Score => ({
  moment,
  by,
  score: value,
  on: '2026-03-02',
});
const goal = (...scores: readonly Score[]) => ({ scale: 5, dropped: false, scores }) as const;

describe('the T-score', () => {
  // The first three are those of the design, after Kiresuk & Sherman (1968). The others by hand: the root is exact for one goal
  // (0.7 + 0.3 = 1) and for eight (5.6 + 19.2 = 24.8 is not), so each is worked out from √(0.7 n + 0.3 n²).
  it.each([
    { goals: [1], t: 60 },
    { goals: [1, 1, 1], t: 63.693064 },
    { goals: [0, 0, 0, 0], t: 50 },
    { goals: [2], t: 70 },
    { goals: [-2], t: 30 },
    // Two: √(1.4 + 1.2) = √2.6 = 1.612452; 20 / 1.612452 = 12.403473
    { goals: [1, 1], t: 62.403473 },
    { goals: [2, 0], t: 62.403473 },
    { goals: [2, 2], t: 74.806947 },
    // Three: √(2.1 + 2.7) = √4.8 = 2.190890; 10 / 2.190890 = 4.564355
    { goals: [-1, 0, 0], t: 45.435645 },
    { goals: [-2, -2, -2], t: 22.613872 },
    // Ten: √(7 + 30) = √37 = 6.082763; 100 / 6.082763 = 16.439899
    { goals: Array<number>(10).fill(1), t: 66.439899 },
  ])('of $goals is $t', ({ goals, t }) => {
    expect(tScore(goals)).toBeCloseTo(t, 5);
  });

  it('of no goals is nothing, not fifty', () => {
    expect(tScore([])).toBeUndefined();
  });

  it('lies as far above fifty as its mirror lies below', () => {
    expect((tScore([2, -1, 1]) ?? 0) + (tScore([-2, 1, -1]) ?? 0)).toBeCloseTo(100, 10);
  });
});

describe('what came of the goals of a question', () => {
  it('is told by each scorer at each moment, with the number of goals they scored', () => {
    const goals = [
      goal(score('start', 'school', -2), score('end', 'school', 1), score('end', 'specialist', 0)),
      goal(score('end', 'school', 1)),
      goal(score('end', 'school', 1)),
    ];
    expect(attainments(goals)).toEqual([
      { by: 'school', moment: 'start', t: 30, n: 1 },
      { by: 'school', moment: 'end', t: expect.closeTo(63.693064, 5), n: 3 },
      { by: 'specialist', moment: 'end', t: 50, n: 1 },
    ]);
  });

  it('counts the latest score of a moment and a scorer', () => {
    expect(attainments([goal(score('end', 'school', -2), score('end', 'school', 1))])).toEqual([
      { by: 'school', moment: 'end', t: 60, n: 1 },
    ]);
  });

  it('has no T-score on six points, nor for a goal that was let go', () => {
    const scores = [score('end', 'school', 1)];
    expect(attainments([{ scale: 6, dropped: false, scores }])).toEqual([]);
    expect(attainments([{ scale: 5, dropped: true, scores }])).toEqual([]);
    expect(attainments([{ scale: 5, dropped: false, scores }])).toHaveLength(1);
  });
});

describe('scorers who look differently', () => {
  it('are named with their own levels, moment by moment, in the order of the work', () => {
    const scores = [
      score('end', 'parent', 1),
      score('end', 'school', 0),
      score('end', 'specialist', 0),
      score('start', 'school', -2),
      score('start', 'specialist', -1),
    ];
    expect(differences(scores)).toEqual([
      {
        moment: 'start',
        levels: [
          { by: 'school', score: -2 },
          { by: 'specialist', score: -1 },
        ],
      },
      {
        moment: 'end',
        levels: [
          { by: 'school', score: 0 },
          { by: 'specialist', score: 0 },
          { by: 'parent', score: 1 },
        ],
      },
    ]);
  });

  it('are not there when all agree, when one looked, or when they looked at different moments', () => {
    expect(differences([score('end', 'school', 1), score('end', 'specialist', 1)])).toEqual([]);
    expect(differences([score('end', 'school', 1)])).toEqual([]);
    expect(differences([score('start', 'school', -1), score('end', 'specialist', 1)])).toEqual([]);
  });

  it('agree again once one of them corrected a slip', () => {
    const slip = [score('end', 'school', -2), score('end', 'specialist', 1)];
    expect(differences(slip)).toHaveLength(1);
    expect(differences([...slip, score('end', 'school', 1)])).toEqual([]);
  });
});

describe('whether it lasted', () => {
  const scores = [score('end', 'school', 1), score('follow_up', 'school', -1), score('end', 'specialist', 2)];

  it('is the level at follow-up minus the level at the end', () => {
    expect(lasted(scores, 'school')).toBe(-2);
    expect(lasted([...scores, score('follow_up', 'specialist', 2)], 'specialist')).toBe(0);
  });

  it('is not known while one of the two lacks: the other side’s does not stand in', () => {
    expect(lasted(scores, 'specialist')).toBeUndefined();
    expect(lasted([score('follow_up', 'parent', 1)], 'parent')).toBeUndefined();
  });
});
