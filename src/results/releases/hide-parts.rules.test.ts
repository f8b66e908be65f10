import { describe, expect, it } from 'vitest';
import type { Fact } from '../measures/figure.rules.ts';
import { measureOf } from '../measures/measure.rules.ts';
import { releaseOf } from './release.rules.ts';

const boards = ['b1', 'b2'];
const some = (n: number, boardId: string, value: number): readonly Fact[] =>
  Array.from({ length: n }, (_, nth) => ({
    ...{ id: `${boardId} ${value} ${nth}`, schoolId: null, boardId, areaId: 'a1', expertise: null, value },
    ...{ level: null, kind: 'school', ambitionId: null, on: '2025-09-10', of: null, open: false },
  }));
const released = (code: 'goal_levels' | 'light_route_share', facts: readonly Fact[]) =>
  releaseOf({
    ...{ measure: measureOf(code), span: 'quarter', earlier: [] },
    ...{ facts, known: { board: boards, area: ['a1'], areasOf: { b1: ['a1'], b2: ['a1'] } } },
  }).filter(({ part }) => part !== '');

describe('levels of goals', () => {
  const cells = released(
    'goal_levels',
    boards.flatMap((board) => [-1, 0, 1, 2].flatMap((value) => some(value === 0 ? 3 : 9, board, value))),
  );

  it('are told of all of a scope, and of nothing smaller', () => {
    expect([...new Set(cells.map(({ dimension }) => dimension))]).toEqual(['all']);
  });

  it('are hidden for the sake of a board that has none of them', () => {
    const alone = released(
      'goal_levels',
      [-1, 0, 1, 2].flatMap((value) => some(value === 0 ? 3 : 9, 'b1', value)),
    );
    const hidden = alone.flatMap(({ board, part, shown }) => (shown ? [] : [`${board ?? ''} ${part}`]));
    // What the first board has of any level is all there is of it: told, it would tell that the second has nothing.
    expect(hidden).toEqual([
      ...[' school:-1', ' school:0', ' school:1'],
      ...['b1 school:-1', 'b1 school:0', 'b1 school:1', 'b1 school:2'],
      ...['b2 school:-1', 'b2 school:0', 'b2 school:1', 'b2 school:2'],
    ]);
  });

  it('hide a third one beside two, and no fourth', () => {
    const ofBoard = cells.filter(({ board }) => board === 'b1');
    expect(ofBoard.map(({ part, shown }) => [part, shown])).toEqual([
      ['school:-1', false],
      ['school:0', false],
      ['school:1', false],
      ['school:2', true],
    ]);
  });
});
