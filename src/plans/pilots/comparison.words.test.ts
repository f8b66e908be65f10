import { describe, expect, it } from 'vitest';
import { changeWords } from './comparison.words.ts';
import { counted } from './comparison-chart.tsx';

describe('how many were compared', () => {
  const figure = (n: number) => ({ n, value: 1, low: null, high: null });
  const cells = {
    pilot: { before: figure(5), after: figure(6) },
    others: { before: figure(20), after: figure(20) },
  };

  it('are the cases of before and of after', () => {
    expect(counted({ reckoned: 'days', cells })).toBe(51);
  });

  it('are the schools, each once', () => {
    expect(counted({ reckoned: 'hours', cells })).toBe(26);
  });
});

it('writes less with a real minus sign', () => {
  expect(changeWords('days', { value: -3, low: -7, high: 1 })).toBe('−3 schooldagen (tussen −7 en +1)');
  expect(changeWords('hours', { value: -1, low: -2, high: -0.5 })).toBe('−1 uur (tussen −2 en −0,5)');
  expect(changeWords('share', { value: 0.03, low: null, high: null })).toContain('+3 procentpunt');
});
