import { describe, expect, it, test } from 'vitest';
import {
  canTake,
  goalNeeds,
  growthOf,
  isOf,
  itemsOf,
  lessonNeeds,
  levelOf,
  levelsOf,
  marksByDomain,
  reach,
  type Side,
  type Status,
  shareNeeds,
  statuses,
  steps,
} from './observation.rules.ts';

const domains = [
  { name: 'Rust', items: ['a', 'b'] },
  { name: 'Uitleg', items: ['c'] },
];
const ground = { today: '2026-03-10', items: 3, points: 4 };
const lesson = { onDate: '2026-03-09', marks: [1, null, 4] };

describe('who takes which step', () => {
  test('the observer writes and shares a draft; from then on every step is the teacher’s', () => {
    const now = (side: Side, status: Status) => steps.filter((step) => canTake(step, side, status));
    expect(statuses.map((status) => now('observer', status))).toEqual([['revise', 'share', 'erase'], [], []]);
    expect(statuses.map((status) => now('teacher', status))).toEqual([
      [],
      ['answer', 'take_back', 'set_goal', 'conclude_goal', 'erase'],
      ['give_back', 'set_goal', 'conclude_goal', 'erase'],
    ]);
  });

  it('knows whose a step ever is', () => {
    expect(steps.filter((step) => isOf(step, 'observer'))).toEqual(['revise', 'share', 'erase']);
    expect(steps.filter((step) => isOf(step, 'teacher'))).toEqual([
      ...['answer', 'take_back', 'give_back', 'set_goal', 'conclude_goal', 'erase'],
    ]);
  });
});

describe('a lesson', () => {
  it('is of a day that was, ninety days back at most; the day that stood there may stay', () => {
    expect(reach).toBe(90);
    const on = (onDate: string, kept?: string) => lessonNeeds({ ...lesson, onDate }, ground, kept);
    expect(on('2026-03-10')).toEqual([]);
    expect(on('2026-03-11')).toEqual(['dayInReach']);
    expect(on('2025-12-10')).toEqual([]);
    expect(on('2025-12-09')).toEqual(['dayInReach']);
    expect(on('2025-12-09', '2025-12-09')).toEqual([]);
  });

  it('has a mark on the scale for each item, or that it was not to be seen', () => {
    const marked = (...marks: (number | null)[]) => lessonNeeds({ ...lesson, marks }, ground);
    expect(marked(1, 4, null)).toEqual([]);
    expect(marked(1, 4)).toEqual(['marksOnScale']);
    expect(marked(1, 4, 1, 1)).toEqual(['marksOnScale']);
    expect(marked(0, 1, 1)).toEqual(['marksOnScale']);
    expect(marked(5, 1, 1)).toEqual(['marksOnScale']);
  });

  it('is shared once something was seen', () => {
    expect(shareNeeds({ marks: [null, 2] })).toEqual([]);
    expect(shareNeeds({ marks: [null, null] })).toEqual(['somethingMarked']);
  });
});

test('a goal is looked back on from today, within a year', () => {
  expect(goalNeeds('2026-03-10', '2026-03-10')).toEqual([]);
  expect(goalNeeds('2026-03-09', '2026-03-10')).toEqual(['targetInReach']);
  expect(goalNeeds('2027-03-11', '2026-03-10')).toEqual([]);
  expect(goalNeeds('2027-03-12', '2026-03-10')).toEqual(['targetInReach']);
});

describe('levels', () => {
  it('are the mean of what was seen in each domain', () => {
    expect(itemsOf(domains)).toBe(3);
    expect(marksByDomain(domains, [1, 2, 4])).toEqual([[1, 2], [4]]);
    expect(levelOf([1, null, 4])).toBe(2.5);
    expect(levelOf([null])).toBeNull();
    expect(levelsOf(domains, [1, 2, null])).toEqual([1.5, null]);
  });

  it('grow from the first known one to the last known one', () => {
    expect(growthOf([null, 1.5, 2, null, 3])).toEqual({ from: 1.5, to: 3 });
    expect(growthOf([2, 2])).toEqual({ from: 2, to: 2 });
    expect(growthOf([null, 1.5])).toBeUndefined();
    expect(growthOf([])).toBeUndefined();
  });
});
