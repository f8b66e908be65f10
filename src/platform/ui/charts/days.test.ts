import { expect, it } from 'vitest';
import { lineOfDays } from './days.ts';

it('puts days as far apart as they are', () => {
  const { places, edges } = lineOfDays(['2025-01-01', '2025-01-11', '2025-04-11']);
  expect(places).toEqual([5, 14, 95]);
  expect(edges).toEqual([0, 9.5, 54.5, 100]);
});

it('names beginnings of months, no more than fit, none before the first day', () => {
  const named = (...days: readonly string[]) => lineOfDays(days).names.map(({ label }) => label);
  expect(named('2025-01-15', '2025-03-20', '2025-05-01')).toEqual(['feb 25', 'mrt 25', 'apr 25', 'mei 25']);
  expect(named('2024-08-01', '2026-02-01')).toEqual([
    ...['okt 24', 'jan 25', 'apr 25', 'jul 25', 'okt 25', 'jan 26'],
  ]);
  expect(named('2020-01-01', '2026-12-31')).toEqual([
    ...['jan 20', 'jan 21', 'jan 22', 'jan 23', 'jan 24', 'jan 25', 'jan 26'],
  ]);
});

it('names the first and the last day where no two months begin between', () => {
  const { names } = lineOfDays(['2026-11-02', '2026-11-05', '2026-11-30']);
  expect(names).toEqual([
    { at: 5, label: '2-11-26' },
    { at: 95, label: '30-11-26' },
  ]);
});
