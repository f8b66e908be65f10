import { expect, test } from 'vitest';
import { periodWords, untilWords } from './directory.words.ts';

test.each([
  [{ phase: 'now', from: '2025-08-01', to: null }, '', 'sinds 1 augustus 2025'],
  [
    { phase: 'now', from: '2025-08-01', to: '2026-08-31' },
    'tot en met 31 augustus 2026',
    '1 augustus 2025 tot en met 31 augustus 2026',
  ],
  [{ phase: 'coming', from: '2026-09-01', to: null }, 'vanaf 1 september 2026', 'vanaf 1 september 2026'],
  [
    { phase: 'past', from: '2026-01-05', to: '2026-02-27' },
    '5 januari tot en met 27 februari 2026',
    '5 januari tot en met 27 februari 2026',
  ],
] as const)('%j is said as people say it', (held, inList, onPage) => {
  expect(untilWords(held)).toBe(inList);
  expect(periodWords(held)).toBe(onPage);
});
