import { describe, expect, it } from 'vitest';
import type { Figure, ShownFigure } from '../measures/figure.rules.ts';
import { isOthers, type PlacedRow, splitIn, totalIn } from './released.rules.ts';

const year = { from: '2025-08-01', to: '2026-07-31' };

describe('whoever knows their own part', () => {
  const whole = (more: Partial<ShownFigure>): ShownFigure => ({ key: 'all', n: 30, value: 0.5, ...more });
  const own = (more: Partial<Figure>): Figure => ({ key: 'all', n: 20, value: null, ...more });

  it('sees the whole when the others are ten or more', () => {
    expect(isOthers(whole({}), own({ n: 20 }))).toBe(true);
    expect(isOthers(whole({}), own({ n: 21 }))).toBe(false);
    expect(isOthers(whole({ n: '<5' }), own({ n: 0 }))).toBe(false);
  });

  it('sees it only when each part that is told has five others or more', () => {
    const parts = [
      { key: '1', n: 15 },
      { key: '0', n: 15 },
    ];
    const mine = (some: number) => own({ n: 15, parts: [{ key: '1', n: some }] });
    expect(isOthers(whole({ parts }), mine(10))).toBe(true);
    expect(isOthers(whole({ parts }), mine(11))).toBe(false);
    const hidden = [
      { key: '1', n: '<5' as const },
      { key: '0', n: 15 },
    ];
    expect(isOthers(whole({ parts: hidden }), mine(11))).toBe(true);
  });

  it('sees it only when those who wait, and those who do not, are five others or more', () => {
    expect(isOthers(whole({ open: 10 }), own({ n: 10, open: 5 }))).toBe(true);
    expect(isOthers(whole({ open: 10 }), own({ n: 10, open: 6 }))).toBe(false);
    expect(isOthers(whole({ open: 20 }), own({ n: 10, open: 4 }))).toBe(false);
    expect(isOthers(whole({ open: 20 }), own({ n: 10, open: 5 }))).toBe(true);
    expect(isOthers(whole({ open: 10 }), own({ n: 10 }))).toBe(true);
    expect(isOthers(whole({ open: '<5' }), own({ n: 10, open: 9 }))).toBe(true);
  });
});

describe('rows of releases', () => {
  const row = (more: Partial<PlacedRow>): PlacedRow => ({
    ...{ measure: 'hand_offs', ...year, boardId: null, dimension: 'all', key: 'all', part: '' },
    ...{ n: 20, figure: { value: 1 } },
    ...more,
  });
  const rows = [
    row({}),
    row({ n: 12, boardId: 'b1' }),
    row({ n: null, figure: null, boardId: 'b2' }),
    row({ n: 9, dimension: 'level', key: 'team' }),
    row({ n: 8, dimension: 'level', key: 'team', boardId: 'b1' }),
    row({ n: 99, measure: 'lasted' }),
    row({ n: 98, from: '2024-08-01', to: '2025-07-31' }),
    row({ n: 97, to: '2025-10-31' }),
  ];

  it('make one total of a measure, period and place', () => {
    expect(totalIn(rows, 'hand_offs', year, null)).toEqual({ key: 'all', n: 20, value: 1 });
    expect(totalIn(rows, 'hand_offs', year, 'b2')).toEqual({ key: 'all', n: '<5', value: null });
    expect(totalIn(rows, 'hand_offs', year, 'b3')).toBeUndefined();
    expect(totalIn(rows, 'goal_t', year, null)).toBeUndefined();
  });

  it('are split by what they were released by, of boards each as a whole', () => {
    expect(splitIn(rows, 'hand_offs', year, null, 'level')).toEqual([{ key: 'team', n: 9, value: 1 }]);
    expect(splitIn(rows, 'hand_offs', year, 'b1', 'level')).toEqual([{ key: 'team', n: 8, value: 1 }]);
    expect(splitIn(rows, 'hand_offs', year, null, 'board')).toEqual([
      { key: 'b1', n: 12, value: 1 },
      { key: 'b2', n: '<5', value: null },
    ]);
  });
});
