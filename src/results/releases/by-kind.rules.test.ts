/** Figures of schools judged on each of four criteria. */
import { describe, expect, it } from 'vitest';
import { type Added, rangesOf } from '../../../tests/support/attacker.ts';
import { randomFrom } from '../../../tests/support/sum-families.ts';
import type { Fact } from '../measures/figure.rules.ts';
import { measureOf } from '../measures/measure.rules.ts';
import { releaseByKind } from './by-kind.rules.ts';
import { idOf } from './cell.rules.ts';
import { releaseOf } from './release.rules.ts';

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

  it('is not that of cases of their own, which would tell how many schools there are', () => {
    const facts = judged('small', [2, 2, 1]);
    const known = { board: ['small'], area: ['a'], kind: criteria };
    const given = { measure: measureOf('basic_support'), span: 'year' as const, facts, known, earlier: [] };
    expect(releaseOf(given)[0]).toMatchObject({ dimension: 'all', n: 12, shown: true });
    expect(releaseByKind(given)[0]).toMatchObject({ dimension: 'all', n: 12, shown: false });
  });

  it('tells the control: six schools, on each criterion and together', () => {
    const told = release(judged('one', [2, 2, 2, 2, 2, 2]), ['one']);
    expect([told('one', 'all', 'all'), told('one', 'kind', 'criterion_3')]).toEqual([24, 6]);
    expect(told(null, 'area', 'a')).toBe(24);
    // Of five schools each would be told of four others.
    expect(release(judged('one', [2, 2, 2, 2, 2]), ['one'])(null, 'area', 'a')).toBe('<5');
  });

  it('has each place once, those where nobody was judged too, and none of no board', () => {
    const six = [2, 2, 2, 2, 2, 2];
    const facts = [...judged('one', six), ...judged('none', six).map((fact) => ({ ...fact, boardId: null }))];
    const known = { board: ['one', 'new'], area: ['a'], kind: criteria };
    const cells = releaseByKind({
      ...{ measure: measureOf('basic_support'), span: 'year', facts, known, earlier: [] },
    }).filter(({ part }) => part === '');
    const each = (board: string, areas: readonly string[]) => [
      ...[`|${board}|all|all|`, ...criteria.map((kind) => `|${board}|kind|${kind}|`)],
      ...areas.map((area) => `|${board}|area|${area}|`),
    ];
    expect(cells.map((cell) => idOf(cell))).toEqual([
      ...[...each('', ['a']), ...each('one', ['a']), ...each('new', [])],
    ]);
    expect(cells.every(({ figure, amounts }) => figure === null && amounts === null)).toBe(true);
  });

  it('tells what criteria come to together only where each of them is told', () => {
    const told = release(
      judged('one', [2, 2, 2, 2, 2, 2]).filter(({ kind }, nth) => kind !== 'criterion_4' || nth < 12),
      ['one'],
    );
    expect([told(null, 'kind', 'criterion_1'), told(null, 'kind', 'criterion_4')]).toEqual([6, '<5']);
    expect([told(null, 'all', 'all'), told('one', 'all', 'all')]).toEqual(['<5', '<5']);
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

describe('whoever has all of it, and knows that each school is judged on every criterion', () => {
  it.each([1, 2, 3, 4, 5, 6])('finds no small count in a release of chance %i', async (seed) => {
    const random = randomFrom(seed);
    const boards = ['b1', 'b2', 'b3', 'b4', 'b5'];
    const facts = boards.flatMap((board, nth) =>
      judged(
        board,
        Array.from({ length: nth * 3 + Math.floor(random() * 6) }, () => 0),
      ).map((fact) => ({ ...fact, value: Math.min(2, Math.floor(random() * 4)) })),
    );
    const known = { board: boards, area: ['a'], kind: criteria };
    const cells = releaseByKind({
      ...{ measure: measureOf('basic_support'), span: 'year', facts, known, earlier: [] },
    });
    const all = new Map(cells.map((cell) => [idOf(cell), cell]));
    const at = (board: string | null, dimension: 'all' | 'kind', key: string, part = '') =>
      idOf({ board, dimension, key, part });
    const parts = (kind: string) => [0, 1, 2].map((level) => `${kind}:${level}`);
    const sums: readonly Added[] = [
      ...[null, ...boards].flatMap((board) => [
        { total: at(board, 'all', 'all'), parts: criteria.map((kind) => at(board, 'kind', kind)) },
        ...criteria.flatMap((kind) => [
          { total: at(board, 'kind', kind), parts: parts(kind).map((part) => at(board, 'all', 'all', part)) },
          { total: at(board, 'kind', 'criterion_1'), parts: [at(board, 'kind', kind)] },
        ]),
      ]),
      ...criteria.flatMap((kind) => [
        { total: at(null, 'kind', kind), parts: boards.map((board) => at(board, 'kind', kind)) },
        ...parts(kind).map((part) => ({
          total: at(null, 'all', 'all', part),
          parts: boards.map((board) => at(board, 'all', 'all', part)),
        })),
      ]),
    ].filter(({ total, parts: some }) => some.length > 1 || some[0] !== total);
    const shown = new Map(cells.flatMap((cell) => (cell.shown ? [[idOf(cell), cell.n] as const] : [])));
    const found = [...(await rangesOf(sums, shown))].filter(([id, { least, most }]) => {
      const n = all.get(id)?.n ?? 0;
      return most - least < 1 - 1e-6 || (n < 5 && (least > 1e-6 || most < 4 - 1e-6));
    });
    expect(found).toEqual([]);
    expect([shown.size > 5, shown.size < cells.length]).toEqual([true, true]);
  });
});
