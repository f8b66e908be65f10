import { expect, test } from 'vitest';
import { hullOf } from './hull.rules.ts';

const at = (x: number, y: number) => ({ x, y });

test('an outline goes round all points, without those inside or on a side', () => {
  const points = [at(0, 0), at(4, 0), at(4, 4), at(0, 4), at(2, 2), at(2, 0), at(1, 3)];
  expect(hullOf(points)).toEqual([at(0, 0), at(4, 0), at(4, 4), at(0, 4)]);
});

test('of points on one line, or fewer than three, there is none', () => {
  expect(hullOf([at(0, 0), at(1, 1), at(2, 2)])).toEqual([]);
  expect(hullOf([at(0, 0), at(1, 1)])).toEqual([]);
  expect(hullOf([at(0, 0), at(0, 0), at(0, 0)])).toEqual([]);
  expect(hullOf([])).toEqual([]);
});
