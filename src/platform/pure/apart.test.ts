import { expect, test } from 'vitest';
import { randomFrom } from '../../../tests/support/sum-families.ts';
import { leewayApart } from './apart.ts';
import { type Balance, leewayOf, type Untold } from './leeway.ts';

const from = (now: number, high = Number.POSITIVE_INFINITY): Untold => ({ now, low: 0, high });
const sum = (...places: readonly number[]): Balance => places.map((place) => [place, 1] as const);

test('what has nothing to do with each other is answered as if it stood together', () => {
  const random = randomFrom(7);
  const upTo = (many: number) => Math.floor(random() * many);
  let yes = 0;
  let no = 0;
  for (let nth = 0; nth < 60; nth += 1) {
    const numbers = Array.from({ length: 14 }, () => from(upTo(8), 8 + upTo(6)));
    const balances = Array.from({ length: 6 }, () => sum(...[...numbers.keys()].filter(() => upTo(6) === 0)));
    const apart = leewayApart(numbers, balances);
    for (const place of numbers.keys())
      for (const target of [0, 3, 9, 12]) {
        const reached = apart.reaches(place, target);
        expect(reached).toBe(leewayOf(numbers, balances).reaches(place, target));
        if (reached) yes += 1;
        else no += 1;
      }
  }
  expect([yes > 300, no > 300]).toEqual([true, true]);
});

test('the weights after a no are those of the balances as they were given', () => {
  const apart = leewayApart([from(1), from(5), from(2), from(6, 7)], [[], sum(0, 1), sum(2, 3)]);
  expect(apart.reaches(2, 0)).toBe(false);
  expect([...apart.weights().keys()]).toEqual([2]);
  expect(apart.reaches(0, 3)).toBe(true);
  expect(apart.reaches(0, 7)).toBe(false);
  expect([...apart.weights().keys()]).toEqual([1]);
});

test('before anything is asked no balance has to do with it', () => {
  expect([...leewayApart([from(1), from(5)], [sum(0, 1)]).weights()]).toEqual([]);
});

test('what a question has nothing to do with is not looked at', () => {
  const never: Untold = {
    get now(): number {
      throw new Error('looked at');
    },
    low: 0,
    high: 9,
  };
  // 1 hangs together with 4 by way of 3: 1 + 3 = 5 and 3 + 4 = 7.
  const apart = leewayApart([never, from(2), never, from(3), from(4)], [sum(0, 2), sum(1, 3), sum(3, 4)]);
  expect([apart.reaches(1, 5), apart.reaches(1, 6), apart.reaches(4, 2), apart.reaches(4, 1)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(() => apart.reaches(2, 1)).toThrow('looked at');
});
