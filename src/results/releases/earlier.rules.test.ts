import { describe, expect, it } from 'vitest';
import { measureOf } from '../measures/measure.rules.ts';
import { isUntold, keysOf, type Place, placesOf, placesOfFact, sumsOf } from './cell.rules.ts';
import {
  earlierByQuarter,
  frozenOf,
  inQuarter,
  keysOfCells,
  overQuarters,
  withoutBoard,
} from './earlier.rules.ts';
import type { EarlierCell } from './release-shape.rules.ts';

const [first, second] = ['2025-08-01', '2025-11-01'] as const;
const all: Place = { board: null, dimension: 'all', key: 'all', part: '' };
const cell = (
  place: Partial<Place>,
  quarter = first as string,
  more: Partial<EarlierCell> = {},
): EarlierCell => ({
  ...{ ...all, ...place, quarter, n: 8, shown: true, told: false, amounts: null },
  ...more,
});

describe('the quarters of a year', () => {
  it('are told apart, their whole cells alone', () => {
    const [a, b] = [cell({}), cell({ board: 'b1' })];
    const c = cell({}, second);
    expect([...earlierByQuarter([a, c, cell({ part: '1' }), b])]).toEqual([
      [first, [a, b]],
      [second, [c]],
    ]);
  });

  it('have the boards and values that were released, of each dimension its own', () => {
    const cells = [
      cell({}),
      cell({ board: 'b1' }),
      cell({ board: 'b2' }),
      cell({ board: 'b1', dimension: 'level', key: 'team' }),
      cell({ dimension: 'area', key: 'a1' }),
      cell({ board: 'b2', dimension: 'area', key: 'a1' }),
      cell({ dimension: 'expertise', key: 'taal' }),
      cell({ dimension: 'level', key: 'pupil' }),
      cell({ dimension: 'level', key: 'group' }),
      cell({ dimension: 'kind', key: 'advice' }),
      cell({ dimension: 'ambition', key: 'x' }),
    ];
    expect(keysOfCells(cells)).toEqual({
      board: ['b1', 'b2'],
      area: ['a1'],
      expertise: ['taal'],
      level: ['pupil', 'group'],
      kind: ['advice'],
      ambition: ['x'],
      areasOf: { b2: ['a1'] },
    });
  });

  it('add up as they did, under the name of their quarter', () => {
    expect(inQuarter([{ total: '|x', parts: ['|y', '|z'] }], first)).toEqual([
      { total: '2025-08-01|x', parts: ['2025-08-01|y', '2025-08-01|z'] },
    ]);
  });

  it('come to the year, each place with what it was in them; what a quarter did not have adds nothing up', () => {
    const b1 = { ...all, board: 'b1' };
    const earlier = [cell({}), cell(b1), cell({}, second), cell({ part: '1' })];
    expect(overQuarters([all, b1, { ...all, board: 'new' }], earlier)).toEqual([
      { total: '||all|all|', parts: ['2025-08-01||all|all|', '2025-11-01||all|all|'] },
      { total: '|b1|all|all|', parts: ['2025-08-01|b1|all|all|'] },
    ]);
  });

  it('stay as they were told, or were not', () => {
    const cells = [cell({}, first, { told: true, shown: false }), cell({}, second, { shown: true })];
    expect([...frozenOf(cells, ({ shown }) => shown)]).toEqual([
      ['2025-08-01||all|all|', 'hidden'],
      ['2025-11-01||all|all|', 'shown'],
    ]);
    expect([...frozenOf(cells, ({ told }) => told).values()]).toEqual(['shown', 'hidden']);
  });
});

describe('what a quarter had of no board', () => {
  const boards = (quarter: string = first) => [
    cell({ board: 'b1' }, quarter, { n: 6, amounts: [2.5] }),
    cell({ board: 'b2' }, quarter, { n: 7, amounts: [1.2] }),
  ];

  it('is what its boards leave, hidden, with the hours that they leave', () => {
    const whole = cell({}, first, { n: 15, amounts: [4], told: true });
    expect(withoutBoard([whole, ...boards()])).toEqual([
      whole,
      ...boards(),
      cell({ board: 'none' }, first, { n: 2, amounts: [0.3], shown: false, told: false }),
    ]);
  });

  it('leaves hours alone of which its boards have none written down', () => {
    const whole = cell({}, first, { n: 9, amounts: [4] });
    expect(withoutBoard([whole, cell({ board: 'b1' })]).at(-1)).toMatchObject({
      board: 'none',
      amounts: [4],
    });
  });

  it('is nothing where the boards are all there is, and where none is told apart', () => {
    const even = [cell({}, first, { n: 13, amounts: [3.7] }), ...boards()];
    expect(withoutBoard(even)).toEqual(even);
    const alone = [cell({}, first, { n: 13 }), cell({ dimension: 'area', key: 'a1' })];
    expect(withoutBoard(alone)).toEqual(alone);
  });

  it('is of its own quarter, in every place and part of it once there is any', () => {
    const rest = (n: number, place: Partial<Place> = {}, quarter: string = first) =>
      cell({ ...place, board: 'none' }, quarter, { n, shown: false });
    const odd = [
      cell({}, first, { n: 9 }),
      cell({ board: 'b1' }),
      cell({ part: '1' }),
      cell({ board: 'b1', part: '1' }),
    ];
    const even = [cell({}, second), cell({ board: 'b1' }, second)];
    expect(withoutBoard([...odd, ...even]).slice(6)).toEqual([rest(1), rest(0, { part: '1' })]);
  });
});

describe('what a quarter had of no board, elsewhere than in its total', () => {
  it('is not made up where only a part or a value seems to lack something', () => {
    const seems = (place: Partial<Place>) => [
      ...[cell({}), cell({ board: 'b1' })],
      ...[cell(place, first, { n: 9 }), cell({ ...place, board: 'b1' })],
    ];
    for (const place of [{ part: '1' }, { dimension: 'level', key: 'team' }] as const)
      expect(withoutBoard(seems(place))).toEqual(seems(place));
  });

  it('is of a place that some board had, and of the whole only', () => {
    const odd = [cell({}, first, { n: 9 }), cell({ board: 'b1' }), cell({ dimension: 'area', key: 'a1' })];
    expect(withoutBoard(odd).filter(({ board }) => board === 'none')).toEqual([
      cell({ board: 'none' }, first, { n: 1, shown: false }),
    ]);
  });
});

describe('cells and cases of a measure', () => {
  const keys = {
    ...{ board: ['b1'], area: [], expertise: [], level: ['team'], kind: [], ambition: [] },
    areasOf: { b1: ['a1'] },
  };
  const measure = { ...measureOf('hand_offs'), dimensions: ['board', 'level'] as const };
  const flat = { ...measure, dimensions: ['level'] as const };
  const fact = {
    ...{ id: 'f', schoolId: 's', boardId: 'b1', areaId: null, expertise: null, level: 'team', kind: null },
    ...{ ambitionId: null, on: first, value: 1, of: null, open: false },
  };
  const level = { ...all, dimension: 'level', key: 'team' };

  it('are of the partnership and of each board, whose level only a year tells', () => {
    const quarter = [all, level, { ...all, board: 'b1' }];
    expect(placesOf(measure, 'quarter', keys)).toEqual(quarter);
    expect(placesOf(measure, 'year', keys)).toEqual([...quarter, { ...level, board: 'b1' }]);
    expect(placesOfFact(measure, 'quarter', fact)).toEqual(quarter);
    expect(placesOfFact(measure, 'year', fact)).toEqual([...quarter, { ...level, board: 'b1' }]);
    expect(placesOfFact(measure, 'quarter', { ...fact, boardId: null })[2]).toEqual({
      ...all,
      board: 'none',
    });
  });

  it('are of the partnership alone where nothing is told by board', () => {
    expect(placesOf(flat, 'year', keys)).toEqual([all, level]);
    expect(placesOfFact(flat, 'year', fact)).toEqual([all, level]);
  });

  it('have the values that the partnership has first, then those of cases beside them, once', () => {
    const known = { board: ['b9', 'b1'], level: ['team'] };
    expect(
      keysOf(known, [
        { ...fact, kind: 'b' },
        { ...fact, kind: 'a', boardId: null },
      ]),
    ).toEqual({
      ...{ board: ['b9', 'b1', 'none'], area: ['none'], expertise: ['none'], level: ['team'] },
      ...{ kind: ['a', 'b'], ambition: ['none'], areasOf: { b1: ['none'], b9: [], none: ['none'] } },
    });
    expect(keysOf({}, []).area).toEqual([]);
  });

  it('are of no board and no area without a school, and of none where schools have none', () => {
    const known = { board: ['b1', 'b2'], area: ['a1', 'a2'], areasOf: { b1: ['a1'], none: ['none', 'a1'] } };
    expect(keysOf(known, [])).toMatchObject({
      ...{ board: ['b1', 'none'], area: ['a1', 'none'], areasOf: { b1: ['a1'], none: ['a1', 'none'] } },
    });
    expect(keysOf(known, [{ ...fact, boardId: 'b2', areaId: 'a2' }])).toMatchObject({
      ...{ board: ['b1', 'b2', 'none'], area: ['a1', 'a2', 'none'] },
      areasOf: { b1: ['a1'], b2: ['a2'], none: ['a1', 'none'] },
    });
  });

  it('have of a board only the areas with its schools, and never tell those', () => {
    const areas = { ...measure, dimensions: ['board', 'area'] as const };
    const places = placesOf(areas, 'year', { ...keys, area: ['a1'] });
    const part = { ...all, board: 'b1', dimension: 'area', key: 'a1' } as const;
    expect(places).toEqual([all, { ...all, dimension: 'area', key: 'a1' }, { ...all, board: 'b1' }, part]);
    expect(places.map(isUntold)).toEqual([false, false, false, true]);
    expect(isUntold({ ...all, board: 'none' })).toBe(true);
  });
});

describe('sums of a release', () => {
  const keys = {
    board: ['b1', 'b2'],
    area: ['a1'],
    expertise: ['taal'],
    level: ['team', 'pupil'],
    kind: [],
    ambition: [],
    areasOf: { b1: ['a1'], b2: ['a1'] },
  };
  const measure = { ...measureOf('hand_offs'), dimensions: ['board', 'area', 'level'] as const };

  it('are each dimension in the partnership, and the boards together; of a year each board too', () => {
    // What an area and its boards have to do with each other.
    const crossed = [
      { total: '|b1|all|all|', parts: ['|b1|area|a1|'] },
      { total: '|b2|all|all|', parts: ['|b2|area|a1|'] },
      { total: '||area|a1|', parts: ['|b1|area|a1|', '|b2|area|a1|'] },
    ];
    const quarter = [
      { total: '||all|all|', parts: ['||area|a1|'] },
      { total: '||all|all|', parts: ['||level|team|', '||level|pupil|'] },
      ...crossed,
      { total: '||all|all|', parts: ['|b1|all|all|', '|b2|all|all|'] },
    ];
    expect(sumsOf(measure, 'quarter', keys)).toEqual(quarter);
    const ofBoard = (board: string) => ({
      total: `|${board}|all|all|`,
      parts: [`|${board}|level|team|`, `|${board}|level|pupil|`],
    });
    const ofLevel = (level: string) => ({
      total: `||level|${level}|`,
      parts: [`|b1|level|${level}|`, `|b2|level|${level}|`],
    });
    expect(sumsOf(measure, 'year', keys)).toEqual([
      ...quarter.slice(0, 2),
      ...[ofBoard('b1'), ofBoard('b2')],
      ...quarter.slice(2),
      ...[ofLevel('team'), ofLevel('pupil')],
    ]);
  });

  it('have no boards where nothing is split by them, or there are none', () => {
    const some = [
      { total: '||all|all|', parts: ['||area|a1|'] },
      { total: '||all|all|', parts: ['||level|team|', '||level|pupil|'] },
    ];
    expect(sumsOf({ ...measure, dimensions: ['area', 'level'] }, 'year', keys)).toEqual(some);
    expect(sumsOf(measure, 'year', { ...keys, board: [] })).toEqual(some);
  });
});
