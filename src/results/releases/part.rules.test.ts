import { describe, expect, it } from 'vitest';
import type { Fact } from '../measures/figure.rules.ts';
import type { Kind } from '../measures/measure.rules.ts';
import { partKeys, partOf, splits } from './part.rules.ts';

const fact = (value: number, kind: string | null = null, open = false): Fact => ({
  ...{ id: 'x', schoolId: null, boardId: null, areaId: null, expertise: null, level: null, ambitionId: null },
  ...{ on: '2026-09-01', of: null, value, kind, open },
});
const kinds: readonly Kind[] = [
  ...(['leadTime', 'share', 'agreement', 'sum', 'ratio', 'mean', 'levels', 't', 'count'] as const),
];

describe('parts', () => {
  it('make the value of shares and agreement, which every cell has, and hide by three of levels alone', () => {
    const of = (way: Parameters<typeof splits>[1]) => kinds.filter((kind) => splits(kind, way));
    expect(of('value')).toEqual(['share', 'agreement']);
    expect(of('everywhere')).toEqual(['share', 'agreement']);
    expect(of('three')).toEqual(['levels']);
  });

  it('of a case are what its kind counts', () => {
    const parts = (value: number, kind: string | null = null) =>
      kinds.map((one) => partOf(one, fact(value, kind, true)));
    expect(parts(1, 'school')).toEqual([null, '1', 'other', null, null, null, 'school:1', null, null]);
    expect(parts(0)).toEqual([null, '0', 'same', null, null, null, 'none:0', null, null]);
    expect(parts(-2)).toEqual([null, '0', 'other', null, null, null, 'none:-2', null, null]);
  });

  it('are all that there can be, and what was found beside them, once', () => {
    const found = [fact(4, 'school'), fact(4, 'school'), fact(0, 'parent')];
    const keys = (kind: Kind, own?: readonly number[]) => partKeys(kind, found, [], ['school'], own);
    expect(keys('share')).toEqual(['1', '0']);
    expect(keys('agreement')).toEqual(['same', 'other']);
    expect(['leadTime', 'sum', 'mean', 't', 'count', 'ratio'].flatMap((kind) => keys(kind as Kind))).toEqual(
      [],
    );
    expect(keys('levels')).toEqual([
      ...['school:-3', 'school:-2', 'school:-1', 'school:0', 'school:1', 'school:2'],
      ...['parent:0', 'school:4'],
    ]);
    expect(keys('levels', [0, 4])).toEqual(['school:0', 'school:4', 'parent:0']);
    expect(partKeys('levels', [], [{ part: 'school:9' }, { part: '' }], [])).toEqual(['school:9']);
  });
});
