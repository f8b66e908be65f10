import { expect, it } from 'vitest';
import { shareWords } from './progress.words.ts';

const words = (share: number | null, reached = false) =>
  shareWords({ value: 1, on: '2026-11-23', share, reached });

it('rounds how much of the way is behind, and says that all of it is only when it is reached', () => {
  expect([0, 0.004, 0.429, 0.995, 0.9999].map((share) => words(share))).toEqual([
    ...['0% van de weg', '0% van de weg', '43% van de weg', '99% van de weg', '99% van de weg'],
  ]);
  expect([words(1, true), words(null, true), words(null), words(-0.1)]).toEqual([
    ...['bereikt', 'bereikt', 'nog niet bereikt', 'verder weg dan bij het begin'],
  ]);
});
