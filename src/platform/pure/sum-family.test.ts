import { describe, expect, it } from 'vitest';
import { type Aside, type Frozen, familyOf, membersOf, type Sum } from './sum-family.ts';

const cells = (...ids: readonly string[]) => ids.map((id) => ({ id, n: 20 }));
const sum = (total: string, ...parts: readonly string[]): Sum => ({ total, parts });
const family = (
  ids: readonly string[],
  sums: readonly Sum[],
  aside: Aside = {},
  frozen: Frozen = new Map(),
) => familyOf(cells(...ids), sums, frozen, aside);
const untold = (...ids: readonly string[]): Aside => ({ untold: new Set(ids) });

it('the total of a sum stands after its parts', () => {
  expect(membersOf(sum('all', 'a', 'b'))).toEqual(['a', 'b', 'all']);
});

describe('a family', () => {
  const sums = [sum('all', 'a', 'b'), sum('a', 'p', 'q'), sum('empty')];
  const { cells: known, sums: kept, sumsOf, untold: never, yields, free, told } = family(['all', 'a'], sums);

  it('knows of each cell the sums it stands in, in their order', () => {
    expect(sumsOf('a')).toEqual([sums[0], sums[1]]);
    expect(sumsOf('all')).toEqual([sums[0]]);
    expect(sumsOf('q')).toEqual([sums[1]]);
    expect(sumsOf('nobody')).toEqual([]);
  });

  it('leaves out the sum of nothing', () => {
    expect(kept).toEqual(sums.slice(0, 2));
    expect(sumsOf('empty')).toEqual([]);
  });

  it('has nothing aside unless told', () => {
    expect(known.map(({ id }) => id)).toEqual(['all', 'a']);
    expect([never.size, yields.size, free.size, told.size]).toEqual([0, 0, 0, 0]);
  });

  it('takes over what yields', () => {
    expect([...family(['a'], [], { yields: new Set(['a']) }).yields]).toEqual(['a']);
  });
});

describe('what is told', () => {
  const shown = (...ids: readonly string[]): Frozen =>
    new Map([...ids.map((id) => [id, 'shown'] as const), ['h', 'hidden']]);
  const toldOf = (sums: readonly Sum[], ...ids: readonly string[]) => [
    ...family([], sums, {}, shown(...ids)).told,
  ];

  it('is what was shown, not what was hidden', () => {
    expect(toldOf([], 'a', 'b')).toEqual(['a', 'b']);
  });

  it('is what is left alone in a sum', () => {
    expect(toldOf([sum('all', 'a', 'b')], 'a', 'all')).toEqual(['a', 'all', 'b']);
    expect(toldOf([sum('all', 'a', 'b')], 'a')).toEqual(['a']);
  });

  it('is what follows from that in turn, in whatever order the sums stand', () => {
    const sums = [sum('c', 'd'), sum('b', 'c', 'e'), sum('all', 'a', 'b')];
    expect(toldOf(sums, 'a', 'all', 'e').toSorted()).toEqual(['a', 'all', 'b', 'c', 'd', 'e']);
  });
});

describe('what nobody tells', () => {
  it('is known by what was given, be it a twin or not', () => {
    expect([...family(['a', 'r'], [sum('a', 'r')], untold('r', 'elsewhere')).untold]).toEqual(['r']);
  });

  it('is free where it is large', () => {
    const given = [
      { id: 'small', n: 4 },
      { id: 'large', n: 5 },
      { id: 'own', n: 9, own: 5 },
      { id: 'told', n: 30 },
    ];
    const aside = untold('small', 'large', 'own');
    expect([...familyOf(given, [], new Map(), aside).free]).toEqual(['large']);
    // Averages: of ten at least, and of ten others for whoever knows his own school's.
    expect([...familyOf(given, [], new Map(), aside, 10).free]).toEqual([]);
    expect([...familyOf(given, [], new Map(), aside, 3).free]).toEqual(['small', 'large', 'own']);
  });
});

describe('a part that nobody tells and that is all of its total', () => {
  it('goes by the name of that total everywhere', () => {
    const { cells: left, sums } = family(
      ['all', 'a', 'b', 'r', 'area'],
      [sum('all', 'a', 'b'), sum('a', 'r'), sum('area', 'r', 'b')],
      untold('r'),
    );
    expect(left.map(({ id }) => id)).toEqual(['all', 'a', 'b', 'area']);
    expect(sums).toEqual([sum('all', 'a', 'b'), sum('area', 'a', 'b')]);
  });

  it('goes by the name of the last of several that are all of one another', () => {
    const { cells: left, sums } = family(
      ['a', 'r', 's', 'b', 'all'],
      [sum('r', 's'), sum('a', 'r'), sum('all', 's', 'b')],
      untold('r', 's'),
    );
    expect(left.map(({ id }) => id)).toEqual(['a', 'b', 'all']);
    expect(sums).toEqual([sum('all', 'a', 'b')]);
  });

  it('is no twin where the total has another part, nor where it is told', () => {
    const two = [sum('a', 'r', 's')];
    expect(family(['a', 'r', 's'], two, untold('r', 's')).sums).toEqual(two);
    const one = [sum('a', 'r')];
    expect(family(['a', 'r'], one).sums).toEqual(one);
    expect(family(['a', 'r'], one).cells).toHaveLength(2);
  });

  it('makes two sums that then say the same one, whatever the order of their parts', () => {
    const sums = [sum('all', 'a', 'b'), sum('all', 'b', 'r'), sum('a', 'r'), sum('half', 'a', 'b')];
    expect(family(['all', 'a', 'b', 'r', 'half'], sums, untold('r')).sums).toEqual([
      sum('all', 'b', 'a'),
      sum('half', 'a', 'b'),
    ]);
  });
});
