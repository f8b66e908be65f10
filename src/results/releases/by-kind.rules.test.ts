/** Figures of schools judged on each of four criteria. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../measures/figure.rules.ts';
import { measureOf } from '../measures/measure.rules.ts';
import { releaseByKind } from './by-kind.rules.ts';

const criteria = ['criterion_1', 'criterion_2', 'criterion_3', 'criterion_4'];
/** Schools of a board, each with the same level on every criterion. */
const judged = (boardId: string, levels: readonly number[]): readonly Fact[] =>
  levels.flatMap((value, nth) =>
    criteria.map((kind) => ({
      ...{
        id: `${boardId} ${nth} ${kind}`,
        schoolId: `${boardId} ${nth}`,
        boardId,
        areaId: 'a',
        kind,
        value,
      },
      ...{ expertise: null, level: null, ambitionId: null, on: '2025-10-01', of: null, open: false },
    })),
  );
const release = (facts: readonly Fact[], boards: readonly string[]) => {
  const known = { board: boards, area: ['a'], kind: criteria };
  const cells = releaseByKind({
    measure: measureOf('basic_support'),
    span: 'year',
    facts,
    known,
    earlier: [],
  });
  return (board: string | null, dimension: string, key: string, part = '') => {
    const cell = cells.find(
      (one) => one.board === board && one.dimension === dimension && one.key === key && one.part === part,
    );
    return cell === undefined ? undefined : cell.shown ? cell.n : '<5';
  };
};

describe('the release of criteria', () => {
  it('counts schools: three of them on four criteria are three, and hidden', () => {
    const told = release(
      [...judged('small', [2, 2, 1]), ...judged('large', [2, 2, 2, 2, 2, 2])],
      ['large', 'small'],
    );
    expect(told('small', 'all', 'all')).toBe('<5');
    for (const kind of criteria) expect(told('small', 'kind', kind)).toBe('<5');
    // What it comes to with the small one is told; then the large one is hidden too.
    expect([told(null, 'all', 'all'), told('large', 'all', 'all')]).toEqual([36, '<5']);
  });

  it('tells the control: five schools, on each criterion and together', () => {
    const told = release(judged('one', [2, 2, 2, 2, 2]), ['one']);
    expect([told('one', 'all', 'all'), told('one', 'kind', 'criterion_3')]).toEqual([20, 5]);
    expect(told(null, 'area', 'a')).toBe(20);
  });

  it('hides a small level and what would tell it, and no more', () => {
    const told = release(judged('one', [0, 0, ...Array(8).fill(1), ...Array(9).fill(2)]), ['one']);
    const levels = [0, 1, 2].map((level) => told(null, 'all', 'all', `criterion_1:${level}`));
    expect(levels).toEqual(['<5', '<5', 9]);
  });

  it('knows levels that nobody has, and no others', () => {
    const told = release(judged('one', [2, 2, 2, 2, 2, 2]), ['one']);
    expect(told(null, 'all', 'all', 'criterion_1:0')).toBe('<5');
    expect(told(null, 'all', 'all', 'criterion_1:-1')).toBeUndefined();
  });
});
