import { describe, expect, it } from 'vitest';
import { type PlacedRow, splitIn, totalIn } from './released.rules.ts';

const year = { from: '2025-08-01', to: '2026-07-31' };

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
    row({ n: 7, dimension: 'level', key: 'pupil', boardId: 'b1' }),
    row({ n: 99, measure: 'lasted' }),
    row({ n: 98, from: '2024-08-01', to: '2025-07-31' }),
    row({ n: 97, to: '2025-10-31' }),
  ];

  it('make one total of a measure, period and place', () => {
    expect(totalIn(rows, 'hand_offs', year, null)).toEqual({ key: 'all', n: 20, value: 1 });
    expect(totalIn(rows, 'hand_offs', year, 'b2')).toEqual({ key: 'all', n: '<5', value: null });
    expect(totalIn(rows, 'hand_offs', year, 'b3')).toBeUndefined();
    // Whatever stands first: another period that ends or begins with it, another split.
    const last = rows.toReversed();
    expect(totalIn(last, 'hand_offs', year, null)?.n).toBe(20);
    expect(totalIn([row({ n: 96, from: '2026-05-01' }), ...rows], 'hand_offs', year, null)?.n).toBe(20);
    expect(totalIn(rows, 'goal_t', year, null)).toBeUndefined();
  });

  it('are split by what they were released by, of boards each as a whole', () => {
    expect(splitIn(rows, 'hand_offs', year, null, 'level')).toEqual([{ key: 'team', n: 9, value: 1 }]);
    expect(splitIn(rows, 'hand_offs', year, 'b1', 'level')).toEqual([
      { key: 'team', n: 8, value: 1 },
      { key: 'pupil', n: 7, value: 1 },
    ]);
    expect(splitIn(rows, 'hand_offs', year, null, 'board')).toEqual([
      { key: 'b1', n: 12, value: 1 },
      { key: 'b2', n: '<5', value: null },
    ]);
  });
});
