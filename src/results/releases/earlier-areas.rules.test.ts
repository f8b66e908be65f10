import { describe, expect, it } from 'vitest';
import { measureOf } from '../measures/measure.rules.ts';
import { type Place, sumsOf } from './cell.rules.ts';
import { asideOf, keysOfCells, overQuarters, withoutBoard } from './earlier.rules.ts';
import type { EarlierCell } from './release-shape.rules.ts';

const [first, second] = ['2025-08-01', '2025-11-01'] as const;
const all: Place = { board: null, dimension: 'all', key: 'all', part: '' };
const area = (key: string, board: string | null = null): Place => ({ ...all, board, dimension: 'area', key });
const cell = (place: Place, quarter: string = first, n = 8): EarlierCell => ({
  ...{ ...place, quarter, n, shown: true, told: false, amounts: null },
});

describe('areas in the quarters of a year', () => {
  it('have something of no board where it is more than nothing, or where a school has no board', () => {
    const earlier = [
      ...[cell(all, first, 11), cell({ ...all, board: 'b1' }, first, 9)],
      ...[cell(area('a1'), first, 6), cell(area('a1', 'b1'), first, 6)],
      ...[cell(area('a2'), first, 5), cell(area('a2', 'b1'), first, 3)],
    ];
    const rests = (areas?: readonly string[]) =>
      withoutBoard(earlier, areas)
        .slice(earlier.length)
        .map(({ board, key, n, shown }) => [board, key, n, shown]);
    expect(rests()).toEqual([
      ['none', 'all', 2, false],
      ['none', 'a2', 2, false],
    ]);
    expect(rests(['a1'])).toEqual([
      ['none', 'all', 2, false],
      ['none', 'a1', 0, false],
      ['none', 'a2', 2, false],
    ]);
  });

  it('are those of the partnership; of a board they tell where it has schools, not that it is one', () => {
    const cells = [cell({ ...all, board: 'b1' }), cell(area('a1')), cell(area('a2', 'b2'))];
    expect(keysOfCells(cells)).toMatchObject({ board: ['b1'], area: ['a1'], areasOf: { b2: ['a2'] } });
  });

  it('come to the year where every quarter has the parts of its boards in them', () => {
    const places = [area('a1'), area('a1', 'b1')];
    const both = places.flatMap((place) => [cell(place), cell(place, second)]);
    const whole = {
      total: '||area|a1|',
      parts: ['2025-08-01||area|a1|', '2025-11-01||area|a1|'],
    };
    const part = {
      total: '|b1|area|a1|',
      parts: ['2025-08-01|b1|area|a1|', '2025-11-01|b1|area|a1|'],
    };
    expect(overQuarters(places, both)).toEqual([whole, part]);
    // The second quarter is of before they were kept: a year is more than what is known of it.
    expect(overQuarters(places, both.slice(0, 3))).toEqual([whole]);
  });
});

describe('what is not like other cells', () => {
  const board: Place = { ...all, board: 'b1' };
  const none: Place = { ...all, board: 'none' };

  it('is never told: of no board, and of a board in an area, here and in the quarters', () => {
    const { untold } = asideOf(
      [all, board, none, area('a1'), area('a1', 'b1')],
      [cell(board), cell(none), cell(area('a1')), cell(area('a2', 'b1'))],
    );
    expect([...untold]).toEqual([
      ...['|none|all|all|', '|b1|area|a1|'],
      ...['2025-08-01|none|all|all|', '2025-08-01|b1|area|a2|'],
    ]);
  });

  it('yields: areas of the partnership, here and in the quarters', () => {
    const { yields } = asideOf(
      [all, board, area('a1'), area('a2'), area('a1', 'b1')],
      [cell(all), cell(area('a1')), cell(area('a1', 'b1'), second)],
    );
    expect([...yields]).toEqual(['||area|a1|', '||area|a2|', '2025-08-01||area|a1|']);
  });

  it('does not yield where it is the only area: that is the whole by another name', () => {
    const one = [all, area('a1'), { ...area('a1'), part: '1' }, area('a2', 'b1')];
    expect(asideOf(one, [cell(area('a1'))]).yields.size).toBe(0);
    expect(asideOf([all, board], []).yields.size).toBe(0);
  });
});

it('an area has of the boards those with a school in it', () => {
  const keys = {
    ...{
      board: ['b1', 'b2', 'b3'],
      area: ['a1', 'a2', 'a3'],
      expertise: [],
      level: [],
      kind: [],
      ambition: [],
    },
    areasOf: { b1: ['a1'], b2: ['a1', 'a2'] },
  };
  const measure = { ...measureOf('hand_offs'), dimensions: ['board', 'area'] as const };
  const crossed = sumsOf(measure, 'quarter', keys).filter(({ parts }) => /^\|b.*area/.test(parts[0] ?? ''));
  expect(crossed).toEqual([
    { total: '|b1|all|all|', parts: ['|b1|area|a1|'] },
    { total: '|b2|all|all|', parts: ['|b2|area|a1|', '|b2|area|a2|'] },
    { total: '||area|a1|', parts: ['|b1|area|a1|', '|b2|area|a1|'] },
    { total: '||area|a2|', parts: ['|b2|area|a2|'] },
  ]);
});
