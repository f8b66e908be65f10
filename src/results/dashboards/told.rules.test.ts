import { expect, it } from 'vitest';
import { valueTold } from './told.rules.ts';

const figure = { key: 'all', n: 53, value: null } as const;

it('tells the value there is, and of a hidden number that it is hidden', () => {
  expect(valueTold({ ...figure, value: 0.4, low: 0.3, high: 0.5 })).toBe(0.4);
  expect(valueTold({ ...figure, value: 7.4 })).toBe(7.4);
  expect(valueTold({ ...figure, n: '<5' })).toBe('<5');
});

it('calls what a release does not tell of ten cases and more hidden, of fewer too few', () => {
  expect(valueTold(figure)).toBe('<5');
  expect(valueTold({ ...figure, n: 10 })).toBe('<5');
  expect(valueTold({ ...figure, n: 9 })).toBe(null);
});

it('hides nothing of a lead time that is not reached, or of a part of nothing', () => {
  expect(valueTold({ ...figure, p85: null })).toBe(null);
  expect(valueTold({ ...figure, of: 0 })).toBe(null);
  expect(valueTold({ ...figure, low: null, high: null })).toBe(null);
});
