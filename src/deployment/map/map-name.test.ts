import { expect, test } from 'vitest';
import { spotForName } from './map-name.ts';

const at = (x: number, y: number) => ({ x, y });

test('a name stands in the middle, beside a mark there, and just outside where no room is left', () => {
  const corners = [at(0, 0), at(140, 0), at(140, 140), at(0, 140)];
  const name = { width: 20, height: 20 };
  const middle = spotForName(corners, corners, name);
  expect(Math.hypot(middle.x - 70, middle.y - 70)).toBeLessThan(10);
  const beside = spotForName(corners, [...corners, at(70, 70)], name);
  expect(Math.hypot(beside.x - 70, beside.y - 70)).toBeGreaterThanOrEqual(20);
  expect(beside.y > 0 && beside.y < 140).toBe(true);
  const full = Array.from({ length: 225 }, (_, n) => at(10 * (n % 15), 10 * Math.floor(n / 15)));
  const outside = spotForName(corners, full, name);
  expect(outside.y < 0 || outside.y > 140).toBe(true);
});
