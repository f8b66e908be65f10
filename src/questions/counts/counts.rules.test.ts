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
  it('are told as they were released, and hidden as they were', () => {
    const shown = showCounts(
      counts({ total: 30, byLevel: { school: null, team: null, group: 9, pupil: 8 } }),
    );
    expect(shown.total).toBe(30);
    expect(shown.byLevel?.map(({ n }) => n)).toEqual(['<5', '<5', 9, 8]);
    expect(showCounts(counts({ total: null })).total).toBe('<5');
  });

  it('by state below five are not told, and neither is what would give them away', () => {
    const shown = showCounts(counts({ total: 30, byStatus: { answered: 3, completed: 10, declined: 17 } }));
    const told = Object.fromEntries((shown.byStatus ?? []).map(({ key, n }) => [key, n]));
    expect(told).toMatchObject({ answered: '<5', withdrawn: '<5' });
    expect(Object.values(told).filter((n) => n !== '<5').length).toBeLessThan(2);
  });

  it('of a year that is not released yet are not split', () => {
    const running = counts({ finished: false, total: 23, byLevel: { school: 23 } });
    expect(showCounts(running)).toMatchObject({ total: 23, byStatus: null, byLevel: null });
  });

  it('hide their parts where the total is hidden', () => {
    const { byStatus, byLevel } = showCounts(counts({ total: null }));
    expect([...(byStatus ?? []), ...(byLevel ?? [])].every(({ n }) => n === '<5')).toBe(true);
  });
});
