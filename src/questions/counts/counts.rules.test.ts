import { describe, expect, it } from 'vitest';
import { type QuestionCounts, showCounts } from './counts.rules.ts';

const counts = (more: Partial<QuestionCounts>): QuestionCounts => ({
  firstDay: '2025-08-01',
  endDay: '2026-08-01',
  finished: true,
  whole: true,
  total: 0,
  byStatus: {},
  byLevel: {},
  ...more,
});

describe('counts of questions', () => {
  it('below five are not told, and neither is what would give them away', () => {
    const shown = showCounts(counts({ total: 30, byLevel: { school: 3, team: 10, group: 9, pupil: 8 } }));
    expect(shown.total).toBe(30);
    expect(shown.byLevel?.map(({ n }) => n)).toEqual(['<5', '<5', 9, 8]);
  });

  it('of five and more are told as they are', () => {
    const shown = showCounts(counts({ total: 26, byLevel: { school: 6, team: 5, group: 7, pupil: 8 } }));
    expect(shown.byLevel?.map(({ n }) => n)).toEqual([6, 5, 7, 8]);
  });

  it('of the running year are told in steps of five and not split', () => {
    const running = counts({ finished: false, total: 23, byLevel: { school: 23 } });
    expect(showCounts(running)).toMatchObject({ total: 20, byStatus: null, byLevel: null });
    expect(showCounts({ ...running, total: 4 }).total).toBe('<5');
  });

  it('hide everything when there are fewer than ten', () => {
    const shown = showCounts(counts({ total: 9, byLevel: { school: 9 } }));
    expect(shown.byLevel?.every(({ n }) => n === '<5')).toBe(true);
  });
});
